// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The pages of single AI systems, which lie over the pages of the window, and what is recorded of many people at once.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-application.h"
#include "vigie-deployment.h"
#include "vigie-due-notifier.h"
#include "vigie-roll-call-dialog.h"
#include "vigie-system-page.h"

/**
 * vigie_window_show_system:
 * @code: of an AI system
 * @deployment: (nullable): the code of the deployment it is about
 *
 * Shows the page of a system of the open register.
 */
void
vigie_window_show_system (VigieWindow *self, const char *code, const char *deployment)
{
  AdwNavigationPage *visible;

  g_return_if_fail (VIGIE_IS_WINDOW (self) && code != NULL);

  if (self->session == NULL)
    return;
  visible = adw_navigation_view_get_visible_page (self->navigation);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (VIGIE_IS_SYSTEM_PAGE (visible) && g_str_equal (vigie_system_page_get_code (VIGIE_SYSTEM_PAGE (visible)), code) &&
      deployment == NULL)
    return;
  adw_navigation_view_push (self->navigation, vigie_system_page_new (self->session, code, deployment));
}

/**
 * vigie_window_get_store:
 *
 * Returns: (transfer none) (nullable): the register that is shown
 */
VigieStore *
vigie_window_get_store (VigieWindow *self)
{
  g_return_val_if_fail (VIGIE_IS_WINDOW (self), NULL);

  return self->session != NULL ? vigie_session_get_store (self->session) : NULL;
}

/**
 * vigie_window_leave_systems:
 *
 * Shows the page that lies under the pages of systems.
 */
void
vigie_window_leave_systems (VigieWindow *self)
{
  if (adw_navigation_view_get_visible_page (self->navigation) != self->content_page)
    adw_navigation_view_pop_to_page (self->navigation, self->content_page);
}

/**
 * vigie_window_tell_due:
 *
 * Has the desktop tell what falls due, where that is wanted.
 */
void
vigie_window_tell_due (VigieWindow *self, VigieOverview *overview)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && VIGIE_IS_APPLICATION (application))
    vigie_due_notifier_tell (G_APPLICATION (application),
                             vigie_application_get_settings (VIGIE_APPLICATION (application)), overview);
}

static void
show_system_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  vigie_window_show_system (VIGIE_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
deployment_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, &error);

  if (error != NULL)
    g_warning ("%s", error->message);
  if (record != NULL && self->session != NULL && vigie_session_get_store (self->session) == VIGIE_STORE (source))
    vigie_window_show_system (self, vigie_record_get_text (record, VIGIE_DEPLOYMENT_SYSTEM),
                              vigie_record_get_text (record, VIGIE_DEPLOYMENT_CODE));
}

static void
show_deployment_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_deployment_entity);

  if (self->session == NULL)
    return;
  vigie_record_set_text (key, VIGIE_DEPLOYMENT_CODE, g_variant_get_string (parameter, NULL));
  vigie_store_find_async (vigie_session_get_store (self->session), key, NULL, deployment_found_cb, g_object_ref (self));
}

static void
record_session_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieStore *store = vigie_window_get_store (VIGIE_WINDOW (widget));

  if (store != NULL && !vigie_store_is_read_only (store))
    vigie_roll_call_dialog_present (widget, store);
}

/**
 * vigie_window_install_system_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_system_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-system", "s", show_system_action);
  gtk_widget_class_install_action (widget_class, "win.show-deployment", "s", show_deployment_action);
  gtk_widget_class_install_action (widget_class, "win.record-session", NULL, record_session_action);
}
