// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieRollCall:
 * @present: (element-type utf8): the references of staff that are known, each once, in the order given
 * @unknown: (element-type utf8): those that the register does not have
 * @doubled: (element-type utf8): those that were given more than once
 * @valid: (element-type utf8): of @present, those who hold the module on the day already: the session renews it
 * @recorded: (element-type utf8): of @present, those whose completion on the day is recorded already
 *
 * What the register says of those who attended a session. References are personal data: they are shown to whoever gave
 * them, and nowhere else.
 */
typedef struct
{
  GPtrArray *present;
  GPtrArray *unknown;
  GPtrArray *doubled;
  GPtrArray *valid;
  GPtrArray *recorded;
} VigieRollCall;

void vigie_roll_call_free (VigieRollCall *self);

VigieRollCall *vigie_store_call_roll (VigieStore *self, const char *module, VigieDate day, const char *text,
                                      GCancellable *cancellable, GError **error);
void vigie_store_call_roll_async (VigieStore *self, const char *module, VigieDate day, const char *text,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VigieRollCall *vigie_store_call_roll_finish (VigieStore *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRollCall, vigie_roll_call_free)

G_END_DECLS
