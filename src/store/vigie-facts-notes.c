// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What changed since facts were read: triggers of the connection, which are not in the file, note of each change what
 * it is about, whoever makes it: a form, an import or an undo. So what did not change need not be read again.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-notes.h"

#include "vigie-statement.h"

/* What is about more than so many is read anew as a whole. */
#define MOST_NOTES 2000

typedef struct
{
  const char *table;
  VigieFactsPart part;
  const char *owner; /* the column that says what a record is about; NULL where the part is read as a whole */
} Watched;

static const Watched watched[] = {
  { "org_unit", VIGIE_FACTS_PART_ALL, NULL },
  { "profession", VIGIE_FACTS_PART_ALL, NULL },
  { "headcount", VIGIE_FACTS_PART_ALL, NULL },
  { "completion_count", VIGIE_FACTS_PART_ALL, NULL },
  { "setting", VIGIE_FACTS_PART_SETTINGS, NULL },
  { "module", VIGIE_FACTS_PART_RULES, NULL },
  { "requirement", VIGIE_FACTS_PART_RULES, NULL },
  { "duty", VIGIE_FACTS_PART_DUTIES, NULL },
  { "evidence_weight", VIGIE_FACTS_PART_DUTIES, NULL },
  { "job", VIGIE_FACTS_PART_JOBS, NULL },
  { "completion", VIGIE_FACTS_PART_HOURS, NULL },
  { "barrier", VIGIE_FACTS_PART_BARRIERS, NULL },
  { "rating", VIGIE_FACTS_PART_BARRIERS, NULL },
  { "barrier_link", VIGIE_FACTS_PART_BARRIERS, NULL },
  { "survey", VIGIE_FACTS_PART_BARRIERS, NULL },
  { "survey_result", VIGIE_FACTS_PART_BARRIERS, NULL },
  { "benchmark", VIGIE_FACTS_PART_BARRIERS, NULL },
  { "meeting", VIGIE_FACTS_PART_MEETINGS, NULL },
  { "decision", VIGIE_FACTS_PART_DECISIONS, NULL },
  { "action", VIGIE_FACTS_PART_ACTIONS, NULL },
  { "action", VIGIE_FACTS_PART_INCIDENTS, NULL }, /* whether one answers them */
  { "incident", VIGIE_FACTS_PART_INCIDENTS, NULL },
  { "milestone", VIGIE_FACTS_PART_MILESTONES, NULL },
  { "system", VIGIE_FACTS_PART_SYSTEM, "id" },
  { "evidence", VIGIE_FACTS_PART_EVIDENCE, "system_id" },
  { "deployment", VIGIE_FACTS_PART_DEPLOYMENT, "id" },
  { "deployment", VIGIE_FACTS_PART_SYSTEM, "system_id" },
  { "stage_event", VIGIE_FACTS_PART_DEPLOYMENT, "deployment_id" },
  { "user_group", VIGIE_FACTS_PART_USERS, "deployment_id" },
  { "safeguard", VIGIE_FACTS_PART_SAFEGUARDS, "deployment_id" },
  { "cost", VIGIE_FACTS_PART_COSTS, "deployment_id" },
  { "benefit", VIGIE_FACTS_PART_BENEFITS, "deployment_id" },
};

static const char *const tables_sql[] = {
  "CREATE TEMP TABLE IF NOT EXISTS facts_note (part INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (part, id))"
  " STRICT, WITHOUT ROWID",
  "CREATE TEMP TABLE IF NOT EXISTS facts_cell (org_unit_id INTEGER NOT NULL, profession_id INTEGER NOT NULL,"
  " module_id INTEGER NOT NULL, PRIMARY KEY (org_unit_id, profession_id, module_id)) STRICT, WITHOUT ROWID",
  "CREATE TEMP TABLE IF NOT EXISTS facts_changed (id INTEGER PRIMARY KEY) STRICT",
};

#define CELL(event, of) \
  "CREATE TEMP TRIGGER IF NOT EXISTS facts_cell_" event " AFTER " event " ON main.rollup_training BEGIN" \
  " INSERT INTO facts_cell VALUES (" of ".org_unit_id, " of ".profession_id, " of ".module_id)" \
  " ON CONFLICT DO NOTHING; END"

/* With the first day of a kind of record goes what made those that followed late: see vigie-entries.c. */
static const char *const triggers_sql[] = {
  CELL ("INSERT", "new"),
  CELL ("UPDATE", "new"),
  CELL ("DELETE", "old"),
  "CREATE TEMP TRIGGER IF NOT EXISTS facts_entry_delete AFTER DELETE ON main.entry_batch WHEN NOT EXISTS"
  " (SELECT 1 FROM main.entry_batch WHERE kind = old.kind AND ifnull (entered_on, '') <= ifnull (old.entered_on, ''))"
  " BEGIN INSERT INTO facts_note VALUES (0, 0) ON CONFLICT DO NOTHING; END",
};

static const char *const events[] = { "INSERT", "UPDATE", "DELETE" };

static char *
dup_note (const Watched *of, const char *row)
{
  return of->owner != NULL
           ? g_strdup_printf ("INSERT INTO facts_note VALUES (%u, %s.%s) ON CONFLICT DO NOTHING;", of->part, row,
                              of->owner)
           : g_strdup_printf ("INSERT INTO facts_note VALUES (%u, 0) ON CONFLICT DO NOTHING;", of->part);
}

static gboolean
watch_table (VigieConnection *connection, gsize i, GError **error)
{
  g_autofree char *before = dup_note (&watched[i], "old");
  g_autofree char *after = dup_note (&watched[i], "new");
  const char *const notes[][2] = { { "", after }, { before, after }, { before, "" } };

  for (gsize e = 0; e < G_N_ELEMENTS (events); e++)
    {
      g_autofree char *sql = g_strdup_printf (
        "CREATE TEMP TRIGGER IF NOT EXISTS facts_%s_%u_%s AFTER %s ON main.%s BEGIN %s %s END", watched[i].table,
        watched[i].part, events[e], events[e], watched[i].table, notes[e][0], notes[e][1]);

      if (!vigie_connection_execute (connection, sql, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * vigie_facts_notes_watch:
 * @connection: that may write, outside of a transaction
 *
 * Makes @connection note what changes, for vigie_facts_notes_take().
 */
gboolean
vigie_facts_notes_watch (VigieConnection *connection, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables_sql); i++)
    if (!vigie_connection_execute (connection, tables_sql[i], error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (triggers_sql); i++)
    if (!vigie_connection_execute (connection, triggers_sql[i], error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    if (!watch_table (connection, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_watched (VigieConnection *connection)
{
  return vigie_connection_query_integer (
           connection, "SELECT count (*) FROM temp.sqlite_schema WHERE type = 'table' AND name = 'facts_note'", 0,
           NULL) != 0;
}

static gboolean
note_once (VigieConnection *connection, gsize i, GError **error)
{
  g_autofree char *note =
    g_strdup_printf ("INSERT INTO temp.facts_note VALUES (%u, 0) ON CONFLICT DO NOTHING", watched[i].part);
  g_autoptr (GString) drop = g_string_new (NULL);

  for (gsize e = 0; e < G_N_ELEMENTS (events); e++)
    g_string_append_printf (drop, "DROP TRIGGER IF EXISTS temp.facts_%s_%u_%s;", watched[i].table, watched[i].part,
                            events[e]);
  return vigie_connection_execute (connection, note, error) &&
         vigie_connection_execute_script (connection, drop->str, error);
}

/**
 * vigie_facts_notes_pause:
 * @connection: within a transaction; it need not be watched
 * @table: of which rows are about to be added or deleted by the million, and each would make the same note
 *
 * Notes once that there are such, and none of them until vigie_facts_notes_resume() is called.
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_facts_notes_pause (VigieConnection *connection, const char *table, GError **error)
{
  gboolean done = TRUE;

  for (gsize i = 0; done && i < G_N_ELEMENTS (watched); i++)
    if (watched[i].owner == NULL && g_str_equal (watched[i].table, table) && is_watched (connection))
      done = note_once (connection, i, error);
  return done;
}

/**
 * vigie_facts_notes_resume:
 * @table: as vigie_facts_notes_pause() had it
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_facts_notes_resume (VigieConnection *connection, const char *table, GError **error)
{
  gboolean done = TRUE;

  for (gsize i = 0; done && i < G_N_ELEMENTS (watched); i++)
    if (watched[i].owner == NULL && g_str_equal (watched[i].table, table) && is_watched (connection))
      done = watch_table (connection, i, error);
  return done;
}

static void
add_id (VigieFactsNotes *self, guint part, gint64 id)
{
  self->parts |= 1u << part;
  if (self->ids[part] == NULL)
    self->ids[part] = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->ids[part]->len < MOST_NOTES)
    g_array_append_val (self->ids[part], id);
  else
    self->parts |= 1u << VIGIE_FACTS_PART_ALL;
}

static void
add_cell (VigieFactsNotes *self, const VigieFactsCell *cell)
{
  self->parts |= 1u << VIGIE_FACTS_PART_HOLDERS;
  if (self->cells == NULL)
    self->cells = g_array_new (FALSE, FALSE, sizeof (VigieFactsCell));
  if (self->cells->len < MOST_NOTES)
    g_array_append_vals (self->cells, cell, 1);
  else
    self->parts |= 1u << VIGIE_FACTS_PART_ALL;
}

/**
 * vigie_facts_notes_take:
 * @connection: watched, outside of a transaction
 * @notes: what changed since they were taken last is added to them
 */
gboolean
vigie_facts_notes_take (VigieConnection *connection, VigieFactsNotes *notes, GError **error)
{
  g_autoptr (VigieStatement) rows =
    vigie_connection_prepare (connection, "SELECT part, id FROM temp.facts_note LIMIT 20000", error);
  g_autoptr (VigieStatement) cells =
    rows != NULL ? vigie_connection_prepare (connection, "SELECT * FROM temp.facts_cell LIMIT 20000", error) : NULL;
  GError *local = NULL;

  if (cells == NULL)
    return FALSE;
  while (vigie_statement_step (rows, &local))
    add_id (notes, (guint) vigie_statement_get_integer (rows, 0), vigie_statement_get_integer (rows, 1));
  while (local == NULL && vigie_statement_step (cells, &local))
    add_cell (notes, &(VigieFactsCell) {
                       .unit = vigie_statement_get_integer (cells, 0),
                       .profession = vigie_statement_get_integer (cells, 1),
                       .module = vigie_statement_get_integer (cells, 2),
                     });
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  vigie_statement_reset (rows);
  vigie_statement_reset (cells);
  return notes->parts == 0 || vigie_connection_execute_script (
                                connection, "DELETE FROM temp.facts_note; DELETE FROM temp.facts_cell;", error);
}

void
vigie_facts_notes_add (VigieFactsNotes *self, const VigieFactsNotes *more)
{
  self->parts |= more->parts;
  for (guint part = 0; part < VIGIE_FACTS_N_PARTS; part++)
    for (guint i = 0; more->ids[part] != NULL && i < more->ids[part]->len; i++)
      add_id (self, part, g_array_index (more->ids[part], gint64, i));
  for (guint i = 0; more->cells != NULL && i < more->cells->len; i++)
    add_cell (self, &g_array_index (more->cells, VigieFactsCell, i));
}

void
vigie_facts_notes_clear (VigieFactsNotes *self)
{
  for (guint part = 0; part < VIGIE_FACTS_N_PARTS; part++)
    g_clear_pointer (&self->ids[part], g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  self->parts = 0;
}

gboolean
vigie_facts_notes_has (const VigieFactsNotes *self, VigieFactsPart part)
{
  return (self->parts & (1u << part)) != 0;
}

/**
 * vigie_facts_notes_lay_out:
 *
 * Puts the ids that are noted of @part into the table `temp.facts_changed`, for queries to read.
 */
gboolean
vigie_facts_notes_lay_out (const VigieFactsNotes *self, VigieConnection *connection, VigieFactsPart part,
                           GError **error)
{
  g_autoptr (VigieStatement) put = NULL;

  if (!vigie_connection_execute (connection, "DELETE FROM temp.facts_changed", error))
    return FALSE;
  put = vigie_connection_prepare (connection, "INSERT OR IGNORE INTO temp.facts_changed VALUES (?1)", error);
  for (guint i = 0; put != NULL && self->ids[part] != NULL && i < self->ids[part]->len; i++)
    {
      vigie_statement_bind_integer (put, 1, g_array_index (self->ids[part], gint64, i));
      if (!vigie_statement_run (put, error))
        return FALSE;
    }
  return put != NULL;
}
