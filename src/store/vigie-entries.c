// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * When facts were entered. A fact has two days: the one that it holds from, and the one on which it was entered; of
 * the second the register keeps one row for all records of a kind that came together.
 *
 * The picture of a past day is made of what was known by the end of it, so that it does not change when more is
 * entered later; or, where that is asked, of what was known on another day. What is entered on the first day on which
 * a kind of record comes into a register, or on a day that is not known, is its founding: a new register may begin
 * with years of history, which counts as known from its own dates. Units, professions, modules, staff and systems are
 * no facts of a day and are never late. A record that was corrected counts with what it says now.
 *
 * For a day by the end of which less was known than now, late facts are taken out of a copy of the register, which is
 * read in its place; nothing that reads needs to know of it.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-entries.h"

#include "vigie-entities.h"
#include "vigie-place.h"
#include "vigie-rollups.h"

#include <glib/gstdio.h>

/* The kinds of record that hold from a day, and that day. */
static const struct
{
  const char *kind;
  const char *day;
} dated[] = {
  { "headcount", "valid_from" },
  { "job", "starts_on" },
  { "completion", "completed_on" },
  { "completion_count", "as_of" },
  { "stage_event", "occurred_on" },
  { "user_group", "as_of" },
  { "safeguard", "done_on" },
  { "evidence", "obtained_on" },
  { "barrier", "opened_on" },
  { "rating", "rated_on" },
  { "survey", "as_of" },
  { "meeting", "held_on" },
  { "decision", "decided_on" },
  { "action", "opened_on" },
  { "incident", "occurred_on" },
  { "cost", "year || '-01-01'" },
  { "benefit", "measured_on" },
};

/* Of the batches of a kind ?1, those that were entered after ?2 and not at its founding. */
#define LATE_BATCH \
  "kind = ?1 AND entered_on > ?2" \
  " AND entered_on > (SELECT min (ifnull (entered_on, '')) FROM entry_batch WHERE kind = ?1)"

static gboolean
run_for_kind (VigieConnection *connection, const char *sql, const char *kind, VigieDate day, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_text (statement, 1, kind);
  if (vigie_statement_n_parameters (statement) > 1)
    vigie_statement_bind_date (statement, 2, day);
  return vigie_statement_run (statement, error);
}

/* Row ids grow, so what is beyond the last batch is new; and what was removed at the end may come again as another. */
static gboolean
note_kind (VigieConnection *connection, const char *kind, VigieDate day, GError **error)
{
  g_autofree char *top = g_strdup_printf ("(SELECT ifnull (max (id), 0) FROM %s)", kind);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM entry_batch WHERE kind = ?1 AND first_id > %s", top);
  g_autofree char *shorten =
    g_strdup_printf ("UPDATE entry_batch SET last_id = %1$s WHERE kind = ?1 AND last_id > %1$s", top);
  g_autofree char *add =
    g_strdup_printf ("INSERT INTO entry_batch SELECT ?1, mark + 1, %1$s, ?2 FROM"
                     " (SELECT ifnull (max (last_id), 0) AS mark FROM entry_batch WHERE kind = ?1) WHERE %1$s > mark",
                     top);

  return run_for_kind (connection, remove, kind, day, error) && run_for_kind (connection, shorten, kind, day, error) &&
         run_for_kind (connection, add, kind, day, error);
}

/* The kinds of which there are records beyond the last batch, or batches beyond the last record. */
static char *
dup_changed_sql (void)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    g_string_append_printf (sql,
                            "%1$sSELECT %3$u WHERE (SELECT max (id) FROM %2$s)"
                            " IS NOT (SELECT max (last_id) FROM entry_batch WHERE kind = '%2$s')",
                            i > 0 ? " UNION ALL " : "", dated[i].kind, (guint) i);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

/**
 * vigie_entries_note:
 * @connection: within a transaction that is about to be committed
 * @day: the day of its changes; %VIGIE_DATE_NONE where it is not known
 *
 * Keeps on which day the facts that the transaction added were entered.
 */
gboolean
vigie_entries_note (VigieConnection *connection, VigieDate day, GError **error)
{
  g_autofree char *sql = dup_changed_sql ();
  g_autoptr (VigieStatement) changed = vigie_connection_prepare (connection, sql, error);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;

  while (changed != NULL && vigie_statement_step (changed, &local))
    {
      gint64 kind = vigie_statement_get_integer (changed, 0);

      g_array_append_val (kinds, kind);
    }
  if (changed == NULL || local != NULL)
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return FALSE;
    }
  for (guint i = 0; i < kinds->len; i++)
    if (!note_kind (connection, dated[g_array_index (kinds, gint64, i)].kind, day, error))
      return FALSE;
  return TRUE;
}

static gboolean
count_late_of_kind (VigieConnection *connection, gsize kind, VigieDate as_of, VigieDate known_on, gint64 *n_late,
                    GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM entry_batch AS b CROSS JOIN %1$s AS t ON t.id BETWEEN b.first_id AND"
                     " b.last_id WHERE b." LATE_BATCH " AND ifnull (%2$s, ?3) <= ?3",
                     dated[kind].kind, dated[kind].day);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_text (statement, 1, dated[kind].kind);
  vigie_statement_bind_date (statement, 2, known_on);
  vigie_statement_bind_date (statement, 3, as_of);
  if (vigie_statement_step (statement, &local))
    *n_late += vigie_statement_get_integer (statement, 0);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* Facts that hold from @as_of or before, and were entered after @known_on. */
static gboolean
count_late (VigieConnection *connection, VigieDate as_of, VigieDate known_on, gint64 *n_late, GError **error)
{
  g_autoptr (VigieStatement) any =
    vigie_connection_prepare (connection, "SELECT 1 FROM entry_batch WHERE entered_on > ?1 LIMIT 1", error);
  GError *local = NULL;
  gboolean found;

  *n_late = 0;
  if (any == NULL)
    return FALSE;
  vigie_statement_bind_date (any, 1, known_on);
  found = vigie_statement_step (any, &local);
  for (gsize i = 0; found && i < G_N_ELEMENTS (dated); i++)
    found = count_late_of_kind (connection, i, as_of, known_on, n_late, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
remove_late (VigieConnection *copy, VigieDate known_on, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("DELETE FROM %s WHERE id IN (SELECT t.id FROM entry_batch AS b CROSS JOIN %s AS t"
                         " ON t.id BETWEEN b.first_id AND b.last_id WHERE b." LATE_BATCH ")",
                         dated[i].kind, dated[i].kind);

      if (!run_for_kind (copy, sql, dated[i].kind, known_on, error))
        return FALSE;
    }
  return TRUE;
}

/* What named a late record names none; where it must name one it goes too. */
static gboolean
mend_references (VigieConnection *copy, gboolean *mended, GError **error)
{
  g_autoptr (VigieStatement) broken = NULL;
  g_autoptr (GPtrArray) repairs = g_ptr_array_new_with_free_func (g_free);
  GError *local = NULL;

  broken = vigie_connection_prepare (copy,
                                     "SELECT c.\"table\", c.rowid, f.\"from\", t.\"notnull\""
                                     " FROM pragma_foreign_key_check AS c"
                                     " JOIN pragma_foreign_key_list (c.\"table\") AS f ON f.id = c.fkid"
                                     " JOIN pragma_table_info (c.\"table\") AS t ON t.name = f.\"from\"",
                                     error);
  while (broken != NULL && vigie_statement_step (broken, &local))
    {
      const char *table = vigie_statement_get_text (broken, 0);
      gint64 id = vigie_statement_get_integer (broken, 1);

      if (vigie_statement_get_integer (broken, 3) != 0)
        g_ptr_array_add (repairs, g_strdup_printf ("DELETE FROM \"%s\" WHERE id = %" G_GINT64_FORMAT, table, id));
      else
        g_ptr_array_add (repairs, g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE id = %" G_GINT64_FORMAT,
                                                   table, vigie_statement_get_text (broken, 2), id));
    }
  *mended = repairs->len > 0;
  for (guint i = 0; local == NULL && i < repairs->len; i++)
    vigie_connection_execute (copy, g_ptr_array_index (repairs, i), &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return broken != NULL && local == NULL;
}

static gboolean
forget_late (VigieConnection *copy, VigieDate known_on, GError **error)
{
  gboolean mended = TRUE;

  if (!vigie_connection_execute_script (copy,
                                        "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                                        "PRAGMA foreign_keys = OFF",
                                        error) ||
      !vigie_rollups_watch (copy, error) || !vigie_connection_begin (copy, error) ||
      !remove_late (copy, known_on, error))
    return FALSE;
  while (mended)
    if (!mend_references (copy, &mended, error))
      return FALSE;
  return vigie_rollups_settle (copy, error) && vigie_connection_commit (copy, error);
}

static VigieConnection *
open_copy (VigieConnection *connection, const char *path, VigieDate known_on, GError **error)
{
  g_autoptr (VigieConnection) copy = NULL;

  if (!vigie_connection_copy_to (connection, path, NULL, NULL, NULL, error))
    return NULL;
  copy = vigie_connection_open (path, VIGIE_OPEN_EDIT, error);
  return copy != NULL && forget_late (copy, known_on, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * vigie_entries_open_as_known:
 * @connection: to a register
 * @as_of: the day asked about
 * @known_on: by the end of which day
 * @n_late: (out): facts that hold from @as_of or before, and were entered after @known_on
 *
 * Returns: (transfer full) (nullable): the register without what was entered after @known_on; %NULL where there is
 *   nothing to leave out, or with @error set
 */
VigieConnection *
vigie_entries_open_as_known (VigieConnection *connection, VigieDate as_of, VigieDate known_on, gint64 *n_late,
                             GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  VigieConnection *copy;

  if (!count_late (connection, as_of, known_on, n_late, error) || *n_late == 0)
    return NULL;
  folder = g_dir_make_tmp ("vigie-known-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "known.vigie", NULL);
  copy = open_copy (connection, path, known_on, error);
  /* An open file lives on without its name, and nothing is left behind whatever becomes of the program. */
  vigie_place_discard (path);
  g_rmdir (folder);
  return copy;
}
