// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieHeatScale:
 * @VIGIE_HEAT_SEQUENTIAL: from least to most, in one hue
 * @VIGIE_HEAT_DIVERGING: below and above a middle, in two hues
 */
typedef enum
{
  VIGIE_HEAT_SEQUENTIAL,
  VIGIE_HEAT_DIVERGING,
} VigieHeatScale;

/**
 * VigieHeatCell:
 * @value: between the chart's @minimum and @maximum; NaN is not measured
 * @hidden: the value is known, and not shown because the group is small
 * @flagged: whether the cell has the chart's flag
 * @text: (nullable): the value, or "<5" for a hidden one; an unmeasured cell may have a dash
 * @description: (nullable): the value as it is spoken; else @text
 * @key: (nullable): leads to the rows behind it
 * @change: by how much @value has grown since an earlier day; 0 for none
 * @absent: whether there is nothing to say here: the place stays empty, which is not the same as not measured
 */
typedef struct
{
  double value;
  gboolean hidden;
  gboolean flagged;
  const char *text;
  const char *description;
  const char *key;
  gboolean absent;
  double change;
} VigieHeatCell;

/**
 * VigieHeatMap:
 * @row_labels: (array length=n_rows): the names of the rows
 * @n_rows: how many
 * @column_labels: (array length=n_columns): the names of the columns
 * @n_columns: how many
 * @cells: (array): row by row, @n_rows times @n_columns of them
 * @scale: how values become shades
 * @minimum: the value of the first shade
 * @maximum: the value of the last shade
 * @middle: (diverging): the value of the middle shade
 * @low_label: (nullable): what the first shade means
 * @high_label: (nullable): what the last shade means
 * @flag_label: (nullable): what the flag means, "target not met"
 * @less_label: (nullable): what a triangle that points down means, "less than on 12 June"
 * @more_label: (nullable): what one that points up means
 * @not_measured_text: what a hatched cell means
 * @hidden_text: (nullable): what a dotted cell means
 * @empty_text: what is written when there is nothing to show
 *
 * A table whose cells are shaded by their values. All is borrowed until the layout returns.
 */
typedef struct
{
  const char *const *row_labels;
  gsize n_rows;
  const char *const *column_labels;
  gsize n_columns;
  const VigieHeatCell *cells;
  VigieHeatScale scale;
  double minimum;
  double maximum;
  double middle;
  const char *low_label;
  const char *high_label;
  const char *flag_label;
  const char *less_label;
  const char *more_label;
  const char *not_measured_text;
  const char *hidden_text;
  const char *empty_text;
} VigieHeatMap;

VigieScene *vigie_heat_map_layout (const VigieHeatMap *data, const VigieFrame *frame);

G_END_DECLS
