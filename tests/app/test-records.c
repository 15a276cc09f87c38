// SPDX-License-Identifier: GPL-3.0-or-later

/* Records entered, changed and deleted in the real window, by the keyboard, and found again in the file. */

#include "vigie-robot.h"
#include "vigie-look.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-field.h"
#include "vigie-format.h"
#include "vigie-seed.h"

#include <glib/gi18n.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

#define CODE "SYS-001"

static const char *language;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  store = vigie_seed_create (fixture->path, "CH de Valmer", NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieRecord *
find (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_system_entity);

  g_assert_no_error (error);
  vigie_record_set_text (key, VIGIE_SYSTEM_CODE, code);
  return vigie_store_find (store, key, NULL, NULL);
}

static gboolean
has_no_vendor (gpointer data)
{
  g_autoptr (VigieRecord) record = find (data, CODE);

  return record != NULL && !vigie_record_is_measured (record, VIGIE_SYSTEM_VENDOR);
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr (VigieRecord) record = find (data, CODE);

  return record == NULL;
}

static void
wait_for (VigieRobot *robot, AtspiRole role, const char *name)
{
  g_object_unref (vigie_robot_wait (robot, role, name));
}

static char *
dup_told (const char *field, const char *wrong)
{
  return g_strdup_printf (C_ ("form", "%1$s: %2$s"), g_dpgettext2 (NULL, "field", field), wrong);
}

/* The row of the list that “Lecture” stands in, by the keyboard. */
static void
open_row (VigieRobot *robot)
{
  const char *column = vigie_field_get_label (&vigie_system_list.entity.fields[VIGIE_SYSTEM_LIST_NAME]);
  g_autofree char *name = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), column, "Lecture");
  g_autoptr (AtspiAccessible) cell = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name);
  g_autoptr (AtspiAccessible) row = vigie_look_dup_around (cell, ATSPI_ROLE_TABLE_ROW);

  vigie_robot_walk_to (robot, row);
  vigie_robot_key (robot, "Return");
  wait_for (robot, ATSPI_ROLE_LABEL, CODE); /* on the page of the system */
}

static void
test_life (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const arguments[] = { "--window-size=1280x800", "--page=systems",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  g_autoptr (VigieRobot) robot = vigie_robot_start (arguments);
  g_autofree char *missing = dup_told ("Name", _ ("required"));
  g_autofree char *one_row = g_strdup_printf (ngettext ("%s row", "%s rows", 1), "1");
  g_autoptr (AtspiAccessible) vendor = NULL;
  g_autoptr (VigieRecord) added = NULL;
  g_autoptr (VigieRecord) back = NULL;

  /* What is missing is told beside the field, and nothing is written. */
  wait_for (robot, ATSPI_ROLE_LABEL, _ ("Nothing Here Yet"));
  vigie_robot_key (robot, "ctrl+shift+n");
  wait_for (robot, ATSPI_ROLE_LABEL, g_dpgettext2 (NULL, "field", "Vendor"));
  vigie_robot_key (robot, "ctrl+s");
  wait_for (robot, ATSPI_ROLE_LABEL, missing);
  g_assert_null (find (fixture, CODE));

  /* A code is proposed; the name has the keyboard, and the next field is a Tab away. */
  vigie_robot_type (robot, "Lecture");
  vendor = vigie_robot_wait (robot, ATSPI_ROLE_TEXT, g_dpgettext2 (NULL, "field", "Vendor"));
  vigie_robot_tab_to (robot, vendor);
  vigie_robot_type (robot, "Radiance");
  vigie_robot_key (robot, "ctrl+s");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, g_dpgettext2 (NULL, "field", "Outputs"));
  added = find (fixture, CODE);
  g_assert_nonnull (added);
  g_assert_cmpstr (vigie_record_get_text (added, VIGIE_SYSTEM_NAME), ==, "Lecture");
  g_assert_cmpstr (vigie_record_get_text (added, VIGIE_SYSTEM_VENDOR), ==, "Radiance");

  /* Open it from the list, and blank the vendor. */
  open_row (robot);
  vigie_robot_key (robot, "ctrl+e");
  {
    g_autoptr (AtspiAccessible) again =
      vigie_robot_wait (robot, ATSPI_ROLE_TEXT, g_dpgettext2 (NULL, "field", "Vendor"));

    vigie_robot_tab_to (robot, again);
  }
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_key (robot, "Delete");
  vigie_robot_key (robot, "ctrl+s");
  /* What tells so on the screen is gone before a slow machine has looked. */
  vigie_robot_wait_until (has_no_vendor, fixture);
  vigie_robot_wait_gone (robot, ATSPI_ROLE_TEXT, g_dpgettext2 (NULL, "field", "Vendor"));

  /* Deleted without a question, for it can be undone. */
  vigie_robot_key (robot, "ctrl+Delete");
  vigie_robot_wait_until (is_gone, fixture);
  vigie_robot_key (robot, "ctrl+z");
  wait_for (robot, ATSPI_ROLE_LABEL, one_row);
  back = find (fixture, CODE);
  g_assert_cmpstr (vigie_record_get_text (back, VIGIE_SYSTEM_NAME), ==, "Lecture");
}

/* A backup is made from the window, and offered there. */
static void
test_backups (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const arguments[] = { "--window-size=1280x800", "--page=systems",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  g_autoptr (VigieRobot) robot = vigie_robot_start (arguments);
  g_autofree char *back_up = vigie_robot_dup_name (_ ("_Back Up Now"));
  g_autofree char *restore = vigie_robot_dup_name (_ ("_Restore"));
  g_autoptr (AtspiAccessible) row = NULL;
  g_autoptr (GPtrArray) made = NULL;

  wait_for (robot, ATSPI_ROLE_LABEL, _ ("Nothing Here Yet"));
  vigie_robot_key (robot, "ctrl+shift+b");
  row = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, back_up);
  vigie_robot_walk_to (robot, row);
  vigie_robot_key (robot, "Return");
  wait_for (robot, ATSPI_ROLE_LABEL, restore);
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, restore);
  made = vigie_backup_list (fixture->path);
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmpint (((const VigieBackup *) g_ptr_array_index (made, 0))->reason, ==, VIGIE_BACKUP_ASKED);
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
  g_test_add ("/app/records/life", Fixture, NULL, set_up, test_life, tear_down);
  g_test_add ("/app/records/backups", Fixture, NULL, set_up, test_backups, tear_down);
  return g_test_run ();
}
