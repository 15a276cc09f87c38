// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-meeting-words.h"

#include <glib/gi18n-lib.h>

#include "vigie-action.h"
#include "vigie-decision.h"
#include "vigie-format.h"

/* Decisions and actions in words, as slides and minutes have them. */

/**
 * vigie_meeting_dup_vote:
 * @decision: a decision
 *
 * Returns: (transfer full) (nullable): how it was voted; %NULL where it was not
 */
char *
vigie_meeting_dup_vote (VigieRecord *decision)
{
  g_autofree char *in_favour = NULL;
  g_autofree char *against = NULL;
  g_autofree char *abstentions = NULL;

  if (!vigie_record_is_measured (decision, VIGIE_DECISION_VOTES_FOR))
    return NULL;
  in_favour = vigie_format_integer (vigie_record_get_number (decision, VIGIE_DECISION_VOTES_FOR, 0));
  against = vigie_format_integer (vigie_record_get_number (decision, VIGIE_DECISION_VOTES_AGAINST, 0));
  abstentions = vigie_format_integer (vigie_record_get_number (decision, VIGIE_DECISION_ABSTENTIONS, 0));
  /* Translators: how a decision was voted: votes for, against, abstentions */
  return g_strdup_printf (_ ("For: %1$s, against: %2$s, abstentions: %3$s"), in_favour, against, abstentions);
}

/**
 * vigie_meeting_dup_owed:
 * @action: an action
 *
 * Returns: (transfer full) (nullable): who owes it and by when; %NULL where nobody said
 */
char *
vigie_meeting_dup_owed (VigieRecord *action)
{
  const char *owner = vigie_record_get_text (action, VIGIE_ACTION_OWNER);
  VigieDate due_on = vigie_record_get_date (action, VIGIE_ACTION_DUE_ON);
  g_autofree char *day = vigie_format_date (due_on);

  if (owner != NULL && due_on != VIGIE_DATE_NONE)
    /* Translators: %1$s is the function that owes an action, %2$s a day */
    return g_strdup_printf (_ ("%1$s, by %2$s"), owner, day);
  if (due_on != VIGIE_DATE_NONE)
    /* Translators: %s is the day by which an action is due */
    return g_strdup_printf (_ ("by %s"), day);
  return g_strdup (owner);
}
