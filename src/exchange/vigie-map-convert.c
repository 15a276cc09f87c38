// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What stands in a cell as a value of the register, as a mapping says.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapping.h"

#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Appends what stands up to the closing quote; returns where that is. */
static const char *
append_quoted (GString *joined, const char *p, char quote)
{
  for (; *p != '\0' && *p != quote; p++)
    {
      gboolean escaped = *p == '\\' && p[1] != '\0';

      if (escaped)
        p++;
      g_string_append_c (joined, escaped && strchr ("ntr", *p) != NULL ? ' ' : *p);
    }
  return p;
}

/* `['a', "b"]`, as Python writes a list: `a; b`. Text that is no list stays as it is. */
static char *
join_list (const char *text)
{
  GString *joined;

  if (*text != '[')
    return g_strdup (text);
  joined = g_string_new (NULL);
  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (*p != '\'' && *p != '"')
        continue;
      if (joined->len > 0)
        g_string_append (joined, "; ");
      p = append_quoted (joined, p + 1, *p);
      if (*p == '\0')
        break;
    }
  return g_string_free_and_steal (joined);
}

static char *
refuse_unlisted (GError **error)
{
  g_set_error_literal (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_VALUE,
                       _ ("the mapping does not say what this value is"));
  return NULL;
}

/* What a workbook writes where a formula failed, in English and in French. It is no text of anyone's. */
static gboolean
is_workbook_error (const char *source)
{
  static const char *const errors[] = {
    "#N/A",  "#REF!", "#VALUE!",  "#DIV/0!",  "#NAME?",  "#NULL!", "#NUM!",
    "#NOM?", "#NUL!", "#VALEUR!", "#NOMBRE!", "#SPILL!", "#CALC!", NULL,
  };

  return *source == '#' && g_strv_contains (errors, source);
}

static char *
parse_form (VigieMapFormat format, const char *source, const char **expected)
{
  switch (format)
    {
    case VIGIE_MAP_MONTH:
      *expected = _ ("expected: a month such as 2025-07 or Jul-25");
      return vigie_native_parse_month (source);
    case VIGIE_MAP_DAY:
      *expected = _ ("expected: a day such as 28/11/2026, with or without the time");
      return vigie_native_parse_moment (source, FALSE);
    case VIGIE_MAP_MONTH_DAY:
      *expected = _ ("expected: month, day and year, such as 11/28/2026");
      return vigie_native_parse_moment (source, TRUE);
    case VIGIE_MAP_DURATION:
      *expected = _ ("expected: hours and minutes such as 1:30");
      return vigie_native_parse_duration (source);
    case VIGIE_MAP_HOURS:
      *expected = _ ("expected: a number of hours such as 1.5");
      return vigie_native_parse_hours (source);
    case VIGIE_MAP_NATIVE:
    case VIGIE_MAP_ONE_LINE:
    case VIGIE_MAP_LIST:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
convert_form (VigieMapFormat format, const char *source, GError **error)
{
  const char *expected = NULL;
  char *text = parse_form (format, source, &expected);

  if (text == NULL)
    g_set_error_literal (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_VALUE, expected);
  return text;
}

/**
 * vigie_map_field_convert:
 * @field: the field that @self fills
 * @source: what stands in the file, trimmed
 *
 * Returns: (transfer full): the canonical text of the field, "" for *not measured*; %NULL with @error
 *   where @source is no value
 */
char *
vigie_map_field_convert (const VigieMapField *self, const VigieField *field, const char *source, GError **error)
{
  if (self->values != NULL)
    {
      g_autofree char *folded = vigie_text_fold (source);
      const char *known = g_hash_table_lookup (self->values, folded);

      if (known != NULL)
        return g_strdup (known);
      if (self->otherwise == NULL && *source != '\0')
        return refuse_unlisted (error);
    }
  if (*source == '\0')
    return g_strdup ("");
  if (is_workbook_error (source))
    {
      g_set_error_literal (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_VALUE,
                           _ ("a formula of the workbook failed here. Mend it, or empty the cell."));
      return NULL;
    }
  if (self->otherwise != NULL)
    return g_strdup (self->otherwise);
  if (self->format == VIGIE_MAP_ONE_LINE)
    return vigie_text_dup_one_line (source);
  if (self->format == VIGIE_MAP_LIST)
    return join_list (source);
  if (self->format == VIGIE_MAP_NATIVE)
    return vigie_native_parse (field, source, self->style, error);
  return convert_form (self->format, source, error);
}

/**
 * vigie_map_field_read:
 * @source: (nullable): what stands in the file, trimmed; %NULL where the field has a constant
 * @value: (out caller-allocates): the value; clear it with vigie_value_clear()
 *
 * What a cell says of a field, by every rule that the cell alone can break.
 *
 * Returns: %FALSE with @error, which says why it is no value of the field
 */
gboolean
vigie_map_field_read (const VigieMapField *self, const VigieField *field, const char *source, VigieValue *value,
                      GError **error)
{
  g_autofree char *converted = NULL;
  const char *text = self->constant;

  if (text == NULL)
    {
      text = converted = vigie_map_field_convert (self, field, source, error);
      if (text == NULL)
        return FALSE;
    }
  if (*text != '\0' || (field->flags & VIGIE_FIELD_REQUIRED) == 0)
    return vigie_field_parse (field, text, value, error);
  g_set_error_literal (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_VALUE, _ ("required, and blank"));
  return FALSE;
}
