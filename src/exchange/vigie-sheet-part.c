// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSheetPart: what reading a sheet of an Office Open XML workbook and of an OpenDocument spreadsheet have in common:
 * rows come out as the part goes in, and few bytes that ask for much are refused before it is made.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-part.h"

#include "vigie-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static void sheet_reader_iface_init (VigieSheetReaderInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (VigieSheetPart, vigie_sheet_part, G_TYPE_OBJECT,
                                  G_IMPLEMENT_INTERFACE (VIGIE_TYPE_SHEET_READER, sheet_reader_iface_init))

/**
 * vigie_sheet_part_reset:
 *
 * Lets go of the sheet.
 */
void
vigie_sheet_part_reset (VigieSheetPart *self)
{
  g_clear_pointer (&self->part, vigie_part_reader_free);
  g_clear_pointer (&self->row, vigie_sheet_row_free);
  g_queue_clear_full (&self->rows, (GDestroyNotify) vigie_sheet_row_free);
  g_array_set_size (self->merges, 0);
  self->row_number = 0;
  self->too_large = self->done = FALSE;
}

/**
 * vigie_sheet_part_open:
 * @part: the name of the part that holds the sheet
 */
gboolean
vigie_sheet_part_open (VigieSheetPart *self, const char *part, const VigiePartHandler *handler, gpointer data,
                       GError **error)
{
  self->part = vigie_part_reader_new (self->zip, part, handler, data, error);
  return self->part != NULL;
}

/**
 * vigie_sheet_part_put:
 * @text: (transfer full) (nullable): of the cell
 *
 * Puts a cell into a row, unless all that the block asked for by now is too large.
 */
void
vigie_sheet_part_put (VigieSheetPart *self, VigieSheetRow *row, guint column, char *text)
{
  self->n_bytes += (text != NULL ? strlen (text) : 0) + sizeof (gpointer);
  self->too_large |= self->n_bytes > VIGIE_SHEET_BLOCK_MAX;
  if (self->too_large)
    g_free (text);
  else
    vigie_sheet_row_set (row, column, text);
}

/**
 * vigie_sheet_part_has_room:
 *
 * Returns: whether the text of the cell may have @size bytes more; else the sheet is too large
 */
gboolean
vigie_sheet_part_has_room (VigieSheetPart *self, gsize size)
{
  self->too_large |= self->text->len + size > VIGIE_SHEET_CELL_MAX;
  return !self->too_large;
}

static void
refuse_large (VigieSheetPart *self, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT,
               _ ("“%1$s”, row %2$" PRIu64 ": the sheet has a larger row, cell or number of rows than a "
                  "workbook can have. Open it where it was made and save it again."),
               vigie_zip_get_name (self->zip), self->row_number);
}

/* --- the reader ----------------------------------------------------------------------------------- */

static VigieSheetRow *
next (VigieSheetReader *reader, GError **error)
{
  VigieSheetPart *self = (VigieSheetPart *) reader;
  GError *local = NULL;

  while (g_queue_is_empty (&self->rows) && !self->too_large && !self->done &&
         vigie_part_reader_step (self->part, &local))
    self->n_bytes = 0;
  if (local == NULL && self->too_large)
    refuse_large (self, &local);
  if (local == NULL)
    return g_queue_pop_head (&self->rows);
  g_propagate_error (error, local);
  return NULL;
}

static GArray *
get_merges (VigieSheetReader *reader)
{
  return ((VigieSheetPart *) reader)->merges;
}

static double
get_progress (VigieSheetReader *reader)
{
  return vigie_part_reader_get_progress (((VigieSheetPart *) reader)->part);
}

static void
sheet_reader_iface_init (VigieSheetReaderInterface *iface)
{
  iface->next = next;
  iface->get_merges = get_merges;
  iface->get_progress = get_progress;
}

static void
vigie_sheet_part_finalize (GObject *object)
{
  VigieSheetPart *self = (VigieSheetPart *) object;

  vigie_sheet_part_reset (self);
  g_array_unref (self->merges);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->zip, vigie_zip_unref);
  G_OBJECT_CLASS (vigie_sheet_part_parent_class)->finalize (object);
}

static void
vigie_sheet_part_class_init (VigieSheetPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_sheet_part_finalize;
}

static void
vigie_sheet_part_init (VigieSheetPart *self)
{
  self->text = g_string_new (NULL);
  self->merges = g_array_new (FALSE, FALSE, sizeof (VigieMerge));
}
