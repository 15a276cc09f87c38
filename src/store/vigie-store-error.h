// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VIGIE_STORE_ERROR (vigie_store_error_quark ())
GQuark vigie_store_error_quark (void);

/**
 * VigieStoreError:
 * @VIGIE_STORE_ERROR_FAILED: SQLite or the disk failed
 * @VIGIE_STORE_ERROR_NOT_FOUND: no such file
 * @VIGIE_STORE_ERROR_EXISTS: a file stands where a new one was to be made
 * @VIGIE_STORE_ERROR_NOT_A_REGISTER: the file is something else
 * @VIGIE_STORE_ERROR_NEWER: made by a later version of Vigie
 * @VIGIE_STORE_ERROR_DAMAGED: the file is damaged, or holds what no register holds
 * @VIGIE_STORE_ERROR_BUSY: another program is writing to it
 * @VIGIE_STORE_ERROR_READ_ONLY: it cannot be written to
 * @VIGIE_STORE_ERROR_CONSTRAINT: a rule of the register refuses the change
 * @VIGIE_STORE_ERROR_UNKNOWN_REFERENCE: a record names another that does not exist
 * @VIGIE_STORE_ERROR_CONFLICT: what was changed since stands against an undo or a redo
 * @VIGIE_STORE_ERROR_NOTHING: there is nothing to undo or redo
 */
typedef enum
{
  VIGIE_STORE_ERROR_FAILED,
  VIGIE_STORE_ERROR_NOT_FOUND,
  VIGIE_STORE_ERROR_EXISTS,
  VIGIE_STORE_ERROR_NOT_A_REGISTER,
  VIGIE_STORE_ERROR_NEWER,
  VIGIE_STORE_ERROR_DAMAGED,
  VIGIE_STORE_ERROR_BUSY,
  VIGIE_STORE_ERROR_READ_ONLY,
  VIGIE_STORE_ERROR_CONSTRAINT,
  VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
  VIGIE_STORE_ERROR_CONFLICT,
  VIGIE_STORE_ERROR_NOTHING,
} VigieStoreError;

void vigie_store_error_set_damaged (GError **error, const char *path, const char *what);
void vigie_store_error_set_field (GError *error, int field);
int vigie_store_error_get_field (const GError *error);

G_END_DECLS
