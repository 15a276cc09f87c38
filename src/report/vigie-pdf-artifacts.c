// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pdf-private.h"

#include <gio/gio.h>
#include <string.h>

/*
 * Everything that is drawn and is no part of the text must be marked as an artifact (ISO 32000-1, 14.8.2.2), else a
 * reader that speaks a page reads its running head, too. Cairo leaves it bare, or marks it as content of the group it
 * was drawn in. Cairo writes each marked-content operator on a line of its own, and begins and ends an element outside of
 * text objects, which is all that is relied on here.
 */

#define ARTIFACT "/Artifact BMC\n"
#define END_OF_CONTENT "EMC"
#define FAST 1 /* of the levels of zlib */

typedef struct
{
  GString *out;
  GString *bare; /* lines outside of elements, not written yet */
  gboolean paints;
  guint depth; /* of marked content: 1 in an element, 2 in a span of it that Cairo spells out */
} Rewriter;

static gboolean
ends_with (const char *line, gsize length, const char *end)
{
  gsize size = strlen (end);

  return length >= size && strncmp (line + length - size, end, size) == 0;
}

/* "/H1 << /MCID 3 >> BDC" → "H1"; NULL of a line that begins no element */
static char *
dup_element_tag (const char *line, gsize length)
{
  const char *space = NULL;

  if (length == 0 || line[0] != '/' || !ends_with (line, length, " BDC") ||
      g_strstr_len (line, (gssize) length, "/MCID") == NULL)
    return NULL;
  space = memchr (line, ' ', length);
  return g_strndup (line + 1, (gsize) (space - line - 1));
}

static gboolean
line_paints (const char *line, gsize length)
{
  static const char *const operators[] = { "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "Do", "sh" };

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      gsize size = strlen (operators[i]);

      if (ends_with (line, length, operators[i]) &&
          (length == size || strchr (" ])>", line[length - size - 1]) != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
append_line (GString *out, const char *line, gsize length)
{
  g_string_append_len (out, line, (gssize) length);
  g_string_append_c (out, '\n');
}

static void
flush_bare (Rewriter *self)
{
  if (self->paints)
    g_string_append (self->out, ARTIFACT);
  g_string_append_len (self->out, self->bare->str, (gssize) self->bare->len);
  if (self->paints)
    g_string_append (self->out, END_OF_CONTENT "\n");
  g_string_truncate (self->bare, 0);
  self->paints = FALSE;
}

static void
begin_element (Rewriter *self, const char *tag, const char *line, gsize length)
{
  flush_bare (self);
  self->depth = 1;
  if (vigie_pdf_is_grouping (tag))
    g_string_append (self->out, ARTIFACT);
  else
    append_line (self->out, line, length);
}

static void
rewrite_line (Rewriter *self, const char *line, gsize length)
{
  g_autofree char *tag = self->depth == 0 ? dup_element_tag (line, length) : NULL;

  if (tag != NULL)
    begin_element (self, tag, line, length);
  else if (self->depth > 0)
    {
      append_line (self->out, line, length);
      if (ends_with (line, length, " BDC"))
        self->depth++;
      else if (length == strlen (END_OF_CONTENT) && ends_with (line, length, END_OF_CONTENT))
        self->depth--;
    }
  else
    {
      append_line (self->bare, line, length);
      self->paints = self->paints || line_paints (line, length);
    }
}

/**
 * vigie_pdf_rewrite_content:
 * @content: a content stream of Cairo's, decoded
 * @length: its bytes
 *
 * Returns: (transfer full): the stream with its artifacts marked
 */
GString *
vigie_pdf_rewrite_content (const char *content, gsize length)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  g_autoptr (GString) out = g_string_sized_new (length + 256);
  Rewriter self = { .out = out, .bare = bare };
  const char *end = content + length;

  while (content < end)
    {
      const char *line_end = memchr (content, '\n', (gsize) (end - content));

      if (line_end == NULL)
        line_end = end;
      rewrite_line (&self, content, (gsize) (line_end - content));
      content = line_end + 1;
    }
  flush_bare (&self);
  return g_steal_pointer (&out);
}

/* Faster than qpdf would, which packs as tight as it can: a pack is a little larger, and there in half the time. */
static void
replace_content (qpdf_data pdf, qpdf_oh stream, const GString *content)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, FAST);
  g_autoptr (GBytes) plain = g_bytes_new_static (content->str, content->len);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (G_CONVERTER (compressor), plain, NULL);
  gsize size = 0;
  const unsigned char *data = g_bytes_get_data (packed != NULL ? packed : plain, &size);

  qpdf_oh_replace_stream_data (pdf, stream, data, size,
                               packed != NULL ? qpdf_oh_new_name (pdf, "/FlateDecode") : qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
}

/**
 * vigie_pdf_mark_artifacts:
 * @pdf: a tagged PDF of Cairo's
 *
 * Marks what is no part of the text on every page.
 *
 * Returns: whether every page could be read; else @pdf has the error
 */
gboolean
vigie_pdf_mark_artifacts (qpdf_data pdf)
{
  int n_pages = qpdf_get_num_pages (pdf);

  for (int page = 0; page < n_pages; page++)
    {
      qpdf_oh sheet = qpdf_get_page_n (pdf, (size_t) page);
      g_autoptr (GString) content = NULL;
      unsigned char *data = NULL;
      size_t length = 0;

      if (qpdf_oh_get_page_content_data (pdf, sheet, &data, &length) & QPDF_ERRORS)
        return FALSE;
      content = vigie_pdf_rewrite_content ((const char *) data, length);
      qpdf_oh_free_buffer (&data);
      replace_content (pdf, qpdf_oh_get_key (pdf, sheet, "/Contents"), content);
    }
  return TRUE;
}
