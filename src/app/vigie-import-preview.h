// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-trial.h"

G_BEGIN_DECLS

GtkWidget *vigie_import_preview_new (VigieDraft *draft, VigieTrial *trial);

G_END_DECLS
