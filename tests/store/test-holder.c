// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Who is changing a register is said to whoever waits for it, and one on a network share is changed by one at a time.
 */

#include "vigie-test.h"

#include "vigie-connection.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-holder.h"
#include "vigie-share.h"
#include "vigie-sqlite-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Where the header of a file says how it is written: 1 with a journal, 2 with a log. */
#define WRITE_VERSION 18

typedef struct
{
  char *folder;
  char *path;
  char *lock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.vigie", NULL);
  fixture->lock = g_strconcat (fixture->path, ".lock", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_unsetenv ("VIGIE_NETWORK_SHARE");
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->lock);
}

static VigieStore *
open_store (Fixture *fixture, VigieOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  VigieStore *store = vigie_store_open (fixture->path, mode, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static int
read_write_version (Fixture *fixture)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
  return bytes[WRITE_VERSION];
}

static void
assert_says_who (const char *message)
{
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());

  g_assert_nonnull (strstr (message, g_get_user_name ()));
  g_assert_nonnull (strstr (message, g_get_host_name ()));
  g_assert_nonnull (strstr (message, process));
}

static void
assert_exists (const char *path, gboolean exists)
{
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, exists);
}

#define MANY_STAFF \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)" \
  " INSERT INTO staff (code) SELECT 'P' || i FROM n"

/* While another writes, and goes on to, who it is; it can be read, and changed afterwards. */
static void
test_waiting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = open_store (fixture, VIGIE_OPEN_CREATE);
  g_autoptr (VigieConnection) other = vigie_connection_open (fixture->path, VIGIE_OPEN_EDIT, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VigieStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, vigie_test_record (&vigie_staff_entity, "code", "1", NULL));
  assert_exists (fixture->lock, FALSE);
  g_assert_true (vigie_connection_begin (other, NULL));
  assert_exists (fixture->lock, FALSE);
  g_assert_true (vigie_connection_execute (other, MANY_STAFF, NULL));
  assert_exists (fixture->lock, TRUE);
  g_assert_false (vigie_store_put_records (store, records, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY);
  assert_says_who (error->message);
  g_clear_error (&error);
  reader = open_store (fixture, VIGIE_OPEN_READ);
  g_assert_nonnull (reader);
  g_assert_true (vigie_connection_commit (other, NULL));
  assert_exists (fixture->lock, FALSE);
  g_assert_true (vigie_store_put_records (store, records, NULL, &error));
  g_assert_no_error (error);
  assert_exists (fixture->lock, FALSE);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What it has to say is said before this returns. */
static void
look (VigieStore *store)
{
  vigie_store_look_elsewhere (store);
  g_free (vigie_store_get_setting (store, "organisation", NULL, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* One who reads a register hears of what another writes, and only of that. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = open_store (fixture, VIGIE_OPEN_CREATE);
  g_autoptr (VigieStore) reader = open_store (fixture, VIGIE_OPEN_READ);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_here = 0, n_there = 0;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, vigie_test_record (&vigie_staff_entity, "code", "1", NULL));
  g_signal_connect_swapped (store, "changed", G_CALLBACK (count_cb), &n_here);
  g_signal_connect_swapped (reader, "changed", G_CALLBACK (count_cb), &n_there);
  look (store);
  look (reader);
  look (reader);
  g_assert_cmpuint (n_there, ==, 0);
  g_assert_true (vigie_store_put_records (store, records, NULL, &error));
  g_assert_no_error (error);
  look (store);
  look (reader);
  g_assert_cmpuint (n_here, ==, 1);
  g_assert_cmpuint (n_there, ==, 1);
  look (reader);
  g_assert_cmpuint (n_there, ==, 1);
}

#define COUNT_STAFF "SELECT count (*) FROM staff"

/* What is written where it stays nobody reads before it is whole, and it is said why. Who reads while it ends does not
 * keep the log away for longer than that. */
static void
test_in_place (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = open_store (fixture, VIGIE_OPEN_CREATE);
  g_autoptr (VigieConnection) writer = NULL;
  g_autoptr (VigieConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&store));
  writer = vigie_connection_open (fixture->path, VIGIE_OPEN_EDIT, NULL);
  g_assert_true (vigie_connection_begin_in_place (writer));
  g_assert_true (vigie_connection_begin (writer, NULL));
  /* So small a memory that some of it is in the file before the end. */
  g_assert_true (vigie_connection_execute (writer, "PRAGMA cache_size = 10", NULL));
  g_assert_true (vigie_connection_execute (writer, MANY_STAFF, NULL));
  reader = vigie_connection_open (fixture->path, VIGIE_OPEN_READ, NULL);
  sqlite3_busy_timeout (vigie_connection_get_database (reader), 0);
  g_assert_cmpint (vigie_connection_query_integer (reader, COUNT_STAFF, -1, &error), ==, -1);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY);
  assert_says_who (error->message);
  g_assert_nonnull (strstr (error->message, "cannot be read meanwhile"));
  g_clear_error (&error);
  g_assert_true (vigie_connection_commit (writer, NULL));
  g_assert_true (vigie_connection_execute (reader, "BEGIN", NULL));
  g_assert_cmpint (vigie_connection_query_integer (reader, COUNT_STAFF, -1, &error), ==, 5000);
  vigie_connection_end_in_place (writer);
  g_assert_cmpint (read_write_version (fixture), ==, 1);
  vigie_connection_rollback (reader);
  g_assert_true (vigie_connection_begin (writer, NULL));
  g_assert_cmpint (read_write_version (fixture), ==, 2);
  vigie_connection_rollback (writer);
}

/* What a program left that was killed says nothing any more. */
static void
test_left_behind (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store;

  g_setenv ("VIGIE_NETWORK_SHARE", "1", TRUE);
  g_assert_true (g_file_set_contents (fixture->lock, "somebody\nelsewhere\n1\n", -1, NULL));
  store = open_store (fixture, VIGIE_OPEN_CREATE);
  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", "1", NULL));
  g_assert_finalize_object (store);
  assert_exists (fixture->lock, FALSE);
}

/* One changes it, others read it, and no log is left beside it. */
static void
test_share (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store, *reader;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_setenv ("VIGIE_NETWORK_SHARE", "1", TRUE);
  store = open_store (fixture, VIGIE_OPEN_CREATE);
  notice = vigie_store_take_notice (store);
  g_assert_nonnull (notice);
  g_assert_nonnull (strstr (notice, "network share"));
  assert_exists (fixture->lock, TRUE);
  g_assert_null (vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY);
  assert_says_who (error->message);
  reader = open_store (fixture, VIGIE_OPEN_READ);
  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", "1", NULL));
  assert_exists (log, FALSE);
  g_assert_cmpint (read_write_version (fixture), ==, 1);
  g_assert_finalize_object (reader);
  g_assert_finalize_object (store);
  assert_exists (fixture->lock, FALSE);
  g_assert_finalize_object (open_store (fixture, VIGIE_OPEN_EDIT));
}

/* A register that moves to a share and back. */
static void
test_moved (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (open_store (fixture, VIGIE_OPEN_CREATE));
  g_assert_cmpint (read_write_version (fixture), ==, 2);
  g_setenv ("VIGIE_NETWORK_SHARE", "1", TRUE);
  g_assert_finalize_object (open_store (fixture, VIGIE_OPEN_READ));
  g_assert_cmpint (read_write_version (fixture), ==, 1);
  g_setenv ("VIGIE_NETWORK_SHARE", "0", TRUE);
  g_assert_finalize_object (open_store (fixture, VIGIE_OPEN_EDIT));
  g_assert_cmpint (read_write_version (fixture), ==, 2);
}

static void
test_types (void)
{
  g_assert_true (vigie_share_is_network_type (0x6969));
  g_assert_true (vigie_share_is_network_type (0xFF534D42));
  g_assert_true (vigie_share_is_network_type ((guint64) (gint64) (gint32) 0xFE534D42));
  g_assert_true (vigie_share_is_network_type (0x01021997));
  g_assert_true (vigie_share_is_network_type (0x65735546));
  g_assert_false (vigie_share_is_network_type (0xEF53));
  g_assert_false (vigie_share_is_network_type (0x01021994));
  g_assert_false (vigie_share_is_network_type (0x9123683E));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  g_test_add ("/store/holder/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/store/holder/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add ("/store/holder/in-place", Fixture, NULL, set_up, test_in_place, tear_down);
  g_test_add ("/store/holder/left-behind", Fixture, NULL, set_up, test_left_behind, tear_down);
  g_test_add ("/store/holder/share", Fixture, NULL, set_up, test_share, tear_down);
  g_test_add ("/store/holder/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add_func ("/store/holder/types", test_types);
  return g_test_run ();
}
