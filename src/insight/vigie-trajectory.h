// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-picture.h"
#include "vigie-scope.h"

G_BEGIN_DECLS

#define VIGIE_TRAJECTORY_BACK VIGIE_FACTS_MONTHS_BACK
#define VIGIE_TRAJECTORY_AHEAD (VIGIE_FACTS_MONTHS_AHEAD + 1)

/** With fewer complete months on record nothing is forecast. */
#define VIGIE_TRAJECTORY_LEAST_MONTHS 6
/** The pace is that of so many complete months, where there are as many. */
#define VIGIE_TRAJECTORY_PACE_MONTHS 12

/**
 * VigieTrajectoryCase:
 * @rates: trainings held ÷ required at the end of each month ahead, the first being that of the day; NaN where nothing is
 *   forecast
 * @pace: trainings a month
 * @reached: the first month in which the target is reached; −1 in none
 */
typedef struct
{
  double rates[VIGIE_TRAJECTORY_AHEAD];
  double pace;
  gssize reached;
} VigieTrajectoryCase;

/**
 * VigieTrajectory:
 * @ends: the last days of the months before and after, the month of the day at @VIGIE_TRAJECTORY_BACK
 * @today: coverage on the day, as everywhere else
 * @required: (array): people × modules at the end of each month before; −1 not measured
 * @held: (array): those held then
 * @gained: trainings that began to hold in each month before
 * @expiring: trainings held on the day whose validity ends in each month ahead
 * @first_month: the first month before on which something is measured; @VIGIE_TRAJECTORY_BACK where none is
 * @n_pace_months: complete months that the pace is taken from
 * @turnover: the share of people who leave in a month; NaN where no end of a job is recorded
 * @counted: people × modules of which only counts are known, so that their expiries are not
 * @hidden: whether so few people are concerned that nothing is shown
 * @forecast: whether there is a forecast
 * @slow: at the pace of the lower quartile of those months
 * @middle: at their median
 * @fast: at the upper quartile
 * @changed: at the median, with what was asked
 * @asked: whether something was
 * @needed_by: month ahead by whose end the target should be reached; −1 where no day was given within the horizon
 * @needed_pace: trainings a month that reach it by then; NaN where none does, or no day was given
 *
 * How trainings required have been held month by month, and will be.
 */
typedef struct
{
  VigieDate ends[VIGIE_FACTS_MONTHS];
  VigieCoverage today;
  gint64 required[VIGIE_TRAJECTORY_BACK];
  gint64 held[VIGIE_TRAJECTORY_BACK];
  gint64 gained[VIGIE_TRAJECTORY_BACK];
  gint64 expiring[VIGIE_TRAJECTORY_AHEAD];
  int first_month;
  int n_pace_months;
  double turnover;
  gint64 counted;
  gboolean hidden;
  gboolean forecast;
  VigieTrajectoryCase slow;
  VigieTrajectoryCase middle;
  VigieTrajectoryCase fast;
  VigieTrajectoryCase changed;
  gboolean asked;
  gssize needed_by;
  double needed_pace;
} VigieTrajectory;

VigieTrajectory *vigie_trajectory_new (const VigiePicture *picture, const VigieWhatIf *what_if);

G_END_DECLS
