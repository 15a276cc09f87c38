// SPDX-License-Identifier: GPL-3.0-or-later

/* What was changed, told in the tooltips and in the history of the real window, narrowed there, undone and made again. */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"

#include <glib/gi18n.h>

#define CHANGES 150

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *language;

static void
put (VigieStore *store, const char *author, const char *code, const char *title)
{
  vigie_store_set_hand (store, author, NULL);
  vigie_test_put (store, vigie_test_record (&vigie_action_entity, "code", code, "title", title, "kind", "organise",
                                            "opened_on", "2026-01-01", "status", "todo", NULL));
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
  put (store, "Anna", "A1", "Charte");
  put (store, "Paul", "A2", "Bloc");
  for (guint i = 0; i < CHANGES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Suivi %u", i);

      put (store, "Anna", "A3", title);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GPtrArray *
read_journal (Fixture *fixture)
{
  const VigieJournalQuery all = { 0 };
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, NULL);
  GPtrArray *entries = vigie_store_log (store, &all, NULL, NULL);

  g_assert_nonnull (entries);
  return entries;
}

static void
wait_for (VigieRobot *robot, AtspiRole role, const char *name)
{
  g_object_unref (vigie_robot_wait (robot, role, name));
}

static VigieRobot *
start (Fixture *fixture)
{
  const char *const arguments[] = { "--window-size=1280x800", "--page=actions",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };

  return vigie_robot_start (arguments);
}

/* The buttons say what they would do, and do it. */
static void
test_named (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (fixture);
  g_autoptr (GPtrArray) before = read_journal (fixture);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *last = vigie_journal_entry_dup_sentence (g_ptr_array_index (before, 0));
  g_autofree char *undo = g_strdup_printf (_ ("Undo: %s"), last);
  g_autofree char *redo = g_strdup_printf (_ ("Redo: %s"), last);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, undo);

  vigie_robot_press (button);
  wait_for (robot, ATSPI_ROLE_BUTTON, redo);
  after = read_journal (fixture);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpint (((VigieJournalEntry *) g_ptr_array_index (after, 0))->kind, ==, VIGIE_JOURNAL_UNDO);
}

/* Narrowed to one entry, with the button that takes it back only where it is the next one. */
static void
test_narrowed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRobot) robot = start (fixture);
  g_autoptr (GPtrArray) entries = read_journal (fixture);
  g_autofree char *first = vigie_journal_entry_dup_sentence (g_ptr_array_index (entries, entries->len - 1));
  g_autofree char *second = vigie_journal_entry_dup_sentence (g_ptr_array_index (entries, entries->len - 2));
  g_autofree char *last = vigie_journal_entry_dup_sentence (g_ptr_array_index (entries, 0));
  g_autofree char *undo = vigie_robot_dup_name (_ ("_Undo"));
  g_autofree char *redo = vigie_robot_dup_name (_ ("_Redo"));
  g_autofree char *redo_last = g_strdup_printf (_ ("Redo: %s"), last);
  g_autoptr (AtspiAccessible) button = NULL;

  vigie_robot_key (robot, "ctrl+h");
  wait_for (robot, ATSPI_ROLE_LABEL, last);
  button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, undo);
  vigie_robot_press (button);
  wait_for (robot, ATSPI_ROLE_BUTTON, redo);
  vigie_robot_type (robot, "paul");
  wait_for (robot, ATSPI_ROLE_LABEL, second);
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, last);
  vigie_robot_wait_gone (robot, ATSPI_ROLE_BUTTON, redo);
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_type (robot, "A1");
  wait_for (robot, ATSPI_ROLE_LABEL, first);
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, second);
  vigie_robot_key (robot, "Escape");
  vigie_robot_key (robot, "Escape");
  wait_for (robot, ATSPI_ROLE_BUTTON, redo_last);
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
  g_test_add ("/app/history/named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/app/history/narrowed", Fixture, NULL, set_up, test_narrowed, tear_down);
  return g_test_run ();
}
