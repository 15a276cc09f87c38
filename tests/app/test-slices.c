// SPDX-License-Identifier: GPL-3.0-or-later

/* What the window shows comes and goes a little at a time, so that the main loop is never kept for all of it. */

#include "vigie-in-process.h"
#include "vigie-test.h"

#include "vigie-completion.h"
#include "vigie-row-list.h"
#include "vigie-seed.h"
#include "vigie-slices.h"
#include "vigie-system.h"

#define TODAY VIGIE_IN_PROCESS_TODAY

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

static void
note_change_cb (GListModel *rows G_GNUC_UNUSED, guint position, guint removed, guint added, guint *most)
{
  /* A view has made no widgets for those that come later. */
  if (position < 200)
    *most = MAX (*most, MAX (removed, added));
}

/* Rows that stay show something else, and are not made anew; of many, a few come and go at a time. */
static void
test_row_list_renews (void)
{
  static const VigieListKind completions = { .entity = &vigie_completion_entity,
                                             .searched = &vigie_completion_entity,
                                             .name = VIGIE_COMPLETION_STAFF,
                                             .columns = { VIGIE_COMPLETION_STAFF, -1 },
                                             .sort = -1 };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  VigieRowList *rows = vigie_row_list_new (store, &completions, TODAY);
  g_autoptr (VigieRow) first = NULL;
  g_autoptr (VigieRow) again = NULL;
  g_autoptr (VigieRecord) record = NULL;
  guint most = 0, n;

  g_signal_connect (rows, "items-changed", G_CALLBACK (note_change_cb), &most);
  while (g_list_model_get_n_items (G_LIST_MODEL (rows)) < 1000)
    g_main_context_iteration (NULL, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  first = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  record = g_object_ref (vigie_row_get_record (first));
  vigie_row_list_set_sort (rows, VIGIE_COMPLETION_COMPLETED_ON, TRUE);
  while (vigie_row_get_record (first) == record)
    g_main_context_iteration (NULL, TRUE);
  again = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  g_assert_true (again == first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, n);
  vigie_row_list_set_search (rows, "zzzzzz");
  wait_for_rows (rows, 0);
  vigie_row_list_set_search (rows, NULL);
  wait_for_rows (rows, n);
  g_assert_cmpuint (most, >, 0);
  g_assert_cmpuint (most, <=, 40);
  g_clear_object (&again);
  g_clear_object (&first);
  g_assert_finalize_object (rows);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static gboolean
count_slice_cb (GtkWidget *widget G_GNUC_UNUSED, gpointer data)
{
  guint *left = data;

  return --*left > 0;
}

static void
note_frame_cb (guint *frames)
{
  (*frames)++;
}

/* A frame is painted between a slice and the next; what cannot wait is done at once. */
static void
test_slices (void)
{
  GtkWidget *window = gtk_window_new ();
  guint left = 5, frames = 0;

  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (note_frame_cb), &frames);
  vigie_slices_begin (window, count_slice_cb, &left, NULL);
  g_assert_cmpuint (left, ==, 5);
  while (left > 2)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (5 - left, <=, frames);
    }
  vigie_slices_finish (window);
  g_assert_cmpuint (left, ==, 0);
  left = 3;
  vigie_slices_begin (window, count_slice_cb, &left, NULL);
  vigie_slices_stop (window);
  vigie_slices_finish (window);
  g_assert_cmpuint (left, ==, 3);
  vigie_slices_begin (window, count_slice_cb, &left, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (left, ==, 3);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_PREFERENCES_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* Some fields at once, some more after each frame, and all in the end. */
static void
watch_form_grow (VigieWindow *window)
{
  const guint all = vigie_system_entity.n_fields;
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  AdwDialog *form;
  guint n, slices = 0;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-record", NULL);
  form = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  n = count_rows (GTK_WIDGET (form));
  g_assert_cmpuint (n, >, 0);
  while (n < all)
    {
      guint now;

      g_main_context_iteration (NULL, TRUE);
      now = count_rows (GTK_WIDGET (form));
      g_assert_cmpuint (now - n, <=, all / 4);
      slices += now > n;
      n = now;
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  g_assert_cmpuint (n, ==, all);
  g_assert_cmpuint (slices, >, 3);
  adw_dialog_force_close (form);
}

static void
page_gone_cb (gpointer data, GObject *page G_GNUC_UNUSED)
{
  (*(guint *) data)++;
}

static guint
watch_pages_go (GtkWidget *widget, guint *gone)
{
  guint n = 0;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "VigieListsPage"))
    {
      g_object_weak_ref (G_OBJECT (widget), page_gone_cb, gone);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += watch_pages_go (child, gone);
  return n;
}

static void
wait_for_pages (guint n, const guint *gone)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (*gone < n)
    {
      guint before = *gone;

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (*gone - before, <=, 1);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* The window shows the shelf at once; the loop is kept for one of the pages at most. */
static void
test_pages (void)
{
  static const char *const pages[] = { "systems", "training", "actions", "sites" };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "r.vigie", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VigieStore) store = vigie_seed_create (path, "CH de Valmer", NULL, NULL);
  g_autoptr (VigieApplication) application = vigie_application_new ();
  VigieWindow *window = vigie_in_process_open_window (application);
  guint gone = 0, n = 0;

  g_clear_object (&store);
  vigie_window_open (window, file);
  while (vigie_window_get_store (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    vigie_window_show_page (window, pages[i]);
  vigie_window_show_page (window, "systems");
  watch_form_grow (window);
  n = watch_pages_go (GTK_WIDGET (window), &gone);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (pages));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-register", NULL);
  g_assert_true (vigie_window_is_on_shelf (window));
  g_assert_cmpuint (gone, ==, 0);
  wait_for_pages (n, &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/slices/frames", test_slices);
  g_test_add_func ("/app/slices/rows", test_row_list_renews);
  g_test_add_func ("/app/slices/pages", test_pages);
  return g_test_run ();
}
