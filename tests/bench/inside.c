// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * inside WORKLOAD RUNS REGISTER [SITE]: what is done inside one process, timed run by run: one line a
 * run on standard output, after one that is not counted: milliseconds on the clock, and of the processors.
 * tests/bench/bench reads them.
 *
 *   overview  load the overview of the register, or of SITE, again: nothing has changed since
 *   edited    the same after a change to the register, which is not timed
 *   action, safeguard, stage, trained
 *             the same after an action, a safeguard, a stage of a deployment or a completion was entered
 *   as-of     the same as of a past day that was not asked about before
 *   edit      enter that one of the staff completed a module: a transaction with journal and rollups, on the disk
 *   facts     as edited, without the numbers that are made of it: what the register has to answer
 *   layout    lay out and draw every figure to an image of 1920×1080
 *   each      say of each figure how long it takes to draw
 *   relayout  lay out the figure that takes longest
 */

#include "vigie-entities.h"
#include "vigie-figure.h"
#include "vigie-format.h"
#include "vigie-overview.h"
#include "vigie-scene-draw.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WALL_WIDTH 1920
#define WALL_HEIGHT 1080

static VigieDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vigie_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
die (GError *error)
{
  g_printerr ("inside: %s\n", error != NULL ? error->message : "wrong arguments: see inside.c");
  exit (1);
}

static void
load_overview (VigieStore *store, VigieScope *scope)
{
  GError *error = NULL;
  VigieOverview *overview = vigie_overview_load (store, scope, NULL, &error);

  if (overview == NULL)
    die (error);
  vigie_overview_unref (overview);
}

static void
load_facts (VigieStore *store, VigieScope *scope)
{
  GError *error = NULL;
  VigieFacts *facts = vigie_facts_load (store, scope, NULL, &error);

  if (facts == NULL)
    die (error);
  vigie_facts_unref (facts);
}

/* Renames the organisation, so that what was answered before no longer holds. */
static void
change_register (VigieStore *store)
{
  static int n;
  g_autofree char *name = g_strdup_printf ("CHU Nord %d", ++n);
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_setting_entity);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GError *error = NULL;

  vigie_record_set_text (record, (guint) vigie_entity_find_field (&vigie_setting_entity, "code"), "organisation");
  vigie_record_set_text (record, (guint) vigie_entity_find_field (&vigie_setting_entity, "value"), name);
  g_ptr_array_add (records, record);
  if (!vigie_store_put_records (store, records, NULL, &error))
    die (error);
}

static void
put (VigieStore *store, const VigieEntity *entity, ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  VigieRecord *record = vigie_record_new (entity);
  GError *error = NULL;
  const char *name;
  va_list values;

  va_start (values, entity);
  while ((name = va_arg (values, const char *)) != NULL)
    vigie_record_set_from_text (record, (guint) vigie_entity_find_field (entity, name), va_arg (values, const char *),
                                NULL);
  va_end (values);
  g_ptr_array_add (records, record);
  if (!vigie_store_put_records (store, records, NULL, &error))
    die (error);
}

static char *
day_before (int days)
{
  return vigie_date_dup_iso (today () - days);
}

static void
put_action (VigieStore *store)
{
  static int n;
  g_autofree char *day = day_before (++n);

  put (store, &vigie_action_entity, "code", "BENCH", "title", "Bench", "kind", "train", "status", "todo", "opened_on",
       "2026-01-01", "due_on", day, NULL);
}

/* Of the same deployment each time. */
static const char *
get_deployment (VigieStore *store)
{
  static char *code;
  g_autoptr (VigieScope) scope = vigie_scope_new (today (), NULL, NULL);
  g_autoptr (VigieFacts) facts = code == NULL ? vigie_facts_load (store, scope, NULL, NULL) : NULL;

  for (gsize i = 0; code == NULL && i < facts->n_deployments; i++)
    if (facts->deployments[i].stage == VIGIE_STAGE_LIVE)
      code = g_strdup (facts->deployments[i].code);
  return code;
}

static void
put_safeguard (VigieStore *store)
{
  static int n;

  put (store, &vigie_safeguard_entity, "deployment", get_deployment (store), "kind", "dpia", "status",
       n++ % 2 == 0 ? "missing" : "in_progress", NULL);
}

static void
put_stage (VigieStore *store)
{
  static int n;
  g_autofree char *day = day_before (1);

  put (store, &vigie_stage_event_entity, "deployment", get_deployment (store), "occurred_on", day, "stage",
       n++ % 2 == 0 ? "suspended" : "live", "basis", "event", NULL);
}

/* Of the first person of the demonstration. */
static void
put_completion (VigieStore *store)
{
  g_autofree char *day = day_before (g_random_int_range (1, 3000));

  put (store, &vigie_completion_entity, "staff", "M0100000", "module", "M01", "completed_on", day, NULL);
}

/* A day that nobody asked about yet, some three years back and later. */
static void
load_past (VigieStore *store, VigieScope *scope)
{
  static int n;
  g_autoptr (VigieScope) past = vigie_scope_with_date (scope, vigie_scope_get_as_of (scope) - 1100 + 7 * n++);

  load_overview (store, past);
}

static char *
dup_first_code (VigieStore *store, const VigieEntity *entity)
{
  VigieQuery query = { .entity = entity, .limit = 1, .sort_field = -1 };
  GError *error = NULL;
  g_autoptr (GPtrArray) records = vigie_store_list (store, &query, NULL, NULL, &error);

  if (records == NULL || records->len == 0)
    die (error);
  return vigie_record_dup_key (g_ptr_array_index (records, 0));
}

static void
enter_completion (VigieStore *store, VigieScope *scope G_GNUC_UNUSED)
{
  static VigieRecord *record;
  static VigieDate day;
  GError *error = NULL;

  if (record == NULL)
    {
      g_autofree char *staff = dup_first_code (store, &vigie_staff_entity);
      g_autofree char *module = dup_first_code (store, &vigie_module_entity);

      record = vigie_record_new (&vigie_completion_entity);
      vigie_record_set_text (record, VIGIE_COMPLETION_STAFF, staff);
      vigie_record_set_text (record, VIGIE_COMPLETION_MODULE, module);
      day = vigie_date_new (2001, 1, 1);
    }
  vigie_record_set_date (record, VIGIE_COMPLETION_COMPLETED_ON, day++); /* never the same twice */
  if (!vigie_store_edit_record (store, record, VIGIE_RECORD_ADD, &error))
    die (error);
}

/* Never the same width twice, as when a window is drawn wider. */
static VigieFrame
next_frame (void)
{
  static int narrower;

  narrower = (narrower + 7) % 300;
  return (VigieFrame) { .width = WALL_WIDTH - narrower, .height = WALL_HEIGHT, .text_scale = 1 };
}

static GPtrArray *
get_figures (VigieStore *store, VigieScope *scope)
{
  static GPtrArray *figures;
  g_autoptr (VigieOverview) overview = NULL;

  if (figures != NULL)
    return figures;
  figures = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_figure_unref);
  overview = vigie_overview_load (store, scope, NULL, NULL);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    g_ptr_array_add (figures, vigie_figure_new (kind, overview));
  return figures;
}

static void
draw_figures (VigieStore *store, VigieScope *scope)
{
  static cairo_surface_t *surface;
  GPtrArray *figures = get_figures (store, scope);
  VigieFrame frame = next_frame ();

  if (surface == NULL)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WALL_WIDTH, WALL_HEIGHT);
  for (guint i = 0; i < figures->len; i++)
    {
      g_autoptr (VigieScene) scene = vigie_figure_layout (g_ptr_array_index (figures, i), &frame);
      cairo_t *cr = cairo_create (surface);

      vigie_scene_draw (scene, cr, vigie_palette_get (VIGIE_PALETTE_LIGHT));
      cairo_destroy (cr);
    }
}

/* Says which figures take long. */
static void
draw_each (VigieStore *store, VigieScope *scope)
{
  GPtrArray *figures = get_figures (store, scope);
  VigieFrame frame = next_frame ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WALL_WIDTH, WALL_HEIGHT);

  for (guint i = 0; i < figures->len; i++)
    {
      g_autoptr (VigieScene) scene = vigie_figure_layout (g_ptr_array_index (figures, i), &frame);
      cairo_t *cr = cairo_create (surface);
      gint64 begin = g_get_monotonic_time ();

      vigie_scene_draw (scene, cr, vigie_palette_get (VIGIE_PALETTE_LIGHT));
      g_printerr ("%s: drawn in %.2f ms\n", vigie_figure_get_id (g_ptr_array_index (figures, i)),
                  (double) (g_get_monotonic_time () - begin) / 1000);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

static gint64
lay_out (VigieFigure *figure)
{
  VigieFrame frame = next_frame ();
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);

  return scene != NULL ? g_get_monotonic_time () - begin : -1;
}

static VigieFigure *
find_slowest (GPtrArray *figures)
{
  VigieFigure *slowest = NULL;
  gint64 longest = -1;

  for (guint i = 0; i < figures->len; i++)
    {
      gint64 taken;

      lay_out (g_ptr_array_index (figures, i));
      taken = lay_out (g_ptr_array_index (figures, i));
      if (taken > longest)
        {
          longest = taken;
          slowest = g_ptr_array_index (figures, i);
        }
    }
  g_printerr ("the slowest to lay out is %s\n", vigie_figure_get_id (slowest));
  return slowest;
}

static void
lay_out_slowest (VigieStore *store, VigieScope *scope)
{
  static VigieFigure *slowest;

  if (slowest == NULL)
    slowest = find_slowest (get_figures (store, scope));
  lay_out (slowest);
}

static const struct
{
  const char *name;
  void (*run) (VigieStore *store, VigieScope *scope);
  void (*prepare) (VigieStore *store);
} workloads[] = {
  { "overview", load_overview, NULL },
  { "edited", load_overview, change_register },
  { "action", load_overview, put_action },
  { "safeguard", load_overview, put_safeguard },
  { "stage", load_overview, put_stage },
  { "trained", load_overview, put_completion },
  { "facts", load_facts, change_register },
  { "layout", draw_figures, NULL },
  { "each", draw_each, NULL },
  { "relayout", lay_out_slowest, NULL },
  { "as-of", load_past, NULL },
  { "edit", enter_completion, NULL },
};

/* In microseconds, of all threads. */
static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

int
main (int argc, char *argv[])
{
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieStore) store = NULL;
  GError *error = NULL;
  int runs = argc > 2 ? atoi (argv[2]) : 0;

  if (argc < 4 || runs < 1)
    die (NULL);
  vigie_language_init ("en");
  scope = vigie_scope_new (today (), argc > 4 ? argv[4] : NULL, NULL);
  store = vigie_store_open (argv[3], VIGIE_OPEN_EDIT, NULL, &error);
  if (store == NULL)
    die (error);
  for (gsize i = 0; i < G_N_ELEMENTS (workloads); i++)
    for (int run = 0; run <= runs && strcmp (workloads[i].name, argv[1]) == 0; run++)
      {
        gint64 begin, busy;

        if (workloads[i].prepare != NULL)
          workloads[i].prepare (store);
        begin = g_get_monotonic_time ();
        busy = get_processor_time ();
        workloads[i].run (store, scope);
        if (run > 0)
          printf ("%.3f %.3f\n", (double) (g_get_monotonic_time () - begin) / 1000,
                  (double) (get_processor_time () - busy) / 1000);
      }
  return 0;
}
