// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include "vigie-date.h"

G_BEGIN_DECLS

/**
 * The languages that Vigie speaks. The numbers, dates and sentences of a process are all in one.
 */
typedef enum
{
  VIGIE_LANGUAGE_EN,
  VIGIE_LANGUAGE_FR,
} VigieLanguage;

/** Shown where a figure is not measured: an em dash. */
#define VIGIE_NOT_MEASURED "\u2014"

void vigie_language_init (const char *tag);
VigieLanguage vigie_language_get (void);
const char *vigie_language_get_tag (void);
const char *vigie_language_pick (const char *french, const char *english);

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
