// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-date.h"

G_BEGIN_DECLS

VigieDate vigie_clock_today (void);

G_END_DECLS
