// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a person should know of a register that is open: that it can only be read, and why; that it is on a network share.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-shelf.h"

#include <glib/gi18n.h>

/* One is told of everything once. */
static void
store_changed_cb (VigieWindow *self, VigieStore *store)
{
  g_autofree char *notice = NULL;

  if (self->session == NULL || vigie_session_get_store (self->session) != store)
    return;
  notice = vigie_store_take_notice (store);
  if (notice == NULL)
    return;
  adw_banner_set_title (self->notice_banner, notice);
  adw_banner_set_revealed (self->notice_banner, TRUE);
}

/* What comes after it is shown when this is read. */
static void
notice_read_cb (VigieWindow *self)
{
  adw_banner_set_revealed (self->notice_banner, FALSE);
  if (self->session != NULL)
    store_changed_cb (self, vigie_session_get_store (self->session));
}

/**
 * vigie_window_install_notices:
 *
 * Adds what the banners of this file call to a class.
 */
void
vigie_window_install_notices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, VigieWindow, notice_banner);
  gtk_widget_class_bind_template_callback (widget_class, notice_read_cb);
}

/**
 * vigie_window_show_notices:
 * @store: (nullable): the register that is shown from now on
 *
 * Tells what is to be known of it.
 */
void
vigie_window_show_notices (VigieWindow *self, VigieStore *store)
{
  gboolean read_only = store != NULL && vigie_store_is_read_only (store);
  gboolean elsewhere = store != NULL && !vigie_shelf_holds (vigie_store_get_path (store));
  g_autofree char *reason = g_steal_pointer (&self->read_only_reason);

  adw_banner_set_revealed (self->notice_banner, FALSE);
  adw_banner_set_title (self->read_only_banner, reason != NULL ? reason : _ ("This register can only be read here."));
  adw_banner_set_button_label (self->read_only_banner, elsewhere ? _ ("_Take onto the Shelf") : NULL);
  adw_banner_set_revealed (self->read_only_banner, read_only);
  if (store == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  store_changed_cb (self, store);
}
