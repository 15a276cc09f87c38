// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-evidence-weight.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_EVIDENCE_WEIGHT_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Evidence"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_evidence_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_EVIDENCE_WEIGHT_WEIGHT] = {
    .name = "weight",
    .label = NC_ ("field", "Weight"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 100,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_EVIDENCE_WEIGHT_MEDICAL_DEVICE_ONLY] = {
    .name = "medical_device_only",
    .label = NC_ ("field", "Medical devices only"),
    .type = VIGIE_FIELD_BOOLEAN,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

const VigieEntity vigie_evidence_weight_entity = {
  .nick = "evidence_weight",
  .label = N_ ("Weight of evidence"),
  .label_plural = N_ ("Weights of evidence"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
