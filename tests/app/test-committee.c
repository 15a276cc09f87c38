// SPDX-License-Identifier: GPL-3.0-or-later

/* A committee as its chair goes through it: by the keys of a clicker, on the real program. */

#include "vigie-robot.h"
#include "vigie-look.h"
#include "vigie-test.h"

#include "vigie-decision.h"
#include "vigie-deck.h"
#include "vigie-demo.h"
#include "vigie-format.h"
#include "vigie-meeting.h"

#include <glib/gi18n.h>

typedef struct
{
  char *folder;
  VigieDeck *deck;
  VigieRobot *robot;
} Fixture;

static const char *language;

static VigieDeck *
load_deck (const char *path, VigieDate today)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (today, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_autoptr (VigieOverview) overview = NULL;

  g_assert_no_error (error);
  overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  return vigie_deck_new (overview);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  VigieDate today =
    vigie_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL, .seed = 1, .today = today };
  g_autofree char *tongue = g_strconcat ("--lang=", language, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  path = g_build_filename (fixture->folder, "demo.vigie", NULL);
  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture->deck = load_deck (path, today);
  {
    const char *const arguments[] = { "--window-size=1024x700", tongue, path, NULL };

    fixture->robot = vigie_robot_start (arguments);
  }
  g_object_unref (vigie_robot_wait (fixture->robot, ATSPI_ROLE_HEADING, _ ("What Needs a Decision")));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_robot_stop (fixture->robot);
  vigie_deck_unref (fixture->deck);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
wait_slide (Fixture *fixture, guint slide)
{
  g_autoptr (AtspiAccessible) shown =
    vigie_robot_wait (fixture->robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (fixture->deck, slide));
  g_autofree char *words = atspi_accessible_get_description (shown, NULL);

  g_assert_cmpstr (words, ==, vigie_deck_get_slide_words (fixture->deck, slide));
}

static void
test_keys (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n = vigie_deck_get_n_slides (fixture->deck);
  VigieRobot *robot = fixture->robot;

  vigie_robot_key (robot, "F5");
  wait_slide (fixture, 0);
  vigie_robot_key (robot, "Page_Down");
  wait_slide (fixture, 1);
  vigie_robot_key (robot, "space");
  wait_slide (fixture, 2);
  vigie_robot_key (robot, "Page_Up");
  wait_slide (fixture, 1);
  vigie_robot_key (robot, "End");
  wait_slide (fixture, n - 1);
  /* Past the end it stays. */
  vigie_robot_key (robot, "Right");
  vigie_robot_key (robot, "4");
  vigie_robot_key (robot, "Return");
  wait_slide (fixture, 3);
  /* A blank wall comes back with the slide that it hid. */
  vigie_robot_key (robot, "b");
  vigie_robot_key (robot, "Right");
  vigie_robot_key (robot, "Right");
  wait_slide (fixture, 4);
  vigie_robot_key (robot, "Home");
  wait_slide (fixture, 0);
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (fixture->deck, 0));
}

static void
test_grid (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = fixture->robot;
  g_autofree char *third =
    g_strdup_printf (C_ ("slide", "%1$u  %2$s"), 3, vigie_deck_get_slide_title (fixture->deck, 2));

  vigie_robot_key (robot, "F5");
  wait_slide (fixture, 0);
  vigie_robot_key (robot, "g");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_INVALID, third));
  vigie_robot_key (robot, "Right");
  vigie_robot_key (robot, "Right");
  vigie_robot_key (robot, "Return");
  wait_slide (fixture, 2);
  /* The keys are told on the wall, and Escape closes that first. */
  vigie_robot_key (robot, "question");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_INVALID, _ ("Spotlight at the pointer")));
  vigie_robot_key (robot, "l");
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_INVALID, _ ("Spotlight at the pointer"));
  vigie_robot_key (robot, "F5");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (fixture->deck, 2));
}

/* Where the slide of a figure is, and what its first mark with something behind it is called. */
static guint
find_mark (Fixture *fixture, const char *figure, guint *n_tabs, char **sentence)
{
  guint slide = (guint) vigie_deck_find_slide (fixture->deck, figure);
  g_autoptr (VigieScene) scene = vigie_deck_layout (fixture->deck, slide, 1920, 1200, 1);
  int first = vigie_scene_neighbour (scene, VIGIE_NO_DATUM, VIGIE_DIRECTION_FIRST);
  int n = (int) vigie_scene_get_n_data (scene);

  for (*n_tabs = 1; *n_tabs <= (guint) n; (*n_tabs)++)
    {
      int datum = (first + (int) *n_tabs - 1) % n;
      g_autoptr (GPtrArray) rows =
        vigie_deck_dup_rows (fixture->deck, slide, vigie_scene_get_datum (scene, datum)->key);

      if (rows->len == 0)
        continue;
      *sentence = vigie_scene_dup_sentence (scene, datum);
      return slide;
    }
  g_assert_not_reached ();
}

/* Behind a mark and back, without leaving the wall; Escape leaves what was entered last. */
static void
test_marks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = fixture->robot;
  g_autofree char *sentence = NULL;
  g_autofree char *number = NULL;
  int agenda = vigie_deck_find_slide (fixture->deck, "agenda");
  guint n_tabs, slide;

  slide = find_mark (fixture, "safeguards", &n_tabs, &sentence);
  vigie_robot_key (robot, "F5");
  wait_slide (fixture, 0);
  number = g_strdup_printf ("%u", slide + 1);
  vigie_robot_type (robot, number);
  vigie_robot_key (robot, "Return");
  wait_slide (fixture, slide);
  for (guint i = 0; i < n_tabs; i++)
    vigie_robot_key (robot, "Tab");
  vigie_robot_key (robot, "Return");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, sentence));
  vigie_robot_key (robot, "Escape");
  wait_slide (fixture, slide);
  /* Into the mark and out again; then the mark is left, and the arrow keys are those of the slides. */
  vigie_robot_key (robot, "z");
  vigie_robot_key (robot, "Escape");
  vigie_robot_key (robot, "Return");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, sentence));
  vigie_robot_key (robot, "BackSpace");
  wait_slide (fixture, slide);
  vigie_robot_key (robot, "Escape");
  vigie_robot_key (robot, "Right");
  wait_slide (fixture, slide + 1);
  /* The second matter of the agenda leads to its slide. */
  g_free (number);
  number = g_strdup_printf ("%d", agenda + 1);
  vigie_robot_type (robot, number);
  vigie_robot_key (robot, "Return");
  wait_slide (fixture, (guint) agenda);
  vigie_robot_key (robot, "Tab");
  vigie_robot_key (robot, "Down");
  vigie_robot_key (robot, "Return");
  wait_slide (fixture, (guint) agenda + 2);
}

static gboolean
has_decision (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "demo.vigie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  VigieQuery query = { .entity = &vigie_decision_entity, .sort_field = -1 };
  g_autoptr (GPtrArray) decisions = NULL;

  g_assert_no_error (error);
  decisions = vigie_store_list (store, &query, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    if (g_strcmp0 (vigie_record_get_text (g_ptr_array_index (decisions, i), VIGIE_DECISION_TEXT), text) == 0 &&
        vigie_record_is_measured (g_ptr_array_index (decisions, i), VIGIE_DECISION_AGENDA_ITEM))
      return TRUE;
  return FALSE;
}

/* A decision is typed under the slide that it is about: the keys of slides are letters there. */
static void
test_decide (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = fixture->robot;

  vigie_robot_key (robot, "F5");
  wait_slide (fixture, 0);
  vigie_robot_key (robot, "d");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_INVALID, _ ("What is resolved")));
  vigie_robot_type (robot, "bad");
  vigie_robot_key (robot, "Return");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_INVALID, _ ("What is resolved"));
  g_assert_true (has_decision (fixture, "bad"));
  /* What is said is typed as well. */
  vigie_robot_key (robot, "m");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_INVALID, _ ("What is said")));
  vigie_robot_type (robot, "dab");
  vigie_robot_key (robot, "Return");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_INVALID, _ ("What is said"));
  /* The slides tell of it, and their keys are theirs again. */
  vigie_robot_key (robot, "Page_Down");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (fixture->deck, 1)));
}

/* Beside the wall: what comes next is there, and its keys are those of the wall. */
static void
test_presenter (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieRobot *robot = fixture->robot;

  vigie_robot_key (robot, "F5");
  wait_slide (fixture, 0);
  vigie_robot_key (robot, "s");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_INVALID, _ ("Presenter")));
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (fixture->deck, 1)));
  vigie_robot_key (robot, "Page_Down");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (fixture->deck, 2)));
  vigie_robot_key (robot, "s");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_INVALID, _ ("Presenter"));
}

typedef struct
{
  Fixture *fixture;
  guint slide;
  const char *words;
} Saying;

static gboolean
says (gpointer data)
{
  const Saying *saying = data;
  g_autoptr (AtspiAccessible) shown = vigie_robot_wait (
    saying->fixture->robot, ATSPI_ROLE_IMAGE, vigie_deck_get_slide_title (saying->fixture->deck, saying->slide));
  g_autofree char *words = atspi_accessible_get_description (shown, NULL);

  return g_strcmp0 (words, saying->words) == 0;
}

/* C tells what a figure was at the last meeting and what has happened since, and takes it away again. */
static void
test_compared (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDeck) compared = vigie_deck_compare (fixture->deck);
  guint slide = (guint) vigie_deck_find_slide (fixture->deck, "training-coverage");
  Saying since = { fixture, slide, vigie_deck_get_slide_words (compared, slide) };
  g_autofree char *number = g_strdup_printf ("%u", slide + 1);

  g_assert_cmpstr (since.words, !=, vigie_deck_get_slide_words (fixture->deck, slide));
  vigie_robot_key (fixture->robot, "F5");
  wait_slide (fixture, 0);
  vigie_robot_type (fixture->robot, number);
  vigie_robot_key (fixture->robot, "Return");
  wait_slide (fixture, slide);
  vigie_robot_key (fixture->robot, "c");
  vigie_robot_wait_until (says, &since);
  vigie_robot_key (fixture->robot, "c");
  since.words = vigie_deck_get_slide_words (fixture->deck, slide);
  vigie_robot_wait_until (says, &since);
}

static void
press (VigieRobot *robot, const char *mnemonic)
{
  g_autofree char *name = vigie_robot_dup_name (mnemonic);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);

  vigie_robot_press (button);
}

static void
wait_point (VigieRobot *robot, guint number, const char *title)
{
  g_autofree char *name = g_strdup_printf (C_ ("slide", "%1$u. %2$s"), number, title);

  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name));
}

/* The row of the next committee, from the list of meetings. */
static void
open_meeting (VigieRobot *robot)
{
  const char *column = vigie_field_get_label (&vigie_meeting_entity.fields[VIGIE_MEETING_TITLE]);
  g_autofree char *name = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), column, "Comité IA du groupement");
  g_autoptr (AtspiAccessible) cell = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name);
  g_autoptr (AtspiAccessible) row = vigie_look_dup_around (cell, ATSPI_ROLE_TABLE_ROW);

  vigie_robot_walk_to (robot, row);
  vigie_robot_key (robot, "Return");
}

/* As its secretary prepares the next committee: the order by the keyboard, a figure more, and then to the wall. */
static void
test_prepare (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "demo.vigie", NULL);
  g_autofree char *tongue = g_strconcat ("--lang=", language, NULL);
  const char *const arguments[] = { "--window-size=1024x700", "--page=meetings", tongue, path, NULL };
  const char *first = "Ce qui a changé depuis la dernière séance";
  const char *figure = vigie_figure_kind_title ((guint) vigie_figure_kind_from_id ("trust-map"));
  g_autoptr (AtspiAccessible) check = NULL;
  VigieRobot *robot;

  vigie_robot_stop (fixture->robot);
  robot = fixture->robot = vigie_robot_start (arguments);
  open_meeting (robot);
  press (robot, _ ("_Prepare…"));
  wait_point (robot, 1, first);
  vigie_robot_key (robot, "alt+Down");
  wait_point (robot, 2, first);
  vigie_robot_key (robot, "alt+Up");
  wait_point (robot, 1, first);
  press (robot, _ ("_Figures…"));
  check = vigie_robot_wait (robot, ATSPI_ROLE_CHECK_BOX, figure);
  vigie_robot_tab_to (robot, check);
  vigie_robot_key (robot, "space");
  press (robot, _ ("_Add"));
  wait_point (robot, 6, figure);
  press (robot, _ ("P_resent"));
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, "Comité IA du groupement"));
  vigie_robot_key (robot, "End");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_IMAGE, figure));
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_IMAGE, figure);
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
  g_test_add ("/committee/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/committee/grid", Fixture, NULL, set_up, test_grid, tear_down);
  g_test_add ("/committee/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/committee/decide", Fixture, NULL, set_up, test_decide, tear_down);
  /* Each in one language, which is what they have least to do with. */
  if (g_str_equal (language, "fr"))
    g_test_add ("/committee/prepare", Fixture, NULL, set_up, test_prepare, tear_down);
  else
    g_test_add ("/committee/compared", Fixture, NULL, set_up, test_compared, tear_down);
  g_test_add ("/committee/presenter", Fixture, NULL, set_up, test_presenter, tear_down);
  return g_test_run ();
}
