// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-store.h"

G_BEGIN_DECLS

gboolean vigie_linked_groups_add_next (AdwPreferencesPage *page, VigieStore *store, VigieRecord *record, guint *at);

G_END_DECLS
