// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "pdf-probe.h"
#include "vigie-format.h"
#include "vigie-pdf-finish.h"
#include "vigie-print-table.h"

#define N_SYSTEMS 200
#define LONG_SENTENCE "Seven of the twelve systems in production have users without a valid training"

typedef struct
{
  guint n_rows;
  char text[96];
} Systems;

static const VigiePrintColumn columns[] = {
  { .label = "System", .strong = TRUE },
  { .label = "What it is for" },
  { .label = "Trained users", .numeric = TRUE },
};

static const char *
get_system_text (guint row, guint column, gpointer data)
{
  Systems *systems = data;

  if (column == 0)
    g_snprintf (systems->text, sizeof systems->text, "SYS-%03u", row + 1);
  else if (column == 1)
    g_snprintf (systems->text, sizeof systems->text,
                row % 3 == 0 ? "Reading of chest images in the emergency ward" : "Triage");
  else
    g_snprintf (systems->text, sizeof systems->text, "%u %%", row % 101);
  return systems->text;
}

static VigiePdfNotes *
create_notes (void)
{
  VigiePdfNotes *notes = vigie_pdf_notes_new ();

  notes->title = g_strdup ("AI & skills");
  notes->author = g_strdup ("Centre hospitalier <Nord>");
  notes->subject = g_strdup ("A subject");
  notes->keywords = g_strdup ("one, two");
  notes->creator = g_strdup ("a test");
  notes->language = g_strdup ("fr");
  notes->created = 1795392000;
  return notes;
}

/* The pages of a report with a figure, a link and a table of @n_rows. */
static void
print_pages (VigieSheet *sheet, guint n_rows)
{
  Systems systems = { .n_rows = n_rows };
  VigiePrintTable table = { columns, G_N_ELEMENTS (columns), n_rows, 3, get_system_text, NULL, &systems };
  g_autoptr (VigieTableLayout) layout = NULL;
  g_auto (VigieFlow) flow = { 0 };

  vigie_sheet_set_furniture (sheet, "The running head", "As of today", "The foot");
  vigie_sheet_begin (sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_add_page (sheet, TRUE);
  vigie_flow_init (&flow, sheet);
  vigie_sheet_mark_place (sheet, "start", flow.y);
  vigie_flow_text (&flow, VIGIE_SHEET_H1, VIGIE_LETTERING_TITLE, LONG_SENTENCE);
  vigie_sheet_begin (sheet, VIGIE_SHEET_P);
  vigie_sheet_begin_link (sheet, "table", "To the table");
  vigie_sheet_print (sheet, VIGIE_LETTERING_BODY, "To the table", &(VigieBox) { 100, 200, 200, 20 }, 1,
                     VIGIE_ALIGN_START);
  vigie_sheet_end_link (sheet);
  vigie_sheet_end (sheet, VIGIE_SHEET_P);
  vigie_sheet_begin_figure (sheet, "Ce que la figure répond", &(VigieBox) { 100, 240, 100, 20 });
  vigie_sheet_rule (sheet, 100, 200, 250, 20, VIGIE_PAINT_BLUE);
  vigie_sheet_end_figure (sheet);
  vigie_flow_turn_page (&flow);
  vigie_flow_set_continued (&flow, "The systems");
  vigie_sheet_mark_place (sheet, "table", flow.y);
  layout = vigie_table_layout_new (&table, sheet, flow.room.width);
  vigie_table_layout_print (layout, &flow);
  vigie_sheet_end (sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_end_pages (sheet);
  vigie_sheet_add_outline (sheet, 0, "The table", "table");
}

static GBytes *
create_report (guint n_rows)
{
  g_autoptr (VigiePdfNotes) notes = create_notes ();
  g_autoptr (VigieSheet) trial = vigie_sheet_new_trial ();
  g_autoptr (VigieSheet) sheet = vigie_sheet_new (notes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) finished = NULL;

  print_pages (trial, n_rows);
  vigie_sheet_set_places (sheet, trial);
  g_assert_cmpuint (vigie_sheet_find_place (sheet, "table"), ==, 2);
  print_pages (sheet, n_rows);
  g_assert_cmpuint (vigie_sheet_get_page (sheet), ==, vigie_sheet_get_page (trial));
  drawn = vigie_sheet_finish (sheet, &error);
  g_assert_no_error (error);
  finished = vigie_pdf_finish (drawn, notes, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&finished);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

static void
test_long_table (void)
{
  g_autoptr (GBytes) pdf = create_report (N_SYSTEMS);
  g_autoptr (PdfProbe) probe = pdf_probe_new (pdf);
  g_autofree char *all = pdf_probe_text (probe, 0);
  guint n_pages = pdf_probe_n_pages (probe);

  pdf_probe_assert_sound (probe);
  g_assert_cmpuint (n_pages, >, 4);
  for (guint page = 2; page <= n_pages; page++)
    {
      g_autofree char *text = pdf_probe_text (probe, (int) page);
      g_autofree char *number = g_strdup_printf ("%u / %u", page, n_pages);

      g_assert_cmpuint (count (text, "Trained users"), ==, 1);
      g_assert_cmpuint (count (text, "SYS-"), >=, 2);
      g_assert_cmpuint (count (text, "(continued)"), ==, page > 2 ? 1 : 0);
      pdf_assert_says (text, number);
      pdf_assert_says (text, "The running head");
    }
  for (guint row = 1; row <= N_SYSTEMS; row++)
    {
      g_autofree char *code = g_strdup_printf ("SYS-%03u", row);

      g_assert_cmpuint (count (all, code), ==, 1);
    }
}

/* The last row alone on a page looks like a mistake: whatever the number of rows, none is. */
static void
test_no_widow (void)
{
  for (guint n_rows = 22; n_rows < 34; n_rows++)
    {
      g_autoptr (GBytes) pdf = create_report (n_rows);
      g_autoptr (PdfProbe) probe = pdf_probe_new (pdf);
      g_autofree char *text = pdf_probe_text (probe, (int) pdf_probe_n_pages (probe));

      g_assert_cmpuint (count (text, "SYS-"), >=, 2);
    }
}

static void
test_empty_table (void)
{
  g_autoptr (GBytes) pdf = create_report (0);
  g_autoptr (PdfProbe) probe = pdf_probe_new (pdf);
  g_autofree char *text = pdf_probe_text (probe, 2);

  pdf_probe_assert_sound (probe);
  pdf_assert_says (text, "What it is for");
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = create_report (N_SYSTEMS);
  g_autoptr (PdfProbe) probe = pdf_probe_new (pdf);
  g_autofree char *structure = pdf_probe_run (probe, NULL, "pdfinfo", "-struct-text", "@", NULL);

  g_assert_cmpuint (count (structure, "Table (block)"), ==, 1);
  g_assert_cmpuint (count (structure, "TR\n"), ==, N_SYSTEMS + 1);
  g_assert_cmpuint (count (structure, "TH:\n"), ==, N_SYSTEMS + 3);
  g_assert_cmpuint (count (structure, "TD\n"), ==, N_SYSTEMS * 2);
  g_assert_cmpuint (count (structure, "\"Trained users\""), ==, 1);
  /* poppler's listing loses an element's text after a nested span, such as the space at the end of this line. */
  g_assert_cmpuint (count (structure, "Seven of the twelve systems in production"), ==, 1);
  g_assert_null (strstr (structure, "The running head"));
  g_assert_null (strstr (structure, "(continued)"));
  g_assert_null (strstr (structure, "The foot"));
}

static void
test_what_cairo_lacks (void)
{
  g_autoptr (GBytes) pdf = create_report (3);
  g_autoptr (PdfProbe) probe = pdf_probe_new (pdf);
  g_autofree char *plain = pdf_probe_run (probe, NULL, "qpdf", "--json", "@", NULL);
  g_autofree char *xmp = pdf_probe_run (probe, NULL, "pdfinfo", "-meta", "@", NULL);

  g_assert_nonnull (strstr (plain, "\"/Lang\": \"u:fr\""));
  g_assert_nonnull (strstr (plain, "\"/DisplayDocTitle\": true"));
  g_assert_nonnull (strstr (plain, "\"/Alt\": \"u:Ce que la figure répond\""));
  g_assert_true (g_regex_match_simple ("\"/BBox\": \\[\\s+100,\\s+335\\.28,\\s+200,\\s+355\\.28\\s+\\]", plain, 0, 0));
  g_assert_cmpuint (count (plain, "\"/Scope\": \"/Column\""), ==, 3);
  g_assert_cmpuint (count (plain, "\"/Scope\": \"/Row\""), ==, 3);
  g_assert_nonnull (strstr (plain, "\"/Contents\": \"u:To the table\""));
  g_assert_nonnull (strstr (xmp, "xml:lang=\"x-default\">AI &amp; skills<"));
  g_assert_nonnull (strstr (xmp, "Centre hospitalier &lt;Nord&gt;"));
  g_assert_nonnull (strstr (xmp, "<xmp:CreateDate>2026-11-23T00:00:00Z<"));
}

static void
test_reproducible (void)
{
  g_autoptr (GBytes) first = create_report (60);
  g_autoptr (GBytes) second = create_report (60);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), g_bytes_get_data (second, NULL),
                   g_bytes_get_size (second));
}

static void
test_not_a_pdf (void)
{
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
  g_autoptr (VigiePdfNotes) notes = create_notes ();
  g_autoptr (GError) error = NULL;

  g_assert_null (vigie_pdf_finish (nonsense, notes, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "accessible"));
}

static void
test_grid (void)
{
  g_autoptr (VigieSheet) sheet = vigie_sheet_new_trial ();
  VigieBox room = vigie_sheet_get_room (sheet);
  VigieBox left = vigie_sheet_get_columns (sheet, 0, 7);
  VigieBox right = vigie_sheet_get_columns (sheet, 7, 5);

  g_assert_cmpfloat_with_epsilon (left.x, room.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (right.x - vigie_box_right (&left), VIGIE_SHEET_GUTTER, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_box_right (&right), vigie_box_right (&room), 1e-9);
  g_assert_cmpfloat (room.x, >=, 15 / 25.4 * 72 - 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  g_test_add_func ("/report/sheet/grid", test_grid);
  g_test_add_func ("/report/sheet/long-table", test_long_table);
  g_test_add_func ("/report/sheet/no-widow", test_no_widow);
  g_test_add_func ("/report/sheet/empty-table", test_empty_table);
  g_test_add_func ("/report/sheet/structure", test_structure);
  g_test_add_func ("/report/sheet/what-cairo-lacks", test_what_cairo_lacks);
  g_test_add_func ("/report/sheet/reproducible", test_reproducible);
  g_test_add_func ("/report/sheet/not-a-pdf", test_not_a_pdf);
  return g_test_run ();
}
