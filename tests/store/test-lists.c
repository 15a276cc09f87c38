// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Lists: narrowed, grouped, with names for codes, not kept waiting; and several records changed at once.
 */

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-groups.h"
#include "vigie-list.h"
#include "vigie-store-private.h"
#include "vigie-store-records.h"
#include "vigie-test.h"
#include "vigie-values.h"

#include <string.h>

typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static void
put (Fixture *fixture, const char *code, const char *title, const char *owner, const char *status, const char *due_on)
{
  vigie_test_put (fixture->store, vigie_test_record (&vigie_action_entity, "code", code, "title", title, "kind",
                                                     "organise", "opened_on", "2026-01-01", "owner", owner, "status",
                                                     status, "due_on", due_on, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_org_unit_entity, "code", "G", "name", "Groupe", "kind", "ght", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_org_unit_entity, "code", "S", "name", "Site du Sud", "kind",
                                                     "site", "parent", "G", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_org_unit_entity, "code", "N", "name", "Site du Nord",
                                                     "kind", "site", "parent", "G", NULL));
  put (fixture, "A1", "Écrire la charte", "DSI", "doing", "2026-03-01");
  put (fixture, "A2", "Former le bloc", "dsi", "todo", "2026-04-01");
  put (fixture, "A3", "Éprouver", "Qualité", "todo", "2026-05-01");
  put (fixture, "A4", "Suivre", NULL, "done", "2026-02-01");
  put (fixture, "A5", "Relire la charte", "DSI", "todo", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The codes that a query gives, in its order. */
static char *
dup_codes (Fixture *fixture, const VigieQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) codes = g_string_new (NULL);
  gint64 total = -1;
  g_autoptr (GPtrArray) records = vigie_store_list (fixture->store, query, &total, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (records->len, ==, total);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", vigie_record_get_text (g_ptr_array_index (records, i), 0));
  return g_string_free_and_steal (g_steal_pointer (&codes));
}

static GPtrArray *
parse_filters (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  GPtrArray *filters = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_filter_free);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;
      VigieFilter *filter = vigie_filter_parse (&vigie_action_entity, parts[i], &error);
      g_autofree char *back = NULL;

      g_assert_no_error (error);
      back = vigie_filter_dup_text (filter, &vigie_action_entity);
      g_assert_cmpstr (back, ==, parts[i]);
      g_ptr_array_add (filters, filter);
    }
  return filters;
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *filters;
    const char *search;
    const char *codes;
  } rows[] = {
    { "", NULL, "A1 A2 A3 A4 A5" },
    { "status=todo", NULL, "A2 A3 A5" },
    { "status=todo status=done", NULL, "A2 A3 A4 A5" },
    { "status=todo owner=DSI", NULL, "A5" },
    { "due_on=2026-03-01..2026-04-01", NULL, "A1 A2" },
    { "due_on=..2026-03-01", NULL, "A1 A4" },
    { "due_on=2026-04-01..", NULL, "A2 A3" },
    { "due_on=", NULL, "A5" },
    { "due_on=..", NULL, "A1 A2 A3 A4" },
    { "owner=", NULL, "A4" },
    { "status=doing status=todo due_on=", NULL, "A5" },
    { "", "charte", "A1 A5" },
    { "", "ecr", "A1" },
    { "", "EPROUV", "A3" },
    { "status=todo", "charte rel", "A5" },
    { "status=doing", "former", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) filters = parse_filters (rows[i].filters);
      VigieQuery query = {
        .entity = &vigie_action_entity, .filters = filters, .search = rows[i].search, .sort_field = -1
      };
      g_autofree char *codes = dup_codes (fixture, &query);

      if (g_strcmp0 (codes, rows[i].codes) != 0)
        g_error ("%s, %s: %s", rows[i].filters, rows[i].search, codes);
    }
}

static void
test_filter_words (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } rows[] = {
    { "status=todo", "Status: To do" },
    { "owner=", "Owner (function): not measured" },
    { "due_on=..2026-03-01", "Due on: up to 1 Mar 2026" },
    { "due_on=2026-03-01..", "Due on: from 1 Mar 2026" },
    { "due_on=2026-03-01..2026-03-02", "Due on: 1 Mar 2026 to 2 Mar 2026" },
  };
  static const char *const wrong[] = { "status", "status=cooked", "nothing=1", "due_on=soon",
                                       "due_on=2026-01-01..soon" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VigieFilter) filter = vigie_filter_parse (&vigie_action_entity, rows[i].text, NULL);
      g_autofree char *shown = vigie_filter_display (filter, &vigie_action_entity, NULL);
      g_auto (GStrv) plain = g_strsplit (shown, "\u00a0", -1);
      g_autofree char *joined = g_strjoinv (" ", plain);

      g_assert_cmpstr (joined, ==, rows[i].shown);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vigie_filter_parse (&vigie_action_entity, wrong[i], &error));
      g_assert_nonnull (error);
    }
}

static char *
dup_groups (Fixture *fixture, const VigieQuery *query, guint field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = vigie_store_list_groups (fixture->store, query, field, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      const VigieGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (text, "%s=%s %d, ", group->value, group->title, (int) group->n_records);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Who works where as of a day; what has no words of its own is found by those of what it names. */
static void
test_staff (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieQuery staff = { .list = &vigie_staff_list,
                       .entity = &vigie_staff_list.entity,
                       .sort_field = VIGIE_STAFF_LIST_CODE };
  VigieQuery taken = { .entity = &vigie_completion_entity, .sort_field = -1 };
  static const char *const searches[][2] = { { "E1", "E1" }, { "charte", "E1 E2" }, { "E2 charte", "" }, { "E3", "" } };
  static const struct
  {
    const char *as_of;
    const char *site;
  } days[] = { { "2025-06-01", NULL }, { "2026-01-01", "Site du Nord" }, { "2026-06-01", "Site du Sud" } };
  /* By how it begins, whatever the capitals; and by any part of it where none begins so. */
  static const struct
  {
    const char *search;
    guint n;
  } references[] = { { "E", 2 }, { " e1", 1 }, { "2", 1 }, { "E12", 0 }, { "e%", 0 }, { "ide", 0 } };
  g_autoptr (GPtrArray) backwards = NULL;
  g_autofree char *last = NULL;

  vigie_test_put (fixture->store, vigie_test_record (&vigie_profession_entity, "code", "ide", "label_fr", "Infirmier",
                                                     "label_en", "Nurse", "family", "nursing", NULL));
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_module_entity, "code", "M", "label_fr", "La charte", "label_en",
                                     "The charter", "family", "culture", "competency", "fundamentals", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_job_entity, "staff", "E1", "starts_on", "2025-09-01",
                                                     "org_unit", "N", "profession", "ide", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_job_entity, "staff", "E1", "starts_on", "2026-03-01",
                                                     "org_unit", "S", "profession", "ide", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_job_entity, "staff", "E2", "starts_on", "2026-03-01",
                                                     "org_unit", "S", "profession", "ide", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_completion_entity, "staff", "E1", "module", "M",
                                                     "completed_on", "2026-04-01", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_completion_entity, "staff", "E2", "module", "M",
                                                     "completed_on", "2026-04-02", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      staff.as_of = vigie_date_parse_iso (days[i].as_of);
      records = vigie_store_list (fixture->store, &staff, NULL, NULL, NULL);
      g_assert_cmpuint (records->len, ==, 2);
      g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (records, 0), VIGIE_STAFF_LIST_CODE), ==, "E1");
      g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (records, 0), VIGIE_STAFF_LIST_SITE), ==, days[i].site);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *codes = NULL;

      taken.search = searches[i][0];
      codes = dup_codes (fixture, &taken);
      g_assert_cmpstr (codes, ==, searches[i][1]);
    }
  staff.as_of = vigie_date_parse_iso ("2026-06-01");
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      gint64 total = 0;
      g_autoptr (GPtrArray) records = NULL;

      staff.search = references[i].search;
      records = vigie_store_list (fixture->store, &staff, &total, NULL, NULL);
      g_assert_cmpuint (records->len, ==, references[i].n);
      g_assert_cmpint (total, ==, references[i].n);
    }
  staff.search = NULL;
  /* Backwards: the last first, of those that were entered and of those that have a code. */
  taken.search = NULL;
  taken.descending = staff.descending = TRUE;
  last = dup_codes (fixture, &taken);
  g_assert_cmpstr (last, ==, "E2 E1");
  backwards = vigie_store_list (fixture->store, &staff, NULL, NULL, NULL);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (backwards, 0), VIGIE_STAFF_LIST_CODE), ==, "E2");
}

/* Groups come in the order in which their records do, also where only capitals part them. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  VigieQuery query = { .entity = &vigie_action_entity, .sort_field = VIGIE_ACTION_TITLE, .grouped = TRUE };
  g_autofree char *by_status = dup_groups (fixture, &query, VIGIE_ACTION_STATUS);
  g_autofree char *by_owner = dup_groups (fixture, &query, VIGIE_ACTION_OWNER);
  g_autofree char *codes = NULL;

  g_assert_cmpstr (by_status, ==, "todo=To do 3, doing=In progress 1, done=Done 1, ");
  g_assert_cmpstr (by_owner, ==, "DSI=DSI 2, dsi=dsi 1, Qualité=Qualité 1, (null)=\u2014 1, ");
  query.group_field = VIGIE_ACTION_OWNER;
  codes = dup_codes (fixture, &query);
  g_assert_cmpstr (codes, ==, "A1 A5 A2 A3 A4");
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  VigieQuery query = {
    .entity = &vigie_org_unit_entity, .sort_field = VIGIE_ORG_UNIT_PARENT, .titles = TRUE, .search = "sud"
  };
  g_autoptr (GPtrArray) records = vigie_store_list (fixture->store, &query, NULL, NULL, NULL);
  VigieRecord *record = g_ptr_array_index (records, 0);
  g_autofree char *shown = vigie_record_display (record, VIGIE_ORG_UNIT_PARENT);
  g_autofree char *groups = NULL;

  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (shown, ==, "Groupe");
  g_assert_cmpstr (vigie_record_get_text (record, VIGIE_ORG_UNIT_PARENT), ==, "G");
  query.search = NULL;
  groups = dup_groups (fixture, &query, VIGIE_ORG_UNIT_PARENT);
  g_assert_cmpstr (groups, ==, "G=Groupe 2, (null)=\u2014 1, ");
}

static void
test_site (Fixture *fixture, gconstpointer data)
{
  VigieQuery query = { .entity = &vigie_org_unit_entity, .sort_field = -1, .site = "G" };
  g_autofree char *all = dup_codes (fixture, &query);
  g_autofree char *one = NULL;

  g_assert_cmpstr (all, ==, "G S N");
  query.site = "S";
  one = dup_codes (fixture, &query);
  g_assert_cmpstr (one, ==, "S");
  g_assert_true (vigie_query_has_sites (&vigie_completion_entity));
  g_assert_true (vigie_query_has_sites (&vigie_system_entity));
  g_assert_true (vigie_query_has_sites (&vigie_stage_event_entity));
  g_assert_false (vigie_query_has_sites (&vigie_module_entity));
}

static GPtrArray *
keys (const char *first, ...)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  va_list codes;

  va_start (codes, first);
  for (const char *code = first; code != NULL; code = va_arg (codes, const char *))
    g_ptr_array_add (array, vigie_test_record (&vigie_action_entity, "code", code, NULL));
  va_end (codes);
  return array;
}

static gint64
count_log (Fixture *fixture)
{
  VigieJournalQuery query = { 0 };
  g_autoptr (GPtrArray) log = vigie_store_log (fixture->store, &query, NULL, NULL);

  return log->len;
}

/* Several at once are one entry and one undo. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) three = keys ("A1", "A2", "A3", NULL);
  g_autoptr (GPtrArray) two = keys ("A4", "A5", NULL);
  g_autoptr (GPtrArray) wrong = keys ("A1", "A9", NULL);
  VigieQuery query = { .entity = &vigie_action_entity, .sort_field = -1 };
  g_autoptr (GPtrArray) qualite = parse_filters ("owner=DRH");
  g_autoptr (VigieJournalEntry) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = count_log (fixture);
  g_autofree char *changed = NULL;
  g_autofree char *left = NULL;
  g_autofree char *back = NULL;
  g_autofree char *blank = NULL;

  vigie_store_set_field (fixture->store, three, VIGIE_ACTION_OWNER, "DRH", &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_log (fixture), ==, before + 1);
  query.filters = qualite;
  changed = dup_codes (fixture, &query);
  g_assert_cmpstr (changed, ==, "A1 A2 A3");
  query.filters = NULL;
  vigie_store_delete_records (fixture->store, two, &error);
  g_assert_no_error (error);
  left = dup_codes (fixture, &query);
  g_assert_cmpstr (left, ==, "A1 A2 A3");
  undone = vigie_store_undo (fixture->store, 0, NULL, &error);
  g_assert_no_error (error);
  back = dup_codes (fixture, &query);
  g_assert_cmpstr (back, ==, "A1 A2 A3 A4 A5");
  /* All or none. */
  g_assert_false (vigie_store_delete_records (fixture->store, wrong, &error));
  g_assert_nonnull (strstr (error->message, "A9"));
  g_clear_error (&error);
  g_assert_false (vigie_store_set_field (fixture->store, three, VIGIE_ACTION_TITLE, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  query.search = "charte";
  blank = dup_codes (fixture, &query);
  g_assert_cmpstr (blank, ==, "A1 A5");
}

/* What stands in a field is proposed by the beginnings of words, whatever their accents; what is said most first. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint field;
    const char *words;
    guint limit;
    const char *values;
  } rows[] = {
    { VIGIE_ACTION_OWNER, "ds", 9, "DSI dsi" },      { VIGIE_ACTION_OWNER, "ds", 1, "DSI" },
    { VIGIE_ACTION_OWNER, "qualite", 9, "Qualité" }, { VIGIE_ACTION_OWNER, "Qualité", 9, "" },
    { VIGIE_ACTION_TITLE, "epr", 9, "Éprouver" },    { VIGIE_ACTION_TITLE, "prouver", 9, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) values = vigie_store_list_values (fixture->store, &vigie_action_entity, rows[i].field,
                                                       rows[i].words, rows[i].limit, &error);
      g_autofree char *joined = values != NULL ? g_strjoinv (" ", values) : NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (joined, ==, rows[i].values);
    }
  g_assert_false (vigie_values_are_listed (&vigie_action_entity, VIGIE_ACTION_CODE));
  g_assert_false (vigie_values_are_listed (&vigie_completion_entity, VIGIE_COMPLETION_STAFF));
}

#define PATIENCE_S 20

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean begun;
  gboolean answered;
} Reading;

/* Reads until somebody else was answered. */
static gpointer
read_long (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  Reading *reading = data;
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  gboolean answered;

  if (!vigie_connection_execute (vigie_register_get_connection (reg), "BEGIN DEFERRED", error))
    return NULL;
  g_mutex_lock (&reading->mutex);
  reading->begun = TRUE;
  g_cond_signal (&reading->cond);
  while (!reading->answered && g_cond_wait_until (&reading->cond, &reading->mutex, end))
    ;
  answered = reading->answered;
  g_mutex_unlock (&reading->mutex);
  vigie_connection_rollback (vigie_register_get_connection (reg));
  return GINT_TO_POINTER (answered);
}

static void
wait_for_begin (Reading *reading)
{
  g_mutex_lock (&reading->mutex);
  while (!reading->begun)
    g_cond_wait (&reading->cond, &reading->mutex);
  g_mutex_unlock (&reading->mutex);
}

static void
tell_answered (Reading *reading)
{
  g_mutex_lock (&reading->mutex);
  reading->answered = TRUE;
  g_cond_signal (&reading->cond);
  g_mutex_unlock (&reading->mutex);
}

/* A page of a list does not wait until all of a large register was read; and who read it is gone by then. */
static void
test_brief (Fixture *fixture, gconstpointer data)
{
  VigieQuery query = { .entity = &vigie_action_entity, .limit = 2, .sort_field = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (fixture->store, NULL, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  Reading reading = { 0 };
  gint64 total;

  vigie_work_set_large (0);
  vigie_store_run_task (fixture->store, VIGIE_WORK_LONG, read_long, &reading, NULL, NULL, g_object_ref (task));
  wait_for_begin (&reading);
  rows = vigie_store_list (fixture->store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rows->len, ==, 2);
  g_assert_cmpint (total, ==, 5);
  tell_answered (&reading);
  while (!g_task_get_completed (task))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (GPOINTER_TO_INT (g_task_propagate_pointer (task, &error)));
  g_assert_no_error (error);
  put (fixture, "A6", "Mesurer", "DSI", "todo", NULL);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = vigie_store_list (fixture->store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total, ==, 6);
}

int
main (int argc, char **argv)
{
  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/lists/values", test_values);
  ADD ("/lists/filters", test_filters);
  g_test_add_func ("/lists/filter-words", test_filter_words);
  ADD ("/lists/staff", test_staff);
  ADD ("/lists/groups", test_groups);
  ADD ("/lists/titles", test_titles);
  ADD ("/lists/site", test_site);
  ADD ("/lists/several", test_several);
  ADD ("/lists/brief", test_brief);
  return g_test_run ();
}
