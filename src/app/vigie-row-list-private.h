// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-row-list.h"
#include "vigie-row-pages.h"

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
  GPtrArray *next;   /* the first of the rows that are shown in a moment; %NULL where none are to come */
  guint n_next;      /* how many there are of them */
  VigieRowPages *pages;
  GCancellable *cancellable;
};

/* vigie-row-list.c */
void vigie_row_list_fetch_page (VigieRowList *self, guint page, GCancellable *cancellable);

/* vigie-row-list-shown.c */
void vigie_row_list_install_signals (VigieRowListClass *klass);
void vigie_row_list_take_first (VigieRowList *self, GPtrArray *records, gint64 total);

G_END_DECLS
