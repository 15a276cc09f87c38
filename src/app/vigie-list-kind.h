// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-list.h"
#include "vigie-record.h"

G_BEGIN_DECLS

/** The most columns that a narrow window has room for. */
#define VIGIE_NARROW_COLUMNS 2
#define VIGIE_LIST_COLUMNS 12

/**
 * VigieListKind:
 * @list: (nullable): the list that the rows are of; else
 * @entity: the entity whose records the rows are
 * @searched: the entity whose record a row opens
 * @name: the field that one knows a row by, which has the most room
 * @columns: the fields that are shown, from the start; -1 after the last
 * @narrow: those of them that a narrow window shows; -1 after the last
 * @sort: the field that rows come sorted by, and in which direction
 *
 * What a list page lists, and how.
 */
typedef struct
{
  const VigieList *list;
  const VigieEntity *entity;
  const VigieEntity *searched;
  int name;
  int columns[VIGIE_LIST_COLUMNS];
  int narrow[VIGIE_NARROW_COLUMNS + 1];
  int sort;
  gboolean descending;
} VigieListKind;

extern const VigieListKind vigie_list_kind_systems;
extern const VigieListKind vigie_list_kind_training;
extern const VigieListKind vigie_list_kind_barriers;
extern const VigieListKind vigie_list_kind_actions;
extern const VigieListKind vigie_list_kind_incidents;
extern const VigieListKind vigie_list_kind_decisions;
extern const VigieListKind vigie_list_kind_meetings;
extern const VigieListKind vigie_list_kind_sites;
extern const VigieListKind vigie_list_kind_reference;
extern const VigieListKind vigie_list_kind_staff;
extern const VigieListKind vigie_list_kind_completions;
extern const VigieListKind vigie_list_kind_requirements;
extern const VigieListKind vigie_list_kind_ratings;
extern const VigieListKind vigie_list_kind_surveys;
extern const VigieListKind vigie_list_kind_survey_results;
extern const VigieListKind vigie_list_kind_professions;
extern const VigieListKind vigie_list_kind_headcounts;
extern const VigieListKind vigie_list_kind_duties;
extern const VigieListKind vigie_list_kind_benchmarks;

const VigieEntity *vigie_list_kind_get_row_entity (const VigieListKind *self);
VigieRecord *vigie_list_kind_new_key (const VigieListKind *self, VigieRecord *row);
gboolean vigie_list_kind_is_narrow (const VigieListKind *self, int field);

G_END_DECLS
