// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-overview.h"

G_BEGIN_DECLS

void vigie_due_notifier_tell (GApplication *application, GSettings *settings, const VigieOverview *overview);

G_END_DECLS
