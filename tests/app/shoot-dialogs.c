// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * shoot-dialogs REGISTER FOLDER LANG STYLE WIDTHxHEIGHT: opens the window on a copy of the register, goes to every dialog,
 * menu and popover that it has, and saves a picture of each as FOLDER/NAME-LANG-STYLE-WIDTHxHEIGHT.png.
 */

#include "vigie-test.h"
#include "vigie-tour.h"

#include "vigie-application.h"
#include "vigie-edit-several-dialog.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-import-dialog.h"
#include "vigie-record-dialog.h"
#include "vigie-window.h"

#include <stdio.h>
#include <stdlib.h>

#define MOST_MENUS 10

typedef struct
{
  VigieWindow *window;
  const char *folder;
  char *kind; /* language, style and size */
  const char *size;
} Shoot;

/* --- pictures -------------------------------------------------------------------------------------- */

static void
take (Shoot *shoot, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", shoot->folder, name, shoot->kind);
  g_autofree char *crop = g_strconcat (shoot->size, "+0+0", NULL);
  const char *const command[] = { "import", "-silent", "-window", "root", "-crop", crop, "+repage", path, NULL };
  g_autoptr (GSubprocess) import = NULL;
  g_autoptr (GError) error = NULL;

  vigie_tour_settle (GTK_WIDGET (shoot->window));
  import = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (import, NULL, &error));
  g_assert_no_error (error);
}

/* Some are windows of their own, such as those of the toolkit. */
static void
close_windows (Shoot *shoot)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (at->data != shoot->window)
      gtk_window_destroy (at->data);
}

static void
take_dialog (Shoot *shoot, const char *name)
{
  AdwDialog *dialog;

  take (shoot, name);
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shoot->window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      vigie_tour_settle (GTK_WIDGET (shoot->window));
    }
  close_windows (shoot);
}

static void
show_page (Shoot *shoot, const char *page)
{
  vigie_window_show_page (shoot->window, page);
  vigie_tour_settle (GTK_WIDGET (shoot->window));
}

/* --- menus ----------------------------------------------------------------------------------------- */

static gboolean
collect_cb (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_MENU_BUTTON (widget))
    g_ptr_array_add (data, g_object_ref (widget));
  return TRUE;
}

static void
take_menus (Shoot *shoot, const char *page)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);

  show_page (shoot, page);
  vigie_tour_walk (GTK_WIDGET (shoot->window), collect_cb, buttons);
  /* A figure has the same as the next. */
  for (guint i = 0; i < MIN (buttons->len, MOST_MENUS); i++)
    {
      g_autofree char *name = g_strdup_printf ("menu-%s-%u", page, i + 1);

      g_strdelimit (name, "/", '-');
      gtk_menu_button_popup (g_ptr_array_index (buttons, i));
      take (shoot, name);
      gtk_menu_button_popdown (g_ptr_array_index (buttons, i));
      vigie_tour_settle (GTK_WIDGET (shoot->window));
    }
}

/* --- dialogs --------------------------------------------------------------------------------------- */

static void
take_actions (Shoot *shoot)
{
  static const struct
  {
    const char *name;
    const char *page;
    const char *action;
    const char *target;
  } actions[] = {
    { "preferences", "overview", "app.preferences", NULL },
    { "shortcuts", "overview", "app.shortcuts", NULL },
    { "about", "overview", "app.about", NULL },
    { "history", "overview", "win.show-history", "" },
    { "backups", "overview", "win.show-backups", NULL },
    { "controls", "overview", "win.show-controls", NULL },
    { "new-register", "overview", "win.new", NULL },
    { "pack", "overview", "win.save-board-pack", NULL },
    { "print", "overview", "win.print", NULL },
    { "export-whole", "overview", "win.export", NULL },
    { "session", "training", "win.record-session", NULL },
    { "new-system", "systems", "win.add-record", NULL },
    { "new-training", "training", "win.add-record", NULL },
    { "new-barrier", "barriers", "win.add-record", NULL },
    { "new-action", "actions", "win.add-record", NULL },
    { "new-incident", "incidents", "win.add-record", NULL },
    { "new-decision", "decisions", "win.add-record", NULL },
    { "new-meeting", "meetings", "win.add-record", NULL },
    { "new-site", "sites", "win.add-record", NULL },
    { "new-reference", "reference", "win.add-record", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      show_page (shoot, actions[i].page);
      gtk_widget_activate_action (GTK_WIDGET (shoot->window), actions[i].action, actions[i].target != NULL ? "s" : NULL,
                                  actions[i].target);
      take_dialog (shoot, actions[i].name);
    }
}

static GPtrArray *
list (Shoot *shoot, const VigieEntity *entity)
{
  const VigieQuery query = { .entity = entity, .sort_field = 0, .limit = 1000 };
  g_autoptr (GError) error = NULL;
  GPtrArray *records = vigie_store_list (vigie_window_get_store (shoot->window), &query, NULL, NULL, &error);

  g_assert_no_error (error);
  return records;
}

/* A record of every kind of which there is one. */
static void
take_records (Shoot *shoot)
{
  static const VigieEntity *const entities[] = {
    &vigie_deployment_entity, &vigie_action_entity,     &vigie_incident_entity, &vigie_decision_entity,
    &vigie_meeting_entity,    &vigie_barrier_entity,    &vigie_module_entity,   &vigie_completion_entity,
    &vigie_org_unit_entity,   &vigie_profession_entity, &vigie_staff_entity,    &vigie_safeguard_entity,
  };
  VigieStore *store = vigie_window_get_store (shoot->window);
  g_autoptr (GPtrArray) actions = list (shoot, &vigie_action_entity);

  show_page (shoot, "overview");
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autoptr (GPtrArray) records = list (shoot, entities[i]);
      g_autofree char *name = g_strconcat ("record-", entities[i]->nick, NULL);

      if (records->len == 0)
        continue;
      vigie_record_dialog_present_record (GTK_WIDGET (shoot->window), store, g_ptr_array_index (records, 0));
      take_dialog (shoot, name);
    }
  g_ptr_array_set_size (actions, MIN (actions->len, 3));
  show_page (shoot, "actions");
  vigie_edit_several_dialog_present (GTK_WIDGET (shoot->window), store, actions);
  take_dialog (shoot, "several");
}

typedef struct
{
  const char *type;
  GtkWidget *found;
} Search;

static gboolean
find_cb (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found == NULL && g_str_equal (G_OBJECT_TYPE_NAME (widget), search->type))
    search->found = widget;
  return search->found == NULL;
}

static GtkWidget *
find_mapped (Shoot *shoot, const char *type)
{
  Search search = { type, NULL };

  vigie_tour_walk (GTK_WIDGET (shoot->window), find_cb, &search);
  g_assert_nonnull (search.found);
  return search.found;
}

/* What is asked on a list. */
static void
take_list (Shoot *shoot)
{
  show_page (shoot, "actions");
  gtk_widget_activate_action (find_mapped (shoot, "VigieListPage"), "list.export", NULL);
  take_dialog (shoot, "export-list");
  gtk_widget_activate_action (find_mapped (shoot, "VigieListPage"), "list.save-view", NULL);
  take_dialog (shoot, "save-view");
}

/* One that is not in use yet. */
static VigieRecord *
find_deployment (Shoot *shoot)
{
  g_autoptr (GPtrArray) deployments = list (shoot, &vigie_deployment_entity);
  g_autoptr (GPtrArray) events = list (shoot, &vigie_stage_event_entity);

  for (guint i = 0; i < deployments->len; i++)
    {
      VigieRecord *deployment = g_ptr_array_index (deployments, i);
      gboolean live = FALSE;

      for (guint j = 0; j < events->len; j++)
        live = live || (g_strcmp0 (vigie_record_get_text (g_ptr_array_index (events, j), VIGIE_STAGE_EVENT_DEPLOYMENT),
                                   vigie_record_get_text (deployment, VIGIE_DEPLOYMENT_CODE)) == 0 &&
                        vigie_record_get_number (g_ptr_array_index (events, j), VIGIE_STAGE_EVENT_STAGE, -1) >=
                          VIGIE_STAGE_LIVE);
      if (!live)
        return g_object_ref (deployment);
    }
  g_assert_not_reached ();
}

/* What is asked on the page of a system. */
static void
take_system (Shoot *shoot)
{
  g_autoptr (VigieRecord) deployment = find_deployment (shoot);
  const char *code = vigie_record_get_text (deployment, VIGIE_DEPLOYMENT_CODE);
  g_autofree char *page = g_strconcat ("systems/", vigie_record_get_text (deployment, VIGIE_DEPLOYMENT_SYSTEM), NULL);
  GtkWidget *widget;

  show_page (shoot, page);
  take_menus (shoot, page);
  widget = find_mapped (shoot, "VigieSystemPage");
  gtk_widget_activate_action (widget, "record.edit", NULL);
  take_dialog (shoot, "edit-system");
  gtk_widget_activate_action (widget, "system.print-sheet", NULL);
  take_dialog (shoot, "print-sheet");
  gtk_widget_activate_action (widget, "system.classify", NULL);
  take_dialog (shoot, "classify");
  gtk_widget_activate_action (widget, "system.enter-stage", "s", code);
  take_dialog (shoot, "stage");
  gtk_widget_activate_action (widget, "system.set-stage", "(ss)", code, "live");
  take_dialog (shoot, "gate");
}

static void
take_meeting (Shoot *shoot)
{
  g_autoptr (GPtrArray) items = list (shoot, &vigie_agenda_item_entity);

  show_page (shoot, "meetings");
  gtk_widget_activate_action (GTK_WIDGET (shoot->window), "win.prepare-meeting", "s",
                              vigie_record_get_text (g_ptr_array_index (items, 0), VIGIE_AGENDA_ITEM_MEETING));
  take_dialog (shoot, "prepare");
}

static gboolean
find_default_cb (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action") &&
      gtk_widget_get_ancestor (widget, VIGIE_TYPE_IMPORT_DIALOG) != NULL)
    *(GtkWidget **) data = widget;
  return TRUE;
}

/* A table in which a cell is wrong and a word unknown, before it is tried and after. */
static void
take_import (Shoot *shoot)
{
  g_autofree char *path = g_build_filename (shoot->folder, "formations.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *button = NULL;

  g_assert_true (g_file_set_contents (path,
                                      "Matricule;Module;Date de formation;Durée;Modalité\n"
                                      "1;AI-ESS;02/01/2026;90;En ligne\n2;AI-ESS;hier;60;Amphithéâtre\n",
                                      -1, NULL));
  vigie_window_import (shoot->window, file);
  take (shoot, "import");
  vigie_tour_walk (GTK_WIDGET (shoot->window), find_default_cb, &button);
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  take_dialog (shoot, "import-preview");
  remove (path);
}

/* --- the whole ------------------------------------------------------------------------------------- */

static void
shoot_all (Shoot *shoot, VigieApplication *application, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GStrv) size = g_strsplit (shoot->size, "x", 2);
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  shoot->window = vigie_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (shoot->window), atoi (size[0]), atoi (size[1]));
  vigie_window_set_store (shoot->window, NULL, NULL);
  gtk_window_present (GTK_WINDOW (shoot->window));
  vigie_window_open (shoot->window, file);
  while (vigie_window_get_store (shoot->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  take_menus (shoot, "overview");
  take_menus (shoot, "actions");
  take_actions (shoot);
  take_list (shoot);
  take_records (shoot);
  take_system (shoot);
  take_meeting (shoot);
  take_import (shoot);
  gtk_window_destroy (GTK_WINDOW (shoot->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  g_autoptr (VigieApplication) application = NULL;
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *copy = g_build_filename (folder, "register.vigie", NULL);
  g_autoptr (GFile) from = argc == 6 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  Shoot shoot = { 0 };

  if (from == NULL || !g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL))
    {
      fprintf (stderr, "Usage: shoot-dialogs REGISTER FOLDER LANG STYLE WIDTHxHEIGHT\n");
      return EXIT_FAILURE;
    }
  if (g_str_equal (argv[4], "contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", g_str_equal (argv[4], "dark") ? "prefer-dark" : "default", TRUE);
  gtk_disable_setlocale ();
  vigie_language_init (argv[3]);
  adw_init ();
  application = vigie_application_new ();
  shoot.folder = argv[2];
  shoot.size = argv[5];
  shoot.kind = g_strjoin ("-", argv[3], argv[4], argv[5], NULL);
  shoot_all (&shoot, application, copy);
  g_free (shoot.kind);
  vigie_test_remove_folder (folder);
  return EXIT_SUCCESS;
}
