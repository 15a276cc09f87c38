// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_OVERVIEW_PAGE (vigie_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (VigieOverviewPage, vigie_overview_page, VIGIE, OVERVIEW_PAGE, AdwBin)

GtkWidget *vigie_overview_page_new (VigieSession *session);
gboolean vigie_overview_page_take_down (VigieOverviewPage *self);

G_END_DECLS
