// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-robot.h"

G_BEGIN_DECLS

/* What there is on the accessibility bus, looked at once. */

AtspiAccessible *vigie_look_find (AtspiAccessible *root, AtspiRole role, const char *name);
AtspiAccessible *vigie_look_find_focused (AtspiAccessible *root);
AtspiAccessible *vigie_look_dup_around (AtspiAccessible *thing, AtspiRole role);
gboolean vigie_look_is_focused (AtspiAccessible *thing);
gboolean vigie_look_holds_focus (AtspiAccessible *root);
void vigie_look_add_names (AtspiAccessible *root, AtspiRole role, GHashTable *names);
void vigie_look_describe (AtspiAccessible *root);

G_END_DECLS
