// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-part-reader.h"
#include "vigie-sheet-reader.h"

G_BEGIN_DECLS

/**
 * VigieSheetPart:
 * @row: what is being read; its owner puts it into @rows once it is whole
 * @text: of the cell that is being read
 * @merges: (element-type VigieMerge): of the sheet
 * @too_large: whether it says more than a workbook can
 * @done: whether what follows is of no concern
 *
 * A sheet that is being read out of a part of XML, a block at a time. The reader of a kind of workbook handles the markup.
 */
typedef struct
{
  VigieZip *zip;
  VigiePartReader *part;
  GQueue rows;
  VigieSheetRow *row;
  guint64 row_number;
  GString *text;
  GArray *merges;
  gboolean too_large;
  gboolean done;
  gsize n_bytes; /* of the cells that a block of the part made */
} VigieSheetPart;

void vigie_sheet_part_init (VigieSheetPart *self);
void vigie_sheet_part_clear (VigieSheetPart *self);
void vigie_sheet_part_reset (VigieSheetPart *self);
gboolean vigie_sheet_part_open (VigieSheetPart *self, const char *part, const VigiePartHandler *handler, gpointer data,
                                GError **error);

void vigie_sheet_part_put (VigieSheetPart *self, VigieSheetRow *row, guint column, char *text);
gboolean vigie_sheet_part_has_room (VigieSheetPart *self, gsize size);
VigieSheetRow *vigie_sheet_part_next (VigieSheetPart *self, GError **error);

G_END_DECLS
