// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal-fixture.h"

#include "vigie-entities.h"

#include <sqlite3.h>
#include <string.h>

char *
now (void)
{
  return g_strdup ("2026-03-01T09:30:00Z");
}

void
open_store (Fixture *fixture, VigieOpenMode mode)
{
  g_autoptr (GError) error = NULL;

  fixture->store = vigie_store_open (fixture->path, mode, NULL, &error);
  g_assert_no_error (error);
  vigie_store_set_hand (fixture->store, "claire", now);
}

void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  fixture->path = g_strdup (vigie_store_get_path (fixture->store));
  vigie_store_set_hand (fixture->store, "claire", now);
}

void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
reopen (Fixture *fixture, VigieOpenMode mode)
{
  g_clear_object (&fixture->store);
  open_store (fixture, mode);
}

void
put_system (Fixture *fixture, const char *code, const char *name)
{
  vigie_test_put (fixture->store, vigie_test_record (&vigie_system_entity, "code", code, "name", name, NULL));
}

/* Every row of every table of records, in the order of tables and ids. */
char *
dump (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", (*entity)->nick);
      sqlite3_stmt *rows = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        {
          g_string_append (text, (*entity)->nick);
          for (int i = 0; i < sqlite3_column_count (rows); i++)
            g_string_append_printf (text, "|%s", (const char *) sqlite3_column_text (rows, i));
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (rows);
    }
  sqlite3_close (db);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Changes the file behind Vigie's back. */
void
tamper (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  open_store (fixture, VIGIE_OPEN_EDIT);
}

GPtrArray *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = vigie_store_check (fixture->store, NULL, &error);

  g_assert_no_error (error);
  return findings;
}

void
assert_whole (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = check (fixture);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((VigieFinding *) g_ptr_array_index (findings, i))->message);
  g_assert_cmpint (findings->len, ==, 0);
}

void
assert_found (Fixture *fixture, const char *part)
{
  g_autoptr (GPtrArray) findings = check (fixture);

  g_assert_cmpint (findings->len, ==, 1);
  g_test_message ("%s", ((VigieFinding *) g_ptr_array_index (findings, 0))->message);
  g_assert_nonnull (strstr (((VigieFinding *) g_ptr_array_index (findings, 0))->message, part));
}
