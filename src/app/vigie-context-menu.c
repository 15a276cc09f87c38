// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A menu where one is: by the second button of a pointer, a long press, the Menu key or Shift+F10. It is made when it
 * is asked for, and goes when it is closed.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-context-menu.h"

#include "vigie-menu-names.h"

static VigieContextMenuFunc
func_of (GtkWidget *owner)
{
  return (VigieContextMenuFunc) g_object_get_data (G_OBJECT (owner), "vigie-context-menu");
}

static void
unparent_idle_cb (gpointer data)
{
  g_autoptr (GtkWidget) menu = data;

  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
}

/* What was chosen is done after the menu has closed. */
static void
closed_cb (GtkWidget *menu)
{
  g_idle_add_once (unparent_idle_cb, g_object_ref (menu));
}

static gboolean
pop_up (GtkWidget *owner, GtkWidget *at, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = at != NULL ? func_of (owner) (owner, at) : NULL;
  GtkWidget *menu;

  if (model == NULL)
    return FALSE;
  menu = gtk_popover_menu_new_from_model (model);
  vigie_menu_names_tell (menu);
  gtk_widget_set_parent (menu, owner);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), place);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (owner, "destroy", G_CALLBACK (gtk_widget_unparent), menu, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (menu));
  return TRUE;
}

static void
pop_up_at (GtkGesture *gesture, double x, double y)
{
  GtkWidget *owner = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (pop_up (owner, gtk_widget_pick (owner, x, y, GTK_PICK_DEFAULT), &place))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (GtkGesture *gesture, int n_press G_GNUC_UNUSED, double x, double y)
{
  pop_up_at (gesture, x, y);
}

static gboolean
keyboard_cb (GtkWidget *owner, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;
  GdkRectangle place;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, owner) || !gtk_widget_compute_bounds (focus, owner, &bounds))
    return FALSE;
  place =
    (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  return pop_up (owner, focus, &place);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (keyboard_cb, NULL, NULL)));
}

/**
 * vigie_context_menu_attach:
 *
 * Gives @owner the menus that @func makes.
 */
void
vigie_context_menu_attach (GtkWidget *owner, VigieContextMenuFunc func)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set_data (G_OBJECT (owner), "vigie-context-menu", (gpointer) func);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (pop_up_at), NULL);
  add_key (keys, GDK_KEY_Menu, 0);
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (owner, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (owner, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (owner, keys);
}
