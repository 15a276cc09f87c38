// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-register.h"

G_BEGIN_DECLS

/**
 * VigieStoreJob:
 *
 * Work done with the register in the one thread that owns it. A new kind of question is one such
 * function and its pair of `_async` and `_finish`.
 *
 * Returns: what the caller receives; %NULL with @error set
 */
typedef gpointer (*VigieStoreJob) (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error);

/**
 * VigieWorkKind:
 * @VIGIE_WORK_IN_TURN: done by the thread that owns the register, after what was asked before
 * @VIGIE_WORK_LONG: the same, and it only reads: of a large register for seconds
 * @VIGIE_WORK_BRIEF: only reads, and somebody looks on; not kept waiting by what is long
 */
typedef enum
{
  VIGIE_WORK_IN_TURN,
  VIGIE_WORK_LONG,
  VIGIE_WORK_BRIEF,
} VigieWorkKind;

typedef struct _VigieWork VigieWork;

void vigie_work_set_large (gint64 bytes);
VigieWork *vigie_work_start (const char *path, VigieOpenMode mode);
void vigie_work_end (VigieWork *self);
gboolean vigie_work_is_own_thread (VigieWork *self);
VigieRegister *vigie_work_open (VigieWork *self, GError **error);
gpointer vigie_work_run (VigieWork *self, VigieWorkKind kind, VigieStoreJob job, gpointer data,
                         GCancellable *cancellable, GError **error);
void vigie_work_run_task (VigieWork *self, VigieWorkKind kind, VigieStoreJob job, gpointer data,
                          GDestroyNotify destroy_data, GDestroyNotify destroy_result, GTask *task);

G_END_DECLS
