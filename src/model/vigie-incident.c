// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-incident.h"

#include "vigie-action.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_INCIDENT_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_INCIDENT_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_INCIDENT_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_incident_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_INCIDENT_SEVERITY] = {
    .name = "severity",
    .label = NC_ ("field", "Severity"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 5,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_INCIDENT_HARM] = {
    .name = "harm",
    .label = NC_ ("field", "Harm"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_harm_get_type,
  },
  [VIGIE_INCIDENT_OCCURRED_ON] = {
    .name = "occurred_on",
    .label = NC_ ("field", "Occurred on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_INCIDENT_DETECTED_ON] = {
    .name = "detected_on",
    .label = NC_ ("field", "Detected on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_INCIDENT_DESCRIPTION] = {
    .name = "description",
    .label = NC_ ("field", "Description"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_INCIDENT_IMMEDIATE_ACTION] = {
    .name = "immediate_action",
    .label = NC_ ("field", "Immediate action"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_INCIDENT_STATUS] = {
    .name = "status",
    .label = NC_ ("field", "Status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_incident_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_INCIDENT_CLOSED_ON] = {
    .name = "closed_on",
    .label = NC_ ("field", "Closed on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_INCIDENT_ACTION] = {
    .name = "action",
    .label = NC_ ("field", "Corrective action"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_action_entity,
  },
  [VIGIE_INCIDENT_REPORTED_TO] = {
    .name = "reported_to",
    .label = NC_ ("field", "Reported to"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_authority_get_type,
  },
  [VIGIE_INCIDENT_REPORTED_ON] = {
    .name = "reported_on",
    .label = NC_ ("field", "Reported on"),
    .type = VIGIE_FIELD_DATE,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_INCIDENT_OCCURRED_ON, VIGIE_INCIDENT_DETECTED_ON },
  { VIGIE_INCIDENT_OCCURRED_ON, VIGIE_INCIDENT_CLOSED_ON },
  { VIGIE_INCIDENT_OCCURRED_ON, VIGIE_INCIDENT_REPORTED_ON },
};

const VigieEntity vigie_incident_entity = {
  .nick = "incident",
  .label = N_ ("Incident"),
  .label_plural = N_ ("Incidents"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
