// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How far are our AI systems? Systems by stage and class under the AI Act; and, because the national
 * barometer counts establishments and not systems, the share of our establishments beside it.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-dumbbell.h"
#include "vigie-format.h"
#include "vigie-math.h"
#include "vigie-stacked-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The classes as they are drawn: what is minimal and what is out of scope owe the same, nothing. */
typedef enum
{
  CLASS_PROHIBITED,
  CLASS_HIGH,
  CLASS_HIGH_EXEMPT,
  CLASS_LIMITED,
  CLASS_MINIMAL,
  CLASS_UNKNOWN,
  N_CLASSES,
} ActClass;

typedef struct
{
  const char *code;
  const char *label; /* marked NC_ */
} NationalBenchmark;

/* Both values that were published, the barometer's own first. */
static const NationalBenchmark benchmarks[] = {
  { "FHF-2025-PRODUCTION", NC_ ("benchmark", "FHF barometer, 2025") },
  { "DSIH-2025-PRODUCTION", NC_ ("benchmark", "Article in DSIH, 2025") },
};

#define N_BENCHMARKS G_N_ELEMENTS (benchmarks)

typedef struct
{
  guint systems[VIGIE_N_STAGE_GROUPS][N_CLASSES];
  guint stage_total[VIGIE_N_STAGE_GROUPS];
  guint class_total[N_CLASSES];
  guint deployments[VIGIE_N_STAGE_GROUPS];
  guint sites;
  guint sites_in_production;
  const VigieFactBenchmark *national[N_BENCHMARKS];
} StageData;

static ActClass
class_of (const VigieFactSystem *system)
{
  static const ActClass classes[VIGIE_AI_ACT_CLASS_COUNT] = {
    [VIGIE_AI_ACT_CLASS_PROHIBITED] = CLASS_PROHIBITED,   [VIGIE_AI_ACT_CLASS_HIGH] = CLASS_HIGH,
    [VIGIE_AI_ACT_CLASS_HIGH_EXEMPT] = CLASS_HIGH_EXEMPT, [VIGIE_AI_ACT_CLASS_LIMITED] = CLASS_LIMITED,
    [VIGIE_AI_ACT_CLASS_MINIMAL] = CLASS_MINIMAL,         [VIGIE_AI_ACT_CLASS_OUT] = CLASS_MINIMAL,
    [VIGIE_AI_ACT_CLASS_UNKNOWN] = CLASS_UNKNOWN,
  };

  return system->ai_act_class >= 0 ? classes[system->ai_act_class] : CLASS_UNKNOWN;
}

static const char *
class_nick (ActClass class)
{
  static const char *const nicks[N_CLASSES] = { "prohibited", "high", "high_exempt", "limited", "minimal", "unknown" };

  return nicks[class];
}

static const char *
class_label (ActClass class)
{
  switch (class)
    {
    case CLASS_PROHIBITED:
      return C_ ("AI Act class", "Prohibited");
    case CLASS_HIGH:
      return C_ ("AI Act class", "High risk");
    case CLASS_HIGH_EXEMPT:
      return C_ ("AI Act class", "High risk set aside");
    case CLASS_LIMITED:
      return C_ ("AI Act class", "Transparency");
    case CLASS_MINIMAL:
      return C_ ("AI Act class", "Minimal or out of scope");
    case CLASS_UNKNOWN:
    case N_CLASSES:
    default:
      return C_ ("AI Act class", "Not classified");
    }
}

static VigieStackedSeries
class_series (ActClass class)
{
  static const VigieStackedSeries series[N_CLASSES] = {
    [CLASS_PROHIBITED] = { .paint = VIGIE_PAINT_BAD, .pattern = VIGIE_PATTERN_LINES },
    [CLASS_HIGH] = { .paint = VIGIE_PAINT_BLUE },
    [CLASS_HIGH_EXEMPT] = { .paint = VIGIE_PAINT_VERMILLION },
    [CLASS_LIMITED] = { .paint = VIGIE_PAINT_GREEN },
    [CLASS_MINIMAL] = { .paint = VIGIE_PAINT_PURPLE },
    [CLASS_UNKNOWN] = { .paint = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH },
  };
  VigieStackedSeries result = series[class];

  result.label = class_label (class);
  return result;
}

/* Stages of which there is none are shown all the same, but for those a register may do without. */
static gboolean
is_shown (const StageData *data, VigieStageGroup group)
{
  return data->stage_total[group] > 0 || group <= VIGIE_STAGE_GROUP_PRODUCTION;
}

static StageData *
count (const VigieFigure *self)
{
  const VigiePicture *picture = self->picture;
  StageData *data = g_new0 (StageData, 1);

  for (gsize i = 0; i < picture->n_systems; i++)
    {
      ActClass class = class_of (picture->systems[i].fact);

      data->systems[picture->systems[i].group][class]++;
      data->stage_total[picture->systems[i].group]++;
      data->class_total[class]++;
    }
  for (gsize i = 0; i < picture->facts->n_deployments; i++)
    data->deployments[picture->deployments[i].group]++;
  data->sites = vigie_picture_count_sites (picture, FALSE);
  data->sites_in_production = vigie_picture_count_sites (picture, TRUE);
  for (gsize i = 0; i < N_BENCHMARKS; i++)
    data->national[i] = vigie_figure_find_benchmark (self, benchmarks[i].code);
  return data;
}

/* Of one establishment a share says nothing. */
static gboolean
compares (const StageData *data)
{
  return data->sites >= 2;
}

/* Where no establishment is recorded ours is not measured, and theirs still stands there. */
static gboolean
shows_national (const StageData *data)
{
  return data->national[0] != NULL && data->sites != 1;
}

static gint64
count_or_unmeasured (const StageData *data, guint sites)
{
  return data->sites > 0 ? (gint64) sites : -1;
}

static char *
create_sentence (const VigieFigure *self, const StageData *data)
{
  guint live = data->stage_total[VIGIE_STAGE_GROUP_PRODUCTION];
  guint total = (guint) self->picture->n_systems - data->stage_total[VIGIE_STAGE_GROUP_ENDED];
  g_autofree char *live_text = vigie_format_integer (live);
  g_autofree char *total_text = vigie_format_integer (total);
  g_autofree char *sites = vigie_format_integer (data->sites_in_production);
  g_autofree char *all_sites = vigie_format_integer (data->sites);
  g_autofree char *share = vigie_format_percent (vigie_ratio (data->sites_in_production, data->sites), 0);
  g_autofree char *national = NULL;

  if (self->picture->n_systems == 0)
    return g_strdup (_ ("No AI system is recorded yet."));
  if (live == 0)
    return g_strdup_printf (ngettext ("No AI system is in production yet; %s is known.",
                                      "No AI system is in production yet; %s are known.", total),
                            total_text);
  if (!compares (data))
    /* Translators: %1$s systems in production of %2$s that were not retired or rejected */
    return g_strdup_printf (ngettext ("%1$s of %2$s AI systems is in production, retired ones left out.",
                                      "%1$s of %2$s AI systems are in production, retired ones left out.", live),
                            live_text, total_text);
  if (data->national[0] == NULL)
    /* Translators: %1$s of %2$s systems, %3$s of %4$s establishments, which is the share %5$s */
    return g_strdup_printf (ngettext ("%1$s of %2$s AI systems is in production, at %3$s of our %4$s establishments "
                                      "(%5$s).",
                                      "%1$s of %2$s AI systems are in production, at %3$s of our %4$s establishments "
                                      "(%5$s).",
                                      live),
                            live_text, total_text, sites, all_sites, share);
  national = vigie_format_percent ((double) data->national[0]->permille / 1000, 0);
  /* Translators: as before; %6$s is the share of establishments that the national barometer of the FHF found */
  return g_strdup_printf (ngettext ("%1$s of %2$s AI systems is in production, at %3$s of our %4$s establishments "
                                    "(%5$s, where the FHF’s barometer found %6$s).",
                                    "%1$s of %2$s AI systems are in production, at %3$s of our %4$s establishments "
                                    "(%5$s, where the FHF’s barometer found %6$s).",
                                    live),
                          live_text, total_text, sites, all_sites, share, national);
}

static void
add_columns (VigieFigure *self, const StageData *data)
{
  vigie_figure_add_column (self, "stage", C_ ("column", "Stage"), FALSE);
  vigie_figure_add_column (self, "systems", C_ ("column", "Systems"), TRUE);
  for (int class = 0; class < N_CLASSES; class ++)
    if (data->class_total[class] > 0)
      vigie_figure_add_column (self, class_nick ((ActClass) class), class_label ((ActClass) class), TRUE);
  vigie_figure_add_column (self, "deployments", C_ ("column", "Deployments"), TRUE);
  vigie_figure_add_column (self, "establishments", C_ ("column", "Establishments"), TRUE);
  vigie_figure_add_column (self, "establishment_share", C_ ("column", "Share of establishments"), TRUE);
}

/* What a row says nothing of is empty, and not a dash: it is not that nobody measured it. */
static void
add_blanks (VigieFigure *self, guint n)
{
  for (guint i = 0; i < n; i++)
    vigie_figure_add_text (self, "", NULL);
}

static void
add_stage_row (VigieFigure *self, const StageData *data, VigieStageGroup group)
{
  vigie_figure_add_row (self, vigie_stage_group_nick (group));
  vigie_figure_add_text (self, vigie_stage_group_label (group), vigie_stage_group_nick (group));
  vigie_figure_add_count (self, data->stage_total[group]);
  for (int class = 0; class < N_CLASSES; class ++)
    if (data->class_total[class] > 0)
      vigie_figure_add_count (self, data->systems[group][class]);
  vigie_figure_add_count (self, data->deployments[group]);
  if (group != VIGIE_STAGE_GROUP_PRODUCTION)
    {
      add_blanks (self, 2);
      return;
    }
  vigie_figure_add_count (self, count_or_unmeasured (data, data->sites_in_production));
  vigie_figure_add_share (self, vigie_ratio (data->sites_in_production, data->sites), 0);
}

static void
add_total_row (VigieFigure *self, const StageData *data)
{
  vigie_figure_add_row (self, NULL);
  vigie_figure_add_text (self, C_ ("row", "All"), "all");
  vigie_figure_add_count (self, (gint64) self->picture->n_systems);
  for (int class = 0; class < N_CLASSES; class ++)
    if (data->class_total[class] > 0)
      vigie_figure_add_count (self, data->class_total[class]);
  vigie_figure_add_count (self, (gint64) self->picture->facts->n_deployments);
  vigie_figure_add_count (self, count_or_unmeasured (data, data->sites));
  add_blanks (self, 1);
}

static void
add_benchmark_row (VigieFigure *self, gsize benchmark, const VigieFactBenchmark *fact)
{
  vigie_figure_add_row (self, NULL);
  vigie_figure_add_text (self, g_dpgettext2 (NULL, "benchmark", benchmarks[benchmark].label), fact->code);
  add_blanks (self, self->columns->len - 3);
  if (fact->n >= 0)
    vigie_figure_add_count (self, fact->n);
  else
    vigie_figure_add_text (self, NULL, NULL);
  vigie_figure_add_share (self, (double) fact->permille / 1000, 0);
}

static void
build (VigieFigure *self)
{
  StageData *data = count (self);

  self->data = data;
  self->empty = self->picture->n_systems == 0;
  self->sentence = create_sentence (self, data);
  add_columns (self, data);
  for (int group = 0; group < VIGIE_N_STAGE_GROUPS && !self->empty; group++)
    if (is_shown (data, (VigieStageGroup) group) || data->deployments[group] > 0)
      add_stage_row (self, data, (VigieStageGroup) group);
  if (!self->empty)
    add_total_row (self, data);
  for (gsize i = 0; i < N_BENCHMARKS; i++)
    if (data->national[i] != NULL)
      {
        if (!self->empty)
          add_benchmark_row (self, i, data->national[i]);
        vigie_figure_add_benchmark_source (self, data->national[i]);
      }
}

typedef struct
{
  VigieStackedSeries series[N_CLASSES];
  VigieStackedRow rows[VIGIE_N_STAGE_GROUPS];
  VigieStackedSegment segments[VIGIE_N_STAGE_GROUPS][N_CLASSES];
  gsize n_series;
  gsize n_rows;
  GPtrArray *texts;
} StageBars;

static const char *
keep (StageBars *bars, char *text)
{
  g_ptr_array_add (bars->texts, text);
  return text;
}

static void
add_bar (const VigieFigure *self, StageBars *bars, VigieStageGroup group)
{
  const StageData *data = self->data;
  VigieStackedRow *row = &bars->rows[bars->n_rows];
  VigieStackedSegment *segments = bars->segments[bars->n_rows];
  gsize n = 0;

  for (int class = 0; class < N_CLASSES; class ++)
    if (data->class_total[class] > 0)
      {
        guint value = data->systems[group][class];

        segments[n++] = (VigieStackedSegment) {
          .value = value,
          .text = keep (bars, vigie_format_integer (value)),
          .description = keep (bars, g_strdup_printf (ngettext ("%u system", "%u systems", value), value)),
          .key = vigie_stage_group_nick (group),
        };
      }
  *row = (VigieStackedRow) {
    .label = vigie_stage_group_label (group),
    .segments = segments,
    .total_text = keep (bars, vigie_format_integer (data->stage_total[group])),
    .description = keep (
      bars, g_strdup_printf (ngettext ("%u system", "%u systems", data->stage_total[group]), data->stage_total[group])),
    .key = vigie_stage_group_nick (group),
  };
  vigie_figure_set_earlier_bar (self, row, "systems", bars->texts);
  bars->n_rows++;
}

static VigieScene *
layout_stages (const VigieFigure *self, const VigieFrame *frame)
{
  const StageData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  StageBars bars = { .texts = texts };
  VigieFrame counted = *frame;

  if (counted.format == NULL)
    counted.format = vigie_figure_format_count;
  for (int class = 0; class < N_CLASSES; class ++)
    if (data->class_total[class] > 0)
      bars.series[bars.n_series++] = class_series ((ActClass) class);
  for (int group = 0; group < VIGIE_N_STAGE_GROUPS && !self->empty; group++)
    if (is_shown (data, (VigieStageGroup) group))
      add_bar (self, &bars, (VigieStageGroup) group);
  return vigie_stacked_bars_layout (
    &(VigieStackedBars) {
      .series = bars.series,
      .n_series = bars.n_series,
      .rows = bars.rows,
      .n_rows = bars.n_rows,
      .in_order = TRUE,
      .planned_label = keep (&bars, vigie_figure_dup_earlier_label (self)),
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    &counted);
}

static const char *
keep_text (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static VigieScene *
layout_comparison (const VigieFigure *self, const VigieFrame *frame)
{
  const StageData *data = self->data;
  VigieDumbbellRow rows[N_BENCHMARKS] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const StageData *earlier = self->earlier != NULL ? self->earlier->data : NULL;
  double ours = vigie_ratio (data->sites_in_production, data->sites);
  double then = earlier != NULL ? vigie_ratio (earlier->sites_in_production, earlier->sites) : NAN;
  VigieFrame shared = *frame;
  gsize n = 0;

  shared.format = vigie_figure_format_share;
  for (gsize i = 0; i < N_BENCHMARKS; i++)
    {
      double theirs = data->national[i] != NULL ? (double) data->national[i]->permille / 1000 : NAN;
      char *ours_text = vigie_format_percent (ours, 0);
      char *theirs_text = vigie_format_percent (theirs, 0);
      char *delta = vigie_format_points (ours - theirs, 0);

      g_ptr_array_add (texts, ours_text);
      g_ptr_array_add (texts, theirs_text);
      g_ptr_array_add (texts, delta);
      if (data->national[i] != NULL)
        rows[n++] = (VigieDumbbellRow) {
          .label = g_dpgettext2 (NULL, "benchmark", benchmarks[i].label),
          .local = ours,
          .low = NAN,
          .high = NAN,
          .benchmark = theirs,
          .local_text = ours_text,
          .benchmark_text = theirs_text,
          .delta_text = isnan (ours) ? NULL : delta,
          .description = isnan (ours) ? NULL : keep_text (texts, vigie_figure_dup_with_share (self, ours_text, then)),
          .key = data->national[i]->code,
          .previous = then,
        };
    }
  return vigie_dumbbell_layout (
    &(VigieDumbbell) {
      .rows = rows,
      .n_rows = n,
      .local_label = C_ ("legend", "Our establishments"),
      .benchmark_label = C_ ("legend", "Published"),
      .previous_label = keep_text (texts, vigie_figure_dup_earlier_label (self)),
      .not_measured_text = _ ("not measured"),
    },
    &shared);
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  if (self->empty || !shows_national (self->data))
    return layout_stages (self, frame);
  return vigie_figure_layout_parts (self, layout_stages, _ ("Share of establishments with AI in production"),
                                    layout_comparison, frame);
}

static const char *const compared[] = { "systems", NULL };

const VigieFigureKind vigie_figure_deployment_stage = {
  .id = "deployment-stage",
  .title = N_ ("AI systems by stage"),
  .question = N_ ("How far are our AI systems?"),
  .definition = "deployment-stage",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_stage,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (STAGE),
  .free_data = g_free,
};
