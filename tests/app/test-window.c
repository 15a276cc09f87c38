// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-robot.h"
#include "vigie-look.h"
#include "vigie-test.h"

#include "vigie-demo.h"
#include "vigie-figure.h"
#include "vigie-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* The demonstration in the real window, compared with the overview of the same register. */
typedef struct
{
  char *folder;
  char *path;
  VigieOverview *overview;
} Fixture;

static const char *language;

static VigieDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vigie_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL, .seed = 1, .today = today () };
  g_autoptr (VigieScope) scope = vigie_scope_new (options.today, NULL, NULL);
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "demo.vigie", NULL);
  g_assert_true (vigie_demo_create (fixture->path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  fixture->overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->overview, vigie_overview_unref);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieRobot *
start (const char *path)
{
  g_autofree char *tongue = g_strconcat ("--lang=", language, NULL);
  const char *const arguments[] = { "--window-size=1280x800", tongue, path, NULL };

  return vigie_robot_start (arguments);
}

static void
test_headlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);

  g_assert_cmpuint (vigie_overview_get_n_headlines (fixture->overview), >, 3);
  for (guint i = 0; i < vigie_overview_get_n_headlines (fixture->overview); i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (fixture->overview, i);
      g_autofree char *name =
        g_strdup_printf (C_ ("spoken number", "%1$s: %2$s"), headline->label, headline->value_text);
      g_autoptr (AtspiAccessible) card = vigie_robot_wait (robot, ATSPI_ROLE_BUTTON, name);
      g_autofree char *change = atspi_accessible_get_description (card, NULL);

      g_assert_cmpstr (change, ==, headline->change_text != NULL ? headline->change_text : "");
    }
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);

  g_assert_cmpuint (vigie_overview_get_n_agenda (fixture->overview), >, 3);
  for (guint i = 0; i < 3; i++)
    {
      const VigieAgendaItem *item = vigie_overview_get_agenda_item (fixture->overview, i);
      g_autoptr (AtspiAccessible) title = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, item->title);
      g_autoptr (AtspiAccessible) reason = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, item->reason);

      g_assert_true (title != reason);
    }
}

static const VigieAgendaItem *
find_group (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    if (vigie_overview_get_agenda_item (fixture->overview, i)->rows != NULL)
      return vigie_overview_get_agenda_item (fixture->overview, i);
  g_assert_not_reached ();
}

/* The code of the system that a deployment is of. */
static const char *
find_system (Fixture *fixture, const char *deployment)
{
  const VigieFacts *facts = vigie_overview_get_picture (fixture->overview)->facts;

  for (gsize i = 0; i < facts->n_deployments; i++)
    if (g_str_equal (facts->deployments[i].code, deployment))
      return facts->systems[facts->deployments[i].system].code;
  g_assert_not_reached ();
}

/* By the keyboard alone: a matter opens to its rows, and a row to its record. */
static void
test_matter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);
  const VigieAgendaItem *group = find_group (fixture);
  const VigieAgendaItem *matter = g_ptr_array_index (group->rows, 0);
  g_autoptr (AtspiAccessible) title = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, group->title);
  g_autoptr (AtspiAccessible) item = vigie_look_dup_around (title, ATSPI_ROLE_LIST_ITEM);
  g_autoptr (AtspiAccessible) row_title = NULL;
  g_autoptr (AtspiAccessible) row = NULL;

  vigie_robot_tab_to (robot, item);
  vigie_robot_key (robot, "Return");
  row_title = vigie_robot_wait (robot, ATSPI_ROLE_LABEL, matter->title);
  row = vigie_look_dup_around (row_title, ATSPI_ROLE_LIST_ITEM);
  vigie_robot_tab_to (robot, row);
  vigie_robot_key (robot, "Return");
  /* The page of the system takes the place of the list, which is closed. */
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, find_system (fixture, matter->key)));
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, matter->title);
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);

  g_assert_cmpuint (vigie_figure_n_kinds (), >, 5);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, fixture->overview);
      g_autoptr (AtspiAccessible) chart =
        vigie_robot_wait (robot, ATSPI_ROLE_GROUPING, vigie_figure_get_title (figure));
      g_autofree char *description = atspi_accessible_get_description (chart, NULL);

      g_assert_cmpstr (description, ==, vigie_figure_get_sentence (figure));
    }
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);
  g_autoptr (VigieFigure) figure = vigie_figure_new (0, fixture->overview);
  const char *title = vigie_figure_get_title (figure);
  g_autofree char *button_name = g_strdup_printf (_ ("Show “%s” as a table"), title);
  g_autoptr (AtspiAccessible) button = vigie_robot_wait (robot, ATSPI_ROLE_TOGGLE_BUTTON, button_name);
  g_autoptr (GHashTable) names = NULL;

  vigie_robot_press (button);
  vigie_robot_wait_gone (robot, ATSPI_ROLE_GROUPING, title);
  names = vigie_robot_dup_names (robot, ATSPI_ROLE_LABEL);
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    for (guint column = 0; column < vigie_figure_get_n_columns (figure); column++)
      {
        g_autofree char *name =
          g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), vigie_figure_get_column (figure, column)->label,
                           vigie_figure_get_cell (figure, row, column)->text);

        g_test_message ("looking for the cell “%s”", name);
        g_assert_true (g_hash_table_contains (names, name));
      }
}

/* What the arrow keys read out is what the scene says, beside the mark and to a screen reader. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);
  g_autoptr (VigieFigure) figure = vigie_figure_new (0, fixture->overview);
  const VigieFrame frame = { .width = 600, .height = 400, .text_scale = 1 };
  g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);
  int first = vigie_scene_neighbour (scene, VIGIE_NO_DATUM, VIGIE_DIRECTION_FIRST);
  int next = vigie_scene_neighbour (scene, first, VIGIE_DIRECTION_DOWN);
  g_autofree char *first_sentence = vigie_scene_dup_sentence (scene, first);
  g_autofree char *next_sentence = vigie_scene_dup_sentence (scene, next);
  g_autoptr (AtspiAccessible) chart = vigie_robot_wait (robot, ATSPI_ROLE_GROUPING, vigie_figure_get_title (figure));

  g_assert_cmpint (first, !=, next);
  vigie_robot_tab_to (robot, chart);
  vigie_robot_key (robot, "Right");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, first_sentence));
  vigie_robot_wait_announced (robot, first_sentence);
  vigie_robot_key (robot, "Down");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, next_sentence));
  vigie_robot_wait_announced (robot, next_sentence);
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, next_sentence);
}

static char *
dup_row_count (gint64 n)
{
  g_autofree char *number = vigie_format_integer (n);

  return g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n), number);
}

static gint64
count_rows (Fixture *fixture, const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  VigieQuery query = { .entity = &vigie_system_list.entity,
                       .list = &vigie_system_list,
                       .as_of = today (),
                       .search = search,
                       .sort_field = -1 };
  g_autoptr (GPtrArray) rows = NULL;
  gint64 total = -1;

  g_assert_no_error (error);
  rows = vigie_store_list (store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  return total;
}

static char *
dup_part_count (gint64 n, gint64 of)
{
  g_autofree char *part = vigie_format_integer (n);
  g_autofree char *all = vigie_format_integer (of);

  g_assert_cmpint (n, <, of);
  return g_strdup_printf (ngettext ("%1$s of %2$s row", "%1$s of %2$s rows", (gulong) of), part, all);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (fixture->path);
  g_autofree char *all = dup_row_count (count_rows (fixture, NULL));
  g_autofree char *some = dup_part_count (count_rows (fixture, "sepsis"), count_rows (fixture, NULL));

  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_HEADING, _ ("What Needs a Decision")));
  vigie_robot_key (robot, "ctrl+2");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, all));
  vigie_robot_key (robot, "ctrl+f");
  vigie_robot_type (robot, "sepsis");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, some));
  vigie_robot_type (robot, "qqq");
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, _ ("Nothing Found")));
}

static void
test_shelf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieRobot) robot = start (NULL);
  const char *rows[] = { _ ("_New Register…"), _ ("_Open…"), _ ("_Explore the Demonstration") };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i], "_", 2);
      g_autofree char *name = g_strjoinv ("", parts);

      g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, name));
    }
}

/* What is no register is refused with a reason, and the shelf stays. */
static void
test_wrong_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "picture.vigie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRobot) robot = NULL;

  g_assert_true (g_file_set_contents (path, "\xff\xd8\xff\xe0 no register at all", -1, &error));
  g_assert_no_error (error);
  robot = start (path);
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, _ ("The Register Could Not Be Opened")));
  vigie_robot_key (robot, "Escape");
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, _ ("The Register Could Not Be Opened"));
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

  g_test_add ("/window/headlines", Fixture, NULL, set_up, test_headlines, tear_down);
  g_test_add ("/window/agenda", Fixture, NULL, set_up, test_agenda, tear_down);
  g_test_add ("/window/matter", Fixture, NULL, set_up, test_matter, tear_down);
  g_test_add ("/window/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/window/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/window/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/window/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/window/shelf", Fixture, NULL, set_up, test_shelf, tear_down);
  g_test_add ("/window/wrong-file", Fixture, NULL, set_up, test_wrong_file, tear_down);
  return g_test_run ();
}
