// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include "vigie-date.h"
#include "vigie-language.h"

G_BEGIN_DECLS

/** Shown where a figure is not measured: an em dash. */
#define VIGIE_NOT_MEASURED "\u2014"

char *vigie_format_integer (gint64 value);
char *vigie_format_decimal (double value, int decimals);
char *vigie_format_percent (double ratio, int decimals);
char *vigie_format_points (double difference, int decimals);
char *vigie_format_signed (gint64 value);
char *vigie_format_money (gint64 cents);
char *vigie_format_date (VigieDate date);
char *vigie_format_date_long (VigieDate date);
char *vigie_format_month (VigieDate date);
char *vigie_format_month_alone (VigieDate date);
char *vigie_format_year (VigieDate date);

G_END_DECLS
