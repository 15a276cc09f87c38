// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of training: staff by reference, who is in post and who holds what, from what was added up as records changed:
 * see vigie-rollups.c. What was added up tells of every day, so a former day is told by what was read for the latter.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"
#include "vigie-series.h"

#define SERIES "SELECT r.org_unit_id, r.profession_id, r.module_id, r.series FROM rollup_training AS r "
#define IN_ORDER " ORDER BY 1, 2, 3"

/* Of the whole they are read through in order; those that are in no scope are left out as they come. */
static const char all_sql[] = SERIES IN_ORDER;
static const char scope_sql[] = VIGIE_FACTS_SCOPE_UNITS SERIES "JOIN profession AS p ON p.id = r.profession_id "
                                                               "WHERE r.org_unit_id IN (SELECT id FROM scope_unit)"
                                                               " AND (?3 IS NULL OR p.code = ?3)" IN_ORDER;

/* Module 0 is being in post. */
#define POST 0

typedef struct
{
  GArray *heads;
  GArray *coverage;
  GArray *posts;   /* series of who is in post */
  GArray *history; /* and of who holds what */
} Holders;

/* Adds what a series says of the day; whether it says anything. */
static gboolean
add_holders (VigieFactsReader *reader, const VigieFactHistory *row)
{
  Holders *self = reader->data;
  VigieDate day = reader->facts->as_of;
  VigieHolderCount count;

  if (!vigie_series_count (row->series, row->size, day, day + VIGIE_FACTS_EXPIRING_DAYS, &count))
    reader->damaged = TRUE;
  if (row->module < 0 && count.now > 0)
    g_array_append_val (self->heads, ((VigieFactHeads) {
                                       .unit = row->unit,
                                       .profession = row->profession,
                                       .heads = count.now,
                                       .by_reference = TRUE,
                                     }));
  else if (row->module >= 0 && count.ever > 0)
    g_array_append_val (self->coverage, ((VigieFactCoverage) {
                                          .unit = row->unit,
                                          .profession = row->profession,
                                          .module = row->module,
                                          .trained = count.ever,
                                          .valid = count.now,
                                          .expiring = count.now - count.later,
                                        }));
  return vigie_series_begins_by (row->series, row->size, day);
}

/* What comes out of a file stays in it. */
static gconstpointer
keep_series (VigieFactsTexts *texts, VigieStatement *row, gconstpointer packed, gsize size)
{
  GBytes *file = vigie_statement_get_packed (row);

  if (file == NULL)
    return g_string_chunk_insert_len (texts->packed, packed, (gssize) size);
  if (texts->files->len == 0 || g_ptr_array_index (texts->files, texts->files->len - 1) != file)
    g_ptr_array_add (texts->files, g_bytes_ref (file));
  return packed;
}

/* For as many as there are, once that is known. */
static void
make_room (VigieFactsReader *reader)
{
  Holders *self = reader->data;

  if (self->coverage != NULL)
    return;
  self->coverage = vigie_facts_expect (reader, sizeof (VigieFactCoverage));
  if (reader->over_time)
    self->history = vigie_facts_expect (reader, sizeof (VigieFactHistory));
}

static gboolean
read_series (VigieFactsReader *reader, VigieStatement *row, gpointer element G_GNUC_UNUSED)
{
  Holders *self = reader->data;
  VigieFacts *facts = reader->facts;
  gboolean post = vigie_statement_get_integer (row, 2) == POST;
  VigieFactHistory series = {
    .unit = VIGIE_FACTS_INDEX (reader, units, row, 0),
    .profession = VIGIE_FACTS_INDEX (reader, professions, row, 1),
    .module = post ? -1 : VIGIE_FACTS_INDEX (reader, modules, row, 2),
  };
  gsize size;
  gconstpointer packed = vigie_statement_get_blob (row, 3, &size);

  if (series.unit < 0 || !facts->units[series.unit].in_scope || series.profession < 0 || (!post && series.module < 0))
    return FALSE;
  make_room (reader);
  series.size = (guint32) size;
  series.series = packed;
  if (!add_holders (reader, &series) || !reader->over_time || size == 0)
    return FALSE;
  series.series = keep_series (facts->origin->texts, row, packed, size);
  g_array_append_vals (post ? self->posts : self->history, &series, 1);
  return FALSE;
}

static gboolean
read_all (VigieFactsReader *self, GError **error)
{
  gboolean whole = vigie_facts_is_whole (self);
  g_autofree gpointer none = NULL;
  gsize n_none = 0;

  if (!vigie_facts_read (self, whole ? all_sql : scope_sql, 1, read_series, &none, &n_none, error))
    return FALSE;
  make_room (self);
  return TRUE;
}

static gboolean
take_from_other (VigieFactsReader *self)
{
  const VigieFacts *other = self->other;

  self->n_expected = other->n_coverage;
  make_room (self);
  for (gsize i = 0; i < other->origin->n_posts; i++)
    add_holders (self, &other->origin->posts[i]);
  for (gsize i = 0; i < other->n_history; i++)
    if (other->history[i].series != NULL)
      add_holders (self, &other->history[i]);
  return TRUE;
}

static void
holders_clear (Holders *self)
{
  g_clear_pointer (&self->heads, g_array_unref);
  g_clear_pointer (&self->coverage, g_array_unref);
  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->history, g_array_unref);
}

/**
 * vigie_facts_read_holders:
 *
 * Reads how many staff by reference are in post, and hold what; of the day asked about also how that came. Those who are
 * counted are yet to be added: heads, coverage and history are not owned by the facts before.
 */
gboolean
vigie_facts_read_holders (VigieFactsReader *self, GError **error)
{
  VigieFacts *facts = self->facts;
  Holders holders = {
    .heads = g_array_new (FALSE, FALSE, sizeof (VigieFactHeads)),
    .posts = g_array_new (FALSE, FALSE, sizeof (VigieFactHistory)),
  };

  self->data = &holders;
  if (!(self->other != NULL ? take_from_other (self) : read_all (self, error)))
    {
      holders_clear (&holders);
      return FALSE;
    }
  facts->heads = g_array_steal (holders.heads, &facts->n_heads);
  facts->coverage = g_array_steal (holders.coverage, &facts->n_coverage);
  facts->origin->posts = g_array_steal (holders.posts, &facts->origin->n_posts);
  if (holders.history != NULL)
    facts->history = g_array_steal (holders.history, &facts->n_history);
  holders_clear (&holders);
  vigie_facts_own (facts, facts->origin->posts, facts->origin->n_posts, sizeof *facts->origin->posts);
  return TRUE;
}
