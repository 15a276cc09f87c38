// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieEntryRuns: of each kind of record, in the order in which they were added, how many say the same day. Row ids are
 * given in that order.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-entry-runs.h"

typedef struct
{
  const VigieEntity *entity;
  GArray *runs; /* of VigieEntryRun */
  gint64 n_records;
  gboolean said;
} Kind;

struct _VigieEntryRuns
{
  GPtrArray *kinds;
  Kind *last; /* records of a kind come together */
};

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_array_unref (kind->runs);
  g_free (kind);
}

VigieEntryRuns *
vigie_entry_runs_new (void)
{
  VigieEntryRuns *self = g_new0 (VigieEntryRuns, 1);

  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  return self;
}

void
vigie_entry_runs_free (VigieEntryRuns *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->kinds);
  g_free (self);
}

static Kind *
find_kind (VigieEntryRuns *self, const VigieEntity *entity)
{
  Kind *kind;

  if (self->last != NULL && self->last->entity == entity)
    return self->last;
  for (guint i = 0; i < self->kinds->len; i++)
    {
      kind = g_ptr_array_index (self->kinds, i);
      if (kind->entity == entity)
        return self->last = kind;
    }
  kind = g_new0 (Kind, 1);
  kind->entity = entity;
  kind->runs = g_array_new (FALSE, FALSE, sizeof (VigieEntryRun));
  g_ptr_array_add (self->kinds, kind);
  return self->last = kind;
}

/**
 * vigie_entry_runs_add:
 * @record: was added, as a new row
 */
void
vigie_entry_runs_add (VigieEntryRuns *self, VigieRecord *record)
{
  Kind *kind = find_kind (self, vigie_record_get_entity (record));
  VigieEntryRun run = { 1, vigie_record_get_entered_on (record) };
  VigieEntryRun *last = kind->runs->len > 0 ? &g_array_index (kind->runs, VigieEntryRun, kind->runs->len - 1) : NULL;

  kind->n_records++;
  kind->said |= run.day != VIGIE_DATE_NONE;
  if (last != NULL && last->day == run.day)
    last->n_records++;
  else
    g_array_append_val (kind->runs, run);
}

/**
 * vigie_entry_runs_get:
 * @kind: the nick of an entity
 * @n_records: how many rows of it there are
 *
 * Returns: (transfer none) (nullable) (element-type VigieEntryRun): on which days those rows were entered, in the order
 *   of their ids; %NULL where no record of the kind says so, or where the rows did not all come one by one
 */
GArray *
vigie_entry_runs_get (VigieEntryRuns *self, const char *kind, gint64 n_records)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      Kind *of = g_ptr_array_index (self->kinds, i);

      if (of->said && of->n_records == n_records && g_str_equal (of->entity->nick, kind))
        return of->runs;
    }
  return NULL;
}
