// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What VigieChart puts on the screen. A scene is drawn into a texture once, so that scrolling costs no
 * drawing. When another answer comes, bars and symbols go to their new places; when an entry of the legend
 * is picked out, all that it does not explain fades. Both are skipped by the next key or click, and neither
 * happens where the desktop asks for no animations.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-chart-picture.h"

#include "vigie-palette.h"
#include "vigie-scene-draw.h"
#include "vigie-scene-texture.h"

#include <adwaita.h>

#define WAY_MS 300
#define FADE_MS 150
/* How much is left to see of what is not picked out. */
#define FADED 0.2

struct _VigieChartPicture
{
  GtkWidget *widget; /* borrowed: it owns this */

  /* owned */
  VigieScene *scene;
  VigieScene *before;
  VigieSceneBetween *between;
  AdwAnimation *way;
  AdwAnimation *fade;
  GdkTexture *texture;
  GdkTexture *key_texture; /* of what @key explains */

  double scale; /* of the textures */
  double faded; /* 0: all is seen alike; 1: only what the key explains */
  int key;
};

static const VigiePalette *
palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return vigie_palette_get (dark ? VIGIE_PALETTE_CONTRAST_DARK : VIGIE_PALETTE_CONTRAST);
  return vigie_palette_get (dark ? VIGIE_PALETTE_DARK : VIGIE_PALETTE_LIGHT);
}

static void
end_way (VigieChartPicture *self)
{
  g_clear_pointer (&self->between, vigie_scene_between_free);
  g_clear_pointer (&self->before, vigie_scene_unref);
}

static void
went_cb (double progress, gpointer data)
{
  VigieChartPicture *self = data;

  if (self->between != NULL)
    self->between->progress = progress;
  gtk_widget_queue_draw (self->widget);
}

static void
arrived_cb (VigieChartPicture *self)
{
  end_way (self);
  gtk_widget_queue_draw (self->widget);
}

static void
faded_cb (double faded, gpointer data)
{
  VigieChartPicture *self = data;

  self->faded = faded;
  gtk_widget_queue_draw (self->widget);
}

/**
 * vigie_chart_picture_new:
 * @widget: whose picture it is; it must outlive it
 *
 * Returns: (transfer full): a picture of nothing
 */
VigieChartPicture *
vigie_chart_picture_new (GtkWidget *widget)
{
  VigieChartPicture *self = g_new0 (VigieChartPicture, 1);

  self->widget = widget;
  self->key = VIGIE_NO_KEY;
  return self;
}

/**
 * vigie_chart_picture_free:
 * @self: (transfer full): a picture
 */
void
vigie_chart_picture_free (VigieChartPicture *self)
{
  if (self->way != NULL)
    g_signal_handlers_disconnect_by_data (self->way, self);
  vigie_chart_picture_skip (self);
  end_way (self);
  g_clear_object (&self->way);
  g_clear_object (&self->fade);
  g_clear_object (&self->texture);
  g_clear_object (&self->key_texture);
  g_clear_pointer (&self->scene, vigie_scene_unref);
  g_free (self);
}

/**
 * vigie_chart_picture_redraw:
 *
 * Draws anew, for the style has changed.
 */
void
vigie_chart_picture_redraw (VigieChartPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_object (&self->key_texture);
  gtk_widget_queue_draw (self->widget);
}

/**
 * vigie_chart_picture_set_scene:
 * @scene: (nullable): what to show from now on, at once
 */
void
vigie_chart_picture_set_scene (VigieChartPicture *self, VigieScene *scene)
{
  vigie_chart_picture_skip (self);
  end_way (self);
  self->key = VIGIE_NO_KEY;
  self->faded = 0;
  g_clear_pointer (&self->scene, vigie_scene_unref);
  self->scene = scene != NULL ? vigie_scene_ref (scene) : NULL;
  vigie_chart_picture_redraw (self);
}

/**
 * vigie_chart_picture_come_from:
 * @before: what was shown before the scene that is shown now
 *
 * Shows the way from the one to the other.
 */
void
vigie_chart_picture_come_from (VigieChartPicture *self, VigieScene *before)
{
  if (self->scene == NULL || !gtk_widget_get_mapped (self->widget) || !adw_get_enable_animations (self->widget))
    return;
  end_way (self);
  self->before = vigie_scene_ref (before);
  self->between = vigie_scene_between_new (self->before, self->scene);
  if (self->way == NULL)
    {
      self->way =
        adw_timed_animation_new (self->widget, 0, 1, WAY_MS, adw_callback_animation_target_new (went_cb, self, NULL));
      g_signal_connect_swapped (self->way, "done", G_CALLBACK (arrived_cb), self);
    }
  adw_animation_play (self->way);
}

/**
 * vigie_chart_picture_pick_out:
 * @key: an entry of the legend of the scene, or %VIGIE_NO_KEY
 *
 * Fades what the entry does not explain.
 */
void
vigie_chart_picture_pick_out (VigieChartPicture *self, int key)
{
  gboolean out = key != VIGIE_NO_KEY;

  if (out && key != self->key)
    {
      self->key = key;
      g_clear_object (&self->key_texture);
    }
  if (self->fade == NULL)
    self->fade =
      adw_timed_animation_new (self->widget, 0, 1, FADE_MS, adw_callback_animation_target_new (faded_cb, self, NULL));
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->fade), self->faded);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->fade), out ? 1 : 0);
  adw_animation_play (self->fade);
  gtk_widget_queue_draw (self->widget);
}

/**
 * vigie_chart_picture_skip:
 *
 * Ends what is on its way at once.
 */
void
vigie_chart_picture_skip (VigieChartPicture *self)
{
  if (self->way != NULL && adw_animation_get_state (self->way) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->way);
  if (self->fade != NULL && adw_animation_get_state (self->fade) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->fade);
}

static void
append (GtkSnapshot *snapshot, GdkTexture *texture, double scale)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (texture) / scale),
                                               (float) (gdk_texture_get_height (texture) / scale));

  gtk_snapshot_append_texture (snapshot, texture, &bounds);
}

static cairo_t *
append_cairo (VigieChartPicture *self, GtkSnapshot *snapshot)
{
  return gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) vigie_scene_get_width (self->scene),
                                                                   (float) vigie_scene_get_height (self->scene)));
}

static void
draw_textures (VigieChartPicture *self)
{
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (self->widget)));

  if (self->scale != scale)
    {
      g_clear_object (&self->texture);
      g_clear_object (&self->key_texture);
    }
  self->scale = scale;
  if (self->texture == NULL)
    self->texture = vigie_scene_texture_new (self->scene, palette (), scale);
  if (self->key_texture == NULL && self->faded > 0)
    self->key_texture = vigie_scene_texture_new_key (self->scene, palette (), scale, self->key);
}

/**
 * vigie_chart_picture_snapshot:
 * @datum: the datum to put a ring round, or %VIGIE_NO_DATUM
 */
void
vigie_chart_picture_snapshot (VigieChartPicture *self, GtkSnapshot *snapshot, int datum)
{
  cairo_t *cr;

  if (self->scene == NULL)
    return;
  if (self->between != NULL)
    {
      cr = append_cairo (self, snapshot);
      vigie_scene_draw_between (self->between, cr, palette ());
      cairo_destroy (cr);
      return;
    }
  draw_textures (self);
  gtk_snapshot_push_opacity (snapshot, 1 - self->faded * (1 - FADED));
  append (snapshot, self->texture, self->scale);
  gtk_snapshot_pop (snapshot);
  if (self->faded > 0)
    append (snapshot, self->key_texture, self->scale);
  if (datum != VIGIE_NO_DATUM)
    {
      cr = append_cairo (self, snapshot);
      vigie_scene_draw_focus (self->scene, cr, palette (), datum);
      cairo_destroy (cr);
    }
}
