// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieImportColumns: what a table is taken for: which field each column is, and why; what its words are; and what is
 * the same in every row. What is chosen is noted in the draft at once, and “changed” is emitted.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-import-columns.h"

#include "vigie-fold.h"
#include "vigie-choice-row.h"
#include "vigie-import-words.h"

#include <glib/gi18n.h>

/* How many values of a column are shown with its name, and how much of each. */
#define EXAMPLES 3
#define EXAMPLE_LENGTH 40
/* A match that is less sure than this is one to look at. */
#define DOUBTFUL 0.6

struct _VigieImportColumns
{
  AdwBin parent_instance;

  /* borrowed */
  VigieDraft *draft; /* outlives this */
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *missing;
  AdwPreferencesGroup *words;

  /* owned; the rows in them are the groups' */
  GPtrArray *column_rows;
  GPtrArray *missing_rows;
  GPtrArray *word_rows;
  GArray *candidates;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (VigieImportColumns, vigie_import_columns, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- words and constants --------------------------------------------------------------------------- */

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
show_missing (VigieImportColumns *self)
{
  g_autoptr (GArray) missing = vigie_draft_list_missing (self->draft);

  clear_rows (self->missing, self->missing_rows);
  for (guint i = 0; i < missing->len; i++)
    add_row (self->missing, self->missing_rows,
             vigie_import_constant_new (self->draft, &g_array_index (missing, VigieCandidate, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing->len > 0);
}

static void
show_words (VigieImportColumns *self)
{
  clear_rows (self->words, self->word_rows);
  for (guint i = 0; i < self->draft->sample->n_columns; i++)
    if (self->draft->matches[i].values != NULL && g_ptr_array_index (self->draft->sample->values, i) != NULL)
      add_row (self->words, self->word_rows, vigie_import_words_new (self->draft, i));
  gtk_widget_set_visible (GTK_WIDGET (self->words), self->word_rows->len > 0);
}

/* --- columns --------------------------------------------------------------------------------------- */

static char *
dup_example (const char *value)
{
  g_autofree char *line = vigie_text_dup_one_line (value);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= EXAMPLE_LENGTH)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, EXAMPLE_LENGTH);
  return g_strconcat (start, "…", NULL);
}

/* What stands in the column, and below that why it is taken for what it is. */
static char *
dup_subtitle (VigieImportColumns *self, guint column)
{
  const VigieMatch *match = &self->draft->matches[column];
  const char *values[EXAMPLES];
  guint n = vigie_table_sample_get_values (self->draft->sample, column, values, EXAMPLES);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *example = dup_example (values[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", example);
    }
  if (match->reason != NULL)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", match->confidence < DOUBTFUL ? "⚠ " : "",
                            match->reason);
  return g_string_free_and_steal (text);
}

static guint
find_selected (VigieImportColumns *self, guint column)
{
  const VigieMatch *match = &self->draft->matches[column];

  for (guint i = 0; match->entity != NULL && i < self->candidates->len; i++)
    {
      const VigieCandidate *candidate = &g_array_index (self->candidates, VigieCandidate, i);

      if (candidate->entity == match->entity && candidate->field == match->field)
        return i + 1;
    }
  return 0;
}

static guint
get_column (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
}

static void
show_column (VigieImportColumns *self, GtkWidget *row)
{
  guint column = get_column (row);
  g_autofree char *subtitle = dup_subtitle (self, column);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_selected (self, column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
refresh (VigieImportColumns *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->column_rows->len; i++)
    show_column (self, g_ptr_array_index (self->column_rows, i));
  show_missing (self);
  show_words (self);
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
column_chosen_cb (GtkWidget *row, GParamSpec *pspec G_GNUC_UNUSED, VigieImportColumns *self)
{
  guint column = get_column (row);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  const VigieCandidate *candidate;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION || selected == find_selected (self, column))
    return;
  candidate = selected > 0 ? &g_array_index (self->candidates, VigieCandidate, selected - 1) : NULL;
  vigie_draft_set_match (self->draft, column, candidate != NULL ? candidate->entity : NULL,
                         candidate != NULL ? candidate->field : 0);
  refresh (self);
}

/* The fields of the row's own record by their label; those of another with its name before it. */
static GtkStringList *
list_fields (VigieImportColumns *self)
{
  GtkStringList *model = gtk_string_list_new (NULL);
  const VigieEntity *own = vigie_kind_to_entity (self->draft->kind);

  gtk_string_list_append (model, _ ("Not taken"));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const VigieCandidate *candidate = &g_array_index (self->candidates, VigieCandidate, i);
      const VigieField *field = &candidate->entity->fields[candidate->field];
      const char *label = vigie_field_get_label (field);
      gboolean required = (field->flags & VIGIE_FIELD_REQUIRED) != 0;

      if (candidate->entity == own)
        gtk_string_list_take (model, g_strconcat (label, required ? " *" : "", NULL));
      else
        gtk_string_list_take (model, g_strdup_printf ("%s · %s", vigie_entity_get_label (candidate->entity), label));
    }
  return model;
}

static void
add_column (VigieImportColumns *self, GtkStringList *fields, guint column)
{
  GtkWidget *row = vigie_choice_row_new (self->draft->sample->columns[column], fields);

  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  add_row (self->columns, self->column_rows, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (column_chosen_cb), self, 0);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

/**
 * vigie_import_columns_is_whole:
 *
 * Returns: whether every required field is a column or the same in every row
 */
gboolean
vigie_import_columns_is_whole (VigieImportColumns *self)
{
  g_autoptr (VigieMapping) mapping = vigie_draft_make_mapping (self->draft, NULL);

  return mapping != NULL;
}

static void
vigie_import_columns_finalize (GObject *object)
{
  VigieImportColumns *self = VIGIE_IMPORT_COLUMNS (object);

  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->missing_rows);
  g_ptr_array_unref (self->word_rows);
  g_clear_pointer (&self->candidates, g_array_unref);
  G_OBJECT_CLASS (vigie_import_columns_parent_class)->finalize (object);
}

static void
vigie_import_columns_class_init (VigieImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_import_columns_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vigie_import_columns_init (VigieImportColumns *self)
{
  self->column_rows = g_ptr_array_new ();
  self->missing_rows = g_ptr_array_new ();
  self->word_rows = g_ptr_array_new ();
}

/**
 * vigie_import_columns_new:
 * @draft: must outlive the widget
 * @first: (transfer floating): the group that stands above the columns
 *
 * Returns: (transfer floating): a widget that shows what the table is taken for and lets it be changed
 */
GtkWidget *
vigie_import_columns_new (VigieDraft *draft, GtkWidget *first)
{
  VigieImportColumns *self = g_object_new (VIGIE_TYPE_IMPORT_COLUMNS, NULL);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  g_autoptr (GtkStringList) fields = NULL;

  self->draft = draft;
  self->candidates = vigie_draft_list_candidates (draft->kind);
  fields = list_fields (self);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (first));
  self->missing = add_group (page, _ ("The Same in Every Row"),
                             _ ("No column is one of these required fields: say what it is for the whole table."));
  self->columns = add_group (page, _ ("Columns"), _ ("Which field each column of the table is. * is required."));
  self->words = add_group (page, _ ("Values"), _ ("What the words of the table are in the register."));
  for (guint i = 0; i < draft->sample->n_columns; i++)
    if (*draft->sample->columns[i] != '\0')
      add_column (self, fields, i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (page));
  refresh (self);
  return GTK_WIDGET (self);
}
