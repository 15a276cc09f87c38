// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-list-page.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_LISTS_PAGE (vigie_lists_page_get_type ())
G_DECLARE_FINAL_TYPE (VigieListsPage, vigie_lists_page, VIGIE, LISTS_PAGE, AdwBin)

GtkWidget *vigie_lists_page_new (VigieSession *session, const VigieListKind *const *kinds, gboolean narrow,
                                 const char *shown);
VigieListPage *vigie_lists_page_get_list (VigieListsPage *self);
gboolean vigie_lists_page_take_down (VigieListsPage *self);
void vigie_lists_page_show (VigieListsPage *self, const char *nick);
void vigie_lists_page_set_narrow (VigieListsPage *self, gboolean narrow);

G_END_DECLS
