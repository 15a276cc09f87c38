// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-in-process.h"
#include "vigie-test.h"

#include "vigie-chart.h"
#include "vigie-clock.h"
#include "vigie-completion.h"
#include "vigie-deck.h"
#include "vigie-field-text.h"
#include "vigie-figure-table.h"
#include "vigie-format.h"
#include "vigie-headline-card.h"
#include "vigie-list-kind.h"
#include "vigie-row-list.h"
#include "vigie-session.h"
#include "vigie-shelf.h"
#include "vigie-slide-view.h"
#include "vigie-user-group.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#define TODAY VIGIE_IN_PROCESS_TODAY

static void
test_chart (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieOverview) overview = vigie_in_process_load_overview (store);

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, overview);
      GtkWidget *chart = g_object_ref_sink (g_object_new (VIGIE_TYPE_CHART, NULL));
      int least, wide, narrow;

      vigie_chart_set_figure (VIGIE_CHART (chart), figure);
      gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_GROUP);
      gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, vigie_figure_get_title (figure));
      gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           vigie_figure_get_sentence (figure));
      g_assert_true (gtk_widget_get_focusable (chart));
      gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 312);
      gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 1000, &wide, NULL, NULL, NULL);
      gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, least, &narrow, NULL, NULL, NULL);
      g_assert_cmpint (wide, >, 60);
      g_assert_cmpint (narrow, >, 60);
      g_assert_null (vigie_chart_dup_sentence (VIGIE_CHART (chart)));
      g_assert_finalize_object (chart);
    }
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* Moves the pointer over the chart until it reads out something else than @other. */
static void
point_at_another (VigieChart *chart, const char *other, double *x, double *y)
{
  GtkEventController *motion = find_controller (GTK_WIDGET (chart), GTK_TYPE_EVENT_CONTROLLER_MOTION);

  for (*y = 0; *y < gtk_widget_get_height (GTK_WIDGET (chart)); *y += 4)
    for (*x = 0; *x < gtk_widget_get_width (GTK_WIDGET (chart)); *x += 4)
      {
        g_autofree char *said = NULL;

        g_signal_emit_by_name (motion, "motion", *x, *y);
        said = vigie_chart_dup_sentence (chart);
        if (said != NULL && g_strcmp0 (said, other) != 0)
          return;
      }
  g_assert_not_reached ();
}

static void
assert_says (VigieChart *chart, const char *sentence)
{
  g_autofree char *said = vigie_chart_dup_sentence (chart);

  g_assert_cmpstr (said, ==, sentence);
}

/* A chart that scrolls under a pointer at rest goes on reading out what the keyboard is at. */
static void
test_chart_pointer_at_rest (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieOverview) overview = vigie_in_process_load_overview (store);
  g_autoptr (VigieFigure) figure = vigie_figure_new (0, overview);
  GtkWidget *window = gtk_window_new ();
  VigieChart *chart = g_object_new (VIGIE_TYPE_CHART, NULL);
  GtkEventController *motion = find_controller (GTK_WIDGET (chart), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  GtkEventController *keys = find_controller (GTK_WIDGET (chart), GTK_TYPE_EVENT_CONTROLLER_KEY);
  g_autofree char *first = NULL;
  gboolean handled = FALSE;
  double x, y;

  vigie_chart_set_figure (chart, figure);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 900);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chart));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (GTK_WIDGET (chart)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Right, 0, 0, &handled);
  g_assert_true (handled);
  first = vigie_chart_dup_sentence (chart);
  g_assert_nonnull (first);
  point_at_another (chart, first, &x, &y);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Home, 0, GDK_CONTROL_MASK, &handled);
  assert_says (chart, first);
  g_signal_emit_by_name (motion, "enter", x, y);
  assert_says (chart, first);
  g_signal_emit_by_name (motion, "motion", x, y);
  assert_says (chart, first);
  point_at_another (chart, first, &x, &y);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static void
test_headline_card (void)
{
  VigieHeadline headline = {
    .id = "one",
    .label = (char *) "Systems",
    .value = 3,
    .value_text = (char *) "3",
    .change_text = (char *) "+1",
    .change = VIGIE_JUDGEMENT_GOOD,
    .definition = (char *) "Counted.",
    .page = "systems",
  };
  GtkWidget *card = g_object_ref_sink (vigie_headline_card_new (&headline));
  GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_first_child (card));

  while (button != NULL && !gtk_widget_has_css_class (button, "vigie-headline"))
    button = gtk_widget_get_next_sibling (button);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Systems: 3");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "+1");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-page");
  headline.page = NULL;
  vigie_headline_card_show (VIGIE_HEADLINE_CARD (card), &headline);
  g_assert_null (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));
  g_assert_finalize_object (card);
}

static void
wait_for_rows (VigieRowList *rows, guint n)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (g_list_model_get_n_items (G_LIST_MODEL (rows)) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Rows of every page come, in the order asked for, whichever is looked at first. */
static void
test_row_list (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  VigieQuery query = { .entity = &vigie_system_list.entity,
                       .list = &vigie_system_list,
                       .as_of = TODAY,
                       .sort_field = VIGIE_SYSTEM_LIST_NAME };
  g_autoptr (GPtrArray) expected = vigie_store_list (store, &query, NULL, NULL, NULL);
  VigieRowList *rows = vigie_row_list_new (store, &vigie_list_kind_systems, TODAY);

  g_assert_cmpuint (expected->len, >, 5);
  wait_for_rows (rows, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (VigieRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_cmpstr (vigie_record_get_text (vigie_row_get_record (row), VIGIE_SYSTEM_LIST_NAME), ==,
                       vigie_record_get_text (g_ptr_array_index (expected, i), VIGIE_SYSTEM_LIST_NAME));
    }
  vigie_row_list_set_search (rows, "zzzzzz");
  wait_for_rows (rows, 0);
  g_assert_finalize_object (rows);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

/* Most of a list of a million rows has been scrolled past, or has yet to come. */
static void
test_row_list_forgets (void)
{
  static const VigieListKind completions = { .entity = &vigie_completion_entity,
                                             .searched = &vigie_completion_entity,
                                             .name = VIGIE_COMPLETION_STAFF,
                                             .columns = { VIGIE_COMPLETION_STAFF, -1 },
                                             .sort = -1 };
  const VigieQuery query = { .entity = &vigie_completion_entity, .sort_field = -1, .limit = 1 };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (VigieRowList) rows = vigie_row_list_new (store, &completions, TODAY);
  g_autofree GWeakRef *seen = NULL;
  gint64 total = 0;
  guint alive = 0;
  guint n_pages;

  one = vigie_store_list (store, &query, &total, NULL, NULL);
  n_pages = (guint) total / 100;
  g_assert_cmpuint (n_pages, >, 15);
  wait_for_rows (rows, (guint) total);
  seen = g_new0 (GWeakRef, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (VigieRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i * 100);
      g_autoptr (VigieRow) first = g_list_model_get_item (G_LIST_MODEL (rows), 0);

      g_weak_ref_init (&seen[i], row);
      /* What is looked at all the time is not the one to go. */
      g_assert_nonnull (vigie_row_get_record (first));
      while (i + 1 == n_pages && vigie_row_get_record (row) == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (VigieRow) row = g_weak_ref_get (&seen[i]);

      alive += row != NULL;
      g_weak_ref_clear (&seen[i]);
    }
  g_assert_cmpuint (alive, >, 1);
  g_assert_cmpuint (alive, <=, 12);
  g_clear_object (&rows);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static void
test_field_text (void)
{
  static const struct
  {
    gint64 users;
    const char *text;
  } cases[] = { { 0, "0" }, { 1, "< 5" }, { 4, "< 5" }, { 5, "5" }, { 1200, "1,200" } };
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_system_list.entity);
  g_autofree char *unknown = vigie_field_text_dup (record, VIGIE_SYSTEM_LIST_USERS);

  g_assert_cmpstr (unknown, ==, VIGIE_NOT_MEASURED);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      vigie_record_set_number (record, VIGIE_SYSTEM_LIST_USERS, cases[i].users);
      text = vigie_field_text_dup (record, VIGIE_SYSTEM_LIST_USERS);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_shelf_path (void)
{
  g_autofree char *folder = vigie_shelf_dup_folder ();
  g_autofree char *path = vigie_shelf_dup_free_path ("../CH: Nord/Sud");
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = vigie_shelf_dup_name (path);
  g_autofree char *second = NULL;

  g_assert_cmpstr (parent, ==, folder);
  g_assert_true (vigie_shelf_holds (path));
  g_assert_cmpstr (name, ==, "-.-CH- Nord-Sud");
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  second = vigie_shelf_dup_free_path ("../CH: Nord/Sud");
  g_assert_cmpstr (second, !=, path);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
let_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* In the frame that shows @figure first, and in that which fades what one entry of the legend does not explain. */
static void
assert_way (VigieChart *chart, VigieFigure *figure, gboolean animated)
{
  gboolean handled = FALSE;

  vigie_chart_set_figure (chart, figure);
  let_paint (GTK_WIDGET (chart));
  g_assert_cmpint (vigie_chart_is_on_its_way (chart), ==, animated);
  g_signal_emit_by_name (find_controller (GTK_WIDGET (chart), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", GDK_KEY_l,
                         0, 0, &handled);
  g_assert_true (handled);
  g_assert_cmpint (vigie_chart_is_on_its_way (chart), ==, animated);
}

/* A chart goes from what it showed to what it shows; where animations are off, it is there at once. */
static void
test_chart_way (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieScope) earlier = vigie_scope_new (vigie_date_new (2026, 2, 1), NULL, NULL);
  g_autoptr (VigieOverview) now = vigie_in_process_load_overview (store);
  g_autoptr (VigieOverview) then = vigie_overview_load (store, earlier, NULL, NULL);
  g_autoptr (VigieFigure) figure_now = vigie_figure_new (0, now);
  g_autoptr (VigieFigure) figure_then = vigie_figure_new (0, then);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  VigieChart *chart = g_object_new (VIGIE_TYPE_CHART, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (chart));
  vigie_chart_set_figure (chart, figure_now);
  gtk_window_present (GTK_WINDOW (window));
  let_paint (window);
  let_paint (window);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  assert_way (chart, figure_then, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  assert_way (chart, figure_now, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static double
main_thread_ms (void)
{
  struct timespec spent;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent), ==, 0);
  return (double) spent.tv_sec * 1000 + (double) spent.tv_nsec / 1e6;
}

#define FRAME_MS 16
#define SLIDES_TIMED 7u

/* What the main loop has to do until what was asked of the window is painted. */
static double
finish_paint (GtkWidget *widget, double before)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  return main_thread_ms () - before;
}

static double
time_slide (VigieSlideView *view, guint slide)
{
  double before = main_thread_ms ();

  vigie_slide_view_show_slide (view, slide);
  return finish_paint (GTK_WIDGET (view), before);
}

static GtkWindow *
show_large (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  while (gtk_widget_get_frame_clock (child) == NULL || gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static GdkTexture *
create_plain (int width, int height, guint8 shade)
{
  gsize size = (gsize) width * (gsize) height * 4;
  g_autoptr (GBytes) pixels = g_bytes_new_take (memset (g_malloc (size), shade, size), size);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8X8, pixels, (gsize) width * 4);
}

/* What the renderer takes for a window of the size that shows one ready picture after another, and nothing else. */
static double
time_peer (int width, int height, guint n)
{
  GtkWidget *picture = gtk_picture_new ();
  GtkWindow *window = show_large (picture, width, height);
  g_autoptr (GdkTexture) one = create_plain (width, height, 0xff);
  g_autoptr (GdkTexture) other = create_plain (width, height, 0x20);
  double sum = 0;

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  for (guint i = 0; i < n; i++)
    {
      double before = main_thread_ms ();

      gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (i % 2 == 0 ? one : other));
      sum += finish_paint (picture, before);
    }
  gtk_window_destroy (window);
  return sum / n;
}

static void
time_wall (VigieDeck *deck, int width, int height)
{
  VigieSlideView *view = g_object_new (VIGIE_TYPE_SLIDE_VIEW, NULL);
  guint n = MIN (vigie_deck_get_n_slides (deck), SLIDES_TIMED);
  double peer = time_peer (width, height, 8);
  double most = 0, sum = 0, first;
  GtkWindow *window;

  vigie_slide_view_set_deck (view, deck);
  window = show_large (GTK_WIDGET (view), width, height);
  first = time_slide (view, n - 1);
  time_slide (view, 0);
  for (guint slide = 1; slide < n; slide++)
    {
      double spent;

      while (!vigie_slide_view_is_ready (view))
        g_main_context_iteration (NULL, TRUE);
      spent = time_slide (view, slide);
      g_assert_cmpuint (vigie_slide_view_get_slide (view), ==, slide);
      most = MAX (most, spent);
      sum += spent;
    }
  g_test_message (
    "main loop from a key to its slide at %d×%d: %.1f ms on average, at most %.1f ms; a window that shows "
    "one ready picture after the other takes this renderer %.1f ms, so that %.1f ms are ours; of a slide "
    "that was not drawn ahead %.1f ms",
    width, height, sum / (n - 1), most, peer, sum / (n - 1) - peer, first);
  /* A slide that is ready costs what its picture costs; others on the machine make both slower. */
  g_assert_cmpfloat (sum / (n - 1), <, 2 * peer + FRAME_MS);
  gtk_window_destroy (window);
}

/* The slides beside the one that is shown are drawn while nobody waits for them. */
static void
test_slides_ahead (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieOverview) overview = vigie_in_process_load_overview (store);
  g_autoptr (VigieDeck) deck = vigie_deck_new (overview);

  time_wall (deck, 1024, 768);
  time_wall (deck, 1920, 1080);
  time_wall (deck, 3840, 2160);
  vigie_test_remove_folder (folder);
}

/* Today goes on at midnight, where today is what was asked about. */
static void
test_session_day (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieOverview) overview = vigie_in_process_load_overview (store);
  VigieDate today = vigie_clock_today ();
  g_autoptr (VigieScope) scope = vigie_scope_new (today, NULL, "IDE");
  g_autoptr (VigieScope) past = vigie_scope_new (today - 100, NULL, NULL);
  VigieSession *session = vigie_session_new (store, scope, overview);

  g_assert_cmpint (vigie_session_get_today (session), ==, today);
  vigie_session_begin_day (session, today + 1);
  g_assert_cmpint (vigie_session_get_as_of (session), ==, today + 1);
  g_assert_cmpstr (vigie_scope_get_profession (vigie_session_get_scope (session)), ==, "IDE");
  g_assert_cmpint (vigie_store_get_day (store), ==, today + 1);
  vigie_session_set_scope (session, past);
  vigie_session_begin_day (session, today + 2);
  g_assert_cmpint (vigie_session_get_as_of (session), ==, today - 100);
  g_assert_cmpint (vigie_session_get_today (session), ==, today + 2);
  g_object_run_dispose (G_OBJECT (session));
  g_object_unref (session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  gtk_disable_setlocale ();
  vigie_language_init ("en");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  /* The accessibility of tests has no announcements, which a chart in a window makes. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    {
      g_test_add_func ("/widgets/chart/pointer-at-rest", test_chart_pointer_at_rest);
      g_test_add_func ("/widgets/chart/way", test_chart_way);
      g_test_add_func ("/widgets/slides-ahead", test_slides_ahead);
      return g_test_run ();
    }
  g_test_add_func ("/widgets/chart/any-width", test_chart);
  g_test_add_func ("/widgets/headline-card", test_headline_card);
  g_test_add_func ("/widgets/row-list", test_row_list);
  g_test_add_func ("/widgets/row-list/forgets", test_row_list_forgets);
  g_test_add_func ("/widgets/field-text", test_field_text);
  g_test_add_func ("/widgets/shelf-path", test_shelf_path);
  g_test_add_func ("/widgets/session/day", test_session_day);
  return g_test_run ();
}
