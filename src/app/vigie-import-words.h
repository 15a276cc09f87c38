// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-draft.h"

G_BEGIN_DECLS

GtkWidget *vigie_import_words_new (VigieDraft *draft, guint column);
GtkWidget *vigie_import_constant_new (VigieDraft *draft, const VigieCandidate *field);

G_END_DECLS
