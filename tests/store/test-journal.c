// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal-fixture.h"

#include "vigie-entities.h"

#include <stdlib.h>
#include <string.h>

static GPtrArray *
read_log (Fixture *fixture, VigieJournalQuery query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = vigie_store_log (fixture->store, &query, NULL, &error);

  g_assert_no_error (error);
  return entries;
}

static gint64
undo (Fixture *fixture, gint64 seq)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) target = vigie_store_undo (fixture->store, seq, NULL, &error);

  g_assert_no_error (error);
  return target->seq;
}

static gint64
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) target = vigie_store_redo (fixture->store, NULL, &error);

  g_assert_no_error (error);
  return target->seq;
}

static void
assert_refused (Fixture *fixture, gint64 seq, VigieStoreError code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vigie_store_undo (fixture->store, seq, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_entry (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) entries = NULL;
  const VigieJournalEntry *entry;
  g_autofree char *sentence = NULL;

  put_system (fixture, "IA-1", "Lecture");
  put_system (fixture, "IA-1", "Lecture"); /* which changes nothing, and is no entry */
  put_system (fixture, "IA-1", "Relecture");
  entries = read_log (fixture, (VigieJournalQuery) { 0 });
  g_assert_cmpint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->seq, ==, 2);
  g_assert_cmpint (entry->kind, ==, VIGIE_JOURNAL_EDIT);
  g_assert_cmpstr (entry->author, ==, "claire");
  g_assert_cmpstr (entry->entered_at, ==, "2026-03-01T09:30:00Z");
  g_assert_cmpstr (entry->counts, ==, "system 0 1 0");
  g_assert_cmpint (strlen (entry->hash), ==, 64);
  g_assert_cmpstr (entry->previous, ==, ((VigieJournalEntry *) g_ptr_array_index (entries, 1))->hash);
  sentence = vigie_journal_entry_dup_sentence (entry);
  g_assert_nonnull (strstr (sentence, "IA-1"));
  assert_whole (fixture);
}

static void
test_filters (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const one[] = { "IA-2", NULL };
  static const struct
  {
    const char *name;
    VigieJournalQuery query;
    guint n;
  } rows[] = {
    { "all", { 0 }, 3 },
    { "a record", { .codes = one }, 1 },
    { "words of the sentence", { .words = "ia-2 add" }, 1 },
    { "words, and the author", { .words = "Claire" }, 2 },
    { "words of none", { .words = "ia-2 paul" }, 0 },
    { "before", { .before = 3 }, 2 },
    { "a page", { .before = 3, .limit = 1 }, 1 },
    { "entity", { .entity = &vigie_profession_entity }, 1 },
    { "entity without", { .entity = &vigie_meeting_entity }, 0 },
    { "author", { .author = "paul" }, 1 },
    { "since", { .since = "2026-03-01" }, 3 },
    { "since later", { .since = "2026-03-02" }, 0 },
    { "until", { .until = "2026-03-01" }, 3 },
    { "until earlier", { .until = "2026-02-28" }, 0 },
  };

  put_system (fixture, "IA-1", "Lecture");
  vigie_store_set_hand (fixture->store, "paul", now);
  vigie_test_put (fixture->store, vigie_test_record (&vigie_profession_entity, "code", "IDE", "label_fr", "Infirmier",
                                                     "family", "nursing", NULL));
  vigie_store_set_hand (fixture->store, "claire", now);
  put_system (fixture, "IA-2", "Tri");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) entries = read_log (fixture, rows[i].query);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (entries->len, ==, rows[i].n);
    }
}

static void
test_undo_and_redo (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, 0, VIGIE_STORE_ERROR_NOTHING, "");
  put_system (fixture, "IA-1", "Lecture");
  put_system (fixture, "IA-2", "Tri");
  put_system (fixture, "IA-3", "Dictée");
  g_assert_cmpint (undo (fixture, 0), ==, 3);
  g_assert_cmpint (undo (fixture, 0), ==, 2);
  reopen (fixture, VIGIE_OPEN_EDIT);
  g_assert_cmpint (redo (fixture), ==, 2);
  g_assert_cmpint (undo (fixture, 0), ==, 2);
  put_system (fixture, "IA-4", "Veille"); /* entry 8: what was undone before is not redone after it */
  g_assert_null (vigie_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOTHING);
  g_assert_cmpint (undo (fixture, 0), ==, 8);
  g_assert_cmpint (redo (fixture), ==, 8);
  g_clear_error (&error);
  g_assert_null (vigie_store_redo (fixture->store, NULL, &error));
  g_assert_cmpint (undo (fixture, 0), ==, 8);
  g_assert_cmpint (undo (fixture, 0), ==, 1);
  assert_refused (fixture, 0, VIGIE_STORE_ERROR_NOTHING, "");
  assert_whole (fixture);
}

static gint64
count_found (Fixture *fixture, const char *words)
{
  VigieQuery query = { .entity = &vigie_system_entity, .search = words, .sort_field = -1 };
  gint64 total = -1;
  g_autoptr (GPtrArray) records = vigie_store_list (fixture->store, &query, &total, NULL, NULL);

  return total;
}

static void
test_search_follows (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  put_system (fixture, "IA-1", "Lecture");
  put_system (fixture, "IA-1", "Dictée");
  undo (fixture, 0);
  g_assert_cmpint (count_found (fixture, "lecture"), ==, 1);
  g_assert_cmpint (count_found (fixture, "dictee"), ==, 0);
  undo (fixture, 0);
  g_assert_cmpint (count_found (fixture, "lecture"), ==, 0);
  redo (fixture);
  g_assert_cmpint (count_found (fixture, "lecture"), ==, 1);
  assert_whole (fixture);
}

static void
edit_at_random (Fixture *fixture)
{
  g_autofree char *code = g_strdup_printf ("X-%d", g_test_rand_int_range (0, 8));
  g_autofree char *name = g_strdup_printf ("Nom %d", g_test_rand_int_range (0, 1000));
  g_autofree char *day = g_strdup_printf ("2025-01-%02d", g_test_rand_int_range (1, 29));

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      vigie_test_put (fixture->store,
                      vigie_test_record (&vigie_org_unit_entity, "code", code, "name", name, "kind", "site", NULL));
      break;
    case 1:
      vigie_test_put (fixture->store, vigie_test_record (&vigie_module_entity, "code", code, "label_fr", name, "family",
                                                         "culture", "competency", "fundamentals", NULL));
      break;
    case 2:
      vigie_test_put (fixture->store, vigie_test_record (&vigie_staff_entity, "code", code, NULL));
      vigie_test_put (fixture->store, vigie_test_record (&vigie_module_entity, "code", code, "label_fr", name, "family",
                                                         "culture", "competency", "fundamentals", NULL));
      vigie_test_put (fixture->store, vigie_test_record (&vigie_completion_entity, "staff", code, "module", code,
                                                         "completed_on", day, NULL));
      break;
    default:
      put_system (fixture, code, name);
      break;
    }
}

static void
test_random_edits (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *start = dump (fixture);
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (VigieJournalEntry) next = NULL;
  guint n = 0;

  for (guint i = 0; i < 60; i++)
    edit_at_random (fixture);
  end = dump (fixture);
  while ((next = vigie_store_peek_undo (fixture->store, NULL)) != NULL)
    {
      undo (fixture, 0);
      g_clear_pointer (&next, vigie_journal_entry_free);
      if (++n % 20 == 0)
        reopen (fixture, VIGIE_OPEN_EDIT);
    }
  g_assert_cmpint (n, >, 20);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, start);
  assert_whole (fixture);
  for (; n > 0; n--)
    redo (fixture);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, end);
  assert_whole (fixture);
}

static void
test_conflicts (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put_system (fixture, "IA-1", "Lecture"); /* 1 */
  vigie_store_set_hand (fixture->store, "paul", now);
  put_system (fixture, "IA-1", "Relecture"); /* 2 */
  vigie_test_put (fixture->store, vigie_test_record (&vigie_org_unit_entity, "code", "CHU", "name", "CHU", "kind",
                                                     "site", NULL)); /* 3 */
  vigie_test_put (fixture->store, vigie_test_record (&vigie_deployment_entity, "code", "DEP-1", "system", "IA-1",
                                                     "org_unit", "CHU", NULL)); /* 4 */
  before = dump (fixture);
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_CONFLICT, "2, ");
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_CONFLICT, "paul");
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_CONFLICT, "2026-03-01T09:30:00Z");
  assert_refused (fixture, 3, VIGIE_STORE_ERROR_CONFLICT, "DEP-1");
  assert_refused (fixture, 9, VIGIE_STORE_ERROR_NOTHING, "9");
  put_system (fixture, "IA-1", "Troisième lecture"); /* 5 */
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_CONFLICT, "no. 5, ");
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_CONFLICT, "no. 2, ");
  g_assert_cmpint (undo (fixture, 5), ==, 5);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (undo (fixture, 4), ==, 4);
  g_assert_cmpint (undo (fixture, 2), ==, 2);
  g_assert_cmpint (undo (fixture, 1), ==, 1);
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_NOTHING, "1");
  assert_whole (fixture);
}

static void
test_changed_behind (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  put_system (fixture, "IA-1", "Lecture");
  tamper (fixture, "UPDATE system SET name = 'Autre'");
  assert_refused (fixture, 0, VIGIE_STORE_ERROR_CONFLICT, "");
}

static const char *const tamperings[] = {
  "UPDATE journal SET entered_at = '2020-01-01T00:00:00Z' WHERE seq = 2",
  "UPDATE journal SET author = 'paul' WHERE seq = 2",
  "UPDATE journal SET author = NULL WHERE seq = 2",
  "UPDATE journal SET kind = 'import' WHERE seq = 2",
  "UPDATE journal SET file = 'x.csv' WHERE seq = 2",
  "UPDATE journal SET record = 'IA-9' WHERE seq = 2",
  "UPDATE journal SET counts = 'system 2 0 0' WHERE seq = 2",
  "UPDATE journal SET parts = 2 WHERE seq = 2",
  "UPDATE journal SET previous = hash WHERE seq = 2",
  "UPDATE journal SET hash = previous WHERE seq = 2",
  "UPDATE journal_part SET bytes = (SELECT bytes FROM journal_part WHERE seq = 1) WHERE seq = 2",
  "UPDATE journal_part SET part = 1 WHERE seq = 2",
  "DELETE FROM journal_part WHERE seq = 2",
};

static void
test_tampering (Fixture *fixture, gconstpointer data)
{
  put_system (fixture, "IA-1", "Lecture");
  put_system (fixture, "IA-2", "Tri");
  put_system (fixture, "IA-3", "Dictée");
  tamper (fixture, data);
  assert_found (fixture, "2");
  /* A damaged entry is not applied; what is said of it is a reason and no crash. */
  g_assert_null (vigie_store_undo (fixture->store, 2, NULL, NULL));
}

static void
test_truncation (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *code = g_strdup_printf ("IA-%d", i);

      put_system (fixture, code, "Lecture");
    }
  tamper (fixture, "DELETE FROM journal WHERE seq = 6; DELETE FROM journal_part WHERE seq = 6");
  assert_found (fixture, "6");
  tamper (fixture, "DELETE FROM journal WHERE seq IN (3, 4)");
  assert_found (fixture, "3");
  tamper (fixture, "DELETE FROM journal WHERE seq < 3");
  assert_found (fixture, "1");
  tamper (fixture, "DELETE FROM journal");
  assert_found (fixture, "1");
  put_system (fixture, "IA-9", "Veille"); /* which goes on where the journal was known to end */
  assert_found (fixture, "1");
  g_assert_cmpint (undo (fixture, 0), ==, 7);
  tamper (fixture, "DELETE FROM journal_head");
  assert_found (fixture, "");
}

/* Whole entries, each as it was written, that are not where they were. */
static const struct
{
  const char *name;
  const char *sql;
  const char *first; /* what is said of the first that is not what was written */
} moves[] = {
  { "swapped",
    "UPDATE journal SET seq = -5 + seq WHERE seq IN (2, 3); UPDATE journal SET seq = -seq WHERE seq < 0;"
    "UPDATE journal_part SET seq = -5 + seq WHERE seq IN (2, 3); UPDATE journal_part SET seq = -seq WHERE seq < 0",
    "entry 2 " },
  { "swapped-and-chained",
    "UPDATE journal SET seq = -5 + seq WHERE seq IN (2, 3); UPDATE journal SET seq = -seq WHERE seq < 0;"
    "UPDATE journal_part SET seq = -5 + seq WHERE seq IN (2, 3); UPDATE journal_part SET seq = -seq WHERE seq < 0;"
    "UPDATE journal SET previous = (SELECT hash FROM journal AS j WHERE j.seq = journal.seq - 1) WHERE seq > 1",
    "entry 2 " },
  { "moved-to-the-end",
    "UPDATE journal SET seq = 9 WHERE seq = 2; UPDATE journal_part SET seq = 9 WHERE seq = 2;"
    "UPDATE journal SET seq = seq - 1 WHERE seq > 2; UPDATE journal_part SET seq = seq - 1 WHERE seq > 2;"
    "UPDATE journal SET seq = 4 WHERE seq = 8; UPDATE journal_part SET seq = 4 WHERE seq = 8",
    "entry 2 " },
  { "one-of-another",
    "DELETE FROM journal WHERE seq = 3; DELETE FROM journal_part WHERE seq = 3;"
    "INSERT INTO journal SELECT * FROM other.journal WHERE seq = 3;"
    "INSERT INTO journal_part SELECT * FROM other.journal_part WHERE seq = 3",
    "entry 3 " },
  { "one-more-of-another",
    "INSERT INTO journal SELECT * FROM other.journal WHERE seq = 5;"
    "INSERT INTO journal_part SELECT * FROM other.journal_part WHERE seq = 5;"
    "UPDATE journal_head SET entries = 5, hash = (SELECT hash FROM other.journal WHERE seq = 5)",
    "entry 5 " },
  { "all-but-the-first-of-another",
    "DELETE FROM journal WHERE seq > 1; DELETE FROM journal_part WHERE seq > 1;"
    "INSERT INTO journal SELECT * FROM other.journal WHERE seq > 1;"
    "INSERT INTO journal_part SELECT * FROM other.journal_part WHERE seq > 1;"
    "UPDATE journal_head SET entries = 5, hash = (SELECT hash FROM other.journal WHERE seq = 5)",
    "entry 2 " },
};

/* Another register, of the same hand and the same moment; so its entries differ by what they say alone. */
static char *
dup_other (void)
{
  Fixture other;

  set_up (&other, NULL);
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *code = g_strdup_printf ("AUTRE-%d", i);

      put_system (&other, code, "Autre");
    }
  g_clear_object (&other.store);
  g_free (other.path);
  return other.folder;
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *folder = dup_other ();
  g_autofree char *sql = g_strdup_printf ("ATTACH '%s/test.vigie' AS other; %s", folder, moves[row].sql);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put_system (fixture, "IA-1", "Lecture");
  put_system (fixture, "IA-2", "Tri");
  put_system (fixture, "IA-3", "Dictée");
  put_system (fixture, "IA-4", "Veille");
  before = dump (fixture);
  tamper (fixture, sql);
  assert_found (fixture, moves[row].first);
  /* What such an entry would do to records is not done. */
  g_assert_null (vigie_store_undo (fixture->store, atoi (moves[row].first + strlen ("entry ")), NULL, NULL));
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  vigie_test_remove_folder (folder);
}

static void
test_read_only (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) entries = NULL;

  put_system (fixture, "IA-1", "Lecture");
  reopen (fixture, VIGIE_OPEN_READ);
  assert_refused (fixture, 0, VIGIE_STORE_ERROR_READ_ONLY, "");
  entries = read_log (fixture, (VigieJournalQuery) { 0 });
  g_assert_cmpint (entries->len, ==, 1);
}

static VigieRecord *
next_of_many (gpointer data, GError **error G_GNUC_UNUSED)
{
  int *n = data;
  g_autofree char *code = NULL;

  if (*n == 0)
    return NULL;
  code = g_strdup_printf ("IA-%d", (*n)--);
  return vigie_test_record (&vigie_system_entity, "code", code, "name", "Lecture automatique", NULL);
}

/* More records than are noted at a time: one entry of several parts, undone as a whole, and smaller than what it tells. */
static void
test_bulk (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *start = dump (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  VigieJournalEntry *entry;
  int n = 12000;

  vigie_store_name_source (fixture->store, "systems.csv");
  g_assert_true (vigie_store_put (fixture->store, next_of_many, NULL, &n, VIGIE_PUT_IMPORT, NULL, NULL, &error));
  g_assert_no_error (error);
  entries = read_log (fixture, (VigieJournalQuery) { 0 });
  entry = g_ptr_array_index (entries, 0);
  sentence = vigie_journal_entry_dup_sentence (entry);
  g_assert_cmpint (entry->parts, ==, 3);
  g_assert_cmpint (vigie_journal_entry_count (entry, &vigie_system_entity, 0), ==, 12000);
  g_assert_null (entry->record);
  g_assert_nonnull (strstr (sentence, "systems.csv"));
  g_assert_cmpint (undo (fixture, 0), ==, 1);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, start);
  assert_whole (fixture);
  redo (fixture);
  g_assert_cmpint (count_found (fixture, "lecture"), ==, 12000);
  assert_whole (fixture);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  VigieJournalEntry **entry = data;

  *entry = vigie_store_undo_finish (VIGIE_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  VigieJournalEntry **entry = data;

  *entry = vigie_store_redo_finish (VIGIE_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieJournalEntry) undone = NULL;
  g_autoptr (VigieJournalEntry) redone = NULL;

  put_system (fixture, "IA-1", "Lecture");
  vigie_store_undo_async (fixture->store, 0, NULL, undone_cb, &undone);
  while (undone == NULL)
    g_main_context_iteration (NULL, TRUE);
  vigie_store_redo_async (fixture->store, NULL, redone_cb, &redone);
  while (redone == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (redone->seq, ==, 1);
}

static void
test_founding (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const VigieJournalEntry *entry;

  g_ptr_array_add (records, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL));
  g_assert_true (vigie_store_found (fixture->store, records, &error));
  entries = read_log (fixture, (VigieJournalQuery) { 0 });
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->kind, ==, VIGIE_JOURNAL_FOUNDING);
  g_assert_cmpstr (entry->counts, ==, "system 1 0 0");
  g_assert_cmpint (entry->parts, ==, 0);
  assert_refused (fixture, 0, VIGIE_STORE_ERROR_NOTHING, "");
  assert_refused (fixture, 1, VIGIE_STORE_ERROR_NOTHING, "1");
  assert_whole (fixture);
}

#define ADD(path, func) g_test_add ("/journal/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("entry", test_entry);
  ADD ("filters", test_filters);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("search-follows", test_search_follows);
  ADD ("random-edits", test_random_edits);
  ADD ("conflicts", test_conflicts);
  ADD ("changed-behind", test_changed_behind);
  ADD ("truncation", test_truncation);
  ADD ("read-only", test_read_only);
  ADD ("bulk", test_bulk);
  ADD ("async", test_async);
  ADD ("founding", test_founding);
  for (gsize i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/journal/tampering/%" G_GSIZE_FORMAT, i);

      g_test_add (path, Fixture, tamperings[i], set_up, test_tampering, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/journal/moved/", moves[i].name, NULL);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_moved, tear_down);
    }
  return g_test_run ();
}
