// SPDX-License-Identifier: GPL-3.0-or-later

/* The menus of rows, records and pages by the keyboard, and what is proposed where one types, in the real window. */

#include "vigie-window-test.h"
#include "vigie-look.h"

#include "vigie-entities.h"
#include "vigie-format.h"

#include <glib/gi18n.h>

/* What a row offers: Open, History, Edit, Duplicate, Delete. */
#define EDIT 2
#define DUPLICATE 3
#define DELETE 4

static void
set_up (VigieWindowTest *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  vigie_window_test_set_up (fixture);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  vigie_test_put (store, vigie_test_record (&vigie_action_entity, "code", "A1", "title", "Charte", "kind", "organise",
                                            "opened_on", "2026-01-01", "status", "todo", "owner", "Référent IA", NULL));
}

static void
tear_down (VigieWindowTest *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_window_test_tear_down (fixture);
}

static VigieRobot *
start (VigieWindowTest *fixture)
{
  return vigie_window_test_start (fixture, "1280x800", "actions", NULL);
}

static gboolean
has_lost_keyboard (gpointer thing)
{
  return !vigie_look_is_focused (thing);
}

/* The keyboard is put on the row of the action, and its menu opened by @key: of what it offers, the one so far down. */
static void
choose (VigieRobot *robot, const char *key, guint down)
{
  const char *column = vigie_field_get_label (&vigie_action_entity.fields[VIGIE_ACTION_TITLE]);
  g_autofree char *name = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), column, "Charte");
  g_autoptr (AtspiAccessible) cell = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name);
  g_autoptr (AtspiAccessible) row = vigie_look_dup_around (cell, ATSPI_ROLE_TABLE_ROW);

  vigie_robot_walk_to (robot, row);
  vigie_robot_key (robot, key);
  vigie_robot_wait_until (has_lost_keyboard, row);
  for (guint i = 0; i < down; i++)
    vigie_robot_key (robot, "Down");
  vigie_robot_key (robot, "Return");
}

static char *
dup_rows (gint64 n)
{
  g_autofree char *number = vigie_format_integer (n);

  return g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n), number);
}

/* Duplicated from the menu of its row; what is typed there is proposed; deleted from the menu again. */
static void
test_row (VigieWindowTest *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (fixture);
  g_autofree char *one = dup_rows (1);
  g_autofree char *two = dup_rows (2);

  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, one));
  choose (robot, "Menu", DUPLICATE);
  vigie_window_test_wait (robot, ATSPI_ROLE_BUTTON, _ ("_Save"));
  vigie_robot_key (robot, "ctrl+s");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, two));
  choose (robot, "shift+F10", DELETE);
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, one));
}

static char *
dup_owner (VigieWindowTest *fixture)
{
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, NULL);
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_action_entity);
  g_autoptr (VigieRecord) record = NULL;

  vigie_record_set_text (key, VIGIE_ACTION_CODE, "A1");
  record = vigie_store_find (store, key, NULL, NULL);
  return g_strdup (vigie_record_get_text (record, VIGIE_ACTION_OWNER));
}

static gboolean
is_changed (gpointer fixture)
{
  g_autofree char *owner = dup_owner (fixture);

  return g_strcmp0 (owner, "Direction des soins") == 0;
}

/* A word of what stands in another record is enough, without its accents. */
static void
test_proposal (VigieWindowTest *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = NULL;
  g_autoptr (AtspiAccessible) owner = NULL;

  {
    g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, NULL);

    vigie_test_put (store, vigie_test_record (&vigie_action_entity, "code", "A2", "title", "Bloc", "kind", "organise",
                                              "opened_on", "2026-01-01", "status", "todo", "owner",
                                              "Direction des soins", NULL));
  }
  robot = start (fixture);
  choose (robot, "Menu", EDIT);
  owner =
    vigie_robot_wait (robot, ATSPI_ROLE_TEXT, vigie_field_get_label (&vigie_action_entity.fields[VIGIE_ACTION_OWNER]));
  vigie_robot_tab_to (robot, owner);
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_type (robot, "soi");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, "Direction des soins"));
  vigie_robot_key (robot, "Down");
  vigie_robot_key (robot, "Return");
  vigie_robot_key (robot, "ctrl+s");
  vigie_robot_wait_until (is_changed, fixture);
}

int
main (int argc, char *argv[])
{
  vigie_window_test_init (&argc, &argv);
  g_test_add ("/app/menus/row", VigieWindowTest, NULL, set_up, test_row, tear_down);
  g_test_add ("/app/menus/proposal", VigieWindowTest, NULL, set_up, test_proposal, tear_down);
  return g_test_run ();
}
