// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-keyboard.h"

#include "vigie-sight.h"
#include "vigie-tour.h"

#include "vigie-chart.h"

#include <adwaita.h>

#define MOST_STOPS 300
#define AROUND 8
/* WCAG 2.2, 2.4.13: what shows the focus is as large as a line of two pixels around the widget, and differs 3:1 from what
   is there without it. Round corners are shorter than square ones, and a line that lies between pixels has one whole. */
#define LINE 2
#define LEAST_CONTRAST 3.0
#define LEAST_OF_LINE 0.45

static GHashTable *looked_at; /* kinds of widgets */

static gboolean
find_words_cb (GtkWidget *widget, gpointer data)
{
  const char **words = data;

  if (*words == NULL && GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    *words = gtk_label_get_text (GTK_LABEL (widget));
  return *words == NULL;
}

static void
complain (const char *where, GtkWidget *widget, const char *what)
{
  g_autofree char *path = vigie_tour_dup_path (widget);
  const char *words = gtk_widget_get_tooltip_text (widget);

  vigie_tour_walk (widget, find_words_cb, &words);
  g_test_message ("%s: “%s” %s (%s)", where, words, what, path);
  g_test_fail ();
}

/* --- where Tab goes ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *where;
  GtkWidget *window;
  GPtrArray *wanted; /* all that takes the keyboard */
  GPtrArray *stops;  /* as Tab comes to them */
} Round;

static gboolean
takes_keyboard (GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    if (!gtk_widget_get_can_focus (at))
      return FALSE;
  return TRUE;
}

/* They take the keyboard only to hand it on to what is in them. */
static gboolean
hands_on (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_LIST_BASE (widget) || GTK_IS_COLUMN_VIEW (widget) ||
         GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || GTK_IS_ROOT (widget) || ADW_IS_DIALOG (widget) ||
         g_str_equal (gtk_widget_get_css_name (widget), "sheet");
}

static gboolean
want_cb (GtkWidget *widget, gpointer data)
{
  Round *round = data;

  if (takes_keyboard (widget) && !hands_on (widget))
    g_ptr_array_add (round->wanted, widget);
  if (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (widget)))
    complain (round->where, widget, "keeps Tab for itself");
  return TRUE;
}

/* What the key does, from where the keyboard is. */
static GtkWidget *
go (GtkWidget *window, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_signal_emit_by_name (focus != NULL ? focus : window, "move-focus", direction);
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static void
walk_round (GtkWidget *window, GtkDirectionType direction, GPtrArray *stops)
{
  GtkWidget *at;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while ((at = go (window, direction)) != NULL && !g_ptr_array_find (stops, at, NULL) && stops->len < MOST_STOPS)
    g_ptr_array_add (stops, at);
}

/* Where one of a list is a stop, it is the arrows that go on in it. */
static GtkWidget *
get_arrows (GtkWidget *widget)
{
  GtkWidget *box = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);
  GtkWidget *group = gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);

  if (box != NULL && gtk_list_box_get_tab_behavior (GTK_LIST_BOX (box)) == GTK_LIST_TAB_ITEM)
    return box;
  if (group == NULL)
    group = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BASE);
  return group != NULL ? group : gtk_widget_get_ancestor (widget, ADW_TYPE_TOGGLE_GROUP);
}

/* The arrows come to it, from where the keyboard is in its list. */
static gboolean
is_of_arrows (GtkWidget *widget, GPtrArray *stops)
{
  GtkWidget *list = get_arrows (widget);

  for (guint i = 0; list != NULL && i < stops->len; i++)
    if (gtk_widget_is_ancestor (stops->pdata[i], list))
      return TRUE;
  return FALSE;
}

/* A row whose text is typed in, or whose head opens it, is where that is. */
static gboolean
is_where_its_part_is (GtkWidget *widget, GPtrArray *stops)
{
  if (!ADW_IS_ENTRY_ROW (widget) && !ADW_IS_SPIN_ROW (widget) && !ADW_IS_EXPANDER_ROW (widget))
    return FALSE;
  for (guint i = 0; i < stops->len; i++)
    if (gtk_widget_is_ancestor (stops->pdata[i], widget))
      return TRUE;
  return FALSE;
}

static GtkWidget *
get_child_of (GtkWidget *ancestor, GtkWidget *widget)
{
  while (gtk_widget_get_parent (widget) != ancestor)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* As one reads: never back to what stands above, nor in one line to what stands before. */
static void
assert_read_on (Round *round, GtkWidget *from, GtkWidget *to)
{
  GtkWidget *common = gtk_widget_get_ancestor (from, GTK_TYPE_WIDGET);
  graphene_rect_t a, b;
  float together;

  while (common == from || !gtk_widget_is_ancestor (from, common) || !gtk_widget_is_ancestor (to, common))
    if (common == to || (common = gtk_widget_get_parent (common)) == NULL || common == to)
      return; /* into a row, or out of it */
  if (!gtk_widget_compute_bounds (get_child_of (common, from), common, &a) ||
      !gtk_widget_compute_bounds (get_child_of (common, to), common, &b))
    return;
  together = MIN (a.origin.y + a.size.height, b.origin.y + b.size.height) - MAX (a.origin.y, b.origin.y);
  if (b.origin.y + b.size.height <= a.origin.y + 1 ||
      (together > MIN (a.size.height, b.size.height) / 2 && b.origin.x + b.size.width <= a.origin.x + 1))
    {
      g_autofree char *path = vigie_tour_dup_path (from);
      g_autofree char *what = g_strdup_printf ("comes after what one reads after it: %s", path);

      complain (round->where, to, what);
    }
}

static GtkEventController *
get_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static char *
dup_read_out (VigieChart *chart, guint key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (get_keys (GTK_WIDGET (chart)), "key-pressed", key, 0, 0, &handled);
  return vigie_chart_dup_sentence (chart);
}

/* One stop of Tab, in which the arrows go from mark to mark, each read out, and Escape lets go, back to the mark that the
   page is about, if any. */
static void
assert_chart (Round *round, VigieChart *chart)
{
  g_autofree char *before = vigie_chart_dup_sentence (chart);
  g_autofree char *first = dup_read_out (chart, GDK_KEY_Right);
  g_autofree char *next = dup_read_out (chart, GDK_KEY_Right);
  g_autofree char *below = dup_read_out (chart, GDK_KEY_Down);
  g_autofree char *none = dup_read_out (chart, GDK_KEY_Escape);

  if (first == NULL)
    complain (round->where, GTK_WIDGET (chart), "reads out no mark");
  else if (g_strcmp0 (first, next) == 0 && g_strcmp0 (first, below) == 0)
    complain (round->where, GTK_WIDGET (chart), "does not go from mark to mark");
  if (g_strcmp0 (none, before) != 0)
    complain (round->where, GTK_WIDGET (chart), "does not let go of a mark");
}

static void
assert_walk (Round *round, GtkWidget *root)
{
  g_autoptr (GPtrArray) back = g_ptr_array_new ();

  vigie_tour_walk (root, want_cb, round);
  walk_round (round->window, GTK_DIR_TAB_BACKWARD, back);
  walk_round (round->window, GTK_DIR_TAB_FORWARD, round->stops);
  if (round->stops->len == MOST_STOPS)
    complain (round->where, round->stops->pdata[MOST_STOPS - 1], "is not the last that Tab comes to");
  for (guint i = 0; i < round->wanted->len; i++)
    {
      GtkWidget *widget = round->wanted->pdata[i];

      if (!g_ptr_array_find (round->stops, widget, NULL) && !is_of_arrows (widget, round->stops) &&
          !is_where_its_part_is (widget, round->stops))
        complain (round->where, widget, "is nowhere on the way of Tab");
    }
  for (guint i = 0; i < round->stops->len; i++)
    if (!g_ptr_array_find (back, round->stops->pdata[i], NULL) && !is_of_arrows (round->stops->pdata[i], back))
      complain (round->where, round->stops->pdata[i], "is not on the way back");
  for (guint i = 0; i < round->stops->len; i++)
    if (VIGIE_IS_CHART (round->stops->pdata[i]))
      assert_chart (round, round->stops->pdata[i]);
  for (guint i = 1; i < round->stops->len; i++)
    assert_read_on (round, round->stops->pdata[i - 1], round->stops->pdata[i]);
}

/* --- whether one sees where it is ---------------------------------------------------------------------- */

static void
painted_cb (GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
let_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* The widget as a person knows it: its field or row, whose edge is what shows the focus. */
static GtkWidget *
get_whole (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

  if (GTK_IS_TEXT_VIEW (widget) && row != NULL)
    return row;
  if (!GTK_IS_TEXT (widget))
    return widget;
  return ADW_IS_ENTRY_ROW (row) || ADW_IS_SPIN_ROW (row) ? row : gtk_widget_get_parent (widget);
}

static guint
count_changed (const VigieSight *with, const VigieSight *without)
{
  guint n = 0;

  for (int y = with->top; y < with->top + with->height; y++)
    for (int x = with->left; x < with->left + with->width; x++)
      n += vigie_sight_contrast (vigie_sight_get (with, x, y), vigie_sight_get (without, x, y)) >= LEAST_CONTRAST;
  return n;
}

static char *
dup_kind (GtkWidget *widget)
{
  g_autofree char *path = vigie_tour_dup_path (widget);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *all = g_strjoinv (".", classes);

  return g_strconcat (path, " .", all, NULL);
}

/* What of the window shows it: that of what it is scrolled in. */
static graphene_rect_t
get_view (GtkWidget *window, GtkWidget *widget)
{
  graphene_rect_t view =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window), (float) gtk_widget_get_height (window));
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t part;

  if (scrolled != NULL && gtk_widget_compute_bounds (scrolled, window, &part))
    g_assert_true (graphene_rect_intersection (&view, &part, &view));
  return view;
}

/* How long its edge is, of what is in view. */
static double
measure_edge (const graphene_rect_t *bounds, const graphene_rect_t *view)
{
  graphene_rect_t part;
  double length = 0;

  if (!graphene_rect_intersection (bounds, view, &part))
    return 0;
  length += bounds->origin.y >= view->origin.y ? part.size.width : 0;
  length += bounds->origin.y + bounds->size.height <= view->origin.y + view->size.height ? part.size.width : 0;
  length += bounds->origin.x >= view->origin.x ? part.size.height : 0;
  length += bounds->origin.x + bounds->size.width <= view->origin.x + view->size.width ? part.size.height : 0;
  return length;
}

static void
assert_seen (Round *round, GtkWidget *widget)
{
  GtkWidget *whole = get_whole (widget);
  g_autoptr (VigieSight) with = NULL;
  g_autoptr (VigieSight) without = NULL;
  graphene_rect_t bounds, around, view;
  double line;
  guint n;

  /* As with keys, which come one by one: what scrolls goes from where it is. */
  gtk_window_set_focus (GTK_WINDOW (round->window), NULL);
  let_paint (round->window);
  gtk_window_set_focus_visible (GTK_WINDOW (round->window), TRUE);
  gtk_widget_grab_focus (widget);
  let_paint (round->window);
  let_paint (round->window);
  g_assert_true (gtk_widget_compute_bounds (whole, round->window, &bounds));
  view = get_view (round->window, whole);
  line = LINE * measure_edge (&bounds, &view);
  if (line <= 0)
    {
      complain (round->where, widget, "has the keyboard where it is not seen");
      return;
    }
  graphene_rect_inset_r (&bounds, -AROUND, -AROUND, &around);
  with = vigie_sight_new (round->window, &around);
  gtk_window_set_focus (GTK_WINDOW (round->window), NULL);
  let_paint (round->window);
  without = vigie_sight_new (round->window, &around);
  n = count_changed (with, without);
  if (n < LEAST_OF_LINE * line)
    {
      g_autofree char *what = g_strdup_printf ("does not show that it has the keyboard: %u pixels of %.0f", n, line);

      complain (round->where, widget, what);
    }
}

static void
look_at_new_kinds (Round *round)
{
  for (guint i = 0; i < round->stops->len; i++)
    {
      g_autofree char *kind = dup_kind (round->stops->pdata[i]);

      if (g_hash_table_add (looked_at, g_steal_pointer (&kind)))
        assert_seen (round, round->stops->pdata[i]);
    }
}

static GtkWidget *
get_root (GtkWidget *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return dialog != NULL ? GTK_WIDGET (dialog) : window;
}

/**
 * vigie_keyboard_walk:
 * @where: what the window shows, for whoever reads why a test failed
 *
 * Fails unless Tab comes to all that takes the keyboard, as one reads, comes round again, and goes the same way back.
 */
void
vigie_keyboard_walk (GtkWidget *window, const char *where)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  Round round = { where, window, wanted, stops };

  assert_walk (&round, get_root (window));
  g_test_message ("%s: Tab stops %u times", where, stops->len);
}

/**
 * vigie_keyboard_look:
 *
 * Fails unless one sees where the keyboard is: at every kind of widget that was not looked at before.
 */
void
vigie_keyboard_look (GtkWidget *window, const char *where)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  Round round = { where, window, NULL, stops };

  walk_round (window, GTK_DIR_TAB_FORWARD, stops);
  g_assert_cmpuint (stops->len, >, 0);
  if (looked_at == NULL)
    looked_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_at_new_kinds (&round);
}
