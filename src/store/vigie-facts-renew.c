// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts after a change: what the change is about is read anew, and all else is had from the facts before. So they cost
 * what changed, and not what a register holds. Where a change moves the places by which arrays refer to each other,
 * as when a system is deleted, everything is read.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#include "vigie-memory.h"

#include <string.h>

typedef struct
{
  VigieFactsReader *reader;
  const VigieFacts *base;
  const VigieFactsNotes *notes;
  gboolean moved; /* places are no longer the same */
} Renewal;

static void
share_all (VigieFacts *facts, const VigieFacts *base)
{
  facts->scope_unit = base->scope_unit;
  facts->scope_profession = base->scope_profession;
  facts->previous_meeting = base->previous_meeting;
  VIGIE_FACTS_SHARE (facts, base, units);
  VIGIE_FACTS_SHARE (facts, base, professions);
  VIGIE_FACTS_SHARE (facts, base, modules);
  VIGIE_FACTS_SHARE (facts, base, systems);
  VIGIE_FACTS_SHARE (facts, base, deployments);
  VIGIE_FACTS_SHARE (facts, base, user_groups);
  VIGIE_FACTS_SHARE (facts, base, safeguards);
  VIGIE_FACTS_SHARE (facts, base, costs);
  VIGIE_FACTS_SHARE (facts, base, benefits);
  VIGIE_FACTS_SHARE (facts, base, duties);
  VIGIE_FACTS_SHARE (facts, base, evidence);
  VIGIE_FACTS_SHARE (facts, base, weights);
  VIGIE_FACTS_SHARE (facts, base, requirements);
  VIGIE_FACTS_SHARE (facts, base, heads);
  VIGIE_FACTS_SHARE (facts, base, coverage);
  VIGIE_FACTS_SHARE (facts, base, history);
  VIGIE_FACTS_SHARE (facts, base, posts);
  VIGIE_FACTS_SHARE (facts, base, barriers);
  VIGIE_FACTS_SHARE (facts, base, ratings);
  VIGIE_FACTS_SHARE (facts, base, barrier_links);
  VIGIE_FACTS_SHARE (facts, base, surveys);
  VIGIE_FACTS_SHARE (facts, base, survey_results);
  VIGIE_FACTS_SHARE (facts, base, actions);
  VIGIE_FACTS_SHARE (facts, base, decisions);
  VIGIE_FACTS_SHARE (facts, base, meetings);
  VIGIE_FACTS_SHARE (facts, base, incidents);
  VIGIE_FACTS_SHARE (facts, base, benchmarks);
  VIGIE_FACTS_SHARE (facts, base, milestones);
  facts->origin->posts = vigie_facts_share (facts, base, base->origin->posts);
  facts->origin->n_posts = base->origin->n_posts;
  facts->origin->counts = vigie_facts_share (facts, base, base->origin->counts);
  facts->origin->n_counts = base->origin->n_counts;
}

static gpointer *
elements_of (const VigieFacts *facts, const VigieFactsOwned *owned)
{
  return G_STRUCT_MEMBER_P (facts, owned->elements);
}

static gsize *
count_of (const VigieFacts *facts, const VigieFactsOwned *owned)
{
  return G_STRUCT_MEMBER_P (facts, owned->n_elements);
}

/* Where what was read says the same as before, the array before stays, so that who looks sees that it is the same. */
static void
replace (Renewal *self, const VigieFactsOwned *owned, GArray *array)
{
  gpointer *elements = elements_of (self->reader->facts, owned);
  gsize *n = count_of (self->reader->facts, owned);
  gsize size = owned->element_size;

  if (array->len == *n && (*n == 0 || memcmp (array->data, *elements, *n * size) == 0))
    return;
  *elements = g_array_steal (array, n);
  vigie_facts_own (self->reader->facts, *elements, *n, size);
}

static gboolean
read_changed (Renewal *self, const VigieFactsOwned *owned, gpointer *read, gsize *n_read, GError **error)
{
  return vigie_facts_notes_lay_out (self->notes, self->reader->connection, owned->part, error) &&
         vigie_facts_read (self->reader, owned->sql, owned->element_size, owned->read_row, read, n_read, error);
}

static int
find_id (const VigieFacts *facts, const VigieFactsOwned *owned, gint64 id)
{
  return vigie_facts_find (*elements_of (facts, owned), *count_of (facts, owned), owned->element_size, id);
}

/* How many of those that changed were there before. */
static gsize
count_known (const Renewal *self, const VigieFactsOwned *owned)
{
  const GArray *ids = self->notes->ids[owned->part];
  gsize known = 0;

  for (guint i = 0; i < ids->len; i++)
    known += find_id (self->base, owned, g_array_index (ids, gint64, i)) >= 0 ? 1 : 0;
  return known;
}

static gint64
id_at (const char *elements, gsize i, const VigieFactsOwned *owned)
{
  return *(const gint64 *) (gconstpointer) (elements + i * owned->element_size);
}

/* Most of it is copied, which takes no longer than to be given so much memory. */
static GArray *
new_array (gsize n, gsize size)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, (guint) size, (guint) n);

  vigie_memory_expect_large (array->data, n * size);
  return array;
}

/* Systems, or deployments: they stay in their places, or come after all others. */
static gboolean
renew_by_id (Renewal *self, const VigieFactsOwned *owned, GError **error)
{
  VigieFacts *facts = self->reader->facts;
  g_autoptr (GArray) array = NULL;
  g_autofree char *read = NULL;
  gsize n_read = 0, n = *count_of (facts, owned), n_known = 0;

  if (self->moved || !vigie_facts_notes_has (self->notes, owned->part))
    return TRUE;
  if (!read_changed (self, owned, (gpointer *) &read, &n_read, error))
    return FALSE;
  array = new_array (n + n_read, owned->element_size);
  g_array_append_vals (array, *elements_of (facts, owned), (guint) n);
  for (gsize i = 0; i < n_read; i++)
    {
      gint64 id = id_at (read, i, owned);
      int at = find_id (facts, owned, id);

      if (at >= 0)
        memcpy (array->data + (gsize) at * owned->element_size, read + i * owned->element_size, owned->element_size);
      else if (array->len == 0 || id > id_at (array->data, array->len - 1, owned))
        g_array_append_vals (array, read + i * owned->element_size, 1);
      else
        self->moved = TRUE;
      n_known += at >= 0 ? 1 : 0;
    }
  self->moved |= n_known != count_known (self, owned);
  replace (self, owned, array);
  return TRUE;
}

static int
owner_of (gconstpointer element, const VigieFactsOwned *owned)
{
  return G_STRUCT_MEMBER (int, element, owned->owner);
}

static gboolean
precedes (gconstpointer a, gconstpointer b, const VigieFactsOwned *owned)
{
  return owned->compare != NULL ? owned->compare (a, b) < 0 : owner_of (a, owned) < owner_of (b, owned);
}

/* Those whose owner changed go, and what was read of them comes, all in order. */
static GArray *
splice (const VigieFacts *facts, const VigieFactsOwned *owned, const guint8 *changed, const char *read, gsize n_read)
{
  const char *elements = *elements_of (facts, owned);
  gsize n = *count_of (facts, owned), size = owned->element_size, at = 0;
  GArray *array = new_array (n + n_read, size);

  for (gsize i = 0; i < n;)
    {
      gsize run = i;

      while (run < n && changed[owner_of (elements + run * size, owned)] == 0 &&
             (at == n_read || precedes (elements + run * size, read + at * size, owned)))
        run++;
      g_array_append_vals (array, elements + i * size, (guint) (run - i));
      i = run;
      if (i < n && changed[owner_of (elements + i * size, owned)] != 0)
        i++;
      else if (i < n)
        g_array_append_vals (array, read + at++ * size, 1);
    }
  g_array_append_vals (array, read + at * size, (guint) (n_read - at));
  return array;
}

static gboolean
renew_owned (Renewal *self, const VigieFactsOwned *owned, const VigieFactsOwned *owners, GError **error)
{
  VigieFacts *facts = self->reader->facts;
  g_autofree guint8 *changed = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GArray) array = NULL;
  gsize n_read = 0;

  if (self->moved || !vigie_facts_notes_has (self->notes, owned->part))
    return TRUE;
  if (!read_changed (self, owned, (gpointer *) &read, &n_read, error))
    return FALSE;
  changed = g_new0 (guint8, *count_of (facts, owners) + 1);
  for (guint i = 0; i < self->notes->ids[owned->part]->len; i++)
    {
      int owner = find_id (facts, owners, g_array_index (self->notes->ids[owned->part], gint64, i));

      if (owner >= 0)
        changed[owner] = 1;
    }
  array = splice (facts, owned, changed, read, n_read);
  replace (self, owned, array);
  return TRUE;
}

/* A deployment of what was not in scope before, or of a new unit. */
static void
look_for_strangers (Renewal *self)
{
  const VigieFacts *facts = self->reader->facts;

  for (gsize i = 0; i < facts->n_deployments; i++)
    self->moved |= facts->deployments[i].system < 0 || facts->deployments[i].unit < 0;
}

static gboolean
renew_systems (Renewal *self, GError **error)
{
  gboolean over_time = self->reader->over_time;

  /* Whether a deployment is one of a profession says who uses it. */
  self->moved |=
    self->reader->facts->scope_profession >= 0 && vigie_facts_notes_has (self->notes, VIGIE_FACTS_PART_USERS);
  if (!renew_by_id (self, &vigie_facts_systems, error) || !renew_by_id (self, &vigie_facts_deployments, error))
    return FALSE;
  look_for_strangers (self);
  return renew_owned (self, &vigie_facts_user_groups, &vigie_facts_deployments, error) &&
         renew_owned (self, &vigie_facts_safeguards, &vigie_facts_deployments, error) &&
         renew_owned (self, &vigie_facts_evidence, &vigie_facts_systems, error) &&
         (!over_time || (renew_owned (self, &vigie_facts_costs, &vigie_facts_deployments, error) &&
                         renew_owned (self, &vigie_facts_benefits, &vigie_facts_deployments, error))) &&
         (!vigie_facts_notes_has (self->notes, VIGIE_FACTS_PART_DUTIES) ||
          vigie_facts_read_duties (self->reader, error));
}

static gboolean
renew_rules (Renewal *self, GError **error)
{
  VigieFacts *facts = self->reader->facts;

  if (self->moved || !vigie_facts_notes_has (self->notes, VIGIE_FACTS_PART_RULES))
    return TRUE;
  self->reader->other = NULL;
  if (!vigie_facts_read_rules (self->reader, error))
    return FALSE;
  self->moved = facts->n_modules != self->base->n_modules;
  for (gsize i = 0; i < facts->n_modules && !self->moved; i++)
    self->moved = facts->modules[i].id != self->base->modules[i].id;
  return TRUE;
}

static gboolean
renew_training (Renewal *self, GError **error)
{
  gboolean renewed = TRUE;

  if (!renew_rules (self, error))
    return FALSE;
  if (!self->moved && !vigie_facts_renew_holders (self->reader, self->notes, &renewed, error))
    return FALSE;
  self->moved |= !renewed;
  if (self->moved || !self->reader->over_time || !vigie_facts_notes_has (self->notes, VIGIE_FACTS_PART_JOBS))
    return TRUE;
  return vigie_facts_read_posts (self->reader, error);
}

/* The rest is little, and refers to all else. */
static gboolean
renew_governance (Renewal *self, GError **error)
{
  if (self->moved)
    return TRUE;
  if (vigie_facts_notes_has (self->notes, VIGIE_FACTS_PART_BARRIERS) &&
      !vigie_facts_read_barriers (self->reader, error))
    return FALSE;
  return vigie_facts_read_governance (self->reader, self->notes, error);
}

/* Where they were read for the facts before, which another thread may be doing. */
static void
share_hours (Renewal *self)
{
  static const VigieFactsPart parts[] = { VIGIE_FACTS_PART_HOURS, VIGIE_FACTS_PART_JOBS, VIGIE_FACTS_PART_RULES };
  VigieFacts *facts = self->reader->facts;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (vigie_facts_notes_has (self->notes, parts[i]))
      return;
  if (g_atomic_pointer_get (&self->base->origin->hours_read) != 1)
    return;
  facts->hours = g_memdup2 (self->base->hours, self->base->n_hours * sizeof *facts->hours);
  facts->n_hours = self->base->n_hours;
  facts->counted_hours =
    g_memdup2 (self->base->counted_hours, self->base->n_counted_hours * sizeof *facts->counted_hours);
  facts->n_counted_hours = self->base->n_counted_hours;
  g_atomic_pointer_set (&facts->origin->hours_read, 1);
}

/**
 * vigie_facts_renew:
 * @self: reads new facts that share texts with @base, of the same day and scope
 * @base: read before
 * @notes: what changed since
 * @renewed: (out): whether the facts are whole; if not, they are to be thrown away, and all is to be read
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_facts_renew (VigieFactsReader *self, const VigieFacts *base, const VigieFactsNotes *notes, gboolean *renewed,
                   GError **error)
{
  Renewal renewal = { self, base, notes, vigie_facts_notes_has (notes, VIGIE_FACTS_PART_ALL) };

  *renewed = FALSE;
  if (renewal.moved)
    return TRUE;
  share_all (self->facts, base);
  if (!vigie_facts_read_settings (self, error) || !renew_systems (&renewal, error) ||
      !renew_training (&renewal, error) || !renew_governance (&renewal, error) ||
      (self->over_time && !vigie_facts_put_off_hours (self, error)))
    return FALSE;
  *renewed = !renewal.moved;
  if (*renewed)
    share_hours (&renewal);
  return TRUE;
}
