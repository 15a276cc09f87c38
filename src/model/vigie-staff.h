// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A member of staff, known by a reference only: never by a name. */
typedef enum
{
  VIGIE_STAFF_CODE,
  VIGIE_STAFF_N_FIELDS,
} VigieStaffField;

extern const VigieEntity vigie_staff_entity;

G_END_DECLS
