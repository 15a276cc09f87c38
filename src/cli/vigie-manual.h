// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-command.h"

G_BEGIN_DECLS

gboolean vigie_manual_print (const char *format, const VigieCommand *const *commands, gsize n_commands, GError **error);

G_END_DECLS
