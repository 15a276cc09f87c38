// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Saving a figure as a picture, where the person says. It is laid out and written by a worker.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-figure-save.h"

#include "vigie-drawing.h"
#include "vigie-format.h"
#include "vigie-surface.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* As wide as a page of text or half a slide takes it. */
#define PICTURE_WIDTH 960
#define PICTURE_HEIGHT 540
#define PNG_SCALE 2

typedef struct
{
  VigieFigure *figure;
  VigieSurfaceFormat format;
  GFile *file;
  GtkWidget *parent;
} Save;

static void
save_free (Save *save)
{
  vigie_figure_unref (save->figure);
  g_clear_object (&save->file);
  g_clear_object (&save->parent);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
save_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  const Save *save = data;
  VigieFrame frame = {
    .width = PICTURE_WIDTH, .height = PICTURE_HEIGHT, .text_scale = 1, .mirrored = vigie_language_is_right_to_left ()
  };
  g_autoptr (VigieScene) scene = vigie_figure_layout (save->figure, &frame);
  VigieSurfaceOptions options = {
    .palette = vigie_palette_get (VIGIE_PALETTE_LIGHT),
    .scale = PNG_SCALE,
    .title = vigie_figure_get_title (save->figure),
    .description = vigie_figure_get_sentence (save->figure),
    .language = vigie_language_get_tag (),
  };
  GError *error = NULL;

  if (vigie_scene_save (scene, save->file, save->format, &options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_failure (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Figure Could Not Be Saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
saved_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  const Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tell_failure (save->parent, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GTask) task = NULL;

  save->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  /* Nothing was chosen: nothing is to be done. */
  if (save->file == NULL)
    return;
  task = g_task_new (NULL, NULL, saved_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&save), (GDestroyNotify) save_free);
  vigie_drawing_run_in_thread (task, save_in_thread);
}

/**
 * vigie_figure_save_async:
 * @format: `svg` or `png`
 * @parent: a widget of the window that asks where to
 *
 * Asks where to, and saves a picture of @figure there.
 */
void
vigie_figure_save_async (VigieFigure *figure, const char *format, GtkWidget *parent)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.%s", vigie_figure_get_id (figure), format);
  Save *save = g_new0 (Save, 1);

  save->figure = vigie_figure_ref (figure);
  save->format = g_str_equal (format, "png") ? VIGIE_SURFACE_PNG : VIGIE_SURFACE_SVG;
  save->parent = g_object_ref (parent);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb, save);
}
