// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The languages that Vigie speaks. The numbers, dates and sentences of a process are all in one.
 */
typedef enum
{
  VIGIE_LANGUAGE_EN,
  VIGIE_LANGUAGE_FR,
  VIGIE_LANGUAGE_DE,
  VIGIE_LANGUAGE_ES,
  VIGIE_LANGUAGE_IT,
  VIGIE_LANGUAGE_NL,
  VIGIE_N_LANGUAGES,
} VigieLanguage;

void vigie_language_init (const char *tag);
gboolean vigie_language_is_spoken (const char *tag);
char *vigie_language_dup_spoken (void);
VigieLanguage vigie_language_get (void);
const char *vigie_language_get_tag (void);
const char *vigie_language_get_tag_of (VigieLanguage spoken);
const char *vigie_language_get_name_of (VigieLanguage spoken);
gboolean vigie_language_is_right_to_left (void);
const char *vigie_language_get_decimal_point (void);
const char *vigie_language_pick (const char *french, const char *english);

G_END_DECLS
