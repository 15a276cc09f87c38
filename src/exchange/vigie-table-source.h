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

struct _VigieTableSourceInterface
{
  GTypeInterface parent_iface;

  const char *(*get_name) (VigieTableSource *self);
  const char *const *(*get_columns) (VigieTableSource *self);
  gboolean (*next) (VigieTableSource *self, VigieTableRow *row, GError **error);
  double (*get_progress) (VigieTableSource *self);
};

VigieTableSource *vigie_table_source_open (GFile *file, GError **error);

const char *vigie_table_source_get_name (VigieTableSource *self);
const char *const *vigie_table_source_get_columns (VigieTableSource *self);
gboolean vigie_table_source_next (VigieTableSource *self, VigieTableRow *row, GError **error);
double vigie_table_source_get_progress (VigieTableSource *self);

G_END_DECLS
