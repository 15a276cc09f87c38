// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-date.h"
#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieGanttState:
 * @label: what it means
 * @symbol: its shape
 * @style: its paint
 *
 * How something stands on the day that it is to end: told apart by shape and by paint.
 */
typedef struct
{
  const char *label;
  VigieSymbol symbol;
  VigieStyle style;
} VigieGanttState;

/**
 * VigieGanttRow:
 * @label: its name
 * @from: when it began; %VIGIE_DATE_NONE is not recorded
 * @to: when it is to end
 * @state: index of how it stands
 * @value_text: (nullable): a few characters beside, such as a share
 * @description: (nullable): all of it as it is spoken
 * @key: (nullable): leads to the rows behind it
 * @before: when it was to end as seen on an earlier day; %VIGIE_DATE_NONE is not known
 * @before_state: index of how it stood then
 */
typedef struct
{
  const char *label;
  VigieDate from;
  VigieDate to;
  guint state;
  const char *value_text;
  const char *description;
  const char *key;
  VigieDate before;
  guint before_state;
} VigieGanttRow;

/**
 * VigieGantt:
 * @rows: (array length=n_rows): from top to bottom
 * @n_rows: how many
 * @states: (array length=n_states): the states
 * @n_states: how many
 * @from: the first day shown
 * @to: the last day shown
 * @today: the day that divides what was from what is planned
 * @today_label: over its line
 * @past_label: (nullable): what a bar is up to today
 * @ahead_label: (nullable): what it is from then on
 * @before_label: (nullable): what a hollow symbol means; without it there is none
 * @empty_text: what is written when there is nothing to show
 *
 * What lasts until when. All is borrowed until the layout returns.
 */
typedef struct
{
  const VigieGanttRow *rows;
  gsize n_rows;
  const VigieGanttState *states;
  gsize n_states;
  VigieDate from;
  VigieDate to;
  VigieDate today;
  const char *today_label;
  const char *past_label;
  const char *ahead_label;
  const char *before_label;
  const char *empty_text;
} VigieGantt;

VigieScene *vigie_gantt_layout (const VigieGantt *data, const VigieFrame *frame);

G_END_DECLS
