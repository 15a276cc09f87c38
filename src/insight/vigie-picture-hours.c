// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How many hours of training people had. People known by reference have each their own hours, and so a median; a site
 * that hands over counts has a sum only.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-facts-kept.h"
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
compare_minutes (const void *a, const void *b)
{
  const VigieFactHours *first = a;
  const VigieFactHours *second = b;

  return (first->minutes > second->minutes) - (first->minutes < second->minutes);
}

/* What is known of people one by one, in ascending order: a row stands for all who have as much. */
static VigieFactHours *
sort_people (const VigieFacts *facts, int profession, gsize *n)
{
  VigieFactHours *sorted = g_new (VigieFactHours, facts->n_hours + 1);

  *n = 0;
  for (gsize i = 0; i < facts->n_hours; i++)
    if (is_asked (facts->hours[i].profession, profession) && facts->hours[i].minutes >= 0)
      sorted[(*n)++] = facts->hours[i];
  qsort (sorted, *n, sizeof *sorted, compare_minutes);
  return sorted;
}

static double
find_hours (const VigieFactHours *sorted, gsize n, gint64 person)
{
  gsize i = 0;

  for (gint64 before = sorted[0].people; i + 1 < n && before <= person; before += sorted[i].people)
    i++;
  return (double) sorted[i].minutes / MINUTES_AN_HOUR;
}

/* As vigie_quantile(), of rows that stand for several people each. */
static double
find_quantile (const VigieFactHours *sorted, gsize n, gint64 people, double p)
{
  double at = p * (double) (people - 1);
  gint64 below = (gint64) floor (at);
  const double around[] = { find_hours (sorted, n, below), find_hours (sorted, n, MIN (below + 1, people - 1)) };

  return around[0] + (at - (double) below) * (around[1] - around[0]);
}

static gint64
find_counted_minutes (const VigieFacts *facts, int unit, int profession)
{
  for (gsize low = 0, high = facts->n_counted_hours; low < high;)
    {
      gsize middle = (low + high) / 2;
      const VigieFactCountedHours *found = &facts->counted_hours[middle];

      if (found->unit == unit && found->profession == profession)
        return found->minutes;
      if (found->unit < unit || (found->unit == unit && found->profession < profession))
        low = middle + 1;
      else
        high = middle;
    }
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
  gint64 minutes;
  g_autofree VigieFactHours *sorted = NULL;
  gsize n;

  vigie_facts_read_hours_once (self->facts);
  minutes = add_people_by_reference (self->facts, profession, &sum);
  minutes += add_people_by_count (self->facts, profession, &sum);
  sum.mean = vigie_ratio (minutes, sum.people) / MINUTES_AN_HOUR;
  if (sum.known_one_by_one == 0 || sum.known_one_by_one < self->facts->small_group)
    return sum;
  sorted = sort_people (self->facts, profession, &n);
  sum.low = find_quantile (sorted, n, sum.known_one_by_one, 0.25);
  sum.median = find_quantile (sorted, n, sum.known_one_by_one, 0.5);
  sum.high = find_quantile (sorted, n, sum.known_one_by_one, 0.75);
  return sum;
}
