// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Who is changing a register, told by a file beside it: NAME.lock, with the account, the machine and the process, as old
 * as the change. Whether it still holds is not a matter of what it says: its writer has a lock on it, which ends with the
 * program however that ends. On a network share the one who has it open for changes has it all the while; elsewhere it is
 * there while a transaction goes on that is more than an edit, so that whoever waits for it in vain can say for whom.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-holder.h"

#include "vigie-format.h"
#include "vigie-share.h"
#include "vigie-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <sys/file.h>
#include <unistd.h>

#define CONTENT_MAX 1024
/* How often a file is opened that goes away meanwhile. */
#define ATTEMPTS 10

struct _VigieHold
{
  char *name;
  int fd;
};

void
vigie_holder_free (VigieHolder *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->account);
  g_free (self->host);
  g_free (self);
}

static char *
dup_name (const char *path)
{
  return g_strconcat (path, ".lock", NULL);
}

/**
 * vigie_holder_read:
 * @path: a register
 *
 * Returns: (transfer full) (nullable): who is changing it; %NULL where nobody says so
 */
VigieHolder *
vigie_holder_read (const char *path)
{
  g_autofree char *name = dup_name (path);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (VigieHolder) holder = NULL;
  GStatBuf status;
  gsize length;

  if (g_stat (name, &status) != 0 || status.st_size > CONTENT_MAX ||
      !g_file_get_contents (name, &content, &length, NULL) || !g_utf8_validate (content, (gssize) length, NULL))
    return NULL;
  lines = g_strsplit (content, "\n", 4);
  if (g_strv_length (lines) < 3)
    return NULL;
  holder = g_new0 (VigieHolder, 1);
  holder->account = g_strdup (lines[0]);
  holder->host = g_strdup (lines[1]);
  holder->pid = g_ascii_strtoll (lines[2], NULL, 10);
  holder->since = status.st_mtime;
  return g_steal_pointer (&holder);
}

static char *
dup_time (gint64 since)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (since);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  day = vigie_format_date (
    vigie_date_new (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
  clock = g_date_time_format (time, "%H:%M");
  return g_strdup_printf ("%s %s", day, clock);
}

/**
 * vigie_holder_set_busy:
 * @path: a register
 * @can_be_read: whether it can be while it is changed
 *
 * Sets @error to %VIGIE_STORE_ERROR_BUSY and says by whom it is being changed, where that is known.
 */
void
vigie_holder_set_busy (GError **error, const char *path, gboolean can_be_read)
{
  g_autoptr (VigieHolder) holder = vigie_holder_read (path);
  g_autofree char *since = NULL;
  g_autofree char *message = NULL;

  if (holder == NULL)
    {
      message = g_strdup_printf (
        can_be_read
          ? _ ("“%s” is being changed by another program. Try again in a moment; it can be read meanwhile.")
          : _ ("“%s” is being changed by another program, so much of it that it cannot be read meanwhile. Try again in "
               "a moment."),
        path);
    }
  else
    {
      since = dup_time (holder->since);
      message = g_strdup_printf (
        can_be_read ?
                    /* Translators: %1$s is a file, %2$s an account, %3$s a machine, %5$s a date and time */
          _ ("“%1$s” is being changed by %2$s on %3$s (process %4$" PRId64 ", since %5$s). It can be read meanwhile.")
                    :
                    /* Translators: %1$s is a file, %2$s an account, %3$s a machine, %5$s a date and time */
          _ ("“%1$s” is being changed by %2$s on %3$s (process %4$" PRId64 ", since %5$s), so much of it that it "
             "cannot be read meanwhile. Try again in a moment."),
        path, holder->account, holder->host, holder->pid, since);
    }
  g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY, message);
}

/* Where locks do not reach other machines, what another one wrote holds until it takes it away. */
static gboolean
is_held_elsewhere (const char *path)
{
  g_autoptr (VigieHolder) holder = vigie_holder_read (path);

  return holder != NULL && !g_str_equal (holder->host, g_get_host_name ()) && !vigie_share_locks_reach_others (path);
}

/* Whether the file that was locked is still the one that has the name. */
static gboolean
is_there (int fd, const char *name)
{
  GStatBuf named;
  struct stat opened;

  return fstat (fd, &opened) == 0 && g_stat (name, &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

static int
open_and_lock (const char *name, gboolean *held)
{
  for (int i = 0; i < ATTEMPTS; i++)
    {
      int fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0644);

      if (fd < 0)
        return -1;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        {
          if (is_there (fd, name))
            return fd;
        }
      else if (errno == EWOULDBLOCK)
        {
          *held = TRUE;
          close (fd);
          return -1;
        }
      close (fd);
    }
  return -1;
}

static gboolean
write_content (int fd)
{
  g_autofree char *content = g_strdup_printf ("%s\n%s\n%d\n", g_get_user_name (), g_get_host_name (), (int) getpid ());
  struct stat status;

  /* A file that was cut off is written to the disk when it is closed, by some file systems: a new one is not. */
  if (fstat (fd, &status) != 0 || (status.st_size > 0 && ftruncate (fd, 0) != 0))
    return FALSE;
  return write (fd, content, strlen (content)) == (gssize) strlen (content);
}

/**
 * vigie_hold_take:
 * @path: a register
 * @held: (out): whether somebody else has it
 *
 * Says that this program is changing a register.
 *
 * Returns: (transfer full) (nullable): to be released; %NULL where somebody else has it, or where no file can be made
 *   beside the register
 */
VigieHold *
vigie_hold_take (const char *path, gboolean *held)
{
  g_autofree char *name = dup_name (path);
  VigieHold *self;
  int fd;

  *held = is_held_elsewhere (path);
  fd = *held ? -1 : open_and_lock (name, held);
  if (fd < 0)
    return NULL;
  if (!write_content (fd))
    g_debug ("“%s” could not be written", name);
  self = g_new0 (VigieHold, 1);
  self->name = g_steal_pointer (&name);
  self->fd = fd;
  return self;
}

void
vigie_hold_release (VigieHold *self)
{
  g_return_if_fail (self != NULL);

  g_unlink (self->name);
  close (self->fd);
  g_free (self->name);
  g_free (self);
}
