// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A logo drawn as SVG, which is what an organisation's own communication office has. It becomes a picture of so many
 * pixels that a printer shows its edges sharp at the size it has on the cover. What reads SVG on the desktop reads it:
 * a loader of GdkPixbuf, which fetches nothing that the drawing refers to.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-logo-svg.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vigie-report-error.h"

/* On the cover it has at most 240 × 60 points: this is 600 dots an inch. */
#define WIDTH 2000
#define HEIGHT 500
#define HEAD_BYTES 4096

/**
 * vigie_logo_is_svg:
 *
 * Returns: whether @data begins as a drawing does; whether it is one is seen when it is drawn
 */
gboolean
vigie_logo_is_svg (GBytes *data)
{
  gsize size = 0;
  const char *bytes = g_bytes_get_data (data, &size);
  g_autofree char *head = g_strndup (bytes, MIN (size, HEAD_BYTES));
  const char *begin = g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head;

  while (g_ascii_isspace (*begin))
    begin++;
  return *begin == '<' && strstr (begin, "<svg") != NULL;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data G_GNUC_UNUSED)
{
  double scale = MIN ((double) WIDTH / MAX (width, 1), (double) HEIGHT / MAX (height, 1));

  gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static GBytes *
to_png (GdkPixbuf *pixbuf, GError **error)
{
  char *png = NULL;
  gsize size = 0;

  return gdk_pixbuf_save_to_buffer (pixbuf, &png, &size, "png", error, NULL) ? g_bytes_new_take (png, size) : NULL;
}

/**
 * vigie_logo_draw_svg:
 * @svg: for which vigie_logo_is_svg() holds
 *
 * Returns: (transfer full): a PNG picture of it; %NULL with %VIGIE_REPORT_ERROR_LOGO
 */
GBytes *
vigie_logo_draw_svg (GBytes *svg, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type ("image/svg+xml", &reason);
  GBytes *png = NULL;

  if (loader != NULL)
    {
      g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
      /* Closed also where it could not be written, or the loader complains. */
      if (!gdk_pixbuf_loader_write_bytes (loader, svg, &reason))
        gdk_pixbuf_loader_close (loader, NULL);
      else if (gdk_pixbuf_loader_close (loader, &reason) && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
        png = to_png (gdk_pixbuf_loader_get_pixbuf (loader), &reason);
    }
  if (png == NULL)
    g_set_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_LOGO,
                 /* Translators: %s is what is wrong, in the words of the library that draws SVG */
                 _ ("The logo could not be drawn: %s. Save it as PNG in the program it was drawn with."),
                 reason != NULL ? reason->message : C_ ("logo", "it is empty"));
  return png;
}
