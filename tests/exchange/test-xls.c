// SPDX-License-Identifier: GPL-3.0-or-later

/* Workbooks of Excel 5.0 to 2003, as freexl reads them: whole ones are read, damaged ones refused in words. */

#include "vigie-exchange-error.h"
#include "vigie-table-source.h"
#include "vigie-test-xls.h"
#include "vigie-test.h"

#include <string.h>

static const char *const cells[] = { "Code", "Site", "S1", "Elsewhere", "S2", "Caf\xe9", NULL };

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "sites.xls", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieTableSource *
write_and_open (Fixture *fixture, GByteArray *bytes, GError **error)
{
  const VigieTableOptions options = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_assert_true (g_file_set_contents (fixture->path, (const char *) bytes->data, bytes->len, NULL));
  return vigie_table_source_open (file, &options, error);
}

static void
test_read (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GByteArray) bytes = vigie_test_xls_new ("Sites", cells, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTableSource) table = write_and_open (fixture, bytes, &error);
  VigieTableRow row;

  g_assert_no_error (error);
  g_assert_cmpstr (vigie_table_source_get_sheet (table), ==, "Sites");
  g_assert_cmpstr (vigie_table_source_get_columns (table)[1], ==, "Site");
  g_assert_true (vigie_table_source_next (table, &row, &error));
  g_assert_cmpstr (row.cells[0], ==, "S1");
  g_assert_true (vigie_table_source_next (table, &row, &error));
  g_assert_cmpstr (row.cells[1], ==, "Café");
  g_assert_false (vigie_table_source_next (table, &row, &error));
  g_assert_no_error (error);
}

/* Cut off anywhere, it is read in part or refused, and never more than that. */
static void
test_cut_off (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GByteArray) whole = vigie_test_xls_new ("Sites", cells, 2);

  for (guint size = 8; size < whole->len; size += size < 2048 ? 64 : 512)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VigieTableSource) table = NULL;

      g_byte_array_append (part, whole->data, size);
      table = write_and_open (fixture, part, &error);
      g_assert_true ((table == NULL) == (error != NULL));
      if (size < 1536)
        g_assert_nonnull (strstr (error->message, "sites.xls"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/xls/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/exchange/xls/cut-off", Fixture, NULL, set_up, test_cut_off, tear_down);
  return g_test_run ();
}
