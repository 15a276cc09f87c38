// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieChart: a figure's chart. It draws the scene that the figure lays out, and reads out the datum
 * under the pointer or the keyboard.
 *
 * Tab enters it once; the arrow keys, Home and End go from datum to datum, Return opens the rows behind
 * it, Escape lets go of it. What is read out beside the datum is announced to a screen reader as well.
 * An entry of the legend picks out what it explains: under the pointer, with a click until the next, and
 * one after the other with L.
 *
 * The scene is laid out when the width changes; VigieChartPicture draws it.
 *
 * CSS: a `chart` node with a `label.readout`. Accessibility: a group, labelled by the figure's title and
 * described by its sentence.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-chart.h"

#include "vigie-chart-picture.h"
#include "vigie-language.h"
#include "vigie-text-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MINIMUM_WIDTH 300
#define NATURAL_WIDTH 640
/* The height that a layout is tried in first; the scene then says what it would rather have. */
#define FIRST_HEIGHT 320.0
#define READOUT_GAP 8
#define READOUT_CHARS 44

struct _VigieChart
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *readout;
  VigieFigure *figure;
  VigieScene *scene;
  VigieScene *before; /* of the figure before, until the next is laid out */
  VigieChartPicture *picture;

  int width;
  int hovered;
  int focused;
  int hovered_key;
  int kept_key;
  char *picked; /* the key of the datum that is read out as long as no other is; may be %NULL */
  int picked_datum;
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

static int
find_picked (VigieChart *self)
{
  for (guint i = 0; self->picked != NULL && i < vigie_scene_get_n_data (self->scene); i++)
    if (g_strcmp0 (vigie_scene_get_datum (self->scene, (int) i)->key, self->picked) == 0)
      return (int) i;
  return VIGIE_NO_DATUM;
}

/* Lays out at a width, in the height that the chart prefers there. */
static void
lay_out (VigieChart *self, int width)
{
  VigieFrame frame = { .width = width,
                       .height = FIRST_HEIGHT,
                       .text_scale = vigie_text_scale (GTK_WIDGET (self)),
                       .mirrored = vigie_language_is_right_to_left () };
  double preferred;

  if (self->scene != NULL && self->width == width)
    return;
  self->width = width;
  self->picked_datum = VIGIE_NO_DATUM;
  self->hovered_key = self->kept_key = VIGIE_NO_KEY;
  g_clear_pointer (&self->scene, vigie_scene_unref);
  vigie_chart_picture_set_scene (self->picture, NULL);
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
  self->picked_datum = find_picked (self);
  vigie_chart_picture_set_scene (self->picture, self->scene);
  if (self->before != NULL)
    vigie_chart_picture_come_from (self->picture, self->before);
  g_clear_pointer (&self->before, vigie_scene_unref);
}

static int
current_datum (VigieChart *self)
{
  if (self->hovered != VIGIE_NO_DATUM)
    return self->hovered;
  return self->focused != VIGIE_NO_DATUM ? self->focused : self->picked_datum;
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
  show_datum (self);
}

static void
set_keys (VigieChart *self, int hovered, int kept)
{
  if (self->hovered_key == hovered && self->kept_key == kept)
    return;
  self->hovered_key = hovered;
  self->kept_key = kept;
  vigie_chart_picture_pick_out (self->picture, hovered != VIGIE_NO_KEY ? hovered : kept);
}

/* What the pointer is over: an entry of the legend or a datum. */
static void
hover (VigieChart *self, double x, double y)
{
  int key = self->scene != NULL ? vigie_scene_pick_key (self->scene, x, y) : VIGIE_NO_KEY;
  int datum = self->scene != NULL && key == VIGIE_NO_KEY ? vigie_scene_pick (self->scene, x, y) : VIGIE_NO_DATUM;
  gboolean nothing = key == VIGIE_NO_KEY && datum == VIGIE_NO_DATUM;

  set_keys (self, key, self->kept_key);
  set_hovered (self, datum);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), nothing ? NULL : "pointer");
}

/* One entry of the legend after the other, and then none. */
static void
keep_next_key (VigieChart *self)
{
  int next = self->kept_key + 1;

  if (next >= (int) vigie_scene_get_n_keys (self->scene))
    next = VIGIE_NO_KEY;
  set_keys (self, VIGIE_NO_KEY, next);
  if (next != VIGIE_NO_KEY)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), vigie_scene_get_key (self->scene, next)->label,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
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
    hover (self, x, y);
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
  set_keys (self, VIGIE_NO_KEY, self->kept_key);
  set_hovered (self, VIGIE_NO_DATUM);
}

static void
activate_datum (VigieChart *self, int datum)
{
  const VigieDatum *wanted = self->scene != NULL ? vigie_scene_get_datum (self->scene, datum) : NULL;

  if (wanted != NULL && wanted->key != NULL)
    g_signal_emit (self, signals[SIGNAL_DATUM_ACTIVATED], 0, wanted->label, wanted->key);
}

static void
clicked_cb (VigieChart *self, int n_press, double x, double y)
{
  int key = self->scene != NULL ? vigie_scene_pick_key (self->scene, x, y) : VIGIE_NO_KEY;

  /* It takes no focus: the page would scroll to the whole of the chart. */
  vigie_chart_picture_skip (self->picture);
  if (key != VIGIE_NO_KEY)
    set_keys (self, key, key == self->kept_key ? VIGIE_NO_KEY : key);
  else if (self->scene != NULL)
    activate_datum (self, vigie_scene_pick (self->scene, x, y));
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
  vigie_chart_picture_skip (self->picture);
  switch (key)
    {
    case GDK_KEY_l:
    case GDK_KEY_L:
      if ((state & GDK_CONTROL_MASK) != 0 || vigie_scene_get_n_keys (self->scene) == 0)
        return GDK_EVENT_PROPAGATE;
      keep_next_key (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_t:
    case GDK_KEY_T:
      if ((state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_TABLE_WANTED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->focused == VIGIE_NO_DATUM && self->kept_key == VIGIE_NO_KEY)
        return GDK_EVENT_PROPAGATE;
      set_keys (self, VIGIE_NO_KEY, VIGIE_NO_KEY);
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
  vigie_chart_picture_redraw (self->picture);
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
  if (self->scene != NULL && MAX (self->hovered, self->focused) >= (int) vigie_scene_get_n_data (self->scene))
    self->hovered = self->focused = VIGIE_NO_DATUM;
  gtk_widget_set_child_visible (self->readout, self->scene != NULL && current_datum (self) != VIGIE_NO_DATUM);
  if (self->scene != NULL && current_datum (self) != VIGIE_NO_DATUM)
    place_readout (self, width, height);
}

static void
vigie_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VigieChart *self = VIGIE_CHART (widget);

  vigie_chart_picture_snapshot (self->picture, snapshot, current_datum (self));
  if (self->scene != NULL && current_datum (self) != VIGIE_NO_DATUM)
    gtk_widget_snapshot_child (widget, self->readout, snapshot);
}

static void
vigie_chart_dispose (GObject *object)
{
  VigieChart *self = VIGIE_CHART (object);

  g_clear_pointer (&self->readout, gtk_widget_unparent);
  g_clear_pointer (&self->scene, vigie_scene_unref);
  g_clear_pointer (&self->before, vigie_scene_unref);
  g_clear_pointer (&self->figure, vigie_figure_unref);
  g_clear_pointer (&self->picture, vigie_chart_picture_free);
  g_clear_pointer (&self->picked, g_free);
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
   * @label: what the datum is
   * @key: leads to the rows behind it
   *
   * Someone wants the rows behind a datum.
   */
  signals[SIGNAL_DATUM_ACTIVATED] = g_signal_new ("datum-activated", VIGIE_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
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

  self->hovered = self->focused = self->picked_datum = VIGIE_NO_DATUM;
  self->hovered_key = self->kept_key = VIGIE_NO_KEY;
  self->picture = vigie_chart_picture_new (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_readout (self);
  add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (lay_out_anew), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, C_ ("role", "chart"),
    GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
    _ ("Arrow keys go from mark to mark, Return opens the rows behind it, L picks out what an entry of the legend "
       "explains, T shows the table."),
    -1);
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
  g_clear_pointer (&self->before, vigie_scene_unref);
  self->before = g_steal_pointer (&self->scene);
  if (figure != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    vigie_figure_get_title (figure), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    vigie_figure_get_sentence (figure), -1);
  lay_out_anew (self);
}

/**
 * vigie_chart_pick_out:
 * @key: (nullable): of a datum of the figure; one that is not drawn is not picked out
 *
 * Reads out a datum as long as neither the pointer nor the keyboard is on another.
 */
void
vigie_chart_pick_out (VigieChart *self, const char *key)
{
  g_return_if_fail (VIGIE_IS_CHART (self));

  g_set_str (&self->picked, key);
  g_clear_pointer (&self->scene, vigie_scene_unref);
  lay_out (self, self->width > 0 ? self->width : NATURAL_WIDTH);
  show_datum (self);
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

/**
 * vigie_chart_is_on_its_way:
 *
 * Returns: whether marks go to their places, or fade; never where the desktop asks for no animations
 */
gboolean
vigie_chart_is_on_its_way (VigieChart *self)
{
  g_return_val_if_fail (VIGIE_IS_CHART (self), FALSE);

  return vigie_chart_picture_is_on_its_way (self->picture);
}
