// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-axis.h"
#include "vigie-label-placer.h"
#include "vigie-stacked-bars-private.h"

#include <math.h>

/* The benchmarks of stacked bars: lines across them, their names over the bars, their sources under the chart. */

#define NOTE_LINES 3

static double
em (const VigieStackedLayout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static int
compare_benchmarks (gconstpointer a, gconstpointer b)
{
  const VigieStackedBenchmark *first = *(const VigieStackedBenchmark *const *) a;
  const VigieStackedBenchmark *second = *(const VigieStackedBenchmark *const *) b;

  return (first->value > second->value) - (first->value < second->value);
}

static GPtrArray *
sorted_benchmarks (const VigieStackedBars *data)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (gsize i = 0; i < data->n_benchmarks; i++)
    {
      if (!isnan (data->benchmarks[i].value))
        g_ptr_array_add (sorted, (gpointer) &data->benchmarks[i]);
    }
  g_ptr_array_sort (sorted, compare_benchmarks);

  return sorted;
}

/* The middles of the benchmarks' names on one line; %NULL when they need one line each. */
static double *
spread_benchmark_names (const VigieStackedLayout *layout, GPtrArray *sorted)
{
  g_autofree double *middles = g_new (double, sorted->len + 1);
  g_autofree double *widths = g_new (double, sorted->len + 1);
  double room = vigie_scene_builder_get_frame (layout->builder)->width;

  for (guint i = 0; i < sorted->len; i++)
    {
      const VigieStackedBenchmark *benchmark = g_ptr_array_index (sorted, i);

      widths[i] = vigie_scene_builder_text_width (layout->builder, benchmark->label, VIGIE_TEXT_NOTE, TRUE);
      middles[i] = vigie_linear_scale_map (&layout->scale, benchmark->value);
    }

  if (!vigie_spread (middles, widths, sorted->len, 0, room, em (layout, 2 * VIGIE_STACKED_TOTAL_GAP)))
    return NULL;

  return g_steal_pointer (&middles);
}

/**
 * vigie_stacked_benchmark_lines:
 * @layout: with its scale
 *
 * Returns: how many lines the names of the benchmarks take
 */
guint
vigie_stacked_benchmark_lines (const VigieStackedLayout *layout)
{
  g_autoptr (GPtrArray) sorted = sorted_benchmarks (layout->data);
  g_autofree double *middles = spread_benchmark_names (layout, sorted);

  return middles != NULL ? MIN (sorted->len, 1) : sorted->len;
}

/**
 * vigie_stacked_draw_benchmarks:
 * @layout: divided
 *
 * Draws the lines and their names.
 */
void
vigie_stacked_draw_benchmarks (const VigieStackedLayout *layout)
{
  g_autoptr (GPtrArray) sorted = sorted_benchmarks (layout->data);
  g_autofree double *middles = spread_benchmark_names (layout, sorted);
  double bottom = layout->rows.room.y - em (layout, 2);

  for (guint i = 0; i < sorted->len; i++)
    {
      const VigieStackedBenchmark *benchmark = g_ptr_array_index (sorted, i);
      double x = vigie_linear_scale_map (&layout->scale, benchmark->value);
      double name_bottom = bottom - (middles == NULL ? (sorted->len - 1 - i) * layout->note_line : 0);
      int datum = vigie_scene_builder_add_datum (layout->builder, &(VigieDatum) {
                                                                    .label = benchmark->label,
                                                                    .value_text = benchmark->note,
                                                                    .key = benchmark->key,
                                                                    .row = -1,
                                                                    .column = (int) i,
                                                                  });

      vigie_reference_line (layout->builder, x, name_bottom, x, vigie_box_bottom (&layout->rows.plot),
                            VIGIE_PAINT_BENCHMARK, VIGIE_DASH_DASHED, datum);
      vigie_scene_builder_text (layout->builder, benchmark->label,
                                &(VigieTextSpec) { .x = middles != NULL ? middles[i] : x,
                                                   .y = name_bottom,
                                                   .align = VIGIE_ALIGN_CENTER,
                                                   .anchor = VIGIE_ANCHOR_BOTTOM,
                                                   .role = VIGIE_TEXT_NOTE,
                                                   .strong = TRUE,
                                                   .plate = middles == NULL },
                                datum);
    }
}

/* Sources */

static VigieTextSpec
note_spec (const VigieStackedLayout *layout, double y)
{
  return (VigieTextSpec) {
    .y = y,
    .role = VIGIE_TEXT_NOTE,
    .paint = VIGIE_PAINT_TEXT_MUTED,
    .width = vigie_scene_builder_get_frame (layout->builder)->width,
    .max_lines = NOTE_LINES,
  };
}

/**
 * vigie_stacked_measure_notes:
 * @layout: with its data and builder
 *
 * Returns: the height the sources take, in points
 */
double
vigie_stacked_measure_notes (const VigieStackedLayout *layout)
{
  double height = 0;

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      const char *note = layout->data->benchmarks[i].note;
      VigieTextSpec spec = note_spec (layout, 0);

      if (note != NULL)
        height += vigie_scene_builder_text_box (layout->builder, note, &spec).height;
    }

  return height > 0 ? height + em (layout, VIGIE_STACKED_HEADER_GAP) : 0;
}

/**
 * vigie_stacked_draw_notes:
 * @layout: divided
 *
 * Writes the sources at the foot of the scene.
 */
void
vigie_stacked_draw_notes (const VigieStackedLayout *layout)
{
  double y = vigie_scene_builder_get_frame (layout->builder)->height - layout->notes_height +
             em (layout, VIGIE_STACKED_HEADER_GAP);

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      const char *note = layout->data->benchmarks[i].note;
      VigieTextSpec spec = note_spec (layout, y);

      if (note == NULL)
        continue;

      vigie_scene_builder_text (layout->builder, note, &spec, VIGIE_NO_DATUM);
      y += vigie_scene_builder_text_box (layout->builder, note, &spec).height;
    }
}
