// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/** Likelihood and impact are rated from 1 to this. */
#define VIGIE_RISK_STEPS 5
#define VIGIE_RISK_LEVELS 4

/**
 * VigieRiskPlace:
 * @likelihood: 1 to 5; 0 is not rated
 * @impact: 1 to 5; 0 is not rated
 */
typedef struct
{
  int likelihood;
  int impact;
} VigieRiskPlace;

/**
 * VigieRiskItem:
 * @label: its name
 * @before: where it stood before anything was done
 * @now: where it stands
 * @target: where it is to come
 * @description: (nullable): all of it as it is spoken
 * @key: (nullable): leads to the rows behind it
 */
typedef struct
{
  const char *label;
  VigieRiskPlace before;
  VigieRiskPlace now;
  VigieRiskPlace target;
  const char *description;
  const char *key;
} VigieRiskItem;

/**
 * VigieRiskMatrix:
 * @items: (array length=n_items): those that threaten most first; items that are not rated now are not to be among them
 * @n_items: how many
 * @levels: the level of each place, 0 to 3, by likelihood, then by impact
 * @level_labels: what the levels are called
 * @likelihood_title: what stands upwards
 * @impact_title: what stands across
 * @before_label: what the ring is
 * @now_label: what the disc is
 * @target_label: what the diamond is
 * @format_more: (nullable): says how many items had no room
 * @empty_text: what is written when there is nothing to show
 *
 * Risks on likelihood × impact: where each stood, stands and is to come, by numbers with a list beside. All is borrowed
 * until the layout returns.
 */
typedef struct
{
  const VigieRiskItem *items;
  gsize n_items;
  guint levels[VIGIE_RISK_STEPS][VIGIE_RISK_STEPS];
  const char *level_labels[VIGIE_RISK_LEVELS];
  const char *likelihood_title;
  const char *impact_title;
  const char *before_label;
  const char *now_label;
  const char *target_label;
  VigieFormatFunc format_more;
  const char *empty_text;
} VigieRiskMatrix;

VigieScene *vigie_risk_matrix_layout (const VigieRiskMatrix *data, const VigieFrame *frame);

G_END_DECLS
