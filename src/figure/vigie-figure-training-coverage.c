// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which professions are on target? Required trainings held, by profession, against the target and against
 * the day of the last meeting.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-bullet-bars.h"
#include "vigie-format.h"
#include "vigie-suppress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  int profession;
  gint64 heads;
  VigieCoverage now;
  double previous;
  gboolean hidden;
} CoverageRow;

typedef struct
{
  CoverageRow *rows;
  gsize n_rows;
  VigieCoverage whole;
} CoverageData;

static void
free_data (gpointer pointer)
{
  CoverageData *data = pointer;

  g_free (data->rows);
  g_free (data);
}

/* The farthest from the target first; what is not measured or not shown last. */
static double
distance (const CoverageRow *row)
{
  if (row->hidden)
    return 2;
  return isnan (row->now.rate) ? 3 : row->now.rate - row->now.target;
}

static int
compare_rows (const void *a, const void *b)
{
  const CoverageRow *first = a;
  const CoverageRow *second = b;
  double difference = distance (first) - distance (second);

  if (fabs (difference) > 1e-12)
    return difference > 0 ? 1 : -1;
  return first->profession - second->profession;
}

static void
hide_small (const VigieFacts *facts, CoverageData *data)
{
  g_autofree gint64 *sizes = g_new0 (gint64, data->n_rows);
  g_autofree gboolean *hidden = g_new0 (gboolean, data->n_rows);

  for (gsize i = 0; i < data->n_rows; i++)
    sizes[i] = data->rows[i].now.required > 0 ? data->rows[i].heads : 0;
  vigie_suppress (sizes, data->n_rows, facts->small_group, hidden);
  for (gsize i = 0; i < data->n_rows; i++)
    data->rows[i].hidden = hidden[i];
}

/* The professions of one day, small ones hidden, in the order of the facts. */
static CoverageData *
collect_day (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  CoverageData *data = g_new0 (CoverageData, 1);
  g_autofree VigieCoverage *coverage = vigie_picture_sum_professions (picture);

  data->rows = g_new0 (CoverageRow, facts->n_professions);
  for (int i = 0; i < (int) facts->n_professions; i++)
    {
      CoverageRow *row = &data->rows[data->n_rows];

      row->profession = i;
      row->previous = NAN;
      row->now = coverage[i];
      row->heads = vigie_picture_count_heads (picture, i);
      if (row->now.required == 0 && row->now.not_measured == 0)
        continue;
      /* Users of a system may be counted where nobody counted the staff. */
      if (row->heads == 0)
        row->heads = row->now.required;
      data->n_rows++;
    }
  data->whole = vigie_picture_sum_coverage (picture);
  hide_small (facts, data);
  return data;
}

/* Professions may have been added since: those of the earlier day are found by their code. What was too small then is
 * not told now either. */
static void
add_previous (CoverageData *data, const VigieFacts *facts, const VigiePicture *previous)
{
  CoverageData *then = collect_day (previous);

  for (gsize i = 0; i < data->n_rows; i++)
    for (gsize j = 0; j < then->n_rows; j++)
      if (g_str_equal (facts->professions[data->rows[i].profession].code,
                       previous->facts->professions[then->rows[j].profession].code))
        data->rows[i].previous = then->rows[j].hidden ? NAN : then->rows[j].now.rate;
  free_data (then);
}

static CoverageData *
collect (const VigieFigure *self)
{
  const VigiePicture *previous = vigie_overview_get_previous (self->overview);
  CoverageData *data = collect_day (self->picture);

  if (previous != NULL)
    add_previous (data, self->picture->facts, previous);
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  return data;
}

static gboolean
is_shown (const CoverageRow *row)
{
  return !row->hidden && !isnan (row->now.rate);
}

static char *
create_sentence (const VigieFigure *self, const CoverageData *data)
{
  const CoverageRow *worst = data->n_rows > 0 ? &data->rows[0] : NULL;
  g_autofree char *met_text = NULL;
  g_autofree char *total_text = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *target = NULL;
  guint met = 0, shown = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    if (is_shown (&data->rows[i]))
      {
        shown++;
        met += data->rows[i].now.rate >= data->rows[i].now.target;
      }
  if (data->n_rows == 0)
    return g_strdup (_ ("No training requirement applies to anybody recorded here."));
  if (shown == 0)
    return g_strdup (_ ("Whether the trainings required are held is not measured, or the groups are too small to be "
                        "shown."));
  met_text = vigie_format_integer (met);
  total_text = vigie_format_integer (shown);
  if (met == shown)
    return g_strdup_printf (ngettext ("The only profession measured meets its training target.",
                                      "All %s professions meet their training target.", shown),
                            total_text);
  rate = vigie_format_percent (worst->now.rate, 0);
  target = vigie_format_percent (worst->now.target, 0);
  /* Translators: %1$s of %2$s professions; %3$s is the profession that is farthest, %4$s what it holds, %5$s its target */
  return g_strdup_printf (
    ngettext ("%1$s of %2$s professions meets its training target; the farthest from it: %3$s, %4$s "
              "held for a target of %5$s.",
              "%1$s of %2$s professions meet their training target; the farthest from it: %3$s, "
              "%4$s held for a target of %5$s.",
              met),
    met_text, total_text, vigie_profession_label (&self->picture->facts->professions[worst->profession]), rate, target);
}

static void
add_row (VigieFigure *self, const CoverageRow *row)
{
  const VigieFactProfession *profession = &self->picture->facts->professions[row->profession];

  vigie_figure_add_row (self, profession->code);
  vigie_figure_add_text (self, vigie_profession_label (profession), profession->code);
  if (row->hidden)
    {
      for (int i = 0; i < 7; i++)
        vigie_figure_add_hidden (self, row->heads);
      return;
    }
  vigie_figure_add_count (self, row->now.required > 0 ? row->now.required : -1);
  vigie_figure_add_count (self, row->now.required > 0 ? row->now.valid : -1);
  vigie_figure_add_share (self, row->now.rate, 0);
  vigie_figure_add_share (self, row->now.target, 0);
  vigie_figure_add_count (self, row->now.required > 0 ? row->now.gap : -1);
  vigie_figure_add_count (self, row->now.required > 0 ? row->now.expiring : -1);
  vigie_figure_add_share (self, row->previous, 0);
}

static void
add_total (VigieFigure *self, const CoverageData *data)
{
  vigie_figure_add_row (self, NULL);
  vigie_figure_add_text (self, C_ ("row", "All"), "all");
  vigie_figure_add_count (self, data->whole.required);
  vigie_figure_add_count (self, data->whole.valid);
  vigie_figure_add_share (self, data->whole.rate, 0);
  vigie_figure_add_share (self, data->whole.target, 0);
  vigie_figure_add_count (self, data->whole.gap);
  vigie_figure_add_count (self, data->whole.expiring);
  vigie_figure_add_share (self,
                          vigie_overview_get_previous (self->overview) != NULL
                            ? vigie_picture_sum_coverage (vigie_overview_get_previous (self->overview)).rate
                            : NAN,
                          0);
}

static void
build (VigieFigure *self)
{
  CoverageData *data = collect (self);
  gboolean any_hidden = FALSE, all_hidden = TRUE;

  self->data = data;
  self->empty = data->n_rows == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "profession", C_ ("column", "Profession"), FALSE);
  vigie_figure_add_column (self, "required", C_ ("column", "Required"), TRUE);
  vigie_figure_add_column (self, "valid", C_ ("column", "Held"), TRUE);
  vigie_figure_add_column (self, "rate", C_ ("column", "Share held"), TRUE);
  vigie_figure_add_column (self, "target", C_ ("column", "Target"), TRUE);
  vigie_figure_add_column (self, "gap", C_ ("column", "Missing to the target"), TRUE);
  vigie_figure_add_column (self, "expiring", C_ ("column", "Expiring within 90 days"), TRUE);
  vigie_figure_add_column (self, "previous_rate", C_ ("column", "Share held at the last meeting"), TRUE);
  for (gsize i = 0; i < data->n_rows; i++)
    {
      add_row (self, &data->rows[i]);
      any_hidden |= data->rows[i].hidden;
      all_hidden &= data->rows[i].hidden;
    }
  if (data->whole.required > 0 && !all_hidden)
    add_total (self, data);
  if (any_hidden)
    {
      g_autofree char *note = vigie_figure_dup_hidden_note (self);

      vigie_figure_add_source (self, note);
    }
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static VigieBulletRow
create_bar (const VigieFigure *self, const CoverageRow *row, GPtrArray *texts)
{
  const VigieFactProfession *profession = &self->picture->facts->professions[row->profession];
  const char *value = keep (texts, vigie_format_percent (row->now.rate, 0));
  const char *target = keep (texts, vigie_format_percent (row->now.target, 0));
  g_autofree char *held = vigie_format_integer (row->now.valid);
  g_autofree char *required = vigie_format_integer (row->now.required);
  VigieBulletRow bar = {
    .label = vigie_profession_label (profession),
    .value = row->now.rate,
    .target = row->now.target,
    .previous = row->previous,
    .hidden = row->hidden,
    .key = profession->code,
  };

  if (row->hidden)
    {
      bar.value_text = keep (texts, vigie_figure_dup_hidden (self, row->heads));
      bar.description = keep (texts, vigie_figure_dup_hidden_note (self));
      bar.previous = NAN;
      return bar;
    }
  if (isnan (row->now.rate))
    return bar;
  bar.value_text = value;
  /* Translators: %1$s held of %2$s required, as short as can be */
  bar.detail_text = keep (texts, g_strdup_printf (C_ ("fraction", "%1$s / %2$s"), held, required));
  /* Translators: %1$s is a share, %2$s trainings held of %3$s required, %4$s the share to be reached */
  bar.description =
    keep (texts, g_strdup_printf (_ ("%1$s (%2$s of %3$s required), target %4$s"), value, held, required, target));
  bar.description = keep (texts, vigie_figure_dup_with_share (self, bar.description, row->previous));
  return bar;
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const CoverageData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieBulletRow *bars = g_new0 (VigieBulletRow, data->n_rows);
  g_autofree char *since = vigie_format_date (vigie_overview_get_since (self->overview));
  g_autofree char *previous = NULL;
  g_autofree char *hidden = vigie_figure_dup_hidden_note (self);
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_share;
  for (gsize i = 0; i < data->n_rows; i++)
    bars[i] = create_bar (self, &data->rows[i], texts);
  if (vigie_overview_get_previous (self->overview) != NULL)
    /* Translators: %s is the day of the last meeting */
    previous = g_strdup_printf (C_ ("legend", "on %s"), since);
  return vigie_bullet_bars_layout (
    &(VigieBulletBars) {
      .rows = bars,
      .n_rows = data->n_rows,
      .target_label = C_ ("legend", "Target"),
      .previous_label = previous,
      .not_measured_text = _ ("not measured"),
      .hidden_text = hidden,
      .empty_text = self->sentence,
    },
    &shared);
}

static const char *const compared[] = { NULL };

const VigieFigureKind vigie_figure_training_coverage = {
  .id = "training-coverage",
  .title = N_ ("Trainings held by profession"),
  .question = N_ ("Which professions are on target?"),
  .definition = "coverage",
  .page = "training",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_modules,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (TRAINING),
  .free_data = free_data,
};
