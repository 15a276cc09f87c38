// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** People in post at a site in a profession, from a date on: the denominator where staff are not known by reference. */
typedef enum
{
  VIGIE_HEADCOUNT_ORG_UNIT,
  VIGIE_HEADCOUNT_PROFESSION,
  VIGIE_HEADCOUNT_VALID_FROM,
  VIGIE_HEADCOUNT_VALID_TO,
  VIGIE_HEADCOUNT_HEADS,
  VIGIE_HEADCOUNT_N_FIELDS,
} VigieHeadcountField;

extern const VigieEntity vigie_headcount_entity;

G_END_DECLS
