// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pdf-finish.h"

#include "vigie-language.h"
#include "vigie-pdf-private.h"
#include "vigie-report-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Cairo 1.18 writes the structure of a tagged PDF, but no language, no text in place of a figure, no scope of a header
 * cell, no artifacts and no XMP, all of which a screen reader or an archive asks for. They are added here by qpdf's
 * object interface. The result is a PDF that can be read aloud in order; it has not been certified as PDF/UA.
 */

typedef struct _qpdf_data QpdfData;

static void
free_qpdf (QpdfData *pdf)
{
  qpdf_data data = pdf;

  qpdf_cleanup (&data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpdfData, free_qpdf)

static gboolean
check (qpdf_data pdf, GError **error)
{
  if (!qpdf_has_error (pdf))
    return TRUE;
  /* Translators: %s is qpdf's own words for what went wrong. */
  g_set_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_FINISH, _ ("The report could not be made accessible: %s"),
               qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
  return FALSE;
}

static char *
create_xmp (const VigiePdfNotes *notes)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (notes->created);
  g_autofree char *date = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");

  return g_markup_printf_escaped (
    "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
    "   <dc:format>application/pdf</dc:format>\n"
    "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "   <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
    "   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n"
    "   <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
    "   <pdf:Keywords>%s</pdf:Keywords>\n"
    "   <xmp:CreatorTool>%s</xmp:CreatorTool>\n"
    "   <xmp:CreateDate>%s</xmp:CreateDate>\n"
    "   <xmp:ModifyDate>%s</xmp:ModifyDate>\n"
    "  </rdf:Description>\n"
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"w\"?>",
    notes->title, notes->author, notes->subject, notes->language, notes->keywords, notes->creator, date, date);
}

static void
set_catalog (qpdf_data pdf, const VigiePdfNotes *notes)
{
  qpdf_oh catalog = qpdf_get_root (pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (pdf);
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);
  g_autofree char *xmp = create_xmp (notes);

  qpdf_oh_replace_key (pdf, catalog, "/Lang", qpdf_oh_new_unicode_string (pdf, notes->language));
  qpdf_oh_replace_key (pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  if (vigie_language_is_right_to_left ())
    qpdf_oh_replace_key (pdf, preferences, "/Direction", qpdf_oh_new_name (pdf, "/R2L"));
  qpdf_oh_replace_key (pdf, catalog, "/ViewerPreferences", preferences);
  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/Metadata"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/XML"));
  qpdf_oh_replace_stream_data (pdf, stream, (const unsigned char *) xmp, strlen (xmp), qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, catalog, "/Metadata", stream);
}

static void
name_links (qpdf_data pdf, const VigiePdfNotes *notes)
{
  guint n_named = 0;
  int n_pages = qpdf_get_num_pages (pdf);

  for (int page = 0; page < n_pages; page++)
    {
      qpdf_oh annotations = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, (size_t) page), "/Annots");
      int n = qpdf_oh_is_array (pdf, annotations) ? qpdf_oh_get_array_n_items (pdf, annotations) : 0;

      for (int i = 0; i < n && n_named < notes->links->len; i++)
        qpdf_oh_replace_key (pdf, qpdf_oh_get_array_item (pdf, annotations, i), "/Contents",
                             qpdf_oh_new_unicode_string (pdf, g_ptr_array_index (notes->links, n_named++)));
      /* Readers go through the links in the order of the text. */
      if (n > 0)
        qpdf_oh_replace_key (pdf, qpdf_get_page_n (pdf, (size_t) page), "/Tabs", qpdf_oh_new_name (pdf, "/S"));
    }
}

static GBytes *
write_out (qpdf_data pdf, GError **error)
{
  if (qpdf_init_write_memory (pdf) & QPDF_ERRORS)
    {
      check (pdf, error);
      return NULL;
    }
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  qpdf_write (pdf);
  if (!check (pdf, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

/**
 * vigie_pdf_finish:
 * @pdf: a tagged PDF as Cairo 1.18 writes it
 * @notes: what was noted while it was drawn
 *
 * Completes a tagged PDF: language, title in the window, text of figures, scope of header cells, words of links,
 * artifacts and XMP. The same input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF; %NULL with %VIGIE_REPORT_ERROR_FINISH
 */
GBytes *
vigie_pdf_finish (GBytes *pdf, const VigiePdfNotes *notes, GError **error)
{
  g_autoptr (QpdfData) data = NULL;
  gsize size = 0;
  const char *bytes = NULL;

  g_return_val_if_fail (pdf != NULL && notes != NULL, NULL);

  bytes = g_bytes_get_data (pdf, &size);
  data = qpdf_init ();
  qpdf_set_suppress_warnings (data, QPDF_TRUE);
  qpdf_silence_errors (data);
  qpdf_read_memory (data, "report", bytes, size, NULL);
  if (!check (data, error))
    return NULL;
  set_catalog (data, notes);
  vigie_pdf_complete_structure (data, notes);
  name_links (data, notes);
  vigie_pdf_mark_artifacts (data);
  if (!check (data, error))
    return NULL;
  return write_out (data, error);
}
