// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieKeyPlaces: where in a file each record was first met, by a digest of its key: 12 bytes a place, in a table that
 * is never more than two thirds full, so that a file of a million rows is remembered in 25 MB.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-key-places.h"

#define FIRST_SIZE 1024

struct _VigieKeyPlaces
{
  guint64 *digests;
  guint32 *numbers; /* 0 where the place is free */
  gsize size;       /* a power of two */
  gsize n_used;
};

VigieKeyPlaces *
vigie_key_places_new (void)
{
  VigieKeyPlaces *self = g_new0 (VigieKeyPlaces, 1);

  self->size = FIRST_SIZE;
  self->digests = g_new0 (guint64, self->size);
  self->numbers = g_new0 (guint32, self->size);
  return self;
}

void
vigie_key_places_free (VigieKeyPlaces *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->digests);
  g_free (self->numbers);
  g_free (self);
}

/* The place of a digest, or the free one where it would be put. */
static gsize
find (const VigieKeyPlaces *self, guint64 digest)
{
  gsize place = digest & (self->size - 1);

  while (self->numbers[place] != 0 && self->digests[place] != digest)
    place = (place + 1) & (self->size - 1);
  return place;
}

static void
put (VigieKeyPlaces *self, guint64 digest, guint32 number)
{
  gsize place = find (self, digest);

  self->digests[place] = digest;
  self->numbers[place] = number;
}

static void
grow (VigieKeyPlaces *self)
{
  g_autofree guint64 *digests = self->digests;
  g_autofree guint32 *numbers = self->numbers;
  gsize size = self->size;

  self->size *= 2;
  self->digests = g_new0 (guint64, self->size);
  self->numbers = g_new0 (guint32, self->size);
  for (gsize i = 0; i < size; i++)
    if (numbers[i] != 0)
      put (self, digests[i], numbers[i]);
}

/**
 * vigie_key_places_add:
 * @number: of the row in its file, from 1
 *
 * Remembers where @record stands, unless one of its key was met before.
 *
 * Returns: the number of the row that it was first met in; 0 where it is new
 */
guint32
vigie_key_places_add (VigieKeyPlaces *self, VigieRecord *record, guint32 number)
{
  guint64 digest = vigie_record_hash_key (record);
  guint32 before;

  g_return_val_if_fail (self != NULL && number != 0, 0);

  before = self->numbers[find (self, digest)];
  if (before != 0)
    return before;
  if (++self->n_used > self->size / 3 * 2)
    grow (self);
  put (self, digest, number);
  return 0;
}
