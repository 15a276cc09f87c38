// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigiePartReader: the XML of a part of a workbook, a block at a time.
 *
 * GMarkup reads it: it knows no document types and no entities but the five, so that none can be made to grow. Names
 * lose their prefix, since each program chooses its own. An element that nests too deep, or a tag or text larger than
 * any table's, is refused before it fills the memory.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-part-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK 65536
#define DEPTH_MAX 64
#define ATTRIBUTES_MAX 64
#define PIECE_MAX (4 * 1024 * 1024)

struct _VigiePartReader
{
  VigieZip *zip;
  VigieZipPart *part;
  GMarkupParseContext *context;
  const VigiePartHandler *handler;
  gpointer data;
  guint depth;
  gsize since_event; /* bytes of one piece that is not whole yet */
  gboolean ended;
  char block[BLOCK];
};

static const char *
without_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_element (GMarkupParseContext *context G_GNUC_UNUSED, const char *name, const char **names, const char **values,
               gpointer data, GError **error)
{
  VigiePartReader *self = data;
  const char *plain[ATTRIBUTES_MAX + 1] = { NULL };

  self->since_event = 0;
  if (++self->depth > DEPTH_MAX || g_strv_length ((char **) names) > ATTRIBUTES_MAX)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "too deep");
      return;
    }
  for (gsize i = 0; names[i] != NULL; i++)
    plain[i] = without_prefix (names[i]);
  self->handler->start (self->data, without_prefix (name), plain, values);
}

static void
end_element (GMarkupParseContext *context G_GNUC_UNUSED, const char *name, gpointer data, GError **error G_GNUC_UNUSED)
{
  VigiePartReader *self = data;

  self->since_event = 0;
  self->depth--;
  self->handler->end (self->data, without_prefix (name));
}

static void
text (GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize size, gpointer data,
      GError **error G_GNUC_UNUSED)
{
  VigiePartReader *self = data;

  self->since_event = 0;
  if (self->handler->text != NULL)
    self->handler->text (self->data, text, size);
}

static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = text };

/**
 * vigie_part_reader_new:
 * @handler: is called while vigie_part_reader_step() runs; static
 *
 * Returns: (transfer full): the reader of a part; %NULL with @error where it is not in the archive
 */
VigiePartReader *
vigie_part_reader_new (VigieZip *zip, const char *part, const VigiePartHandler *handler, gpointer data, GError **error)
{
  VigieZipPart *opened = vigie_zip_open (zip, part, error);
  VigiePartReader *self;

  if (opened == NULL)
    return NULL;
  self = g_new0 (VigiePartReader, 1);
  self->zip = vigie_zip_ref (zip);
  self->part = opened;
  self->handler = handler;
  self->data = data;
  self->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  return self;
}

void
vigie_part_reader_free (VigiePartReader *self)
{
  g_markup_parse_context_free (self->context);
  vigie_zip_part_free (self->part);
  vigie_zip_unref (self->zip);
  g_free (self);
}

static gboolean
refuse (VigiePartReader *self, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               _ ("“%s” is damaged: a part of it is not what a workbook holds. "
                  "Open it where it was made and save it again."),
               vigie_zip_get_name (self->zip));
  return FALSE;
}

/**
 * vigie_part_reader_step:
 *
 * Reads a block of the part, which calls the handler for what it holds.
 *
 * Returns: whether there is more; %FALSE at the end, or with @error
 */
gboolean
vigie_part_reader_step (VigiePartReader *self, GError **error)
{
  gssize n;

  if (self->ended)
    return FALSE;
  n = vigie_zip_part_read (self->part, self->block, BLOCK, error);
  if (n < 0)
    return FALSE;
  self->ended = n == 0;
  if (n == 0)
    return !g_markup_parse_context_end_parse (self->context, NULL) && refuse (self, error);
  self->since_event += (gsize) n;
  if (self->since_event > PIECE_MAX || !g_markup_parse_context_parse (self->context, self->block, n, NULL))
    {
      self->ended = TRUE;
      return refuse (self, error);
    }
  return TRUE;
}

double
vigie_part_reader_get_progress (VigiePartReader *self)
{
  return vigie_zip_part_get_progress (self->part);
}

/**
 * vigie_part_read:
 *
 * Reads a part to its end.
 *
 * Returns: %FALSE with @error
 */
gboolean
vigie_part_read (VigieZip *zip, const char *part, const VigiePartHandler *handler, gpointer data, GError **error)
{
  g_autoptr (VigiePartReader) reader = vigie_part_reader_new (zip, part, handler, data, error);
  g_autoptr (GError) local = NULL;

  if (reader == NULL)
    return FALSE;
  while (vigie_part_reader_step (reader, &local))
    ;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * vigie_part_find:
 *
 * Returns: (transfer none) (nullable): the value of an attribute
 */
const char *
vigie_part_find (const char **names, const char **values, const char *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}
