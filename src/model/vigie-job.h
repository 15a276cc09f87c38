// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** Where and as what a member of staff works between two dates. */
typedef enum
{
  VIGIE_JOB_STAFF,
  VIGIE_JOB_STARTS_ON,
  VIGIE_JOB_ORG_UNIT,
  VIGIE_JOB_PROFESSION,
  VIGIE_JOB_ENDS_ON,
  VIGIE_JOB_N_FIELDS,
} VigieJobField;

extern const VigieEntity vigie_job_entity;

G_END_DECLS
