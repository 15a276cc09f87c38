// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-sheet-number.h"
#include "vigie-zip.h"

G_BEGIN_DECLS

/**
 * VigieXlsxBook:
 * @names: (element-type utf8): of the sheets, ended by %NULL once it is read
 * @parts: (element-type utf8): where in the archive each sheet is
 * @formats: (element-type VigieSheetFormat): of each cell style
 * @texts: every shared text, each ended by a NUL
 * @offsets: (element-type gsize): where each begins in @texts
 *
 * What a workbook says outside its sheets.
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *parts;
  GArray *formats;
  GString *texts;
  GArray *offsets;
  gboolean epoch_1904;
} VigieXlsxBook;

VigieXlsxBook *vigie_xlsx_book_new (VigieZip *zip, GError **error);
void vigie_xlsx_book_free (VigieXlsxBook *self);
const char *vigie_xlsx_book_get_text (const VigieXlsxBook *self, const char *index);
void vigie_xlsx_append_text (GString *to, const char *text, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieXlsxBook, vigie_xlsx_book_free)

G_END_DECLS
