// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Listing the records of an entity: searched, sorted, a page at a time.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-query.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-store-private.h"
#include "vigie-table-sql.h"

/* As in vigie-table.c: the search index tells its rows apart by id * 64 + the number of the entity. */
#define FROM_SEARCH " WHERE t.%s IN (SELECT rowid / 64 FROM search WHERE search MATCH ?1 AND rowid %% 64 = ?2)"

/**
 * vigie_query_dup_match:
 * @search: (nullable): what a person typed
 *
 * Returns: (transfer full) (nullable): the same as a query of FTS5: each word quoted, so that none is
 *   an operator, and a prefix; %NULL where there is no word
 */
char *
vigie_query_dup_match (const char *search)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  if (search == NULL)
    return NULL;
  words = g_strsplit_set (search, " \t\n\"'()*-/,.;:", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", words[i]);
  return match->len > 0 ? g_string_free_and_steal (g_steal_pointer (&match)) : NULL;
}

typedef struct
{
  VigieQuery query;
  char *match;
  char *named;
} Listing;

typedef struct
{
  GPtrArray *records;
  gint64 total;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_pointer (&page->records, g_ptr_array_unref);
  g_free (page);
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->match);
  g_free (listing->named);
  g_free (listing);
}

static void
append_source (GString *sql, const Listing *listing)
{
  const VigieQuery *query = &listing->query;

  if (query->list != NULL)
    g_string_append_printf (sql, " FROM (%s) t", vigie_list_get_sql (query->list));
  else
    g_string_append_printf (sql, " FROM %s t", query->entity->nick);
  if (listing->match != NULL)
    g_string_append_printf (sql, FROM_SEARCH, query->list != NULL ? "search_id" : "id");
  if (listing->named != NULL)
    {
      const VigieField *field = &query->entity->fields[query->named_by];

      g_string_append_printf (sql, " %s t.%s_id = (SELECT id FROM %s WHERE code = ?7)",
                              listing->match != NULL ? "AND" : "WHERE", field->name, field->reference->nick);
    }
}

/* Words in the order of their values, such as stages in the order of a life, and not of the alphabet. */
static void
append_enum_order (GString *sql, const VigieField *field)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (field->enum_type ());

  g_string_append_printf (sql, "CASE t.%s", field->name);
  for (guint i = 0; i < class->n_values; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", class->values[i].value_nick, i);
  g_string_append (sql, " END");
}

static void
append_order (GString *sql, const VigieQuery *query)
{
  const VigieField *field = query->sort_field >= 0 ? &query->entity->fields[query->sort_field] : NULL;

  g_string_append (sql, " ORDER BY ");
  if (field == NULL)
    return;
  if (field->type == VIGIE_FIELD_ENUM)
    append_enum_order (sql, field);
  else
    g_string_append_printf (sql, "%d COLLATE NOCASE", query->sort_field + 1);
  /* what is not measured comes last, whichever way */
  g_string_append (sql, query->descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
}

static char *
page_sql (const Listing *listing)
{
  g_autofree char *columns = vigie_table_sql_columns (listing->query.entity, "t");
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s", columns);
  append_source (sql, listing);
  append_order (sql, &listing->query);
  g_string_append (sql, "t.id LIMIT ?3 OFFSET ?4");
  return g_string_free_and_steal (sql);
}

static void
bind_source (VigieStatement *statement, const Listing *listing)
{
  const VigieQuery *query = &listing->query;

  if (listing->match != NULL)
    {
      const VigieEntity *searched = query->list != NULL ? query->list->searched : query->entity;

      vigie_statement_bind_text (statement, 1, listing->match);
      vigie_statement_bind_integer (statement, 2, vigie_entity_search_number (searched));
    }
  if (listing->named != NULL)
    vigie_statement_bind_text (statement, 7, listing->named);
  if (query->list != NULL)
    {
      vigie_statement_bind_date (statement, 5, query->as_of);
      vigie_statement_bind_text (statement, 6, vigie_language_get_tag ());
    }
}

static gboolean
count_all (VigieConnection *connection, const Listing *listing, gint64 *total, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count (*)");
  g_autoptr (VigieStatement) statement = NULL;

  append_source (sql, listing);
  statement = vigie_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  bind_source (statement, listing);
  if (!vigie_statement_step (statement, error))
    return FALSE;
  *total = vigie_statement_get_integer (statement, 0);
  return TRUE;
}

static GPtrArray *
read_page (VigieConnection *connection, const Listing *listing, GError **error)
{
  const VigieQuery *query = &listing->query;
  g_autofree char *sql = page_sql (listing);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  bind_source (statement, listing);
  vigie_statement_bind_integer (statement, 3, query->limit > 0 ? query->limit : -1);
  vigie_statement_bind_integer (statement, 4, query->offset);
  while (vigie_statement_step (statement, &local))
    g_ptr_array_add (records, vigie_table_read_row (query->entity, statement, 0));
  if (local == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, local);
  return NULL;
}

static gpointer
list_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Listing *listing = data;
  VigieConnection *connection = vigie_register_get_connection (reg);
  Page *page = g_new0 (Page, 1);

  if (count_all (connection, listing, &page->total, error))
    page->records = read_page (connection, listing, error);
  if (page->records == NULL)
    g_clear_pointer (&page, page_free);
  return page;
}

static GPtrArray *
take_page (Page *page, gint64 *total)
{
  GPtrArray *records;

  if (page == NULL)
    return NULL;
  if (total != NULL)
    *total = page->total;
  records = g_steal_pointer (&page->records);
  page_free (page);
  return records;
}

/**
 * vigie_store_list:
 * @total: (out) (optional): how many records there are, whatever the limit
 *
 * Returns: (transfer full) (element-type VigieRecord): the records; %NULL with @error set
 */
GPtrArray *
vigie_store_list (VigieStore *self, const VigieQuery *query, gint64 *total, GCancellable *cancellable, GError **error)
{
  Listing listing = { *query, vigie_query_dup_match (query->search), g_strdup (query->named) };
  g_autofree char *match = listing.match;
  g_autofree char *named = listing.named;

  return take_page (vigie_store_run (self, list_job, &listing, cancellable, error), total);
}

/**
 * vigie_store_list_async:
 *
 * As vigie_store_list(), without waiting.
 */
void
vigie_store_list_async (VigieStore *self, const VigieQuery *query, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, vigie_store_list_async);
  listing->query = *query;
  listing->query.search = listing->query.named = NULL;
  listing->named = g_strdup (query->named);
  listing->match = vigie_query_dup_match (query->search);
  vigie_store_run_task (self, list_job, listing, listing_free, page_free, task);
}

GPtrArray *
vigie_store_list_finish (VigieStore *self, GAsyncResult *result, gint64 *total, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return take_page (g_task_propagate_pointer (G_TASK (result), error), total);
}
