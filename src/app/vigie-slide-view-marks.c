// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What of a slide can be pointed at: Tab enters its marks, the arrow keys go from one to another, Return opens the
 * records behind it, Z goes near to it, and Escape leaves again what was entered last. A pointer does the same by
 * where it is. The records are a slide themselves, and a small group is told in them as such.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-slide-view-private.h"

#include "vigie-scene-builder.h"
#include "vigie-scene-draw.h"

#define MARK_ZOOM 2.5
/* How far the arrow keys go on a slide that is zoomed into, of what is seen. */
#define PAN 0.25
/* Of the slide: the widest that a mark is read out, and how far from it. */
#define READOUT_WIDTH 0.4
#define READOUT_PADDING 8.0

/**
 * vigie_slide_view_let_go:
 *
 * Sees the whole of the slide again, with no mark picked.
 */
void
vigie_slide_view_let_go (VigieSlideView *self)
{
  self->mark = self->hovered = VIGIE_NO_DATUM;
  vigie_slide_view_set_zoom (self, 1, self->width / 2.0, self->height / 2.0);
}

/* --- what is drawn over the slide ------------------------------------------------------------------- */

static VigieScene *
lay_out_readout (VigieSlideView *self, const char *sentence, VigieBox *box)
{
  VigieFrame frame;
  VigieTextSpec spec = { .role = VIGIE_TEXT_LABEL,
                         .strong = TRUE,
                         .paint = VIGIE_PAINT_TEXT,
                         .width = self->width * READOUT_WIDTH,
                         .max_lines = 4 };
  const VigieStyle plate = { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = 2 };
  g_autoptr (VigieSceneBuilder) builder = NULL;

  vigie_frame_init_projected (&frame, self->width, self->height);
  frame.text_scale *= self->larger;
  builder = vigie_scene_builder_new (&frame);
  spec.x = spec.y = vigie_scene_builder_em (builder, READOUT_PADDING);
  *box = vigie_scene_builder_text_box (builder, sentence, &spec);
  *box = (VigieBox) { 0, 0, box->width + 2 * spec.x, box->height + 2 * spec.y };
  vigie_scene_builder_rect (builder, box, spec.x / 2, &plate, VIGIE_NO_DATUM);
  vigie_scene_builder_text (builder, sentence, &spec, VIGIE_NO_DATUM);
  return vigie_scene_builder_end (builder);
}

/* Above what it is about, or below where there is no room, and never over the edges. */
static void
draw_readout (VigieSlideView *self, cairo_t *cr, const VigieBox *bounds, const char *sentence)
{
  VigieBox part = vigie_slide_view_get_part (self);
  VigieBox box;
  g_autoptr (VigieScene) scene = lay_out_readout (self, sentence, &box);
  double gap = self->height / 60.0;
  double x = (vigie_box_middle_x (bounds) - part.x) * self->zoom - box.width / 2;
  double y = (bounds->y - part.y) * self->zoom - box.height - gap;

  if (y < gap)
    y = (vigie_box_bottom (bounds) - part.y) * self->zoom + gap;
  x = CLAMP (x, gap, MAX (self->width - box.width - gap, gap));
  y = CLAMP (y, gap, MAX (self->height - box.height - gap, gap));
  cairo_save (cr);
  cairo_translate (cr, x, y);
  vigie_scene_draw (scene, cr, vigie_slide_view_get_palette (self));
  cairo_restore (cr);
}

/**
 * vigie_slide_view_draw_mark:
 *
 * Draws a ring round the mark that one is at, and what it says.
 */
void
vigie_slide_view_draw_mark (VigieSlideView *self, cairo_t *cr)
{
  const VigieScene *scene = vigie_slide_view_get_scene (self);
  int mark = self->hovered != VIGIE_NO_DATUM ? self->hovered : self->mark;
  const VigieDatum *datum = self->rows == NULL ? vigie_scene_get_datum (scene, mark) : NULL;
  VigieBox part = vigie_slide_view_get_part (self);
  g_autofree char *sentence = NULL;

  if (datum == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, -part.x, -part.y);
  vigie_scene_draw_focus (scene, cr, vigie_slide_view_get_palette (self), mark);
  cairo_restore (cr);
  /* What stands on the slide in words says it already; what the light is on is to be seen. */
  if (vigie_deck_get_slide_figure (self->deck, self->slide) == NULL || (self->spotlight && mark == self->hovered))
    return;
  sentence = vigie_scene_dup_sentence (scene, mark);
  draw_readout (self, cr, &datum->bounds, sentence);
}

/* --- marks ------------------------------------------------------------------------------------------ */

static int
pick (VigieSlideView *self, double x, double y)
{
  const VigieScene *scene = self->rows == NULL ? vigie_slide_view_get_scene (self) : NULL;
  VigieBox part = vigie_slide_view_get_part (self);

  return scene != NULL ? vigie_scene_pick (scene, part.x + x / self->zoom, part.y + y / self->zoom) : VIGIE_NO_DATUM;
}

/**
 * vigie_slide_view_hover:
 *
 * Reads out what the pointer is over.
 */
void
vigie_slide_view_hover (VigieSlideView *self)
{
  int hovered = self->blank == VIGIE_BLANK_NO ? pick (self, self->pointer.x, self->pointer.y) : VIGIE_NO_DATUM;

  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* One goes where the mark is, where it is not seen. */
static void
bring_in (VigieSlideView *self, const VigieDatum *datum)
{
  double x = vigie_box_middle_x (&datum->bounds);
  double y = vigie_box_middle_y (&datum->bounds);

  if (self->zoom > 1)
    vigie_slide_view_set_zoom (self, self->zoom, x, y);
}

static void
set_mark (VigieSlideView *self, int mark)
{
  const VigieScene *scene = vigie_slide_view_get_scene (self);
  const VigieDatum *datum = vigie_scene_get_datum (scene, mark);
  g_autofree char *sentence = NULL;

  self->mark = mark;
  self->hovered = VIGIE_NO_DATUM;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (datum == NULL)
    return;
  bring_in (self, datum);
  sentence = vigie_scene_dup_sentence (scene, mark);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
step_mark (VigieSlideView *self, int step)
{
  const VigieScene *scene = vigie_slide_view_get_scene (self);
  int n = scene != NULL ? (int) vigie_scene_get_n_data (scene) : 0;

  if (n == 0)
    return;
  if (self->mark == VIGIE_NO_DATUM)
    set_mark (self, step > 0 ? vigie_scene_neighbour (scene, VIGIE_NO_DATUM, VIGIE_DIRECTION_FIRST) : n - 1);
  else
    set_mark (self, (self->mark + step + n) % n);
}

static void
set_rows (VigieSlideView *self, GPtrArray *rows, char *heading)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->rows_heading, g_free);
  g_clear_pointer (&self->rows_picture.scene, vigie_scene_unref);
  g_clear_object (&self->rows_picture.texture);
  self->rows = rows;
  self->rows_heading = heading;
  self->rows_first = 0;
  vigie_slide_view_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
open_rows (VigieSlideView *self, GPtrArray *rows, char *heading)
{
  self->hovered = VIGIE_NO_DATUM;
  vigie_slide_view_set_zoom (self, 1, self->width / 2.0, self->height / 2.0);
  set_rows (self, rows, heading);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* To the records that a mark is made of, or the slide that it leads to; whether it leads anywhere. */
static gboolean
activate (VigieSlideView *self, int mark)
{
  const VigieScene *scene = vigie_slide_view_get_scene (self);
  const VigieDatum *datum = scene != NULL ? vigie_scene_get_datum (scene, mark) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int slide;

  if (datum == NULL || datum->key == NULL)
    return FALSE;
  rows = vigie_deck_dup_rows (self->deck, self->slide, datum->key);
  if (rows->len > 0)
    {
      char *heading = vigie_scene_dup_sentence (scene, mark);

      self->mark = mark;
      open_rows (self, g_steal_pointer (&rows), heading);
      return TRUE;
    }
  slide = vigie_deck_find_slide (self->deck, datum->key);
  if (slide < 0 || (guint) slide == self->slide)
    return FALSE;
  vigie_slide_view_want_slide (self, (guint) slide);
  return TRUE;
}

/* --- keys ------------------------------------------------------------------------------------------- */

/* Page after page, and past either end back to the slide. */
static void
turn_rows (VigieSlideView *self, gboolean forward)
{
  guint first = self->rows_first + self->rows_shown;

  if (forward ? first >= self->rows->len : self->rows_first == 0)
    {
      set_rows (self, NULL, NULL);
      return;
    }
  /* As many were shown before as are shown now, or there would be a hole. */
  self->rows_first = forward ? first : self->rows_first - MIN (self->rows_first, MAX (self->rows_shown, 1));
  g_clear_pointer (&self->rows_picture.scene, vigie_scene_unref);
  g_clear_object (&self->rows_picture.texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
take_rows_key (VigieSlideView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_n:
      turn_rows (self, TRUE);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_p:
      turn_rows (self, FALSE);
      return TRUE;
    case GDK_KEY_Escape:
    case GDK_KEY_BackSpace:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      set_rows (self, NULL, NULL);
      return TRUE;
    default:
      return key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_z;
    }
}

static void
pan (VigieSlideView *self, double x, double y)
{
  VigieBox part = vigie_slide_view_get_part (self);

  vigie_slide_view_set_zoom (self, self->zoom, vigie_box_middle_x (&part) + x * PAN * part.width,
                             vigie_box_middle_y (&part) + y * PAN * part.height);
}

static gboolean
take_arrow (VigieSlideView *self, guint key)
{
  static const struct
  {
    guint key;
    VigieDirection direction;
    int x;
    int y;
  } arrows[] = {
    { GDK_KEY_Left, VIGIE_DIRECTION_LEFT, -1, 0 },     { GDK_KEY_Right, VIGIE_DIRECTION_RIGHT, 1, 0 },
    { GDK_KEY_Up, VIGIE_DIRECTION_UP, 0, -1 },         { GDK_KEY_Down, VIGIE_DIRECTION_DOWN, 0, 1 },
    { GDK_KEY_Home, VIGIE_DIRECTION_ROW_START, 0, 0 }, { GDK_KEY_End, VIGIE_DIRECTION_ROW_END, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i].key == key && self->mark != VIGIE_NO_DATUM)
      {
        set_mark (self, vigie_scene_neighbour (vigie_slide_view_get_scene (self), self->mark, arrows[i].direction));
        return TRUE;
      }
    else if (arrows[i].key == key && self->zoom > 1)
      {
        pan (self, arrows[i].x, arrows[i].y);
        return TRUE;
      }
  return FALSE;
}

/* Into the mark, or where the pointer was seen; and out again. */
static void
toggle_zoom (VigieSlideView *self)
{
  const VigieScene *scene = vigie_slide_view_get_scene (self);
  const VigieDatum *datum = scene != NULL ? vigie_scene_get_datum (scene, self->mark) : NULL;

  if (self->zoom > 1)
    vigie_slide_view_set_zoom (self, 1, self->width / 2.0, self->height / 2.0);
  else if (datum != NULL)
    vigie_slide_view_set_zoom (self, MARK_ZOOM, vigie_box_middle_x (&datum->bounds),
                               vigie_box_middle_y (&datum->bounds));
  else if (gtk_widget_contains (GTK_WIDGET (self), self->pointer.x, self->pointer.y))
    vigie_slide_view_set_zoom (self, MARK_ZOOM, self->pointer.x, self->pointer.y);
}

/* Out of what was entered last: a zoom, a mark, the light; whether there was anything to leave. */
static gboolean
leave (VigieSlideView *self)
{
  if (self->zoom > 1)
    toggle_zoom (self);
  else if (self->mark != VIGIE_NO_DATUM)
    set_mark (self, VIGIE_NO_DATUM);
  else if (self->spotlight)
    vigie_slide_view_toggle_spotlight (self);
  else
    return FALSE;
  return TRUE;
}

/**
 * vigie_slide_view_take_key:
 * @key: in lower case
 *
 * Does what a key says of the marks of the slide and of the records behind them.
 *
 * Returns: whether it says anything of them; else it is one of the committee's
 */
gboolean
vigie_slide_view_take_key (VigieSlideView *self, guint key)
{
  g_return_val_if_fail (VIGIE_IS_SLIDE_VIEW (self) && self->deck != NULL, FALSE);

  if (self->blank != VIGIE_BLANK_NO)
    return FALSE;
  if (self->rows != NULL)
    return take_rows_key (self, key);
  switch (key)
    {
    case GDK_KEY_Tab:
      step_mark (self, 1);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      step_mark (self, -1);
      return TRUE;
    case GDK_KEY_z:
      toggle_zoom (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return self->mark != VIGIE_NO_DATUM && (activate (self, self->mark), TRUE);
    case GDK_KEY_Escape:
      return leave (self);
    default:
      return take_arrow (self, key);
    }
}

/**
 * vigie_slide_view_take_click:
 *
 * Goes behind the mark at a place of the view, or back from there.
 *
 * Returns: whether there was anything; else the click is one of the committee's
 */
gboolean
vigie_slide_view_take_click (VigieSlideView *self, double x, double y)
{
  g_return_val_if_fail (VIGIE_IS_SLIDE_VIEW (self) && self->deck != NULL, FALSE);

  if (self->blank != VIGIE_BLANK_NO)
    return FALSE;
  if (self->rows != NULL)
    {
      turn_rows (self, TRUE);
      return TRUE;
    }
  return activate (self, pick (self, x, y));
}

/**
 * vigie_slide_view_toggle_spotlight:
 *
 * Puts all but what is round the pointer in the shade, or nothing again.
 */
void
vigie_slide_view_toggle_spotlight (VigieSlideView *self)
{
  g_return_if_fail (VIGIE_IS_SLIDE_VIEW (self));

  self->spotlight = !self->spotlight;
  if (self->spotlight && !gtk_widget_contains (GTK_WIDGET (self), self->pointer.x, self->pointer.y))
    graphene_point_init (&self->pointer, (float) self->width / 2, (float) self->height / 2);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
