// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieChartPicture:
 *
 * What of a scene stands on the screen: its texture, the entry of the legend that is picked out, and the
 * way from the scene before.
 */
typedef struct _VigieChartPicture VigieChartPicture;

VigieChartPicture *vigie_chart_picture_new (GtkWidget *widget);
void vigie_chart_picture_free (VigieChartPicture *self);
void vigie_chart_picture_set_scene (VigieChartPicture *self, VigieScene *scene);
void vigie_chart_picture_come_from (VigieChartPicture *self, VigieScene *before);
void vigie_chart_picture_pick_out (VigieChartPicture *self, int key);
void vigie_chart_picture_redraw (VigieChartPicture *self);
void vigie_chart_picture_skip (VigieChartPicture *self);
gboolean vigie_chart_picture_is_on_its_way (VigieChartPicture *self);
void vigie_chart_picture_snapshot (VigieChartPicture *self, GtkSnapshot *snapshot, int datum);

G_END_DECLS
