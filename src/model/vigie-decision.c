// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-decision.h"

#include "vigie-agenda-item.h"
#include "vigie-barrier.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"
#include "vigie-meeting.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_DECISION_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DECISION_MEETING] = {
    .name = "meeting",
    .label = NC_ ("field", "Meeting"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_meeting_entity,
  },
  [VIGIE_DECISION_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_decision_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DECISION_TEXT] = {
    .name = "text",
    .label = NC_ ("field", "Decision"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_DECISION_RATIONALE] = {
    .name = "rationale",
    .label = NC_ ("field", "Grounds"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_DECISION_DECIDED_ON] = {
    .name = "decided_on",
    .label = NC_ ("field", "Decided on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DECISION_EFFECTIVE_ON] = {
    .name = "effective_on",
    .label = NC_ ("field", "Effective on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_DECISION_REVIEW_ON] = {
    .name = "review_on",
    .label = NC_ ("field", "Review on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_DECISION_VOTES_FOR] = {
    .name = "votes_for",
    .label = NC_ ("field", "For"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 100000,
  },
  [VIGIE_DECISION_VOTES_AGAINST] = {
    .name = "votes_against",
    .label = NC_ ("field", "Against"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 100000,
  },
  [VIGIE_DECISION_ABSTENTIONS] = {
    .name = "abstentions",
    .label = NC_ ("field", "Abstentions"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 100000,
  },
  [VIGIE_DECISION_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
  },
  [VIGIE_DECISION_BARRIER] = {
    .name = "barrier",
    .label = NC_ ("field", "Barrier"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_barrier_entity,
  },
  [VIGIE_DECISION_LEGAL_REF] = {
    .name = "legal_ref",
    .label = NC_ ("field", "Legal reference"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_DECISION_STATUS] = {
    .name = "status",
    .label = NC_ ("field", "Status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_decision_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DECISION_AGENDA_ITEM] = {
    .name = "agenda_item",
    .label = NC_ ("field", "Agenda item"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_agenda_item_entity,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_DECISION_DECIDED_ON, VIGIE_DECISION_REVIEW_ON },
};

const VigieEntity vigie_decision_entity = {
  .nick = "decision",
  .label = N_ ("Decision"),
  .label_plural = N_ ("Decisions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
