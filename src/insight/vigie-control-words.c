// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a broken rule of vigie-controls.c means, and what one does about it.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-control-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *wrong;
  const char *remedy;
} words[] = {
  { "residual-above-current", N_ ("The rating expected after treatment is above the current one."),
    N_ ("Rate the barrier again in both tiers.") },
  { "current-above-inherent", N_ ("The current rating is above the one without any treatment."),
    N_ ("Rate the barrier again in both tiers.") },
  { "residual-without-action", N_ ("The rating expected after treatment is lower, and no action treats it."),
    N_ ("Open the action that is to lower it, or raise the expected rating.") },
  { "acceptance-expired", N_ ("It is accepted, and its next review is past."),
    N_ ("Have the acceptance renewed with a new date, or treat the barrier.") },
  { "prohibited-in-production", N_ ("A system of a prohibited class is in production (AI Act, article 5)."),
    N_ ("Suspend it, and have its class checked.") },
  { "high-risk-without-oversight",
    N_ ("A high-risk system is in production and nobody is named to oversee it (AI Act, article 26)."),
    N_ ("Name the function that oversees it.") },
  { "more-valid-than-people", N_ ("More people hold the training than there are in post."),
    N_ ("Correct this count, or the headcount of that day.") },
  { "completed-in-future", N_ ("The training was completed after the day of the control."), N_ ("Correct the date.") },
  { "condition-overdue", N_ ("A go-live was agreed on conditions whose term is past, and it is still in force."),
    N_ ("Record the conditions as fulfilled, or decide again.") },
  { "derogation-expired", N_ ("A derogation is in force beyond its term."),
    N_ ("Record it as lapsed, or decide again with a new term.") },
  { "production-without-review", N_ ("It is in production by a decision, and no date of review is set."),
    N_ ("Set a date of review in the decision.") },
  { "health-data-without-dpia",
    N_ ("It processes health data in production, and its impact assessment is not recorded."),
    N_ ("Record how its impact assessment stands.") },
  { "class-unknown", N_ ("Its AI Act class has been unknown for more than 60 days."),
    N_ ("Have it classified, with its route.") },
  { "device-without-ce", N_ ("A high-risk medical device is in production without a verified CE mark."),
    N_ ("Verify the certificate, and record it.") },
  { "production-without-users", N_ ("It is in production, and nobody has counted its users."),
    N_ ("Add its groups of users by profession.") },
  { "health-data-outside-eu", N_ ("Health data are hosted outside the European Union."),
    N_ ("Check its hosting with the data protection officer.") },
  { "action-without-owner", N_ ("Nobody owns the action."), N_ ("Name the function that owes it.") },
  { "action-without-date", N_ ("The action has no term."), N_ ("Agree a date with its owner.") },
  { "barrier-not-rated", N_ ("Its current rating is older than twelve months, or missing."),
    N_ ("Rate the barrier anew.") },
  { "site-silent", N_ ("It has handed over no count of trainings for more than six months."),
    N_ ("Ask the site for its latest counts.") },
  { "module-without-duration", N_ ("It is required, and its duration is not recorded."),
    N_ ("Add its duration, without which no hours can be counted.") },
  { "headcount-old", N_ ("The headcount is older than twelve months."), N_ ("Ask for the latest headcount.") },
  { "benefit-unmeasured", N_ ("It has been in production for twelve months, and no benefit was measured."),
    N_ ("Measure one benefit, and record how.") },
  { "evidence-without-document", N_ ("No document is given for this evidence."), N_ ("Say where the document is.") },
  { "deployment-without-owner", N_ ("It is in production and has no owner."), N_ ("Name the function that owns it.") },
};

static const char *const gravity_nicks[VIGIE_N_CONTROL_GRAVITIES] = { "error", "warning", "information" };
static const char *const gravity_labels[VIGIE_N_CONTROL_GRAVITIES] = {
  NC_ ("control", "Error"),
  NC_ ("control", "Warning"),
  NC_ ("control", "Information"),
};

static gsize
find_words (const VigieControlRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, rule->id))
      return i;
  g_error ("the rule “%s” has no words", rule->id);
}

/**
 * vigie_control_gravity_nick:
 *
 * Returns: (transfer none): for machines
 */
const char *
vigie_control_gravity_nick (VigieControlGravity gravity)
{
  return gravity_nicks[gravity];
}

/**
 * vigie_control_gravity_label:
 *
 * Returns: (transfer none): for people
 */
const char *
vigie_control_gravity_label (VigieControlGravity gravity)
{
  return g_dpgettext2 (NULL, "control", gravity_labels[gravity]);
}

/**
 * vigie_control_wrong:
 *
 * Returns: (transfer none): what is wrong with a record that breaks @rule, in a sentence
 */
const char *
vigie_control_wrong (const VigieControlRule *rule)
{
  return _ (words[find_words (rule)].wrong);
}

/**
 * vigie_control_remedy:
 *
 * Returns: (transfer none): what one does about it, in a sentence
 */
const char *
vigie_control_remedy (const VigieControlRule *rule)
{
  return _ (words[find_words (rule)].remedy);
}

/**
 * vigie_control_dup_name:
 *
 * Returns: (transfer full): which record, and which of its fields where it is one
 */
char *
vigie_control_dup_name (const VigieControl *control)
{
  const VigieEntity *entity = control->rule->entity;

  if (control->rule->field == VIGIE_CONTROL_NO_FIELD)
    /* Translators: what to mend: %1$s is a kind of record, %2$s its code */
    return g_strdup_printf (_ ("%1$s “%2$s”"), vigie_entity_get_label (entity), control->record);
  /* Translators: what to mend: %1$s is a kind of record, %2$s its code, %3$s a field */
  return g_strdup_printf (_ ("%1$s “%2$s”, field “%3$s”"), vigie_entity_get_label (entity), control->record,
                          vigie_field_get_label (&entity->fields[control->rule->field]));
}
