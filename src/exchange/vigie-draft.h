// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-mapping.h"
#include "vigie-store.h"
#include "vigie-table-sample.h"

G_BEGIN_DECLS

/**
 * VigieMatch:
 * @entity: (nullable): whose field the column is; %NULL where it is passed over
 * @values: (nullable): folded text of the file to canonical text, "" for *not measured*; a value that is not in it is
 *   refused. %NULL where every value can be read as it is
 * @confidence: how sure it is, 0 to 1; 1 where a person chose it
 * @reason: why, in words
 *
 * What a column of a table is taken for.
 */
struct _VigieMatch
{
  const VigieEntity *entity;
  guint field;
  VigieMapFormat format;
  VigieNativeStyle style;
  GHashTable *values;
  double confidence;
  char *reason;
};

/**
 * VigieDraft:
 * @kind: what a row is
 * @kind_confidence: how sure that is, 0 to 1
 * @matches: (array length=sample.n_columns): one a column
 * @remembered: whether it is what another such table was taken for
 * @constants: name of a field such as `completion.module` to the text that it has in every row
 *
 * A mapping that is being made: what is found in a table, and what a person made of it.
 */
typedef struct
{
  GFile *file;
  VigieTableSample *sample;
  VigieStore *store;
  char *kind;
  double kind_confidence;
  VigieMatch *matches;
  GHashTable *constants;
  GHashTable *known;  /* entity → folded codes and names of its records → code */
  GHashTable *titles; /* entity → code → name */
  gboolean remembered;
} VigieDraft;

/**
 * VigieCandidate:
 *
 * A field that a column of a table of some kind may be.
 */
typedef struct
{
  const VigieEntity *entity;
  guint field;
} VigieCandidate;

VigieDraft *vigie_draft_new (GFile *file, const VigieTableOptions *options, const char *kind, VigieStore *store,
                             GCancellable *cancellable, GError **error);
void vigie_draft_free (VigieDraft *self);
void vigie_draft_set_kind (VigieDraft *self, const char *kind);
void vigie_draft_set_match (VigieDraft *self, guint column, const VigieEntity *entity, guint field);
void vigie_draft_set_value (VigieDraft *self, guint column, const char *value, const char *canonical);
void vigie_draft_set_constant (VigieDraft *self, const VigieEntity *entity, guint field, const char *text);
void vigie_draft_take_mapping (VigieDraft *self, const VigieMapping *mapping);
GArray *vigie_draft_list_candidates (const char *kind);
GArray *vigie_draft_list_missing (VigieDraft *self);
GPtrArray *vigie_draft_list_undecided (VigieDraft *self, guint column);
VigieMapping *vigie_draft_make_mapping (VigieDraft *self, GError **error);

/* vigie-draft-values.c */
GHashTable *vigie_draft_get_known (VigieDraft *self, const VigieEntity *entity);
const char *vigie_draft_get_title (VigieDraft *self, const VigieEntity *entity, const char *code);
double vigie_draft_rate_values (VigieDraft *self, guint column, const VigieField *field);
void vigie_draft_settle (VigieDraft *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieDraft, vigie_draft_free)

G_END_DECLS
