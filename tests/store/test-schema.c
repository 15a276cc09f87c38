// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The migrations and the field tables say the same: looked at with SQLite itself, not with our store.
 */

#include "vigie-test.h"

#include <sqlite3.h>

#include "vigie-entities.h"
#include "vigie-migrations.h"

static sqlite3 *
open_new_register (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.vigie", NULL);
  VigieStore *store = vigie_test_new_store (folder);
  sqlite3 *db = NULL;

  g_assert_finalize_object (store);
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static void
assert_column (sqlite3 *db, const VigieEntity *entity, const VigieField *field)
{
  const char *type = NULL;
  int not_null = -1;
  g_autofree char *column = g_strconcat (field->name, field->type == VIGIE_FIELD_REFERENCE ? "_id" : NULL, NULL);

  g_test_message ("%s.%s", entity->nick, column);
  g_assert_cmpint (sqlite3_table_column_metadata (db, NULL, entity->nick, column, &type, NULL, &not_null, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (not_null, ==, (field->flags & VIGIE_FIELD_REQUIRED) != 0);
  g_assert_cmpstr (type, ==,
                   vigie_field_holds_text (field) && field->type != VIGIE_FIELD_REFERENCE ? "TEXT"
                   : field->type == VIGIE_FIELD_DATE || field->type == VIGIE_FIELD_ENUM   ? "TEXT"
                                                                                          : "INTEGER");
}

static gint64
query_integer (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return value;
}

static void
test_columns (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  sqlite3 *db = open_new_register (folder);

  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    {
      g_autofree char *columns = g_strdup_printf ("SELECT count (*) FROM pragma_table_info ('%s')", (*entity)->nick);
      g_autofree char *strict =
        g_strdup_printf ("SELECT strict FROM pragma_table_list WHERE name = '%s'", (*entity)->nick);

      for (guint i = 0; i < (*entity)->n_fields; i++)
        assert_column (db, *entity, &(*entity)->fields[i]);
      g_assert_cmpint (query_integer (db, columns), ==, (*entity)->n_fields + 1);
      g_assert_cmpint (query_integer (db, strict), ==, 1);
    }
  sqlite3_close (db);
  vigie_test_remove_folder (folder);
}

/* The schema refuses by itself what the field tables refuse: whoever writes, and with whatever. */
static void
test_enumerations (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  sqlite3 *db = open_new_register (folder);

  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    for (guint i = 0; i < (*entity)->n_fields; i++)
      {
        const VigieField *field = &(*entity)->fields[i];
        g_autoptr (GEnumClass) class = NULL;
        g_autoptr (GString) check = g_string_new (NULL);
        g_autofree char *sql = NULL;

        if (field->enum_type == NULL)
          continue;
        class = g_type_class_ref (field->enum_type ());
        g_string_append_printf (check, "(%s IN (", field->name);
        for (guint j = 0; j < class->n_values; j++)
          g_string_append_printf (check, "%s''%s''", j > 0 ? ", " : "", class->values[j].value_nick);
        sql = g_strdup_printf ("SELECT instr (sql, '%s))') FROM sqlite_schema WHERE type = 'table' AND name = '%s'",
                               check->str, (*entity)->nick);
        g_test_message ("%s.%s", (*entity)->nick, field->name);
        g_assert_cmpint (query_integer (db, sql), >, 0);
      }
  sqlite3_close (db);
  vigie_test_remove_folder (folder);
}

static void
test_header (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  sqlite3 *db = open_new_register (folder);

  g_assert_cmpint (query_integer (db, "PRAGMA application_id"), ==, VIGIE_REGISTER_APPLICATION_ID);
  g_assert_cmpint (query_integer (db, "PRAGMA user_version"), ==, VIGIE_SCHEMA_VERSION);
  g_assert_cmpint (query_integer (db, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  sqlite3_close (db);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/columns", test_columns);
  g_test_add_func ("/store/schema/enumerations", test_enumerations);
  g_test_add_func ("/store/schema/header", test_header);
  return g_test_run ();
}
