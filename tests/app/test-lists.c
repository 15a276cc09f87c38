// SPDX-License-Identifier: GPL-3.0-or-later

/* A list narrowed, widened again, and several of its rows changed at once, in the real window. */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"

#include <glib/gi18n.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *language;

static void
put (VigieStore *store, const char *code, const char *title, const char *status)
{
  vigie_test_put (store, vigie_test_record (&vigie_action_entity, "code", code, "title", title, "kind", "organise",
                                            "opened_on", "2026-01-01", "status", status, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  put (store, "A1", "Charte", "todo");
  put (store, "A2", "Bloc", "doing");
  put (store, "A3", "Suivi", "todo");
  vigie_test_put (store, vigie_test_record (&vigie_org_unit_entity, "code", "N", "name", "Nord", "kind", "site", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_profession_entity, "code", "ide", "label_fr", "Infirmier",
                                            "label_en", "Nurse", "family", "nursing", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_headcount_entity, "org_unit", "N", "profession", "ide", "valid_from",
                                            "2026-01-01", "heads", "40", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
wait_for (VigieRobot *robot, AtspiRole role, const char *name)
{
  g_object_unref (vigie_robot_wait (robot, role, name));
}

static void
choose (VigieRobot *robot, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) thing = vigie_robot_wait (robot, role, name);

  vigie_robot_tab_to (robot, thing);
  vigie_robot_key (robot, "Return");
}

static void
press (VigieRobot *robot, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) thing = vigie_robot_wait (robot, role, name);

  vigie_robot_press (thing);
}

static char *
dup_rows (gint64 n)
{
  g_autofree char *number = vigie_format_integer (n);

  return g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n), number);
}

static gint64
count (Fixture *fixture)
{
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, NULL);
  VigieQuery query = { .entity = &vigie_action_entity, .sort_field = -1 };
  gint64 total = -1;
  g_autoptr (GPtrArray) records = vigie_store_list (store, &query, &total, NULL, NULL);

  g_assert_nonnull (records);
  return total;
}

static void
test_filter (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const arguments[] = { "--window-size=1280x800", "--page=actions",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  g_autoptr (VigieRobot) robot = vigie_robot_start (arguments);
  const char *status = vigie_field_get_label (&vigie_action_entity.fields[VIGIE_ACTION_STATUS]);
  const char *todo = vigie_enum_label (VIGIE_TYPE_ACTION_STATUS, VIGIE_ACTION_STATUS_TODO);
  g_autofree char *three = dup_rows (3);
  g_autofree char *two_of_three = g_strdup_printf (ngettext ("%1$s of %2$s row", "%1$s of %2$s rows", 3), "2", "3");
  g_autofree char *filter = g_strdup_printf (C_ ("filter", "%1$s: %2$s"), status, todo);
  g_autofree char *pill = g_strdup_printf (_ ("Remove the filter: %s"), filter);

  wait_for (robot, ATSPI_ROLE_LABEL, three);
  press (robot, ATSPI_ROLE_TOGGLE_BUTTON, _ ("Filter"));
  choose (robot, ATSPI_ROLE_LIST_ITEM, status);
  choose (robot, ATSPI_ROLE_LIST_ITEM, todo);
  wait_for (robot, ATSPI_ROLE_LABEL, two_of_three);
  press (robot, ATSPI_ROLE_BUTTON, pill);
  wait_for (robot, ATSPI_ROLE_LABEL, three);
}

/* All of them deleted, and brought back by one undo. */
static void
test_several (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const arguments[] = { "--window-size=1280x800", "--page=actions",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  g_autoptr (VigieRobot) robot = vigie_robot_start (arguments);
  g_autofree char *three = dup_rows (3);
  g_autofree char *selected = g_strdup_printf (ngettext ("%s selected", "%s selected", 3), "3");
  g_autofree char *delete = vigie_robot_dup_name (_ ("D_elete"));

  wait_for (robot, ATSPI_ROLE_LABEL, three);
  vigie_robot_key (robot, "ctrl+shift+a");
  vigie_robot_key (robot, "ctrl+a");
  wait_for (robot, ATSPI_ROLE_LABEL, selected);
  press (robot, ATSPI_ROLE_BUTTON, delete);
  wait_for (robot, ATSPI_ROLE_LABEL, _ ("Nothing Here Yet"));
  g_assert_cmpint (count (fixture), ==, 0);
  vigie_robot_key (robot, "ctrl+z");
  wait_for (robot, ATSPI_ROLE_LABEL, three);
  g_assert_cmpint (count (fixture), ==, 3);
}

/* The lists of one subject, and rows that no code names; the one that was left is shown again. */
static void
test_subject (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *arguments[] = { "--window-size=1280x800", "--page=sites/headcount",
                              g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  g_autoptr (VigieRobot) robot = NULL;
  const char *heads = vigie_field_get_label (&vigie_headcount_entity.fields[VIGIE_HEADCOUNT_HEADS]);
  g_autofree char *forty = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), heads, "40");
  g_autofree char *selected = g_strdup_printf (ngettext ("%s selected", "%s selected", 1), "1");
  g_autofree char *delete = vigie_robot_dup_name (_ ("D_elete"));
  g_autofree char *nurse =
    g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), vigie_entity_get_label (&vigie_profession_entity),
                     g_str_equal (language, "fr") ? "Infirmier" : "Nurse");

  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  robot = vigie_robot_start (arguments);
  wait_for (robot, ATSPI_ROLE_LABEL, forty);
  vigie_robot_key (robot, "ctrl+shift+a");
  vigie_robot_key (robot, "ctrl+a");
  wait_for (robot, ATSPI_ROLE_LABEL, selected);
  press (robot, ATSPI_ROLE_BUTTON, delete);
  wait_for (robot, ATSPI_ROLE_LABEL, _ ("Nothing Here Yet"));
  vigie_robot_key (robot, "ctrl+z");
  wait_for (robot, ATSPI_ROLE_LABEL, forty);
  press (robot, ATSPI_ROLE_PAGE_TAB, vigie_entity_get_label_plural (&vigie_profession_entity));
  wait_for (robot, ATSPI_ROLE_LABEL, nurse);
  vigie_robot_stop (g_steal_pointer (&robot));
  arguments[1] = "--page=sites";
  robot = vigie_robot_start (arguments);
  wait_for (robot, ATSPI_ROLE_LABEL, nurse);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
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
  g_test_add ("/app/lists/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/app/lists/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/app/lists/subject", Fixture, NULL, set_up, test_subject, tear_down);
  return g_test_run ();
}
