// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Agenda rules on training that ends, incidents, actions, barriers and the regulation.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-format.h"
#include "vigie-math.h"

#define URGENCY_INCIDENT 85
#define URGENCY_BARRIER 55
#define URGENCY_OVERDUE 45
#define URGENCY_EXPIRING 40
#define URGENCY_MILESTONE 30

/* From 3, grave, up. */
#define SERIOUS_FROM 3
#define MILESTONE_DAYS_AHEAD 180

static void
add_expiring (VigieOverview *self, int module, const VigieCoverage *coverage)
{
  const VigieFactModule *fact = &self->facts->modules[module];
  g_autofree char *count = vigie_overview_dup_people (self, coverage->expiring);
  g_autofree char *now = vigie_format_percent (coverage->rate, 0);
  g_autofree char *then =
    vigie_format_percent (vigie_ratio (coverage->valid - coverage->expiring, coverage->required), 0);
  g_autofree char *target = vigie_format_percent (coverage->target, 0);
  VigieAgendaItem *item = vigie_agenda_append (self, "expiring-validity", "module", fact->code);

  item->urgency = URGENCY_EXPIRING;
  item->judgement = VIGIE_JUDGEMENT_WARNING;
  /* Translators: %s is a training module */
  item->title = g_strdup_printf (_ ("Renew “%s”"), vigie_language_pick (fact->label_fr, fact->label_en));
  /* Translators: %1$s people, %2$s and %3$s shares now and in 90 days, %4$s the target */
  item->reason = g_strdup_printf (ngettext ("It expires for %1$s person within 90 days: %2$s hold it now, %3$s would "
                                            "then, for a target of %4$s.",
                                            "It expires for %1$s people within 90 days: %2$s hold it now, %3$s would "
                                            "then, for a target of %4$s.",
                                            (gulong) coverage->expiring),
                                  count, now, then, target);
  item->suggestion = g_strdup (_ ("Plan renewal sessions now."));
  item->due_on = self->facts->as_of + VIGIE_DAYS_AHEAD;
  item->people = coverage->expiring;
  item->page = "training";
}

static void
gather_expiring_validity (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first,
                       ngettext ("Renew %s training that many will soon hold no more",
                                 "Renew %s trainings that many will soon hold no more", n),
                       count);
}

/*
 * Raised for a module of which enough validities end within 90 days to bring it below its target, or, where
 * it is below already, to cost it a tenth of those who hold it; a few people (a small group) raise nothing.
 */
void
vigie_agenda_add_expiring_validity (VigieOverview *self)
{
  guint first = self->agenda->len;
  g_autofree VigieCoverage *modules = vigie_picture_sum_modules (self->picture);

  for (int module = 0; module < (int) self->facts->n_modules; module++)
    {
      VigieCoverage coverage = modules[module];
      double then = vigie_ratio (coverage.valid - coverage.expiring, coverage.required);

      if (coverage.expiring < self->facts->small_group || !(then < coverage.target) ||
          (coverage.rate < coverage.target && coverage.expiring * 10 < coverage.valid))
        continue;
      add_expiring (self, module, &coverage);
    }
  gather_expiring_validity (self, first);
}

static void
gather_incidents (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first,
                       ngettext ("Decide on %s serious incident that no action answers",
                                 "Decide on %s serious incidents that no action answers", n),
                       count);
}

/*
 * Raised for an incident of severity 3 or more that is still open and that no action answers.
 */
void
vigie_agenda_add_incidents (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_incidents; i++)
    {
      const VigieFactIncident *incident = &self->facts->incidents[i];
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;
      VigieAgendaItem *item;

      if (!incident->open || incident->has_action || incident->severity < SERIOUS_FROM)
        continue;
      name = vigie_deployment_dup_title (self, (gsize) incident->deployment);
      day = vigie_format_date (incident->occurred_on);
      item = vigie_agenda_append (self, "serious-incident", "incident", incident->code);
      item->urgency = URGENCY_INCIDENT + (int) incident->severity;
      item->judgement = VIGIE_JUDGEMENT_BAD;
      /* Translators: %1$s is the code of an incident, %2$s an AI system and its site */
      item->title = g_strdup_printf (_ ("Decide on incident %1$s: %2$s"), incident->code, name);
      /* Translators: %1$s is what happened, %2$s the day, %3$d the severity from 1 to 5 */
      item->reason =
        g_strdup_printf (_ ("%1$s on %2$s, severity %3$d of 5, still open, and no action answers it."),
                         vigie_enum_label (VIGIE_TYPE_INCIDENT_KIND, incident->kind), day, (int) incident->severity);
      item->suggestion = g_strdup (_ ("Open an action with an owner, and check whether it must be reported."));
      item->page = "systems";
    }
  gather_incidents (self, first);
}

static void
gather_overdue_actions (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first, ngettext ("Settle %s overdue action", "Settle %s overdue actions", n), count);
}

/*
 * Raised for an action that fell due before the day and is still owed.
 */
void
vigie_agenda_add_overdue_actions (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_actions; i++)
    {
      const VigieFactAction *action = &self->facts->actions[i];
      gint64 days = (gint64) self->facts->as_of - action->due_on;
      g_autofree char *count = vigie_format_integer (days);
      VigieAgendaItem *item;

      if (!action->open || action->due_on == VIGIE_DATE_NONE || days <= 0)
        continue;
      item = vigie_agenda_append (self, "overdue-action", "action", action->code);
      item->urgency = URGENCY_OVERDUE + (days > VIGIE_DAYS_AHEAD ? 5 : 0);
      item->judgement = VIGIE_JUDGEMENT_WARNING;
      /* Translators: %s is what an action is to do */
      item->title = g_strdup_printf (_ ("Settle the overdue action “%s”"), action->title);
      if (action->owner != NULL)
        /* Translators: %1$s is a number of days, %2$s the function that owes the action */
        item->reason = g_strdup_printf (ngettext ("It fell due %1$s day ago; its owner is: %2$s.",
                                                  "It fell due %1$s days ago; its owner is: %2$s.", (gulong) days),
                                        count, action->owner);
      else
        item->reason = g_strdup_printf (ngettext ("It fell due %s day ago and has no owner.",
                                                  "It fell due %s days ago and has no owner.", (gulong) days),
                                        count);
      item->suggestion = g_strdup (_ ("Set a new date with its owner, or drop it."));
      item->due_on = action->due_on;
      item->page = "decisions";
    }
  gather_overdue_actions (self, first);
}

static void
add_worse_barrier (VigieOverview *self, const VigieBarrierPicture *barrier, int tier)
{
  const char *before = vigie_level_label (vigie_level_from_score (barrier->previous[tier]));
  const char *now = vigie_level_label (vigie_level_from_score (barrier->score[tier]));
  VigieAgendaItem *item = vigie_agenda_append (self, "worse-barrier", "barrier", barrier->fact->code);

  item->urgency = URGENCY_BARRIER + (barrier->score[tier] > barrier->previous[tier] + 4 ? 3 : 0);
  item->judgement = VIGIE_JUDGEMENT_WARNING;
  /* Translators: %s is the title of a barrier */
  item->title = g_strdup_printf (_ ("Respond to the barrier “%s”"), barrier->fact->title);
  if (tier == VIGIE_RATING_TIER_CURRENT)
    /* Translators: %1$d and %3$d are likelihood × impact of 25, %2$s and %4$s levels such as “high” */
    item->reason = g_strdup_printf (_ ("Its current rating went from %1$d (%2$s) to %3$d (%4$s) of 25."),
                                    barrier->previous[tier], before, barrier->score[tier], now);
  else
    /* Translators: %1$d and %3$d are likelihood × impact of 25, %2$s and %4$s levels such as “high” */
    item->reason =
      g_strdup_printf (_ ("The rating expected once it is treated went from %1$d (%2$s) to %3$d (%4$s) of 25."),
                       barrier->previous[tier], before, barrier->score[tier], now);
  item->suggestion = g_strdup (_ ("Decide whether to reduce it, to accept it or to stop what it threatens."));
  item->page = "barriers";
}

static void
gather_worse_barriers (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (
    self, first, ngettext ("Respond to %s barrier that got worse", "Respond to %s barriers that got worse", n), count);
}

/*
 * Raised for a barrier whose current or residual rating rose since the last meeting before the day; where
 * there was none, whose latest rating is higher than the one before it.
 */
void
vigie_agenda_add_worse_barriers (VigieOverview *self)
{
  static const int tiers[] = { VIGIE_RATING_TIER_CURRENT, VIGIE_RATING_TIER_RESIDUAL };
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_barriers; i++)
    for (gsize t = 0; t < G_N_ELEMENTS (tiers); t++)
      {
        const VigieBarrierPicture *barrier = &self->picture->barriers[i];
        int tier = tiers[t];

        if (!barrier->fact->open || barrier->previous[tier] < 0 || barrier->score[tier] <= barrier->previous[tier] ||
            (self->facts->previous_meeting != VIGIE_DATE_NONE &&
             barrier->rated_on[tier] <= self->facts->previous_meeting))
          continue;
        add_worse_barrier (self, barrier, tier);
        break;
      }
  gather_worse_barriers (self, first);
}

static guint
count_concerned (const VigieOverview *self, const VigieFactMilestone *milestone)
{
  guint n = 0;

  for (gsize i = 0; i < self->picture->n_systems; i++)
    {
      const VigieSystemPicture *system = &self->picture->systems[i];

      n += milestone->route >= 0 && system->fact->ai_act_route == milestone->route &&
           system->group != VIGIE_STAGE_GROUP_ENDED;
    }
  return n;
}

static void
gather_milestones (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first,
                       ngettext ("Prepare for %s date of the regulation", "Prepare for %s dates of the regulation", n),
                       count);
}

/*
 * Raised for a date of the regulation within 180 days that concerns a system in scope by the route of its
 * class, or all systems. A rule that was replaced or only proposed is not raised.
 */
void
vigie_agenda_add_milestones (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_milestones; i++)
    {
      const VigieFactMilestone *milestone = &self->facts->milestones[i];
      gint64 days = (gint64) milestone->applies_on - self->facts->as_of;
      guint concerned = count_concerned (self, milestone);
      g_autofree char *day = NULL;
      g_autofree char *count = NULL;
      VigieAgendaItem *item;

      if (days < 0 || days > MILESTONE_DAYS_AHEAD || self->picture->n_systems == 0 ||
          (milestone->legal_status != VIGIE_LEGAL_STATUS_IN_FORCE &&
           milestone->legal_status != VIGIE_LEGAL_STATUS_ADOPTED) ||
          (milestone->route >= 0 && concerned == 0))
        continue;
      day = vigie_format_date (milestone->applies_on);
      count = vigie_format_integer (milestone->route >= 0 ? concerned : self->picture->n_systems);
      item = vigie_agenda_append (self, "milestone", "milestone", milestone->code);
      item->urgency = URGENCY_MILESTONE + 10 * (MILESTONE_DAYS_AHEAD - days) / MILESTONE_DAYS_AHEAD;
      item->judgement = VIGIE_JUDGEMENT_NEUTRAL;
      /* Translators: %1$s is a day, %2$s what the regulation asks from then on */
      item->title = g_strdup_printf (_ ("Prepare for %1$s: %2$s"), day,
                                     vigie_language_pick (milestone->label_fr, milestone->label_en));
      /* Translators: %1$s is a legal text, %2$s a number of systems, %3$s such as “In force” */
      item->reason = g_strdup_printf (ngettext ("%1$s (status: %3$s): %2$s system may be concerned.",
                                                "%1$s (status: %3$s): %2$s systems may be concerned.",
                                                milestone->route >= 0 ? concerned : (gulong) self->picture->n_systems),
                                      vigie_language_pick (milestone->text_fr, milestone->text_en), count,
                                      vigie_enum_label (VIGIE_TYPE_LEGAL_STATUS, milestone->legal_status));
      item->suggestion = g_strdup (_ ("Check which systems it concerns, and who prepares them."));
      item->due_on = milestone->applies_on;
      item->page = "systems";
    }
  gather_milestones (self, first);
}
