// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-private.h"

/* What the entries of a legend explain: the marks that are drawn as the entry's sample is. */

gboolean
vigie_scene_key_is_of (const VigieKey *key, const VigieMark *mark)
{
  const VigieStyle *a = &key->style, *b = &mark->style;

  if (mark->datum == VIGIE_NO_DATUM || mark->kind == VIGIE_MARK_TEXT)
    return FALSE;
  if (key->symbol >= 0 && (mark->kind != VIGIE_MARK_SYMBOL || (int) mark->symbol != key->symbol))
    return FALSE;
  if (a->fill != VIGIE_PAINT_NONE)
    return a->fill == b->fill && a->pattern == b->pattern;
  return b->fill == VIGIE_PAINT_NONE && a->stroke == b->stroke && a->dash == b->dash;
}

/* Entries that explain what is no datum, such as a line that is a target, cannot pick anything out. */
void
vigie_scene_drop_idle_keys (VigieScene *self)
{
  for (guint i = self->keys->len; i > 0; i--)
    {
      gboolean used = FALSE;

      for (guint j = 0; j < self->marks->len && !used; j++)
        used = vigie_scene_key_is_of (&g_array_index (self->keys, VigieKey, i - 1),
                                      &g_array_index (self->marks, VigieMark, j));
      if (!used)
        g_array_remove_index (self->keys, i - 1);
    }
}

/**
 * vigie_scene_get_n_keys:
 *
 * Returns: how many entries its legend has that explain a datum
 */
guint
vigie_scene_get_n_keys (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->keys->len;
}

/**
 * vigie_scene_get_key:
 * @index: from 0, or %VIGIE_NO_KEY
 *
 * Returns: (transfer none) (nullable): the entry of the legend, or %NULL for %VIGIE_NO_KEY
 */
const VigieKey *
vigie_scene_get_key (const VigieScene *self, int index)
{
  g_return_val_if_fail (self != NULL && index < (int) self->keys->len, NULL);

  return index < 0 ? NULL : &g_array_index (self->keys, VigieKey, index);
}

/**
 * vigie_scene_pick_key:
 * @x: points from its left
 * @y: points from its top
 *
 * Returns: the entry of the legend at the point, or %VIGIE_NO_KEY
 */
int
vigie_scene_pick_key (const VigieScene *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, VIGIE_NO_KEY);

  for (guint i = 0; i < self->keys->len; i++)
    if (vigie_box_contains (&g_array_index (self->keys, VigieKey, i).box, x, y))
      return (int) i;
  return VIGIE_NO_KEY;
}

/**
 * vigie_scene_key_shows:
 * @key: an entry of the legend
 * @datum: a datum
 *
 * Returns: whether @datum has a mark that @key explains
 */
gboolean
vigie_scene_key_shows (const VigieScene *self, int key, int datum)
{
  const VigieKey *entry = vigie_scene_get_key (self, key);

  for (guint i = 0; entry != NULL && i < self->marks->len; i++)
    {
      const VigieMark *mark = &g_array_index (self->marks, VigieMark, i);

      if (mark->datum == datum && vigie_scene_key_is_of (entry, mark))
        return TRUE;
    }
  return FALSE;
}
