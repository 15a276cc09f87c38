// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A training module of the catalogue. */
typedef enum
{
  VIGIE_MODULE_CODE,
  VIGIE_MODULE_LABEL_FR,
  VIGIE_MODULE_LABEL_EN,
  VIGIE_MODULE_OBJECTIVE,
  VIGIE_MODULE_FAMILY,
  VIGIE_MODULE_COMPETENCY,
  VIGIE_MODULE_MODALITY,
  VIGIE_MODULE_DURATION_MIN,
  VIGIE_MODULE_VALIDITY_MONTHS,
  VIGIE_MODULE_COST_CENTS,
  VIGIE_MODULE_PROVIDER,
  VIGIE_MODULE_N_FIELDS,
} VigieModuleField;

extern const VigieEntity vigie_module_entity;

G_END_DECLS
