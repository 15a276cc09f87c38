// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"

G_BEGIN_DECLS

char *vigie_field_text_dup (VigieRecord *record, guint field);

G_END_DECLS
