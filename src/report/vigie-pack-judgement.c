// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

/* A judgement is said by a word, a shape and a colour together: a copy in black and white keeps the first two. */

VigiePaint
vigie_pack_get_paint (VigieJudgement judgement)
{
  static const VigiePaint paints[] = {
    [VIGIE_JUDGEMENT_NEUTRAL] = VIGIE_PAINT_TEXT_MUTED,      [VIGIE_JUDGEMENT_GOOD] = VIGIE_PAINT_GOOD,
    [VIGIE_JUDGEMENT_WARNING] = VIGIE_PAINT_WARNING,         [VIGIE_JUDGEMENT_BAD] = VIGIE_PAINT_BAD,
    [VIGIE_JUDGEMENT_NOT_MEASURED] = VIGIE_PAINT_TEXT_MUTED,
  };

  return paints[judgement];
}

/**
 * vigie_pack_get_urgency:
 *
 * Returns: (transfer none): how urgent a matter so judged is, with its symbol
 */
const char *
vigie_pack_get_urgency (VigieJudgement judgement)
{
  switch (judgement)
    {
    case VIGIE_JUDGEMENT_BAD:
      /* Translators: the urgency of a matter before a committee; keep the symbol. */
      return C_ ("urgency", "◆ Urgent");
    case VIGIE_JUDGEMENT_WARNING:
      return C_ ("urgency", "▲ Soon");
    case VIGIE_JUDGEMENT_NOT_MEASURED:
      return C_ ("urgency", "□ Not measured");
    case VIGIE_JUDGEMENT_GOOD:
      return C_ ("urgency", "● On track");
    case VIGIE_JUDGEMENT_NEUTRAL:
    default:
      return C_ ("urgency", "○ To plan");
    }
}

/**
 * vigie_pack_get_symbol:
 *
 * Returns: (transfer none): the shape that stands for a judgement
 */
const char *
vigie_pack_get_symbol (VigieJudgement judgement)
{
  static const char *const symbols[] = {
    [VIGIE_JUDGEMENT_NEUTRAL] = "○", [VIGIE_JUDGEMENT_GOOD] = "●",         [VIGIE_JUDGEMENT_WARNING] = "▲",
    [VIGIE_JUDGEMENT_BAD] = "◆",     [VIGIE_JUDGEMENT_NOT_MEASURED] = "□",
  };

  return symbols[judgement];
}

/**
 * vigie_pack_get_change_mark:
 *
 * Returns: (transfer none) (nullable): whether an event is a good one, with its symbol
 */
const char *
vigie_pack_get_change_mark (VigieJudgement judgement)
{
  switch (judgement)
    {
    case VIGIE_JUDGEMENT_GOOD:
      /* Translators: an event is a good one; keep the symbol. */
      return C_ ("change", "● Better");
    case VIGIE_JUDGEMENT_WARNING:
      /* Translators: an event is to be watched; keep the symbol. */
      return C_ ("change", "▲ To watch");
    case VIGIE_JUDGEMENT_BAD:
      /* Translators: an event is a bad one; keep the symbol. */
      return C_ ("change", "◆ Worse");
    case VIGIE_JUDGEMENT_NEUTRAL:
    case VIGIE_JUDGEMENT_NOT_MEASURED:
    default:
      return NULL;
    }
}

/**
 * vigie_pack_dup_change:
 * @change: such as "+3 since 12 Oct 2026"
 *
 * Returns: (transfer full): the change and whether it is a good one, with its symbol
 */
char *
vigie_pack_dup_change (VigieJudgement judgement, const char *change)
{
  switch (judgement)
    {
    case VIGIE_JUDGEMENT_GOOD:
      /* Translators: %s is a change such as "+3 since 12 Oct 2026"; keep the symbol. */
      return g_strdup_printf (C_ ("change", "● %s, better"), change);
    case VIGIE_JUDGEMENT_WARNING:
      /* Translators: %s is a change such as "+3 since 12 Oct 2026"; keep the symbol. */
      return g_strdup_printf (C_ ("change", "▲ %s, to watch"), change);
    case VIGIE_JUDGEMENT_BAD:
      /* Translators: %s is a change such as "+3 since 12 Oct 2026"; keep the symbol. */
      return g_strdup_printf (C_ ("change", "◆ %s, worse"), change);
    case VIGIE_JUDGEMENT_NEUTRAL:
    case VIGIE_JUDGEMENT_NOT_MEASURED:
    default:
      return g_strdup (change);
    }
}
