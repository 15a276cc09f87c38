// SPDX-License-Identifier: GPL-3.0-or-later

/* Every figure's table against a recount in plain SQL by the sqlite3 program: tests/oracle/README.md. */

#include "vigie-small-register.h"

#include "vigie-demo.h"
#include "vigie-figure.h"
#include "vigie-format.h"

#include <math.h>
#include <string.h>

#define PARTED_BY "\x1f"

typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  vigie_test_fill_small_register (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_null (vigie_store_get_setting (fixture->store, "none", NULL, NULL));
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static char *
read_sql (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "tests", "oracle", name, NULL);
  g_autoptr (GError) error = NULL;
  char *sql = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  return sql;
}

/* Rows of cells; the first row has the names of the columns. @more is asked after the question of @id, if any. */
static GPtrArray *
ask_oracle (const char *path, const char *id, const char *more, const char *as_of)
{
  g_autofree char *file = g_strconcat (id, ".sql", NULL);
  g_autofree char *cells = read_sql ("cells.sql");
  g_autofree char *first = read_sql (file);
  g_autofree char *second = more != NULL ? read_sql (more) : g_strdup ("");
  g_autofree char *question = g_strconcat (first, second, NULL);
  g_autofree char *day = g_strdup_printf (".parameter set :as_of \"'%s'\"", as_of);
  g_autofree char *script =
    g_strconcat (day, "\n.mode list\n.headers on\n.separator \"\\037\"\n", cells, question, NULL);
  g_autofree char *uri = g_strconcat ("file:", path, "?mode=ro", NULL);
  g_autofree char *answer = NULL;
  g_autofree char *complaint = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) sqlite = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  sqlite =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                      &error, "sqlite3", "-bail", "-init", "/dev/null", uri, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (sqlite, script, NULL, &answer, &complaint, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_subprocess_get_successful (sqlite));
  lines = g_strsplit (g_strchomp (answer), "\n", 0);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], PARTED_BY, 0));
  return rows;
}

static int
find_column (const VigieFigure *figure, const char *name)
{
  for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
    if (g_str_equal (vigie_figure_get_column (figure, c)->name, name))
      return (int) c;
  return -1;
}

static int
find_row (const VigieFigure *figure, const char *key)
{
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    if (g_strcmp0 (vigie_figure_get_row_key (figure, row), key) == 0)
      return (int) row;
  return -1;
}

/* A small group is hidden and cannot be compared; how many are is asserted by the test of it. */
static gboolean
is_hidden (const VigieFigureCell *cell)
{
  return cell->raw != NULL && (*cell->raw == '<' || g_str_equal (cell->raw, "hidden"));
}

/* Shares have four decimals, and a tie of the fifth may be rounded either way. */
static gboolean
is_same (const char *ours, const char *theirs)
{
  if (ours == NULL || strchr (ours, '.') == NULL || strchr (theirs, '.') == NULL)
    return g_strcmp0 (ours != NULL ? ours : "", theirs) == 0;
  return fabs (g_ascii_strtod (ours, NULL) - g_ascii_strtod (theirs, NULL)) < 1.1e-4;
}

static guint
compare_row (const VigieFigure *figure, char **names, char **cells)
{
  int row = find_row (figure, cells[0]);
  guint compared = 0;

  if (row < 0)
    g_error ("%s: the oracle has a row “%s”, the figure has not", vigie_figure_get_id (figure), cells[0]);
  for (gsize c = 1; names[c] != NULL; c++)
    {
      int column = find_column (figure, names[c]);
      const VigieFigureCell *cell;

      /* A column of which there is nothing to say has no place in the table. */
      if (column < 0)
        {
          g_assert_cmpstr (cells[c], ==, "");
          continue;
        }
      cell = vigie_figure_get_cell (figure, (guint) row, (guint) column);
      if (is_hidden (cell))
        continue;
      if (!is_same (cell->raw, cells[c]))
        g_error ("%s, %s, %s: the figure says “%s”, the oracle “%s”", vigie_figure_get_id (figure), cells[0], names[c],
                 cell->raw, cells[c]);
      compared++;
    }
  return compared;
}

static guint
compare_figure (VigieStore *store, const char *id, const char *as_of)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (as_of), NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);
  g_autoptr (VigieFigure) figure = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint compared = 0;

  g_assert_no_error (error);
  figure = vigie_figure_new ((guint) vigie_figure_kind_from_id (id), overview);
  rows = ask_oracle (vigie_store_get_path (store), id, NULL, as_of);
  for (guint i = 1; i < rows->len; i++)
    compared += compare_row (figure, g_ptr_array_index (rows, 0), g_ptr_array_index (rows, i));
  g_test_message ("%s on %s: %u cells compared", id, as_of, compared);
  return compared;
}

static void
test_figure (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-11-23", "2026-10-12", "2026-02-28", "2025-11-30" };
  static const char *const show_nearly_all[] = { "setting|code=small_group|value=2" };

  compare_figure (fixture->store, data, days[0]);
  vigie_test_put_lines (fixture->store, show_nearly_all, G_N_ELEMENTS (show_nearly_all));
  /* On a day there may be nothing to say, but not on the day that the register was written for. */
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpuint (compare_figure (fixture->store, data, days[i]), >=, i == 0 ? 1 : 0);
}

/*
 * The forecast, from the definition "training-trajectory" alone: every training given is followed by itself as a batch,
 * with the month it was given in, until it expires or its people have left.
 */

#define AHEAD 25
#define MODULES 16

typedef struct
{
  double required[MODULES][AHEAD];
  double known[MODULES][AHEAD];
  double validity[MODULES];
  double gains[12];
  guint n_gains;
  double rest;
  double leaving;
} Ahead;

static double
number (char **cells, guint column)
{
  return g_ascii_strtod (cells[column], NULL);
}

static void
read_ahead (GPtrArray *rows, Ahead *ahead)
{
  gboolean begun = FALSE;

  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      begun |= g_str_equal (cells[0], "line");
      if (!begun || g_str_equal (cells[0], "key"))
        continue;
      if (g_str_equal (cells[0], "line"))
        {
          guint module = (guint) number (cells, 1), month = (guint) number (cells, 2);

          g_assert_cmpuint (module, <, MODULES);
          ahead->required[module][month] = number (cells, 4);
          ahead->known[module][month] = number (cells, 5);
          ahead->validity[module] = *cells[3] != '\0' ? number (cells, 3) : G_MAXINT;
        }
      else if (g_str_equal (cells[0], "gain"))
        ahead->gains[ahead->n_gains++] = number (cells, 2);
      else if (g_str_equal (cells[0], "rest"))
        ahead->rest = number (cells, 1) / number (cells, 2);
      else
        ahead->leaving = number (cells, 2) > 0 ? number (cells, 1) / number (cells, 2) : 0;
    }
}

static int
compare_numbers (const void *a, const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Between the two of @n ordered numbers that are next to 1 + (n − 1) × @p. */
static double
quartile (Ahead *ahead, double p)
{
  double place = (ahead->n_gains - 1) * p, sum = 0;

  qsort (ahead->gains, ahead->n_gains, sizeof (double), compare_numbers);
  for (guint i = 0; i < ahead->n_gains; i++)
    sum += ahead->gains[i] * fmax (0, 1 - fabs (i - place));
  return sum;
}

static void
follow (const Ahead *ahead, double pace, double *rates)
{
  double batches[MODULES][AHEAD] = { 0 };
  double there = 1;

  for (int month = 0; month < AHEAD; month++)
    {
      double share = month == 0 ? ahead->rest : 1, stay = pow (1 - ahead->leaving, share);
      double lacking[MODULES], all_lacking = 0, all_held = 0, all_required = 0;

      there *= stay;
      for (int module = 0; module < MODULES; module++)
        {
          double held = ahead->known[module][month] * there;

          for (int given = 0; given < month; given++)
            {
              batches[module][given] *= month - given >= ahead->validity[module] ? 0 : stay;
              held += batches[module][given];
            }
          held = fmin (held, ahead->required[module][month]);
          lacking[module] = ahead->required[module][month] - held;
          all_lacking += lacking[module];
          all_held += held;
          all_required += ahead->required[module][month];
        }
      for (int module = 0; module < MODULES && all_lacking > 0; module++)
        batches[module][month] = lacking[module] / all_lacking * fmin (pace * share, all_lacking);
      rates[month] = (all_held + fmin (pace * share, all_lacking)) / all_required;
    }
}

static void
compare_forecast (VigieStore *store, const char *as_of)
{
  static const struct
  {
    const char *column;
    double quantile;
  } cases[] = { { "slow", 0.25 }, { "expected", 0.5 }, { "fast", 0.75 } };
  VigieDate day = vigie_date_parse_iso (as_of);
  g_autoptr (VigieScope) scope = vigie_scope_new (day, NULL, NULL);
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, NULL);
  g_autoptr (VigieFigure) figure =
    vigie_figure_new ((guint) vigie_figure_kind_from_id ("training-trajectory"), overview);
  g_autoptr (GPtrArray) rows =
    ask_oracle (vigie_store_get_path (store), "training-trajectory", "training-trajectory-ahead.sql", as_of);
  Ahead ahead = { 0 };
  double rates[AHEAD];

  read_ahead (rows, &ahead);
  g_assert_cmpuint (ahead.n_gains, >=, 6);
  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      follow (&ahead, quartile (&ahead, cases[c].quantile), rates);
      for (int month = 0; month < AHEAD; month++)
        {
          g_autofree char *key =
            vigie_date_dup_iso (vigie_date_add_months (vigie_date_month_start (day), month + 1) - 1);
          int row = find_row (figure, key);
          const char *ours;

          /* On the last day of a month there is nothing ahead in it. */
          if (g_str_equal (key, as_of))
            continue;
          g_assert_cmpint (row, >=, 0);
          ours = vigie_figure_get_cell (figure, (guint) row, (guint) find_column (figure, cases[c].column))->raw;
          g_assert_nonnull (ours);
          if (fabs (g_ascii_strtod (ours, NULL) - rates[month]) > 1.1e-4)
            g_error ("%s, %s: the figure says “%s”, the recount %.4f", key, cases[c].column, ours, rates[month]);
        }
    }
}

static void
test_forecast (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* Some leave, some move, one of them in the scope's own site, and one renews before the former training ends. */
  static const char *const moves[] = {
    "job|staff=IDE92|starts_on=2020-01-01|ends_on=2026-05-31|org_unit=CHU|profession=IDE",
    "completion|staff=IDE92|module=M01|completed_on=2025-12-15",
    "job|staff=IDE93|starts_on=2020-01-01|ends_on=2026-03-31|org_unit=CHU|profession=IDE",
    "job|staff=IDE93|starts_on=2026-04-01|org_unit=RAD|profession=IDE",
    "completion|staff=IDE93|module=M01|completed_on=2024-02-29",
    "completion|staff=IDE93|module=M01|completed_on=2026-09-01",
    "job|staff=MED00|starts_on=2025-06-01|org_unit=CHU|profession=MED",
  };
  static const char *const days[] = { "2026-11-23", "2026-10-12", "2026-02-28", "2026-05-31" };

  vigie_test_put_lines (fixture->store, moves, G_N_ELEMENTS (moves));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      compare_figure (fixture->store, "training-trajectory", days[i]);
      compare_forecast (fixture->store, days[i]);
    }
}

/* What committees follow, where the small register is poor: every kind of rating, an action of each end, incidents at
 * the edges of the year, barriers that weigh on several systems, a system of enough users for a rate. */
static void
test_governance (Fixture *fixture, gconstpointer data)
{
  static const char *const more[] = {
    "org_unit|code=ICM|name=Institut du Cap|kind=site|parent=GHT",
    "deployment|code=D-SCRI-ICM|system=SCRI|org_unit=ICM",
    "stage_event|deployment=D-SCRI-ICM|occurred_on=2025-02-01|stage=live|basis=event",
    "safeguard|deployment=D-SCRI-ICM|kind=dpia|status=missing",
    "user_group|deployment=D-SCRI-ICM|profession=IDE|as_of=2025-02-01|users_active=420",
    "barrier|code=FR-03|title=Peu de formateurs|family=skills|status=open|opened_on=2025-10-01",
    "barrier|code=FR-04|title=Personne ne l’a coté|family=data|status=open|opened_on=2025-10-01",
    "rating|barrier=FR-01|tier=inherent|rated_on=2025-06-15|likelihood=5|impact=4",
    "rating|barrier=FR-01|tier=inherent|rated_on=2026-10-01|likelihood=5|impact=5",
    "rating|barrier=FR-01|tier=residual|rated_on=2025-07-01|likelihood=2|impact=3",
    "rating|barrier=FR-03|tier=current|rated_on=2025-10-02|likelihood=2|impact=5",
    "rating|barrier=FR-03|tier=inherent|rated_on=2026-11-24|likelihood=5|impact=5",
    "barrier_link|barrier=FR-01|system=FRAC|effect=blocks",
    "barrier_link|barrier=FR-01|system=SCRI|effect=concerns",
    "barrier_link|barrier=FR-02|system=BEDS|effect=delays",
    "barrier_link|barrier=FR-03|system=OLD|effect=degrades",
    "barrier_link|barrier=FR-04|system=FRAC|effect=concerns",
    "action|code=A-04|title=Abandonnée|kind=secure|status=dropped|opened_on=2026-02-01|due_on=2026-03-01",
    "action|code=A-05|title=Sans date|kind=train|owner=Cadre|status=done|opened_on=2025-01-31|due_on=2025-02-28",
    "action|code=A-06|title=Fin de mois|kind=train|owner=DSI|status=verified|opened_on=2025-09-30|due_on=2025-10-31|"
    "done_on=2025-10-31",
    "action|code=A-07|title=Sans porteur|kind=train|status=todo|opened_on=2024-12-01|due_on=2026-02-27",
    "action|code=A-08|title=Ancienne|kind=train|owner=DSI|status=doing|opened_on=2023-03-01",
    "incident|code=I-11|deployment=D-SCRI-ICM|kind=bias|severity=5|occurred_on=2025-12-01|status=mitigated",
    "incident|code=I-12|deployment=D-SCRI-ICM|kind=bias|severity=5|occurred_on=2025-11-30|status=open",
    "incident|code=I-13|deployment=D-SCRI-ICM|kind=drift|severity=3|occurred_on=2026-09-30|detected_on=2026-10-13|"
    "status=closed|closed_on=2026-11-23",
  };
  static const char *const days[] = { "2026-11-23", "2026-10-12", "2026-10-13", "2026-02-28", "2025-11-30" };

  vigie_test_put_lines (fixture->store, more, G_N_ELEMENTS (more));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpuint (compare_figure (fixture->store, data, days[i]), >=, 6);
}

/* Demonstrations of other people on days that calendars stumble over: a leap day, the end of a month, a change of clocks. */
static void
test_demo (gconstpointer data)
{
  static const char *const days[] = { "2026-11-23", "2028-02-29", "2026-01-31", "2026-03-29" };
  const char *id = data;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL,
                                   .seed = i + 1,
                                   .today = vigie_date_parse_iso (days[i]) };
      g_autofree char *folder = vigie_test_dup_folder ();
      g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
      g_autoptr (GError) error = NULL;
      VigieStore *store;

      g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (compare_figure (store, id, days[i]), >, 0);
      g_assert_finalize_object (store);
      vigie_test_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  static const char *const governance[] = { "incidents", "sites-compare", "risk-matrix", "actions" };
  static const char *const ids[] = {
    "deployment-domain",   "deployment-stage", "trust-map",           "safeguards",         "skills-gap",
    "training-coverage",   "training-hours",   "training-trajectory", "barriers-benchmark", "budget",
    "incidents",           "sites-compare",    "readiness-gate",      "risk-matrix",        "actions",
    "deployment-timeline",
  };

  gboolean demo;

  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  demo = argc > 1 && g_str_equal (argv[1], "demo");
  g_assert_cmpuint (G_N_ELEMENTS (ids), ==, vigie_figure_n_kinds ());
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = g_strconcat ("/oracle/", ids[i], NULL);

      if (!demo)
        g_test_add (path, Fixture, ids[i], set_up, test_figure, tear_down);
      /* The recount of a forecast takes a minute where there are many people. */
      else if (!g_str_equal (ids[i], "training-trajectory"))
        g_test_add_data_func (path, ids[i], test_demo);
    }
  if (demo)
    return g_test_run ();
  for (gsize i = 0; i < G_N_ELEMENTS (governance); i++)
    {
      g_autofree char *path = g_strconcat ("/oracle/governance/", governance[i], NULL);

      g_test_add (path, Fixture, governance[i], set_up, test_governance, tear_down);
    }
  g_test_add ("/oracle/forecast", Fixture, NULL, set_up, test_forecast, tear_down);
  return g_test_run ();
}
