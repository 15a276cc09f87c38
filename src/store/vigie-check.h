// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/**
 * VigieFinding:
 * @kind: (nullable): the nick of an entity; %NULL where it is of the file as a whole
 * @record: (nullable): the key of the record
 * @field: (nullable): the field to mend
 * @message: what is wrong
 *
 * Something in a register that no register should hold.
 */
typedef struct
{
  char *kind;
  char *record;
  char *field;
  char *message;
} VigieFinding;

void vigie_finding_free (VigieFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFinding, vigie_finding_free)

GPtrArray *vigie_check_register (VigieConnection *connection, GError **error);

G_END_DECLS
