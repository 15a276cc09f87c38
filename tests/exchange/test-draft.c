// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-trial.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-seed.h"
#include "vigie-test.h"

#include <string.h>

/* A folder and a register with a site, a profession, a module, and the reference data. */
typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static GFile *
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
import_text (Fixture *fixture, const char *kind, const char *text)
{
  g_autoptr (GFile) file = write_file (fixture, "basics.csv", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = vigie_import_open (kind, file, NULL, &error);

  g_assert_no_error (error);
  vigie_import_run (import, fixture->store, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (vigie_import_get_report (import)->written);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = vigie_test_dup_folder ();
  path = g_build_filename (fixture->folder, "test.vigie", NULL);
  fixture->store = vigie_seed_create (path, "CH Test", NULL, &error);
  g_assert_no_error (error);
  import_text (fixture, "sites", "code,name,kind\nS1,Hôpital Nord,site\nS2,Hôpital Sud,site\n");
  import_text (fixture, "professions", "code,label_fr,family\nX1,Infirmier de bloc,nursing\nX2,Radiologue,medical\n");
  import_text (fixture, "modules", "code,label_fr,family,competency\nXM,Culture de l’IA,culture,fundamentals\n");
  import_text (fixture, "staff",
               "staff,org_unit,profession,starts_on\n1,S1,X1,2024-01-01\n2,S1,X1,2024-01-01\n"
               "3,S2,X2,2024-01-01\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static VigieDraft *
draft_text (Fixture *fixture, const char *kind, const char *text)
{
  g_autoptr (GFile) file = write_file (fixture, "table.csv", text);
  g_autoptr (GError) error = NULL;
  VigieDraft *draft = vigie_draft_new (file, NULL, kind, fixture->store, NULL, &error);

  g_assert_no_error (error);
  return draft;
}

/* What was found, in one text: the kind, then a field or `-` for each column. */
static char *
say (VigieDraft *draft)
{
  GString *text = g_string_new (draft->kind);

  for (guint i = 0; i < draft->sample->n_columns; i++)
    {
      const VigieMatch *match = &draft->matches[i];
      const char *format = vigie_map_format_get_name (match->format);

      if (match->entity == NULL)
        g_string_append (text, " -");
      else
        g_string_append_printf (text, " %s.%s%s%s%s", match->entity->nick, match->entity->fields[match->field].name,
                                format != NULL ? "/" : "", format != NULL ? format : "",
                                match->values != NULL ? "*" : "");
      g_assert_true ((match->entity != NULL) == (match->reason != NULL));
    }
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *name;
  const char *table;
  const char *expected;
} Case;

static const Case cases[] = {
  { "lms", "Matricule;Intitulé de la formation;Date de fin de formation;Nb heures;Commentaire\n1;XM;02/01/2026;1,5;a\n",
    "completions completion.staff completion.module completion.completed_on completion.minutes/hours -" },
  { "names-of-records", "Matricule;Formation;Date de formation\n1;Culture de l'IA;02/01/2026\n",
    "completions completion.staff completion.module* completion.completed_on" },
  { "moments", "N° agent;Code module;Terminé le;Durée\n1;XM;02/01/26 14:30;1:30\n2;XM;28/01/26 08:00;0:45\n",
    "completions completion.staff completion.module completion.completed_on/day completion.minutes/duration" },
  { "month-first", "Learner ID,Course code,Completion date\n1,XM,01/28/2026\n2,XM,02/03/2026\n",
    "completions completion.staff completion.module completion.completed_on/month_day" },
  { "by-content", "Employee ID,Where,Occupation,Start date,Notes\n1,S1,Radiologue,2024-01-02,x\n2,S2,X1,2025-01-02,y\n",
    "staff job.staff job.org_unit job.profession* job.starts_on -" },
  { "human-resources",
    "MATRICULE;Établissement;Libellé métier;Date d’entrée;Nom;Date de sortie\n"
    "1;Hôpital Nord;Radiologue;01/02/2024;Dupont;\n",
    "staff job.staff job.org_unit* job.profession* job.starts_on - job.ends_on" },
  { "inventory",
    "Référence;Nom du système;Éditeur;Établissement;Statut;Depuis le;Classe AI Act\n"
    "A;Scribe;Acme;S1;En prod.;05/01/2026;Minimal\nB;Tri;Beta;S2;Pilote;06/01/2026;Haut risque\n",
    "projects system.code system.name system.vendor deployment.org_unit stage_event.stage* stage_event.occurred_on "
    "system.ai_act_class" },
};

static void
test_found (Fixture *fixture, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (VigieDraft) draft = draft_text (fixture, NULL, row->table);
  g_autofree char *text = say (draft);

  g_assert_cmpstr (text, ==, row->expected);
}

/* A name that what stands below contradicts is told as doubtful; what nobody knows is passed over. */
static void
test_doubt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieDraft) draft =
    draft_text (fixture, "completions", "Matricule;Module;Date;Prénom\n1;XM;jamais;Jean\n2;XM;bientôt;Anne\n");

  g_assert_true (draft->matches[2].entity == &vigie_completion_entity);
  g_assert_cmpfloat (draft->matches[2].confidence, <, 0.7);
  g_assert_cmpfloat (draft->matches[0].confidence, >, 0.9);
  g_assert_null (draft->matches[3].entity);
}

/* Words are the values that resemble them; of the others a person says what they are. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieDraft) draft = draft_text (
    fixture, "projects", "Code;Nom;Établissement;Statut\nA;a;S1;c) En production depuis peu\nB;b;S1;Truc\n");
  const VigieMatch *match = &draft->matches[3];
  g_autoptr (GPtrArray) undecided = vigie_draft_list_undecided (draft, 3);

  g_assert_true (match->entity == &vigie_stage_event_entity && match->field == VIGIE_STAGE_EVENT_STAGE);
  g_assert_cmpstr (g_hash_table_lookup (match->values, "c) en production depuis peu"), ==, "live");
  g_assert_cmpuint (undecided->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (undecided, 0), ==, "Truc");
  vigie_draft_set_value (draft, 3, "Truc", "pilot");
  g_assert_cmpstr (g_hash_table_lookup (match->values, "truc"), ==, "pilot");
}

static void
assert_outcomes (const VigieTrial *trial, gint64 added, gint64 changed, gint64 unchanged, gint64 refused)
{
  for (guint i = 0; i < trial->faults->len; i++)
    {
      const VigieFault *fault = g_ptr_array_index (trial->faults, i);

      g_test_message ("%s, %s, “%s”: %s", fault->place, fault->column, fault->value, fault->reason);
    }
  g_assert_cmpint (trial->outcomes[VIGIE_OUTCOME_ADDED], ==, added);
  g_assert_cmpint (trial->outcomes[VIGIE_OUTCOME_CHANGED], ==, changed);
  g_assert_cmpint (trial->outcomes[VIGIE_OUTCOME_UNCHANGED], ==, unchanged);
  g_assert_cmpint (trial->outcomes[VIGIE_OUTCOME_REFUSED], ==, refused);
}

#define LMS "Matricule;Formation;Date;Nb heures\n1;Culture de l’IA;02/01/2026;1,5\n2;Autre;03/01/2026;2\n3;XM;hier;2\n"

/* The trial tells what would happen and where what is wrong stands, and writes nothing. */
static void
test_trial (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieDraft) draft = draft_text (fixture, NULL, LMS);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTrial) trial = vigie_trial_new (draft, NULL, fixture->store, NULL, &error);
  const VigieTrialRow *row;

  g_assert_no_error (error);
  assert_outcomes (trial, 1, 0, 0, 2);
  g_assert_cmpuint (trial->rows->len, ==, 3);
  row = g_ptr_array_index (trial->rows, 0);
  g_assert_cmpstr (row->texts[1], ==, "XM");
  g_assert_cmpstr (row->texts[3], ==, "90");
  g_assert_null (row->faults[1]);
  row = g_ptr_array_index (trial->rows, 1);
  g_assert_nonnull (row->faults[1]);
  row = g_ptr_array_index (trial->rows, 2);
  g_assert_cmpuint (row->line, ==, 4);
  g_assert_nonnull (row->faults[2]);
  g_assert_null (row->faults[1]);
}

/* What the register alone can refuse is told beside the cell too. */
static void
test_trial_of_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieDraft) draft =
    draft_text (fixture, "completions", "Matricule;Module;Date\n1;XM;02/01/2026\n2;NONE;02/01/2026\n");
  g_autoptr (VigieTrial) trial = NULL;
  g_autoptr (GError) error = NULL;

  /* As it comes, it is left to the register to say. */
  g_clear_pointer (&draft->matches[1].values, g_hash_table_unref);
  trial = vigie_trial_new (draft, NULL, fixture->store, NULL, &error);
  g_assert_no_error (error);
  assert_outcomes (trial, 1, 0, 0, 1);
  g_assert_nonnull (((const VigieTrialRow *) g_ptr_array_index (trial->rows, 1))->faults[1]);
}

/* A required field that no column is can be the same in every row. */
static void
test_constant (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieDraft) draft = draft_text (fixture, "completions", "Matricule;Date\n1;02/01/2026\n");
  g_autoptr (GArray) missing = vigie_draft_list_missing (draft);
  g_autoptr (GArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTrial) refused = vigie_trial_new (draft, NULL, fixture->store, NULL, &error);
  g_autoptr (VigieTrial) trial = NULL;

  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpuint (g_array_index (missing, VigieCandidate, 0).field, ==, VIGIE_COMPLETION_MODULE);
  g_assert_null (refused);
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN);
  g_clear_error (&error);
  vigie_draft_set_constant (draft, &vigie_completion_entity, VIGIE_COMPLETION_MODULE, "XM");
  trial = vigie_trial_new (draft, NULL, fixture->store, NULL, &error);
  g_assert_no_error (error);
  assert_outcomes (trial, 1, 0, 0, 0);
}

/* A mapping that was saved reads the table as the draft did, and makes the same draft of the next such table. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  static const char table[] =
    "Référence;Nom;Établissement;Statut;Coût d’acquisition\nA;a;Hôpital Nord;Bidule;1 250,50\n";
  g_autoptr (VigieDraft) draft = draft_text (fixture, "projects", table);
  g_autoptr (VigieDraft) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieMapping) mapping = NULL;
  g_autoptr (VigieMapping) loaded = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  vigie_draft_set_match (draft, 4, &vigie_deployment_entity, VIGIE_DEPLOYMENT_CAPEX_CENTS);
  vigie_draft_set_value (draft, 3, "Bidule", "idea");
  vigie_draft_set_constant (draft, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_OCCURRED_ON, "2026-01-05");
  mapping = vigie_draft_make_mapping (draft, &error);
  g_assert_no_error (error);
  json = vigie_mapping_dup_json (mapping);
  bytes = g_bytes_new (json, strlen (json));
  loaded = vigie_mapping_load (bytes, "saved.json", &error);
  g_assert_no_error (error);
  json_again = vigie_mapping_dup_json (loaded);
  g_assert_cmpstr (json, ==, json_again);
  again = draft_text (fixture, NULL, table);
  vigie_draft_take_mapping (again, loaded);
  one = say (draft);
  other = say (again);
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (g_hash_table_lookup (again->matches[3].values, "bidule"), ==, "idea");
  g_assert_cmpstr (g_hash_table_lookup (again->constants, "stage_event.occurred_on"), ==, "2026-01-05");
}

#define ADD(path, func) g_test_add ("/exchange/draft/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/draft/found/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_found, tear_down);
    }
  ADD ("doubt", test_doubt);
  ADD ("values", test_values);
  ADD ("trial", test_trial);
  ADD ("trial-of-register", test_trial_of_register);
  ADD ("constant", test_constant);
  ADD ("saved", test_saved);
  return g_test_run ();
}
