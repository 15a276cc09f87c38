// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Values as a person types them: dates and numbers as they are written in the reader's language, amounts with their
 * decimals. What is refused is told in a few words that stand next to what was typed.
 */

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-typed.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without the spaces that group digits, and with a point for decimals. */
static char *
dup_plain_number (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || character == '\'' || character == 0x2019)
        continue;
      g_string_append_unichar (plain, character == ',' ? '.' : character == 0x2212 ? '-' : character);
    }
  return g_string_free_and_steal (plain);
}

static int
count_decimals (const VigieField *self)
{
  return self->unit == VIGIE_UNIT_CENTS ? 2 : self->unit == VIGIE_UNIT_PERMILLE ? 1 : 0;
}

/* A number of at most @decimals decimals, without its point. */
static gboolean
parse_scaled (const char *plain, int decimals, gint64 *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  int after = -1;

  for (const char *c = plain; *c != '\0'; c++)
    {
      if (*c == '.' && after < 0)
        after = 0;
      else if (after >= 0 && after++ >= decimals)
        return FALSE;
      else
        g_string_append_c (digits, *c);
    }
  if (after == 0)
    return FALSE;
  for (after = MAX (after, 0); after < decimals; after++)
    g_string_append_c (digits, '0');
  return g_ascii_string_to_signed (digits->str, 10, G_MININT64, G_MAXINT64, number, NULL);
}

static char *
dup_scaled (gint64 number, int decimals)
{
  g_autofree char *plain = NULL;
  gint64 unit = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;

  if (number % unit == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number / unit);
  plain = g_strdup_printf ("%s%" G_GINT64_FORMAT "%s%0*" G_GINT64_FORMAT, number < 0 ? "-" : "", ABS (number) / unit,
                           vigie_language_get_decimal_point (), decimals, ABS (number) % unit);
  return g_steal_pointer (&plain);
}

static gboolean
refuse (GError **error, char *message)
{
  g_autofree char *owned = message;

  g_set_error_literal (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_VALUE, owned);
  return FALSE;
}

static gboolean
parse_number (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  g_autofree char *plain = dup_plain_number (text);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  int decimals = count_decimals (self);

  if (!parse_scaled (plain, decimals, &value->number))
    /* Translators: what is wrong with a number that was typed */
    return refuse (error, g_strdup (decimals > 0 ? _ ("not a number, such as 12.5") : _ ("not a whole number")));
  if ((self->minimum == 0 && self->maximum == 0) || (value->number >= self->minimum && value->number <= self->maximum))
    return TRUE;
  low = dup_scaled (self->minimum, decimals);
  high = dup_scaled (self->maximum, decimals);
  /* Translators: what is wrong with a number that was typed */
  return refuse (error, g_strdup_printf (_ ("not from %1$s to %2$s"), low, high));
}

/* "24 nov. 2026", as dates are shown, in any of the twelve months. */
static VigieDate
parse_shown_date (const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (wanted, " ", -1);
  guint n = g_strv_length (words);
  int day = (int) g_ascii_strtoll (words[0], NULL, 10);
  int year = n >= 3 ? (int) g_ascii_strtoll (words[n - 1], NULL, 10) : 0;

  for (int month = 1; n >= 3 && month <= 12; month++)
    {
      VigieDate date = vigie_date_new (year, month, day);
      g_autofree char *is_short = vigie_format_date (date);
      g_autofree char *is_long = vigie_format_date_long (date);
      char *forms[] = { is_short, is_long };

      for (gsize i = 0; i < G_N_ELEMENTS (forms) && date != VIGIE_DATE_NONE; i++)
        {
          g_autofree char *folded = g_utf8_casefold (forms[i], -1);
          g_auto (GStrv) parts = g_strsplit (folded, "\u00a0", -1);
          g_autofree char *spaced = g_strjoinv (" ", parts);

          if (g_str_equal (spaced, wanted))
            return date;
        }
    }
  return VIGIE_DATE_NONE;
}

/**
 * vigie_parse_typed_date:
 * @text: as in `24/11/2026`, `24.11.2026`, `24-11-2026`, `2026-11-24`, or as dates are shown
 *
 * Returns: the date; %VIGIE_DATE_NONE where it is none
 */
VigieDate
vigie_parse_typed_date (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\u00a0", -1);
  g_autofree char *spaced = g_strjoinv (" ", pieces);
  g_auto (GStrv) parts = NULL;
  VigieDate iso;
  gint64 numbers[3];

  g_strstrip (spaced);
  iso = vigie_date_parse_iso (spaced);
  if (iso != VIGIE_DATE_NONE)
    return iso;
  parts = g_strsplit_set (spaced, "/.-", -1);
  if (g_strv_length (parts) != 3)
    return parse_shown_date (spaced);
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_signed (parts[i], 10, 1, 9999, &numbers[i], NULL))
      return parse_shown_date (spaced);
  if (numbers[2] < 100)
    numbers[2] += 2000;
  return vigie_date_new ((int) numbers[2], (int) numbers[1], (int) numbers[0]);
}

/**
 * vigie_field_parse_typed:
 * @text: what was typed; blank is *not measured*
 * @value: (out caller-allocates): the value; clear it with vigie_value_clear()
 *
 * Reads text, numbers and dates; other fields are chosen and not typed.
 *
 * Returns: %FALSE with @error set, a few words that follow the field's label
 */
gboolean
vigie_field_parse_typed (const VigieField *self, const char *text, VigieValue *value, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  *value = (VigieValue) { 0 };
  if (*stripped == '\0')
    return (self->flags & VIGIE_FIELD_REQUIRED) == 0 ||
           /* Translators: what is wrong with a field of a form that was left empty */
           refuse (error, g_strdup (_ ("required")));
  if (self->type == VIGIE_FIELD_INTEGER)
    {
      if (!parse_number (self, stripped, value, error))
        return FALSE;
    }
  else if (self->type == VIGIE_FIELD_DATE)
    {
      value->number = vigie_parse_typed_date (stripped);
      if (value->number == VIGIE_DATE_NONE)
        return refuse (error, g_strdup (_ ("not a date, such as 24/11/2026")));
    }
  else
    return vigie_field_parse (self, stripped, value, error);
  value->measured = TRUE;
  return TRUE;
}

/**
 * vigie_field_dup_typed:
 *
 * Returns: (transfer full): the value as vigie_field_parse_typed() reads it back; empty where it is not measured
 */
char *
vigie_field_dup_typed (const VigieField *self, const VigieValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, NULL);

  if (!value->measured)
    return g_strdup ("");
  if (self->type == VIGIE_FIELD_INTEGER)
    return dup_scaled (value->number, count_decimals (self));
  if (self->type == VIGIE_FIELD_DATE)
    return vigie_format_date ((VigieDate) value->number);
  return vigie_field_dup_canonical (self, value);
}

static gboolean
is_same_word (const char *one, const char *other)
{
  g_autofree char *folded_one = g_utf8_casefold (one, -1);
  g_autofree char *folded_other = g_utf8_casefold (other, -1);

  return g_str_equal (folded_one, folded_other);
}

/**
 * vigie_field_dup_typed_label:
 *
 * Returns: (transfer full): the label of the field with the unit that is typed: "Duration (minutes)"
 */
char *
vigie_field_dup_typed_label (const VigieField *self)
{
  const char *label = vigie_field_get_label (self);
  const char *unit = NULL;

  switch (self->unit)
    {
    case VIGIE_UNIT_MINUTES:
      unit = C_ ("unit", "minutes");
      break;
    case VIGIE_UNIT_DAYS:
      unit = C_ ("unit", "days");
      break;
    case VIGIE_UNIT_MONTHS:
      unit = C_ ("unit", "months");
      break;
    case VIGIE_UNIT_PERCENT:
    case VIGIE_UNIT_PERMILLE:
      unit = "%";
      break;
    case VIGIE_UNIT_CENTS:
      unit = "€";
      break;
    case VIGIE_UNIT_NONE:
    case VIGIE_UNIT_PEOPLE:
    case VIGIE_UNIT_YEAR:
    default:
      return g_strdup (label);
    }
  /* "Minutes" say their unit themselves. */
  if (is_same_word (label, unit))
    return g_strdup (label);
  /* Translators: a field of a form and its unit */
  return g_strdup_printf (C_ ("field", "%1$s (%2$s)"), label, unit);
}
