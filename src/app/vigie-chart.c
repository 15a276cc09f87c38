// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieChart: a figure's chart. It draws the scene that the figure lays out, and reads out the datum
 * under the pointer or the keyboard.
 *
 * Tab enters it once; the arrow keys, Home and End go from datum to datum, Return opens the rows behind
 * it, Escape lets go of it. What is read out beside the datum is announced to a screen reader as well.
 *
 * The scene is laid out when the width changes and drawn into a texture when it, the style or the scale
 * changes, so that scrolling costs no drawing.
 *
 * CSS: a `chart` node with a `label.readout`. Accessibility: a group, labelled by the figure's title and
 * described by its sentence.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-chart.h"

#include "vigie-scene-draw.h"
#include "vigie-scene-texture.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MINIMUM_WIDTH 300
#define NATURAL_WIDTH 640
/* The height that a layout is tried in first; the scene then says what it would rather have. */
#define FIRST_HEIGHT 320.0
#define READOUT_GAP 8
#define READOUT_CHARS 44
#define DEFAULT_DPI (96 * 1024)

struct _VigieChart
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *readout;
  VigieFigure *figure;
  VigieScene *scene;
  GdkTexture *texture;
  double texture_scale;

  int width;
  int hovered;
  int focused;
  graphene_point_t pointer; /* where it was seen last, in the window */
};

G_DEFINE_FINAL_TYPE (VigieChart, vigie_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DATUM_ACTIVATED,
  SIGNAL_TABLE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
text_scale (VigieChart *self)
{
  int dpi = DEFAULT_DPI;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (double) DEFAULT_DPI : 1;
}

static const VigiePalette *
palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return vigie_palette_get (dark ? VIGIE_PALETTE_CONTRAST_DARK : VIGIE_PALETTE_CONTRAST);
  return vigie_palette_get (dark ? VIGIE_PALETTE_DARK : VIGIE_PALETTE_LIGHT);
}

/* Lays out at a width, in the height that the chart prefers there. */
static void
lay_out (VigieChart *self, int width)
{
  VigieFrame frame = { .width = width, .height = FIRST_HEIGHT, .text_scale = text_scale (self) };
  double preferred;

  if (self->scene != NULL && self->width == width)
    return;
  self->width = width;
  g_clear_pointer (&self->scene, vigie_scene_unref);
  g_clear_object (&self->texture);
  if (self->figure == NULL)
    return;
  self->scene = vigie_figure_layout (self->figure, &frame);
  preferred = ceil (vigie_scene_get_preferred_height (self->scene));
  if (preferred != frame.height)
    {
      frame.height = preferred;
      vigie_scene_unref (self->scene);
      self->scene = vigie_figure_layout (self->figure, &frame);
    }
}

static int
current_datum (VigieChart *self)
{
  return self->hovered != VIGIE_NO_DATUM ? self->hovered : self->focused;
}

/* The read-out says the datum in the same words whoever asks. */
static void
show_datum (VigieChart *self)
{
  int datum = current_datum (self);
  g_autofree char *sentence = NULL;

  if (self->scene != NULL && datum != VIGIE_NO_DATUM)
    sentence = vigie_scene_dup_sentence (self->scene, datum);
  gtk_label_set_label (GTK_LABEL (self->readout), sentence != NULL ? sentence : "");
  gtk_widget_set_child_visible (self->readout, sentence != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_hovered (VigieChart *self, int datum)
{
  if (self->hovered == datum)
    return;
  self->hovered = datum;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), datum != VIGIE_NO_DATUM ? "pointer" : NULL);
  show_datum (self);
}

static void
set_focused (VigieChart *self, int datum)
{
  g_autofree char *sentence = NULL;

  self->focused = datum;
  self->hovered = VIGIE_NO_DATUM;
  show_datum (self);
  sentence = vigie_chart_dup_sentence (self);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether it went to another place of the window: a chart that scrolls under it is told of motion as well. */
static gboolean
pointer_went (VigieChart *self, double x, double y)
{
  graphene_point_t inside = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t before = self->pointer;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), &inside,
                                 &self->pointer))
    return FALSE;
  return !graphene_point_near (&before, &self->pointer, 0.5f);
}

/* What the keyboard reads out gives way to the pointer only when a hand moves it. */
static void
moved_cb (VigieChart *self, double x, double y)
{
  gboolean went = pointer_went (self, x, y);

  if (went || self->focused == VIGIE_NO_DATUM)
    set_hovered (self, self->scene != NULL ? vigie_scene_pick (self->scene, x, y) : VIGIE_NO_DATUM);
}

/* A chart that comes under the pointer is no motion of it. */
static void
entered_cb (VigieChart *self, double x, double y)
{
  if (self->focused != VIGIE_NO_DATUM)
    pointer_went (self, x, y);
  else
    moved_cb (self, x, y);
}

static void
left_cb (VigieChart *self)
{
  set_hovered (self, VIGIE_NO_DATUM);
}

static void
activate_datum (VigieChart *self, int datum)
{
  if (self->scene != NULL && datum != VIGIE_NO_DATUM)
    g_signal_emit (self, signals[SIGNAL_DATUM_ACTIVATED], 0, vigie_scene_get_datum (self->scene, datum)->key);
}

static void
clicked_cb (VigieChart *self, int n_press, double x, double y)
{
  int datum = self->scene != NULL ? vigie_scene_pick (self->scene, x, y) : VIGIE_NO_DATUM;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_datum (self, datum);
}

static gboolean
move_focus (VigieChart *self, guint key, GdkModifierType state)
{
  static const struct
  {
    guint key;
    guint keypad;
    VigieDirection direction;
    VigieDirection with_control;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, VIGIE_DIRECTION_LEFT, VIGIE_DIRECTION_ROW_START },
    { GDK_KEY_Right, GDK_KEY_KP_Right, VIGIE_DIRECTION_RIGHT, VIGIE_DIRECTION_ROW_END },
    { GDK_KEY_Up, GDK_KEY_KP_Up, VIGIE_DIRECTION_UP, VIGIE_DIRECTION_FIRST },
    { GDK_KEY_Down, GDK_KEY_KP_Down, VIGIE_DIRECTION_DOWN, VIGIE_DIRECTION_LAST },
    { GDK_KEY_Home, GDK_KEY_KP_Home, VIGIE_DIRECTION_ROW_START, VIGIE_DIRECTION_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, VIGIE_DIRECTION_ROW_END, VIGIE_DIRECTION_LAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (key == moves[i].key || key == moves[i].keypad)
      {
        gboolean control = (state & GDK_CONTROL_MASK) != 0;
        VigieDirection direction = control ? moves[i].with_control : moves[i].direction;

        if (self->focused == VIGIE_NO_DATUM)
          direction = VIGIE_DIRECTION_FIRST;
        set_focused (self, vigie_scene_neighbour (self->scene, self->focused, direction));
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (VigieChart *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  if (self->scene == NULL || vigie_scene_get_n_data (self->scene) == 0 || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_t:
    case GDK_KEY_T:
      if ((state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_TABLE_WANTED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->focused == VIGIE_NO_DATUM)
        return GDK_EVENT_PROPAGATE;
      set_focused (self, VIGIE_NO_DATUM);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      activate_datum (self, self->focused);
      return GDK_EVENT_STOP;
    default:
      return move_focus (self, key, state);
    }
}

static void
focus_left_cb (VigieChart *self)
{
  if (self->focused != VIGIE_NO_DATUM)
    set_focused (self, VIGIE_NO_DATUM);
}

static void
redraw (VigieChart *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lay_out_anew (VigieChart *self)
{
  g_clear_pointer (&self->scene, vigie_scene_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
vigie_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline G_GNUC_UNUSED, int *natural_baseline G_GNUC_UNUSED)
{
  VigieChart *self = VIGIE_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  lay_out (self, for_size > 0 ? for_size : self->width > 0 ? self->width : NATURAL_WIDTH);
  *minimum = *natural = self->scene != NULL ? (int) ceil (vigie_scene_get_height (self->scene)) : 0;
}

static GtkSizeRequestMode
vigie_chart_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The read-out stands above its datum, or below where there is no room, and never over the edges. */
static void
place_readout (VigieChart *self, int width, int height)
{
  const VigieDatum *datum = vigie_scene_get_datum (self->scene, current_datum (self));
  GtkAllocation place = { 0 };

  gtk_widget_measure (self->readout, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
  place.width = MIN (place.width, width);
  gtk_widget_measure (self->readout, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
  place.x = (int) vigie_box_middle_x (&datum->bounds) - place.width / 2;
  place.x = CLAMP (place.x, 0, width - place.width);
  place.y = (int) datum->bounds.y - place.height - READOUT_GAP;
  if (place.y < 0)
    place.y = (int) vigie_box_bottom (&datum->bounds) + READOUT_GAP;
  place.y = CLAMP (place.y, 0, MAX (height - place.height, 0));
  gtk_widget_size_allocate (self->readout, &place, -1);
}

static void
vigie_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  VigieChart *self = VIGIE_CHART (widget);

  lay_out (self, width);
  if (self->scene != NULL && current_datum (self) >= (int) vigie_scene_get_n_data (self->scene))
    self->hovered = self->focused = VIGIE_NO_DATUM;
  gtk_widget_set_child_visible (self->readout, self->scene != NULL && current_datum (self) != VIGIE_NO_DATUM);
  if (self->scene != NULL && current_datum (self) != VIGIE_NO_DATUM)
    place_readout (self, width, height);
}

static void
snapshot_datum (VigieChart *self, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) vigie_scene_get_width (self->scene),
                                               (float) vigie_scene_get_height (self->scene));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  vigie_scene_draw_focus (self->scene, cr, palette (), current_datum (self));
  cairo_destroy (cr);
}

static void
vigie_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VigieChart *self = VIGIE_CHART (widget);
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (widget)));
  graphene_rect_t bounds;

  if (self->scene == NULL)
    return;
  if (self->texture == NULL || self->texture_scale != scale)
    {
      g_clear_object (&self->texture);
      self->texture = vigie_scene_texture_new (self->scene, palette (), scale);
      self->texture_scale = scale;
    }
  graphene_rect_init (&bounds, 0, 0, (float) (gdk_texture_get_width (self->texture) / scale),
                      (float) (gdk_texture_get_height (self->texture) / scale));
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  if (current_datum (self) != VIGIE_NO_DATUM)
    {
      snapshot_datum (self, snapshot);
      gtk_widget_snapshot_child (widget, self->readout, snapshot);
    }
}

static void
vigie_chart_dispose (GObject *object)
{
  VigieChart *self = VIGIE_CHART (object);

  g_clear_pointer (&self->readout, gtk_widget_unparent);
  g_clear_pointer (&self->scene, vigie_scene_unref);
  g_clear_pointer (&self->figure, vigie_figure_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (vigie_chart_parent_class)->dispose (object);
}

static void
vigie_chart_class_init (VigieChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_chart_dispose;
  widget_class->measure = vigie_chart_measure;
  widget_class->get_request_mode = vigie_chart_get_request_mode;
  widget_class->size_allocate = vigie_chart_size_allocate;
  widget_class->snapshot = vigie_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * VigieChart::datum-activated:
   * @key: (nullable): leads to the rows behind the datum
   *
   * Someone wants the rows behind a datum.
   */
  signals[SIGNAL_DATUM_ACTIVATED] = g_signal_new ("datum-activated", VIGIE_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * VigieChart::table-wanted:
   *
   * Someone wants the table.
   */
  signals[SIGNAL_TABLE_WANTED] =
    g_signal_new ("table-wanted", VIGIE_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (VigieChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_readout (VigieChart *self)
{
  self->readout = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->readout), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->readout), READOUT_CHARS);
  gtk_widget_add_css_class (self->readout, "readout");
  gtk_widget_set_can_target (self->readout, FALSE);
  gtk_widget_set_child_visible (self->readout, FALSE);
  gtk_widget_set_parent (self->readout, GTK_WIDGET (self));
}

static void
vigie_chart_init (VigieChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();

  self->hovered = self->focused = VIGIE_NO_DATUM;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_readout (self);
  add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (lay_out_anew), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, C_ ("role", "chart"),
    GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
    _ ("Arrow keys go from mark to mark, Return opens the rows behind it, T shows the table."), -1);
}

/**
 * vigie_chart_set_figure:
 * @figure: (nullable): what to draw; %NULL draws nothing
 */
void
vigie_chart_set_figure (VigieChart *self, VigieFigure *figure)
{
  g_return_if_fail (VIGIE_IS_CHART (self));

  if (self->figure == figure)
    return;
  g_clear_pointer (&self->figure, vigie_figure_unref);
  self->figure = figure != NULL ? vigie_figure_ref (figure) : NULL;
  self->hovered = self->focused = VIGIE_NO_DATUM;
  if (figure != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    vigie_figure_get_title (figure), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    vigie_figure_get_sentence (figure), -1);
  lay_out_anew (self);
}

/**
 * vigie_chart_dup_sentence:
 *
 * Returns: (transfer full) (nullable): what is read out now; %NULL where nothing is
 */
char *
vigie_chart_dup_sentence (VigieChart *self)
{
  g_return_val_if_fail (VIGIE_IS_CHART (self), NULL);

  if (self->scene == NULL || current_datum (self) == VIGIE_NO_DATUM)
    return NULL;
  return vigie_scene_dup_sentence (self->scene, current_datum (self));
}
