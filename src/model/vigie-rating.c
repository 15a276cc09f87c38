// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-rating.h"

#include "vigie-barrier.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_RATING_BARRIER] = {
    .name = "barrier",
    .label = NC_ ("field", "Barrier"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_barrier_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_RATING_TIER] = {
    .name = "tier",
    .label = NC_ ("field", "Criticality"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_rating_tier_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_RATING_RATED_ON] = {
    .name = "rated_on",
    .label = NC_ ("field", "Rated on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_RATING_LIKELIHOOD] = {
    .name = "likelihood",
    .label = NC_ ("field", "Likelihood"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 5,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_RATING_IMPACT] = {
    .name = "impact",
    .label = NC_ ("field", "Impact"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 5,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_RATING_KNOWLEDGE] = {
    .name = "knowledge",
    .label = NC_ ("field", "Knowledge"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_knowledge_get_type,
  },
  [VIGIE_RATING_RATIONALE] = {
    .name = "rationale",
    .label = NC_ ("field", "Rationale"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
};

const VigieEntity vigie_rating_entity = {
  .nick = "rating",
  .label = N_ ("Barrier rating"),
  .label_plural = N_ ("Barrier ratings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
