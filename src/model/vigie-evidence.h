// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** What shows how reliable a system is. */
typedef enum
{
  VIGIE_EVIDENCE_CODE,
  VIGIE_EVIDENCE_SYSTEM,
  VIGIE_EVIDENCE_DEPLOYMENT,
  VIGIE_EVIDENCE_KIND,
  VIGIE_EVIDENCE_RESULT,
  VIGIE_EVIDENCE_STATEMENT,
  VIGIE_EVIDENCE_OBTAINED_ON,
  VIGIE_EVIDENCE_VALID_UNTIL,
  VIGIE_EVIDENCE_REFERENCE,
  VIGIE_EVIDENCE_N_FIELDS,
} VigieEvidenceField;

extern const VigieEntity vigie_evidence_entity;

G_END_DECLS
