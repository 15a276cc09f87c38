// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A member of staff completed a module on a day. Without an expiry it holds for the validity of its module. */
typedef enum
{
  VIGIE_COMPLETION_STAFF,
  VIGIE_COMPLETION_MODULE,
  VIGIE_COMPLETION_COMPLETED_ON,
  VIGIE_COMPLETION_EXPIRES_ON,
  VIGIE_COMPLETION_MINUTES,
  VIGIE_COMPLETION_SCORE,
  VIGIE_COMPLETION_N_FIELDS,
} VigieCompletionField;

extern const VigieEntity vigie_completion_entity;

G_END_DECLS
