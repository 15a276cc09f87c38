// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-zip.h"

G_BEGIN_DECLS

/** The most cells of a row: as many as Excel has columns. */
#define VIGIE_SHEET_COLUMNS_MAX 16384
/** The most rows of a sheet: as many as Excel has. */
#define VIGIE_SHEET_ROWS_MAX 1048576
/** The most merged cells that are looked at: those of a head come first. */
#define VIGIE_SHEET_MERGES_MAX 1000
/** The most bytes of the cells that 64 KiB of a sheet may make. */
#define VIGIE_SHEET_BLOCK_MAX (64 * 1024 * 1024)
/** The most bytes of a cell. */
#define VIGIE_SHEET_CELL_MAX (256 * 1024)

/**
 * VigieSheetRow:
 * @number: from 1, as people see it at the side of the sheet
 * @cells: (element-type utf8): its cells from the first column on, %NULL where blank; the last is not
 */
typedef struct
{
  guint64 number;
  GPtrArray *cells;
} VigieSheetRow;

VigieSheetRow *vigie_sheet_row_new (guint64 number);
void vigie_sheet_row_free (VigieSheetRow *self);
void vigie_sheet_row_set (VigieSheetRow *self, guint column, char *text);
const char *vigie_sheet_row_get (const VigieSheetRow *self, guint column);
guint vigie_sheet_row_count (const VigieSheetRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSheetRow, vigie_sheet_row_free)

/**
 * VigieMerge:
 *
 * Cells that a sheet shows as one: rows from 1, columns from 0.
 */
typedef struct
{
  guint64 row;
  guint64 last_row;
  guint column;
  guint last_column;
} VigieMerge;

#define VIGIE_TYPE_SHEET_READER (vigie_sheet_reader_get_type ())
G_DECLARE_INTERFACE (VigieSheetReader, vigie_sheet_reader, VIGIE, SHEET_READER, GObject)

/**
 * VigieSheetReaderInterface:
 * @get_sheets: names of the sheets, in their order
 * @open_sheet: goes to the beginning of a sheet
 * @next: the next row of it that has a cell, owned by the caller; %NULL at the end or with @error
 * @get_merges: (element-type VigieMerge): of the sheet; whole once its rows up to there are read
 *
 * The rows of a workbook, of whatever kind.
 */
struct _VigieSheetReaderInterface
{
  GTypeInterface parent_iface;

  const char *const *(*get_sheets) (VigieSheetReader *self);
  gboolean (*open_sheet) (VigieSheetReader *self, guint sheet, GError **error);
  VigieSheetRow *(*next) (VigieSheetReader *self, GError **error);
  GArray *(*get_merges) (VigieSheetReader *self);
  double (*get_progress) (VigieSheetReader *self);
};

const char *const *vigie_sheet_reader_get_sheets (VigieSheetReader *self);
gboolean vigie_sheet_reader_open_sheet (VigieSheetReader *self, guint sheet, GError **error);
VigieSheetRow *vigie_sheet_reader_next (VigieSheetReader *self, GError **error);
GArray *vigie_sheet_reader_get_merges (VigieSheetReader *self);
double vigie_sheet_reader_get_progress (VigieSheetReader *self);

VigieSheetReader *vigie_xlsx_reader_new (VigieZip *zip, GError **error);
VigieSheetReader *vigie_ods_reader_new (VigieZip *zip, GError **error);
VigieSheetReader *vigie_xls_reader_new (GFile *file, GError **error);

G_END_DECLS
