// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieBulletRow:
 * @label: the name of the category
 * @value: 0 to 1; NaN is not measured
 * @target: 0 to 1; NaN is none
 * @previous: 0 to 1, where it stood before; NaN is not known
 * @hidden: the value is known, and not shown because the group is small
 * @value_text: (nullable): the value, "82 %"; of a hidden one "<5"
 * @detail_text: (nullable): what it is made of, "412 / 500"
 * @description: (nullable): all of it as it is spoken; else @value_text
 * @paint: of the bar; 0 is the first series
 * @key: (nullable): leads to the rows behind it
 */
typedef struct
{
  const char *label;
  double value;
  double target;
  double previous;
  gboolean hidden;
  const char *value_text;
  const char *detail_text;
  const char *description;
  VigiePaint paint;
  const char *key;
} VigieBulletRow;

/**
 * VigieBulletBars:
 * @rows: (array length=n_rows): the bars, from top to bottom
 * @n_rows: how many
 * @bands: (array length=n_bands) (nullable): where a qualitative band ends, rising, 0 to 1; the last ends at 1
 * @n_bands: how many, at most 2
 * @target_label: (nullable): what the tick means, "Target 90 %"; written once
 * @previous_label: (nullable): what the diamond means, "on 12 June"; written once
 * @not_measured_text: what is written where nobody knows
 * @hidden_text: (nullable): what the dots mean, "fewer than 5 people"
 * @empty_text: what is written when there is nothing to show
 *
 * Shares against a target, after Stephen Few's bullet graph. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieBulletRow *rows;
  gsize n_rows;
  const double *bands;
  gsize n_bands;
  const char *target_label;
  const char *previous_label;
  const char *not_measured_text;
  const char *hidden_text;
  const char *empty_text;
} VigieBulletBars;

VigieScene *vigie_bullet_bars_layout (const VigieBulletBars *data, const VigieFrame *frame);

G_END_DECLS
