// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSlideView: a slide of a deck as large as the wall. The slides before and after are drawn ahead, while
 * nothing else is to be done, so that the next one is there with the key.
 *
 * Accessibility: an image, labelled by the slide's title and described by what it says; each new slide is
 * announced.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-slide-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "vigie-scene-texture.h"

#define N_KEPT 3

typedef struct
{
  guint slide;
  GdkTexture *texture;
} Kept;

struct _VigieSlideView
{
  GtkWidget parent_instance;

  /* owned */
  VigieDeck *deck;
  Kept kept[N_KEPT];
  guint ahead_source;

  guint slide;
  VigieBlank blank;
  gboolean dark;
  double larger;
  int width;
  int height;
  double scale;
};

G_DEFINE_FINAL_TYPE (VigieSlideView, vigie_slide_view, GTK_TYPE_WIDGET)

static void
forget (VigieSlideView *self)
{
  for (guint i = 0; i < N_KEPT; i++)
    g_clear_object (&self->kept[i].texture);
}

static GdkTexture *
find (VigieSlideView *self, guint slide)
{
  for (guint i = 0; i < N_KEPT; i++)
    if (self->kept[i].texture != NULL && self->kept[i].slide == slide)
      return self->kept[i].texture;
  return NULL;
}

/* Takes the place of one that is not beside the slide shown. */
static GdkTexture *
draw (VigieSlideView *self, guint slide)
{
  g_autoptr (VigieScene) scene = vigie_deck_layout (self->deck, slide, self->width, self->height, self->larger);
  Kept *place = &self->kept[0];

  for (guint i = 0; i < N_KEPT; i++)
    {
      place = &self->kept[i];
      if (place->texture == NULL || place->slide + 1 < self->slide || place->slide > self->slide + 1)
        break;
    }
  g_clear_object (&place->texture);
  place->slide = slide;
  place->texture = vigie_scene_texture_new (scene, vigie_slide_view_get_palette (self), self->scale);
  return place->texture;
}

/* One slide at a time: the next, then the one before. */
static gboolean
draw_ahead_cb (gpointer data)
{
  VigieSlideView *self = data;
  guint n = vigie_deck_get_n_slides (self->deck);

  if (self->slide + 1 < n && find (self, self->slide + 1) == NULL)
    {
      draw (self, self->slide + 1);
      return G_SOURCE_CONTINUE;
    }
  if (self->slide > 0 && find (self, self->slide - 1) == NULL)
    draw (self, self->slide - 1);
  self->ahead_source = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (GtkSnapshot *snapshot, VigieColour colour, const graphene_rect_t *bounds)
{
  const GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };

  gtk_snapshot_append_color (snapshot, &rgba, bounds);
}

static void
vigie_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const VigieColour blanks[] = { [VIGIE_BLANK_BLACK] = { 0, 0, 0 }, [VIGIE_BLANK_WHITE] = { 1, 1, 1 } };
  VigieSlideView *self = VIGIE_SLIDE_VIEW (widget);
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (widget)));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  GdkTexture *texture;

  if (self->blank != VIGIE_BLANK_NO || self->deck == NULL)
    {
      fill (snapshot, blanks[self->blank != VIGIE_BLANK_NO ? self->blank : VIGIE_BLANK_BLACK], &bounds);
      return;
    }
  if (scale != self->scale)
    forget (self);
  self->scale = scale;
  texture = find (self, self->slide);
  if (texture == NULL)
    texture = draw (self, self->slide);
  fill (snapshot, vigie_palette_colour (vigie_slide_view_get_palette (self), VIGIE_PAINT_BACKGROUND), &bounds);
  gtk_snapshot_append_texture (snapshot, texture, &bounds);
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
  forget (self);
}

static void
vigie_slide_view_dispose (GObject *object)
{
  VigieSlideView *self = VIGIE_SLIDE_VIEW (object);

  g_clear_handle_id (&self->ahead_source, g_source_remove);
  forget (self);
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
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vigie_slide_view_init (VigieSlideView *self)
{
  self->larger = 1;
  self->scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/* What is seen has changed altogether. */
static void
show_anew (VigieSlideView *self)
{
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  forget (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe (VigieSlideView *self)
{
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, vigie_deck_get_slide_title (self->deck, self->slide),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, vigie_deck_get_slide_words (self->deck, self->slide), -1);
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
  describe (self);
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
  describe (self);
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
