// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieDraft: what a table is taken for, where nobody has said it: which kind of rows it has, which field each column
 * is and how sure that is. Names say most; what stands in a column confirms or contradicts them, and decides alone
 * where a name says nothing. A person can change all of it; a mapping is made of what then stands.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-draft.h"

#include "vigie-entities.h"
#include "vigie-fold.h"
#include "vigie-headings.h"

#include <glib/gi18n-lib.h>

/* How sure each sign is. The order matters more than the numbers: a name over a part of one, over what stands below. */
#define SURE_OWN 1.0
#define SURE_OTHER 0.95
#define SURE_PART 0.7
#define SURE_VALUES 0.5
/* Below this share of values that can be the field's, the name is doubted; above that, values alone decide. */
#define VALUES_DOUBT 0.5
#define VALUES_DECIDE 0.9
#define LEAST 0.3

/* A column that may be a field. */
typedef struct
{
  guint column;
  VigieCandidate field;
  VigieNativeStyle style;
  VigieNaming naming;
  double share; /* of values that can be the field's; -1 where it was not looked at */
  double confidence;
} Pair;

/* --- fields ---------------------------------------------------------------------------------------- */

static void
add_candidate (GArray *candidates, const VigieEntity *entity, guint field)
{
  const VigieCandidate candidate = { entity, field };

  g_array_append_val (candidates, candidate);
}

/**
 * vigie_draft_list_candidates:
 *
 * Returns: (transfer full) (element-type VigieCandidate): the fields that a column may be in a table of @kind: those of
 *   the record that a row is, and for a system those of its deployment and its stage
 */
GArray *
vigie_draft_list_candidates (const char *kind)
{
  static const guint stage[] = { VIGIE_STAGE_EVENT_STAGE, VIGIE_STAGE_EVENT_OCCURRED_ON, VIGIE_STAGE_EVENT_COMMENT };
  const VigieEntity *entity = vigie_kind_to_entity (kind);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (VigieCandidate));

  for (guint i = 0; entity != NULL && i < entity->n_fields; i++)
    add_candidate (candidates, entity, i);
  if (entity != &vigie_system_entity)
    return candidates;
  for (guint i = 0; i < vigie_deployment_entity.n_fields; i++)
    if (i != VIGIE_DEPLOYMENT_CODE && i != VIGIE_DEPLOYMENT_SYSTEM)
      add_candidate (candidates, &vigie_deployment_entity, i);
  for (gsize i = 0; i < G_N_ELEMENTS (stage); i++)
    add_candidate (candidates, &vigie_stage_event_entity, stage[i]);
  return candidates;
}

static const VigieField *
field_of (const VigieCandidate *candidate)
{
  return &candidate->entity->fields[candidate->field];
}

/* --- pairs ----------------------------------------------------------------------------------------- */

static double
rate_pair (const Pair *pair)
{
  static const double sure[] = {
    [VIGIE_NAMING_NONE] = 0,
    [VIGIE_NAMING_PART] = SURE_PART,
    [VIGIE_NAMING_OTHER] = SURE_OTHER,
    [VIGIE_NAMING_OWN] = SURE_OWN,
  };
  double confidence = sure[pair->naming];

  if (pair->naming == VIGIE_NAMING_NONE)
    return pair->share >= VALUES_DECIDE ? SURE_VALUES * pair->share : 0;
  return pair->share >= 0 && pair->share < VALUES_DOUBT ? confidence * 0.6 : confidence;
}

/* A value says nothing of a text, and little of a number: any is one. Codes, words and dates speak. */
static gboolean
values_speak (const VigieField *field)
{
  return field->type == VIGIE_FIELD_REFERENCE || field->type == VIGIE_FIELD_ENUM || field->type == VIGIE_FIELD_DATE;
}

static gboolean
is_looked_at (VigieDraft *self, guint column, const VigieField *field, VigieNaming naming)
{
  if (field->type == VIGIE_FIELD_TEXT || field->reference == &vigie_staff_entity)
    return FALSE;
  if (naming != VIGIE_NAMING_NONE)
    return TRUE;
  return values_speak (field) &&
         (field->type == VIGIE_FIELD_DATE || g_ptr_array_index (self->sample->values, column) != NULL);
}

static GArray *
list_pairs (VigieDraft *self, VigieHeadings *headings, GArray *candidates, gboolean with_values)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint column = 0; column < self->sample->n_columns; column++)
    for (guint i = 0; i < candidates->len; i++)
      {
        Pair pair = { .column = column, .field = g_array_index (candidates, VigieCandidate, i), .share = -1 };

        pair.naming = vigie_headings_compare (headings, pair.field.entity, pair.field.field,
                                              self->sample->columns[column], &pair.style);
        if (with_values && is_looked_at (self, column, field_of (&pair.field), pair.naming))
          pair.share = vigie_draft_rate_values (self, column, field_of (&pair.field));
        pair.confidence = rate_pair (&pair);
        if (pair.confidence >= LEAST)
          g_array_append_val (pairs, pair);
      }
  return pairs;
}

/* The surest first; of two that are as sure, the one whose values fit, then the one that stands first. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  if (one->confidence != other->confidence)
    return one->confidence > other->confidence ? -1 : 1;
  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  return one->column < other->column ? -1 : one->column > other->column;
}

/* Leaves the pairs in which each column and each field stands once. */
static void
choose_pairs (VigieDraft *self, GArray *pairs)
{
  g_autofree gboolean *used = g_new0 (gboolean, self->sample->n_columns + 1);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len;)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      gpointer field = (gpointer) field_of (&pair->field);

      if (used[pair->column] || g_hash_table_contains (taken, field))
        {
          g_array_remove_index (pairs, i);
          continue;
        }
      used[pair->column] = TRUE;
      g_hash_table_add (taken, field);
      i++;
    }
}

/* --- kind ------------------------------------------------------------------------------------------ */

/* How well a table of @kind would go with these columns: what it requires is there, and little is left over. */
static double
rate_kind (VigieDraft *self, VigieHeadings *headings, const char *kind)
{
  g_autoptr (GArray) candidates = vigie_draft_list_candidates (kind);
  g_autoptr (GArray) pairs = list_pairs (self, headings, candidates, FALSE);
  const VigieEntity *entity = vigie_kind_to_entity (kind);
  double required = 0, n_required = 0, sum = 0;

  choose_pairs (self, pairs);
  for (guint i = 0; i < entity->n_fields; i++)
    n_required += (entity->fields[i].flags & VIGIE_FIELD_REQUIRED) != 0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      sum += pair->confidence;
      if (pair->field.entity == entity && (field_of (&pair->field)->flags & VIGIE_FIELD_REQUIRED) != 0)
        required += pair->confidence;
    }
  return 0.6 * required / MAX (n_required, 1) + 0.4 * sum / MAX (self->sample->n_columns, 1);
}

static void
find_kind (VigieDraft *self, VigieHeadings *headings)
{
  g_autofree char *names = vigie_kind_dup_names ();
  g_auto (GStrv) kinds = g_strsplit (names, ", ", -1);

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      double confidence = rate_kind (self, headings, kinds[i]);

      if (self->kind != NULL && confidence <= self->kind_confidence)
        continue;
      g_set_str (&self->kind, kinds[i]);
      self->kind_confidence = confidence;
    }
}

/* --- matches --------------------------------------------------------------------------------------- */

static char *
dup_reason (const Pair *pair)
{
  if (pair->naming != VIGIE_NAMING_NONE && pair->share >= 0 && pair->share < VALUES_DOUBT)
    return g_strdup (_ ("The name says so, but most of what stands there does not."));
  if (pair->naming == VIGIE_NAMING_OWN)
    return g_strdup (_ ("The column has the field’s name."));
  if (pair->naming == VIGIE_NAMING_OTHER)
    return g_strdup (_ ("The column has a name that is used for this field."));
  if (pair->naming == VIGIE_NAMING_PART)
    return g_strdup (_ ("The column’s name holds a name of this field."));
  if (field_of (&pair->field)->type == VIGIE_FIELD_REFERENCE)
    return g_strdup (_ ("What stands there is known to the register under this field."));
  if (field_of (&pair->field)->type == VIGIE_FIELD_DATE)
    return g_strdup (_ ("What stands there are dates."));
  return g_strdup (_ ("What stands there are values of this field."));
}

static void
clear_match (VigieMatch *match)
{
  g_clear_pointer (&match->values, g_hash_table_unref);
  g_clear_pointer (&match->reason, g_free);
  *match = (VigieMatch) { 0 };
}

/* A person may choose any field later: then the register need not be asked while the window waits. */
static void
know_references (VigieDraft *self, GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const VigieField *field = field_of (&g_array_index (candidates, VigieCandidate, i));

      if (field->type == VIGIE_FIELD_REFERENCE)
        vigie_draft_get_known (self, field->reference);
    }
}

static void
match_columns (VigieDraft *self, VigieHeadings *headings)
{
  g_autoptr (GArray) candidates = vigie_draft_list_candidates (self->kind);
  g_autoptr (GArray) pairs = list_pairs (self, headings, candidates, TRUE);

  choose_pairs (self, pairs);
  self->remembered = FALSE;
  know_references (self, candidates);
  for (guint i = 0; i < self->sample->n_columns; i++)
    clear_match (&self->matches[i]);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      VigieMatch *match = &self->matches[pair->column];

      *match = (VigieMatch) { .entity = pair->field.entity,
                              .field = pair->field.field,
                              .style = pair->style,
                              .confidence = pair->confidence,
                              .reason = dup_reason (pair) };
      vigie_draft_settle (self, pair->column);
    }
}

/**
 * vigie_draft_new:
 * @options: (nullable): how the file is to be read
 * @kind: (nullable): what a row is; %NULL where that is to be found out
 * @store: (nullable): the register whose codes and names tell what columns are; asked in this thread
 *
 * Looks a table through and finds out what it is. It may take some time: call it in a thread.
 *
 * Returns: (transfer full): what was found; %NULL with @error, which names the file
 */
VigieDraft *
vigie_draft_new (GFile *file, const VigieTableOptions *options, const char *kind, VigieStore *store,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieTableSample) sample = vigie_table_sample_new (file, options, cancellable, error);
  g_autoptr (VigieHeadings) headings = NULL;
  VigieDraft *self;

  if (sample == NULL)
    return NULL;
  headings = vigie_headings_new ();
  self = g_new0 (VigieDraft, 1);
  self->file = g_object_ref (file);
  self->matches = g_new0 (VigieMatch, sample->n_columns + 1);
  self->sample = g_steal_pointer (&sample);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->titles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->constants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kind = g_strdup (kind);
  self->kind_confidence = 1;
  if (kind == NULL)
    find_kind (self, headings);
  match_columns (self, headings);
  return self;
}

void
vigie_draft_free (VigieDraft *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->sample->n_columns; i++)
    clear_match (&self->matches[i]);
  g_free (self->matches);
  vigie_table_sample_free (self->sample);
  g_clear_object (&self->store);
  g_object_unref (self->file);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->constants);
  g_free (self->kind);
  g_free (self);
}

/**
 * vigie_draft_set_kind:
 *
 * Takes the rows for another kind, and finds anew which field each column is.
 */
void
vigie_draft_set_kind (VigieDraft *self, const char *kind)
{
  g_autoptr (VigieHeadings) headings = vigie_headings_new ();

  g_set_str (&self->kind, kind);
  self->kind_confidence = 1;
  g_hash_table_remove_all (self->constants);
  match_columns (self, headings);
}

/**
 * vigie_draft_set_match:
 * @entity: (nullable): %NULL passes over the column
 *
 * Takes a column for a field, which no other column then is.
 */
void
vigie_draft_set_match (VigieDraft *self, guint column, const VigieEntity *entity, guint field)
{
  VigieMatch *match = &self->matches[column];

  for (guint i = 0; entity != NULL && i < self->sample->n_columns; i++)
    if (i != column && self->matches[i].entity == entity && self->matches[i].field == field)
      clear_match (&self->matches[i]);
  clear_match (match);
  if (entity == NULL)
    return;
  *match = (VigieMatch) { .entity = entity,
                          .field = field,
                          .style = VIGIE_NATIVE_PERSON,
                          .confidence = 1,
                          .reason = g_strdup (_ ("Chosen by you.")) };
  vigie_draft_settle (self, column);
}

/**
 * vigie_draft_set_value:
 * @canonical: (nullable): what @value is in the register, "" for *not measured*; %NULL where it is not decided
 */
void
vigie_draft_set_value (VigieDraft *self, guint column, const char *value, const char *canonical)
{
  VigieMatch *match = &self->matches[column];
  g_autofree char *folded = vigie_text_fold (value);

  g_return_if_fail (match->values != NULL);

  if (canonical != NULL)
    g_hash_table_replace (match->values, g_steal_pointer (&folded), g_strdup (canonical));
  else
    g_hash_table_remove (match->values, folded);
}

static char *
dup_full_name (const VigieEntity *entity, guint field)
{
  return g_strdup_printf ("%s.%s", entity->nick, entity->fields[field].name);
}

/**
 * vigie_draft_set_constant:
 * @text: (nullable): the canonical text that a field has in every row, where no column has it; %NULL or "" for none
 */
void
vigie_draft_set_constant (VigieDraft *self, const VigieEntity *entity, guint field, const char *text)
{
  g_autofree char *name = dup_full_name (entity, field);

  if (text != NULL && *text != '\0')
    g_hash_table_replace (self->constants, g_steal_pointer (&name), g_strdup (text));
  else
    g_hash_table_remove (self->constants, name);
}

static gboolean
is_matched (VigieDraft *self, const VigieCandidate *candidate)
{
  for (guint i = 0; i < self->sample->n_columns; i++)
    if (self->matches[i].entity == candidate->entity && self->matches[i].field == candidate->field)
      return TRUE;
  return FALSE;
}

/* Which entities of the kind have a column at all; that a row is of is always there. */
static gboolean
is_used (VigieDraft *self, const VigieEntity *entity)
{
  gboolean used = vigie_kind_to_entity (self->kind) == entity;

  for (guint i = 0; !used && i < self->sample->n_columns; i++)
    used = self->matches[i].entity == entity;
  return used;
}

/**
 * vigie_draft_list_missing:
 *
 * Returns: (transfer full) (element-type VigieCandidate): the required fields that no column is; each may have the same
 *   value in every row instead
 */
GArray *
vigie_draft_list_missing (VigieDraft *self)
{
  GArray *candidates = vigie_draft_list_candidates (self->kind);

  for (guint i = candidates->len; i-- > 0;)
    {
      const VigieCandidate *candidate = &g_array_index (candidates, VigieCandidate, i);
      gboolean required = (field_of (candidate)->flags & VIGIE_FIELD_REQUIRED) != 0;

      /* A stage is of a deployment, and a deployment somewhere. */
      if (candidate->entity == &vigie_deployment_entity)
        required &= is_used (self, candidate->entity) || is_used (self, &vigie_stage_event_entity);
      else
        required &= is_used (self, candidate->entity);
      if (!required || is_matched (self, candidate))
        g_array_remove_index (candidates, i);
    }
  return candidates;
}

/**
 * vigie_draft_list_undecided:
 *
 * Returns: (transfer container) (element-type utf8): the words of a column of which nobody has said what they are
 */
GPtrArray *
vigie_draft_list_undecided (VigieDraft *self, guint column)
{
  const VigieMatch *match = &self->matches[column];
  GPtrArray *values = g_ptr_array_index (self->sample->values, column);
  GPtrArray *undecided = g_ptr_array_new ();

  for (guint i = 0; match->values != NULL && values != NULL && i < values->len; i++)
    {
      g_autofree char *folded = vigie_text_fold (g_ptr_array_index (values, i));

      if (!g_hash_table_contains (match->values, folded))
        g_ptr_array_add (undecided, g_ptr_array_index (values, i));
    }
  return undecided;
}

/**
 * vigie_draft_make_mapping:
 *
 * Returns: (transfer full): the mapping that the draft says; %NULL with @error, which says which field is missing
 */
VigieMapping *
vigie_draft_make_mapping (VigieDraft *self, GError **error)
{
  return vigie_mapping_new_matched (self->kind, self->sample->name, (const char *const *) self->sample->columns,
                                    self->matches, self->constants, error);
}

/* --- a mapping that was kept ----------------------------------------------------------------------- */

static int
find_column (VigieDraft *self, const char *name)
{
  g_autofree char *folded = vigie_text_fold (name);

  for (guint i = 0; i < self->sample->n_columns; i++)
    {
      g_autofree char *own = vigie_text_fold (self->sample->columns[i]);

      if (g_str_equal (own, folded))
        return (int) i;
    }
  return -1;
}

static void
copy_value (gpointer key, gpointer value, gpointer data)
{
  g_hash_table_replace (data, g_strdup (key), g_strdup (value));
}

static void
take_field (VigieDraft *self, const VigieEntity *entity, const VigieMapField *map)
{
  int column = map->column != NULL ? find_column (self, map->column) : -1;
  VigieMatch *match = column >= 0 ? &self->matches[column] : NULL;

  /* The basis of a stage is no one's choice. */
  if (map->constant != NULL && !(entity == &vigie_stage_event_entity && map->field == VIGIE_STAGE_EVENT_BASIS))
    vigie_draft_set_constant (self, entity, map->field, map->constant);
  if (match == NULL || match->entity != NULL)
    return;
  *match = (VigieMatch) { .entity = entity,
                          .field = map->field,
                          .format = map->format,
                          .style = map->style,
                          .confidence = 1,
                          .reason = g_strdup (_ ("As in the last import of such a table.")) };
  if (map->values == NULL)
    return;
  match->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_foreach (map->values, copy_value, match->values);
}

/**
 * vigie_draft_take_mapping:
 * @mapping: one that was made of a draft
 *
 * Takes the table for what another of its kind was taken for.
 */
void
vigie_draft_take_mapping (VigieDraft *self, const VigieMapping *mapping)
{
  g_autoptr (GArray) candidates = vigie_draft_list_candidates (mapping->kind);

  know_references (self, candidates);
  self->remembered = TRUE;
  g_set_str (&self->kind, mapping->kind);
  self->kind_confidence = 1;
  g_hash_table_remove_all (self->constants);
  for (guint i = 0; i < self->sample->n_columns; i++)
    clear_match (&self->matches[i]);
  for (guint i = 0; i < mapping->records->len; i++)
    {
      const VigieMapRecord *record = g_ptr_array_index (mapping->records, i);

      for (guint j = 0; j < record->fields->len; j++)
        take_field (self, record->entity, g_ptr_array_index (record->fields, j));
    }
}
