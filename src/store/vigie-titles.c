// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What people call the records that others name by their code: to choose one, and to show which it is.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-titles.h"

#include "vigie-format.h"
#include "vigie-store-private.h"
#include "vigie-titles-sql.h"

void
vigie_title_free (VigieTitle *self)
{
  g_free (self->code);
  g_free (self->text);
  g_free (self);
}

typedef struct
{
  const VigieEntity *entity;
  char *code;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->code);
  g_free (question);
}

/* The field that names a record of @entity; -1 where none does. */
static int
find_name (const VigieEntity *entity)
{
  const char *names[] = { vigie_language_get () == VIGIE_LANGUAGE_FR ? "label_fr" : "label_en", "name", "title",
                          "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int field = vigie_entity_find_field (entity, names[i]);

      if (field >= 0)
        return field;
    }
  return -1;
}

/**
 * vigie_titles_append_sql:
 * @row: what the record is called in the statement
 *
 * Appends the title as an expression; what has no name of its own is called by what it must name: "FractIA · CH de
 * Valmer".
 */
void
vigie_titles_append_sql (GString *sql, const VigieEntity *entity, const char *row)
{
  int name = find_name (entity);
  const char *separator = "";

  if (name >= 0)
    {
      g_string_append_printf (sql, "coalesce (%s.%s, %s.code)", row, entity->fields[name].name, row);
      return;
    }
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];
      g_autofree char *inner = g_strdup_printf ("%s_", row);

      if (field->type != VIGIE_FIELD_REFERENCE || (field->flags & VIGIE_FIELD_REQUIRED) == 0)
        continue;
      g_string_append_printf (sql, "%s(SELECT ", separator);
      vigie_titles_append_sql (sql, field->reference, inner);
      g_string_append_printf (sql, " FROM %s %s WHERE %s.id = %s.%s_id)", field->reference->nick, inner, inner, row,
                              field->name);
      separator = " || ' · ' || ";
    }
  if (*separator == '\0')
    g_string_append_printf (sql, "%s.code", row);
}

static gpointer
list_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_title_free);
  g_autoptr (GString) sql = g_string_new ("SELECT t.code, ");
  g_autoptr (VigieStatement) statement = NULL;
  GError *local = NULL;

  vigie_titles_append_sql (sql, question->entity, "t");
  g_string_append_printf (
    sql, " FROM %s t WHERE ?1 IS NULL OR t.code = ?1 ORDER BY 2 COLLATE " VIGIE_CONNECTION_WORDS ", 1 LIMIT ?2",
    question->entity->nick);
  statement = vigie_connection_prepare (vigie_register_get_connection (reg), sql->str, error);
  if (statement == NULL)
    return NULL;
  if (question->code != NULL)
    vigie_statement_bind_text (statement, 1, question->code);
  vigie_statement_bind_integer (statement, 2, question->limit);
  while (vigie_statement_step (statement, &local))
    {
      VigieTitle *title = g_new0 (VigieTitle, 1);

      title->code = g_strdup (vigie_statement_get_text (statement, 0));
      title->text = g_strdup (vigie_statement_get_text (statement, vigie_statement_is_null (statement, 1) ? 0 : 1));
      g_ptr_array_add (titles, title);
    }
  if (local == NULL)
    return g_steal_pointer (&titles);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * vigie_store_list_titles:
 * @entity: whose records have codes
 * @code: (nullable): of the only one wanted
 * @limit: the most titles wanted
 *
 * Returns: (transfer full) (element-type VigieTitle): titles in alphabetical order; %NULL with @error set
 */
GPtrArray *
vigie_store_list_titles (VigieStore *self, const VigieEntity *entity, const char *code, guint limit, GError **error)
{
  Question question = { entity, g_strdup (code), limit };
  g_autofree char *owned = question.code;

  g_return_val_if_fail (VIGIE_IS_STORE (self) && entity != NULL, NULL);

  return vigie_store_run (self, VIGIE_WORK_BRIEF, list_job, &question, NULL, error);
}

/**
 * vigie_store_list_titles_async:
 *
 * As vigie_store_list_titles(), without waiting.
 */
void
vigie_store_list_titles_async (VigieStore *self, const VigieEntity *entity, const char *code, guint limit,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, vigie_store_list_titles_async);
  question->entity = entity;
  question->code = g_strdup (code);
  question->limit = limit;
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, list_job, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                        task);
}

GPtrArray *
vigie_store_list_titles_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
