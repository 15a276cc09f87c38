// SPDX-License-Identifier: GPL-3.0-or-later

/* A table brought into the register in the real window: looked at, tried, taken, undone, known again. */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-import.h"
#include "vigie-seed.h"

#include <glib/gi18n.h>

typedef struct
{
  char *folder;
  char *path;
  char *table;
} Fixture;

static const char *language;

static void
import_text (Fixture *fixture, VigieStore *store, const char *kind, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "basics.csv", NULL);
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

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  fixture->table = g_build_filename (fixture->folder, "formations.csv", NULL);
  store = vigie_seed_create (fixture->path, "CH de Valmer", NULL, &error);
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
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->table);
}

static gint64
count_completions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  VigieQuery query = { .entity = &vigie_completion_entity, .sort_field = -1 };
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
  g_autofree char *window_size = g_strconcat ("--window-size=", size, NULL);
  const char *const arguments[] = {
    window_size,   "--page=incidents", g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en",
    fixture->path, fixture->table,     NULL
  };

  g_assert_true (g_file_set_contents (fixture->table, text, -1, NULL));
  return vigie_robot_start (arguments);
}

static void
wait_for (VigieRobot *robot, AtspiRole role, const char *name)
{
  g_object_unref (vigie_robot_wait (robot, role, name));
}

static void
press (VigieRobot *robot, const char *mnemonic)
{
  g_autofree char *name = vigie_robot_dup_name (mnemonic);
  g_autoptr (AtspiAccessible) thing = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);

  vigie_robot_press (thing);
}

/* The columns are found by their names; what would happen is shown, then done, told, and undone as one. */
static void
test_taken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot =
    start (fixture, "1280x800", "Matricule;Formation;Date de formation\n1;Culture;02/01/2026\n2;XM;03/01/2026\n");
  g_autofree char *told = g_strdup_printf (ngettext ("%s row imported", "%s rows imported", 2), "2");

  wait_for (robot, ATSPI_ROLE_LABEL, "formations.csv");
  wait_for (robot, ATSPI_ROLE_LABEL, "Date de formation");
  press (robot, _ ("_Preview"));
  wait_for (robot, ATSPI_ROLE_LABEL, _ ("Rows added"));
  g_assert_cmpint (count_completions (fixture), ==, 0);
  press (robot, _ ("_Import"));
  wait_for (robot, ATSPI_ROLE_LABEL, told);
  g_assert_cmpint (count_completions (fixture), ==, 2);
  vigie_robot_key (robot, "ctrl+z");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, told);
  g_assert_cmpint (count_completions (fixture), ==, 0);
}

/* What is wrong is told with its row, its column and its value, in a narrow window too, and nothing is taken. Escape goes
   back, and from there out. */
static void
test_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot =
    start (fixture, "360x720", "Matricule;Module;Date de formation\n1;XM;02/01/2026\n2;XM;hier\n");
  g_autofree char *told = g_strdup_printf (_ ("Row %1$s, “%2$s”: “%3$s”"), "3", "Date de formation", "hier");

  press (robot, _ ("_Preview"));
  wait_for (robot, ATSPI_ROLE_LABEL, _ ("To Mend"));
  wait_for (robot, ATSPI_ROLE_LABEL, told);
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, told);
  wait_for (robot, ATSPI_ROLE_LABEL, "formations.csv");
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, "formations.csv");
  g_assert_cmpint (count_completions (fixture), ==, 0);
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
  g_test_add ("/app/import/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/app/import/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
