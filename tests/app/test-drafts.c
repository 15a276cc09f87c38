// SPDX-License-Identifier: GPL-3.0-or-later

/* A form that is being filled when the program is killed: offered again, with what stood in it, until it is saved. */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"

#include <glib/gi18n.h>
#include <string.h>

#define SYSTEM "IA-1"
#define VENDOR "Radiance"
#define TYPED "Lecture du soir"

typedef struct
{
  char *folder;
  char *path;
  const char *wanted; /* in a draft */
} Fixture;

static const char *language;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  vigie_test_put (store,
                  vigie_test_record (&vigie_system_entity, "code", SYSTEM, "name", "Lecture", "vendor", VENDOR, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieRobot *
start (Fixture *fixture, const char *page)
{
  const char *const arguments[] = { "--window-size=1280x800", page,
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };

  return vigie_robot_start (arguments);
}

static const char *
label_of (guint field)
{
  return vigie_field_get_label (&vigie_system_entity.fields[field]);
}

static void
press (VigieRobot *robot, const char *mnemonic)
{
  g_autofree char *name = vigie_robot_dup_name (mnemonic);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);

  vigie_robot_press (button);
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
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, NULL);
  VigieQuery query = { .entity = &vigie_system_entity, .sort_field = VIGIE_SYSTEM_CODE };
  g_autoptr (GPtrArray) records = vigie_store_list (store, &query, NULL, NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (vigie_record_get_text (g_ptr_array_index (records, i), VIGIE_SYSTEM_NAME), name) == 0)
      return g_strdup (vigie_record_get_text (g_ptr_array_index (records, i), VIGIE_SYSTEM_VENDOR));
  return NULL;
}

static void
type_into (VigieRobot *robot, guint field, const char *text)
{
  g_autoptr (AtspiAccessible) entry = vigie_robot_wait (robot, ATSPI_ROLE_TEXT, label_of (field));

  vigie_robot_tab_to (robot, entry);
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_type (robot, text);
}

static void
assert_text (VigieRobot *robot, guint field, const char *wanted)
{
  g_autoptr (AtspiAccessible) entry = vigie_robot_wait (robot, ATSPI_ROLE_TEXT, label_of (field));
  AtspiText *text = atspi_accessible_get_text_iface (entry);
  g_autofree char *said = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);

  g_assert_cmpstr (said, ==, wanted);
  g_object_unref (text);
}

/* A record that was being changed when the power went: given up on purpose, it is not offered a third time. */
static void
test_given_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = start (fixture, "--page=systems/" SYSTEM);
  g_autoptr (VigieRobot) again = NULL;
  g_autofree char *vendor = NULL;

  fixture->wanted = TYPED;
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, SYSTEM));
  vigie_robot_key (robot, "ctrl+e");
  type_into (robot, VIGIE_SYSTEM_VENDOR, TYPED);
  vigie_robot_wait_until (is_kept, fixture);
  vigie_robot_kill (robot);
  again = start (fixture, "--page=systems");
  press (again, _ ("_Continue"));
  assert_text (again, VIGIE_SYSTEM_VENDOR, TYPED);
  assert_text (again, VIGIE_SYSTEM_NAME, "Lecture");
  g_assert_true (is_kept (fixture));
  press (again, _ ("_Cancel"));
  press (again, _ ("_Discard"));
  vigie_robot_wait_until (is_dropped, fixture);
  vendor = dup_vendor (fixture, "Lecture");
  g_assert_cmpstr (vendor, ==, VENDOR);
}

/* A new record: what was put off is offered again; what was saved is not. */
static void
test_saved (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = start (fixture, "--page=systems");
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
  robot = start (fixture, "--page=systems");
  press (robot, _ ("_Later"));
  vigie_robot_stop (robot);
  g_assert_true (is_kept (fixture));
  again = start (fixture, "--page=systems");
  press (again, _ ("_Continue"));
  assert_text (again, VIGIE_SYSTEM_NAME, TYPED);
  vigie_robot_key (again, "ctrl+s");
  vigie_robot_wait_until (is_dropped, fixture);
  vendor = dup_vendor (fixture, TYPED);
  g_assert_cmpstr (vendor, ==, "Valmer");
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
  g_test_add ("/app/drafts/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/app/drafts/saved", Fixture, NULL, set_up, test_saved, tear_down);
  return g_test_run ();
}
