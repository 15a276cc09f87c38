// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VigieSight:
 * @pixels: four bytes each
 *
 * What one sees of a window, in the window's own coordinates.
 */
typedef struct
{
  int left;
  int top;
  int width;
  int height;
  guchar *pixels;
} VigieSight;

VigieSight *vigie_sight_new (GtkWidget *window, const graphene_rect_t *part);
void vigie_sight_free (VigieSight *self);
guint32 vigie_sight_get (const VigieSight *self, int x, int y);
double vigie_sight_contrast (guint32 a, guint32 b);
double vigie_sight_measure_contrast (const VigieSight *self, const graphene_rect_t *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSight, vigie_sight_free)

G_END_DECLS
