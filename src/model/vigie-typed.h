// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-field.h"

G_BEGIN_DECLS

/* Values as a person types them, in the reader's language; vigie_field_parse() is for files. */

gboolean vigie_field_parse_typed (const VigieField *self, const char *text, VigieValue *value, GError **error);
char *vigie_field_dup_typed (const VigieField *self, const VigieValue *value);
char *vigie_field_dup_typed_label (const VigieField *self);
VigieDate vigie_parse_typed_date (const char *text);

G_END_DECLS
