// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-table-source.h"

G_BEGIN_DECLS

/** How many rows are shown before an import. */
#define VIGIE_SAMPLE_ROWS 100
/** How many values of a column are told apart; a column with more is no list of choices. */
#define VIGIE_SAMPLE_VALUES 200

/**
 * VigieTableSample:
 * @columns: names of the columns
 * @values: (element-type GPtrArray): the values of each column, each once and as it first stands; %NULL for a column
 *   with more than %VIGIE_SAMPLE_VALUES
 * @rows: (element-type GStrv): the first rows
 * @n_rows: how many rows there are
 *
 * What a table holds, looked through once.
 */
typedef struct
{
  char *name;
  GStrv columns;
  guint n_columns;
  GPtrArray *values;
  GPtrArray *rows;
  guint64 n_rows;
  GStrv sheets;
  char *sheet;
  char delimiter;
  GStrv notices;
} VigieTableSample;

VigieTableSample *vigie_table_sample_new (GFile *file, const VigieTableOptions *options, GCancellable *cancellable,
                                          GError **error);
void vigie_table_sample_free (VigieTableSample *self);
guint vigie_table_sample_get_values (const VigieTableSample *self, guint column, const char **values, guint max);
char *vigie_table_sample_dup_head (const VigieTableSample *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieTableSample, vigie_table_sample_free)

G_END_DECLS
