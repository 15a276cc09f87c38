// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the words of a column are in the register, a row a word; and what a field is in every row, where no column
 * has it. Each choice is noted in the draft at once, and told by the signal “changed” of the columns around it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-import-words.h"

#include "vigie-choice-row.h"
#include "vigie-import-columns.h"

#include "vigie-enums.h"
#include "vigie-fold.h"

#include <glib/gi18n.h>

/* More words than this are not shown before they are asked for. */
#define OPENED_TO 12

/* What a choice of a list stands for: canonical texts beside the labels that people read. */
typedef struct
{
  VigieDraft *draft;
  guint column;
  char *value;
  VigieCandidate field;
  GStrv canonical;
} Choice;

static void
choice_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Choice *choice = data;

  g_strfreev (choice->canonical);
  g_free (choice->value);
  g_free (choice);
}

static void
tell_changed (GtkWidget *row)
{
  GtkWidget *columns = gtk_widget_get_ancestor (row, VIGIE_TYPE_IMPORT_COLUMNS);

  if (columns != NULL)
    g_signal_emit_by_name (columns, "changed");
}

/* --- choices --------------------------------------------------------------------------------------- */

static void
add_enum (GType type, GStrvBuilder *labels, GStrvBuilder *canonical)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);

  for (guint i = 0; i < class->n_values; i++)
    {
      g_strv_builder_add (labels, vigie_enum_label (type, class->values[i].value));
      g_strv_builder_add (canonical, class->values[i].value_nick);
    }
}

/* Each record once, by its code. */
static void
add_records (VigieDraft *draft, const VigieEntity *entity, GStrvBuilder *labels, GStrvBuilder *canonical)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) sorted = NULL;
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, vigie_draft_get_known (draft, entity));
  while (g_hash_table_iter_next (&iter, NULL, &code))
    g_hash_table_add (codes, code);
  sorted = g_list_sort (g_hash_table_get_keys (codes), (GCompareFunc) g_strcmp0);
  for (GList *l = sorted; l != NULL; l = l->next)
    {
      const char *title = vigie_draft_get_title (draft, entity, l->data);

      if (title != NULL && !g_str_equal (title, l->data))
        g_strv_builder_take (labels, g_strdup_printf ("%s · %s", title, (const char *) l->data));
      else
        g_strv_builder_add (labels, l->data);
      g_strv_builder_add (canonical, l->data);
    }
}

/* The choices of a field after those that stand first; the canonical texts of all of them in @choice. */
static GtkStringList *
list_choices (Choice *choice, const VigieField *field, const char *const *first, const char *const *first_canonical)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) canonical = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; first[i] != NULL; i++)
    {
      g_strv_builder_add (labels, first[i]);
      g_strv_builder_add (canonical, first_canonical[i]);
    }
  if (field->type == VIGIE_FIELD_ENUM)
    add_enum (field->enum_type (), labels, canonical);
  else if (field->type == VIGIE_FIELD_REFERENCE)
    add_records (choice->draft, field->reference, labels, canonical);
  else
    {
      g_strv_builder_add_many (labels, _ ("Yes"), _ ("No"), NULL);
      g_strv_builder_add_many (canonical, "true", "false", NULL);
    }
  texts = g_strv_builder_end (labels);
  choice->canonical = g_strv_builder_end (canonical);
  return gtk_string_list_new ((const char *const *) texts);
}

static guint
find_choice (const Choice *choice, const char *canonical)
{
  for (guint i = 1; canonical != NULL && choice->canonical[i] != NULL; i++)
    if (g_str_equal (choice->canonical[i], canonical))
      return i;
  return 0;
}

/* --- words ----------------------------------------------------------------------------------------- */

/* How many words of a column are still to be decided. */
static void
show_decided (AdwExpanderRow *row, VigieDraft *draft, guint column)
{
  GPtrArray *values = g_ptr_array_index (draft->sample->values, column);
  g_autoptr (GPtrArray) undecided = vigie_draft_list_undecided (draft, column);
  g_autofree char *told = NULL;

  if (undecided->len > 0)
    told = g_strdup_printf (ngettext ("%u value to decide", "%u values to decide", undecided->len), undecided->len);
  else
    told = g_strdup_printf (ngettext ("%u value, understood", "%u values, all understood", values->len), values->len);
  adw_expander_row_set_subtitle (row, told);
}

static void
word_chosen_cb (GtkWidget *row, GParamSpec *pspec G_GNUC_UNUSED, Choice *choice)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  /* The first says that nothing is decided, the second that nothing is known. */
  vigie_draft_set_value (choice->draft, choice->column, choice->value,
                         selected > 0 ? choice->canonical[selected] : NULL);
  show_decided (ADW_EXPANDER_ROW (gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW)), choice->draft, choice->column);
  tell_changed (row);
}

static GtkWidget *
make_word (VigieDraft *draft, guint column, const char *value)
{
  const char *const first[] = { _ ("Not decided"), _ ("Not measured"), NULL };
  static const char *const first_canonical[] = { "-", "" };
  const VigieMatch *match = &draft->matches[column];
  g_autoptr (GtkStringList) model = NULL;
  g_autofree char *folded = vigie_text_fold (value);
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *row;

  choice->draft = draft;
  choice->column = column;
  choice->value = g_strdup (value);
  model = list_choices (choice, &match->entity->fields[match->field], first, first_canonical);
  row = vigie_choice_row_new (value, model);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (choice, g_hash_table_lookup (match->values, folded)));
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (word_chosen_cb), choice, choice_free, 0);
  return row;
}

/**
 * vigie_import_words_new:
 * @column: one whose match has values
 *
 * Returns: (transfer floating): a row that opens on what each word of the column is
 */
GtkWidget *
vigie_import_words_new (VigieDraft *draft, guint column)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  GPtrArray *values = g_ptr_array_index (draft->sample->values, column);
  g_autoptr (GPtrArray) undecided = vigie_draft_list_undecided (draft, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), draft->sample->columns[column]);
  show_decided (row, draft, column);
  adw_expander_row_set_expanded (row, undecided->len > 0 && undecided->len <= OPENED_TO);
  for (guint i = 0; i < undecided->len; i++)
    adw_expander_row_add_row (row, make_word (draft, column, g_ptr_array_index (undecided, i)));
  for (guint i = 0; i < values->len; i++)
    if (!g_ptr_array_find (undecided, g_ptr_array_index (values, i), NULL))
      adw_expander_row_add_row (row, make_word (draft, column, g_ptr_array_index (values, i)));
  return GTK_WIDGET (row);
}

/* --- the same in every row ------------------------------------------------------------------------- */

static const char *
find_constant (VigieDraft *draft, const VigieCandidate *field)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", field->entity->nick, field->entity->fields[field->field].name);

  return g_hash_table_lookup (draft->constants, name);
}

static void
constant_chosen_cb (GtkWidget *row, GParamSpec *pspec G_GNUC_UNUSED, Choice *choice)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  vigie_draft_set_constant (choice->draft, choice->field.entity, choice->field.field, choice->canonical[selected]);
  tell_changed (row);
}

static void
constant_typed_cb (GtkWidget *row, Choice *choice)
{
  const VigieField *field = &choice->field.entity->fields[choice->field.field];
  g_autofree char *text = vigie_text_dup_trimmed (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autofree char *canonical =
    *text != '\0' ? vigie_native_parse (field, text, VIGIE_NATIVE_PERSON, NULL) : g_strdup ("");

  if (canonical == NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  vigie_draft_set_constant (choice->draft, choice->field.entity, choice->field.field, canonical);
  tell_changed (row);
}

static gboolean
is_chosen (const VigieField *field)
{
  return field->type == VIGIE_FIELD_ENUM || field->type == VIGIE_FIELD_BOOLEAN ||
         (field->type == VIGIE_FIELD_REFERENCE && (field->flags & VIGIE_FIELD_PERSONAL) == 0);
}

/**
 * vigie_import_constant_new:
 * @field: a required field that no column is
 *
 * Returns: (transfer floating): a row that asks for what it is in every row
 */
GtkWidget *
vigie_import_constant_new (VigieDraft *draft, const VigieCandidate *field)
{
  const char *const first[] = { _ ("Not decided"), NULL };
  static const char *const first_canonical[] = { "" };
  const VigieField *described = &field->entity->fields[field->field];
  const char *constant = find_constant (draft, field);
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *row;

  choice->draft = draft;
  choice->field = *field;
  if (is_chosen (described))
    {
      g_autoptr (GtkStringList) model = list_choices (choice, described, first, first_canonical);

      row = vigie_choice_row_new (vigie_field_get_label (described), model);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (choice, constant));
      g_signal_connect_data (row, "notify::selected", G_CALLBACK (constant_chosen_cb), choice, choice_free, 0);
      return row;
    }
  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vigie_field_get_label (described));
  gtk_editable_set_text (GTK_EDITABLE (row), constant != NULL ? constant : "");
  g_signal_connect_data (row, "changed", G_CALLBACK (constant_typed_cb), choice, choice_free, 0);
  return row;
}
