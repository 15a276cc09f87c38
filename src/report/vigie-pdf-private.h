// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <qpdf/qpdf-c.h>

#include "vigie-pdf-notes.h"

G_BEGIN_DECLS

gboolean vigie_pdf_is_grouping (const char *tag);
void vigie_pdf_complete_structure (qpdf_data pdf, const VigiePdfNotes *notes);
gboolean vigie_pdf_mark_artifacts (qpdf_data pdf);
GString *vigie_pdf_rewrite_content (const char *content, gsize length);

G_END_DECLS
