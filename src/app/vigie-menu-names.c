// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a screen reader says of the items of a menu: GTK 4.18 shows their text and gives them no accessible name.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-menu-names.h"

/* The type of an item is GTK's own; its text has no mnemonic any more. */
#define ITEM "GtkModelButton"

/**
 * vigie_menu_names_tell:
 * @menu: a #GtkPopoverMenu
 *
 * Names its items, and those of its submenus.
 */
void
vigie_menu_names_tell (GtkWidget *menu)
{
  g_autofree char *text = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (menu), ITEM))
    {
      g_object_get (menu, "text", &text, NULL);
      if (text != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (menu); child != NULL; child = gtk_widget_get_next_sibling (child))
    vigie_menu_names_tell (child);
}

static void
active_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (gtk_menu_button_get_active (button) && GTK_IS_POPOVER_MENU (popover))
    vigie_menu_names_tell (GTK_WIDGET (popover));
}

/**
 * vigie_menu_names_follow:
 *
 * Names the items of the menu of @button whenever it is opened.
 */
void
vigie_menu_names_follow (GtkMenuButton *button)
{
  g_signal_connect (button, "notify::active", G_CALLBACK (active_cb), NULL);
}
