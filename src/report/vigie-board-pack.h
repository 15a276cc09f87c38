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

/* The ids of its sections; each figure is one as well, by its own id. */
#define VIGIE_PACK_ESSENTIALS "essentials"
#define VIGIE_PACK_CHANGES "changes"
#define VIGIE_PACK_DECISIONS "decisions"
#define VIGIE_PACK_FIGURES "figures"
#define VIGIE_PACK_TABLES "tables"
#define VIGIE_PACK_SYSTEMS "systems"
#define VIGIE_PACK_DEFINITIONS "definitions"

/**
 * VigieBoardPackOptions:
 * @created: seconds since 1970-01-01 UTC, which the file says it was made at; 0 is the start of the day it is as of, so
 *   that the same register gives the same bytes on any day
 * @sections: (nullable) (array zero-terminated=1): ids of the sections and figures that it has; %NULL is what a committee
 *   reads: all but the annex of tables
 * @compared: whether each figure says what it was on the day that changes are told from, and what has happened since
 * @logo: (nullable): the organisation's, a PNG picture that vigie_logo_check() lets pass
 * @progress: (nullable): called from time to time
 * @progress_data: handed to @progress
 *
 * How a board pack is made.
 */
typedef struct
{
  gint64 created;
  const char *const *sections;
  gboolean compared;
  GBytes *logo;
  VigieProgressFunc progress;
  gpointer progress_data;
} VigieBoardPackOptions;

guint vigie_board_pack_n_sections (void);
const char *vigie_board_pack_section_id (guint section);
const char *vigie_board_pack_section_title (guint section);
gboolean vigie_board_pack_is_usual (const char *id);
gboolean vigie_board_pack_has_section (const char *const *chosen, const char *id);
gboolean vigie_board_pack_check_sections (const char *const *chosen, GError **error);

gboolean vigie_board_pack_write (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options,
                                 GCancellable *cancellable, GError **error);
void vigie_board_pack_write_async (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_board_pack_write_finish (GAsyncResult *result, GError **error);

GPtrArray *vigie_board_pack_draw (VigieOverview *overview, const VigieBoardPackOptions *options,
                                  GCancellable *cancellable, GError **error);
void vigie_board_pack_draw_async (VigieOverview *overview, const VigieBoardPackOptions *options,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_board_pack_draw_finish (GAsyncResult *result, GError **error);

G_END_DECLS
