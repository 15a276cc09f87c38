// SPDX-License-Identifier: GPL-3.0-or-later

/* The page of an AI system in the real window: a step through the gate, a safeguard in place, the guided classification. */

#include "vigie-robot.h"
#include "vigie-look.h"
#include "vigie-small-register.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-questionnaire-load.h"
#include "vigie-seed.h"

#include <glib/gi18n.h>
#include <string.h>

#define SYSTEM "IA-1"
#define DEPLOYMENT "D-1"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *language;

static const char *const lines[] = {
  "org_unit|code=VALMER|name=CH de Valmer|kind=site",
  "system|code=" SYSTEM "|name=Lecture|vendor=Radiance|personal_data=true",
  "deployment|code=" DEPLOYMENT "|system=" SYSTEM "|org_unit=VALMER",
  "stage_event|deployment=" DEPLOYMENT "|occurred_on=2026-01-12|stage=validation|basis=event",
  "safeguard|deployment=" DEPLOYMENT "|kind=dpia|status=in_progress",
};

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  store = vigie_seed_create (fixture->path, "CH de Valmer", NULL, &error);
  g_assert_no_error (error);
  vigie_test_put_lines (store, lines, G_N_ELEMENTS (lines));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieRobot *
start (Fixture *fixture)
{
  const char *const arguments[] = { "--window-size=1280x1100", "--page=systems/" SYSTEM,
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  VigieRobot *robot = vigie_robot_start (arguments);

  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, SYSTEM));
  return robot;
}

/* The records of @entity that name @code in @field, as the file has them now. */
static GPtrArray *
list (Fixture *fixture, const VigieEntity *entity, guint field, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  VigieQuery query = { .entity = entity, .named_by = field, .named = code, .sort_field = -1 };
  GPtrArray *records;

  g_assert_no_error (error);
  records = vigie_store_list (store, &query, NULL, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static guint
count (Fixture *fixture, const VigieEntity *entity, guint field, const char *code)
{
  g_autoptr (GPtrArray) records = list (fixture, entity, field, code);

  return records->len;
}

static void
wait_for (VigieRobot *robot, const char *name)
{
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name));
}

static AtspiAccessible *
wait_for_button (VigieRobot *robot, const char *mnemonic)
{
  g_autofree char *name = vigie_robot_dup_name (mnemonic);

  return vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);
}

static void
press (VigieRobot *robot, const char *mnemonic)
{
  g_autoptr (AtspiAccessible) button = wait_for_button (robot, mnemonic);

  vigie_robot_press (button);
}

/* The row that says @text, by the keyboard. */
static void
activate_row (VigieRobot *robot, const char *text)
{
  g_autoptr (AtspiAccessible) label = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, text);
  g_autoptr (AtspiAccessible) row = vigie_look_dup_around (label, ATSPI_ROLE_LIST_ITEM);

  vigie_robot_tab_to (robot, row);
  vigie_robot_key (robot, "Return");
}

/* What is missing is shown; to go ahead is a decision, entered with the step and undone with it. */
static void
test_gate (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (fixture);
  const char *live = vigie_enum_label (VIGIE_TYPE_STAGE, VIGIE_STAGE_LIVE);
  g_autofree char *next = g_strdup_printf (_ ("Next: %s"), live);
  g_autoptr (AtspiAccessible) reason = NULL;
  g_autoptr (GPtrArray) decisions = NULL;

  press (robot, next);
  wait_for (robot, _ ("Not Ready for Production"));
  g_assert_cmpuint (count (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_DEPLOYMENT, DEPLOYMENT), ==, 1);
  reason = vigie_robot_wait (robot, ATSPI_ROLE_TEXT, _ ("Who Decides to Go Ahead, and Why"));
  vigie_robot_tab_to (robot, reason);
  vigie_robot_type (robot, "Directoire");
  press (robot, _ ("_Go Ahead"));
  wait_for (robot, "Directoire");
  g_assert_cmpuint (count (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_DEPLOYMENT, DEPLOYMENT), ==, 2);
  decisions = list (fixture, &vigie_decision_entity, VIGIE_DECISION_DEPLOYMENT, DEPLOYMENT);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (decisions, 0), VIGIE_DECISION_TEXT), ==, "Directoire");
  vigie_robot_key (robot, "ctrl+z");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, "Directoire");
  vigie_robot_stop (g_steal_pointer (&robot));
  g_assert_cmpuint (count (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_DEPLOYMENT, DEPLOYMENT), ==, 1);
  g_assert_cmpuint (count (fixture, &vigie_decision_entity, VIGIE_DECISION_DEPLOYMENT, DEPLOYMENT), ==, 0);
}

static gboolean
has_document (gpointer fixture)
{
  g_autoptr (GPtrArray) safeguards = list (fixture, &vigie_safeguard_entity, VIGIE_SAFEGUARD_DEPLOYMENT, DEPLOYMENT);

  return vigie_record_is_measured (g_ptr_array_index (safeguards, 0), VIGIE_SAFEGUARD_REFERENCE);
}

/* Unfolded, its document typed, saved: the rest stays as it was. */
static void
test_safeguard (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (fixture);
  g_autoptr (AtspiAccessible) document = NULL;
  g_autoptr (AtspiAccessible) save = NULL;
  g_autoptr (GPtrArray) safeguards = NULL;

  activate_row (robot, vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, VIGIE_SAFEGUARD_KIND_DPIA));
  document = vigie_robot_wait (robot, ATSPI_ROLE_TEXT,
                               vigie_field_get_label (&vigie_safeguard_entity.fields[VIGIE_SAFEGUARD_REFERENCE]));
  vigie_robot_tab_to (robot, document);
  vigie_robot_type (robot, "AIPD-12");
  save = wait_for_button (robot, _ ("_Save"));
  vigie_robot_tab_to (robot, save);
  vigie_robot_key (robot, "Return");
  vigie_robot_wait_until (has_document, fixture);
  safeguards = list (fixture, &vigie_safeguard_entity, VIGIE_SAFEGUARD_DEPLOYMENT, DEPLOYMENT);
  g_assert_cmpuint (safeguards->len, ==, 1);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (safeguards, 0), VIGIE_SAFEGUARD_REFERENCE), ==, "AIPD-12");
  g_assert_cmpint (vigie_record_get_number (g_ptr_array_index (safeguards, 0), VIGIE_SAFEGUARD_STATUS, -1), ==,
                   VIGIE_SAFEGUARD_STATUS_IN_PROGRESS);
}

static const char *
find_label (const VigieQuestionnaire *questionnaire, const char *question, const char *answer)
{
  const VigieQuestion *asked = vigie_questionnaire_find (questionnaire, question);

  for (guint i = 0; i < asked->answers->len; i++)
    {
      const VigieAnswer *known = g_ptr_array_index (asked->answers, i);

      if (g_str_equal (known->id, answer))
        return vigie_language_pick (known->label_fr, known->label_en);
    }
  g_assert_not_reached ();
}

/* A class is proposed and written with the answers, and undone with them. */
static void
test_classification (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const way[][2] = { { "role", "deployer" }, { "ai", "no" }, { "medical", "no" } };
  g_autoptr (VigieRobot) robot = start (fixture);
  g_autoptr (VigieQuestionnaire) questionnaire = vigie_questionnaire_load (NULL);
  g_autofree char *not_classified = g_strdup (_ ("AI Act: not classified"));
  g_autoptr (GPtrArray) evidence = NULL;

  wait_for (robot, not_classified);
  press (robot, _ ("Cl_assify…"));
  for (gsize i = 0; i < G_N_ELEMENTS (way); i++)
    {
      const VigieQuestion *question = vigie_questionnaire_find (questionnaire, way[i][0]);

      wait_for (robot, vigie_language_pick (question->text_fr, question->text_en));
      activate_row (robot, find_label (questionnaire, way[i][0], way[i][1]));
    }
  press (robot, _ ("_Record the Classification"));
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, not_classified);
  evidence = list (fixture, &vigie_evidence_entity, VIGIE_EVIDENCE_SYSTEM, SYSTEM);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_nonnull (
    strstr (vigie_record_get_text (g_ptr_array_index (evidence, 0), VIGIE_EVIDENCE_STATEMENT), questionnaire->version));
  vigie_robot_key (robot, "ctrl+z");
  wait_for (robot, not_classified);
  g_assert_cmpuint (count (fixture, &vigie_evidence_entity, VIGIE_EVIDENCE_SYSTEM, SYSTEM), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  language = argc > 1 ? argv[1] : "en";
  vigie_language_init (language);
  /* The accessibility library warns of things that went while it looked at them, which is no fault. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (atspi_init (), ==, 0);
  g_test_add ("/app/system/gate", Fixture, NULL, set_up, test_gate, tear_down);
  g_test_add ("/app/system/safeguard", Fixture, NULL, set_up, test_safeguard, tear_down);
  g_test_add ("/app/system/classification", Fixture, NULL, set_up, test_classification, tear_down);
  return g_test_run ();
}
