// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The menu of the window, which the shelf and an open register both offer.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-main-menu.h"

#include "vigie-config.h"
#include "vigie-menu-names.h"
#include "vigie-window.h"

#include <glib/gi18n.h>

/* A menu is as wide as its longest line. */
#define WORDS_MAX 48

/* What is said in a menu, without mnemonics of its own. */
static char *
dup_label (const char *words, const char *plain)
{
  g_autofree char *cut = NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) parts = NULL;

  if (words == NULL)
    return g_strdup (plain);
  if (g_utf8_strlen (words, -1) > WORDS_MAX)
    cut = g_utf8_substring (words, 0, WORDS_MAX - 1);
  shown = cut != NULL ? g_strconcat (cut, "…", NULL) : g_strdup (words);
  parts = g_strsplit (shown, "_", -1);
  return g_strjoinv ("__", parts);
}

static void
show_steps (GtkMenuButton *button)
{
  GMenu *steps = g_object_get_data (G_OBJECT (button), "steps");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  VigieWindow *window = root != NULL && VIGIE_IS_WINDOW (root) ? VIGIE_WINDOW (root) : NULL;
  g_autofree char *undo = dup_label (window != NULL ? vigie_window_get_undo_words (window) : NULL, _ ("_Undo"));
  g_autofree char *redo = dup_label (window != NULL ? vigie_window_get_redo_words (window) : NULL, _ ("_Redo"));

  g_menu_remove_all (steps);
  g_menu_append (steps, undo, "win.undo");
  g_menu_append (steps, redo, "win.redo");
}

/* Called each time before the menu is shown. */
static void
make_menu (GtkMenuButton *button, gpointer data G_GNUC_UNUSED)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (VIGIE_RESOURCE_PREFIX "/ui/vigie-main-menu.ui");
      GObject *steps = gtk_builder_get_object (builder, "steps");

      gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
      g_object_set_data_full (G_OBJECT (button), "steps", g_object_ref (steps), g_object_unref);
    }
  show_steps (button);
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
  vigie_menu_names_follow (button);
}
