// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The statements of a query. They are written from field tables: what a person typed is only ever bound. Parameters:
 * ?1 words and ?2 the entity that is searched, ?3 limit, ?4 offset, ?5 the day and ?6 the language of a list, ?7 what
 * is named, ?8 the site, ?9 what a code begins with, from ?10 the filters.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-query-sql.h"

#include "vigie-deployment.h"
#include "vigie-entities.h"
#include "vigie-entries.h"
#include "vigie-format.h"
#include "vigie-table-sql.h"
#include "vigie-table.h"
#include "vigie-titles-sql.h"

#define PARAMETER_CODE 9
#define PARAMETER_FILTERS 10

/* As in vigie-table.c: the search index tells its rows apart by id * 64 + the number of the entity. */
#define FROM_SEARCH "t.%s IN (SELECT rowid / 64 FROM search WHERE search MATCH ?1 AND rowid %% 64 = ?2)"

/* A code that is all there is, is found in its own index by how it begins; one that no code begins with, within them. */
#define BEGINS(code) "code BETWEEN " code " AND " code " || char (1114111)"
#define ANY_BEGINS BEGINS ("?9") " OR " BEGINS ("upper (?9)") " OR " BEGINS ("lower (?9)")
#define FROM_CODES \
  "t.%2$s IN (SELECT id FROM %1$s WHERE " ANY_BEGINS " UNION ALL SELECT c.id" \
  " FROM (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM %1$s WHERE " ANY_BEGINS ")) CROSS JOIN %1$s AS c" \
  " WHERE instr (upper (c.code), upper (?9)) > 0)"

#define SITES \
  "WITH RECURSIVE site (id) AS (SELECT id FROM org_unit WHERE code = ?8" \
  " UNION SELECT o.id FROM org_unit o JOIN site ON o.parent_id = site.id) "

static gboolean
is_reference (const VigieField *field)
{
  return field->type == VIGIE_FIELD_REFERENCE;
}

/* --- sites ---------------------------------------------------------------------------------------- */

/* What is of a site though it does not say so: another names it together with one. */
static const struct
{
  const VigieEntity *entity;
  const VigieEntity *by;
} held[] = {
  { &vigie_staff_entity, &vigie_job_entity },
  { &vigie_system_entity, &vigie_deployment_entity },
};

static const VigieField *
find_reference (const VigieEntity *entity, const VigieEntity *to)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (is_reference (&entity->fields[i]) && entity->fields[i].reference == to)
      return &entity->fields[i];
  return NULL;
}

/* Appends that record @row of @entity is of the site: it is one, names one, or names what is of one. */
static gboolean
append_of_site (GString *sql, const VigieEntity *entity, const char *row, guint depth)
{
  const VigieField *unit = find_reference (entity, &vigie_org_unit_entity);

  if (entity == &vigie_org_unit_entity)
    g_string_append_printf (sql, "%s.id IN (SELECT id FROM site)", row);
  else if (unit != NULL)
    g_string_append_printf (sql, "%s.%s_id IN (SELECT id FROM site)", row, unit->name);
  else
    {
      for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
        if (held[i].entity == entity)
          {
            g_string_append_printf (sql, "%s.id IN (SELECT h.%s_id FROM %s h WHERE h.%s_id IN (SELECT id FROM site))",
                                    row, find_reference (held[i].by, entity)->name, held[i].by->nick,
                                    find_reference (held[i].by, &vigie_org_unit_entity)->name);
            return TRUE;
          }
      for (guint i = 0; depth < 3 && i < entity->n_fields; i++)
        {
          const VigieField *field = &entity->fields[i];
          g_autofree char *inner = g_strdup_printf ("%s_", row);
          g_autoptr (GString) condition = g_string_new (NULL);

          if (!is_reference (field) || field->reference == entity ||
              !append_of_site (condition, field->reference, inner, depth + 1))
            continue;
          g_string_append_printf (sql, "%s.%s_id IN (SELECT %s.id FROM %s %s WHERE %s)", row, field->name, inner,
                                  field->reference->nick, inner, condition->str);
          return TRUE;
        }
      return FALSE;
    }
  return TRUE;
}

/**
 * vigie_query_has_sites:
 *
 * Returns: whether records of @entity are of a site, by themselves or by what they name
 */
gboolean
vigie_query_has_sites (const VigieEntity *entity)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  return append_of_site (sql, entity, "t", 0);
}

/* --- filters -------------------------------------------------------------------------------------- */

static void
append_filtered_column (GString *sql, const VigieField *field)
{
  g_string_append_printf (sql, "t.%s%s", field->name, is_reference (field) ? "_id" : "");
}

static void
append_filter (GString *sql, const VigieField *field, const VigieFilter *filter, int parameter)
{
  append_filtered_column (sql, field);
  if (!filter->is_range && filter->value == NULL)
    g_string_append (sql, " IS NULL");
  else if (!filter->is_range && is_reference (field))
    g_string_append_printf (sql, " = (SELECT id FROM %s WHERE code = ?%d)", field->reference->nick, parameter);
  else if (!filter->is_range)
    g_string_append_printf (sql, " = ?%d", parameter);
  else if (filter->from == NULL && filter->to == NULL)
    g_string_append (sql, " IS NOT NULL");
  else if (filter->from != NULL && filter->to != NULL)
    g_string_append_printf (sql, " BETWEEN ?%d AND ?%d", parameter, parameter + 1);
  else
    g_string_append_printf (sql, " %s ?%d",
                            filter->from != NULL ? ">=" : "<=", filter->from != NULL ? parameter : parameter + 1);
}

/* Those of one field in parentheses, joined by OR. */
static void
append_filters_of_field (GString *sql, const VigieQuery *query, guint first)
{
  const VigieFilter *filter = g_ptr_array_index (query->filters, first);
  guint field = filter->field;
  const char *separator = "";

  g_string_append_c (sql, '(');
  for (guint i = first; i < query->filters->len; i++)
    {
      filter = g_ptr_array_index (query->filters, i);
      if (filter->field != field)
        continue;
      g_string_append (sql, separator);
      append_filter (sql, &query->entity->fields[field], filter, PARAMETER_FILTERS + (int) i * 2);
      separator = " OR ";
    }
  g_string_append_c (sql, ')');
}

static gboolean
is_first_of_field (const VigieQuery *query, guint index)
{
  const VigieFilter *filter = g_ptr_array_index (query->filters, index);

  for (guint i = 0; i < index; i++)
    if (((const VigieFilter *) g_ptr_array_index (query->filters, i))->field == filter->field)
      return FALSE;
  return TRUE;
}

static void
bind_part (VigieStatement *statement, int parameter, const VigieField *field, const char *text)
{
  g_auto (VigieValue) value = { 0 };

  if (text == NULL)
    return;
  if ((field->type == VIGIE_FIELD_INTEGER || field->type == VIGIE_FIELD_BOOLEAN) &&
      vigie_field_parse (field, text, &value, NULL))
    vigie_statement_bind_integer (statement, parameter, value.number);
  else
    vigie_statement_bind_text (statement, parameter, text);
}

static void
bind_filters (const VigieQuery *query, VigieStatement *statement)
{
  for (guint i = 0; query->filters != NULL && i < query->filters->len; i++)
    {
      const VigieFilter *filter = g_ptr_array_index (query->filters, i);
      const VigieField *field = &query->entity->fields[filter->field];
      int parameter = PARAMETER_FILTERS + (int) i * 2;

      bind_part (statement, parameter, field, filter->is_range ? filter->from : filter->value);
      bind_part (statement, parameter + 1, field, filter->to);
    }
}

/* --- words ---------------------------------------------------------------------------------------- */

static const VigieEntity *
get_searched (const VigieQuery *query)
{
  return query->list != NULL ? query->list->searched : query->entity;
}

static gboolean
has_words (const VigieEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & VIGIE_FIELD_SEARCHABLE) != 0)
      return TRUE;
  return FALSE;
}

/* What has no words of its own, such as a completion, is found by what it names. */
static void
append_search_of_names (GString *sql, const VigieEntity *entity)
{
  const char *separator = " AND (";

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_reference (&entity->fields[i]) && has_words (entity->fields[i].reference))
      {
        const VigieEntity *named = entity->fields[i].reference;
        g_autofree char *column = g_strconcat (entity->fields[i].name, "_id", NULL);

        g_string_append (sql, separator);
        if (vigie_entity_is_code (named))
          g_string_append_printf (sql, FROM_CODES, named->nick, column);
        else
          g_string_append_printf (sql,
                                  "t.%s IN (SELECT rowid / 64 FROM search WHERE search MATCH ?1 AND rowid %% 64 = %d)",
                                  column, vigie_entity_search_number (named));
        separator = " OR ";
      }
  g_string_append (sql, g_str_equal (separator, " OR ") ? ")" : " AND 0");
}

/* Appends that a record holds the words, or names what does. */
static void
append_search (GString *sql, const VigieQuery *query)
{
  const VigieEntity *searched = get_searched (query);
  const char *id = query->list != NULL ? "search_id" : "id";

  if (!has_words (searched))
    {
      append_search_of_names (sql, searched);
      return;
    }
  g_string_append (sql, " AND ");
  if (vigie_entity_is_code (searched))
    g_string_append_printf (sql, FROM_CODES, searched->nick, id);
  else
    g_string_append_printf (sql, FROM_SEARCH, id);
}

static void
bind_search (const VigieQuery *query, VigieStatement *statement)
{
  g_autofree char *match = vigie_query_dup_match (query->search);
  g_autofree char *code = match != NULL ? g_strstrip (g_strdup (query->search)) : NULL;

  if (match == NULL)
    return;
  vigie_statement_bind_text (statement, 1, match);
  if (vigie_entity_is_searchable (get_searched (query)))
    vigie_statement_bind_integer (statement, 2, vigie_entity_search_number (get_searched (query)));
  if (vigie_statement_n_parameters (statement) >= PARAMETER_CODE)
    vigie_statement_bind_text (statement, PARAMETER_CODE, code);
}

/* --- whole statements ----------------------------------------------------------------------------- */

static void
append_source (GString *sql, const VigieQuery *query)
{
  g_autofree char *match = vigie_query_dup_match (query->search);

  if (query->list != NULL)
    g_string_append_printf (sql, " FROM (%s) t WHERE 1", vigie_list_get_sql (query->list));
  else
    g_string_append_printf (sql, " FROM %s t WHERE 1", query->entity->nick);
  if (match != NULL)
    append_search (sql, query);
  if (query->named != NULL)
    {
      const VigieField *field = &query->entity->fields[query->named_by];

      g_string_append_printf (sql, " AND t.%s_id = (SELECT id FROM %s WHERE code = ?7)", field->name,
                              field->reference->nick);
    }
  if (query->site != NULL && query->list == NULL)
    {
      g_string_append (sql, " AND ");
      if (!append_of_site (sql, query->entity, "t", 0))
        g_string_append (sql, "0");
    }
  for (guint i = 0; query->filters != NULL && i < query->filters->len; i++)
    if (is_first_of_field (query, i))
      {
        g_string_append (sql, " AND ");
        append_filters_of_field (sql, query, i);
      }
}

static const char *
get_prefix (const VigieQuery *query)
{
  return query->site != NULL && query->list == NULL ? SITES : "";
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

/* The column of the title of a reference field, from 1; 0 where there is none. */
static guint
title_column (const VigieQuery *query, guint field)
{
  guint column = query->entity->n_fields + 1;

  if (!query->titles || !is_reference (&query->entity->fields[field]))
    return 0;
  for (guint i = 0; i <= field; i++)
    column += is_reference (&query->entity->fields[i]);
  return column;
}

/* What is alike in the field comes together: also what differs in capitals alone, which the alphabet does not part. */
static void
append_group_order (GString *sql, const VigieQuery *query)
{
  const VigieField *field = &query->entity->fields[query->group_field];
  guint title = title_column (query, query->group_field);

  if (field->type == VIGIE_FIELD_ENUM)
    append_enum_order (sql, field);
  else
    g_string_append_printf (sql, "%u COLLATE " VIGIE_CONNECTION_WORDS, title > 0 ? title : query->group_field + 2);
  g_string_append_printf (sql, " NULLS LAST, %u, ", query->group_field + 2);
}

/* A code is no word, and always there: its index has its order, which a million of them need not be sorted for. */
static gboolean
is_code (const VigieField *field)
{
  return g_str_equal (field->name, "code");
}

static void
append_order (GString *sql, const VigieQuery *query)
{
  const VigieField *field = query->sort_field >= 0 ? &query->entity->fields[query->sort_field] : NULL;
  guint title = field != NULL ? title_column (query, (guint) query->sort_field) : 0;

  g_string_append (sql, " ORDER BY ");
  if (query->grouped)
    append_group_order (sql, query);
  if (field == NULL)
    return;
  if (field->type == VIGIE_FIELD_ENUM)
    append_enum_order (sql, field);
  else if (is_code (field))
    {
      g_string_append_printf (sql, "t.%s%s, ", field->name, query->descending ? " DESC" : "");
      return;
    }
  else
    g_string_append_printf (sql, "%u COLLATE " VIGIE_CONNECTION_WORDS,
                            title > 0 ? title : (guint) query->sort_field + 2);
  /* what is not measured comes last, whichever way */
  g_string_append (sql, query->descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
}

static void
append_title_column (GString *sql, const VigieField *field)
{
  g_string_append (sql, ", (SELECT ");
  vigie_titles_append_sql (sql, field->reference, "n");
  g_string_append_printf (sql, " FROM %s n WHERE n.id = t.%s_id)", field->reference->nick, field->name);
}

static gboolean
tells_entry (const VigieQuery *query)
{
  return query->entered && query->list == NULL && vigie_entries_has_kind (query->entity->nick);
}

static void
append_entry_column (GString *sql, const VigieEntity *entity)
{
  g_string_append_printf (sql,
                          ", (SELECT b.entered_on FROM entry_batch b WHERE b.kind = '%s' AND b.first_id <= t.id"
                          " AND b.last_id >= t.id ORDER BY b.first_id DESC LIMIT 1)",
                          entity->nick);
}

/* The id, the fields in their order, the titles of those that name something, and last the day of entry. */
static char *
page_sql (const VigieQuery *query)
{
  g_autofree char *columns = vigie_table_sql_columns (query->entity, "t");
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "%sSELECT t.id, %s", get_prefix (query), columns);
  for (guint i = 0; query->titles && i < query->entity->n_fields; i++)
    if (is_reference (&query->entity->fields[i]))
      append_title_column (sql, &query->entity->fields[i]);
  if (tells_entry (query))
    append_entry_column (sql, query->entity);
  append_source (sql, query);
  append_order (sql, query);
  g_string_append_printf (sql, "t.id%s LIMIT ?3 OFFSET ?4", query->sort_field < 0 && query->descending ? " DESC" : "");
  return g_string_free_and_steal (sql);
}

static void
bind_source (const VigieQuery *query, VigieStatement *statement)
{
  bind_search (query, statement);
  if (query->list != NULL)
    {
      vigie_statement_bind_date (statement, 5, query->as_of);
      vigie_statement_bind_text (statement, 6, vigie_language_get_tag ());
    }
  if (query->named != NULL)
    vigie_statement_bind_text (statement, 7, query->named);
  if (query->site != NULL && query->list == NULL)
    vigie_statement_bind_text (statement, 8, query->site);
  bind_filters (query, statement);
}

/**
 * vigie_query_prepare_page:
 *
 * Returns: (transfer full): gives the wanted rows to vigie_query_read_record(); %NULL with @error set
 */
VigieStatement *
vigie_query_prepare_page (const VigieQuery *self, VigieConnection *connection, GError **error)
{
  g_autofree char *sql = page_sql (self);
  VigieStatement *statement = vigie_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  bind_source (self, statement);
  vigie_statement_bind_integer (statement, 3, self->limit > 0 ? self->limit : -1);
  vigie_statement_bind_integer (statement, 4, self->offset);
  return statement;
}

gint64
vigie_query_read_id (VigieStatement *statement)
{
  return vigie_statement_get_integer (statement, 0);
}

/**
 * vigie_query_read_record:
 *
 * Returns: (transfer full): the row at which a statement of vigie_query_prepare_page() is
 */
VigieRecord *
vigie_query_read_record (const VigieQuery *self, VigieStatement *statement)
{
  VigieRecord *record = vigie_table_read_row (self->entity, statement, 1);

  for (guint i = 0; self->titles && i < self->entity->n_fields; i++)
    {
      int column = (int) title_column (self, i) - 1;

      if (column > 0 && !vigie_statement_is_null (statement, column))
        vigie_record_set_title (record, i, vigie_statement_get_text (statement, column));
    }
  if (tells_entry (self))
    vigie_record_set_entered_on (record,
                                 vigie_statement_get_date (statement, vigie_statement_n_columns (statement) - 1));
  return record;
}

/**
 * vigie_query_count:
 * @total: (out): how many records there are, whatever the limit
 */
gboolean
vigie_query_count (const VigieQuery *self, VigieConnection *connection, gint64 *total, GError **error)
{
  g_autoptr (GString) sql = g_string_new (get_prefix (self));
  g_autoptr (VigieStatement) statement = NULL;

  g_string_append (sql, "SELECT count (*)");
  append_source (sql, self);
  statement = vigie_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  bind_source (self, statement);
  if (!vigie_statement_step (statement, error))
    return FALSE;
  *total = vigie_statement_get_integer (statement, 0);
  return TRUE;
}

/**
 * vigie_query_prepare_groups:
 *
 * Returns: (transfer full): gives each value of @field, how many of the wanted records have it, and, of a reference,
 *   what people call it; in order; %NULL with @error set
 */
VigieStatement *
vigie_query_prepare_groups (const VigieQuery *self, guint field, VigieConnection *connection, GError **error)
{
  const VigieField *grouped = &self->entity->fields[field];
  g_autoptr (GString) sql = g_string_new (get_prefix (self));
  VigieStatement *statement;

  g_string_append (sql, "SELECT ");
  if (is_reference (grouped))
    g_string_append_printf (sql, "(SELECT code FROM %s WHERE id = t.%s_id)", grouped->reference->nick, grouped->name);
  else
    g_string_append_printf (sql, "t.%s", grouped->name);
  g_string_append (sql, ", count (*)");
  if (is_reference (grouped))
    append_title_column (sql, grouped);
  append_source (sql, self);
  g_string_append_printf (sql, " GROUP BY 1 ORDER BY ");
  if (grouped->type == VIGIE_FIELD_ENUM)
    append_enum_order (sql, grouped);
  else
    g_string_append_printf (sql, "%d COLLATE " VIGIE_CONNECTION_WORDS, is_reference (grouped) ? 3 : 1);
  g_string_append (sql, " NULLS LAST, 1");
  statement = vigie_connection_prepare (connection, sql->str, error);
  if (statement != NULL)
    bind_source (self, statement);
  return statement;
}
