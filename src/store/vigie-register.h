// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-table.h"

G_BEGIN_DECLS

typedef struct _VigieRegister VigieRegister;

VigieRegister *vigie_register_open (const char *path, VigieOpenMode mode, GError **error);
void vigie_register_free (VigieRegister *self);
VigieConnection *vigie_register_get_connection (VigieRegister *self);
gboolean vigie_register_begin (VigieRegister *self, GError **error);
gpointer vigie_register_get_kept (VigieRegister *self);
void vigie_register_keep (VigieRegister *self, gpointer kept, GDestroyNotify destroy);
VigieTable *vigie_register_get_table (VigieRegister *self, const VigieEntity *entity, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRegister, vigie_register_free)

G_END_DECLS
