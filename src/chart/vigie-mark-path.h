// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>

#include "vigie-mark.h"

G_BEGIN_DECLS

void vigie_mark_path (const VigieMark *mark, cairo_t *cr);

G_END_DECLS
