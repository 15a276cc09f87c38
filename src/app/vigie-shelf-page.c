// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieShelfPage: the first page: the registers that there are, and what one can begin with.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-shelf-page.h"

#include "vigie-config.h"
#include "vigie-date.h"
#include "vigie-format.h"
#include "vigie-main-menu.h"
#include "vigie-shelf.h"

#include <glib/gi18n.h>

struct _VigieShelfPage
{
  AdwBin parent_instance;

  /* template */
  GtkImage *mark;
  AdwPreferencesGroup *shelf_group;
  GtkListBox *shelf_list;
  GtkLabel *failure_label;
  GtkMenuButton *menu_button;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (VigieShelfPage, vigie_shelf_page, ADW_TYPE_BIN)

static char *
dup_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return vigie_format_date (
    vigie_date_new (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
}

static char *
dup_size (gint64 bytes)
{
  gboolean large = bytes >= 1000 * 1000;
  g_autofree char *number = vigie_format_decimal ((double) bytes / (large ? 1e6 : 1e3), large ? 1 : 0);

  /* Translators: the size of a file in megabytes; %s is the number */
  return large ? g_strdup_printf (C_ ("size", "%s MB"), number)
               /* Translators: the size of a file in kilobytes; %s is the number */
               : g_strdup_printf (C_ ("size", "%s kB"), number);
}

static GtkWidget *
new_row (const VigieShelfEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *size = dup_size (entry->size);
  g_autofree char *day = dup_day (entry->used_at);
  g_autofree char *subtitle = NULL;

  /* Translators: of a register; %1$s is its size, such as "1.2 MB", %2$s the day it was last used */
  subtitle = g_strdup_printf (_ ("%1$s, last used %2$s"), size, day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", entry->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
listed_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieShelfPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = vigie_shelf_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_list_box_remove_all (self->shelf_list);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    gtk_list_box_append (self->shelf_list, new_row (g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_group), error != NULL || entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_list), entries != NULL && entries->len > 0);
  gtk_label_set_label (self->failure_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), error != NULL);
}

/* Shows the registers that are on the shelf now. Nothing is read before the page is looked at. */
static void
vigie_shelf_page_map (GtkWidget *widget)
{
  VigieShelfPage *self = VIGIE_SHELF_PAGE (widget);

  gtk_image_set_from_resource (self->mark, VIGIE_RESOURCE_PREFIX "/icons/vigie.svg");
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vigie_shelf_list_async (self->cancellable, listed_cb, g_object_ref (self));
  GTK_WIDGET_CLASS (vigie_shelf_page_parent_class)->map (widget);
}

static void
vigie_shelf_page_dispose (GObject *object)
{
  VigieShelfPage *self = VIGIE_SHELF_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_SHELF_PAGE);
  G_OBJECT_CLASS (vigie_shelf_page_parent_class)->dispose (object);
}

static void
vigie_shelf_page_class_init (VigieShelfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_shelf_page_dispose;
  widget_class->map = vigie_shelf_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-shelf-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieShelfPage, mark);
  gtk_widget_class_bind_template_child (widget_class, VigieShelfPage, shelf_group);
  gtk_widget_class_bind_template_child (widget_class, VigieShelfPage, shelf_list);
  gtk_widget_class_bind_template_child (widget_class, VigieShelfPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, VigieShelfPage, menu_button);
}

static void
vigie_shelf_page_init (VigieShelfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vigie_main_menu_attach (self->menu_button);
}
