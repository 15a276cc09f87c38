// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How every number is counted, written once: the window, the board pack, the command line and the
 * tests' recounts all go by these words.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-definitions.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *text;
} Definition;

static const Definition
  definitions
    [] = {
      { "actions",
        N_ (
          "Actions decided by the day, those given up left out. Done: by the day that was recorded; where none was, today alone. Overdue: still owed after the day it fell due. The share done by the end of a month is of all that had been decided by then, so that new decisions lower it. Owners are functions and not persons.") },
      { "agenda",
        N_ (
          "Matters raised by fixed rules from what the register holds on the day. A matter of which nothing was recorded "
          "is raised as “not recorded”, never as missing.") },
      { "barriers",
        N_ ("Barriers that stand on the day and whose latest current rating is high or critical. A level comes from "
            "likelihood × impact, each from 1 to 5: up to 4 low, up to 9 moderate, up to 14 high, above critical.") },
      { "benchmark",
        N_ ("A figure that others published, shown beside ours with its source, year and population. Two figures are "
            "compared only where they count the same thing.") },
      { "budget",
        N_ (
          "What deployments in scope cost a year, by who pays, in the latest eight years recorded: spent, as recorded for years up to that of the day, and "
          "planned, the outline. The year of the day is spent up to what was recorded of it. What it brings is in units of "
          "its own, target beside what was measured by the day: hours freed are not euros and are not added to them.") },
      { "competence",
        N_ (
          "First pillar of trust: trained users ÷ users whose training is known, over deployments. A user is trained who "
          "holds every module that the profession or the system requires; the module that fewest hold decides. As it is "
          "not known who in a profession uses a system, the rate of that profession at that establishment is taken, "
          "counted down to whole people. A person who uses two systems counts twice.") },
      { "coverage",
        N_ (
          "Σ valid ÷ Σ required, in people × modules. Required: people in post whose profession, or a system they use, "
          "requires the module; what is only recommended does not count. Valid: completed on or before the day and not "
          "expired on it. Groups that nobody counted are left out and named; a rate is never a mean of rates.") },
      { "deployment-domain",
        N_ (
          "AI systems by what they are used for, and by establishment, those that ended or are suspended left out. A "
          "system counts once, by its furthest deployment; at an establishment by its furthest deployment there, so that "
          "one that runs at two establishments counts at both.") },
      { "deployment-stage",
        N_ (
          "AI systems by the furthest stage that any of their deployments had reached on the day; a system that runs at "
          "one site and is retired at another is in production. In production includes production under restrictions, "
          "and not suspension. AI Act: class under Regulation (EU) 2024/1689 as recorded, or not classified.") },
      { "deployment-timeline",
        N_ (
          "Deployments not yet in production whose go-live is planned up to twelve months from the day, or was planned before it. A bar runs from the day of the present stage to the go-live. Users trained: the least coverage of any module that a profession concerned must hold on the day, against its target; nearly is within 15 points. It says how things stand and not how they will stand then.") },
      { "exposed-users",
        N_ (
          "Users of systems in production whose training is known and who do not hold every module required. A person "
          "who uses two systems counts twice.") },
      { "gap",
        N_ (
          "People missing to the target: target × required, rounded up to whole people, less valid; never below 0.") },
      { "go-live-soon",
        N_ (
          "Deployments not yet in production whose go-live is planned within 90 days. Ready: every profession concerned "
          "meets its target for every module required.") },
      { "in-production",
        N_ (
          "AI systems with at least one deployment in production on the day, with or without restrictions, out of the AI "
          "systems known that have not been retired or rejected everywhere.") },
      { "incidents",
        N_ (
          "Incidents that occurred in the month of the day and the eleven before it and were detected by the day, by "
          "severity as recorded: 4 and 5 serious, 3 moderate, 1 and 2 minor. For 1,000 users: incidents of a system ÷ the "
          "users of its deployments in production on the day × 1,000, where they are 100 or more. It counts what was reported: a system whose users "
          "report little seems safer than it is.") },
      { "overdue-actions",
        N_ (
          "Actions that fell due before the day and were neither done nor dropped on it, out of the actions still owed.") },
      { "readiness",
        N_ (
          "The least coverage of any module that any profession using the deployment must hold; not measured where one "
          "of them is not.") },
      { "readiness-gate",
        N_ (
          "Deployments not yet in production whose go-live is planned up to twelve months from the day, or was planned before it. Users trained: the least coverage of any module that a profession concerned must hold, against its target; nearly there is within 15 points. Shown to be reliable: the second pillar is at least 60 out of 100. AIPD, human oversight and information of patients: in place, where a rule asks for them on the day. Ready: all that is asked is there.") },
      { "reliability",
        N_ (
          "Second pillar of trust: the weights of the evidence held ÷ the weights of the evidence that applies. The "
          "weights are those of the register (“Weights of evidence”), which begins with Vigie’s proposal; they stand "
          "among the sources of the map of trust. Of each kind the latest still valid counts: favourable 1, with "
          "reservations ½, unfavourable 0. A supplier’s declaration counts for nothing. Not measured where no assessment "
          "was ever obtained.") },
      { "reliable-systems",
        N_ (
          "Systems in production whose reliability score is at least 60 out of 100, out of the systems in production. Those "
          "without any assessment are not measured, and so not counted as reliable.") },
      { "risk-matrix",
        N_ ("Barriers that stand on the day, by their latest rating of each kind: likelihood × impact, each from 1 to 5. Up to 4 low, up to 9 moderate, up to 14 high, above critical. Inherent: before anything is done; current: as it stands; residual: what is aimed at. A rating is a judgement and not a measurement. What a barrier blocks: deployments of the systems that it is recorded to block, until they are in production or have ended, and the yearly targets of their benefits, unit by unit; what two barriers block stands beside both.") },
      { "safeguards",
        N_ (
          "Deployments in production where an impact assessment (GDPR, art. 35), human oversight (AI Act, art. 26) or "
          "patient information (CSP, art. L4001-3) is recorded as missing or only in progress, out of the deployments in "
          "production where any of the three is recorded. Where nothing is recorded it is not measured.") },
      { "sites-in-production",
        N_ (
          "Establishments (sites and EHPAD) where at least one deployment is in production ÷ establishments open on the "
          "day. This, and not the share of systems, compares with the national barometer, which counts establishments.") },
      { "small-group",
        N_ ("Groups of fewer than 5 people (a setting) are not shown, nor a group that would give a small one away by "
            "subtraction.") },
      { "safeguards-due",
        N_ (
          "AI systems in pilot or production by safeguard, each as its deployment where it stands worst. By the rules "
          "of the register (“Legal duties”), applied as of the day: a duty of a later day is shown as coming. Missing: due, "
          "and recorded as missing or lapsed; lacking: missing or in progress. Not assessed: due, or perhaps due, and "
          "nothing recorded; that is not counted as missing. Which class a system has is recorded by people: this is no "
          "legal advice.") },
      { "sites-compare",
        N_ (
          "Sites and EHPAD that are open on the day. Coverage: Σ valid ÷ Σ required over the people of the establishment, "
          "see “coverage”, against the target that applies to them; establishments that nobody counted are named as not "
          "measured. Lacking a protection: deployments in production there whose AIPD, human oversight or information of "
          "patients is recorded as missing or in progress. High or critical barriers: those that stand, see “barriers”, and "
          "weigh on a system that is deployed there and not retired; one barrier of several systems counts once.") },
      { "skills-gap",
        N_ (
          "Of the trainings that a profession must hold in a field of competence, the share that it does not hold: "
          "(required − valid) ÷ required, in people × modules; a field of a profession that nothing is required of is "
          "blank. Small groups (fewer than 5 people) are not shown, nor a group that would give one away.") },
      { "survey",
        N_ (
          "Of those who answered the latest local survey, the share who named the family of barriers, with its "
          "interval at a confidence of 95 in 100 (Wilson). Beside it, what users of all sectors told Hub France IA in 2025: perceptions, not absolute "
          "truths, and not of hospital staff.") },
      { "training-hours",
        N_ (
          "Hours of training on AI a head, completed in the 36 months to the day by people in post on it: as long as the "
          "completion says, else as long as its module does. Mean: Σ hours ÷ Σ people; of sites that hand over counts, "
          "the difference of two counts. Median and middle half: over people known by reference. Someone with a training "
          "of which no length is recorded is not measured. Beside it the reference for students of twelve professions: "
          "28 hours of digital health in three years, not of AI.") },
      { "training-trajectory",
        N_ (
          "Coverage at the end of each month, by the requirements and users of the day. Ahead: what is held today and has "
          "not expired by then (exact), less the share of people who leave in a month and are replaced by people who hold "
          "nothing, plus the trainings of each month, which go to those who lack one and expire in their turn. Pace: the "
          "median of the last 12 whole months, from 6 on; bounds: their quartiles. A training counts in the month in which "
          "it begins to hold, a renewal when the former ends. Two years ahead; “not reached” means not within them.") },
      { "trust-map",
        N_ (
          "Systems in pilot or production. Across: trained users ÷ users whose training is known; a user is trained who "
          "holds every module required, the rate of the profession at the establishment standing for its users. Upwards: "
          "weights of the valid evidence held ÷ weights that apply, as the sources have them; with reservations half. "
          "What a supplier declares counts for nothing. Area: users.") },
    };

guint
vigie_definitions_get_n (void)
{
  return G_N_ELEMENTS (definitions);
}

/**
 * vigie_definition_get_id:
 *
 * Returns: (transfer none): the stable id of a definition
 */
const char *
vigie_definition_get_id (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (definitions), NULL);

  return definitions[index].id;
}

/**
 * vigie_definition_get:
 * @id: of a definition that exists
 *
 * Returns: (transfer none): how a number is counted, in the reader's language
 */
const char *
vigie_definition_get (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (definitions); i++)
    if (g_str_equal (definitions[i].id, id))
      return gettext (definitions[i].text);
  g_return_val_if_reached (NULL);
}
