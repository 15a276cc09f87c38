// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Every page and dialog of the real program, as a screen reader walks it: what takes the keyboard has a name, and
 * what has a role for the pointer takes the keyboard.
 */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-demo.h"
#include "vigie-format.h"

#include <glib/gi18n.h>

#define DEEPEST 60
#define MOST_ALIKE 6
#define SETTLE_MS 300

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *language;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL,
                                     .seed = 1,
                                     .today = vigie_date_new (2026, 11, 28) };
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  g_assert_true (vigie_demo_create (fixture->path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

typedef struct
{
  guint n;        /* things that are shown */
  GString *wrong; /* what is wrong with them, a line each */
} Walk;

/* They take the keyboard for what is in them, and that has names of its own. */
static gboolean
is_container (AtspiRole role)
{
  return role == ATSPI_ROLE_FRAME || role == ATSPI_ROLE_WINDOW || role == ATSPI_ROLE_FILLER ||
         role == ATSPI_ROLE_PANEL || role == ATSPI_ROLE_SCROLL_PANE || role == ATSPI_ROLE_GROUPING ||
         role == ATSPI_ROLE_DIALOG || role == ATSPI_ROLE_LIST;
}

/* One that is shown promises to be used, and not by a pointer alone. */
static gboolean
promises_keyboard (AtspiRole role)
{
  return role == ATSPI_ROLE_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON || role == ATSPI_ROLE_CHECK_BOX ||
         role == ATSPI_ROLE_RADIO_BUTTON || role == ATSPI_ROLE_LINK || role == ATSPI_ROLE_SWITCH ||
         role == ATSPI_ROLE_ENTRY || role == ATSPI_ROLE_SLIDER || role == ATSPI_ROLE_SPIN_BUTTON ||
         role == ATSPI_ROLE_COMBO_BOX;
}

/* A button of a menu is a group whose inner button takes the keyboard. */
static gboolean
holds_focusable (AtspiAccessible *thing)
{
  int n = atspi_accessible_get_child_count (thing, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      g_autoptr (AtspiStateSet) states = child != NULL ? atspi_accessible_get_state_set (child) : NULL;

      if (states != NULL && (atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE) || holds_focusable (child)))
        return TRUE;
    }
  return FALSE;
}

/* The first name below, so that a nameless thing can be found. */
static char *
dup_inner_name (AtspiAccessible *thing, guint depth)
{
  int n = depth < DEEPEST ? atspi_accessible_get_child_count (thing, NULL) : 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      g_autofree char *name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (name != NULL && *name != '\0')
        return g_steal_pointer (&name);
      g_free (g_steal_pointer (&name));
      name = child != NULL ? dup_inner_name (child, depth + 1) : NULL;
      if (name != NULL)
        return g_steal_pointer (&name);
    }
  return NULL;
}

static void
note (Walk *walk, AtspiAccessible *thing, const char *what)
{
  g_autofree char *role = atspi_accessible_get_role_name (thing, NULL);
  g_autofree char *name = atspi_accessible_get_name (thing, NULL);
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (thing, NULL);
  g_autofree char *parent_role = parent != NULL ? atspi_accessible_get_role_name (parent, NULL) : NULL;
  g_autofree char *parent_name = parent != NULL ? atspi_accessible_get_name (parent, NULL) : NULL;

  g_autofree char *inner = dup_inner_name (thing, 0);

  g_string_append_printf (walk->wrong, "%s “%s” (in it “%s”) in %s “%s”: %s\n", role, name, inner, parent_role,
                          parent_name, what);
}

static void
look_at (Walk *walk, AtspiAccessible *thing, AtspiRole role, AtspiStateSet *states)
{
  gboolean focusable = atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE);
  g_autofree char *name = focusable && !is_container (role) ? atspi_accessible_get_name (thing, NULL) : NULL;

  walk->n++;
  if (focusable && !is_container (role) && (name == NULL || *name == '\0'))
    note (walk, thing, "takes the keyboard and has no name");
  if (promises_keyboard (role) && !focusable && !holds_focusable (thing) &&
      atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE))
    note (walk, thing, "does not take the keyboard");
}

/* Rows are made alike: the first few show what all are. */
static gboolean
is_of_rows (AtspiRole role)
{
  return role == ATSPI_ROLE_TABLE || role == ATSPI_ROLE_TREE_TABLE || role == ATSPI_ROLE_LIST;
}

static void
walk_tree (Walk *walk, AtspiAccessible *root, AtspiRole role, guint depth)
{
  int n = depth < DEEPEST ? atspi_accessible_get_child_count (root, NULL) : 0;

  if (n > MOST_ALIKE && is_of_rows (role))
    n = MOST_ALIKE;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      g_autoptr (AtspiStateSet) states = child != NULL ? atspi_accessible_get_state_set (child) : NULL;
      AtspiRole child_role;

      if (states == NULL || !atspi_state_set_contains (states, ATSPI_STATE_VISIBLE))
        continue;
      child_role = atspi_accessible_get_role (child, NULL);
      look_at (walk, child, child_role, states);
      /* The choice that is made is shown by a list that cannot be entered. */
      if (child_role != ATSPI_ROLE_COMBO_BOX)
        walk_tree (walk, child, child_role, depth + 1);
    }
}

static gboolean
settled_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Walks until two walks in a row have seen as much: a page that is loading is not yet what it will be. */
static void
look_all_over (VigieRobot *robot, const char *where)
{
  guint before = 0;

  for (;;)
    {
      g_autoptr (GString) wrong = g_string_new (NULL);
      Walk walk = { .wrong = wrong };
      gboolean settled = FALSE;

      walk_tree (&walk, vigie_robot_get_application (robot), ATSPI_ROLE_APPLICATION, 0);
      if (walk.n == before && walk.n > 0)
        {
          if (wrong->len > 0)
            {
              g_test_message ("%s:\n%s", where, wrong->str);
              g_test_fail ();
            }
          return;
        }
      before = walk.n;
      g_timeout_add (SETTLE_MS, settled_cb, &settled);
      while (!settled)
        g_main_context_iteration (NULL, TRUE);
    }
}

static VigieRobot *
start (const char *path)
{
  g_autofree char *lang = g_strdup_printf ("--lang=%s", language);
  const char *const arguments[] = { "--window-size=1280x800", lang, path, NULL };

  return vigie_robot_start (arguments);
}

static void
test_pages (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);

  for (guint page = 1; page <= 10; page++)
    {
      g_autofree char *key = g_strdup_printf ("ctrl+%u", page % 10);

      vigie_robot_key (robot, key);
      look_all_over (robot, key);
    }
}

/* What a key opens and Escape closes, each on the page where it is at home. */
static void
test_dialogs (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const dialogs[][2] = {
    { "ctrl+1", "ctrl+comma" },   { "ctrl+1", "ctrl+shift+b" }, { "ctrl+1", "ctrl+n" },
    { "ctrl+2", "ctrl+shift+n" }, { "ctrl+3", "ctrl+shift+n" }, { "ctrl+4", "ctrl+shift+n" },
    { "ctrl+5", "ctrl+shift+n" }, { "ctrl+6", "ctrl+shift+n" }, { "ctrl+7", "ctrl+shift+n" },
    { "ctrl+8", "ctrl+shift+n" }, { "ctrl+9", "ctrl+shift+n" }, { "ctrl+1", "F5" },
  };
  g_autoptr (VigieRobot) robot = start (fixture->path);

  look_all_over (robot, "overview");
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s %s", dialogs[i][0], dialogs[i][1]);

      vigie_robot_key (robot, dialogs[i][0]);
      vigie_robot_key (robot, dialogs[i][1]);
      look_all_over (robot, where);
      vigie_robot_key (robot, "Escape");
    }
}

static void
test_shelf (Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (NULL);

  look_all_over (robot, "shelf");
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
  g_test_add ("/app/accessibility/shelf", Fixture, NULL, set_up, test_shelf, tear_down);
  g_test_add ("/app/accessibility/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/app/accessibility/dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  return g_test_run ();
}
