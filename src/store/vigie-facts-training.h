// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/*
 * What the facts tell of requirements, posts and trainings: see vigie-facts.h.
 */

#include <glib.h>

#include "vigie-date.h"
#include "vigie-enums.h"

G_BEGIN_DECLS

/**
 * VigieFactRequirement:
 *
 * A requirement in force on the day. An index of −1 means all.
 */
typedef struct
{
  int module;
  int profession;
  int unit;
  int system;
  int obligation;
  int target_percent;
  VigieDate due_on;
} VigieFactRequirement;

/**
 * VigieFactHeads:
 * @by_reference: whether they were counted from staff known by reference
 *
 * People in post in a unit and a profession. Where a profession of a site has any staff by reference,
 * the head counts handed over for that site are left out.
 */
typedef struct
{
  int unit;
  int profession;
  gint64 heads;
  gboolean by_reference;
} VigieFactHeads;

/**
 * VigieFactCoverage:
 * @trained: ever completed the module
 * @valid: hold it on the day
 * @expiring: hold it on the day, and no more 90 days later
 *
 * People of a unit and a profession who hold a module. Sorted by unit, profession, module. From staff by
 * reference a missing row means nobody; from counts handed over it means *not measured*.
 */
typedef struct
{
  int unit;
  int profession;
  int module;
  gint64 trained;
  gint64 valid;
  gint64 expiring;
} VigieFactCoverage;

/** How many months back, to the day, hours of training are counted. */
#define VIGIE_FACTS_HOURS_MONTHS 36

/**
 * VigieFactHours:
 * @minutes: of training in the months to the day; −1 where the length of one is not known
 * @people: how many have just so many
 *
 * People in post who are known by reference, each once in each of their professions. Sorted by profession,
 * then by @minutes.
 */
typedef struct
{
  int profession;
  gint64 minutes;
  gint64 people;
} VigieFactHours;

/**
 * VigieFactCountedHours:
 * @minutes: of training in the months to the day, all people together; −1 where one count has none
 *
 * What a site that hands over counts added up for a unit and a profession. Sorted by unit, then by
 * profession.
 */
typedef struct
{
  int unit;
  int profession;
  gint64 minutes;
} VigieFactCountedHours;

/** How many months before that of the day, and after it, trainings are followed. */
#define VIGIE_FACTS_MONTHS_BACK 36
#define VIGIE_FACTS_MONTHS_AHEAD 24
#define VIGIE_FACTS_MONTHS (VIGIE_FACTS_MONTHS_BACK + 1 + VIGIE_FACTS_MONTHS_AHEAD)

/**
 * VigieFactHistory:
 * @series: (nullable): private, as the others: see vigie_facts_get_history()
 *
 * Those of a unit and a profession who held a module, hold it and will. Sorted by unit, profession, module. From staff by
 * reference a missing row means nobody, ever. A large register has some hundred thousand rows, of which few are asked
 * for: they stay packed.
 */
typedef struct
{
  int unit;
  int profession;
  int module;
  guint32 size;
  gconstpointer series;
  const struct _VigieFactCount *counts;
  gsize n_counts;
} VigieFactHistory;

/**
 * VigieHistoryMonths:
 * @valid: people who hold the module on the last day of each month, the month of the day being number
 *   %VIGIE_FACTS_MONTHS_BACK; −1 not measured. Before it of those who were then in post; from it on of those who are in
 *   post on the day, by what they have completed by then: so it falls by what expires, and by nothing else
 * @gained: how many validities began in each month before that of the day; of a renewal from the day on which the former
 *   validity ended
 *
 * Of counts handed over, the months between two are set on the straight line between them, and the last is taken to last:
 * their expiries ahead are not known.
 */
typedef struct
{
  gint32 valid[VIGIE_FACTS_MONTHS];
  gint32 gained[VIGIE_FACTS_MONTHS_BACK];
} VigieHistoryMonths;

/**
 * VigieFactPosts:
 * @heads: people in post on the last day of each month before that of the day; −1 not measured
 * @left: people whose job ended in the month and who had no other in scope the day after; −1 not measured
 *
 * Sorted by unit and profession.
 */
typedef struct
{
  int unit;
  int profession;
  gint32 heads[VIGIE_FACTS_MONTHS_BACK];
  gint32 left[VIGIE_FACTS_MONTHS_BACK];
} VigieFactPosts;

G_END_DECLS
