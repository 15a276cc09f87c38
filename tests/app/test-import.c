// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A table brought into the register in the real window: looked at, its columns, words and sheet said, tried,
 * stopped, taken, undone as one, known again.
 */

#include "vigie-window-test.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-export.h"
#include "vigie-format.h"
#include "vigie-import.h"
#include "vigie-seed.h"

#include <glib/gi18n.h>

/* Long enough to be stopped: it takes some ten times as long as to see that it goes on. A sanitizer makes it slower
   than it makes the bus. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 4000
#else
#define MANY 20000
#endif

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

static GPtrArray *
list (Fixture *fixture, const VigieEntity *entity, gint64 *total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->window.path, VIGIE_OPEN_READ, NULL, &error);
  VigieQuery query = { .entity = entity, .sort_field = -1, .limit = 1000 };
  GPtrArray *records;

  g_assert_no_error (error);
  records = vigie_store_list (store, &query, total, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static gint64
count (Fixture *fixture, const VigieEntity *entity)
{
  gint64 total = -1;
  g_autoptr (GPtrArray) records = list (fixture, entity, &total);

  return total;
}

static VigieRobot *
start_with (Fixture *fixture, const char *size, const char *table)
{
  return vigie_window_test_start (&fixture->window, size, "incidents", table);
}

/* The register, and the table that is to go into it. */
static VigieRobot *
start (Fixture *fixture, const char *size, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->table, text, -1, NULL));
  return start_with (fixture, size, fixture->table);
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

/* What would happen is shown, and done. */
static void
import_all (VigieRobot *robot, gint64 n)
{
  g_autofree char *told = dup_imported (n);

  vigie_window_test_press (robot, _ ("_Preview"));
  wait_for (robot, _ ("Rows added"));
  vigie_window_test_press (robot, _ ("_Import"));
  wait_for (robot, told);
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

static guint
count_with_minutes (Fixture *fixture)
{
  g_autoptr (GPtrArray) records = list (fixture, &vigie_completion_entity, NULL);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += vigie_record_is_measured (g_ptr_array_index (records, i), VIGIE_COMPLETION_MINUTES);
  return n;
}

/* What somebody said of a column is known of the next table of its kind, until it is looked at anew. */
static void
test_known_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) again = NULL;
  VigieRobot *robot =
    start (fixture, "1280x800", "Matricule;Module;Date de formation;Durée\n1;XM;02/01/2026;90\n2;XM;02/01/2026;90\n");

  vigie_window_test_choose (robot, "Durée", _ ("Not taken"));
  import_all (robot, 2);
  g_assert_cmpuint (count_with_minutes (fixture), ==, 0);
  vigie_robot_stop (robot);
  again = start (fixture, "1280x800", "Matricule;Module;Date de formation;Durée\n1;XM;02/02/2026;60\n");
  import_all (again, 1);
  g_assert_cmpint (count (fixture, &vigie_completion_entity), ==, 3);
  g_assert_cmpuint (count_with_minutes (fixture), ==, 0);
  vigie_robot_stop (g_steal_pointer (&again));
  again = start (fixture, "1280x800", "Matricule;Module;Date de formation;Durée\n2;XM;02/02/2026;60\n");
  vigie_window_test_press (again, _ ("_Look Anew"));
  wait_for (again, vigie_field_get_label (&vigie_completion_entity.fields[VIGIE_COMPLETION_MINUTES]));
  import_all (again, 1);
  g_assert_cmpuint (count_with_minutes (fixture), ==, 1);
}

/* A word of the table that the register does not know is one of its own. */
static void
test_words (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot =
    start (fixture, "1280x800", "Code;Libellé;Famille\nZ1;Panseuse;Soignants\nZ2;Instrumentiste;Soignants\n");
  g_autoptr (GPtrArray) records = NULL;
  guint n = 0;

  wait_for (robot, "formations.csv");
  vigie_window_test_choose (robot, "Soignants",
                            vigie_enum_label (VIGIE_TYPE_PROFESSION_FAMILY, VIGIE_PROFESSION_FAMILY_NURSING));
  import_all (robot, 2);
  records = list (fixture, &vigie_profession_entity, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);

      if (*vigie_record_get_text (record, VIGIE_PROFESSION_CODE) != 'Z')
        continue;
      g_assert_cmpint (vigie_record_get_number (record, VIGIE_PROFESSION_FAMILY, -1), ==,
                       VIGIE_PROFESSION_FAMILY_NURSING);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* A workbook of another register: a sheet for its sites, another for its modules. */
static void
write_book (Fixture *fixture, GFile *file)
{
  g_autofree char *path = g_build_filename (fixture->window.folder, "other.vigie", NULL);
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_CREATE, NULL, NULL);
  g_autoptr (VigieExport) export = vigie_export_new (VIGIE_EXPORT_XLSX, VIGIE_DATE_NONE);
  g_autoptr (GError) error = NULL;

  vigie_test_put (store,
                  vigie_test_record (&vigie_org_unit_entity, "code", "S9", "name", "Ailleurs", "kind", "site", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_module_entity, "code", "X9", "label_fr", "Éthique", "family",
                                            "culture", "competency", "fundamentals", NULL));
  vigie_export_add (export, &(VigieQuery) { .entity = &vigie_org_unit_entity, .sort_field = -1 });
  vigie_export_add (export, &(VigieQuery) { .entity = &vigie_module_entity, .sort_field = -1 });
  vigie_export_run (export, store, file, NULL, &error);
  g_assert_no_error (error);
}

/* Another sheet of a workbook is another kind of rows; and what they are may be said. */
static void
test_sheet (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->window.folder, "classeur.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VigieRobot) robot = NULL;
  gint64 sites = count (fixture, &vigie_org_unit_entity);
  gint64 modules = count (fixture, &vigie_module_entity);

  write_book (fixture, file);
  robot = start_with (fixture, "1280x800", path);
  wait_for (robot, "classeur.xlsx");
  vigie_window_test_choose (robot, _ ("Sheet"), vigie_entity_get_label_plural (&vigie_module_entity));
  wait_for (robot, vigie_entity_get_label_plural (&vigie_module_entity));
  import_all (robot, 1);
  g_assert_cmpint (count (fixture, &vigie_org_unit_entity), ==, sites);
  g_assert_cmpint (count (fixture, &vigie_module_entity), ==, modules + 1);
}

int
main (int argc, char *argv[])
{
  vigie_window_test_init (&argc, &argv);
  g_test_add ("/app/import/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/app/import/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/app/import/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  /* What is the same in every language and takes long is done in one. */
  if (!g_str_equal (vigie_window_test_get_language (), "fr"))
    return g_test_run ();
  g_test_add ("/app/import/known-again", Fixture, NULL, set_up, test_known_again, tear_down);
  g_test_add ("/app/import/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/app/import/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  return g_test_run ();
}
