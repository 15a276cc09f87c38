// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PdfProbe:
 *
 * A PDF under test, in a folder of its own that goes with it. What it holds is read by poppler's and qpdf's programs,
 * which know nothing of how it was made.
 */
typedef struct
{
  char *folder;
  char *path;
} PdfProbe;

PdfProbe *pdf_probe_new (GBytes *pdf);
void pdf_probe_free (PdfProbe *self);
char *pdf_probe_run (PdfProbe *self, int *status, ...) G_GNUC_NULL_TERMINATED;
char *pdf_probe_text (PdfProbe *self, int page);
guint pdf_probe_n_pages (PdfProbe *self);
void pdf_probe_assert_sound (PdfProbe *self);
char *pdf_squeeze (const char *text);
void pdf_assert_says (const char *text, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfProbe, pdf_probe_free)

G_END_DECLS
