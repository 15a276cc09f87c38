// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-date.h"

G_BEGIN_DECLS

VigieDate vigie_clock_today (void);
char *vigie_clock_dup_now (void);
char *vigie_clock_dup_local (const char *utc);

G_END_DECLS
