// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What already stands in a field of the register, to be proposed where it is typed again.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-values.h"

#include "vigie-store-private.h"

/* A field with more different values than this is one where nothing is said twice. */
#define LOOKED_AT_MAX 5000

typedef struct
{
  const VigieEntity *entity;
  guint field;
  char *words;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->words);
  g_free (question);
}

/**
 * vigie_values_are_listed:
 *
 * Returns: whether what stands in a field is proposed: short texts are that say something of many records, and never
 *   what makes a record that one, or who a person is
 */
gboolean
vigie_values_are_listed (const VigieEntity *entity, guint field)
{
  const VigieField *of = &entity->fields[field];

  return of->type == VIGIE_FIELD_TEXT && (of->flags & (VIGIE_FIELD_KEY | VIGIE_FIELD_LONG | VIGIE_FIELD_PERSONAL)) == 0;
}

/* What is said most comes first. Words are compared here, for accents and case do not matter to who types. */
static gpointer
list_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  const char *name = question->entity->fields[question->field].name;
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM %s WHERE %s IS NOT NULL GROUP BY %s ORDER BY count (*) DESC, %s"
                     " LIMIT ?1",
                     name, question->entity->nick, name, name, name);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (vigie_register_get_connection (reg), sql, error);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  GError *local = NULL;
  guint n = 0;

  if (statement == NULL)
    return NULL;
  vigie_statement_bind_integer (statement, 1, LOOKED_AT_MAX);
  while (n < question->limit && !g_cancellable_is_cancelled (cancellable) && vigie_statement_step (statement, &local))
    {
      const char *value = vigie_statement_get_text (statement, 0);

      if (!g_str_match_string (question->words, value, TRUE) || g_str_equal (question->words, value))
        continue;
      g_strv_builder_add (values, value);
      n++;
    }
  if (local == NULL)
    return g_strv_builder_end (values);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * vigie_store_list_values:
 * @field: index of a field of @entity, of which vigie_values_are_listed()
 * @words: the beginnings of words that a value must have; it is not proposed itself
 * @limit: the most values wanted
 *
 * Returns: (transfer full): values that stand in the field, what is said most first; %NULL with @error set
 */
GStrv
vigie_store_list_values (VigieStore *self, const VigieEntity *entity, guint field, const char *words, guint limit,
                         GError **error)
{
  Question question = { entity, field, (char *) words, limit };

  g_return_val_if_fail (VIGIE_IS_STORE (self) && vigie_values_are_listed (entity, field), NULL);

  return vigie_store_run (self, VIGIE_WORK_BRIEF, list_job, &question, NULL, error);
}

/**
 * vigie_store_list_values_async:
 *
 * As vigie_store_list_values(), without waiting.
 */
void
vigie_store_list_values_async (VigieStore *self, const VigieEntity *entity, guint field, const char *words, guint limit,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, vigie_store_list_values_async);
  *question = (Question) { entity, field, g_strdup (words), limit };
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, list_job, question, question_free, (GDestroyNotify) g_strfreev, task);
}

GStrv
vigie_store_list_values_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
