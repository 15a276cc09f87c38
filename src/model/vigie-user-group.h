// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** Users of a deployment in a profession, as of a date. */
typedef enum
{
  VIGIE_USER_GROUP_DEPLOYMENT,
  VIGIE_USER_GROUP_PROFESSION,
  VIGIE_USER_GROUP_AS_OF,
  VIGIE_USER_GROUP_USERS_EXPECTED,
  VIGIE_USER_GROUP_USERS_ACTIVE,
  VIGIE_USER_GROUP_N_FIELDS,
} VigieUserGroupField;

extern const VigieEntity vigie_user_group_entity;

G_END_DECLS
