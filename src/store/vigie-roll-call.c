// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Who attended a training session: a list of references as it was pasted, looked up in the register before anything is
 * written.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-roll-call.h"

#include "vigie-store-private.h"

/* What parts one reference from the next in a list that was pasted: lines, and what tables are parted by. */
#define SEPARATORS " \t\r\n,;|"

void
vigie_roll_call_free (VigieRollCall *self)
{
  g_clear_pointer (&self->present, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_pointer (&self->doubled, g_ptr_array_unref);
  g_clear_pointer (&self->valid, g_ptr_array_unref);
  g_clear_pointer (&self->recorded, g_ptr_array_unref);
  g_free (self);
}

static VigieRollCall *
roll_call_new (void)
{
  VigieRollCall *self = g_new0 (VigieRollCall, 1);

  self->present = g_ptr_array_new_with_free_func (g_free);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->doubled = g_ptr_array_new_with_free_func (g_free);
  self->valid = g_ptr_array_new_with_free_func (g_free);
  self->recorded = g_ptr_array_new_with_free_func (g_free);
  return self;
}

typedef struct
{
  char *module;
  VigieDate day;
  char *text;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->module);
  g_free (question->text);
  g_free (question);
}

static VigieDate
read_date (VigieStatement *statement, int column)
{
  const char *text = vigie_statement_get_text (statement, column);

  return text != NULL ? vigie_date_parse_iso (text) : VIGIE_DATE_NONE;
}

/* Whether a completion holds on the day: it does not on that of its expiry. */
static gboolean
holds (VigieDate completed_on, VigieDate expires_on, gint64 months, VigieDate day)
{
  if (completed_on > day)
    return FALSE;
  if (expires_on == VIGIE_DATE_NONE && months > 0)
    expires_on = vigie_date_add_months (completed_on, (int) months);
  return expires_on == VIGIE_DATE_NONE || expires_on > day;
}

static gboolean
look_up (VigieRollCall *self, VigieStatement *staff, VigieStatement *held, const Question *question, const char *code,
         GError **error)
{
  gboolean valid = FALSE, recorded = FALSE;
  GError *local = NULL;

  vigie_statement_reset (staff);
  vigie_statement_bind_text (staff, 1, code);
  if (!vigie_statement_step (staff, &local))
    {
      if (local == NULL)
        g_ptr_array_add (self->unknown, g_strdup (code));
      else
        g_propagate_error (error, local);
      return local == NULL;
    }
  g_ptr_array_add (self->present, g_strdup (code));
  vigie_statement_reset (held);
  vigie_statement_bind_integer (held, 1, vigie_statement_get_integer (staff, 0));
  vigie_statement_bind_text (held, 2, question->module);
  while (vigie_statement_step (held, &local))
    {
      VigieDate completed_on = read_date (held, 0);

      if (completed_on == question->day)
        recorded = TRUE;
      else
        valid |= holds (completed_on, read_date (held, 1), vigie_statement_get_integer_or (held, 2, 0), question->day);
    }
  if (recorded)
    g_ptr_array_add (self->recorded, g_strdup (code));
  else if (valid)
    g_ptr_array_add (self->valid, g_strdup (code));
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static VigieRollCall *
look_up_all (VigieConnection *connection, const Question *question, GError **error)
{
  g_autoptr (VigieRollCall) self = roll_call_new ();
  g_autoptr (VigieStatement) staff =
    vigie_connection_prepare (connection, "SELECT id FROM staff WHERE code = ?1", error);
  g_autoptr (VigieStatement) held = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) twice = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) codes = g_strsplit_set (question->text, SEPARATORS, -1);

  if (staff == NULL)
    return NULL;
  held = vigie_connection_prepare (
    connection,
    "SELECT c.completed_on, c.expires_on, m.validity_months FROM completion AS c JOIN module AS m ON m.id = c.module_id"
    " WHERE c.staff_id = ?1 AND m.code = ?2",
    error);
  if (held == NULL)
    return NULL;
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      if (*codes[i] == '\0')
        continue;
      if (!g_hash_table_add (seen, codes[i]))
        {
          if (g_hash_table_add (twice, codes[i]))
            g_ptr_array_add (self->doubled, g_strdup (codes[i]));
        }
      else if (!look_up (self, staff, held, question, codes[i], error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static gpointer
look_up_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return look_up_all (vigie_register_get_connection (reg), data, error);
}

/**
 * vigie_store_call_roll:
 * @module: the code of the module that was taught
 * @day: when
 * @text: references of staff, parted by lines, blanks, commas, semicolons or bars
 *
 * Returns: (transfer full): what the register says of them; %NULL with @error set
 */
VigieRollCall *
vigie_store_call_roll (VigieStore *self, const char *module, VigieDate day, const char *text, GCancellable *cancellable,
                       GError **error)
{
  Question question = { (char *) module, day, (char *) text };

  g_return_val_if_fail (VIGIE_IS_STORE (self) && module != NULL && text != NULL, NULL);

  return vigie_store_run (self, VIGIE_WORK_IN_TURN, look_up_job, &question, cancellable, error);
}

/**
 * vigie_store_call_roll_async:
 *
 * As vigie_store_call_roll(), without waiting.
 */
void
vigie_store_call_roll_async (VigieStore *self, const char *module, VigieDate day, const char *text,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->module = g_strdup (module);
  question->day = day;
  question->text = g_strdup (text);
  g_task_set_source_tag (task, vigie_store_call_roll_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, look_up_job, question, question_free,
                        (GDestroyNotify) vigie_roll_call_free, task);
}

VigieRollCall *
vigie_store_call_roll_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
