// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-json-records.h"

#include "vigie-benchmark.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-module.h"
#include "vigie-profession.h"
#include "vigie-seed.h"
#include "vigie-setting.h"

#include <string.h>

static GPtrArray *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return vigie_json_records_load (bytes, "file.json", error);
}

static void
test_order_and_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records =
    load ("{ \"vigie\": 1, \"records\": {"
          "  \"profession\": ["
          "    { \"code\": \"IDE\", \"label_fr\": \"Infirmier\", \"family\": \"nursing\","
          "      \"in_reference_28h\": true, \"rpps_code\": null },"
          "    { \"code\": \"MED\", \"label_fr\": \"Médecin\", \"family\": \"medical\" } ],"
          "  \"setting\": [ { \"code\": \"organisation\", \"value\": \"GHT\" } ] } }",
          &error);
  VigieRecord *nurse;

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_true (vigie_record_get_entity (g_ptr_array_index (records, 0)) == &vigie_setting_entity);
  nurse = g_ptr_array_index (records, 1);
  g_assert_cmpstr (vigie_record_get_text (nurse, VIGIE_PROFESSION_CODE), ==, "IDE");
  g_assert_cmpint (vigie_record_get_number (nurse, VIGIE_PROFESSION_FAMILY, -1), ==, VIGIE_PROFESSION_FAMILY_NURSING);
  g_assert_cmpint (vigie_record_get_number (nurse, VIGIE_PROFESSION_IN_REFERENCE_28H, -1), ==, 1);
  g_assert_false (vigie_record_is_measured (nurse, VIGIE_PROFESSION_RPPS_CODE));
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (records, 2), VIGIE_PROFESSION_CODE), ==, "MED");
}

static void
test_refused (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = load (row[0], &error);

  g_assert_null (records);
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "file.json"));
  if (strstr (error->message, row[1]) == NULL)
    g_error ("“%s” does not say “%s”", error->message, row[1]);
}

/* Every file of reference data that the program carries is whole. */
static void
test_reference_data (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = vigie_seed_records (&error);

  g_assert_no_error (error);
  g_assert_nonnull (records);
}

static VigieRecord *
find_reference (GPtrArray *records, const VigieEntity *entity, const char *code)
{
  for (guint i = 0; i < records->len; i++)
    if (vigie_record_get_entity (g_ptr_array_index (records, i)) == entity &&
        g_str_equal (vigie_record_get_text (g_ptr_array_index (records, i), 0), code))
      return g_ptr_array_index (records, i);
  g_error ("no %s has the code “%s”", entity->nick, code);
}

/* What the sources say, again: a slip in the data would show on every screen. */
static void
test_reference_facts (void)
{
  static const struct
  {
    const char *code;
    gint64 permille;
    gint64 n;
    VigieVerification verification;
  } facts[] = {
    { "FHF-2025-PRODUCTION", 650, 110, VIGIE_VERIFICATION_VERIFIED },
    { "DSIH-2025-PRODUCTION", 350, -1, VIGIE_VERIFICATION_STATED },
    { "FHF-2025-PLAN", 900, 110, VIGIE_VERIFICATION_VERIFIED },
    { "HUB-2025-CYBER", 632, 1000, VIGIE_VERIFICATION_STATED },
    { "HUB-2025-RELIABILITY", 565, 1000, VIGIE_VERIFICATION_STATED },
    { "HUB-2025-REGULATION", 504, 1000, VIGIE_VERIFICATION_STATED },
    { "HUB-2025-SKILLS", 470, 1000, VIGIE_VERIFICATION_STATED },
    { "HUB-2025-COST", 418, 1000, VIGIE_VERIFICATION_STATED },
    { "IFOP-2025-TRAINED", 60, 1051, VIGIE_VERIFICATION_VERIFIED },
  };
  g_autoptr (GPtrArray) records = vigie_seed_records (NULL);
  guint n_in_reference = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      VigieRecord *record = find_reference (records, &vigie_benchmark_entity, facts[i].code);

      g_assert_cmpint (vigie_record_get_number (record, VIGIE_BENCHMARK_VALUE_PERMILLE, -1), ==, facts[i].permille);
      g_assert_cmpint (vigie_record_get_number (record, VIGIE_BENCHMARK_N, -1), ==, facts[i].n);
      g_assert_cmpint (vigie_record_get_number (record, VIGIE_BENCHMARK_VERIFICATION, -1), ==, facts[i].verification);
    }
  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);

      n_in_reference += vigie_record_get_entity (record) == &vigie_profession_entity &&
                        vigie_record_get_number (record, VIGIE_PROFESSION_IN_REFERENCE_28H, 0) == 1;
      if (vigie_record_get_entity (record) != &vigie_benchmark_entity)
        continue;
      for (guint field = VIGIE_BENCHMARK_POPULATION_FR; field <= VIGIE_BENCHMARK_POPULATION_EN; field++)
        g_assert_true (vigie_record_is_measured (record, field));
      g_assert_true (vigie_record_is_measured (record, VIGIE_BENCHMARK_CAVEAT_FR));
      g_assert_true (vigie_record_is_measured (record, VIGIE_BENCHMARK_CAVEAT_EN));
    }
  g_assert_cmpuint (n_in_reference, ==, 12);
}

static const char *const refused[][2] = {
  { "", "JSON" },
  { "[1]", "JSON" },
  { "{ \"records\": {} }", "vigie" },
  { "{ \"vigie\": \"1\", \"records\": {} }", "vigie" },
  { "{ \"vigie\": 0, \"records\": {} }", "version 0" },
  { "{ \"vigie\": 3, \"records\": {} }", "version 3" },
  { "{ \"vigie\": 1 }", "records" },
  { "{ \"vigie\": 1, \"records\": { \"proffession\": [] } }", "proffession" },
  { "{ \"vigie\": 1, \"records\": { \"profession\": {} } }", "array" },
  { "{ \"vigie\": 1, \"records\": { \"profession\": [ 1 ] } }", "profession[0]" },
  { "{ \"vigie\": 1, \"records\": { \"setting\": [ { \"code\": \"a\" }, { \"kode\": \"b\" } ] } }", "setting[1]" },
  { "{ \"vigie\": 1, \"records\": { \"setting\": [ { \"code\": \"a\", \"value\": 1.5 } ] } }", "“value”" },
  { "{ \"vigie\": 1, \"records\": { \"setting\": [ { \"code\": \"a\", \"value\": [] } ] } }", "“value”" },
  { "{ \"vigie\": 1, \"records\": { \"setting\": [ { \"value\": \"a\" } ] } }", "code is required" },
  { "{ \"vigie\": 1, \"records\": { \"profession\": [ { \"code\": \"A\", \"label_fr\": \"A\", \"family\": \"x\" } ] } }",
    "one of: medical" },
  { "{ \"vigie\": 2, \"records\": { \"profession\": [ { \"code\": \"A\", \"entered_on\": \"2026-01-01\" } ] } }",
    "“entered_on”" },
  { "{ \"vigie\": 1, \"records\": { \"survey\": [ { \"entered_on\": \"2026-01-01\" } ] } }", "“entered_on”" },
  { "{ \"vigie\": 2, \"records\": { \"survey\": [ { \"entered_on\": \"2026-13-01\" } ] } }", "it is no day" },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  g_test_add_func ("/exchange/json-records/order-and-values", test_order_and_values);
  g_test_add_func ("/exchange/json-records/reference-data", test_reference_data);
  g_test_add_func ("/exchange/json-records/reference-facts", test_reference_facts);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/json-records/refused/%zu", i);

      g_test_add_data_func (path, refused[i], test_refused);
    }
  return g_test_run ();
}
