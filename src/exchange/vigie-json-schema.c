// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the register's own JSON form is, as a JSON Schema made from the field tables, so that it is never out of date.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-export.h"

#include "vigie-entities.h"
#include "vigie-json-rows.h"
#include "vigie-store.h"

#include <json-glib/json-glib.h>

#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/* What may be left out may be null too: both are *not measured*. */
static void
add_type (JsonBuilder *builder, const VigieField *field, const char *type)
{
  if ((field->flags & VIGIE_FIELD_REQUIRED) != 0)
    {
      add_text (builder, "type", type);
      return;
    }
  json_builder_set_member_name (builder, "type");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, type);
  json_builder_add_string_value (builder, "null");
  json_builder_end_array (builder);
}

static void
add_nicks (JsonBuilder *builder, const VigieField *field)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (field->enum_type ());

  json_builder_set_member_name (builder, "enum");
  json_builder_begin_array (builder);
  for (guint i = 0; i < class->n_values; i++)
    json_builder_add_string_value (builder, class->values[i].value_nick);
  if ((field->flags & VIGIE_FIELD_REQUIRED) == 0)
    json_builder_add_null_value (builder);
  json_builder_end_array (builder);
}

static const char *
unit_name (VigieUnit unit)
{
  static const char *const names[] = {
    [VIGIE_UNIT_NONE] = NULL,         [VIGIE_UNIT_PEOPLE] = "people",    [VIGIE_UNIT_MINUTES] = "minutes",
    [VIGIE_UNIT_DAYS] = "days",       [VIGIE_UNIT_MONTHS] = "months",    [VIGIE_UNIT_PERCENT] = "percent",
    [VIGIE_UNIT_PERMILLE] = "1/1000", [VIGIE_UNIT_CENTS] = "euro cents", [VIGIE_UNIT_YEAR] = "year",
  };

  return names[unit];
}

static void
add_description (JsonBuilder *builder, const VigieField *field)
{
  const char *unit = unit_name (field->unit);
  g_autoptr (GString) text = g_string_new (field->label);

  if (unit != NULL)
    g_string_append_printf (text, ", in %s", unit);
  if (field->reference != NULL)
    g_string_append_printf (text, ": the code of a record of \"%s\"", field->reference->nick);
  if ((field->flags & VIGIE_FIELD_KEY) != 0)
    g_string_append (text, "; part of what makes a record the same record");
  add_text (builder, "description", text->str);
}

static void
add_field (JsonBuilder *builder, const VigieField *field)
{
  json_builder_set_member_name (builder, field->name);
  json_builder_begin_object (builder);
  add_description (builder, field);
  switch (field->type)
    {
    case VIGIE_FIELD_INTEGER:
      add_type (builder, field, "integer");
      if (field->minimum != 0 || field->maximum != 0)
        {
          add_number (builder, "minimum", field->minimum);
          add_number (builder, "maximum", field->maximum);
        }
      break;
    case VIGIE_FIELD_BOOLEAN:
      add_type (builder, field, "boolean");
      break;
    case VIGIE_FIELD_ENUM:
      add_nicks (builder, field);
      break;
    case VIGIE_FIELD_DATE:
      add_type (builder, field, "string");
      add_text (builder, "format", "date");
      add_text (builder, "pattern", DATE_PATTERN);
      break;
    case VIGIE_FIELD_TEXT:
    case VIGIE_FIELD_REFERENCE:
    default:
      add_type (builder, field, "string");
      add_number (builder, "maxLength", VIGIE_TEXT_MAX);
    }
  json_builder_end_object (builder);
}

static void
add_entry (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, VIGIE_JSON_ENTERED_ON);
  json_builder_begin_object (builder);
  add_text (builder, "description",
            "The day on which it was entered; where it is left out that is not known. An import believes it where the "
            "register holds no record of the kind yet, so that what is asked of a past day is answered as before; "
            "elsewhere a record counts as entered when it is imported");
  json_builder_set_member_name (builder, "type");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "string");
  json_builder_add_string_value (builder, "null");
  json_builder_end_array (builder);
  add_text (builder, "format", "date");
  add_text (builder, "pattern", DATE_PATTERN);
  json_builder_end_object (builder);
}

static void
add_required (JsonBuilder *builder, const VigieEntity *entity)
{
  json_builder_set_member_name (builder, "required");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & VIGIE_FIELD_REQUIRED) != 0)
      json_builder_add_string_value (builder, entity->fields[i].name);
  json_builder_end_array (builder);
}

static void
close_object (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "additionalProperties");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_end_object (builder);
}

static void
add_kind (JsonBuilder *builder, const VigieEntity *entity)
{
  json_builder_set_member_name (builder, entity->nick);
  json_builder_begin_object (builder);
  add_text (builder, "description", entity->label_plural);
  add_text (builder, "type", "array");
  json_builder_set_member_name (builder, "items");
  json_builder_begin_object (builder);
  add_text (builder, "type", "object");
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  for (guint i = 0; i < entity->n_fields; i++)
    add_field (builder, &entity->fields[i]);
  if (vigie_store_keeps_entry (entity))
    add_entry (builder);
  json_builder_end_object (builder);
  add_required (builder, entity);
  close_object (builder);
  json_builder_end_object (builder);
}

static void
add_records (JsonBuilder *builder)
{
  const VigieEntity *const *entities = vigie_entities ();

  json_builder_set_member_name (builder, "records");
  json_builder_begin_object (builder);
  add_text (builder, "description", "The records, by kind. What is not measured is left out or null, and never 0.");
  add_text (builder, "type", "object");
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  for (guint i = 0; entities[i] != NULL; i++)
    add_kind (builder, entities[i]);
  json_builder_end_object (builder);
  close_object (builder);
}

/**
 * vigie_json_schema_write:
 *
 * Returns: (transfer full): the JSON Schema (draft 2020-12) of the register's own JSON form
 */
char *
vigie_json_schema_write (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_text (builder, "title", "The records of a register of Vigie");
  add_text (
    builder, "description",
    "All that a register holds, with the days on which facts were entered. Not the journal: its entries are changes "
    "of the rows of one file, each bound to the one before, and prove nothing in another. A copy of the register "
    "itself takes it along: \"vigie backup\", or Save a Copy in the window.");
  add_text (builder, "type", "object");
  json_builder_set_member_name (builder, "required");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "vigie");
  json_builder_add_string_value (builder, "records");
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "vigie");
  json_builder_begin_object (builder);
  add_text (builder, "description", "The version of this form.");
  add_number (builder, "const", VIGIE_JSON_VERSION);
  json_builder_end_object (builder);
  add_records (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
