// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/* What tests of a register share: a folder of their own, gone afterwards, and records in few words. */

char *vigie_test_dup_folder (void);
void vigie_test_remove_folder (const char *folder);
VigieStore *vigie_test_new_store (const char *folder);
VigieRecord *vigie_test_record (const VigieEntity *entity, ...) G_GNUC_NULL_TERMINATED;
void vigie_test_put (VigieStore *store, VigieRecord *record);

G_END_DECLS
