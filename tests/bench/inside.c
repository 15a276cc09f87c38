// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * inside WORKLOAD RUNS REGISTER [SITE]: what is done inside one process, timed run by run: one line of
 * milliseconds a run on standard output, after one that is not counted. tests/bench/bench reads them.
 *
 *   overview  load the overview of the register, or of SITE
 *   facts     the same without the numbers that are made of it: what the register has to answer
 *   layout    lay out and draw every figure to an image of 1920×1080
 *   relayout  lay out the figure that takes longest
 */

#include "vigie-figure.h"
#include "vigie-format.h"
#include "vigie-overview.h"
#include "vigie-scene-draw.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static VigieFrame
wall (void)
{
  return (VigieFrame) { .width = WALL_WIDTH, .height = WALL_HEIGHT, .text_scale = 1 };
}

static void
draw_figures (VigieStore *store, VigieScope *scope)
{
  static VigieOverview *overview;
  static cairo_surface_t *surface;
  VigieFrame frame = wall ();

  if (overview == NULL)
    overview = vigie_overview_load (store, scope, NULL, NULL);
  if (surface == NULL)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WALL_WIDTH, WALL_HEIGHT);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, overview);
      g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);
      cairo_t *cr = cairo_create (surface);

      vigie_scene_draw (scene, cr, vigie_palette_get (VIGIE_PALETTE_LIGHT));
      cairo_destroy (cr);
    }
}

static void
lay_out (VigieFigure *figure)
{
  VigieFrame frame = wall ();
  g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);

  g_assert (scene != NULL);
}

static VigieFigure *
find_slowest (VigieOverview *overview)
{
  VigieFigure *slowest = NULL;
  gint64 longest = -1;

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, overview);
      gint64 begin;

      lay_out (figure);
      begin = g_get_monotonic_time ();
      lay_out (figure);
      if (g_get_monotonic_time () - begin > longest)
        {
          longest = g_get_monotonic_time () - begin;
          g_clear_pointer (&slowest, vigie_figure_unref);
          slowest = g_steal_pointer (&figure);
        }
    }
  return slowest;
}

static void
lay_out_slowest (VigieStore *store, VigieScope *scope)
{
  static VigieFigure *slowest;

  if (slowest == NULL)
    {
      g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, NULL);

      slowest = find_slowest (overview);
      g_printerr ("the slowest to lay out is %s\n", vigie_figure_get_id (slowest));
    }
  lay_out (slowest);
}

static const struct
{
  const char *name;
  void (*run) (VigieStore *store, VigieScope *scope);
} workloads[] = {
  { "overview", load_overview },
  { "facts", load_facts },
  { "layout", draw_figures },
  { "relayout", lay_out_slowest },
};

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
  store = vigie_store_open (argv[3], VIGIE_OPEN_READ, NULL, &error);
  if (store == NULL)
    die (error);
  for (gsize i = 0; i < G_N_ELEMENTS (workloads); i++)
    for (int run = 0; run <= runs && strcmp (workloads[i].name, argv[1]) == 0; run++)
      {
        gint64 begin = g_get_monotonic_time ();

        workloads[i].run (store, scope);
        if (run > 0)
          printf ("%.3f\n", (double) (g_get_monotonic_time () - begin) / 1000);
      }
  return 0;
}
