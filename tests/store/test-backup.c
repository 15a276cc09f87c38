// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Backups: made while the register is written to, kept up to a number, and brought back.
 */

#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <utime.h>

typedef struct
{
  char *folder;
  char *path;
  VigieStore *store;
} Fixture;

static char *
now (void)
{
  return g_strdup ("2026-03-01T09:30:00Z");
}

static char *
far_later (void)
{
  return g_strdup ("2199-03-01T09:30:00Z");
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  fixture->path = g_strdup (vigie_store_get_path (fixture->store));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
put_staff (VigieStore *store, int number)
{
  g_autofree char *code = g_strdup_printf ("%d", number);

  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", code, NULL));
}

/* The only number of @sql on a file, read with SQLite itself. */
static int
query (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  int value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + size / 4, 0xa5, size / 2);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = vigie_backup_list (fixture->path);

  return backups->len;
}

static void
tell_progress (double fraction, gint64 pages, gpointer data)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_cmpint (pages, >, 0);
  *(double *) data = fraction;
}

static void
test_make (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieBackup) backup = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  double fraction = 0;

  g_assert_cmpuint (count_backups (fixture), ==, 0);
  put_staff (fixture->store, 1);
  backup = vigie_store_back_up (fixture->store, tell_progress, &fraction, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (fraction, ==, 1);
  g_assert_true (g_str_has_prefix (backup->path, folder));
  g_assert_cmpint (query (backup->path, "SELECT count (*) FROM staff"), ==, 1);
  backups = vigie_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((VigieBackup *) g_ptr_array_index (backups, 0))->path, ==, backup->path);
  g_assert_cmpstr (((VigieBackup *) g_ptr_array_index (backups, 0))->made_at, ==, backup->made_at);
}

typedef struct
{
  const char *path;
  gint stop; /* atomic */
  gint n;
} Writer;

static gpointer
write_all_the_time (gpointer data)
{
  Writer *writer = data;
  g_autoptr (VigieStore) store = vigie_store_open (writer->path, VIGIE_OPEN_EDIT, NULL, NULL);

  while (g_atomic_int_get (&writer->stop) == 0)
    put_staff (store, ++writer->n);
  return NULL;
}

/* Each backup is whole and holds what was entered up to some moment, without a gap. */
static void
test_during_writes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Writer writer = { .path = fixture->path };
  GThread *thread = g_thread_new ("writer", write_all_the_time, &writer);

  for (int i = 0; i < 8; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VigieBackup) backup = vigie_store_back_up (fixture->store, NULL, NULL, NULL, &error);
      g_autoptr (VigieStore) copy = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_no_error (error);
      copy = vigie_store_open (backup->path, VIGIE_OPEN_READ, NULL, &error);
      g_assert_no_error (error);
      findings = vigie_store_check (copy, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_cmpint (query (backup->path, "SELECT count (*) = ifnull (max (CAST (code AS INTEGER)), 0) FROM staff"),
                       ==, 1);
    }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
  g_assert_cmpint (writer.n, >, 0);
}

static void
test_prune (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *last = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine.vigie", NULL);

  for (int i = 1; i <= VIGIE_BACKUPS_KEPT + 3; i++)
    {
      g_autoptr (VigieBackup) backup = NULL;

      put_staff (fixture->store, i);
      backup = vigie_store_back_up (fixture->store, NULL, NULL, NULL, NULL);
      g_assert_nonnull (backup);
      g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
      g_set_str (&last, backup->path);
    }
  backups = vigie_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, VIGIE_BACKUPS_KEPT);
  g_assert_cmpstr (((VigieBackup *) g_ptr_array_index (backups, 0))->path, ==, last);
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpint (query (((VigieBackup *) g_ptr_array_index (backups, i))->path, "SELECT count (*) FROM staff"), ==,
                     VIGIE_BACKUPS_KEPT + 3 - (int) i);
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_setting_entity, "code", VIGIE_BACKUPS_KEPT_SETTING, "value", "3", NULL));
  vigie_backup_free (vigie_store_back_up (fixture->store, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (count_backups (fixture), ==, 3);
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
}

static void put_import (VigieStore *store, int number);

typedef struct
{
  int number;
  int left;
} Rows;

static VigieRecord *
next_row (gpointer data, GError **error G_GNUC_UNUSED)
{
  Rows *rows = data;
  g_autofree char *code = g_strdup_printf ("%d", rows->number);

  return rows->left-- > 0 ? vigie_test_record (&vigie_staff_entity, "code", code, NULL) : NULL;
}

static void
put_import (VigieStore *store, int number)
{
  g_autoptr (GError) error = NULL;
  Rows rows = { number, 1 };

  vigie_store_put (store, next_row, NULL, &rows, VIGIE_PUT_IMPORT, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Before the first change of a day and before each import; none where nothing was changed since the last one. */
static void
test_by_itself (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieJournalEntry) undone = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  put_staff (fixture->store, 1);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  vigie_store_set_hand (fixture->store, "claire", now);
  put_staff (fixture->store, 2);
  put_staff (fixture->store, 3);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  put_import (fixture->store, 4);
  g_assert_cmpuint (count_backups (fixture), ==, 2);
  put_import (fixture->store, 4);
  g_assert_cmpuint (count_backups (fixture), ==, 3);
  put_import (fixture->store, 5);
  g_assert_cmpuint (count_backups (fixture), ==, 3);
  vigie_store_set_hand (fixture->store, "claire", far_later);
  undone = vigie_store_undo (fixture->store, 0, NULL, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpuint (count_backups (fixture), ==, 4);
  backups = vigie_backup_list (fixture->path);
  g_assert_cmpint (((VigieBackup *) g_ptr_array_index (backups, 3))->reason, ==, VIGIE_BACKUP_DAY);
  g_assert_cmpint (((VigieBackup *) g_ptr_array_index (backups, 2))->reason, ==, VIGIE_BACKUP_IMPORT);
  g_assert_cmpint (query (((VigieBackup *) g_ptr_array_index (backups, 3))->path, "SELECT count (*) FROM staff"), ==,
                   1);
}

static void
test_none_by_itself (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_setting_entity, "code", VIGIE_BACKUPS_KEPT_SETTING, "value", "0", NULL));
  vigie_store_set_hand (fixture->store, "claire", now);
  put_staff (fixture->store, 1);
  put_import (fixture->store, 2);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
}

/* Where today’s cannot be made, the change is; the import is not. */
static void
test_cannot_be_made (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *obstacle = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  Rows rows = { 2, 1 };

  g_assert_true (g_file_set_contents (obstacle, "in the way", -1, NULL));
  vigie_store_set_hand (fixture->store, "claire", now);
  put_staff (fixture->store, 1);
  notice = vigie_store_take_notice (fixture->store);
  g_assert_nonnull (notice);
  g_assert_nonnull (strstr (notice, obstacle));
  g_assert_null (vigie_store_take_notice (fixture->store));
  g_assert_false (vigie_store_put (fixture->store, next_row, NULL, &rows, VIGIE_PUT_IMPORT, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED);
  g_assert_cmpint (query (fixture->path, "SELECT count (*) FROM staff"), ==, 1);
}

/* A register of the first version is kept as it was before it is brought up to date. */
static void
test_migration (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "old.vigie", NULL);
  g_autofree char *script =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "schema", "0001-register.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const VigieBackup *backup;

  g_assert_true (g_file_get_contents (script, &sql, NULL, NULL));
  execute (path, sql);
  for (int time = 0; time < 2; time++)
    {
      g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);

      g_assert_no_error (error);
    }
  backups = vigie_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->reason, ==, VIGIE_BACKUP_MIGRATION);
  g_assert_cmpint (query (backup->path, "PRAGMA user_version"), ==, 1);
  vigie_test_remove_folder (folder);
}

static void
test_restore (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieBackup) backup = NULL;
  g_autoptr (VigieBackup) before = NULL;
  g_autoptr (VigieBackup) last = NULL;

  put_staff (fixture->store, 1);
  backup = vigie_store_back_up (fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  put_staff (fixture->store, 2);
  g_assert_false (vigie_backup_restore (fixture->path, backup->path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_object (&fixture->store);
  g_assert_true (vigie_backup_restore (fixture->path, backup->path, &before, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture->path, "SELECT count (*) FROM staff"), ==, 1);
  g_assert_cmpint (query (before->path, "SELECT count (*) FROM staff"), ==, 2);
  g_assert_true (vigie_backup_restore (fixture->path, before->path, &last, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture->path, "SELECT count (*) FROM staff"), ==, 2);
  fixture->store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  put_staff (fixture->store, 3);
}

/* What is no whole register never takes the place of one. */
static void
test_restore_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieBackup) backup = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  put_staff (fixture->store, 1);
  backup = vigie_store_back_up (fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  damage (backup->path);
  g_assert_true (g_file_set_contents (other, "no register", -1, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_false (vigie_backup_restore (fixture->path, backup->path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (vigie_backup_restore (fixture->path, other, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_A_REGISTER);
  g_clear_error (&error);
  g_assert_false (vigie_backup_restore (fixture->path, fixture->path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
  g_assert_cmpmem (bytes, size, after, size_after);
}

/* The bytes of a damaged register are kept when a backup takes its place; one that was removed comes back. */
static void
test_restore_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieBackup) backup = NULL;
  g_autoptr (VigieBackup) before = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *kept = NULL;
  gsize size, size_kept;

  put_staff (fixture->store, 1);
  backup = vigie_store_back_up (fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  damage (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (vigie_backup_restore (fixture->path, backup->path, &before, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (before->reason, ==, VIGIE_BACKUP_DAMAGED);
  g_assert_true (g_file_get_contents (before->path, &kept, &size_kept, NULL));
  g_assert_cmpmem (bytes, size, kept, size_kept);
  g_assert_cmpint (query (fixture->path, "SELECT count (*) FROM staff"), ==, 1);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (vigie_backup_restore (fixture->path, backup->path, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture->path, "SELECT count (*) FROM staff"), ==, 1);
}

/* What was left by a program that was killed goes with the next backup; what is being written stays. */
static void
test_left_behind (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *old = g_build_filename (folder, "backup.unfinished-AAAAAA", NULL);
  g_autofree char *new = g_build_filename (folder, "backup.unfinished-BBBBBB", NULL);
  struct utimbuf long_ago = { 1000000, 1000000 };

  vigie_backup_free (vigie_store_back_up (fixture->store, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_set_contents (old, "half", -1, NULL));
  g_assert_true (g_file_set_contents (new, "half", -1, NULL));
  g_assert_cmpint (g_utime (old, &long_ago), ==, 0);
  vigie_backup_free (vigie_store_back_up (fixture->store, NULL, NULL, NULL, NULL));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_backups (fixture), ==, 2);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vigie_store_back_up (fixture->store, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
}

/* A form is a change like any other: the first of a day is preceded by a backup. */
static void
test_form (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRecord) system = vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL);
  g_autoptr (GError) error = NULL;

  vigie_store_set_hand (fixture->store, "claire", now);
  g_assert_true (vigie_store_edit_record (fixture->store, system, VIGIE_RECORD_ADD, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  g_assert_true (vigie_store_edit_record (fixture->store, system, VIGIE_RECORD_DELETE, &error));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "make", test_make },
    { "during-writes", test_during_writes },
    { "prune", test_prune },
    { "by-itself", test_by_itself },
    { "form", test_form },
    { "none-by-itself", test_none_by_itself },
    { "cannot-be-made", test_cannot_be_made },
    { "restore", test_restore },
    { "restore-refused", test_restore_refused },
    { "restore-damaged", test_restore_damaged },
    { "left-behind", test_left_behind },
    { "cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/store/backup/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  g_test_add_func ("/store/backup/migration", test_migration);
  return g_test_run ();
}
