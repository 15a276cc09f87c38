// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Asks whose register a new one is. It is made only once there is a name.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-new-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  VigieNameChosen chosen;
  GtkWidget *parent;
  GtkEditable *entry;
} Question;

static char *
dup_name (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));
}

static void
name_changed_cb (Question *question, GtkEditable *entry)
{
  AdwDialog *dialog = ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (entry), ADW_TYPE_DIALOG));
  g_autofree char *name = dup_name (question);

  if (dialog != NULL)
    adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "create", *name != '\0');
}

static void
answered_cb (Question *question, const char *response)
{
  g_autofree char *name = dup_name (question);

  if (g_str_equal (response, "create") && *name != '\0')
    question->chosen (question->parent, name);
}

static void
question_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  g_free (data);
}

/**
 * vigie_new_dialog_present:
 * @parent: a widget of the window that asks
 * @chosen: called with @parent and a name that is not empty
 */
void
vigie_new_dialog_present (GtkWidget *parent, VigieNameChosen chosen)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("New Register"), NULL));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Question *question = g_new0 (Question, 1);

  question->chosen = chosen;
  question->parent = parent;
  question->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name of the Organisation"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_body (dialog, _ ("The register is kept on this computer, with the reference professions, "
                                        "training modules and national figures in it."));
  adw_alert_dialog_set_extra_child (dialog, group);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "create", _ ("_Create"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "create", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "create", FALSE);
  adw_alert_dialog_set_default_response (dialog, "create");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (name_changed_cb), question);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
  gtk_widget_grab_focus (entry);
}
