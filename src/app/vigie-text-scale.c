// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-text-scale.h"

#define DEFAULT_DPI (96 * 1024)

/**
 * vigie_text_scale:
 *
 * Returns: how much larger than usual the person wants text; 1 for as usual
 */
double
vigie_text_scale (GtkWidget *widget)
{
  int dpi = DEFAULT_DPI;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (double) DEFAULT_DPI : 1;
}

/**
 * vigie_text_scale_length:
 * @length: that holds a text of the usual size, in pixels
 *
 * Returns: the length that holds it at the size that the person wants
 */
int
vigie_text_scale_length (GtkWidget *widget, int length)
{
  return (int) (length * vigie_text_scale (widget));
}
