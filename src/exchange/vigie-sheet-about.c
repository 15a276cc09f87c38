// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The last sheet of a workbook: where its records come from, of which day they are, and what each column means.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-about.h"

#include "vigie-config.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-native-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHEET_NAME_CHARACTERS 31

static lxw_format *
add_format (lxw_workbook *book, const char *numbers)
{
  lxw_format *format = workbook_add_format (book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (numbers != NULL)
    format_set_num_format (format, numbers);
  return format;
}

/**
 * vigie_sheet_formats_init:
 *
 * Makes the formats of a workbook, which owns them.
 */
void
vigie_sheet_formats_init (VigieSheetFormats *self, lxw_workbook *book)
{
  self->head = add_format (book, NULL);
  format_set_bold (self->head);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->title = add_format (book, NULL);
  format_set_bold (self->title);
  format_set_font_size (self->title, 14);
  self->integer = add_format (book, "#,##0");
  self->money = add_format (book, vigie_language_get () == VIGIE_LANGUAGE_FR ? "#,##0.00\\ \"€\"" : "\"€\"#,##0.00");
  self->percent = add_format (book, "0%");
  self->permille = add_format (book, "0.0%");
  self->date = add_format (book, vigie_language_get () == VIGIE_LANGUAGE_FR ? "dd/mm/yyyy" : "yyyy-mm-dd");
  self->wrapped = add_format (book, NULL);
  format_set_text_wrap (self->wrapped);
}

/* --- names ---------------------------------------------------------------------------------------- */

static gboolean
is_taken (GPtrArray *kinds, const char *name)
{
  for (guint i = 0; i < kinds->len; i++)
    if (strcasecmp (((const VigieSheetKind *) g_ptr_array_index (kinds, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* What a workbook takes for a name: short, without some signs, and no other sheet's. */
static char *
dup_sheet_name (const char *label, GPtrArray *others)
{
  g_autofree char *clean = g_strdelimit (g_strdup (label), "[]:*?/\\'", ' ');
  g_autofree char *name = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SHEET_NAME_CHARACTERS));

  for (guint i = 2; is_taken (others, name); i++)
    {
      g_autofree char *start = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SHEET_NAME_CHARACTERS - 3));

      g_free (name);
      name = g_strdup_printf ("%s %u", start, i);
    }
  return g_steal_pointer (&name);
}

/**
 * vigie_sheet_kind_new:
 * @others: (element-type VigieSheetKind): the sheets that there are
 */
VigieSheetKind *
vigie_sheet_kind_new (const VigieQuery *query, gint64 n_records, GPtrArray *others)
{
  VigieSheetKind *self = g_new0 (VigieSheetKind, 1);

  self->name = dup_sheet_name (vigie_entity_get_label_plural (query->entity), others);
  self->query = query;
  self->n_records = n_records;
  return self;
}

void
vigie_sheet_kind_free (VigieSheetKind *self)
{
  g_free (self->name);
  g_free (self);
}

/* --- what fields are ------------------------------------------------------------------------------ */

static char *
dup_words (const VigieField *field)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (field->enum_type ());
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < class->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            vigie_enum_label (field->enum_type (), class->values[i].value));
  /* Translators: %s is a list of words */
  return g_strdup_printf (_ ("one of: %s"), words->str);
}

static char *
dup_number_kind (const VigieField *field)
{
  switch (field->unit)
    {
    case VIGIE_UNIT_PEOPLE:
      return g_strdup (_ ("a number of people"));
    case VIGIE_UNIT_MINUTES:
      return g_strdup (_ ("minutes"));
    case VIGIE_UNIT_DAYS:
      return g_strdup (_ ("days"));
    case VIGIE_UNIT_MONTHS:
      return g_strdup (_ ("months"));
    case VIGIE_UNIT_PERCENT:
    case VIGIE_UNIT_PERMILLE:
      return g_strdup (_ ("percent"));
    case VIGIE_UNIT_CENTS:
      return g_strdup (_ ("euros"));
    case VIGIE_UNIT_NONE:
    case VIGIE_UNIT_YEAR:
    default:
      return g_strdup (_ ("a whole number"));
    }
}

static char *
dup_meaning (const VigieField *field)
{
  switch (field->type)
    {
    case VIGIE_FIELD_ENUM:
      return dup_words (field);
    case VIGIE_FIELD_INTEGER:
      return dup_number_kind (field);
    case VIGIE_FIELD_DATE:
      return g_strdup (_ ("a date"));
    case VIGIE_FIELD_BOOLEAN:
      return g_strdup (_ ("yes or no"));
    case VIGIE_FIELD_REFERENCE:
      /* Translators: what a column holds; %s is a kind of record, as in: names one of “Sites” */
      return g_strdup_printf (_ ("names one of “%s”"), vigie_entity_get_label_plural (field->reference));
    case VIGIE_FIELD_TEXT:
    default:
      return g_strdup (_ ("a text"));
    }
}

/* --- the sheet ------------------------------------------------------------------------------------ */

typedef struct
{
  lxw_worksheet *sheet;
  const VigieSheetFormats *formats;
  lxw_row_t row;
} About;

static void
add_line (About *self, const char *head, const char *text, const char *more)
{
  worksheet_write_string (self->sheet, self->row, 0, head, self->formats->head);
  worksheet_write_string (self->sheet, self->row, 1, text, self->formats->wrapped);
  if (more != NULL)
    worksheet_write_string (self->sheet, self->row, 2, more, self->formats->wrapped);
  self->row++;
}

static void
add_filters (About *self, const VigieQuery *query)
{
  for (guint i = 0; query->filters != NULL && i < query->filters->len; i++)
    {
      g_autofree char *text = vigie_filter_display (g_ptr_array_index (query->filters, i), query->entity, NULL);

      add_line (self, i == 0 ? _ ("Narrowed to") : "", text, NULL);
    }
  if (query->search != NULL && *query->search != '\0')
    add_line (self, _ ("Searched for"), query->search, NULL);
  if (query->site != NULL)
    add_line (self, _ ("Site"), query->site, NULL);
}

static void
add_kind (About *self, const VigieSheetKind *kind, const int *columns)
{
  const VigieEntity *entity = kind->query->entity;
  g_autofree char *number = vigie_format_integer (kind->n_records);
  g_autofree char *text = NULL;

  self->row++;
  worksheet_write_string (self->sheet, self->row++, 0, kind->name, self->formats->title);
  /* Translators: how many rows a list has; %s is the number */
  text = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) kind->n_records), number);
  add_line (self, _ ("Records"), text, NULL);
  add_filters (self, kind->query);
  for (guint i = 0; i < vigie_export_n_columns (entity, columns); i++)
    {
      const VigieField *field = &entity->fields[vigie_export_get_field (columns, i)];
      VigieNativeStyle style = VIGIE_NATIVE_PERSON;
      g_autofree char *heading = vigie_native_dup_heading (entity, vigie_export_get_field (columns, i), &style);
      g_autofree char *meaning = dup_meaning (field);

      add_line (self, heading, meaning, field->name);
    }
}

/**
 * vigie_sheet_about_write:
 * @kinds: (element-type VigieSheetKind): the sheets with records
 * @columns: (nullable): the fields that stand in them
 *
 * Adds the last sheet.
 */
void
vigie_sheet_about_write (lxw_workbook *book, const VigieSheetFormats *formats, const VigieExportAbout *about,
                         GPtrArray *kinds, const int *columns)
{
  /* Translators: the name of a sheet of a workbook that says where it comes from */
  g_autofree char *name = dup_sheet_name (C_ ("sheet", "about"), kinds);
  g_autofree char *day = about->as_of != VIGIE_DATE_NONE ? vigie_format_date (about->as_of) : NULL;
  About self = { workbook_add_worksheet (book, name), formats, 0 };

  worksheet_set_column (self.sheet, 0, 0, 30, NULL);
  worksheet_set_column (self.sheet, 1, 1, 70, NULL);
  worksheet_set_column (self.sheet, 2, 2, 24, NULL);
  worksheet_write_string (self.sheet, self.row++, 0, _ ("Where this comes from"), formats->title);
  if (about->organisation != NULL)
    add_line (&self, _ ("Organisation"), about->organisation, NULL);
  add_line (&self, _ ("Register"), about->register_name, NULL);
  if (day != NULL)
    add_line (&self, _ ("As of"), day, NULL);
  add_line (&self, _ ("Made by"), VIGIE_APPLICATION_NAME " " VIGIE_VERSION, NULL);
  add_line (&self, _ ("Empty cells"), _ ("Not measured: neither zero nor no."), NULL);
  for (guint i = 0; i < kinds->len; i++)
    add_kind (&self, g_ptr_array_index (kinds, i), columns);
}
