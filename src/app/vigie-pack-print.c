// SPDX-License-Identifier: GPL-3.0-or-later

/* The board pack on a printer: the pages of the file, each played on a sheet of whatever size the printer has. */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-pack-print.h"

#include "vigie-sheet.h"

static void
draw_page_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context, int number, GPtrArray *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / VIGIE_SHEET_WIDTH, height / VIGIE_SHEET_HEIGHT);

  cairo_translate (cr, (width - VIGIE_SHEET_WIDTH * scale) / 2, (height - VIGIE_SHEET_HEIGHT * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, g_ptr_array_index (pages, number), 0, 0);
  cairo_paint (cr);
}

static void
unref_pages (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  g_ptr_array_unref (data);
}

/**
 * vigie_pack_print_new:
 * @pages: (element-type cairo_surface_t): of vigie_board_pack_draw()
 * @name: of the job
 *
 * Returns: (transfer full): what prints them, on A4 landscape where nobody chooses another paper
 */
GtkPrintOperation *
vigie_pack_print_new (GPtrArray *pages, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_ptr_array_ref (pages), unref_pages,
                         G_CONNECT_DEFAULT);
  return operation;
}
