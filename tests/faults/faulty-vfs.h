// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_IO: the disk fails
 * @FAULT_FULL: the disk is full
 */
typedef enum
{
  FAULT_IO,
  FAULT_FULL,
} FaultKind;

void faulty_vfs_install (void);
void faulty_vfs_arm (guint nth, FaultKind kind, gboolean lasting);
guint faulty_vfs_disarm (void);

G_END_DECLS
