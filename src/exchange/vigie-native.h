// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-exchange-error.h"

G_BEGIN_DECLS

/**
 * VigieNativeStyle:
 * @VIGIE_NATIVE_MACHINE: a column named as the field is: money in cents, shares in the field's unit
 * @VIGIE_NATIVE_PERSON: a column named by the field's label: money in euros, shares in percent
 *
 * How a value without a sign is meant.
 */
typedef enum
{
  VIGIE_NATIVE_MACHINE,
  VIGIE_NATIVE_PERSON,
} VigieNativeStyle;

char *vigie_native_parse (const VigieField *field, const char *text, VigieNativeStyle style, GError **error);
char *vigie_native_parse_month (const char *text);
char *vigie_native_parse_moment (const char *text, gboolean month_first);
char *vigie_native_parse_duration (const char *text);
char *vigie_native_parse_hours (const char *text);

gboolean vigie_native_names_field (const VigieField *field, const char *folded, VigieNativeStyle *style);

G_END_DECLS
