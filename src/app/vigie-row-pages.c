// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The rows of a long list that have been looked at lately. A page of them is there before its records are, and the page
 * that was used least lately makes room for another.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-row-pages.h"

#define PAGES_KEPT 12

struct _VigieRowPages
{
  GHashTable *pages;
  GQueue recent;
};

typedef struct
{
  GPtrArray *rows;
  GCancellable *cancellable; /* of its fetch; %NULL once it has come */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  g_ptr_array_unref (page->rows);
  g_free (page);
}

/**
 * vigie_row_pages_new:
 *
 * Returns: (transfer full): no pages yet
 */
VigieRowPages *
vigie_row_pages_new (void)
{
  VigieRowPages *self = g_new0 (VigieRowPages, 1);

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  g_queue_init (&self->recent);
  return self;
}

void
vigie_row_pages_free (VigieRowPages *self)
{
  vigie_row_pages_clear (self);
  g_hash_table_unref (self->pages);
  g_free (self);
}

static Page *
find_page (VigieRowPages *self, guint number)
{
  return g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
}

/* A page that has been scrolled past before it came is fetched no more. */
static Page *
add_page (VigieRowPages *self, guint number)
{
  Page *page = g_new0 (Page, 1);

  page->rows = g_ptr_array_new_full (VIGIE_ROWS_A_PAGE, g_object_unref);
  for (guint i = 0; i < VIGIE_ROWS_A_PAGE; i++)
    g_ptr_array_add (page->rows, g_object_new (VIGIE_TYPE_ROW, NULL));
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
  if (self->recent.length > PAGES_KEPT)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
  return page;
}

/**
 * vigie_row_pages_get:
 * @wanted: (out) (optional): of the fetch of the page that @position is on, where that is to be fetched; else %NULL. It
 *   belongs to the page, and is cancelled with it
 *
 * Returns: (transfer full): the row at @position
 */
VigieRow *
vigie_row_pages_get (VigieRowPages *self, guint position, GCancellable **wanted)
{
  guint number = position / VIGIE_ROWS_A_PAGE;
  Page *page = find_page (self, number);

  *wanted = NULL;
  if (page == NULL)
    {
      page = add_page (self, number);
      page->cancellable = *wanted = g_cancellable_new ();
    }
  else if (self->recent.head->data != GUINT_TO_POINTER (number))
    {
      g_queue_remove (&self->recent, GUINT_TO_POINTER (number));
      g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
    }
  return g_object_ref (g_ptr_array_index (page->rows, position % VIGIE_ROWS_A_PAGE));
}

/**
 * vigie_row_pages_fill:
 * @records: (element-type VigieRecord): of the rows of page @number, from its first
 *
 * Gives rows their records, and those after the last record none. A page that has made room by now is left.
 */
void
vigie_row_pages_fill (VigieRowPages *self, guint number, GPtrArray *records)
{
  Page *page = find_page (self, number);

  if (page == NULL)
    return;
  g_clear_object (&page->cancellable);
  for (guint i = 0; i < page->rows->len; i++)
    vigie_row_set_record (g_ptr_array_index (page->rows, i), i < records->len ? g_ptr_array_index (records, i) : NULL);
}

/**
 * vigie_row_pages_renew:
 *
 * Has a page fetched, whether it is there or not; it keeps its rows, and until then what they show.
 *
 * Returns: (transfer none): what cancels its fetch; it belongs to the page
 */
GCancellable *
vigie_row_pages_renew (VigieRowPages *self, guint number)
{
  Page *page = find_page (self, number);

  if (page == NULL)
    page = add_page (self, number);
  g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  page->cancellable = g_cancellable_new ();
  return page->cancellable;
}

static gboolean
is_used (const Page *page)
{
  for (guint i = 0; i < page->rows->len; i++)
    if (G_OBJECT (g_ptr_array_index (page->rows, i))->ref_count > 1)
      return TRUE;
  return FALSE;
}

/**
 * vigie_row_pages_keep_used:
 * @n_rows: how many rows there are now
 *
 * Forgets the pages of which no row is shown, or that lie behind the end.
 *
 * Returns: (transfer full) (element-type guint): the numbers of the others
 */
GArray *
vigie_row_pages_keep_used (VigieRowPages *self, guint n_rows)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (GList *at = self->recent.head, *next; at != NULL; at = next)
    {
      guint number = GPOINTER_TO_UINT (at->data);

      next = at->next;
      if (number < (n_rows + VIGIE_ROWS_A_PAGE - 1) / VIGIE_ROWS_A_PAGE && is_used (find_page (self, number)))
        {
          g_array_append_val (kept, number);
          continue;
        }
      g_hash_table_remove (self->pages, at->data);
      g_queue_delete_link (&self->recent, at);
    }
  return kept;
}

/**
 * vigie_row_pages_clear:
 *
 * Forgets all pages.
 */
void
vigie_row_pages_clear (VigieRowPages *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

/**
 * vigie_row_pages_cancel:
 *
 * Has nothing fetched any more.
 */
void
vigie_row_pages_cancel (VigieRowPages *self)
{
  GHashTableIter at;
  gpointer page;

  g_hash_table_iter_init (&at, self->pages);
  while (g_hash_table_iter_next (&at, NULL, &page))
    g_cancellable_cancel (((Page *) page)->cancellable);
}
