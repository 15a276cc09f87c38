// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-application.h"
#include "vigie-window.h"

G_BEGIN_DECLS

/* What tests of the window in their own process start from. */

/** The day of what vigie_in_process_new_demo() makes. */
#define VIGIE_IN_PROCESS_TODAY vigie_date_new (2026, 11, 23)

VigieStore *vigie_in_process_new_demo (const char *folder);
VigieOverview *vigie_in_process_load_overview (VigieStore *store);
VigieWindow *vigie_in_process_open_window (VigieApplication *application);

G_END_DECLS
