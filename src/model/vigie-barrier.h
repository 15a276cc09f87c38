// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** What stands in the way of AI that can be trusted. */
typedef enum
{
  VIGIE_BARRIER_CODE,
  VIGIE_BARRIER_TITLE,
  VIGIE_BARRIER_FAMILY,
  VIGIE_BARRIER_DESCRIPTION,
  VIGIE_BARRIER_CAUSE,
  VIGIE_BARRIER_CONSEQUENCE,
  VIGIE_BARRIER_OWNER,
  VIGIE_BARRIER_STATUS,
  VIGIE_BARRIER_OPENED_ON,
  VIGIE_BARRIER_CLOSED_ON,
  VIGIE_BARRIER_NEXT_REVIEW_ON,
  VIGIE_BARRIER_ORG_UNIT,
  VIGIE_BARRIER_N_FIELDS,
} VigieBarrierField;

extern const VigieEntity vigie_barrier_entity;

G_END_DECLS
