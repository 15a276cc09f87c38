// SPDX-License-Identifier: GPL-3.0-or-later

#include <json-glib/json-glib.h>
#include <string.h>

#include "fake-overview.h"
#include "pdf-probe.h"
#include "vigie-board-pack.h"
#include "vigie-format.h"
#include "vigie-logo.h"
#include "vigie-sheet.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

static const FakePlan usual = {
  .n_figures = 5, .n_rows = 9, .n_columns = 4, .n_matters = 6, .n_headlines = 6, .since = 20738
};

/* For people to look at: VIGIE_KEEP_PACKS names a folder. */
static void
keep_a_copy (PdfProbe *probe, const FakePlan *plan)
{
  const char *folder = g_getenv ("VIGIE_KEEP_PACKS");
  g_autoptr (GFile) from = g_file_new_for_path (probe->path);
  g_autoptr (GFile) to = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/pack-%u-%u-%u.pdf", folder, plan->n_figures, plan->n_rows, plan->n_matters);
  to = g_file_new_for_path (path);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static PdfProbe *
write_sections (const FakePlan *plan, const char *const *sections)
{
  g_autoptr (VigieOverview) overview = fake_overview_new (plan);
  PdfProbe *probe = pdf_probe_new (NULL);
  const VigieBoardPackOptions options = { .sections = sections };
  g_autoptr (GError) error = NULL;

  vigie_board_pack_write (overview, probe->path, &options, NULL, &error);
  g_assert_no_error (error);
  keep_a_copy (probe, plan);
  pdf_probe_assert_sound (probe);
  return probe;
}

static PdfProbe *
write_pack (const FakePlan *plan)
{
  return write_sections (plan, NULL);
}

/* With the annex of tables, which a pack does not have by itself. */
static PdfProbe *
write_tables (const FakePlan *plan)
{
  static const char *const sections[] = { VIGIE_PACK_ESSENTIALS, VIGIE_PACK_DECISIONS,   VIGIE_PACK_FIGURES,
                                          VIGIE_PACK_TABLES,     VIGIE_PACK_DEFINITIONS, NULL };

  return write_sections (plan, sections);
}

static void
test_usual (void)
{
  g_autoptr (PdfProbe) probe = write_pack (&usual);
  g_autofree char *text = pdf_probe_text (probe, 0);
  g_autofree char *info = pdf_probe_run (probe, NULL, "pdfinfo", "@", NULL);
  g_autofree char *agenda = pdf_probe_text (probe, 3);

  g_assert_cmpuint (pdf_probe_n_pages (probe), ==, 9);
  for (guint i = 1; i <= usual.n_figures; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Phrase %u : 7 systèmes sur 12 ont des utilisateurs non formés.", i);
      g_autofree char *page = pdf_probe_text (probe, (int) (3 + i));

      pdf_assert_says (page, sentence);
      pdf_assert_says (page, "Où en sont nos systèmes d’IA ?");
      pdf_assert_says (page, "Ligne 9");
      pdf_assert_says (page, "Utilisateurs formés sur utilisateurs tenus de l’être.");
    }
  pdf_assert_says (agenda, "◆ Urgent");
  pdf_assert_says (agenda, "Alerte sepsis : 212 utilisateurs sans formation valide");
  pdf_assert_says (agenda, "15 Dec 2026");
  pdf_assert_says (text, "GHT des Deux Rives");
  pdf_assert_says (text, "AI and skills Board pack");
  pdf_assert_says (text, "AI and skills: board pack");
  pdf_assert_says (text, "23 November 2026");
  pdf_assert_says (text, "12 October 2026");
  pdf_assert_says (text, "+3 depuis le 12 oct. 2026, better");
  pdf_assert_says (text, "FHF, baromètre de juillet 2025");
  pdf_assert_says (text, "9 / 9");
  g_assert_true (g_regex_match_simple ("Title: +AI and skills: board pack\n", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Author: +GHT des Deux Rives\n", info, 0, 0));
}

/* "title → page" of every entry, its children after it. */
static void
list_outline (JsonArray *entries, GString *out)
{
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      g_string_append_printf (out, "%s → %d\n", json_object_get_string_member (entry, "title"),
                              (int) json_object_get_int_member (entry, "destpageposfrom1"));
      list_outline (json_object_get_array_member (entry, "kids"), out);
    }
}

static void
test_outline (void)
{
  g_autoptr (PdfProbe) probe = write_pack (&usual);
  g_autofree char *plain = pdf_probe_run (probe, NULL, "qpdf", "--json", "--json-key=outlines", "@", NULL);
  g_autoptr (JsonNode) root = json_from_string (plain, NULL);
  g_autoptr (GString) outline = g_string_new (NULL);

  list_outline (json_object_get_array_member (json_node_get_object (root), "outlines"), outline);
  g_assert_cmpstr (outline->str, ==,
                   "The essentials → 2\n"
                   "What needs a decision → 3\n"
                   "Figures → 4\n"
                   "Figure numéro 1 → 4\n"
                   "Figure numéro 2 → 5\n"
                   "Figure numéro 3 → 6\n"
                   "Figure numéro 4 → 7\n"
                   "Figure numéro 5 → 8\n"
                   "Definitions and sources → 9\n");
}

static void
test_links (void)
{
  g_autoptr (PdfProbe) probe = write_pack (&usual);
  g_autofree char *plain = pdf_probe_run (probe, NULL, "qpdf", "--json", "@", NULL);
  g_autofree char *cover = pdf_probe_text (probe, 1);
  guint n_links = 0;

  for (const char *at = strstr (plain, "\"/Subtype\": \"/Link\""); at != NULL;
       at = strstr (at + 1, "\"/Subtype\": \"/Link\""))
    n_links++;
  /* The contents, and each answer on the page of the essentials. */
  g_assert_cmpuint (n_links, ==, (3 + usual.n_figures) + usual.n_figures);
  pdf_assert_says (cover, "Figure numéro 5 8");
  pdf_assert_says (cover, "Definitions and sources 9");
}

static void
test_headings (void)
{
  g_autoptr (PdfProbe) probe = write_pack (&usual);
  g_autofree char *structure = pdf_probe_run (probe, NULL, "pdfinfo", "-struct", "@", NULL);
  g_auto (GStrv) titles = g_strsplit (structure, "H1 (block)", -1);
  g_auto (GStrv) sections = g_strsplit (structure, "H2 (block)", -1);
  g_auto (GStrv) figures = g_strsplit (structure, "Figure:\n", -1);

  g_assert_cmpuint (g_strv_length (titles) - 1, ==, 1);
  /* The contents, the essentials, the agenda, the annex, and each figure. */
  g_assert_cmpuint (g_strv_length (sections) - 1, ==, 4 + usual.n_figures);
  g_assert_cmpuint (g_strv_length (figures) - 1, ==, usual.n_figures);
}

static void
test_figures_have_text (void)
{
  g_autoptr (PdfProbe) probe = write_pack (&usual);
  g_autofree char *plain = pdf_probe_run (probe, NULL, "qpdf", "--json", "@", NULL);

  for (guint i = 1; i <= usual.n_figures; i++)
    {
      g_autofree char *text = g_strdup_printf ("\"/Alt\": \"u:Phrase %u : 7 systèmes sur 12", i);
      const char *said = strstr (plain, text);

      /* And its table. */
      g_assert_nonnull (said);
      g_assert_nonnull (g_strstr_len (said, 2000, "Ligne 9"));
    }
}

static void
test_long (void)
{
  FakePlan plan = usual;
  g_autoptr (PdfProbe) probe = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_heads = 0;

  plan.n_figures = 3;
  plan.n_rows = 70;
  plan.n_columns = 7;
  plan.n_matters = 40;
  plan.n_headlines = 8;
  plan.verbose = TRUE;
  probe = write_tables (&plan);
  text = pdf_probe_text (probe, 0);
  /* An answer is never cut, however long. */
  pdf_assert_says (text, "Phrase 3 : Un texte aussi long");
  pdf_assert_says (text, "pour que la page ait à le couper à la ligne. ");
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, pdf_probe_n_pages (probe) + 1);
  for (guint page = 0; pages[page + 1] != NULL; page++)
    {
      g_assert_cmpuint (strlen (pages[page]), >, 200);
      n_heads += strstr (pages[page], "Colonne 7") != NULL;
    }
  g_assert_cmpuint (n_heads, >=, plan.n_figures * 3);
}

/* What has no room on the page of its figure is left out, or stands in the annex, where the page leads to it. */
static void
test_tables (void)
{
  FakePlan plan = usual;
  g_autoptr (PdfProbe) probe = NULL;
  g_autoptr (PdfProbe) whole = NULL;
  g_autofree char *text = NULL, *cover = NULL, *figure = NULL, *annex = NULL;

  plan.n_figures = 2;
  plan.n_rows = 70;
  probe = write_pack (&plan);
  text = pdf_probe_text (probe, 0);
  g_assert_null (strstr (text, "Ligne 70"));
  whole = write_tables (&plan);
  cover = pdf_probe_text (whole, 1);
  figure = pdf_probe_text (whole, 4);
  annex = pdf_probe_text (whole, 6);
  pdf_assert_says (cover, "Tables 6");
  pdf_assert_says (figure, "Table: page 6");
  pdf_assert_says (annex, "Figure numéro 1");
  pdf_assert_says (annex, "Ligne 1");
}

/* Under each answer what it was at the last meeting and what has happened since, where one asks for it. */
static void
test_compared (void)
{
  VigieBoardPackOptions options = { .compared = TRUE };
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autoptr (PdfProbe) plain = write_pack (&usual);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain_text = pdf_probe_text (plain, 0);

  g_assert_true (vigie_board_pack_write (overview, probe->path, &options, NULL, &error));
  g_assert_no_error (error);
  pdf_probe_assert_sound (probe);
  text = pdf_probe_text (probe, 5);
  pdf_assert_says (text, "non formés. Ce qu’elle disait, 2. Depuis : 4 événements.");
  g_assert_null (strstr (plain_text, "Ce qu’elle disait"));
}

/* The page says which events made the numbers move, is found from the contents, and its head is repeated. */
static void
test_changes (void)
{
  FakePlan plan = usual;
  g_autoptr (PdfProbe) probe = NULL;
  g_autofree char *cover = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  plan.n_changes = 40;
  probe = write_pack (&plan);
  cover = pdf_probe_text (probe, 1);
  first = pdf_probe_text (probe, 3);
  second = pdf_probe_text (probe, 4);
  pdf_assert_says (cover, "What has changed since 12 October 2026 3");
  pdf_assert_says (first, "What has changed since 12 October 2026");
  pdf_assert_says (first, "2 headline numbers are better, 1 is worse.");
  pdf_assert_says (first, "Événement numéro 1 ");
  pdf_assert_says (first, "◆ Worse");
  pdf_assert_says (second, "Moves the number");
  pdf_assert_says (second, "Événement numéro 40");
}

static void
test_nothing (void)
{
  static const FakePlan plan = { .n_figures = 5, .anonymous = TRUE, .since = VIGIE_DATE_NONE };
  g_autoptr (PdfProbe) probe = write_pack (&plan);
  g_autofree char *text = pdf_probe_text (probe, 0);

  pdf_assert_says (text, "Nothing that Vigie watches needs a decision as of 23 November 2026.");
  pdf_assert_says (text, "None on record");
}

/* Only what was chosen, in the contents as on the pages; what there is not is refused by name. */
static void
test_sections (void)
{
  static const char *const chosen[] = { VIGIE_PACK_DECISIONS, VIGIE_PACK_DEFINITIONS, NULL };
  static const char *const wrong[] = { VIGIE_PACK_DECISIONS, "budgets", NULL };
  static const char *const none[] = { NULL };
  VigieBoardPackOptions options = { .sections = chosen };
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *cover = NULL;

  g_assert_true (vigie_board_pack_check_sections (chosen, &error));
  g_assert_true (vigie_board_pack_write (overview, probe->path, &options, NULL, &error));
  g_assert_no_error (error);
  pdf_probe_assert_sound (probe);
  g_assert_cmpuint (pdf_probe_n_pages (probe), ==, 3);
  cover = pdf_probe_text (probe, 1);
  pdf_assert_says (cover, "What needs a decision 2");
  g_assert_null (strstr (cover, "The essentials"));
  g_assert_null (strstr (cover, "Figure num"));
  g_assert_false (vigie_board_pack_check_sections (wrong, &error));
  g_assert_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_SECTION);
  g_assert_nonnull (strstr (error->message, "budgets"));
  g_assert_false (vigie_board_pack_check_sections (none, NULL));
}

static GBytes *
create_png (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autofree char *folder = g_dir_make_tmp ("vigie-logo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "logo.png", NULL);
  g_autoptr (GError) error = NULL;
  GBytes *png;

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  png = vigie_logo_read (path, &error);
  g_remove (path);
  g_rmdir (folder);
  if (png == NULL)
    g_assert_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_LOGO);
  return png;
}

/* A picture is on the cover; one too large, or no picture, is refused before a pixel is decoded; a damaged one leaves
   Vigie's mark. */
static void
test_logo (void)
{
  g_autoptr (GBytes) logo = create_png (300, 100);
  g_autoptr (GBytes) large = create_png (VIGIE_LOGO_MOST_PIXELS + 1, 1);
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture at all, but long enough for a head", 44);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (logo, 0, g_bytes_get_size (logo) / 2);
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autofree char *images = NULL;
  VigieBoardPackOptions options = { .logo = logo };

  g_assert_nonnull (logo);
  g_assert_null (large);
  g_assert_false (vigie_logo_check (text, NULL));
  g_assert_true (vigie_logo_check (cut, NULL));
  g_assert_true (vigie_board_pack_write (overview, probe->path, &options, NULL, NULL));
  pdf_probe_assert_sound (probe);
  images = pdf_probe_run (probe, NULL, "pdfimages", "-list", "@", NULL);
  g_assert_true (g_regex_match_simple ("\n +1 +[0-9]+ +image +300 +100 ", images, 0, 0));
  options.logo = cut;
  g_assert_true (vigie_board_pack_write (overview, probe->path, &options, NULL, NULL));
  pdf_probe_assert_sound (probe);
}

static GBytes *
read_logo (const char *content, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("vigie-logo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "logo.svg", NULL);
  GBytes *logo;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  logo = vigie_logo_read (path, error);
  g_remove (path);
  g_rmdir (folder);
  return logo;
}

/* A drawing of a few points is sharp on paper; one that is broken is refused in words. */
static void
test_logo_svg (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo =
    read_logo ("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"6\">"
               "<circle cx=\"3\" cy=\"3\" r=\"3\" fill=\"#003a5d\"/></svg>",
               &error);
  g_autoptr (GBytes) broken = NULL;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  g_assert_true (vigie_logo_check (logo, NULL));
  surface = vigie_logo_decode (logo);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 2000);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 500);
  cairo_surface_destroy (surface);
  broken = read_logo ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\"><g>", &error);
  g_assert_null (broken);
  g_assert_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_LOGO);
}

/* A printer gets the pages that the file has: each a recording with something on it. */
static void
test_pages (void)
{
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = write_pack (&usual);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = vigie_board_pack_draw (overview, NULL, NULL, &error);
  g_autofree char *text = NULL;
  cairo_surface_t *printed;
  cairo_t *cr;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, pdf_probe_n_pages (probe));
  printed = cairo_pdf_surface_create (probe->path, VIGIE_SHEET_WIDTH, VIGIE_SHEET_HEIGHT);
  cr = cairo_create (printed);
  for (guint i = 0; i < pages->len; i++)
    {
      cairo_set_source_surface (cr, g_ptr_array_index (pages, i), 0, 0);
      cairo_paint (cr);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (printed);
  text = pdf_probe_text (probe, 4);
  pdf_assert_says (text, "Phrase 1 : 7 systèmes sur 12 ont des utilisateurs non formés.");
  pdf_assert_says (text, "4 / 9");
}

/* A national register is told by its first rows and by how many there are. */
static void
test_thousands (void)
{
  FakePlan plan = usual;
  g_autoptr (PdfProbe) probe = NULL;
  g_autofree char *text = NULL;

  plan.n_figures = 1;
  plan.n_rows = 5000;
  probe = write_tables (&plan);
  text = pdf_probe_text (probe, 0);
  pdf_assert_says (text, "The first 40 of 5,000 rows; all of them are in the register.");
  pdf_assert_says (text, "Ligne 40");
  g_assert_cmpuint (pdf_probe_n_pages (probe), <, 12);
}

static void
test_many_figures (void)
{
  FakePlan plan = usual;
  g_autoptr (PdfProbe) probe = NULL;

  plan.n_figures = 16;
  probe = write_pack (&plan);
  g_assert_cmpuint (pdf_probe_n_pages (probe), >=, 20);
}

static void
test_reproducible (void)
{
  g_autoptr (PdfProbe) first = write_pack (&usual);
  g_autoptr (PdfProbe) second = write_pack (&usual);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize a_size = 0;
  gsize b_size = 0;

  g_file_get_contents (first->path, &a, &a_size, NULL);
  g_file_get_contents (second->path, &b, &b_size, NULL);
  g_assert_cmpmem (a, a_size, b, b_size);
}

static void
test_created (void)
{
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autofree char *info = NULL;
  VigieBoardPackOptions options = { .created = 1795392000 + 3600 };

  g_assert_true (vigie_board_pack_write (overview, probe->path, &options, NULL, NULL));
  info = pdf_probe_run (probe, NULL, "pdfinfo", "-isodates", "@", NULL);
  g_assert_true (g_regex_match_simple ("CreationDate: +2026-11-23T01:00:00Z", info, 0, 0));
}

/* What cannot be saved leaves nothing behind, and what was there before stays. */
static void
test_no_folder (void)
{
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autofree char *path = g_build_filename (probe->folder, "no-such-folder", "pack.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (vigie_board_pack_write (overview, path, NULL, NULL, &error));
  g_assert_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_SAVE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "No such file or directory"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_replaces_nothing_on_failure (void)
{
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_set_contents (probe->path, "before", -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (vigie_board_pack_write (overview, probe->path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_get_contents (probe->path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "before");
  folder = g_dir_open (probe->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "report.pdf");
  g_assert_null (g_dir_read_name (folder));
}

typedef struct
{
  GMainLoop *loop;
  double fraction;
  gboolean written;
} Wait;

static void
progress_told (double fraction, gpointer data)
{
  Wait *wait = data;

  g_assert_cmpfloat (fraction, >=, wait->fraction);
  wait->fraction = fraction;
}

static void
pack_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;

  wait->written = vigie_board_pack_write_finish (result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (wait->loop);
}

static void
test_async (void)
{
  g_autoptr (VigieOverview) overview = fake_overview_new (&usual);
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };
  VigieBoardPackOptions options = { .progress = progress_told, .progress_data = &wait };

  vigie_board_pack_write_async (overview, probe->path, &options, NULL, pack_written_cb, &wait);
  g_main_loop_run (loop);
  g_assert_true (wait.written);
  g_assert_cmpfloat_with_epsilon (wait.fraction, 1, 1e-9);
  pdf_probe_assert_sound (probe);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  g_test_add_func ("/report/board-pack/usual", test_usual);
  g_test_add_func ("/report/board-pack/outline", test_outline);
  g_test_add_func ("/report/board-pack/links", test_links);
  g_test_add_func ("/report/board-pack/headings", test_headings);
  g_test_add_func ("/report/board-pack/figures-have-text", test_figures_have_text);
  g_test_add_func ("/report/board-pack/changes", test_changes);
  g_test_add_func ("/report/board-pack/tables", test_tables);
  g_test_add_func ("/report/board-pack/compared", test_compared);
  g_test_add_func ("/report/board-pack/long", test_long);
  g_test_add_func ("/report/board-pack/nothing", test_nothing);
  g_test_add_func ("/report/board-pack/sections", test_sections);
  g_test_add_func ("/report/board-pack/logo", test_logo);
  g_test_add_func ("/report/board-pack/logo-svg", test_logo_svg);
  g_test_add_func ("/report/board-pack/pages", test_pages);
  g_test_add_func ("/report/board-pack/thousands", test_thousands);
  g_test_add_func ("/report/board-pack/many-figures", test_many_figures);
  g_test_add_func ("/report/board-pack/reproducible", test_reproducible);
  g_test_add_func ("/report/board-pack/created", test_created);
  g_test_add_func ("/report/board-pack/no-folder", test_no_folder);
  g_test_add_func ("/report/board-pack/replaces-nothing-on-failure", test_replaces_nothing_on_failure);
  g_test_add_func ("/report/board-pack/async", test_async);
  return g_test_run ();
}
