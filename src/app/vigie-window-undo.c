// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Undo and redo in the window: what the journal says was done, or why not, in a toast.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-clock.h"

#include <glib/gi18n.h>

static void
show_toast (VigieWindow *self, const char *title, const char *button, const char *action)
{
  AdwToast *toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL);

  if (button != NULL)
    g_object_set (toast, "button-label", button, "action-name", action, NULL);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* A refusal is no accident: it is told where the person looks, and nothing is in the way. */
static void
tell_refusal (VigieWindow *self, const char *heading, const GError *error)
{
  if (g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOTHING))
    show_toast (self, error->message, NULL, NULL);
  else
    vigie_window_show_failure (self, heading, error);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = vigie_store_undo_finish (VIGIE_STORE (source), result, &error);
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;

  if (entry == NULL)
    {
      tell_refusal (self, _ ("The Change Cannot Be Undone"), error);
      return;
    }
  sentence = vigie_journal_entry_dup_sentence (entry);
  /* Translators: %s is what was undone, as in: Import of “staff.csv” (added: 3) */
  title = g_strdup_printf (_ ("Undone: %s"), sentence);
  show_toast (self, title, _ ("_Redo"), "win.redo");
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = vigie_store_redo_finish (VIGIE_STORE (source), result, &error);
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;

  if (entry == NULL)
    {
      tell_refusal (self, _ ("The Change Cannot Be Made Again"), error);
      return;
    }
  sentence = vigie_journal_entry_dup_sentence (entry);
  /* Translators: %s is what was done again, as in: Import of “staff.csv” (added: 3) */
  title = g_strdup_printf (_ ("Redone: %s"), sentence);
  show_toast (self, title, _ ("_Undo"), "win.undo");
}

static void
undo_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL)
    vigie_store_undo_async (vigie_session_get_store (self->session), 0, NULL, undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL)
    vigie_store_redo_async (vigie_session_get_store (self->session), NULL, redone_cb, g_object_ref (self));
}

/**
 * vigie_window_install_undo_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_undo_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}

/**
 * vigie_window_enable_undo:
 * @store: (nullable): the register that is shown
 *
 * Offers undo and redo where they could be, and enters them in the name of whoever uses the window.
 */
void
vigie_window_enable_undo (VigieWindow *self, VigieStore *store)
{
  gboolean writable = store != NULL && !vigie_store_is_read_only (store);

  if (store != NULL)
    vigie_store_set_hand (store, g_get_user_name (), vigie_clock_dup_now);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", writable);
}
