// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * blocks REGISTER LANG WIDTHxHEIGHT [PARTS]: opens the window on a register, goes to every page, dialog and menu, searches letter
 * by letter, closes the register and quits; tells the longest block of the main loop of each, a line each: how long of
 * the processor without painting, what of that was before the frame, in style and layout, and in saying what is to be
 * seen, and how long on the clock, in milliseconds; then what was done. It is not a test: machines differ.
 */

#include "vigie-application.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-record-dialog.h"
#include "vigie-system.h"
#include "vigie-watchdog.h"
#include "vigie-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define QUIET_US (300 * 1000)
#define BUSY_US 4000
#define MOST_US (20 * G_USEC_PER_SEC)

typedef struct
{
  double own;
  double before;
  double layout;
  double wall;
} Block;

typedef struct
{
  VigieApplication *application;
  VigieWindow *window;
  GtkWidget *search;
  Block longest;
  Block now; /* what is known of the block that is on its way */
  double woke;
  double frame;
  gint64 busy; /* when the loop was last kept */
  guint n_long;
} Bench;

static double
read_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
block_cb (gint64 block, gint64 own, gpointer data)
{
  Bench *bench = data;

  bench->now.own = (double) own / 1000;
  bench->now.wall = (double) block / 1000;
  if (bench->now.own > bench->longest.own)
    bench->longest = bench->now;
  if (own > BUSY_US)
    bench->busy = g_get_monotonic_time ();
  bench->n_long += own > 16000;
  if (own > 10000 && g_getenv ("BLOCKS") != NULL)
    printf ("  %6.1f %6.1f %6.1f\n", bench->now.own, bench->now.before, bench->now.layout);
  bench->now = (Block) { 0 };
  bench->frame = 0;
  bench->woke = read_ms (CLOCK_THREAD_CPUTIME_ID);
}

static void
before_paint_cb (Bench *bench)
{
  bench->frame = read_ms (CLOCK_THREAD_CPUTIME_ID);
  bench->now.before = bench->frame - bench->woke;
}

static void
laid_out_cb (Bench *bench)
{
  bench->now.layout = read_ms (CLOCK_THREAD_CPUTIME_ID) - bench->frame;
}

static gboolean
wake_cb (gpointer data G_GNUC_UNUSED)
{
  return G_SOURCE_CONTINUE;
}

/* Until nothing has kept the loop for a while. */
static void
settle (Bench *bench)
{
  gint64 since = g_get_monotonic_time ();
  guint tick = g_timeout_add (50, wake_cb, NULL);

  bench->busy = since;
  do
    g_main_context_iteration (NULL, TRUE);
  while (g_get_monotonic_time () - bench->busy < QUIET_US && g_get_monotonic_time () - since < MOST_US);
  g_source_remove (tick);
}

static void
tell (Bench *bench, const char *what)
{
  const Block *longest = &bench->longest;

  settle (bench);
  printf ("%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%s\n", longest->own, longest->before, longest->layout,
          longest->own - longest->before - longest->layout, longest->wall, what);
  fflush (stdout);
  bench->longest = (Block) { 0 };
}

typedef struct
{
  Bench *bench;
  const char *text;
  const char *target;
  gboolean done;
} Order;

/* From the loop, as a key does it. */
static void
give (Bench *bench, GSourceOnceFunc order, const char *text, const char *target)
{
  Order given = { bench, text, target, FALSE };

  settle (bench);
  bench->longest = (Block) { 0 };
  g_idle_add_once (order, &given);
  while (!given.done)
    g_main_context_iteration (NULL, TRUE);
}

static void
show_page_cb (gpointer data)
{
  Order *order = data;

  vigie_window_show_page (order->bench->window, order->text);
  order->done = TRUE;
}

static void
show_page (Bench *bench, const char *page, const char *how)
{
  g_autofree char *what = g_strconcat (how, " ", page, NULL);

  give (bench, show_page_cb, page, NULL);
  tell (bench, what);
}

static void
activate_cb (gpointer data)
{
  Order *order = data;

  gtk_widget_activate_action (GTK_WIDGET (order->bench->window), order->text, order->target != NULL ? "s" : NULL,
                              order->target);
  order->done = TRUE;
}

static void
close_dialog_cb (gpointer data)
{
  Order *order = data;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (order->bench->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  order->done = TRUE;
}

static void
close_dialog (Bench *bench, const char *name)
{
  g_autofree char *what = g_strconcat ("close ", name, NULL);
  g_autoptr (GList) windows = NULL;

  give (bench, close_dialog_cb, NULL, NULL);
  tell (bench, what);
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL; at = at->next)
    if (at->data != bench->window)
      gtk_window_destroy (at->data);
}

static void
open_dialog (Bench *bench, const char *action, const char *target, const char *page)
{
  g_autofree char *name = g_strconcat (action, page != NULL ? " in " : "", page, NULL);
  g_autofree char *what = g_strconcat ("dialog ", name, NULL);

  if (page != NULL)
    vigie_window_show_page (bench->window, page);
  give (bench, activate_cb, action, target);
  tell (bench, what);
  close_dialog (bench, name);
}

/* --- lists ----------------------------------------------------------------------------------------- */

static GtkWidget *
find_mapped (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_cb (gpointer data)
{
  Order *order = data;
  int position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (order->bench->search), order->text, -1, &position);
  order->done = TRUE;
}

static void
clear_cb (gpointer data)
{
  Order *order = data;

  gtk_editable_set_text (GTK_EDITABLE (order->bench->search), "");
  order->done = TRUE;
}

static void
search (Bench *bench, const char *page)
{
  static const char *const letters[] = { "r", "a", "d", "i", "x", "q" };

  vigie_window_show_page (bench->window, page);
  give (bench, activate_cb, "win.search", NULL);
  bench->search = find_mapped (GTK_WIDGET (bench->window), GTK_TYPE_SEARCH_ENTRY);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *what = g_strdup_printf ("search in %s, letter %" G_GSIZE_FORMAT, page, i + 1);

      give (bench, type_cb, letters[i], NULL);
      tell (bench, what);
    }
  give (bench, clear_cb, NULL, NULL);
  tell (bench, "search, emptied");
}

static void
pop_up_cb (gpointer data)
{
  Order *order = data;

  gtk_menu_button_popup (GTK_MENU_BUTTON (order->bench->search));
  order->done = TRUE;
}

static void
pop_down_cb (gpointer data)
{
  Order *order = data;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (order->bench->search));
  order->done = TRUE;
}

static void
collect_buttons (GtkWidget *root, GPtrArray *buttons)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_MENU_BUTTON (root))
    g_ptr_array_add (buttons, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_buttons (child, buttons);
}

static void
open_menus (Bench *bench, const char *page)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  vigie_window_show_page (bench->window, page);
  settle (bench);
  collect_buttons (GTK_WIDGET (bench->window), buttons);
  for (guint i = 0; i < MIN (buttons->len, 8); i++)
    {
      g_autofree char *what = g_strdup_printf ("menu %u in %s", i + 1, page);

      bench->search = g_ptr_array_index (buttons, i);
      give (bench, pop_up_cb, NULL, NULL);
      tell (bench, what);
      give (bench, pop_down_cb, NULL, NULL);
    }
}

/* --- records --------------------------------------------------------------------------------------- */

static VigieRecord *
find_record (Bench *bench, const VigieEntity *entity, gint64 nth)
{
  const VigieQuery query = { .entity = entity, .sort_field = 0, .limit = 1, .offset = nth };
  g_autoptr (GPtrArray) records = vigie_store_list (vigie_window_get_store (bench->window), &query, NULL, NULL, NULL);

  return records != NULL && records->len > 0 ? g_object_ref (g_ptr_array_index (records, 0)) : NULL;
}

static VigieRecord *record_to_show;

static void
show_record_cb (gpointer data)
{
  Order *order = data;

  vigie_record_dialog_present_record (GTK_WIDGET (order->bench->window), vigie_window_get_store (order->bench->window),
                                      record_to_show);
  order->done = TRUE;
}

static void
open_records (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  static const VigieEntity *const entities[] = {
    &vigie_deployment_entity, &vigie_action_entity,  &vigie_incident_entity, &vigie_decision_entity,
    &vigie_meeting_entity,    &vigie_barrier_entity, &vigie_module_entity,   &vigie_completion_entity,
    &vigie_org_unit_entity,   &vigie_staff_entity,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autofree char *name = g_strconcat ("record ", entities[i]->nick, NULL);
      g_autoptr (VigieRecord) record = find_record (bench, entities[i], 0);

      if (record == NULL)
        continue;
      record_to_show = record;
      give (bench, show_record_cb, NULL, NULL);
      tell (bench, name);
      close_dialog (bench, name);
    }
}

static void
open_systems (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (VigieRecord) record = find_record (bench, &vigie_system_entity, i);
      g_autofree char *page = g_strconcat ("systems/", vigie_record_get_text (record, VIGIE_SYSTEM_CODE), NULL);
      g_autofree char *what = g_strdup_printf ("system %u", i + 1);
      g_autofree char *back = g_strdup_printf ("back from system %u", i + 1);

      vigie_window_show_page (bench->window, "systems");
      give (bench, show_page_cb, page, NULL);
      tell (bench, what);
      give (bench, show_page_cb, "systems", NULL);
      tell (bench, back);
    }
}

/* --- the whole ------------------------------------------------------------------------------------- */

static const char *const all_pages[] = { "overview",  "systems",   "training", "barriers", "actions",
                                         "incidents", "decisions", "meetings", "sites",    "reference" };

static void
open_all_dialogs (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  static const char *const actions[] = { "app.preferences",     "app.shortcuts",     "app.about",
                                         "win.show-backups",    "win.show-controls", "win.new",
                                         "win.save-board-pack", "win.export",        "win.record-session" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    open_dialog (bench, actions[i], NULL, NULL);
  open_dialog (bench, "win.show-history", "", NULL);
  for (gsize i = 1; i < G_N_ELEMENTS (all_pages); i++)
    open_dialog (bench, "win.add-record", NULL, all_pages[i]);
}

static void
wait_for_register (Bench *bench, GFile *file)
{
  vigie_window_open (bench->window, file);
  while (vigie_window_get_store (bench->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_pages (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  for (gsize i = 1; i < G_N_ELEMENTS (all_pages); i++)
    show_page (bench, all_pages[i], "page");
  show_page (bench, "training/requirement", "page");
  show_page (bench, "training/staff", "page");
  show_page (bench, "training/completion", "page");
  for (gsize i = 0; i < G_N_ELEMENTS (all_pages); i++)
    show_page (bench, all_pages[i], "again");
}

static void
search_lists (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  search (bench, "systems");
  search (bench, "training/completion");
  search (bench, "actions");
}

static void
open_all_menus (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  open_menus (bench, "overview");
  open_menus (bench, "systems");
}

static void
close_register (Bench *bench, GFile *file)
{
  give (bench, activate_cb, "win.close-register", NULL);
  tell (bench, "close register");
  wait_for_register (bench, file);
  tell (bench, "opening again");
  for (gsize i = 0; i < G_N_ELEMENTS (all_pages); i++)
    show_page (bench, all_pages[i], "page anew");
}

static void
quit (Bench *bench, GFile *file G_GNUC_UNUSED)
{
  g_object_add_weak_pointer (G_OBJECT (bench->window), (gpointer *) &bench->window);
  give (bench, activate_cb, "app.quit", NULL);
  while (bench->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  tell (bench, "quit");
}

static const struct
{
  const char *name;
  void (*run) (Bench *bench, GFile *file);
} parts[] = {
  { "pages", open_pages },     { "search", search_lists },
  { "systems", open_systems }, { "menus", open_all_menus },
  { "records", open_records }, { "dialogs", open_all_dialogs },
  { "close", close_register }, { "quit", quit },
};

static void
run (Bench *bench, GFile *file, const char *wanted)
{
  GdkFrameClock *clock;

  gtk_window_present (GTK_WINDOW (bench->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (laid_out_cb), bench);
  tell (bench, "shelf");
  wait_for_register (bench, file);
  tell (bench, "opening");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (wanted, parts[i].name) != NULL)
      parts[i].run (bench, file);
  printf ("blocks of more than 16 ms: %u\n", bench->n_long);
}

int
main (int argc, char *argv[])
{
  g_autoptr (VigieApplication) application = NULL;
  g_autoptr (GFile) file = argc >= 4 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) size = g_strsplit (argc >= 4 ? argv[3] : "", "x", 2);
  Bench bench = { 0 };

  if (file == NULL || g_strv_length (size) != 2)
    {
      fprintf (stderr, "Usage: blocks REGISTER LANG WIDTHxHEIGHT [PARTS]\n");
      return EXIT_FAILURE;
    }
  gtk_disable_setlocale ();
  vigie_language_init (argv[2]);
  adw_init ();
  application = vigie_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  bench.application = application;
  vigie_watchdog_listen (block_cb, &bench);
  bench.window = vigie_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (bench.window), atoi (size[0]), atoi (size[1]));
  vigie_window_set_store (bench.window, NULL, NULL);
  run (&bench, file, argc == 5 ? argv[4] : "pages search systems menus records dialogs close quit");
  return EXIT_SUCCESS;
}
