// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How many hours of training people had. People known by reference have each their own hours, and so a median; a site
 * that hands over counts has a sum only.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <math.h>
#include <stdlib.h>

#include "vigie-math.h"

#define MINUTES_AN_HOUR 60.0

static gboolean
is_asked (int profession, int asked)
{
  return asked < 0 || profession == asked;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The hours of each person, in ascending order. */
static double *
sort_people (const VigieFacts *facts, int profession, gint64 people)
{
  double *sorted = g_new (double, (gsize) people);
  gsize n = 0;

  for (gsize i = 0; i < facts->n_hours; i++)
    {
      const VigieFactHours *hours = &facts->hours[i];

      if (is_asked (hours->profession, profession) && hours->minutes >= 0)
        for (gint64 person = 0; person < hours->people; person++)
          sorted[n++] = (double) hours->minutes / MINUTES_AN_HOUR;
    }
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  return sorted;
}

static gint64
find_counted_minutes (const VigieFacts *facts, int unit, int profession)
{
  for (gsize i = 0; i < facts->n_counted_hours; i++)
    if (facts->counted_hours[i].unit == unit && facts->counted_hours[i].profession == profession)
      return facts->counted_hours[i].minutes;
  return -1;
}

static gint64
add_people_by_reference (const VigieFacts *facts, int profession, VigieHoursPicture *sum)
{
  gint64 minutes = 0;

  for (gsize i = 0; i < facts->n_hours; i++)
    {
      const VigieFactHours *hours = &facts->hours[i];

      if (!is_asked (hours->profession, profession))
        continue;
      if (hours->minutes < 0)
        sum->not_measured += hours->people;
      else
        {
          sum->known_one_by_one += hours->people;
          minutes += hours->minutes * hours->people;
        }
    }
  sum->people += sum->known_one_by_one;
  return minutes;
}

static gint64
add_people_by_count (const VigieFacts *facts, int profession, VigieHoursPicture *sum)
{
  gint64 minutes = 0;

  for (gsize i = 0; i < facts->n_heads; i++)
    {
      const VigieFactHeads *heads = &facts->heads[i];
      gint64 counted;

      if (heads->by_reference || !is_asked (heads->profession, profession))
        continue;
      counted = find_counted_minutes (facts, heads->unit, heads->profession);
      if (counted < 0)
        sum->not_measured += heads->heads;
      else
        {
          sum->people += heads->heads;
          minutes += counted;
        }
    }
  return minutes;
}

/**
 * vigie_picture_sum_hours:
 * @profession: index of a profession; −1 for all
 *
 * Returns: hours of training a head. A person of two professions counts in each. The quantiles are those of type 7 of
 *   Hyndman and Fan, 1996
 */
VigieHoursPicture
vigie_picture_sum_hours (const VigiePicture *self, int profession)
{
  VigieHoursPicture sum = { .low = NAN, .median = NAN, .high = NAN };
  gint64 minutes = add_people_by_reference (self->facts, profession, &sum);
  g_autofree double *sorted = NULL;

  minutes += add_people_by_count (self->facts, profession, &sum);
  sum.mean = vigie_ratio (minutes, sum.people) / MINUTES_AN_HOUR;
  if (sum.known_one_by_one == 0 || sum.known_one_by_one < self->facts->small_group)
    return sum;
  sorted = sort_people (self->facts, profession, sum.known_one_by_one);
  sum.low = vigie_quantile (sorted, (gsize) sum.known_one_by_one, 0.25);
  sum.median = vigie_quantile (sorted, (gsize) sum.known_one_by_one, 0.5);
  sum.high = vigie_quantile (sorted, (gsize) sum.known_one_by_one, 0.75);
  return sum;
}
