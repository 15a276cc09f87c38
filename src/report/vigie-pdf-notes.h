// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieHeaderScope:
 * @VIGIE_HEADER_COLUMN: it heads a column
 * @VIGIE_HEADER_ROW: it heads a row
 *
 * What a header cell of a table heads.
 */
typedef enum
{
  VIGIE_HEADER_COLUMN,
  VIGIE_HEADER_ROW,
} VigieHeaderScope;

/**
 * VigiePdfFigure:
 * @text: what is read in place of it
 * @x1: its left edge, in points from the left
 * @y1: its lower edge, in points from the bottom of the page
 * @x2: its right edge
 * @y2: its upper edge
 */
typedef struct
{
  char *text;
  double x1;
  double y1;
  double x2;
  double y2;
} VigiePdfFigure;

/**
 * VigiePdfNotes:
 * @title: of the document
 * @author: the organisation it is of
 * @subject: what it is about
 * @keywords: parted by commas
 * @creator: the program and its version
 * @language: a tag such as `fr`
 * @created: seconds since 1970-01-01 UTC
 * @figures: (element-type VigiePdfFigure): the figures, in the order of the document
 * @headers: (element-type VigieHeaderScope): what each header cell heads, in the order of the document
 * @links: (element-type utf8): what each link says, in the order of the document
 *
 * What Cairo cannot write into a tagged PDF, noted while it is drawn, for vigie_pdf_finish().
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *keywords;
  char *creator;
  char *language;
  gint64 created;
  GArray *figures;
  GArray *headers;
  GPtrArray *links;
} VigiePdfNotes;

VigiePdfNotes *vigie_pdf_notes_new (void);
void vigie_pdf_notes_free (VigiePdfNotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigiePdfNotes, vigie_pdf_notes_free)

G_END_DECLS
