// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-scene-texture.h"

#include <math.h>

#include "vigie-scene-draw.h"

/* What is opaque is copied by a renderer without a graphics card; the rest is blended, which takes it twice as long. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define OPAQUE GDK_MEMORY_B8G8R8X8
#else
#define OPAQUE GDK_MEMORY_X8R8G8B8
#endif

/* @part fills the whole. */
static GdkTexture *
draw (const VigieScene *scene, const VigiePalette *palette, double scale, const VigieBox *part, int key,
      gboolean opaque)
{
  int width = (int) ceil (vigie_scene_get_width (scene) * scale);
  int height = (int) ceil (vigie_scene_get_height (scene) * scale);
  cairo_surface_t *surface =
    cairo_image_surface_create (opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  if (opaque)
    {
      VigieColour ground = vigie_palette_colour (palette, VIGIE_PAINT_BACKGROUND);

      cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  if (part != NULL)
    {
      double zoom = vigie_scene_get_width (scene) / part->width;

      cairo_scale (cr, zoom, zoom);
      cairo_translate (cr, -part->x, -part->y);
    }
  if (key == VIGIE_NO_KEY)
    vigie_scene_draw (scene, cr, palette);
  else
    vigie_scene_draw_key (scene, cr, palette, key);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, opaque ? OPAQUE : GDK_MEMORY_DEFAULT, pixels, stride);
}

/**
 * vigie_scene_texture_new:
 * @scale: device pixels a point
 *
 * Returns: (transfer full): @scene, on nothing
 */
GdkTexture *
vigie_scene_texture_new (const VigieScene *scene, const VigiePalette *palette, double scale)
{
  return draw (scene, palette, scale, NULL, VIGIE_NO_KEY, FALSE);
}

/**
 * vigie_scene_texture_new_key:
 * @scale: device pixels a point
 * @key: an entry of the legend
 *
 * Returns: (transfer full): what of @scene the entry explains, on nothing
 */
GdkTexture *
vigie_scene_texture_new_key (const VigieScene *scene, const VigiePalette *palette, double scale, int key)
{
  return draw (scene, palette, scale, NULL, key, FALSE);
}

/**
 * vigie_scene_texture_new_slide:
 * @scale: device pixels a point
 * @part: (nullable): of @scene, in its proportions; %NULL is the whole
 *
 * Returns: (transfer full): @part as large as the whole of @scene, on the ground of the palette
 */
GdkTexture *
vigie_scene_texture_new_slide (const VigieScene *scene, const VigiePalette *palette, double scale, const VigieBox *part)
{
  return draw (scene, palette, scale, part, VIGIE_NO_KEY, TRUE);
}
