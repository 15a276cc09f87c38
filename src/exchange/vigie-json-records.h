// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-exchange-error.h"
#include "vigie-record.h"

G_BEGIN_DECLS

GPtrArray *vigie_json_records_load (GBytes *bytes, const char *name, GError **error);
gboolean vigie_json_records_are_in (GBytes *bytes);
void vigie_json_records_sort (GPtrArray *records);

G_END_DECLS
