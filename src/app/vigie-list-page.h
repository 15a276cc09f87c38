// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-list-kind.h"
#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_LIST_PAGE (vigie_list_page_get_type ())
G_DECLARE_FINAL_TYPE (VigieListPage, vigie_list_page, VIGIE, LIST_PAGE, AdwBin)

GtkWidget *vigie_list_page_new (VigieSession *session, const VigieListKind *kind);
void vigie_list_page_begin_add (VigieListPage *self);
void vigie_list_page_begin_search (VigieListPage *self);
gboolean vigie_list_page_take_down (VigieListPage *self);
void vigie_list_page_set_narrow (VigieListPage *self, gboolean narrow);

G_END_DECLS
