// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-overview.h"

G_BEGIN_DECLS

/**
 * VigieDossier:
 *
 * All that the register says of one AI system as of the day of an overview, in its scope: the records, and the
 * numbers with what they are made of. Immutable, counted by reference, readable from any thread.
 */
typedef struct _VigieDossier VigieDossier;

/** Deployments of one system beyond so many are counted and not read. */
#define VIGIE_DOSSIER_DEPLOYMENTS 30

/**
 * VigieDossierDeployment:
 * @index: of it in the facts
 * @place: where it is
 * @events: (element-type VigieRecord): its stage events by the day, the oldest first
 * @safeguards: (element-type VigieRecord): as they stand in the register
 */
typedef struct
{
  VigieRecord *record;
  int index;
  const char *place;
  GPtrArray *events;
  GPtrArray *safeguards;
} VigieDossierDeployment;

/**
 * VigieEvidenceHold:
 * @VIGIE_EVIDENCE_HOLD_ABSENT: never obtained
 * @VIGIE_EVIDENCE_HOLD_LAPSED: obtained, and no longer valid
 * @VIGIE_EVIDENCE_HOLD_UNFAVOURABLE: valid, and counts for nothing
 * @VIGIE_EVIDENCE_HOLD_RESERVED: valid, and counts for half
 * @VIGIE_EVIDENCE_HOLD_FAVOURABLE: valid, and counts in full
 *
 * What a system has of a kind of evidence.
 */
typedef enum
{
  VIGIE_EVIDENCE_HOLD_ABSENT,
  VIGIE_EVIDENCE_HOLD_LAPSED,
  VIGIE_EVIDENCE_HOLD_UNFAVOURABLE,
  VIGIE_EVIDENCE_HOLD_RESERVED,
  VIGIE_EVIDENCE_HOLD_FAVOURABLE,
} VigieEvidenceHold;

/**
 * VigieDossierEvidence:
 * @share: of the score, what the kind counts for where it is favourable, 0 to 1
 * @record: (nullable): the latest of the kind
 *
 * A kind of evidence that counts for the system: the shares of all kinds add up to 1.
 */
typedef struct
{
  VigieEvidenceKind kind;
  double share;
  VigieEvidenceHold hold;
  VigieRecord *record;
} VigieDossierEvidence;

/**
 * VigieDossierUsers:
 * @profession: index in the facts
 * @users: who use it, or will
 * @trained: those who hold all that they must; -1 not measured
 * @target: the share who must, 0 to 1; NaN where nothing is required
 * @hidden: whether the group is too small, or would give a small one away
 */
typedef struct
{
  int profession;
  gint64 users;
  gint64 trained;
  double target;
  gboolean hidden;
} VigieDossierUsers;

/**
 * VigieDossierRisk:
 * @barrier: index in the facts
 * @effect: a #VigieLinkEffect; -1 not recorded
 * @score: likelihood × impact as last rated, 1 to 25; -1 not rated
 */
typedef struct
{
  int barrier;
  int effect;
  int score;
} VigieDossierRisk;

/**
 * VigieDossierDue:
 * @on: the day, which may have passed
 * @text: what falls due, in the reader's language
 * @entity: (nullable): whose record it is
 * @code: (nullable): its code
 */
typedef struct
{
  VigieDate on;
  char *text;
  const VigieEntity *entity;
  char *code;
} VigieDossierDue;

VigieDossier *vigie_dossier_load (VigieStore *store, VigieOverview *overview, const char *code,
                                  GCancellable *cancellable, GError **error);
void vigie_dossier_load_async (VigieStore *store, VigieOverview *overview, const char *code, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
VigieDossier *vigie_dossier_load_finish (GAsyncResult *result, GError **error);
VigieDossier *vigie_dossier_ref (VigieDossier *self);
void vigie_dossier_unref (VigieDossier *self);

VigieOverview *vigie_dossier_get_overview (const VigieDossier *self);
VigieRecord *vigie_dossier_get_record (const VigieDossier *self);
const char *vigie_dossier_get_name (const VigieDossier *self);
const VigieSystemPicture *vigie_dossier_get_numbers (const VigieDossier *self);
double vigie_dossier_get_target (const VigieDossier *self);
gboolean vigie_dossier_hides_users (const VigieDossier *self);
VigieJudgement vigie_dossier_get_judgement (const VigieDossier *self);
const char *vigie_dossier_get_sentence (const VigieDossier *self);

guint vigie_dossier_get_n_deployments (const VigieDossier *self);
const VigieDossierDeployment *vigie_dossier_get_deployment (const VigieDossier *self, guint i);
guint vigie_dossier_get_n_more_deployments (const VigieDossier *self);
guint vigie_dossier_get_n_evidence (const VigieDossier *self);
const VigieDossierEvidence *vigie_dossier_get_evidence (const VigieDossier *self, guint i);
guint vigie_dossier_get_n_users (const VigieDossier *self);
const VigieDossierUsers *vigie_dossier_get_users (const VigieDossier *self, guint i);
guint vigie_dossier_get_n_risks (const VigieDossier *self);
const VigieDossierRisk *vigie_dossier_get_risk (const VigieDossier *self, guint i);
guint vigie_dossier_get_n_dues (const VigieDossier *self);
const VigieDossierDue *vigie_dossier_get_due (const VigieDossier *self, guint i);

/**
 * VigieDossierPart:
 *
 * Records of the deployments of a system, the latest first.
 */
typedef enum
{
  VIGIE_DOSSIER_INCIDENTS,
  VIGIE_DOSSIER_ACTIONS,
  VIGIE_DOSSIER_DECISIONS,
  VIGIE_DOSSIER_COSTS,
  VIGIE_DOSSIER_BENEFITS,
} VigieDossierPart;

#define VIGIE_N_DOSSIER_PARTS (VIGIE_DOSSIER_BENEFITS + 1)

GPtrArray *vigie_dossier_get_part (const VigieDossier *self, VigieDossierPart part);
char *vigie_dossier_dup_hold (const VigieDossierEvidence *evidence);
char *vigie_dossier_dup_users (const VigieDossier *dossier, const VigieDossierUsers *users);
char *vigie_duty_dup_state (const VigieDuty *duty);
gint64 vigie_dossier_sum_costs (const VigieDossier *self, gboolean spent);
GPtrArray *vigie_dossier_get_history (const VigieDossier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieDossier, vigie_dossier_unref)

G_END_DECLS
