// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"

G_BEGIN_DECLS

/* What the verbs that answer with numbers have in common. */

VigieOverview *vigie_numbers_load (const char *path, const char *site, const char *profession, const char *as_of,
                                   const char *known_on, const VigieWhatIf *what_if, GError **error);
GBytes *vigie_numbers_write_json (VigieOverview *overview, gboolean agenda_only);
GBytes *vigie_numbers_write_text (VigieOverview *overview, gboolean agenda_only);
gboolean vigie_numbers_hand_out (GBytes *bytes, const char *path, GError **error);

G_END_DECLS
