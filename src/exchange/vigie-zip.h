// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-exchange-error.h"

G_BEGIN_DECLS

/** The largest workbook that is opened. */
#define VIGIE_ZIP_FILE_MAX (256 * 1024 * 1024)
/** The most parts that a workbook has. */
#define VIGIE_ZIP_PARTS_MAX 10000
/** The most bytes of one part, unpacked: a sheet of a million rows has some hundreds of MiB. */
#define VIGIE_ZIP_PART_MAX (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)
/** How many times smaller a part may be packed than it is; below %VIGIE_ZIP_RATIO_FROM bytes it does not matter. */
#define VIGIE_ZIP_RATIO_MAX 250
#define VIGIE_ZIP_RATIO_FROM (32 * 1024 * 1024)

typedef struct _VigieZip VigieZip;
typedef struct _VigieZipPart VigieZipPart;

VigieZip *vigie_zip_new (GFile *file, GError **error);
VigieZip *vigie_zip_ref (VigieZip *self);
void vigie_zip_unref (VigieZip *self);
const char *vigie_zip_get_name (VigieZip *self);
gboolean vigie_zip_has (VigieZip *self, const char *part);

VigieZipPart *vigie_zip_open (VigieZip *self, const char *part, GError **error);
gssize vigie_zip_part_read (VigieZipPart *self, char *buffer, gsize size, GError **error);
double vigie_zip_part_get_progress (VigieZipPart *self);
void vigie_zip_part_free (VigieZipPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieZip, vigie_zip_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieZipPart, vigie_zip_part_free)

G_END_DECLS
