// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "vigie-box.h"
#include "vigie-lettering.h"
#include "vigie-palette.h"
#include "vigie-pdf-notes.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/** A4, landscape, in points. */
#define VIGIE_SHEET_WIDTH 841.89
#define VIGIE_SHEET_HEIGHT 595.276
/** Nothing is printed nearer to an edge than this (15 mm), in points. */
#define VIGIE_SHEET_MARGIN 42.52
#define VIGIE_SHEET_COLUMNS 12
#define VIGIE_SHEET_GUTTER 14.0

/**
 * VigieSheet:
 *
 * The pages of a printed report: a grid, type, tags and page furniture on a PDF surface of Cairo.
 */
typedef struct _VigieSheet VigieSheet;

/**
 * VigieSheetRole:
 * @VIGIE_SHEET_DOCUMENT: all of it
 * @VIGIE_SHEET_SECTION: a part with a title
 * @VIGIE_SHEET_H1: the title of the document
 * @VIGIE_SHEET_H2: the title of a section
 * @VIGIE_SHEET_H3: a heading in a section
 * @VIGIE_SHEET_P: a paragraph
 * @VIGIE_SHEET_TABLE: a table
 * @VIGIE_SHEET_TR: a row of a table
 * @VIGIE_SHEET_TD: a cell
 *
 * What a piece of a page is to those who do not see it (ISO 32000-1, 14.8.4). Header cells, figures and links
 * have functions of their own, because more is to be said of them.
 */
typedef enum
{
  VIGIE_SHEET_DOCUMENT,
  VIGIE_SHEET_SECTION,
  VIGIE_SHEET_H1,
  VIGIE_SHEET_H2,
  VIGIE_SHEET_H3,
  VIGIE_SHEET_P,
  VIGIE_SHEET_TABLE,
  VIGIE_SHEET_TR,
  VIGIE_SHEET_TD,
} VigieSheetRole;

VigieSheet *vigie_sheet_new (VigiePdfNotes *notes);
VigieSheet *vigie_sheet_new_trial (void);
VigieSheet *vigie_sheet_new_pages (void);
void vigie_sheet_free (VigieSheet *self);
gboolean vigie_sheet_is_trial (const VigieSheet *self);
void vigie_sheet_set_furniture (VigieSheet *self, const char *head, const char *head_end, const char *foot);
void vigie_sheet_set_places (VigieSheet *self, VigieSheet *trial);
GBytes *vigie_sheet_finish (VigieSheet *self, GError **error);

cairo_t *vigie_sheet_get_cairo (VigieSheet *self);
VigieBox vigie_sheet_place (const VigieSheet *self, const VigieBox *box);
void vigie_sheet_draw (VigieSheet *self, const VigieScene *scene, const VigieBox *box, double scale);
const VigiePalette *vigie_sheet_get_palette (VigieSheet *self);
void vigie_sheet_set_paint (VigieSheet *self, VigiePaint paint);

void vigie_sheet_add_page (VigieSheet *self, gboolean furnished);
void vigie_sheet_end_pages (VigieSheet *self);
GPtrArray *vigie_sheet_steal_pages (VigieSheet *self);
guint vigie_sheet_get_page (const VigieSheet *self);
VigieBox vigie_sheet_get_room (const VigieSheet *self);
VigieBox vigie_sheet_get_columns (const VigieSheet *self, guint first, guint span);

double vigie_sheet_measure (VigieSheet *self, VigieLettering lettering, const char *text, double width, int max_lines);
double vigie_sheet_measure_width (VigieSheet *self, VigieLettering lettering, const char *text);
double vigie_sheet_measure_word (VigieSheet *self, VigieLettering lettering, const char *text);
double vigie_sheet_print_painted (VigieSheet *self, VigieLettering lettering, VigiePaint paint, const char *text,
                                  const VigieBox *box, int max_lines, VigieAlign align);
double vigie_sheet_print (VigieSheet *self, VigieLettering lettering, const char *text, const VigieBox *box,
                          int max_lines, VigieAlign align);
double vigie_sheet_place_led (VigieSheet *self, VigieLettering lettering, const char *lead, const char *text,
                              const VigieBox *box, gboolean print);
double vigie_sheet_print_as (VigieSheet *self, VigieSheetRole role, VigieLettering lettering, const char *text,
                             const VigieBox *box, int max_lines);
void vigie_sheet_rule (VigieSheet *self, double x1, double x2, double y, double width, VigiePaint paint);

void vigie_sheet_begin (VigieSheet *self, VigieSheetRole role);
void vigie_sheet_end (VigieSheet *self, VigieSheetRole role);
void vigie_sheet_begin_header (VigieSheet *self, VigieHeaderScope scope);
void vigie_sheet_end_header (VigieSheet *self);
void vigie_sheet_begin_figure (VigieSheet *self, const char *text, const VigieBox *box);
void vigie_sheet_end_figure (VigieSheet *self);
void vigie_sheet_begin_link (VigieSheet *self, const char *place, const char *text);
void vigie_sheet_end_link (VigieSheet *self);
void vigie_sheet_mark_place (VigieSheet *self, const char *place, double y);
guint vigie_sheet_find_place (VigieSheet *self, const char *place);
int vigie_sheet_add_outline (VigieSheet *self, int parent, const char *title, const char *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSheet, vigie_sheet_free)

G_END_DECLS
