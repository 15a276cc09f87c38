// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigiePresenterWindow: what the one who presents sees while the others see the wall: the slide that is shown and the
 * next, notes, the agenda with the time of each point, the time that has gone by, and the line in which decisions are
 * typed. Its keys are those of the wall.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-presenter-window.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "vigie-agenda-item.h"
#include "vigie-scene-texture.h"

/* Slides are laid out as for a wall of this size, and shown smaller. */
#define WALL_WIDTH 1280
#define WALL_HEIGHT 720
#define LEAST_SHARE 0.2
#define SECONDS_A_MINUTE 60
/* The slide that is shown and the notes take two parts of the width, what is beside them one. */
#define PARTS_LEFT 2
/* Text is this part of the window's height, but not smaller than one reads at arm's length. */
#define LINES_A_WINDOW 48
#define SMALLEST_TEXT 14
#define LARGEST_TEXT 60

struct _VigiePresenterWindow
{
  GtkWindow parent_instance;

  /* owned */
  VigieDeck *deck;
  char *item; /* the point of the agenda that is on the wall */
  guint tick_source;
  guint draw_source;

  /* borrowed */
  const VigiePalette *palette;
  GtkPicture *current;
  GtkPicture *next;
  GtkLabel *next_heading;
  GtkLabel *heading;
  GtkLabel *notes;
  GtkLabel *clock;
  GtkLabel *elapsed;
  GtkLabel *point;
  GtkLabel *agenda_heading;
  GtkBox *agenda;
  VigieQuickEntry *entry;

  guint slide;
  gint64 began;       /* monotonic, in microseconds */
  gint64 point_began; /* when the point of the agenda came on the wall */
  int width;
  int height;
  GtkCssProvider *type_size;
};

G_DEFINE_FINAL_TYPE (VigiePresenterWindow, vigie_presenter_window, GTK_TYPE_WINDOW)

static gint64
get_budget (VigiePresenterWindow *self)
{
  VigieProceedings *proceedings = self->deck != NULL ? vigie_deck_get_proceedings (self->deck) : NULL;
  int item = proceedings != NULL && self->item != NULL ? vigie_proceedings_find_item (proceedings, self->item) : -1;

  return item >= 0 ? vigie_record_get_number (vigie_proceedings_get_item (proceedings, (guint) item)->record,
                                              VIGIE_AGENDA_ITEM_MINUTES_BUDGET, 0)
                   : 0;
}

static char *
dup_time (gint64 since)
{
  gint64 seconds = (g_get_monotonic_time () - since) / G_USEC_PER_SEC;

  /* Translators: a time that has gone by: minutes and seconds */
  return g_strdup_printf (C_ ("time", "%1$02" PRId64 ":%2$02" PRId64), seconds / SECONDS_A_MINUTE,
                          seconds % SECONDS_A_MINUTE);
}

static gboolean
tick_cb (gpointer data)
{
  VigiePresenterWindow *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the time of day, in the form of g_date_time_format() */
  g_autofree char *clock = g_date_time_format (now, C_ ("time", "%H:%M"));
  g_autofree char *elapsed = dup_time (self->began);
  g_autofree char *point = dup_time (self->point_began);
  gint64 budget = get_budget (self);
  g_autofree char *of_budget = budget > 0
                                 /* Translators: %1$s is the time that a point has taken, %2$s its minutes */
                                 ? g_strdup_printf (C_ ("time", "%1$s of %2$" PRId64 " min"), point, budget)
                                 : NULL;

  gtk_label_set_label (self->clock, clock);
  gtk_label_set_label (self->elapsed, elapsed);
  gtk_label_set_label (self->point, of_budget != NULL ? of_budget : "");
  if (budget > 0 && g_get_monotonic_time () - self->point_began > budget * SECONDS_A_MINUTE * G_USEC_PER_SEC)
    gtk_widget_add_css_class (GTK_WIDGET (self->point), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->point), "error");
  return G_SOURCE_CONTINUE;
}

/* As sharp as its place is large. */
static void
draw (VigiePresenterWindow *self, GtkPicture *picture, guint slide)
{
  double share = MAX ((double) gtk_widget_get_width (GTK_WIDGET (picture)) / WALL_WIDTH, LEAST_SHARE);
  g_autoptr (VigieScene) scene = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (slide >= vigie_deck_get_n_slides (self->deck))
    {
      gtk_picture_set_paintable (picture, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("End of the slides"),
                                      -1);
      return;
    }
  scene = vigie_deck_layout (self->deck, slide, WALL_WIDTH, WALL_HEIGHT, 1);
  texture =
    vigie_scene_texture_new_slide (scene, self->palette, share * gtk_widget_get_scale_factor (GTK_WIDGET (self)), NULL);
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vigie_deck_get_slide_title (self->deck, slide), -1);
}

/* The wall comes first: it must not wait for this. */
static gboolean
draw_cb (gpointer data)
{
  VigiePresenterWindow *self = data;

  self->draw_source = 0;
  if (self->deck == NULL)
    return G_SOURCE_REMOVE;
  draw (self, self->current, self->slide);
  draw (self, self->next, self->slide + 1);
  return G_SOURCE_REMOVE;
}

static void
draw_soon (VigiePresenterWindow *self)
{
  if (self->draw_source == 0)
    self->draw_source = g_idle_add (draw_cb, self);
}

static void
vigie_presenter_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VigiePresenterWindow *self = VIGIE_PRESENTER_WINDOW (widget);

  GTK_WIDGET_CLASS (vigie_presenter_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (height != self->height)
    {
      g_autofree char *css = g_strdup_printf (".vigie-presenter { font-size: %dpx; }",
                                              CLAMP (height / LINES_A_WINDOW, SMALLEST_TEXT, LARGEST_TEXT));

      gtk_css_provider_load_from_string (self->type_size, css);
    }
  if (height != self->height || width != self->width)
    draw_soon (self);
  self->width = width;
  self->height = height;
}

static void
add_point (VigiePresenterWindow *self, const VigieProceedings *proceedings, guint index)
{
  VigieRecord *record = vigie_proceedings_get_item (proceedings, index)->record;
  gint64 minutes = vigie_record_get_number (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET, 0);
  g_autofree char *title =
    g_strdup_printf (C_ ("slide", "%1$u. %2$s"), index + 1, vigie_record_get_text (record, VIGIE_AGENDA_ITEM_TITLE));
  g_autofree char *time = minutes > 0 ? g_strdup_printf (C_ ("slide", "%" PRId64 " min"), minutes) : NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *end = gtk_label_new (time);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (end, GTK_ALIGN_START);
  gtk_widget_add_css_class (end, "dimmed");
  gtk_widget_add_css_class (end, "numeric");
  if (g_strcmp0 (self->item, vigie_record_get_text (record, VIGIE_AGENDA_ITEM_CODE)) == 0)
    gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), end);
  gtk_box_append (self->agenda, line);
}

static void
show_agenda (VigiePresenterWindow *self)
{
  VigieProceedings *proceedings = vigie_deck_get_proceedings (self->deck);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->agenda))) != NULL)
    gtk_box_remove (self->agenda, child);
  gtk_widget_set_visible (GTK_WIDGET (self->agenda_heading), proceedings != NULL);
  for (guint i = 0; proceedings != NULL && i < vigie_proceedings_get_n_items (proceedings); i++)
    add_point (self, proceedings, i);
}

/**
 * vigie_presenter_window_show:
 * @deck: on the wall
 * @slide: on the wall, from 0
 * @palette: of the wall
 *
 * Follows the wall.
 */
void
vigie_presenter_window_show (VigiePresenterWindow *self, VigieDeck *deck, guint slide, const VigiePalette *palette)
{
  const char *notes = vigie_deck_get_slide_notes (deck, slide);
  const char *item = vigie_deck_get_slide_item (deck, slide);
  g_autofree char *heading = g_strdup_printf (C_ ("slide", "%1$u / %2$u"), slide + 1, vigie_deck_get_n_slides (deck));

  if (item != NULL && g_set_str (&self->item, item))
    self->point_began = g_get_monotonic_time ();
  vigie_deck_ref (deck);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  self->deck = deck;
  self->slide = slide;
  self->palette = palette;
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->notes, notes != NULL ? notes : vigie_deck_get_slide_words (deck, slide));
  gtk_label_set_label (self->next_heading,
                       slide + 1 < vigie_deck_get_n_slides (deck) ? _ ("Next") : _ ("End of the slides"));
  show_agenda (self);
  tick_cb (self);
  draw_soon (self);
}

/**
 * vigie_presenter_window_get_entry:
 *
 * Returns: (transfer none): the line in which decisions are typed while this window is open
 */
VigieQuickEntry *
vigie_presenter_window_get_entry (VigiePresenterWindow *self)
{
  return self->entry;
}

static void
vigie_presenter_window_dispose (GObject *object)
{
  VigiePresenterWindow *self = VIGIE_PRESENTER_WINDOW (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->draw_source, g_source_remove);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  g_clear_pointer (&self->item, g_free);
  if (self->type_size != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->type_size));
  g_clear_object (&self->type_size);
  G_OBJECT_CLASS (vigie_presenter_window_parent_class)->dispose (object);
}

static void
vigie_presenter_window_class_init (VigiePresenterWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_presenter_window_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = vigie_presenter_window_size_allocate;
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkPicture *
add_picture (GtkWidget *box)
{
  GtkWidget *frame = gtk_aspect_frame_new (0, 0, (float) WALL_WIDTH / WALL_HEIGHT, FALSE);
  GtkWidget *picture = gtk_picture_new ();

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_size_request (picture, (int) (WALL_WIDTH * LEAST_SHARE), (int) (WALL_HEIGHT * LEAST_SHARE));
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (frame), picture);
  gtk_widget_set_vexpand (frame, TRUE);
  gtk_box_append (GTK_BOX (box), frame);
  return GTK_PICTURE (picture);
}

static void
add_scrolled (GtkWidget *box, GtkWidget *child, int least)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), least);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
}

/* The slide that is shown, large, and what is to be said of it. */
static GtkWidget *
new_left (VigiePresenterWindow *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *notes = gtk_label_new (NULL);

  self->heading = add_label (left, "title-3");
  self->current = add_picture (left);
  self->notes = GTK_LABEL (notes);
  gtk_label_set_wrap (self->notes, TRUE);
  gtk_label_set_wrap_mode (self->notes, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->notes, 0);
  gtk_label_set_yalign (self->notes, 0);
  gtk_widget_add_css_class (notes, "vigie-presenter-notes");
  add_scrolled (left, notes, 120);
  return left;
}

/* The time, what comes next, and the agenda. */
static GtkWidget *
new_right (VigiePresenterWindow *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *agenda = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->clock = add_label (times, "title-1");
  self->elapsed = add_label (times, "title-3");
  gtk_widget_set_valign (GTK_WIDGET (self->elapsed), GTK_ALIGN_BASELINE_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->clock), GTK_ALIGN_BASELINE_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->elapsed), _ ("Since the beginning"));
  gtk_box_append (GTK_BOX (right), times);
  self->point = add_label (right, "title-4");
  self->next_heading = add_label (right, "heading");
  self->next = add_picture (right);
  self->agenda_heading = add_label (right, "heading");
  gtk_label_set_label (self->agenda_heading, C_ ("slide", "Agenda"));
  self->agenda = GTK_BOX (agenda);
  add_scrolled (right, agenda, 80);
  return right;
}

static void
vigie_presenter_window_init (VigiePresenterWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *parts = gtk_grid_new ();

  self->began = self->point_began = g_get_monotonic_time ();
  self->type_size = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->type_size),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vigie-presenter");
  gtk_grid_set_column_homogeneous (GTK_GRID (parts), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (parts), 24);
  gtk_widget_set_margin_start (parts, 18);
  gtk_widget_set_margin_end (parts, 18);
  gtk_widget_set_margin_top (parts, 18);
  gtk_widget_set_margin_bottom (parts, 18);
  gtk_grid_attach (GTK_GRID (parts), new_left (self), 0, 0, PARTS_LEFT, 1);
  gtk_grid_attach (GTK_GRID (parts), new_right (self), PARTS_LEFT, 0, 1, 1);
  self->entry = g_object_new (VIGIE_TYPE_QUICK_ENTRY, NULL);
  gtk_box_append (GTK_BOX (column), parts);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->entry));
  gtk_window_set_child (GTK_WINDOW (self), column);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Presenter"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1180, 760);
  self->tick_source = g_timeout_add_seconds (1, tick_cb, self);
}

/**
 * vigie_presenter_window_new:
 * @wall: the window that the others see
 *
 * Returns: (transfer none): a window that lives until it is closed
 */
VigiePresenterWindow *
vigie_presenter_window_new (GtkWindow *wall)
{
  return g_object_new (VIGIE_TYPE_PRESENTER_WINDOW, "application", gtk_window_get_application (wall), NULL);
}
