// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The register's own JSON form, see vigie-json-rows.c: kinds in the order in which they are referred to, records in the
 * order of entry, one a line, so that the same register always gives the same bytes and two of them can be compared.
 * With a fact goes the day on which it was entered, without which the picture of a past day could not be made again. The
 * journal stays: it tells what was changed in one file, row by row and chained, and is of no other.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-export-private.h"

#include "vigie-enums.h"
#include "vigie-json-rows.h"
#include "vigie-whole-file.h"

#include <inttypes.h>

typedef struct
{
  VigieWholeFile *file;
  GString *text;
  const char *after_kind;
  const char *after_record;
} Writer;

static void
hand_over (Writer *self)
{
  vigie_whole_file_write (self->file, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
}

static void
free_writer (gpointer data)
{
  Writer *self = data;

  g_clear_pointer (&self->file, vigie_whole_file_free);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gpointer
open_file (GFile *file, VigieExportFormat format G_GNUC_UNUSED, const int *columns G_GNUC_UNUSED,
           const VigieExportAbout *about G_GNUC_UNUSED, GError **error)
{
  VigieWholeFile *whole = vigie_whole_file_new (file, error);
  Writer *self;

  if (whole == NULL)
    return NULL;
  self = g_new0 (Writer, 1);
  self->file = whole;
  self->text = g_string_new (NULL);
  self->after_kind = "";
  g_string_printf (self->text, "{\n  \"vigie\": %d,\n  \"records\": {", VIGIE_JSON_VERSION);
  return self;
}

static void
end_kind (Writer *self)
{
  if (self->after_record != NULL)
    g_string_append (self->text, *self->after_record == ',' ? "\n    ]" : "]");
}

static gboolean
begin (gpointer data, const VigieQuery *query, gint64 n_records G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  Writer *self = data;

  end_kind (self);
  g_string_append_printf (self->text, "%s\n    \"%s\": [", self->after_kind, query->entity->nick);
  self->after_kind = ",";
  self->after_record = "";
  return TRUE;
}

static void
append_string (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (text, "\\\"");
        break;
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\r':
        g_string_append (text, "\\r");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guint) (guchar) *p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
append_value (GString *text, const VigieField *field, const VigieValue *value)
{
  g_autofree char *canonical = vigie_field_dup_canonical (field, value);

  if (field->type == VIGIE_FIELD_INTEGER || field->type == VIGIE_FIELD_BOOLEAN)
    g_string_append (text, canonical);
  else
    append_string (text, canonical);
}

/* Every record has fields of its own before it. */
static void
append_entry (GString *text, VigieRecord *record)
{
  VigieDate day = vigie_record_get_entered_on (record);
  char iso[VIGIE_DATE_ISO_SIZE];

  if (day == VIGIE_DATE_NONE)
    return;
  vigie_date_to_iso (day, iso);
  g_string_append_printf (text, ", \"" VIGIE_JSON_ENTERED_ON "\": \"%s\"", iso);
}

static gboolean
take (gpointer data, VigieRecord *record, GError **error G_GNUC_UNUSED)
{
  Writer *self = data;
  const VigieEntity *entity = vigie_record_get_entity (record);
  const char *separator = "";

  g_string_append_printf (self->text, "%s\n      {", self->after_record);
  self->after_record = ",";
  for (guint i = 0; i < entity->n_fields; i++)
    if (vigie_record_is_measured (record, i))
      {
        g_string_append_printf (self->text, "%s\"%s\": ", separator, entity->fields[i].name);
        append_value (self->text, &entity->fields[i], vigie_record_get_value (record, i));
        separator = ", ";
      }
  append_entry (self->text, record);
  g_string_append_c (self->text, '}');
  hand_over (self);
  return TRUE;
}

static gboolean
finish (gpointer data, GError **error)
{
  Writer *self = data;

  end_kind (self);
  g_string_append (self->text, "\n  }\n}\n");
  hand_over (self);
  return vigie_whole_file_finish (self->file, error);
}

const VigieExportWriter vigie_export_json = { open_file, begin, take, finish, free_writer };
