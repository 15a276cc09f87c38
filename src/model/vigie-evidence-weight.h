// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** What a kind of evidence counts for in the reliability of a system; a kind without one counts for nothing. */
typedef enum
{
  VIGIE_EVIDENCE_WEIGHT_KIND,
  VIGIE_EVIDENCE_WEIGHT_WEIGHT,
  VIGIE_EVIDENCE_WEIGHT_MEDICAL_DEVICE_ONLY,
  VIGIE_EVIDENCE_WEIGHT_N_FIELDS,
} VigieEvidenceWeightField;

extern const VigieEntity vigie_evidence_weight_entity;

G_END_DECLS
