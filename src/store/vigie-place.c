// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Putting a finished file in its place: written beside it first, brought to the disk, then moved there in one step, so
 * that whatever happens to the machine a file there is either the one before or the whole new one.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-place.h"

#include "vigie-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define RANDOM "XXXXXX"
#define LONGEST 3600

static gboolean
refuse (const char *path, int code, GError **error)
{
  /* Translators: %1$s is a file, %2$s why it could not be written */
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED, _ ("“%1$s” could not be written: %2$s"), path,
               g_strerror (code));
  return FALSE;
}

/* Folders of some network shares cannot be brought to the disk, which is then the server's to do. */
static gboolean
sync_to_disk (const char *path, gboolean folder)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | (folder ? O_DIRECTORY : 0), 0);
  gboolean done = fd >= 0 && (fsync (fd) == 0 || (folder && (errno == EINVAL || errno == ENOTSUP)));
  int code = errno;

  if (fd >= 0)
    close (fd);
  errno = code;
  return done;
}

/* What a program left that was killed while it wrote; an hour is more than any of it takes. */
static void
sweep (const char *unfinished)
{
  g_autofree char *folder = g_path_get_dirname (unfinished);
  g_autofree char *stem = g_path_get_basename (unfinished);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GStatBuf now, then;
  const char *name;

  stem[strlen (stem) - strlen (RANDOM)] = '\0';
  while (dir != NULL && g_stat (unfinished, &now) == 0 && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, stem) && g_stat (path, &then) == 0 && now.st_mtime - then.st_mtime > LONGEST)
        g_unlink (path);
    }
}

/**
 * vigie_place_dup_unfinished:
 * @path: where a file is going to be
 *
 * Returns: (transfer full): the name of a file beside it that does not exist, to be written first; %NULL with @error
 *   where nothing can be written there
 */
char *
vigie_place_dup_unfinished (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".unfinished-" RANDOM, NULL);
  int fd = g_mkstemp (name);

  if (fd < 0)
    {
      refuse (path, errno, error);
      return NULL;
    }
  close (fd);
  sweep (name);
  g_unlink (name);
  return g_steal_pointer (&name);
}

/* What SQLite could not remove of what it keeps beside a file is older than the file when that is finished. */
static void
remove_siblings (const char *path)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * vigie_place_discard:
 * @unfinished: a file that is not going to be finished
 *
 * Removes it, with what SQLite left beside it.
 */
void
vigie_place_discard (const char *unfinished)
{
  g_unlink (unfinished);
  remove_siblings (unfinished);
}

/**
 * vigie_place_file:
 * @unfinished: a whole file in the same folder as @path
 * @path: where it is to be; what stands there is replaced
 *
 * Returns: %FALSE with @error set; what stood at @path stands there still
 */
gboolean
vigie_place_file (const char *unfinished, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_to_disk (unfinished, FALSE) || g_rename (unfinished, path) != 0 || !sync_to_disk (folder, TRUE))
    return refuse (path, errno, error);
  remove_siblings (unfinished);
  return TRUE;
}
