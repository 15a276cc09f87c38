// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFacts: what is read of a register to compute every number from, as of a day and for a scope.
 *
 * One job reads both the day asked about and the day of the last meeting before it, within one
 * transaction, so that a change made meanwhile by another program cannot come between the two.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#include "vigie-entries.h"
#include "vigie-memory.h"
#include "vigie-rollups.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a file says of itself is not trusted further. */
#define MOST_EXPECTED 10000000
/* A minute, as each waits for VIGIE_CONNECTION_BUSY_TIMEOUT_MS. */
#define HOURS_ATTEMPTS 12

const char *
vigie_facts_text (VigieFactsReader *self, VigieStatement *row, int column)
{
  const char *text = vigie_statement_get_text (row, column);

  return text != NULL ? g_string_chunk_insert_const (self->facts->origin->texts->strings, text) : NULL;
}

/*
 * The same few words come again and again: a look into the table of a type, which other threads may be making, takes
 * longer than reading the row.
 */
int
vigie_facts_enum (VigieFactsReader *self, VigieStatement *row, int column, GType type)
{
  const char *nick = vigie_statement_get_text (row, column);
  VigieFactsNick *known;
  int value;

  if (nick == NULL)
    return -1;
  known = &self->nicks[(g_str_hash (nick) ^ (type >> 4)) % VIGIE_FACTS_N_NICKS];
  if (known->type == type && strcmp (known->nick, nick) == 0)
    return known->value;
  if (!vigie_enum_from_nick (type, nick, &value))
    return -1;
  if (g_strlcpy (known->nick, nick, sizeof known->nick) < sizeof known->nick)
    {
      known->type = type;
      known->value = value;
    }
  else
    known->type = G_TYPE_INVALID;
  return value;
}

/* The index of the element of an id: arrays begin with it and are sorted by it; -1 none. */
int
vigie_facts_find (gconstpointer elements, gsize n_elements, gsize element_size, gint64 id)
{
  gsize low = 0, high = n_elements;
  gint64 first = n_elements > 0 ? *(const gint64 *) elements : 0;

  /* Where no record was ever removed it stands as far from the first as its number does. */
  if (id >= first && (guint64) (id - first) < n_elements &&
      *(const gint64 *) (gconstpointer) ((const char *) elements + (gsize) (id - first) * element_size) == id)
    return (int) (id - first);
  while (low < high)
    {
      gsize middle = (low + high) / 2;
      gint64 found = *(const gint64 *) (gconstpointer) ((const char *) elements + middle * element_size);

      if (found == id)
        return (int) middle;
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

int
vigie_facts_index (gconstpointer elements, gsize n_elements, gsize element_size, VigieStatement *row, int column)
{
  return vigie_facts_find (elements, n_elements, element_size, vigie_statement_get_integer_or (row, column, 0));
}

static void
bind (VigieFactsReader *self, VigieStatement *statement)
{
  int n = vigie_statement_n_parameters (statement);

  if (n >= 1)
    vigie_statement_bind_date (statement, 1, self->facts->as_of);
  if (n >= 2)
    vigie_statement_bind_text (statement, 2, vigie_scope_get_site (self->scope));
  if (n >= 3)
    vigie_statement_bind_text (statement, 3, vigie_scope_get_profession (self->scope));
}

/* Whether all of the register is asked about. */
gboolean
vigie_facts_is_whole (const VigieFactsReader *self)
{
  return vigie_scope_get_site (self->scope) == NULL && vigie_scope_get_profession (self->scope) == NULL;
}

/* What @sql answers: as it was kept, else of the register, and then @packed is what is to be kept of it, if anything. */
static VigieStatement *
ask (VigieFactsReader *self, const char *sql, VigiePackedRows **packed, GError **error)
{
  gboolean keeps = self->rows != NULL && vigie_facts_rows_keeps (self->rows, sql);
  VigieStatement *statement;

  self->n_expected = 0;
  *packed = NULL;
  statement = keeps ? vigie_facts_rows_find (self->rows, sql, &self->n_expected) : NULL;
  if (statement != NULL)
    return statement;
  statement = vigie_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  bind (self, statement);
  if (keeps)
    *packed = vigie_packed_rows_new ((guint) vigie_statement_n_columns (statement));
  return statement;
}

static gboolean
step (VigieFactsReader *self, VigieStatement *statement, VigiePackedRows *packed, GError **error)
{
  if (!vigie_statement_step (statement, error))
    {
      self->damaged |= vigie_statement_is_damaged (statement);
      return FALSE;
    }
  if (packed != NULL)
    vigie_statement_pack (statement, packed);
  return TRUE;
}

/* An array for as many elements as the answer that is being read has rows, where that is known. */
GArray *
vigie_facts_expect (const VigieFactsReader *self, gsize element_size)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, (guint) element_size, (guint) MIN (self->n_expected, MOST_EXPECTED));

  vigie_memory_expect_large (array->data, MIN (self->n_expected, MOST_EXPECTED) * element_size);
  return array;
}

/**
 * vigie_facts_read:
 * @elements: (out) (array length=n_elements): what @read_row kept, in the order of the rows
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_facts_read (VigieFactsReader *self, const char *sql, gsize element_size, VigieFactsReadRow read_row,
                  gpointer *elements, gsize *n_elements, GError **error)
{
  g_autoptr (VigiePackedRows) packed = NULL;
  g_autoptr (VigieStatement) statement = ask (self, sql, &packed, error);
  g_autoptr (GArray) array = vigie_facts_expect (self, element_size);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  while (step (self, statement, packed, &local))
    {
      self->n_read = array->len;
      g_array_set_size (array, array->len + 1);
      memset (array->data + self->n_read * element_size, 0, element_size);
      if (!read_row (self, statement, array->data + self->n_read * element_size))
        g_array_set_size (array, (guint) self->n_read);
    }
  if (local == NULL && self->damaged)
    vigie_rollups_fail (&local);
  if (local != NULL && self->rows != NULL)
    vigie_facts_rows_forget (self->rows, sql);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (packed != NULL)
    vigie_facts_rows_put (self->rows, sql, packed);
  *elements = g_array_steal (array, n_elements);
  return TRUE;
}

/* As vigie_facts_read(), for an array of the facts. */
gboolean
vigie_facts_read_own (VigieFactsReader *self, const char *sql, gsize element_size, VigieFactsReadRow read_row,
                      gpointer *elements, gsize *n_elements, GError **error)
{
  if (!vigie_facts_read (self, sql, element_size, read_row, elements, n_elements, error))
    return FALSE;
  vigie_facts_own (self->facts, *elements, *n_elements, element_size);
  return TRUE;
}

/*
 * Hours take as long as there are trainings, and one figure alone is about them. On a network share, where nobody else
 * may read, they are read with the rest.
 */
gboolean
vigie_facts_put_off_hours (VigieFactsReader *reader, GError **error)
{
  VigieFactsOrigin *origin = reader->facts->origin;

  origin->scope = vigie_scope_ref (reader->scope);
  if (vigie_connection_is_on_share (reader->connection))
    return vigie_facts_read_hours (reader, error);
  origin->path = g_strdup (vigie_connection_get_path (reader->connection));
  return TRUE;
}

static gboolean
read_hours_of (VigieFacts *facts, GError **error)
{
  g_autoptr (VigieConnection) connection = vigie_connection_open (facts->origin->path, VIGIE_OPEN_READ, error);
  VigieFactsReader reader = { .facts = facts, .connection = connection, .scope = facts->origin->scope };
  g_autoptr (VigieFactsRows) rows = NULL;
  gint64 n_late = 0;
  gboolean read;

  if (connection == NULL || !vigie_connection_execute (connection, "BEGIN DEFERRED", error))
    return FALSE;
  rows = vigie_facts_rows_new (connection);
  reader.rows = rows;
  read = vigie_entries_hide_late (connection, facts->as_of, facts->known_on, &n_late, error) &&
         (rows == NULL || vigie_facts_rows_look_for_views (rows, error)) && vigie_facts_read_hours (&reader, error);
  vigie_entries_show_late (connection, n_late);
  vigie_connection_rollback (connection);
  return read;
}

/* An import of very many rows lets nobody read before it ends: each attempt waits some seconds for that. */
static gboolean
read_hours_patiently (VigieFacts *facts, GError **error)
{
  for (int n = 1;; n++)
    {
      GError *local = NULL;

      if (read_hours_of (facts, &local))
        return TRUE;
      if (n == HOURS_ATTEMPTS || !g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      g_error_free (local);
    }
}

/**
 * vigie_facts_read_hours_once:
 *
 * Reads the hours of training, where they were not, and waits for it. From any thread but that of the store. Where the
 * register is no longer there, they stay not measured.
 */
void
vigie_facts_read_hours_once (const VigieFacts *self)
{
  VigieFacts *facts = (VigieFacts *) self;
  g_autoptr (GError) error = NULL;

  if (!g_once_init_enter (&facts->origin->hours_read))
    return;
  if (facts->origin->path != NULL && !read_hours_patiently (facts, &error))
    g_debug ("hours could not be read: %s", error->message);
  g_once_init_leave (&facts->origin->hours_read, 1);
}

/* What facts are made of: of @later, those of a later day that these are the former of, or of @base and what changed. */
typedef struct
{
  const VigieFacts *later;
  const VigieFacts *base;
  const VigieFactsNotes *changes;
  VigieFactsRows *rows; /* (nullable) */
} Source;

/* What the register held on the day; of the day asked about also what is told over time. */
static VigieFacts *
read_day (VigieConnection *connection, VigieScope *scope, const Source *source, const VigieFacts *other, GError **error)
{
  g_autoptr (VigieFacts) facts = vigie_facts_new (vigie_scope_get_as_of (scope), other);
  VigieFactsReader reader = {
    .facts = facts,
    .connection = connection,
    .scope = scope,
    .over_time = source->later == NULL || vigie_connection_is_on_share (connection),
    .other = other,
    .rows = source->rows,
  };

  if (!vigie_facts_read_organisation (&reader, error) || !vigie_facts_read_systems (&reader, error) ||
      !vigie_facts_read_training (&reader, error) || !vigie_facts_read_barriers (&reader, error) ||
      !vigie_facts_read_governance (&reader, NULL, error))
    return NULL;
  if (reader.over_time && !(vigie_facts_read_budget (&reader, error) && vigie_facts_read_posts (&reader, error) &&
                            vigie_facts_put_off_hours (&reader, error)))
    return NULL;
  return g_steal_pointer (&facts);
}

/* Whether what was read for a later day tells of the day of @scope, too: not where something was hidden from it. */
static gboolean
tells_all (const VigieFacts *later, VigieScope *scope)
{
  return later != NULL && later->n_late == 0 && vigie_scope_get_as_of (scope) <= later->as_of;
}

/* What is left of facts that were read before once what changed was read anew; %NULL where all is to be read. */
static VigieFacts *
renew_day (VigieConnection *connection, VigieScope *scope, const Source *source, GError **error)
{
  g_autoptr (VigieFacts) facts = vigie_facts_new (source->base->as_of, source->base);
  VigieFactsReader reader = {
    .facts = facts,
    .connection = connection,
    .scope = scope,
    .over_time = source->later == NULL,
  };
  gboolean renewed;

  return vigie_facts_renew (&reader, source->base, source->changes, &renewed, error) && renewed
           ? g_steal_pointer (&facts)
           : NULL;
}

static VigieFacts *
make_day (VigieConnection *connection, VigieScope *scope, const Source *source, gint64 n_late, GError **error)
{
  const VigieFacts *later = source->later;
  GError *local = NULL;
  VigieFacts *facts = NULL;

  if (source->base != NULL && source->base->as_of == vigie_scope_get_as_of (scope))
    facts = renew_day (connection, scope, source, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  if (facts != NULL || local != NULL)
    return facts;
  return read_day (connection, scope, source, n_late == 0 && tells_all (later, scope) ? later : NULL, error);
}

/* As it was known by the end of the day that the scope asks for, else of the day itself. */
static VigieFacts *
read_as_known (VigieConnection *connection, VigieScope *scope, const Source *source, GError **error)
{
  VigieDate asked = vigie_scope_get_known_on (scope);
  VigieDate known_on = asked != VIGIE_DATE_NONE ? asked : vigie_scope_get_as_of (scope);
  gint64 n_late = 0;
  VigieFacts *facts = NULL;

  if (vigie_entries_hide_late (connection, vigie_scope_get_as_of (scope), known_on, &n_late, error) &&
      (source->rows == NULL || vigie_facts_rows_look_for_views (source->rows, error)))
    facts = make_day (connection, scope, source, n_late, error);
  vigie_entries_show_late (connection, n_late);
  if (facts == NULL)
    return NULL;
  facts->known_on = known_on;
  facts->n_late = n_late;
  return facts;
}

/* @base is what was read before, and @changes what changed since. */
static VigieFacts *
read_both_days (VigieConnection *connection, VigieScope *scope, const VigieFacts *base, const VigieFactsNotes *changes,
                GError **error)
{
  g_autoptr (VigieFactsRows) rows = vigie_facts_rows_new (connection);
  const Source source = { NULL, base, changes, rows };
  g_autoptr (VigieFacts) facts = read_as_known (connection, scope, &source, error);
  const Source former = { facts, base != NULL ? base->previous : NULL, changes, rows };
  g_autoptr (VigieScope) before = NULL;

  if (facts == NULL)
    return NULL;
  if (vigie_scope_get_since (scope) != VIGIE_DATE_NONE)
    facts->previous_meeting = vigie_scope_get_since (scope);
  if (facts->previous_meeting == VIGIE_DATE_NONE)
    return g_steal_pointer (&facts);
  before = vigie_scope_with_date (scope, facts->previous_meeting);
  facts->previous = read_as_known (connection, before, &former, error);
  return facts->previous != NULL ? g_steal_pointer (&facts) : NULL;
}

static VigieFacts *
read_day_before (const VigieFacts *facts, GError **error)
{
  g_autoptr (VigieConnection) connection = vigie_connection_open (facts->origin->path, VIGIE_OPEN_READ, error);
  g_autoptr (VigieScope) before = vigie_scope_with_date (facts->origin->scope, facts->previous_meeting);
  g_autoptr (VigieFactsRows) rows = NULL;
  VigieFacts *read;

  if (connection == NULL || !vigie_connection_execute (connection, "BEGIN DEFERRED", error))
    return NULL;
  rows = vigie_facts_rows_new (connection);
  read = read_as_known (connection, before, &(Source) { .rows = rows }, error);
  vigie_connection_rollback (connection);
  return read;
}

/**
 * vigie_facts_get_day_before:
 *
 * Reads what @previous has not, since few ask for it: what its day could tell over time. Waits for it. From any thread
 * but that of the store.
 *
 * Returns: (transfer none) (nullable): the facts of the day that changes are told from; where the register is no longer
 *   there, @previous of @self
 */
const VigieFacts *
vigie_facts_get_day_before (const VigieFacts *self)
{
  VigieFactsOrigin *origin = self->origin;
  g_autoptr (GError) error = NULL;

  if (self->previous == NULL || origin->path == NULL)
    return self->previous;
  if (g_once_init_enter (&origin->day_before_read))
    {
      origin->day_before = read_day_before (self, &error);
      if (error != NULL)
        g_debug ("the day before could not be read: %s", error->message);
      g_once_init_leave (&origin->day_before_read, 1);
    }
  return origin->day_before != NULL ? origin->day_before : self->previous;
}

static VigieFacts *
load_in_transaction (VigieRegister *reg, VigieScope *scope, GError **error)
{
  g_auto (VigieFactsNotes) changes = { 0 };
  g_autoptr (VigieFacts) base = NULL;
  VigieFacts *facts;
  GError *local = NULL;

  base = vigie_facts_find_kept (reg, scope, &changes, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (base != NULL && changes.parts == 0)
    return g_steal_pointer (&base);
  facts = read_both_days (vigie_register_get_connection (reg), scope, base, &changes, error);
  if (facts == NULL)
    return NULL;
  if (base != NULL)
    vigie_facts_succeed (facts, base);
  vigie_facts_keep (reg, scope, facts);
  return facts;
}

static gpointer
load_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  VigieConnection *connection = vigie_register_get_connection (reg);
  VigieFacts *facts;

  /* Reading only: "BEGIN IMMEDIATE" would wait for another program's writing, and must not. */
  if (!vigie_facts_look_for_changes (reg, error) || !vigie_connection_execute (connection, "BEGIN DEFERRED", error))
    return NULL;
  facts = load_in_transaction (reg, data, error);
  vigie_connection_rollback (connection);
  return facts;
}

/**
 * vigie_facts_load:
 * @scope: the day, the unit with all below it, and the profession asked about
 *
 * Reads what the register held on the day and, in @previous, on the day of the last meeting held before
 * it. A unit or a profession that does not exist is %VIGIE_STORE_ERROR_UNKNOWN_REFERENCE.
 *
 * Returns: (transfer full): the facts; %NULL with @error set
 */
VigieFacts *
vigie_facts_load (VigieStore *store, VigieScope *scope, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (store), NULL);
  g_return_val_if_fail (scope != NULL, NULL);

  return vigie_store_run (store, VIGIE_WORK_LONG, load_job, scope, cancellable, error);
}

/**
 * vigie_facts_load_async:
 *
 * As vigie_facts_load(), without waiting.
 */
void
vigie_facts_load_async (VigieStore *store, VigieScope *scope, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_return_if_fail (VIGIE_IS_STORE (store));
  g_return_if_fail (scope != NULL);

  g_task_set_source_tag (task, vigie_facts_load_async);
  vigie_store_run_task (store, VIGIE_WORK_LONG, load_job, vigie_scope_ref (scope), (GDestroyNotify) vigie_scope_unref,
                        (GDestroyNotify) vigie_facts_unref, g_steal_pointer (&task));
}

VigieFacts *
vigie_facts_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
