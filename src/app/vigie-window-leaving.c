// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How pages go: thousands of widgets, of which the loop takes some down at a time while the window shows something else,
 * or is gone from the screen already.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-lists-page.h"
#include "vigie-overview-page.h"

static gboolean
take_some_down (GtkWidget *page)
{
  if (VIGIE_IS_LISTS_PAGE (page))
    return vigie_lists_page_take_down (VIGIE_LISTS_PAGE (page));
  return vigie_overview_page_take_down (VIGIE_OVERVIEW_PAGE (page));
}

static gboolean
take_down_cb (gpointer data)
{
  VigieWindow *self = data;

  if (self->left->len > 0)
    {
      GtkWidget *page = g_ptr_array_index (self->left, 0);

      if (!take_some_down (page))
        {
          gtk_stack_remove (self->page_stack, page);
          g_ptr_array_remove_index (self->left, 0);
        }
      return G_SOURCE_CONTINUE;
    }
  self->taking_down = 0;
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
begin (VigieWindow *self)
{
  if (self->taking_down == 0)
    self->taking_down = g_idle_add (take_down_cb, self);
}

static gboolean
faded_cb (gpointer data)
{
  VigieWindow *self = data;

  self->taking_down = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

/**
 * vigie_window_leave_pages:
 *
 * Lets go of all pages of the register that was shown. Their names are free for those of another.
 */
void
vigie_window_leave_pages (VigieWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (!g_ptr_array_find (self->left, page, NULL))
      {
        g_autofree char *name = g_strdup_printf ("left %p", (void *) page);

        gtk_stack_page_set_name (gtk_stack_get_page (self->page_stack, page), name);
        gtk_widget_set_can_target (page, FALSE);
        g_ptr_array_add (self->left, g_object_ref (page));
      }
  /* What one still sees goes when one sees it no more. */
  if (self->left->len > 0 && self->taking_down == 0)
    self->taking_down = g_timeout_add (gtk_stack_get_transition_duration (self->view_stack), faded_cb, self);
}

/**
 * vigie_window_leave:
 *
 * Closes the window. It is gone at once, so that other windows are not kept from answering; then its pages go.
 */
void
vigie_window_leave (VigieWindow *self)
{
  g_return_if_fail (VIGIE_IS_WINDOW (self));

  if (self->closing)
    return;
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  vigie_window_leave_pages (self);
  g_clear_handle_id (&self->taking_down, g_source_remove);
  begin (self);
}
