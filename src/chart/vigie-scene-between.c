// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-between.h"

#include "vigie-scene-private.h"

static gboolean
moves (const VigieMark *mark)
{
  return mark->datum != VIGIE_NO_DATUM && (mark->kind == VIGIE_MARK_RECT || mark->kind == VIGIE_MARK_SYMBOL);
}

/* What makes a mark the same in two scenes: its datum, and which of the marks of that datum it is. */
static char *
dup_name (const VigieScene *scene, const VigieMark *mark, GHashTable *seen)
{
  const VigieDatum *datum = vigie_scene_get_datum (scene, mark->datum);
  g_autofree char *name = g_strdup_printf ("%d %s", mark->kind, datum->label);
  guint ordinal = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name));
  char *numbered = g_strdup_printf ("%u %s", ordinal, name);

  g_hash_table_replace (seen, g_steal_pointer (&name), GUINT_TO_POINTER (ordinal + 1));
  return numbered;
}

static GHashTable *
index_marks (const VigieScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const VigieMark *mark = &g_array_index (scene->marks, VigieMark, i);

      if (moves (mark))
        g_hash_table_insert (places, dup_name (scene, mark, seen), GUINT_TO_POINTER (i + 1));
    }
  return places;
}

/**
 * vigie_scene_between_new:
 * @from: the scene one comes from; both must outlive what is returned
 * @to: the scene one goes to
 *
 * Returns: (transfer full): the way, at its start
 */
VigieSceneBetween *
vigie_scene_between_new (const VigieScene *from, const VigieScene *to)
{
  VigieSceneBetween *self = g_new0 (VigieSceneBetween, 1);
  g_autoptr (GHashTable) places = index_marks (from);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->from = from;
  self->to = to;
  self->origins = g_new (int, to->marks->len);
  for (guint i = 0; i < to->marks->len; i++)
    {
      const VigieMark *mark = &g_array_index (to->marks, VigieMark, i);
      g_autofree char *name = moves (mark) ? dup_name (to, mark, seen) : NULL;

      self->origins[i] = name != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (places, name)) - 1 : -1;
    }
  return self;
}

/**
 * vigie_scene_between_free:
 * @self: (transfer full) (nullable): the way
 */
void
vigie_scene_between_free (VigieSceneBetween *self)
{
  if (self == NULL)
    return;
  g_free (self->origins);
  g_free (self);
}

static VigieBox
mix (const VigieBox *from, const VigieBox *to, double t)
{
  return (VigieBox) { from->x + (to->x - from->x) * t, from->y + (to->y - from->y) * t,
                      from->width + (to->width - from->width) * t, from->height + (to->height - from->height) * t };
}

/**
 * vigie_scene_between_move:
 * @self: the way
 * @index: of a mark of the scene one goes to
 * @mark: (inout): a copy of it, which is put where it is on its way
 */
void
vigie_scene_between_move (const VigieSceneBetween *self, guint index, VigieMark *mark)
{
  int origin = self->origins[index];
  VigieBox from;

  if (!moves (mark))
    return;
  if (origin >= 0)
    from = g_array_index (self->from->marks, VigieMark, origin).box;
  else if (mark->kind == VIGIE_MARK_SYMBOL)
    from = (VigieBox) { vigie_box_middle_x (&mark->box), vigie_box_middle_y (&mark->box), 0, 0 };
  else
    from = (VigieBox) { mark->box.x, mark->box.y, 0, mark->box.height };
  mark->box = mix (&from, &mark->box, self->progress);
  mark->radius = MIN (mark->radius, MAX (MIN (mark->box.width, mark->box.height), 0) / 2);
}
