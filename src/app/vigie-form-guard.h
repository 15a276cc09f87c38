// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-form-draft.h"

G_BEGIN_DECLS

void vigie_form_guard_attach (AdwDialog *dialog, VigieFormDraft *draft);
void vigie_form_guard_close (AdwDialog *dialog);

G_END_DECLS
