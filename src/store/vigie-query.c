// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Listing the records of an entity: searched, sorted, a page at a time.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-query.h"

#include "vigie-query-sql.h"
#include "vigie-store-private.h"

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

/**
 * vigie_query_copy:
 *
 * Returns: (transfer full): the same query, of which no one else has a part
 */
VigieQuery *
vigie_query_copy (const VigieQuery *self)
{
  VigieQuery *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  copy->named = g_strdup (self->named);
  copy->site = g_strdup (self->site);
  copy->filters = vigie_filters_copy (self->filters);
  return copy;
}

/**
 * vigie_query_free:
 * @self: (transfer full): from vigie_query_copy()
 */
void
vigie_query_free (VigieQuery *self)
{
  g_return_if_fail (self != NULL);

  g_free ((char *) self->search);
  g_free ((char *) self->named);
  g_free ((char *) self->site);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_free (self);
}

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

static GPtrArray *
read_page (VigieConnection *connection, const VigieQuery *query, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_query_prepare_page (query, connection, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  while (vigie_statement_step (statement, &local))
    g_ptr_array_add (records, vigie_query_read_record (query, statement));
  if (local == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, local);
  return NULL;
}

static gpointer
list_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const VigieQuery *query = data;
  VigieConnection *connection = vigie_register_get_connection (reg);
  Page *page = g_new0 (Page, 1);

  if (vigie_query_count (query, connection, &page->total, error))
    page->records = read_page (connection, query, error);
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
  return take_page (vigie_store_run (self, VIGIE_WORK_BRIEF, list_job, (gpointer) query, cancellable, error), total);
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

  g_task_set_source_tag (task, vigie_store_list_async);
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, list_job, vigie_query_copy (query), (GDestroyNotify) vigie_query_free,
                        page_free, task);
}

GPtrArray *
vigie_store_list_finish (VigieStore *self, GAsyncResult *result, gint64 *total, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return take_page (g_task_propagate_pointer (G_TASK (result), error), total);
}
