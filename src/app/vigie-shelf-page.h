// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VIGIE_TYPE_SHELF_PAGE (vigie_shelf_page_get_type ())
G_DECLARE_FINAL_TYPE (VigieShelfPage, vigie_shelf_page, VIGIE, SHELF_PAGE, AdwBin)

G_END_DECLS
