// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-backup.h"

G_BEGIN_DECLS

/* Shared by the files of vigie-backup.h. */

char *vigie_backup_dup_real (const char *path);
char *vigie_backup_dup_name (GDateTime *time, VigieBackupReason reason, guint number);
guint vigie_backup_next_number (const char *path, const char *made_at);

G_END_DECLS
