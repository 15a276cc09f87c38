// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Every figure of registers made by chance from the entities' field tables: nobody in them, one person, everything
 * expired, everything still to come, and days that calendars stumble over. Each is recounted by the oracle.
 */

#include "vigie-oracle.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"

#include <string.h>

#define REGISTERS 50
#define MOST_PEOPLE 30

typedef enum
{
  KIND_EMPTY,
  KIND_ONE_PERSON,
  KIND_ALL_EXPIRED,
  KIND_ALL_AHEAD,
  KIND_MIXED,
  N_KINDS = 8, /* the rest are mixed, too */
} Kind;

typedef struct
{
  GRand *rand;
  Kind kind;
  GHashTable *keys; /* of entity to GPtrArray of its keys */
  GPtrArray *records;
} Making;

/* Leap days, ends of months and of years, the nights when clocks change, and the days round the ones asked about. */
static const char *const days[] = {
  "2020-02-29", "2022-12-31", "2023-02-28", "2024-01-31", "2024-02-29", "2024-03-31", "2024-10-27",
  "2025-02-28", "2025-03-30", "2025-08-31", "2025-10-26", "2025-11-23", "2025-11-24", "2026-01-01",
  "2026-01-31", "2026-02-28", "2026-03-29", "2026-05-31", "2026-06-30", "2026-09-30", "2026-10-25",
  "2026-11-22", "2026-11-23", "2026-11-24", "2026-12-31", "2027-02-28", "2028-02-29", "2028-12-31",
};

static const char *const asked[] = { "2026-11-23", "2026-02-28", "2024-02-29", "2026-03-29", "2028-02-29" };

static VigieDate
random_day (Making *making)
{
  gint32 from = 0, to = G_N_ELEMENTS (days);

  if (making->kind == KIND_ALL_EXPIRED)
    to = 5;
  else if (making->kind == KIND_ALL_AHEAD)
    from = 24;
  return vigie_date_parse_iso (days[g_rand_int_range (making->rand, from, to)]);
}

static gint64
random_number (Making *making, const VigieField *field)
{
  gint64 most = MIN (field->maximum, field->minimum + MOST_PEOPLE);

  if (field->unit == VIGIE_UNIT_MONTHS)
    most = 26;
  if (field->unit == VIGIE_UNIT_PERMILLE || field->unit == VIGIE_UNIT_PERCENT)
    most = field->maximum;
  return g_rand_int_range (making->rand, (gint32) field->minimum, (gint32) most + 1);
}

static char *
random_nick (Making *making, const VigieField *field)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (field->enum_type ());

  return g_strdup (values->values[g_rand_int_range (making->rand, 0, (gint32) values->n_values)].value_nick);
}

static const char *
random_key (Making *making, const VigieEntity *entity)
{
  GPtrArray *keys = g_hash_table_lookup (making->keys, entity);

  return keys != NULL ? g_ptr_array_index (keys, g_rand_int_range (making->rand, 0, (gint32) keys->len)) : NULL;
}

static void
set_at_random (Making *making, VigieRecord *record, guint i)
{
  const VigieField *field = &vigie_record_get_entity (record)->fields[i];
  g_autofree char *text = NULL;

  if ((field->flags & (VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY)) == 0 && g_rand_int_range (making->rand, 0, 3) == 0)
    return;
  switch (field->type)
    {
    case VIGIE_FIELD_DATE:
      vigie_record_set_date (record, i, random_day (making));
      return;
    case VIGIE_FIELD_INTEGER:
      vigie_record_set_number (record, i, random_number (making, field));
      return;
    case VIGIE_FIELD_BOOLEAN:
      vigie_record_set_number (record, i, g_rand_boolean (making->rand));
      return;
    case VIGIE_FIELD_ENUM:
      text = random_nick (making, field);
      break;
    case VIGIE_FIELD_REFERENCE:
      text = g_strdup (random_key (making, field->reference));
      break;
    case VIGIE_FIELD_TEXT:
    default:
      text = g_strdup_printf ("%c%02u", g_ascii_toupper (field->name[0]), making->records->len % 97);
    }
  if (text != NULL)
    vigie_record_set_from_text (record, i, text, NULL);
}

/* What the model refuses is not for a register, and what is there already would be changed and not added. */
static void
keep (Making *making, VigieRecord *made)
{
  const VigieEntity *entity = vigie_record_get_entity (made);
  GPtrArray *keys = g_hash_table_lookup (making->keys, entity);
  g_autoptr (VigieRecord) record = made;
  g_autofree char *key = NULL;

  if (!vigie_record_validate (record, NULL) || vigie_record_find_disorder (record) != NULL)
    return;
  if (keys == NULL)
    {
      keys = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (making->keys, (gpointer) entity, keys);
    }
  key = vigie_record_dup_key (record);
  if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    return;
  g_ptr_array_add (keys, g_steal_pointer (&key));
  g_ptr_array_add (making->records, g_steal_pointer (&record));
}

static guint
how_many (Making *making, const VigieEntity *entity)
{
  static const char *const many[] = { "job", "completion", "stage_event", "safeguard", "rating", "survey_result" };
  gboolean is_person = g_str_equal (entity->nick, "staff");

  if (g_str_equal (entity->nick, "setting"))
    return 0;
  if (making->kind == KIND_EMPTY)
    return g_str_equal (entity->nick, "org_unit");
  if (making->kind == KIND_ONE_PERSON && is_person)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    if (g_str_equal (entity->nick, many[i]))
      return (guint) g_rand_int_range (making->rand, 0, 60);
  return (guint) g_rand_int_range (making->rand, 0, is_person ? MOST_PEOPLE : 10);
}

static VigieStore *
make_register (const char *folder, guint32 seed)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  Making making = { rand, seed % N_KINDS, keys, records };
  VigieRecord *small_group = vigie_record_new (vigie_entity_from_nick ("setting"));
  VigieStore *store = vigie_test_new_store (folder);

  vigie_record_set_text (small_group, 0, "small_group");
  vigie_record_set_text (small_group, 1, "2");
  keep (&making, small_group);
  for (guint e = 0; e < VIGIE_N_ENTITIES; e++)
    {
      const VigieEntity *entity = vigie_entities ()[e];
      guint n = how_many (&making, entity);

      for (guint i = 0; i < n; i++)
        {
          VigieRecord *record = vigie_record_new (entity);

          for (guint field = 0; field < entity->n_fields; field++)
            set_at_random (&making, record, field);
          keep (&making, record);
        }
    }
  vigie_store_put_records (store, records, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static void
test_registers (gconstpointer data)
{
  guint32 first = (guint32) g_ascii_strtoull (data, NULL, 10);

  for (guint32 seed = first; seed < first + REGISTERS; seed++)
    {
      g_autofree char *folder = vigie_test_dup_folder ();
      VigieStore *store = make_register (folder, seed);

      g_test_message ("register %u", seed);
      vigie_oracle_compare_all (store, asked[seed % G_N_ELEMENTS (asked)]);
      g_assert_finalize_object (store);
      vigie_test_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;

  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  path = g_strconcat ("/random/from-", argv[1], NULL);
  g_test_add_data_func (path, argv[1], test_registers);
  return g_test_run ();
}
