// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-row-source.h"

G_BEGIN_DECLS

/** The version of the register's JSON form that is written, and the oldest that is read: one without days of entry. */
#define VIGIE_JSON_VERSION 2
#define VIGIE_JSON_OLDEST 1
/** The member of a fact that says on which day it was entered; no field. */
#define VIGIE_JSON_ENTERED_ON "entered_on"

#define VIGIE_TYPE_JSON_ROWS (vigie_json_rows_get_type ())
G_DECLARE_FINAL_TYPE (VigieJsonRows, vigie_json_rows, VIGIE, JSON_ROWS, GObject)

VigieJsonRows *vigie_json_rows_new (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
