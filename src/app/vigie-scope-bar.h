// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SCOPE_BAR (vigie_scope_bar_get_type ())
G_DECLARE_FINAL_TYPE (VigieScopeBar, vigie_scope_bar, VIGIE, SCOPE_BAR, AdwBin)

void vigie_scope_bar_set_session (VigieScopeBar *self, VigieSession *session);
void vigie_scope_bar_set_date_only (VigieScopeBar *self, gboolean date_only);

G_END_DECLS
