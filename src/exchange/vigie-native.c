// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Values as people write them in a table, in any language that Vigie speaks, made into the canonical text of a
 * field. What could mean two things is refused rather than guessed.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-native.h"

#include "vigie-catalogue.h"
#include "vigie-enums.h"
#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static gboolean
refuse (const char *expected, GError **error)
{
  /* Translators: a value of a file is refused; %s is what should stand in its place */
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_VALUE, _ ("expected: %s"), expected);
  return FALSE;
}

/* --- dates ---------------------------------------------------------------------------------------- */

static char *
dup_day (int year, int month, int day)
{
  VigieDate date = vigie_date_new (year, month, day);

  return date != VIGIE_DATE_NONE ? vigie_date_dup_iso (date) : NULL;
}

/* A day that a database or a workbook wrote with the time of midnight. */
static gboolean
is_midnight (const char *text)
{
  return *text == '\0' || g_str_equal (text, "T00:00") || g_str_equal (text, "T00:00:00") ||
         g_str_equal (text, " 00:00") || g_str_equal (text, " 00:00:00") || g_str_equal (text, "T00:00:00Z");
}

static char *
parse_date (const char *text, GError **error)
{
  int year, month, day;
  int end = 0;
  char separator, other;
  char *iso = NULL;

  if (vigie_date_parse_iso (text) != VIGIE_DATE_NONE)
    return g_strdup (text);
  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 && is_midnight (text + end))
    iso = dup_day (year, month, day);
  else if (sscanf (text, "%2d%c%2d%c%4d%n", &day, &separator, &month, &other, &year, &end) == 5 && separator == other &&
           strchr ("/.-", separator) != NULL && year >= 1000 && is_midnight (text + end))
    iso = dup_day (year, month, day);
  if (iso == NULL)
    refuse (_ ("a date such as 2026-11-23 or 23/11/2026"), error);
  return iso;
}

static int
month_from_name (const char *name)
{
  /* Beginnings that tell the months apart in every language that Vigie speaks, folded. */
  static const struct
  {
    const char *beginning;
    int month;
  } months[] = {
    { "jan", 1 },  { "gen", 1 },  { "ene", 1 },  { "feb", 2 },  { "fev", 2 },  { "mar", 3 },  { "maa", 3 },
    { "mrt", 3 },  { "apr", 4 },  { "avr", 4 },  { "abr", 4 },  { "may", 5 },  { "mai", 5 },  { "mag", 5 },
    { "mei", 5 },  { "juin", 6 }, { "jun", 6 },  { "giu", 6 },  { "juil", 7 }, { "jul", 7 },  { "lug", 7 },
    { "aug", 8 },  { "aou", 8 },  { "ago", 8 },  { "sep", 9 },  { "set", 9 },  { "oct", 10 }, { "okt", 10 },
    { "ott", 10 }, { "nov", 11 }, { "dec", 12 }, { "dez", 12 }, { "dic", 12 },
  };
  g_autofree char *folded = vigie_text_fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (folded, months[i].beginning))
      return months[i].month;
  return 0;
}

/**
 * vigie_native_parse_month:
 * @text: a month such as `2025-07`, `07/2025`, `Jul-25` or `juillet 2025`; years of two digits are 20xx
 *
 * Returns: (transfer full) (nullable): its first day, in ISO 8601; %NULL where @text is no month
 */
char *
vigie_native_parse_month (const char *text)
{
  char name[32];
  int year, month, end = 0;

  if (sscanf (text, "%4d-%2d%n", &year, &month, &end) == 2 && text[end] == '\0' && year >= 1000)
    return dup_day (year, month, 1);
  if (sscanf (text, "%2d/%4d%n", &month, &year, &end) == 2 && text[end] == '\0' && year >= 1000)
    return dup_day (year, month, 1);
  if (sscanf (text, "%31[^-0-9. ]%*[-. ]%4d%n", name, &year, &end) == 2 && text[end] == '\0')
    return dup_day (year < 100 ? 2000 + year : year, month_from_name (name), 1);
  return NULL;
}

/* --- numbers -------------------------------------------------------------------------------------- */

/* A decimal number, digit by digit, so that money is never a float. */
typedef struct
{
  gboolean negative;
  GString *digits;
  int decimals;
  gboolean euros;
  gboolean percent;
} Number;

static gboolean
is_group_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x202f || c == 0x2019 || c == '\'';
}

static gboolean
take_character (Number *self, gunichar c, gboolean *has_point)
{
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    {
      if (self->euros || self->percent)
        return FALSE;
      g_string_append_c (self->digits, (char) c);
      self->decimals += *has_point;
      return TRUE;
    }
  if ((c == ',' || c == '.') && !*has_point && self->digits->len > 0)
    return *has_point = TRUE;
  if ((c == '-' || c == 0x2212) && self->digits->len == 0 && !self->negative)
    return self->negative = TRUE;
  if (c == 0x20ac && !self->euros && !self->percent)
    return self->euros = TRUE;
  if (c == '%' && !self->euros && !self->percent)
    return self->percent = TRUE;
  return is_group_separator (c);
}

static gboolean
split_number (const char *text, Number *self)
{
  gboolean has_point = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!take_character (self, g_utf8_get_char (p), &has_point))
      return FALSE;
  /* 12.500 and 1,000 are twelve and a half to one reader and thousands to another. */
  return self->digits->len > 0 && self->decimals != 3 && !(has_point && self->decimals == 0);
}

/* How many places the decimal point moves: euros to cents, percent to per mille. -1: not that unit. */
static int
find_shift (const VigieField *field, const Number *number, VigieNativeStyle style)
{
  gboolean person = style == VIGIE_NATIVE_PERSON;

  if (number->euros)
    return field->unit == VIGIE_UNIT_CENTS ? 2 : -1;
  if (field->unit == VIGIE_UNIT_CENTS)
    return person && !number->percent ? 2 : number->percent ? -1 : 0;
  if (field->unit == VIGIE_UNIT_PERMILLE)
    return person || number->percent ? 1 : 0;
  return number->percent && field->unit != VIGIE_UNIT_PERCENT ? -1 : 0;
}

static char *
shift_number (Number *number, int shift)
{
  while (number->decimals < shift)
    {
      g_string_append_c (number->digits, '0');
      number->decimals++;
    }
  /* Decimals that say nothing, as in 12,00. */
  while (number->decimals > shift && g_str_has_suffix (number->digits->str, "0"))
    {
      g_string_truncate (number->digits, number->digits->len - 1);
      number->decimals--;
    }
  if (number->decimals > shift || number->digits->len > 18)
    return NULL;
  return g_strdup_printf ("%s%" PRId64, number->negative ? "-" : "", g_ascii_strtoll (number->digits->str, NULL, 10));
}

static char *
parse_integer (const VigieField *field, const char *text, VigieNativeStyle style, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  Number number = { .digits = digits };
  char *canonical = NULL;
  int shift;

  if (split_number (text, &number))
    {
      shift = find_shift (field, &number, style);
      canonical = shift >= 0 ? shift_number (&number, shift) : NULL;
    }
  if (canonical != NULL)
    return canonical;
  if (field->unit == VIGIE_UNIT_CENTS)
    refuse (style == VIGIE_NATIVE_PERSON ? _ ("an amount of money such as 12 500,50") : _ ("a whole number of cents"),
            error);
  else if (field->unit == VIGIE_UNIT_PERMILLE)
    refuse (_ ("a share such as 63,2 %"), error);
  else
    refuse (_ ("a whole number"), error);
  return NULL;
}

/* --- words ---------------------------------------------------------------------------------------- */

static char *
parse_boolean (const char *text, GError **error)
{
  static const char *const yes[] = { "true", "yes", "oui", "vrai", "ja", "si", "1", NULL };
  static const char *const no[] = { "false", "no", "non", "faux", "nein", "nee", "0", NULL };
  g_autofree char *folded = vigie_text_fold (text);

  if (g_strv_contains (yes, folded))
    return g_strdup ("true");
  if (g_strv_contains (no, folded))
    return g_strdup ("false");
  refuse (_ ("yes or no"), error);
  return NULL;
}

static gboolean
folds_to (const char *text, const char *folded)
{
  g_autofree char *own = vigie_text_fold (text);

  return g_str_equal (own, folded);
}

/* Whether @label, in English in the program, is @folded in any language. */
static gboolean
is_called (const char *context, const char *label, const char *folded)
{
  for (int language = 0; language < VIGIE_N_LANGUAGES; language++)
    if (folds_to (vigie_catalogue_lookup ((VigieLanguage) language, context, label), folded))
      return TRUE;
  return FALSE;
}

static gboolean
names_value (GType type, const GEnumValue *value, const char *folded)
{
  const char *context;
  const char *label = vigie_enum_get_text (type, value->value, &context);

  return folds_to (value->value_nick, folded) || is_called (context, label, folded);
}

static char *
parse_enum (const VigieField *field, const char *text, GError **error)
{
  GType type = field->enum_type ();
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  g_autofree char *folded = NULL;
  g_autofree char *nicks = NULL;
  g_autofree char *expected = NULL;

  if (g_enum_get_value_by_nick (class, text) != NULL)
    return g_strdup (text);
  folded = vigie_text_fold (text);
  for (guint i = 0; i < class->n_values; i++)
    if (names_value (type, &class->values[i], folded))
      return g_strdup (class->values[i].value_nick);
  nicks = vigie_enum_dup_nicks (type);
  /* Translators: %s is a list of words */
  expected = g_strdup_printf (_ ("one of: %s"), nicks);
  refuse (expected, error);
  return NULL;
}

/**
 * vigie_native_parse:
 * @text: what stands in a cell, trimmed and not blank
 * @style: how numbers without a sign are meant
 *
 * Returns: (transfer full): the canonical text, see vigie_field_parse(); %NULL with @error, which says
 *   only what is expected
 */
char *
vigie_native_parse (const VigieField *field, const char *text, VigieNativeStyle style, GError **error)
{
  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  switch (field->type)
    {
    case VIGIE_FIELD_DATE:
      return parse_date (text, error);
    case VIGIE_FIELD_INTEGER:
      return parse_integer (field, text, style, error);
    case VIGIE_FIELD_BOOLEAN:
      return parse_boolean (text, error);
    case VIGIE_FIELD_ENUM:
      return parse_enum (field, text, error);
    case VIGIE_FIELD_TEXT:
    case VIGIE_FIELD_REFERENCE:
      return g_strdup (text);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * vigie_native_names_field:
 * @folded: the name of a column, folded
 * @style: (out): how its values are meant
 *
 * Returns: whether a column of that name is that field: by the field's name, or by its label in any language that
 *   Vigie speaks
 */
gboolean
vigie_native_names_field (const VigieField *field, const char *folded, VigieNativeStyle *style)
{
  *style = VIGIE_NATIVE_MACHINE;
  if (folds_to (field->name, folded))
    return TRUE;
  *style = VIGIE_NATIVE_PERSON;
  return is_called ("field", field->label, folded);
}
