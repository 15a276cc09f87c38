// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-safeguard.h"

#include "vigie-deployment.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_SAFEGUARD_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_SAFEGUARD_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Safeguard"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_safeguard_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_SAFEGUARD_STATUS] = {
    .name = "status",
    .label = NC_ ("field", "Status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_safeguard_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_SAFEGUARD_DONE_ON] = {
    .name = "done_on",
    .label = NC_ ("field", "In place since"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_SAFEGUARD_VALID_UNTIL] = {
    .name = "valid_until",
    .label = NC_ ("field", "Valid until"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_SAFEGUARD_OWNER] = {
    .name = "owner",
    .label = NC_ ("field", "Owner (function)"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_SAFEGUARD_REFERENCE] = {
    .name = "reference",
    .label = NC_ ("field", "Document"),
    .type = VIGIE_FIELD_TEXT,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_SAFEGUARD_DONE_ON, VIGIE_SAFEGUARD_VALID_UNTIL },
};

const VigieEntity vigie_safeguard_entity = {
  .nick = "safeguard",
  .label = N_ ("Safeguard"),
  .label_plural = N_ ("Safeguards"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
