// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scope.h"

G_BEGIN_DECLS

/* The options by which a verb asks what would change if; a verb that has them says so in its more_options. */
extern const GOptionEntry vigie_what_if_options[];

gboolean vigie_what_if_parse (VigieWhatIf *what_if, GError **error);

G_END_DECLS
