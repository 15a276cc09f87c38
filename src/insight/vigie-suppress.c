// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Small groups are not shown, because a person could be told from them; nor is a group that would give
 * a small one away by subtraction from a total.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-suppress.h"

static gssize
find_smallest_shown (const gint64 *sizes, gsize n, const gboolean *hidden)
{
  gssize smallest = -1;

  for (gsize i = 0; i < n; i++)
    if (!hidden[i] && sizes[i] > 0 && (smallest < 0 || sizes[i] < sizes[smallest]))
      smallest = (gssize) i;
  return smallest;
}

/**
 * vigie_suppress:
 * @sizes: (array length=n): people in each group of a whole that is shown beside them; 0 or less for none
 * @threshold: a group of fewer people is not shown
 * @hidden: (out) (array length=n): which groups must not be shown
 *
 * Hides every group of 1 to @threshold − 1 people and then, as long as all that is hidden is together
 * smaller than @threshold and so could be found by subtraction, the smallest group still shown.
 */
void
vigie_suppress (const gint64 *sizes, gsize n, gint64 threshold, gboolean *hidden)
{
  gint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      hidden[i] = sizes[i] > 0 && sizes[i] < threshold;
      sum += hidden[i] ? sizes[i] : 0;
    }
  while (sum > 0 && sum < threshold)
    {
      gssize smallest = find_smallest_shown (sizes, n, hidden);

      if (smallest < 0)
        return;
      hidden[smallest] = TRUE;
      sum += sizes[smallest];
    }
}
