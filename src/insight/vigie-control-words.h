// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-controls.h"

G_BEGIN_DECLS

const char *vigie_control_gravity_nick (VigieControlGravity gravity);
const char *vigie_control_gravity_label (VigieControlGravity gravity);
const char *vigie_control_wrong (const VigieControlRule *rule);
const char *vigie_control_remedy (const VigieControlRule *rule);
char *vigie_control_dup_name (const VigieControl *control);

G_END_DECLS
