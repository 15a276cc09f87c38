// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-export-private.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/** How cells of a workbook are written. */
typedef struct
{
  lxw_format *head;
  lxw_format *title;
  lxw_format *integer;
  lxw_format *money;
  lxw_format *percent;
  lxw_format *permille;
  lxw_format *date;
  lxw_format *wrapped;
} VigieSheetFormats;

/**
 * VigieSheetKind:
 * @name: of the sheet: at most 31 characters, and no other sheet's
 * @query: what stands in it; outlives this
 */
typedef struct
{
  char *name;
  const VigieQuery *query;
  gint64 n_records;
} VigieSheetKind;

void vigie_sheet_formats_init (VigieSheetFormats *self, lxw_workbook *book);
VigieSheetKind *vigie_sheet_kind_new (const VigieQuery *query, gint64 n_records, GPtrArray *others);
void vigie_sheet_kind_free (VigieSheetKind *self);
void vigie_sheet_about_write (lxw_workbook *book, const VigieSheetFormats *formats, const VigieExportAbout *about,
                              GPtrArray *kinds, const int *columns);

G_END_DECLS
