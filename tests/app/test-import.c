// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A table brought into the register in the real window: looked at, tried, stopped, taken, refused, undone as one.
 */

#include "vigie-window-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-import.h"
#include "vigie-seed.h"

#include <glib/gi18n.h>

/* Long enough to be stopped: it takes some ten times as long as to see that it goes on. */
#define MANY 20000

typedef struct
{
  VigieWindowTest window;
  char *table;
} Fixture;

static void
import_text (Fixture *fixture, VigieStore *store, const char *kind, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->window.folder, "basics.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = vigie_import_open (kind, file, NULL, &error);
  g_assert_no_error (error);
  vigie_import_run (import, store, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (vigie_import_get_report (import)->written);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  vigie_window_test_set_up (&fixture->window);
  fixture->table = g_build_filename (fixture->window.folder, "formations.csv", NULL);
  store = vigie_seed_create (fixture->window.path, "CH de Valmer", NULL, &error);
  g_assert_no_error (error);
  import_text (fixture, store, "sites", "code,name,kind\nS1,Hôpital Nord,site\n");
  import_text (fixture, store, "professions", "code,label_fr,family\nX1,Infirmier de bloc,nursing\n");
  import_text (fixture, store, "modules", "code,label_fr,family,competency\nXM,Culture,culture,fundamentals\n");
  import_text (fixture, store, "staff",
               "staff,org_unit,profession,starts_on\n1,S1,X1,2024-01-01\n2,S1,X1,2024-01-01\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_window_test_tear_down (&fixture->window);
  g_free (fixture->table);
}

static gint64
count (Fixture *fixture, const VigieEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->window.path, VIGIE_OPEN_READ, NULL, &error);
  VigieQuery query = { .entity = entity, .sort_field = -1, .limit = 1 };
  g_autoptr (GPtrArray) records = NULL;
  gint64 total = -1;

  g_assert_no_error (error);
  records = vigie_store_list (store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  return total;
}

/* The register, and the table that is to go into it. */
static VigieRobot *
start (Fixture *fixture, const char *size, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->table, text, -1, NULL));
  return vigie_window_test_start (&fixture->window, size, "incidents", fixture->table);
}

static void
wait_for (VigieRobot *robot, const char *name)
{
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name));
}

static char *
dup_imported (gint64 n)
{
  g_autofree char *number = vigie_format_integer (n);

  return g_strdup_printf (ngettext ("%s row imported", "%s rows imported", (gulong) n), number);
}

/* The columns are found by their names; what would happen is shown, then done, told, and undone as one. */
static void
test_taken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot =
    start (fixture, "1280x800", "Matricule;Formation;Date de formation\n1;Culture;02/01/2026\n2;XM;03/01/2026\n");
  g_autofree char *told = dup_imported (2);

  wait_for (robot, "formations.csv");
  wait_for (robot, "Date de formation");
  vigie_window_test_press (robot, _ ("_Preview"));
  wait_for (robot, _ ("Rows added"));
  g_assert_cmpint (count (fixture, &vigie_completion_entity), ==, 0);
  vigie_window_test_press (robot, _ ("_Import"));
  wait_for (robot, told);
  g_assert_cmpint (count (fixture, &vigie_completion_entity), ==, 2);
  vigie_robot_key (robot, "ctrl+z");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, told);
  g_assert_cmpint (count (fixture, &vigie_completion_entity), ==, 0);
}

/* What is wrong is told with its row, its column and its value, and marked where it stands, in a narrow window too;
   nothing is taken. Escape goes back, and from there out. */
static void
test_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot =
    start (fixture, "360x720", "Matricule;Module;Date de formation\n1;XM;02/01/2026\n2;XM;hier\n");
  g_autofree char *told = g_strdup_printf (_ ("Row %1$s, “%2$s”: “%3$s”"), "3", "Date de formation", "hier");
  g_autoptr (AtspiAccessible) import = NULL;
  g_autoptr (AtspiStateSet) states = NULL;
  g_autofree char *name = vigie_robot_dup_name (_ ("_Import"));

  vigie_window_test_press (robot, _ ("_Preview"));
  wait_for (robot, _ ("To Mend"));
  wait_for (robot, told);
  import = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);
  states = atspi_accessible_get_state_set (import);
  g_assert_false (atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE));
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, told);
  wait_for (robot, "formations.csv");
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, "formations.csv");
  g_assert_cmpint (count (fixture, &vigie_completion_entity), ==, 0);
}

static char *
dup_many (void)
{
  GString *text = g_string_new ("code;name;vendor;purpose\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "Z%u;Lecture %u;Radiance %u;Aider à lire les radiographies du thorax, la nuit\n", i,
                            i, i % 97);
  return g_string_free_and_steal (text);
}

/* Stopped while it is done, nothing of it is there; and it can be tried again. */
static void
test_stopped (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = dup_many ();
  g_autoptr (VigieRobot) robot = start (fixture, "1280x800", text);

  vigie_window_test_press (robot, _ ("_Preview"));
  wait_for (robot, _ ("Rows added"));
  vigie_window_test_press (robot, _ ("_Import"));
  vigie_window_test_press (robot, _ ("_Stop"));
  wait_for (robot, _ ("Stopped: nothing was imported"));
  g_assert_cmpint (count (fixture, &vigie_system_entity), ==, 0);
  vigie_robot_key (robot, "Escape");
  wait_for (robot, "formations.csv");
  vigie_window_test_press (robot, _ ("_Preview"));
  wait_for (robot, _ ("Rows added"));
  vigie_robot_key (robot, "Escape");
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, "formations.csv");
}

int
main (int argc, char *argv[])
{
  vigie_window_test_init (&argc, &argv);
  g_test_add ("/app/import/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/app/import/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/app/import/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  return g_test_run ();
}
