// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-csv-reader.h"
#include "vigie-mapped-rows.h"

#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-entities.h"

#include <string.h>

#define ROOT(records) "{ \"vigie_mapping\": 1, \"kind\": \"projects\", \"records\": [" records "] }"
#define SYSTEM(fields) "{ \"entity\": \"system\", \"fields\": {" fields "} }"
#define MINIMAL "\"code\": \"id\", \"name\": \"label\""

static VigieMapping *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return vigie_mapping_load (bytes, "map.json", error);
}

static VigieRowSource *
open_rows (const char *mapping, const char *table, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));
  g_autoptr (VigieCsvReader) reader = vigie_csv_reader_new_for_bytes (bytes, "file.csv", error);
  VigieMapping *loaded;
  VigieMappedRows *rows;

  g_assert_no_error (*error);
  if (g_str_has_prefix (mapping, "{"))
    loaded = load (mapping, error);
  else
    loaded = vigie_mapping_new_native (mapping, "file.csv",
                                       vigie_table_source_get_columns (VIGIE_TABLE_SOURCE (reader)), error);
  if (loaded == NULL)
    return NULL;
  rows = vigie_mapped_rows_new (VIGIE_TABLE_SOURCE (reader), loaded, error);
  return rows != NULL ? VIGIE_ROW_SOURCE (rows) : NULL;
}

/* Rows as text: `place: entity key field=value …; …` or `place! column=value reason`. */
static void
append_record (GString *text, VigieRecord *record)
{
  const VigieEntity *entity = vigie_record_get_entity (record);

  g_string_append_printf (text, " %s", entity->nick);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *value = vigie_field_dup_canonical (&entity->fields[i], vigie_record_get_value (record, i));

      if (value != NULL)
        g_string_append_printf (text, " %s=%s", entity->fields[i].name, value);
    }
  g_string_append_c (text, ';');
}

static char *
read_all (VigieRowSource *rows)
{
  GString *text = g_string_new (NULL);
  const VigieRow *row;

  while ((row = vigie_row_source_next (rows, NULL)) != NULL)
    {
      g_autofree char *place = vigie_row_dup_place (row, row->number);

      g_string_append_printf (text, "%s:", place);
      for (guint i = 0; row->faults->len == 0 && i < row->records->len; i++)
        append_record (text, g_ptr_array_index (row->records, i));
      for (guint i = 0; i < row->faults->len; i++)
        {
          const VigieFault *fault = g_ptr_array_index (row->faults, i);

          g_string_append_printf (text, " !%s=%s", fault->column, fault->value);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *name;
  const char *mapping;
  const char *table;
  const char *expected;
} Case;

static const Case goods[] = {
  { "columns-are-found-whatever-their-case", ROOT (SYSTEM ("\"code\": \"ID\", \"name\": \"libelle\"")),
    "id,Libellé\nA,One\n", "2: system code=A name=One;\n" },
  { "values-and-otherwise",
    ROOT (SYSTEM (MINIMAL ", \"tech_class\": { \"column\": \"tech\", \"values\": { \"Computer Vision\": \"vision\","
                          " \"Other\": null }, \"otherwise\": \"ml\" }")),
    "id,label,tech\nA,a,computer  vision\nB,b,Other\nC,c,x\nD,d,\n",
    "2: system code=A name=a tech_class=vision;\n3: system code=B name=b;\n4: system code=C name=c tech_class=ml;\n"
    "5: system code=D name=d;\n" },
  { "constants-of-every-type",
    ROOT (
      SYSTEM (MINIMAL ", \"personal_data\": { \"constant\": true }, \"ai_act_class\": { \"constant\": \"unknown\" }")),
    "id,label\nA,a\n", "2: system code=A name=a ai_act_class=unknown personal_data=true;\n" },
  { "templates",
    ROOT (SYSTEM ("\"code\": { \"template\": \"X-{id}/{label}\" }, \"name\": \"label\", \"vendor\":"
                  " { \"template\": \"by {vendor}\" }")),
    "id,label,vendor\n1,a,\n2,b,V\n", "2: system code=X-1/a name=a;\n3: system code=X-2/b name=b vendor=by V;\n" },
  { "formats",
    ROOT (SYSTEM ("\"code\": \"id\", \"name\": { \"column\": \"label\", \"as\": \"one_line\" }, \"outputs\":"
                  " { \"column\": \"out\", \"as\": \"list\" }")),
    "id,label,out\nA,\"a\nb\",\"['x', \"\"it's\"\"]\"\nB,b,[]\nC,c,plain\n",
    "2: system code=A name=a b outputs=x; it's;\n4: system code=B name=b;\n5: system code=C name=c outputs=plain;\n" },
  { "keep-and-when",
    "{ \"vigie_mapping\": 1, \"kind\": \"projects\", \"row_is\": \"system\", \"keep\": { \"agency\": [ \"VA\" ] },"
    "\"records\": [ { \"entity\": \"org_unit\", \"when\": { \"site\": \"filled\" }, \"fields\": { \"code\": \"site\","
    "\"name\": \"site\", \"kind\": { \"constant\": \"site\" } } }," SYSTEM (MINIMAL) "] }",
    "agency,id,label,site\nVA,A,a,S1\nDOE,B,b,S2\nva,C,c,\n",
    "2: org_unit code=S1 name=S1 kind=site; system code=A name=a;\n4: system code=C name=c;\n" },
  { "faults-of-a-row-are-all-told",
    ROOT (SYSTEM (MINIMAL ", \"tech_class\": { \"column\": \"tech\", \"values\": { \"V\": \"vision\" } },"
                          "\"personal_data\": \"pii\"")),
    "id,label,tech,pii\nA,,W,perhaps\n", "2: !label= !tech=W !pii=perhaps\n" },
  { "a-failed-formula", ROOT (SYSTEM (MINIMAL)), "id,label\nA,#N/A\nB,#VALEUR!\nC,#1\n",
    "2: !label=#N/A\n3: !label=#VALEUR!\n4: system code=C name=#1;\n" },
  { "a-row-of-another-width", ROOT (SYSTEM (MINIMAL)), "id,label\nA\nB,b,\nC,c,d\n",
    "2: !(null)=(null)\n3: system code=B name=b;\n4: !(null)=(null)\n" },
  { "native-by-field-name", "staff",
    "staff,org_unit,profession,starts_on,ends_on\n1,S,IDE,2024-01-02,\n2,S,MED,3/1/2024,2025-06-30\n",
    "2: job staff=1 starts_on=2024-01-02 org_unit=S profession=IDE;\n"
    "3: job staff=2 starts_on=2024-01-03 org_unit=S profession=MED ends_on=2025-06-30;\n" },
  { "native-by-label", "completions", "Staff reference;MODULE;completed on;Minutes\n1;M01;02/01/2026;45\n",
    "2: completion staff=1 module=M01 completed_on=2026-01-02 minutes=45;\n" },
  { "native-by-french-label", "completions", "matricule;MODULE;Suivie  le\n1;M01;02/01/2026\n",
    "2: completion staff=1 module=M01 completed_on=2026-01-02;\n" },
  { "native-project", "projects",
    "code,name,org_unit,stage,since,tech_class\nA,a,S,En production,05/01/2026,vision\nB,b,,,,\n",
    "2: system code=A name=a tech_class=vision; deployment code=A@S system=A org_unit=S;"
    " stage_event deployment=A@S occurred_on=2026-01-05 stage=live basis=event;\n3: system code=B name=b;\n" },
};

static void
test_good (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRowSource) rows = open_rows (row->mapping, row->table, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_all (rows);
  g_assert_cmpstr (text, ==, row->expected);
}

/* A digest is the same for the same cells, and for others is another. */
static void
test_digest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRowSource) rows =
    open_rows (ROOT (SYSTEM ("\"code\": { \"template\": \"X-{digest: a, label}\" }, \"name\": \"label\"")),
               "a,label\nx,yz\nxy,z\nX,Yz\n", &error);
  g_autofree char *codes[3] = { 0 };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const VigieRow *row = vigie_row_source_next (rows, &error);

      codes[i] = g_strdup (vigie_record_get_text (g_ptr_array_index (row->records, 0), VIGIE_SYSTEM_CODE));
      g_assert_cmpuint (strlen (codes[i]), ==, strlen ("X-") + 12);
    }
  g_assert_cmpstr (codes[0], !=, codes[1]);
  g_assert_cmpstr (codes[0], ==, codes[2]);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_clear_pointer (&codes[i], g_free);
}

static const Case bads[] = {
  { "no-json", "{ \"vigie_mapping\": 1,", "a\n", "map.json" },
  { "version", "{ \"vigie_mapping\": 2 }", "a\n", "version" },
  { "misspelt-member", "{ \"vigie_mapping\": 1, \"recods\": [] }", "a\n", "“recods”" },
  { "kind", "{ \"vigie_mapping\": 1, \"kind\": \"things\", \"records\": [] }", "a\n", "projects, staff" },
  { "no-records", "{ \"vigie_mapping\": 1, \"kind\": \"projects\", \"records\": [] }", "a\n", "“records”" },
  { "entity", ROOT ("{ \"entity\": \"sistem\", \"fields\": {} }"), "a\n", "records[0]" },
  { "field", ROOT (SYSTEM (MINIMAL ", \"nam\": \"x\"")), "a\n", "records[0].fields.nam: system has no field “nam”" },
  { "nick", ROOT (SYSTEM (MINIMAL ", \"tech_class\": { \"constant\": \"magic\" }")), "a\n", "one of: ml, vision" },
  { "nick-of-a-value",
    ROOT (SYSTEM (MINIMAL ", \"tech_class\": { \"column\": \"t\", \"values\": { \"a\": \"magic\" } }")), "a\n",
    "records[0].fields.tech_class.values" },
  { "required", ROOT (SYSTEM ("\"code\": \"id\"")), "a\n", "requires the field “name”" },
  { "two-sources", ROOT (SYSTEM (MINIMAL ", \"vendor\": { \"column\": \"a\", \"constant\": \"b\" }")), "a\n",
    "one of" },
  { "template", ROOT (SYSTEM ("\"code\": { \"template\": \"{id\" }, \"name\": \"label\"")), "a\n", "template" },
  { "format", ROOT (SYSTEM (MINIMAL ", \"vendor\": { \"column\": \"a\", \"as\": \"month\" }")), "a\n", "“as”" },
  { "row-is",
    "{ \"vigie_mapping\": 1, \"kind\": \"projects\", \"row_is\": \"staff\", \"records\": [" SYSTEM (MINIMAL) "] }",
    "a\n", "row_is" },
  { "missing-columns", ROOT (SYSTEM (MINIMAL ", \"vendor\": { \"template\": \"{maker}\" }")), "id,name,x\n1,2,3\n",
    "label, maker. Its columns are: id, name, x." },
  { "doubled-column", ROOT (SYSTEM (MINIMAL)), "id,label,Label\n1,2,3\n", "more than one column" },
  { "native-missing", "staff", "staff,org_unit,starts_on\n1,2,3\n", "“profession”" },
  { "native-unknown", "staff", "staff,org_unit,profession,starts_on,prenom\n1,2,3,4,5\n", "no fields: prenom" },
  { "native-doubled", "staff", "staff,matricule,org_unit,profession,starts_on\n1,2,3,4,5\n", "“matricule”" },
};

static void
test_bad (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRowSource) rows = open_rows (row->mapping, row->table, &error);

  g_assert_null (rows);
  g_assert_true (error->domain == VIGIE_EXCHANGE_ERROR);
  if (strstr (error->message, row->expected) == NULL)
    g_error ("“%s” does not say “%s”", error->message, row->expected);
}

/* A shipped mapping with a few bytes changed is read, or refused with a reason: never more. */
static void
test_any_bytes (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "reference", "mappings", "us-federal-2025-va.json", NULL);
  static const char alphabet[] = "{}[]\":,0a \n\xe9\\-.tn";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  g_autofree char *whole = NULL;
  gsize size;
  guint n_refused = 0;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *changed = g_memdup2 (whole, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VigieMapping) mapping = NULL;
      g_autoptr (GError) error = NULL;

      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        changed[g_rand_int_range (random, 0, (gint32) size)] =
          alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      bytes = g_bytes_new (changed, size);
      mapping = vigie_mapping_load (bytes, "map.json", &error);
      g_assert_true ((mapping == NULL) == (error != NULL));
      n_refused += mapping == NULL;
    }
  g_assert_cmpuint (n_refused, >, 500);
  g_assert_cmpuint (n_refused, <, 2000);
}

static void
add_tests (const char *prefix, const Case *cases, gsize n, GTestDataFunc func)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/mapping/", prefix, "/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  add_tests ("good", goods, G_N_ELEMENTS (goods), test_good);
  add_tests ("bad", bads, G_N_ELEMENTS (bads), test_bad);
  g_test_add_func ("/exchange/mapping/digest", test_digest);
  g_test_add_func ("/exchange/mapping/any-bytes", test_any_bytes);
  return g_test_run ();
}
