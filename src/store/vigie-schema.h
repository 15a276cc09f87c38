// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/**
 * VigieSchemaFault:
 * @name: of the table, index, view or trigger
 * @message: what is wrong with it, in words
 */
typedef struct
{
  char *name;
  char *message;
} VigieSchemaFault;

void vigie_schema_fault_free (VigieSchemaFault *self);

GPtrArray *vigie_schema_find_faults (VigieConnection *connection, gint64 version, GError **error);
gboolean vigie_schema_refuse_foreign (VigieConnection *connection, const char *path, gint64 version, GError **error);

G_END_DECLS
