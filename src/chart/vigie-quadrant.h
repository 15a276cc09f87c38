// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieQuadrantSeries:
 * @label: (nullable): its name, for the legend
 * @symbol: the shape of its bubbles
 * @paint: their paint
 * @pattern: how they are filled
 *
 * What the bubbles of one class or stage have in common: always a shape and a paint.
 */
typedef struct
{
  const char *label;
  VigieSymbol symbol;
  VigiePaint paint;
  VigiePattern pattern;
} VigieQuadrantSeries;

/**
 * VigieQuadrantItem:
 * @x: 0 to 1; NaN is not measured
 * @y: 0 to 1; NaN is not measured
 * @size: what the area of its bubble stands for, 0 or more; NaN is not known
 * @series: index of its series
 * @label: its name
 * @description: (nullable): all that is known of it, as it is spoken
 * @priority: how much it deserves its name written; 0 or less not at all
 * @key: (nullable): leads to the rows behind it
 * @previous_x: 0 to 1, where it stood before; NaN is not known
 * @previous_y: the same upwards
 */
typedef struct
{
  double x;
  double y;
  double size;
  guint series;
  const char *label;
  const char *description;
  double priority;
  const char *key;
  double previous_x;
  double previous_y;
} VigieQuadrantItem;

/**
 * VigieQuadrantSize:
 * @size: a size worth showing in the legend
 * @label: what it stands for, "100 users"
 */
typedef struct
{
  double size;
  const char *label;
} VigieQuadrantSize;

/**
 * VigieQuadrant:
 * @items: (array length=n_items): the bubbles
 * @n_items: how many; 200 and more stay readable
 * @series: (array length=n_series): their classes
 * @n_series: how many
 * @sizes: (array length=n_sizes) (nullable): sizes for the legend
 * @n_sizes: how many
 * @x_title: what @x is
 * @y_title: what @y is
 * @x_threshold: 0 to 1, where an item is good enough across
 * @y_threshold: 0 to 1, where an item is good enough upwards
 * @x_threshold_label: (nullable): "target 90 %"
 * @y_threshold_label: (nullable): the same upwards
 * @top_left_label: (nullable): good upwards only
 * @top_right_label: (nullable): good both ways, "trusted"
 * @bottom_left_label: (nullable): good neither way
 * @bottom_right_label: (nullable): good across only
 * @previous_label: (nullable): what a hollow mark at the end of a line means; without it none is drawn
 * @x_not_measured_text: names the strip of items without @x
 * @y_not_measured_text: names the strip of items without @y
 * @empty_text: what is written when there is nothing to show
 *
 * Two measures crossed. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieQuadrantItem *items;
  gsize n_items;
  const VigieQuadrantSeries *series;
  gsize n_series;
  const VigieQuadrantSize *sizes;
  gsize n_sizes;
  const char *x_title;
  const char *y_title;
  double x_threshold;
  double y_threshold;
  const char *x_threshold_label;
  const char *y_threshold_label;
  const char *top_left_label;
  const char *top_right_label;
  const char *bottom_left_label;
  const char *bottom_right_label;
  const char *previous_label;
  const char *x_not_measured_text;
  const char *y_not_measured_text;
  const char *empty_text;
} VigieQuadrant;

VigieScene *vigie_quadrant_layout (const VigieQuadrant *data, const VigieFrame *frame);

G_END_DECLS
