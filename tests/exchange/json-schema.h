// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

/* Whether JSON is what a JSON Schema says: as much of draft 2020-12 as ours uses; any other word of it fails. */

char *json_schema_find_fault (JsonNode *schema, JsonNode *node);
