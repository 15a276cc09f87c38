// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-field.h"

#include "vigie-enums.h"
#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

G_DEFINE_QUARK (vigie-model-error, vigie_model_error)

void
vigie_value_clear (VigieValue *self)
{
  g_clear_pointer (&self->text, g_ref_string_release);
  self->measured = FALSE;
  self->number = 0;
}

gboolean
vigie_value_equal (const VigieValue *a, const VigieValue *b)
{
  return a->measured == b->measured && a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * vigie_field_get_text_max:
 *
 * Returns: the most bytes that a text of the field may hold
 */
gsize
vigie_field_get_text_max (const VigieField *self)
{
  return self->maximum > 0 ? (gsize) self->maximum : VIGIE_TEXT_MAX;
}

/**
 * vigie_field_holds_text:
 *
 * Returns: whether a value of @self is in `text` rather than in `number`
 */
gboolean
vigie_field_holds_text (const VigieField *self)
{
  return self->type == VIGIE_FIELD_TEXT || self->type == VIGIE_FIELD_REFERENCE;
}

/**
 * vigie_field_get_label:
 *
 * Returns: (transfer none): the name of the field in the reader's language
 */
const char *
vigie_field_get_label (const VigieField *self)
{
  return g_dpgettext2 (NULL, "field", self->label);
}

static gboolean
refuse (const VigieField *self, const char *text, const char *expected, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, (gssize) strnlen (text, 80));

  /* Translators: a value of a file is refused. %1$s is the field, %2$s the value, %3$s what is expected. */
  g_set_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_VALUE, _ ("%1$s: “%2$s” is not %3$s"), self->name, shown,
               expected);
  return FALSE;
}

static gboolean
parse_text (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  gsize length = strlen (text);

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return refuse (self, text, _ ("valid UTF-8 text"), error);
  if (length > vigie_field_get_text_max (self))
    {
      g_set_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_RANGE,
                   _ ("%1$s: a text of %2$zu bytes; at most %3$zu are kept"), self->name, length,
                   vigie_field_get_text_max (self));
      return FALSE;
    }
  value->text = g_ref_string_new_len (text, (gssize) length);
  return TRUE;
}

static gboolean
parse_integer (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return refuse (self, text, _ ("a whole number"), error);
  if ((self->minimum != 0 || self->maximum != 0) && (number < self->minimum || number > self->maximum))
    {
      g_set_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_RANGE,
                   _ ("%1$s: %2$" PRId64 " is not between %3$" PRId64 " and %4$" PRId64), self->name, number,
                   self->minimum, self->maximum);
      return FALSE;
    }
  value->number = number;
  return TRUE;
}

static gboolean
parse_date (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  VigieDate date = vigie_date_parse_iso (text);

  if (date == VIGIE_DATE_NONE)
    return refuse (self, text, _ ("a date in the form YYYY-MM-DD"), error);
  value->number = date;
  return TRUE;
}

static gboolean
parse_boolean (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
    return refuse (self, text, _ ("true or false"), error);
  value->number = strcmp (text, "true") == 0;
  return TRUE;
}

static gboolean
parse_enum (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  g_autofree char *nicks = NULL;
  g_autofree char *expected = NULL;
  int found;

  if (vigie_enum_from_nick (self->enum_type (), text, &found))
    {
      value->number = found;
      return TRUE;
    }
  nicks = vigie_enum_dup_nicks (self->enum_type ());
  /* Translators: %s is a list of words */
  expected = g_strdup_printf (_ ("one of: %s"), nicks);
  return refuse (self, text, expected, error);
}

/**
 * vigie_field_parse:
 * @text: (nullable): the canonical text of a value: `YYYY-MM-DD`, `true`, a nick, a whole number, a
 *   code; %NULL or empty is *not measured*
 * @value: (out caller-allocates): the value; clear it with vigie_value_clear()
 *
 * Returns: %FALSE with a message that names the field, the value and what is expected
 */
gboolean
vigie_field_parse (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  static gboolean (*const parsers[]) (const VigieField *, const char *, VigieValue *, GError **) = {
    [VIGIE_FIELD_TEXT] = parse_text,       [VIGIE_FIELD_INTEGER] = parse_integer, [VIGIE_FIELD_DATE] = parse_date,
    [VIGIE_FIELD_BOOLEAN] = parse_boolean, [VIGIE_FIELD_ENUM] = parse_enum,       [VIGIE_FIELD_REFERENCE] = parse_text,
  };

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  *value = (VigieValue) { 0 };
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!parsers[self->type](self, text, value, error))
    return FALSE;
  value->measured = TRUE;
  return TRUE;
}

/**
 * vigie_field_dup_canonical:
 *
 * Returns: (transfer full) (nullable): the text that vigie_field_parse() reads back to the same
 *   value; %NULL where it is not measured
 */
char *
vigie_field_dup_canonical (const VigieField *self, const VigieValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, NULL);

  if (!value->measured)
    return NULL;
  switch (self->type)
    {
    case VIGIE_FIELD_TEXT:
    case VIGIE_FIELD_REFERENCE:
      return g_strdup (value->text);
    case VIGIE_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    case VIGIE_FIELD_DATE:
      return vigie_date_dup_iso ((VigieDate) value->number);
    case VIGIE_FIELD_BOOLEAN:
      return g_strdup (value->number != 0 ? "true" : "false");
    case VIGIE_FIELD_ENUM:
      return g_strdup (vigie_enum_to_nick (self->enum_type (), (int) value->number));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
display_integer (const VigieField *self, gint64 number)
{
  if (self->unit == VIGIE_UNIT_YEAR)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (self->unit == VIGIE_UNIT_CENTS)
    return vigie_format_money (number);
  if (self->unit == VIGIE_UNIT_PERCENT)
    return vigie_format_percent ((double) number / 100, 0);
  if (self->unit == VIGIE_UNIT_PERMILLE)
    return vigie_format_percent ((double) number / 1000, 1);
  return vigie_format_integer (number);
}

/**
 * vigie_field_display:
 *
 * Returns: (transfer full): the value for a person, in the reader's language; a dash where it is not
 *   measured
 */
char *
vigie_field_display (const VigieField *self, const VigieValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, NULL);

  if (!value->measured)
    return g_strdup (VIGIE_NOT_MEASURED);
  switch (self->type)
    {
    case VIGIE_FIELD_TEXT:
    case VIGIE_FIELD_REFERENCE:
      return g_strdup (value->text);
    case VIGIE_FIELD_INTEGER:
      return display_integer (self, value->number);
    case VIGIE_FIELD_DATE:
      return vigie_format_date ((VigieDate) value->number);
    case VIGIE_FIELD_BOOLEAN:
      return g_strdup (value->number != 0 ? _ ("Yes") : _ ("No"));
    case VIGIE_FIELD_ENUM:
      return g_strdup (vigie_enum_label (self->enum_type (), (int) value->number));
    default:
      g_return_val_if_reached (NULL);
    }
}
