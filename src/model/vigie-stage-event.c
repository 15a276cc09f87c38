// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-stage-event.h"

#include "vigie-deployment.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_STAGE_EVENT_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_STAGE_EVENT_OCCURRED_ON] = {
    .name = "occurred_on",
    .label = NC_ ("field", "On"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_STAGE_EVENT_STAGE] = {
    .name = "stage",
    .label = NC_ ("field", "Stage"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_stage_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_STAGE_EVENT_BASIS] = {
    .name = "basis",
    .label = NC_ ("field", "What the date says"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_stage_basis_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_STAGE_EVENT_COMMENT] = {
    .name = "comment",
    .label = NC_ ("field", "Comment"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
};

const VigieEntity vigie_stage_event_entity = {
  .nick = "stage_event",
  .label = N_ ("Stage event"),
  .label_plural = N_ ("Stage events"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
