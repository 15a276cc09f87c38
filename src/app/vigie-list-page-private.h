// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-list-memory.h"
#include "vigie-list-page.h"
#include "vigie-row-list.h"

G_BEGIN_DECLS

struct _VigieListPage
{
  AdwBin parent_instance;

  /* template */
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkMenuButton *more_button;
  GtkWidget *session_button;
  GtkWidget *import_button;
  GtkWidget *add_button;
  AdwWrapBox *pills;
  GtkStack *stack;
  GtkColumnView *view;
  GtkWidget *spinner;
  AdwStatusPage *empty_page;
  GtkLabel *count_label;
  GtkActionBar *selection_bar;
  GtkLabel *selection_label;

  /* borrowed */
  const VigieListKind *kind;
  GtkColumnViewColumn *check_column;

  /* owned */
  VigieSession *session;
  VigieRowList *rows;
  VigieListView *look;
  VigieRecord *menu_key;        /* of the row that the menu was made for last */
  GtkMultiSelection *selection; /* %NULL where nothing is being selected */
  guint patience;               /* the source that shows the spinner */
};

/* vigie-list-page.c */
void vigie_list_page_look_changed (VigieListPage *self);
const char *vigie_list_page_get_memory (VigieListPage *self);

/* vigie-list-page-views.c */
void vigie_list_page_install_views (VigieListPage *self, GSimpleActionGroup *actions);
void vigie_list_page_show_pills (VigieListPage *self);

/* vigie-list-page-selection.c */
void vigie_list_page_install_selection (VigieListPage *self, GSimpleActionGroup *actions);
void vigie_list_page_end_selection (VigieListPage *self);
void vigie_list_page_delete (VigieListPage *self, GPtrArray *keys);

/* vigie-list-page-menu.c */
void vigie_list_page_install_menu (VigieListPage *self, GSimpleActionGroup *actions);

G_END_DECLS
