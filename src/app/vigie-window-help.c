// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The help that belongs to what the window shows.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-help.h"

static const char *
find_help_page (VigieWindow *self)
{
  static const char *const pages[][2] = {
    { "overview", "figures" },
    { "meetings", "committee" },
    { "reference", "import" },
  };
  const char *shown = self->session != NULL ? gtk_stack_get_visible_child_name (self->page_stack) : NULL;

  if (shown == NULL)
    return "start";
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i][0], shown))
      return pages[i][1];
  return "register";
}

static void
help_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  vigie_help_show (GTK_WINDOW (widget), find_help_page (VIGIE_WINDOW (widget)));
}

void
vigie_window_install_help_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
}
