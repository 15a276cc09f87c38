// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-action.h"

#include "vigie-agenda-item.h"
#include "vigie-barrier.h"
#include "vigie-decision.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_ACTION_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_ACTION_TITLE] = {
    .name = "title",
    .label = NC_ ("field", "Title"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_ACTION_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_action_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_ACTION_OWNER] = {
    .name = "owner",
    .label = NC_ ("field", "Owner (function)"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_ACTION_STATUS] = {
    .name = "status",
    .label = NC_ ("field", "Status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_action_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_ACTION_PRIORITY] = {
    .name = "priority",
    .label = NC_ ("field", "Priority"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 4,
  },
  [VIGIE_ACTION_EFFORT] = {
    .name = "effort",
    .label = NC_ ("field", "Effort"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_effort_get_type,
  },
  [VIGIE_ACTION_COST_CENTS] = {
    .name = "cost_cents",
    .label = NC_ ("field", "Cost"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_CENTS,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_ACTION_EXPECTED_EFFECT] = {
    .name = "expected_effect",
    .label = NC_ ("field", "Expected effect"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_ACTION_OPENED_ON] = {
    .name = "opened_on",
    .label = NC_ ("field", "Decided on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_ACTION_DUE_ON] = {
    .name = "due_on",
    .label = NC_ ("field", "Due on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_ACTION_DUE_ON_INITIAL] = {
    .name = "due_on_initial",
    .label = NC_ ("field", "First due date"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_ACTION_DONE_ON] = {
    .name = "done_on",
    .label = NC_ ("field", "Done on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_ACTION_BLOCKED_REASON] = {
    .name = "blocked_reason",
    .label = NC_ ("field", "Why it is blocked"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_ACTION_BARRIER] = {
    .name = "barrier",
    .label = NC_ ("field", "Barrier"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_barrier_entity,
  },
  [VIGIE_ACTION_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
  },
  [VIGIE_ACTION_DECISION] = {
    .name = "decision",
    .label = NC_ ("field", "Decision"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_decision_entity,
  },
  [VIGIE_ACTION_AGENDA_ITEM] = {
    .name = "agenda_item",
    .label = NC_ ("field", "Agenda item"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_agenda_item_entity,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_ACTION_OPENED_ON, VIGIE_ACTION_DONE_ON },
};

const VigieEntity vigie_action_entity = {
  .nick = "action",
  .label = N_ ("Action"),
  .label_plural = N_ ("Actions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
