// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a committee is shown and handed, in this process: the line in which one types on the wall, a screen in a lobby
 * while data change, the choice of the screen where there are two, and the board pack while it is made.
 */

#include "vigie-sight.h"
#include "vigie-test.h"
#include "vigie-tour.h"

#include "vigie-action.h"
#include "vigie-application.h"
#include "vigie-committee-window-private.h"
#include "vigie-demo.h"
#include "vigie-format.h"
#include "vigie-pack-dialog.h"
#include "vigie-pack-language.h"
#include "vigie-window.h"

#include <glib/gi18n.h>

#define TODAY vigie_date_new (2026, 11, 23)
#define LEAST_CONTRAST 7.0
#define PART_OF_HEIGHT 40

typedef struct
{
  char *folder;
  VigieWindow *window;
} Fixture;

static VigieApplication *application;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL, .seed = 1, .today = TODAY };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  path = g_build_filename (fixture->folder, "demo.vigie", NULL);
  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->window = vigie_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 650);
  gtk_window_present (GTK_WINDOW (fixture->window));
  file = g_file_new_for_path (path);
  vigie_window_open (fixture->window, file);
  while (vigie_window_get_store (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  vigie_tour_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* A window other than the main one that is @type; NULL where there is none. */
static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type) && !VIGIE_IS_WINDOW (toplevel))
        return toplevel;
    }
  return NULL;
}

static VigieCommitteeWindow *
begin_committee (Fixture *fixture)
{
  GtkWidget *wall;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.begin-committee", NULL);
  while ((wall = find_toplevel (VIGIE_TYPE_COMMITTEE_WINDOW)) == NULL || !gtk_widget_get_mapped (wall))
    g_main_context_iteration (NULL, TRUE);
  vigie_tour_settle (wall);
  return VIGIE_COMMITTEE_WINDOW (wall);
}

static void
end_committee (VigieCommitteeWindow *wall)
{
  gtk_window_destroy (GTK_WINDOW (wall));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- what is typed on the wall ------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *wall;
  VigieSight *sight;
  guint n;
} Reading;

/* In pixels, where it is as large as the font says. */
static double
get_size (GtkWidget *widget)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  g_assert_true (pango_font_description_get_size_is_absolute (font));
  return (double) pango_font_description_get_size (font) / PANGO_SCALE;
}

static gboolean
is_whole (const graphene_rect_t *bounds, GtkWidget *wall)
{
  return graphene_rect_contains_rect (
    &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (wall), (float) gtk_widget_get_height (wall)), bounds);
}

static gboolean
read_cb (GtkWidget *widget, gpointer data)
{
  Reading *reading = data;
  const char *text = GTK_IS_LABEL (widget)  ? gtk_label_get_text (GTK_LABEL (widget))
                     : GTK_IS_TEXT (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget))
                                            : NULL;
  graphene_rect_t bounds;
  double found;

  if (text == NULL)
    return TRUE;
  if (*text == '\0' && GTK_IS_TEXT (widget))
    text = gtk_text_get_placeholder_text (GTK_TEXT (widget));
  if (text == NULL || *text == '\0' || !gtk_widget_compute_bounds (widget, reading->wall, &bounds) ||
      !is_whole (&bounds, reading->wall))
    return TRUE;
  if (get_size (widget) * PART_OF_HEIGHT < gtk_widget_get_height (reading->wall))
    g_error ("“%s” is %.1f px high on a wall of %d", text, get_size (widget), gtk_widget_get_height (reading->wall));
  found = vigie_sight_measure_contrast (reading->sight, &bounds);
  if (found < LEAST_CONTRAST)
    g_error ("“%s” has a contrast of %.2f", text, found);
  reading->n++;
  return TRUE;
}

static guint
assert_read_from_afar (GtkWidget *wall, GtkWidget *part)
{
  Reading reading = { wall, NULL, 0 };

  vigie_tour_settle (wall);
  reading.sight = vigie_sight_new (wall, NULL);
  vigie_tour_walk (part, read_cb, &reading);
  vigie_sight_free (reading.sight);
  return reading.n;
}

static gboolean
type_cb (GtkWidget *widget, gpointer data)
{
  GtkWidget **text = data;

  if (*text == NULL && GTK_IS_TEXT (widget))
    *text = widget;
  return TRUE;
}

/* The line in which a decision is typed, its placeholders, the keys that are told and the titles of all slides are read
   from the last row, in a light room and in a dark one. */
static void
test_typed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  VigieCommitteeWindow *wall = begin_committee (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      GtkWidget *text = NULL;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      vigie_committee_window_take_key (wall, GDK_KEY_d, 0, 0);
      g_assert_cmpuint (assert_read_from_afar (GTK_WIDGET (wall), GTK_WIDGET (wall->entry)), >=, 4);
      vigie_tour_walk (GTK_WIDGET (wall->entry), type_cb, &text);
      g_assert_nonnull (text);
      gtk_editable_set_text (GTK_EDITABLE (text), "Déployer à Bellecombe");
      vigie_quick_entry_tell (wall->entry, "Say what is resolved.");
      g_assert_cmpuint (assert_read_from_afar (GTK_WIDGET (wall), GTK_WIDGET (wall->entry)), >=, 5);
      vigie_quick_entry_leave (wall->entry);
      vigie_committee_window_take_key (wall, GDK_KEY_d, 0, 0);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Déployer à Bellecombe");
      vigie_quick_entry_close (wall->entry);
      vigie_committee_window_take_key (wall, GDK_KEY_d, 0, 0);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
      vigie_quick_entry_close (wall->entry);
      vigie_committee_window_take_key (wall, GDK_KEY_question, 0, 0);
      /* All of them: none is cut at the edge of a wall of 4:3. */
      g_assert_cmpuint (assert_read_from_afar (GTK_WIDGET (wall), GTK_WIDGET (wall->help)), ==,
                        2 * vigie_committee_help_get_n_lines ());
      vigie_committee_window_take_key (wall, GDK_KEY_Escape, 0, 0);
      vigie_committee_window_take_key (wall, GDK_KEY_4, 0, 0);
      g_assert_cmpuint (assert_read_from_afar (GTK_WIDGET (wall), GTK_WIDGET (wall->number_label)), ==, 1);
      vigie_committee_window_take_key (wall, GDK_KEY_Escape, 0, 0);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  end_committee (wall);
}

/* --- a screen in a lobby ------------------------------------------------------------------------------ */

/* Slides that advance by themselves tell what the register says now: they do not begin again, nor stop. */
static void
test_lobby (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieCommitteeWindow *wall = begin_committee (fixture);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VigieRecord) action = vigie_record_new (&vigie_action_entity);
  g_autoptr (VigieDeck) before = vigie_deck_ref (vigie_slide_view_get_deck (wall->view));
  int slide = vigie_deck_find_slide (before, "actions");
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (slide, >, 0);
  said = g_strdup (vigie_deck_get_slide_words (before, (guint) slide));
  vigie_committee_window_show_slide (wall, (guint) slide);
  vigie_committee_window_take_key (wall, GDK_KEY_k, 0, 0);
  g_assert_cmpuint (wall->automatic_timeout, !=, 0);
  vigie_record_set_text (action, VIGIE_ACTION_CODE, "ACT-LOBBY");
  vigie_record_set_text (action, VIGIE_ACTION_TITLE, "Say so in the lobby");
  vigie_record_set_number (action, VIGIE_ACTION_KIND, 0);
  vigie_record_set_number (action, VIGIE_ACTION_STATUS, 0);
  vigie_record_set_date (action, VIGIE_ACTION_OPENED_ON, TODAY - 20);
  vigie_record_set_date (action, VIGIE_ACTION_DUE_ON, TODAY - 10);
  g_ptr_array_add (records, g_object_ref (action));
  g_assert_true (vigie_store_put_records (vigie_window_get_store (fixture->window), records, NULL, &error));
  g_assert_no_error (error);
  while (vigie_slide_view_get_deck (wall->view) == before)
    g_main_context_iteration (NULL, TRUE);
  slide = vigie_deck_find_slide (vigie_slide_view_get_deck (wall->view), "actions");
  g_assert_cmpstr (vigie_deck_get_slide_words (vigie_slide_view_get_deck (wall->view), (guint) slide), !=, said);
  g_assert_cmpint ((int) vigie_slide_view_get_slide (wall->view), ==, slide);
  g_assert_cmpuint (wall->automatic_timeout, !=, 0);
  vigie_committee_window_take_key (wall, GDK_KEY_k, 0, 0);
  g_assert_cmpuint (wall->automatic_timeout, ==, 0);
  end_committee (wall);
}

/* The slide under what is being typed stays. */
static void
test_advance (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieCommitteeWindow *wall = begin_committee (fixture);
  guint n = vigie_deck_get_n_slides (vigie_slide_view_get_deck (wall->view));

  vigie_committee_window_take_key (wall, GDK_KEY_m, 0, 0);
  vigie_committee_window_advance (wall);
  g_assert_cmpuint (vigie_slide_view_get_slide (wall->view), ==, 0);
  vigie_quick_entry_close (vigie_committee_window_get_entry (wall));
  vigie_committee_window_advance (wall);
  g_assert_cmpuint (vigie_slide_view_get_slide (wall->view), ==, 1);
  vigie_committee_window_take_key (wall, GDK_KEY_g, 0, 0);
  vigie_committee_window_advance (wall);
  g_assert_true (vigie_committee_window_shows_grid (wall));
  vigie_committee_window_show_slide (wall, n - 1);
  vigie_committee_window_advance (wall);
  g_assert_cmpuint (vigie_slide_view_get_slide (wall->view), ==, 0);
  end_committee (wall);
}

/* Unattended: the slides come with the register. */
static void
test_kiosk (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = g_object_ref (vigie_window_get_store (fixture->window));
  VigieCommitteeWindow *wall;

  vigie_window_begin_kiosk (fixture->window);
  vigie_window_set_store (fixture->window, store, NULL);
  while (find_toplevel (VIGIE_TYPE_COMMITTEE_WINDOW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wall = VIGIE_COMMITTEE_WINDOW (find_toplevel (VIGIE_TYPE_COMMITTEE_WINDOW));
  g_assert_cmpuint (wall->automatic_timeout, !=, 0);
  vigie_tour_settle (GTK_WIDGET (wall));
  end_committee (wall);
}

/* --- one screen or two ----------------------------------------------------------------------------------- */

static GdkMonitor *
new_monitor (GListStore *monitors)
{
  GdkMonitor *monitor = g_object_new (GDK_TYPE_MONITOR, "display", gdk_display_get_default (), NULL);

  g_list_store_append (monitors, monitor);
  g_object_unref (monitor);
  return monitor;
}

/* The slides go to the screen that the window is not on, whichever it is; and over the window where there is no other. */
static void
test_screens (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GListStore) monitors = g_list_store_new (GDK_TYPE_MONITOR);
  GdkMonitor *desk = new_monitor (monitors), *projector, *third;
  g_autoptr (GdkMonitor) none = vigie_committee_window_find_other (G_LIST_MODEL (monitors), desk);
  g_autoptr (GdkMonitor) from_desk = NULL;
  g_autoptr (GdkMonitor) from_projector = NULL;
  g_autoptr (GdkMonitor) on = NULL;
  g_autoptr (GdkMonitor) round = NULL;
  VigieCommitteeWindow *wall;

  g_assert_null (none);
  projector = new_monitor (monitors);
  from_desk = vigie_committee_window_find_other (G_LIST_MODEL (monitors), desk);
  from_projector = vigie_committee_window_find_other (G_LIST_MODEL (monitors), projector);
  g_assert_true (from_desk == projector);
  g_assert_true (from_projector == desk);
  third = new_monitor (monitors);
  on = vigie_committee_window_find_other (G_LIST_MODEL (monitors), projector);
  round = vigie_committee_window_find_other (G_LIST_MODEL (monitors), third);
  g_assert_true (on == third);
  g_assert_true (round == desk);
  /* On the one screen of this display the presenter's window comes when it is asked for, and goes with the wall. */
  wall = begin_committee (fixture);
  g_assert_null (wall->presenter);
  vigie_committee_window_take_key (wall, GDK_KEY_s, 0, 0);
  g_assert_nonnull (wall->presenter);
  vigie_tour_settle (GTK_WIDGET (wall->presenter));
  end_committee (wall);
  g_assert_null (find_toplevel (VIGIE_TYPE_PRESENTER_WINDOW));
}

/* --- the board pack ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *label;
  GtkWidget *found;
} Search;

static gboolean
search_cb (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->label != NULL && GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), search->label) == 0)
    search->found = widget;
  if (search->label == NULL && GTK_IS_PROGRESS_BAR (widget))
    search->found = widget;
  return search->found == NULL;
}

/* The button @label, or, without one, the bar; NULL where it is not shown. */
static GtkWidget *
find_shown (GtkWidget *root, const char *label)
{
  Search search = { label, NULL };

  vigie_tour_walk (root, search_cb, &search);
  return search.found;
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_shown (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Begins to make it, and waits until it says how far it is. */
static void
make (GtkWidget *dialog)
{
  GtkWidget *bar;

  click (dialog, _ ("_Print…"));
  bar = find_shown (dialog, NULL);
  g_assert_nonnull (bar);
  g_assert_null (find_shown (dialog, _ ("_Print…")));
  while (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) <= 0)
    g_main_context_iteration (NULL, TRUE);
}

/* It says how far it is; stopped, it lets one choose again; at the end the system asks for a printer; and who leaves it
   with Escape has stopped it. */
static void
test_pack (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  AdwDialog *dialog;

  gtk_widget_activate_action (window, "win.print", NULL);
  vigie_tour_settle (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (VIGIE_IS_PACK_DIALOG (dialog));
  make (GTK_WIDGET (dialog));
  click (GTK_WIDGET (dialog), _ ("_Cancel"));
  while (find_shown (GTK_WIDGET (dialog), _ ("_Print…")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_toplevel (GTK_TYPE_WINDOW));
  make (GTK_WIDGET (dialog));
  while (find_toplevel (GTK_TYPE_WINDOW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  vigie_tour_settle (find_toplevel (GTK_TYPE_WINDOW));
  gtk_window_close (GTK_WINDOW (find_toplevel (GTK_TYPE_WINDOW)));
  while (find_toplevel (GTK_TYPE_WINDOW) != NULL)
    g_main_context_iteration (NULL, TRUE);
  make (GTK_WIDGET (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_close (dialog);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_toplevel (GTK_TYPE_WINDOW));
}

typedef struct
{
  GtkWidget *row;
} Choice;

static gboolean
find_choice_cb (GtkWidget *widget, gpointer data)
{
  if (ADW_IS_COMBO_ROW (widget))
    ((Choice *) data)->row = widget;
  return ((Choice *) data)->row == NULL;
}

static void
written_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vigie_pack_language_write_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* The pack's language is chosen by its own name, is remembered, and is that of what is written, of the day and the part
   of the organisation that the window shows. */
static void
test_pack_language (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  VigieStore *store = vigie_window_get_store (fixture->window);
  VigieBoardPackOptions options = { .sections = (const char *const[]) { "essentials", NULL } };
  g_autoptr (VigieScope) scope = vigie_scope_new (TODAY, NULL, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "pack.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *command = g_strdup_printf ("pdftotext \"%s\" -", path);
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written = FALSE;

  for (int again = 0; again < 2; again++)
    {
      Choice choice = { NULL };
      AdwDialog *dialog;

      gtk_widget_activate_action (window, "win.save-board-pack", NULL);
      vigie_tour_settle (window);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_true (VIGIE_IS_PACK_DIALOG (dialog));
      vigie_tour_walk (GTK_WIDGET (dialog), find_choice_cb, &choice);
      g_assert_nonnull (choice.row);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice.row)), ==,
                        again == 0 ? VIGIE_LANGUAGE_EN : VIGIE_LANGUAGE_FR);
      adw_combo_row_set_selected (ADW_COMBO_ROW (choice.row), VIGIE_LANGUAGE_FR);
      adw_dialog_force_close (dialog);
      vigie_tour_settle (window);
    }
  overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  vigie_pack_language_write_async (overview, vigie_store_get_path (store), path, &options, NULL, VIGIE_LANGUAGE_FR,
                                   NULL, written_cb, &written);
  while (!written)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "L’essentiel"));
  g_assert_nonnull (strstr (text, "23 novembre 2026"));
}

int
main (int argc, char *argv[])
{
  int result;

  gtk_disable_setlocale ();
  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  application = vigie_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/wall/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/wall/lobby", Fixture, NULL, set_up, test_lobby, tear_down);
  g_test_add ("/wall/advance", Fixture, NULL, set_up, test_advance, tear_down);
  g_test_add ("/wall/kiosk", Fixture, NULL, set_up, test_kiosk, tear_down);
  g_test_add ("/wall/screens", Fixture, NULL, set_up, test_screens, tear_down);
  g_test_add ("/wall/pack", Fixture, NULL, set_up, test_pack, tear_down);
  g_test_add ("/wall/pack-language", Fixture, NULL, set_up, test_pack_language, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
