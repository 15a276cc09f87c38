// SPDX-License-Identifier: GPL-3.0-or-later

/* A form that is being filled when the program is killed: offered again, with what stood in it, until it is saved. */

#include "vigie-small-register.h"
#include "vigie-window-test.h"
#include "vigie-look.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-seed.h"

#include <glib/gi18n.h>
#include <string.h>

#define SYSTEM "IA-1"
#define VENDOR "Radiance"
#define TYPED "Lecture du soir"

typedef struct
{
  VigieWindowTest window;
  const char *wanted; /* in a draft */
} Fixture;

static const char *const lines[] = {
  "org_unit|code=VALMER|name=CH de Valmer|kind=site",
  "system|code=" SYSTEM "|name=Lecture|vendor=" VENDOR "|personal_data=true",
  "deployment|code=D1|system=" SYSTEM "|org_unit=VALMER",
  "stage_event|deployment=D1|occurred_on=2026-01-12|stage=validation|basis=event",
  "safeguard|deployment=D1|kind=dpia|status=in_progress",
  "action|code=A1|title=Charte|kind=organise|opened_on=2026-01-01|status=todo",
};

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  vigie_window_test_set_up (&fixture->window);
  store = vigie_seed_create (fixture->window.path, "CH de Valmer", NULL, &error);
  g_assert_no_error (error);
  vigie_test_put_lines (store, lines, G_N_ELEMENTS (lines));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_window_test_tear_down (&fixture->window);
}

static VigieRobot *
start (Fixture *fixture, const char *page)
{
  return vigie_window_test_start (&fixture->window, "1280x1100", page, NULL);
}

static const char *
label_of (guint field)
{
  return vigie_field_get_label (&vigie_system_entity.fields[field]);
}

/* How many drafts are kept that say what is wanted. */
static guint
count_drafts (const char *wanted)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "vigie", "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".draft"))
        continue;
      n += g_file_get_contents (file, &text, NULL, NULL) && strstr (text, wanted) != NULL;
    }
  return n;
}

static gboolean
is_kept (gpointer fixture)
{
  return count_drafts (((Fixture *) fixture)->wanted) == 1;
}

static gboolean
is_dropped (gpointer fixture)
{
  return count_drafts (((Fixture *) fixture)->wanted) == 0;
}

/* The vendor of the system that is called so; NULL where there is none. */
static char *
dup_vendor (Fixture *fixture, const char *name)
{
  g_autoptr (VigieStore) store = vigie_store_open (fixture->window.path, VIGIE_OPEN_READ, NULL, NULL);
  VigieQuery query = { .entity = &vigie_system_entity, .sort_field = VIGIE_SYSTEM_CODE };
  g_autoptr (GPtrArray) records = vigie_store_list (store, &query, NULL, NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (vigie_record_get_text (g_ptr_array_index (records, i), VIGIE_SYSTEM_NAME), name) == 0)
      return g_strdup (vigie_record_get_text (g_ptr_array_index (records, i), VIGIE_SYSTEM_VENDOR));
  return NULL;
}

static void
type_into_named (VigieRobot *robot, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) entry = vigie_robot_wait (robot, ATSPI_ROLE_TEXT, name);

  vigie_robot_tab_to (robot, entry);
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_type (robot, text);
}

static void
type_into (VigieRobot *robot, guint field, const char *text)
{
  type_into_named (robot, label_of (field), text);
}

static void
assert_named (VigieRobot *robot, const char *name, const char *wanted)
{
  g_autoptr (AtspiAccessible) entry = vigie_robot_wait (robot, ATSPI_ROLE_TEXT, name);
  AtspiText *text = atspi_accessible_get_text_iface (entry);
  g_autofree char *said = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);

  g_assert_cmpstr (said, ==, wanted);
  g_object_unref (text);
}

static void
assert_text (VigieRobot *robot, guint field, const char *wanted)
{
  assert_named (robot, label_of (field), wanted);
}

/* A record that was being changed when the power went: given up on purpose, it is not offered a third time. */
static void
test_given_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = start (fixture, "systems/" SYSTEM);
  g_autoptr (VigieRobot) again = NULL;
  g_autofree char *vendor = NULL;

  fixture->wanted = TYPED;
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, SYSTEM));
  vigie_robot_key (robot, "ctrl+e");
  type_into (robot, VIGIE_SYSTEM_VENDOR, TYPED);
  vigie_robot_wait_until (is_kept, fixture);
  vigie_robot_kill (robot);
  again = start (fixture, "systems");
  vigie_window_test_press (again, _ ("_Continue"));
  assert_text (again, VIGIE_SYSTEM_VENDOR, TYPED);
  assert_text (again, VIGIE_SYSTEM_NAME, "Lecture");
  g_assert_true (is_kept (fixture));
  vigie_window_test_press (again, _ ("_Cancel"));
  vigie_window_test_press (again, _ ("_Discard"));
  vigie_robot_wait_until (is_dropped, fixture);
  vendor = dup_vendor (fixture, "Lecture");
  g_assert_cmpstr (vendor, ==, VENDOR);
}

/* A new record: what was put off is offered again; what was saved is not. */
static void
test_saved (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = start (fixture, "systems");
  g_autoptr (VigieRobot) again = NULL;
  g_autofree char *vendor = NULL;

  g_autofree char *cell =
    g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"),
                     vigie_field_get_label (&vigie_system_list.entity.fields[VIGIE_SYSTEM_LIST_NAME]), "Lecture");

  fixture->wanted = "Valmer";
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, cell));
  vigie_robot_key (robot, "ctrl+shift+n");
  type_into (robot, VIGIE_SYSTEM_NAME, TYPED);
  type_into (robot, VIGIE_SYSTEM_VENDOR, "Valmer");
  vigie_robot_wait_until (is_kept, fixture);
  vigie_robot_kill (robot);
  robot = start (fixture, "systems");
  vigie_window_test_press (robot, _ ("_Later"));
  vigie_robot_stop (robot);
  g_assert_true (is_kept (fixture));
  again = start (fixture, "systems");
  vigie_window_test_press (again, _ ("_Continue"));
  assert_text (again, VIGIE_SYSTEM_NAME, TYPED);
  vigie_robot_key (again, "ctrl+s");
  vigie_robot_wait_until (is_dropped, fixture);
  vendor = dup_vendor (fixture, TYPED);
  g_assert_cmpstr (vendor, ==, "Valmer");
}

/* Once what is typed is kept, the power goes; then the program is started on another page, and offers it. */
static VigieRobot *
cut_power (Fixture *fixture, VigieRobot *robot, const char *wanted, const char *page)
{
  VigieRobot *again;

  fixture->wanted = wanted;
  vigie_robot_wait_until (is_kept, fixture);
  vigie_robot_kill (robot);
  again = start (fixture, page);
  vigie_window_test_press (again, _ ("_Continue"));
  return again;
}

static void
give_up (Fixture *fixture, VigieRobot *robot)
{
  vigie_robot_key (robot, "Escape");
  vigie_window_test_press (robot, _ ("_Discard"));
  vigie_robot_wait_until (is_dropped, fixture);
}

static const char *
get_label (const VigieEntity *entity, guint field)
{
  return vigie_field_get_label (&entity->fields[field]);
}

/* The row that says @text, by the keyboard. */
static void
unfold (VigieRobot *robot, const char *text)
{
  g_autoptr (AtspiAccessible) label = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, text);
  g_autoptr (AtspiAccessible) row = vigie_look_dup_around (label, ATSPI_ROLE_LIST_ITEM);

  vigie_robot_tab_to (robot, row);
  vigie_robot_key (robot, "Return");
}

/* A safeguard that is changed in place is offered as a form; a session, and several rows, as they were. */
static void
test_other_forms (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *document = get_label (&vigie_safeguard_entity, VIGIE_SAFEGUARD_REFERENCE);
  const char *title = get_label (&vigie_action_entity, VIGIE_ACTION_TITLE);
  VigieRobot *robot = start (fixture, "systems/" SYSTEM);

  unfold (robot, vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, VIGIE_SAFEGUARD_KIND_DPIA));
  type_into_named (robot, document, "AIPD-12");
  robot = cut_power (fixture, robot, "AIPD-12", "training");
  assert_named (robot, document, "AIPD-12");
  give_up (fixture, robot);
  vigie_window_test_press (robot, _ ("Record a _Session…"));
  type_into_named (robot, _ ("Who Attended"), "1001, 1002");
  robot = cut_power (fixture, robot, "1001, 1002", "actions");
  assert_named (robot, _ ("Who Attended"), "1001, 1002");
  give_up (fixture, robot);
  vigie_robot_key (robot, "ctrl+shift+a");
  vigie_robot_key (robot, "ctrl+a");
  vigie_window_test_press (robot, _ ("C_hange…"));
  type_into_named (robot, title, "Charte revue");
  robot = cut_power (fixture, robot, "Charte revue", "actions");
  assert_named (robot, title, "Charte revue");
  give_up (fixture, robot);
  vigie_robot_stop (robot);
}

/* What is said in a meeting is offered as the decision that it was to be. */
static void
test_said_in_a_meeting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *text = get_label (&vigie_decision_entity, VIGIE_DECISION_TEXT);
  VigieRobot *robot = start (fixture, "actions");

  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, _ ("Filter")));
  vigie_robot_key (robot, "F5");
  vigie_window_test_wait (robot, ATSPI_ROLE_INVALID, _ ("Committee"));
  vigie_robot_key (robot, "d");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_INVALID, _ ("What is resolved")));
  vigie_robot_type (robot, "Suspendre le triage");
  robot = cut_power (fixture, robot, "Suspendre le triage", "decisions");
  assert_named (robot, text, "Suspendre le triage");
  give_up (fixture, robot);
  vigie_robot_stop (robot);
}

int
main (int argc, char *argv[])
{
  vigie_window_test_init (&argc, &argv);
  g_test_add ("/app/drafts/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/app/drafts/saved", Fixture, NULL, set_up, test_saved, tear_down);
  /* What is the same in every language and takes long is done in one. */
  if (!g_str_equal (vigie_window_test_get_language (), "fr"))
    return g_test_run ();
  g_test_add ("/app/drafts/other-forms", Fixture, NULL, set_up, test_other_forms, tear_down);
  g_test_add ("/app/drafts/said-in-a-meeting", Fixture, NULL, set_up, test_said_in_a_meeting, tear_down);
  return g_test_run ();
}
