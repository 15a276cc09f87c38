// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-recording.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_QUICK_ENTRY (vigie_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (VigieQuickEntry, vigie_quick_entry, VIGIE, QUICK_ENTRY, AdwBin)

void vigie_quick_entry_open (VigieQuickEntry *self, const char *path, VigieResolutionKind kind);
void vigie_quick_entry_leave (VigieQuickEntry *self);
void vigie_quick_entry_close (VigieQuickEntry *self);
gboolean vigie_quick_entry_is_open (VigieQuickEntry *self);
gboolean vigie_quick_entry_read (VigieQuickEntry *self, VigieResolution *resolution);
void vigie_quick_entry_tell (VigieQuickEntry *self, const char *message);

G_END_DECLS
