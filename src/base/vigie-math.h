// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A closed interval of proportions, 0 to 1. */
typedef struct
{
  double low;
  double high;
} VigieInterval;

VigieInterval vigie_wilson_interval (gint64 successes, gint64 trials);
double vigie_quantile (const double *sorted, gsize n, double p);
double vigie_ratio (gint64 numerator, gint64 denominator);

G_END_DECLS
