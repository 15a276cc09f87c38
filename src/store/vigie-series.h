// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include "vigie-date.h"

G_BEGIN_DECLS

/** What is held until then is held for ever. Later than every date. */
#define VIGIE_DATE_NEVER G_MAXINT32

/**
 * VigieChange:
 * @until: the first day on which what is held is held no more; %VIGIE_DATE_NEVER for ever
 * @holders: how many more people, or fewer, hold it until @until from @day on, as far as was known on @day
 * @begun: how many validities until @until began on @day; of a renewal on the day on which the former ended
 *
 * What happened on a day to those of a unit and a profession who hold a module. Who holds it no more, because
 * @until has come, stays counted among those who once did. One who renews, or leaves, is taken off.
 *
 * So on a day, of all changes up to that day: the sum of @holders is who ever completed the module; the sum of
 * those whose @until is later than the day is who holds it; of those whose @until is later than another day to
 * come, who will still hold it then.
 */
typedef struct
{
  VigieDate day;
  VigieDate until;
  gint32 holders;
  gint32 begun;
} VigieChange;

/**
 * VigieSeriesReader:
 *
 * Reads packed changes from the earliest to the latest. On the stack; nothing to free.
 */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  VigieDate day;
  gboolean damaged;
} VigieSeriesReader;

void vigie_series_reader_init (VigieSeriesReader *self, const void *packed, gsize size);
gboolean vigie_series_next (VigieSeriesReader *self, VigieChange *change);

void vigie_series_normalize (GArray *changes);
GByteArray *vigie_series_pack (const VigieChange *changes, gsize n);

/**
 * VigieHolderCount:
 * @ever: people who once held it
 * @now: who hold it on the day
 * @later: who hold it on the day, and will on the later day by what they hold
 */
typedef struct
{
  gint64 ever;
  gint64 now;
  gint64 later;
} VigieHolderCount;

gboolean vigie_series_begins_by (const void *packed, gsize size, VigieDate day);
gboolean vigie_series_count (const void *packed, gsize size, VigieDate day, VigieDate later, VigieHolderCount *count);

G_END_DECLS
