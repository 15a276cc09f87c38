// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieBatch: records by the million. A VigieRecord each would cost half a kilobyte and the time to make it; here all
 * stand in one array, and a text, which can only be a code, once.
 */

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-batch.h"

#include "vigie-memory.h"

#define FIRST_ROWS 1024
/* From here on a block is memory of its own, which is taken only as it is filled. */
#define MANY_ROWS 65536

static gboolean
fits (const VigieField *field)
{
  switch (field->type)
    {
    case VIGIE_FIELD_REFERENCE:
    case VIGIE_FIELD_DATE:
      return TRUE;
    case VIGIE_FIELD_INTEGER:
      return (field->minimum != 0 || field->maximum != 0) && field->minimum > G_MININT32 &&
             field->maximum <= G_MAXINT32;
    case VIGIE_FIELD_TEXT:
    case VIGIE_FIELD_BOOLEAN:
    case VIGIE_FIELD_ENUM:
    default:
      return FALSE;
    }
}

/**
 * vigie_batch_can_hold:
 *
 * Returns: whether all that a record of @entity says fits into numbers, with a key that is never blank
 */
gboolean
vigie_batch_can_hold (const VigieEntity *entity)
{
  g_return_val_if_fail (entity != NULL, FALSE);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];

      if (!fits (field) || ((field->flags & VIGIE_FIELD_KEY) != 0 && (field->flags & VIGIE_FIELD_REQUIRED) == 0))
        return FALSE;
    }
  return !vigie_entity_is_searchable (entity);
}

/**
 * vigie_batch_can_keep:
 *
 * Returns: whether records of @entity are kept in batches: those that vigie_batch_can_hold(), and those that are nothing
 *   but a code, which come by the million because others name them
 */
gboolean
vigie_batch_can_keep (const VigieEntity *entity)
{
  return vigie_batch_can_hold (entity) || vigie_entity_is_code (entity);
}

/**
 * vigie_batch_new:
 * @entity: one that vigie_batch_can_keep()
 * @fields: a bit for each field of which something is going to be said: the others take no memory
 *
 * Returns: (transfer full): no record yet
 */
VigieBatch *
vigie_batch_new (const VigieEntity *entity, guint64 fields)
{
  VigieBatch *self = g_new0 (VigieBatch, 1);

  self->entity = entity;
  self->places = g_new (guint8, entity->n_fields);
  self->codes = g_new0 (VigieCodes *, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      gboolean has = (fields >> i & 1) != 0;

      self->places[i] = has ? (guint8) self->stride++ : VIGIE_BATCH_ABSENT;
      if (has && (entity->fields[i].type == VIGIE_FIELD_REFERENCE || entity->fields[i].type == VIGIE_FIELD_TEXT))
        self->codes[i] = vigie_codes_new ();
    }
  self->stride++;
  return self;
}

void
vigie_batch_free (VigieBatch *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->entity->n_fields; i++)
    g_clear_pointer (&self->codes[i], vigie_codes_free);
  g_free (self->codes);
  g_free (self->places);
  g_free (self->values);
  g_free (self);
}

/* By half as much again, not twice: it is the largest thing in memory, and is copied. */
static void
grow (VigieBatch *self)
{
  if (self->n_allocated < MANY_ROWS)
    self->n_allocated = MAX (FIRST_ROWS, self->n_allocated / 2 * 3);
  else
    self->n_allocated *= 4;
  self->values = g_renew (gint32, self->values, (gsize) self->n_allocated * self->stride);
  vigie_memory_expect_large (self->values, (gsize) self->n_allocated * self->stride * sizeof *self->values);
}

/**
 * vigie_batch_add_row:
 * @number: of the row in its file
 *
 * Returns: (transfer none): a row in which nothing is measured, to be filled, each field at its place, before another is
 *   added
 */
gint32 *
vigie_batch_add_row (VigieBatch *self, guint32 number)
{
  gint32 *row;

  if (self->n_rows == self->n_allocated)
    grow (self);
  row = vigie_batch_get_row (self, self->n_rows++);
  for (guint i = 0; i < self->stride - 1; i++)
    row[i] = VIGIE_BATCH_NONE;
  row[self->stride - 1] = (gint32) number;
  return row;
}
