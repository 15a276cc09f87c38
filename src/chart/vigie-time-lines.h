// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-date.h"
#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieTimePoint:
 * @date: when
 * @value: 0 to 1; NaN is not measured, and breaks the line
 * @label: the date as it is spoken
 * @description: the value as it is spoken
 * @key: (nullable): leads to the rows behind it
 */
typedef struct
{
  VigieDate date;
  double value;
  const char *label;
  const char *description;
  const char *key;
} VigieTimePoint;

/**
 * VigieTimeForecast:
 * @point: the middle of what is expected
 * @low: the lower bound, 0 to 1
 * @high: the upper bound
 * @other: what is expected under another assumption; NaN is none
 */
typedef struct
{
  VigieTimePoint point;
  double low;
  double high;
  double other;
} VigieTimeForecast;

/**
 * VigieTimeBar:
 * @from: its first day
 * @to: its last day
 * @count: 0 or more
 * @label: the dates as they are spoken
 * @description: the count as it is spoken
 * @key: (nullable): leads to the rows behind it
 */
typedef struct
{
  VigieDate from;
  VigieDate to;
  double count;
  const char *label;
  const char *description;
  const char *key;
} VigieTimeBar;

/**
 * VigieTimeLines:
 * @history: (array length=n_history): what was measured, in order; the last is today's
 * @forecast: (array length=n_forecast): what is expected, in order, after today
 * @bars: (array length=n_bars): what is counted under the lines, in order
 * @from: the first day shown
 * @to: the last day shown
 * @target: a share to be reached; NaN is none
 * @marker: a day to watch; %VIGIE_DATE_NONE is none
 * @history_label: what was measured
 * @middle_label: (nullable): what is expected
 * @band_label: (nullable): what the bounds are
 * @other_label: (nullable): the other assumption
 * @bars_label: what is counted
 * @target_label: (nullable): the target and its value
 * @today_label: the day of the last point of @history
 * @marker_label: (nullable): what happens on @marker
 * @history_end: (nullable): today's value
 * @middle_end: (nullable): the last value expected
 * @other_end: (nullable): the same under the other assumption
 * @note: (nullable): why nothing is expected
 * @format_count: (nullable): writes counts
 * @empty_text: what is written when there is nothing to show
 * @earlier: (array length=n_earlier) (nullable): what an earlier day measured, and then what it expected, in order
 * @earlier_label: (nullable): which day that was
 *
 * A share over time: as it was, unbroken; as it is expected, dashed, within bounds; and counts by month under it on the
 * same axis. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieTimePoint *history;
  gsize n_history;
  const VigieTimeForecast *forecast;
  gsize n_forecast;
  const VigieTimeBar *bars;
  gsize n_bars;
  VigieDate from;
  VigieDate to;
  double target;
  VigieDate marker;
  const char *history_label;
  const char *middle_label;
  const char *band_label;
  const char *other_label;
  const char *bars_label;
  const char *target_label;
  const char *today_label;
  const char *marker_label;
  const char *history_end;
  const char *middle_end;
  const char *other_end;
  const char *note;
  VigieFormatFunc format_count;
  const char *empty_text;
  const VigieTimePoint *earlier;
  gsize n_earlier;
  const char *earlier_label;
} VigieTimeLines;

VigieScene *vigie_time_lines_layout (const VigieTimeLines *data, const VigieFrame *frame);

G_END_DECLS
