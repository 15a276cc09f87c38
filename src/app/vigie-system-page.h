// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SYSTEM_PAGE (vigie_system_page_get_type ())
G_DECLARE_FINAL_TYPE (VigieSystemPage, vigie_system_page, VIGIE, SYSTEM_PAGE, AdwNavigationPage)

AdwNavigationPage *vigie_system_page_new (VigieSession *session, const char *code, const char *deployment);
const char *vigie_system_page_get_code (VigieSystemPage *self);

G_END_DECLS
