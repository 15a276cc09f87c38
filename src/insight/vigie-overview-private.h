// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"
#include "vigie-picture.h"

G_BEGIN_DECLS

/* Shared by the files that make an overview. */

/** How many days ahead a go-live or an expiry is looked for. */
#define VIGIE_DAYS_AHEAD 90

/* A value that two pictures are compared by: whole things, or a share. */
typedef struct
{
  double value; /* NaN is not measured */
  gint64 total;
} VigieMeasure;

#define VIGIE_N_HEADLINES 8

struct _VigieOverview
{
  gatomicrefcount ref_count;
  VigieScope *scope;
  VigieFacts *facts;
  VigiePicture *picture;
  VigiePicture *previous; /* as of the last meeting before; NULL where there was none */
  char *scope_name;
  GPtrArray *headlines;
  VigieMeasure measures[VIGIE_N_HEADLINES];        /* of the headlines, in their order */
  VigieMeasure former_measures[VIGIE_N_HEADLINES]; /* the same of @previous */
  GPtrArray *agenda;
  guint rule;           /* of the agenda, being applied */
  const char *language; /* of what is said, interned */
};

VigieOverview *vigie_overview_new (VigieScope *scope, VigieFacts *facts, const VigieOverview *former);

void vigie_headline_free (VigieHeadline *headline);
void vigie_overview_add_headlines (VigieOverview *self, const VigieOverview *former);

void vigie_agenda_item_free (VigieAgendaItem *item);
void vigie_overview_add_agenda (VigieOverview *self, const VigieOverview *former);

/* The rules of the agenda, each adding what it finds. */
void vigie_agenda_add_prohibited (VigieOverview *self);
void vigie_agenda_add_untrained_users (VigieOverview *self);
void vigie_agenda_add_go_lives (VigieOverview *self);
void vigie_agenda_add_missing_safeguards (VigieOverview *self);
void vigie_agenda_add_unrecorded_safeguards (VigieOverview *self);
void vigie_agenda_add_expiring_validity (VigieOverview *self);
void vigie_agenda_add_incidents (VigieOverview *self);
void vigie_agenda_add_overdue_actions (VigieOverview *self);
void vigie_agenda_add_worse_barriers (VigieOverview *self);
void vigie_agenda_add_falling_coverage (VigieOverview *self);
void vigie_agenda_add_passed_benchmarks (VigieOverview *self);
void vigie_agenda_add_milestones (VigieOverview *self);

VigieAgendaItem *vigie_agenda_append (VigieOverview *self, const char *rule, const char *entity, const char *key);
void vigie_agenda_gather (VigieOverview *self, guint first, const char *title, ...) G_GNUC_PRINTF (3, 4);
char *vigie_deployment_dup_title (const VigieOverview *self, gsize deployment);
char *vigie_overview_dup_people (const VigieOverview *self, gint64 people);

G_END_DECLS
