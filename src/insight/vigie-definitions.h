// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint vigie_definitions_get_n (void);
const char *vigie_definition_get_id (guint index);
const char *vigie_definition_get (const char *id);

G_END_DECLS
