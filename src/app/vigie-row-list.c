// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRowList: the rows of a list, fetched a page at a time as they come into view, so that a million cost what is seen
 * of them. Where it is grouped, its sections are known before its rows. A #VigieRow has no record until its page has come.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-row-list-private.h"

#include "vigie-row-groups.h"

#include <gtk/gtk.h>

enum
{
  PROP_0,
  PROP_FAILURE,
  PROP_N_ALL,
  PROP_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void vigie_row_list_model_init (GListModelInterface *iface);
static void vigie_row_list_sections_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieRowList, vigie_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vigie_row_list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, vigie_row_list_sections_init))

typedef struct
{
  VigieRowList *self;
  guint page;
  gboolean first;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->self);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
set_waiting (VigieRowList *self, gboolean waiting)
{
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Fetch) fetch = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 total = 0;

  records = vigie_store_list_finish (VIGIE_STORE (source), result, &total, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (fetch->first)
    set_waiting (fetch->self, FALSE);
  if (g_set_str (&fetch->self->failure, error != NULL ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (fetch->self), properties[PROP_FAILURE]);
  if (records == NULL)
    return;
  if (fetch->first)
    vigie_row_list_take_first (fetch->self, records, total);
  else
    vigie_row_pages_fill (fetch->self->pages, fetch->page, records);
}

/**
 * vigie_row_list_fill_query:
 * @query: (out caller-allocates): what is listed; its texts and filters are the list's own
 */
void
vigie_row_list_fill_query (VigieRowList *self, VigieQuery *query)
{
  *query = (VigieQuery) {
    .entity = vigie_list_kind_get_row_entity (self->kind),
    .list = self->kind->list,
    .as_of = self->as_of,
    .search = self->search,
    .filters = self->filters,
    .titles = TRUE,
    .grouped = self->group_field >= 0,
    .group_field = (guint) MAX (self->group_field, 0),
    .sort_field = self->sort_field,
    .descending = self->descending,
  };
}

static void
fetch (VigieRowList *self, guint page, gboolean first, GCancellable *cancellable)
{
  VigieQuery query;
  Fetch *fetch = g_new0 (Fetch, 1);

  vigie_row_list_fill_query (self, &query);
  query.offset = (gint64) page * VIGIE_ROWS_A_PAGE;
  query.limit = VIGIE_ROWS_A_PAGE;
  fetch->self = g_object_ref (self);
  fetch->page = page;
  fetch->first = first;
  vigie_store_list_async (self->store, &query, cancellable, fetched_cb, fetch);
}

/**
 * vigie_row_list_fetch_page:
 *
 * Fetches another page than the first.
 */
void
vigie_row_list_fetch_page (VigieRowList *self, guint page, GCancellable *cancellable)
{
  fetch (self, page, FALSE, cancellable);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRowList) self = data;
  g_autoptr (GPtrArray) records = NULL;
  gint64 total;

  records = vigie_store_list_finish (VIGIE_STORE (source), result, &total, NULL);
  if (records == NULL)
    return;
  self->n_all = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ALL]);
}

/* How many there are in all, to say "12 of 40". */
static void
count_all (VigieRowList *self)
{
  VigieQuery query = {
    .entity = vigie_list_kind_get_row_entity (self->kind),
    .list = self->kind->list,
    .as_of = self->as_of,
    .sort_field = -1,
    .limit = 1,
  };

  vigie_store_list_async (self->store, &query, self->cancellable, counted_cb, g_object_ref (self));
}

static void
grouped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRowList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = vigie_store_list_groups_finish (VIGIE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = g_steal_pointer (&groups);
  fetch (self, 0, TRUE, self->cancellable);
}

/* The old rows stay until the first page of the new ones has come. */
static void
begin_anew (VigieRowList *self)
{
  VigieQuery query;

  vigie_row_pages_cancel (self->pages);
  if (self->next != NULL)
    g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vigie_row_list_fill_query (self, &query);
  if (vigie_row_list_is_narrowed (self))
    count_all (self);
  if (query.grouped)
    vigie_store_list_groups_async (self->store, &query, query.group_field, self->cancellable, grouped_cb,
                                   g_object_ref (self));
  else
    {
      g_clear_pointer (&self->coming, g_ptr_array_unref);
      fetch (self, 0, TRUE, self->cancellable);
    }
}

static GType
vigie_row_list_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return VIGIE_TYPE_ROW;
}

static guint
vigie_row_list_get_n_items (GListModel *model)
{
  return VIGIE_ROW_LIST (model)->n_shown;
}

static gpointer
vigie_row_list_get_item (GListModel *model, guint position)
{
  VigieRowList *self = VIGIE_ROW_LIST (model);
  GCancellable *wanted;
  VigieRow *row;

  if (position >= self->n_shown)
    return NULL;
  row = vigie_row_pages_get (self->pages, position, &wanted);
  if (wanted != NULL)
    fetch (self, position / VIGIE_ROWS_A_PAGE, FALSE, wanted);
  return row;
}

static void
vigie_row_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vigie_row_list_get_item_type;
  iface->get_n_items = vigie_row_list_get_n_items;
  iface->get_item = vigie_row_list_get_item;
}

static void
vigie_row_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  VigieRowList *self = VIGIE_ROW_LIST (model);

  if (position < self->n_shown)
    vigie_row_groups_find (self->groups, position, self->n_shown, start, end);
  else
    {
      *start = self->n_shown;
      *end = G_MAXUINT;
    }
}

static void
vigie_row_list_sections_init (GtkSectionModelInterface *iface)
{
  iface->get_section = vigie_row_list_get_section;
}

/**
 * vigie_row_list_get_group:
 *
 * Returns: (transfer none) (nullable): what the rows round @position have in common
 */
const VigieGroup *
vigie_row_list_get_group (VigieRowList *self, guint position)
{
  guint start, end;

  g_return_val_if_fail (VIGIE_IS_ROW_LIST (self), NULL);

  return vigie_row_groups_find (self->groups, position, self->n_shown, &start, &end);
}

static void
vigie_row_list_dispose (GObject *object)
{
  VigieRowList *self = VIGIE_ROW_LIST (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  vigie_row_pages_cancel (self->pages);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_row_list_parent_class)->dispose (object);
}

static void
vigie_row_list_finalize (GObject *object)
{
  VigieRowList *self = VIGIE_ROW_LIST (object);

  vigie_row_pages_free (self->pages);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_free (self->search);
  g_free (self->failure);
  G_OBJECT_CLASS (vigie_row_list_parent_class)->finalize (object);
}

static void
vigie_row_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VigieRowList *self = VIGIE_ROW_LIST (object);

  switch (id)
    {
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    case PROP_N_ALL:
      g_value_set_int64 (value, self->n_all);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vigie_row_list_class_init (VigieRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vigie_row_list_dispose;
  object_class->finalize = vigie_row_list_finalize;
  object_class->get_property = vigie_row_list_get_property;
  /* Why the rows are not those that were asked for; %NULL where they are. */
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* How many rows there are, whatever is searched for and narrowed to; known where the list is narrowed. */
  properties[PROP_N_ALL] = g_param_spec_int64 ("n-all", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Whether other rows were asked for, and have not come. */
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  vigie_row_list_install_signals (klass);
}

static void
vigie_row_list_init (VigieRowList *self)
{
  self->pages = vigie_row_pages_new ();
}

/* For other rows than those that are shown. */
static void
ask_other (VigieRowList *self)
{
  self->is_other = TRUE;
  set_waiting (self, TRUE);
  begin_anew (self);
}

/**
 * vigie_row_list_new:
 *
 * Returns: (transfer full): the rows of @kind, empty until the first page has come; it follows
 *   changes of @store
 */
VigieRowList *
vigie_row_list_new (VigieStore *store, const VigieListKind *kind, VigieDate as_of)
{
  VigieRowList *self;

  g_return_val_if_fail (VIGIE_IS_STORE (store) && kind != NULL, NULL);

  self = g_object_new (VIGIE_TYPE_ROW_LIST, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->sort_field = kind->sort;
  self->descending = kind->descending;
  self->as_of = as_of;
  self->group_field = -1;
  g_signal_connect_object (store, "changed", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
  ask_other (self);
  return self;
}

/**
 * vigie_row_list_set_search:
 * @search: (nullable): words; see #VigieQuery
 */
void
vigie_row_list_set_search (VigieRowList *self, const char *search)
{
  g_return_if_fail (VIGIE_IS_ROW_LIST (self));

  if (g_set_str (&self->search, search))
    ask_other (self);
}

void
vigie_row_list_set_as_of (VigieRowList *self, VigieDate as_of)
{
  g_return_if_fail (VIGIE_IS_ROW_LIST (self));

  if (self->as_of == as_of)
    return;
  self->as_of = as_of;
  ask_other (self);
}

/**
 * vigie_row_list_set_sort:
 * @field: index of the field to sort by; -1 for the order that the list comes in
 */
void
vigie_row_list_set_sort (VigieRowList *self, int field, gboolean descending)
{
  g_return_if_fail (VIGIE_IS_ROW_LIST (self));

  if (field < 0)
    {
      field = self->kind->sort;
      descending = self->kind->descending;
    }
  if (self->sort_field == field && self->descending == descending)
    return;
  self->sort_field = field;
  self->descending = descending;
  ask_other (self);
}

/**
 * vigie_row_list_set_filters:
 * @filters: (nullable) (element-type VigieFilter): what it is narrowed to
 */
void
vigie_row_list_set_filters (VigieRowList *self, GPtrArray *filters)
{
  g_return_if_fail (VIGIE_IS_ROW_LIST (self));

  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = vigie_filters_copy (filters);
  ask_other (self);
}

/**
 * vigie_row_list_set_group:
 * @field: index of the field by which rows come together; -1 for none
 */
void
vigie_row_list_set_group (VigieRowList *self, int field)
{
  g_return_if_fail (VIGIE_IS_ROW_LIST (self));

  if (self->group_field == field)
    return;
  self->group_field = field;
  ask_other (self);
}

/**
 * vigie_row_list_get_n_rows:
 *
 * Returns: how many there are, those included that are shown in a moment
 */
guint
vigie_row_list_get_n_rows (VigieRowList *self)
{
  g_return_val_if_fail (VIGIE_IS_ROW_LIST (self), 0);

  return self->n_rows;
}

/**
 * vigie_row_list_is_narrowed:
 *
 * Returns: whether not all rows are wanted
 */
gboolean
vigie_row_list_is_narrowed (VigieRowList *self)
{
  g_return_val_if_fail (VIGIE_IS_ROW_LIST (self), FALSE);

  return (self->search != NULL && *self->search != '\0') || (self->filters != NULL && self->filters->len > 0);
}
