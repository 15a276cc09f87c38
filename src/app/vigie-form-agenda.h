// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"
#include "vigie-titles.h"

G_BEGIN_DECLS

GPtrArray *vigie_form_figures_list (void);
void vigie_form_matters_list_async (VigieStore *store, VigieRecord *point, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_form_matters_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
