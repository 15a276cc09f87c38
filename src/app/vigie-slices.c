// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Work of many widgets, a little at a time: what is seen first is made at once, the rest a slice a frame. A slice is no
 * part of the frame, which has what the last one made to style, to lay out and to paint: two short blocks of the main
 * loop, and not one that is as long as both.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-slices.h"

/* Before the next frame, so that one that never ends, such as that of a spinner, does not keep it off; after what is
   typed and clicked. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 10)

typedef struct
{
  GtkWidget *widget; /* which owns the work */
  VigieSlice slice;
  gpointer data;
  GDestroyNotify destroy;
  gulong destroyed;
  guint tick;
  guint idle;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_handle_id (&work->idle, g_source_remove);
  if (work->tick != 0)
    gtk_widget_remove_tick_callback (work->widget, work->tick);
  g_clear_signal_handler (&work->destroyed, work->widget);
  if (work->destroy != NULL)
    work->destroy (work->data);
  g_free (work);
}

static GQuark
work_quark (void)
{
  return g_quark_from_static_string ("vigie-slices");
}

static Work *
get_work (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), work_quark ());
}

static void wait_for_frame (Work *work);

/* What it does may have it stopped, or begun anew. */
static void
do_slice (Work *work)
{
  g_autoptr (GtkWidget) widget = g_object_ref (work->widget);
  gboolean more = work->slice (widget, work->data);

  if (get_work (widget) != work)
    return;
  if (more)
    wait_for_frame (work);
  else
    vigie_slices_stop (widget);
}

static gboolean
idle_cb (gpointer data)
{
  Work *work = data;

  work->idle = 0;
  do_slice (work);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget G_GNUC_UNUSED, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Work *work = data;

  work->tick = 0;
  work->idle = g_idle_add_full (PRIORITY, idle_cb, work, NULL);
  return G_SOURCE_REMOVE;
}

static void
wait_for_frame (Work *work)
{
  work->tick = gtk_widget_add_tick_callback (work->widget, tick_cb, work, NULL);
}

/**
 * vigie_slices_begin:
 * @slice: called once after each frame, until it has no more to do
 * @destroy: (nullable): frees @data once the work is done, or stopped
 *
 * Begins a work on @widget, in the place of another that is not done. It goes on while the widget is on the screen, and
 * ends with it.
 */
void
vigie_slices_begin (GtkWidget *widget, VigieSlice slice, gpointer data, GDestroyNotify destroy)
{
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && slice != NULL);

  work->widget = widget;
  work->slice = slice;
  work->data = data;
  work->destroy = destroy;
  work->destroyed = g_signal_connect (widget, "destroy", G_CALLBACK (vigie_slices_stop), NULL);
  g_object_set_qdata_full (G_OBJECT (widget), work_quark (), work, work_free);
  wait_for_frame (work);
}

/**
 * vigie_slices_finish:
 *
 * Does at once what is left of a work, for whoever cannot wait.
 */
void
vigie_slices_finish (GtkWidget *widget)
{
  Work *work;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((work = get_work (widget)) != NULL)
    if (!work->slice (widget, work->data) && get_work (widget) == work)
      vigie_slices_stop (widget);
}

/**
 * vigie_slices_stop:
 *
 * Leaves a work as it is.
 */
void
vigie_slices_stop (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_qdata (G_OBJECT (widget), work_quark (), NULL);
}
