// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieDotRow:
 * @label: the name of the item
 * @value: the disc, 0 or more; NaN is not measured
 * @middle: the upright stroke, such as a median; NaN is none
 * @low: where the range begins, such as the lower quartile; NaN is none
 * @high: where it ends; NaN is none
 * @referred: whether the reference is about this item
 * @hidden: it is known, and not shown because the group is small
 * @value_text: (nullable): "3.4 h"
 * @detail_text: (nullable): "n = 212"
 * @description: (nullable): all of it as it is spoken; else @value_text
 * @key: (nullable): leads to the rows behind it
 * @previous: the value on an earlier day; NaN is not known
 */
typedef struct
{
  const char *label;
  double value;
  double middle;
  double low;
  double high;
  gboolean referred;
  gboolean hidden;
  const char *value_text;
  const char *detail_text;
  const char *description;
  const char *key;
  double previous;
} VigieDotRow;

/**
 * VigieDotPlot:
 * @rows: (array length=n_rows): the items, from top to bottom
 * @n_rows: how many
 * @reference: a value to hold them against; NaN is none. It is drawn at the items that it is about
 * @reference_label: (nullable): what it is
 * @value_label: what the disc is
 * @middle_label: (nullable): what the stroke is
 * @range_label: (nullable): what the range is
 * @previous_label: (nullable): what a hollow diamond means; without it there is none
 * @axis_title: (nullable): what is measured
 * @not_measured_text: what is written where nobody knows
 * @hidden_text: (nullable): what is written where the group is small
 * @empty_text: what is written when there is nothing to show
 *
 * One value an item, with where its people spread, from zero. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieDotRow *rows;
  gsize n_rows;
  double reference;
  const char *reference_label;
  const char *value_label;
  const char *middle_label;
  const char *range_label;
  const char *previous_label;
  const char *axis_title;
  const char *not_measured_text;
  const char *hidden_text;
  const char *empty_text;
} VigieDotPlot;

VigieScene *vigie_dot_plot_layout (const VigieDotPlot *data, const VigieFrame *frame);

G_END_DECLS
