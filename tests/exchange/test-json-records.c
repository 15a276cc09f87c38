// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-json-records.h"

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

static const char *const refused[][2] = {
  { "", "JSON" },
  { "[1]", "JSON" },
  { "{ \"records\": {} }", "vigie" },
  { "{ \"vigie\": \"1\", \"records\": {} }", "vigie" },
  { "{ \"vigie\": 2, \"records\": {} }", "version 2" },
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
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  g_test_add_func ("/exchange/json-records/order-and-values", test_order_and_values);
  g_test_add_func ("/exchange/json-records/reference-data", test_reference_data);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/json-records/refused/%zu", i);

      g_test_add_data_func (path, refused[i], test_refused);
    }
  return g_test_run ();
}
