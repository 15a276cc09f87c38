// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-export.h"

G_BEGIN_DECLS

/**
 * VigieExportAbout:
 * @register_name: the file
 * @organisation: (nullable): whose register it is
 * @as_of: the day of what is written
 *
 * Where what is written comes from.
 */
typedef struct
{
  const char *register_name;
  const char *organisation;
  VigieDate as_of;
} VigieExportAbout;

/**
 * VigieExportWriter:
 * @open: begins @file; %NULL with the error set
 * @begin: begins the records of a query
 * @take: writes one of them
 * @finish: ends the file and puts it in its place
 * @free: also where it was not finished, and then nothing is left
 *
 * How one format is written. @columns are indexes of fields, -1 after the last; %NULL for all, as they are.
 */
typedef struct
{
  gpointer (*open) (GFile *file, VigieExportFormat format, const int *columns, const VigieExportAbout *about,
                    GError **error);
  gboolean (*begin) (gpointer self, const VigieQuery *query, gint64 n_records, GError **error);
  gboolean (*take) (gpointer self, VigieRecord *record, GError **error);
  gboolean (*finish) (gpointer self, GError **error);
  void (*free) (gpointer self);
} VigieExportWriter;

extern const VigieExportWriter vigie_export_json;
extern const VigieExportWriter vigie_export_csv;
extern const VigieExportWriter vigie_export_xlsx;

guint vigie_export_n_columns (const VigieEntity *entity, const int *columns);
guint vigie_export_get_field (const int *columns, guint column);
gboolean vigie_export_is_small_group (VigieRecord *record, guint field);

G_END_DECLS
