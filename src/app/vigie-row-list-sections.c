// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The sections of a #VigieRowList that is grouped.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-row-list-private.h"

/* A section is a group; what came since the groups were counted goes to the last. */
static const VigieGroup *
find_group (VigieRowList *self, guint position, guint *start, guint *end)
{
  const VigieGroup *found = NULL;

  *start = 0;
  *end = self->n_shown;
  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    {
      const VigieGroup *group = g_ptr_array_index (self->groups, i);
      gint64 next = *start + group->n_records;

      found = group;
      if (next > position || i + 1 == self->groups->len)
        {
          *end = i + 1 == self->groups->len ? self->n_shown : (guint) MIN (next, self->n_shown);
          break;
        }
      *start = (guint) next;
    }
  return found;
}

static void
vigie_row_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  VigieRowList *self = VIGIE_ROW_LIST (model);

  if (position < self->n_shown)
    find_group (self, position, start, end);
  else
    {
      *start = self->n_shown;
      *end = G_MAXUINT;
    }
}

void
vigie_row_list_sections_init (GtkSectionModelInterface *iface)
{
  iface->get_section = vigie_row_list_get_section;
}

/**
 * vigie_row_list_get_group:
 *
 * Returns: (transfer none) (nullable): what the rows round @position have in common
 */
const VigieGroup *
vigie_row_list_get_group (VigieRowList *self, guint position)
{
  guint start, end;

  g_return_val_if_fail (VIGIE_IS_ROW_LIST (self), NULL);

  return find_group (self, position, &start, &end);
}
