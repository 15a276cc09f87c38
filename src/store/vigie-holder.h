// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieHolder:
 * @account: the account of the person
 * @host: the name of the machine
 * @pid: of the program
 * @since: when it began, in seconds since 1970
 *
 * Who is changing a register.
 */
typedef struct
{
  char *account;
  char *host;
  gint64 pid;
  gint64 since;
} VigieHolder;

void vigie_holder_free (VigieHolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieHolder, vigie_holder_free)

VigieHolder *vigie_holder_read (const char *path);
void vigie_holder_set_busy (GError **error, const char *path, gboolean can_be_read);

/**
 * VigieHold:
 *
 * A file beside a register that says who is changing it, for as long as that lasts.
 */
typedef struct _VigieHold VigieHold;

VigieHold *vigie_hold_take (const char *path, gboolean *held);
void vigie_hold_release (VigieHold *self);

G_END_DECLS
