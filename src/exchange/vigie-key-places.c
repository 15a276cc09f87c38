// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieKeyPlaces: where in a file each record was first met, by a digest of its key, so that a file of
 * millions of rows is remembered in little space.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-key-places.h"

struct _VigieKeyPlaces
{
  GHashTable *places;
};

VigieKeyPlaces *
vigie_key_places_new (void)
{
  VigieKeyPlaces *self = g_new0 (VigieKeyPlaces, 1);

  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
vigie_key_places_free (VigieKeyPlaces *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->places);
  g_free (self);
}

/* FNV-1a, 64 bits: that two of a million keys meet by chance is one in 37 million. */
static guint64
add_to_digest (guint64 hash, const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static gint64
digest (VigieRecord *record, const char *key)
{
  guint64 hash = add_to_digest (G_GUINT64_CONSTANT (14695981039346656037), vigie_record_get_entity (record)->nick);

  return (gint64) add_to_digest (hash * G_GUINT64_CONSTANT (1099511628211), key);
}

/**
 * vigie_key_places_add:
 * @key: that of @record, see vigie_record_dup_key()
 * @place: where it stands
 *
 * Returns: (transfer none) (nullable): where a record of the same key stood before; %NULL where this is
 *   the first, whose place is then remembered
 */
const char *
vigie_key_places_add (VigieKeyPlaces *self, VigieRecord *record, const char *key, const char *place)
{
  gint64 hash = digest (record, key);
  const char *before;

  g_return_val_if_fail (self != NULL, NULL);

  before = g_hash_table_lookup (self->places, &hash);
  if (before == NULL)
    g_hash_table_insert (self->places, g_memdup2 (&hash, sizeof hash), g_strdup (place));
  return before;
}
