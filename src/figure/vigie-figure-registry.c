// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Every figure, one a line, in the order in which a meeting goes through them.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-private.h"

static const VigieFigureKind *const kinds[] = {
  &vigie_figure_deployment_stage, &vigie_figure_deployment_domain, &vigie_figure_deployment_timeline,
  &vigie_figure_readiness_gate,   &vigie_figure_trust_map,         &vigie_figure_safeguards,
  &vigie_figure_skills_gap,       &vigie_figure_training_coverage, &vigie_figure_training_trajectory,
  &vigie_figure_training_hours,   &vigie_figure_sites_compare,     &vigie_figure_barriers_benchmark,
  &vigie_figure_risk_matrix,      &vigie_figure_actions,           &vigie_figure_incidents,
  &vigie_figure_budget,
};

guint
vigie_figure_registry_n (void)
{
  return G_N_ELEMENTS (kinds);
}

const VigieFigureKind *
vigie_figure_registry_get (guint kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}
