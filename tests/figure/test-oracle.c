// SPDX-License-Identifier: GPL-3.0-or-later

/* Every figure's table against a recount in plain SQL by the sqlite3 program: tests/oracle/README.md. */

#include "vigie-oracle.h"
#include "vigie-small-register.h"

#include "vigie-demo.h"
#include "vigie-figure.h"
#include "vigie-format.h"
#include "vigie-import.h"

#include <math.h>
#include <string.h>

static void
set_up (VigieTestFixture *fixture, gconstpointer data)
{
  vigie_test_set_up (fixture, data);
  vigie_test_fill_small_register (fixture->store);
}

static void
test_figure (VigieTestFixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-11-23", "2026-10-12", "2026-02-28", "2025-11-30" };
  static const char *const show_nearly_all[] = { "setting|code=small_group|value=2" };

  vigie_oracle_compare (fixture->store, data, days[0]);
  vigie_test_put_lines (fixture->store, show_nearly_all, G_N_ELEMENTS (show_nearly_all));
  /* On a day there may be nothing to say, but not on the day that the register was written for. */
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpuint (vigie_oracle_compare (fixture->store, data, days[i]), >=, i == 0 ? 1 : 0);
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
    vigie_oracle_ask (vigie_store_get_path (store), "training-trajectory", "training-trajectory-ahead.sql", as_of);
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
          int row = vigie_oracle_find_row (figure, key);
          const char *ours;

          /* On the last day of a month there is nothing ahead in it. */
          if (g_str_equal (key, as_of))
            continue;
          g_assert_cmpint (row, >=, 0);
          ours = vigie_figure_get_cell (figure, (guint) row, (guint) vigie_oracle_find_column (figure, cases[c].column))
                   ->raw;
          g_assert_nonnull (ours);
          if (fabs (g_ascii_strtod (ours, NULL) - rates[month]) > 1.1e-4)
            g_error ("%s, %s: the figure says “%s”, the recount %.4f", key, cases[c].column, ours, rates[month]);
        }
    }
}

static void
test_forecast (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
      vigie_oracle_compare (fixture->store, "training-trajectory", days[i]);
      compare_forecast (fixture->store, days[i]);
    }
}

/* What committees follow, where the small register is poor: every kind of rating, an action of each end, incidents at
 * the edges of the year, barriers that weigh on several systems, a system of enough users for a rate. */
static void
test_governance (VigieTestFixture *fixture, gconstpointer data)
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
    "barrier_link|barrier=FR-03|system=BEDS|effect=blocks",
    "barrier_link|barrier=FR-04|system=BEDS|effect=blocks",
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
    g_assert_cmpuint (vigie_oracle_compare (fixture->store, data, days[i]), >=, 6);
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
      g_assert_cmpuint (vigie_oracle_compare (store, id, days[i]), >, 0);
      g_assert_finalize_object (store);
      vigie_test_remove_folder (folder);
    }
}

static GFile *
source_file (const char *first, const char *second, const char *third, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), first, second, third, name, NULL);

  return g_file_new_for_path (path);
}

/* The inventory of a hospital system, on the day that it says, on a later and on an earlier one. */
static void
test_inventory (void)
{
  static const char *const days[] = { "2026-04-14", "2026-11-23", "2026-04-13" };
  g_autoptr (GFile) mapping = source_file ("data", "reference", "mappings", "us-federal-2025-va.json");
  g_autoptr (GFile) file = source_file ("..", "shared", "data", "us-2025-individual.csv");
  g_autofree char *folder = vigie_test_dup_folder ();
  VigieStore *store = vigie_test_new_store (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = vigie_import_open ("projects", file, mapping, &error);

  g_assert_no_error (error);
  vigie_import_run (import, store, FALSE, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    vigie_oracle_compare_all (store, days[i]);
  g_clear_object (&import);
  g_assert_finalize_object (store);
  vigie_test_remove_folder (folder);
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
        g_test_add (path, VigieTestFixture, ids[i], set_up, test_figure, vigie_test_tear_down);
      /* The recount of a forecast takes a minute where there are many people. */
      else if (!g_str_equal (ids[i], "training-trajectory"))
        g_test_add_data_func (path, ids[i], test_demo);
    }
  if (demo)
    {
      g_test_add_func ("/oracle/inventory", test_inventory);
      return g_test_run ();
    }
  for (gsize i = 0; i < G_N_ELEMENTS (governance); i++)
    {
      g_autofree char *path = g_strconcat ("/oracle/governance/", governance[i], NULL);

      g_test_add (path, VigieTestFixture, governance[i], set_up, test_governance, vigie_test_tear_down);
    }
  g_test_add ("/oracle/forecast", VigieTestFixture, NULL, set_up, test_forecast, vigie_test_tear_down);
  return g_test_run ();
}
