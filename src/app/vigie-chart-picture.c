// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What VigieChart puts on the screen. A scene is drawn into a texture once, in a thread, so that neither scrolling nor a
 * page of charts costs the main loop any drawing; until it has come, what was there before stays. When another answer
 * comes, bars and symbols go to their new places; when an entry of the legend is picked out, all that it does not explain
 * fades. Both are skipped by the next key or click, and neither happens where the desktop asks for no animations.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-chart-picture.h"

#include "vigie-drawing.h"
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

  GCancellable *cancellable; /* of all drawing */
  GTask *drawing;            /* borrowed: the last that was begun; NULL once it is done */
  gboolean is_outdated;      /* the texture is of another scene, style or scale */
  double scale;              /* of what is drawn from now on */
  double texture_scale;
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
  self->is_outdated = TRUE;
  self->cancellable = g_cancellable_new ();
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
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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
  self->is_outdated = TRUE;
  self->drawing = NULL;
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

/* What one has scrolled past, or has yet to scroll to, goes no way. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds, whole;

  return root != NULL && gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, root, &bounds) &&
         gtk_widget_compute_bounds (root, root, &whole) && graphene_rect_intersection (&bounds, &whole, NULL);
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
  if (self->scene == NULL || !is_in_sight (self->widget) || !adw_get_enable_animations (self->widget))
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

static gboolean
is_playing (AdwAnimation *animation)
{
  return animation != NULL && adw_animation_get_state (animation) == ADW_ANIMATION_PLAYING;
}

/**
 * vigie_chart_picture_skip:
 *
 * Ends what is on its way at once.
 */
void
vigie_chart_picture_skip (VigieChartPicture *self)
{
  if (is_playing (self->way))
    adw_animation_skip (self->way);
  if (is_playing (self->fade))
    adw_animation_skip (self->fade);
}

/**
 * vigie_chart_picture_is_on_its_way:
 *
 * Returns: whether what is seen is not yet what it will be: marks go to their places, or fade
 */
gboolean
vigie_chart_picture_is_on_its_way (VigieChartPicture *self)
{
  return is_playing (self->way) || is_playing (self->fade);
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

/* --- drawing -------------------------------------------------------------------------------------------- */

typedef struct
{
  VigieScene *scene;
  const VigiePalette *palette;
  double scale;
} Order;

static void
order_free (gpointer data)
{
  vigie_scene_unref (((Order *) data)->scene);
  g_free (data);
}

static void
draw_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  const Order *order = data;

  g_task_return_pointer (task, vigie_scene_texture_new (order->scene, order->palette, order->scale), g_object_unref);
}

static void
drawn_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  VigieChartPicture *self = data;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: the picture is gone; or another has been ordered since. */
  if (texture == NULL || self->drawing != G_TASK (result))
    return;
  self->drawing = NULL;
  self->is_outdated = FALSE;
  self->texture_scale = ((const Order *) g_task_get_task_data (G_TASK (result)))->scale;
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (self->widget);
}

static void
order_texture (VigieChartPicture *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, drawn_cb, self);
  Order *order = g_new (Order, 1);

  *order = (Order) { vigie_scene_ref (self->scene), palette (), self->scale };
  g_task_set_source_tag (task, order_texture);
  g_task_set_task_data (task, order, order_free);
  self->drawing = task;
  vigie_drawing_run_in_thread (task, draw_in_thread);
}

static void
draw_textures (VigieChartPicture *self)
{
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (self->widget)));

  if (self->scale != scale)
    {
      self->is_outdated = TRUE;
      self->drawing = NULL;
      g_clear_object (&self->key_texture);
    }
  self->scale = scale;
  if (self->is_outdated && self->drawing == NULL)
    order_texture (self);
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
  if (self->texture != NULL)
    {
      gtk_snapshot_push_opacity (snapshot, 1 - self->faded * (1 - FADED));
      append (snapshot, self->texture, self->texture_scale);
      gtk_snapshot_pop (snapshot);
    }
  if (self->faded > 0)
    append (snapshot, self->key_texture, self->scale);
  if (datum != VIGIE_NO_DATUM)
    {
      cr = append_cairo (self, snapshot);
      vigie_scene_draw_focus (self->scene, cr, palette (), datum);
      cairo_destroy (cr);
    }
}
