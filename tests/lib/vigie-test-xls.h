// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Workbooks of Excel 5.0 as tests need them: one sheet of texts. */

GByteArray *vigie_test_xls_new (const char *sheet, const char *const *cells, guint n_columns);

G_END_DECLS
