// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-deck.h"
#include "vigie-report-error.h"

G_BEGIN_DECLS

/**
 * VigieMinutesFormat:
 * @VIGIE_MINUTES_MARKDOWN: text, `md`
 * @VIGIE_MINUTES_PDF: `pdf`
 * @VIGIE_MINUTES_ODT: a package of OpenDocument, `odt`
 * @VIGIE_MINUTES_FODT: a flat file of OpenDocument, `fodt`
 *
 * What minutes are written as.
 */
typedef enum
{
  VIGIE_MINUTES_MARKDOWN,
  VIGIE_MINUTES_PDF,
  VIGIE_MINUTES_ODT,
  VIGIE_MINUTES_FODT,
} VigieMinutesFormat;

gboolean vigie_minutes_format_from_nick (const char *nick, VigieMinutesFormat *format);
VigieMinutesFormat vigie_minutes_format_from_path (const char *path);
GBytes *vigie_minutes_write (const VigieDeck *deck, VigieMinutesFormat format, GError **error);
GBytes *vigie_minutes_write_markdown (const VigieDeck *deck);
GBytes *vigie_minutes_write_odt (const VigieDeck *deck, gboolean flat, GError **error);
GBytes *vigie_minutes_write_pdf (const VigieDeck *deck, gint64 created, GError **error);

G_END_DECLS
