// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of the organisation: units, professions, and the scope that is asked about.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#include <glib/gi18n-lib.h>

static const char units_sql[] =
  "SELECT id, code, name, short_name, kind, parent_id, opened_on, closed_on FROM org_unit ORDER BY id";

static const char professions_sql[] =
  "SELECT id, code, label_fr, label_en, family, ifnull (in_reference_28h, 0) FROM profession ORDER BY id";

static const char settings_sql[] = "SELECT code, value FROM setting WHERE code IN ('organisation', 'small_group')";

/* No setting makes a group of this size or less visible by itself: a person could be told from another. */
#define SMALLEST_GROUP 2
#define LARGEST_GROUP 1000

static gboolean
read_unit (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactUnit *unit = element;
  GArray *parents = reader->data;
  gint64 parent = vigie_statement_get_integer_or (row, 5, 0);
  VigieDate as_of = reader->facts->as_of, opened_on, closed_on;

  unit->id = vigie_statement_get_integer (row, 0);
  unit->code = vigie_facts_text (reader, row, 1);
  unit->name = vigie_facts_text (reader, row, 2);
  unit->short_name = vigie_facts_text (reader, row, 3);
  unit->kind = (VigieOrgKind) vigie_facts_enum (reader, row, 4, VIGIE_TYPE_ORG_KIND);
  g_array_append_val (parents, parent);
  opened_on = vigie_statement_get_date (row, 6);
  closed_on = vigie_statement_get_date (row, 7);
  unit->open =
    (opened_on == VIGIE_DATE_NONE || opened_on <= as_of) && (closed_on == VIGIE_DATE_NONE || closed_on > as_of);
  return TRUE;
}

static gboolean
is_establishment (const VigieFactUnit *unit)
{
  return unit->kind == VIGIE_ORG_KIND_SITE || unit->kind == VIGIE_ORG_KIND_EHPAD || unit->kind == VIGIE_ORG_KIND_LEGAL;
}

static int
find_site (const VigieFacts *facts, int unit)
{
  int at = unit;

  /* The tree has at most as many levels as units; the bound holds even where an import made a ring. */
  for (gsize i = 0; i < facts->n_units && at >= 0; i++)
    {
      if (is_establishment (&facts->units[at]))
        return at;
      at = facts->units[at].parent;
    }
  return unit;
}

/* A unit may be younger than the one above it, so parents are known only once all units are. */
static gboolean
read_units (VigieFactsReader *self, GError **error)
{
  VigieFacts *facts = self->facts;
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->data = parents;
  if (!VIGIE_FACTS_READ (self, units, units_sql, read_unit, error))
    return FALSE;
  for (gsize i = 0; i < facts->n_units; i++)
    facts->units[i].parent =
      vigie_facts_find (facts->units, facts->n_units, sizeof *facts->units, g_array_index (parents, gint64, i));
  for (gsize i = 0; i < facts->n_units; i++)
    facts->units[i].site = find_site (facts, (int) i);
  return TRUE;
}

/* Below what is asked about, or below anything that stands at the top; not in a ring. */
static gboolean
is_in_scope (const VigieFacts *facts, gsize unit)
{
  int at = (int) unit;

  for (gsize i = 0; i < facts->n_units && at >= 0; i++)
    {
      int parent = facts->units[at].parent;

      if (at == facts->scope_unit || (facts->scope_unit < 0 && parent < 0))
        return TRUE;
      at = parent;
    }
  return FALSE;
}

static void
mark_scope (VigieFacts *facts)
{
  for (gsize i = 0; i < facts->n_units; i++)
    facts->units[i].in_scope = is_in_scope (facts, i);
}

static gboolean
read_profession (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactProfession *profession = element;

  profession->id = vigie_statement_get_integer (row, 0);
  profession->code = vigie_facts_text (reader, row, 1);
  profession->label_fr = vigie_facts_text (reader, row, 2);
  profession->label_en = vigie_facts_text (reader, row, 3);
  profession->family = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_PROFESSION_FAMILY);
  profession->in_reference = vigie_statement_get_integer (row, 5) != 0;
  return TRUE;
}

static gboolean
read_setting (VigieFactsReader *reader, VigieStatement *row, gpointer element G_GNUC_UNUSED)
{
  const char *value = vigie_statement_get_text (row, 1);

  if (g_strcmp0 (vigie_statement_get_text (row, 0), "organisation") == 0)
    reader->facts->organisation = vigie_facts_text (reader, row, 1);
  else if (value != NULL)
    reader->facts->small_group = CLAMP (g_ascii_strtoll (value, NULL, 10), SMALLEST_GROUP, LARGEST_GROUP);
  return FALSE;
}

gboolean
vigie_facts_read_settings (VigieFactsReader *self, GError **error)
{
  g_autofree gpointer none = NULL;
  gsize n_none = 0;

  return vigie_facts_read (self, settings_sql, 1, read_setting, &none, &n_none, error);
}

/* Most registers have few sites and professions, so a refusal can name them all. */
#define NAMED_IN_REFUSAL 40

static void
append_code (GString *codes, gsize index, const char *code)
{
  if (index < NAMED_IN_REFUSAL)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", code);
  else if (index == NAMED_IN_REFUSAL)
    g_string_append (codes, ", …");
}

static gboolean
find_scope_unit (VigieFactsReader *self, GError **error)
{
  VigieFacts *facts = self->facts;
  const char *site = vigie_scope_get_site (self->scope);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (gsize i = 0; site != NULL && i < facts->n_units; i++)
    {
      if (g_str_equal (facts->units[i].code, site))
        facts->scope_unit = (int) i;
      append_code (codes, i, facts->units[i].code);
    }
  if (site == NULL || facts->scope_unit >= 0)
    return TRUE;
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
               /* Translators: %1$s is what was asked for, %2$s a list of codes */
               _ ("there is no site “%1$s” in this register; the codes of sites are: %2$s"), site, codes->str);
  return FALSE;
}

static gboolean
find_scope_profession (VigieFactsReader *self, GError **error)
{
  VigieFacts *facts = self->facts;
  const char *profession = vigie_scope_get_profession (self->scope);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (gsize i = 0; profession != NULL && i < facts->n_professions; i++)
    {
      if (g_str_equal (facts->professions[i].code, profession))
        facts->scope_profession = (int) i;
      append_code (codes, i, facts->professions[i].code);
    }
  if (profession == NULL || facts->scope_profession >= 0)
    return TRUE;
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
               /* Translators: %1$s is what was asked for, %2$s a list of codes */
               _ ("there is no profession “%1$s” in this register; the codes of professions are: %2$s"), profession,
               codes->str);
  return FALSE;
}

gboolean
vigie_facts_read_organisation (VigieFactsReader *self, GError **error)
{
  if (!vigie_facts_read_settings (self, error) || !read_units (self, error) ||
      !VIGIE_FACTS_READ (self, professions, professions_sql, read_profession, error) ||
      !find_scope_unit (self, error) || !find_scope_profession (self, error))
    return FALSE;
  mark_scope (self->facts);
  return TRUE;
}
