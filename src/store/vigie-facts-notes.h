// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/**
 * VigieFactsPart:
 *
 * Parts that facts are read in, each of what it is noted by: @VIGIE_FACTS_PART_SYSTEM and
 * @VIGIE_FACTS_PART_EVIDENCE by the ids of systems, those of deployments by theirs, the others as a whole.
 */
typedef enum
{
  VIGIE_FACTS_PART_ALL,
  VIGIE_FACTS_PART_SETTINGS,
  VIGIE_FACTS_PART_RULES,
  VIGIE_FACTS_PART_DUTIES,
  VIGIE_FACTS_PART_JOBS,
  VIGIE_FACTS_PART_HOURS,
  VIGIE_FACTS_PART_BARRIERS,
  VIGIE_FACTS_PART_MEETINGS,
  VIGIE_FACTS_PART_DECISIONS,
  VIGIE_FACTS_PART_ACTIONS,
  VIGIE_FACTS_PART_INCIDENTS,
  VIGIE_FACTS_PART_MILESTONES,
  VIGIE_FACTS_PART_SYSTEM,
  VIGIE_FACTS_PART_EVIDENCE,
  VIGIE_FACTS_PART_DEPLOYMENT,
  VIGIE_FACTS_PART_USERS,
  VIGIE_FACTS_PART_SAFEGUARDS,
  VIGIE_FACTS_PART_COSTS,
  VIGIE_FACTS_PART_BENEFITS,
  VIGIE_FACTS_PART_HOLDERS,
} VigieFactsPart;

#define VIGIE_FACTS_N_PARTS (VIGIE_FACTS_PART_HOLDERS + 1)

/* Who holds a module, or is in post, where @module is 0. */
typedef struct
{
  gint64 unit;
  gint64 profession;
  gint64 module;
} VigieFactsCell;

/**
 * VigieFactsNotes:
 *
 * What changed of a register since facts were read of it.
 */
typedef struct
{
  guint parts;                      /* a bit each */
  GArray *ids[VIGIE_FACTS_N_PARTS]; /* (nullable) (element-type gint64) */
  GArray *cells;                    /* (nullable) (element-type VigieFactsCell) */
} VigieFactsNotes;

gboolean vigie_facts_notes_watch (VigieConnection *connection, GError **error);
gboolean vigie_facts_notes_pause (VigieConnection *connection, const char *table, GError **error);
gboolean vigie_facts_notes_resume (VigieConnection *connection, const char *table, GError **error);
gboolean vigie_facts_notes_take (VigieConnection *connection, VigieFactsNotes *notes, GError **error);
void vigie_facts_notes_add (VigieFactsNotes *self, const VigieFactsNotes *more);
void vigie_facts_notes_clear (VigieFactsNotes *self);
gboolean vigie_facts_notes_has (const VigieFactsNotes *self, VigieFactsPart part);
gboolean vigie_facts_notes_lay_out (const VigieFactsNotes *self, VigieConnection *connection, VigieFactsPart part,
                                    GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigieFactsNotes, vigie_facts_notes_clear)

G_END_DECLS
