// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Undo and redo: the changes of an entry of the journal, inverted or once more, in one transaction that is an entry of
 * its own. Where a later change stands against it nothing is done, and the error says which.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-additions.h"
#include "vigie-edit.h"
#include "vigie-entities.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many later changes are told that stand against an undo. */
#define AGAINST_MAX 10

typedef struct
{
  VigieStore *store;
  gint64 seq; /* 0 for the next in turn */
  VigieJournalEntry *stamp;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->stamp, vigie_journal_entry_free);
  g_free (step);
}

/* --- which later change stands against it ---------------------------------------------------------- */

typedef struct
{
  const VigieConflict *conflict;
  gboolean found;
} Search;

static gboolean
search_cb (const char *table, gint64 id, VigieChangeKind kind G_GNUC_UNUSED, gpointer data)
{
  Search *search = data;

  search->found = id == search->conflict->id && g_strcmp0 (table, search->conflict->table) == 0;
  return !search->found;
}

/* Whether rows that were added are now those in conflict. */
static gboolean
adds_row (GBytes *packed, const VigieConflict *conflict)
{
  gint64 first_id = 0;
  g_autoptr (VigieBatch) batch = vigie_additions_unpack (packed, &first_id, NULL);

  return batch != NULL && g_str_equal (batch->entity->nick, conflict->table) && conflict->id >= first_id &&
         conflict->id < first_id + batch->n_rows;
}

static gboolean
touches_row (VigieConnection *connection, const VigieJournalEntry *entry, const VigieConflict *conflict)
{
  Search search = { conflict, FALSE };

  for (gint64 i = 0; i < entry->parts && !search.found; i++)
    {
      g_autoptr (GBytes) changes = vigie_journal_read_part (connection, entry->seq, i, NULL);

      if (changes != NULL && vigie_additions_is_packed (changes))
        search.found = adds_row (changes, conflict);
      else if (changes == NULL || !vigie_changeset_foreach (changes, search_cb, &search, NULL))
        return FALSE;
    }
  return search.found;
}

static gboolean
adds_or_changes (const VigieJournalEntry *entry, const VigieEntity *entity)
{
  return vigie_journal_entry_count (entry, entity, VIGIE_CHANGE_ADDED) +
           vigie_journal_entry_count (entry, entity, VIGIE_CHANGE_CHANGED) >
         0;
}

/* Whether @entry wrote records that may name those which @target added. */
static gboolean
may_refer_to (const VigieJournalEntry *entry, const VigieJournalEntry *target)
{
  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    for (guint i = 0; i < (*entity)->n_fields && adds_or_changes (entry, *entity); i++)
      if ((*entity)->fields[i].type == VIGIE_FIELD_REFERENCE &&
          adds_or_changes (target, (*entity)->fields[i].reference))
        return TRUE;
  return FALSE;
}

static gboolean
stands_against (VigieConnection *connection, const VigieJournalEntry *entry, const VigieJournalEntry *target,
                const VigieConflict *conflict)
{
  if (entry->seq <= target->seq || entry->target != 0 || vigie_journal_is_undone (connection, entry->seq, NULL))
    return FALSE;
  switch (conflict->kind)
    {
    case VIGIE_CONFLICT_ROW:
      return touches_row (connection, entry, conflict);
    case VIGIE_CONFLICT_RULE:
      return adds_or_changes (entry, vigie_entity_from_nick (conflict->table));
    case VIGIE_CONFLICT_REFERENCE:
      return may_refer_to (entry, target);
    case VIGIE_CONFLICT_NONE:
    default:
      return FALSE;
    }
}

static char *
describe (const VigieJournalEntry *entry)
{
  g_autofree char *sentence = vigie_journal_entry_dup_sentence (entry);

  /* Translators: an entry of the journal: its number, what it did, when, and who entered it */
  return g_strdup_printf (_ ("no. %1$" PRId64 ", %2$s, %3$s, %4$s"), entry->seq, sentence,
                          entry->entered_at != NULL ? entry->entered_at : "–",
                          entry->author != NULL ? entry->author : "–");
}

/* The newest first, in the order in which they are to be undone. */
static void
refuse_conflict (VigieConnection *connection, const VigieJournalEntry *target, const VigieConflict *conflict,
                 GError **error)
{
  const VigieJournalQuery all = { 0 };
  g_autoptr (GPtrArray) entries = vigie_journal_list (connection, &all, error);
  g_autoptr (GString) against = g_string_new (NULL);
  g_autofree char *what = describe (target);
  gulong n = 0;

  if (entries == NULL)
    return;
  for (guint i = 0; i < entries->len && n < AGAINST_MAX; i++)
    {
      const VigieJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *one = NULL;

      if (!stands_against (connection, entry, target, conflict))
        continue;
      one = describe (entry);
      g_string_append_printf (against, "%s%s", n++ > 0 ? " · " : "", one);
    }
  if (n > 0)
    g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT,
                 /* Translators: %1$s is a change, %2$s the later ones that stand against it */
                 ngettext ("%1$s: a later change stands against it: %2$s. Undo that one first.",
                           "%1$s: later changes stand against it: %2$s. Undo those first, in this order.", n),
                 what, against->str);
  else
    g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT,
                 /* Translators: %s is a change */
                 _ ("%s: the records it concerns were changed since, and not by an entry of the journal."), what);
}

/* --- making the changes ---------------------------------------------------------------------------- */

typedef struct
{
  VigieRegister *reg;
  GError **error;
  gboolean failed;
} Refresh;

static gboolean
refresh_cb (const char *name, gint64 id, VigieChangeKind kind G_GNUC_UNUSED, gpointer data)
{
  Refresh *refresh = data;
  const VigieEntity *entity = vigie_entity_from_nick (name);
  VigieTable *table;

  if (entity == NULL || !vigie_entity_is_searchable (entity))
    return TRUE;
  table = vigie_register_get_table (refresh->reg, entity, refresh->error);
  refresh->failed = table == NULL || !vigie_table_refresh (table, id, refresh->error);
  return !refresh->failed;
}

static gboolean
apply_part (VigieRegister *reg, const VigieJournalEntry *target, gint64 part, gboolean inverted,
            VigieConflict *conflict, GError **error)
{
  VigieConnection *connection = vigie_register_get_connection (reg);
  g_autoptr (GBytes) original = vigie_journal_read_part (connection, target->seq, part, error);
  g_autoptr (GBytes) changes = NULL;
  Refresh refresh = { reg, error, FALSE };

  if (original == NULL)
    return FALSE;
  if (vigie_additions_is_packed (original))
    return vigie_additions_apply (connection, original, inverted, conflict, error);
  changes = inverted ? vigie_changeset_invert (original, error) : g_bytes_ref (original);
  return changes != NULL && vigie_changeset_apply (connection, changes, conflict, error) &&
         vigie_changeset_foreach (changes, refresh_cb, &refresh, error) && !refresh.failed;
}

static gboolean
apply (VigieRegister *reg, VigieJournalEntry *target, gboolean inverted, GCancellable *cancellable, GError **error)
{
  VigieConnection *connection = vigie_register_get_connection (reg);
  GError *local = NULL;

  if (!vigie_journal_verify_entry (connection, target, &local) && local == NULL)
    g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                 _ ("Entry %" PRId64 " of the journal is not as it was written, so it is not applied; “vigie check” "
                    "tells more."),
                 target->seq);
  for (gint64 i = 0; local == NULL && i < target->parts; i++)
    {
      g_auto (VigieConflict) conflict = { 0 };
      gint64 part = inverted ? target->parts - 1 - i : i;

      if (g_cancellable_set_error_if_cancelled (cancellable, &local) ||
          apply_part (reg, target, part, inverted, &conflict, &local))
        continue;
      if (conflict.kind == VIGIE_CONFLICT_NONE)
        continue;
      g_clear_error (&local);
      refuse_conflict (connection, target, &conflict, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
refuse_absent (gint64 seq, gboolean undo, GError **error)
{
  if (seq != 0)
    g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOTHING,
                 _ ("Entry %" PRId64 " of the journal cannot be undone: it is none, is undone already, or is no "
                    "change of its own."),
                 seq);
  else
    g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOTHING,
                         undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  return FALSE;
}

static VigieJournalEntry *
find_target (VigieConnection *connection, const Step *step, gboolean undo, GError **error)
{
  g_autoptr (VigieJournalEntry) target = NULL;
  GError *local = NULL;

  if (step->seq != 0)
    target = vigie_journal_find (connection, step->seq, &local);
  else
    target = undo ? vigie_journal_find_undo (connection, &local) : vigie_journal_find_redo (connection, &local);
  if (target != NULL && step->seq != 0 &&
      (target->target != 0 || target->kind == VIGIE_JOURNAL_FOUNDING ||
       vigie_journal_is_undone (connection, target->seq, &local)))
    g_clear_pointer (&target, vigie_journal_entry_free);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (target == NULL)
    refuse_absent (step->seq, undo, error);
  return g_steal_pointer (&target);
}

/* What stands again was entered when it was entered first. */
static VigieDate
find_day (const VigieJournalEntry *target)
{
  g_autofree char *day = target->entered_at != NULL ? g_strndup (target->entered_at, 10) : NULL;

  return day != NULL ? vigie_date_parse_iso (day) : VIGIE_DATE_NONE;
}

static gpointer
run_step (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;
  gboolean undo = step->stamp->kind == VIGIE_JOURNAL_UNDO;
  VigieConnection *connection = vigie_register_get_connection (reg);
  g_autoptr (VigieJournalEntry) target = NULL;
  g_autoptr (VigieEdit) edit = NULL;

  if (!vigie_store_require_writable (step->store, connection, error) ||
      !vigie_store_back_up_before (step->store, reg, step->stamp, cancellable, error))
    return NULL;
  edit = vigie_edit_begin (reg, FALSE, error);
  if (edit == NULL)
    return NULL;
  target = find_target (connection, step, undo, error);
  if (target == NULL || !apply (reg, target, undo, cancellable, error))
    return NULL;
  step->stamp->target = target->seq;
  vigie_journal_writer_count (vigie_edit_get_writer (edit), target, undo);
  if (!vigie_edit_commit (edit, step->stamp, find_day (target), error))
    return NULL;
  vigie_store_emit_changed (step->store);
  return g_steal_pointer (&target);
}

static Step *
step_new (VigieStore *store, gint64 seq, VigieJournalKind kind)
{
  Step *step = g_new0 (Step, 1);

  step->store = store;
  step->seq = seq;
  step->stamp = vigie_store_dup_stamp (store, kind);
  return step;
}

static VigieJournalEntry *
step_now (Step *step, GCancellable *cancellable, GError **error)
{
  VigieJournalEntry *target = vigie_store_run (step->store, VIGIE_WORK_IN_TURN, run_step, step, cancellable, error);

  step_free (step);
  return target;
}

/**
 * vigie_store_undo:
 * @seq: the number of an entry of the journal; 0 for the last that stands
 *
 * Takes back what an entry changed.
 *
 * Returns: (transfer full): that entry; %NULL with @error set: %VIGIE_STORE_ERROR_CONFLICT where a later change stands
 *   against it, %VIGIE_STORE_ERROR_NOTHING where there is none. Then nothing was changed
 */
VigieJournalEntry *
vigie_store_undo (VigieStore *self, gint64 seq, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), NULL);

  return step_now (step_new (self, seq, VIGIE_JOURNAL_UNDO), cancellable, error);
}

/**
 * vigie_store_redo:
 *
 * Makes again what was undone last, unless something new was entered since.
 *
 * Returns: (transfer full): the entry that stands again; %NULL with @error as vigie_store_undo()
 */
VigieJournalEntry *
vigie_store_redo (VigieStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), NULL);

  return step_now (step_new (self, 0, VIGIE_JOURNAL_REDO), cancellable, error);
}

/**
 * vigie_store_undo_async:
 *
 * As vigie_store_undo(), without waiting.
 */
void
vigie_store_undo_async (VigieStore *self, gint64 seq, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_undo_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, run_step, step_new (self, seq, VIGIE_JOURNAL_UNDO), step_free,
                        (GDestroyNotify) vigie_journal_entry_free, task);
}

VigieJournalEntry *
vigie_store_undo_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vigie_store_redo_async:
 *
 * As vigie_store_redo(), without waiting.
 */
void
vigie_store_redo_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_redo_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, run_step, step_new (self, 0, VIGIE_JOURNAL_REDO), step_free,
                        (GDestroyNotify) vigie_journal_entry_free, task);
}

VigieJournalEntry *
vigie_store_redo_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
