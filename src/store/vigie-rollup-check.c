// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether rollups tell what the records do, twice over.
 *
 * Every series is made anew by the walk that maintains them, and must be the same on every day. And on some days who
 * holds what is counted from the records alone by plain SQL, which shares nothing with the walk: so a mistake of the
 * walk is found as well as one of its upkeep.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-rollups.h"

#include "vigie-check.h"
#include "vigie-rollup-cells.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define EXPIRING_DAYS 90

/*
 * A completion holds until its own expiry, or for the months of its module, or for ever. Rather than add
 * months to the day of every completion, the months are taken once from the day asked about, a module a
 * row: a completion without its own expiry holds where it is later than that limit. Months are added as
 * vigie_date_add_months() does, to the last day of a shorter month; so from the last day of a month the
 * limit is the last day of the month so far back, and otherwise the same day of it.
 */
#define LIMIT(day) \
  "iif (" day " = date (" day ", 'start of month', '+1 month', '-1 day')," \
  " date (" day ", 'start of month', '-' || (validity_months - 1) || ' months', '-1 day')," \
  " date (" day ", '-' || validity_months || ' months', 'floor'))"
#define LATER "date (?1, '+" G_STRINGIFY (EXPIRING_DAYS) " days')"
#define HOLDS(limit, day) \
  "max (iif (c.expires_on IS NULL, ifnull (c.completed_on > " limit ", 1), c.expires_on > " day "))"

static const char recount_sql[] =
  "WITH limits (module_id, today, later) AS MATERIALIZED ("
  " SELECT id, " LIMIT ("?1") ", " LIMIT (
    LATER) " FROM module), "
           "present (staff_id, org_unit_id, profession_id) AS MATERIALIZED ("
           " SELECT DISTINCT staff_id, org_unit_id, profession_id FROM job"
           " WHERE starts_on <= ?1 AND (ends_on IS NULL OR ends_on >= ?1)), "
           "held (staff_id, module_id, valid, lasting) AS ("
           " SELECT c.staff_id, c.module_id, " HOLDS ("l.today", "?1") ", " HOLDS (
             "l.later",
             LATER) " FROM completion AS c JOIN limits AS l ON l.module_id = c.module_id"
                    " WHERE c.completed_on <= ?1 GROUP BY c.staff_id, c.module_id) "
                    "SELECT org_unit_id, profession_id, 0, count (*), count (*), count (*) FROM present GROUP BY 1, 2 "
                    "UNION ALL SELECT p.org_unit_id, p.profession_id, h.module_id, count (*), sum (h.valid), sum (h.valid AND h.lasting) "
                    "FROM held AS h CROSS JOIN present AS p ON p.staff_id = h.staff_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

static const char stored_sql[] =
  "SELECT org_unit_id, profession_id, module_id, series FROM rollup_training ORDER BY 1, 2, 3";

static char *
dup_code (VigieConnection *connection, const char *sql, gint64 id)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, NULL);

  if (statement == NULL)
    return NULL;
  vigie_statement_bind_integer (statement, 1, id);
  return vigie_statement_step (statement, NULL) ? g_strdup (vigie_statement_get_text (statement, 0))
                                                : g_strdup_printf ("%" PRId64, id);
}

static void
add_finding (VigieConnection *connection, GPtrArray *findings, const VigieRollupCell *cell, VigieDate day,
             gint64 by_records, gint64 by_rollups)
{
  g_autofree char *unit = dup_code (connection, "SELECT code FROM org_unit WHERE id = ?1", cell->unit);
  g_autofree char *profession = dup_code (connection, "SELECT code FROM profession WHERE id = ?1", cell->profession);
  g_autofree char *module = dup_code (connection, "SELECT code FROM module WHERE id = ?1", cell->module);
  g_autofree char *date = vigie_date_dup_iso (day);
  VigieFinding *finding = g_new0 (VigieFinding, 1);

  finding->kind = g_strdup ("rollup_training");
  finding->record =
    g_strdup_printf ("%s / %s / %s", unit, profession, cell->module == VIGIE_HOLDING_POST ? "" : module);
  finding->field = g_strdup (date);
  /* Translators: of a number that was added up as records changed: %1$s is that number counted anew from the
   * records, %2$s as it was added up */
  finding->message =
    g_strdup_printf (_ ("%1$" PRId64 " by the records, %2$" PRId64 " as added up; “vigie check --repair” adds up anew"),
                     by_records, by_rollups);
  g_ptr_array_add (findings, finding);
}

/* The first day on which the sums of two series differ is that of the first change in which they do. */
static gboolean
compare_series (const VigieChange *expected, gsize n_expected, VigieSeriesReader *stored, VigieDate *day,
                gint64 *by_records, gint64 *by_rollups)
{
  gint64 sum = 0;

  for (gsize i = 0;; i++)
    {
      VigieChange change = { .day = VIGIE_DATE_NEVER };
      gboolean more = vigie_series_next (stored, &change);

      if (i == n_expected && !more)
        return !stored->damaged;
      if (more && i < n_expected && change.day == expected[i].day && change.until == expected[i].until &&
          change.holders == expected[i].holders && change.begun == expected[i].begun)
        {
          sum += change.holders;
          continue;
        }
      *day = i < n_expected ? MIN (expected[i].day, change.day) : change.day;
      *by_records = sum + (i < n_expected && expected[i].day == *day ? expected[i].holders : 0);
      *by_rollups = sum + (more && change.day == *day ? change.holders : 0);
      return FALSE;
    }
}

/* Tells of the first series that is not as @expected says. */
static gboolean
compare_row (VigieConnection *connection, VigieRollupCells *expected, VigieStatement *row, GPtrArray *findings)
{
  VigieRollupCell cell = { vigie_statement_get_integer (row, 0), vigie_statement_get_integer (row, 1),
                           vigie_statement_get_integer (row, 2) };
  g_autoptr (GArray) changes = vigie_rollup_cells_steal (expected, &cell);
  VigieSeriesReader reader;
  VigieDate day = 0;
  gint64 by_records = 0, by_rollups = 0;
  gsize size;
  gconstpointer series = vigie_statement_get_blob (row, 3, &size);

  vigie_series_reader_init (&reader, series, size);
  if (changes->len > 0 &&
      compare_series ((VigieChange *) (gpointer) changes->data, changes->len, &reader, &day, &by_records, &by_rollups))
    return TRUE;
  if (changes->len == 0 && compare_series (NULL, 0, &reader, &day, &by_records, &by_rollups) && size == 0)
    return TRUE;
  add_finding (connection, findings, &cell, day, by_records, by_rollups);
  return FALSE;
}

static gboolean
compare_all_days (VigieConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (VigieRollupCells) expected = vigie_rollup_cells_new ();
  g_autoptr (VigieStatement) stored = vigie_connection_prepare (connection, stored_sql, error);
  g_autoptr (GArray) missing = NULL;
  GError *local = NULL;
  gboolean same = TRUE;

  vigie_rollup_cells_set_unbounded (expected);
  if (stored == NULL || !vigie_rollup_cells_add (expected, connection, &vigie_rollup_source_all, 1, error))
    return FALSE;
  while (same && vigie_statement_step (stored, &local))
    same = compare_row (connection, expected, stored, findings);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  missing = vigie_rollup_cells_list (expected);
  for (guint i = 0; same && i < missing->len; i++)
    {
      const VigieRollupCell *cell = &g_array_index (missing, VigieRollupCell, i);
      g_autoptr (GArray) changes = vigie_rollup_cells_steal (expected, cell);
      const VigieChange *first = (VigieChange *) (gpointer) changes->data;

      /* What adds up to nothing needs no series. */
      same = changes->len == 0;
      if (!same)
        add_finding (connection, findings, cell, first->day, first->holders, 0);
    }
  return TRUE;
}

typedef struct
{
  VigieStatement *statement;
  VigieRollupCell cell;
  VigieHolderCount count;
} Side;

static const VigieRollupCell past_all = { G_MAXINT64, G_MAXINT64, G_MAXINT64 };

static gboolean
step (Side *self, GError **error)
{
  GError *local = NULL;
  gboolean more = vigie_statement_step (self->statement, &local);

  self->cell = past_all;
  if (more)
    self->cell = (VigieRollupCell) { vigie_statement_get_integer (self->statement, 0),
                                     vigie_statement_get_integer (self->statement, 1),
                                     vigie_statement_get_integer (self->statement, 2) };
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
step_records (Side *self, GError **error)
{
  gboolean done = step (self, error);

  self->count = (VigieHolderCount) { 0 };
  if (done && self->cell.unit != past_all.unit)
    self->count = (VigieHolderCount) { vigie_statement_get_integer (self->statement, 3),
                                       vigie_statement_get_integer (self->statement, 4),
                                       vigie_statement_get_integer (self->statement, 5) };
  return done;
}

static gboolean
step_rollups (Side *self, VigieDate day, GError **error)
{
  gsize size;
  gconstpointer series;

  do
    {
      if (!step (self, error))
        return FALSE;
      self->count = (VigieHolderCount) { 0 };
      if (self->cell.unit == past_all.unit)
        return TRUE;
      series = vigie_statement_get_blob (self->statement, 3, &size);
      if (!vigie_series_count (series, size, day, day + EXPIRING_DAYS, &self->count))
        return vigie_rollups_fail (error);
    }
  while (self->count.ever == 0 && self->count.now == 0 && self->count.later == 0);
  return TRUE;
}

static gboolean
equal_counts (const VigieHolderCount *one, const VigieHolderCount *other)
{
  return one->now == other->now && one->ever == other->ever && one->later == other->later;
}

static void
tell_difference (VigieConnection *connection, GPtrArray *findings, const VigieRollupCell *cell, VigieDate day,
                 const VigieHolderCount *records, const VigieHolderCount *rollups)
{
  if (records->now != rollups->now)
    add_finding (connection, findings, cell, day, records->now, rollups->now);
  else if (records->ever != rollups->ever)
    add_finding (connection, findings, cell, day, records->ever, rollups->ever);
  else
    add_finding (connection, findings, cell, day + EXPIRING_DAYS, records->later, rollups->later);
}

/**
 * vigie_rollups_compare_day:
 * @findings: (element-type VigieFinding): takes the first group that differs
 *
 * Compares rollups with a recount of the records on one day by plain SQL.
 *
 * Returns: %FALSE with @error set where it could not be done
 */
gboolean
vigie_rollups_compare_day (VigieConnection *connection, VigieDate day, GPtrArray *findings, GError **error)
{
  static const VigieHolderCount none = { 0 };
  g_autoptr (VigieStatement) recount = vigie_connection_prepare (connection, recount_sql, error);
  g_autoptr (VigieStatement) stored = recount != NULL ? vigie_connection_prepare (connection, stored_sql, error) : NULL;
  Side records = { .statement = recount };
  Side rollups = { .statement = stored };

  if (stored == NULL)
    return FALSE;
  vigie_statement_bind_date (recount, 1, day);
  if (!step_records (&records, error) || !step_rollups (&rollups, day, error))
    return FALSE;
  while (records.cell.unit != past_all.unit || rollups.cell.unit != past_all.unit)
    {
      int which = vigie_rollup_cell_compare (&records.cell, &rollups.cell);

      if (which != 0 || !equal_counts (&records.count, &rollups.count))
        {
          tell_difference (connection, findings, which <= 0 ? &records.cell : &rollups.cell, day,
                           which <= 0 ? &records.count : &none, which >= 0 ? &rollups.count : &none);
          return TRUE;
        }
      if (!step_records (&records, error) || !step_rollups (&rollups, day, error))
        return FALSE;
    }
  return TRUE;
}

/* The day of the latest completion, and one day a year for some years before it. */
static gboolean
compare_some_days (VigieConnection *connection, GPtrArray *findings, GError **error)
{
  static const int months_back[] = { 0, 12, 24 };
  g_autoptr (VigieStatement) latest =
    vigie_connection_prepare (connection, "SELECT max (completed_on) FROM completion", error);
  guint before = findings->len;
  VigieDate day;

  if (latest == NULL)
    return FALSE;
  day = vigie_statement_step (latest, NULL) ? vigie_statement_get_date (latest, 0) : VIGIE_DATE_NONE;
  for (gsize i = 0; day != VIGIE_DATE_NONE && i < G_N_ELEMENTS (months_back) && findings->len == before; i++)
    if (!vigie_rollups_compare_day (connection, vigie_date_add_months (day, -months_back[i]), findings, error))
      return FALSE;
  return TRUE;
}

/**
 * vigie_rollups_compare:
 * @findings: (element-type VigieFinding): takes what differs: the first group and day, with both numbers
 *
 * Recounts rollups from the records.
 *
 * Returns: %FALSE with @error set where it could not be done
 */
gboolean
vigie_rollups_compare (VigieConnection *connection, GPtrArray *findings, GError **error)
{
  guint before = findings->len;

  return compare_all_days (connection, findings, error) &&
         (findings->len > before || compare_some_days (connection, findings, error));
}
