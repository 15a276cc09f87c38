// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What of a list is shown, and how it becomes something else: a few rows at a time, since a view makes widgets for two
 * hundred of them, wherever it stands.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-row-list-private.h"

/* What is seen first, and what comes then at a time: a view makes widgets for two hundred rows, and no more. */
#define ROWS_AT_ONCE 10
#define ROWS_MADE 240
/* What a window may show of them, and what goes at a time where there are to be fewer. */
#define ROWS_SEEN 40
#define ROWS_LESS 25

enum
{
  SIGNAL_RENEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * vigie_row_list_install_signals:
 *
 * Adds the signals of this file to a class.
 */
void
vigie_row_list_install_signals (VigieRowListClass *klass G_GNUC_UNUSED)
{
  /**
   * VigieRowList::renewed:
   *
   * Other rows were asked for, and those that stay where they are show them now.
   */
  signals[SIGNAL_RENEWED] =
    g_signal_new ("renewed", VIGIE_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static gboolean
show_more_cb (gpointer data)
{
  VigieRowList *self = data;
  guint before = self->n_shown;

  self->n_shown += ROWS_AT_ONCE;
  if (self->n_shown > MIN (self->n_rows, ROWS_MADE))
    self->n_shown = self->n_rows;
  self->showing = self->n_shown < self->n_rows ? self->showing : 0;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_shown - before);
  return self->n_shown < self->n_rows ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Sections are told with all their rows; and where the same rows were only read again, what one had scrolled to stays. */
static void
show_anew (VigieRowList *self, GPtrArray *records, guint n_rows)
{
  guint old = self->n_shown;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&self->coming);
  vigie_row_pages_clear (self->pages);
  vigie_row_pages_renew (self->pages, 0);
  vigie_row_pages_fill (self->pages, 0, records);
  self->n_rows = n_rows;
  self->n_shown = self->is_other && self->groups == NULL ? MIN (n_rows, ROWS_AT_ONCE) : n_rows;
  self->is_other = FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old, self->n_shown);
  if (self->n_shown < n_rows)
    self->showing = g_idle_add (show_more_cb, self);
}

/* Rows that are shown stay, and show what has come: to take their widgets down and to make others takes longer than to
   put other words into them. Those that are shown of other pages are fetched. */
static void
renew_rows (VigieRowList *self)
{
  g_autoptr (GPtrArray) records = g_steal_pointer (&self->next);
  guint old = self->n_shown;
  g_autoptr (GArray) kept = NULL;

  self->n_rows = self->n_next;
  self->is_other = FALSE;
  if (old > self->n_rows)
    {
      self->n_shown = self->n_rows;
      g_list_model_items_changed (G_LIST_MODEL (self), self->n_shown, old - self->n_shown, 0);
    }
  kept = vigie_row_pages_keep_used (self->pages, self->n_shown);
  for (guint i = 0; i < kept->len; i++)
    if (g_array_index (kept, guint, i) != 0)
      vigie_row_list_fetch_page (self, g_array_index (kept, guint, i),
                                 vigie_row_pages_renew (self->pages, g_array_index (kept, guint, i)));
  vigie_row_pages_renew (self->pages, 0);
  vigie_row_pages_fill (self->pages, 0, records);
  if (self->n_shown < self->n_rows && show_more_cb (self) == G_SOURCE_CONTINUE)
    self->showing = g_idle_add (show_more_cb, self);
  g_signal_emit (self, signals[SIGNAL_RENEWED], 0);
}

static gboolean
show_less (VigieRowList *self, guint least)
{
  guint old = self->n_shown;

  if (old > ROWS_MADE)
    self->n_shown = MAX (ROWS_MADE, least);
  else if (old > least)
    self->n_shown = MAX (old - MIN (old, ROWS_LESS), least);
  if (self->n_shown >= old)
    return FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), self->n_shown, old - self->n_shown, 0);
  return TRUE;
}

/* Of many rows to few, those that nobody sees go first, some at a time: a view has the widgets of two hundred. */
static gboolean
show_less_cb (gpointer data)
{
  VigieRowList *self = data;

  if (show_less (self, MAX (self->n_next, ROWS_SEEN)))
    return G_SOURCE_CONTINUE;
  self->showing = 0;
  renew_rows (self);
  return G_SOURCE_REMOVE;
}

/**
 * vigie_row_list_take_first:
 * @records: (element-type VigieRecord): of the first page of the rows that were asked for
 * @total: how many there are
 *
 * Shows them in the place of those that are shown.
 */
void
vigie_row_list_take_first (VigieRowList *self, GPtrArray *records, gint64 total)
{
  guint n_rows = (guint) MIN (total, G_MAXINT);

  g_clear_handle_id (&self->showing, g_source_remove);
  if (self->groups != NULL || self->coming != NULL || !self->is_other)
    {
      show_anew (self, records, n_rows);
      return;
    }
  g_clear_pointer (&self->next, g_ptr_array_unref);
  self->next = g_ptr_array_ref (records);
  self->n_next = n_rows;
  if (self->n_shown > MAX (n_rows, ROWS_SEEN))
    self->showing = g_idle_add (show_less_cb, self);
  else
    renew_rows (self);
}

/**
 * vigie_row_list_take_down:
 *
 * Shows fewer rows from now on, and in the end none.
 *
 * Returns: whether there were any
 */
gboolean
vigie_row_list_take_down (VigieRowList *self)
{
  g_return_val_if_fail (VIGIE_IS_ROW_LIST (self), FALSE);

  g_signal_handlers_disconnect_by_data (self->store, self);
  vigie_row_pages_cancel (self->pages);
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->showing, g_source_remove);
  return show_less (self, 0);
}
