// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieStackedSeries:
 * @label: its name
 * @paint: one of vigie_paint_series(), the darker before the lighter; or a status
 * @pattern: how its areas are filled
 *
 * What the segments at one place of every bar have in common.
 */
typedef struct
{
  const char *label;
  VigiePaint paint;
  VigiePattern pattern;
} VigieStackedSeries;

/**
 * VigieStackedSegment:
 * @value: 0 or more; NaN is not measured
 * @text: (nullable): the value, written in the segment where it fits
 * @description: (nullable): the value as it is spoken; else @text
 * @key: (nullable): leads to the rows behind it
 */
typedef struct
{
  double value;
  const char *text;
  const char *description;
  const char *key;
} VigieStackedSegment;

/**
 * VigieStackedRow:
 * @label: the name of the category
 * @segments: (array): one a series, in the order of the series
 * @planned: what was planned in all, or what it was before: an outline around the bar; 0 for none
 * @total_text: (nullable): the sum, written at the end of the bar
 * @description: (nullable): the sum as it is spoken; else @total_text
 * @key: (nullable): leads to the rows behind it
 * @before: what it was on an earlier day, where an outline is what was planned: a hollow diamond; 0 for none
 */
typedef struct
{
  const char *label;
  const VigieStackedSegment *segments;
  const char *total_text;
  const char *description;
  const char *key;
  double planned;
  double before;
} VigieStackedRow;

/**
 * VigieStackedBenchmark:
 * @value: in the unit of the bars
 * @label: what it is and its value, on the line: "FHF 2025: 65 %"
 * @note: (nullable): its source, year and n, under the chart
 * @key: (nullable): leads to the reference
 */
typedef struct
{
  double value;
  const char *label;
  const char *note;
  const char *key;
} VigieStackedBenchmark;

/**
 * VigieStackedBars:
 * @series: (array length=n_series): the parts of a bar, from left to right
 * @n_series: how many
 * @rows: (array length=n_rows): the bars, from top to bottom
 * @n_rows: how many
 * @in_order: whether the rows are a sequence, such as months: all are shown, if need be with fewer names
 * @benchmarks: (array length=n_benchmarks) (nullable): lines to hold the bars against
 * @n_benchmarks: how many
 * @planned_label: (nullable): what an outline means
 * @before_label: (nullable): what a hollow diamond means
 * @axis_title: (nullable): the unit; with it, or with a benchmark, the bars have an axis
 * @not_measured_text: what is written where nobody knows
 * @empty_text: what is written when there is nothing to show
 *
 * Level bars from zero, each divided into parts. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieStackedSeries *series;
  gsize n_series;
  const VigieStackedRow *rows;
  gsize n_rows;
  gboolean in_order;
  const VigieStackedBenchmark *benchmarks;
  gsize n_benchmarks;
  const char *planned_label;
  const char *before_label;
  const char *axis_title;
  const char *not_measured_text;
  const char *empty_text;
} VigieStackedBars;

VigieScene *vigie_stacked_bars_layout (const VigieStackedBars *data, const VigieFrame *frame);

G_END_DECLS
