// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What values a field has among some records, and how many of them have each: to group a list, and to choose what it is
 * narrowed to.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-groups.h"

#include "vigie-query-sql.h"
#include "vigie-store-private.h"

typedef struct
{
  VigieQuery *query;
  guint field;
} Question;

void
vigie_group_free (VigieGroup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->value);
  g_free (self->title);
  g_free (self);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  vigie_query_free (question->query);
  g_free (question);
}

/* The value as a record has it, which knows how to tell it. */
static VigieGroup *
read_group (const Question *question, VigieStatement *statement)
{
  const VigieEntity *entity = question->query->entity;
  const VigieField *field = &entity->fields[question->field];
  VigieEntity alone = { .nick = entity->nick, .fields = field, .n_fields = 1 };
  g_autoptr (VigieRecord) record = vigie_table_read_row (&alone, statement, 0);
  VigieGroup *group = g_new0 (VigieGroup, 1);

  if (field->type == VIGIE_FIELD_REFERENCE && !vigie_statement_is_null (statement, 2))
    vigie_record_set_title (record, 0, vigie_statement_get_text (statement, 2));
  group->value = vigie_field_dup_canonical (field, vigie_record_get_value (record, 0));
  group->title = vigie_record_display (record, 0);
  group->n_records = vigie_statement_get_integer (statement, 1);
  return group;
}

static gpointer
groups_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_group_free);
  g_autoptr (VigieStatement) statement = NULL;
  GError *local = NULL;

  statement = vigie_query_prepare_groups (question->query, question->field, vigie_register_get_connection (reg), error);
  if (statement == NULL)
    return NULL;
  while (vigie_statement_step (statement, &local))
    g_ptr_array_add (groups, read_group (question, statement));
  if (local == NULL)
    return g_steal_pointer (&groups);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * vigie_store_list_groups:
 * @query: which records; its order and its limit do not matter
 * @field: index of a field of the query's entity
 *
 * Returns: (transfer full) (element-type VigieGroup): the values that the field has among them, in the order of values,
 *   what is not measured last; %NULL with @error set
 */
GPtrArray *
vigie_store_list_groups (VigieStore *self, const VigieQuery *query, guint field, GCancellable *cancellable,
                         GError **error)
{
  Question question = { (VigieQuery *) query, field };

  g_return_val_if_fail (VIGIE_IS_STORE (self) && query != NULL && field < query->entity->n_fields, NULL);

  return vigie_store_run (self, VIGIE_WORK_BRIEF, groups_job, &question, cancellable, error);
}

/**
 * vigie_store_list_groups_async:
 *
 * As vigie_store_list_groups(), without waiting.
 */
void
vigie_store_list_groups_async (VigieStore *self, const VigieQuery *query, guint field, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, vigie_store_list_groups_async);
  question->query = vigie_query_copy (query);
  question->field = field;
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, groups_job, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                        task);
}

GPtrArray *
vigie_store_list_groups_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
