// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-native.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-fold.h"
#include "vigie-format.h"

#include <string.h>

typedef struct
{
  const VigieEntity *entity;
  guint field;
  VigieNativeStyle style;
  const char *text;
  const char *expected; /* NULL: refused */
} Case;

#define MACHINE VIGIE_NATIVE_MACHINE
#define PERSON VIGIE_NATIVE_PERSON
#define DATE &vigie_job_entity, VIGIE_JOB_STARTS_ON, PERSON
#define NUMBER &vigie_headcount_entity, VIGIE_HEADCOUNT_HEADS, PERSON
#define EUROS &vigie_deployment_entity, VIGIE_DEPLOYMENT_CAPEX_CENTS, PERSON
#define CENTS &vigie_deployment_entity, VIGIE_DEPLOYMENT_CAPEX_CENTS, MACHINE
#define PERCENT &vigie_requirement_entity, VIGIE_REQUIREMENT_TARGET_PERCENT, PERSON
#define SHARE &vigie_benchmark_entity, VIGIE_BENCHMARK_VALUE_PERMILLE, PERSON
#define PERMILLE &vigie_benchmark_entity, VIGIE_BENCHMARK_VALUE_PERMILLE, MACHINE
#define YES_NO &vigie_system_entity, VIGIE_SYSTEM_PERSONAL_DATA, PERSON
#define STAGE &vigie_stage_event_entity, VIGIE_STAGE_EVENT_STAGE, PERSON

static const Case cases[] = {
  { DATE, "2026-11-23", "2026-11-23" },
  { DATE, "23/11/2026", "2026-11-23" },
  { DATE, "3/1/2026", "2026-01-03" },
  { DATE, "23.11.2026", "2026-11-23" },
  { DATE, "2026-11-23 00:00:00", "2026-11-23" },
  { DATE, "2026-11-23T00:00:00Z", "2026-11-23" },
  { DATE, "31/02/2026", NULL },
  { DATE, "23/11/26", NULL },
  { DATE, "23/11-2026", NULL },
  { DATE, "2026-11-23 14:30:00", NULL },
  { DATE, "46349", NULL },
  { NUMBER, "12", "12" },
  { NUMBER, "12 500", "12500" },
  { NUMBER, "12\u202f500", "12500" },
  { NUMBER, "12\u00a0500", "12500" },
  { NUMBER, "12,00", "12" },
  { NUMBER, "-3", "-3" },
  { NUMBER, "12,5", NULL },
  { NUMBER, "1,000", NULL },
  { NUMBER, "1.000", NULL },
  { NUMBER, "12 %", NULL },
  { NUMBER, "douze", NULL },
  { NUMBER, "", NULL },
  { NUMBER, "-", NULL },
  { NUMBER, "12,", NULL },
  { NUMBER, "12345678901234567890", NULL },
  { EUROS, "12 500,50", "1250050" },
  { EUROS, "12500.5 €", "1250050" },
  { EUROS, "12500", "1250000" },
  { EUROS, "12,505", NULL },
  { CENTS, "1250050", "1250050" },
  { CENTS, "12 500,50 €", "1250050" },
  { CENTS, "12500,50", NULL },
  { PERCENT, "85", "85" },
  { PERCENT, "85 %", "85" },
  { PERCENT, "85,5 %", NULL },
  { SHARE, "63,2 %", "632" },
  { SHARE, "63.2", "632" },
  { PERMILLE, "632", "632" },
  { PERMILLE, "63,2 %", "632" },
  { YES_NO, "oui", "true" },
  { YES_NO, "Non", "false" },
  { YES_NO, "YES", "true" },
  { YES_NO, "faux", "false" },
  { YES_NO, "1", "true" },
  { YES_NO, "Ja", "true" },
  { YES_NO, "sí", "true" },
  { YES_NO, "nee", "false" },
  { YES_NO, "peut-être", NULL },
  { STAGE, "live", "live" },
  { STAGE, "LIVE", "live" },
  { STAGE, "In  Production", "live" },
  { STAGE, "local validation", "validation" },
  { STAGE, "Retiré", "retired" },
  { STAGE, "RETIRE", "retired" },
  { STAGE, "Im Produktivbetrieb", "live" },
  { STAGE, "in sperimentazione", NULL },
  { STAGE, "gone", NULL },
};

static void
test_value (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = vigie_native_parse (&row->entity->fields[row->field], row->text, row->style, &error);

  g_assert_cmpstr (canonical, ==, row->expected);
  if (row->expected == NULL)
    g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_VALUE);
  else
    g_assert_no_error (error);
}

static void
test_months (void)
{
  static const char *const rows[][2] = {
    { "Jul-25", "2025-07-01" },    { "2025-07", "2025-07-01" },
    { "07/2025", "2025-07-01" },   { "juillet 2025", "2025-07-01" },
    { "juin 25", "2025-06-01" },   { "févr. 2024", "2024-02-01" },
    { "févr 2024", "2024-02-01" }, { "Dec-19", "2019-12-01" },
    { "März 2024", "2024-03-01" }, { "mrt 2024", "2024-03-01" },
    { "giu-25", "2025-06-01" },    { "enero 2025", "2025-01-01" },
    { "okt. 2025", "2025-10-01" }, { "Foo-25", NULL },
    { "13/2025", NULL },           { "2025", NULL },
    { "Jul-25 or so", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = vigie_native_parse_month (rows[i][0]);

      g_assert_cmpstr (day, ==, rows[i][1]);
    }
}

/* A column that is called by a label is that field and no other, though labels of every language are known. */
static void
test_every_field (void)
{
  const VigieEntity *const *entities = vigie_entities ();

  for (gsize i = 0; entities[i] != NULL; i++)
    for (guint j = 0; j < entities[i]->n_fields; j++)
      {
        g_autofree char *folded = vigie_text_fold (vigie_field_get_label (&entities[i]->fields[j]));
        VigieNativeStyle style;

        for (guint k = 0; k < entities[i]->n_fields; k++)
          if (vigie_native_names_field (&entities[i]->fields[k], folded, &style) != (j == k))
            g_error ("%s: “%s” is the label of %s, and names %s", entities[i]->nick, folded,
                     entities[i]->fields[j].name, entities[i]->fields[k].name);
      }
}

/* Each enumeration is found by its label in every language, whatever the language of the process. */
static void
test_every_label (void)
{
  const VigieEntity *const *entities = vigie_entities ();

  for (gsize i = 0; entities[i] != NULL; i++)
    for (guint j = 0; j < entities[i]->n_fields; j++)
      {
        const VigieField *field = &entities[i]->fields[j];
        g_autoptr (GEnumClass) class = field->enum_type != NULL ? g_type_class_ref (field->enum_type ()) : NULL;

        for (guint k = 0; class != NULL && k < class->n_values; k++)
          {
            const char *label = vigie_enum_label (field->enum_type (), class->values[k].value);
            g_autofree char *nick = vigie_native_parse (field, label, PERSON, NULL);

            if (g_strcmp0 (nick, class->values[k].value_nick) != 0)
              g_error ("%s: the label “%s” of “%s” is read as “%s”", field->name, label, class->values[k].value_nick,
                       nick);
          }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init (argc > 1 ? argv[1] : "en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/native/value/%zu", i);

      g_test_add_data_func (path, &cases[i], test_value);
    }
  g_test_add_func ("/exchange/native/months", test_months);
  g_test_add_func ("/exchange/native/every-field", test_every_field);
  g_test_add_func ("/exchange/native/every-label", test_every_label);
  return g_test_run ();
}
