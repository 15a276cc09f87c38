// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The file that is to be imported: its name and size, its sheet or what separates its cells, and what a row of it is.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-import-file.h"

#include "vigie-format.h"
#include "vigie-choice-row.h"

#include <glib/gi18n.h>

static const struct
{
  char delimiter;
  const char *label;
} delimiters[] = {
  { ',', N_ ("Comma") },
  { ';', N_ ("Semicolon") },
  { '\t', N_ ("Tab") },
};

/* Whom a choice is told, and what can be chosen. */
typedef struct
{
  VigieImportFileFunc func;
  gpointer data;
  GStrv names;
} Asking;

static void
asking_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Asking *asking = data;

  g_strfreev (asking->names);
  g_free (asking);
}

static void
tell (AdwComboRow *row, const Asking *asking, VigieImportFileChoice choice)
{
  if (adw_combo_row_get_selected (row) != GTK_INVALID_LIST_POSITION)
    asking->func (&choice, asking->data);
}

static const char *
get_name (AdwComboRow *row, const Asking *asking)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected != GTK_INVALID_LIST_POSITION ? asking->names[selected] : NULL;
}

static void
sheet_chosen_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, Asking *asking)
{
  tell (row, asking, (VigieImportFileChoice) { .sheet = get_name (row, asking) });
}

static void
kind_chosen_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, Asking *asking)
{
  tell (row, asking, (VigieImportFileChoice) { .kind = get_name (row, asking) });
}

static void
delimiter_chosen_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, Asking *asking)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < G_N_ELEMENTS (delimiters))
    tell (row, asking, (VigieImportFileChoice) { .delimiter = delimiters[selected].delimiter });
}

/* The callback hears of what a person chooses, not of what stands there first. */
static GtkWidget *
add_combo (GtkWidget *group, const char *title, GtkStringList *model, guint selected, GCallback callback,
           const Asking *asking)
{
  GtkWidget *row = vigie_choice_row_new (title, model);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_data (row, "notify::selected", callback, g_memdup2 (asking, sizeof *asking), asking_free, 0);
  return row;
}

static void
add_sheets (GtkWidget *group, VigieDraft *draft, Asking asking)
{
  GStrv sheets = draft->sample->sheets;
  g_autoptr (GtkStringList) model = NULL;
  guint selected = 0;

  if (sheets == NULL || g_strv_length (sheets) < 2)
    return;
  model = gtk_string_list_new ((const char *const *) sheets);
  for (guint i = 0; sheets[i] != NULL; i++)
    if (g_strcmp0 (sheets[i], draft->sample->sheet) == 0)
      selected = i;
  asking.names = g_strdupv (sheets);
  add_combo (group, _ ("Sheet"), model, selected, G_CALLBACK (sheet_chosen_cb), &asking);
}

static void
add_delimiters (GtkWidget *group, VigieDraft *draft, const Asking *asking)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      gtk_string_list_append (model, _ (delimiters[i].label));
      if (delimiters[i].delimiter == draft->sample->delimiter)
        selected = i;
    }
  /* A file may say itself what separates its cells, and then it is that. */
  if (selected != GTK_INVALID_LIST_POSITION)
    add_combo (group, _ ("Cells Are Separated by"), model, selected, G_CALLBACK (delimiter_chosen_cb), asking);
}

static void
add_kinds (GtkWidget *group, VigieDraft *draft, Asking asking)
{
  g_autofree char *names = vigie_kind_dup_names ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  const VigieEntity *entity = vigie_kind_to_entity (draft->kind);
  guint selected = 0;
  GtkWidget *row;

  asking.names = g_strsplit (names, ", ", -1);
  for (guint i = 0; asking.names[i] != NULL; i++)
    {
      gtk_string_list_append (model, vigie_entity_get_label_plural (vigie_kind_to_entity (asking.names[i])));
      if (vigie_kind_to_entity (asking.names[i]) == entity)
        selected = i;
    }
  row = add_combo (group, _ ("Its Rows Are"), model, selected, G_CALLBACK (kind_chosen_cb), &asking);
  if (draft->kind_confidence < 1)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Found out by the names of the columns"));
}

static void
add_text (GtkWidget *group, const char *title, const char *subtitle, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/**
 * vigie_import_file_new:
 * @draft: what was found in the file
 * @func: is called with what a person chooses otherwise
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
vigie_import_file_new (VigieDraft *draft, VigieImportFileFunc func, gpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();
  const Asking asking = { func, data, NULL };
  g_autofree char *name = g_file_get_basename (draft->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *number = vigie_format_integer ((gint64) draft->sample->n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) draft->sample->n_rows), number);

  add_text (group, shown, rows, NULL);
  for (gsize i = 0; draft->sample->notices[i] != NULL; i++)
    add_text (group, draft->sample->notices[i], "", "dialog-information-symbolic");
  add_sheets (group, draft, asking);
  if (draft->sample->delimiter != '\0')
    add_delimiters (group, draft, &asking);
  add_kinds (group, draft, asking);
  return group;
}
