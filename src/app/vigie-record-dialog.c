// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A dialog with everything that is known of one record, a row a field, read only. What is not
 * measured is a dash.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-record-dialog.h"

#include "vigie-field-text.h"

#include <adwaita.h>

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 640

static GtkWidget *
add_row (AdwPreferencesGroup *group, VigieRecord *record, guint field)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  g_autofree char *text = vigie_field_text_dup (record, field);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vigie_field_get_label (&entity->fields[field]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
  return row;
}

/* @chosen is the row of @field, where it is one. */
static GtkWidget *
new_page (VigieRecord *record, int field, GtkWidget **chosen)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; i < vigie_record_get_entity (record)->n_fields; i++)
    {
      GtkWidget *row = add_row (group, record, i);

      if ((int) i == field)
        *chosen = row;
    }
  adw_preferences_page_add (page, group);
  return GTK_WIDGET (page);
}

static char *
dup_title (VigieRecord *record)
{
  const VigieEntity *entity = vigie_record_get_entity (record);

  /* The second field of every entity with a code is what people call it. */
  return entity->n_fields > 1 ? vigie_record_display (record, 1) : g_strdup (vigie_entity_get_label (entity));
}

static void
present (GtkWidget *parent, VigieRecord *record, int field)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  g_autofree char *title = dup_title (record);
  GtkWidget *chosen = NULL;

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), new_page (record, field, &chosen));
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, DIALOG_WIDTH);
  adw_dialog_set_content_height (dialog, DIALOG_HEIGHT);
  adw_dialog_set_child (dialog, view);
  if (chosen != NULL)
    adw_dialog_set_focus (dialog, chosen);
  adw_dialog_present (dialog, parent);
}

typedef struct
{
  GtkWidget *parent;
  int field;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->parent);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, &error);

  if (record != NULL && gtk_widget_get_root (asked->parent) != NULL)
    present (asked->parent, record, asked->field);
  else if (error != NULL)
    g_warning ("%s", error->message);
}

/**
 * vigie_record_dialog_present_at:
 * @parent: a widget of the window to present it in
 * @code: the code of a record of @entity
 * @field: where the keyboard is put; -1 where it does not matter
 *
 * Fetches the record and shows it.
 */
void
vigie_record_dialog_present_at (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code,
                                int field)
{
  g_autoptr (VigieRecord) key = vigie_record_new (entity);
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->field = field;
  vigie_record_set_text (key, 0, code);
  vigie_store_find_async (store, key, NULL, found_cb, asked);
}

/**
 * vigie_record_dialog_present:
 *
 * As vigie_record_dialog_present_at(), of no field in particular.
 */
void
vigie_record_dialog_present (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code)
{
  vigie_record_dialog_present_at (parent, store, entity, code, -1);
}
