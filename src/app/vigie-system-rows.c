// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the parts of a system's page are made of: groups with a button that adds to them, and rows that lead on.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-rows.h"

#include "vigie-form-dialog.h"
#include "vigie-judgement.h"
#include "vigie-open-record.h"
#include "vigie-record-dialog.h"

#include <glib/gi18n.h>

/**
 * vigie_system_group_new:
 * @description: (nullable): under the title
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
vigie_system_group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title_markup);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  return group;
}

static VigieStore *
get_store (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "store");
}

static void
keep (GtkWidget *widget, VigieStore *store, VigieRecord *record)
{
  g_object_set_data_full (G_OBJECT (widget), "store", g_object_ref (store), g_object_unref);
  if (record != NULL)
    g_object_set_data_full (G_OBJECT (widget), "record", g_object_ref (record), g_object_unref);
}

static void
add_clicked_cb (GtkWidget *button, gpointer given)
{
  VigieRecord *start = g_object_get_data (G_OBJECT (button), "record");

  vigie_form_dialog_present_new (button, get_store (button), start, GPOINTER_TO_INT (given));
}

/**
 * vigie_system_group_add_adder:
 * @start: what is known of a new record
 * @given: index of the field of it that is given
 *
 * Offers to add a record, where the register can be written to.
 */
void
vigie_system_group_add_adder (GtkWidget *group, VigieStore *store, VigieRecord *start, guint given)
{
  GtkWidget *button;
  g_autofree char *tip = NULL;

  if (vigie_store_is_read_only (store))
    return;
  button = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: what a button does; %s is a kind of record, as in: Add: Incident */
  tip = g_strdup_printf (_ ("Add: %s"), vigie_entity_get_label (vigie_record_get_entity (start)));
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  keep (button, store, start);
  g_signal_connect (button, "clicked", G_CALLBACK (add_clicked_cb), GINT_TO_POINTER ((int) given));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
}

/**
 * vigie_system_note_new:
 *
 * Returns: (transfer floating): a row that says something of the others, or why there are none
 */
GtkWidget *
vigie_system_note_new (const char *text)
{
  GtkWidget *row = vigie_system_row_new (text, NULL);

  gtk_widget_add_css_class (row, "dimmed");
  return row;
}

/**
 * vigie_system_group_add_note:
 *
 * Says in place of rows why there are none.
 */
void
vigie_system_group_add_note (GtkWidget *group, const char *text)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), vigie_system_note_new (text));
}

/* --- a few rows a frame ---------------------------------------------------------------------------- */

typedef struct
{
  VigieSystemRows rows;
  guint n_made;
} Growth;

static void
growth_free (gpointer data)
{
  Growth *growth = data;

  g_object_unref (growth->rows.session);
  vigie_dossier_unref (growth->rows.dossier);
  g_free (growth);
}

static void
make_more (GtkWidget *group, Growth *growth)
{
  guint end = MIN (growth->n_made + growth->rows.at_once, growth->rows.n);

  for (; growth->n_made < end; growth->n_made++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), growth->rows.make (&growth->rows, growth->n_made));
  if (growth->n_made == growth->rows.n)
    g_object_set_data (G_OBJECT (group), "growth", NULL);
}

/**
 * vigie_system_group_add_rows:
 * @rows: what they are; what it points to is kept as long as rows are to be made
 *
 * Makes the first few rows; vigie_system_grow() makes the others.
 */
void
vigie_system_group_add_rows (GtkWidget *group, const VigieSystemRows *rows)
{
  Growth *growth = g_new0 (Growth, 1);

  growth->rows = *rows;
  g_object_ref (growth->rows.session);
  vigie_dossier_ref (growth->rows.dossier);
  g_object_set_data_full (G_OBJECT (group), "growth", growth, growth_free);
  make_more (group, growth);
}

/**
 * vigie_system_grow:
 * @part: of the page
 *
 * Makes the next few rows of one of its groups.
 *
 * Returns: whether there were any to make
 */
gboolean
vigie_system_grow (GtkWidget *part)
{
  if (ADW_IS_PREFERENCES_GROUP (part))
    {
      Growth *growth = g_object_get_data (G_OBJECT (part), "growth");

      if (growth != NULL)
        make_more (part, growth);
      return growth != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (vigie_system_grow (child))
      return TRUE;
  return FALSE;
}

/**
 * vigie_system_find_row:
 * @name: of a row
 *
 * Returns: (transfer none) (nullable): the row of that name in @part
 */
GtkWidget *
vigie_system_find_row (GtkWidget *part, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (part), name) == 0)
    return part;
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = vigie_system_find_row (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * vigie_system_row_new:
 * @subtitle: (nullable): under the title
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vigie_system_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
make_active (GtkWidget *row, const char *icon)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
record_activated_cb (GtkWidget *row)
{
  vigie_record_dialog_present_record (row, get_store (row), g_object_get_data (G_OBJECT (row), "record"));
}

/**
 * vigie_system_row_lead_to_record:
 * @record: of any kind; it is shown in a dialog
 */
void
vigie_system_row_lead_to_record (GtkWidget *row, VigieStore *store, VigieRecord *record)
{
  g_autofree char *key = vigie_record_dup_key (record);

  make_active (row, "go-next-symbolic");
  keep (row, store, record);
  gtk_widget_set_name (row, key);
  g_signal_connect (row, "activated", G_CALLBACK (record_activated_cb), NULL);
}

static void
code_activated_cb (GtkWidget *row, const VigieEntity *entity)
{
  vigie_record_dialog_present (row, get_store (row), entity, g_object_get_data (G_OBJECT (row), "code"));
}

/**
 * vigie_system_row_lead_to:
 * @code: the code of a record of @entity; it is shown in a dialog
 */
void
vigie_system_row_lead_to (GtkWidget *row, VigieStore *store, const VigieEntity *entity, const char *code)
{
  make_active (row, "go-next-symbolic");
  keep (row, store, NULL);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  gtk_widget_set_name (row, code);
  g_signal_connect (row, "activated", G_CALLBACK (code_activated_cb), (gpointer) entity);
}

/**
 * vigie_system_mark_new:
 *
 * Returns: (transfer floating): the symbol of a judgement, whose words stand beside it
 */
GtkWidget *
vigie_system_mark_new (VigieJudgement judgement)
{
  GtkWidget *image = gtk_image_new_from_icon_name (vigie_judgement_get_icon (judgement));
  const char *style = vigie_judgement_get_style (judgement);

  if (style != NULL)
    gtk_widget_add_css_class (image, style);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return image;
}

/**
 * vigie_system_label_new:
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a text that wraps
 */
GtkWidget *
vigie_system_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}
