// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-open-record.h"

#include "vigie-deployment.h"
#include "vigie-record-dialog.h"
#include "vigie-system.h"

/* What is read gives way to the page; what is being entered stays. */
static void
close_dialogs (GtkWidget *from)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, ADW_TYPE_APPLICATION_WINDOW);
  g_autoptr (GListModel) dialogs = NULL;

  if (window == NULL)
    return;
  g_object_get (window, "dialogs", &dialogs, NULL);
  for (guint i = g_list_model_get_n_items (dialogs); i-- > 0;)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (adw_dialog_get_can_close (dialog))
        adw_dialog_close (dialog);
    }
}

/**
 * vigie_open_record:
 * @from: a widget of the window
 * @code: the code of a record of @entity
 *
 * Shows all that is known of a record: an AI system, and a deployment of one, on the page of the system; any other in a
 * dialog.
 */
void
vigie_open_record (GtkWidget *from, VigieStore *store, const VigieEntity *entity, const char *code)
{
  if (entity != &vigie_system_entity && entity != &vigie_deployment_entity)
    {
      vigie_record_dialog_present (from, store, entity, code);
      return;
    }
  gtk_widget_activate_action (from, entity == &vigie_system_entity ? "win.show-system" : "win.show-deployment", "s",
                              code);
  close_dialogs (from);
}

/**
 * vigie_open_key:
 * @from: a widget of the window
 * @key: a record whose key fields are set
 *
 * As vigie_open_record(), of what no code names, too.
 */
void
vigie_open_key (GtkWidget *from, VigieStore *store, VigieRecord *key)
{
  const VigieEntity *entity = vigie_record_get_entity (key);

  if (entity->fields[0].type == VIGIE_FIELD_TEXT)
    vigie_open_record (from, store, entity, vigie_record_get_text (key, 0));
  else
    vigie_record_dialog_present_record (from, store, key);
}
