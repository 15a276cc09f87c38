// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieForecastLine:
 * @required: (array length=n_months): people who must hold the module at the end of each month
 * @known: (array length=n_months): those of them who will still hold it by what is recorded: nobody added, expiries only
 * @validity_months: how long each holds; 0 for ever
 *
 * One module; or modules that hold equally long, added up: since nobody holds more than is required, and what is gained
 * is shared out by how many lack, it comes to the same.
 */
typedef struct
{
  const double *required;
  const double *known;
  int validity_months;
} VigieForecastLine;

/**
 * VigieForecast:
 * @lines: (array length=n_lines): all modules
 * @n_months: months ahead, the first of which has already begun
 * @first_share: how much of the first month is still to come, 0 to 1
 * @pace: trainings that begin to hold in a month, renewals and all
 * @turnover: the share of people who leave in a month and are replaced by people who hold nothing, 0 to 1
 *
 * What goes on as it is.
 */
typedef struct
{
  const VigieForecastLine *lines;
  gsize n_lines;
  gsize n_months;
  double first_share;
  double pace;
  double turnover;
} VigieForecast;

void vigie_forecast_run (const VigieForecast *self, double *held);
gboolean vigie_forecast_find_pace (const VigieForecast *self, gsize month, double held, double *pace);
gssize vigie_forecast_find_first (const double *rates, gsize n, double target);

G_END_DECLS
