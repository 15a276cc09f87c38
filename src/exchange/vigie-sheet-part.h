// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-part-reader.h"
#include "vigie-sheet-reader.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SHEET_PART (vigie_sheet_part_get_type ())

/**
 * VigieSheetPart:
 * @row: what is being read; its owner puts it into @rows once it is whole
 * @text: of the cell that is being read
 * @merges: (element-type VigieMerge): of the sheet
 * @too_large: whether it says more than a workbook can
 * @done: whether what follows is of no concern
 *
 * A reader of sheets that are parts of XML, a block at a time. That of a kind of workbook derives from it, opens the
 * part and handles the markup.
 */
typedef struct
{
  GObject parent_instance;

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

typedef struct
{
  GObjectClass parent_class;
} VigieSheetPartClass;

GType vigie_sheet_part_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSheetPart, g_object_unref)

void vigie_sheet_part_reset (VigieSheetPart *self);
gboolean vigie_sheet_part_open (VigieSheetPart *self, const char *part, const VigiePartHandler *handler, gpointer data,
                                GError **error);

void vigie_sheet_part_put (VigieSheetPart *self, VigieSheetRow *row, guint column, char *text);
gboolean vigie_sheet_part_has_room (VigieSheetPart *self, gsize size);

G_END_DECLS
