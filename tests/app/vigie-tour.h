// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VigieTour:
 * @width: of the window; its height goes with it
 * @percent: what text is enlarged by
 * @path: of the register that is shown
 *
 * The window program in this process, every page and dialog of it, one after the other.
 */
typedef struct
{
  int width;
  int percent;
  const char *path;
} VigieTour;

/**
 * VigieTourVisit:
 * @window: with all that it shows, settled
 * @where: the page or dialog
 */
typedef void (*VigieTourVisit) (GtkWidget *window, const char *where, gpointer data);

/**
 * VigieTourLook:
 * @widget: one that is mapped
 *
 * Returns: whether to look at what is in it, too
 */
typedef gboolean (*VigieTourLook) (GtkWidget *widget, gpointer data);

void vigie_tour (const VigieTour *tour, VigieTourVisit visit, gpointer data);
void vigie_tour_walk (GtkWidget *root, VigieTourLook look, gpointer data);
void vigie_tour_settle (GtkWidget *window);
void vigie_tour_watch (GtkWidget *window);
char *vigie_tour_dup_path (GtkWidget *widget);

G_END_DECLS
