// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A value that belongs to the register as a whole, such as the name of the organisation. */
typedef enum
{
  VIGIE_SETTING_CODE,
  VIGIE_SETTING_VALUE,
  VIGIE_SETTING_N_FIELDS,
} VigieSettingField;

extern const VigieEntity vigie_setting_entity;

G_END_DECLS
