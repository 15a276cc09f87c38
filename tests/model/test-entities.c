// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"

/* A whole register is imported in the order of the list: what is referred to must come first. */
static void
test_order (void)
{
  const VigieEntity *const *entities = vigie_entities ();

  for (int i = 0; entities[i] != NULL; i++)
    for (guint j = 0; j < entities[i]->n_fields; j++)
      {
        const VigieField *field = &entities[i]->fields[j];

        if (field->type == VIGIE_FIELD_REFERENCE && field->reference != entities[i])
          g_assert_cmpint (vigie_entity_number (field->reference), <, i);
      }
}

static void
test_fields_are_whole (void)
{
  const VigieEntity *const *entities = vigie_entities ();

  for (int i = 0; entities[i] != NULL; i++)
    {
      gboolean has_key = FALSE;

      g_assert_true (vigie_entity_from_nick (entities[i]->nick) == entities[i]);
      for (guint j = 0; j < entities[i]->n_fields; j++)
        {
          const VigieField *field = &entities[i]->fields[j];

          g_assert_nonnull (field->name);
          g_assert_nonnull (field->label);
          g_assert_cmpint (vigie_entity_find_field (entities[i], field->name), ==, (int) j);
          g_assert_true ((field->type == VIGIE_FIELD_ENUM) == (field->enum_type != NULL));
          g_assert_true ((field->type == VIGIE_FIELD_REFERENCE) == (field->reference != NULL));
          has_key = has_key || (field->flags & VIGIE_FIELD_KEY) != 0;
        }
      g_assert_true (has_key);
    }
}

/* A person sees a label, never a nick, and two values never share one. */
static void
test_labels (void)
{
  const VigieEntity *const *entities = vigie_entities ();

  vigie_language_init ("en");
  for (int i = 0; entities[i] != NULL; i++)
    for (guint j = 0; j < entities[i]->n_fields; j++)
      {
        g_autoptr (GEnumClass) class = NULL;
        g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
        GType type;

        if (entities[i]->fields[j].enum_type == NULL)
          continue;
        type = entities[i]->fields[j].enum_type ();
        class = g_type_class_ref (type);
        for (guint k = 0; k < class->n_values; k++)
          {
            const char *label = vigie_enum_label (type, class->values[k].value);
            int back = -1;

            g_assert_cmpint (class->values[k].value, ==, (int) k);
            g_assert_nonnull (label);
            g_assert_true (g_hash_table_add (seen, (gpointer) label));
            g_assert_true (vigie_enum_from_nick (type, vigie_enum_to_nick (type, (int) k), &back));
            g_assert_cmpint (back, ==, (int) k);
          }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/entities/order", test_order);
  g_test_add_func ("/model/entities/fields-are-whole", test_fields_are_whole);
  g_test_add_func ("/model/entities/labels", test_labels);
  return g_test_run ();
}
