// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The statements of a table, written from the constant field table of its entity: no text that a
 * person or a file gave is ever in them. Parameter i + 1 is field i; a reference is bound and kept as
 * the id of what it names, and read as its code.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-table-sql.h"

static gboolean
is_reference (const VigieField *field)
{
  return field->type == VIGIE_FIELD_REFERENCE;
}

static void
append_column (GString *sql, const VigieField *field)
{
  g_string_append_printf (sql, "%s%s", field->name, is_reference (field) ? "_id" : "");
}

/**
 * vigie_table_sql_columns:
 * @table_alias: the name that the table has in the query
 *
 * Returns: (transfer full): the fields as columns, in order, references as codes
 */
char *
vigie_table_sql_columns (const VigieEntity *entity, const char *table_alias)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];

      g_string_append (sql, i > 0 ? ", " : "");
      if (is_reference (field))
        g_string_append_printf (sql, "(SELECT code FROM %s WHERE id = %s.%s_id)", field->reference->nick, table_alias,
                                field->name);
      else
        g_string_append_printf (sql, "%s.%s", table_alias, field->name);
    }
  return g_string_free_and_steal (sql);
}

/**
 * vigie_table_sql_find:
 *
 * Returns: (transfer full): selects id and columns of the record whose key fields are bound
 */
char *
vigie_table_sql_find (const VigieEntity *entity)
{
  g_autofree char *columns = vigie_table_sql_columns (entity, "t");
  GString *sql = g_string_new (NULL);
  const char *separator = "";

  g_string_append_printf (sql, "SELECT t.id, %s FROM %s t WHERE ", columns, entity->nick);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];
      gboolean optional = (field->flags & VIGIE_FIELD_REQUIRED) == 0;

      if ((field->flags & VIGIE_FIELD_KEY) == 0)
        continue;
      g_string_append_printf (sql, "%s%s", separator, optional ? "ifnull (" : "");
      append_column (sql, field);
      g_string_append_printf (sql, optional ? ", 0) = ifnull (?%u, 0)" : " = ?%u", i + 1);
      separator = " AND ";
    }
  return g_string_free_and_steal (sql);
}

/**
 * vigie_table_sql_read:
 *
 * Returns: (transfer full): selects the columns of the record whose id is bound
 */
char *
vigie_table_sql_read (const VigieEntity *entity)
{
  g_autofree char *columns = vigie_table_sql_columns (entity, "t");

  return g_strdup_printf ("SELECT %s FROM %s t WHERE t.id = ?1", columns, entity->nick);
}

/**
 * vigie_table_sql_insert:
 *
 * Returns: (transfer full): inserts a record of bound fields, unless there is one of its key
 */
char *
vigie_table_sql_insert (const VigieEntity *entity)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", entity->nick);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append_column (sql, &entity->fields[i]);
    }
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ") ON CONFLICT DO NOTHING");
  return g_string_free_and_steal (sql);
}

/**
 * vigie_table_sql_update:
 *
 * Returns: (transfer full): sets every field of the record whose id is bound after the last field
 */
char *
vigie_table_sql_update (const VigieEntity *entity)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET ", entity->nick);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append_column (sql, &entity->fields[i]);
      g_string_append_printf (sql, " = ?%u", i + 1);
    }
  g_string_append_printf (sql, " WHERE id = ?%u", entity->n_fields + 1);
  return g_string_free_and_steal (sql);
}

/**
 * vigie_table_sql_insert_batch:
 * @source: the table of a batch
 * @measured: a bit for each field that any row measures; the others are left out, as nothing is said of them
 * @with_ids: whether ids are those of @source, and a row that is there already is an error
 *
 * Returns: (transfer full): inserts all rows of @source
 */
char *
vigie_table_sql_insert_batch (const VigieEntity *entity, const char *source, guint64 measured, gboolean with_ids)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      if ((measured >> i & 1) == 0)
        continue;
      g_string_append (columns, columns->len > 0 ? ", " : "");
      append_column (columns, &entity->fields[i]);
      g_string_append_printf (values, "%sv%u", values->len > 0 ? ", " : "", i);
    }
  return g_strdup_printf ("INSERT INTO %s (%s%s) SELECT %s%s FROM %s WHERE 1%s", entity->nick, with_ids ? "id, " : "",
                          columns->str, with_ids ? "id, " : "", values->str, source,
                          with_ids ? "" : " ON CONFLICT DO NOTHING");
}

/**
 * vigie_table_sql_select_ids:
 *
 * Returns: (transfer full): selects id and columns, references as ids, of the records whose ids are from ?1 to ?2
 */
char *
vigie_table_sql_select_ids (const VigieEntity *entity)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_string_append (columns, ", ");
      append_column (columns, &entity->fields[i]);
    }
  return g_strdup_printf ("SELECT id%s FROM %s WHERE id BETWEEN ?1 AND ?2 ORDER BY id", columns->str, entity->nick);
}

/**
 * vigie_table_sql_find_batch:
 * @source: the table of a batch
 *
 * Returns: (transfer full): for each row of @source of whose key there is a record with an id up to ?1: its place, the id
 *   and columns of the record, references as ids
 */
char *
vigie_table_sql_find_batch (const VigieEntity *entity, const char *source)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_string_append (columns, ", t.");
      append_column (columns, &entity->fields[i]);
      if ((entity->fields[i].flags & VIGIE_FIELD_KEY) == 0)
        continue;
      g_string_append (keys, keys->len > 0 ? " AND t." : "t.");
      append_column (keys, &entity->fields[i]);
      g_string_append_printf (keys, " = b.v%u", i);
    }
  return g_strdup_printf ("SELECT b.place, t.id%s FROM %s AS b CROSS JOIN %s AS t ON %s WHERE t.id <= ?1", columns->str,
                          source, entity->nick, keys->str);
}
