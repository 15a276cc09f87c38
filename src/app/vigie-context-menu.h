// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VigieContextMenuFunc:
 * @owner: the widget that has the menu
 * @at: (nullable): what the pointer is over, or what has the keyboard
 *
 * Returns: (transfer full) (nullable): the menu of @at; %NULL where it has none
 */
typedef GMenuModel *(*VigieContextMenuFunc) (GtkWidget *owner, GtkWidget *at);

void vigie_context_menu_attach (GtkWidget *owner, VigieContextMenuFunc func);

G_END_DECLS
