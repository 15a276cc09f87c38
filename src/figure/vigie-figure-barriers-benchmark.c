// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Do our staff fear what the survey's users fear? Our own survey, with its interval, beside that of Hub
 * France IA of 2025: perceptions, and not of hospital staff.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-dumbbell.h"
#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  int family;
  const VigieSurveyPicture *ours;
  const VigieFactBenchmark *theirs;
} BarrierRow;

typedef struct
{
  BarrierRow rows[VIGIE_BARRIER_FAMILY_COUNT];
  gsize n_rows;
  gboolean any_ours;
  gboolean any_hidden;
} BarrierData;

static double
their_share (const BarrierRow *row)
{
  return row->theirs != NULL ? (double) row->theirs->permille / 1000 : NAN;
}

static double
our_share (const BarrierRow *row)
{
  return row->ours->hidden ? NAN : row->ours->share;
}

/* In the order of what was published, then of what only our staff named. */
static int
compare_rows (const void *a, const void *b)
{
  const BarrierRow *first = a;
  const BarrierRow *second = b;
  double one = first->theirs != NULL ? 1 + their_share (first) : fmax (our_share (first), 0);
  double other = second->theirs != NULL ? 1 + their_share (second) : fmax (our_share (second), 0);

  if (fabs (one - other) > 1e-12)
    return one > other ? -1 : 1;
  return first->family - second->family;
}

static const VigieFactBenchmark *
find_benchmark (const VigieFacts *facts, int family)
{
  for (gsize i = 0; i < facts->n_benchmarks; i++)
    if (facts->benchmarks[i].family == family && facts->benchmarks[i].permille >= 0)
      return &facts->benchmarks[i];
  return NULL;
}

static BarrierData *
collect (const VigieFigure *self)
{
  BarrierData *data = g_new0 (BarrierData, 1);

  for (int family = 0; family < VIGIE_BARRIER_FAMILY_COUNT; family++)
    {
      BarrierRow row = { family, &self->picture->survey[family], find_benchmark (self->picture->facts, family) };

      if (row.ours->answers <= 0 && row.theirs == NULL)
        continue;
      data->any_ours |= !isnan (our_share (&row));
      data->any_hidden |= row.ours->hidden;
      data->rows[data->n_rows++] = row;
    }
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  return data;
}

/* Theirs differs from ours where it lies outside the interval of ours. */
static gboolean
differs (const BarrierRow *row)
{
  return their_share (row) < row->ours->low || their_share (row) > row->ours->high;
}

static gboolean
is_comparable (const BarrierRow *row)
{
  return row->theirs != NULL && !isnan (our_share (row));
}

static char *
create_comparison (const BarrierData *data)
{
  const BarrierRow *widest = NULL;
  g_autofree char *differing_text = NULL;
  g_autofree char *total_text = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  guint differing = 0, total = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    {
      const BarrierRow *row = &data->rows[i];

      if (!is_comparable (row))
        continue;
      total++;
      differing += differs (row);
      if (widest == NULL ||
          fabs (our_share (row) - their_share (row)) > fabs (our_share (widest) - their_share (widest)))
        widest = row;
    }
  if (total == 0)
    return NULL;
  total_text = vigie_format_integer (total);
  if (differing == 0)
    return g_strdup_printf (ngettext ("Our staff name the %s barrier compared about as often as the survey’s users.",
                                      "Our staff name the %s barriers compared about as often as the survey’s users.",
                                      total),
                            total_text);
  differing_text = vigie_format_integer (differing);
  ours = vigie_format_percent (our_share (widest), 0);
  theirs = vigie_format_percent (their_share (widest), 0);
  /* Translators: %1$s of %2$s barriers; %3$s is the barrier of the widest gap, %4$s our share, %5$s theirs */
  return g_strdup_printf (
    ngettext ("On %1$s of %2$s barriers our staff differ from the survey’s users, most of all: %3$s "
              "(%4$s here, %5$s there).",
              "On %1$s of %2$s barriers our staff differ from the survey’s users, most of all: "
              "%3$s (%4$s here, %5$s there).",
              differing),
    differing_text, total_text, vigie_enum_label (VIGIE_TYPE_BARRIER_FAMILY, widest->family), ours, theirs);
}

static const BarrierRow *
find_most_named (const BarrierData *data)
{
  const BarrierRow *most = NULL;

  for (gsize i = 0; i < data->n_rows; i++)
    if (!isnan (our_share (&data->rows[i])) && (most == NULL || our_share (&data->rows[i]) > our_share (most)))
      most = &data->rows[i];
  return most;
}

static char *
create_sentence (const BarrierData *data)
{
  g_autofree char *comparison = create_comparison (data);
  const BarrierRow *most = find_most_named (data);
  g_autofree char *share = NULL;
  g_autofree char *answers = NULL;

  if (comparison != NULL)
    return g_steal_pointer (&comparison);
  if (data->n_rows == 0)
    return g_strdup (_ ("Neither a local survey nor a published one is recorded."));
  if (most != NULL)
    {
      share = vigie_format_percent (our_share (most), 0);
      answers = vigie_format_integer (most->ours->answers);
      /* Translators: %1$s is a barrier, %2$s the share who named it, %3$s how many answered */
      return g_strdup_printf (_ ("What our staff name most: %1$s (%2$s of %3$s who answered)."),
                              vigie_enum_label (VIGIE_TYPE_BARRIER_FAMILY, most->family), share, answers);
    }
  if (data->any_hidden)
    return g_strdup (_ ("Too few of our staff answered to be shown beside the published survey."));
  return g_strdup (_ ("Our staff have not been asked: only the published survey is known."));
}

static void
add_row (VigieFigure *self, const BarrierRow *row)
{
  const char *nick = vigie_enum_to_nick (VIGIE_TYPE_BARRIER_FAMILY, row->family);

  vigie_figure_add_row (self, nick);
  vigie_figure_add_text (self, vigie_enum_label (VIGIE_TYPE_BARRIER_FAMILY, row->family), nick);
  if (row->ours->hidden)
    for (int i = 0; i < 5; i++)
      vigie_figure_add_hidden (self, row->ours->answers);
  else
    {
      vigie_figure_add_share (self, row->ours->share, 0);
      vigie_figure_add_share (self, row->ours->low, 0);
      vigie_figure_add_share (self, row->ours->high, 0);
      vigie_figure_add_count (self, row->ours->answers > 0 ? row->ours->named : -1);
      vigie_figure_add_count (self, row->ours->answers);
    }
  vigie_figure_add_share (self, their_share (row), 1);
  vigie_figure_add_count (self, row->theirs != NULL ? row->theirs->n : -1);
}

static void
add_survey_source (VigieFigure *self)
{
  const VigieFacts *facts = self->picture->facts;
  g_autofree char *day = NULL;
  g_autofree char *source = NULL;

  if (facts->n_surveys == 0)
    return;
  day = vigie_format_date (facts->surveys[0].as_of);
  /* Translators: %1$s is the title of a survey, %2$s its day */
  source = g_strdup_printf (_ ("%1$s, %2$s."), facts->surveys[0].title, day);
  vigie_figure_add_source (self, source);
}

static void
build (VigieFigure *self)
{
  BarrierData *data = collect (self);

  self->data = data;
  self->empty = data->n_rows == 0;
  self->sentence = create_sentence (data);
  vigie_figure_add_column (self, "barrier", C_ ("column", "Barrier"), FALSE);
  vigie_figure_add_column (self, "share", C_ ("column", "Our staff"), TRUE);
  vigie_figure_add_column (self, "low", C_ ("column", "Interval from"), TRUE);
  vigie_figure_add_column (self, "high", C_ ("column", "Interval to"), TRUE);
  vigie_figure_add_column (self, "named", C_ ("column", "Named it"), TRUE);
  vigie_figure_add_column (self, "answers", C_ ("column", "Answers"), TRUE);
  vigie_figure_add_column (self, "published_share", C_ ("column", "Published"), TRUE);
  vigie_figure_add_column (self, "published_n", C_ ("column", "Published, n"), TRUE);
  for (gsize i = 0; i < data->n_rows; i++)
    add_row (self, &data->rows[i]);
  add_survey_source (self);
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].theirs != NULL)
      vigie_figure_add_publication_source (self, data->rows[i].theirs);
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static VigieDumbbellRow
create_dumbbell_row (const VigieFigure *self, const BarrierRow *row, GPtrArray *texts)
{
  const char *ours = keep (texts, vigie_format_percent (our_share (row), 0));
  const char *theirs = keep (texts, vigie_format_percent (their_share (row), 1));
  g_autofree char *low = vigie_format_percent (row->ours->low, 0);
  g_autofree char *high = vigie_format_percent (row->ours->high, 0);
  g_autofree char *answers = vigie_format_integer (row->ours->answers);
  VigieDumbbellRow result = {
    .label = vigie_enum_label (VIGIE_TYPE_BARRIER_FAMILY, row->family),
    .local = row->ours->share,
    .low = row->ours->low,
    .high = row->ours->high,
    .benchmark = their_share (row),
    .hidden = row->ours->hidden,
    .previous = vigie_figure_get_earlier (self, vigie_enum_to_nick (VIGIE_TYPE_BARRIER_FAMILY, row->family), "share"),
    .benchmark_text = row->theirs != NULL ? theirs : NULL,
    .key = vigie_enum_to_nick (VIGIE_TYPE_BARRIER_FAMILY, row->family),
  };

  if (row->ours->hidden)
    {
      result.local_text = keep (texts, vigie_figure_dup_hidden (self, row->ours->answers));
      result.description = keep (texts, vigie_figure_dup_hidden_note (self));
      return result;
    }
  if (isnan (row->ours->share))
    return result;
  result.local_text = ours;
  if (row->theirs != NULL)
    result.delta_text = keep (texts, vigie_format_points (our_share (row) - their_share (row), 0));
  /* Translators: %s is how many answered */
  result.n_text = keep (texts, g_strdup_printf (_ ("n = %s"), answers));
  if (row->theirs != NULL)
    /* Translators: %1$s is our share with its interval from %2$s to %3$s, %4$s how many answered, %5$s the published share */
    result.description =
      keep (texts, g_strdup_printf (_ ("%1$s of our staff (95%% interval %2$s to %3$s, %4$s answers), published %5$s"),
                                    ours, low, high, answers, theirs));
  else
    /* Translators: %1$s is our share with its interval from %2$s to %3$s, %4$s how many answered */
    result.description =
      keep (texts, g_strdup_printf (_ ("%1$s of our staff (95%% interval %2$s to %3$s, %4$s answers), not published "
                                       "elsewhere"),
                                    ours, low, high, answers));
  result.description = keep (texts, vigie_figure_dup_with_share (self, result.description, result.previous));
  return result;
}

static const VigieFactBenchmark *
find_first_benchmark (const BarrierData *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].theirs != NULL)
      return data->rows[i].theirs;
  return NULL;
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const BarrierData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieDumbbellRow rows[VIGIE_BARRIER_FAMILY_COUNT];
  const VigieFactBenchmark *benchmark = find_first_benchmark (data);
  g_autofree char *published = benchmark != NULL ? vigie_benchmark_dup_short (benchmark) : NULL;
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_share;
  for (gsize i = 0; i < data->n_rows; i++)
    rows[i] = create_dumbbell_row (self, &data->rows[i], texts);
  return vigie_dumbbell_layout (
    &(VigieDumbbell) {
      .rows = rows,
      .n_rows = data->n_rows,
      .local_label = C_ ("legend", "Our staff, with interval"),
      .benchmark_label = published,
      .previous_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .axis_title = _ ("Share of those who answered who name the barrier"),
      .note = benchmark != NULL ? vigie_language_pick (benchmark->caveat_fr, benchmark->caveat_en) : NULL,
      .not_measured_text = _ ("not measured"),
      .hidden_text = _ ("too few answers to be shown"),
      .empty_text = self->sentence,
    },
    &shared);
}

static const char *const compared[] = { "share", NULL };

const VigieFigureKind vigie_figure_barriers_benchmark = {
  .id = "barriers-benchmark",
  .title = N_ ("Barriers our staff name, beside a published survey"),
  .question = N_ ("Do our staff fear what the survey’s users fear?"),
  .definition = "survey",
  .page = "barriers",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_barriers,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (BARRIER),
  .free_data = g_free,
};
