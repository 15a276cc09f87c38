// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-facts-kept.h"
#include "vigie-facts-notes.h"
#include "vigie-facts-rows.h"
#include "vigie-register.h"

G_BEGIN_DECLS

/* Shared by the files that read facts, one a concern. */

/* A word of an enumeration that was read before. */
typedef struct
{
  GType type;
  int value;
  char nick[28];
} VigieFactsNick;

#define VIGIE_FACTS_N_NICKS 128

typedef struct
{
  VigieFacts *facts;
  VigieConnection *connection;
  VigieScope *scope;
  gboolean over_time;      /* what is told month by month is read, too */
  const VigieFacts *other; /* of another day, when as much was known: what holds on any day is taken from it */
  VigieFactsRows *rows;    /* (nullable): what is kept of what is read */
  gsize n_expected;        /* rows of the answer that is being read, where that is known */
  gsize n_read;            /* elements of the array that is being read, before the one that is */
  gpointer data;           /* for a function that reads rows into more than their element */
  gboolean damaged;        /* a row was none that we make */
  VigieFactsNick nicks[VIGIE_FACTS_N_NICKS];
} VigieFactsReader;

/* Counts that a site handed over. */
typedef struct _VigieFactCount
{
  int unit;
  int profession;
  int module;
  VigieDate as_of;
  gint64 trained;
  gint64 valid;
  gint64 expiring;
} VigieFactCount;

/* Of what day which month is, for VIGIE_FACTS_MONTHS. */
typedef struct
{
  VigieDate first;
  int n_days;
  guint8 of[VIGIE_FACTS_MONTHS * 31];
} VigieFactsCalendar;

/* What arrays point to. */
typedef struct
{
  GStringChunk *strings;
  GStringChunk *packed;
  GPtrArray *files; /* (element-type GBytes): that packed series are in as they are */
} VigieFactsTexts;

/* Where facts come from, and what is kept with them. */
typedef struct _VigieFactsOrigin
{
  VigieFactsTexts *texts;
  GPtrArray *arrays; /* (element-type GArray): see vigie_facts_own() */

  /* What was added up of staff by reference who are in post, as packed as it came: of a module of -1. */
  VigieFactHistory *posts;
  gsize n_posts;
  VigieFactCount *counts;
  gsize n_counts;
  VigieFactsCalendar calendar;
  int year;

  char *path; /* of the register, where hours are yet to be read */
  VigieScope *scope;
  gsize hours_read;
  VigieFacts *day_before; /* see vigie_facts_get_day_before() */
  gsize day_before_read;

  GMutex lock;   /* of what follows */
  gboolean kept; /* for the next who asks */
  GType made_type;
  gpointer made;
  gpointer former; /* what was made of the facts that these are renewed from */
} VigieFactsOrigin;

/* What is held and will not be this many days later is expiring. */
#define VIGIE_FACTS_EXPIRING_DAYS 90

/* Every query takes the day as ?1, the code of the unit or NULL as ?2, of the profession or NULL as ?3. */
#define VIGIE_FACTS_SCOPE_UNITS \
  "WITH RECURSIVE scope_unit (id) AS (" \
  " SELECT id FROM org_unit WHERE code = ?2 OR (?2 IS NULL AND parent_id IS NULL)" \
  " UNION SELECT org_unit.id FROM org_unit JOIN scope_unit ON org_unit.parent_id = scope_unit.id" \
  ") "

/* The deployments in scope as the first table of a join, so that what belongs to them is found by its index: the
 * deployments of one site are few. */
#define VIGIE_FACTS_SCOPE_DEPLOYMENTS "scope_unit AS u CROSS JOIN deployment AS d ON d.org_unit_id = u.id"

/* The same of those that changed: see vigie_facts_notes_lay_out(). */
#define VIGIE_FACTS_CHANGED_DEPLOYMENTS "temp.facts_changed AS d"

/* Who is in post on the day. A job's last day is a day in post. */
#define VIGIE_FACTS_PRESENT \
  "present (staff_id, org_unit_id, profession_id) AS MATERIALIZED (" \
  " SELECT DISTINCT j.staff_id, j.org_unit_id, j.profession_id" \
  " FROM job AS j JOIN profession AS p ON p.id = j.profession_id" \
  " WHERE j.starts_on <= ?1 AND (j.ends_on IS NULL OR j.ends_on >= ?1)" \
  "  AND j.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3)) "

/**
 * VigieFactsReadRow:
 * @element: zeroed, to be filled
 *
 * Returns: whether @element is kept
 */
typedef gboolean (*VigieFactsReadRow) (VigieFactsReader *reader, VigieStatement *row, gpointer element);

VigieFacts *vigie_facts_new (VigieDate as_of, const VigieFacts *other);
void vigie_facts_own (VigieFacts *self, gpointer elements, gsize n, gsize element_size);
gpointer vigie_facts_share (VigieFacts *self, const VigieFacts *other, gpointer elements);

GArray *vigie_facts_expect (const VigieFactsReader *self, gsize element_size);
gboolean vigie_facts_read (VigieFactsReader *self, const char *sql, gsize element_size, VigieFactsReadRow read_row,
                           gpointer *elements, gsize *n_elements, GError **error);
gboolean vigie_facts_read_own (VigieFactsReader *self, const char *sql, gsize element_size, VigieFactsReadRow read_row,
                               gpointer *elements, gsize *n_elements, GError **error);

/* Reads @sql into the array that the facts call @name. */
#define VIGIE_FACTS_READ(reader, name, sql, read_row, error) \
  vigie_facts_read_own ((reader), (sql), sizeof *(reader)->facts->name, (read_row), \
                        (gpointer *) &(reader)->facts->name, &(reader)->facts->n_##name, (error))

/* Has the array that facts call @name from other facts. */
#define VIGIE_FACTS_SHARE(to, from, name) \
  ((to)->name = vigie_facts_share ((to), (from), (from)->name), (to)->n_##name = (from)->n_##name)

/**
 * VigieFactsOwned:
 * @sql: reads those of the systems or deployments that changed
 * @owner: where in an element stands what it is about: an index, or, of systems and deployments themselves, their id
 * @compare: (nullable): their order; %NULL is that of their owners
 *
 * An array of facts whose elements are about a system or a deployment each, so that those of one can be read anew.
 */
typedef struct
{
  VigieFactsPart part;
  const char *sql;
  VigieFactsReadRow read_row;
  gsize element_size;
  gsize elements;
  gsize n_elements;
  gsize owner;
  GCompareFunc compare;
} VigieFactsOwned;

#define VIGIE_FACTS_OWNED(type, name, owner, part, sql, read_row, compare) \
  { part, \
    sql, \
    read_row, \
    sizeof (type), \
    G_STRUCT_OFFSET (VigieFacts, name), \
    G_STRUCT_OFFSET (VigieFacts, n_##name), \
    G_STRUCT_OFFSET (type, owner), \
    compare }

extern const VigieFactsOwned vigie_facts_systems;
extern const VigieFactsOwned vigie_facts_deployments;
extern const VigieFactsOwned vigie_facts_user_groups;
extern const VigieFactsOwned vigie_facts_safeguards;
extern const VigieFactsOwned vigie_facts_evidence;
extern const VigieFactsOwned vigie_facts_costs;
extern const VigieFactsOwned vigie_facts_benefits;

gboolean vigie_facts_is_whole (const VigieFactsReader *self);
const char *vigie_facts_text (VigieFactsReader *self, VigieStatement *row, int column);
int vigie_facts_enum (VigieFactsReader *self, VigieStatement *row, int column, GType type);
int vigie_facts_find (gconstpointer elements, gsize n_elements, gsize element_size, gint64 id);
int vigie_facts_index (gconstpointer elements, gsize n_elements, gsize element_size, VigieStatement *row, int column);

/* The index of the element whose id stands in @column: arrays begin with their id and are sorted by it. */
#define VIGIE_FACTS_INDEX(reader, name, row, column) \
  vigie_facts_index ((reader)->facts->name, (reader)->facts->n_##name, sizeof *(reader)->facts->name, (row), (column))

void vigie_facts_calendar_init (VigieFactsCalendar *self, VigieDate as_of);
int vigie_facts_calendar_month (const VigieFactsCalendar *self, VigieDate day);

gboolean vigie_facts_look_for_changes (VigieRegister *reg, GError **error);
VigieFacts *vigie_facts_find_kept (VigieRegister *reg, const VigieScope *scope, VigieFactsNotes *changes,
                                   GError **error);
void vigie_facts_succeed (VigieFacts *self, VigieFacts *base);
void vigie_facts_keep (VigieRegister *reg, VigieScope *scope, VigieFacts *facts);
void vigie_facts_forget (VigieFacts *self);

gboolean vigie_facts_renew (VigieFactsReader *self, const VigieFacts *base, const VigieFactsNotes *notes,
                            gboolean *renewed, GError **error);

gboolean vigie_facts_read_settings (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_duties (VigieFactsReader *self, GError **error);
gboolean vigie_facts_renew_holders (VigieFactsReader *self, const VigieFactsNotes *notes, gboolean *renewed,
                                    GError **error);
gboolean vigie_facts_put_off_hours (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_organisation (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_systems (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_budget (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_rules (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_training (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_holders (VigieFactsReader *self, GError **error);
void vigie_facts_add_history (VigieFacts *self);
const char *vigie_facts_get_headcounts_sql (const VigieFactsReader *self);
gboolean vigie_facts_read_posts (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_hours (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_barriers (VigieFactsReader *self, GError **error);
gboolean vigie_facts_read_governance (VigieFactsReader *self, const VigieFactsNotes *notes, GError **error);

G_END_DECLS
