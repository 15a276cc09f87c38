// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-sheet-private.h"

#include "vigie-language.h"
#include "vigie-report-error.h"
#include "vigie-scene-draw.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * A report is drawn twice. The trial draws nothing and learns on which page everything comes to stand; the print
 * then knows the number of pages, and the page of every place that it names. Both run the same code, so that the
 * pages cannot differ.
 *
 * What goes to a printer is the same pages, each a recording that is played where the printer wants it.
 *
 * Page furniture and rules are drawn outside of the elements of the text; vigie_pdf_finish() makes artifacts of them.
 */

#define FURNITURE_ROOM 24.0
#define FOOT_ROOM 20.0

G_DEFINE_QUARK (vigie-report-error-quark, vigie_report_error)

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_page (void)
{
  const cairo_rectangle_t paper = { 0, 0, VIGIE_SHEET_WIDTH, VIGIE_SHEET_HEIGHT };

  return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);
}

static VigieSheet *
create_sheet (VigieSheetMode mode, VigiePdfNotes *notes)
{
  VigieSheet *self = g_new0 (VigieSheet, 1);

  self->mode = mode;
  self->notes = notes;
  self->bytes = g_byte_array_new ();
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (mode == VIGIE_SHEET_PAGES)
    self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->surface = mode == VIGIE_SHEET_PDF ? cairo_pdf_surface_create_for_stream (append_bytes, self->bytes,
                                                                                 VIGIE_SHEET_WIDTH, VIGIE_SHEET_HEIGHT)
                                          : create_page ();
  self->cr = cairo_create (self->surface);
  self->typesetter = vigie_typesetter_new ();
  self->palette = vigie_palette_get (VIGIE_PALETTE_PRINT);
  self->mirrored = vigie_language_is_right_to_left ();
  return self;
}

static void
set_metadata (VigieSheet *self)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (self->notes->created);
  g_autofree char *iso = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, self->notes->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, self->notes->author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, self->notes->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, self->notes->keywords);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, self->notes->creator);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, iso);
}

/**
 * vigie_sheet_new:
 * @notes: (transfer none): says what the document is, and is added to while it is drawn; outlives the sheet
 *
 * Returns: (transfer full): a document without a page
 */
VigieSheet *
vigie_sheet_new (VigiePdfNotes *notes)
{
  VigieSheet *self = NULL;

  g_return_val_if_fail (notes != NULL, NULL);

  self = create_sheet (VIGIE_SHEET_PDF, notes);
  set_metadata (self);
  return self;
}

/**
 * vigie_sheet_new_trial:
 *
 * Returns: (transfer full): a document that is laid out and printed nowhere
 */
VigieSheet *
vigie_sheet_new_trial (void)
{
  return create_sheet (VIGIE_SHEET_TRIAL, NULL);
}

/**
 * vigie_sheet_new_pages:
 *
 * Returns: (transfer full): a document whose pages are drawn for a printer; see vigie_sheet_steal_pages()
 */
VigieSheet *
vigie_sheet_new_pages (void)
{
  return create_sheet (VIGIE_SHEET_PAGES, NULL);
}

/**
 * vigie_sheet_free:
 * @self: (transfer full) (nullable): a document
 */
void
vigie_sheet_free (VigieSheet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->typesetter, vigie_typesetter_unref);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self->head);
  g_free (self->head_end);
  g_free (self->foot);
  g_free (self);
}

gboolean
vigie_sheet_is_trial (const VigieSheet *self)
{
  return self->mode == VIGIE_SHEET_TRIAL;
}

/**
 * vigie_sheet_set_furniture:
 * @head: stands at the head of a page, to the left
 * @head_end: stands at the head of a page, to the right
 * @foot: stands at the foot of a page, to the left of its number
 */
void
vigie_sheet_set_furniture (VigieSheet *self, const char *head, const char *head_end, const char *foot)
{
  g_set_str (&self->head, head);
  g_set_str (&self->head_end, head_end);
  g_set_str (&self->foot, foot);
}

/**
 * vigie_sheet_set_places:
 * @trial: the trial of the same document
 *
 * Lets the document know how many pages it will have, and where its places will be, and have the texts that are shaped.
 */
void
vigie_sheet_set_places (VigieSheet *self, VigieSheet *trial)
{
  self->n_pages = trial->page;
  g_hash_table_unref (self->places);
  self->places = g_hash_table_ref (trial->places);
  vigie_typesetter_unref (self->typesetter);
  self->typesetter = vigie_typesetter_ref (trial->typesetter);
}

/**
 * vigie_sheet_finish:
 *
 * Ends the document after vigie_sheet_end_pages().
 *
 * Returns: (transfer full) (nullable): the PDF as Cairo writes it; empty of a trial; %NULL with %VIGIE_REPORT_ERROR_DRAW
 */
GBytes *
vigie_sheet_finish (VigieSheet *self, GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %u is a page number, %s Cairo's own words for what went wrong. */
      g_set_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_DRAW,
                   _ ("Page %u of the report could not be drawn: %s"), self->page, cairo_status_to_string (status));
      return NULL;
    }
  return g_bytes_new (self->bytes->data, self->bytes->len);
}

cairo_t *
vigie_sheet_get_cairo (VigieSheet *self)
{
  return self->cr;
}

const VigiePalette *
vigie_sheet_get_palette (VigieSheet *self)
{
  return self->palette;
}

/**
 * vigie_sheet_place:
 * @box: as laid out, from left to right
 *
 * Returns: where it stands on the paper: on the other side in a language that is read from right to left
 */
VigieBox
vigie_sheet_place (const VigieSheet *self, const VigieBox *box)
{
  double x = self->mirrored ? VIGIE_SHEET_WIDTH - box->x - box->width : box->x;

  return (VigieBox) { x, box->y, box->width, box->height };
}

/**
 * vigie_sheet_set_paint:
 * @paint: what is drawn next is drawn in it
 */
void
vigie_sheet_set_paint (VigieSheet *self, VigiePaint paint)
{
  VigieColour colour = vigie_palette_colour (self->palette, paint);

  cairo_set_source_rgb (self->cr, colour.red, colour.green, colour.blue);
}

/**
 * vigie_sheet_draw:
 * @scene: a chart
 * @box: where it stands; what leaves that is cut off
 * @scale: of its points to those of the paper
 *
 * Draws a chart.
 */
void
vigie_sheet_draw (VigieSheet *self, const VigieScene *scene, const VigieBox *box, double scale)
{
  VigieBox at = vigie_sheet_place (self, box);

  if (vigie_sheet_is_trial (self))
    return;
  cairo_save (self->cr);
  cairo_rectangle (self->cr, at.x, at.y, at.width, at.height);
  cairo_clip (self->cr);
  cairo_translate (self->cr, at.x, at.y);
  cairo_scale (self->cr, scale, scale);
  vigie_scene_draw (scene, self->cr, self->palette);
  cairo_restore (self->cr);
}

static void
print_page_number (VigieSheet *self, const VigieBox *box)
{
  g_autofree char *text = NULL;

  /* Translators: a page number and the number of pages, "3 / 12". */
  text = g_strdup_printf (C_ ("page number", "%u / %u"), self->page, MAX (self->n_pages, self->page));
  vigie_sheet_print (self, VIGIE_LETTERING_FURNITURE, text, box, 1, VIGIE_ALIGN_END);
}

static void
print_head (VigieSheet *self)
{
  VigieBox room = vigie_sheet_get_columns (self, 0, VIGIE_SHEET_COLUMNS);
  VigieBox head = { room.x, VIGIE_SHEET_MARGIN, room.width * 0.7, FURNITURE_ROOM };
  VigieBox head_end = { room.x + room.width * 0.7, VIGIE_SHEET_MARGIN, room.width * 0.3, FURNITURE_ROOM };

  vigie_sheet_print (self, VIGIE_LETTERING_FURNITURE, self->head, &head, 1, VIGIE_ALIGN_START);
  vigie_sheet_print (self, VIGIE_LETTERING_FURNITURE, self->head_end, &head_end, 1, VIGIE_ALIGN_END);
  vigie_sheet_rule (self, room.x, vigie_box_right (&room), VIGIE_SHEET_MARGIN + 12.5, 0.5, VIGIE_PAINT_AXIS);
}

/* When all else is on the page, so that it is read last. */
static void
print_foot (VigieSheet *self)
{
  VigieBox room = vigie_sheet_get_columns (self, 0, VIGIE_SHEET_COLUMNS);
  VigieBox foot = { room.x, VIGIE_SHEET_HEIGHT - VIGIE_SHEET_MARGIN - 10, room.width * 0.7, FOOT_ROOM };
  VigieBox number = { room.x + room.width * 0.7, foot.y, room.width * 0.3, FOOT_ROOM };

  vigie_sheet_print (self, VIGIE_LETTERING_FURNITURE, self->foot, &foot, 1, VIGIE_ALIGN_START);
  print_page_number (self, &number);
}

/* Each page of a printer is a recording of its own. */
static void
turn_to_new_recording (VigieSheet *self)
{
  g_ptr_array_add (self->pages, g_steal_pointer (&self->surface));
  cairo_destroy (self->cr);
  self->surface = create_page ();
  self->cr = cairo_create (self->surface);
}

/**
 * vigie_sheet_add_page:
 * @furnished: whether it has a running head and a page number
 *
 * Turns to a new page.
 */
void
vigie_sheet_add_page (VigieSheet *self, gboolean furnished)
{
  vigie_sheet_end_pages (self);
  self->page++;
  self->furnished = furnished;
  if (furnished)
    print_head (self);
}

/**
 * vigie_sheet_end_pages:
 *
 * Ends the last page. Every element must have ended.
 */
void
vigie_sheet_end_pages (VigieSheet *self)
{
  if (self->page == 0)
    return;
  if (self->furnished)
    print_foot (self);
  self->furnished = FALSE;
  if (self->mode == VIGIE_SHEET_PAGES)
    turn_to_new_recording (self);
  else if (self->mode == VIGIE_SHEET_PDF)
    cairo_show_page (self->cr);
}

/**
 * vigie_sheet_steal_pages:
 *
 * Ends pages for a printer after vigie_sheet_end_pages().
 *
 * Returns: (transfer container) (element-type cairo_surface_t): a recording a page, in points
 */
GPtrArray *
vigie_sheet_steal_pages (VigieSheet *self)
{
  g_return_val_if_fail (self->mode == VIGIE_SHEET_PAGES, NULL);

  return g_steal_pointer (&self->pages);
}

/**
 * vigie_sheet_get_page:
 *
 * Returns: the number of the page that is drawn on, from 1; 0 before the first
 */
guint
vigie_sheet_get_page (const VigieSheet *self)
{
  return self->page;
}

/**
 * vigie_sheet_get_room:
 *
 * Returns: where text and figures may stand on a furnished page
 */
VigieBox
vigie_sheet_get_room (const VigieSheet *self)
{
  double top = VIGIE_SHEET_MARGIN + FURNITURE_ROOM;

  return (VigieBox) { VIGIE_SHEET_MARGIN, top, VIGIE_SHEET_WIDTH - 2 * VIGIE_SHEET_MARGIN,
                      VIGIE_SHEET_HEIGHT - VIGIE_SHEET_MARGIN - FOOT_ROOM - top };
}

/**
 * vigie_sheet_get_columns:
 * @first: 0 to 11
 * @span: 1 to 12, with @first at most 12
 *
 * Returns: columns of the grid, as tall as the room
 */
VigieBox
vigie_sheet_get_columns (const VigieSheet *self, guint first, guint span)
{
  VigieBox room = vigie_sheet_get_room (self);
  double step = (room.width + VIGIE_SHEET_GUTTER) / VIGIE_SHEET_COLUMNS;

  g_return_val_if_fail (span > 0 && first + span <= VIGIE_SHEET_COLUMNS, room);

  return (VigieBox) { room.x + first * step, room.y, span * step - VIGIE_SHEET_GUTTER, room.height };
}
