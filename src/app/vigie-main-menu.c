// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The menu of the window, which the shelf and an open register both offer.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-main-menu.h"

#include "vigie-config.h"

static void
make_menu (GtkMenuButton *button, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  builder = gtk_builder_new_from_resource (VIGIE_RESOURCE_PREFIX "/ui/vigie-main-menu.ui");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
}

/**
 * vigie_main_menu_attach:
 *
 * Lets @button open the menu, which is made when it is first opened.
 */
void
vigie_main_menu_attach (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, make_menu, NULL, NULL);
}
