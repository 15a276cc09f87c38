// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-zip.h"

G_BEGIN_DECLS

/**
 * VigiePartHandler:
 * @start: an element begins; @name and the names of attributes are without their prefix
 * @end: an element ends
 * @text: text within the innermost element
 *
 * What is done with the XML of a part.
 */
typedef struct
{
  void (*start) (gpointer data, const char *name, const char **names, const char **values);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize size);
} VigiePartHandler;

typedef struct _VigiePartReader VigiePartReader;

VigiePartReader *vigie_part_reader_new (VigieZip *zip, const char *part, const VigiePartHandler *handler, gpointer data,
                                        GError **error);
void vigie_part_reader_free (VigiePartReader *self);
gboolean vigie_part_reader_step (VigiePartReader *self, GError **error);
double vigie_part_reader_get_progress (VigiePartReader *self);

gboolean vigie_part_read (VigieZip *zip, const char *part, const VigiePartHandler *handler, gpointer data,
                          GError **error);
const char *vigie_part_find (const char **names, const char **values, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigiePartReader, vigie_part_reader_free)

G_END_DECLS
