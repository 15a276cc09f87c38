// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VigieProgress VigieProgress;

VigieProgress *vigie_progress_new (void);
void vigie_progress_tell (double fraction, gint64 n, gpointer self);
void vigie_progress_end (VigieProgress *self);
void vigie_progress_free (gpointer self);

G_END_DECLS
