// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-chance.h"

#include "vigie-entities.h"

#define MOST_PEOPLE 30

/* Leap days, ends of months and of years, the nights when clocks change, and the days round the ones asked about. */
static const char *const days[] = {
  "2020-02-29", "2022-12-31", "2023-02-28", "2024-01-31", "2024-02-29", "2024-03-31", "2024-10-27",
  "2025-02-28", "2025-03-30", "2025-08-31", "2025-10-26", "2025-11-23", "2025-11-24", "2026-01-01",
  "2026-01-31", "2026-02-28", "2026-03-29", "2026-05-31", "2026-06-30", "2026-09-30", "2026-10-25",
  "2026-11-22", "2026-11-23", "2026-11-24", "2026-12-31", "2027-02-28", "2028-02-29", "2028-12-31",
};

static VigieDate
random_day (VigieChance *self)
{
  gint32 from = 0, to = G_N_ELEMENTS (days);

  if (self->kind == VIGIE_CHANCE_ALL_EXPIRED)
    to = 5;
  else if (self->kind == VIGIE_CHANCE_ALL_AHEAD)
    from = 24;
  return vigie_date_parse_iso (days[g_rand_int_range (self->rand, from, to)]);
}

static gint64
random_number (VigieChance *self, const VigieField *field)
{
  gint64 most = MIN (field->maximum, field->minimum + MOST_PEOPLE);

  if (field->unit == VIGIE_UNIT_MONTHS)
    most = 26;
  if (field->unit == VIGIE_UNIT_PERMILLE || field->unit == VIGIE_UNIT_PERCENT)
    most = field->maximum;
  return g_rand_int_range (self->rand, (gint32) field->minimum, (gint32) most + 1);
}

static char *
random_nick (VigieChance *self, const VigieField *field)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (field->enum_type ());

  return g_strdup (values->values[g_rand_int_range (self->rand, 0, (gint32) values->n_values)].value_nick);
}

const char *
vigie_chance_pick_key (VigieChance *self, const VigieEntity *entity)
{
  GPtrArray *keys = g_hash_table_lookup (self->keys, entity);

  return keys != NULL ? g_ptr_array_index (keys, g_rand_int_range (self->rand, 0, (gint32) keys->len)) : NULL;
}

static void
set_at_random (VigieChance *self, VigieRecord *record, guint i)
{
  const VigieField *field = &vigie_record_get_entity (record)->fields[i];
  g_autofree char *text = NULL;

  if ((field->flags & (VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY)) == 0 && g_rand_int_range (self->rand, 0, 3) == 0)
    return;
  switch (field->type)
    {
    case VIGIE_FIELD_DATE:
      vigie_record_set_date (record, i, random_day (self));
      return;
    case VIGIE_FIELD_INTEGER:
      vigie_record_set_number (record, i, random_number (self, field));
      return;
    case VIGIE_FIELD_BOOLEAN:
      vigie_record_set_number (record, i, g_rand_boolean (self->rand));
      return;
    case VIGIE_FIELD_ENUM:
      text = random_nick (self, field);
      break;
    case VIGIE_FIELD_REFERENCE:
      text = g_strdup (vigie_chance_pick_key (self, field->reference));
      break;
    case VIGIE_FIELD_TEXT:
    default:
      text = g_strdup_printf ("%c%02u", g_ascii_toupper (field->name[0]), self->records->len % 97);
    }
  if (text != NULL)
    vigie_record_set_from_text (record, i, text, NULL);
}

/* What the model refuses is not for a register, and what is there already would be changed and not added. */
static void
keep (VigieChance *self, VigieRecord *made, gboolean may_be_known)
{
  const VigieEntity *entity = vigie_record_get_entity (made);
  GPtrArray *keys = g_hash_table_lookup (self->keys, entity);
  g_autoptr (VigieRecord) record = made;
  g_autofree char *key = NULL;
  gboolean known;

  if (!vigie_record_validate (record, NULL) || vigie_record_find_disorder (record) != NULL)
    return;
  if (keys == NULL)
    {
      keys = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->keys, (gpointer) entity, keys);
    }
  key = vigie_record_dup_key (record);
  known = g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
  if (known && !may_be_known)
    return;
  if (!known)
    g_ptr_array_add (keys, g_steal_pointer (&key));
  g_ptr_array_add (self->known, g_object_ref (record));
  g_ptr_array_add (self->records, g_steal_pointer (&record));
}

static guint
how_many (VigieChance *self, const VigieEntity *entity)
{
  static const char *const many[] = { "job", "completion", "stage_event", "safeguard", "rating", "survey_result" };
  gboolean is_person = g_str_equal (entity->nick, "staff");

  if (g_str_equal (entity->nick, "setting"))
    return 0;
  if (self->kind == VIGIE_CHANCE_EMPTY)
    return g_str_equal (entity->nick, "org_unit");
  if (self->kind == VIGIE_CHANCE_ONE_PERSON && is_person)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    if (g_str_equal (entity->nick, many[i]))
      return (guint) g_rand_int_range (self->rand, 0, 60);
  return (guint) g_rand_int_range (self->rand, 0, is_person ? MOST_PEOPLE : 10);
}

/**
 * vigie_chance_new:
 *
 * Returns: (transfer full): always the same for one @seed
 */
VigieChance *
vigie_chance_new (guint32 seed)
{
  VigieChance *self = g_new0 (VigieChance, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->kind = seed % VIGIE_CHANCE_N_KINDS;
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
vigie_chance_free (VigieChance *self)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->known);
  g_free (self);
}

/**
 * vigie_chance_add:
 *
 * Adds a new record, unless it is none that the model takes.
 */
void
vigie_chance_add (VigieChance *self, const VigieEntity *entity)
{
  VigieRecord *record = vigie_record_new (entity);

  for (guint field = 0; field < entity->n_fields; field++)
    set_at_random (self, record, field);
  keep (self, record, FALSE);
}

/**
 * vigie_chance_change:
 * @record: that was made before
 *
 * Adds a record of the same key, which changes the one that is there.
 */
void
vigie_chance_change (VigieChance *self, VigieRecord *record)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  VigieRecord *changed = vigie_record_new (entity);

  for (guint field = 0; field < entity->n_fields; field++)
    if ((entity->fields[field].flags & VIGIE_FIELD_KEY) == 0)
      set_at_random (self, changed, field);
    else
      {
        g_autofree char *text =
          vigie_field_dup_canonical (&entity->fields[field], vigie_record_get_value (record, field));

        if (text != NULL)
          vigie_record_set_from_text (changed, field, text, NULL);
      }
  keep (self, changed, TRUE);
}

/**
 * vigie_chance_add_register:
 *
 * Adds all of a register.
 */
void
vigie_chance_add_register (VigieChance *self)
{
  VigieRecord *small_group = vigie_record_new (vigie_entity_from_nick ("setting"));

  vigie_record_set_text (small_group, 0, "small_group");
  vigie_record_set_text (small_group, 1, "2");
  keep (self, small_group, FALSE);
  for (guint e = 0; e < VIGIE_N_ENTITIES; e++)
    {
      const VigieEntity *entity = vigie_entities ()[e];
      guint n = how_many (self, entity);

      for (guint i = 0; i < n; i++)
        vigie_chance_add (self, entity);
    }
}

/**
 * vigie_chance_put:
 *
 * Puts what was added into @store, as one change.
 *
 * Returns: %FALSE where the register takes none of it: what a record names may be gone
 */
gboolean
vigie_chance_put (VigieChance *self, VigieStore *store)
{
  gboolean put = vigie_store_put_records (store, self->records, NULL, NULL);

  g_ptr_array_set_size (self->records, 0);
  return put;
}
