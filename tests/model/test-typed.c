// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-cost.h"
#include "vigie-deployment.h"
#include "vigie-format.h"
#include "vigie-module.h"
#include "vigie-typed.h"

static const VigieField *
field (const VigieEntity *entity, const char *name)
{
  return &entity->fields[vigie_entity_find_field (entity, name)];
}

static void
test_dates (void)
{
  static const char *const same[] = {
    "24/11/2026", "24.11.2026", "24-11-2026", "24/11/26", "2026-11-24", " 24 Nov 2026 ", "24 November 2026",
  };
  static const char *const none[] = { "31/02/2026",  "24",           "24/11",    "tomorrow",
                                      "24 Foo 2026", "24/11/2026/1", "-1/1/2026" };

  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_cmpint (vigie_parse_typed_date (same[i]), ==, vigie_date_new (2026, 11, 24));
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (vigie_parse_typed_date (none[i]), ==, VIGIE_DATE_NONE);
}

/* What is shown in a form is read back to the same value, on every day of a year and in every language. */
static void
test_there_and_back (void)
{
  const VigieField *planned = field (&vigie_deployment_entity, "planned_on");
  const VigieField *cents = field (&vigie_cost_entity, "planned_cents");
  static const gint64 amounts[] = { 0, 5, 100, 123450, 99999999 };

  for (int language = 0; language < VIGIE_N_LANGUAGES; language++)
    {
      vigie_language_init (vigie_language_get_tag_of ((VigieLanguage) language));
      for (int i = 0; i < 366; i++)
        {
          VigieValue value = { .measured = TRUE, .number = vigie_date_new (2028, 1, 1) + i };
          g_auto (VigieValue) back = { 0 };
          g_autofree char *text = vigie_field_dup_typed (planned, &value);

          g_assert_true (vigie_field_parse_typed (planned, text, &back, NULL));
          g_assert_cmpint (back.number, ==, value.number);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
        {
          VigieValue value = { .measured = TRUE, .number = amounts[i] };
          g_auto (VigieValue) back = { 0 };
          g_autofree char *text = vigie_field_dup_typed (cents, &value);

          g_assert_true (vigie_field_parse_typed (cents, text, &back, NULL));
          g_assert_cmpint (back.number, ==, amounts[i]);
        }
    }
}

static void
test_numbers (void)
{
  const VigieField *cents = field (&vigie_cost_entity, "planned_cents");
  const VigieField *minutes = field (&vigie_module_entity, "duration_min");
  static const struct
  {
    const char *text;
    gint64 number;
  } good[] = { { "1 234,50", 123450 }, { "1234.5", 123450 }, { "1’000", 100000 }, { "7", 700 } };
  static const char *const bad[] = { "12,", "1,234", "1.2.3", "many", "-3", "1e3", "99999999999999999999" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (VigieValue) value = { 0 };

      g_assert_true (vigie_field_parse_typed (cents, good[i].text, &value, NULL));
      g_assert_cmpint (value.number, ==, good[i].number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (VigieValue) value = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (vigie_field_parse_typed (cents, bad[i], &value, &error));
      g_assert_cmpstr (error->message, !=, "");
    }
  {
    g_auto (VigieValue) value = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_false (vigie_field_parse_typed (minutes, "2.5", &value, &error));
    g_assert_cmpstr (error->message, ==, "not a whole number");
    g_clear_error (&error);
    g_assert_true (vigie_field_parse_typed (minutes, "  ", &value, NULL));
    g_assert_false (value.measured);
  }
}

static void
test_required (void)
{
  g_auto (VigieValue) value = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (vigie_field_parse_typed (field (&vigie_deployment_entity, "code"), " ", &value, &error));
  g_assert_cmpstr (error->message, ==, "required");
}

int
main (int argc, char *argv[])
{
  g_autofree char *month = NULL;

  /* GLib decides once in a process whether anything is translated. */
  vigie_language_init ("fr");
  month = vigie_format_month_alone (vigie_date_new (2026, 3, 1));
  g_assert_cmpstr (month, ==, "mars");
  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/typed/dates", test_dates);
  g_test_add_func ("/model/typed/numbers", test_numbers);
  g_test_add_func ("/model/typed/required", test_required);
  g_test_add_func ("/model/typed/there-and-back", test_there_and_back);
  return g_test_run ();
}
