// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-sight.h"

#include <math.h>

/* There is nothing of a window that is about to be laid out anew. */
static GskRenderNode *
wait_for_node (GtkWidget *window, int width, int height)
{
  for (;;)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      gdk_paintable_snapshot (paintable, snapshot, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node != NULL)
        return node;
      g_main_context_iteration (NULL, TRUE);
    }
}

/**
 * vigie_sight_new:
 * @part: (nullable): the part of @window that is looked at; all of it where %NULL
 *
 * Returns: (transfer full): what is seen there as it was painted last
 */
VigieSight *
vigie_sight_new (GtkWidget *window, const graphene_rect_t *part)
{
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), clip = whole;
  g_autoptr (GskRenderNode) node = wait_for_node (window, width, height);
  g_autoptr (GdkTexture) texture = NULL;
  VigieSight *self = g_new0 (VigieSight, 1);

  if (part != NULL)
    g_assert_true (graphene_rect_intersection (part, &whole, &clip));
  graphene_rect_round_extents (&clip, &clip);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &clip);
  self->left = (int) clip.origin.x;
  self->top = (int) clip.origin.y;
  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  self->pixels = g_malloc ((gsize) self->width * (gsize) self->height * 4);
  gdk_texture_download (texture, self->pixels, (gsize) self->width * 4);
  return self;
}

void
vigie_sight_free (VigieSight *self)
{
  g_free (self->pixels);
  g_free (self);
}

/**
 * vigie_sight_get:
 * @x: in the window, within the part that is looked at
 *
 * Returns: a colour, as vigie_sight_contrast() takes it
 */
guint32
vigie_sight_get (const VigieSight *self, int x, int y)
{
  const guchar *pixel = self->pixels + ((gsize) (y - self->top) * (gsize) self->width + (gsize) (x - self->left)) * 4;

  return (guint32) pixel[0] | (guint32) pixel[1] << 8 | (guint32) pixel[2] << 16;
}

static double
luminance (guint32 colour)
{
  double parts[3];

  for (int i = 0; i < 3; i++)
    {
      double part = (colour >> (8 * i) & 255) / 255.0;

      parts[i] = part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
    }
  return 0.0722 * parts[0] + 0.7152 * parts[1] + 0.2126 * parts[2];
}

/**
 * vigie_sight_contrast:
 *
 * Returns: the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it
 */
double
vigie_sight_contrast (guint32 a, guint32 b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * vigie_sight_measure_contrast:
 * @bounds: of a text, within what is looked at
 *
 * Of its bounds, what is most is what it stands on; the ink is what differs from that most.
 *
 * Returns: the contrast of the two
 */
double
vigie_sight_measure_contrast (const VigieSight *sight, const graphene_rect_t *bounds)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  int left = (int) bounds->origin.x, top = (int) bounds->origin.y;
  int right = left + (int) bounds->size.width, bottom = top + (int) bounds->size.height;
  guint most = 0;
  guint32 ground = 0;
  double best = 1;
  GHashTableIter at;
  gpointer colour, count;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gpointer key = GUINT_TO_POINTER (vigie_sight_get (sight, x, y));

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
      }
  g_hash_table_iter_init (&at, counts);
  while (g_hash_table_iter_next (&at, &colour, &count))
    if (GPOINTER_TO_UINT (count) > most)
      {
        most = GPOINTER_TO_UINT (count);
        ground = GPOINTER_TO_UINT (colour);
      }
  g_hash_table_iter_init (&at, counts);
  while (g_hash_table_iter_next (&at, &colour, NULL))
    best = MAX (best, vigie_sight_contrast (ground, GPOINTER_TO_UINT (colour)));
  return best;
}
