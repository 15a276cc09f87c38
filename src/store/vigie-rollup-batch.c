// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Rollups of rows that come or go by the million, and that nobody noted one by one.
 *
 * Completions are many and stand in memory in the order in which people are walked: what they add up to is found by one
 * walk over them and over what else there is, without asking the register for them again. Few of them beside very many,
 * and jobs, are noted for vigie_rollups_settle(), which looks at the people concerned alone.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-completion.h"
#include "vigie-job.h"
#include "vigie-rollup-cells.h"
#include "vigie-rollups.h"

/* Fewer are noted row by row, and so are many that come to far more. */
#define MANY_ROWS 10000
#define MOST_TIMES_MORE 4
/* Jobs, and completions that are there already, of which so many are kept in memory: 15 MB. */
#define MOST_READ_AHEAD 250000

/* --- noting ---------------------------------------------------------------------------------------- */

typedef struct
{
  const VigieEntity *entity;
  const char *addition_sql;
  const char *removal_sql;
} Note;

#define OF_RANGE " WHERE id BETWEEN ?1 AND ?2 ON CONFLICT (id) DO NOTHING"

static const Note notes[] = {
  { &vigie_completion_entity, "INSERT INTO temp.rollup_completion (id) SELECT id FROM main.completion" OF_RANGE,
    "INSERT INTO temp.rollup_completion SELECT id, staff_id, module_id, completed_on, expires_on"
    " FROM main.completion" OF_RANGE },
  { &vigie_job_entity, "INSERT INTO temp.rollup_job (id) SELECT id FROM main.job" OF_RANGE,
    "INSERT INTO temp.rollup_job SELECT id, staff_id, org_unit_id, profession_id, starts_on, ends_on"
    " FROM main.job" OF_RANGE },
};

static gboolean
note (VigieConnection *connection, const VigieBatchView *view, gboolean removal, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (VigieStatement) statement = NULL;

      if (notes[i].entity != view->batch->entity)
        continue;
      statement = vigie_connection_prepare (connection, removal ? notes[i].removal_sql : notes[i].addition_sql, error);
      if (statement == NULL)
        return FALSE;
      vigie_statement_bind_integer (statement, 1, view->first_id);
      vigie_statement_bind_integer (statement, 2, view->first_id + view->n - 1);
      return vigie_statement_run (statement, error);
    }
  return TRUE;
}

/* Where half of the staff is concerned all is added up anew: see vigie-rollups.c. To note them first would be in vain. */
static gboolean
note_additions (VigieConnection *connection, const VigieBatchView *view, GError **error)
{
  GError *local = NULL;
  gint64 n_staff = 0;

  if (view->batch->entity == &vigie_job_entity && view->n >= MANY_ROWS)
    n_staff = vigie_connection_query_integer (connection, "SELECT count (*) FROM staff", 0, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return n_staff > 0 && view->n > n_staff / 2 ? vigie_rollups_rebuild (connection, error)
                                              : note (connection, view, FALSE, error);
}

/* --- adding up ------------------------------------------------------------------------------------- */

/* By the ids rather than by an index, of which the rows themselves would be the most. */
#define OTHERS \
  "SELECT c.staff_id, c.module_id, c.completed_on, c.expires_on, m.validity_months " \
  "FROM main.completion AS c NOT INDEXED CROSS JOIN main.module AS m ON m.id = c.module_id WHERE c.id "

static const VigieHoldingSource source_others = {
  .jobs_sql = "SELECT staff_id, org_unit_id, profession_id, starts_on, ends_on FROM main.job ORDER BY 1, 2, 3, 4",
  .completions_sql = OTHERS "< ?1 UNION ALL " OTHERS "> ?2 ORDER BY 1, 2, 3",
  .skip_posts = TRUE,
};

typedef struct
{
  const VigieBatchView *view;
  guint at;
} Rows;

static gint32
get_value (const VigieBatchView *view, guint i, guint field)
{
  return vigie_batch_get (view->batch, view->order != NULL ? view->order[i] : i, field);
}

static gboolean
next_row (gpointer data, gint64 *staff, gint64 *module, VigieDate *day, VigieDate *expiry)
{
  G_STATIC_ASSERT (VIGIE_BATCH_NONE == VIGIE_DATE_NONE);
  Rows *rows = data;

  if (rows->at == rows->view->n)
    return FALSE;
  *staff = get_value (rows->view, rows->at, VIGIE_COMPLETION_STAFF);
  *module = get_value (rows->view, rows->at, VIGIE_COMPLETION_MODULE);
  *day = get_value (rows->view, rows->at, VIGIE_COMPLETION_COMPLETED_ON);
  *expiry = get_value (rows->view, rows->at, VIGIE_COMPLETION_EXPIRES_ON);
  rows->at++;
  return TRUE;
}

static gboolean
next_job (gpointer data, VigieHoldingJobRow *row)
{
  Rows *rows = data;
  VigieDate last;

  if (rows->at == rows->view->n)
    return FALSE;
  last = get_value (rows->view, rows->at, VIGIE_JOB_ENDS_ON);
  *row = (VigieHoldingJobRow) {
    .staff = get_value (rows->view, rows->at, VIGIE_JOB_STAFF),
    .job = {
      .unit = get_value (rows->view, rows->at, VIGIE_JOB_ORG_UNIT),
      .profession = get_value (rows->view, rows->at, VIGIE_JOB_PROFESSION),
      .from = get_value (rows->view, rows->at, VIGIE_JOB_STARTS_ON),
      .until = last == VIGIE_DATE_NONE ? VIGIE_DATE_NEVER : last + 1,
    },
  };
  rows->at++;
  return TRUE;
}

/* A journal says of its rows what somebody may have made of it. */
static gboolean
is_in_order (const VigieBatchView *view)
{
  static const guint keys[] = { VIGIE_COMPLETION_STAFF, VIGIE_COMPLETION_MODULE, VIGIE_COMPLETION_COMPLETED_ON };

  for (guint i = 1; i < view->n; i++)
    {
      gsize k = 0;

      while (k < G_N_ELEMENTS (keys) && get_value (view, i, keys[k]) == get_value (view, i - 1, keys[k]))
        k++;
      if (k == G_N_ELEMENTS (keys) || get_value (view, i, keys[k]) < get_value (view, i - 1, keys[k]))
        return FALSE;
    }
  return TRUE;
}

static VigieHoldingSource
find_others (const VigieBatchView *view)
{
  VigieHoldingSource source = source_others;

  source.parameter = view->first_id;
  source.second_parameter = view->first_id + view->n - 1;
  return source;
}

static gboolean
add_up (VigieConnection *connection, const VigieBatchView *view, int sign, GError **error)
{
  g_autoptr (VigieRollupCells) cells = vigie_rollup_cells_new ();
  VigieHoldingSource source = find_others (view);
  Rows rows = { view, 0 };

  return vigie_rollup_cells_add_more (cells, connection, &source, &(VigieHoldingMore) { next_row, &rows }, sign,
                                      error) &&
         vigie_rollup_cells_write (cells, connection, error);
}

/* What is noted is of a state without the rows: of people whom both concern the sum of both would be wrong. */
static gboolean
is_noted (VigieConnection *connection, gboolean *noted, GError **error)
{
  GError *local = NULL;

  *noted = vigie_connection_query_integer (connection, VIGIE_ROLLUPS_NOTED_SQL, 0, &local) != 0;
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* @last: the last id once the rows are there */
static gboolean
can_add_up (VigieConnection *connection, const VigieBatchView *view, gint64 last, gboolean *can, GError **error)
{
  gboolean noted;

  *can = FALSE;
  if (view->batch->entity != &vigie_completion_entity || view->n < MANY_ROWS)
    return TRUE;
  if (!is_noted (connection, &noted, error))
    return FALSE;
  *can = !noted && last / (MOST_TIMES_MORE + 1) <= (gint64) view->n;
  return TRUE;
}

static gboolean
exchange (VigieConnection *connection, const VigieBatchView *view, int sign, GError **error)
{
  gboolean can;
  GError *local = NULL;
  gint64 last = vigie_connection_query_integer (connection, "SELECT ifnull (max (id), 0) FROM completion", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!can_add_up (connection, view, last, &can, error))
    return FALSE;
  if (can && is_in_order (view))
    return add_up (connection, view, sign, error);
  return sign < 0 ? note (connection, view, TRUE, error) : note_additions (connection, view, error);
}

/**
 * vigie_rollups_add_batch:
 * @view: rows that were just added with the ids that they have, while nobody watched
 *
 * Adds up what came with them, or notes it for vigie_rollups_settle() to do so.
 */
gboolean
vigie_rollups_add_batch (VigieConnection *connection, const VigieBatchView *view, GError **error)
{
  return exchange (connection, view, 1, error);
}

/**
 * vigie_rollups_remove_batch:
 * @view: rows that are about to be deleted, while nobody watches
 *
 * Does for them what the triggers will not do.
 */
gboolean
vigie_rollups_remove_batch (VigieConnection *connection, const VigieBatchView *view, GError **error)
{
  return exchange (connection, view, -1, error);
}

/* --- ahead ----------------------------------------------------------------------------------------- */

struct _VigieRollupsAhead
{
  VigieHoldings *holdings;
  VigieRollupCells *cells;
  VigieBatchView view;
};

static VigieRollupsAhead *
ahead_new (const VigieBatchView *view, VigieHoldings *holdings)
{
  VigieRollupsAhead *self = g_new0 (VigieRollupsAhead, 1);

  self->holdings = holdings;
  self->view = *view;
  self->cells = vigie_rollup_cells_new ();
  vigie_rollup_cells_set_unbounded (self->cells);
  return self;
}

static gboolean
ahead_of_completions (VigieConnection *connection, const VigieBatchView *view, VigieRollupsAhead **ahead,
                      GError **error)
{
  g_autoptr (VigieRollupsAhead) self = NULL;
  VigieHoldings *holdings = NULL;
  gboolean can, fits;

  if (!can_add_up (connection, view, view->first_id + view->n - 1, &can, error) ||
      (can && !vigie_holdings_read (connection, MOST_READ_AHEAD, &holdings, error)))
    return FALSE;
  if (holdings == NULL)
    return TRUE;
  self = ahead_new (view, holdings);
  if (!vigie_rollup_cells_add_stored (self->cells, connection, &fits, error))
    return FALSE;
  if (fits)
    *ahead = g_steal_pointer (&self);
  return TRUE;
}

/* Whom the rows name, each once, in order. */
static GArray *
list_staff (const VigieBatchView *view)
{
  GArray *staff = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < view->n; i++)
    {
      gint64 id = get_value (view, i, VIGIE_JOB_STAFF);

      if (staff->len == 0 || g_array_index (staff, gint64, staff->len - 1) != id)
        g_array_append_val (staff, id);
    }
  return staff;
}

static gboolean
ahead_of_jobs (VigieConnection *connection, const VigieBatchView *view, VigieRollupsAhead **ahead, GError **error)
{
  g_autoptr (GArray) staff = NULL;
  VigieHoldings *holdings = NULL;
  gboolean noted;

  if (view->n < MANY_ROWS)
    return TRUE;
  if (!is_noted (connection, &noted, error))
    return FALSE;
  if (noted)
    return TRUE;
  staff = list_staff (view);
  if (!vigie_holdings_read_people (connection, staff, MOST_READ_AHEAD, &holdings, error))
    return FALSE;
  if (holdings != NULL)
    *ahead = ahead_new (view, holdings);
  return TRUE;
}

/**
 * vigie_rollups_ahead_new:
 * @view: rows that are about to be added, in the order of their key, with the ids that they will have; what it points at
 *   outlives the ahead
 * @ahead: (out) (transfer full): adds up what comes with them; %NULL where that is to wait until they are there
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_rollups_ahead_new (VigieConnection *connection, const VigieBatchView *view, VigieRollupsAhead **ahead,
                         GError **error)
{
  *ahead = NULL;
  if (view->batch->entity == &vigie_completion_entity)
    return ahead_of_completions (connection, view, ahead, error);
  return view->batch->entity != &vigie_job_entity || ahead_of_jobs (connection, view, ahead, error);
}

/**
 * vigie_rollups_ahead_run:
 *
 * Adds up, in any thread.
 */
gboolean
vigie_rollups_ahead_run (VigieRollupsAhead *self, GError **error)
{
  Rows rows = { &self->view, 0 };

  if (self->view.batch->entity == &vigie_job_entity)
    return vigie_rollup_cells_employ_ahead (self->cells, self->holdings, &(VigieHoldingMoreJobs) { next_job, &rows },
                                            error);
  if (!vigie_rollup_cells_add_ahead (self->cells, self->holdings, &(VigieHoldingMore) { next_row, &rows }, error))
    return FALSE;
  vigie_rollup_cells_pack (self->cells);
  return TRUE;
}

/**
 * vigie_rollups_ahead_write:
 *
 * Writes what was added up, once all rows were added.
 */
gboolean
vigie_rollups_ahead_write (VigieRollupsAhead *self, VigieConnection *connection, GError **error)
{
  return vigie_rollup_cells_write (self->cells, connection, error);
}

void
vigie_rollups_ahead_free (VigieRollupsAhead *self)
{
  g_return_if_fail (self != NULL);

  vigie_holdings_free (self->holdings);
  vigie_rollup_cells_free (self->cells);
  g_free (self);
}
