// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-barrier-link.h"

#include "vigie-barrier.h"
#include "vigie-enums.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_BARRIER_LINK_BARRIER] = {
    .name = "barrier",
    .label = NC_ ("field", "Barrier"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_barrier_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_BARRIER_LINK_SYSTEM] = {
    .name = "system",
    .label = NC_ ("field", "AI system"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_system_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_BARRIER_LINK_EFFECT] = {
    .name = "effect",
    .label = NC_ ("field", "Effect"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_link_effect_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_BARRIER_LINK_DELAY_DAYS] = {
    .name = "delay_days",
    .label = NC_ ("field", "Delay"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_DAYS,
    .minimum = 0,
    .maximum = 36500,
  },
};

const VigieEntity vigie_barrier_link_entity = {
  .nick = "barrier_link",
  .label = N_ ("Barrier link"),
  .label_plural = N_ ("Barrier links"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
