// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-overview.h"
#include "vigie-report-error.h"

G_BEGIN_DECLS

/**
 * VigieProgressFunc:
 * @fraction: what is done, 0 to 1
 * @data: the caller's
 *
 * Tells how far a report is.
 */
typedef void (*VigieProgressFunc) (double fraction, gpointer data);

/**
 * VigieBoardPackOptions:
 * @created: seconds since 1970-01-01 UTC, which the file says it was made at; 0 is the start of the day it is as of, so
 *   that the same register gives the same bytes on any day
 * @progress: (nullable): called from time to time
 * @progress_data: handed to @progress
 *
 * How a board pack is made.
 */
typedef struct
{
  gint64 created;
  VigieProgressFunc progress;
  gpointer progress_data;
} VigieBoardPackOptions;

gboolean vigie_board_pack_write (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options,
                                 GCancellable *cancellable, GError **error);
void vigie_board_pack_write_async (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_board_pack_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
