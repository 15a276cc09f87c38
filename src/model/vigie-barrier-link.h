// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** What a barrier does to a system. */
typedef enum
{
  VIGIE_BARRIER_LINK_BARRIER,
  VIGIE_BARRIER_LINK_SYSTEM,
  VIGIE_BARRIER_LINK_EFFECT,
  VIGIE_BARRIER_LINK_DELAY_DAYS,
  VIGIE_BARRIER_LINK_N_FIELDS,
} VigieBarrierLinkField;

extern const VigieEntity vigie_barrier_link_entity;

G_END_DECLS
