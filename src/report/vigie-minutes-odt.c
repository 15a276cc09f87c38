// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Minutes as a text document (OpenDocument 1.3, ISO/IEC 26300), which secretaries go on writing in: with headings that
 * are headings, lists, tables with heads, and the charts as pictures with their words. The flat form is one XML file;
 * the package is what word processors save.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-minutes-private.h"

#include <math.h>
#include <string.h>

#include "vigie-format.h"
#include "vigie-surface.h"
#include "vigie-zip-store.h"

#define CHART_WIDTH 720.0
#define CHART_HEIGHT 360.0
#define CHART_SCALE 2.0
#define CHART_WIDTH_CM 17.0

#define NAMESPACES \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" " \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" " \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" " \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " \
  "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" " \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" " \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " \
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" " \
  "office:version=\"1.3\""

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MIME_TYPE "application/vnd.oasis.opendocument.text"

static const char page_styles[] =
  "<office:automatic-styles>"
  "<style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
  "fo:margin=\"2cm\" style:print-orientation=\"portrait\"/></style:page-layout>"
  "</office:automatic-styles>"
  "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"/>"
  "</office:master-styles>";

static const char block_styles[] =
  "<style:style style:name=\"Standard\" style:family=\"paragraph\">"
  "<style:paragraph-properties fo:margin-bottom=\"0.2cm\"/></style:style>"
  "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\" style:default-outline-level=\"1\">"
  "<style:text-properties fo:font-size=\"20pt\" fo:font-weight=\"bold\"/></style:style>"
  "<style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\" style:default-outline-level=\"2\">"
  "<style:paragraph-properties fo:margin-top=\"0.5cm\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-size=\"15pt\" fo:font-weight=\"bold\"/></style:style>"
  "<style:style style:name=\"Heading_20_3\" style:display-name=\"Heading 3\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\" style:default-outline-level=\"3\">"
  "<style:paragraph-properties fo:margin-top=\"0.3cm\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-size=\"12pt\" fo:font-weight=\"bold\"/></style:style>"
  "<style:style style:name=\"Answer\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:paragraph-properties fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
  "<style:style style:name=\"Note\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:text-properties fo:font-size=\"9pt\" fo:font-style=\"italic\"/></style:style>"
  "<style:style style:name=\"Head\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
  "<text:list-style style:name=\"Entries\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">"
  "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
  "<style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"0.6cm\" "
  "fo:text-indent=\"-0.6cm\" fo:margin-left=\"0.6cm\"/></style:list-level-properties>"
  "</text:list-level-style-bullet></text:list-style>";

typedef struct
{
  GString *body;
  GPtrArray *pictures; /* of GBytes: each a PNG; in the flat form they stand in the body */
  gboolean flat;
  guint n_tables;
} Odt;

static void
append_text (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n')
        g_string_append (out, "<text:line-break/>");
      else if (character == '<')
        g_string_append (out, "&lt;");
      else if (character == '>')
        g_string_append (out, "&gt;");
      else if (character == '&')
        g_string_append (out, "&amp;");
      else if (character == '"')
        g_string_append (out, "&quot;");
      /* Others below the space have no place in XML. */
      else if (character >= ' ' || character == '\t')
        g_string_append_unichar (out, character);
    }
}

static void
append_paragraph (Odt *self, const char *style, const char *text)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">", style);
  append_text (self->body, text);
  g_string_append (self->body, "</text:p>\n");
}

static void
append_heading (Odt *self, int level, const char *text)
{
  g_string_append_printf (self->body, "<text:h text:style-name=\"Heading_20_%d\" text:outline-level=\"%d\">", level,
                          level);
  append_text (self->body, text);
  g_string_append (self->body, "</text:h>\n");
}

static void
append_row (Odt *self, char **cells, const char *style)
{
  g_string_append (self->body, "<table:table-row>");
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      g_string_append (self->body, "<table:table-cell office:value-type=\"string\">");
      append_paragraph (self, style, cells[i]);
      g_string_append (self->body, "</table:table-cell>");
    }
  g_string_append (self->body, "</table:table-row>\n");
}

static void
append_table (Odt *self, const VigieMinutesBlock *block)
{
  g_string_append_printf (self->body,
                          "<table:table table:name=\"Table%u\"><table:table-column "
                          "table:number-columns-repeated=\"%u\"/><table:table-header-rows>",
                          ++self->n_tables, g_strv_length (block->columns));
  append_row (self, block->columns, "Head");
  g_string_append (self->body, "</table:table-header-rows>\n");
  for (guint i = 0; i < block->rows->len; i++)
    append_row (self, g_ptr_array_index (block->rows, i), "Standard");
  g_string_append (self->body, "</table:table>\n");
}

static GBytes *
draw_chart (const VigieMinutesBlock *block, GError **error)
{
  VigieFrame frame = {
    .width = CHART_WIDTH, .height = CHART_HEIGHT, .text_scale = 1, .mirrored = vigie_language_is_right_to_left ()
  };
  g_autoptr (VigieScene) scene = vigie_figure_layout (block->figure, &frame);
  VigieSurfaceOptions options = { .palette = vigie_palette_get (VIGIE_PALETTE_PRINT),
                                  .scale = CHART_SCALE,
                                  .title = vigie_figure_get_title (block->figure),
                                  .description = block->text,
                                  .language = vigie_language_get_tag () };

  return vigie_scene_render (scene, VIGIE_SURFACE_PNG, &options, error);
}

static gboolean
append_chart (Odt *self, const VigieMinutesBlock *block, GError **error)
{
  g_autoptr (GBytes) png = draw_chart (block, error);
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  if (png == NULL)
    return FALSE;
  g_string_append_printf (self->body,
                          "<text:p text:style-name=\"Standard\"><draw:frame draw:name=\"Chart%u\" "
                          "text:anchor-type=\"as-char\" svg:width=\"%scm\" svg:height=\"%scm\"><draw:image ",
                          self->pictures->len + 1, g_ascii_formatd (width, sizeof width, "%.2f", CHART_WIDTH_CM),
                          g_ascii_formatd (height, sizeof height, "%.2f", CHART_WIDTH_CM * CHART_HEIGHT / CHART_WIDTH));
  if (self->flat)
    {
      g_autofree char *text = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));

      g_string_append_printf (self->body, "draw:mime-type=\"image/png\"><office:binary-data>%s</office:binary-data>",
                              text);
    }
  else
    g_string_append_printf (self->body,
                            "xlink:href=\"Pictures/chart%u.png\" xlink:type=\"simple\" xlink:show=\"embed\" "
                            "xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\">",
                            self->pictures->len + 1);
  g_string_append (self->body, "</draw:image><svg:title>");
  append_text (self->body, vigie_figure_get_title (block->figure));
  g_string_append (self->body, "</svg:title><svg:desc>");
  append_text (self->body, block->text);
  g_string_append (self->body, "</svg:desc></draw:frame></text:p>\n");
  g_ptr_array_add (self->pictures, g_steal_pointer (&png));
  return TRUE;
}

static void
append_entry (Odt *self, const VigieMinutesBlock *before, const VigieMinutesBlock *block, const VigieMinutesBlock *next)
{
  if (before == NULL || before->kind != VIGIE_MINUTES_ENTRY)
    g_string_append (self->body, "<text:list text:style-name=\"Entries\">\n");
  g_string_append (self->body, "<text:list-item>");
  append_paragraph (self, "Standard", block->text);
  g_string_append (self->body, "</text:list-item>\n");
  if (next == NULL || next->kind != VIGIE_MINUTES_ENTRY)
    g_string_append (self->body, "</text:list>\n");
}

static gboolean
append_blocks (Odt *self, const GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const VigieMinutesBlock *block = g_ptr_array_index (blocks, i);

      if (block->shown)
        continue;
      switch (block->kind)
        {
        case VIGIE_MINUTES_TITLE:
        case VIGIE_MINUTES_POINT:
        case VIGIE_MINUTES_HEADING:
          append_heading (self, 1 + (int) block->kind - (int) VIGIE_MINUTES_TITLE, block->text);
          break;
        case VIGIE_MINUTES_ANSWER:
          append_paragraph (self, "Answer", block->text);
          break;
        case VIGIE_MINUTES_NOTE:
          append_paragraph (self, "Note", block->text);
          break;
        case VIGIE_MINUTES_ENTRY:
          append_entry (self, i > 0 ? g_ptr_array_index (blocks, i - 1) : NULL, block,
                        i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL);
          break;
        case VIGIE_MINUTES_TABLE:
          append_table (self, block);
          break;
        case VIGIE_MINUTES_FIGURE:
          if (!append_chart (self, block, error))
            return FALSE;
          break;
        case VIGIE_MINUTES_TEXT:
        default:
          append_paragraph (self, "Standard", block->text);
          break;
        }
    }
  return TRUE;
}

/* The language of the text, by which word processors check its spelling. */
static char *
dup_styles (void)
{
  g_auto (GStrv) parts = g_strsplit (vigie_language_get_tag (), "-", 2);

  return g_strdup_printf ("<office:styles><style:default-style style:family=\"paragraph\">"
                          "<style:text-properties fo:font-size=\"11pt\" fo:language=\"%s\" fo:country=\"%s\"/>"
                          "</style:default-style>%s</office:styles>",
                          parts[0], parts[0] != NULL && parts[1] != NULL ? parts[1] : "none", block_styles);
}

static char *
dup_meta (const GPtrArray *blocks)
{
  g_autoptr (GString) meta = g_string_new ("<office:meta><dc:title>");

  append_text (meta, ((const VigieMinutesBlock *) g_ptr_array_index (blocks, 0))->text);
  g_string_append_printf (meta, "</dc:title><dc:language>%s</dc:language></office:meta>", vigie_language_get_tag ());
  return g_string_free_and_steal (g_steal_pointer (&meta));
}

static void
add_part (VigieZipStore *zip, GString *manifest, const char *name, const char *type, const char *text)
{
  vigie_zip_store_add (zip, name, text, strlen (text));
  g_string_append_printf (manifest, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n",
                          name, type);
}

static GBytes *
pack (const Odt *self, const char *styles, const char *meta)
{
  g_autoptr (VigieZipStore) zip = vigie_zip_store_new ();
  g_autoptr (GString) manifest =
    g_string_new (XML_HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                           "manifest:version=\"1.3\">\n"
                           "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
                           "manifest:media-type=\"" MIME_TYPE "\"/>\n");
  g_autofree char *content =
    g_strconcat (XML_HEAD "<office:document-content " NAMESPACES "><office:body><office:text>\n", self->body->str,
                 "</office:text></office:body></office:document-content>\n", NULL);
  g_autofree char *styles_part = g_strconcat (XML_HEAD "<office:document-styles " NAMESPACES ">", styles, page_styles,
                                              "</office:document-styles>\n", NULL);
  g_autofree char *meta_part =
    g_strconcat (XML_HEAD "<office:document-meta " NAMESPACES ">", meta, "</office:document-meta>\n", NULL);

  vigie_zip_store_add (zip, "mimetype", MIME_TYPE, strlen (MIME_TYPE));
  add_part (zip, manifest, "content.xml", "text/xml", content);
  add_part (zip, manifest, "styles.xml", "text/xml", styles_part);
  add_part (zip, manifest, "meta.xml", "text/xml", meta_part);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pictures/chart%u.png", i + 1);
      gsize size = 0;
      const void *data = g_bytes_get_data (g_ptr_array_index (self->pictures, i), &size);

      vigie_zip_store_add (zip, name, data, size);
      g_string_append_printf (
        manifest, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"image/png\"/>\n", name);
    }
  g_string_append (manifest, "</manifest:manifest>\n");
  vigie_zip_store_add (zip, "META-INF/manifest.xml", manifest->str, manifest->len);
  return vigie_zip_store_end (zip);
}

/**
 * vigie_minutes_write_odt:
 * @deck: of a meeting
 * @flat: whether as one XML file (.fodt), and not as a package (.odt)
 *
 * Returns: (transfer full): its minutes as a text document; %NULL with @error where a chart cannot be drawn
 */
GBytes *
vigie_minutes_write_odt (const VigieDeck *deck, gboolean flat, GError **error)
{
  g_autoptr (GPtrArray) blocks = vigie_minutes_list_blocks (deck);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *styles = dup_styles ();
  g_autofree char *meta = dup_meta (blocks);
  Odt odt = { .body = body, .pictures = pictures, .flat = flat };
  char *whole;

  if (!append_blocks (&odt, blocks, error))
    return NULL;
  if (!flat)
    return pack (&odt, styles, meta);
  whole = g_strconcat (XML_HEAD "<office:document " NAMESPACES " office:mimetype=\"" MIME_TYPE "\">", meta, styles,
                       page_styles, "<office:body><office:text>\n", body->str,
                       "</office:text></office:body></office:document>\n", NULL);
  return g_bytes_new_take (whole, strlen (whole));
}
