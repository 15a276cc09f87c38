// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A likelihood and an impact given to a barrier on a day. Ratings are added, never overwritten. */
typedef enum
{
  VIGIE_RATING_BARRIER,
  VIGIE_RATING_TIER,
  VIGIE_RATING_RATED_ON,
  VIGIE_RATING_LIKELIHOOD,
  VIGIE_RATING_IMPACT,
  VIGIE_RATING_KNOWLEDGE,
  VIGIE_RATING_RATIONALE,
  VIGIE_RATING_N_FIELDS,
} VigieRatingField;

extern const VigieEntity vigie_rating_entity;

G_END_DECLS
