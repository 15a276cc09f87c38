// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>

#include "chart-samples.h"
#include "vigie-drawing.h"
#include "vigie-scene-draw.h"
#include "vigie-surface.h"

static const VigieFrame frame = { .width = 640, .height = 400, .text_scale = 1 };

static VigieSurfaceOptions
options_with (VigiePaletteKind kind, double scale)
{
  return (VigieSurfaceOptions) {
    .palette = vigie_palette_get (kind),
    .scale = scale,
    .title = "Formés & à jour <Médecins>",
    .description = "62 % des médecins, pour une cible de 90 %.",
    .language = "fr",
    .created = "2026-11-23T09:00:00Z",
  };
}

static GBytes *
render (VigieScene *scene, VigieSurfaceFormat format, double scale)
{
  VigieSurfaceOptions options = options_with (VIGIE_PALETTE_LIGHT, scale);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = vigie_scene_render (scene, format, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

/* SVG */

typedef struct
{
  GString *title;
  GString *description;
  char *language;
  char *role;
  char *width;
  guint depth;
  guint n_elements;
} Parsed;

static void
start_element_cb (GMarkupParseContext *context, const char *name, const char **attributes, const char **values,
                  gpointer data, GError **error)
{
  Parsed *parsed = data;

  parsed->n_elements++;
  if (!g_str_equal (name, "svg"))
    return;

  for (gsize i = 0; attributes[i] != NULL; i++)
    {
      if (g_str_equal (attributes[i], "lang"))
        parsed->language = g_strdup (values[i]);
      else if (g_str_equal (attributes[i], "role"))
        parsed->role = g_strdup (values[i]);
      else if (g_str_equal (attributes[i], "width"))
        parsed->width = g_strdup (values[i]);
    }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Parsed *parsed = data;
  const char *element = g_markup_parse_context_get_element (context);

  if (g_strcmp0 (element, "title") == 0)
    g_string_append_len (parsed->title, text, (gssize) length);
  else if (g_strcmp0 (element, "desc") == 0)
    g_string_append_len (parsed->description, text, (gssize) length);
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { start_element_cb, NULL, text_cb, NULL, NULL };

  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (VigieScene) scene = samples[i].layout (&frame);
      g_autoptr (GBytes) bytes = render (scene, VIGIE_SURFACE_SVG, 1);
      g_autoptr (GMarkupParseContext) context = NULL;
      g_autoptr (GError) error = NULL;
      Parsed parsed = { .title = g_string_new (NULL), .description = g_string_new (NULL) };
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      context = g_markup_parse_context_new (&parser, 0, &parsed, NULL);
      g_markup_parse_context_parse (context, text, (gssize) size, &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);

      g_assert_cmpstr (parsed.title->str, ==, "Formés & à jour <Médecins>");
      g_assert_cmpstr (parsed.description->str, ==, "62 % des médecins, pour une cible de 90 %.");
      g_assert_cmpstr (parsed.language, ==, "fr");
      g_assert_cmpstr (parsed.role, ==, "img");
      g_assert_true (g_str_has_prefix (parsed.width, "640"));
      g_assert_cmpuint (parsed.n_elements, >, 50);

      g_string_free (parsed.title, TRUE);
      g_string_free (parsed.description, TRUE);
      g_free (parsed.language);
      g_free (parsed.role);
      g_free (parsed.width);
    }
}

/* PNG */

static guint32
number_at (const guint8 *data)
{
  return ((guint32) data[0] << 24) | ((guint32) data[1] << 16) | ((guint32) data[2] << 8) | data[3];
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  if (bytes->len < length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, bytes->data, length);
  g_byte_array_remove_range (bytes, 0, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
test_png (void)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const double scales[] = { 0, 1, 2, 4 };
  g_autoptr (VigieScene) scene = sample_bullet_bars (&frame);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) bytes = render (scene, VIGIE_SURFACE_PNG, scales[i]);
      guint scale = scales[i] > 0 ? (guint) scales[i] : 1;
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);
      g_autoptr (GByteArray) stream = g_byte_array_new ();
      cairo_surface_t *surface;

      g_assert_cmpmem (data, sizeof signature, signature, sizeof signature);
      g_assert_cmpuint (number_at (data + 16), ==, 640 * scale);
      g_assert_cmpuint (number_at (data + 20), ==, 400 * scale);
      g_assert_cmpmem (data + 37, 4, "pHYs", 4);
      g_assert_cmpuint (number_at (data + 41), ==, (guint) (3779.5276 * scale + 0.5));

      /* The sum of 3780 by 3780 a metre, as other programs write it. */
      if (scale == 1)
        g_assert_cmphex (number_at (data + 50), ==, 0x952b0e1b);

      g_byte_array_append (stream, data, (guint) size);
      surface = cairo_image_surface_create_from_png_stream (read_cb, stream);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) (640 * scale));
      cairo_surface_destroy (surface);
    }
}

static void
test_png_too_large (void)
{
  const VigieFrame large = { .width = 9000, .height = 400, .text_scale = 1 };
  g_autoptr (VigieScene) scene = sample_dumbbell (&large);
  VigieSurfaceOptions options = options_with (VIGIE_PALETTE_LIGHT, 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (vigie_scene_render (scene, VIGIE_SURFACE_PNG, &options, &error));
  g_assert_error (error, VIGIE_CHART_ERROR, VIGIE_CHART_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "36000 × 1600"));
}

static void
test_palettes_differ (void)
{
  g_autoptr (VigieScene) scene = sample_stacked_bars (&frame);
  g_autoptr (GBytes) light = render (scene, VIGIE_SURFACE_PNG, 1);

  for (guint kind = VIGIE_PALETTE_DARK; kind < VIGIE_N_PALETTES; kind++)
    {
      VigieSurfaceOptions options = options_with (kind, 1);
      g_autoptr (GBytes) other = vigie_scene_render (scene, VIGIE_SURFACE_PNG, &options, NULL);

      g_assert_false (g_bytes_equal (light, other));
    }
}

static guint
changed_pixels (VigieScene *scene, int datum)
{
  const VigiePalette *palette = vigie_palette_get (VIGIE_PALETTE_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 400);
  cairo_t *cr = cairo_create (surface);
  guint n_changed = 0;

  vigie_scene_draw_focus (scene, cr, palette, datum);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 400; y++)
    {
      const unsigned char *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < 640; x++)
        n_changed += row[4 * x + 3] > 0;
    }
  cairo_surface_destroy (surface);

  return n_changed;
}

/* The ring goes round the datum, and leaves what is inside as it is. */
static void
test_focus (void)
{
  g_autoptr (VigieScene) scene = sample_heat_map (&frame);
  const VigieBox *bounds = &vigie_scene_get_datum (scene, 10)->bounds;
  guint ring = changed_pixels (scene, 10);

  g_assert_cmpuint (ring, >, 4 * (guint) (bounds->width + bounds->height));
  g_assert_cmpuint (ring, <, 14 * (guint) (bounds->width + bounds->height));
  g_assert_cmpuint (changed_pixels (scene, VIGIE_NO_DATUM), ==, 0);
}

static void
test_same_bytes_again (void)
{
  static const VigieSurfaceFormat formats[] = { VIGIE_SURFACE_SVG, VIGIE_SURFACE_PNG, VIGIE_SURFACE_PDF };

  for (guint i = 0; i < n_samples; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autoptr (VigieScene) first = samples[i].layout (&frame);
        g_autoptr (VigieScene) second = samples[i].layout (&frame);
        g_autoptr (GBytes) a = render (first, formats[j], 1);
        g_autoptr (GBytes) b = render (second, formats[j], 1);

        g_test_message ("%s as format %d", samples[i].name, formats[j]);
        g_assert_true (g_bytes_equal (a, b));
      }
}

static void
test_pdf (void)
{
  g_autoptr (VigieScene) scene = sample_heat_map (&frame);
  g_autoptr (GBytes) bytes = render (scene, VIGIE_SURFACE_PDF, 1);
  g_autofree char *folder = g_dir_make_tmp ("vigie-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figure.pdf", NULL);
  const char *command[] = { "pdfinfo", "-isodates", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (output, "Formés & à jour <Médecins>"));
  g_assert_nonnull (strstr (output, "2026-11-23T09:00:00Z"));
  g_assert_nonnull (strstr (output, "640 x 400 pts"));
  g_assert_true (g_regex_match_simple ("Pages: +1\n", output, 0, 0));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Files */

static void
test_save_replaces (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vigie-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figure.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VigieScene) scene = sample_dumbbell (&frame);
  g_autofree char *contents = NULL;
  VigieSurfaceOptions options = options_with (VIGIE_PALETTE_PRINT, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "what was there before", -1, NULL));
  vigie_scene_save (scene, file, VIGIE_SURFACE_SVG, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "<svg role=\"img\""));
  g_assert_null (strstr (contents, "before"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_save_refused (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/folder/figure.png");
  g_autoptr (VigieScene) scene = sample_dumbbell (&frame);
  VigieSurfaceOptions options = options_with (VIGIE_PALETTE_LIGHT, 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (vigie_scene_save (scene, file, VIGIE_SURFACE_PNG, &options, NULL, &error));
  g_assert_error (error, VIGIE_CHART_ERROR, VIGIE_CHART_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "/nonexistent/folder/figure.png"));
}

static void
test_save_cancelled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/folder/figure.png");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VigieScene) scene = sample_dumbbell (&frame);
  VigieSurfaceOptions options = options_with (VIGIE_PALETTE_LIGHT, 1);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (vigie_scene_save (scene, file, VIGIE_SURFACE_PNG, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
draw_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  g_autoptr (VigieScene) scene = sample_dumbbell (&frame);
  g_autoptr (GBytes) bytes = render (scene, VIGIE_SURFACE_PNG, 4);

  g_atomic_int_inc ((int *) data);
  g_task_return_boolean (task, bytes != NULL);
}

/* HarfBuzz, which shapes text in threads, is not there any more once the program has ended. */
static void
test_end_waits (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int n_drawn = 0;

  g_cancellable_cancel (cancellable);
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, i == 5 ? cancellable : NULL, NULL, NULL);

      g_task_set_task_data (task, &n_drawn, NULL);
      vigie_drawing_run_in_thread (task, draw_in_thread);
    }
  vigie_drawing_wait ();
  g_assert_cmpint (g_atomic_int_get (&n_drawn), ==, 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/surface/svg", test_svg);
  g_test_add_func ("/chart/surface/png", test_png);
  g_test_add_func ("/chart/surface/png-too-large", test_png_too_large);
  g_test_add_func ("/chart/surface/palettes-differ", test_palettes_differ);
  g_test_add_func ("/chart/surface/focus", test_focus);
  g_test_add_func ("/chart/surface/same-bytes-again", test_same_bytes_again);
  g_test_add_func ("/chart/surface/pdf", test_pdf);
  g_test_add_func ("/chart/surface/save-replaces", test_save_replaces);
  g_test_add_func ("/chart/surface/save-refused", test_save_refused);
  g_test_add_func ("/chart/surface/save-cancelled", test_save_cancelled);
  g_test_add_func ("/chart/surface/end-waits", test_end_waits);

  return g_test_run ();
}
