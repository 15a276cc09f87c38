// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether a file is on a network share. There SQLite's log cannot be used, since its index is memory that only the
 * programs of one machine share, and its locks are as good as those of the server.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-share.h"

#include <sys/vfs.h>

#define NFS 0x6969
#define FUSE 0x65735546

/* From linux/magic.h and the manual page of statfs(2). FUSE is sshfs and its like, and virtiofs; that it may also be a
 * disk of this machine costs no more than some speed. */
static const guint32 network_types[] = {
  NFS,        0x517B,     /* SMB */
  0xFF534D42,             /* CIFS */
  0xFE534D42,             /* SMB2 */
  0x01021997,             /* 9P */
  FUSE,       0x00C36400, /* Ceph */
  0x5346414F,             /* AFS */
  0x6B414653,             /* AFS of the kernel */
  0x73757245,             /* Coda */
  0x564C,                 /* NCP */
  0x0BD00BD0,             /* Lustre */
  0x786F4256,             /* shared folders of VirtualBox */
  0xBACBACBC,             /* shared folders of VMware */
};

/**
 * vigie_share_is_network_type:
 * @type: `f_type` of statfs()
 *
 * Returns: whether that is a file system whose files lie on another machine
 */
gboolean
vigie_share_is_network_type (guint64 type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (network_types); i++)
    if ((guint32) type == network_types[i])
      return TRUE;
  return FALSE;
}

/* The file, or the folder in which it is going to be. */
static guint64
find_type (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs status;

  if (statfs (path, &status) != 0 && statfs (folder, &status) != 0)
    return 0;
  return (guint64) status.f_type;
}

/**
 * vigie_share_is_lent:
 * @path: a file, which need not exist
 *
 * Returns: whether the desktop's portal lends it to a sandbox: that one file, with no room beside it that would last
 */
gboolean
vigie_share_is_lent (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (absolute, documents) || g_str_has_prefix (absolute, "/run/flatpak/doc/");
}

/**
 * vigie_share_is_network:
 * @path: a file, which need not exist
 *
 * Returns: whether it is on a network share, or the environment says so for a file system that is not known here:
 *   `VIGIE_NETWORK_SHARE` is 1 or 0
 */
gboolean
vigie_share_is_network (const char *path)
{
  const char *said = g_getenv ("VIGIE_NETWORK_SHARE");

  if (said != NULL && *said != '\0')
    return *said != '0';
  return !vigie_share_is_lent (path) && vigie_share_is_network_type (find_type (path));
}

/**
 * vigie_share_locks_reach_others:
 *
 * Returns: whether a lock on a file of that folder is seen by other machines, so that one without it has been left
 */
gboolean
vigie_share_locks_reach_others (const char *path)
{
  guint32 type = (guint32) find_type (path);

  return type == NFS || type == 0xFF534D42 || type == 0xFE534D42 || !vigie_share_is_network_type (type);
}
