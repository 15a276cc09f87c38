// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-evidence.h"

#include "vigie-deployment.h"
#include "vigie-enums.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_EVIDENCE_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_EVIDENCE_SYSTEM] = {
    .name = "system",
    .label = NC_ ("field", "AI system"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_system_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_EVIDENCE_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
  },
  [VIGIE_EVIDENCE_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_evidence_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_EVIDENCE_RESULT] = {
    .name = "result",
    .label = NC_ ("field", "Result"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_evidence_result_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_EVIDENCE_STATEMENT] = {
    .name = "statement",
    .label = NC_ ("field", "Statement"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_EVIDENCE_OBTAINED_ON] = {
    .name = "obtained_on",
    .label = NC_ ("field", "Obtained on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_EVIDENCE_VALID_UNTIL] = {
    .name = "valid_until",
    .label = NC_ ("field", "Valid until"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_EVIDENCE_REFERENCE] = {
    .name = "reference",
    .label = NC_ ("field", "Document"),
    .type = VIGIE_FIELD_TEXT,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_EVIDENCE_OBTAINED_ON, VIGIE_EVIDENCE_VALID_UNTIL },
};

const VigieEntity vigie_evidence_entity = {
  .nick = "evidence",
  .label = N_ ("Piece of evidence"),
  .label_plural = N_ ("Reliability evidence"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
