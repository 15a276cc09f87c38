// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-mark.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieMatrixState:
 * @label: what it means
 * @symbol: its shape
 * @size: of the symbol, as a share of the largest, 0 to 1; 0 for a state that is a patterned cell
 * @style: its paint
 * @quiet: whether it is nothing to count: left out of the sums, and drawn as a point that nobody is to look at
 *
 * One of the states that a cell may be in: told apart by shape and by paint.
 */
typedef struct
{
  const char *label;
  VigieSymbol symbol;
  double size;
  VigieStyle style;
  gboolean quiet;
} VigieMatrixState;

/**
 * VigieMatrixCell:
 * @state: index of its state
 * @text: (nullable): a few characters beside the symbol, written where there is room, such as a year
 * @description: (nullable): the state as it is spoken; else the label of the state
 * @key: (nullable): leads to the rows behind it
 * @before: (nullable): the state of an earlier day, where it was another
 */
typedef struct
{
  guint state;
  const char *text;
  const char *description;
  const char *key;
  const VigieMatrixState *before;
} VigieMatrixCell;

/**
 * VigieStateMatrix:
 * @states: (array length=n_states): the states, the gravest first
 * @n_states: how many
 * @row_labels: (array length=n_rows): the names of the rows, those that matter most first
 * @n_rows: how many
 * @column_labels: (array length=n_columns): the names of the columns
 * @n_columns: how many
 * @cells: (array): row by row, @n_rows times @n_columns of them
 * @count_label: (nullable): the name of the line that says of each column how many cells are in the first state
 * @format_more: (nullable): says how many rows had no room
 * @format_count: (nullable): writes a number of rows; without it they are plain digits
 * @axis_title: (nullable): what is counted where the matrix is summed up
 * @before_label: (nullable): what a hollow symbol means
 * @not_measured_text: what is written where nobody knows
 * @empty_text: what is written when there is nothing to show
 *
 * A table of states, which are no quantities. Where the columns find no room side by side it is summed up by
 * column. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieMatrixState *states;
  gsize n_states;
  const char *const *row_labels;
  gsize n_rows;
  const char *const *column_labels;
  gsize n_columns;
  const VigieMatrixCell *cells;
  const char *count_label;
  VigieFormatFunc format_more;
  VigieFormatFunc format_count;
  const char *axis_title;
  const char *before_label;
  const char *not_measured_text;
  const char *empty_text;
} VigieStateMatrix;

VigieScene *vigie_state_matrix_layout (const VigieStateMatrix *data, const VigieFrame *frame);

G_END_DECLS
