// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * drive STEP [ARGUMENT…]: one step with the program in its sandbox, as a person takes it, or with the file dialog of
 * the desktop's portal, which is another program. A step that does not succeed ends with an error.
 *
 *   names                    what there is on the accessibility bus
 *   see WINDOW NAME          waits for NAME in the window
 *   press WINDOW NAME        presses the button NAME
 *   key WINDOW KEY
 *   choose TITLE PATH BUTTON types PATH into the file dialog TITLE and presses BUTTON
 *   answer TITLE BUTTON      presses BUTTON in the portal's dialog TITLE
 *   xls PATH                 writes a workbook of Excel 5.0 with two sites
 */

#include "vigie-robot.h"
#include "vigie-test-xls.h"

#include <gio/gio.h>

#define PORTAL "xdg-desktop-portal-gtk"

static const char *
get_program (void)
{
  const char *name = g_getenv ("VIGIE_NAME");

  return name != NULL ? name : "vigie";
}

static void
print_names (char **arguments G_GNUC_UNUSED)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      g_print ("%s\n", name);
    }
}

static gboolean
is_focusable (AtspiAccessible *thing)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (thing);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE);
}

static void
see (char **arguments)
{
  g_autoptr (VigieRobot) robot = vigie_robot_meet (get_program (), arguments[0]);
  g_autoptr (AtspiAccessible) thing = vigie_robot_wait (robot, ATSPI_ROLE_INVALID, arguments[1]);
}

/* By the keyboard, which reaches rows that are buttons too. */
static void
press (char **arguments)
{
  g_autoptr (VigieRobot) robot = vigie_robot_meet (get_program (), arguments[0]);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_INVALID, arguments[1]);

  while (!is_focusable (button))
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (button, NULL);

      g_assert_nonnull (parent);
      g_set_object (&button, parent);
      g_object_unref (parent);
    }
  vigie_robot_tab_to (robot, button);
  vigie_robot_key (robot, "Return");
}

static void
press_key (char **arguments)
{
  g_autoptr (VigieRobot) robot = vigie_robot_meet (get_program (), arguments[0]);

  vigie_robot_key (robot, arguments[1]);
}

/* What is typed while the line for a place opens would be lost: it is opened, and then typed into. */
static void
choose (char **arguments)
{
  g_autoptr (VigieRobot) robot = vigie_robot_meet (PORTAL, arguments[0]);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, arguments[2]);

  vigie_robot_key (robot, "ctrl+l");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, arguments[2]));
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_type (robot, arguments[1]);
  vigie_robot_press (button);
}

static void
answer (char **arguments)
{
  g_autoptr (VigieRobot) robot = vigie_robot_meet (PORTAL, arguments[0]);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, arguments[1]);

  vigie_robot_press (button);
}

static void
write_xls (char **arguments)
{
  static const char *const cells[] = {
    "code", "name", "kind", "X1", "Elsewhere", "unit", "X2", "Beyond", "unit", NULL
  };
  g_autoptr (GByteArray) bytes = vigie_test_xls_new ("Sites", cells, 3);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (arguments[0], (const char *) bytes->data, bytes->len, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *name;
  int n_arguments;
  void (*take) (char **arguments);
} steps[] = {
  { "names", 0, print_names }, { "see", 2, see },       { "press", 2, press },   { "key", 2, press_key },
  { "choose", 3, choose },     { "answer", 2, answer }, { "xls", 1, write_xls },
};

int
main (int argc, char *argv[])
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (argc == steps[i].n_arguments + 2 && g_str_equal (argv[1], steps[i].name))
      {
        g_assert_true (g_str_equal (argv[1], "xls") || atspi_init () == 0);
        steps[i].take (argv + 2);
        return 0;
      }
  g_printerr ("drive: there is no such step, or it takes other arguments\n");
  return 2;
}
