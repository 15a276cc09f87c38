// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the journal of a register says.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-journal.h"
#include "vigie-store-private.h"

static gpointer
log_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_journal_list (vigie_register_get_connection (reg), data, error);
}

/**
 * vigie_store_log:
 *
 * Returns: (transfer full) (element-type VigieJournalEntry): entries of the journal that @query wants, the newest
 *   first; %NULL with @error set
 */
GPtrArray *
vigie_store_log (VigieStore *self, const VigieJournalQuery *query, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self) && query != NULL, NULL);

  return vigie_store_run (self, VIGIE_WORK_BRIEF, log_job, (gpointer) query, cancellable, error);
}

/* A question that outlives whoever asked it. */
typedef struct
{
  VigieJournalQuery query;
  char *author;
  char *since;
  char *until;
  char *words;
  GStrv codes;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->author);
  g_free (question->since);
  g_free (question->until);
  g_free (question->words);
  g_strfreev (question->codes);
  g_free (question);
}

static Question *
question_new (const VigieJournalQuery *query)
{
  Question *question = g_new0 (Question, 1);

  question->query = *query;
  question->query.author = question->author = g_strdup (query->author);
  question->query.since = question->since = g_strdup (query->since);
  question->query.until = question->until = g_strdup (query->until);
  question->query.words = question->words = g_strdup (query->words);
  question->codes = g_strdupv ((char **) query->codes);
  question->query.codes = (const char *const *) question->codes;
  return question;
}

static gpointer
log_question_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Question *question = data;

  return vigie_journal_list (vigie_register_get_connection (reg), &question->query, error);
}

/**
 * vigie_store_log_async:
 *
 * As vigie_store_log(), without waiting.
 */
void
vigie_store_log_async (VigieStore *self, const VigieJournalQuery *query, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_log_async);
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, log_question_job, question_new (query), question_free,
                        (GDestroyNotify) g_ptr_array_unref, task);
}

GPtrArray *
vigie_store_log_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
list_authors_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED,
                  GError **error)
{
  return vigie_journal_list_authors (vigie_register_get_connection (reg), error);
}

/**
 * vigie_store_list_authors_async:
 *
 * Asks who is in the journal, in alphabetical order.
 */
void
vigie_store_list_authors_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_list_authors_async);
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, list_authors_job, NULL, NULL, (GDestroyNotify) g_strfreev, task);
}

GStrv
vigie_store_list_authors_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what is next in turn -------------------------------------------------------------------------- */

static gpointer
peek_undo_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_journal_find_undo (vigie_register_get_connection (reg), error);
}

static gpointer
peek_redo_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_journal_find_redo (vigie_register_get_connection (reg), error);
}

/**
 * vigie_store_peek_undo:
 *
 * Returns: (transfer full) (nullable): what an undo would take back; %NULL where there is nothing
 */
VigieJournalEntry *
vigie_store_peek_undo (VigieStore *self, GError **error)
{
  return vigie_store_run (self, VIGIE_WORK_BRIEF, peek_undo_job, NULL, NULL, error);
}

/**
 * vigie_store_peek_redo:
 *
 * Returns: (transfer full) (nullable): what a redo would make again; %NULL where there is nothing
 */
VigieJournalEntry *
vigie_store_peek_redo (VigieStore *self, GError **error)
{
  return vigie_store_run (self, VIGIE_WORK_BRIEF, peek_redo_job, NULL, NULL, error);
}

typedef struct
{
  VigieJournalEntry *undo;
  VigieJournalEntry *redo;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_clear_pointer (&turn->undo, vigie_journal_entry_free);
  g_clear_pointer (&turn->redo, vigie_journal_entry_free);
  g_free (turn);
}

static gpointer
peek_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  VigieConnection *connection = vigie_register_get_connection (reg);
  Turn *turn = g_new0 (Turn, 1);
  GError *local = NULL;

  turn->undo = vigie_journal_find_undo (connection, &local);
  if (local == NULL)
    turn->redo = vigie_journal_find_redo (connection, &local);
  if (local == NULL)
    return turn;
  turn_free (turn);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * vigie_store_peek_async:
 *
 * Asks what an undo would take back and a redo would make again.
 */
void
vigie_store_peek_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_peek_async);
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, peek_job, NULL, NULL, turn_free, task);
}

/**
 * vigie_store_peek_finish:
 * @undo: (out) (nullable): what an undo would take back; %NULL where there is nothing
 * @redo: (out) (nullable): what a redo would make again; %NULL where there is nothing
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
vigie_store_peek_finish (VigieStore *self, GAsyncResult *result, VigieJournalEntry **undo, VigieJournalEntry **redo,
                         GError **error)
{
  Turn *turn;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  turn = g_task_propagate_pointer (G_TASK (result), error);
  if (turn == NULL)
    return FALSE;
  *undo = g_steal_pointer (&turn->undo);
  *redo = g_steal_pointer (&turn->redo);
  turn_free (turn);
  return TRUE;
}
