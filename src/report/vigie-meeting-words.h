// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"

G_BEGIN_DECLS

char *vigie_meeting_dup_vote (VigieRecord *decision);
char *vigie_meeting_dup_owed (VigieRecord *action);

G_END_DECLS
