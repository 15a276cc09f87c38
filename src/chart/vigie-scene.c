// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-private.h"

/*
 * A chart laid out: marks to draw and the data they show. It never changes once it is built, so that the window may
 * draw it while another thread lays out the next. It knows no theme, no widget and no language.
 */

G_DEFINE_BOXED_TYPE (VigieScene, vigie_scene, vigie_scene_ref, vigie_scene_unref)

VigieScene *
vigie_scene_alloc (double width, double height)
{
  VigieScene *self = g_atomic_rc_box_new0 (VigieScene);

  self->width = width;
  self->height = height;
  self->preferred_height = height;
  self->marks = g_array_new (FALSE, TRUE, sizeof (VigieMark));
  self->data = g_array_new (FALSE, TRUE, sizeof (VigieDatum));
  self->keys = g_array_new (FALSE, TRUE, sizeof (VigieKey));
  self->points = g_ptr_array_new_with_free_func (g_free);
  self->words = g_string_chunk_new (1024);

  return self;
}

static void
clear_scene (gpointer data)
{
  VigieScene *self = data;

  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->data, g_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_string_chunk_free);
}

/**
 * vigie_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): the scene, held once more
 */
VigieScene *
vigie_scene_ref (VigieScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * vigie_scene_unref:
 * @self: (transfer full): a scene
 */
void
vigie_scene_unref (VigieScene *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_scene);
}

/**
 * vigie_scene_get_width:
 * @self: a scene
 *
 * Returns: its width, in points
 */
double
vigie_scene_get_width (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * vigie_scene_get_height:
 * @self: a scene
 *
 * Returns: its height, in points
 */
double
vigie_scene_get_height (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * vigie_scene_get_preferred_height:
 * @self: a scene
 *
 * A chart always fits the height it is given. With less than this it has to leave labels out; with more it is airy.
 *
 * Returns: the height, in points, at which every label has room at the scene's width
 */
double
vigie_scene_get_preferred_height (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->preferred_height;
}

/**
 * vigie_scene_get_n_marks:
 * @self: a scene
 *
 * Returns: how many marks it has
 */
guint
vigie_scene_get_n_marks (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks->len;
}

/**
 * vigie_scene_get_mark:
 * @self: a scene
 * @index: from 0, in the order they are drawn
 *
 * Returns: (transfer none): the mark
 */
const VigieMark *
vigie_scene_get_mark (const VigieScene *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, VigieMark, index);
}

/**
 * vigie_scene_get_n_omitted:
 * @self: a scene
 *
 * Returns: how many labels were left out because they would have stood on another or outside
 */
guint
vigie_scene_get_n_omitted (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_omitted;
}

/**
 * vigie_scene_get_n_data:
 * @self: a scene
 *
 * Returns: how many data it shows
 */
guint
vigie_scene_get_n_data (const VigieScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->data->len;
}

/**
 * vigie_scene_get_datum:
 * @self: a scene
 * @index: from 0; the order in which they are read out
 *
 * Returns: (transfer none) (nullable): the datum, or %NULL for %VIGIE_NO_DATUM
 */
const VigieDatum *
vigie_scene_get_datum (const VigieScene *self, int index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < (int) self->data->len, NULL);

  if (index < 0)
    return NULL;

  return &g_array_index (self->data, VigieDatum, index);
}

/**
 * vigie_scene_dup_sentence:
 * @self: a scene
 * @index: of a datum
 *
 * Returns: (transfer full): what is said of the datum in one breath, "label, value"
 */
char *
vigie_scene_dup_sentence (const VigieScene *self, int index)
{
  const VigieDatum *datum = vigie_scene_get_datum (self, index);

  g_return_val_if_fail (datum != NULL, NULL);

  if (*datum->value_text == '\0')
    return g_strdup (datum->label);

  return g_strdup_printf ("%s, %s", datum->label, datum->value_text);
}
