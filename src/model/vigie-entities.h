// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-action.h"
#include "vigie-agenda-item.h"
#include "vigie-attendance.h"
#include "vigie-barrier.h"
#include "vigie-barrier-link.h"
#include "vigie-benchmark.h"
#include "vigie-benefit.h"
#include "vigie-completion.h"
#include "vigie-completion-count.h"
#include "vigie-cost.h"
#include "vigie-decision.h"
#include "vigie-deployment.h"
#include "vigie-duty.h"
#include "vigie-evidence.h"
#include "vigie-evidence-weight.h"
#include "vigie-exhibit.h"
#include "vigie-headcount.h"
#include "vigie-incident.h"
#include "vigie-job.h"
#include "vigie-meeting.h"
#include "vigie-milestone.h"
#include "vigie-module.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"
#include "vigie-rating.h"
#include "vigie-requirement.h"
#include "vigie-safeguard.h"
#include "vigie-setting.h"
#include "vigie-staff.h"
#include "vigie-stage-event.h"
#include "vigie-survey.h"
#include "vigie-survey-result.h"
#include "vigie-system.h"
#include "vigie-user-group.h"

G_BEGIN_DECLS

#define VIGIE_N_ENTITIES 34

const VigieEntity *const *vigie_entities (void);
const VigieEntity *vigie_entity_from_nick (const char *nick);
int vigie_entity_number (const VigieEntity *entity);
int vigie_entity_search_number (const VigieEntity *entity);
char *vigie_entity_dup_nicks (void);

G_END_DECLS
