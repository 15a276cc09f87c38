// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How long the main loop of the real window is kept from answering, on the register of a university hospital: at every
 * page, and at every letter of a search. The longest blocks are told; what fails is only what nobody would bear, for
 * a busy machine is no fault of the program.
 */

#include "vigie-robot.h"
#include "vigie-look.h"
#include "vigie-test.h"

#include "vigie-demo.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-system.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Of the processor, which others on the machine do not lengthen, and without what paints pixels, which a graphics card
   does on a desktop. A frame has 16 ms; here each widget is also told to a screen reader, and nothing is optimised. */
#define FRAME_US 16000
#ifdef __SANITIZE_ADDRESS__
#define BEARABLE_US (2000 * 1000)
#else
#define BEARABLE_US (400 * 1000)
#endif

typedef struct
{
  char *folder;
  char *path;
  char *log;
} Fixture;

static const char *language;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_CHU, .seed = 1, .today = vigie_date_new (2026, 11, 28) };
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  fixture->log = g_build_filename (fixture->folder, "blocks", NULL);
  g_assert_true (vigie_demo_create (fixture->path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_unsetenv ("VIGIE_WATCHDOG");
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->log);
}

/* What is done from now on, among the blocks that the program writes down. */
static void
note (Fixture *fixture, const char *what)
{
  FILE *log = fopen (fixture->log, "a");

  g_assert_nonnull (log);
  fprintf (log, "doing %s\n", what);
  fclose (log);
}

static gint64
read_number (const char *line, guint index)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  return g_strv_length (words) > index ? g_ascii_strtoll (words[index], NULL, 10) : 0;
}

typedef struct
{
  gint64 block;
  gint64 processor;
  gint64 own; /* of the processor, without painting */
} Longest;

static void
take_block (Longest *longest, const char *line)
{
  longest->block = MAX (longest->block, read_number (line, 1));
  longest->processor = MAX (longest->processor, read_number (line, 2));
  longest->own = MAX (longest->own, read_number (line, 2) - read_number (line, 3));
}

static void
tell (const char *what, const Longest *longest)
{
  g_test_message ("longest block, %s: %.1f ms, of the processor %.1f ms, without painting %.1f ms%s", what,
                  (double) longest->block / 1000, (double) longest->processor / 1000, (double) longest->own / 1000,
                  longest->own > FRAME_US ? ", more than a frame" : "");
}

static void
judge (Fixture *fixture)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *what = g_strdup ("opening");
  Longest longest = { 0 };
  gboolean whole = FALSE;

  g_assert_true (g_file_get_contents (fixture->log, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "block "))
        take_block (&longest, lines[i]);
      if (!g_str_has_prefix (lines[i], "doing ") && !g_str_has_prefix (lines[i], "longest "))
        continue;
      tell (what, &longest);
      g_assert_cmpint (longest.own, <, BEARABLE_US);
      longest = (Longest) { 0 };
      g_set_str (&what, lines[i] + strlen ("doing "));
      whole = whole || g_str_has_prefix (lines[i], "longest ");
    }
  g_assert_true (whole);
}

static void
wait_for_title (VigieRobot *robot, const char *title)
{
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, title));
}

/* Letter by letter, to what is nowhere. */
static void
search (Fixture *fixture, VigieRobot *robot, const char *page)
{
  static const char *const letters[] = { "m", "a", "r", "q", "x", "z" };

  vigie_robot_key (robot, "ctrl+f");
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *what = g_strdup_printf ("search in %s, letter %" G_GSIZE_FORMAT, page, i + 1);

      note (fixture, what);
      vigie_robot_type (robot, letters[i]);
    }
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, _ ("Nothing Found")));
  vigie_robot_key (robot, "ctrl+a");
  vigie_robot_key (robot, "BackSpace");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, _ ("Nothing Found"));
}

/* A row of the list of systems, by the keyboard. */
static void
open_system (Fixture *fixture, VigieRobot *robot)
{
  const VigieQuery query = { .entity = &vigie_system_entity, .sort_field = VIGIE_SYSTEM_NAME, .limit = 1 };
  const char *column = vigie_field_get_label (&vigie_system_list.entity.fields[VIGIE_SYSTEM_LIST_NAME]);
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, NULL);
  g_autoptr (GPtrArray) systems = vigie_store_list (store, &query, NULL, NULL, NULL);
  VigieRecord *system = g_ptr_array_index (systems, 0);
  const char *name = vigie_record_get_text (system, VIGIE_SYSTEM_NAME);
  g_autofree char *said = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), column, name);
  g_autoptr (AtspiAccessible) cell = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, said);
  g_autoptr (AtspiAccessible) row = vigie_look_dup_around (cell, ATSPI_ROLE_TABLE_ROW);

  vigie_robot_walk_to (robot, row);
  note (fixture, "a system");
  vigie_robot_key (robot, "Return");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, vigie_record_get_text (system, VIGIE_SYSTEM_CODE)));
}

static void
test_blocks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pages[] = { N_ ("AI Systems"), N_ ("Training"),  N_ ("Barriers"),
                                       N_ ("Actions"),    N_ ("Incidents"), N_ ("Decisions"),
                                       N_ ("Meetings"),   N_ ("Sites"),     N_ ("Reference") };
  const char *const arguments[] = { "--window-size=1280x800", "--page=overview",
                                    g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en", fixture->path, NULL };
  VigieRobot *robot;

  g_setenv ("VIGIE_WATCHDOG", fixture->log, TRUE);
  note (fixture, "opening");
  robot = vigie_robot_start (arguments);
  wait_for_title (robot, _ ("Overview"));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *key = g_strdup_printf ("ctrl+%" G_GSIZE_FORMAT, (i + 2) % 10);

      note (fixture, pages[i]);
      vigie_robot_key (robot, key);
      wait_for_title (robot, _ (pages[i]));
      search (fixture, robot, pages[i]);
    }
  note (fixture, "the overview again");
  vigie_robot_key (robot, "ctrl+1");
  wait_for_title (robot, _ ("Overview"));
  note (fixture, "the systems again");
  vigie_robot_key (robot, "ctrl+2");
  wait_for_title (robot, _ ("AI Systems"));
  open_system (fixture, robot);
  note (fixture, "closing");
  vigie_robot_stop (robot);
  judge (fixture);
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
  g_test_add ("/app/responsive/blocks", Fixture, NULL, set_up, test_blocks, tear_down);
  return g_test_run ();
}
