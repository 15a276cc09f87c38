// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Opening what is to be imported: which reader and which mapping the kind and the file call for.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-import.h"

#include "vigie-file.h"
#include "vigie-json-rows.h"
#include "vigie-mapped-rows.h"

#include <glib/gi18n-lib.h>

/* A file of JSON is read as a whole; a register of 10 million records is no larger. */
#define JSON_SIZE_MAX (512 * 1024 * 1024)
#define MAPPING_SIZE_MAX (4 * 1024 * 1024)

static VigieRowSource *
open_json (GFile *file, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (file);
  g_autoptr (GBytes) bytes = vigie_file_read (file, JSON_SIZE_MAX, error);
  VigieJsonRows *rows = bytes != NULL ? vigie_json_rows_new (bytes, name, error) : NULL;

  return rows != NULL ? VIGIE_ROW_SOURCE (rows) : NULL;
}

static VigieMapping *
open_mapping (GFile *file, const char *kind, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (file);
  g_autoptr (GBytes) bytes = vigie_file_read (file, MAPPING_SIZE_MAX, error);
  g_autoptr (VigieMapping) mapping = bytes != NULL ? vigie_mapping_load (bytes, name, error) : NULL;

  if (mapping == NULL)
    return NULL;
  if (g_str_equal (mapping->kind, kind))
    return g_steal_pointer (&mapping);
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_KIND,
               _ ("the mapping “%1$s” is for the kind “%2$s”, not “%3$s”."), name, mapping->kind, kind);
  return NULL;
}

static VigieRowSource *
open_table (const char *kind, VigieTableSource *table, GFile *mapping_file, GError **error)
{
  VigieMapping *mapping;
  VigieMappedRows *rows;

  if (mapping_file != NULL)
    mapping = open_mapping (mapping_file, kind, error);
  else
    mapping = vigie_mapping_new_native (kind, vigie_table_source_get_name (table),
                                        vigie_table_source_get_columns (table), error);
  rows = mapping != NULL ? vigie_mapped_rows_new (table, mapping, error) : NULL;
  return rows != NULL ? VIGIE_ROW_SOURCE (rows) : NULL;
}

static gboolean
check_kind (const char *kind, GError **error)
{
  g_autofree char *kinds = NULL;

  if (g_str_equal (kind, "all") || vigie_kind_to_entity (kind) != NULL)
    return TRUE;
  kinds = vigie_kind_dup_names ();
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_KIND,
               _ ("there is no kind “%1$s”; the kinds are: all, %2$s"), kind, kinds);
  return FALSE;
}

/**
 * vigie_import_open_table:
 * @kind: what a row is: one of vigie_kind_dup_names() or an entity
 * @mapping: (nullable): a mapping file; %NULL where the columns are the fields of the kind
 *
 * Returns: (transfer full): the import of a table, of which nothing is done yet; %NULL with @error
 */
VigieImport *
vigie_import_open_table (const char *kind, VigieTableSource *table, GFile *mapping, GError **error)
{
  g_autoptr (VigieRowSource) rows = NULL;

  g_return_val_if_fail (kind != NULL && VIGIE_IS_TABLE_SOURCE (table), NULL);

  if (check_kind (kind, error))
    rows = open_table (kind, table, mapping, error);
  return rows != NULL ? vigie_import_new (rows) : NULL;
}

/**
 * vigie_import_open:
 * @kind: what a row is: `all` for a file of records in JSON, else as for vigie_import_open_table()
 * @mapping: (nullable): a mapping file; %NULL where the columns are the fields of the kind
 *
 * Returns: (transfer full): the import, of which nothing is done yet; %NULL with @error
 */
VigieImport *
vigie_import_open (const char *kind, GFile *file, GFile *mapping, GError **error)
{
  g_autoptr (VigieRowSource) rows = NULL;
  g_autoptr (VigieTableSource) table = NULL;

  g_return_val_if_fail (kind != NULL && G_IS_FILE (file), NULL);

  if (!check_kind (kind, error))
    return NULL;
  if (!g_str_equal (kind, "all"))
    {
      table = vigie_table_source_open (file, NULL, error);
      return table != NULL ? vigie_import_open_table (kind, table, mapping, error) : NULL;
    }
  if (mapping != NULL)
    {
      g_set_error_literal (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_KIND,
                           _ ("the kind “all” reads a register’s own JSON, which takes no mapping."));
      return NULL;
    }
  rows = open_json (file, error);
  return rows != NULL ? vigie_import_new (rows) : NULL;
}
