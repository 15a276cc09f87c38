// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-draft.h"

G_BEGIN_DECLS

void vigie_import_draft_tell (VigieDraft *draft);
gboolean vigie_import_draft_save (VigieDraft *draft, const char *path, GError **error);

G_END_DECLS
