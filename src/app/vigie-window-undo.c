// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Undo and redo in the window: what is next in turn stands in the buttons' tooltips and in the menu; what the journal
 * says was done, or why not, in a toast; all that it says, in the history.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-clock.h"
#include "vigie-history-dialog.h"

#include <glib/gi18n.h>

/* What was told before is past: its button would undo another change than the one it names. */
static void
show_toast (VigieWindow *self, const char *title, const char *button, const char *action)
{
  AdwToast *toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL);

  if (button != NULL)
    g_object_set (toast, "button-label", button, "action-name", action, NULL);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
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

static void
show_history_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  if (self->session != NULL)
    vigie_history_dialog_present (widget, vigie_session_get_store (self->session), *code != '\0' ? code : NULL);
}

/* --- what is next in turn -------------------------------------------------------------------------- */

static void
show_step (GtkWidget *button, char **words, char *now, const char *plain)
{
  g_free (*words);
  *words = now;
  gtk_widget_set_sensitive (button, now != NULL);
  gtk_widget_set_tooltip_text (button, now != NULL ? now : plain);
}

static void
show_steps (VigieWindow *self, const VigieJournalEntry *undo, const VigieJournalEntry *redo)
{
  g_autofree char *last = undo != NULL ? vigie_journal_entry_dup_sentence (undo) : NULL;
  g_autofree char *next = redo != NULL ? vigie_journal_entry_dup_sentence (redo) : NULL;

  /* Translators: %s is what will be undone, as in: Undo: Change of “IA-12” (AI system) */
  show_step (self->undo_button, &self->undo_words, last != NULL ? g_strdup_printf (_ ("Undo: %s"), last) : NULL,
             _ ("Undo"));
  /* Translators: %s is what will be done again, as in: Redo: Change of “IA-12” (AI system) */
  show_step (self->redo_button, &self->redo_words, next != NULL ? g_strdup_printf (_ ("Redo: %s"), next) : NULL,
             _ ("Redo"));
}

static void
peeked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (VigieJournalEntry) undo = NULL;
  g_autoptr (VigieJournalEntry) redo = NULL;

  vigie_store_peek_finish (VIGIE_STORE (source), result, &undo, &redo, NULL);
  if (self->session != NULL && (gpointer) vigie_session_get_store (self->session) == (gpointer) source)
    show_steps (self, undo, redo);
}

static void
store_changed_cb (VigieWindow *self, VigieStore *store)
{
  vigie_store_peek_async (store, self->cancellable, peeked_cb, g_object_ref (self));
}

static void
undo_clicked_cb (VigieWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static void
redo_clicked_cb (VigieWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
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
  gtk_widget_class_install_action (widget_class, "win.show-history", "s", show_history_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "win.show-history", "s", "");
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, redo_clicked_cb);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-history", store != NULL);
  gtk_widget_set_visible (self->undo_button, writable);
  gtk_widget_set_visible (self->redo_button, writable);
  show_steps (self, NULL, NULL);
  if (!writable)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  store_changed_cb (self, store);
}

/**
 * vigie_window_get_undo_words:
 *
 * Returns: (transfer none) (nullable): what an undo would do; %NULL where there is nothing to undo
 */
const char *
vigie_window_get_undo_words (VigieWindow *self)
{
  g_return_val_if_fail (VIGIE_IS_WINDOW (self), NULL);

  return self->undo_words;
}

/**
 * vigie_window_get_redo_words:
 *
 * Returns: (transfer none) (nullable): what a redo would do; %NULL where there is nothing to redo
 */
const char *
vigie_window_get_redo_words (VigieWindow *self)
{
  g_return_val_if_fail (VIGIE_IS_WINDOW (self), NULL);

  return self->redo_words;
}
