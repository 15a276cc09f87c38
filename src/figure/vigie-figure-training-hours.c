// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How many hours against the 28 h reference? Hours of training on AI a head by profession, beside what the national
 * reference sets for students of twelve of them: digital health as a whole, which is not the same thing.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-dot-plot.h"
#include "vigie-format.h"
#include "vigie-suppress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REFERENCE_CODE "ARRETE-2022-28H"

typedef struct
{
  int profession;
  VigieHoursPicture hours;
  gboolean hidden;
  gboolean referred;
} HoursRow;

typedef struct
{
  HoursRow *rows;
  gsize n_rows;
  VigieHoursPicture whole;
  const VigieFactBenchmark *reference; /* in the facts; NULL where the register has none */
} HoursData;

static void
free_data (gpointer pointer)
{
  HoursData *data = pointer;

  g_free (data->rows);
  g_free (data);
}

static gboolean
is_shown (const HoursRow *row)
{
  return !row->hidden && !isnan (row->hours.mean);
}

/* Those whom the reference is about first, the most hours first; what is not measured or not shown last. */
static int
compare_rows (const void *a, const void *b)
{
  const HoursRow *first = a;
  const HoursRow *second = b;
  double one = is_shown (first) ? first->hours.mean : -1;
  double other = is_shown (second) ? second->hours.mean : -1;

  if (first->referred != second->referred)
    return first->referred ? -1 : 1;
  if (fabs (one - other) > 1e-12)
    return one > other ? -1 : 1;
  return first->profession - second->profession;
}

static void
hide_small (const VigieFacts *facts, HoursData *data)
{
  g_autofree gint64 *sizes = g_new0 (gint64, data->n_rows);
  g_autofree gboolean *hidden = g_new0 (gboolean, data->n_rows);

  for (gsize i = 0; i < data->n_rows; i++)
    sizes[i] = data->rows[i].hours.people;
  vigie_suppress (sizes, data->n_rows, facts->small_group, hidden);
  for (gsize i = 0; i < data->n_rows; i++)
    data->rows[i].hidden = hidden[i];
}

static HoursData *
collect (const VigieFigure *self)
{
  const VigieFacts *facts = self->picture->facts;
  HoursData *data = g_new0 (HoursData, 1);

  data->reference = vigie_figure_find_benchmark (self, REFERENCE_CODE);
  data->rows = g_new0 (HoursRow, facts->n_professions);
  for (int i = 0; i < (int) facts->n_professions; i++)
    {
      HoursRow *row = &data->rows[data->n_rows];

      row->profession = i;
      row->hours = vigie_picture_sum_hours (self->picture, i);
      row->referred = data->reference != NULL && facts->professions[i].in_reference;
      data->n_rows += row->hours.people + row->hours.not_measured > 0;
    }
  data->whole = vigie_picture_sum_hours (self->picture, -1);
  hide_small (facts, data);
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  return data;
}

static void
find_extremes (const HoursData *data, const HoursRow **least, const HoursRow **most)
{
  *least = *most = NULL;
  for (gsize i = 0; i < data->n_rows; i++)
    {
      const HoursRow *row = &data->rows[i];

      if (!is_shown (row))
        continue;
      if (*least == NULL || row->hours.mean < (*least)->hours.mean)
        *least = row;
      if (*most == NULL || row->hours.mean > (*most)->hours.mean)
        *most = row;
    }
}

static char *
create_answer (const VigieFigure *self, const HoursData *data)
{
  const VigieFactProfession *professions = self->picture->facts->professions;
  g_autofree char *mean = vigie_hours_dup (data->whole.mean, 1);
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;
  const HoursRow *least, *most;

  find_extremes (data, &least, &most);
  if (data->n_rows == 0)
    return g_strdup (_ ("Nobody in post is recorded here."));
  if (least == NULL)
    return g_strdup (_ ("How many hours of training people had is not measured, or the groups are too small to be "
                        "shown."));
  if (least == most)
    {
      highest = vigie_hours_dup (most->hours.mean, 1);
      /* Translators: %1$s is a profession, %2$s a number of hours */
      return g_strdup_printf (_ ("In 36 months: %1$s, %2$s of training on AI a head."),
                              vigie_profession_label (&professions[most->profession]), highest);
    }
  lowest = vigie_hours_dup (least->hours.mean, 1);
  highest = vigie_hours_dup (most->hours.mean, 1);
  /* Translators: %1$s, %2$s and %4$s are numbers of hours; %3$s and %5$s the professions that have the fewest and the
   * most */
  return g_strdup_printf (_ ("In 36 months our staff had %1$s of training on AI a head, from %2$s (%3$s) to %4$s "
                             "(%5$s)."),
                          mean, lowest, vigie_profession_label (&professions[least->profession]), highest,
                          vigie_profession_label (&professions[most->profession]));
}

static gboolean
any_referred (const HoursData *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].referred && is_shown (&data->rows[i]))
      return TRUE;
  return FALSE;
}

static char *
create_sentence (const VigieFigure *self, const HoursData *data)
{
  g_autofree char *answer = create_answer (self, data);
  g_autofree char *reference = NULL;
  g_autofree char *caution = NULL;

  if (!any_referred (data))
    return g_steal_pointer (&answer);
  reference = vigie_hours_dup ((double) data->reference->hours, 0);
  /* Translators: %s is a number of hours */
  caution = g_strdup_printf (_ ("The reference for students, %s, is of digital health as a whole."), reference);
  return g_strconcat (answer, " ", caution, NULL);
}

static void
add_row (VigieFigure *self, const HoursData *data, const HoursRow *row)
{
  const VigieFactProfession *profession = &self->picture->facts->professions[row->profession];

  vigie_figure_add_row (self, profession->code);
  vigie_figure_add_text (self, vigie_profession_label (profession), profession->code);
  if (row->hidden)
    for (int i = 0; i < 6; i++)
      vigie_figure_add_hidden (self, row->hours.people);
  else
    {
      vigie_figure_add_count (self, row->hours.people);
      vigie_figure_add_hours (self, row->hours.mean);
      vigie_figure_add_hours (self, row->hours.low);
      vigie_figure_add_hours (self, row->hours.median);
      vigie_figure_add_hours (self, row->hours.high);
      vigie_figure_add_count (self, row->hours.not_measured);
    }
  vigie_figure_add_hours (self, row->referred ? (double) data->reference->hours : NAN);
}

static void
add_total (VigieFigure *self, const HoursData *data)
{
  vigie_figure_add_row (self, NULL);
  vigie_figure_add_text (self, C_ ("row", "All"), "all");
  vigie_figure_add_count (self, data->whole.people);
  vigie_figure_add_hours (self, data->whole.mean);
  vigie_figure_add_hours (self, data->whole.low);
  vigie_figure_add_hours (self, data->whole.median);
  vigie_figure_add_hours (self, data->whole.high);
  vigie_figure_add_count (self, data->whole.not_measured);
  vigie_figure_add_hours (self, NAN);
}

static void
add_sources (VigieFigure *self, const HoursData *data)
{
  gboolean any_hidden = FALSE;

  for (gsize i = 0; i < data->n_rows; i++)
    any_hidden |= data->rows[i].hidden;
  if (any_hidden)
    {
      g_autofree char *note = vigie_figure_dup_hidden_note (self);

      vigie_figure_add_source (self, note);
    }
  if (any_referred (data))
    vigie_figure_add_benchmark_source (self, data->reference);
}

static void
build (VigieFigure *self)
{
  HoursData *data = collect (self);
  gboolean any_open = FALSE;

  self->data = data;
  self->empty = data->n_rows == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "profession", C_ ("column", "Profession"), FALSE);
  vigie_figure_add_column (self, "people", C_ ("column", "People"), TRUE);
  vigie_figure_add_column (self, "mean_hours", C_ ("column", "Hours a head"), TRUE);
  vigie_figure_add_column (self, "low_hours", C_ ("column", "A quarter have at most"), TRUE);
  vigie_figure_add_column (self, "median_hours", C_ ("column", "Half have at most"), TRUE);
  vigie_figure_add_column (self, "high_hours", C_ ("column", "Three quarters have at most"), TRUE);
  vigie_figure_add_column (self, "not_measured", C_ ("column", "People not measured"), TRUE);
  vigie_figure_add_column (self, "reference_hours", C_ ("column", "Reference for students"), TRUE);
  for (gsize i = 0; i < data->n_rows; i++)
    {
      add_row (self, data, &data->rows[i]);
      any_open |= is_shown (&data->rows[i]);
    }
  if (any_open)
    add_total (self, data);
  add_sources (self, data);
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static char *
describe (const HoursRow *row)
{
  g_autofree char *mean = vigie_hours_dup (row->hours.mean, 1);
  g_autofree char *low = vigie_hours_dup (row->hours.low, 1);
  g_autofree char *median = vigie_hours_dup (row->hours.median, 1);
  g_autofree char *high = vigie_hours_dup (row->hours.high, 1);
  g_autofree char *people = vigie_format_integer (row->hours.people);

  if (isnan (row->hours.median))
    /* Translators: %1$s is a number of hours, %2$s a number of people */
    return g_strdup_printf (
      ngettext ("%1$s a head, %2$s person", "%1$s a head, %2$s people", (gulong) row->hours.people), mean, people);
  /* Translators: all but %5$s, a number of people, are numbers of hours */
  return g_strdup_printf (ngettext ("%1$s a head, median %2$s, middle half from %3$s to %4$s, %5$s person",
                                    "%1$s a head, median %2$s, middle half from %3$s to %4$s, %5$s people",
                                    (gulong) row->hours.people),
                          mean, median, low, high, people);
}

static char *
describe_both (const VigieFigure *self, const HoursRow *row, double previous)
{
  g_autofree char *now = describe (row);
  g_autofree char *then = isnan (previous) ? NULL : vigie_hours_dup (previous, 1);

  return vigie_figure_dup_with_earlier (self, now, then);
}

static VigieDotRow
create_dots (const VigieFigure *self, const HoursRow *row, GPtrArray *texts)
{
  const VigieFactProfession *profession = &self->picture->facts->professions[row->profession];
  g_autofree char *people = vigie_format_integer (row->hours.people);
  VigieDotRow dots = {
    .label = vigie_profession_label (profession),
    .value = NAN,
    .middle = NAN,
    .low = NAN,
    .high = NAN,
    .previous = vigie_figure_get_earlier (self, profession->code, "mean_hours"),
    .referred = row->referred,
    .hidden = row->hidden,
    .key = profession->code,
  };

  if (row->hidden)
    {
      dots.value_text = keep (texts, vigie_figure_dup_hidden (self, row->hours.people));
      dots.description = keep (texts, vigie_figure_dup_hidden_note (self));
      return dots;
    }
  if (isnan (row->hours.mean))
    return dots;
  dots.value = row->hours.mean;
  dots.middle = row->hours.median;
  dots.low = row->hours.low;
  dots.high = row->hours.high;
  dots.value_text = keep (texts, vigie_hours_dup (row->hours.mean, 1));
  dots.detail_text = keep (texts, g_strdup_printf (_ ("n = %s"), people));
  dots.description = keep (texts, describe_both (self, row, dots.previous));
  return dots;
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const HoursData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieDotRow *rows = g_new0 (VigieDotRow, data->n_rows);
  g_autofree char *hidden = vigie_figure_dup_hidden_note (self);
  g_autofree char *hours = NULL;
  g_autofree char *reference = NULL;
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_hours;
  for (gsize i = 0; i < data->n_rows; i++)
    rows[i] = create_dots (self, &data->rows[i], texts);
  if (data->reference != NULL)
    {
      hours = vigie_hours_dup ((double) data->reference->hours, 0);
      /* Translators: over a line in a chart; %s is a number of hours */
      reference = g_strdup_printf (C_ ("legend", "Reference for students: %s of digital health"), hours);
    }
  return vigie_dot_plot_layout (
    &(VigieDotPlot) {
      .rows = rows,
      .n_rows = data->n_rows,
      .reference = data->reference != NULL ? (double) data->reference->hours : NAN,
      .reference_label = reference,
      .value_label = C_ ("legend", "Mean"),
      .middle_label = C_ ("legend", "Median"),
      .range_label = C_ ("legend", "Middle half of people"),
      .previous_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .axis_title = _ ("Hours of training on AI a head, in 36 months"),
      .not_measured_text = _ ("not measured"),
      .hidden_text = hidden,
      .empty_text = self->sentence,
    },
    &shared);
}

static const char *const compared[] = { "mean_hours", NULL };

const VigieFigureKind vigie_figure_training_hours = {
  .id = "training-hours",
  .title = N_ ("Hours of training by profession"),
  .question = N_ ("How many hours against the 28 h reference?"),
  .definition = "training-hours",
  .page = "training",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_modules,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (TRAINING),
  .free_data = free_data,
};
