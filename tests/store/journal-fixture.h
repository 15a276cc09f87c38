// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-test.h"

G_BEGIN_DECLS

/* A register whose journal is looked at, and tampered with. */

typedef struct
{
  char *folder;
  char *path;
  VigieStore *store;
} Fixture;

char *now (void);
void open_store (Fixture *fixture, VigieOpenMode mode);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
void reopen (Fixture *fixture, VigieOpenMode mode);
void put_system (Fixture *fixture, const char *code, const char *name);
char *dump (Fixture *fixture);
void tamper (Fixture *fixture, const char *sql);
GPtrArray *check (Fixture *fixture);
void assert_whole (Fixture *fixture);
void assert_found (Fixture *fixture, const char *part);

G_END_DECLS
