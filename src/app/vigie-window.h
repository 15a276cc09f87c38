// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-overview.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_WINDOW (vigie_window_get_type ())
G_DECLARE_FINAL_TYPE (VigieWindow, vigie_window, VIGIE, WINDOW, AdwApplicationWindow)

VigieWindow *vigie_window_new (AdwApplication *application);
void vigie_window_begin_kiosk (VigieWindow *self);
void vigie_window_set_store (VigieWindow *self, VigieStore *store, VigieOverview *overview);
void vigie_window_leave (VigieWindow *self);
void vigie_window_open (VigieWindow *self, GFile *file);
void vigie_window_remember_size (VigieWindow *self, GSettings *settings);
gboolean vigie_window_is_on_shelf (VigieWindow *self);
VigieStore *vigie_window_get_store (VigieWindow *self);
void vigie_window_show_system (VigieWindow *self, const char *code, const char *deployment);
void vigie_window_show_page (VigieWindow *self, const char *name);

gboolean vigie_window_is_table (GFile *file);
void vigie_window_import (VigieWindow *self, GFile *file);
const char *vigie_window_get_undo_words (VigieWindow *self);
const char *vigie_window_get_redo_words (VigieWindow *self);

G_END_DECLS
