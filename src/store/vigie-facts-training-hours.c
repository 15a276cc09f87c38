// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of training: how many hours people had in the months to the day.
 *
 * A completion lasted as long as it says, else as long as its module does. Where neither is known, the hours of that
 * person are not measured: leaving the one completion out would count it as nothing.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#define START "date (?1, '-" G_STRINGIFY (VIGIE_FACTS_HOURS_MONTHS) " months', 'floor')"

/* The same of all people on one day, which is said in the question, so that its answer can be kept. */
#define DAY "'%1$s'"
static const char all_hours_sql[] =
  "SELECT profession_id, minutes, count (*) FROM ("
  " SELECT p.profession_id,"
  "  iif (count (c.id) = count (coalesce (c.minutes, m.duration_min)),"
  "   ifnull (sum (coalesce (c.minutes, m.duration_min)), 0), -1) AS minutes"
  " FROM (SELECT DISTINCT staff_id, profession_id FROM job"
  "  WHERE starts_on <= " DAY " AND (ends_on IS NULL OR ends_on >= " DAY ")) AS p"
  " LEFT JOIN completion AS c ON c.staff_id = p.staff_id AND c.completed_on <= " DAY "  AND c.completed_on > date (" DAY
  ", '-" G_STRINGIFY (VIGIE_FACTS_HOURS_MONTHS) " months', 'floor')"
                                                " LEFT JOIN module AS m ON m.id = c.module_id"
                                                " GROUP BY p.profession_id, p.staff_id) GROUP BY 1, 2 ORDER BY 1, 2";

static const char hours_sql[] = VIGIE_FACTS_SCOPE_UNITS
  ", " VIGIE_FACTS_PRESENT
  ", person (staff_id, profession_id) AS (SELECT DISTINCT staff_id, profession_id FROM present)"
  ", taken (profession_id, minutes) AS ("
  " SELECT p.profession_id,"
  "  iif (count (c.id) = count (coalesce (c.minutes, m.duration_min)),"
  "   ifnull (sum (coalesce (c.minutes, m.duration_min)), 0), -1)"
  " FROM person AS p LEFT JOIN completion AS c ON c.staff_id = p.staff_id AND c.completed_on <= ?1"
  "  AND c.completed_on > " START " LEFT JOIN module AS m ON m.id = c.module_id"
  " GROUP BY p.profession_id, p.staff_id) "
  "SELECT profession_id, minutes, count (*) FROM taken GROUP BY 1, 2 ORDER BY 1, 2";

/*
 * Counts handed over go on adding up, so the hours of a period are the difference of two. A site whose first count
 * falls within the period is taken to have begun in it.
 */
#define LATEST(of, day) \
  "(SELECT max (as_of) FROM completion_count WHERE org_unit_id = " of ".org_unit_id" \
  "  AND profession_id = " of ".profession_id AND module_id = " of ".module_id AND as_of <= " day ")"

static const char counted_hours_sql[] = VIGIE_FACTS_SCOPE_UNITS
  "SELECT c.org_unit_id, c.profession_id,"
  " iif (count (*) = count (c.minutes_total) AND count (b.id) = count (b.minutes_total),"
  "  sum (max (c.minutes_total - ifnull (b.minutes_total, 0), 0)), -1) "
  "FROM completion_count AS c JOIN profession AS p ON p.id = c.profession_id "
  "LEFT JOIN completion_count AS b ON b.org_unit_id = c.org_unit_id AND b.profession_id = c.profession_id"
  " AND b.module_id = c.module_id AND b.as_of = " LATEST (
    "c", START) " "
                "WHERE c.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3)"
                " AND c.as_of = " LATEST ("c", "?1") " GROUP BY 1, 2 ORDER BY 1, 2";

static gboolean
read_hours (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactHours *hours = element;

  hours->profession = VIGIE_FACTS_INDEX (reader, professions, row, 0);
  hours->minutes = vigie_statement_get_integer (row, 1);
  hours->people = vigie_statement_get_integer (row, 2);
  return TRUE;
}

static gboolean
read_counted_hours (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactCountedHours *hours = element;

  hours->unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  hours->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  hours->minutes = vigie_statement_get_integer_or (row, 2, -1);
  return TRUE;
}

gboolean
vigie_facts_read_hours (VigieFactsReader *self, GError **error)
{
  VigieFacts *facts = self->facts;
  g_autofree char *day = vigie_date_dup_iso (facts->as_of);
  g_autofree char *all_hours = g_strdup_printf (all_hours_sql, day);
  const char *sql = vigie_facts_is_whole (self) ? all_hours : hours_sql;

  /* Beside the other arrays, as it may be another thread that reads them, later. */
  return vigie_facts_read (self, sql, sizeof *facts->hours, read_hours, (gpointer *) &facts->hours, &facts->n_hours,
                           error) &&
         vigie_facts_read (self, counted_hours_sql, sizeof *facts->counted_hours, read_counted_hours,
                           (gpointer *) &facts->counted_hours, &facts->n_counted_hours, error);
}
