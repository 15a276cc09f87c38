// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "pdf-probe.h"
#include "vigie-sheet.h"

/* `vigie report`, by the program itself. */

typedef struct
{
  char *folder;
  char *registry;
  char *answer;
  char *complaint;
} Fixture;

static int
run_vigie (Fixture *fixture, ...)
{
  g_autofree char *program = g_build_filename (g_getenv ("VIGIE_BUILD_ROOT"), "src", "cli", "vigie", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *word = NULL;
  int status = 0;
  va_list list;

  g_ptr_array_add (arguments, program);
  va_start (list, fixture);
  while ((word = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) word);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_clear_pointer (&fixture->answer, g_free);
  g_clear_pointer (&fixture->complaint, g_free);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->answer,
                &fixture->complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("vigie-report-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->registry = g_build_filename (fixture->folder, "group.vigie", NULL);
  g_assert_cmpint (run_vigie (fixture, "new", fixture->registry, "--organisation", "GHT des Deux Rives", NULL), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->registry);
  g_free (fixture->answer);
  g_free (fixture->complaint);
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *language;
    const char *title;
    const char *date;
    const char *figure;
  } rows[] = {
    { "fr", "IA et compétences Dossier de séance", "Situation au 23 novembre 2026", "Définitions et sources" },
    { "en", "AI and skills Board pack", "As of 23 November 2026", "Definitions and sources" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
      g_autofree char *text = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *language = g_strdup_printf ("\"/Lang\": \"u:%s\"", rows[i].language);

      g_assert_cmpint (run_vigie (fixture, "report", fixture->registry, "-o", probe->path, "--lang", rows[i].language,
                                  "--as-of", "2026-11-23", NULL),
                       ==, 0);
      g_assert_cmpstr (fixture->complaint, ==, "");
      pdf_probe_assert_sound (probe);
      text = pdf_probe_text (probe, 0);
      plain = pdf_probe_run (probe, NULL, "qpdf", "--json", "@", NULL);
      pdf_assert_says (text, "GHT des Deux Rives");
      pdf_assert_says (text, rows[i].title);
      pdf_assert_says (text, rows[i].date);
      pdf_assert_says (text, rows[i].figure);
      g_assert_nonnull (strstr (plain, language));
    }
}

static JsonObject *
parse_answer (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (fixture->answer, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (root));
}

static void
assert_says_figures (Fixture *fixture, const char *text, const char *registry, const char *language)
{
  static const char *const ids[] = { "deployment-stage", "trust-map", "skills-gap", "training-coverage",
                                     "barriers-benchmark" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (JsonObject) figure = NULL;

      g_assert_cmpint (run_vigie (fixture, "figure", registry, "--id", ids[i], "--format", "json", "--lang", language,
                                  "--as-of", "2026-11-23", NULL),
                       ==, 0);
      figure = parse_answer (fixture);
      pdf_assert_says (text, json_object_get_string_member (figure, "sentence"));
      pdf_assert_says (text, json_object_get_string_member (figure, "question"));
      pdf_assert_says (text, json_object_get_string_member (figure, "definition"));
    }
}

static void
assert_says_agenda (Fixture *fixture, const char *text, const char *registry, const char *language)
{
  g_autoptr (JsonObject) answer = NULL;
  JsonArray *agenda = NULL;

  g_assert_cmpint (
    run_vigie (fixture, "agenda", registry, "--format", "json", "--lang", language, "--as-of", "2026-11-23", NULL), ==,
    0);
  answer = parse_answer (fixture);
  agenda = json_object_get_array_member (answer, "agenda");
  g_assert_cmpuint (json_array_get_length (agenda), >, 3);
  for (guint i = 0; i < json_array_get_length (agenda); i++)
    pdf_assert_says (text, json_object_get_string_member (json_array_get_object_element (agenda, i), "title"));
}

/* Where the charts of a page are: their words stand where their marks are, in no order of lines. */
static GArray *
find_charts (JsonObject *document, guint page)
{
  JsonObject *leaf = json_array_get_object_element (json_object_get_array_member (document, "pages"), page);
  const char *wanted = json_object_get_string_member (leaf, "object");
  JsonObject *objects = json_array_get_object_element (json_object_get_array_member (document, "qpdf"), 1);
  g_autoptr (GList) members = json_object_get_values (objects);
  GArray *charts = g_array_new (FALSE, FALSE, sizeof (VigieBox));

  for (GList *at = members; at != NULL; at = at->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (at->data), "value");
      JsonObject *element = value != NULL && JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
      JsonArray *box;
      VigieBox chart;

      if (element == NULL ||
          g_strcmp0 (json_object_get_string_member_with_default (element, "/S", NULL), "/Figure") != 0 ||
          g_strcmp0 (json_object_get_string_member_with_default (element, "/Pg", NULL), wanted) != 0)
        continue;
      g_assert_true (json_object_has_member (element, "/Alt"));
      box = json_object_get_array_member (json_object_get_object_member (element, "/A"), "/BBox");
      chart.x = json_array_get_double_element (box, 0);
      chart.y = VIGIE_SHEET_HEIGHT - json_array_get_double_element (box, 3);
      chart.width = json_array_get_double_element (box, 2) - chart.x;
      chart.height = json_array_get_double_element (box, 3) - json_array_get_double_element (box, 1);
      g_array_append_val (charts, chart);
    }
  return charts;
}

static double
read_number (const char *word, const char *name)
{
  return g_ascii_strtod (strstr (word, name) + strlen (name) + 2, NULL);
}

typedef struct
{
  double left;
  double top;
} Place;

/* One goes down, or up again only to what stands further to the right, as from a cell to the next, and from a column to
   the next. */
static void
go_on (Place *place, double x, double y, guint page, const char *word)
{
  if (y < place->top - 3 && x <= place->left)
    g_error ("page %u: “%.60s” is read after what stands below it", page + 1, strchr (word, '>') + 1);
  if (x < place->left || y < place->top - 3)
    place->left = x;
  place->top = y;
}

/* Word after word in the order of the file; a chart is one thing among them. Returns how many charts there were. */
static guint
assert_page_read_as_seen (char *words, JsonObject *document, guint page)
{
  g_autoptr (GArray) charts = find_charts (document, page);
  guint n_charts = charts->len;
  Place place = { 0, -1 };
  int in = -1;

  for (char *word = strstr (words, "<word "); word != NULL; word = strstr (word + 1, "<word "))
    {
      double x = read_number (word, "xMin"), y = read_number (word, "yMax");
      int chart = -1;

      for (guint i = 0; i < n_charts; i++)
        if (vigie_box_contains (&g_array_index (charts, VigieBox, i), x, (read_number (word, "yMin") + y) / 2))
          chart = (int) i;
      if (chart < 0)
        go_on (&place, x, y, page, word);
      else if (chart != in)
        go_on (&place, g_array_index (charts, VigieBox, chart).x, g_array_index (charts, VigieBox, chart).y, page,
               word);
      in = chart;
    }
  g_assert_cmpfloat (place.top, >, 0);
  return n_charts;
}

static void
assert_read_as_seen (PdfProbe *probe)
{
  g_autofree char *boxes = pdf_probe_run (probe, NULL, "pdftotext", "-raw", "-bbox", "@", "-", NULL);
  g_auto (GStrv) pages = g_strsplit (boxes, "<page ", -1);
  g_autofree char *plain = pdf_probe_run (probe, NULL, "qpdf", "--json", "@", NULL);
  g_autoptr (JsonNode) root = json_from_string (plain, NULL);
  guint n_charts = 0;

  g_assert_cmpuint (g_strv_length (pages), ==, pdf_probe_n_pages (probe) + 1);
  for (guint page = 0; pages[page + 1] != NULL; page++)
    n_charts += assert_page_read_as_seen (pages[page + 1], json_node_get_object (root), page);
  g_assert_cmpuint (n_charts, >=, 10);
}

/* A column may be too narrow for its words, and a table have too many of them. */
static void
assert_words_are_whole (PdfProbe *probe)
{
  g_autofree char *words = pdf_probe_run (probe, NULL, "pdftotext", "-bbox", "@", "-", NULL);
  g_autoptr (GRegex) broken = g_regex_new ("\\p{L}[-\\x{ad}\\x{2010}]</word>", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL;

  if (g_regex_match (broken, words, 0, &found))
    {
      int at = 0;

      g_match_info_fetch_pos (found, 0, &at, NULL);
      g_error ("a word is broken: %.80s", words + MAX (at - 60, 0));
    }
}

/* The demonstration, whose pack says what the figures and the agenda say on the command line. */
static void
test_demonstration (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "fr", "en" };
  g_autofree char *demo = g_build_filename (fixture->folder, "demo.vigie", NULL);

  g_assert_cmpint (run_vigie (fixture, "demo", demo, "--scale", "small", "--today", "2026-11-23", NULL), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
      g_autofree char *text = NULL;

      g_assert_cmpint (run_vigie (fixture, "report", demo, "-o", probe->path, "--lang", languages[i], "--as-of",
                                  "2026-11-23", "--sections",
                                  "essentials,changes,decisions,figures,tables,systems,definitions", NULL),
                       ==, 0);
      pdf_probe_assert_sound (probe);
      assert_read_as_seen (probe);
      /* English breaks a line in “go-live”, as it may. */
      if (g_str_equal (languages[i], "fr"))
        assert_words_are_whole (probe);
      text = pdf_probe_text (probe, 0);
      assert_says_figures (fixture, text, demo, languages[i]);
      assert_says_agenda (fixture, text, demo, languages[i]);
    }
}

/* The committee that the demonstration has behind it left what it saw of each point, frozen, and nobody can undo that. */
static void
test_past_committee (Fixture *fixture, gconstpointer data)
{
  g_autofree char *demo = g_build_filename (fixture->folder, "demo.vigie", NULL);
  g_auto (GStrv) frozen = NULL;

  g_assert_cmpint (run_vigie (fixture, "demo", demo, "--scale", "small", "--today", "2026-11-23", NULL), ==, 0);
  g_assert_cmpint (run_vigie (fixture, "minutes", demo, "COMIA-5", "--lang", "en", NULL), ==, 0);
  frozen = g_strsplit (fixture->answer, "Frozen as the meeting saw it, SHA-256", -1);
  g_assert_cmpuint (g_strv_length (frozen), ==, 5 + 1);
  g_assert_null (strstr (fixture->answer, "Not frozen"));
  g_assert_cmpint (run_vigie (fixture, "undo", demo, "--lang", "en", NULL), !=, 0);
}

static void
test_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PdfProbe) probe = pdf_probe_new (NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (run_vigie (fixture, "report", fixture->registry, "-o", probe->path, "--lang", "en", "--as-of",
                              "2026-11-23", "--since", "2026-06-30", NULL),
                   ==, 0);
  text = pdf_probe_text (probe, 1);
  pdf_assert_says (text, "Changes since 30 June 2026");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "pack.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "pack.pdf", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.vigie", NULL);

  g_assert_cmpint (run_vigie (fixture, "report", fixture->registry, "--lang", "en", NULL), ==, 2);
  g_assert_nonnull (strstr (fixture->complaint, "-o"));
  g_assert_cmpint (
    run_vigie (fixture, "report", fixture->registry, "-o", output, "--as-of", "today", "--lang", "en", NULL), ==, 2);
  g_assert_nonnull (strstr (fixture->complaint, "“today” is not a date"));
  g_assert_cmpint (run_vigie (fixture, "report", fixture->registry, "-o", output, "--as-of", "2026-01-01", "--since",
                              "2026-01-01", "--lang", "en", NULL),
                   ==, 2);
  g_assert_nonnull (strstr (fixture->complaint, "is not before"));
  g_assert_cmpint (run_vigie (fixture, "report", missing, "-o", output, "--lang", "en", NULL), ==, 1);
  g_assert_nonnull (strstr (fixture->complaint, "missing.vigie"));
  g_assert_cmpint (
    run_vigie (fixture, "report", fixture->registry, "-o", output, "--site", "NOWHERE", "--lang", "en", NULL), ==, 1);
  g_assert_nonnull (strstr (fixture->complaint, "NOWHERE"));
  g_assert_cmpint (run_vigie (fixture, "report", fixture->registry, "-o", nowhere, "--lang", "en", NULL), ==, 1);
  g_assert_nonnull (strstr (fixture->complaint, "could not be saved"));
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/command/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/report/command/demonstration", Fixture, NULL, set_up, test_demonstration, tear_down);
  g_test_add ("/report/command/past-committee", Fixture, NULL, set_up, test_past_committee, tear_down);
  g_test_add ("/report/command/since", Fixture, NULL, set_up, test_since, tear_down);
  g_test_add ("/report/command/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
