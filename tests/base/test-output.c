// SPDX-License-Identifier: GPL-3.0-or-later

/* A file is replaced as a whole; a pipe stays where it is and carries the bytes. */

#include "vigie-output.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("vigie-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out", NULL);
  fixture->bytes = g_bytes_new_static ("new", 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_bytes_unref (fixture->bytes);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "older and longer", -1, NULL));
  g_assert_false (vigie_output_is_stream (fixture->path));
  g_assert_true (vigie_output_write (fixture->path, fixture->bytes, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "new");
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char text[8] = "";
  struct stat about;
  int reader;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  reader = open (fixture->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  g_assert_cmpint (reader, >=, 0);
  g_assert_true (vigie_output_is_stream (fixture->path));
  g_assert_true (vigie_output_write (fixture->path, fixture->bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (reader, text, sizeof text), ==, 3);
  g_assert_cmpmem (text, 3, "new", 3);
  close (reader);
  g_assert_cmpint (lstat (fixture->path, &about), ==, 0);
  g_assert_true (S_ISFIFO (about.st_mode));
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "out", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (vigie_output_write (path, fixture->bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/output/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/output/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/output/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  return g_test_run ();
}
