// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What is told after a change is what a program would tell that has just been started: of changes by chance to registers
 * by chance, of past days and days to come, of the whole, of a site and of a profession, each answer is compared to
 * that of the same file opened anew, with what was kept of its answers and without.
 */

#include "vigie-chance.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-facts-rows.h"
#include "vigie-figure-write.h"
#include "vigie-format.h"

#define CHANGES 120

static const char *const days[] = { "2026-11-23", "2024-02-29", "2028-02-29", "2025-11-24" };
static const char *const entered[] = { "2024-01-15", "2025-12-01", "2026-11-23", "2026-12-24" };

typedef struct
{
  VigieStore *store;
  VigieChance *chance;

} Fixture;

static void
change_at_random (Fixture *fixture)
{
  VigieChance *chance = fixture->chance;
  int n = g_rand_int_range (chance->rand, 1, 4);

  for (int i = 0; i < n; i++)
    {
      const VigieEntity *entity = vigie_entities ()[g_rand_int_range (chance->rand, 0, VIGIE_N_ENTITIES)];
      gboolean anew = chance->known->len == 0 || g_rand_int_range (chance->rand, 0, 3) == 0;

      if (anew && !g_str_equal (entity->nick, "setting"))
        vigie_chance_add (chance, entity);
      else if (chance->known->len > 0)
        vigie_chance_change (
          chance, g_ptr_array_index (chance->known, g_rand_int_range (chance->rand, 0, (gint32) chance->known->len)));
    }
  vigie_chance_put (chance, fixture->store);
}

/* A record that others name stays, which is as good: what is told must not change then. */
static void
delete_at_random (Fixture *fixture)
{
  GPtrArray *known = fixture->chance->known;
  VigieRecord *record =
    known->len > 0 ? g_ptr_array_index (known, g_rand_int_range (fixture->chance->rand, 0, (gint32) known->len)) : NULL;

  if (record != NULL && !g_str_equal (vigie_record_get_entity (record)->nick, "setting"))
    vigie_store_edit_record (fixture->store, record, VIGIE_RECORD_DELETE, NULL);
}

static void
do_something (Fixture *fixture)
{
  GRand *rand = fixture->chance->rand;
  VigieJournalEntry *entry = NULL;

  vigie_store_set_day (fixture->store,
                       vigie_date_parse_iso (entered[g_rand_int_range (rand, 0, G_N_ELEMENTS (entered))]));
  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      entry = vigie_store_undo (fixture->store, 0, NULL, NULL);
      break;
    case 1:
      entry = vigie_store_redo (fixture->store, NULL, NULL);
      break;
    case 2:
    case 3:
      delete_at_random (fixture);
      break;
    default:
      change_at_random (fixture);
    }
  g_clear_pointer (&entry, vigie_journal_entry_free);
}

static VigieScope *
pick_scope (Fixture *fixture)
{
  GRand *rand = fixture->chance->rand;
  VigieDate day = vigie_date_parse_iso (days[g_rand_int_range (rand, 0, G_N_ELEMENTS (days))]);
  gboolean part = g_rand_int_range (rand, 0, 3) == 0, of_profession = g_rand_int_range (rand, 0, 6) == 0;

  return vigie_scope_new (day, part ? vigie_chance_pick_key (fixture->chance, &vigie_org_unit_entity) : NULL,
                          of_profession ? vigie_chance_pick_key (fixture->chance, &vigie_profession_entity) : NULL);
}

static void
append_item (GString *text, const VigieAgendaItem *item)
{
  g_string_append_printf (text, "%s|%d|%d|%s|%s|%s|%d|%" G_GINT64_FORMAT "\n", item->id, item->urgency, item->judgement,
                          item->title, item->reason, item->suggestion, item->due_on, item->people);
  for (guint i = 0; item->rows != NULL && i < item->rows->len; i++)
    append_item (text, g_ptr_array_index (item->rows, i));
}

/* All that is told, in words. */
static char *
tell (VigieOverview *overview)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = vigie_overview_list_changes (overview);

  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (overview, i);

      g_string_append_printf (text, "%s|%s|%s|%s\n", headline->id, headline->value_text, headline->detail,
                              headline->change_text);
    }
  for (guint i = 0; i < vigie_overview_get_n_agenda (overview); i++)
    append_item (text, vigie_overview_get_agenda_item (overview, i));
  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (text, "%s\n", ((VigieChange *) g_ptr_array_index (changes, i))->text);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, overview);
      g_autoptr (GBytes) json = vigie_figure_write_json (figure);

      g_string_append_len (text, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
    }
  return g_string_free_and_steal (text);
}

static char *
ask (VigieStore *store, VigieScope *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);

  /* A unit or a profession may be gone. */
  return overview != NULL ? tell (overview) : g_strdup (error->message);
}

static char *
ask_anew (Fixture *fixture, VigieScope *scope, gint64 least_size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) anew = vigie_store_open (vigie_store_get_path (fixture->store), VIGIE_OPEN_READ, NULL, &error);
  char *told;

  g_assert_no_error (error);
  vigie_facts_rows_set_least_size (least_size);
  told = ask (anew, scope);
  g_assert_finalize_object (g_steal_pointer (&anew));
  return told;
}

static void
compare_texts (const char *told, const char *expected)
{
  if (!g_str_equal (told, expected))
    {
      g_auto (GStrv) a = g_strsplit (told, "\n", -1);
      g_auto (GStrv) b = g_strsplit (expected, "\n", -1);

      for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
        g_assert_cmpstr (a[i], ==, b[i]);
    }
  g_assert_cmpstr (told, ==, expected);
}

static void
compare (Fixture *fixture, VigieScope *scope)
{
  g_autofree char *told = ask (fixture->store, scope);
  g_autofree char *expected = ask_anew (fixture, scope, G_MAXINT64);
  g_autofree char *kept = NULL;

  compare_texts (told, expected);
  /* Of all that changed since they were last looked at, answers that were kept know. */
  if (g_rand_int_range (fixture->chance->rand, 0, 3) > 0)
    return;
  kept = ask_anew (fixture, scope, 0);
  compare_texts (kept, expected);
}

static void
test_changes (gconstpointer data)
{
  guint32 seed = (guint32) g_ascii_strtoull (data, NULL, 10);
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieChance) chance = vigie_chance_new (seed);
  Fixture fixture = { vigie_test_new_store (folder), chance };
  g_autoptr (VigieScope) scope = NULL;

  vigie_store_set_day (fixture.store, vigie_date_parse_iso (entered[0]));
  vigie_chance_add_register (chance);
  g_assert_true (vigie_chance_put (chance, fixture.store));
  for (int i = 0; i < CHANGES; i++)
    {
      /* The same is asked several times, so that there is something to have from before. */
      if (i % 5 == 0)
        {
          g_clear_pointer (&scope, vigie_scope_unref);
          scope = pick_scope (&fixture);
        }
      g_test_message ("change %d", i);
      compare (&fixture, scope);
      do_something (&fixture);
    }
  g_assert_finalize_object (fixture.store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *cache = vigie_test_dup_folder ();
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  path = g_strconcat ("/renewed/", argv[1], NULL);
  g_test_add_data_func (path, argv[1], test_changes);
  result = g_test_run ();
  vigie_test_remove_folder (cache);
  return result;
}
