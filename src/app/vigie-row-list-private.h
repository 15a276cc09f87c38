// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-row-list.h"

G_BEGIN_DECLS

struct _VigieRowList
{
  GObject parent_instance;

  VigieStore *store;
  const VigieListKind *kind;
  VigieDate as_of;
  char *search;
  int sort_field;
  gboolean descending;
  GPtrArray *filters; /* (element-type VigieFilter) */
  int group_field;
  char *failure;

  guint n_rows;
  guint n_shown;     /* of them; the rest is shown in a moment */
  guint showing;     /* the source that shows more */
  gboolean is_other; /* other rows were asked for than those that are shown */
  gboolean waiting;  /* and have not come */
  gint64 n_all;      /* rows whatever is searched and narrowed */
  GPtrArray *groups; /* (element-type VigieGroup) (nullable): of the rows as they are shown */
  GPtrArray *coming; /* of those that are being fetched */
  GHashTable *pages;
  GQueue recent;
  GCancellable *cancellable;
};

void vigie_row_list_sections_init (GtkSectionModelInterface *iface);

G_END_DECLS
