// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-draft.h"

G_BEGIN_DECLS

VigieMapping *vigie_mapping_memory_find (const char *folder, VigieDraft *draft);
gboolean vigie_mapping_memory_keep (const char *folder, VigieDraft *draft, GError **error);

G_END_DECLS
