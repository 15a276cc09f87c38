// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A profession as the hospital counts its staff. */
typedef enum
{
  VIGIE_PROFESSION_CODE,
  VIGIE_PROFESSION_LABEL_FR,
  VIGIE_PROFESSION_LABEL_EN,
  VIGIE_PROFESSION_FAMILY,
  VIGIE_PROFESSION_RPPS_CODE,
  VIGIE_PROFESSION_IN_REFERENCE_28H,
  VIGIE_PROFESSION_N_FIELDS,
} VigieProfessionField;

extern const VigieEntity vigie_profession_entity;

G_END_DECLS
