// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieDumbbellRow:
 * @label: the name of the item
 * @local: our estimate, 0 to 1; NaN is not measured
 * @low: the lower end of its interval; NaN is none
 * @high: the upper end of its interval; NaN is none
 * @benchmark: theirs, 0 to 1; NaN is none
 * @hidden: our estimate is known, and not shown because the group is small
 * @local_text: (nullable): ours, "58 %"
 * @benchmark_text: (nullable): theirs, "63.2 %"
 * @delta_text: (nullable): ours less theirs with its sign, "−5 pts"
 * @n_text: (nullable): "n = 212"
 * @description: (nullable): all of it as it is spoken; else @local_text
 * @key: (nullable): leads to the rows behind it
 * @previous: ours on an earlier day; NaN is not known
 */
typedef struct
{
  const char *label;
  double local;
  double low;
  double high;
  double benchmark;
  gboolean hidden;
  const char *local_text;
  const char *benchmark_text;
  const char *delta_text;
  const char *n_text;
  const char *description;
  const char *key;
  double previous;
} VigieDumbbellRow;

/**
 * VigieDumbbell:
 * @rows: (array length=n_rows): the items, from top to bottom
 * @n_rows: how many
 * @local_label: who is ours, "Our staff, 95 % interval"
 * @benchmark_label: who is theirs, "Hub France IA 2025"
 * @previous_label: (nullable): what a ring means; without it there is none
 * @axis_title: (nullable): what the shares are of
 * @note: (nullable): source, year and n of theirs, and what it may not be taken for
 * @not_measured_text: what is written where nobody knows
 * @hidden_text: (nullable): what is written where the group is small
 * @empty_text: what is written when there is nothing to show
 *
 * Two shares an item: ours with its uncertainty, theirs. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieDumbbellRow *rows;
  gsize n_rows;
  const char *local_label;
  const char *benchmark_label;
  const char *previous_label;
  const char *axis_title;
  const char *note;
  const char *not_measured_text;
  const char *hidden_text;
  const char *empty_text;
} VigieDumbbell;

VigieScene *vigie_dumbbell_layout (const VigieDumbbell *data, const VigieFrame *frame);

G_END_DECLS
