// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieProgress: how far a piece of work is, on a terminal and for work of more than a second only.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-progress.h"

#include "vigie-format.h"

#include <math.h>
#include <unistd.h>

#define QUIET_TIME G_USEC_PER_SEC
#define BETWEEN (G_USEC_PER_SEC / 10)
#define TO_START_AND_CLEAR "\r\033[K"

struct _VigieProgress
{
  gboolean on_terminal;
  gboolean shown;
  gint64 next;
};

VigieProgress *
vigie_progress_new (void)
{
  VigieProgress *self = g_new0 (VigieProgress, 1);

  self->on_terminal = isatty (STDERR_FILENO);
  self->next = g_get_monotonic_time () + QUIET_TIME;
  return self;
}

void
vigie_progress_free (gpointer self)
{
  g_free (self);
}

/**
 * vigie_progress_tell:
 * @fraction: 0 to 1; NaN where it is not known
 * @n: how many were done
 * @data: the progress
 */
void
vigie_progress_tell (double fraction, gint64 n, gpointer data)
{
  VigieProgress *self = data;
  g_autofree char *share = NULL;
  g_autofree char *count = NULL;

  if (!self->on_terminal || g_get_monotonic_time () < self->next)
    return;
  self->next = g_get_monotonic_time () + BETWEEN;
  self->shown = TRUE;
  share = isnan (fraction) ? g_strdup ("") : vigie_format_percent (fraction, 0);
  count = vigie_format_integer (n);
  g_printerr (TO_START_AND_CLEAR "%s  %s", count, share);
}

/**
 * vigie_progress_end:
 *
 * Clears what was shown.
 */
void
vigie_progress_end (VigieProgress *self)
{
  if (self->shown)
    g_printerr (TO_START_AND_CLEAR);
}
