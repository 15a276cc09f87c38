// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Series of changes, packed: days as the difference to the day before, ends as the difference to the day, so that
 * most numbers take one or two bytes.
 *
 * A series of some ten years of a profession of a site takes a few hundred bytes, and its prefix sum some
 * microseconds: rows of a table, one a change, took twenty times the room and the time.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-series.h"

#include "vigie-packed.h"

static guint64
read_number (VigieSeriesReader *self)
{
  guint64 value;

  if (vigie_packed_read (&self->at, self->end, &value))
    return value;
  self->damaged = TRUE;
  return 0;
}

/* What a file says is not trusted: a number out of range is damage, never another number. */
static gint32
read_signed (VigieSeriesReader *self)
{
  gint64 value = vigie_packed_unfold (read_number (self));

  if (value <= G_MININT32 || value >= G_MAXINT32)
    self->damaged = TRUE;
  return self->damaged ? 0 : (gint32) value;
}

static VigieDate
read_day (VigieSeriesReader *self, gint64 from)
{
  gint64 day = from + read_signed (self);

  if (day <= G_MININT32 || day >= G_MAXINT32)
    self->damaged = TRUE;
  return self->damaged ? 0 : (VigieDate) day;
}

void
vigie_series_reader_init (VigieSeriesReader *self, const void *packed, gsize size)
{
  *self = (VigieSeriesReader) { .at = packed, .end = (const guint8 *) packed + size };
}

/**
 * vigie_series_next:
 *
 * Returns: %FALSE at the end, or with `damaged` where what is packed is no series
 */
gboolean
vigie_series_next (VigieSeriesReader *self, VigieChange *change)
{
  if (self->damaged || self->at == self->end)
    return FALSE;
  self->day = change->day = read_day (self, self->day);
  if (self->at < self->end && *self->at == 0)
    {
      self->at++;
      change->until = VIGIE_DATE_NEVER;
    }
  else
    {
      guint64 length = read_number (self);
      gint64 until = change->day + vigie_packed_unfold (length - 1);

      if (length == 0 || until <= G_MININT32 || until >= G_MAXINT32)
        self->damaged = TRUE;
      change->until = (VigieDate) until;
    }
  change->holders = read_signed (self);
  change->begun = read_signed (self);
  return !self->damaged;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const VigieChange *first = a;
  const VigieChange *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return (first->until > second->until) - (first->until < second->until);
}

static gboolean
is_in_order (const VigieChange *changes, guint n)
{
  for (guint i = 1; i < n; i++)
    if (compare_changes (&changes[i - 1], &changes[i]) > 0)
      return FALSE;
  return TRUE;
}

/**
 * vigie_series_normalize:
 * @changes: (element-type VigieChange): in any order
 *
 * Puts @changes in order and adds up those of one day and end; what adds up to nothing goes.
 */
void
vigie_series_normalize (GArray *changes)
{
  VigieChange *all = (VigieChange *) (gpointer) changes->data;
  guint n = 0;

  if (!is_in_order (all, changes->len))
    g_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len;)
    {
      VigieChange sum = all[i++];

      for (; i < changes->len && compare_changes (&sum, &all[i]) == 0; i++)
        {
          sum.holders += all[i].holders;
          sum.begun += all[i].begun;
        }
      if (sum.holders != 0 || sum.begun != 0)
        all[n++] = sum;
    }
  g_array_set_size (changes, n);
}

/**
 * vigie_series_pack:
 * @changes: (array length=n): in order, see vigie_series_normalize()
 *
 * Returns: (transfer full): the same bytes for the same changes
 */
GByteArray *
vigie_series_pack (const VigieChange *changes, gsize n)
{
  GByteArray *packed = g_byte_array_sized_new ((guint) n * 5);
  VigieDate day = 0;

  for (gsize i = 0; i < n; i++)
    {
      const VigieChange *change = &changes[i];

      vigie_packed_append (packed, vigie_packed_fold ((gint64) change->day - day));
      vigie_packed_append (
        packed, change->until == VIGIE_DATE_NEVER ? 0 : vigie_packed_fold ((gint64) change->until - change->day) + 1);
      vigie_packed_append (packed, vigie_packed_fold (change->holders));
      vigie_packed_append (packed, vigie_packed_fold (change->begun));
      day = change->day;
    }
  return packed;
}

/**
 * vigie_series_begins_by:
 *
 * Returns: whether anything happened by @day
 */
gboolean
vigie_series_begins_by (const void *packed, gsize size, VigieDate day)
{
  VigieSeriesReader reader;
  VigieChange change;

  vigie_series_reader_init (&reader, packed, size);
  return vigie_series_next (&reader, &change) && change.day <= day;
}

/**
 * vigie_series_count:
 * @later: not before @day
 *
 * Returns: %FALSE where what is packed is no series
 */
gboolean
vigie_series_count (const void *packed, gsize size, VigieDate day, VigieDate later, VigieHolderCount *count)
{
  VigieSeriesReader reader;
  VigieChange change;

  *count = (VigieHolderCount) { 0 };
  vigie_series_reader_init (&reader, packed, size);
  while (vigie_series_next (&reader, &change) && change.day <= day)
    {
      count->ever += change.holders;
      count->now += change.until > day ? change.holders : 0;
      count->later += change.until > later ? change.holders : 0;
    }
  return !reader.damaged;
}
