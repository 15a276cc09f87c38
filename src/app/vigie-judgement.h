// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"

G_BEGIN_DECLS

const char *vigie_judgement_get_icon (VigieJudgement judgement);
const char *vigie_judgement_get_style (VigieJudgement judgement);
const char *vigie_judgement_get_urgency (VigieJudgement judgement);
const char *vigie_judgement_get_trend (VigieJudgement judgement);

G_END_DECLS
