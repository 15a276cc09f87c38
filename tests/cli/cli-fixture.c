// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

char *
in_source (const char *path)
{
  return g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), path, NULL);
}

/* Calls the program in the folder; the words are split at spaces, and a word in `…` is one. */
void
call (Fixture *fixture, const char *words)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *line = g_strdup_printf ("'%s' %s", fixture->program, words);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->messages, g_free);
  g_assert_true (g_shell_parse_argv (line, NULL, &argv, &error));
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->messages, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
  g_test_message ("vigie %s: exit %d\n%s%s", words, fixture->status, fixture->output, fixture->messages);
}

void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("vigie-cli-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->program = g_build_filename (g_getenv ("VIGIE_BUILD_ROOT"), "src", "cli", "vigie", NULL);
  fixture->reg = in_folder (fixture, "r.vigie");
  call (fixture, "new r.vigie --organisation 'CH Test'");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpstr (fixture->messages, ==, "");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->program);
  g_free (fixture->reg);
  g_free (fixture->output);
  g_free (fixture->messages);
}

void
write_bytes (Fixture *fixture, const char *name, const char *bytes, gssize size)
{
  g_autofree char *path = in_folder (fixture, name);

  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
}
