// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** The most bytes that what a meeting saw may take. */
#define VIGIE_EXHIBIT_MAX 400000

/** What a meeting saw of a point of its agenda, kept as it was: JSON and its SHA-256. */
typedef enum
{
  VIGIE_EXHIBIT_AGENDA_ITEM,
  VIGIE_EXHIBIT_FROZEN_ON,
  VIGIE_EXHIBIT_CONTENT,
  VIGIE_EXHIBIT_SHA256,
  VIGIE_EXHIBIT_N_FIELDS,
} VigieExhibitField;

extern const VigieEntity vigie_exhibit_entity;

G_END_DECLS
