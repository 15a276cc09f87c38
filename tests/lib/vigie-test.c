// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-test.h"

#include <glib/gstdio.h>

/**
 * vigie_test_dup_folder:
 *
 * Returns: (transfer full): a new empty folder for one test
 */
char *
vigie_test_dup_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vigie-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * vigie_test_remove_folder:
 *
 * Removes a folder and all that is in it.
 */
void
vigie_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        vigie_test_remove_folder (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/**
 * vigie_test_new_store:
 *
 * Returns: (transfer full): a new, empty register `test.vigie` in @folder
 */
VigieStore *
vigie_test_new_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.vigie", NULL);
  g_autoptr (GError) error = NULL;
  VigieStore *store = vigie_store_open (path, VIGIE_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  return store;
}

/**
 * vigie_test_record:
 * @...: pairs of a field's name and its canonical text, then %NULL
 *
 * Returns: (transfer full): the record
 */
VigieRecord *
vigie_test_record (const VigieEntity *entity, ...)
{
  VigieRecord *record = vigie_record_new (entity);
  const char *name;
  va_list args;

  va_start (args, entity);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      int field = vigie_entity_find_field (entity, name);

      if (field < 0)
        g_error ("%s has no field “%s”", entity->nick, name);
      vigie_record_set_from_text (record, (guint) field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return record;
}

/**
 * vigie_test_put:
 * @record: (transfer full): put into @store, which must take it
 */
void
vigie_test_put (VigieStore *store, VigieRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, record);
  vigie_store_put_records (store, records, NULL, &error);
  g_assert_no_error (error);
}

/** vigie_test_set_up: Makes an empty register in a folder of its own; for g_test_add(). */
void
vigie_test_set_up (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
}

/** vigie_test_tear_down: Lets the register go, of which nobody may hold anything any more. */
void
vigie_test_tear_down (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* Once the thread has answered this, it has let go of all that came before. */
  g_assert_null (vigie_store_get_setting (fixture->store, "none", NULL, NULL));
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}
