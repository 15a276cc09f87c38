// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-picture.h"

G_BEGIN_DECLS

/** A go-live that is planned later than this many months from the day is not looked at yet. */
#define VIGIE_GO_LIVE_MONTHS 12

/** So far below its target a share still counts as nearly there: data-model D.15. */
#define VIGIE_NEARLY 0.15

/**
 * VigieGateCriterion:
 * @VIGIE_GATE_USERS: every profession concerned meets its target for every module required
 * @VIGIE_GATE_RELIABILITY: the system is shown to be reliable
 * @VIGIE_GATE_DPIA: the AIPD is done
 * @VIGIE_GATE_OVERSIGHT: human oversight is in place
 * @VIGIE_GATE_PATIENTS: patients are informed
 *
 * What is looked at before a deployment goes into production.
 */
typedef enum
{
  VIGIE_GATE_USERS,
  VIGIE_GATE_RELIABILITY,
  VIGIE_GATE_DPIA,
  VIGIE_GATE_OVERSIGHT,
  VIGIE_GATE_PATIENTS,
} VigieGateCriterion;

#define VIGIE_N_GATE_CRITERIA (VIGIE_GATE_PATIENTS + 1)

/**
 * VigieGateState:
 * @VIGIE_GATE_MISSING: not there
 * @VIGIE_GATE_NEARLY: within 15 points of the target, or being put in place
 * @VIGIE_GATE_UNKNOWN: not measured, or nothing recorded
 * @VIGIE_GATE_READY: there
 * @VIGIE_GATE_NOT_ASKED: nothing asks for it
 *
 * The gravest first.
 */
typedef enum
{
  VIGIE_GATE_MISSING,
  VIGIE_GATE_NEARLY,
  VIGIE_GATE_UNKNOWN,
  VIGIE_GATE_READY,
  VIGIE_GATE_NOT_ASKED,
} VigieGateState;

#define VIGIE_N_GATE_STATES (VIGIE_GATE_NOT_ASKED + 1)

/**
 * VigieGate:
 * @deployment: index of the deployment
 * @states: of each criterion
 * @verdict: the gravest of them; %VIGIE_GATE_READY where all that is asked is there
 * @reliability: of its system, 0 to 1; NaN not measured
 *
 * A go-live that is planned, and whether it is ready.
 */
typedef struct
{
  int deployment;
  VigieGateState states[VIGIE_N_GATE_CRITERIA];
  VigieGateState verdict;
  double reliability;
} VigieGate;

gboolean vigie_picture_find_gate (const VigiePicture *self, const char *deployment, VigieGate *gate);
GArray *vigie_picture_dup_gates (const VigiePicture *self);
const char *vigie_gate_criterion_nick (VigieGateCriterion criterion);
const char *vigie_gate_criterion_label (VigieGateCriterion criterion);
const char *vigie_gate_state_nick (VigieGateState state);
const char *vigie_gate_state_label (VigieGateState state);

G_END_DECLS
