// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-native.h"
#include "vigie-record.h"

G_BEGIN_DECLS

char *vigie_native_dup_heading (const VigieEntity *entity, guint field, VigieNativeStyle *style);
char *vigie_native_dup_text (const VigieField *field, const VigieValue *value, VigieNativeStyle style);

G_END_DECLS
