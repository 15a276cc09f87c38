// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFormRow: a field of a form. What can be typed is typed, in the reader's language, and looked at as
 * one types; what is one of few is chosen, with “not recorded” first where that may be. What is wrong
 * stands beside the label.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-form-row.h"

#include "vigie-agenda-item.h"
#include "vigie-choice-row.h"
#include "vigie-form-agenda.h"
#include "vigie-enums.h"
#include "vigie-proposals.h"
#include "vigie-titles.h"
#include "vigie-typed.h"
#include "vigie-values.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More records than one would look through are typed by their code. */
#define CHOICES_MAX 2000

struct _VigieFormRow
{
  GObject parent_instance;

  const VigieField *field;
  guint index;

  /* owned */
  GtkWidget *widget;
  GtkTextBuffer *buffer;  /* of a long text */
  GtkLabel *buffer_label; /* over it; borrowed from @widget */
  GArray *numbers;        /* of a choice of enumeration or boolean */
  GPtrArray *codes;       /* of a choice of records */
  char *code;             /* chosen before the choices were known */
  GCancellable *cancellable;

  gboolean filling;
  gboolean listed; /* the choices of records are known */
};

G_DEFINE_FINAL_TYPE (VigieFormRow, vigie_form_row, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_required (VigieFormRow *self)
{
  return (self->field->flags & VIGIE_FIELD_REQUIRED) != 0;
}

/* "Planned on", and what is wrong with it. */
static void
show_title (VigieFormRow *self, const char *wrong)
{
  g_autofree char *label = vigie_field_dup_typed_label (self->field);
  g_autofree char *told = NULL;

  if (wrong != NULL)
    /* Translators: a field of a form, and in a few words what is wrong with it */
    told = g_strdup_printf (C_ ("form", "%1$s: %2$s"), label, wrong);
  if (wrong != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  if (self->buffer_label != NULL)
    gtk_label_set_label (self->buffer_label, told != NULL ? told : label);
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), told != NULL ? told : label);
  if (wrong != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID);
}

static char *
dup_text (VigieFormRow *self)
{
  GtkTextIter start, end;

  if (self->buffer == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
read_text (VigieFormRow *self, VigieRecord *record, GError **error)
{
  g_autofree char *text = dup_text (self);
  g_auto (VigieValue) value = { 0 };

  if (!vigie_field_parse_typed (self->field, text, &value, error))
    return FALSE;
  if (!value.measured)
    vigie_record_unset (record, self->index);
  else if (vigie_field_holds_text (self->field))
    vigie_record_set_text (record, self->index, value.text);
  else
    vigie_record_set_number (record, self->index, value.number);
  return TRUE;
}

/* The first choice is none, or, of what is required, to be made. */
static gboolean
read_choice (VigieFormRow *self, VigieRecord *record, GError **error)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

  if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
    {
      vigie_record_unset (record, self->index);
      if (!is_required (self))
        return TRUE;
      g_set_error_literal (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_REQUIRED, _ ("required"));
      return FALSE;
    }
  if (self->numbers != NULL)
    vigie_record_set_number (record, self->index, g_array_index (self->numbers, int, selected - 1));
  else
    vigie_record_set_text (record, self->index, g_ptr_array_index (self->codes, selected - 1));
  return TRUE;
}

/**
 * vigie_form_row_read:
 * @record: which takes the value
 *
 * Returns: %FALSE where what stands there is no value of the field: it is told beside it
 */
gboolean
vigie_form_row_read (VigieFormRow *self, VigieRecord *record)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  g_return_val_if_fail (VIGIE_IS_FORM_ROW (self), FALSE);

  /* Nothing can have been chosen yet. */
  if (self->code != NULL)
    {
      vigie_record_set_text (record, self->index, self->code);
      return TRUE;
    }
  good = self->numbers != NULL || self->codes != NULL ? read_choice (self, record, &error)
                                                      : read_text (self, record, &error);
  show_title (self, good ? NULL : error->message);
  return good;
}

/**
 * vigie_form_row_tell:
 * @wrong: (nullable): in a few words, what the register refused
 */
void
vigie_form_row_tell (VigieFormRow *self, const char *wrong)
{
  g_return_if_fail (VIGIE_IS_FORM_ROW (self));

  show_title (self, wrong);
}

/**
 * vigie_form_row_dup_text:
 *
 * Returns: (transfer full): what stands in the field, whether it is right or not, for vigie_form_row_set_text()
 */
char *
vigie_form_row_dup_text (VigieFormRow *self)
{
  guint selected;

  g_return_val_if_fail (VIGIE_IS_FORM_ROW (self), NULL);

  if (self->code != NULL)
    return g_strdup (self->code);
  if (self->numbers == NULL && self->codes == NULL)
    return dup_text (self);
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));
  if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return g_strdup ("");
  if (self->codes != NULL)
    return g_strdup (g_ptr_array_index (self->codes, selected - 1));
  return g_strdup_printf ("%d", g_array_index (self->numbers, int, selected - 1));
}

static guint
find_choice (VigieFormRow *self, const char *text)
{
  if (*text == '\0')
    return 0;
  for (guint i = 0; self->codes != NULL && i < self->codes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->codes, i), text))
      return i + 1;
  for (guint i = 0; self->numbers != NULL && i < self->numbers->len; i++)
    if (g_array_index (self->numbers, int, i) == (int) g_ascii_strtoll (text, NULL, 10))
      return i + 1;
  return 0;
}

/**
 * vigie_form_row_set_text:
 * @text: of vigie_form_row_dup_text()
 *
 * Puts into the field what stood there once.
 */
void
vigie_form_row_set_text (VigieFormRow *self, const char *text)
{
  g_return_if_fail (VIGIE_IS_FORM_ROW (self));

  self->filling = TRUE;
  if (self->codes != NULL && !self->listed)
    g_set_str (&self->code, *text != '\0' ? text : NULL);
  else if (self->codes != NULL || self->numbers != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), find_choice (self, text));
  else if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  self->filling = FALSE;
}

GtkWidget *
vigie_form_row_get_widget (VigieFormRow *self)
{
  g_return_val_if_fail (VIGIE_IS_FORM_ROW (self), NULL);

  return self->widget;
}

/* A value that is still being typed is not called wrong for being short: only what it was is told to be right again. */
static void
changed_cb (VigieFormRow *self)
{
  g_autoptr (VigieRecord) scratch = NULL;

  if (self->filling)
    return;
  if (gtk_widget_has_css_class (self->widget, "error"))
    show_title (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* When one leaves the field, it is looked at. */
static void
left_cb (VigieFormRow *self)
{
  g_autofree char *text = dup_text (self);
  g_auto (VigieValue) value = { 0 };
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && !vigie_field_parse_typed (self->field, text, &value, &error))
    show_title (self, error->message);
}

static void
watch_focus (VigieFormRow *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static void
day_chosen_cb (VigieFormRow *self, GtkCalendar *calendar)
{
  VigieDate day = vigie_date_new (gtk_calendar_get_year (calendar), gtk_calendar_get_month (calendar) + 1,
                                  gtk_calendar_get_day (calendar));
  const VigieValue value = { .measured = TRUE, .number = day };
  g_autofree char *text = vigie_field_dup_typed (self->field, &value);

  gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
}

/* A calendar is a hundred widgets: one is made when it is asked for. */
static void
make_calendar (GtkMenuButton *button, gpointer data)
{
  VigieFormRow *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  VigieDate day = vigie_parse_typed_date (gtk_editable_get_text (GTK_EDITABLE (self->widget)));

  if (day != VIGIE_DATE_NONE)
    {
      int year, month, number;
      g_autoptr (GDateTime) time = NULL;

      vigie_date_get_ymd (day, &year, &month, &number);
      time = g_date_time_new_local (year, month, number, 12, 0, 0);
      gtk_calendar_select_day (GTK_CALENDAR (calendar), time);
    }
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_calendar (VigieFormRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_calendar, self, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->widget), button);
}

static void
make_entry (VigieFormRow *self, const VigieValue *value)
{
  g_autofree char *text = vigie_field_dup_typed (self->field, value);

  self->widget = g_object_ref_sink (adw_entry_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->widget), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->widget), TRUE);
  if (self->field->type == VIGIE_FIELD_INTEGER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->widget), GTK_INPUT_PURPOSE_NUMBER);
  if (self->field->type == VIGIE_FIELD_DATE)
    add_calendar (self);
  g_signal_connect_object (self->widget, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, self->widget);
}

static void
make_text (VigieFormRow *self, const VigieValue *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *view = gtk_text_view_new ();

  self->widget = g_object_ref_sink (adw_preferences_row_new ());
  self->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  self->buffer_label = GTK_LABEL (label);
  gtk_text_buffer_set_text (self->buffer, value->measured ? value->text : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 60);
  gtk_widget_add_css_class (view, "inline");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_add_css_class (box, "vigie-long-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->widget), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->widget), FALSE);
  gtk_widget_set_focusable (self->widget, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, view);
}

static void
make_combo (VigieFormRow *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->widget = g_object_ref_sink (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->widget), FALSE);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self->widget), expression);
  vigie_choice_row_prepare (ADW_COMBO_ROW (self->widget));
  g_signal_connect_object (self->widget, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkStringList *
new_choices (VigieFormRow *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, is_required (self) ? _ ("To be chosen") : _ ("Not recorded"));
  return choices;
}

static void
choose (VigieFormRow *self, GtkStringList *choices, guint selected)
{
  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->widget), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), selected);
  self->filling = FALSE;
}

static void
make_enum (VigieFormRow *self, const VigieValue *value)
{
  g_autoptr (GtkStringList) choices = new_choices (self);
  guint selected = 0;

  make_combo (self);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  if (self->field->type == VIGIE_FIELD_BOOLEAN)
    {
      g_array_append_vals (self->numbers, (int[]) { 1, 0 }, 2);
      gtk_string_list_append (choices, _ ("Yes"));
      gtk_string_list_append (choices, _ ("No"));
    }
  else
    {
      GType type = self->field->enum_type ();
      g_autoptr (GEnumClass) class = g_type_class_ref (type);

      for (guint i = 0; i < class->n_values; i++)
        {
          g_array_append_val (self->numbers, class->values[i].value);
          gtk_string_list_append (choices, vigie_enum_label (type, class->values[i].value));
        }
    }
  for (guint i = 0; i < self->numbers->len && value->measured; i++)
    if (g_array_index (self->numbers, int, i) == value->number)
      selected = i + 1;
  choose (self, choices, selected);
}

static gboolean
is_matter (const VigieField *field)
{
  return field == &vigie_agenda_item_entity.fields[VIGIE_AGENDA_ITEM_MATTER];
}

static void
show_titles (VigieFormRow *self, GPtrArray *titles)
{
  g_autoptr (GtkStringList) choices = NULL;
  g_autofree char *code = g_steal_pointer (&self->code);
  guint selected = 0;

  if (titles == NULL || self->widget == NULL)
    return;
  self->listed = TRUE;
  choices = new_choices (self);
  for (guint i = 0; i < titles->len; i++)
    {
      const VigieTitle *title = g_ptr_array_index (titles, i);

      g_ptr_array_add (self->codes, g_strdup (title->code));
      gtk_string_list_append (choices, title->text);
      if (g_strcmp0 (title->code, code) == 0)
        selected = i + 1;
    }
  /* One that is further than can be chosen stays chosen. */
  if (code != NULL && selected == 0)
    {
      g_ptr_array_add (self->codes, g_strdup (code));
      gtk_string_list_append (choices, code);
      selected = self->codes->len;
    }
  choose (self, choices, selected);
}

static void
titles_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieFormRow) self = data;
  g_autoptr (GPtrArray) titles = vigie_store_list_titles_finish (VIGIE_STORE (source), result, NULL);

  show_titles (self, titles);
}

static void
matters_listed_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieFormRow) self = data;
  g_autoptr (GPtrArray) titles = vigie_form_matters_list_finish (result, NULL);

  show_titles (self, titles);
}

/* Found by typing what they are called. */
static void
make_search (VigieFormRow *self, const VigieValue *value)
{
  make_combo (self);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self->widget), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self->widget), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->code = g_strdup (value->measured ? value->text : NULL);
  self->cancellable = g_cancellable_new ();
}

static void
make_reference (VigieFormRow *self, VigieStore *store, VigieRecord *record, const VigieValue *value)
{
  make_search (self, value);
  if (is_matter (self->field))
    vigie_form_matters_list_async (store, record, self->cancellable, matters_listed_cb, g_object_ref (self));
  else
    vigie_store_list_titles_async (store, self->field->reference, NULL, CHOICES_MAX, self->cancellable,
                                   titles_listed_cb, g_object_ref (self));
}

/* A figure is chosen by its title; one that this program does not know stays what it is. */
static void
make_figure (VigieFormRow *self, const VigieValue *value)
{
  g_autoptr (GPtrArray) figures = vigie_form_figures_list ();

  make_search (self, value);
  show_titles (self, figures);
}

/* People are never listed to choose from: whoever enters a reference has it before him. */
static gboolean
is_chosen (const VigieField *field)
{
  return is_matter (field) || (field->type == VIGIE_FIELD_REFERENCE && !g_str_equal (field->reference->nick, "staff"));
}

static void
vigie_form_row_dispose (GObject *object)
{
  VigieFormRow *self = VIGIE_FORM_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->buffer);
  g_clear_object (&self->widget);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (vigie_form_row_parent_class)->dispose (object);
}

static void
vigie_form_row_class_init (VigieFormRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_form_row_dispose;

  /**
   * VigieFormRow::changed:
   *
   * A person has typed or chosen.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", VIGIE_TYPE_FORM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vigie_form_row_init (VigieFormRow *self G_GNUC_UNUSED)
{
}

/**
 * vigie_form_row_new:
 * @store: where what can be named is listed
 * @record: whose value it shows first
 * @field: index of a field of @record
 * @locked: whether it only shows it
 *
 * Returns: (transfer full): a row
 */
VigieFormRow *
vigie_form_row_new (VigieStore *store, VigieRecord *record, guint field, gboolean locked)
{
  VigieFormRow *self = g_object_new (VIGIE_TYPE_FORM_ROW, NULL);
  const VigieValue *value = vigie_record_get_value (record, field);

  self->field = &vigie_record_get_entity (record)->fields[field];
  self->index = field;
  if (self->field->type == VIGIE_FIELD_ENUM || self->field->type == VIGIE_FIELD_BOOLEAN)
    make_enum (self, value);
  else if (self->field == &vigie_agenda_item_entity.fields[VIGIE_AGENDA_ITEM_FIGURE])
    make_figure (self, value);
  else if (is_chosen (self->field))
    make_reference (self, store, record, value);
  else if ((self->field->flags & VIGIE_FIELD_LONG) != 0)
    make_text (self, value);
  else
    make_entry (self, value);
  if (ADW_IS_ENTRY_ROW (self->widget) && vigie_values_are_listed (vigie_record_get_entity (record), field))
    vigie_proposals_attach (self->widget, store, vigie_record_get_entity (record), field);
  show_title (self, NULL);
  gtk_widget_set_sensitive (self->widget, !locked);
  return self;
}
