// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A protection of a deployment and whether it is in place. No record: not measured. */
typedef enum
{
  VIGIE_SAFEGUARD_DEPLOYMENT,
  VIGIE_SAFEGUARD_KIND,
  VIGIE_SAFEGUARD_STATUS,
  VIGIE_SAFEGUARD_DONE_ON,
  VIGIE_SAFEGUARD_VALID_UNTIL,
  VIGIE_SAFEGUARD_OWNER,
  VIGIE_SAFEGUARD_REFERENCE,
  VIGIE_SAFEGUARD_N_FIELDS,
} VigieSafeguardField;

extern const VigieEntity vigie_safeguard_entity;

G_END_DECLS
