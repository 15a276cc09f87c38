// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts that were read before: asked again, a register that has not changed answers without reading, and of one that
 * has changed what the change is about is read (vigie-facts-renew.c).
 *
 * The thread of a register keeps the last few, as long as no other program has changed the register. What somebody made of
 * kept facts may be kept beside them, and goes with them; so they may refer to each other.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

/* What is shown, what is gone back to, and what stands beside it; of a large register no more than is shown. */
#define MOST_KEPT 4
#define MOST_ROWS 500000

typedef struct
{
  VigieFacts *facts;
  VigieScope *scope;
  VigieFactsNotes changes; /* of the register, since they were read */
} Kept;

typedef struct
{
  GPtrArray *kept;     /* the latest last */
  gint64 data_version; /* tells what other programs changed */
  gint64 n_own;        /* rows that this connection changed, in the register and beside it, until it is watched */
  gboolean watched;
} KeptFacts;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  vigie_facts_forget (self->facts);
  vigie_facts_unref (self->facts);
  vigie_scope_unref (self->scope);
  vigie_facts_notes_clear (&self->changes);
  g_free (self);
}

static void
kept_facts_free (gpointer data)
{
  KeptFacts *self = data;

  g_ptr_array_unref (self->kept);
  g_free (self);
}

static KeptFacts *
get_kept (VigieRegister *reg)
{
  KeptFacts *self = vigie_register_get_kept (reg);

  if (self != NULL)
    return self;
  self = g_new0 (KeptFacts, 1);
  self->kept = g_ptr_array_new_with_free_func (kept_free);
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

static Kept *
find (KeptFacts *self, const VigieScope *scope, guint *at)
{
  for (*at = 0; *at < self->kept->len; ++*at)
    if (reads_the_same (((Kept *) g_ptr_array_index (self->kept, *at))->scope, scope))
      return g_ptr_array_index (self->kept, *at);
  return NULL;
}

static gboolean
note_changes (KeptFacts *self, VigieConnection *connection, GError **error)
{
  g_auto (VigieFactsNotes) changes = { 0 };

  if (!vigie_facts_notes_take (connection, &changes, error))
    return FALSE;
  for (guint i = 0; i < self->kept->len && changes.parts != 0; i++)
    vigie_facts_notes_add (&((Kept *) g_ptr_array_index (self->kept, i))->changes, &changes);
  return TRUE;
}

/**
 * vigie_facts_look_for_changes:
 * @reg: outside of a transaction
 *
 * Learns what the connection of @reg changed since facts were kept. It is watched from the first that are: who only
 * imports takes no notes.
 */
gboolean
vigie_facts_look_for_changes (VigieRegister *reg, GError **error)
{
  KeptFacts *self = get_kept (reg);
  VigieConnection *connection = vigie_register_get_connection (reg);

  if (self->watched)
    return note_changes (self, connection, error);
  if (self->n_own != vigie_connection_n_changed_ever (connection))
    g_ptr_array_set_size (self->kept, 0);
  if (vigie_connection_is_read_only (connection))
    return TRUE;
  g_ptr_array_set_size (self->kept, 0);
  self->watched = vigie_facts_notes_watch (connection, error);
  return self->watched;
}

/**
 * vigie_facts_find_kept:
 * @reg: within a transaction, after vigie_facts_look_for_changes()
 * @changes: (inout): what changed since the facts were read is added
 *
 * Returns: (transfer full) (nullable): the facts of @scope that were read before; %NULL, maybe with @error
 */
VigieFacts *
vigie_facts_find_kept (VigieRegister *reg, const VigieScope *scope, VigieFactsNotes *changes, GError **error)
{
  KeptFacts *self = get_kept (reg);
  VigieConnection *connection = vigie_register_get_connection (reg);
  GError *local = NULL;
  gint64 data_version = vigie_connection_query_integer (connection, "PRAGMA data_version", 0, &local);
  Kept *kept;
  guint at;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (data_version != self->data_version)
    g_ptr_array_set_size (self->kept, 0);
  self->data_version = data_version;
  kept = find (self, scope, &at);
  if (kept == NULL)
    return NULL;
  vigie_facts_notes_add (changes, &kept->changes);
  return vigie_facts_ref (kept->facts);
}

static gsize
count_rows (const KeptFacts *self)
{
  gsize rows = 0;

  for (guint i = 0; i < self->kept->len; i++)
    {
      const VigieFacts *facts = ((const Kept *) g_ptr_array_index (self->kept, i))->facts;

      rows += facts->n_history + facts->n_coverage;
    }
  return rows;
}

/**
 * vigie_facts_keep:
 * @facts: (transfer none): of @scope, just read in the transaction in which vigie_facts_find_kept() was called
 */
void
vigie_facts_keep (VigieRegister *reg, VigieScope *scope, VigieFacts *facts)
{
  KeptFacts *self = get_kept (reg);
  Kept *kept = g_new0 (Kept, 1);
  guint former;

  /* Views beside the register were made and unmade for the reading. */
  self->n_own = vigie_connection_n_changed_ever (vigie_register_get_connection (reg));
  if (find (self, scope, &former) != NULL)
    g_ptr_array_remove_index (self->kept, former);
  facts->origin->kept = TRUE;
  kept->facts = vigie_facts_ref (facts);
  kept->scope = vigie_scope_ref (scope);
  g_ptr_array_add (self->kept, kept);
  while (self->kept->len > MOST_KEPT || (self->kept->len > 1 && count_rows (self) > MOST_ROWS))
    g_ptr_array_remove_index (self->kept, 0);
}

/**
 * vigie_facts_succeed:
 * @base: what @self is renewed from
 *
 * Hands on what was made of @base: much of what is to be made of @self will be the same.
 */
void
vigie_facts_succeed (VigieFacts *self, VigieFacts *base)
{
  g_mutex_lock (&base->origin->lock);
  self->origin->made_type = base->origin->made_type;
  if (base->origin->made != NULL)
    self->origin->former = g_boxed_copy (base->origin->made_type, base->origin->made);
  else
    self->origin->former = g_steal_pointer (&base->origin->former);
  g_mutex_unlock (&base->origin->lock);
}

/**
 * vigie_facts_take_former:
 *
 * Returns: (transfer full) (nullable): what was made of the facts that @self is renewed from, once
 */
gpointer
vigie_facts_take_former (VigieFacts *self)
{
  gpointer former;

  g_mutex_lock (&self->origin->lock);
  former = g_steal_pointer (&self->origin->former);
  g_mutex_unlock (&self->origin->lock);
  return former;
}

/* The facts are let go of, and what was made of them with them. */
void
vigie_facts_forget (VigieFacts *self)
{
  gpointer made, former;

  g_mutex_lock (&self->origin->lock);
  self->origin->kept = FALSE;
  made = g_steal_pointer (&self->origin->made);
  former = g_steal_pointer (&self->origin->former);
  g_mutex_unlock (&self->origin->lock);
  if (made != NULL)
    g_boxed_free (self->origin->made_type, made);
  if (former != NULL)
    g_boxed_free (self->origin->made_type, former);
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
