// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-job.h"

#include "vigie-org-unit.h"
#include "vigie-profession.h"
#include "vigie-staff.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_JOB_STAFF] = {
    .name = "staff",
    .label = NC_ ("field", "Staff reference"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_staff_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_CREATES | VIGIE_FIELD_PERSONAL,
  },
  [VIGIE_JOB_STARTS_ON] = {
    .name = "starts_on",
    .label = NC_ ("field", "Since"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_JOB_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_JOB_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_JOB_ENDS_ON] = {
    .name = "ends_on",
    .label = NC_ ("field", "Until"),
    .type = VIGIE_FIELD_DATE,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_JOB_STARTS_ON, VIGIE_JOB_ENDS_ON },
};

const VigieEntity vigie_job_entity = {
  .nick = "job",
  .label = N_ ("Job"),
  .label_plural = N_ ("Jobs"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
