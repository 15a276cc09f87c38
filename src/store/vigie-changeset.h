// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/**
 * VigieCapture:
 *
 * What is changed in the records of a register from the moment it is made, by SQLite's session extension.
 */
typedef struct _VigieCapture VigieCapture;

VigieCapture *vigie_capture_new (VigieConnection *connection, GError **error);
void vigie_capture_free (VigieCapture *self);
gboolean vigie_capture_is_empty (VigieCapture *self);
GBytes *vigie_capture_take (VigieCapture *self, GError **error);

/**
 * VigieChangeKind:
 *
 * What was done to a row.
 */
typedef enum
{
  VIGIE_CHANGE_ADDED,
  VIGIE_CHANGE_CHANGED,
  VIGIE_CHANGE_DELETED,
  VIGIE_N_CHANGES,
} VigieChangeKind;

/**
 * VigieChangeFunc:
 * @table: the table, which need not be one that a register has
 * @id: of the row
 *
 * Returns: %FALSE to hear of no more
 */
typedef gboolean (*VigieChangeFunc) (const char *table, gint64 id, VigieChangeKind kind, gpointer data);

gboolean vigie_changeset_foreach (GBytes *changeset, VigieChangeFunc func, gpointer data, GError **error);
GBytes *vigie_changeset_invert (GBytes *changeset, GError **error);

/**
 * VigieConflictKind:
 * @VIGIE_CONFLICT_NONE: none
 * @VIGIE_CONFLICT_ROW: a row is not as the changeset left it
 * @VIGIE_CONFLICT_RULE: a rule of the register, as of unique keys, refuses a row
 * @VIGIE_CONFLICT_REFERENCE: a record would name one that does not exist
 */
typedef enum
{
  VIGIE_CONFLICT_NONE,
  VIGIE_CONFLICT_ROW,
  VIGIE_CONFLICT_RULE,
  VIGIE_CONFLICT_REFERENCE,
} VigieConflictKind;

/**
 * VigieConflict:
 * @table: the table of the row; %NULL where it is not one row alone
 * @id: of the row
 *
 * Why a changeset could not be applied.
 */
typedef struct
{
  VigieConflictKind kind;
  char *table;
  gint64 id;
} VigieConflict;

void vigie_conflict_clear (VigieConflict *self);

gboolean vigie_changeset_apply (VigieConnection *connection, GBytes *changeset, VigieConflict *conflict,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieCapture, vigie_capture_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigieConflict, vigie_conflict_clear)

G_END_DECLS
