// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A node of the organisation tree: group, site, division, department. */
typedef enum
{
  VIGIE_ORG_UNIT_CODE,
  VIGIE_ORG_UNIT_NAME,
  VIGIE_ORG_UNIT_SHORT_NAME,
  VIGIE_ORG_UNIT_KIND,
  VIGIE_ORG_UNIT_PARENT,
  VIGIE_ORG_UNIT_FINESS,
  VIGIE_ORG_UNIT_OPENED_ON,
  VIGIE_ORG_UNIT_CLOSED_ON,
  VIGIE_ORG_UNIT_N_FIELDS,
} VigieOrgUnitField;

extern const VigieEntity vigie_org_unit_entity;

G_END_DECLS
