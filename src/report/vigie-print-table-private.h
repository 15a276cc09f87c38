// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-print-table.h"

G_BEGIN_DECLS

/* The lines that the head of a column may take. */
#define VIGIE_TABLE_HEAD_LINES 6
#define VIGIE_TABLE_PADDING 3.2
/* Of a table that takes a page less for it. */
#define VIGIE_TABLE_TIGHT_PADDING 2.0

struct _VigieTableLayout
{
  const VigiePrintTable *table;
  VigieSheet *sheet;
  double *cells; /* widths of the cells on one line, row by row; infinite where they have several */
  double *least; /* of each column: its longest word */
  double *most;  /* of each column: its widest cell */
  double *wish;  /* of each column: with its head in a line or two, too */

  /* for one width: */
  double gap;
  double *widths;
  double *heights; /* of the rows, without padding; negative where one is not measured yet */
  double head_height;
  double padding; /* over and under each row */
  gboolean easy;
  gboolean whole;
};

VigieLettering vigie_table_layout_get_lettering (const VigieTableLayout *self, guint column);
double vigie_table_layout_get_row_height (const VigieTableLayout *self, guint row);
double vigie_table_layout_get_head_height (const VigieTableLayout *self);

G_END_DECLS
