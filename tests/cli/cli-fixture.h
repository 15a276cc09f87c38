// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/* The real program, as a script or a person calls it, in a folder of its own with an empty register. */

typedef struct
{
  char *folder;
  char *program;
  char *reg;

  /* of the last call */
  int status;
  char *output;
  char *messages;
} Fixture;

char *in_folder (Fixture *fixture, const char *name);
char *in_source (const char *path);
void call (Fixture *fixture, const char *words);
void assert_contains (const char *text, const char *part);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
void write_bytes (Fixture *fixture, const char *name, const char *bytes, gssize size);
