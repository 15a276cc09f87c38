// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-user-group.h"

#include "vigie-deployment.h"
#include "vigie-profession.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_USER_GROUP_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_USER_GROUP_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_USER_GROUP_AS_OF] = {
    .name = "as_of",
    .label = NC_ ("field", "As of"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_USER_GROUP_USERS_EXPECTED] = {
    .name = "users_expected",
    .label = NC_ ("field", "Expected users"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
  },
  [VIGIE_USER_GROUP_USERS_ACTIVE] = {
    .name = "users_active",
    .label = NC_ ("field", "Active users"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
  },
};

const VigieEntity vigie_user_group_entity = {
  .nick = "user_group",
  .label = N_ ("User group"),
  .label_plural = N_ ("User groups"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
