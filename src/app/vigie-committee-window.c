// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCommitteeWindow: the slides of a committee, on the whole of a screen, and the keys of a clicker. It is
 * opened on the screen that the window is not on, where there are two; it follows the register while it is
 * shown, and keeps the screen awake.
 *
 * A decision or an action is typed in a line under the slide, and lands in the register as one change, on the point of
 * the agenda that the slide is about: of the meeting that is shown, or else of the one that is held today.
 *
 * What is typed or clicked does one of the commands of vigie-committee-commands.c; a bar of the same commands comes
 * with the pointer, and both go again when they rest. Whatever stands on the wall is as large as what the slides say.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-committee-window-private.h"

#include <glib/gi18n.h>

#include "vigie-clock.h"
#include "vigie-config.h"

#define REST_SECONDS 3
#define SMALLEST_SHARE 40 /* no text on the wall is smaller than this part of its height */

G_DEFINE_FINAL_TYPE (VigieCommitteeWindow, vigie_committee_window, GTK_TYPE_WINDOW)

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

/* A click goes behind a mark where there is one, and else on. */
static void
clicked_cb (VigieCommitteeWindow *self, int n_press G_GNUC_UNUSED, double x, double y)
{
  if (!vigie_slide_view_take_click (self->view, x, y))
    vigie_committee_window_next (self);
}

static void
slide_chosen_cb (VigieCommitteeWindow *self, guint slide)
{
  vigie_committee_window_show_slide (self, slide);
}

static void
entry_left_cb (VigieCommitteeWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- the size of what is written on the wall -------------------------------------------------------- */

/* Large enough for those who sit at the back; a screen on a desk has at least the size of its own text. */
static void
vigie_committee_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VigieCommitteeWindow *self = VIGIE_COMMITTEE_WINDOW (widget);

  if (height != self->height)
    {
      g_autofree char *css =
        g_strdup_printf (".vigie-committee { font-size: %dpx; }", (height + SMALLEST_SHARE - 1) / SMALLEST_SHARE);

      self->height = height;
      gtk_css_provider_load_from_string (self->type_size, css);
    }
  GTK_WIDGET_CLASS (vigie_committee_window_parent_class)->size_allocate (widget, width, height, baseline);
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
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_pointer (&self->plain, vigie_deck_unref);
  g_clear_pointer (&self->proceedings, vigie_proceedings_unref);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_object (&self->session);
  if (self->type_size != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->type_size));
  g_clear_object (&self->type_size);
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
  widget_class->size_allocate = vigie_committee_window_size_allocate;
  g_type_ensure (VIGIE_TYPE_SLIDE_VIEW);
  g_type_ensure (VIGIE_TYPE_SLIDE_GRID);
  g_type_ensure (VIGIE_TYPE_QUICK_ENTRY);
  g_type_ensure (VIGIE_TYPE_COMMITTEE_HELP);
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-committee-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, view);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, number_label);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, VigieCommitteeWindow, help);
  gtk_widget_class_bind_template_callback_full (widget_class, "key_pressed_cb",
                                                G_CALLBACK (vigie_committee_window_take_key));
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, slide_chosen_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "entered_cb", G_CALLBACK (vigie_committee_window_record));
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  vigie_committee_window_bind_commands (widget_class);
}

static void
vigie_committee_window_init (VigieCommitteeWindow *self)
{
  self->number = g_string_new (NULL);
  self->type_size = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->type_size),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vigie_committee_window_find_other:
 * @monitors: (element-type GdkMonitor): the screens that there are
 * @own: (nullable): the one that it should not be
 *
 * Returns: (transfer full) (nullable): the screen after @own, or the first after the last one; %NULL where there is none
 */
GdkMonitor *
vigie_committee_window_find_other (GListModel *monitors, GdkMonitor *own)
{
  guint n = g_list_model_get_n_items (monitors), at = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor == own)
        at = i + 1;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, (at + i) % n);

      if (monitor != own && gdk_monitor_is_valid (monitor))
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

static GListModel *
get_monitors (GtkWindow *parent)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (parent)));
}

/* The screen that the window is on; NULL where that is not known. */
static GdkMonitor *
get_own_monitor (GtkWindow *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (parent)), surface)
                         : NULL;
}

/* Where no window manager makes a window as large as its screen, it is so from the first. */
static void
fill_screen (VigieCommitteeWindow *self, GtkWindow *parent)
{
  GListModel *monitors = get_monitors (parent);
  g_autoptr (GdkMonitor) other = vigie_committee_window_find_other (monitors, get_own_monitor (parent));
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

/* Where the window is that the committee was begun from: the wall has the other screen. */
static void
put_beside (GtkWindow *presenter, GtkWindow *parent)
{
  GdkMonitor *own = get_own_monitor (parent);

  if (own != NULL)
    gtk_window_fullscreen_on_monitor (presenter, own);
}

/**
 * vigie_committee_window_change_screen:
 *
 * Puts the slides on the next screen, and the presenter's window on the one where they were.
 */
void
vigie_committee_window_change_screen (VigieCommitteeWindow *self)
{
  GdkMonitor *own = get_own_monitor (GTK_WINDOW (self));
  g_autoptr (GdkMonitor) other = vigie_committee_window_find_other (get_monitors (GTK_WINDOW (self)), own);

  if (own == NULL || other == NULL)
    return;
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), other);
  if (self->presenter != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->presenter), own);
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
  if (g_list_model_get_n_items (get_monitors (parent)) < 2)
    return;
  vigie_committee_window_toggle_presenter (self);
  put_beside (GTK_WINDOW (self->presenter), parent);
}

/**
 * vigie_committee_window_present:
 * @parent: the window that it is begun from
 * @session: the register, whose overview is known
 *
 * Shows the slides of @session on the wall until one leaves them.
 *
 * Returns: (transfer none): the window that they are on
 */
VigieCommitteeWindow *
vigie_committee_window_present (GtkWindow *parent, VigieSession *session)
{
  VigieCommitteeWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && vigie_session_get_overview (session) != NULL, NULL);

  self = g_object_new (VIGIE_TYPE_COMMITTEE_WINDOW, "application", gtk_window_get_application (parent), NULL);
  self->session = g_object_ref (session);
  vigie_committee_window_follow (self);
  begin (self, parent);
  return self;
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
