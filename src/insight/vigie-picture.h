// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-facts.h"

G_BEGIN_DECLS

/** A system whose reliability score is less is not counted as reliable. */
#define VIGIE_RELIABLE_FROM 0.6

/**
 * VigieStageGroup:
 * @VIGIE_STAGE_GROUP_STUDY: idea, study
 * @VIGIE_STAGE_GROUP_PREPARATION: purchase, design and integration
 * @VIGIE_STAGE_GROUP_PILOT: pilot, local validation
 * @VIGIE_STAGE_GROUP_PRODUCTION: in production, with or without restrictions
 * @VIGIE_STAGE_GROUP_SUSPENDED: suspended
 * @VIGIE_STAGE_GROUP_ENDED: retired, rejected
 * @VIGIE_STAGE_GROUP_UNKNOWN: no stage was recorded
 *
 * The stages as a committee speaks of them.
 */
typedef enum
{
  VIGIE_STAGE_GROUP_STUDY,
  VIGIE_STAGE_GROUP_PREPARATION,
  VIGIE_STAGE_GROUP_PILOT,
  VIGIE_STAGE_GROUP_PRODUCTION,
  VIGIE_STAGE_GROUP_SUSPENDED,
  VIGIE_STAGE_GROUP_ENDED,
  VIGIE_STAGE_GROUP_UNKNOWN,
} VigieStageGroup;

#define VIGIE_N_STAGE_GROUPS (VIGIE_STAGE_GROUP_UNKNOWN + 1)

/**
 * VigieLevel:
 *
 * The level of a barrier, from likelihood × impact: up to 4 low, up to 9 moderate, up to 14 high, above
 * critical.
 */
typedef enum
{
  VIGIE_LEVEL_LOW,
  VIGIE_LEVEL_MODERATE,
  VIGIE_LEVEL_HIGH,
  VIGIE_LEVEL_CRITICAL,
} VigieLevel;

/**
 * VigieUsers:
 * @users: people who use or will use it, as counted; −1 nobody counted. One who uses two systems counts twice
 * @measured: those of @users of whom it is known whether they are trained
 * @trained: those of @measured who hold every module that they must
 * @competence: @trained ÷ @measured, the first pillar; NaN not measured
 */
typedef struct
{
  gint64 users;
  gint64 measured;
  gint64 trained;
  double competence;
} VigieUsers;

/**
 * VigieDeploymentPicture:
 * @target: the share of its users who must be trained, 0 to 1; NaN where no requirement applies
 * @readiness: the least coverage of any module that any of its professions must hold; NaN where one of
 *   them is not measured
 *
 * A deployment; its index is that of its fact.
 */
typedef struct
{
  const VigieFactDeployment *fact;
  const VigieFactSystem *system;
  VigieStageGroup group;
  VigieUsers users;
  double target;
  double readiness;
} VigieDeploymentPicture;

/**
 * VigieSystemPicture:
 * @group: of its deployment that is the furthest
 * @n_deployments: in scope
 * @n_in_production: of them
 * @users: over its deployments in pilot or production
 * @reliability: the second pillar, 0 to 1; NaN where nothing that assesses it was ever obtained
 *
 * A system that has a deployment in scope, or, of the whole register, any.
 */
typedef struct
{
  const VigieFactSystem *fact;
  VigieStageGroup group;
  guint n_deployments;
  guint n_in_production;
  VigieUsers users;
  double reliability;
} VigieSystemPicture;

/**
 * VigieCoverageCell:
 * @system: index of the system that asks for the module; −1 where the profession does
 * @required: people who must hold it
 * @valid: those of them who do; −1 not measured
 * @expiring: those of @valid who will no more within 90 days; −1 not measured
 * @target: the share who must, 0 to 1
 *
 * What people of one unit and profession must hold, and hold.
 */
typedef struct
{
  int unit;
  int profession;
  int module;
  int system;
  gint64 required;
  gint64 valid;
  gint64 expiring;
  double target;
} VigieCoverageCell;

/**
 * VigieCoverage:
 * @required: people × modules, where it is measured
 * @not_measured: people × modules that nobody counted
 * @rate: @valid ÷ @required; NaN not measured
 * @target: Σ target × required ÷ Σ required; NaN where nothing is required
 * @gap: Σ over the cells of people missing to the target
 *
 * Σ over cells.
 */
typedef struct
{
  gint64 required;
  gint64 valid;
  gint64 expiring;
  gint64 not_measured;
  double rate;
  double target;
  gint64 gap;
} VigieCoverage;

/**
 * VigieHoursPicture:
 * @people: in post whose hours are known
 * @not_measured: people in post of whom they are not
 * @known_one_by_one: those of @people who are known by reference
 * @mean: hours a head, over @people; NaN not measured
 * @low: a quarter of @known_one_by_one had no more; NaN where too few are to be shown
 * @median: half of them had no more
 * @high: three quarters of them had no more
 *
 * Hours of training in the months to the day.
 */
typedef struct
{
  gint64 people;
  gint64 not_measured;
  gint64 known_one_by_one;
  double mean;
  double low;
  double median;
  double high;
} VigieHoursPicture;

/**
 * VigieBarrierPicture:
 * @score: likelihood × impact of the latest rating of each tier, 1 to 25; −1 not rated
 * @previous: the same of the rating before it; −1 where it is the first
 *
 * A barrier; its index is that of its fact.
 */
typedef struct
{
  const VigieFactBarrier *fact;
  int score[VIGIE_RATING_TIER_COUNT];
  int previous[VIGIE_RATING_TIER_COUNT];
  VigieDate rated_on[VIGIE_RATING_TIER_COUNT];
} VigieBarrierPicture;

/**
 * VigieBlockedValue:
 * @unit: what is counted, as recorded: hours freed are not euros
 * @target: what is aimed at a year, over deployments
 */
typedef struct
{
  const char *unit;
  gint64 target;
} VigieBlockedValue;

/**
 * VigieSurveyPicture:
 * @answers: who answered, in scope; −1 where nobody was asked
 * @share: @named ÷ @answers; NaN not measured
 * @low: of its 95 % interval (Wilson, 1927)
 * @hidden: whether so few answered that it is not shown
 *
 * How many of our staff named a family of barriers.
 */
typedef struct
{
  gint64 answers;
  gint64 named;
  double share;
  double low;
  double high;
  gboolean hidden;
} VigieSurveyPicture;

/**
 * VigieDutyState:
 * @VIGIE_DUTY_MISSING: due on the day and recorded as missing, or as lapsed by it
 * @VIGIE_DUTY_IN_PROGRESS: due on the day and being put in place
 * @VIGIE_DUTY_NOT_ASSESSED: due, or it is not known whether it is, and nothing was recorded of it
 * @VIGIE_DUTY_LATER: not in place, and due from a day that is still to come
 * @VIGIE_DUTY_MET: in place
 * @VIGIE_DUTY_NOT_DUE: nothing asks for it
 *
 * How a deployment stands to a protection, the gravest first.
 */
typedef enum
{
  VIGIE_DUTY_MISSING,
  VIGIE_DUTY_IN_PROGRESS,
  VIGIE_DUTY_NOT_ASSESSED,
  VIGIE_DUTY_LATER,
  VIGIE_DUTY_MET,
  VIGIE_DUTY_NOT_DUE,
} VigieDutyState;

#define VIGIE_N_DUTY_STATES (VIGIE_DUTY_NOT_DUE + 1)

/**
 * VigieDuty:
 * @rule: (nullable): the rule that asks for it, or, where it is not known whether one does, that may: of the
 *   rules that apply the earliest
 * @sure: whether @rule is known to be about the system
 * @status: a #VigieSafeguardStatus as recorded; −1 nothing was recorded
 */
typedef struct
{
  VigieDutyState state;
  const VigieFactDuty *rule;
  gboolean sure;
  int status;
} VigieDuty;

/** Where to find what belongs together; private to insight. */
typedef struct _VigiePictureIndex VigiePictureIndex;
typedef struct _VigieRequirementIndex VigieRequirementIndex;

/**
 * VigiePicture:
 *
 * All that is computed from the facts of one day.
 */
typedef struct
{
  const VigieFacts *facts;
  VigieDeploymentPicture *deployments;
  VigieSystemPicture *systems;
  gsize n_systems;
  VigieCoverageCell *cells;
  gsize n_cells;
  GArray *cell_array;     /* private: holds @cells */
  VigieCoverage coverage; /* private: the sum of @cells */
  gsize *first_cell; /* private: of what users of each deployment must hold; before them of what professions must */
  struct _VigieTrajectoryBase
    *trajectory; /* private: what trajectories of the picture have in common, once asked for */
  VigieBarrierPicture *barriers;
  VigieSurveyPicture survey[VIGIE_BARRIER_FAMILY_COUNT];
  VigiePictureIndex *index;
  VigieRequirementIndex *requirements;
} VigiePicture;

VigiePicture *vigie_picture_new (const VigieFacts *facts, const VigiePicture *former);
void vigie_picture_free (VigiePicture *self);

VigieStageGroup vigie_stage_group (int stage);
const char *vigie_stage_group_nick (VigieStageGroup group);
const char *vigie_stage_group_label (VigieStageGroup group);
const int *vigie_picture_list_deployments (const VigiePicture *self, int system, gsize *n);
guint vigie_picture_count_systems (const VigiePicture *self, VigieStageGroup group);
gboolean vigie_fact_unit_is_establishment (const VigieFactUnit *unit);
guint vigie_picture_count_sites (const VigiePicture *self, gboolean in_production_only);
VigieUsers vigie_picture_sum_users (const VigiePicture *self, VigieStageGroup group);

int vigie_picture_safeguard (const VigiePicture *self, int deployment, VigieSafeguardKind kind);
gboolean vigie_picture_lacks_safeguard (const VigiePicture *self, int deployment, gboolean *recorded);
VigieDuty vigie_picture_duty (const VigiePicture *self, int deployment, VigieSafeguardKind kind);
GPtrArray *vigie_facts_list_duties (const VigieFacts *facts, const VigieFactSystem *system);
gboolean vigie_system_is_medical_device (const VigieFactSystem *system);

int vigie_reliability_weight (const VigieFacts *facts, VigieEvidenceKind kind, const VigieFactSystem *system);

int vigie_picture_resolve (const VigiePicture *self, int module, int profession, int unit, int system);
VigieCoverage vigie_picture_sum_coverage (const VigiePicture *self);
VigieCoverage *vigie_picture_sum_modules (const VigiePicture *self);
VigieCoverage *vigie_picture_sum_professions (const VigiePicture *self);
VigieCoverage *vigie_picture_sum_sites (const VigiePicture *self);
gint64 vigie_picture_count_heads (const VigiePicture *self, int profession);
VigieHoursPicture vigie_picture_sum_hours (const VigiePicture *self, int profession);
gint64 vigie_coverage_cell_gap (const VigieCoverageCell *cell);

guint vigie_picture_list_blocked (const VigiePicture *self, int barrier, GArray **values);

VigieLevel vigie_level_from_score (int score);
const char *vigie_level_label (VigieLevel level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigiePicture, vigie_picture_free)

G_END_DECLS
