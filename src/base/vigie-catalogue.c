// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A word of the program in a language that need not be the reader's: gettext speaks one language at a
 * time, and a table that people fill in may be in another. Reads the compiled catalogue itself (GNU
 * gettext manual, "The Format of GNU MO Files").
 */

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-catalogue.h"

#include <string.h>

#include "vigie-config.h"

#define MAGIC 0x950412de
#define HEADER_SIZE 20

/* The texts of a catalogue, sorted by what is translated. */
typedef struct
{
  GMappedFile *file; /* owns data */
  const char *data;
  gsize size;
  guint32 n;
  guint32 originals;
  guint32 translations;
} Catalogue;

static guint32
read_number (const Catalogue *self, gsize offset)
{
  guint32 number;

  memcpy (&number, self->data + offset, sizeof number);
  return number;
}

/* Where the text at @index of a table stands; NULL where the file is damaged. */
static const char *
read_text (const Catalogue *self, guint32 table, guint32 index)
{
  gsize entry = table + (gsize) index * 8;
  gsize length = read_number (self, entry);
  gsize offset = read_number (self, entry + 4);

  return offset + length < self->size && self->data[offset + length] == '\0' ? self->data + offset : NULL;
}

static gboolean
is_whole (const Catalogue *self)
{
  return (gsize) self->originals + (gsize) self->n * 8 <= self->size &&
         (gsize) self->translations + (gsize) self->n * 8 <= self->size;
}

static Catalogue *
load (const char *tag)
{
  const char *localedir = g_getenv ("VIGIE_LOCALEDIR");
  g_autofree char *path = NULL;
  Catalogue *self = g_new0 (Catalogue, 1);

  path =
    g_build_filename (localedir != NULL ? localedir : VIGIE_LOCALEDIR, tag, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file == NULL)
    return self;
  self->data = g_mapped_file_get_contents (self->file);
  self->size = g_mapped_file_get_length (self->file);
  if (self->size < HEADER_SIZE || read_number (self, 0) != MAGIC)
    return self;
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);
  self->n = read_number (self, 8);
  if (!is_whole (self))
    self->n = 0;
  return self;
}

/* Kept for the life of the process, as gettext keeps its own. */
static const Catalogue *
get_catalogue (VigieLanguage language)
{
  static Catalogue *catalogues[VIGIE_N_LANGUAGES];

  if (g_once_init_enter_pointer (&catalogues[language]))
    g_once_init_leave_pointer (&catalogues[language], load (vigie_language_get_tag_of (language)));
  return catalogues[language];
}

static const char *
find (const Catalogue *self, const char *key)
{
  guint32 low = 0;
  guint32 high = self->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = read_text (self, self->originals, middle);
      int order = original != NULL ? strcmp (key, original) : 0;

      if (order == 0)
        return original != NULL ? read_text (self, self->translations, middle) : NULL;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * vigie_catalogue_lookup:
 * @context: (nullable): the message context of @text
 * @text: as it stands in the program, which is in English
 *
 * Returns: (transfer none): @text in @language, whatever the language of the process; @text itself
 *   where there is no translation
 */
const char *
vigie_catalogue_lookup (VigieLanguage language, const char *context, const char *text)
{
  g_autofree char *key = NULL;
  const char *found;

  g_return_val_if_fail (text != NULL && language < VIGIE_N_LANGUAGES, text);

  if (language == VIGIE_LANGUAGE_EN)
    return text;
  key = context != NULL ? g_strconcat (context, "\004", text, NULL) : g_strdup (text);
  found = find (get_catalogue (language), key);
  return found != NULL && *found != '\0' ? found : text;
}
