// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-pack-private.h"
#include "vigie-print-table.h"

G_BEGIN_DECLS

/**
 * VigiePackTable:
 * @first: the column that stands second, after the one that names the rows
 * @table: to be laid out
 *
 * The table of a figure, or some of its columns.
 */
typedef struct
{
  VigieFigure *figure;
  guint first;
  VigiePrintColumn *columns;
  VigiePrintTable table;
} VigiePackTable;

void vigie_pack_table_init (VigiePackTable *self, VigieFigure *figure, guint first, guint n);
void vigie_pack_table_clear (VigiePackTable *self);
gboolean vigie_pack_table_is_long (VigieFigure *figure);
char *vigie_pack_table_dup_words (VigieFigure *figure);
char *vigie_pack_table_dup_place (VigieFigure *figure);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigiePackTable, vigie_pack_table_clear)

G_END_DECLS
