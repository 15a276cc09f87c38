// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of training, month by month: what was read stays packed until a row is asked for.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"
#include "vigie-series.h"

#include <math.h>
#include <string.h>

#define TODAY_MONTH VIGIE_FACTS_MONTHS_BACK

/**
 * vigie_facts_month_end:
 * @as_of: the day of the facts
 * @month: a place in an array of months
 *
 * Returns: the last day of that month
 */
VigieDate
vigie_facts_month_end (VigieDate as_of, int month)
{
  return vigie_date_add_months (vigie_date_month_start (as_of), month - TODAY_MONTH + 1) - 1;
}

void
vigie_facts_calendar_init (VigieFactsCalendar *self, VigieDate as_of)
{
  self->first = vigie_facts_month_end (as_of, -1) + 1;
  self->n_days = 0;
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    for (VigieDate end = vigie_facts_month_end (as_of, month); self->first + self->n_days <= end;)
      self->of[self->n_days++] = (guint8) month;
}

/**
 * vigie_facts_calendar_month:
 *
 * Returns: the month in which @day lies; -1 before the first, %VIGIE_FACTS_MONTHS after the last
 */
int
vigie_facts_calendar_month (const VigieFactsCalendar *self, VigieDate day)
{
  if (day < self->first)
    return -1;
  return day - self->first < self->n_days ? self->of[day - self->first] : VIGIE_FACTS_MONTHS;
}

/*
 * A change, known by the day, holds from the month in which it came until what is held ends. So at the end of each month
 * before that of the day it is who held it then, and from that month on who will still.
 */
static void
unpack_series (const VigieFacts *self, const VigieFactHistory *row, VigieHistoryMonths *months)
{
  const VigieFactsCalendar *calendar = &self->origin->calendar;
  gint32 differences[VIGIE_FACTS_MONTHS + 1] = { 0 };
  VigieSeriesReader reader;
  VigieChange change;
  gint32 sum = 0;

  vigie_series_reader_init (&reader, row->series, row->size);
  while (vigie_series_next (&reader, &change) && change.day <= self->as_of)
    {
      int month = vigie_facts_calendar_month (calendar, change.day);
      int first = MAX (month, 0);

      /* What had ended before it was known of was held at the end of no month. */
      differences[first] += change.holders;
      differences[MAX (vigie_facts_calendar_month (calendar, change.until), first)] -= change.holders;
      if (month >= 0 && month < VIGIE_FACTS_MONTHS_BACK)
        months->gained[month] += change.begun;
    }
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    months->valid[month] = sum += differences[month];
}

/* Between two counts the straight line, after the last its own; -1 before the first. */
static gint32
interpolate (const VigieFactCount *counts, gsize n, VigieDate date)
{
  gsize after = 0;

  while (after < n && counts[after].as_of <= date)
    after++;
  if (after == 0)
    return -1;
  if (after == n)
    return (gint32) counts[n - 1].valid;
  return (gint32) llround ((double) counts[after - 1].valid + (double) (counts[after].valid - counts[after - 1].valid) *
                                                                (date - counts[after - 1].as_of) /
                                                                (counts[after].as_of - counts[after - 1].as_of));
}

static void
interpolate_counts (const VigieFacts *self, const VigieFactHistory *row, VigieHistoryMonths *months)
{
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    months->valid[month] = interpolate (row->counts, row->n_counts, vigie_facts_month_end (self->as_of, month));
  for (int month = 1; month < VIGIE_FACTS_MONTHS_BACK; month++)
    if (months->valid[month - 1] >= 0)
      months->gained[month] = MAX (months->valid[month] - months->valid[month - 1], 0);
}

/**
 * vigie_facts_get_history:
 * @row: of the history of @self
 * @months: (out caller-allocates): what it says of each month
 */
void
vigie_facts_get_history (const VigieFacts *self, const VigieFactHistory *row, VigieHistoryMonths *months)
{
  memset (months->gained, 0, sizeof months->gained);
  if (row->series != NULL)
    unpack_series (self, row, months);
  if (row->n_counts > 0)
    interpolate_counts (self, row, months);
}
