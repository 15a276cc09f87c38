// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-register.h"
#include "vigie-store.h"
#include "vigie-work.h"

G_BEGIN_DECLS

gpointer vigie_store_run (VigieStore *self, VigieWorkKind kind, VigieStoreJob job, gpointer data,
                          GCancellable *cancellable, GError **error);
void vigie_store_run_task (VigieStore *self, VigieWorkKind kind, VigieStoreJob job, gpointer data,
                           GDestroyNotify destroy_data, GDestroyNotify destroy_result, GTask *task);
VigieJournalEntry *vigie_store_dup_stamp (VigieStore *self, VigieJournalKind kind);
gboolean vigie_store_require_writable (VigieStore *self, VigieConnection *connection, GError **error);
gboolean vigie_store_back_up_before (VigieStore *self, VigieRegister *reg, const VigieJournalEntry *stamp,
                                     GCancellable *cancellable, GError **error);
void vigie_store_tell (VigieStore *self, const char *notice);
void vigie_store_emit_changed (VigieStore *self);

G_END_DECLS
