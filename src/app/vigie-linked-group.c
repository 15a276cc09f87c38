// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What belongs to a record: a group for each kind of record that names it, found in the field tables, with
 * its latest records and a button to add one. Records of single members of staff are not among them.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-linked-group.h"

#include "vigie-entities.h"
#include "vigie-field-text.h"
#include "vigie-form-dialog.h"
#include "vigie-format.h"
#include "vigie-record-dialog.h"
#include "vigie-slices.h"
#include "vigie-titles.h"

#include <glib/gi18n.h>

/* More of a kind are counted: the pages have them all. */
#define ROWS_MAX 25
#define DETAILS_MAX 3
/* The field that says which comes first. */
#define ORDER "sort"

#define ROWS_AT_ONCE 4

typedef struct
{
  VigieStore *store;
  const VigieEntity *entity;
  guint field;
  char *code;
  AdwPreferencesGroup *group;
  GPtrArray *records; /* that were found; %NULL until then */
  guint n_shown;      /* of them; the rest is shown in a moment */
  gint64 total;
} Linked;

static void
linked_free (gpointer data)
{
  Linked *linked = data;

  g_object_unref (linked->store);
  g_object_unref (linked->group);
  g_clear_pointer (&linked->records, g_ptr_array_unref);
  g_free (linked->code);
  g_free (linked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Linked, linked_free)

static void
linked_closure_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  linked_free (data);
}

static gboolean
is_about_staff (const VigieEntity *entity)
{
  if (g_str_equal (entity->nick, "staff"))
    return TRUE;
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == VIGIE_FIELD_REFERENCE && g_str_equal (entity->fields[i].reference->nick, "staff"))
      return TRUE;
  return FALSE;
}

static void
add_clicked_cb (GtkWidget *button, const Linked *linked)
{
  g_autoptr (VigieRecord) start = vigie_record_new (linked->entity);

  vigie_record_set_text (start, linked->field, linked->code);
  vigie_form_dialog_present_new (button, linked->store, start, (int) linked->field);
}

static void
row_activated_cb (GtkWidget *row, VigieRecord *record)
{
  VigieStore *store = g_object_get_data (G_OBJECT (row), "store");

  vigie_record_dialog_present_record (row, store, record);
}

/* What a person calls it: a searchable text that is no code, or else what comes first. */
static guint
find_name (VigieRecord *record, guint parent)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  guint first = entity->n_fields;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];

      if (i == parent || !vigie_record_is_measured (record, i) || g_str_equal (field->name, "code"))
        continue;
      if (field->type == VIGIE_FIELD_TEXT && (field->flags & VIGIE_FIELD_SEARCHABLE) != 0)
        return i;
      first = MIN (first, i);
    }
  return first;
}

/* What is said in few words beside the name: no texts of sentences, no codes, nor what the order on the page says. */
static gboolean
is_detail (const VigieField *field)
{
  return (field->flags & VIGIE_FIELD_LONG) == 0 && !g_str_equal (field->name, "code") &&
         !g_str_equal (field->name, "sha256") && !g_str_equal (field->name, ORDER) &&
         field != &vigie_agenda_item_entity.fields[VIGIE_AGENDA_ITEM_MATTER];
}

/* What a person would say first: all but what the group says already. Returns the field of the title. */
static guint
name_row (AdwActionRow *row, VigieRecord *record, guint parent)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  g_autoptr (GString) details = g_string_new (NULL);
  guint name = find_name (record, parent);
  g_autofree char *title = name < entity->n_fields ? vigie_field_text_dup (record, name) : NULL;
  guint n = 0;

  for (guint i = 0; i < entity->n_fields && n < DETAILS_MAX; i++)
    {
      g_autofree char *text = NULL;

      if (i == parent || i == name || !vigie_record_is_measured (record, i) || !is_detail (&entity->fields[i]))
        continue;
      text = vigie_field_text_dup (record, i);
      if (n++ > 0)
        g_string_append (details, " · ");
      g_string_append_printf (details, C_ ("form", "%1$s: %2$s"), vigie_field_get_label (&entity->fields[i]), text);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : vigie_entity_get_label (entity));
  adw_action_row_set_subtitle (row, details->str);
  adw_action_row_set_title_lines (row, 3);
  adw_action_row_set_subtitle_lines (row, 2);
  return name;
}

static void
title_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwActionRow) row = data;
  g_autoptr (GPtrArray) titles = vigie_store_list_titles_finish (VIGIE_STORE (source), result, NULL);

  if (titles != NULL && titles->len > 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ((VigieTitle *) g_ptr_array_index (titles, 0))->text);
}

static void
add_row (const Linked *linked, VigieRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  guint named_by;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  named_by = name_row (ADW_ACTION_ROW (row), record, linked->field);
  if (named_by < linked->entity->n_fields && linked->entity->fields[named_by].type == VIGIE_FIELD_REFERENCE)
    vigie_store_list_titles_async (linked->store, linked->entity->fields[named_by].reference,
                                   vigie_record_get_text (record, named_by), 1, NULL, title_found_cb,
                                   g_object_ref (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "store", g_object_ref (linked->store), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), record, 0);
  /* The row keeps the record that it opens. */
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  adw_preferences_group_add (linked->group, row);
}

static void
add_rest (const Linked *linked, gint64 n)
{
  g_autofree char *number = vigie_format_integer (n);
  /* Translators: of a long list; %s is how many are not shown */
  g_autofree char *text = g_strdup_printf (ngettext ("And %s more", "And %s more", (gulong) n), number);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_preferences_group_add (linked->group, row);
}

static gboolean
show_more (GtkWidget *group G_GNUC_UNUSED, gpointer data)
{
  Linked *linked = data;
  guint end = MIN (linked->n_shown + ROWS_AT_ONCE, linked->records->len);

  for (; linked->n_shown < end; linked->n_shown++)
    add_row (linked, g_ptr_array_index (linked->records, linked->n_shown));
  if (end < linked->records->len)
    return TRUE;
  if (linked->total > end)
    add_rest (linked, linked->total - end);
  return FALSE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Linked) linked = data;
  GtkWidget *group = GTK_WIDGET (linked->group);
  g_autoptr (GError) error = NULL;

  linked->records = vigie_store_list_finish (VIGIE_STORE (source), result, &linked->total, &error);
  if (linked->records == NULL)
    g_warning ("%s", error->message);
  else if (linked->records->len > 0)
    vigie_slices_begin (group, show_more, g_steal_pointer (&linked), linked_free);
}

static Linked *
linked_new (VigieStore *store, const VigieEntity *entity, guint field, const char *code, AdwPreferencesGroup *group)
{
  Linked *linked = g_new0 (Linked, 1);

  linked->store = g_object_ref (store);
  linked->entity = entity;
  linked->field = field;
  linked->code = g_strdup (code);
  linked->group = g_object_ref (group);
  return linked;
}

/* What has an order is told in it; else the latest day first, where the records have one. */
static void
sort (VigieQuery *query)
{
  const VigieEntity *entity = query->entity;

  query->sort_field = -1;
  for (guint i = 0; i < entity->n_fields; i++)
    if (g_str_equal (entity->fields[i].name, ORDER))
      {
        query->sort_field = (int) i;
        query->descending = FALSE;
        return;
      }
    else if (entity->fields[i].type == VIGIE_FIELD_DATE && query->sort_field < 0)
      {
        query->sort_field = (int) i;
        query->descending = TRUE;
      }
}

static void
add_group (AdwPreferencesPage *page, VigieStore *store, const VigieEntity *entity, guint field, const char *code)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  VigieQuery query = { .entity = entity, .named_by = field, .named = code, .limit = ROWS_MAX };

  sort (&query);
  adw_preferences_group_set_title (group, vigie_entity_get_label_plural (entity));
  if (!vigie_store_is_read_only (store))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
      /* Translators: what a button does; %s is a kind of record, as in: Add: Incident */
      g_autofree char *tip = g_strdup_printf (_ ("Add: %s"), vigie_entity_get_label (entity));

      gtk_widget_set_tooltip_text (button, tip);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
      g_signal_connect_data (button, "clicked", G_CALLBACK (add_clicked_cb),
                             linked_new (store, entity, field, code, group), linked_closure_free, 0);
      adw_preferences_group_set_header_suffix (group, button);
    }
  adw_preferences_page_add (page, group);
  vigie_store_list_async (store, &query, NULL, listed_cb, linked_new (store, entity, field, code, group));
}

/**
 * vigie_linked_groups_add_next:
 * @record: a record that others name by its code
 * @at: (inout): the kind of record that is looked at next; 0 at first
 *
 * Adds a group to @page for the next kind of record that can name @record.
 *
 * Returns: whether there was one
 */
gboolean
vigie_linked_groups_add_next (AdwPreferencesPage *page, VigieStore *store, VigieRecord *record, guint *at)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  const VigieEntity *const *others = vigie_entities ();
  const char *code = vigie_record_get_text (record, 0);
  gboolean added = FALSE;

  if (!g_str_equal (entity->fields[0].name, "code") || code == NULL)
    return FALSE;
  for (; *at < VIGIE_N_ENTITIES && !added; (*at)++)
    for (guint field = 0; field < others[*at]->n_fields && !is_about_staff (others[*at]); field++)
      if (others[*at]->fields[field].type == VIGIE_FIELD_REFERENCE && others[*at]->fields[field].reference == entity)
        {
          add_group (page, store, others[*at], field, code);
          added = TRUE;
        }
  return added;
}
