// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * When facts were entered. A fact has two days: the one that it holds from, and the one on which it was entered; of
 * the second the register keeps one row for all records of a kind that came together.
 *
 * The picture of a past day is made of what was known by the end of it, so that it does not change when more is
 * entered later; or, where that is asked, of what was known on another day. What is entered on the first day on which
 * a kind of record comes into a register, or on a day that is not known, is its founding: a new register may begin
 * with years of history, which counts as known from its own dates. Units, professions, modules, staff and systems are
 * no facts of a day and are never late. A record that was corrected counts with what it says now. One that was deleted, or
 * whose entry was undone, and stands again, stands as entered when it was entered first: what is noted of it stays
 * until its row id goes to another, and comes back from the journal with the record.
 *
 * Records that come out of another register say themselves when they were entered, and of a kind of which there are none
 * yet this is believed: what is there has a past that no document changes.
 *
 * For a day by the end of which less was known than now, views without late facts stand before the tables for as long
 * as the register is read; nothing that reads needs to know of it. What was added up of trainings is told anew for the
 * people concerned, so that all of it costs what was entered late, and not what the register holds.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-entries.h"

#include "vigie-entities.h"
#include "vigie-rollup-cells.h"

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

G_STATIC_ASSERT (G_N_ELEMENTS (dated) == VIGIE_ENTRIES_N_KINDS);

/**
 * vigie_entries_has_kind:
 *
 * Returns: whether it is kept when records of @kind were entered
 */
gboolean
vigie_entries_has_kind (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    if (g_str_equal (dated[i].kind, kind))
      return TRUE;
  return FALSE;
}

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

static gboolean
read_marks (VigieConnection *connection, const char *column_format, VigieEntryMarks *marks, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (VigieStatement) statement = NULL;
  GError *local = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      g_string_append (sql, column_format);
      g_string_replace (sql, "KIND", dated[i].kind, 1);
    }
  statement = vigie_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  if (vigie_statement_step (statement, &local))
    for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
      marks->last_ids[i] = vigie_statement_get_integer (statement, (int) i);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * vigie_entries_mark:
 * @connection: within a transaction that has changed nothing yet
 * @marks: (out caller-allocates): for vigie_entries_note()
 */
gboolean
vigie_entries_mark (VigieConnection *connection, VigieEntryMarks *marks, GError **error)
{
  return read_marks (connection, "(SELECT ifnull (max (id), 0) FROM KIND)", marks, error);
}

static gboolean
run_from (VigieConnection *connection, const char *sql, const char *kind, gint64 mark, gint64 top, VigieDate day,
          GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_text (statement, 1, kind);
  vigie_statement_bind_integer (statement, 2, mark);
  if (vigie_statement_n_parameters (statement) > 2)
    {
      vigie_statement_bind_integer (statement, 3, top);
      vigie_statement_bind_date (statement, 4, day);
    }
  return vigie_statement_run (statement, error);
}

static gboolean
add_batch (VigieConnection *connection, const char *kind, gint64 mark, gint64 top, VigieDate day, GError **error)
{
  return run_from (connection, "INSERT INTO entry_batch VALUES (?1, ?2 + 1, ?3, ?4)", kind, mark, top, day, error);
}

/* Row ids grow, so what is beyond the mark is new; what once had such an id is not there any more. */
static gboolean
clear_beyond (VigieConnection *connection, const char *kind, gint64 mark, GError **error)
{
  return run_from (connection, "DELETE FROM entry_batch WHERE kind = ?1 AND first_id > ?2", kind, mark, 0,
                   VIGIE_DATE_NONE, error) &&
         run_from (connection, "UPDATE entry_batch SET last_id = ?2 WHERE kind = ?1 AND last_id > ?2", kind, mark, 0,
                   VIGIE_DATE_NONE, error);
}

static gboolean
note_kind (VigieConnection *connection, const char *kind, gint64 mark, gint64 top, VigieDate day, GArray *runs,
           GError **error)
{
  if (!clear_beyond (connection, kind, mark, error))
    return FALSE;
  if (runs == NULL)
    return add_batch (connection, kind, mark, top, day, error);
  for (guint i = 0; i < runs->len; i++)
    {
      const VigieEntryRun *run = &g_array_index (runs, VigieEntryRun, i);

      if (!add_batch (connection, kind, mark, mark + run->n_records, run->day, error))
        return FALSE;
      mark += run->n_records;
    }
  return TRUE;
}

/**
 * vigie_entries_note:
 * @connection: within a transaction that is about to be committed
 * @before: what vigie_entries_mark() said when it began
 * @runs: (nullable): what the records that it added say of it
 * @day: the day of its changes; %VIGIE_DATE_NONE where it is not known
 *
 * Keeps on which day the facts that the transaction added were entered.
 */
gboolean
vigie_entries_note (VigieConnection *connection, const VigieEntryMarks *before, VigieEntryRuns *runs, VigieDate day,
                    GError **error)
{
  VigieEntryMarks now;

  if (!vigie_entries_mark (connection, &now, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      gboolean said = runs != NULL && before->last_ids[i] == 0;

      if (now.last_ids[i] > before->last_ids[i] &&
          !note_kind (connection, dated[i].kind, before->last_ids[i], now.last_ids[i], day,
                      said ? vigie_entry_runs_get (runs, dated[i].kind, now.last_ids[i]) : NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * vigie_entries_note_restored:
 * @connection: within a transaction that is about to be committed, and that undid or redid another
 * @day: of the one that it undid or redid
 *
 * What stands again is noted still; but for what a program noted that did not keep it.
 */
gboolean
vigie_entries_note_restored (VigieConnection *connection, VigieDate day, GError **error)
{
  VigieEntryMarks now, noted;

  if (!vigie_entries_mark (connection, &now, error) ||
      !read_marks (connection, "(SELECT ifnull (max (last_id), 0) FROM entry_batch WHERE kind = 'KIND')", &noted,
                   error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    if (now.last_ids[i] > noted.last_ids[i] &&
        !add_batch (connection, dated[i].kind, noted.last_ids[i], now.last_ids[i], day, error))
      return FALSE;
  return TRUE;
}

static gboolean
count_late_of_kind (VigieConnection *connection, gsize kind, VigieDate as_of, VigieDate known_on, gint64 *n_late,
                    GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count (DISTINCT t.id) FROM entry_batch AS b CROSS JOIN %1$s AS t ON t.id BETWEEN b.first_id AND"
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

/* Late records by the ranges of their ids. A view of the connection may stand in the place of a table, and hides it. */
static const char begin_sql[] =
  "CREATE TEMP TABLE late_range (kind TEXT NOT NULL, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL,"
  " PRIMARY KEY (kind, first_id)) STRICT, WITHOUT ROWID";

static gboolean
hide_kind (VigieConnection *connection, const char *kind, VigieDate known_on, GError **error)
{
  g_autofree char *found = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM temp.late_range WHERE kind = '%s')", kind);
  g_autofree char *view = g_strdup_printf ("CREATE TEMP VIEW %1$s AS SELECT t.* FROM main.%1$s AS t WHERE NOT EXISTS"
                                           " (SELECT 1 FROM temp.late_range AS l WHERE l.kind = '%1$s'"
                                           "  AND l.first_id <= t.id AND l.last_id >= t.id)",
                                           kind);
  GError *local = NULL;
  gboolean late;

  if (!run_for_kind (connection,
                     "INSERT INTO temp.late_range SELECT kind, first_id, last_id FROM main.entry_batch"
                     " WHERE " LATE_BATCH,
                     kind, known_on, error))
    return FALSE;
  late = vigie_connection_query_integer (connection, found, 0, &local) != 0;
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL && (!late || vigie_connection_execute (connection, view, error));
}

/* People of whom something was entered late, and what they add up to with it and without. */
#define LATE_STAFF(kind) \
  "SELECT t.staff_id FROM temp.late_range AS l CROSS JOIN main." kind " AS t ON t.id BETWEEN l.first_id AND l.last_id" \
  " WHERE l.kind = '" kind "'"
#define JOBS(of) \
  "SELECT j.staff_id, j.org_unit_id, j.profession_id, j.starts_on, j.ends_on FROM temp.late_staff AS s" \
  " CROSS JOIN " of "job AS j ON j.staff_id = s.id ORDER BY 1, 2, 3, 4"
#define COMPLETIONS(of) \
  "SELECT c.staff_id, c.module_id, c.completed_on, c.expires_on, m.validity_months FROM temp.late_staff AS s" \
  " CROSS JOIN " of "completion AS c ON c.staff_id = s.id CROSS JOIN main.module AS m ON m.id = c.module_id" \
  " ORDER BY 1, 2, 3"

static const char *const rollups_sql[] = {
  "CREATE TEMP TABLE late_staff (id INTEGER PRIMARY KEY) STRICT",
  "INSERT OR IGNORE INTO temp.late_staff " LATE_STAFF ("job") " UNION ALL " LATE_STAFF ("completion"),
  VIGIE_ROLLUPS_BESIDE_SQL,
};

static const char rollups_view_sql[] =
  "CREATE TEMP VIEW rollup_training AS SELECT * FROM main.rollup_training AS r WHERE NOT EXISTS"
  " (SELECT 1 FROM temp.rollup_beside AS b WHERE b.org_unit_id = r.org_unit_id"
  "  AND b.profession_id = r.profession_id AND b.module_id = r.module_id)"
  " UNION ALL SELECT * FROM temp.rollup_beside WHERE length (series) > 0";

static gboolean
hide_from_rollups (VigieConnection *connection, GError **error)
{
  static const VigieHoldingSource with = { .jobs_sql = JOBS ("main."), .completions_sql = COMPLETIONS ("main.") };
  static const VigieHoldingSource without = { .jobs_sql = JOBS (""), .completions_sql = COMPLETIONS ("") };
  g_autoptr (VigieRollupCells) cells = vigie_rollup_cells_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rollups_sql); i++)
    if (!vigie_connection_execute (connection, rollups_sql[i], error))
      return FALSE;
  vigie_rollup_cells_set_beside (cells);
  return vigie_rollup_cells_add (cells, connection, &with, -1, error) &&
         vigie_rollup_cells_add (cells, connection, &without, 1, error) &&
         vigie_rollup_cells_write (cells, connection, error) &&
         vigie_connection_execute (connection, rollups_view_sql, error);
}

static gboolean
hide_all (VigieConnection *connection, VigieDate known_on, GError **error)
{
  GError *local = NULL;
  gint64 people;

  if (!vigie_connection_execute (connection, begin_sql, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    if (!hide_kind (connection, dated[i].kind, known_on, error))
      return FALSE;
  people = vigie_connection_query_integer (
    connection, "SELECT EXISTS (SELECT 1 FROM temp.late_range WHERE kind IN ('job', 'completion'))", 0, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL && (people == 0 || hide_from_rollups (connection, error));
}

/**
 * vigie_entries_hide_late:
 * @connection: to a register, within a transaction
 * @as_of: the day asked about
 * @known_on: by the end of which day
 * @n_late: (out): facts that hold from @as_of or before, and were entered after @known_on
 *
 * Lets the register be read as if what was entered after @known_on were not in it, until vigie_entries_show_late(). What
 * a late record names, or is named by, may be missing: who reads must bear that.
 *
 * Returns: %FALSE with @error set; vigie_entries_show_late() is due all the same
 */
gboolean
vigie_entries_hide_late (VigieConnection *connection, VigieDate as_of, VigieDate known_on, gint64 *n_late,
                         GError **error)
{
  if (!count_late (connection, as_of, known_on, n_late, error))
    return FALSE;
  if (*n_late == 0)
    return TRUE;
  /* One who only reads may make views of his own all the same. */
  return vigie_connection_execute (connection, "PRAGMA query_only = OFF", error) &&
         vigie_connection_execute (connection, "SAVEPOINT late", error) && hide_all (connection, known_on, error);
}

/**
 * vigie_entries_show_late:
 * @n_late: what vigie_entries_hide_late() said
 *
 * Lets the register be read as it is.
 */
void
vigie_entries_show_late (VigieConnection *connection, gint64 n_late)
{
  if (n_late == 0)
    return;
  vigie_connection_execute_script (connection, "ROLLBACK TO late; RELEASE late", NULL);
  if (vigie_connection_is_read_only (connection))
    vigie_connection_execute (connection, "PRAGMA query_only = ON", NULL);
}
