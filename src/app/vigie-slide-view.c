// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSlideView: a slide of a deck as large as the wall. The slides before and after are drawn ahead by
 * VigieSlidePictures, so that the next one is there with the key. One can zoom into it, throw a light on where the
 * pointer is, and go to its marks and behind them (vigie-slide-view-marks.c).
 *
 * Accessibility: an image, labelled by the slide's title and described by what it says; each new slide is
 * announced, and each mark that one comes to.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-slide-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "vigie-scene-texture.h"

#define MOST_ZOOM 5.0
#define SCROLL_ZOOM 1.2
/* Of the wall's height, and how much is left to see of the rest. */
#define SPOTLIGHT_RADIUS 0.16
#define SPOTLIGHT_SHADE 0.65

G_DEFINE_FINAL_TYPE (VigieSlideView, vigie_slide_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SLIDE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_sharp (VigieSlideView *self)
{
  g_clear_handle_id (&self->sharp_source, g_source_remove);
  g_clear_object (&self->sharp);
}

static void
forget_rows_picture (VigieSlideView *self)
{
  g_clear_pointer (&self->rows_picture.scene, vigie_scene_unref);
  g_clear_object (&self->rows_picture.texture);
}

static const VigieSlidePicture *
get_rows_picture (VigieSlideView *self)
{
  if (self->rows_picture.scene == NULL)
    {
      self->rows_picture.scene =
        vigie_deck_layout_rows (self->deck, self->slide, self->rows_heading, self->rows, self->rows_first, self->width,
                                self->height, self->larger, &self->rows_shown);
      self->rows_picture.texture = vigie_scene_texture_new_slide (
        self->rows_picture.scene, vigie_slide_view_get_palette (self), self->scale, NULL);
    }
  return &self->rows_picture;
}

static const VigieSlidePicture *
get_picture (VigieSlideView *self)
{
  VigieSlideWall wall = { self->width, self->height, self->scale, self->larger, vigie_slide_view_get_palette (self) };

  if (self->rows != NULL)
    return get_rows_picture (self);
  vigie_slide_pictures_set (self->pictures, self->deck, &wall);
  return vigie_slide_pictures_get (self->pictures, self->slide);
}

/**
 * vigie_slide_view_get_scene:
 *
 * Returns: (transfer none) (nullable): what is shown, %NULL before it is on the wall
 */
const VigieScene *
vigie_slide_view_get_scene (VigieSlideView *self)
{
  return self->width > 0 && self->deck != NULL ? get_picture (self)->scene : NULL;
}

/**
 * vigie_slide_view_get_part:
 *
 * Returns: the part of the slide that is seen
 */
VigieBox
vigie_slide_view_get_part (VigieSlideView *self)
{
  double width = self->width / self->zoom;
  double height = self->height / self->zoom;

  return (VigieBox) { CLAMP (self->middle.x - width / 2, 0, self->width - width),
                      CLAMP (self->middle.y - height / 2, 0, self->height - height), width, height };
}

/**
 * vigie_slide_view_set_zoom:
 * @zoom: 1 is the whole slide
 * @x: on the slide, what comes to the middle as far as the edges allow
 * @y: the same, from the top
 *
 * Goes near to a part of the slide.
 */
void
vigie_slide_view_set_zoom (VigieSlideView *self, double zoom, double x, double y)
{
  self->zoom = CLAMP (zoom, 1, MOST_ZOOM);
  graphene_point_init (&self->middle, (float) x, (float) y);
  forget_sharp (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* In a thread: the slides beside this one. It waits until this one is painted. */
static gboolean
draw_ahead_cb (gpointer data)
{
  VigieSlideView *self = data;

  self->ahead_source = 0;
  if (self->rows == NULL)
    vigie_slide_pictures_prepare (self->pictures);
  return G_SOURCE_REMOVE;
}

/* What moves is drawn as it was, and sharp once it rests. */
static gboolean
sharpen_cb (gpointer data)
{
  VigieSlideView *self = data;
  VigieBox part = vigie_slide_view_get_part (self);

  self->sharp_source = 0;
  self->sharp =
    vigie_scene_texture_new_slide (get_picture (self)->scene, vigie_slide_view_get_palette (self), self->scale, &part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
fill (GtkSnapshot *snapshot, VigieColour colour, const graphene_rect_t *bounds)
{
  const GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };

  gtk_snapshot_append_color (snapshot, &rgba, bounds);
}

static void
append_slide (VigieSlideView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  const VigieSlidePicture *picture = get_picture (self);
  VigieBox part = vigie_slide_view_get_part (self);

  if (self->zoom > 1 && self->sharp == NULL && self->sharp_source == 0)
    self->sharp_source = g_idle_add (sharpen_cb, self);
  if (self->zoom <= 1 || self->sharp != NULL)
    {
      gtk_snapshot_append_texture (snapshot, self->zoom > 1 ? self->sharp : picture->texture, bounds);
      return;
    }
  gtk_snapshot_push_clip (snapshot, bounds);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) self->zoom, (float) self->zoom);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -part.x, (float) -part.y));
  gtk_snapshot_append_texture (snapshot, picture->texture, bounds);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* All but a disc round the pointer is in the shade. */
static void
draw_spotlight (VigieSlideView *self, cairo_t *cr)
{
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_arc (cr, self->pointer.x, self->pointer.y, self->height * SPOTLIGHT_RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, SPOTLIGHT_SHADE);
  cairo_fill (cr);
}

static void
append_pointing (VigieSlideView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr;

  if (!self->spotlight && self->mark == VIGIE_NO_DATUM && self->hovered == VIGIE_NO_DATUM)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  vigie_slide_view_draw_mark (self, cr);
  if (self->spotlight)
    draw_spotlight (self, cr);
  cairo_destroy (cr);
}

/* How long a key waited for its slide: one looks at it with G_MESSAGES_DEBUG=vigie-app. */
static void
tell_time (VigieSlideView *self)
{
  if (self->asked != 0)
    g_debug ("slide %u painted %.1f ms after it was asked for", self->slide + 1,
             (double) (g_get_monotonic_time () - self->asked) / 1000);
  self->asked = 0;
}

static void
vigie_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const VigieColour blanks[] = { [VIGIE_BLANK_BLACK] = { 0, 0, 0 }, [VIGIE_BLANK_WHITE] = { 1, 1, 1 } };
  VigieSlideView *self = VIGIE_SLIDE_VIEW (widget);
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (widget)));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  if (self->blank != VIGIE_BLANK_NO || self->deck == NULL)
    {
      fill (snapshot, blanks[self->blank != VIGIE_BLANK_NO ? self->blank : VIGIE_BLANK_BLACK], &bounds);
      return;
    }
  if (scale != self->scale)
    forget_rows_picture (self);
  self->scale = scale;
  append_slide (self, snapshot, &bounds);
  append_pointing (self, snapshot, &bounds);
  tell_time (self);
  if (self->ahead_source == 0)
    self->ahead_source = g_idle_add (draw_ahead_cb, self);
}

static void
vigie_slide_view_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  VigieSlideView *self = VIGIE_SLIDE_VIEW (widget);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  vigie_slide_view_let_go (self);
  forget_rows_picture (self);
}

/* --- the pointer ------------------------------------------------------------------------------------ */

static void
moved_cb (VigieSlideView *self, double x, double y)
{
  graphene_point_init (&self->pointer, (float) x, (float) y);
  vigie_slide_view_hover (self);
  if (self->spotlight)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
left_cb (VigieSlideView *self)
{
  self->hovered = VIGIE_NO_DATUM;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is at a place of the view stays there. */
static void
zoom_at (VigieSlideView *self, double zoom, double x, double y)
{
  VigieBox part = vigie_slide_view_get_part (self);
  double on_x = part.x + x / self->zoom;
  double on_y = part.y + y / self->zoom;

  zoom = CLAMP (zoom, 1, MOST_ZOOM);
  vigie_slide_view_set_zoom (self, zoom, on_x + (self->width / 2.0 - x) / zoom, on_y + (self->height / 2.0 - y) / zoom);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll, double dx G_GNUC_UNUSED, double dy, VigieSlideView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_at (self, self->zoom * pow (SCROLL_ZOOM, -dy), self->pointer.x, self->pointer.y);
  return GDK_EVENT_STOP;
}

static void
pinch_began_cb (VigieSlideView *self)
{
  self->pinch_zoom = self->zoom;
}

static void
pinched_cb (GtkGestureZoom *pinch, double scale, VigieSlideView *self)
{
  double x = self->width / 2.0, y = self->height / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y);
  zoom_at (self, self->pinch_zoom * scale, x, y);
}

static void
vigie_slide_view_dispose (GObject *object)
{
  VigieSlideView *self = VIGIE_SLIDE_VIEW (object);

  g_clear_handle_id (&self->ahead_source, g_source_remove);
  forget_sharp (self);
  forget_rows_picture (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->rows_heading, g_free);
  g_clear_pointer (&self->pictures, vigie_slide_pictures_free);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  G_OBJECT_CLASS (vigie_slide_view_parent_class)->dispose (object);
}

static void
vigie_slide_view_class_init (VigieSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_slide_view_dispose;
  widget_class->snapshot = vigie_slide_view_snapshot;
  widget_class->size_allocate = vigie_slide_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "slide");

  /**
   * VigieSlideView::slide-wanted:
   * @slide: from 0
   *
   * A mark leads to another slide.
   */
  signals[SIGNAL_SLIDE_WANTED] = g_signal_new ("slide-wanted", VIGIE_TYPE_SLIDE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vigie_slide_view_init (VigieSlideView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->larger = 1;
  self->scale = 1;
  self->zoom = 1;
  self->mark = self->hovered = VIGIE_NO_DATUM;
  self->pictures = vigie_slide_pictures_new ();
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_began_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/* What is seen has changed altogether. */
static void
show_anew (VigieSlideView *self)
{
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  forget_sharp (self);
  forget_rows_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * vigie_slide_view_describe:
 *
 * Tells a screen reader what is shown.
 */
void
vigie_slide_view_describe (VigieSlideView *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const VigieDeckRow *row = g_ptr_array_index (self->rows, i);

      g_string_append_printf (words, "%s%s%s%s.", i > 0 ? " " : "", row->title, row->detail != NULL ? ", " : "",
                              row->detail != NULL ? row->detail : "");
    }
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    self->rows != NULL ? self->rows_heading : vigie_deck_get_slide_title (self->deck, self->slide),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    self->rows != NULL ? words->str : vigie_deck_get_slide_words (self->deck, self->slide), -1);
}

/* Of the view of a slide, nothing is left when another comes. */
static void
leave_slide (VigieSlideView *self)
{
  vigie_slide_view_let_go (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->rows_heading, g_free);
}

/**
 * vigie_slide_view_set_deck:
 *
 * Shows the slides of @deck, staying with the slide of the same id where it has one.
 */
void
vigie_slide_view_set_deck (VigieSlideView *self, VigieDeck *deck)
{
  int slide = 0;

  g_return_if_fail (VIGIE_IS_SLIDE_VIEW (self) && deck != NULL);

  if (self->deck != NULL)
    slide = vigie_deck_find_slide (deck, vigie_deck_get_slide_id (self->deck, self->slide));
  if (slide < 0)
    slide = (int) MIN (self->slide, vigie_deck_get_n_slides (deck) - 1);
  vigie_deck_ref (deck);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  self->deck = deck;
  self->slide = (guint) slide;
  leave_slide (self);
  vigie_slide_view_describe (self);
  show_anew (self);
}

VigieDeck *
vigie_slide_view_get_deck (VigieSlideView *self)
{
  return self->deck;
}

/**
 * vigie_slide_view_show_slide:
 * @slide: from 0; past the end is the last
 *
 * Shows a slide; a wall that was blank is not any more.
 */
void
vigie_slide_view_show_slide (VigieSlideView *self, guint slide)
{
  g_return_if_fail (VIGIE_IS_SLIDE_VIEW (self) && self->deck != NULL);

  self->blank = VIGIE_BLANK_NO;
  self->slide = MIN (slide, vigie_deck_get_n_slides (self->deck) - 1);
  self->asked = g_get_monotonic_time ();
  leave_slide (self);
  vigie_slide_view_describe (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), vigie_deck_get_slide_words (self->deck, self->slide),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
vigie_slide_view_get_slide (VigieSlideView *self)
{
  return self->slide;
}

/**
 * vigie_slide_view_want_slide:
 * @slide: from 0
 *
 * Asks for another slide.
 */
void
vigie_slide_view_want_slide (VigieSlideView *self, guint slide)
{
  g_signal_emit (self, signals[SIGNAL_SLIDE_WANTED], 0, slide);
}

/**
 * vigie_slide_view_set_dark:
 * @dark: whether the room is
 */
void
vigie_slide_view_set_dark (VigieSlideView *self, gboolean dark)
{
  self->dark = dark;
  show_anew (self);
}

gboolean
vigie_slide_view_get_dark (VigieSlideView *self)
{
  return self->dark;
}

/**
 * vigie_slide_view_set_larger:
 * @larger: what text is enlarged by, 1 to %VIGIE_SLIDE_MOST_LARGER
 */
void
vigie_slide_view_set_larger (VigieSlideView *self, double larger)
{
  self->larger = CLAMP (larger, 1, VIGIE_SLIDE_MOST_LARGER);
  vigie_slide_view_let_go (self);
  show_anew (self);
}

double
vigie_slide_view_get_larger (VigieSlideView *self)
{
  return self->larger;
}

void
vigie_slide_view_set_blank (VigieSlideView *self, VigieBlank blank)
{
  self->blank = blank;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

VigieBlank
vigie_slide_view_get_blank (VigieSlideView *self)
{
  return self->blank;
}

/**
 * vigie_slide_view_get_palette:
 *
 * Returns: (transfer none): of the highest contrast, as a wall is far away and a room rarely dark
 */
const VigiePalette *
vigie_slide_view_get_palette (VigieSlideView *self)
{
  return vigie_palette_get (self->dark ? VIGIE_PALETTE_CONTRAST_DARK : VIGIE_PALETTE_CONTRAST);
}

/**
 * vigie_slide_view_is_ready:
 *
 * Returns: whether the next slide and the one before are drawn
 */
gboolean
vigie_slide_view_is_ready (VigieSlideView *self)
{
  guint n = vigie_deck_get_n_slides (self->deck);

  return (self->slide + 1 >= n || vigie_slide_pictures_has (self->pictures, self->slide + 1)) &&
         (self->slide == 0 || vigie_slide_pictures_has (self->pictures, self->slide - 1));
}
