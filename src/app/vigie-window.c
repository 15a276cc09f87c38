// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieWindow: the shelf of registers, or one register with its pages. What concerns files is in
 * vigie-window-files.c. A page is made when it is first shown.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-clock.h"
#include "vigie-committee-window.h"
#include "vigie-config.h"
#include "vigie-main-menu.h"
#include "vigie-matters-dialog.h"
#include "vigie-shelf.h"
#include "vigie-watchdog.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (VigieWindow, vigie_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_REGISTER_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What takes less than this is not worth a spinner. */
#define SPINNER_DELAY_MS 300

static gboolean
spinner_due_cb (gpointer data)
{
  VigieWindow *self = data;

  self->spinner_timeout = 0;
  gtk_widget_set_visible (self->loading_spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
session_loading_cb (VigieWindow *self)
{
  gboolean loading = FALSE;

  if (self->session != NULL)
    g_object_get (self->session, "loading", &loading, NULL);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (loading)
    self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_due_cb, self);
  else
    gtk_widget_set_visible (self->loading_spinner, FALSE);
}

static void
session_failure_cb (VigieWindow *self)
{
  g_autofree char *failure = NULL;

  g_object_get (self->session, "failure", &failure, NULL);
  adw_banner_set_title (self->failure_banner, failure != NULL ? failure : "");
  adw_banner_set_revealed (self->failure_banner, failure != NULL);
}

static gboolean
kiosk_cb (gpointer data)
{
  VigieWindow *self = data;

  if (self->session != NULL && vigie_session_get_overview (self->session) != NULL)
    vigie_committee_window_set_automatic (vigie_committee_window_present (GTK_WINDOW (self), self->session), TRUE);
  return G_SOURCE_REMOVE;
}

/* Once, not before there is something to show, and over the window, which is being presented just now. */
static void
begin_kiosk (VigieWindow *self)
{
  if (self->kiosk)
    g_idle_add_full (G_PRIORITY_LOW, kiosk_cb, g_object_ref (self), g_object_unref);
  self->kiosk = FALSE;
}

static void
session_overview_cb (VigieWindow *self)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);
  const char *organisation = vigie_overview_get_organisation (overview);
  g_autofree char *late = vigie_overview_dup_late (overview);

  adw_banner_set_title (self->late_banner, late != NULL ? late : "");
  adw_banner_set_revealed (self->late_banner, late != NULL);
  vigie_window_tell_due (self, overview);
  begin_kiosk (self);
  if (organisation == NULL || !g_set_str (&self->register_name, organisation))
    return;
  gtk_window_set_title (GTK_WINDOW (self), organisation);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REGISTER_NAME]);
}

static void
clear_session (VigieWindow *self)
{
  if (self->session == NULL)
    return;
  vigie_window_leave_systems (self);
  adw_banner_set_revealed (self->late_banner, FALSE);
  vigie_scope_bar_set_session (self->scope_bar, NULL);
  vigie_window_leave_pages (self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
name_after_file (VigieWindow *self, VigieStore *store)
{
  g_autofree char *name = vigie_shelf_dup_name (vigie_store_get_path (store));

  g_set_str (&self->register_name, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REGISTER_NAME]);
}

/* Where a register can only be read, or is not one that Vigie keeps, it can be taken onto the shelf. */
static void
enable_actions (VigieWindow *self, VigieStore *store)
{
  gboolean elsewhere = store != NULL && !vigie_shelf_holds (vigie_store_get_path (store));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-register", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.begin-committee", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-board-pack", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-copy", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.take-in", elsewhere);
  vigie_window_enable_undo (self, store);
  vigie_window_enable_import (self, store);
}

/* A window that opens on a register never makes the shelf's page. */
static void
show_shelf (VigieWindow *self)
{
  if (gtk_stack_get_child_by_name (self->view_stack, "shelf") == NULL)
    gtk_stack_add_named (self->view_stack, g_object_new (VIGIE_TYPE_SHELF_PAGE, NULL), "shelf");
  gtk_stack_set_visible_child_name (self->view_stack, "shelf");
}

/**
 * vigie_window_set_store:
 * @store: (nullable): the register to show; %NULL goes back to the shelf
 * @overview: (nullable): what it is known to answer about today; %NULL asks it
 */
void
vigie_window_set_store (VigieWindow *self, VigieStore *store, VigieOverview *overview)
{
  g_autoptr (VigieScope) scope = NULL;
  g_autofree char *page = g_strdup (self->first_page != NULL ? self->first_page : "overview");
  VigieDate today = vigie_clock_today ();

  clear_session (self);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  enable_actions (self, store);
  if (store == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), VIGIE_APPLICATION_NAME);
      show_shelf (self);
      return;
    }
  scope = vigie_scope_new (today, NULL, NULL);
  self->session = vigie_session_new (store, scope, overview);
  name_after_file (self, store);
  g_signal_connect_swapped (self->session, "notify::loading", G_CALLBACK (session_loading_cb), self);
  g_signal_connect_swapped (self->session, "notify::failure", G_CALLBACK (session_failure_cb), self);
  g_signal_connect_swapped (self->session, "notify::overview", G_CALLBACK (session_overview_cb), self);
  session_loading_cb (self);
  if (overview != NULL)
    session_overview_cb (self);
  vigie_scope_bar_set_session (self->scope_bar, self->session);
  vigie_window_show_page (self, page);
  gtk_stack_set_visible_child_name (self->view_stack, "register");
  vigie_window_show_notices (self, store);
  vigie_window_offer_drafts (self, store);
}

static void
make_loading_page (VigieWindow *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_status_page_new ();
  g_autoptr (AdwSpinnerPaintable) spinner = adw_spinner_paintable_new (page);

  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_status_page_set_paintable (ADW_STATUS_PAGE (page), GDK_PAINTABLE (spinner));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  gtk_stack_add_named (self->view_stack, view, "loading");
  self->loading_page = ADW_STATUS_PAGE (page);
}

static gboolean
loading_due_cb (gpointer data)
{
  VigieWindow *self = data;

  self->loading_timeout = 0;
  if (self->loading_page == NULL)
    make_loading_page (self);
  adw_status_page_set_title (self->loading_page, self->loading_words);
  gtk_stack_set_visible_child_name (self->view_stack, "loading");
  return G_SOURCE_REMOVE;
}

/**
 * vigie_window_show_loading:
 * @words: what is being done; they are shown where it takes more than a moment
 */
void
vigie_window_show_loading (VigieWindow *self, const char *words)
{
  g_set_str (&self->loading_words, words);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  self->loading_timeout = g_timeout_add (SPINNER_DELAY_MS, loading_due_cb, self);
}

/**
 * vigie_window_leave_loading:
 *
 * Goes back to what was shown before.
 */
void
vigie_window_leave_loading (VigieWindow *self)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  if (self->session != NULL)
    gtk_stack_set_visible_child_name (self->view_stack, "register");
  else
    show_shelf (self);
}

/**
 * vigie_window_show_failure:
 * @heading: what failed, in a few words
 * @error: why, and what to do
 */
void
vigie_window_show_failure (VigieWindow *self, const char *heading, const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_controls_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL)
    vigie_matters_dialog_present_controls (widget, vigie_session_get_store (self->session),
                                           vigie_session_get_as_of (self->session));
}

static void
begin_committee_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL && vigie_session_get_overview (self->session) != NULL)
    vigie_committee_window_present (GTK_WINDOW (self), self->session);
}

/**
 * vigie_window_begin_kiosk:
 *
 * Shows the slides of the register that comes next, one after the other, on the whole of a screen.
 */
void
vigie_window_begin_kiosk (VigieWindow *self)
{
  g_return_if_fail (VIGIE_IS_WINDOW (self));

  self->kiosk = TRUE;
}

static void
fullscreen_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* A narrow window has room for one of the two; a wide one for both, or for the content alone. */
static void
toggle_sidebar_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  gboolean content = adw_navigation_split_view_get_show_content (self->split_view);

  if (self->narrow)
    adw_navigation_split_view_set_show_content (self->split_view, !content);
  else
    adw_navigation_split_view_set_collapsed (self->split_view,
                                             !adw_navigation_split_view_get_collapsed (self->split_view));
}

static gboolean
vigie_window_close_request (GtkWindow *window)
{
  vigie_window_leave (VIGIE_WINDOW (window));
  return GDK_EVENT_STOP;
}

static void
vigie_window_dispose (GObject *object)
{
  VigieWindow *self = VIGIE_WINDOW (object);

  g_clear_handle_id (&self->taking_down, g_source_remove);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_window_parent_class)->dispose (object);
}

static void
vigie_window_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (vigie_window_parent_class)->snapshot (widget, snapshot);
  vigie_watchdog_note_snapshot (widget);
}

static void
vigie_window_finalize (GObject *object)
{
  VigieWindow *self = VIGIE_WINDOW (object);

  g_free (self->register_name);
  g_free (self->first_page);
  g_clear_object (&self->table_to_come);
  g_free (self->loading_words);
  g_free (self->read_only_reason);
  g_free (self->undo_words);
  g_free (self->redo_words);
  G_OBJECT_CLASS (vigie_window_parent_class)->finalize (object);
}

static void
vigie_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_REGISTER_NAME)
    g_value_set_string (value, VIGIE_WINDOW (object)->register_name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, scope_bar);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, late_banner);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, redo_button);
}

static void
vigie_window_class_init (VigieWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vigie_window_dispose;
  object_class->finalize = vigie_window_finalize;
  object_class->get_property = vigie_window_get_property;
  widget_class->snapshot = vigie_window_snapshot;
  GTK_WINDOW_CLASS (klass)->close_request = vigie_window_close_request;
  properties[PROP_REGISTER_NAME] = g_param_spec_string (
    "register-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VIGIE_TYPE_SCOPE_BAR);
  bind_template (widget_class);
  vigie_window_install_file_actions (widget_class);
  vigie_window_install_backup_actions (widget_class);
  vigie_window_install_import_actions (widget_class);
  vigie_window_install_save_actions (widget_class);
  vigie_window_install_meeting_actions (widget_class);
  vigie_window_install_system_actions (widget_class);
  vigie_window_install_undo_actions (widget_class);
  vigie_window_install_help_action (widget_class);
  vigie_window_install_list_actions (widget_class);
  vigie_window_install_page_actions (widget_class);
  vigie_window_install_notices (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-controls", NULL, show_controls_action);
  gtk_widget_class_install_action (widget_class, "win.begin-committee", NULL, begin_committee_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
}

/* A dialog keeps keys from the window behind it, but one quits from wherever one is. */
static void
visible_dialog_cb (VigieWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  GtkEventController *keys;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), "vigie-quits") != NULL)
    return;
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK), gtk_named_action_new ("app.quit")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  g_object_set_data (G_OBJECT (dialog), "vigie-quits", keys);
}

static void
vigie_window_init (VigieWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  self->register_name = g_strdup (VIGIE_APPLICATION_NAME);
  gtk_widget_init_template (GTK_WIDGET (self));
  if (g_str_equal (VIGIE_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  vigie_main_menu_attach (self->menu_button);
  vigie_window_add_sidebar_rows (self);
  vigie_window_accept_drops (self);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
  enable_actions (self, NULL);
}

/**
 * vigie_window_new:
 *
 * Returns: (transfer floating): a window that shows nothing yet: see vigie_window_set_store() and
 *   vigie_window_open()
 */
VigieWindow *
vigie_window_new (AdwApplication *application)
{
  return g_object_new (VIGIE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * vigie_window_is_on_shelf:
 *
 * Returns: whether the window shows the shelf, and no register
 */
gboolean
vigie_window_is_on_shelf (VigieWindow *self)
{
  g_return_val_if_fail (VIGIE_IS_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), "shelf") == 0;
}
