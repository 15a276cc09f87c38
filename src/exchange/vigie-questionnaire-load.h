// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-questionnaire.h"

G_BEGIN_DECLS

VigieQuestionnaire *vigie_questionnaire_load (GError **error);
VigieQuestionnaire *vigie_questionnaire_load_bytes (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
