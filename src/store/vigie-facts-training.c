// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of training: modules, who must hold them, how many people there are and how many hold them.
 *
 * Staff known by reference and counts handed over by a site live side by side: where a profession of a
 * site has any staff by reference on the day, they are counted; elsewhere the latest counts are taken.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#define MODULES "SELECT id, code, label_fr, label_en, competency, duration_min, validity_months FROM module "
#define REQUIREMENTS \
  "SELECT module_id, profession_id, org_unit_id, system_id, obligation, target_percent, due_on, valid_from, valid_to " \
  "FROM requirement "
#define IN_ORDER "ORDER BY module_id, id"

/* Requirements that concern somebody in a part of the organisation: of no system, or of one that is used there. */
#define OF_PART(what) \
  "SELECT " what " FROM requirement WHERE system_id IS NULL UNION ALL SELECT " what \
  " FROM (SELECT DISTINCT d.system_id AS used FROM " VIGIE_FACTS_SCOPE_DEPLOYMENTS ")" \
  " CROSS JOIN requirement ON requirement.system_id = used"

/* A large register has as many modules as systems: of a part of the organisation those that somebody there must hold, or
 * once did. */
static const char modules_sql[] = MODULES "ORDER BY id";
static const char modules_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS MODULES
  "WHERE id IN (" OF_PART ("module_id") " UNION SELECT module_id FROM rollup_training"
                                        "  WHERE org_unit_id IN (SELECT id FROM scope_unit)"
                                        " UNION SELECT module_id FROM completion_count"
                                        "  WHERE org_unit_id IN (SELECT id FROM scope_unit)) ORDER BY id";

static const char requirements_sql[] = REQUIREMENTS IN_ORDER;
static const char requirements_of_part_sql[] =
  VIGIE_FACTS_SCOPE_UNITS REQUIREMENTS "WHERE id IN (" OF_PART ("requirement.id") ") " IN_ORDER;

#define HEADCOUNTS "SELECT h.org_unit_id, h.profession_id, h.valid_from, h.valid_to, h.heads FROM headcount AS h "
#define HEADCOUNTS_IN_ORDER "ORDER BY 1, 2, 3"

static const char headcounts_sql[] = HEADCOUNTS HEADCOUNTS_IN_ORDER;
static const char headcounts_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS HEADCOUNTS
  "JOIN profession AS p ON p.id = h.profession_id "
  "WHERE h.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3) " HEADCOUNTS_IN_ORDER;

#define COUNTS \
  "SELECT c.org_unit_id, c.profession_id, c.module_id, c.as_of, c.trained, c.valid, c.expiring_90 " \
  "FROM completion_count AS c "

/* The latest by the day is the one that counts on it; those before it tell how it came. */
static const char counts_sql[] = COUNTS "ORDER BY 1, 2, 3, 4";
static const char counts_of_part_sql[] =
  VIGIE_FACTS_SCOPE_UNITS COUNTS "JOIN profession AS p ON p.id = c.profession_id "
                                 "WHERE c.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3)"
                                 " AND c.as_of <= ?1 ORDER BY 1, 2, 3, 4";

static gboolean
read_module (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactModule *module = element;

  module->id = vigie_statement_get_integer (row, 0);
  module->code = vigie_facts_text (reader, row, 1);
  module->label_fr = vigie_facts_text (reader, row, 2);
  module->label_en = vigie_facts_text (reader, row, 3);
  module->competency = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_COMPETENCY);
  module->duration_min = vigie_statement_get_integer_or (row, 5, -1);
  module->validity_months = vigie_statement_get_integer_or (row, 6, -1);
  return TRUE;
}

static gboolean
is_in_force (VigieFactsReader *reader, VigieStatement *row)
{
  VigieDate from = vigie_statement_get_date (row, 7);
  VigieDate to = vigie_statement_get_date (row, 8);

  return (from == VIGIE_DATE_NONE || from <= reader->facts->as_of) &&
         (to == VIGIE_DATE_NONE || to >= reader->facts->as_of);
}

static gboolean
read_requirement (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactRequirement *requirement = element;

  requirement->module = VIGIE_FACTS_INDEX (reader, modules, row, 0);
  requirement->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  requirement->unit = VIGIE_FACTS_INDEX (reader, units, row, 2);
  requirement->system = VIGIE_FACTS_INDEX (reader, systems, row, 3);
  requirement->obligation = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_OBLIGATION);
  requirement->target_percent = (int) vigie_statement_get_integer (row, 5);
  requirement->due_on = vigie_statement_get_date (row, 6);
  if (!is_in_force (reader, row))
    return FALSE;
  /* What a system asks for that is not used in scope concerns nobody there. */
  return requirement->system >= 0 || vigie_statement_is_null (row, 3);
}

/* The latest by the day is the one that counts, and none where that one is over. */
static gboolean
read_heads (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactHeads *heads = element;
  VigieDate until = vigie_statement_get_date (row, 3);

  if (vigie_statement_get_date (row, 2) > reader->facts->as_of)
    return FALSE;
  heads->unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  heads->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  heads->heads = until == VIGIE_DATE_NONE || until >= reader->facts->as_of ? vigie_statement_get_integer (row, 4) : -1;
  if (heads->unit < 0 || !reader->facts->units[heads->unit].in_scope || heads->profession < 0)
    return FALSE;
  if (reader->n_read == 0 || heads[-1].unit != heads->unit || heads[-1].profession != heads->profession)
    return TRUE;
  heads[-1] = *heads;
  return FALSE;
}

static gboolean
read_count (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactCount *count = element;

  count->unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  count->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  count->module = VIGIE_FACTS_INDEX (reader, modules, row, 2);
  count->as_of = vigie_statement_get_date (row, 3);
  count->trained = vigie_statement_get_integer_or (row, 4, -1);
  count->valid = vigie_statement_get_integer (row, 5);
  count->expiring = vigie_statement_get_integer_or (row, 6, -1);
  return count->module >= 0 && count->as_of <= reader->facts->as_of && count->unit >= 0 &&
         reader->facts->units[count->unit].in_scope;
}

/* A profession of a site, as one number. */
static gint64
group_key (const VigieFacts *facts, int unit, int profession)
{
  return (gint64) facts->units[unit].site * (gint64) facts->n_professions + profession;
}

static GHashTable *
find_groups_by_reference (const VigieFacts *facts, const VigieFactHeads *staff, gsize n_staff)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < n_staff; i++)
    {
      gint64 key = group_key (facts, staff[i].unit, staff[i].profession);

      g_hash_table_add (groups, g_memdup2 (&key, sizeof key));
    }
  return groups;
}

static gboolean
is_by_reference (GHashTable *groups, const VigieFacts *facts, int unit, int profession)
{
  gint64 key = group_key (facts, unit, profession);

  return g_hash_table_contains (groups, &key);
}

/* Who is counted comes after those who are known by reference. */
static void
add_headcounts (VigieFacts *facts, const VigieFactHeads *counted, gsize n_counted, GHashTable *by_reference)
{
  facts->heads = g_renew (VigieFactHeads, facts->heads, facts->n_heads + n_counted + 1);
  for (gsize i = 0; i < n_counted; i++)
    if (counted[i].heads >= 0 && !is_by_reference (by_reference, facts, counted[i].unit, counted[i].profession))
      facts->heads[facts->n_heads++] = counted[i];
}

static int
compare_coverage (const VigieFactCoverage *a, const VigieFactCoverage *b)
{
  if (a->unit != b->unit)
    return a->unit - b->unit;
  return a->profession != b->profession ? a->profession - b->profession : a->module - b->module;
}

/* Both are in order, as is what comes of them; of a group of both what was added up comes first. Where it stands, from
 * its end: it is long. */
static void
merge_coverage (VigieFacts *facts, const VigieFactCoverage *counted, gsize n_counted)
{
  gsize n = facts->n_coverage, to = n + n_counted;

  facts->coverage = g_renew (VigieFactCoverage, facts->coverage, to + 1);
  facts->n_coverage = to;
  while (n_counted > 0)
    if (n > 0 && compare_coverage (&facts->coverage[n - 1], &counted[n_counted - 1]) > 0)
      facts->coverage[--to] = facts->coverage[--n];
    else
      facts->coverage[--to] = counted[--n_counted];
}

static gboolean
is_same_group (const VigieFactCount *a, const VigieFactCount *b)
{
  return a->unit == b->unit && a->profession == b->profession && a->module == b->module;
}

/* Where a profession of a site is known by reference, who is counted by it is there already. */
static void
add_counts (VigieFacts *facts, GHashTable *by_reference)
{
  const VigieFactCount *counts = facts->origin->counts;
  gsize n_counts = facts->origin->n_counts, n = 0;
  g_autofree VigieFactCoverage *counted = g_new (VigieFactCoverage, n_counts + 1);

  for (gsize i = 0; i < n_counts; i++)
    {
      gboolean latest = i + 1 == n_counts || !is_same_group (&counts[i], &counts[i + 1]);

      if (latest && !is_by_reference (by_reference, facts, counts[i].unit, counts[i].profession))
        counted[n++] = (VigieFactCoverage) {
          .unit = counts[i].unit,
          .profession = counts[i].profession,
          .module = counts[i].module,
          .trained = counts[i].trained,
          .valid = counts[i].valid,
          .expiring = counts[i].expiring,
        };
    }
  if (n > 0)
    merge_coverage (facts, counted, n);
}

/**
 * vigie_facts_read_rules:
 *
 * Reads the modules and who must hold them.
 */
gboolean
vigie_facts_read_rules (VigieFactsReader *self, GError **error)
{
  gboolean part = vigie_scope_get_site (self->scope) != NULL;

  if (self->other != NULL)
    VIGIE_FACTS_SHARE (self->facts, self->other, modules);
  else if (!VIGIE_FACTS_READ (self, modules, part ? modules_of_part_sql : modules_sql, read_module, error))
    return FALSE;
  return VIGIE_FACTS_READ (self, requirements, part ? requirements_of_part_sql : requirements_sql, read_requirement,
                           error);
}

/**
 * vigie_facts_get_headcounts_sql:
 *
 * Returns: (transfer none): what asks how many people there were, and from when until when
 */
const char *
vigie_facts_get_headcounts_sql (const VigieFactsReader *self)
{
  return vigie_facts_is_whole (self) ? headcounts_sql : headcounts_of_part_sql;
}

static gboolean
read_people (VigieFactsReader *self, GError **error)
{
  VigieFacts *facts = self->facts;
  VigieFactsOrigin *origin = facts->origin;
  g_autofree VigieFactHeads *headcounts = NULL;
  g_autoptr (GHashTable) by_reference = NULL;
  gsize n_headcounts = 0;

  if (!vigie_facts_read_own (self, vigie_facts_is_whole (self) ? counts_sql : counts_of_part_sql,
                             sizeof *origin->counts, read_count, (gpointer *) &origin->counts, &origin->n_counts,
                             error) ||
      !vigie_facts_read (self, vigie_facts_get_headcounts_sql (self), sizeof *headcounts, read_heads,
                         (gpointer *) &headcounts, &n_headcounts, error) ||
      !vigie_facts_read_holders (self, error))
    return FALSE;
  by_reference = find_groups_by_reference (facts, facts->heads, facts->n_heads);
  add_headcounts (facts, headcounts, n_headcounts, by_reference);
  add_counts (facts, by_reference);
  vigie_facts_own (facts, facts->heads, facts->n_heads, sizeof *facts->heads);
  vigie_facts_own (facts, facts->coverage, facts->n_coverage, sizeof *facts->coverage);
  if (self->over_time)
    vigie_facts_add_history (facts);
  return TRUE;
}

gboolean
vigie_facts_read_training (VigieFactsReader *self, GError **error)
{
  return vigie_facts_read_rules (self, error) && read_people (self, error);
}
