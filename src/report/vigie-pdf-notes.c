// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pdf-notes.h"

static void
clear_figure (gpointer data)
{
  VigiePdfFigure *figure = data;

  g_clear_pointer (&figure->text, g_free);
}

/**
 * vigie_pdf_notes_new:
 *
 * Returns: (transfer full): notes on a document that says nothing yet
 */
VigiePdfNotes *
vigie_pdf_notes_new (void)
{
  VigiePdfNotes *self = g_new0 (VigiePdfNotes, 1);

  self->figures = g_array_new (FALSE, TRUE, sizeof (VigiePdfFigure));
  g_array_set_clear_func (self->figures, clear_figure);
  self->headers = g_array_new (FALSE, TRUE, sizeof (VigieHeaderScope));
  self->links = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * vigie_pdf_notes_free:
 * @self: (transfer full) (nullable): notes
 */
void
vigie_pdf_notes_free (VigiePdfNotes *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->creator);
  g_free (self->language);
  g_array_unref (self->figures);
  g_array_unref (self->headers);
  g_ptr_array_unref (self->links);
  g_free (self);
}
