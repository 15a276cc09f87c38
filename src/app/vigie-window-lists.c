// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the keyboard does in the list that a window shows: search it, add to it, select rows of it; and the whole register
 * written to a file.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-export-dialog.h"
#include "vigie-lists-page.h"

/* The list that is shown; NULL where another page is. */
static VigieListPage *
get_list (VigieWindow *self)
{
  GtkWidget *page = self->session != NULL ? gtk_stack_get_visible_child (self->page_stack) : NULL;

  return page != NULL && VIGIE_IS_LISTS_PAGE (page) ? vigie_lists_page_get_list (VIGIE_LISTS_PAGE (page)) : NULL;
}

static void
add_record_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieListPage *list = get_list (VIGIE_WINDOW (widget));

  if (list != NULL)
    vigie_list_page_begin_add (list);
}

static void
select_rows_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieListPage *list = get_list (VIGIE_WINDOW (widget));

  if (list != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), "list.select", NULL);
}

static void
search_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session == NULL)
    return;
  vigie_window_leave_systems (self);
  if (get_list (self) == NULL)
    vigie_window_show_page (self, "systems");
  vigie_list_page_begin_search (get_list (self));
}

static void
export_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL)
    vigie_export_dialog_present_whole (GTK_WIDGET (self->view_stack), vigie_session_get_store (self->session),
                                       vigie_session_get_as_of (self->session), self->register_name);
}

/**
 * vigie_window_install_list_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_list_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.add-record", NULL, add_record_action);
  gtk_widget_class_install_action (widget_class, "win.select-rows", NULL, select_rows_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, both, "win.add-record", NULL);
}
