// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-robot.h"

#include "vigie-look.h"

#include <gio/gio.h>
#include <string.h>

/* Long, for a sanitizer that unwinds whole stacks: nothing waits for it but a failure. */
#define DEADLINE_S 240
#define LOOK_EVERY_MS 40
#define MOST_TABS 120

struct _VigieRobot
{
  GSubprocess *program; /* NULL where another runs it */
  AtspiAccessible *application;
  AtspiEventListener *focus_listener;
  guint focus_moves;
  AtspiEventListener *word_listener;
  GHashTable *announced; /* as a set */
};

static void
focus_moved_cb (AtspiEvent *event, gpointer data)
{
  VigieRobot *self = data;

  if (event->detail1 != 0)
    self->focus_moves++;
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static void
announced_cb (AtspiEvent *event, gpointer data)
{
  VigieRobot *self = data;

  if (G_VALUE_HOLDS_STRING (&event->any_data))
    g_hash_table_add (self->announced, g_value_dup_string (&event->any_data));
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static gboolean
wake_cb (gpointer data G_GNUC_UNUSED)
{
  return G_SOURCE_REMOVE;
}

/* Lets events come for a moment: what is waited for is looked for again after that. */
static void
let_events_come (void)
{
  g_timeout_add (LOOK_EVERY_MS, wake_cb, NULL);
  g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_past (gint64 deadline)
{
  return g_get_monotonic_time () > deadline;
}

static gint64
new_deadline (void)
{
  return g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;
}

/* By its name, or where that is %NULL by its process. */
static AtspiAccessible *
find_application (const char *name, guint process)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *its_name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (child != NULL &&
          (name != NULL ? g_strcmp0 (its_name, name) == 0 : atspi_accessible_get_process_id (child, NULL) == process))
        return g_steal_pointer (&child);
    }
  return NULL;
}

static char *
run_tool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) tool = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (tool, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (tool));
  return output;
}

/* There is no window manager on the display to give a window the keyboard, and one that opens another may take it back
   once: it is given until it stays. */
static void
take_keyboard (const char *option, const char *value)
{
  const char *const search[] = { "xdotool", "search", "--sync", "--onlyvisible", option, value, NULL };
  const char *const ask[] = { "xdotool", "getwindowfocus", "-f", NULL };
  g_autofree char *found = run_tool (search);
  g_autofree char *window = g_strndup (found, strcspn (found, "\n"));
  const char *const give[] = { "xdotool", "windowfocus", window, NULL };
  gint64 deadline = new_deadline ();

  for (guint stays = 0; stays < 3;)
    {
      g_autofree char *has = run_tool (ask);

      stays = g_str_equal (g_strchomp (has), window) ? stays + 1 : 0;
      if (stays == 0)
        g_free (run_tool (give));
      g_assert_false (is_past (deadline));
      let_events_come ();
    }
}

static void
begin (VigieRobot *self)
{
  atspi_accessible_set_cache_mask (self->application, ATSPI_CACHE_NONE);
  self->focus_listener = atspi_event_listener_new (focus_moved_cb, self, NULL);
  g_assert_true (atspi_event_listener_register (self->focus_listener, "object:state-changed:focused", NULL));
  self->announced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->word_listener = atspi_event_listener_new (announced_cb, self, NULL);
  g_assert_true (atspi_event_listener_register (self->word_listener, "object:announcement", NULL));
}

/**
 * vigie_robot_start:
 * @arguments: %NULL-terminated; for the window program
 *
 * Returns: (transfer full): the program, once it has a window
 */
VigieRobot *
vigie_robot_start (const char *const *arguments)
{
  VigieRobot *self = g_new0 (VigieRobot, 1);
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 deadline = new_deadline ();
  guint process;

  g_strv_builder_add (line, g_getenv ("VIGIE_WINDOW"));
  g_strv_builder_addv (line, (const char **) arguments);
  words = g_strv_builder_end (line);
  self->program = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  process = (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->program), NULL, 10);
  while (self->application == NULL)
    {
      g_assert_false (is_past (deadline));
      let_events_come ();
      self->application = find_application (NULL, process);
    }
  begin (self);
  take_keyboard ("--pid", g_subprocess_get_identifier (self->program));
  return self;
}

/**
 * vigie_robot_follow:
 * @window: the title of another window of the program, such as one that asks for a file
 *
 * Gives that window the keyboard, once it is there.
 */
void
vigie_robot_follow (VigieRobot *self G_GNUC_UNUSED, const char *window)
{
  take_keyboard ("--name", window);
}

static void
robot_free (VigieRobot *self)
{
  atspi_event_listener_deregister (self->focus_listener, "object:state-changed:focused", NULL);
  g_clear_object (&self->focus_listener);
  atspi_event_listener_deregister (self->word_listener, "object:announcement", NULL);
  g_clear_object (&self->word_listener);
  g_clear_pointer (&self->announced, g_hash_table_unref);
  g_clear_object (&self->application);
  g_clear_object (&self->program);
  g_free (self);
}

/**
 * vigie_robot_kill:
 *
 * Ends the program as when the power goes.
 */
void
vigie_robot_kill (VigieRobot *self)
{
  g_subprocess_force_exit (self->program);
  g_assert_true (g_subprocess_wait (self->program, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (self->program));
  robot_free (self);
}

/**
 * vigie_robot_meet:
 * @name: of a program that runs, as the accessibility bus has it
 * @window: the title of its window, or what it begins with
 *
 * Returns: (transfer full): it, once it is there, with the keyboard in that window
 */
VigieRobot *
vigie_robot_meet (const char *name, const char *window)
{
  VigieRobot *self = g_new0 (VigieRobot, 1);
  gint64 deadline = new_deadline ();

  while (self->application == NULL)
    {
      g_assert_false (is_past (deadline));
      let_events_come ();
      self->application = find_application (name, 0);
    }
  begin (self);
  take_keyboard ("--name", window);
  return self;
}

static void
close_and_wait (VigieRobot *self)
{
  g_autoptr (GError) error = NULL;

  vigie_robot_key (self, "ctrl+q");
  g_assert_true (g_subprocess_wait (self->program, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (self->program));
  g_assert_cmpint (g_subprocess_get_exit_status (self->program), ==, 0);
}

/**
 * vigie_robot_stop:
 *
 * Closes a window that it started as a person does, and sees that the program ends well.
 */
void
vigie_robot_stop (VigieRobot *self)
{
  if (self->program != NULL)
    close_and_wait (self);
  robot_free (self);
}

/**
 * vigie_robot_wait_in:
 * @role: %ATSPI_ROLE_INVALID for any
 *
 * Returns: (transfer full): the first visible thing of that role and name in @root, once it is there
 */
AtspiAccessible *
vigie_robot_wait_in (AtspiAccessible *root, AtspiRole role, const char *name)
{
  gint64 deadline = new_deadline ();

  for (;;)
    {
      AtspiAccessible *found = vigie_look_find (root, role, name);

      if (found != NULL)
        return found;
      if (is_past (deadline))
        {
          vigie_look_describe (root);
          g_error ("there is no “%s”", name);
        }
      let_events_come ();
    }
}

/**
 * vigie_robot_wait:
 * @role: %ATSPI_ROLE_INVALID for any
 *
 * Returns: (transfer full): the first visible thing of that role and name, once it is there
 */
AtspiAccessible *
vigie_robot_wait (VigieRobot *self, AtspiRole role, const char *name)
{
  return vigie_robot_wait_in (self->application, role, name);
}

/**
 * vigie_robot_wait_until:
 *
 * Waits for what no thing on the screen says for long, such as what is in the file.
 */
void
vigie_robot_wait_until (VigieRobotCheck check, gpointer data)
{
  gint64 deadline = new_deadline ();

  while (!check (data))
    {
      g_assert_false (is_past (deadline));
      let_events_come ();
    }
}

/**
 * vigie_robot_wait_gone:
 *
 * Waits until nothing visible has that role and name.
 */
void
vigie_robot_wait_gone (VigieRobot *self, AtspiRole role, const char *name)
{
  gint64 deadline = new_deadline ();

  for (;;)
    {
      g_autoptr (AtspiAccessible) found = vigie_look_find (self->application, role, name);

      if (found == NULL)
        return;
      g_assert_false (is_past (deadline));
      let_events_come ();
    }
}

/**
 * vigie_robot_wait_announced:
 *
 * Waits until a screen reader has been told to say that, at any time since the last such wait for it.
 */
void
vigie_robot_wait_announced (VigieRobot *self, const char *words)
{
  gint64 deadline = new_deadline ();

  while (!g_hash_table_remove (self->announced, words))
    {
      if (is_past (deadline))
        g_error ("“%s” was not announced", words);
      let_events_come ();
    }
}

/**
 * vigie_robot_dup_name:
 * @mnemonic: a label as it is translated, such as "_Undo"
 *
 * Returns: (transfer full): what the accessibility bus calls it
 */
char *
vigie_robot_dup_name (const char *mnemonic)
{
  g_auto (GStrv) parts = g_strsplit (mnemonic, "_", -1);

  return g_strjoinv ("", parts);
}

/**
 * vigie_robot_dup_names:
 *
 * Returns: (transfer full): the names of all visible things of that role, as a set
 */
GHashTable *
vigie_robot_dup_names (VigieRobot *self, AtspiRole role)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  vigie_look_add_names (self->application, role, names);
  return names;
}

/**
 * vigie_robot_get_application:
 *
 * Returns: (transfer none): the root of all that the program shows
 */
AtspiAccessible *
vigie_robot_get_application (VigieRobot *self)
{
  return self->application;
}

/* What cannot be pressed yet is not pressed: a button that waits for what is typed before it, say. */
static gboolean
try_press (AtspiAccessible *button)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (button);
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (button);

  return action != NULL && states != NULL && atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE) &&
         atspi_action_do_action (action, 0, NULL);
}

/**
 * vigie_robot_press:
 *
 * Presses @button, once it can be pressed.
 */
void
vigie_robot_press (AtspiAccessible *button)
{
  gint64 deadline = new_deadline ();

  while (!try_press (button))
    {
      g_assert_false (is_past (deadline));
      let_events_come ();
    }
}

/* A window gives the focus to something by itself when it opens: that is no answer to a key. */
static void
wait_for_first_focus (VigieRobot *self)
{
  gint64 deadline = new_deadline ();

  while (!vigie_look_holds_focus (self->application))
    {
      g_assert_false (is_past (deadline));
      let_events_come ();
    }
}

/* A slow program that was sent two keys would be past the thing before it has told of the first. */
static void
move_focus (VigieRobot *self, const char *key)
{
  gint64 deadline = new_deadline ();
  guint moves = self->focus_moves;

  vigie_robot_key (self, key);
  while (self->focus_moves == moves && !is_past (deadline))
    let_events_come ();
  g_assert_cmpuint (self->focus_moves, !=, moves);
}

/**
 * vigie_robot_tab_to:
 *
 * Goes to @thing by the Tab key, as everything must be reached.
 */
void
vigie_robot_tab_to (VigieRobot *self, AtspiAccessible *thing)
{
  wait_for_first_focus (self);
  for (guint i = 0; i < MOST_TABS; i++)
    {
      if (vigie_look_is_focused (thing))
        return;
      move_focus (self, "Tab");
    }
  g_assert_not_reached ();
}

/* Whether @row comes before what has the keyboard. */
static gboolean
is_above (AtspiAccessible *list, AtspiAccessible *row)
{
  int n = atspi_accessible_get_index_in_parent (row, NULL);

  for (int i = n + 1; i < atspi_accessible_get_child_count (list, NULL); i++)
    {
      g_autoptr (AtspiAccessible) other = atspi_accessible_get_child_at_index (list, i, NULL);

      if (other != NULL && vigie_look_is_focused (other))
        return TRUE;
    }
  return FALSE;
}

/**
 * vigie_robot_walk_to:
 *
 * Goes to @row as one does in a list: by the Tab key into the list, and to the row by the arrows.
 */
void
vigie_robot_walk_to (VigieRobot *self, AtspiAccessible *row)
{
  g_autoptr (AtspiAccessible) list = atspi_accessible_get_parent (row, NULL);

  g_assert_nonnull (list);
  wait_for_first_focus (self);
  for (guint i = 0; i < MOST_TABS; i++)
    {
      if (vigie_look_is_focused (row))
        return;
      move_focus (self, !vigie_look_holds_focus (list) ? "Tab" : is_above (list, row) ? "Up" : "Down");
    }
  g_assert_not_reached ();
}

/**
 * vigie_robot_key:
 * @key: as xdotool names it, such as `ctrl+f`
 */
void
vigie_robot_key (VigieRobot *self, const char *key)
{
  const char *const press[] = { "xdotool", "key", "--clearmodifiers", key, NULL };

  g_free (run_tool (press));
}

void
vigie_robot_type (VigieRobot *self, const char *text)
{
  const char *const type[] = { "xdotool", "type", text, NULL };

  g_free (run_tool (type));
}
