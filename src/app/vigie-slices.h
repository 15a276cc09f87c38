// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VigieSlice:
 *
 * Does the next little of a work on @widget.
 *
 * Returns: whether there is more to do
 */
typedef gboolean (*VigieSlice) (GtkWidget *widget, gpointer data);

void vigie_slices_begin (GtkWidget *widget, VigieSlice slice, gpointer data, GDestroyNotify destroy);
void vigie_slices_finish (GtkWidget *widget);
void vigie_slices_stop (GtkWidget *widget);

G_END_DECLS
