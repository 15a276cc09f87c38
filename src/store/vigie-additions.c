// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Rows that an import added by the million, as a part of its entry in the journal: what they say, packed to some four
 * bytes a row, where a changeset takes some hundred. They have ids that follow one another, so that they are taken
 * back as a whole, and made again as they were.
 *
 * Packed are: a letter that no changeset begins with, the entity, the first id, the number of rows, which fields any
 * of them measures, and for each row each of these fields: 0 where it is not measured, else the difference to the row
 * before, folded, plus 1. Of a text it is how many bytes it has in common with the one before, plus 1; then how many
 * follow, and those.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-additions.h"

#include "vigie-entities.h"
#include "vigie-facts-notes.h"
#include "vigie-packed.h"
#include "vigie-rollups.h"
#include "vigie-table-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LETTER 'A'

static gint32
get_value (const VigieBatchView *view, guint i, guint field)
{
  return vigie_batch_get (view->batch, view->order != NULL ? view->order[i] : i, field);
}

static gboolean
measures (const VigieBatchView *view, guint field)
{
  if (vigie_batch_has (view->batch, field))
    for (guint i = 0; i < view->n; i++)
      if (get_value (view, i, field) != VIGIE_BATCH_NONE)
        return TRUE;
  return FALSE;
}

/* A bit for each field that any row measures. */
static guint64
find_measured (const VigieBatchView *view)
{
  guint64 measured = 0;

  for (guint field = 0; field < view->batch->entity->n_fields; field++)
    if (measures (view, field))
      measured |= G_GUINT64_CONSTANT (1) << field;
  return measured;
}

static void
pack_text (GByteArray *packed, const char *text, const char *former)
{
  gsize shared = 0;
  gsize rest;

  while (text[shared] != '\0' && text[shared] == former[shared])
    shared++;
  rest = strlen (text + shared);
  vigie_packed_append (packed, shared + 1);
  vigie_packed_append (packed, rest);
  g_byte_array_append (packed, (const guint8 *) text + shared, (guint) rest);
}

static GBytes *
pack_some (const VigieBatchView *view)
{
  const VigieEntity *entity = view->batch->entity;
  GByteArray *packed = g_byte_array_sized_new (view->n * 5 + 64);
  g_autofree gint32 *before = g_new0 (gint32, entity->n_fields);
  guint64 measured = find_measured (view);
  const char *former = "";

  g_byte_array_append (packed, (const guint8 *) &(const char) { LETTER }, 1);
  g_byte_array_append (packed, (const guint8 *) entity->nick, (guint) strlen (entity->nick) + 1);
  vigie_packed_append (packed, (guint64) view->first_id);
  vigie_packed_append (packed, view->n);
  vigie_packed_append (packed, measured);
  for (guint i = 0; i < view->n; i++)
    for (guint field = 0; field < entity->n_fields; field++)
      {
        gint32 value = get_value (view, i, field);

        if ((measured >> field & 1) == 0)
          continue;
        if (value == VIGIE_BATCH_NONE)
          {
            vigie_packed_append (packed, 0);
            continue;
          }
        if (entity->fields[field].type == VIGIE_FIELD_TEXT)
          {
            const char *text = vigie_codes_get (view->batch->codes[field], (guint32) value);

            pack_text (packed, text, former);
            former = text;
            continue;
          }
        vigie_packed_append (packed, vigie_packed_fold ((gint64) value - before[field]) + 1);
        before[field] = value;
      }
  return g_byte_array_free_to_bytes (packed);
}

/**
 * vigie_additions_pack:
 *
 * Returns: (transfer full) (element-type GBytes): the rows of @view, in parts that are read one at a time
 */
GPtrArray *
vigie_additions_pack (const VigieBatchView *view)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < view->n; i += VIGIE_ADDITIONS_MOST)
    {
      VigieBatchView some = {
        .batch = view->batch,
        .order = view->order + i,
        .n = MIN (VIGIE_ADDITIONS_MOST, view->n - i),
        .first_id = view->first_id + i,
      };

      g_ptr_array_add (parts, pack_some (&some));
    }
  return parts;
}

/**
 * vigie_additions_is_packed:
 *
 * Returns: whether @bytes are such rows; if not they are a changeset
 */
gboolean
vigie_additions_is_packed (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && *data == LETTER;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                       _ ("An entry of the journal is damaged: its changes cannot be read."));
  return FALSE;
}

/* @former: the text before, which becomes this one */
static gboolean
unpack_text (GString *former, gsize shared, const guint8 **at, const guint8 *end)
{
  guint64 rest;

  if (shared > former->len || !vigie_packed_read (at, end, &rest) || rest > (guint64) (end - *at))
    return FALSE;
  g_string_truncate (former, shared);
  g_string_append_len (former, (const char *) *at, (gssize) rest);
  *at += rest;
  return former->len <= VIGIE_TEXT_MAX && g_utf8_validate (former->str, (gssize) former->len, NULL);
}

static gboolean
unpack_row (VigieBatch *batch, gint32 *before, GString *former, guint64 measured, const guint8 **at, const guint8 *end)
{
  gint32 *row = vigie_batch_add_row (batch, 0);

  for (guint field = 0; field < batch->entity->n_fields; field++)
    {
      guint64 number;
      gint64 value;

      if ((measured >> field & 1) == 0)
        continue;
      if (!vigie_packed_read (at, end, &number))
        return FALSE;
      if (number == 0)
        continue;
      if (batch->entity->fields[field].type == VIGIE_FIELD_TEXT)
        {
          if (!unpack_text (former, number - 1, at, end))
            return FALSE;
          row[batch->places[field]] = (gint32) vigie_codes_add (batch->codes[field], former->str);
          continue;
        }
      value = before[field] + vigie_packed_unfold (number - 1);
      if (value <= G_MININT32 || value > G_MAXINT32)
        return FALSE;
      row[batch->places[field]] = before[field] = (gint32) value;
    }
  return TRUE;
}

static const VigieEntity *
read_entity (const guint8 **at, const guint8 *end)
{
  const guint8 *nul = *at < end ? memchr (*at, '\0', (gsize) (end - *at)) : NULL;
  const char *nick = (const char *) *at;
  const VigieEntity *entity = nul != NULL ? vigie_entity_from_nick (nick) : NULL;

  if (entity == NULL || !vigie_batch_can_keep (entity))
    return NULL;
  *at = nul + 1;
  return entity;
}

/**
 * vigie_additions_unpack:
 * @first_id: (out): the id of the first row
 *
 * Returns: (transfer full): the rows; %NULL with @error where @packed is damaged
 */
VigieBatch *
vigie_additions_unpack (GBytes *packed, gint64 *first_id, GError **error)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (packed, &size);
  const guint8 *end = at + size;
  g_autoptr (VigieBatch) batch = NULL;
  g_autofree gint32 *before = NULL;
  g_autoptr (GString) former = g_string_new (NULL);
  const VigieEntity *entity;
  guint64 id, n, measured;

  at++;
  entity = read_entity (&at, end);
  if (entity == NULL || !vigie_packed_read (&at, end, &id) || !vigie_packed_read (&at, end, &n) ||
      !vigie_packed_read (&at, end, &measured) || id > G_MAXINT64 / 2 || n > VIGIE_ADDITIONS_MOST)
    {
      fail (error);
      return NULL;
    }
  batch = vigie_batch_new (entity, measured);
  before = g_new0 (gint32, entity->n_fields);
  for (guint64 i = 0; i < n; i++)
    if (!unpack_row (batch, before, former, measured, &at, end))
      {
        fail (error);
        return NULL;
      }
  *first_id = (gint64) id;
  return g_steal_pointer (&batch);
}

/**
 * vigie_additions_insert:
 * @with_ids: whether the rows get the ids of @view; else those that follow the last, and one whose key is there already
 *   is passed over
 * @n_added: (out): how many were not there
 */
gboolean
vigie_additions_insert (VigieConnection *connection, const VigieBatchView *view, gboolean with_ids, gint64 *n_added,
                        GError **error)
{
  g_autofree char *sql =
    vigie_table_sql_insert_batch (view->batch->entity, VIGIE_BATCH_TABLE, find_measured (view), with_ids);

  if (!vigie_batch_table_show (connection, view, error) || !vigie_connection_execute (connection, sql, error))
    return FALSE;
  *n_added = vigie_connection_n_changed (connection);
  return TRUE;
}

/* --- taking back, making again --------------------------------------------------------------------- */

static gboolean
is_as_added (VigieStatement *row, const VigieBatchView *view, guint i)
{
  const VigieBatch *batch = view->batch;
  const VigieEntity *entity = batch->entity;

  for (guint field = 0; field < entity->n_fields; field++)
    {
      int column = (int) field + 1;
      gint64 value;

      if (vigie_statement_is_null (row, column))
        value = VIGIE_BATCH_NONE;
      else if (!vigie_batch_has (batch, field))
        return FALSE;
      else if (entity->fields[field].type == VIGIE_FIELD_TEXT)
        value = (gint32) vigie_codes_find (batch->codes[field], vigie_statement_get_text (row, column));
      else if (entity->fields[field].type == VIGIE_FIELD_DATE)
        value = vigie_statement_get_date (row, column);
      else
        value = vigie_statement_get_integer (row, column);
      if (value != get_value (view, i, field))
        return FALSE;
    }
  return TRUE;
}

/* Whether every row is there and says what it said when it was added. */
static gboolean
compare (VigieConnection *connection, const VigieBatchView *view, VigieConflict *conflict, GError **error)
{
  const VigieEntity *entity = view->batch->entity;
  g_autofree char *sql = vigie_table_sql_select_ids (entity);
  g_autoptr (VigieStatement) rows = vigie_connection_prepare (connection, sql, error);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  vigie_statement_bind_integer (rows, 1, view->first_id);
  vigie_statement_bind_integer (rows, 2, view->first_id + view->n - 1);
  for (guint i = 0; i < view->n; i++)
    {
      gint64 id = view->first_id + i;

      if (vigie_statement_step (rows, &local) && vigie_statement_get_integer (rows, 0) == id &&
          is_as_added (rows, view, i))
        continue;
      if (local == NULL)
        {
          *conflict = (VigieConflict) { VIGIE_CONFLICT_ROW, g_strdup (entity->nick), id };
          g_set_error_literal (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT, entity->nick);
        }
      g_propagate_error (error, local);
      return FALSE;
    }
  return TRUE;
}

static gboolean
delete_rows (VigieConnection *connection, const VigieBatchView *view, VigieConflict *conflict, GError **error)
{
  const VigieEntity *entity = view->batch->entity;
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id BETWEEN ?1 AND ?2", entity->nick);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_integer (statement, 1, view->first_id);
  vigie_statement_bind_integer (statement, 2, view->first_id + view->n - 1);
  if (vigie_statement_run (statement, error))
    return TRUE;
  conflict->kind = VIGIE_CONFLICT_REFERENCE;
  return FALSE;
}

static gboolean
take_back (VigieConnection *connection, const VigieBatchView *view, VigieConflict *conflict, GError **error)
{
  const char *table = view->batch->entity->nick;

  return compare (connection, view, conflict, error) && vigie_rollups_remove_batch (connection, view, error) &&
         vigie_rollups_unwatch (connection, error) && vigie_facts_notes_pause (connection, table, error) &&
         delete_rows (connection, view, conflict, error) && vigie_rollups_watch (connection, error) &&
         vigie_facts_notes_resume (connection, table, error);
}

static gboolean
make_again (VigieConnection *connection, const VigieBatchView *view, VigieConflict *conflict, GError **error)
{
  const char *table = view->batch->entity->nick;
  gint64 n_added;

  if (!vigie_rollups_unwatch (connection, error) || !vigie_facts_notes_pause (connection, table, error))
    return FALSE;
  if (!vigie_additions_insert (connection, view, TRUE, &n_added, error))
    {
      *conflict = (VigieConflict) { VIGIE_CONFLICT_RULE, g_strdup (view->batch->entity->nick), 0 };
      return FALSE;
    }
  return vigie_rollups_watch (connection, error) && vigie_facts_notes_resume (connection, table, error) &&
         vigie_rollups_add_batch (connection, view, error);
}

/**
 * vigie_additions_apply:
 * @connection: within a transaction
 * @inverted: whether the rows are taken back rather than made again
 * @conflict: (out caller-allocates): as vigie_changeset_apply() has it
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_additions_apply (VigieConnection *connection, GBytes *packed, gboolean inverted, VigieConflict *conflict,
                       GError **error)
{
  g_autoptr (VigieBatch) batch = NULL;
  VigieBatchView view = { 0 };

  *conflict = (VigieConflict) { 0 };
  batch = vigie_additions_unpack (packed, &view.first_id, error);
  if (batch == NULL)
    return FALSE;
  view.batch = batch;
  view.n = batch->n_rows;
  if (view.n == 0)
    return TRUE;
  return inverted ? take_back (connection, &view, conflict, error) : make_again (connection, &view, conflict, error);
}
