// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-facts.h"

G_BEGIN_DECLS

void vigie_facts_read_hours_once (const VigieFacts *self);
const VigieFacts *vigie_facts_get_day_before (const VigieFacts *self);
void vigie_facts_set_made (VigieFacts *self, GType type, gpointer made);
gpointer vigie_facts_dup_made (VigieFacts *self);
gpointer vigie_facts_take_former (VigieFacts *self);

G_END_DECLS
