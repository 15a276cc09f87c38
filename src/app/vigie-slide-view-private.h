// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-slide-pictures.h"
#include "vigie-slide-view.h"

G_BEGIN_DECLS

/* Shared by the files that make the view of a slide: what is drawn, and what can be pointed at. */

struct _VigieSlideView
{
  GtkWidget parent_instance;

  /* owned */
  VigieDeck *deck;
  VigieSlidePictures *pictures;
  guint ahead_source;
  GdkTexture *sharp; /* what is zoomed into, once it is drawn at that size */
  guint sharp_source;

  /* the records behind a mark, where they are open */
  GPtrArray *rows; /* NULL where they are not */
  char *rows_heading;
  guint rows_first;
  guint rows_shown;
  VigieSlidePicture rows_picture;

  guint slide;
  VigieBlank blank;
  gboolean dark;
  double larger;
  int width;
  int height;
  double scale;

  int mark;                 /* that the keyboard is at */
  int hovered;              /* that the pointer is over */
  double zoom;              /* 1 is the whole */
  graphene_point_t middle;  /* of what is zoomed into, on the slide */
  graphene_point_t pointer; /* in the view */
  double pinch_zoom;        /* when the fingers came down */
  gboolean spotlight;

  gint64 asked; /* when a slide was asked for that is not painted yet; 0 where none was */
};

const VigieScene *vigie_slide_view_get_scene (VigieSlideView *self);
VigieBox vigie_slide_view_get_part (VigieSlideView *self);
void vigie_slide_view_describe (VigieSlideView *self);
void vigie_slide_view_set_zoom (VigieSlideView *self, double zoom, double x, double y);
void vigie_slide_view_let_go (VigieSlideView *self);
void vigie_slide_view_draw_mark (VigieSlideView *self, cairo_t *cr);
void vigie_slide_view_want_slide (VigieSlideView *self, guint slide);
void vigie_slide_view_hover (VigieSlideView *self);

G_END_DECLS
