// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieOverviewPage: what needs a decision, the headline numbers and the figures, of a session's
 * overview. The old picture stays until the new one has come; the figures, which one scrolls to, come
 * one at a time after the rest has been painted.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-overview-page.h"

#include "vigie-agenda-row.h"
#include "vigie-config.h"
#include "vigie-entities.h"
#include "vigie-figure-card.h"
#include "vigie-format.h"
#include "vigie-headline-card.h"
#include "vigie-matters-dialog.h"
#include "vigie-open-record.h"

#include <glib/gi18n.h>

struct _VigieOverviewPage
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  GtkWidget *waiting;
  GtkListBox *agenda_list;
  GtkWidget *agenda_none;
  GtkButton *agenda_button;
  GtkFlowBox *headline_box;
  GtkBox *figure_box;

  /* owned */
  VigieSession *session;
  VigieOverview *overview;
  GPtrArray *headline_cards;
  GPtrArray *figure_cards;
  GTask *making; /* borrowed: the figure that is being made */
  guint next_figure;
  guint patience; /* the source that says what is waited for */
  gboolean whole_agenda;
  gboolean was_painted;
};

G_DEFINE_FINAL_TYPE (VigieOverviewPage, vigie_overview_page, ADW_TYPE_BIN)

/* What comes later than this is waited for. */
#define PATIENCE_MS 250

/* What fits beside the headline numbers on a laptop's screen. */
#define AGENDA_ROWS 3

static void
show_agenda_button (VigieOverviewPage *self, guint n)
{
  g_autofree char *number = vigie_format_integer (n);
  g_autofree char *text = NULL;

  /* Translators: a button; %s is how many matters need a decision */
  text = g_strdup_printf (ngettext ("Show All %s Matter", "Show All %s Matters", n), number);
  gtk_button_set_label (self->agenda_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->agenda_button), !self->whole_agenda && n > AGENDA_ROWS);
}

static void
show_agenda (VigieOverviewPage *self)
{
  guint n = vigie_overview_get_n_agenda (self->overview);
  guint shown = self->whole_agenda ? n : MIN (n, AGENDA_ROWS);

  gtk_list_box_remove_all (self->agenda_list);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->agenda_list, vigie_agenda_row_new (vigie_overview_get_agenda_item (self->overview, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->agenda_list), n > 0);
  gtk_widget_set_visible (self->agenda_none, n == 0);
  show_agenda_button (self, n);
}

static void
agenda_button_clicked_cb (VigieOverviewPage *self)
{
  GtkListBoxRow *next;

  self->whole_agenda = TRUE;
  show_agenda (self);
  next = gtk_list_box_get_row_at_index (self->agenda_list, AGENDA_ROWS);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

/* What a matter is about: its rows, its record, or the page that it is counted on. */
static void
agenda_activated_cb (VigieOverviewPage *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  const VigieAgendaItem *item = vigie_overview_get_agenda_item (self->overview, index);
  VigieStore *store = vigie_session_get_store (self->session);

  if (item->rows != NULL)
    vigie_matters_dialog_present_agenda (GTK_WIDGET (self), store, item);
  else if (item->entity != NULL)
    vigie_open_record (GTK_WIDGET (self), store, vigie_entity_from_nick (item->entity), item->key);
  else if (item->page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", item->page);
}

static void
show_headlines (VigieOverviewPage *self)
{
  guint n = vigie_overview_get_n_headlines (self->overview);

  for (guint i = 0; i < n; i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (self->overview, i);

      if (i < self->headline_cards->len)
        vigie_headline_card_show (g_ptr_array_index (self->headline_cards, i), headline);
      else
        {
          GtkWidget *card = vigie_headline_card_new (headline);

          gtk_flow_box_append (self->headline_box, card);
          g_ptr_array_add (self->headline_cards, card);
        }
    }
  for (guint i = 0; i < self->headline_cards->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->headline_cards, i), i < n);
}

static void make_next_figure (VigieOverviewPage *self);

typedef struct
{
  guint kind;
  VigieOverview *overview;
} FigureOrder;

static void
figure_order_free (gpointer data)
{
  FigureOrder *order = data;

  vigie_overview_unref (order->overview);
  g_free (order);
}

/* Adding up what a large register holds may take longer than a frame. */
static void
make_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  const FigureOrder *order = data;

  g_task_return_pointer (task, vigie_figure_new (order->kind, order->overview), (GDestroyNotify) vigie_figure_unref);
}

static void
show_figure (VigieOverviewPage *self, VigieFigure *figure)
{
  guint kind = self->next_figure++;

  if (kind < self->figure_cards->len)
    {
      vigie_figure_card_set_figure (g_ptr_array_index (self->figure_cards, kind), figure);
      return;
    }
  g_ptr_array_add (self->figure_cards, vigie_figure_card_new (self->session, figure));
  gtk_box_append (self->figure_box, g_ptr_array_index (self->figure_cards, kind));
}

static void
figure_made_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieOverviewPage *self = VIGIE_OVERVIEW_PAGE (source);
  g_autoptr (VigieFigure) figure = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Of another overview by now, which has its own figures made; or the page is gone. */
  if (figure == NULL || self->making != G_TASK (result))
    return;
  self->making = NULL;
  show_figure (self, figure);
  make_next_figure (self);
}

static void
make_next_figure (VigieOverviewPage *self)
{
  g_autoptr (GTask) task = NULL;
  FigureOrder *order;

  /* Those of a page that is left are made when it is shown again, so that they are not all measured in one frame. */
  if (self->making != NULL || self->overview == NULL || self->next_figure >= vigie_figure_n_kinds () ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  task = g_task_new (self, NULL, figure_made_cb, NULL);
  g_task_set_source_tag (task, make_next_figure);
  /* After what is drawn and typed. */
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
  order = g_new (FigureOrder, 1);
  *order = (FigureOrder) { self->next_figure, vigie_overview_ref (self->overview) };
  g_task_set_task_data (task, order, figure_order_free);
  self->making = task;
  g_task_run_in_thread (task, make_in_thread);
}

/* The figures come after what one sees first; tests/bench/bench waits for the words. */
static void
painted_cb (GdkFrameClock *clock, VigieOverviewPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_debug ("overview painted");
  self->was_painted = TRUE;
  for (guint i = 0; i < self->headline_cards->len; i++)
    vigie_headline_card_add_definition (g_ptr_array_index (self->headline_cards, i));
  self->next_figure = 0;
  self->making = NULL;
  make_next_figure (self);
}

/* With the overview, or without it where that takes longer. */
static void
page_painted_cb (GdkFrameClock *clock, VigieOverviewPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, page_painted_cb, self);
  g_debug ("window painted");
}

static gboolean
tell_when_page_painted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data G_GNUC_UNUSED)
{
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (page_painted_cb), widget, 0);
  return G_SOURCE_REMOVE;
}

static void
vigie_overview_page_map (GtkWidget *widget)
{
  VigieOverviewPage *self = VIGIE_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (vigie_overview_page_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, tell_when_page_painted_cb, NULL, NULL);
  if (self->was_painted)
    make_next_figure (self);
}

static gboolean
tell_when_painted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data G_GNUC_UNUSED)
{
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), widget, 0);
  return G_SOURCE_REMOVE;
}

/* What comes at once is not announced. */
static gboolean
show_waiting_cb (gpointer data)
{
  VigieOverviewPage *self = data;

  self->patience = 0;
  gtk_widget_set_visible (self->waiting, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_overview (VigieOverviewPage *self)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);

  if (overview == NULL)
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->overview, vigie_overview_unref);
  self->overview = vigie_overview_ref (overview);
  if (vigie_overview_is_empty (overview))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_agenda (self);
  show_headlines (self);
  gtk_stack_set_visible_child_name (self->stack, "overview");
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tell_when_painted_cb, NULL, NULL);
}

static void
vigie_overview_page_dispose (GObject *object)
{
  VigieOverviewPage *self = VIGIE_OVERVIEW_PAGE (object);

  self->making = NULL;
  g_clear_handle_id (&self->patience, g_source_remove);
  /* The stack is both AdwBin's child and the template's: each would take it out. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_OVERVIEW_PAGE);
  g_clear_pointer (&self->headline_cards, g_ptr_array_unref);
  g_clear_pointer (&self->figure_cards, g_ptr_array_unref);
  g_clear_pointer (&self->overview, vigie_overview_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_overview_page_parent_class)->dispose (object);
}

static void
vigie_overview_page_class_init (VigieOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_overview_page_dispose;
  widget_class->map = vigie_overview_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, agenda_list);
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, agenda_none);
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, agenda_button);
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, headline_box);
  gtk_widget_class_bind_template_child (widget_class, VigieOverviewPage, figure_box);
  gtk_widget_class_bind_template_callback (widget_class, agenda_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, agenda_button_clicked_cb);
}

static void
vigie_overview_page_init (VigieOverviewPage *self)
{
  self->headline_cards = g_ptr_array_new ();
  self->figure_cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vigie_overview_page_new:
 *
 * Returns: (transfer floating): a page that follows the overview of @session
 */
GtkWidget *
vigie_overview_page_new (VigieSession *session)
{
  VigieOverviewPage *self = g_object_new (VIGIE_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::overview", G_CALLBACK (show_overview), self, G_CONNECT_SWAPPED);
  self->patience = g_timeout_add (PATIENCE_MS, show_waiting_cb, self);
  show_overview (self);
  return GTK_WIDGET (self);
}

/**
 * vigie_overview_page_take_down:
 *
 * Takes down a part of a page that has been left, so that the loop is not kept for all of it.
 *
 * Returns: whether there was one
 */
gboolean
vigie_overview_page_take_down (VigieOverviewPage *self)
{
  GtkWidget *card;

  g_return_val_if_fail (VIGIE_IS_OVERVIEW_PAGE (self), FALSE);

  g_signal_handlers_disconnect_by_func (self->session, show_overview, self);
  self->making = NULL;
  self->next_figure = vigie_figure_n_kinds ();
  if ((card = gtk_widget_get_last_child (GTK_WIDGET (self->figure_box))) != NULL)
    gtk_box_remove (self->figure_box, card);
  else if ((card = gtk_widget_get_last_child (GTK_WIDGET (self->headline_box))) != NULL)
    gtk_flow_box_remove (self->headline_box, card);
  g_ptr_array_set_size (self->figure_cards, 0);
  g_ptr_array_set_size (self->headline_cards, 0);
  return card != NULL;
}
