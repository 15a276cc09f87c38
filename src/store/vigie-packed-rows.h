// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigiePackedRows:
 *
 * Rows of an answer, put one after the other in few bytes.
 */
typedef struct _VigiePackedRows VigiePackedRows;

/** How a value begins; NULL has no more than that. */
typedef enum
{
  VIGIE_PACKED_NULL,
  VIGIE_PACKED_INTEGER, /* the difference to the one above it */
  VIGIE_PACKED_TEXT,
  VIGIE_PACKED_WORD, /* a text that was met before: its number */
  VIGIE_PACKED_BLOB,
} VigiePackedKind;

VigiePackedRows *vigie_packed_rows_new (guint n_columns);
void vigie_packed_rows_free (VigiePackedRows *self);
void vigie_packed_rows_add_null (VigiePackedRows *self);
void vigie_packed_rows_add_integer (VigiePackedRows *self, gint64 value);
void vigie_packed_rows_add_text (VigiePackedRows *self, const char *text, gsize length);
void vigie_packed_rows_add_blob (VigiePackedRows *self, gconstpointer bytes, gsize size);
guint vigie_packed_rows_get_n_columns (const VigiePackedRows *self);
guint vigie_packed_rows_get_n_rows (const VigiePackedRows *self);
gconstpointer vigie_packed_rows_get_bytes (const VigiePackedRows *self, gsize *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigiePackedRows, vigie_packed_rows_free)

/**
 * VigiePackedValue:
 * @integer: where it is one
 * @bytes: where it is a text, which a zero byte ends, or a blob
 */
typedef struct
{
  VigiePackedKind kind;
  gint64 integer;
  const char *bytes;
  gsize size;
} VigiePackedValue;

/**
 * VigiePackedReader:
 *
 * Reads packed rows again.
 */
typedef struct _VigiePackedReader VigiePackedReader;

VigiePackedReader *vigie_packed_reader_new (GBytes *bytes, guint n_columns);
void vigie_packed_reader_free (VigiePackedReader *self);
gboolean vigie_packed_reader_next (VigiePackedReader *self);
GBytes *vigie_packed_reader_get_bytes (const VigiePackedReader *self);
gboolean vigie_packed_reader_is_damaged (const VigiePackedReader *self);
const VigiePackedValue *vigie_packed_reader_get (const VigiePackedReader *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigiePackedReader, vigie_packed_reader_free)

G_END_DECLS
