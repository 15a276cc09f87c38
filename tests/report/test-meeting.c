// SPDX-License-Identifier: GPL-3.0-or-later

/* A meeting from its agenda to its minutes: what is proposed, what is shown, what is recorded, what stays. */

#include "vigie-small-register.h"

#include <string.h>

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-frozen.h"
#include "vigie-minutes.h"
#include "vigie-recording.h"

#define MEETING \
  "meeting|code=COM|body=comia|held_on=2026-11-23|title=Comité|status=planned", \
    "agenda_item|code=COM-P1|meeting=COM|sort=2|title=Skills|purpose=decision|figure=training-coverage|notes=Say it", \
    "agenda_item|code=COM-P2|meeting=COM|sort=1|title=Stages|purpose=info|figure=deployment-stage|minutes_budget=10", \
    "attendance|meeting=COM|function=DSI|presence=present", "attendance|meeting=COM|function=DPO|presence=excused"

typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static const VigieResolution decision = {
  .text = "Train | all", .owner = "DRH", .due_on = 20850, .votes_for = 9, .votes_against = 1, .abstentions = 2
};

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = { MEETING };

  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  vigie_test_fill_small_register (fixture->store);
  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static VigieOverview *
load_overview (Fixture *fixture)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  g_autoptr (GError) error = NULL;
  VigieOverview *overview = vigie_overview_load (fixture->store, scope, NULL, &error);

  g_assert_no_error (error);
  return overview;
}

static VigieDeck *
load_deck (Fixture *fixture)
{
  g_autoptr (VigieOverview) overview = load_overview (fixture);
  g_autoptr (GError) error = NULL;
  VigieDeck *deck =
    vigie_deck_load (fixture->store, overview, "COM", vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, &error);

  g_assert_no_error (error);
  return deck;
}

static void
resolve (Fixture *fixture, const VigieResolution *resolution, const char *slide)
{
  g_autoptr (VigieDeck) deck = load_deck (fixture);
  g_autoptr (GPtrArray) records =
    vigie_recording_resolve (vigie_deck_get_proceedings (deck), deck, (guint) vigie_deck_find_slide (deck, slide),
                             resolution, vigie_date_parse_iso (VIGIE_SMALL_TODAY));
  g_autoptr (GError) error = NULL;

  vigie_store_put_records (fixture->store, records, NULL, &error);
  g_assert_no_error (error);
}

/* In the order of the agenda, and not of entry; each decision point has a slide for what is resolved. */
static void
test_deck (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const ids[] = { "cover", "agenda", "changes", "COM-P2", "COM-P1", "COM-P1/outcome" };
  g_autoptr (VigieDeck) deck = load_deck (fixture);

  g_assert_cmpuint (vigie_deck_get_n_slides (deck), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (VigieScene) scene = vigie_deck_layout (deck, i, 1024, 768, 1);

      g_assert_cmpstr (vigie_deck_get_slide_id (deck, i), ==, ids[i]);
      for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
        if (vigie_scene_get_mark (scene, m)->kind == VIGIE_MARK_TEXT)
          g_assert_cmpfloat (vigie_scene_get_mark (scene, m)->font.size, >=, 768.0 / 40 - 1e-6);
    }
  g_assert_cmpstr (vigie_deck_get_slide_notes (deck, 4), ==, "Say it");
  g_assert_cmpstr (vigie_deck_get_slide_item (deck, 5), ==, "COM-P1");
  g_assert_cmpstr (vigie_figure_get_id (vigie_deck_get_slide_figure (deck, 4)), ==, "training-coverage");
}

/* One resolution is one change, on the point of its slide, with what was seen; one undo takes all of it back. */
static void
test_resolve (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieProceedings) before = NULL;
  g_autoptr (VigieProceedings) after = NULL;
  g_autoptr (VigieJournalEntry) entry = NULL;
  g_autofree char *hash = NULL;
  const VigieProceedingsItem *item;
  g_autoptr (GError) error = NULL;

  resolve (fixture, &decision, "COM-P1");
  before = vigie_proceedings_load (fixture->store, "COM", NULL, &error);
  g_assert_no_error (error);
  item = vigie_proceedings_get_item (before, 1);
  g_assert_cmpuint (item->decisions->len, ==, 1);
  g_assert_cmpuint (item->actions->len, ==, 1);
  g_assert_cmpint (vigie_record_get_number (g_ptr_array_index (item->decisions, 0), VIGIE_DECISION_VOTES_FOR, -1), ==,
                   9);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (item->actions, 0), VIGIE_ACTION_OWNER), ==, "DRH");
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (item->actions, 0), VIGIE_ACTION_DECISION), ==, "COM-D1");
  g_assert_nonnull (item->exhibit);
  hash =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, vigie_record_get_text (item->exhibit, VIGIE_EXHIBIT_CONTENT), -1);
  g_assert_cmpstr (hash, ==, vigie_record_get_text (item->exhibit, VIGIE_EXHIBIT_SHA256));
  g_assert_cmpint (vigie_record_get_number (vigie_proceedings_get_meeting (before), VIGIE_MEETING_STATUS, -1), ==,
                   VIGIE_MEETING_STATUS_IN_SESSION);
  entry = vigie_store_undo (fixture->store, 0, NULL, &error);
  g_assert_no_error (error);
  after = vigie_proceedings_load (fixture->store, "COM", NULL, &error);
  item = vigie_proceedings_get_item (after, 1);
  g_assert_cmpuint (item->decisions->len + item->actions->len, ==, 0);
  g_assert_null (item->exhibit);
}

/* A second one has a code of its own and leaves the first as it is. */
static void
test_resolve_twice (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const VigieResolution second = { .kind = VIGIE_RESOLUTION_ACTION,
                                          .text = "Write to all",
                                          .due_on = VIGIE_DATE_NONE,
                                          .votes_for = -1,
                                          .votes_against = -1,
                                          .abstentions = -1 };
  g_autoptr (VigieProceedings) proceedings = NULL;

  resolve (fixture, &decision, "COM-P1");
  resolve (fixture, &decision, "COM-P1/outcome");
  resolve (fixture, &second, "COM-P1");
  proceedings = vigie_proceedings_load (fixture->store, "COM", NULL, NULL);
  g_assert_cmpuint (vigie_proceedings_get_item (proceedings, 1)->decisions->len, ==, 2);
  g_assert_cmpuint (vigie_proceedings_get_item (proceedings, 1)->actions->len, ==, 3);
  g_assert_cmpuint (vigie_proceedings_get_n_items (proceedings), ==, 2);
}

static char *
dup_minutes (Fixture *fixture)
{
  g_autoptr (VigieDeck) deck = load_deck (fixture);
  g_autoptr (GBytes) bytes = vigie_minutes_write_markdown (deck);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not said in:\n%s", words, text);
}

/* What is said is a line more under its point, which is otherwise as it was; one undo takes one line back; the minutes
   have each as a paragraph. */
static void
test_note (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const VigieResolution notes[] = {
    { .kind = VIGIE_RESOLUTION_NOTE, .text = "The DRH asks for dates", .due_on = VIGIE_DATE_NONE },
    { .kind = VIGIE_RESOLUTION_NOTE, .text = "The CME agrees", .due_on = VIGIE_DATE_NONE },
  };
  g_autoptr (VigieProceedings) before = vigie_proceedings_load (fixture->store, "COM", NULL, NULL);
  g_autoptr (VigieProceedings) after = NULL;
  g_autoptr (VigieProceedings) undone = NULL;
  g_autofree char *minutes = NULL;
  g_autoptr (GError) error = NULL;
  VigieRecord *was = vigie_proceedings_get_item (before, 1)->record, *is;

  resolve (fixture, &notes[0], "COM-P1");
  resolve (fixture, &notes[1], "COM-P1/outcome");
  after = vigie_proceedings_load (fixture->store, "COM", NULL, NULL);
  g_assert_cmpuint (vigie_proceedings_get_n_items (after), ==, vigie_proceedings_get_n_items (before));
  is = vigie_proceedings_get_item (after, 1)->record;
  g_assert_cmpstr (vigie_record_get_text (is, VIGIE_AGENDA_ITEM_DISCUSSION), ==,
                   "The DRH asks for dates\nThe CME agrees");
  for (guint field = 0; field < VIGIE_AGENDA_ITEM_DISCUSSION; field++)
    {
      g_autofree char *then = vigie_record_display (was, field);
      g_autofree char *now = vigie_record_display (is, field);

      g_assert_cmpstr (now, ==, then);
    }
  g_assert_null (vigie_proceedings_get_item (after, 1)->exhibit);
  {
    g_autoptr (VigieDeck) deck = load_deck (fixture);

    g_assert_cmpstr (vigie_recording_get_discussion (after, deck, (guint) vigie_deck_find_slide (deck, "COM-P1")), ==,
                     "The DRH asks for dates\nThe CME agrees");
    g_assert_null (vigie_recording_get_discussion (after, deck, 0));
  }
  minutes = dup_minutes (fixture);
  assert_says (minutes, "The DRH asks for dates\n\nThe CME agrees\n\n");
  vigie_journal_entry_free (vigie_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  undone = vigie_proceedings_load (fixture->store, "COM", NULL, NULL);
  g_assert_cmpstr (vigie_record_get_text (vigie_proceedings_get_item (undone, 1)->record, VIGIE_AGENDA_ITEM_DISCUSSION),
                   ==, "The DRH asks for dates");
}

/* A slide that is on no agenda becomes a point; where nobody prepared a meeting there is one afterwards. */
static void
test_no_meeting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieOverview) overview = load_overview (fixture);
  g_autoptr (VigieDeck) deck = vigie_deck_new (overview);
  g_autoptr (GPtrArray) records =
    vigie_recording_resolve (NULL, deck, (guint) vigie_deck_find_slide (deck, "training-coverage"), &decision,
                             vigie_date_parse_iso ("2026-11-24"));
  g_autoptr (VigieProceedings) proceedings = NULL;
  g_autoptr (GError) error = NULL;

  vigie_store_put_records (fixture->store, records, NULL, &error);
  g_assert_no_error (error);
  proceedings = vigie_proceedings_load_day (fixture->store, vigie_date_parse_iso ("2026-11-24"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vigie_proceedings_get_code (proceedings), ==, "COMIA-2026-11-24");
  g_assert_cmpuint (vigie_proceedings_get_n_items (proceedings), ==, 1);
  g_assert_cmpstr (
    vigie_record_get_text (vigie_proceedings_get_item (proceedings, 0)->record, VIGIE_AGENDA_ITEM_FIGURE), ==,
    "training-coverage");
}

/* What the register says later changes nothing in what the meeting saw. */
static void
test_minutes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const later[] = {
    "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2026-11-01|valid=30",
    "profession|code=IDE|label_fr=Soins|label_en=Nursing|family=nursing",
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (VigieDeck) deck = load_deck (fixture);

  sentence = g_strdup (vigie_figure_get_sentence (vigie_deck_get_slide_figure (deck, 4)));
  resolve (fixture, &decision, "COM-P1");
  before = dup_minutes (fixture);
  assert_says (before, "# ");
  assert_says (before, "Comité");
  assert_says (before, "DPO");
  assert_says (before, "Train \\| all");
  assert_says (before, "COM-D1");
  assert_says (before, "COM-A1");
  assert_says (before, "SHA-256");
  vigie_test_put_lines (fixture->store, later, 1);
  after = dup_minutes (fixture);
  {
    g_autoptr (VigieDeck) now = load_deck (fixture);

    g_assert_cmpstr (vigie_figure_get_sentence (vigie_deck_get_slide_figure (now, 4)), !=, sentence);
  }
  {
    const char *was = strstr (before, "\n## 2.");
    const char *is = strstr (after, "\n## 2.");

    g_assert_cmpstr (was, ==, is);
  }
}

static void
test_minutes_pdf (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDeck) deck = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  resolve (fixture, &decision, "COM-P1");
  deck = load_deck (fixture);
  pdf = vigie_minutes_write_pdf (deck, 0, &error);
  g_assert_no_error (error);
  again = vigie_minutes_write_pdf (deck, 0, &error);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

static void
text_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize length, gpointer data,
         GError **error G_GNUC_UNUSED)
{
  g_string_append_len (data, text, (gssize) length);
}

static guint32
read_little_endian (const guint8 *at, guint n)
{
  guint32 number = 0;

  for (guint i = n; i > 0; i--)
    number = number << 8 | at[i - 1];
  return number;
}

/* The files of a package by their names, in their order; all of them are stored as they are. */
static GHashTable *
unpack (GBytes *package, GPtrArray *names)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  gsize size = 0, at = 0;
  const guint8 *data = g_bytes_get_data (package, &size);

  while (at + 30 < size && memcmp (data + at, "PK\003\004", 4) == 0)
    {
      guint32 length = read_little_endian (data + at + 18, 4), name = read_little_endian (data + at + 26, 2);
      gsize content = at + 30 + name + read_little_endian (data + at + 28, 2);

      g_assert_cmpuint (read_little_endian (data + at + 8, 2), ==, 0);
      g_assert_cmpuint (content + length, <, size);
      g_ptr_array_add (names, g_strndup ((const char *) data + at + 30, name));
      g_hash_table_insert (files, g_ptr_array_index (names, names->len - 1),
                           g_bytes_new_from_bytes (package, content, length));
      at = content + length;
    }
  return files;
}

/* Every file of the package is in its manifest, with what it is, and each that is XML can be read. */
static void
assert_package_sound (GBytes *package)
{
  static const GMarkupParser parser = { .text = NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) files = unpack (package, names);
  GBytes *part = g_hash_table_lookup (files, "META-INF/manifest.xml");
  g_autofree char *manifest = NULL;

  g_assert_cmpuint (names->len, >=, 5);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "mimetype");
  g_assert_nonnull (part);
  manifest = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
  for (guint i = 1; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *entry = g_strdup_printf ("manifest:full-path=\"%s\" manifest:media-type=\"", name);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_str_has_prefix (name, "META-INF/"))
        assert_says (manifest, entry);
      if (!g_str_has_suffix (name, ".xml"))
        continue;
      part = g_hash_table_lookup (files, name);
      g_markup_parse_context_parse (context, g_bytes_get_data (part, NULL), (gssize) g_bytes_get_size (part), &error);
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
    }
}

/* A word processor finds one XML file, or a package whose first file says what it is; both say what the others say. */
static void
test_minutes_odt (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const GMarkupParser parser = { .text = text_cb };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, said, NULL);
  g_autoptr (VigieDeck) deck = NULL;
  g_autoptr (GBytes) flat = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  const char *start;
  gsize size = 0;

  resolve (fixture, &decision, "COM-P1");
  deck = load_deck (fixture);
  flat = vigie_minutes_write (deck, VIGIE_MINUTES_FODT, &error);
  g_assert_no_error (error);
  start = g_bytes_get_data (flat, &size);
  g_assert_true (g_markup_parse_context_parse (context, start, (gssize) size, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  assert_says (said->str, "Train | all");
  assert_says (said->str, "COM-D1");
  assert_says (said->str, "DPO");
  packed = vigie_minutes_write (deck, VIGIE_MINUTES_ODT, &error);
  g_assert_no_error (error);
  again = vigie_minutes_write (deck, VIGIE_MINUTES_ODT, &error);
  g_assert_true (g_bytes_equal (packed, again));
  start = g_bytes_get_data (packed, &size);
  g_assert_cmpmem (start, 4, "PK\003\004", 4);
  /* ODF 1.3, part 2, 3.3: at this place of the file programs look for it. */
  g_assert_cmpmem (start + 30, 47, "mimetypeapplication/vnd.oasis.opendocument.text", 47);
  assert_package_sound (packed);
  g_assert_cmpint (vigie_minutes_format_from_path ("a.odt"), ==, VIGIE_MINUTES_ODT);
  g_assert_cmpint (vigie_minutes_format_from_path ("a"), ==, VIGIE_MINUTES_MARKDOWN);
}

/* At the end, what was shown and not frozen yet is; the minutes are open. */
static void
test_close (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDeck) deck = load_deck (fixture);
  g_autoptr (GPtrArray) records =
    vigie_recording_close (vigie_deck_get_proceedings (deck), deck, vigie_date_parse_iso (VIGIE_SMALL_TODAY));
  g_autoptr (VigieProceedings) proceedings = NULL;
  g_autoptr (GError) error = NULL;

  vigie_store_put_records (fixture->store, records, NULL, &error);
  g_assert_no_error (error);
  proceedings = vigie_proceedings_load (fixture->store, "COM", NULL, &error);
  g_assert_cmpint (vigie_record_get_number (vigie_proceedings_get_meeting (proceedings), VIGIE_MEETING_STATUS, -1), ==,
                   VIGIE_MEETING_STATUS_MINUTES_DRAFT);
  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (vigie_proceedings_get_item (proceedings, i)->exhibit);
}

/* What was put off or left open comes back; what is on the agenda is not proposed again. */
static void
test_propose (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "meeting|code=LAST|body=comia|held_on=2026-11-10|status=approved",
    "agenda_item|code=LAST-P1|meeting=LAST|sort=1|title=Open|purpose=decision",
    "agenda_item|code=LAST-P2|meeting=LAST|sort=2|title=Settled|purpose=decision",
    "agenda_item|code=LAST-P3|meeting=LAST|sort=3|title=Told|purpose=info",
    "decision|code=LAST-D1|meeting=LAST|kind=go|text=Yes|decided_on=2026-11-10|status=in_force|agenda_item=LAST-P2",
  };
  g_autoptr (VigieProceedings) meeting = NULL;
  g_autoptr (VigieProceedings) last = NULL;
  g_autoptr (VigieProceedings) then = NULL;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  meeting = vigie_proceedings_load (fixture->store, "COM", NULL, &error);
  last = vigie_proceedings_load_last (fixture->store, meeting, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vigie_proceedings_get_code (last), ==, "LAST");
  overview = load_overview (fixture);
  first = vigie_proceedings_propose (meeting, overview, last);
  g_assert_cmpuint (first->len, >, 2);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (first, 0), VIGIE_AGENDA_ITEM_MATTER), ==, "LAST-P1");
  for (guint i = 1; i < first->len; i++)
    g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (first, i), VIGIE_AGENDA_ITEM_MATTER), ==,
                     vigie_overview_get_agenda_item (overview, i - 1)->id);
  vigie_store_put_records (fixture->store, first, NULL, &error);
  g_assert_no_error (error);
  then = vigie_proceedings_load (fixture->store, "COM", NULL, &error);
  second = vigie_proceedings_propose (then, overview, last);
  g_assert_cmpuint (second->len, ==, 0);
}

static void
test_frozen_hostile (void)
{
  static const char *const texts[] = { "[]", "{}", "{\"rows\":[1,[2],[\"a\",\"b\"]],\"columns\":[\"A\"]}",
                                       "{\"columns\":3,\"rows\":{},\"title\":4,\"as_of\":\"no\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VigieFrozen) frozen = vigie_frozen_parse (texts[i], &error);

      g_assert_true ((frozen == NULL) == (error != NULL));
      if (frozen != NULL)
        g_assert_cmpuint (frozen->rows->len, <=, 1);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "deck", test_deck },
    { "resolve", test_resolve },
    { "resolve-twice", test_resolve_twice },
    { "note", test_note },
    { "no-meeting", test_no_meeting },
    { "minutes", test_minutes },
    { "minutes-pdf", test_minutes_pdf },
    { "minutes-odt", test_minutes_odt },
    { "close", test_close },
    { "propose", test_propose },
  };

  g_test_init (&argc, &argv, NULL);
  vigie_language_init (argc > 1 ? argv[1] : "en");
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/report/meeting/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/report/meeting/frozen-hostile", test_frozen_hostile);
  return g_test_run ();
}
