// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-language.h"

G_BEGIN_DECLS

/**
 * VigieConventions:
 * @tag: of the language
 * @group: what groups thousands, @least_grouped: the digits from which it does: 5 where one writes 4800 and 12.500
 * @point: what decimals follow
 * @percent: what follows a number of hundredths
 * @before_money: what precedes an amount of euros, @after_money: what follows it
 * @first: what follows the first day of a month, @day: what follows any other
 * @of: what stands before month and year in a long date
 *
 * How a language writes numbers and dates (CLDR 46).
 */
typedef struct
{
  const char *tag;
  const char *group;
  gsize least_grouped;
  const char *point;
  const char *percent;
  const char *before_money;
  const char *after_money;
  const char *first;
  const char *day;
  const char *of;
} VigieConventions;

const VigieConventions *vigie_language_get_conventions (void);

G_END_DECLS
