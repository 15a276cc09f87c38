// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieBulkAside: what rows by the million come to besides themselves, worked out by a thread while SQLite adds them:
 * what they add up to, and how the journal keeps them. It neither asks the register nor writes to it. Where a row turns
 * out to be there already all of it is in vain, and is worked out again of those that were added.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-bulk-aside.h"

#include "vigie-additions.h"

/* For fewer a thread is not worth it. */
#define FEWEST_ROWS 10000

struct _VigieBulkAside
{
  GThread *thread; /* NULL once it has ended */
  VigieBatchView view;
  VigieJournalWriter *writer;
  VigieBulkAsideResult result;
  GError *error;
};

static gpointer
work_out (gpointer data)
{
  VigieBulkAside *self = data;

  self->result.packed = vigie_additions_pack (&self->view);
  self->result.hashed = vigie_journal_writer_hash_ahead (self->writer, self->result.packed);
  if (self->result.rollups != NULL)
    vigie_rollups_ahead_run (self->result.rollups, &self->error);
  return NULL;
}

/**
 * vigie_bulk_aside_begin:
 * @view: rows that are about to be added, with the ids that they will have; what it points at stays as it is until
 *   vigie_bulk_aside_finish() or vigie_bulk_aside_free()
 * @writer: to which nothing is added meanwhile
 * @aside: (out) (transfer full): what is under way; %NULL where it is not worth it
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_bulk_aside_begin (VigieConnection *connection, const VigieBatchView *view, VigieJournalWriter *writer,
                        VigieBulkAside **aside, GError **error)
{
  VigieRollupsAhead *rollups;

  *aside = NULL;
  if (view->n < FEWEST_ROWS)
    return TRUE;
  if (!vigie_rollups_ahead_new (connection, view, &rollups, error))
    return FALSE;
  *aside = g_new0 (VigieBulkAside, 1);
  (*aside)->view = *view;
  (*aside)->writer = writer;
  (*aside)->result.rollups = rollups;
  (*aside)->thread = g_thread_new ("vigie-bulk", work_out, *aside);
  return TRUE;
}

static void
await (VigieBulkAside *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * vigie_bulk_aside_finish:
 *
 * Waits until all is worked out.
 *
 * Returns: (transfer none): what it is; %NULL with @error set
 */
const VigieBulkAsideResult *
vigie_bulk_aside_finish (VigieBulkAside *self, GError **error)
{
  await (self);
  if (self->error == NULL)
    return &self->result;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}

void
vigie_bulk_aside_free (VigieBulkAside *self)
{
  g_return_if_fail (self != NULL);

  await (self);
  g_clear_pointer (&self->result.rollups, vigie_rollups_ahead_free);
  g_clear_pointer (&self->result.packed, g_ptr_array_unref);
  g_clear_pointer (&self->result.hashed, g_checksum_free);
  g_clear_error (&self->error);
  g_free (self);
}
