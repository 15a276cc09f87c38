// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-row-source.h"

G_BEGIN_DECLS

/** The version of the register's JSON form that is written and read. */
#define VIGIE_JSON_VERSION 1

#define VIGIE_TYPE_JSON_ROWS (vigie_json_rows_get_type ())
G_DECLARE_FINAL_TYPE (VigieJsonRows, vigie_json_rows, VIGIE, JSON_ROWS, GObject)

VigieJsonRows *vigie_json_rows_new (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
