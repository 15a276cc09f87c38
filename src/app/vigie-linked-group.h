// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_linked_groups_add (AdwPreferencesPage *page, VigieStore *store, VigieRecord *record);

G_END_DECLS
