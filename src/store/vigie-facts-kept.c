// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts that were read before and still hold: asked again, a register that has not changed answers without reading.
 *
 * The thread of a register keeps the last few, as long as neither it nor another program has changed the register. What
 * somebody made of kept facts may be kept beside them, and goes with them; so they may refer to each other.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

/* What is shown, what is gone back to, and what stands beside it; of a large register no more than is shown. */
#define MOST_KEPT 4
#define MOST_ROWS 500000

typedef struct
{
  GPtrArray *facts; /* the latest last */
  GPtrArray *scopes;
  gint64 data_version; /* tells what other programs changed */
  gint64 n_own;        /* rows that this connection changed, in the register and beside it */
} KeptFacts;

static void
let_go (KeptFacts *self, guint index)
{
  vigie_facts_forget (g_ptr_array_index (self->facts, index));
  g_ptr_array_remove_index (self->facts, index);
  g_ptr_array_remove_index (self->scopes, index);
}

static void
let_go_all (KeptFacts *self)
{
  while (self->facts->len > 0)
    let_go (self, self->facts->len - 1);
}

static void
kept_facts_free (gpointer data)
{
  KeptFacts *self = data;

  let_go_all (self);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->scopes);
  g_free (self);
}

static KeptFacts *
get_kept (VigieRegister *reg)
{
  KeptFacts *self = vigie_register_get_kept (reg);

  if (self != NULL)
    return self;
  self = g_new0 (KeptFacts, 1);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_facts_unref);
  self->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_scope_unref);
  vigie_register_keep (reg, self, kept_facts_free);
  return self;
}

/* Whether the same is read: what is only assumed changes no facts. */
static gboolean
reads_the_same (const VigieScope *a, const VigieScope *b)
{
  return vigie_scope_get_as_of (a) == vigie_scope_get_as_of (b) &&
         vigie_scope_get_since (a) == vigie_scope_get_since (b) &&
         vigie_scope_get_known_on (a) == vigie_scope_get_known_on (b) &&
         g_strcmp0 (vigie_scope_get_site (a), vigie_scope_get_site (b)) == 0 &&
         g_strcmp0 (vigie_scope_get_profession (a), vigie_scope_get_profession (b)) == 0;
}

/**
 * vigie_facts_find_kept:
 * @reg: within a transaction
 *
 * Returns: (transfer full) (nullable): the facts of @scope where they were read and still hold
 */
VigieFacts *
vigie_facts_find_kept (VigieRegister *reg, const VigieScope *scope, GError **error)
{
  KeptFacts *self = get_kept (reg);
  VigieConnection *connection = vigie_register_get_connection (reg);
  GError *local = NULL;
  gint64 data_version = vigie_connection_query_integer (connection, "PRAGMA data_version", 0, &local);
  gint64 n_own = vigie_connection_n_changed_ever (connection);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (data_version != self->data_version || n_own != self->n_own)
    let_go_all (self);
  self->data_version = data_version;
  self->n_own = n_own;
  for (guint i = 0; i < self->scopes->len; i++)
    if (reads_the_same (g_ptr_array_index (self->scopes, i), scope))
      return vigie_facts_ref (g_ptr_array_index (self->facts, i));
  return NULL;
}

static gsize
count_rows (const KeptFacts *self)
{
  gsize rows = 0;

  for (guint i = 0; i < self->facts->len; i++)
    {
      const VigieFacts *facts = g_ptr_array_index (self->facts, i);

      rows += facts->n_history + facts->n_coverage;
    }
  return rows;
}

/**
 * vigie_facts_keep:
 * @facts: (transfer none): of @scope, just read in the transaction in which vigie_facts_find_kept() found none
 */
void
vigie_facts_keep (VigieRegister *reg, VigieScope *scope, VigieFacts *facts)
{
  KeptFacts *self = get_kept (reg);

  /* Views beside the register were made and unmade for the reading. */
  self->n_own = vigie_connection_n_changed_ever (vigie_register_get_connection (reg));
  facts->origin->kept = TRUE;
  g_ptr_array_add (self->facts, vigie_facts_ref (facts));
  g_ptr_array_add (self->scopes, vigie_scope_ref (scope));
  while (self->facts->len > MOST_KEPT || (self->facts->len > 1 && count_rows (self) > MOST_ROWS))
    let_go (self, 0);
}

/* The facts are let go of, and what was made of them with them. */
void
vigie_facts_forget (VigieFacts *self)
{
  gpointer made;

  g_mutex_lock (&self->origin->lock);
  self->origin->kept = FALSE;
  made = g_steal_pointer (&self->origin->made);
  g_mutex_unlock (&self->origin->lock);
  if (made != NULL)
    g_boxed_free (self->origin->made_type, made);
}

/**
 * vigie_facts_set_made:
 * @type: a boxed type, counted by reference
 * @made: (transfer none): what was made of @self, and refers to it
 *
 * Keeps @made for as long as @self is kept; where it is not, nothing happens. From any thread.
 */
void
vigie_facts_set_made (VigieFacts *self, GType type, gpointer made)
{
  gpointer former;

  g_mutex_lock (&self->origin->lock);
  former = g_steal_pointer (&self->origin->made);
  self->origin->made_type = type;
  if (self->origin->kept)
    self->origin->made = g_boxed_copy (type, made);
  g_mutex_unlock (&self->origin->lock);
  if (former != NULL)
    g_boxed_free (type, former);
}

/**
 * vigie_facts_dup_made:
 *
 * Returns: (transfer full) (nullable): what vigie_facts_set_made() kept
 */
gpointer
vigie_facts_dup_made (VigieFacts *self)
{
  gpointer made;

  g_mutex_lock (&self->origin->lock);
  made = self->origin->made != NULL ? g_boxed_copy (self->origin->made_type, self->origin->made) : NULL;
  g_mutex_unlock (&self->origin->lock);
  return made;
}
