// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_HEAD_START (vigie_head_start_get_type ())
G_DECLARE_FINAL_TYPE (VigieHeadStart, vigie_head_start, VIGIE, HEAD_START, GObject)

VigieHeadStart *vigie_head_start_new (const char *path, VigieScope *scope);
gboolean vigie_head_start_is_for (VigieHeadStart *self, const char *path);
VigieStore *vigie_head_start_take (VigieHeadStart *self, VigieOverview **overview);

void vigie_head_start_wait_async (VigieHeadStart *self, GAsyncReadyCallback callback, gpointer user_data);
VigieStore *vigie_head_start_wait_finish (VigieHeadStart *self, GAsyncResult *result, VigieOverview **overview,
                                          GError **error);

G_END_DECLS
