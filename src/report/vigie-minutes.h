// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-deck.h"
#include "vigie-report-error.h"

G_BEGIN_DECLS

GBytes *vigie_minutes_write_markdown (const VigieDeck *deck);
GBytes *vigie_minutes_write_pdf (const VigieDeck *deck, gint64 created, GError **error);

G_END_DECLS
