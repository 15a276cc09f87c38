// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ZIP archives as tests need them: whole ones, and ones that say of themselves what is not so. */

typedef struct _VigieTestZip VigieTestZip;

VigieTestZip *vigie_test_zip_new (void);
void vigie_test_zip_add (VigieTestZip *self, const char *name, const char *text);
void vigie_test_zip_add_lying (VigieTestZip *self, const char *name, const void *packed, gsize packed_size,
                               guint32 size, guint16 flags);
GByteArray *vigie_test_zip_finish (VigieTestZip *self);

G_END_DECLS
