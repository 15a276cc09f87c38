// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-pdf-notes.h"

G_BEGIN_DECLS

GBytes *vigie_pdf_finish (GBytes *pdf, const VigiePdfNotes *notes, GError **error);

G_END_DECLS
