// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scope-bar.h"
#include "vigie-session.h"
#include "vigie-shelf-page.h"
#include "vigie-window.h"

G_BEGIN_DECLS

struct _VigieWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toast_overlay;
  GtkStack *view_stack;
  AdwNavigationSplitView *split_view;
  GtkListBox *sidebar_list;
  AdwNavigationView *navigation;
  AdwNavigationPage *content_page;
  VigieScopeBar *scope_bar;
  AdwBanner *failure_banner;
  AdwBanner *late_banner;
  AdwBanner *read_only_banner;
  AdwBanner *notice_banner;
  GtkStack *page_stack;
  GtkWidget *loading_spinner;
  GtkMenuButton *menu_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;

  /* borrowed: made when it is first shown */
  AdwStatusPage *loading_page;

  /* owned */
  VigieSession *session;
  GSettings *settings; /* where the page is kept; %NULL where it is not */
  GCancellable *cancellable;
  char *register_name;
  gboolean kiosk; /* to be begun with the first overview */
  char *first_page;
  GFile *table_to_come; /* to be imported once the register is there */
  char *loading_words;
  char *read_only_reason; /* of the register that is being opened; may be %NULL */
  char *undo_words;       /* what is next to be undone; %NULL where nothing is */
  char *redo_words;
  guint spinner_timeout;
  guint loading_timeout;
  GPtrArray *left;   /* pages that are no longer shown, to be taken down */
  guint taking_down; /* the source that does that */
  gboolean closing;  /* once that is done */
  gboolean narrow;
};

/* vigie-window.c */
void vigie_window_show_failure (VigieWindow *self, const char *heading, const GError *error);
void vigie_window_show_loading (VigieWindow *self, const char *words);
void vigie_window_leave_loading (VigieWindow *self);

/* vigie-window-backups.c */
void vigie_window_install_backup_actions (GtkWidgetClass *widget_class);

/* vigie-window-drafts.c */
void vigie_window_offer_drafts (VigieWindow *self, VigieStore *store);

/* vigie-window-files.c */
void vigie_window_install_file_actions (GtkWidgetClass *widget_class);
void vigie_window_accept_drops (VigieWindow *self);

/* vigie-window-import.c */
void vigie_window_install_import_actions (GtkWidgetClass *widget_class);
void vigie_window_enable_import (VigieWindow *self, VigieStore *store);

/* vigie-window-leaving.c */
void vigie_window_leave_pages (VigieWindow *self);

/* vigie-window-lists.c */
void vigie_window_install_list_actions (GtkWidgetClass *widget_class);

/* vigie-window-notices.c */
void vigie_window_install_notices (GtkWidgetClass *widget_class);
void vigie_window_show_notices (VigieWindow *self, VigieStore *store);

/* vigie-window-pages.c */
void vigie_window_install_page_actions (GtkWidgetClass *widget_class);
void vigie_window_add_sidebar_rows (VigieWindow *self);

/* vigie-window-save.c */
void vigie_window_install_save_actions (GtkWidgetClass *widget_class);

/* vigie-window-systems.c */
void vigie_window_install_system_actions (GtkWidgetClass *widget_class);
void vigie_window_leave_systems (VigieWindow *self);
void vigie_window_tell_due (VigieWindow *self, VigieOverview *overview);

/* vigie-window-undo.c */
void vigie_window_install_meeting_actions (GtkWidgetClass *widget_class);
void vigie_window_install_undo_actions (GtkWidgetClass *widget_class);
void vigie_window_install_help_action (GtkWidgetClass *widget_class);
void vigie_window_enable_undo (VigieWindow *self, VigieStore *store);

G_END_DECLS
