// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-enums.h"
#include "vigie-facts-training.h"
#include "vigie-scope.h"
#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieFacts:
 *
 * What the register held on one day for one scope, as plain arrays that numbers are computed from.
 * Immutable, counted by reference, readable from any thread.
 *
 * Arrays refer to each other by index, −1 for none; an enumeration that was not recorded is −1, a
 * date %VIGIE_DATE_NONE, a count −1, a text %NULL: *not measured*, never zero.
 */
typedef struct _VigieFacts VigieFacts;

/**
 * VigieFactUnit:
 * @parent: index of the unit above
 * @site: index of the establishment it belongs to: the nearest site, EHPAD or legal entity at or above
 *   it; itself where there is none
 * @in_scope: whether it is in the part of the organisation that was asked about
 * @open: whether it is open on the day
 */
typedef struct
{
  gint64 id;
  const char *code;
  const char *name;
  const char *short_name;
  VigieOrgKind kind;
  int parent;
  int site;
  gboolean in_scope;
  gboolean open;
} VigieFactUnit;

/**
 * VigieFactProfession:
 * @in_reference: whether the national reference of 28 hours is about its students
 */
typedef struct
{
  gint64 id;
  const char *code;
  const char *label_fr;
  const char *label_en;
  int family;
  gboolean in_reference;
} VigieFactProfession;

typedef struct
{
  gint64 id;
  const char *code;
  const char *label_fr;
  const char *label_en;
  int competency;
  gint64 duration_min;
  gint64 validity_months;
} VigieFactModule;

/**
 * VigieFactSystem:
 * @undeployed: whether it has no deployment at all, anywhere and at any time
 *
 * An AI system; of a part of the organisation, one that is deployed there, else any of the register.
 */
typedef struct
{
  gint64 id;
  const char *code;
  const char *name;
  const char *vendor;
  int use_domain;
  int md_class;
  int ce_status;
  int ai_act_class;
  int ai_act_route;
  int generative;
  int personal_data;
  int health_data;
  gboolean undeployed;
} VigieFactSystem;

/**
 * VigieFactDeployment:
 * @stage: the latest that was recorded by the day
 * @since: when it was recorded
 * @basis: whether @since is when it entered the stage, or when it was seen in it
 *
 * A deployment in scope that was known by the day. One whose first stage comes later did not exist yet.
 */
typedef struct
{
  gint64 id;
  const char *code;
  int system;
  int unit;
  VigieDate planned_on;
  const char *owner;
  const char *oversight;
  int oversight_cover;
  int health;
  int stage;
  VigieDate since;
  int basis;
} VigieFactDeployment;

/**
 * VigieFactUserGroup:
 *
 * The latest count of a deployment's users in a profession. Sorted by deployment.
 */
typedef struct
{
  int deployment;
  int profession;
  gint64 expected;
  gint64 active;
} VigieFactUserGroup;

/**
 * VigieFactSafeguard:
 * @recorded: as it stands in the register, whatever the day
 *
 * There are hundreds of thousands of them. A protection as it stood on the day: what was done later or has lapsed since is `missing`. Sorted by
 * deployment.
 */
typedef struct
{
  int deployment;
  gint8 kind;
  gint8 status;
  gint16 recorded;
  VigieDate done_on;
  VigieDate valid_until;
} VigieFactSafeguard;

/**
 * VigieFactCost:
 * @planned: cents; −1 not recorded
 * @actual: cents spent; −1 not recorded
 *
 * What a deployment costs in a year, from one source. Sorted by year, then by deployment.
 */
typedef struct
{
  int deployment;
  int year;
  int kind;
  int funding;
  gint64 planned;
  gint64 actual;
} VigieFactCost;

/**
 * VigieFactBenefit:
 * @unit: its own: hours freed are not euros
 * @actual: −1 not measured by the day
 */
typedef struct
{
  int deployment;
  int kind;
  const char *unit;
  gint64 target;
  gint64 actual;
} VigieFactBenefit;

/**
 * VigieFactDuty:
 * @ai_act_class: of the systems it is about; −1 any
 * @medical_device: 1 of medical devices, 0 of others; −1 any; so with @personal_data and @health_data
 * @definition_fr: what is asked
 * @text_fr: the law
 *
 * A rule that asks for a safeguard. Sorted by kind, then by @applies_on.
 */
typedef struct
{
  const char *code;
  int kind;
  int ai_act_class;
  int ai_act_route;
  int medical_device;
  int personal_data;
  int health_data;
  const char *definition_fr;
  const char *definition_en;
  VigieDate applies_on;
  int legal_status;
  const char *text_fr;
  const char *text_en;
  const char *article;
} VigieFactDuty;

/**
 * VigieFactEvidence:
 * @deployment: the deployment it was obtained at; −1 where it holds for the system
 * @valid: whether it had not expired on the day; its last day counts
 *
 * What was obtained by the day. Sorted by system, then from the oldest to the latest.
 */
typedef struct
{
  int system;
  int deployment;
  int kind;
  int result;
  VigieDate obtained_on;
  gboolean valid;
} VigieFactEvidence;

/**
 * VigieFactWeight:
 * @weight: 0 to 100
 *
 * What a kind of evidence counts for. In the order of the kinds' rows.
 */
typedef struct
{
  int kind;
  int weight;
  gboolean medical_device_only;
} VigieFactWeight;

/**
 * VigieFactBarrier:
 * @open: whether it stood on the day
 */
typedef struct
{
  gint64 id;
  const char *code;
  const char *title;
  const char *owner;
  int family;
  int status;
  gboolean open;
  VigieDate next_review_on;
} VigieFactBarrier;

/**
 * VigieFactRating:
 * @previous_likelihood: of the rating before it; −1 where it is the first
 *
 * The latest rating of a barrier in a tier.
 */
typedef struct
{
  int barrier;
  int tier;
  int likelihood;
  int impact;
  VigieDate rated_on;
  int previous_likelihood;
  int previous_impact;
} VigieFactRating;

typedef struct
{
  int barrier;
  int system;
  int effect;
} VigieFactBarrierLink;

/**
 * VigieFactSurveyResult:
 * @unit: −1 for all sites
 * @profession: −1 for all professions
 *
 * How many of those who answered the latest survey named a barrier.
 */
typedef struct
{
  int family;
  int unit;
  int profession;
  gint64 answers;
  gint64 named;
} VigieFactSurveyResult;

typedef struct
{
  const char *code;
  const char *title;
  VigieDate as_of;
  const char *population;
  gint64 sent;
  gint64 answers;
} VigieFactSurvey;

/**
 * VigieFactAction:
 * @open: whether it was still owed on the day
 */
typedef struct
{
  gint64 id;
  const char *code;
  const char *title;
  const char *owner;
  int status;
  gboolean open;
  VigieDate opened_on;
  VigieDate due_on;
  VigieDate done_on;
  int deployment;
  int barrier;
} VigieFactAction;

typedef struct
{
  const char *code;
  const char *text;
  int kind;
  int status;
  VigieDate decided_on;
  VigieDate review_on;
  int deployment;
} VigieFactDecision;

typedef struct
{
  const char *code;
  int body;
  VigieDate held_on;
  const char *title;
} VigieFactMeeting;

/**
 * VigieFactIncident:
 * @open: whether it was not yet closed on the day
 * @has_action: whether an action answers it
 */
typedef struct
{
  const char *code;
  int deployment;
  int kind;
  gint64 severity;
  VigieDate occurred_on;
  gboolean open;
  gboolean has_action;
} VigieFactIncident;

/**
 * VigieFactBenchmark:
 * @permille: its value as a share; −1 where it is none
 * @hours: its value in hours; −1 where it is none
 */
typedef struct
{
  const char *code;
  const char *label_fr;
  const char *label_en;
  gint64 permille;
  gint64 hours;
  gint64 n;
  const char *population_fr;
  const char *population_en;
  int family;
  VigieDate published_on;
  const char *source;
  const char *caveat_fr;
  const char *caveat_en;
  int verification;
} VigieFactBenchmark;

typedef struct
{
  const char *code;
  const char *label_fr;
  const char *label_en;
  VigieDate applies_on;
  int legal_status;
  const char *text_fr;
  const char *text_en;
  int route;
} VigieFactMilestone;

struct _VigieFacts
{
  gatomicrefcount ref_count;
  struct _VigieFactsOrigin *origin; /* private to the store */

  VigieDate as_of;
  VigieDate known_on;         /* made of what was entered by the end of this day */
  gint64 n_late;              /* facts that hold by the day, and are left out since they were entered later */
  VigieDate previous_meeting; /* the last meeting held before the day, or the day that the scope asks changes since */
  const char *organisation;
  gint64 small_group;   /* a group of fewer people is not shown */
  int scope_unit;       /* index of the unit asked about; -1 for the whole */
  int scope_profession; /* index of the profession asked about; -1 for all */

  VigieFactUnit *units;
  gsize n_units;
  VigieFactProfession *professions;
  gsize n_professions;
  VigieFactModule *modules;
  gsize n_modules;
  VigieFactSystem *systems;
  gsize n_systems;
  VigieFactDeployment *deployments;
  gsize n_deployments;
  VigieFactUserGroup *user_groups;
  gsize n_user_groups;
  VigieFactSafeguard *safeguards;
  gsize n_safeguards;
  VigieFactCost *costs;
  gsize n_costs;
  VigieFactBenefit *benefits;
  gsize n_benefits;
  VigieFactDuty *duties;
  gsize n_duties;
  VigieFactEvidence *evidence;
  gsize n_evidence;
  VigieFactWeight *weights;
  gsize n_weights;
  VigieFactRequirement *requirements;
  gsize n_requirements;
  VigieFactHeads *heads;
  gsize n_heads;
  VigieFactCoverage *coverage;
  gsize n_coverage;
  VigieFactHours *hours; /* of the day asked about only, once vigie_facts_read_hours_once() was called */
  gsize n_hours;
  VigieFactCountedHours *counted_hours; /* as @hours */
  gsize n_counted_hours;
  VigieFactHistory *history; /* of the day asked about only */
  gsize n_history;
  VigieFactPosts *posts; /* of the day asked about only */
  gsize n_posts;
  VigieFactBarrier *barriers;
  gsize n_barriers;
  VigieFactRating *ratings;
  gsize n_ratings;
  VigieFactBarrierLink *barrier_links;
  gsize n_barrier_links;
  VigieFactSurvey *surveys; /* the latest, or none */
  gsize n_surveys;
  VigieFactSurveyResult *survey_results;
  gsize n_survey_results;
  VigieFactAction *actions;
  gsize n_actions;
  VigieFactDecision *decisions;
  gsize n_decisions;
  VigieFactMeeting *meetings;
  gsize n_meetings;
  VigieFactIncident *incidents;
  gsize n_incidents;
  VigieFactBenchmark *benchmarks;
  gsize n_benchmarks;
  VigieFactMilestone *milestones;
  gsize n_milestones;

  VigieFacts *previous; /* the same scope on the day of that meeting; NULL where there was none */
};

VigieFacts *vigie_facts_load (VigieStore *store, VigieScope *scope, GCancellable *cancellable, GError **error);
void vigie_facts_load_async (VigieStore *store, VigieScope *scope, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
VigieFacts *vigie_facts_load_finish (GAsyncResult *result, GError **error);

void vigie_facts_get_history (const VigieFacts *self, const VigieFactHistory *row, VigieHistoryMonths *months);
VigieDate vigie_facts_month_end (VigieDate as_of, int month);

VigieFacts *vigie_facts_ref (VigieFacts *self);
void vigie_facts_unref (VigieFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFacts, vigie_facts_unref)

G_END_DECLS
