// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The rows of a list in groups: each group is a section of it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-row-groups.h"

/**
 * vigie_row_groups_find:
 * @groups: (nullable) (element-type VigieGroup): in the order of the rows
 * @n_rows: how many there are by now; what came since the groups were counted goes to the last
 * @start: (out): the first row of the group that @position is in
 * @end: (out): the row after its last
 *
 * Returns: (transfer none) (nullable): that group
 */
const VigieGroup *
vigie_row_groups_find (const GPtrArray *groups, guint position, guint n_rows, guint *start, guint *end)
{
  const VigieGroup *found = NULL;

  *start = 0;
  *end = n_rows;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const VigieGroup *group = g_ptr_array_index (groups, i);
      gint64 next = *start + group->n_records;

      found = group;
      if (next > position || i + 1 == groups->len)
        {
          *end = i + 1 == groups->len ? n_rows : (guint) MIN (next, n_rows);
          break;
        }
      *start = (guint) next;
    }
  return found;
}
