// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieSheetFormat:
 *
 * What a cell's format makes of its number.
 */
typedef enum
{
  VIGIE_SHEET_NUMBER,
  VIGIE_SHEET_PERCENT,
  VIGIE_SHEET_EURO,
  VIGIE_SHEET_DATE,
  VIGIE_SHEET_TIME,
} VigieSheetFormat;

VigieSheetFormat vigie_sheet_format_parse (const char *code);
VigieSheetFormat vigie_sheet_format_builtin (guint id);
char *vigie_sheet_number_dup_text (double number, VigieSheetFormat format, gboolean epoch_1904);

G_END_DECLS
