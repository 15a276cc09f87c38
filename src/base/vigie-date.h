// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieDate:
 *
 * A day, as the number of days since 1970-01-01 in the proleptic Gregorian calendar; dates compare
 * as numbers. Years run from 1 to 9999.
 */
typedef gint32 VigieDate;

/** No date: not measured. Smaller than every date. */
#define VIGIE_DATE_NONE G_MININT32
#define VIGIE_DATE_ISO_SIZE 11

VigieDate vigie_date_new (int year, int month, int day);
VigieDate vigie_date_parse_iso (const char *text);
void vigie_date_to_iso (VigieDate date, char iso[VIGIE_DATE_ISO_SIZE]);
char *vigie_date_dup_iso (VigieDate date);
void vigie_date_get_ymd (VigieDate date, int *year, int *month, int *day);
VigieDate vigie_date_add_months (VigieDate date, int months);
VigieDate vigie_date_month_start (VigieDate date);

G_END_DECLS
