// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a dossier holds in words, alike on the screen and on paper.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-dossier.h"

#include "vigie-evidence.h"
#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * vigie_dossier_dup_hold:
 *
 * Returns: (transfer full): what the system has of a kind of evidence, since when, and what it counts for
 */
char *
vigie_dossier_dup_hold (const VigieDossierEvidence *evidence)
{
  static const char *const words[] = {
    [VIGIE_EVIDENCE_HOLD_ABSENT] = N_ ("never obtained"),     [VIGIE_EVIDENCE_HOLD_LAPSED] = N_ ("no longer valid"),
    [VIGIE_EVIDENCE_HOLD_UNFAVOURABLE] = N_ ("unfavourable"), [VIGIE_EVIDENCE_HOLD_RESERVED] = N_ ("with reservations"),
    [VIGIE_EVIDENCE_HOLD_FAVOURABLE] = N_ ("favourable"),
  };
  g_autofree char *share = vigie_format_percent (evidence->share, 0);
  VigieDate day =
    evidence->record != NULL ? vigie_record_get_date (evidence->record, VIGIE_EVIDENCE_OBTAINED_ON) : VIGIE_DATE_NONE;
  g_autofree char *date = day != VIGIE_DATE_NONE ? vigie_format_date (day) : NULL;

  if (date == NULL)
    /* Translators: %1$s is such as “never obtained”, %2$s the share that it counts for */
    return g_strdup_printf (_ ("%1$s · counts for %2$s"), _ (words[evidence->hold]), share);
  /* Translators: %1$s is such as “favourable”, %2$s a day, %3$s the share that it counts for */
  return g_strdup_printf (_ ("%1$s, %2$s · counts for %3$s"), _ (words[evidence->hold]), date, share);
}

/**
 * vigie_dossier_dup_users:
 *
 * Returns: (transfer full): how many use it and are trained; of a small group, that it is not shown
 */
char *
vigie_dossier_dup_users (const VigieDossier *dossier, const VigieDossierUsers *users)
{
  const VigieFacts *facts = vigie_overview_get_picture (vigie_dossier_get_overview (dossier))->facts;
  g_autofree char *threshold = vigie_format_integer (facts->small_group);
  g_autofree char *count = vigie_format_integer (users->users);
  g_autofree char *trained = vigie_format_integer (users->trained);
  g_autofree char *target = isnan (users->target) ? NULL : vigie_format_percent (users->target, 0);

  if (users->hidden)
    /* Translators: of a small group of people; %s is how many it takes for a group to be shown */
    return g_strdup_printf (_ ("not shown: groups of fewer than %s people, or what would give one away"), threshold);
  if (target == NULL)
    return g_strdup_printf (ngettext ("%s user, of whom no training is required",
                                      "%s users, of whom no training is required", (gulong) users->users),
                            count);
  if (users->trained < 0)
    return g_strdup_printf (ngettext ("%s user, whose training is not measured",
                                      "%s users, whose training is not measured", (gulong) users->users),
                            count);
  /* Translators: %1$s trained people of %2$s, %3$s the share who must be */
  return g_strdup_printf (_ ("%1$s of %2$s trained, target %3$s"), trained, count, target);
}

/**
 * vigie_duty_dup_state:
 *
 * Returns: (transfer full): how a safeguard stands on the day
 */
char *
vigie_duty_dup_state (const VigieDuty *duty)
{
  g_autofree char *day = duty->rule != NULL ? vigie_format_date (duty->rule->applies_on) : NULL;

  switch (duty->state)
    {
    case VIGIE_DUTY_MISSING:
      return g_strdup (C_ ("safeguard", "missing"));
    case VIGIE_DUTY_IN_PROGRESS:
      return g_strdup (C_ ("safeguard", "in progress"));
    case VIGIE_DUTY_LATER:
      /* Translators: of a safeguard; %s is the day that a law applies from */
      return g_strdup_printf (C_ ("safeguard", "not in place, due on %s"), day);
    case VIGIE_DUTY_MET:
      return g_strdup (C_ ("safeguard", "in place"));
    case VIGIE_DUTY_NOT_DUE:
      return g_strdup (C_ ("safeguard", "not due"));
    case VIGIE_DUTY_NOT_ASSESSED:
    default:
      return g_strdup (C_ ("safeguard", "nothing recorded"));
    }
}
