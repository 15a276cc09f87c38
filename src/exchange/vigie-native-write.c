// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Values as people write them in a table, so that vigie-native.c reads them back to the same.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-native-write.h"

#include "vigie-enums.h"
#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Whether numbers in a column named by the label of @field would be read as if it were named by the field. */
static gboolean
is_named_like_its_label (const VigieField *field, const char *folded)
{
  VigieNativeStyle style;

  return vigie_native_names_field (field, folded, &style) && style == VIGIE_NATIVE_MACHINE;
}

/**
 * vigie_native_dup_heading:
 * @style: (inout): as %VIGIE_NATIVE_PERSON, the label is wanted; as %VIGIE_NATIVE_MACHINE, the name. Set to how the
 *   values of a column of that heading are to be written
 *
 * Returns: (transfer full): the heading of the column of a field; its name where its label would be another field's too
 */
char *
vigie_native_dup_heading (const VigieEntity *entity, guint field, VigieNativeStyle *style)
{
  const VigieField *of = &entity->fields[field];
  const char *label = vigie_field_get_label (of);
  g_autofree char *folded = vigie_text_fold (label);

  for (guint i = 0; *style == VIGIE_NATIVE_PERSON && i < entity->n_fields; i++)
    {
      VigieNativeStyle other;

      if (i != field && vigie_native_names_field (&entity->fields[i], folded, &other))
        *style = VIGIE_NATIVE_MACHINE;
    }
  if (*style == VIGIE_NATIVE_PERSON && (of->unit == VIGIE_UNIT_CENTS || of->unit == VIGIE_UNIT_PERMILLE) &&
      is_named_like_its_label (of, folded))
    *style = VIGIE_NATIVE_MACHINE;
  return g_strdup (*style == VIGIE_NATIVE_PERSON ? label : of->name);
}

static char *
dup_day (VigieDate date)
{
  int year, month, day;

  vigie_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}

static char *
dup_decimal (gint64 number, int decimals)
{
  gint64 unit = decimals == 2 ? 100 : 10;
  guint64 size = number < 0 ? 0 - (guint64) number : (guint64) number;

  return g_strdup_printf ("%s%" PRIu64 ",%0*" PRIu64, number < 0 ? "-" : "", size / (guint64) unit, decimals,
                          size % (guint64) unit);
}

/* The label, unless it is that of another value too. */
static char *
dup_word (const VigieField *field, int value)
{
  GType type = field->enum_type ();
  const char *label = vigie_enum_label (type, value);
  g_autofree char *read = vigie_native_parse (field, label, VIGIE_NATIVE_PERSON, NULL);
  const char *nick = vigie_enum_to_nick (type, value);

  return g_strdup (g_strcmp0 (read, nick) == 0 ? label : nick);
}

/**
 * vigie_native_dup_text:
 * @style: %VIGIE_NATIVE_MACHINE for the canonical text; %VIGIE_NATIVE_PERSON for words in the reader's language, days
 *   as 23/11/2026, and numbers with a decimal comma
 *
 * Returns: (transfer full) (nullable): what vigie_native_parse() reads back to @value; %NULL where it is not measured
 */
char *
vigie_native_dup_text (const VigieField *field, const VigieValue *value, VigieNativeStyle style)
{
  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  if (style == VIGIE_NATIVE_MACHINE || !value->measured)
    return vigie_field_dup_canonical (field, value);
  if (field->type == VIGIE_FIELD_DATE)
    return dup_day ((VigieDate) value->number);
  if (field->type == VIGIE_FIELD_BOOLEAN)
    return g_strdup (value->number != 0 ? _ ("Yes") : _ ("No"));
  if (field->type == VIGIE_FIELD_ENUM)
    return dup_word (field, (int) value->number);
  if (field->type == VIGIE_FIELD_INTEGER && field->unit == VIGIE_UNIT_CENTS)
    return dup_decimal (value->number, 2);
  if (field->type == VIGIE_FIELD_INTEGER && field->unit == VIGIE_UNIT_PERMILLE)
    return dup_decimal (value->number, 1);
  return vigie_field_dup_canonical (field, value);
}
