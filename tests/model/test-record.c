// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-enums.h"
#include "vigie-rating.h"
#include "vigie-record.h"
#include "vigie-system.h"

static VigieRecord *
new_system (const char *code, const char *name)
{
  VigieRecord *record = vigie_record_new (&vigie_system_entity);

  vigie_record_set_text (record, VIGIE_SYSTEM_CODE, code);
  vigie_record_set_text (record, VIGIE_SYSTEM_NAME, name);
  return record;
}

static void
test_required (void)
{
  g_autoptr (VigieRecord) whole = new_system ("IA-1", "Lecture");
  g_autoptr (VigieRecord) nameless = new_system ("IA-1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (vigie_record_validate (whole, NULL));
  g_assert_false (vigie_record_validate (nameless, &error));
  g_assert_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_REQUIRED);
  g_assert_nonnull (strstr (error->message, "name"));
}

static void
test_equal (void)
{
  g_autoptr (VigieRecord) a = new_system ("IA-1", "Lecture");
  g_autoptr (VigieRecord) b = new_system ("IA-1", "Lecture");

  g_assert_true (vigie_record_equal (a, b));
  vigie_record_set_number (b, VIGIE_SYSTEM_GENERATIVE, FALSE);
  g_assert_false (vigie_record_equal (a, b));
  vigie_record_unset (b, VIGIE_SYSTEM_GENERATIVE);
  g_assert_true (vigie_record_equal (a, b));
}

static void
test_refused_text_keeps_the_value (void)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_rating_entity);
  g_autoptr (GError) error = NULL;

  vigie_record_set_number (record, VIGIE_RATING_IMPACT, 3);
  g_assert_false (vigie_record_set_from_text (record, VIGIE_RATING_IMPACT, "9", &error));
  g_assert_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_RANGE);
  g_assert_cmpint (vigie_record_get_number (record, VIGIE_RATING_IMPACT, -1), ==, 3);
}

static void
test_key (void)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_rating_entity);
  g_autofree char *key = NULL;

  vigie_record_set_text (record, VIGIE_RATING_BARRIER, "FR-07");
  vigie_record_set_number (record, VIGIE_RATING_TIER, VIGIE_RATING_TIER_CURRENT);
  vigie_record_set_date (record, VIGIE_RATING_RATED_ON, vigie_date_new (2026, 3, 1));
  key = vigie_record_dup_key (record);
  g_assert_cmpstr (key, ==, "FR-07 / current / 2026-03-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/required", test_required);
  g_test_add_func ("/model/record/equal", test_equal);
  g_test_add_func ("/model/record/refused-text-keeps-the-value", test_refused_text_keeps_the_value);
  g_test_add_func ("/model/record/key", test_key);
  return g_test_run ();
}
