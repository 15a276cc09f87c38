// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How a judgement is shown: a symbol, words and a colour, so that none stands alone.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-judgement.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *icon;
  const char *style;
  const char *urgency;
  const char *trend;
} Look;

static const Look looks[] = {
  [VIGIE_JUDGEMENT_NEUTRAL] = { "appointment-soon-symbolic", "accent", NC_ ("urgency", "To plan"),
                                NC_ ("change", "no better, no worse") },
  [VIGIE_JUDGEMENT_GOOD] = { "object-select-symbolic", "success", NC_ ("urgency", "On track"),
                             NC_ ("change", "better") },
  [VIGIE_JUDGEMENT_WARNING] = { "dialog-warning-symbolic", "warning", NC_ ("urgency", "Soon"),
                                NC_ ("change", "to be watched") },
  [VIGIE_JUDGEMENT_BAD] = { "dialog-error-symbolic", "error", NC_ ("urgency", "Urgent"), NC_ ("change", "worse") },
  [VIGIE_JUDGEMENT_NOT_MEASURED] = { "dialog-question-symbolic", "dimmed", NC_ ("urgency", "Not measured"),
                                     NC_ ("change", "not measured") },
};

static const Look *
find_look (VigieJudgement judgement)
{
  return &looks[(guint) judgement < G_N_ELEMENTS (looks) ? judgement : VIGIE_JUDGEMENT_NOT_MEASURED];
}

/**
 * vigie_judgement_get_icon:
 *
 * Returns: (transfer none): the name of its symbol
 */
const char *
vigie_judgement_get_icon (VigieJudgement judgement)
{
  return find_look (judgement)->icon;
}

/**
 * vigie_judgement_get_style:
 *
 * Returns: (transfer none): its style class
 */
const char *
vigie_judgement_get_style (VigieJudgement judgement)
{
  return find_look (judgement)->style;
}

/**
 * vigie_judgement_get_urgency:
 *
 * Returns: (transfer none): how soon something must be decided, in a word or two
 */
const char *
vigie_judgement_get_urgency (VigieJudgement judgement)
{
  return g_dpgettext2 (NULL, "urgency", find_look (judgement)->urgency);
}

/**
 * vigie_judgement_get_trend:
 *
 * Returns: (transfer none): what a change means, in a word or two
 */
const char *
vigie_judgement_get_trend (VigieJudgement judgement)
{
  return g_dpgettext2 (NULL, "change", find_look (judgement)->trend);
}
