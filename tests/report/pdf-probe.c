// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdf-probe.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vigie-sheet.h"

/* As pdftotext writes it: <word xMin="42.5" yMin="45.0" xMax="60.1" yMax="54.1">text</word> */
#define SLACK 0.6

PdfProbe *
pdf_probe_new (GBytes *pdf)
{
  PdfProbe *self = g_new0 (PdfProbe, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("vigie-report-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "report.pdf", NULL);
  if (pdf != NULL)
    g_file_set_contents (self->path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return self;
}

void
pdf_probe_free (PdfProbe *self)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* Runs a program on the PDF; "@" among its arguments is the file. */
char *
pdf_probe_run (PdfProbe *self, int *status, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *output = NULL;
  const char *word = NULL;
  int wait_status = 0;
  va_list list;

  va_start (list, status);
  while ((word = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, g_str_equal (word, "@") ? self->path : (char *) word);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaint,
                &wait_status, &error);
  g_assert_no_error (error);
  if (status != NULL)
    *status = wait_status;
  else if (wait_status != 0)
    g_error ("%s: %s", (char *) arguments->pdata[0], complaint);
  return output;
}

/* The text of a page, or of all for 0, in the order it is drawn in. */
char *
pdf_probe_text (PdfProbe *self, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);

  if (page == 0)
    return pdf_probe_run (self, NULL, "pdftotext", "-raw", "@", "-", NULL);
  return pdf_probe_run (self, NULL, "pdftotext", "-raw", "-f", number, "-l", number, "@", "-", NULL);
}

guint
pdf_probe_n_pages (PdfProbe *self)
{
  g_autofree char *info = pdf_probe_run (self, NULL, "pdfinfo", "@", NULL);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

static double
attribute (const char *tag, const char *name)
{
  const char *value = strstr (tag, name);

  g_assert_nonnull (value);
  return g_ascii_strtod (value + strlen (name) + 2, NULL);
}

static void
assert_inside_margins (PdfProbe *self)
{
  g_autofree char *boxes = pdf_probe_run (self, NULL, "pdftotext", "-bbox", "@", "-", NULL);
  guint n_words = 0;

  for (const char *word = strstr (boxes, "<word "); word != NULL; word = strstr (word + 1, "<word "))
    {
      g_assert_cmpfloat (attribute (word, "xMin"), >=, VIGIE_SHEET_MARGIN - SLACK);
      g_assert_cmpfloat (attribute (word, "yMin"), >=, VIGIE_SHEET_MARGIN - SLACK);
      g_assert_cmpfloat (attribute (word, "xMax"), <=, VIGIE_SHEET_WIDTH - VIGIE_SHEET_MARGIN + SLACK);
      g_assert_cmpfloat (attribute (word, "yMax"), <=, VIGIE_SHEET_HEIGHT - VIGIE_SHEET_MARGIN + SLACK);
      n_words++;
    }
  g_assert_cmpuint (n_words, >, 0);
}

static void
assert_fonts_embedded (PdfProbe *self)
{
  g_autofree char *fonts = pdf_probe_run (self, NULL, "pdffonts", "@", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    if (!g_regex_match_simple (" yes (yes|no) +yes +[0-9]+ +0$", lines[i], 0, 0))
      g_error ("a font is not embedded, or its text cannot be read back: %s", lines[i]);
}

/* What every report must be: whole, tagged, A4 landscape, with its fonts, and inside its margins. */
void
pdf_probe_assert_sound (PdfProbe *self)
{
  g_autofree char *info = pdf_probe_run (self, NULL, "pdfinfo", "@", NULL);
  g_autofree char *verdict = pdf_probe_run (self, NULL, "qpdf", "--check", "@", NULL);

  g_assert_nonnull (strstr (verdict, "No syntax or stream encoding errors found"));
  g_assert_true (g_regex_match_simple ("Tagged: +yes", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Page size: +841\\.89 x 595\\.27[0-9]* pts \\(A4\\)", info, 0, 0) ||
                 g_regex_match_simple ("Page size: +841\\.89 x 595\\.28 pts \\(A4\\)", info, 0, 0));
  assert_fonts_embedded (self);
  assert_inside_margins (self);
}

/* Text without its spaces: lines end where there is room, and pdftotext takes a narrow space for none. */
char *
pdf_squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isspace (letter))
        g_string_append_unichar (out, letter);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

void
pdf_assert_says (const char *text, const char *words)
{
  g_autofree char *page = pdf_squeeze (text);
  g_autofree char *wanted = pdf_squeeze (words);

  if (strstr (page, wanted) == NULL)
    g_error ("“%s” is not said in: %s", wanted, page);
}
