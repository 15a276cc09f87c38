// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCommitteeWindow: the slides of a committee, on the whole of a screen, and the keys of a clicker. It is
 * opened on the screen that the window is not on, where there are two; it follows the register while it is
 * shown, and keeps the screen awake.
 *
 * A decision or an action is typed in a line under the slide, and lands in the register as one change, on the point of
 * the agenda that the slide is about: of the meeting that is shown, or else of the one that is held today.
 *
 * What is typed or clicked does one of the commands below; a bar of the same commands comes with the pointer,
 * and both go again when they rest.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-committee-window-private.h"

#include <glib/gi18n.h>

#include "vigie-clock.h"
#include "vigie-config.h"

#define REST_SECONDS 3
#define AUTOMATIC_SECONDS 20
#define LARGER_STEP 0.2

G_DEFINE_FINAL_TYPE (VigieCommitteeWindow, vigie_committee_window, GTK_TYPE_WINDOW)

/* --- commands --------------------------------------------------------------------------------------- */

static guint
count_slides (VigieCommitteeWindow *self)
{
  return vigie_deck_get_n_slides (vigie_slide_view_get_deck (self->view));
}

static void
set_number (VigieCommitteeWindow *self, const char *number)
{
  g_string_assign (self->number, number);
  gtk_label_set_label (self->number_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), *number != '\0');
}

static void
show_slide (VigieCommitteeWindow *self, guint slide)
{
  set_number (self, "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
  vigie_slide_view_show_slide (self->view, slide);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  vigie_committee_window_tell_presenter (self);
}

/* A blank wall shows its slide again before it goes on. */
static void
next (VigieCommitteeWindow *self)
{
  guint slide = vigie_slide_view_get_slide (self->view);

  show_slide (self, vigie_slide_view_get_blank (self->view) != VIGIE_BLANK_NO ? slide : slide + 1);
}

static void
previous (VigieCommitteeWindow *self)
{
  guint slide = vigie_slide_view_get_slide (self->view);

  show_slide (self, vigie_slide_view_get_blank (self->view) != VIGIE_BLANK_NO || slide == 0 ? slide : slide - 1);
}

static void
first (VigieCommitteeWindow *self)
{
  show_slide (self, 0);
}

static void
last (VigieCommitteeWindow *self)
{
  show_slide (self, count_slides (self) - 1);
}

/* The slide whose number was typed, or else the next. */
static void
jump (VigieCommitteeWindow *self)
{
  guint64 number = g_ascii_strtoull (self->number->str, NULL, 10);

  if (self->number->len == 0)
    next (self);
  else
    show_slide (self, (guint) CLAMP (number, 1, count_slides (self)) - 1);
}

static void
toggle_blank (VigieCommitteeWindow *self, VigieBlank blank)
{
  vigie_slide_view_set_blank (self->view, vigie_slide_view_get_blank (self->view) == blank ? VIGIE_BLANK_NO : blank);
  gtk_revealer_set_reveal_child (self->bar, FALSE);
}

static void
blacken (VigieCommitteeWindow *self)
{
  toggle_blank (self, VIGIE_BLANK_BLACK);
}

static void
whiten (VigieCommitteeWindow *self)
{
  toggle_blank (self, VIGIE_BLANK_WHITE);
}

static void
toggle_grid (VigieCommitteeWindow *self)
{
  if (vigie_committee_window_shows_grid (self))
    {
      show_slide (self, vigie_slide_view_get_slide (self->view));
      return;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->grid));
  vigie_slide_grid_show_deck (self->grid, vigie_slide_view_get_deck (self->view),
                              vigie_slide_view_get_palette (self->view), vigie_slide_view_get_slide (self->view));
}

static void
toggle_dark (VigieCommitteeWindow *self)
{
  vigie_slide_view_set_dark (self->view, !vigie_slide_view_get_dark (self->view));
  vigie_committee_window_tell_presenter (self);
}

static void
enlarge (VigieCommitteeWindow *self)
{
  vigie_slide_view_set_larger (self->view, vigie_slide_view_get_larger (self->view) + LARGER_STEP);
}

static void
reduce (VigieCommitteeWindow *self)
{
  vigie_slide_view_set_larger (self->view, vigie_slide_view_get_larger (self->view) - LARGER_STEP);
}

static gboolean
automatic_cb (gpointer data)
{
  VigieCommitteeWindow *self = data;

  show_slide (self, (vigie_slide_view_get_slide (self->view) + 1) % count_slides (self));
  return G_SOURCE_CONTINUE;
}

/* For a screen in a lobby: slide after slide, and from the first again. */
static void
toggle_automatic (VigieCommitteeWindow *self)
{
  gboolean on = self->automatic_timeout == 0;

  g_clear_handle_id (&self->automatic_timeout, g_source_remove);
  if (on)
    self->automatic_timeout = g_timeout_add_seconds (AUTOMATIC_SECONDS, automatic_cb, self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           on ? _ ("Slides advance by themselves") : _ ("Slides advance by hand"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
open_entry (VigieCommitteeWindow *self, gboolean is_action)
{
  if (vigie_store_is_read_only (vigie_session_get_store (self->session)))
    return;
  set_number (self, "");
  vigie_slide_view_set_blank (self->view, VIGIE_BLANK_NO);
  vigie_quick_entry_open (vigie_committee_window_get_entry (self), is_action);
}

static void
decide (VigieCommitteeWindow *self)
{
  open_entry (self, FALSE);
}

static void
act (VigieCommitteeWindow *self)
{
  open_entry (self, TRUE);
}

/* Out of what was entered last: a number, the grid, a blank wall, and then the committee. */
static void
escape (VigieCommitteeWindow *self)
{
  if (self->number->len > 0)
    set_number (self, "");
  else if (vigie_committee_window_shows_grid (self))
    toggle_grid (self);
  else if (vigie_slide_view_get_blank (self->view) != VIGIE_BLANK_NO)
    vigie_slide_view_set_blank (self->view, VIGIE_BLANK_NO);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
leave (VigieCommitteeWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
entry_left_cb (VigieCommitteeWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- keys ------------------------------------------------------------------------------------------- */

/* What clickers send, what other programs for slides understand, and the first letters of the commands. */
static const struct
{
  guint key;
  void (*command) (VigieCommitteeWindow *self);
  gboolean in_grid;
} keys[] = {
  { GDK_KEY_Page_Down, next, FALSE },
  { GDK_KEY_KP_Page_Down, next, FALSE },
  { GDK_KEY_Right, next, FALSE },
  { GDK_KEY_Down, next, FALSE },
  { GDK_KEY_space, next, FALSE },
  { GDK_KEY_n, next, FALSE },
  { GDK_KEY_Page_Up, previous, FALSE },
  { GDK_KEY_KP_Page_Up, previous, FALSE },
  { GDK_KEY_Left, previous, FALSE },
  { GDK_KEY_Up, previous, FALSE },
  { GDK_KEY_BackSpace, previous, FALSE },
  { GDK_KEY_p, previous, FALSE },
  { GDK_KEY_Home, first, FALSE },
  { GDK_KEY_End, last, FALSE },
  { GDK_KEY_Return, jump, FALSE },
  { GDK_KEY_KP_Enter, jump, FALSE },
  { GDK_KEY_b, blacken, FALSE },
  { GDK_KEY_period, blacken, FALSE },
  { GDK_KEY_w, whiten, FALSE },
  { GDK_KEY_comma, whiten, FALSE },
  { GDK_KEY_g, toggle_grid, TRUE },
  { GDK_KEY_t, toggle_dark, FALSE },
  { GDK_KEY_plus, enlarge, FALSE },
  { GDK_KEY_KP_Add, enlarge, FALSE },
  { GDK_KEY_equal, enlarge, FALSE },
  { GDK_KEY_minus, reduce, FALSE },
  { GDK_KEY_KP_Subtract, reduce, FALSE },
  { GDK_KEY_k, toggle_automatic, FALSE },
  { GDK_KEY_d, decide, FALSE },
  { GDK_KEY_a, act, FALSE },
  { GDK_KEY_s, vigie_committee_window_toggle_presenter, FALSE },
  { GDK_KEY_Escape, escape, TRUE },
  { GDK_KEY_F5, leave, TRUE },
};

static gboolean
take_digit (VigieCommitteeWindow *self, guint key)
{
  const guint digit = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : key - GDK_KEY_0;
  g_autofree char *number = NULL;

  if (digit > 9)
    return FALSE;
  number = g_strdup_printf ("%s%u", self->number->len < 3 ? self->number->str : "", digit);
  set_number (self, number);
  return TRUE;
}

/**
 * vigie_committee_window_take_key:
 *
 * Does what a key says, pressed on the wall or beside it.
 *
 * Returns: whether it says anything
 */
gboolean
vigie_committee_window_take_key (VigieCommitteeWindow *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  guint plain = gdk_keyval_to_lower (key);

  /* What is typed in the line is for the line. */
  if (vigie_quick_entry_is_open (vigie_committee_window_get_entry (self)))
    return GDK_EVENT_PROPAGATE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == plain && (keys[i].in_grid || !vigie_committee_window_shows_grid (self)))
      {
        keys[i].command (self);
        return GDK_EVENT_STOP;
      }
  return !vigie_committee_window_shows_grid (self) && take_digit (self, key);
}

/* --- the pointer ------------------------------------------------------------------------------------ */

static gboolean
rest_cb (gpointer data)
{
  VigieCommitteeWindow *self = data;

  self->rest_timeout = 0;
  gtk_revealer_set_reveal_child (self->bar, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "none");
  return G_SOURCE_REMOVE;
}

/* A surface that changes under a pointer at rest says that it moved. */
static void
motion_cb (VigieCommitteeWindow *self, double x, double y)
{
  const graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (graphene_point_near (&at, &self->pointer, 1))
    return;
  self->pointer = at;
  gtk_revealer_set_reveal_child (self->bar, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self->view), NULL);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add_seconds (REST_SECONDS, rest_cb, self);
}

static void
clicked_cb (VigieCommitteeWindow *self)
{
  next (self);
}

static void
slide_chosen_cb (VigieCommitteeWindow *self, guint slide)
{
  show_slide (self, slide);
}

/* --- the window ------------------------------------------------------------------------------------- */

static void
vigie_committee_window_unmap (GtkWidget *widget)
{
  VigieCommitteeWindow *self = VIGIE_COMMITTEE_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->inhibited != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_handle_id (&self->automatic_timeout, g_source_remove);
  GTK_WIDGET_CLASS (vigie_committee_window_parent_class)->unmap (widget);
}

static void
vigie_committee_window_dispose (GObject *object)
{
  VigieCommitteeWindow *self = VIGIE_COMMITTEE_WINDOW (object);

  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_handle_id (&self->automatic_timeout, g_source_remove);
  if (self->presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (self->presenter));
  gtk_window_set_child (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_COMMITTEE_WINDOW);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->proceedings, vigie_proceedings_unref);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_committee_window_parent_class)->dispose (object);
}

static void
vigie_committee_window_finalize (GObject *object)
{
  g_string_free (VIGIE_COMMITTEE_WINDOW (object)->number, TRUE);
  G_OBJECT_CLASS (vigie_committee_window_parent_class)->finalize (object);
}

static void
vigie_committee_window_class_init (VigieCommitteeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_committee_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = vigie_committee_window_finalize;
  widget_class->unmap = vigie_committee_window_unmap;
  g_type_ensure (VIGIE_TYPE_SLIDE_VIEW);
  g_type_ensure (VIGIE_TYPE_SLIDE_GRID);
  g_type_ensure (VIGIE_TYPE_QUICK_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-committee-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, view);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, number_label);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, entry);
  gtk_widget_class_bind_template_callback_full (widget_class, "key_pressed_cb",
                                                G_CALLBACK (vigie_committee_window_take_key));
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, slide_chosen_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "entered_cb", G_CALLBACK (vigie_committee_window_record));
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "decide_cb", G_CALLBACK (decide));
  gtk_widget_class_bind_template_callback_full (widget_class, "next_cb", G_CALLBACK (next));
  gtk_widget_class_bind_template_callback_full (widget_class, "previous_cb", G_CALLBACK (previous));
  gtk_widget_class_bind_template_callback_full (widget_class, "grid_cb", G_CALLBACK (toggle_grid));
  gtk_widget_class_bind_template_callback_full (widget_class, "dark_cb", G_CALLBACK (toggle_dark));
  gtk_widget_class_bind_template_callback_full (widget_class, "enlarge_cb", G_CALLBACK (enlarge));
  gtk_widget_class_bind_template_callback_full (widget_class, "blacken_cb", G_CALLBACK (blacken));
  gtk_widget_class_bind_template_callback_full (widget_class, "leave_cb", G_CALLBACK (leave));
}

static void
vigie_committee_window_init (VigieCommitteeWindow *self)
{
  self->number = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The screen that the window is not on; %NULL where there is one only. */
static GdkMonitor *
find_other_monitor (GtkWindow *parent)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own && gdk_monitor_is_valid (monitor))
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

static gboolean
has_two_monitors (GtkWindow *parent)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (parent)))) > 1;
}

/* Where no window manager makes a window as large as its screen, it is so from the first. */
static void
fill_screen (VigieCommitteeWindow *self, GtkWindow *parent)
{
  g_autoptr (GdkMonitor) other = find_other_monitor (parent);
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (parent)));
  g_autoptr (GdkMonitor) monitor = other != NULL ? g_object_ref (other) : g_list_model_get_item (monitors, 0);
  GdkRectangle geometry = { 0, 0, 1280, 720 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_default_size (GTK_WINDOW (self), geometry.width, geometry.height);
  if (other != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), other);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
begin (VigieCommitteeWindow *self, GtkWindow *parent)
{
  GtkApplication *application = gtk_window_get_application (parent);

  g_signal_connect_object (self->session, "notify::overview", G_CALLBACK (vigie_committee_window_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  vigie_slide_view_set_dark (self->view, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  fill_screen (self, parent);
  self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                             /* Translators: why the screen stays on */
                                             _ ("A committee is in session"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (has_two_monitors (parent))
    vigie_committee_window_toggle_presenter (self);
}

/**
 * vigie_committee_window_present:
 * @parent: the window that it is begun from
 * @session: the register, whose overview is known
 *
 * Shows the slides of @session on the wall until one leaves them.
 */
void
vigie_committee_window_present (GtkWindow *parent, VigieSession *session)
{
  VigieCommitteeWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && vigie_session_get_overview (session) != NULL);

  self = g_object_new (VIGIE_TYPE_COMMITTEE_WINDOW, "application", gtk_window_get_application (parent), NULL);
  self->session = g_object_ref (session);
  vigie_committee_window_follow (self);
  begin (self, parent);
}

typedef struct
{
  VigieCommitteeWindow *window;
  GtkWindow *parent;
} Beginning;

static void
first_deck_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autofree Beginning *beginning = data;
  g_autoptr (VigieCommitteeWindow) self = beginning->window;
  g_autoptr (GtkWindow) parent = beginning->parent;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDeck) deck = vigie_deck_load_finish (result, &error);

  if (deck == NULL)
    {
      g_warning ("%s", error->message);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  vigie_committee_window_show_deck (self, deck);
  begin (self, parent);
}

/**
 * vigie_committee_window_present_meeting:
 * @parent: the window that it is begun from
 * @session: the register, whose overview is known
 * @meeting: the code of a meeting
 *
 * Shows the slides of the agenda of @meeting, once they are there.
 */
void
vigie_committee_window_present_meeting (GtkWindow *parent, VigieSession *session, const char *meeting)
{
  VigieCommitteeWindow *self;
  Beginning *beginning = g_new0 (Beginning, 1);

  g_return_if_fail (GTK_IS_WINDOW (parent) && vigie_session_get_overview (session) != NULL);

  self = g_object_new (VIGIE_TYPE_COMMITTEE_WINDOW, "application", gtk_window_get_application (parent), NULL);
  self->session = g_object_ref (session);
  self->meeting = g_strdup (meeting);
  beginning->window = g_object_ref (self);
  beginning->parent = g_object_ref (parent);
  vigie_deck_load_async (vigie_session_get_store (session), vigie_session_get_overview (session), meeting,
                         vigie_clock_today (), NULL, first_deck_loaded_cb, beginning);
}
