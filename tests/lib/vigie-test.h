// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/* What tests of a register share: a folder of their own, gone afterwards, and records in few words. */

/** A register of a test's own. */
typedef struct
{
  char *folder;
  VigieStore *store;
} VigieTestFixture;

char *vigie_test_dup_folder (void);
void vigie_test_remove_folder (const char *folder);
VigieStore *vigie_test_new_store (const char *folder);
VigieRecord *vigie_test_record (const VigieEntity *entity, ...) G_GNUC_NULL_TERMINATED;
void vigie_test_put (VigieStore *store, VigieRecord *record);

void vigie_test_set_up (VigieTestFixture *fixture, gconstpointer data);
void vigie_test_tear_down (VigieTestFixture *fixture, gconstpointer data);

G_END_DECLS
