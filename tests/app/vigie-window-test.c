// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-window-test.h"

#include "vigie-look.h"

#include "vigie-format.h"

static const char *language;

/**
 * vigie_window_test_init:
 *
 * Begins a program of tests, in the language that its first argument says.
 */
void
vigie_window_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  language = *argc > 1 ? (*argv)[1] : "en";
  vigie_language_init (language);
  /* The accessibility library warns of things that went while it looked at them, which is no fault. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (atspi_init (), ==, 0);
}

const char *
vigie_window_test_get_language (void)
{
  return language;
}

void
vigie_window_test_set_up (VigieWindowTest *self)
{
  self->folder = vigie_test_dup_folder ();
  self->path = g_build_filename (self->folder, "r.vigie", NULL);
}

void
vigie_window_test_tear_down (VigieWindowTest *self)
{
  vigie_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/**
 * vigie_window_test_start:
 * @size: of the window, such as `1280x800`
 * @page: that it opens on
 * @table: (nullable): a file that is to be imported
 *
 * Returns: (transfer full): the window, which opens the register
 */
VigieRobot *
vigie_window_test_start (VigieWindowTest *self, const char *size, const char *page, const char *table)
{
  g_autofree char *size_option = g_strconcat ("--window-size=", size, NULL);
  g_autofree char *page_option = g_strconcat ("--page=", page, NULL);
  g_autofree char *language_option = g_strconcat ("--lang=", language, NULL);
  const char *const arguments[] = { size_option, page_option, language_option, self->path, table, NULL };

  return vigie_robot_start (arguments);
}

/**
 * vigie_window_test_press:
 * @mnemonic: the label of a button, as it is translated
 */
void
vigie_window_test_press (VigieRobot *robot, const char *mnemonic)
{
  g_autofree char *name = vigie_robot_dup_name (mnemonic);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);

  vigie_robot_press (button);
}

/**
 * vigie_window_test_wait:
 * @mnemonic: the name of a thing, as it is translated
 *
 * Waits until it is there.
 */
void
vigie_window_test_wait (VigieRobot *robot, AtspiRole role, const char *mnemonic)
{
  g_autofree char *name = vigie_robot_dup_name (mnemonic);

  g_object_unref (vigie_robot_wait (robot, role, name));
}

/* --- choices --------------------------------------------------------------------------------------- */

static gboolean
has_lost_keyboard (gpointer thing)
{
  return !vigie_look_is_focused (thing);
}

/**
 * vigie_window_test_choose:
 * @row: the name of a row that offers choices
 * @choice: another than what is chosen
 *
 * Opens the row, goes to the choice by the arrow keys, and takes it.
 */
void
vigie_window_test_choose (VigieRobot *robot, const char *row, const char *choice)
{
  g_autoptr (AtspiAccessible) combo = vigie_robot_wait (robot, ATSPI_ROLE_COMBO_BOX, row);
  g_autoptr (AtspiAccessible) label = NULL;
  g_autoptr (AtspiAccessible) item = NULL;

  vigie_robot_tab_to (robot, combo);
  vigie_robot_key (robot, "space");
  label = vigie_robot_wait_in (combo, ATSPI_ROLE_LABEL, choice);
  item = vigie_look_dup_around (label, ATSPI_ROLE_LIST_ITEM);
  /* A list that is searched answers a moment after what is typed: it is walked. */
  vigie_robot_walk_to (robot, item);
  vigie_robot_key (robot, "Return");
  /* What the choice changes may be made anew, the row with it. */
  vigie_robot_wait_until (has_lost_keyboard, item);
}
