// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCodes: texts end to end in one block, found by a table of their numbers that is never more than half full: a
 * GHashTable of a million strings takes four times the memory.
 */

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-codes.h"

#include <string.h>

#define FIRST_SLOTS 64

struct _VigieCodes
{
  GString *text;
  GArray *starts; /* of guint32 */
  guint32 *slots; /* number + 1; 0 where it is free */
  guint32 mask;
};

VigieCodes *
vigie_codes_new (void)
{
  VigieCodes *self = g_new0 (VigieCodes, 1);

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->slots = g_new0 (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  return self;
}

void
vigie_codes_free (VigieCodes *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self->slots);
  g_free (self);
}

/**
 * vigie_codes_clear:
 *
 * Forgets all texts.
 */
void
vigie_codes_clear (VigieCodes *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  memset (self->slots, 0, ((gsize) self->mask + 1) * sizeof (guint32));
}

/* FNV-1a, with its high bits mixed into the low ones, which alone choose a slot. */
static guint32
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    hash = (hash ^ *p) * G_GUINT64_CONSTANT (1099511628211);
  return (guint32) (hash ^ (hash >> 32));
}

/* The slot of a text, or the free one where it would be put. */
static guint32
find_slot (const VigieCodes *self, const char *text)
{
  guint32 slot = hash_text (text) & self->mask;

  while (self->slots[slot] != 0 && strcmp (vigie_codes_get (self, self->slots[slot] - 1), text) != 0)
    slot = (slot + 1) & self->mask;
  return slot;
}

/* Each text is there once, so that none need be compared. */
static void
grow (VigieCodes *self)
{
  g_free (self->slots);
  self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint32 i = 0; i < self->starts->len; i++)
    {
      guint32 slot = hash_text (vigie_codes_get (self, i)) & self->mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = i + 1;
    }
}

/**
 * vigie_codes_find:
 *
 * Returns: the number of @text, or %VIGIE_CODES_NONE
 */
guint32
vigie_codes_find (const VigieCodes *self, const char *text)
{
  return self->slots[find_slot (self, text)] - 1;
}

static gboolean
is_text (const VigieCodes *self, guint32 number, const char *text)
{
  return number < self->starts->len && strcmp (vigie_codes_get (self, number), text) == 0;
}

/**
 * vigie_codes_find_near:
 * @near: the number of the text that was met before; %VIGIE_CODES_NONE for none
 *
 * As vigie_codes_find(), sooner where it is that text again, or the one that came after it.
 */
guint32
vigie_codes_find_near (const VigieCodes *self, const char *text, guint32 near)
{
  if (near != VIGIE_CODES_NONE && is_text (self, near, text))
    return near;
  if (near != VIGIE_CODES_NONE && is_text (self, near + 1, text))
    return near + 1;
  return vigie_codes_find (self, text);
}

/**
 * vigie_codes_add:
 *
 * Returns: the number of @text, which is added unless it is there
 */
guint32
vigie_codes_add (VigieCodes *self, const char *text)
{
  guint32 slot = find_slot (self, text);
  guint32 start = (guint32) self->text->len;

  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;
  g_string_append_len (self->text, text, (gssize) strlen (text) + 1);
  g_array_append_val (self->starts, start);
  self->slots[slot] = self->starts->len;
  if (self->starts->len > self->mask / 2)
    grow (self);
  return self->starts->len - 1;
}

guint
vigie_codes_get_size (const VigieCodes *self)
{
  return self->starts->len;
}

/**
 * vigie_codes_get:
 *
 * Returns: (transfer none): the text of that number, until another is added
 */
const char *
vigie_codes_get (const VigieCodes *self, guint32 number)
{
  return self->text->str + g_array_index (self->starts, guint32, number);
}
