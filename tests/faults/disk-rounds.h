// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/* What is done to a register while its disk fails, and what must be true thereafter, whatever became of it. */

typedef struct _Rounds Rounds;

/**
 * Operation:
 * @opens: whether it opens the register itself
 * @version: of the format of the register before; 0 for the one of this program, -1 for no register
 */
typedef struct
{
  const char *name;
  gboolean (*run) (Rounds *rounds, GError **error);
  gboolean opens;
  int version;
} Operation;

struct _Rounds
{
  const Operation *operation;
  char *folder;
  char *base;
  char *path;
  VigieStore *store;
  char *before;
  char *after;
};

#define ROUNDS_N_OPERATIONS 8

extern const Operation rounds_operations[ROUNDS_N_OPERATIONS];

void rounds_set_up (Rounds *rounds, gconstpointer operation);
void rounds_set_up_in (Rounds *rounds, const Operation *operation, char *folder);
void rounds_tear_down (Rounds *rounds, gconstpointer operation);

void rounds_begin (Rounds *rounds);
void rounds_assert_told (Rounds *rounds, const GError *error, guint nth);
void rounds_assert_outcome (Rounds *rounds, gboolean done, gboolean lasting, guint nth);

G_END_DECLS
