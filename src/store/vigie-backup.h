// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/** How many backups of a register are kept where its setting does not say. */
#define VIGIE_BACKUPS_KEPT 10

/** The setting that says how many; 0 for none made by itself. */
#define VIGIE_BACKUPS_KEPT_SETTING "backups_kept"

/**
 * VigieBackupReason:
 * @VIGIE_BACKUP_ASKED: a person asked for it
 * @VIGIE_BACKUP_DAY: before the first change of a day
 * @VIGIE_BACKUP_IMPORT: before an import
 * @VIGIE_BACKUP_MIGRATION: before the register was brought to the format of a newer Vigie
 * @VIGIE_BACKUP_RESTORE: before another took its place
 * @VIGIE_BACKUP_DAMAGED: the bytes of a damaged file, before a backup took its place
 */
typedef enum
{
  VIGIE_BACKUP_ASKED,
  VIGIE_BACKUP_DAY,
  VIGIE_BACKUP_IMPORT,
  VIGIE_BACKUP_MIGRATION,
  VIGIE_BACKUP_RESTORE,
  VIGIE_BACKUP_DAMAGED,
} VigieBackupReason;

/**
 * VigieBackup:
 * @path: the file
 * @made_at: when, in UTC, as `2026-03-01T09:30:00Z`
 * @number: tells those of one second apart
 * @size: in bytes
 */
typedef struct
{
  char *path;
  char *made_at;
  guint number;
  VigieBackupReason reason;
  gint64 size;
} VigieBackup;

void vigie_backup_free (VigieBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieBackup, vigie_backup_free)

const char *vigie_backup_reason_label (VigieBackupReason reason);

char *vigie_backup_dup_folder (const char *path, GError **error);
GPtrArray *vigie_backup_list (const char *path);
VigieBackup *vigie_backup_find (const char *path, const char *name, GError **error);

VigieBackup *vigie_backup_make (VigieConnection *connection, const char *path, VigieBackupReason reason,
                                VigieCopyProgress progress, gpointer data, GCancellable *cancellable, GError **error);
VigieBackup *vigie_backup_keep_bytes (const char *path, GError **error);
guint vigie_backup_prune (const char *path, guint kept);
void vigie_backup_tidy (VigieConnection *connection, const char *path);

gboolean vigie_backup_is_current (VigieConnection *connection, const VigieBackup *backup);
gboolean vigie_backup_before (VigieConnection *connection, const char *path, VigieBackupReason reason, const char *day,
                              GCancellable *cancellable, GError **error);

gboolean vigie_backup_restore (const char *path, const char *backup, VigieBackup **before, VigieCopyProgress progress,
                               gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
