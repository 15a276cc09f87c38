// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of training after a change: of those whose sums changed, and no others, what was added up is read anew.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"
#include "vigie-memory.h"
#include "vigie-rollups.h"
#include "vigie-series.h"

#include <string.h>

typedef struct
{
  VigieFactsReader *reader;
  GArray *heads; /* copies of the arrays of the facts, once one of them changes */
  GArray *coverage;
  GArray *posts;
  GArray *history;
  gboolean moved;
} Cells;

/* All arrays of groups begin with their unit, profession and module. */
typedef struct
{
  int unit;
  int profession;
  int module;
} Key;

G_STATIC_ASSERT (G_STRUCT_OFFSET (VigieFactCoverage, module) == G_STRUCT_OFFSET (Key, module));
G_STATIC_ASSERT (G_STRUCT_OFFSET (VigieFactHistory, module) == G_STRUCT_OFFSET (Key, module));

static int
compare_keys (const Key *a, const Key *b)
{
  if (a->unit != b->unit)
    return a->unit - b->unit;
  return a->profession != b->profession ? a->profession - b->profession : a->module - b->module;
}

/* The place of a group in an array in order, or where it would stand. */
static gboolean
find_place (const char *elements, gsize n, gsize size, const Key *key, gsize *place)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (compare_keys ((const Key *) (gconstpointer) (elements + middle * size), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return low < n && compare_keys ((const Key *) (gconstpointer) (elements + low * size), key) == 0;
}

static GArray *
copy_once (GArray **copy, gconstpointer elements, gsize n, gsize size)
{
  if (*copy == NULL)
    {
      *copy = g_array_sized_new (FALSE, FALSE, (guint) size, (guint) n + 16);
      vigie_memory_expect_large ((*copy)->data, n * size);
      g_array_append_vals (*copy, elements, (guint) n);
    }
  return *copy;
}

/* Puts @element, or where it is %NULL nothing, in the place of its group. */
static void
put (GArray **copy, gconstpointer elements, gsize n, gsize size, const Key *key, gconstpointer element)
{
  gconstpointer now = *copy != NULL ? (*copy)->data : elements;
  gsize n_now = *copy != NULL ? (*copy)->len : n, place;
  gboolean found = find_place (now, n_now, size, key, &place);

  if (found && element != NULL && memcmp ((const char *) now + place * size, element, size) == 0)
    return;
  if (!found && element == NULL)
    return;
  copy_once (copy, elements, n, size);
  if (found && element != NULL)
    memcpy ((*copy)->data + place * size, element, size);
  else if (found)
    g_array_remove_index (*copy, (guint) place);
  else
    g_array_insert_vals (*copy, (guint) place, element, 1);
}

#define PUT(self, name, facts, n, key, element) \
  put (&(self)->name, (facts), (n), sizeof *(facts), (const Key *) (gconstpointer) (key), (element))

/* Those known by reference come first. */
static gssize
find_heads (const VigieFacts *facts, const Key *key)
{
  for (gsize i = 0; i < facts->n_heads && facts->heads[i].by_reference; i++)
    if (facts->heads[i].unit == key->unit && facts->heads[i].profession == key->profession)
      return (gssize) i;
  return -1;
}

/* Who comes to be known by reference, or to be no more, changes what counts are left out. */
static void
renew_heads (Cells *self, gssize at, gint64 heads)
{
  VigieFacts *facts = self->reader->facts;

  if ((at >= 0) != (heads > 0))
    self->moved = TRUE;
  else if (at >= 0 && facts->heads[at].heads != heads)
    g_array_index (copy_once (&self->heads, facts->heads, facts->n_heads, sizeof *facts->heads), VigieFactHeads, at)
      .heads = heads;
}

/* What was packed before stays where it says the same. */
static gconstpointer
keep_packed (VigieFactsTexts *texts, const VigieFactHistory *rows, gsize n, const Key *key, gconstpointer packed,
             gsize size)
{
  gsize place;

  if (find_place ((const char *) rows, n, sizeof *rows, key, &place) && rows[place].size == size &&
      memcmp (rows[place].series, packed, size) == 0)
    return rows[place].series;
  return g_string_chunk_insert_len (texts->packed, packed, (gssize) size);
}

static void
renew_series (Cells *self, const Key *key, gconstpointer packed, gsize size)
{
  VigieFacts *facts = self->reader->facts;
  VigieFactsOrigin *origin = facts->origin;
  gboolean post = key->module < 0;
  VigieFactHistory row;

  memset (&row, 0, sizeof row);
  row.unit = key->unit;
  row.profession = key->profession;
  row.module = key->module;
  row.size = (guint32) size;
  if (size > 0)
    row.series = keep_packed (origin->texts, post ? origin->posts : facts->history,
                              post ? origin->n_posts : facts->n_history, key, packed, size);
  if (post)
    PUT (self, posts, origin->posts, origin->n_posts, key, size > 0 ? &row : NULL);
  else
    PUT (self, history, facts->history, facts->n_history, key, size > 0 ? &row : NULL);
}

static void
renew_cell (Cells *self, const Key *key, gconstpointer packed, gsize size)
{
  VigieFactsReader *reader = self->reader;
  VigieFacts *facts = reader->facts;
  gssize heads = find_heads (facts, key);
  VigieFactCoverage coverage;
  VigieHolderCount count;

  if (!vigie_series_count (packed, size, facts->as_of, facts->as_of + VIGIE_FACTS_EXPIRING_DAYS, &count))
    reader->damaged = TRUE;
  if (key->module < 0)
    renew_heads (self, heads, count.now);
  else
    {
      memset (&coverage, 0, sizeof coverage);
      coverage.unit = key->unit;
      coverage.profession = key->profession;
      coverage.module = key->module;
      coverage.trained = count.ever;
      coverage.valid = count.now;
      coverage.expiring = count.now - count.later;
      PUT (self, coverage, facts->coverage, facts->n_coverage, key, count.ever > 0 ? &coverage : NULL);
      /* Of others there may be counts of the same group. */
      self->moved |= heads < 0;
    }
  if (reader->over_time)
    renew_series (self, key, packed, vigie_series_begins_by (packed, size, facts->as_of) ? size : 0);
}

static gboolean
read_cell (Cells *self, VigieStatement *statement, const VigieFactsCell *cell, GError **error)
{
  const VigieFacts *facts = self->reader->facts;
  Key key = {
    .unit = vigie_facts_find (facts->units, facts->n_units, sizeof *facts->units, cell->unit),
    .profession =
      vigie_facts_find (facts->professions, facts->n_professions, sizeof *facts->professions, cell->profession),
    .module = cell->module == 0
                ? -1
                : vigie_facts_find (facts->modules, facts->n_modules, sizeof *facts->modules, cell->module),
  };
  gconstpointer packed = NULL;
  gsize size = 0;
  GError *local = NULL;

  if (key.unit < 0 || !facts->units[key.unit].in_scope || key.profession < 0 ||
      (facts->scope_profession >= 0 && key.profession != facts->scope_profession))
    return TRUE;
  self->moved |= key.module < 0 && cell->module != 0;
  if (self->moved)
    return TRUE;
  vigie_statement_bind_integer (statement, 1, cell->unit);
  vigie_statement_bind_integer (statement, 2, cell->profession);
  vigie_statement_bind_integer (statement, 3, cell->module);
  if (vigie_statement_step (statement, &local))
    packed = vigie_statement_get_blob (statement, 0, &size);
  if (local == NULL)
    renew_cell (self, &key, packed, size);
  vigie_statement_reset (statement);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

#define TAKE(self, name, facts, to, n) \
  if ((self)->name != NULL) \
    { \
      (to) = g_array_steal ((self)->name, &(n)); \
      vigie_facts_own ((facts), (to), (n), sizeof *(to)); \
    }

static void
take (Cells *self)
{
  VigieFacts *facts = self->reader->facts;

  TAKE (self, heads, facts, facts->heads, facts->n_heads)
  TAKE (self, coverage, facts, facts->coverage, facts->n_coverage)
  TAKE (self, posts, facts, facts->origin->posts, facts->origin->n_posts)
  TAKE (self, history, facts, facts->history, facts->n_history)
}

static void
cells_clear (Cells *self)
{
  g_clear_pointer (&self->heads, g_array_unref);
  g_clear_pointer (&self->coverage, g_array_unref);
  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->history, g_array_unref);
}

#define OF_CELL " WHERE org_unit_id = ?1 AND profession_id = ?2 AND module_id = ?3"

/* Where late facts are hidden, what is told without them stands beside: a view of both would be read through. */
static VigieStatement *
prepare (VigieConnection *connection, GError **error)
{
  GError *local = NULL;
  gboolean beside =
    vigie_connection_query_integer (connection, "SELECT count (*) FROM temp.sqlite_schema WHERE name = 'rollup_beside'",
                                    0, &local) > 0;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return vigie_connection_prepare (connection,
                                   beside ? "SELECT series FROM temp.rollup_beside" OF_CELL
                                            " UNION ALL SELECT series FROM main.rollup_training" OF_CELL " LIMIT 1"
                                          : "SELECT series FROM rollup_training" OF_CELL,
                                   error);
}

/**
 * vigie_facts_renew_holders:
 * @self: reads facts that have their arrays from those before
 * @renewed: (out): whether that is all; if not, everything is to be read
 */
gboolean
vigie_facts_renew_holders (VigieFactsReader *self, const VigieFactsNotes *notes, gboolean *renewed, GError **error)
{
  Cells cells = { .reader = self };
  g_autoptr (VigieStatement) statement = NULL;
  gboolean read = TRUE;

  *renewed = TRUE;
  if (notes->cells == NULL)
    return TRUE;
  statement = prepare (self->connection, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < notes->cells->len && read && !cells.moved; i++)
    read = read_cell (&cells, statement, &g_array_index (notes->cells, VigieFactsCell, i), error);
  if (read && self->damaged)
    read = vigie_rollups_fail (error);
  if (read && !cells.moved)
    take (&cells);
  *renewed = !cells.moved;
  cells_clear (&cells);
  return read;
}
