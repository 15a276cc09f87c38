// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What facts are kept in: arrays that are counted by reference, so that facts of one day may have them from those of
 * another, and what did not change from what was read before it.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

/* The setting `small_group` may say otherwise. */
#define DEFAULT_SMALL_GROUP 5
/* Of a block of packed series: a large register has some 40 MB of them. */
#define PACKED_BLOCK 65536

static VigieFactsTexts *
texts_new (void)
{
  VigieFactsTexts *self = g_atomic_rc_box_new (VigieFactsTexts);

  self->strings = g_string_chunk_new (4096);
  self->packed = g_string_chunk_new (PACKED_BLOCK);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

static void
texts_clear (gpointer data)
{
  VigieFactsTexts *self = data;

  g_string_chunk_free (self->strings);
  g_string_chunk_free (self->packed);
  g_ptr_array_unref (self->files);
}

/**
 * vigie_facts_new:
 * @other: (nullable): what the new facts may have arrays from
 *
 * Texts are put away together with those of @other, by the thread of the register.
 */
VigieFacts *
vigie_facts_new (VigieDate as_of, const VigieFacts *other)
{
  VigieFacts *self = g_new0 (VigieFacts, 1);
  int month, day;

  g_atomic_ref_count_init (&self->ref_count);
  self->origin = g_new0 (VigieFactsOrigin, 1);
  g_mutex_init (&self->origin->lock);
  self->origin->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->origin->texts = other != NULL ? g_atomic_rc_box_acquire (other->origin->texts) : texts_new ();
  vigie_facts_calendar_init (&self->origin->calendar, as_of);
  vigie_date_get_ymd (as_of, &self->origin->year, &month, &day);
  self->as_of = as_of;
  self->previous_meeting = VIGIE_DATE_NONE;
  self->small_group = DEFAULT_SMALL_GROUP;
  self->scope_unit = -1;
  self->scope_profession = -1;
  return self;
}

static void
origin_free (VigieFactsOrigin *self)
{
  g_clear_pointer (&self->day_before, vigie_facts_unref);
  g_clear_pointer (&self->scope, vigie_scope_unref);
  g_free (self->path);
  g_ptr_array_unref (self->arrays);
  g_atomic_rc_box_release_full (self->texts, texts_clear);
  g_mutex_clear (&self->lock);
  g_free (self);
}

VigieFacts *
vigie_facts_ref (VigieFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_facts_unref (VigieFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->hours);
  g_free (self->counted_hours);
  g_clear_pointer (&self->previous, vigie_facts_unref);
  origin_free (self->origin);
  g_free (self);
}

/**
 * vigie_facts_own:
 * @elements: (transfer full) (array length=n): an array of @self
 *
 * Frees @elements when nothing has them any more.
 */
void
vigie_facts_own (VigieFacts *self, gpointer elements, gsize n, gsize element_size)
{
  if (elements != NULL)
    g_ptr_array_add (self->origin->arrays, g_array_new_take (elements, n, FALSE, element_size));
}

/**
 * vigie_facts_share:
 * @elements: (nullable): an array of @other
 *
 * Keeps @elements for @self, too.
 *
 * Returns: (transfer none) (nullable): @elements
 */
gpointer
vigie_facts_share (VigieFacts *self, const VigieFacts *other, gpointer elements)
{
  for (guint i = 0; elements != NULL && i < other->origin->arrays->len; i++)
    {
      GArray *array = g_ptr_array_index (other->origin->arrays, i);

      if (array->data == elements)
        {
          g_ptr_array_add (self->origin->arrays, g_array_ref (array));
          break;
        }
    }
  return elements;
}
