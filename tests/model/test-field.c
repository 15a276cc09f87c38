// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-cost.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-staff.h"
#include "vigie-stage-event.h"
#include "vigie-system.h"

typedef struct
{
  const char *name;
  const VigieField *field;
  const char *text;
  gboolean good;
} Row;

static const Row rows[] = {
  { "text", &(VigieField) { .name = "t", .type = VIGIE_FIELD_TEXT }, "été", TRUE },
  { "not-utf8", &(VigieField) { .name = "t", .type = VIGIE_FIELD_TEXT }, "\xe9t\xe9", FALSE },
  { "integer", &(VigieField) { .name = "i", .type = VIGIE_FIELD_INTEGER }, "-12", TRUE },
  { "integer-words", &(VigieField) { .name = "i", .type = VIGIE_FIELD_INTEGER }, "12 agents", FALSE },
  { "integer-huge", &(VigieField) { .name = "i", .type = VIGIE_FIELD_INTEGER }, "99999999999999999999", FALSE },
  { "in-range", &(VigieField) { .name = "i", .type = VIGIE_FIELD_INTEGER, .minimum = 1, .maximum = 5 }, "5", TRUE },
  { "above", &(VigieField) { .name = "i", .type = VIGIE_FIELD_INTEGER, .minimum = 1, .maximum = 5 }, "6", FALSE },
  { "below", &(VigieField) { .name = "i", .type = VIGIE_FIELD_INTEGER, .minimum = 1, .maximum = 5 }, "0", FALSE },
  { "date", &(VigieField) { .name = "d", .type = VIGIE_FIELD_DATE }, "2026-02-28", TRUE },
  { "no-such-day", &(VigieField) { .name = "d", .type = VIGIE_FIELD_DATE }, "2026-02-29", FALSE },
  { "boolean", &(VigieField) { .name = "b", .type = VIGIE_FIELD_BOOLEAN }, "false", TRUE },
  { "boolean-yes", &(VigieField) { .name = "b", .type = VIGIE_FIELD_BOOLEAN }, "yes", FALSE },
  { "enum", &(VigieField) { .name = "e", .type = VIGIE_FIELD_ENUM, .enum_type = vigie_stage_get_type }, "live", TRUE },
  { "enum-label", &(VigieField) { .name = "e", .type = VIGIE_FIELD_ENUM, .enum_type = vigie_stage_get_type },
    "In production", FALSE },
};

/* What is read is written back to the letter; what is refused says which field and value. */
static void
test_parse (gconstpointer data)
{
  const Row *row = data;
  g_auto (VigieValue) value = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpint (vigie_field_parse (row->field, row->text, &value, &error), ==, row->good);
  g_assert_cmpint (value.measured, ==, row->good);
  if (row->good)
    {
      g_assert_no_error (error);
      back = vigie_field_dup_canonical (row->field, &value);
      g_assert_cmpstr (back, ==, row->text);
      return;
    }
  g_assert_true (error != NULL && error->domain == VIGIE_MODEL_ERROR);
  g_assert_true (g_str_has_prefix (error->message, row->field->name));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_not_measured (void)
{
  const VigieField *field = &vigie_deployment_entity.fields[VIGIE_DEPLOYMENT_CAPEX_CENTS];
  g_auto (VigieValue) value = { 0 };
  g_autofree char *shown = NULL;

  g_assert_true (vigie_field_parse (field, "", &value, NULL));
  g_assert_false (value.measured);
  g_assert_null (vigie_field_dup_canonical (field, &value));
  shown = vigie_field_display (field, &value);
  g_assert_cmpstr (shown, ==, VIGIE_NOT_MEASURED);
}

static void
test_zero_is_measured (void)
{
  const VigieField *field = &vigie_deployment_entity.fields[VIGIE_DEPLOYMENT_CAPEX_CENTS];
  g_auto (VigieValue) value = { 0 };
  g_autofree char *shown = NULL;

  vigie_language_init ("en");
  g_assert_true (vigie_field_parse (field, "0", &value, NULL));
  g_assert_true (value.measured);
  shown = vigie_field_display (field, &value);
  g_assert_cmpstr (shown, ==, "€0");
}

static void
test_year (void)
{
  const VigieField *field = &vigie_cost_entity.fields[VIGIE_COST_YEAR];
  g_auto (VigieValue) value = { 0 };
  g_autofree char *shown = NULL;

  vigie_language_init ("fr");
  g_assert_true (vigie_field_parse (field, "2026", &value, NULL));
  shown = vigie_field_display (field, &value);
  vigie_language_init ("en");
  g_assert_cmpstr (shown, ==, "2026");
}

static void
test_too_long (void)
{
  const VigieField *field = &vigie_system_entity.fields[VIGIE_SYSTEM_NAME];
  g_autofree char *longest = g_strnfill (VIGIE_TEXT_MAX, 'x');
  g_autofree char *longer = g_strnfill (VIGIE_TEXT_MAX + 1, 'x');
  g_auto (VigieValue) value = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (vigie_field_parse (field, longer, &value, &error));
  g_assert_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_RANGE);
  g_assert_true (vigie_field_parse (field, longest, &value, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/field/parse/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_parse);
    }
  g_test_add_func ("/model/field/not-measured", test_not_measured);
  g_test_add_func ("/model/field/zero-is-measured", test_zero_is_measured);
  g_test_add_func ("/model/field/year", test_year);
  g_test_add_func ("/model/field/too-long", test_too_long);
  return g_test_run ();
}
