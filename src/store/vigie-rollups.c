// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Rollups: who holds which training, added up per unit, profession and module as records change, so that a question
 * costs as many rows as there are such groups, however many completions there are.
 *
 * Triggers of the connection, which are not in the file, keep what a completion or a job was before a transaction
 * first touched it. Before the transaction is committed vigie_rollups_settle() takes off what the people concerned
 * added up to by what was, and adds what they do by what is: both by the same walk, vigie_holdings_each(). So it
 * makes no difference who changes records, or how: a form, an import or an undo. Where a module changes how long it
 * holds, its groups are counted anew; where half of the staff is concerned, as by a first import, all are.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-rollups.h"

#include "vigie-rollup-cells.h"

#include <glib/gi18n-lib.h>

/* Where more people are concerned than this, it is asked whether they are half of all. */
#define MANY_PEOPLE 1000

/*
 * A row whose staff is NULL did not exist before the transaction. DO NOTHING rather than OR IGNORE, which whoever
 * changes a record could overrule from outside; and with recursive triggers what an OR REPLACE displaces is seen too.
 */
#define TRIGGER(name, event, keep) \
  "CREATE TEMP TRIGGER IF NOT EXISTS " name " " event " BEGIN INSERT INTO " keep " ON CONFLICT (id) DO NOTHING; END;"
#define OLD_COMPLETION \
  "rollup_completion VALUES (old.id, old.staff_id, old.module_id, old.completed_on, old.expires_on)"
#define OLD_JOB \
  "rollup_job VALUES (old.id, old.staff_id, old.org_unit_id, old.profession_id, old.starts_on, old.ends_on)"

static const char *const watch_sql[] = {
  "PRAGMA recursive_triggers = ON",
  "CREATE TEMP TABLE IF NOT EXISTS rollup_completion ("
  " id INTEGER PRIMARY KEY, staff_id INTEGER, module_id INTEGER, completed_on TEXT, expires_on TEXT) STRICT",
  "CREATE TEMP TABLE IF NOT EXISTS rollup_job ("
  " id INTEGER PRIMARY KEY, staff_id INTEGER, org_unit_id INTEGER, profession_id INTEGER, starts_on TEXT,"
  " ends_on TEXT) STRICT",
  "CREATE TEMP TABLE IF NOT EXISTS rollup_module (id INTEGER PRIMARY KEY) STRICT",
  "CREATE TEMP TABLE IF NOT EXISTS rollup_staff (id INTEGER PRIMARY KEY) STRICT",
  TRIGGER ("rollup_completion_insert", "AFTER INSERT ON main.completion", "rollup_completion (id) VALUES (new.id)"),
  TRIGGER ("rollup_completion_update", "AFTER UPDATE ON main.completion", OLD_COMPLETION),
  TRIGGER ("rollup_completion_delete", "AFTER DELETE ON main.completion", OLD_COMPLETION),
  TRIGGER ("rollup_job_insert", "AFTER INSERT ON main.job", "rollup_job (id) VALUES (new.id)"),
  TRIGGER ("rollup_job_update", "AFTER UPDATE ON main.job", OLD_JOB),
  TRIGGER ("rollup_job_delete", "AFTER DELETE ON main.job", OLD_JOB),
  TRIGGER ("rollup_module_update",
           "AFTER UPDATE OF validity_months ON main.module WHEN new.validity_months IS NOT old.validity_months",
           "rollup_module VALUES (new.id)"),
  TRIGGER ("rollup_module_delete", "AFTER DELETE ON main.module", "rollup_module VALUES (old.id)"),
};

static const char *const forget_sql[] = {
  "DELETE FROM temp.rollup_completion",
  "DELETE FROM temp.rollup_job",
  "DELETE FROM temp.rollup_module",
  "DELETE FROM temp.rollup_staff",
};

/* People whose records changed, in their state before or after. */
static const char staff_sql[] =
  "INSERT OR IGNORE INTO temp.rollup_staff"
  " SELECT staff_id FROM temp.rollup_completion WHERE staff_id IS NOT NULL"
  " UNION ALL SELECT staff_id FROM temp.rollup_job WHERE staff_id IS NOT NULL"
  " UNION ALL SELECT c.staff_id FROM temp.rollup_completion AS b CROSS JOIN main.completion AS c ON c.id = b.id"
  " UNION ALL SELECT j.staff_id FROM temp.rollup_job AS b CROSS JOIN main.job AS j ON j.id = b.id";

#define JOB "j.staff_id, j.org_unit_id, j.profession_id, j.starts_on, j.ends_on "
#define COMPLETION "c.staff_id, c.module_id, c.completed_on, c.expires_on, m.validity_months "
#define SETTLED " c.module_id NOT IN (SELECT id FROM temp.rollup_module) "

static const VigieHoldingSource source_before = {
  .jobs_sql = "SELECT " JOB "FROM temp.rollup_staff AS s CROSS JOIN main.job AS j ON j.staff_id = s.id "
              "WHERE j.id NOT IN (SELECT id FROM temp.rollup_job) "
              "UNION ALL SELECT " JOB "FROM temp.rollup_job AS j WHERE j.staff_id IS NOT NULL ORDER BY 1, 2, 3, 4",
  .completions_sql =
    "SELECT " COMPLETION "FROM temp.rollup_staff AS s CROSS JOIN main.completion AS c ON c.staff_id = s.id "
    "CROSS JOIN main.module AS m ON m.id = c.module_id "
    "WHERE c.id NOT IN (SELECT id FROM temp.rollup_completion) AND" SETTLED "UNION ALL SELECT " COMPLETION
    "FROM temp.rollup_completion AS c CROSS JOIN main.module AS m ON m.id = c.module_id "
    "WHERE c.staff_id IS NOT NULL AND" SETTLED "ORDER BY 1, 2, 3",
};

static const VigieHoldingSource source_after = {
  .jobs_sql = "SELECT " JOB "FROM temp.rollup_staff AS s CROSS JOIN main.job AS j ON j.staff_id = s.id "
              "ORDER BY 1, 2, 3, 4",
  .completions_sql =
    "SELECT " COMPLETION "FROM temp.rollup_staff AS s CROSS JOIN main.completion AS c ON c.staff_id = s.id "
    "CROSS JOIN main.module AS m ON m.id = c.module_id WHERE" SETTLED "ORDER BY s.id, c.module_id, c.completed_on",
};

static gboolean
forget (VigieConnection *connection, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forget_sql); i++)
    if (!vigie_connection_execute (connection, forget_sql[i], error))
      return FALSE;
  return TRUE;
}

static gint64
count (VigieConnection *connection, const char *sql, GError **error)
{
  return vigie_connection_query_integer (connection, sql, 0, error);
}

static gboolean
remove_module (VigieConnection *connection, gint64 module, GError **error)
{
  g_autoptr (VigieStatement) statement =
    vigie_connection_prepare (connection, "DELETE FROM rollup_training WHERE module_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_integer (statement, 1, module);
  return vigie_statement_run (statement, error);
}

static gboolean
recount_modules (VigieConnection *connection, VigieRollupCells *cells, GError **error)
{
  g_autoptr (VigieStatement) modules =
    vigie_connection_prepare (connection, "SELECT id FROM temp.rollup_module", error);
  VigieHoldingSource source = vigie_rollup_source_module;
  GError *local = NULL;

  while (modules != NULL && vigie_statement_step (modules, &local))
    {
      source.parameter = vigie_statement_get_integer (modules, 0);
      if (!remove_module (connection, source.parameter, error) ||
          !vigie_rollup_cells_add (cells, connection, &source, 1, error))
        return FALSE;
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return modules != NULL && local == NULL;
}

static gboolean
exchange_people (VigieConnection *connection, VigieRollupCells *cells, GError **error)
{
  return vigie_rollup_cells_add (cells, connection, &source_before, -1, error) &&
         vigie_rollup_cells_add (cells, connection, &source_after, 1, error);
}

static gboolean
settle_changes (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieRollupCells) cells = NULL;
  GError *local = NULL;
  gint64 people;

  if (!vigie_connection_execute (connection, staff_sql, error))
    return FALSE;
  people = count (connection, "SELECT count (*) FROM temp.rollup_staff", &local);
  if (local == NULL && people > MANY_PEOPLE && people * 2 > count (connection, "SELECT count (*) FROM staff", &local))
    return vigie_rollups_rebuild (connection, error);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  cells = vigie_rollup_cells_new ();
  return recount_modules (connection, cells, error) && (people == 0 || exchange_people (connection, cells, error)) &&
         vigie_rollup_cells_write (cells, connection, error) && forget (connection, error);
}

/**
 * vigie_rollups_watch:
 * @connection: to a register that may be written to
 *
 * Makes @connection keep note of what changes, for vigie_rollups_settle().
 */
gboolean
vigie_rollups_watch (VigieConnection *connection, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (watch_sql); i++)
    if (!vigie_connection_execute (connection, watch_sql[i], error))
      return FALSE;
  return TRUE;
}

/**
 * vigie_rollups_unwatch:
 * @connection: watched, within a transaction
 *
 * Keeps note of nothing until vigie_rollups_watch() is called again, or the transaction is taken back: for who changes
 * rows by the million and notes all at once what they were.
 */
gboolean
vigie_rollups_unwatch (VigieConnection *connection, GError **error)
{
  return vigie_connection_execute_script (connection,
                                          "DROP TRIGGER temp.rollup_completion_insert;"
                                          "DROP TRIGGER temp.rollup_completion_update;"
                                          "DROP TRIGGER temp.rollup_completion_delete;"
                                          "DROP TRIGGER temp.rollup_job_insert;"
                                          "DROP TRIGGER temp.rollup_job_update;"
                                          "DROP TRIGGER temp.rollup_job_delete;",
                                          error);
}

/**
 * vigie_rollups_settle:
 * @connection: watched, within a transaction that is about to be committed
 *
 * Brings rollups in line with what the transaction changed. Costs next to nothing where it changed no completion,
 * job or module; for one person about a millisecond.
 */
gboolean
vigie_rollups_settle (VigieConnection *connection, GError **error)
{
  GError *local = NULL;
  gint64 changed = count (connection, VIGIE_ROLLUPS_NOTED_SQL, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return changed == 0 || settle_changes (connection, error);
}

/**
 * vigie_rollups_rebuild:
 * @connection: watched, within a transaction
 *
 * Makes rollups anew from all records, whatever they held.
 */
gboolean
vigie_rollups_rebuild (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieRollupCells) cells = vigie_rollup_cells_new ();

  return vigie_connection_execute (connection, "DELETE FROM rollup_training", error) &&
         vigie_rollup_cells_add (cells, connection, &vigie_rollup_source_all, 1, error) &&
         vigie_rollup_cells_write (cells, connection, error) &&
         vigie_connection_execute (connection, "INSERT OR REPLACE INTO rollup_state (id, counted) VALUES (1, 1)",
                                   error) &&
         forget (connection, error);
}

static gboolean
refuse_uncounted (GError **error)
{
  g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY,
                       _ ("The trainings of this register are yet to be added up: open it once where it can be "
                          "written to."));
  return FALSE;
}

/**
 * vigie_rollups_ensure:
 * @connection: watched where it may be written to, outside of a transaction
 *
 * Counts a register that was just made, or brought up to the schema in which rollups begin.
 */
gboolean
vigie_rollups_ensure (VigieConnection *connection, GError **error)
{
  GError *local = NULL;
  gint64 counted = count (connection, "SELECT counted FROM rollup_state", &local);

  /* A damaged register is opened all the same: to be looked at, and for what can be read of it to be saved. */
  if (g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED))
    {
      g_clear_error (&local);
      return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (counted != 0)
    return TRUE;
  if (vigie_connection_is_read_only (connection))
    return refuse_uncounted (error);
  if (!vigie_connection_begin (connection, error))
    return FALSE;
  if (vigie_rollups_rebuild (connection, error) && vigie_connection_commit (connection, error))
    return TRUE;
  vigie_connection_rollback (connection);
  return FALSE;
}

/* Always returns FALSE, for `return vigie_rollups_fail (…)`. */
gboolean
vigie_rollups_fail (GError **error)
{
  g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                       _ ("What was added up of trainings is damaged: “vigie check --repair” makes it anew."));
  return FALSE;
}
