// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A disk that is really full: writes fail after so many bytes of a file, where the process may not make a larger one, and
 * after so many bytes of a small file system of the test's own, where it may mount one. An import, an edit, an undo, a
 * migration, a backup, a restore, a repair, the making of a register and an export each meet it at every size, until one
 * is enough. Each time there is a reason in words, the register is whole and as before or as it was to be, and nothing
 * half made is left.
 */

#include "disk-rounds.h"

#include "vigie-export.h"
#include "vigie-format.h"
#include "vigie-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

/* By how much more room is given from round to round: a page first, when most goes wrong, and each time a quarter more. */
#define FIRST_STEP 4096
#define DISK_SIZE "size=24m"

static char *disk; /* the small file system; NULL where none may be mounted */

/* --- an export ------------------------------------------------------------------------------------- */

static gboolean
run_export (Rounds *rounds, GError **error)
{
  g_autofree char *path = g_build_filename (rounds->folder, "out.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VigieExport) export = vigie_export_new_whole (VIGIE_EXPORT_JSON, vigie_date_parse_iso ("2026-03-01"));
  gboolean done = vigie_export_run (export, rounds->store, file, NULL, error);

  /* A file that is not whole is none. */
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, done);
  g_unlink (path);
  return done;
}

static const Operation export_operation = { "export", run_export, FALSE, 0 };

/* --- a file may grow no further -------------------------------------------------------------------- */

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
free_files (Rounds *rounds G_GNUC_UNUSED)
{
  limit_files (RLIM_INFINITY);
}

static void
bound_files (Rounds *rounds G_GNUC_UNUSED, gsize room)
{
  limit_files (room);
}

/* --- a disk has so much room left ------------------------------------------------------------------ */

static char *
dup_ballast (Rounds *rounds)
{
  return g_build_filename (rounds->folder, "ballast", NULL);
}

static void
free_disk (Rounds *rounds)
{
  g_autofree char *ballast = dup_ballast (rounds);

  g_unlink (ballast);
}

static void
fill_disk (Rounds *rounds, gsize room)
{
  g_autofree char *ballast = dup_ballast (rounds);
  struct statvfs status;
  gsize left;
  int fd;

  g_assert_cmpint (statvfs (rounds->folder, &status), ==, 0);
  left = (gsize) status.f_bavail * status.f_frsize;
  g_assert_cmpuint (left, >, room);
  fd = g_open (ballast, O_CREAT | O_WRONLY | O_EXCL, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (posix_fallocate (fd, 0, (off_t) (left - room)), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

static gboolean
write_text (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return done;
}

/* Users and mounts of the process's own, which end with it. */
static gboolean
mount_disk (const char *folder)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_text ("/proc/self/uid_map", users) &&
         write_text ("/proc/self/setgroups", "deny") && write_text ("/proc/self/gid_map", groups) &&
         mount ("vigie", folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_SIZE) == 0;
}

/* Another process tries it first: one that may have a space of its own, and yet no user in it, can do nothing any more. */
static gboolean
may_mount_disk (const char *folder)
{
  int status = 1;
  pid_t child = fork ();

  if (child == 0)
    _exit (mount_disk (folder) ? 0 : 1);
  return child > 0 && waitpid (child, &status, 0) == child && WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* --- rounds ---------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  void (*fill) (Rounds *rounds, gsize room);
  void (*make_room) (Rounds *rounds);
  const char *words; /* of which one is said */
} Shortage;

static const Shortage file_shortage = { "file", bound_files, free_files, "allows no larger file" };
static const Shortage disk_shortage = { "disk", fill_disk, free_disk, "the disk is full" };

static void
assert_told (Rounds *rounds, const Shortage *shortage, const GError *error, gsize room)
{
  if (rounds->operation == &export_operation)
    g_test_message ("export, %" G_GSIZE_FORMAT " bytes: %s", room, error->message);
  else
    rounds_assert_told (rounds, error, (guint) room);
  g_assert_nonnull (strstr (error->message, rounds->folder));
  g_assert_true (rounds->operation == &export_operation || strstr (error->message, shortage->words) != NULL);
}

/* Returns: whether there was room enough. */
static gboolean
run_round (Rounds *rounds, const Shortage *shortage, gsize room)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  rounds_begin (rounds);
  shortage->fill (rounds, room);
  done = rounds->operation->run (rounds, &error);
  g_clear_object (&rounds->store);
  shortage->make_room (rounds);
  if (!done)
    assert_told (rounds, shortage, error, room);
  rounds_assert_outcome (rounds, done, TRUE, (guint) room);
  return done;
}

static void
sweep (Rounds *rounds, const Shortage *shortage)
{
  guint n_refused = 0;
  gsize step = FIRST_STEP;
  gsize room = 0;

  while (!run_round (rounds, shortage, room))
    {
      n_refused++;
      room += step;
      step += step / 4;
    }
  g_test_message ("%s: %u times too little, %" G_GSIZE_FORMAT " bytes are enough", rounds->operation->name, n_refused,
                  room);
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_file (Rounds *rounds, gconstpointer data G_GNUC_UNUSED)
{
  sweep (rounds, &file_shortage);
}

static void
set_up_disk (Rounds *rounds, gconstpointer data)
{
  char *folder = g_build_filename (disk, "folder", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  rounds_set_up_in (rounds, data, folder);
}

static void
test_disk (Rounds *rounds, gconstpointer data G_GNUC_UNUSED)
{
  sweep (rounds, &disk_shortage);
}

static void
add_tests (const Operation *operation)
{
  g_autofree char *of_file = g_strconcat ("/faults/full/file/", operation->name, NULL);
  g_autofree char *of_disk = g_strconcat ("/faults/full/disk/", operation->name, NULL);

  g_test_add (of_file, Rounds, operation, rounds_set_up, test_file, rounds_tear_down);
  if (disk != NULL)
    g_test_add (of_disk, Rounds, operation, set_up_disk, test_disk, rounds_tear_down);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = vigie_test_dup_folder ();
  int result;

  /* Before there is any thread: only a process of one may have users of its own. */
  if (may_mount_disk (folder) && mount_disk (folder))
    disk = folder;
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < ROUNDS_N_OPERATIONS; i++)
    add_tests (&rounds_operations[i]);
  add_tests (&export_operation);
  result = g_test_run ();
  if (disk != NULL)
    umount2 (disk, MNT_DETACH);
  vigie_test_remove_folder (folder);
  return result;
}
