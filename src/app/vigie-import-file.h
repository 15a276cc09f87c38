// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-draft.h"

G_BEGIN_DECLS

/**
 * VigieImportFileChoice:
 * @kind: (nullable): what a row is
 * @sheet: (nullable): the sheet of a workbook
 * @delimiter: what separates the cells of a text; 0 for none
 *
 * What a person says of how the file is to be read: one of them at a time.
 */
typedef struct
{
  const char *kind;
  const char *sheet;
  char delimiter;
} VigieImportFileChoice;

typedef void (*VigieImportFileFunc) (const VigieImportFileChoice *choice, gpointer data);

GtkWidget *vigie_import_file_new (VigieDraft *draft, VigieImportFileFunc func, gpointer data);

G_END_DECLS
