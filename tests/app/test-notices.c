// SPDX-License-Identifier: GPL-3.0-or-later

/* What the real window tells of a register on a network share: that it is on one, and who is changing it. */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-format.h"

#include <glib/gi18n.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *language;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("VIGIE_NETWORK_SHARE", "1", TRUE);
  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_unsetenv ("VIGIE_NETWORK_SHARE");
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieRobot *
start (Fixture *fixture)
{
  const char *const arguments[] = { "--window-size=1280x800", "--page=actions",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };

  return vigie_robot_start (arguments);
}

static char *
dup_notice (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error);

  g_assert_no_error (error);
  return vigie_store_take_notice (store);
}

/* A warning stands there until it is closed. */
static void
test_share (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *notice = dup_notice (fixture);
  g_autoptr (VigieRobot) robot = start (fixture);
  g_autofree char *close = vigie_robot_dup_name (_ ("_Dismiss"));
  g_autoptr (AtspiAccessible) button = NULL;

  g_assert_nonnull (notice);
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, notice));
  button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, close);
  vigie_robot_press (button);
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, notice);
}

/* The second to come reads, and is told who is changing it. */
static void
test_held (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *first = start (fixture);
  g_autoptr (VigieRobot) second = NULL;
  g_autoptr (VigieStore) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (vigie_robot_wait (first, ATSPI_ROLE_LABEL, _ ("Nothing Here Yet")));
  refused = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_null (refused);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY);
  second = start (fixture);
  g_object_unref (vigie_robot_wait (second, ATSPI_ROLE_LABEL, error->message));
  vigie_robot_kill (first);
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
  g_test_add ("/app/notices/share", Fixture, NULL, set_up, test_share, tear_down);
  g_test_add ("/app/notices/held", Fixture, NULL, set_up, test_held, tear_down);
  return g_test_run ();
}
