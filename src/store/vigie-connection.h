// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-statement.h"
#include "vigie-store-error.h"

G_BEGIN_DECLS

typedef struct _VigieConnection VigieConnection;

/** "VIGI": what `PRAGMA application_id` of a register is. */
#define VIGIE_REGISTER_APPLICATION_ID 0x56494749

/** KiB, as `PRAGMA cache_size` has it. What writes an index all over writes most pages many times with SQLite's 2 MB. */
#define VIGIE_CONNECTION_CACHE "-24000"

/** The collation that sorts words for a reader: see vigie_words_compare(). Never in a schema, which others read, too. */
#define VIGIE_CONNECTION_WORDS "words"

/**
 * VigieOpenMode:
 * @VIGIE_OPEN_READ: never written to
 * @VIGIE_OPEN_EDIT: an existing file, read and written
 * @VIGIE_OPEN_INSPECT: as %VIGIE_OPEN_READ, though it be damaged
 * @VIGIE_OPEN_CREATE: a new file; an existing one is refused
 */
typedef enum
{
  VIGIE_OPEN_READ,
  VIGIE_OPEN_EDIT,
  VIGIE_OPEN_INSPECT,
  VIGIE_OPEN_CREATE,
} VigieOpenMode;

VigieConnection *vigie_connection_open (const char *path, VigieOpenMode mode, GError **error);
VigieConnection *vigie_connection_open_wreck (const char *path, GError **error);
void vigie_connection_free (VigieConnection *self);
const char *vigie_connection_get_path (VigieConnection *self);

VigieStatement *vigie_connection_prepare (VigieConnection *self, const char *sql, GError **error);
gboolean vigie_connection_execute (VigieConnection *self, const char *sql, GError **error);
gboolean vigie_connection_execute_script (VigieConnection *self, const char *sql, GError **error);
gint64 vigie_connection_query_integer (VigieConnection *self, const char *sql, gint64 fallback, GError **error);

gboolean vigie_connection_begin (VigieConnection *self, GError **error);
gboolean vigie_connection_commit (VigieConnection *self, GError **error);
void vigie_connection_rollback (VigieConnection *self);

/**
 * VigieCopyProgress:
 * @fraction: how much of the file is copied: 0 to 1
 * @pages: how many of its pages that is
 */
typedef void (*VigieCopyProgress) (double fraction, gint64 pages, gpointer data);

gboolean vigie_connection_copy_to (VigieConnection *self, const char *path, VigieCopyProgress progress, gpointer data,
                                   GCancellable *cancellable, GError **error);

gboolean vigie_connection_begin_in_place (VigieConnection *self);
void vigie_connection_end_in_place (VigieConnection *self);
gboolean vigie_connection_settle_journal (VigieConnection *self, GError **error);
gboolean vigie_connection_take_alone (VigieConnection *self, GError **error);

gint64 vigie_connection_n_changed (VigieConnection *self);
gint64 vigie_connection_n_changed_ever (VigieConnection *self);
gint64 vigie_connection_last_insert_id (VigieConnection *self);
gboolean vigie_connection_is_on_share (VigieConnection *self);
gboolean vigie_connection_is_read_only (VigieConnection *self);
void vigie_connection_set_cancellable (VigieConnection *self, GCancellable *cancellable);
void vigie_connection_assert_owner (VigieConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieConnection, vigie_connection_free)

G_END_DECLS
