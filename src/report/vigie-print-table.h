// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-flow.h"

G_BEGIN_DECLS

/**
 * VigiePrintColumn:
 * @label: its head
 * @numeric: whether it is set to the right
 * @strong: whether its cells are bolder
 * @widest: the width it may take where others need it, in points; 0 for any
 */
typedef struct
{
  const char *label;
  gboolean numeric;
  gboolean strong;
  double widest;
} VigiePrintColumn;

/**
 * VigiePrintTable:
 * @columns: (array length=n_columns): from left to right
 * @n_columns: at least 1
 * @n_rows: any number
 * @max_lines: the lines that a cell may take before it ends in "…"
 * @get_text: (nullable return): what a cell says
 * @get_paint: (nullable): what a cell is printed in
 * @data: handed to both
 *
 * A table as it is to be printed. The first column names the rows. All is borrowed while the layout lives.
 */
typedef struct
{
  const VigiePrintColumn *columns;
  guint n_columns;
  guint n_rows;
  int max_lines;
  const char *(*get_text) (guint row, guint column, gpointer data);
  VigiePaint (*get_paint) (guint row, guint column, gpointer data);
  gpointer data;
} VigiePrintTable;

typedef struct _VigieTableLayout VigieTableLayout;

VigieTableLayout *vigie_table_layout_new (const VigiePrintTable *table, VigieSheet *sheet, double width);
void vigie_table_layout_set_width (VigieTableLayout *self, double width);
void vigie_table_layout_free (VigieTableLayout *self);
double vigie_table_layout_get_width (const VigieTableLayout *self);
double vigie_table_layout_get_height (const VigieTableLayout *self);
gboolean vigie_table_layout_fits (const VigieTableLayout *self, double height);
gboolean vigie_table_layout_is_easy (const VigieTableLayout *self);
gboolean vigie_table_layout_is_whole (const VigieTableLayout *self);
void vigie_table_layout_print (VigieTableLayout *self, VigieFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieTableLayout, vigie_table_layout_free)

G_END_DECLS
