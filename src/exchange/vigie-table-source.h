// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-exchange-error.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_TABLE_SOURCE (vigie_table_source_get_type ())
G_DECLARE_INTERFACE (VigieTableSource, vigie_table_source, VIGIE, TABLE_SOURCE, GObject)

/**
 * VigieTableRow:
 * @line: where the row begins in its file, from 1: a line of a text file, a row of a sheet
 * @cells: (array length=n_cells): valid UTF-8, never %NULL, valid until the next row is read
 */
typedef struct
{
  guint64 line;
  const char *const *cells;
  guint n_cells;
} VigieTableRow;

/**
 * VigieTableOptions:
 * @sheet: (nullable): the sheet of a workbook; %NULL for the first that has a table
 * @delimiter: what separates the cells of a CSV file; 0 where that is to be found out
 *
 * How a file is to be read, where it is not as it seems.
 */
typedef struct
{
  const char *sheet;
  char delimiter;
} VigieTableOptions;

/**
 * VigieTableSourceInterface:
 * @get_sheets: (nullable): names of the sheets of a workbook
 * @get_sheet: (nullable): the one that is read
 * @get_notices: (nullable): (element-type utf8): what a person should know of how it is read
 */
struct _VigieTableSourceInterface
{
  GTypeInterface parent_iface;

  const char *(*get_name) (VigieTableSource *self);
  const char *const *(*get_columns) (VigieTableSource *self);
  gboolean (*next) (VigieTableSource *self, VigieTableRow *row, GError **error);
  double (*get_progress) (VigieTableSource *self);
  const char *const *(*get_sheets) (VigieTableSource *self);
  const char *(*get_sheet) (VigieTableSource *self);
  GPtrArray *(*get_notices) (VigieTableSource *self);
  gboolean (*rewind) (VigieTableSource *self, GError **error); /* NULL where it can be read only once */
};

VigieTableSource *vigie_table_source_open (GFile *file, const VigieTableOptions *options, GError **error);

const char *vigie_table_source_get_name (VigieTableSource *self);
const char *const *vigie_table_source_get_columns (VigieTableSource *self);
char *vigie_table_source_dup_cell (VigieTableSource *self, const char *cell);
gboolean vigie_table_source_next (VigieTableSource *self, VigieTableRow *row, GError **error);
double vigie_table_source_get_progress (VigieTableSource *self);
const char *const *vigie_table_source_get_sheets (VigieTableSource *self);
const char *vigie_table_source_get_sheet (VigieTableSource *self);
GPtrArray *vigie_table_source_get_notices (VigieTableSource *self);
gboolean vigie_table_source_can_rewind (VigieTableSource *self);
gboolean vigie_table_source_rewind (VigieTableSource *self, GError **error);

G_END_DECLS
