// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-tour.h"

#include "vigie-application.h"
#include "vigie-chart.h"
#include "vigie-window.h"

#define STILL_MS 250
/* Long, for a sanitizer that unwinds whole stacks: nothing waits for it but a failure. */
#define DEADLINE_S 240
#define DEFAULT_DPI (96 * 1024)
#define NARROW 500
#define LONGEST_PATH 6

/**
 * vigie_tour_walk:
 *
 * Looks at every widget that is mapped, from @root down.
 */
void
vigie_tour_walk (GtkWidget *root, VigieTourLook look, gpointer data)
{
  if (!gtk_widget_get_mapped (root) || !look (root, data))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    vigie_tour_walk (child, look, data);
}

/**
 * vigie_tour_dup_path:
 *
 * Returns: (transfer full): what a widget is in, for whoever reads why a test failed
 */
char *
vigie_tour_dup_path (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; widget != NULL && i < LONGEST_PATH; i++, widget = gtk_widget_get_parent (widget))
    {
      const char *css = gtk_widget_get_css_name (widget);
      const char *name = G_OBJECT_TYPE_NAME (widget);

      g_string_append_printf (path, "%s%s", i > 0 ? " < " : "", g_str_has_prefix (name, "Vigie") ? name : css);
    }
  return g_string_free_and_steal (path);
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is to be laid out and painted comes first, however long it takes. */
static void
let_pass (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, ms, wake_cb, &over, NULL);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  guint n;
  guint hash;
} Sight;

static gboolean
see_cb (GtkWidget *widget, gpointer data)
{
  Sight *sight = data;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &bounds))
    return FALSE;
  sight->n++;
  sight->hash = sight->hash * 31 + (guint) (bounds.origin.x + 7 * bounds.origin.y + 13 * bounds.size.width);
  return TRUE;
}

/**
 * vigie_tour_settle:
 *
 * Lets the program work until nothing that it shows is new or moves.
 */
void
vigie_tour_settle (GtkWidget *window)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;
  Sight before = { 0 };

  for (;;)
    {
      Sight sight = { 0 };

      let_pass (STILL_MS);
      vigie_tour_walk (window, see_cb, &sight);
      if (sight.n > 0 && sight.n == before.n && sight.hash == before.hash)
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      before = sight;
    }
}

static gboolean
see_transition_cb (GtkWidget *widget, gpointer data G_GNUC_UNUSED)
{
  g_assert_false (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)));
  g_assert_false (GTK_IS_REVEALER (widget) && gtk_revealer_get_child_revealed (GTK_REVEALER (widget)) !=
                                                gtk_revealer_get_reveal_child (GTK_REVEALER (widget)));
  g_assert_false (VIGIE_IS_CHART (widget) && vigie_chart_is_on_its_way (VIGIE_CHART (widget)));
  return TRUE;
}

static void
watch_cb (GtkWidget *window)
{
  vigie_tour_walk (window, see_transition_cb, NULL);
}

/**
 * vigie_tour_watch:
 *
 * From now on, fails where what is painted is on its way from one state to another instead of being there.
 */
void
vigie_tour_watch (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (watch_cb), window,
                           G_CONNECT_SWAPPED);
}

static void
visit_dialog (VigieWindow *window, const char *action, const char *target, VigieTourVisit visit, gpointer data)
{
  AdwDialog *dialog;

  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", target);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  vigie_tour_settle (GTK_WIDGET (window));
  visit (GTK_WIDGET (window), action, data);
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      vigie_tour_settle (GTK_WIDGET (window));
    }
}

static void
visit_pages (VigieWindow *window, VigieTourVisit visit, gpointer data)
{
  static const char *const pages[] = {
    "overview", "systems", "systems/IA-2024-003", "training", "barriers", "actions", "incidents", "decisions",
    "meetings", "sites",   "reference",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      vigie_window_show_page (window, pages[i]);
      vigie_tour_settle (GTK_WIDGET (window));
      visit (GTK_WIDGET (window), pages[i], data);
    }
}

static void
visit_dialogs (VigieWindow *window, VigieTourVisit visit, gpointer data)
{
  static const char *const forms[] = {
    "systems", "barriers", "actions", "incidents", "decisions", "meetings", "sites"
  };

  visit_dialog (window, "win.show-controls", NULL, visit, data);
  visit_dialog (window, "win.show-backups", NULL, visit, data);
  visit_dialog (window, "win.show-history", "", visit, data);
  visit_dialog (window, "win.save-board-pack", NULL, visit, data);
  visit_dialog (window, "win.new", NULL, visit, data);
  visit_dialog (window, "app.preferences", NULL, visit, data);
  visit_dialog (window, "app.about", NULL, visit, data);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      vigie_window_show_page (window, forms[i]);
      vigie_tour_settle (GTK_WIDGET (window));
      visit_dialog (window, "win.add-record", NULL, visit, data);
    }
  vigie_window_show_page (window, "training");
  visit_dialog (window, "win.record-session", NULL, visit, data);
}

/**
 * vigie_tour:
 * @visit: called on the shelf, on each page and on each dialog
 *
 * Opens the window and goes through all of it.
 */
void
vigie_tour (const VigieTour *tour, VigieTourVisit visit, gpointer data)
{
  g_autoptr (VigieApplication) application = vigie_application_new ();
  g_autoptr (GFile) file = g_file_new_for_path (tour->path);
  g_autoptr (GError) error = NULL;
  VigieWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", DEFAULT_DPI * tour->percent / 100, "gtk-enable-animations",
                FALSE, NULL);
  window = vigie_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), tour->width, tour->width < NARROW ? 720 : 800);
  vigie_window_set_store (window, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  vigie_tour_settle (GTK_WIDGET (window));
  visit (GTK_WIDGET (window), "shelf", data);
  vigie_window_open (window, file);
  while (vigie_window_get_store (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  visit_pages (window, visit, data);
  visit_dialogs (window, visit, data);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
