// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A layer between SQLite and the operating system that fails on demand: of the calls by which a disk is changed (open,
 * write, truncate, sync, delete) the Nth since it was armed fails, and those after it where the fault is a lasting one.
 * A write that fails leaves half of its bytes, as that of a full disk may. It becomes SQLite's default, so that the
 * program under test knows nothing of it.
 */

#include "faulty-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;

static GMutex mutex;
static guint fails_at; /* 0 while it is not armed */
static guint n_calls;
static FaultKind fault;
static gboolean lasts;

/* Whether this call is one that fails. */
static gboolean
fails (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (fails_at == 0)
    return FALSE;
  n_calls++;
  return n_calls == fails_at || (lasts && n_calls > fails_at);
}

/**
 * faulty_vfs_arm:
 * @nth: from 1
 * @lasting: whether all later calls fail, too
 */
void
faulty_vfs_arm (guint nth, FaultKind kind, gboolean lasting)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  fails_at = nth;
  fault = kind;
  lasts = lasting;
  n_calls = 0;
}

/**
 * faulty_vfs_disarm:
 *
 * Returns: how many calls there were since it was armed
 */
guint
faulty_vfs_disarm (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  fails_at = 0;
  return n_calls;
}

static int
fault_code (int io_code)
{
  return fault == FAULT_FULL ? SQLITE_FULL : io_code;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultyFile *) (gpointer) file)->real;
}

static int
faulty_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
faulty_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), bytes, size, offset);
}

static int
faulty_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
  if (!fails ())
    return real_of (file)->pMethods->xWrite (real_of (file), bytes, size, offset);
  real_of (file)->pMethods->xWrite (real_of (file), bytes, size / 2, offset);
  return fault_code (SQLITE_IOERR_WRITE);
}

static int
faulty_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails () ? fault_code (SQLITE_IOERR_TRUNCATE) : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
faulty_sync (sqlite3_file *file, int flags)
{
  return fails () ? fault_code (SQLITE_IOERR_FSYNC) : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
faulty_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
faulty_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
faulty_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
faulty_is_reserved (sqlite3_file *file, int *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
faulty_control (sqlite3_file *file, int operation, void *data)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, data);
}

static int
faulty_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
faulty_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
faulty_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), region, size, extend, memory);
}

static int
faulty_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
faulty_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
faulty_shm_unmap (sqlite3_file *file, int deletes)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), deletes);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = faulty_close,
  .xRead = faulty_read,
  .xWrite = faulty_write,
  .xTruncate = faulty_truncate,
  .xSync = faulty_sync,
  .xFileSize = faulty_size,
  .xLock = faulty_lock,
  .xUnlock = faulty_unlock,
  .xCheckReservedLock = faulty_is_reserved,
  .xFileControl = faulty_control,
  .xSectorSize = faulty_sector_size,
  .xDeviceCharacteristics = faulty_characteristics,
  .xShmMap = faulty_shm_map,
  .xShmLock = faulty_shm_lock,
  .xShmBarrier = faulty_shm_barrier,
  .xShmUnmap = faulty_shm_unmap,
};

static int
faulty_open (sqlite3_vfs *vfs G_GNUC_UNUSED, sqlite3_filename name, sqlite3_file *file, int flags, int *flags_out)
{
  FaultyFile *self = (FaultyFile *) (gpointer) file;
  int result;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (gpointer) (self + 1);
  if ((flags & SQLITE_OPEN_CREATE) != 0 && fails ())
    return fault_code (SQLITE_CANTOPEN);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, flags_out);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;
  return result;
}

static int
faulty_delete (sqlite3_vfs *vfs G_GNUC_UNUSED, const char *name, int syncs_folder)
{
  return fails () ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, syncs_folder);
}

/**
 * faulty_vfs_install:
 *
 * Makes it SQLite's default, before SQLite is used.
 */
void
faulty_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.pNext = NULL;
  faulty_vfs.szOsFile = (int) sizeof (FaultyFile) + real_vfs->szOsFile;
  faulty_vfs.xOpen = faulty_open;
  faulty_vfs.xDelete = faulty_delete;
  g_assert (sqlite3_vfs_register (&faulty_vfs, 1) == SQLITE_OK);
}
