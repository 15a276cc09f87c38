// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/**
 * VigieList:
 * @entity: its fields, as if a list were an entity: a row of it is a #VigieRecord
 * @searched: the entity whose texts are searched
 *
 * What a page lists: fields of several entities in one row, as of a day.
 */
typedef struct
{
  VigieEntity entity;
  const VigieEntity *searched;
} VigieList;

/** The AI systems, one row a deployment. */
typedef enum
{
  VIGIE_SYSTEM_LIST_CODE,
  VIGIE_SYSTEM_LIST_DEPLOYMENT,
  VIGIE_SYSTEM_LIST_NAME,
  VIGIE_SYSTEM_LIST_VENDOR,
  VIGIE_SYSTEM_LIST_USE_DOMAIN,
  VIGIE_SYSTEM_LIST_AI_ACT_CLASS,
  VIGIE_SYSTEM_LIST_SITE,
  VIGIE_SYSTEM_LIST_STAGE,
  VIGIE_SYSTEM_LIST_SINCE,
  VIGIE_SYSTEM_LIST_PLANNED_ON,
  VIGIE_SYSTEM_LIST_USERS,
  VIGIE_SYSTEM_LIST_N_FIELDS,
} VigieSystemListField;

extern const VigieList vigie_system_list;

/** The training modules. */
typedef enum
{
  VIGIE_MODULE_LIST_CODE,
  VIGIE_MODULE_LIST_TITLE,
  VIGIE_MODULE_LIST_COMPETENCY,
  VIGIE_MODULE_LIST_DURATION,
  VIGIE_MODULE_LIST_VALIDITY,
  VIGIE_MODULE_LIST_TRAINED,
  VIGIE_MODULE_LIST_N_FIELDS,
} VigieModuleListField;

extern const VigieList vigie_module_list;

/** The barriers. */
typedef enum
{
  VIGIE_BARRIER_LIST_CODE,
  VIGIE_BARRIER_LIST_TITLE,
  VIGIE_BARRIER_LIST_FAMILY,
  VIGIE_BARRIER_LIST_LIKELIHOOD,
  VIGIE_BARRIER_LIST_IMPACT,
  VIGIE_BARRIER_LIST_STATUS,
  VIGIE_BARRIER_LIST_OWNER,
  VIGIE_BARRIER_LIST_NEXT_REVIEW_ON,
  VIGIE_BARRIER_LIST_N_FIELDS,
} VigieBarrierListField;

extern const VigieList vigie_barrier_list;

/** Who is counted in training, by reference: where they work and as what. */
typedef enum
{
  VIGIE_STAFF_LIST_CODE,
  VIGIE_STAFF_LIST_SITE,
  VIGIE_STAFF_LIST_PROFESSION,
  VIGIE_STAFF_LIST_STARTS_ON,
  VIGIE_STAFF_LIST_ENDS_ON,
  VIGIE_STAFF_LIST_N_FIELDS,
} VigieStaffListField;

extern const VigieList vigie_staff_list;

const char *vigie_list_get_sql (const VigieList *self);

G_END_DECLS
