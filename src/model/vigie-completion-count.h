// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** People trained, as counted and handed over by a site without any reference to persons. */
typedef enum
{
  VIGIE_COMPLETION_COUNT_ORG_UNIT,
  VIGIE_COMPLETION_COUNT_PROFESSION,
  VIGIE_COMPLETION_COUNT_MODULE,
  VIGIE_COMPLETION_COUNT_AS_OF,
  VIGIE_COMPLETION_COUNT_TRAINED,
  VIGIE_COMPLETION_COUNT_VALID,
  VIGIE_COMPLETION_COUNT_EXPIRING_90,
  VIGIE_COMPLETION_COUNT_MINUTES_TOTAL,
  VIGIE_COMPLETION_COUNT_N_FIELDS,
} VigieCompletionCountField;

extern const VigieEntity vigie_completion_count_entity;

G_END_DECLS
