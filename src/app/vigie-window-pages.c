// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The pages of a register and the sidebar that leads to them.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-lists-page.h"
#include "vigie-overview-page.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  const VigieListKind *const *lists; /* ended by NULL; NULL where the page is none of lists */
} Page;

#define LISTS(...) ((const VigieListKind *const[]) { __VA_ARGS__, NULL })

static const Page pages[] = {
  { "overview", N_ ("Overview"), "vigie-overview-symbolic", NULL },
  { "systems", N_ ("AI Systems"), "vigie-systems-symbolic", LISTS (&vigie_list_kind_systems) },
  { "training", N_ ("Training"), "vigie-training-symbolic",
    LISTS (&vigie_list_kind_training, &vigie_list_kind_requirements, &vigie_list_kind_staff,
           &vigie_list_kind_completions) },
  { "barriers", N_ ("Barriers"), "vigie-barriers-symbolic",
    LISTS (&vigie_list_kind_barriers, &vigie_list_kind_ratings, &vigie_list_kind_surveys,
           &vigie_list_kind_survey_results) },
  { "actions", N_ ("Actions"), "vigie-actions-symbolic", LISTS (&vigie_list_kind_actions) },
  { "incidents", N_ ("Incidents"), "vigie-incidents-symbolic", LISTS (&vigie_list_kind_incidents) },
  { "decisions", N_ ("Decisions"), "vigie-decisions-symbolic", LISTS (&vigie_list_kind_decisions) },
  { "meetings", N_ ("Meetings"), "vigie-meetings-symbolic", LISTS (&vigie_list_kind_meetings) },
  { "sites", N_ ("Sites"), "vigie-sites-symbolic",
    LISTS (&vigie_list_kind_sites, &vigie_list_kind_professions, &vigie_list_kind_headcounts) },
  { "reference", N_ ("Reference"), "vigie-reference-symbolic",
    LISTS (&vigie_list_kind_reference, &vigie_list_kind_duties, &vigie_list_kind_benchmarks) },
};

static const Page *
find_page (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}

static GtkWidget *
make_page (VigieWindow *self, const Page *page, const char *list)
{
  return page->lists != NULL ? vigie_lists_page_new (self->session, page->lists, self->narrow, list)
                             : vigie_overview_page_new (self->session);
}

/* A page that is not seen keeps what it has, and is no longer styled: each menu, dialog or page that opens has the style
   of all that is visible looked at, and a stack leaves what it does not show visible. */
static void
let_rest (GtkWidget *page, gboolean rest)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (page));

  if (child != NULL)
    gtk_widget_set_visible (child, !rest);
}

/* It is awake before it is shown, so that what had the keyboard on it has it again. */
static void
show_awake (VigieWindow *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->page_stack, name);

  let_rest (shown, FALSE);
  gtk_stack_set_visible_child (self->page_stack, shown);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (page != shown)
      let_rest (page, TRUE);
}

static void
select_sidebar_row (VigieWindow *self, const Page *page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar_list, (int) (page - pages));

  gtk_list_box_select_row (self->sidebar_list, row);
}

/**
 * vigie_window_show_page:
 * @name: of a page, such as `overview` or `training`, `systems/` and the code of a system, or another and the nick of the
 *   entity whose list is wanted there, such as `training/requirement`; others are ignored
 *
 * Shows a page of the open register, or of the next one that is opened.
 */
void
vigie_window_show_page (VigieWindow *self, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 2);
  const Page *page = find_page (parts[0]);

  g_return_if_fail (VIGIE_IS_WINDOW (self));

  if (page == NULL)
    return;
  g_set_str (&self->first_page, name);
  if (self->session == NULL)
    return;
  name = page->name;
  vigie_window_leave_systems (self);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "page", name);
  if (gtk_stack_get_child_by_name (self->page_stack, name) == NULL)
    gtk_stack_add_named (self->page_stack, make_page (self, page, parts[1]), name);
  show_awake (self, name);
  vigie_scope_bar_set_date_only (self->scope_bar, page->lists != NULL);
  adw_navigation_page_set_title (self->content_page, _ (page->title));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  select_sidebar_row (self, page);
  if (parts[1] != NULL && g_str_equal (name, "systems"))
    vigie_window_show_system (self, parts[1], NULL);
  else if (parts[1] != NULL && page->lists != NULL)
    vigie_lists_page_show (VIGIE_LISTS_PAGE (gtk_stack_get_visible_child (self->page_stack)), parts[1]);
}

static void
page_activated_cb (VigieWindow *self, GtkListBoxRow *row)
{
  vigie_window_show_page (self, pages[gtk_list_box_row_get_index (row)].name);
}

static void
set_narrow (VigieWindow *self, gboolean narrow)
{
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, pages[i].name);

      if (page != NULL && VIGIE_IS_LISTS_PAGE (page))
        vigie_lists_page_set_narrow (VIGIE_LISTS_PAGE (page), narrow);
    }
}

static void
narrowed_cb (VigieWindow *self)
{
  set_narrow (self, TRUE);
}

static void
widened_cb (VigieWindow *self)
{
  set_narrow (self, FALSE);
}

/**
 * vigie_window_add_sidebar_rows:
 *
 * A row a page, in their order.
 */
void
vigie_window_add_sidebar_rows (VigieWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *icon = gtk_image_new_from_icon_name (pages[i].icon);
      GtkWidget *label = gtk_label_new (_ (pages[i].title));

      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (pages[i].title), -1);
      gtk_list_box_append (self->sidebar_list, row);
    }
}

static void
show_page_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  vigie_window_show_page (VIGIE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/**
 * vigie_window_install_page_actions:
 *
 * Adds the actions and template callbacks of this file to a class.
 */
void
vigie_window_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (widget_class, i < 9 ? GDK_KEY_1 + i : GDK_KEY_0, GDK_CONTROL_MASK,
                                         "win.show-page", "s", pages[i].name);
}
