// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include "vigie-format.h"

G_BEGIN_DECLS

const char *vigie_catalogue_lookup (VigieLanguage language, const char *context, const char *text);

G_END_DECLS
