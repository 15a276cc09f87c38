// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieEdit: begin, capture what is changed, settle what is added up, write the journal, commit. An edit that is freed
 * before it was committed is taken back.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-edit.h"

#include "vigie-additions.h"
#include "vigie-entries.h"
#include "vigie-rollups.h"

/* A capture keeps a note of each row until it is taken: so many records are noted and put away at a time. */
#define RECORDS_A_PART 5000

struct _VigieEdit
{
  VigieConnection *connection;
  VigieJournalWriter *writer;
  gboolean captures;
  VigieCapture *capture; /* NULL while paused */
  VigieEntryMarks before;
  VigieEntryRuns *runs; /* NULL until a record is added one by one */
  guint n_records;
};

/**
 * vigie_edit_begin:
 * @reg: outlives the edit; may be written to
 * @capture: whether changes are kept in the journal: neither what a register is made with, which is no change to it,
 *   nor what an undo does, which is in the journal already
 *
 * Begins a transaction.
 *
 * Returns: (transfer full): the edit; %NULL with @error set where there can be none now
 */
VigieEdit *
vigie_edit_begin (VigieRegister *reg, gboolean capture, GError **error)
{
  g_autoptr (VigieEdit) self = NULL;

  if (!vigie_register_begin (reg, error))
    return NULL;
  self = g_new0 (VigieEdit, 1);
  self->connection = vigie_register_get_connection (reg);
  self->writer = vigie_journal_writer_new (self->connection, error);
  if (self->writer == NULL || !vigie_entries_mark (self->connection, &self->before, error))
    return NULL;
  if (!capture)
    return g_steal_pointer (&self);
  self->captures = TRUE;
  self->capture = vigie_capture_new (self->connection, error);
  return self->capture != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
put_away (VigieEdit *self, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;

  self->n_records = 0;
  if (self->capture == NULL || vigie_capture_is_empty (self->capture))
    return TRUE;
  changeset = vigie_capture_take (self->capture, error);
  return changeset != NULL &&
         (g_bytes_get_size (changeset) == 0 || vigie_journal_writer_add (self->writer, changeset, error));
}

/**
 * vigie_edit_advance:
 *
 * Says that a record was put, all of it.
 */
gboolean
vigie_edit_advance (VigieEdit *self, GError **error)
{
  return ++self->n_records < RECORDS_A_PART || put_away (self, error);
}

/**
 * vigie_edit_note_added:
 * @record: was added, and may say when it was entered first
 */
void
vigie_edit_note_added (VigieEdit *self, VigieRecord *record)
{
  if (self->runs == NULL)
    self->runs = vigie_entry_runs_new ();
  vigie_entry_runs_add (self->runs, record);
}

/**
 * vigie_edit_pause:
 *
 * Captures nothing until vigie_edit_resume().
 */
gboolean
vigie_edit_pause (VigieEdit *self, GError **error)
{
  if (!put_away (self, error))
    return FALSE;
  g_clear_pointer (&self->capture, vigie_capture_free);
  return TRUE;
}

/**
 * vigie_edit_resume:
 * @added: rows that were added meanwhile, with the ids that they have
 * @packed: (nullable) (element-type GBytes): the same as vigie_additions_pack() has them
 * @hashed: (nullable): what vigie_journal_writer_hash_ahead() made of @packed
 *
 * Captures again.
 */
gboolean
vigie_edit_resume (VigieEdit *self, const VigieBatchView *added, GPtrArray *packed, const GChecksum *hashed,
                   GError **error)
{
  g_autoptr (GPtrArray) own = NULL;

  if (!self->captures)
    return TRUE;
  if (packed == NULL)
    packed = own = vigie_additions_pack (added);
  if (!vigie_journal_writer_add_rows (self->writer, added->batch->entity, packed, hashed, added->n, error))
    return FALSE;
  self->capture = vigie_capture_new (self->connection, error);
  return self->capture != NULL;
}

/**
 * vigie_edit_get_writer:
 *
 * Returns: (transfer none): the entry of the journal that is being written
 */
VigieJournalWriter *
vigie_edit_get_writer (VigieEdit *self)
{
  return self->writer;
}

static gboolean
note_entries (VigieEdit *self, const VigieJournalEntry *entry, VigieDate day, GError **error)
{
  if (entry->kind == VIGIE_JOURNAL_UNDO || entry->kind == VIGIE_JOURNAL_REDO)
    return vigie_entries_note_restored (self->connection, day, error);
  return vigie_entries_note (self->connection, &self->before, self->runs, day, error);
}

/**
 * vigie_edit_commit:
 * @entry: as vigie_journal_writer_finish() takes it
 * @day: on which its facts were entered; %VIGIE_DATE_NONE where it is not known
 *
 * Ends the transaction. It is in the journal unless nothing was changed.
 *
 * Returns: %FALSE with @error set; free the edit then, which takes all of it back
 */
gboolean
vigie_edit_commit (VigieEdit *self, const VigieJournalEntry *entry, VigieDate day, GError **error)
{
  if (!vigie_rollups_settle (self->connection, error) || !note_entries (self, entry, day, error) ||
      !put_away (self, error))
    return FALSE;
  g_clear_pointer (&self->capture, vigie_capture_free);
  if ((!self->captures || vigie_journal_writer_has_changes (self->writer)) &&
      !vigie_journal_writer_finish (self->writer, entry, error))
    return FALSE;
  if (!vigie_connection_commit (self->connection, error))
    return FALSE;
  self->connection = NULL;
  return TRUE;
}

void
vigie_edit_free (VigieEdit *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->capture, vigie_capture_free);
  g_clear_pointer (&self->writer, vigie_journal_writer_free);
  g_clear_pointer (&self->runs, vigie_entry_runs_free);
  if (self->connection != NULL)
    vigie_connection_rollback (self->connection);
  g_free (self);
}
