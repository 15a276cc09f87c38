// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-sheet-private.h"

#include <cairo-pdf.h>

/*
 * What the pieces of a page are to those who do not see it, and how one goes from place to place. What Cairo has no
 * words for is noted for vigie_pdf_finish(). A trial needs none of it but the places.
 */

static const char *const role_tags[] = {
  [VIGIE_SHEET_DOCUMENT] = "Document",
  [VIGIE_SHEET_SECTION] = "Sect",
  [VIGIE_SHEET_H1] = "H1",
  [VIGIE_SHEET_H2] = "H2",
  [VIGIE_SHEET_H3] = "H3",
  [VIGIE_SHEET_P] = "P",
  [VIGIE_SHEET_TABLE] = "Table",
  [VIGIE_SHEET_TR] = "TR",
  [VIGIE_SHEET_TD] = "TD",
};

static void
begin_tag (VigieSheet *self, const char *tag, const char *attributes)
{
  if (self->notes != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

static void
end_tag (VigieSheet *self, const char *tag)
{
  if (self->notes != NULL)
    cairo_tag_end (self->cr, tag);
}

void
vigie_sheet_begin (VigieSheet *self, VigieSheetRole role)
{
  begin_tag (self, role_tags[role], NULL);
}

void
vigie_sheet_end (VigieSheet *self, VigieSheetRole role)
{
  end_tag (self, role_tags[role]);
}

/**
 * vigie_sheet_begin_header:
 * @scope: whether it heads a column or a row
 *
 * Begins a header cell.
 */
void
vigie_sheet_begin_header (VigieSheet *self, VigieHeaderScope scope)
{
  begin_tag (self, "TH", NULL);
  if (self->notes != NULL)
    g_array_append_val (self->notes->headers, scope);
}

void
vigie_sheet_end_header (VigieSheet *self)
{
  end_tag (self, "TH");
}

/**
 * vigie_sheet_begin_figure:
 * @text: what is read in place of it
 * @box: where it is on the page
 *
 * Begins a picture.
 */
void
vigie_sheet_begin_figure (VigieSheet *self, const char *text, const VigieBox *box)
{
  VigieBox at = vigie_sheet_place (self, box);
  VigiePdfFigure figure;

  begin_tag (self, "Figure", NULL);
  if (self->notes == NULL)
    return;
  figure = (VigiePdfFigure) { g_strdup (text), at.x, VIGIE_SHEET_HEIGHT - vigie_box_bottom (&at), vigie_box_right (&at),
                              VIGIE_SHEET_HEIGHT - at.y };
  g_array_append_val (self->notes->figures, figure);
}

void
vigie_sheet_end_figure (VigieSheet *self)
{
  end_tag (self, "Figure");
}

/**
 * vigie_sheet_begin_link:
 * @place: where it leads; the place may come later
 * @text: what it says
 *
 * Begins a link to another page.
 */
void
vigie_sheet_begin_link (VigieSheet *self, const char *place, const char *text)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", place);

  begin_tag (self, CAIRO_TAG_LINK, attributes);
  if (self->notes != NULL)
    g_ptr_array_add (self->notes->links, g_strdup (text));
}

void
vigie_sheet_end_link (VigieSheet *self)
{
  end_tag (self, CAIRO_TAG_LINK);
}

/**
 * vigie_sheet_mark_place:
 * @place: a name of ASCII letters, digits and `-`, used once
 * @y: its height on this page
 *
 * Names a place that links and the outline lead to.
 */
void
vigie_sheet_mark_place (VigieSheet *self, const char *place, double y)
{
  char top[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  attributes =
    g_strdup_printf ("name='%s' x=0 y=%s internal", place, g_ascii_formatd (top, sizeof top, "%.2f", MAX (y - 4, 0)));
  begin_tag (self, CAIRO_TAG_DEST, attributes);
  end_tag (self, CAIRO_TAG_DEST);
  if (vigie_sheet_is_trial (self))
    g_hash_table_insert (self->places, g_strdup (place), GUINT_TO_POINTER (self->page));
}

/**
 * vigie_sheet_find_place:
 *
 * Returns: the page that @place is on; 0 while nobody knows, as in a trial
 */
guint
vigie_sheet_find_place (VigieSheet *self, const char *place)
{
  return vigie_sheet_is_trial (self) ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->places, place));
}

/**
 * vigie_sheet_add_outline:
 * @parent: the entry it stands under; 0 for none
 * @title: what it says
 * @place: where it leads
 *
 * Returns: the entry
 */
int
vigie_sheet_add_outline (VigieSheet *self, int parent, const char *title, const char *place)
{
  g_autofree char *target = g_strdup_printf ("dest='%s'", place);

  if (self->notes == NULL)
    return 0;
  return cairo_pdf_surface_add_outline (self->surface, parent, title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}
