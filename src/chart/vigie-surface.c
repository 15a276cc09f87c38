// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-surface.h"

#include <glib/gi18n-lib.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "vigie-output.h"
#include "vigie-png.h"
#include "vigie-scene-draw.h"

/* Scenes as files. Only the surface differs: what is drawn, and how, is vigie_scene_draw() for all of them. */

/* The most that Cairo's images hold either way. */
#define MOST_PIXELS 32767.0

G_DEFINE_QUARK (vigie-chart-error-quark, vigie_chart_error)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, const VigieScene *scene, const char *format, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, VIGIE_CHART_ERROR, VIGIE_CHART_ERROR_DRAW,
               /* Translators: %1$g and %2$g are width and height, %3$s a format such as PNG, %4$s why */
               _ ("The chart of %1$g × %2$g points could not be drawn as %3$s: %4$s. Try a smaller size."),
               vigie_scene_get_width (scene), vigie_scene_get_height (scene), format, cairo_status_to_string (status));

  return FALSE;
}

static cairo_status_t
draw_on (cairo_surface_t *surface, const VigieScene *scene, const VigiePalette *palette, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  vigie_palette_paint_background (palette, cr);
  vigie_scene_draw (scene, cr, palette);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/* A document is complete when its surface is finished; takes @surface. */
static cairo_status_t
draw_document (cairo_surface_t *surface, const VigieScene *scene, const VigiePalette *palette)
{
  cairo_status_t status = draw_on (surface, scene, palette, 1);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

/* Names the picture for screen readers: Cairo writes outlines only. */
static GBytes *
describe_svg (const char *svg, const VigieSurfaceOptions *options)
{
  GString *result = g_string_new (NULL);
  const char *element = strstr (svg, "<svg");
  const char *end = element != NULL ? strchr (element, '>') : NULL;
  gsize length;

  if (end == NULL)
    {
      g_string_assign (result, svg);
      return g_string_free_to_bytes (result);
    }

  g_string_append_len (result, svg, element - svg);
  g_string_append (result, "<svg role=\"img\"");
  if (options->language != NULL)
    {
      g_autofree char *language = g_markup_escape_text (options->language, -1);

      g_string_append_printf (result, " lang=\"%s\" xml:lang=\"%s\"", language, language);
    }
  if (options->title != NULL)
    g_string_append_printf (result, " aria-labelledby=\"title%s\"", options->description != NULL ? " description" : "");
  g_string_append_len (result, element + strlen ("<svg"), end + 1 - (element + strlen ("<svg")));
  if (options->title != NULL)
    {
      g_autofree char *title = g_markup_printf_escaped ("\n<title id=\"title\">%s</title>", options->title);

      g_string_append (result, title);
    }
  if (options->description != NULL)
    {
      g_autofree char *text = g_markup_printf_escaped ("\n<desc id=\"description\">%s</desc>", options->description);

      g_string_append (result, text);
    }
  length = strlen (end + 1);
  g_string_append_len (result, end + 1, (gssize) length);

  return g_string_free_to_bytes (result);
}

static GBytes *
render_svg (const VigieScene *scene, const VigieSurfaceOptions *options, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, vigie_scene_get_width (scene),
                                                                  vigie_scene_get_height (scene));

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (!check_status (draw_document (surface, scene, options->palette), scene, "SVG", error))
    return NULL;

  g_byte_array_append (bytes, (const guint8 *) "", 1);

  return describe_svg ((const char *) bytes->data, options);
}

static GBytes *
render_png (const VigieScene *scene, const VigieSurfaceOptions *options, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = options->scale > 0 ? options->scale : 1;
  double width = ceil (vigie_scene_get_width (scene) * scale);
  double height = ceil (vigie_scene_get_height (scene) * scale);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (width > MOST_PIXELS || height > MOST_PIXELS)
    {
      g_set_error (error, VIGIE_CHART_ERROR, VIGIE_CHART_ERROR_SIZE,
                   _ ("A PNG of %1$.0f × %2$.0f pixels is too large: neither side may exceed %3$.0f. Choose a smaller "
                      "size or scale, or SVG."),
                   width, height, MOST_PIXELS);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  status = draw_on (surface, scene, options->palette, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    status = vigie_png_encode (surface, scale, bytes);
  cairo_surface_destroy (surface);
  if (!check_status (status, scene, "PNG", error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
describe_pdf (cairo_surface_t *surface, const VigieSurfaceOptions *options)
{
  if (options->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
  if (options->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, options->description);
  if (options->created != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, options->created);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, options->created);
    }
}

static GBytes *
render_pdf (const VigieScene *scene, const VigieSurfaceOptions *options, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, vigie_scene_get_width (scene),
                                                                  vigie_scene_get_height (scene));

  describe_pdf (surface, options);
  if (!check_status (draw_document (surface, scene, options->palette), scene, "PDF", error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * vigie_scene_render:
 * @self: a scene
 * @format: as what
 * @options: how
 * @error: return location for a %VIGIE_CHART_ERROR
 *
 * Returns: (transfer full) (nullable): the contents of a file
 */
GBytes *
vigie_scene_render (const VigieScene *self, VigieSurfaceFormat format, const VigieSurfaceOptions *options,
                    GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->palette != NULL, NULL);

  switch (format)
    {
    case VIGIE_SURFACE_PNG:
      return render_png (self, options, error);

    case VIGIE_SURFACE_PDF:
      return render_pdf (self, options, error);

    case VIGIE_SURFACE_SVG:
    default:
      return render_svg (self, options, error);
    }
}

/* A device or a pipe is written to where it stands. */
static gboolean
put (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL && vigie_output_is_stream (path))
    return vigie_output_write (path, bytes, error);
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}

/**
 * vigie_scene_save:
 * @self: a scene
 * @file: where; what is there is replaced as a whole, or stays as it is
 * @format: as what
 * @options: how
 * @cancellable: (nullable): to stop it
 * @error: return location for a %VIGIE_CHART_ERROR, or a %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file was written
 */
gboolean
vigie_scene_save (const VigieScene *self, GFile *file, VigieSurfaceFormat format, const VigieSurfaceOptions *options,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = vigie_scene_render (self, format, options, error);
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return FALSE;

  if (put (file, bytes, cancellable, &reason))
    return TRUE;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  name = g_file_get_parse_name (file);
  g_set_error (error, VIGIE_CHART_ERROR, VIGIE_CHART_ERROR_WRITE,
               /* Translators: %1$s is a file, %2$s why it could not be written */
               _ ("The chart could not be written to “%1$s”: %2$s. Choose a folder you may write to, with room on its "
                  "disk."),
               name, reason->message);

  return FALSE;
}
