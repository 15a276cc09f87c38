// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-codes.h"
#include "vigie-entity.h"

G_BEGIN_DECLS

/** What is not measured. */
#define VIGIE_BATCH_NONE G_MININT32

/** All fields. */
#define VIGIE_BATCH_ALL G_MAXUINT64

/** The place of a field of which nothing is said. */
#define VIGIE_BATCH_ABSENT G_MAXUINT8

/**
 * VigieBatch:
 * @values: for each row @stride numbers: the fields of which something is said, then the number that its file gives it
 * @places: for each field which of those numbers it is, or %VIGIE_BATCH_ABSENT
 * @codes: for each field of those that is a reference or a text what is said there; a value is the index of it
 * @last: whether there is nothing after it
 *
 * Many records of one entity in little memory: four bytes a field.
 */
typedef struct
{
  const VigieEntity *entity;
  gint32 *values;
  guint stride;
  guint n_rows;
  guint n_allocated;
  guint8 *places;
  VigieCodes **codes;
  gboolean last;
} VigieBatch;

gboolean vigie_batch_can_hold (const VigieEntity *entity);
gboolean vigie_batch_can_keep (const VigieEntity *entity);

VigieBatch *vigie_batch_new (const VigieEntity *entity, guint64 fields);
void vigie_batch_free (VigieBatch *self);

gint32 *vigie_batch_add_row (VigieBatch *self, guint32 number);

static inline gint32 *
vigie_batch_get_row (const VigieBatch *self, guint row)
{
  return self->values + (gsize) row * self->stride;
}

static inline gboolean
vigie_batch_has (const VigieBatch *self, guint field)
{
  return self->places[field] != VIGIE_BATCH_ABSENT;
}

static inline gint32
vigie_batch_get (const VigieBatch *self, guint row, guint field)
{
  guint place = self->places[field];

  return place != VIGIE_BATCH_ABSENT ? vigie_batch_get_row (self, row)[place] : VIGIE_BATCH_NONE;
}

static inline guint32
vigie_batch_get_number (const VigieBatch *self, guint row)
{
  return (guint32) vigie_batch_get_row (self, row)[self->stride - 1];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieBatch, vigie_batch_free)

G_END_DECLS
