// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Agenda rules on systems: what is prohibited, unprotected, about to start or in the wrong hands.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-format.h"

#define URGENCY_PROHIBITED 100
#define URGENCY_GO_LIVE 80
#define URGENCY_GO_LIVE_NEARNESS 15
/* Too few for the sessions that are missing to be announced, held and attended. */
#define GO_LIVE_URGENT_DAYS 30
#define URGENCY_SAFEGUARD 70
#define URGENCY_UNTRAINED 60
#define URGENCY_UNRECORDED 20

static void
gather_prohibited (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (
    self, first,
    ngettext ("Stop %s use of a system that is prohibited", "Stop %s uses of systems that are prohibited", n), count);
}

/*
 * Raised for a deployment in production, or in pilot, of a system of a prohibited class: Regulation (EU)
 * 2024/1689, art. 5, in force since 2 February 2025.
 */
void
vigie_agenda_add_prohibited (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];
      g_autofree char *name = NULL;
      VigieAgendaItem *item;

      if (deployment->system->ai_act_class != VIGIE_AI_ACT_CLASS_PROHIBITED ||
          (deployment->group != VIGIE_STAGE_GROUP_PRODUCTION && deployment->group != VIGIE_STAGE_GROUP_PILOT))
        continue;
      name = vigie_deployment_dup_title (self, i);
      item = vigie_agenda_append (self, "prohibited", "deployment", deployment->fact->code);
      item->urgency = URGENCY_PROHIBITED;
      item->judgement = VIGIE_JUDGEMENT_BAD;
      /* Translators: %s is an AI system and its site */
      item->title = g_strdup_printf (_ ("Stop %s"), name);
      item->reason = g_strdup (_ ("It is in use, and its class is prohibited by article 5 of the AI Act."));
      item->suggestion = g_strdup (_ ("Suspend it, and have its class checked."));
      item->people = MAX (deployment->users.users, 0);
      item->page = "systems";
    }
  gather_prohibited (self, first);
}

static char *
explain_readiness (const VigieOverview *self, const VigieDeploymentPicture *deployment)
{
  const VigieUsers *users = &deployment->users;
  gint64 untrained = users->measured - users->trained;
  g_autofree char *count = vigie_overview_dup_people (self, untrained);
  g_autofree char *total = vigie_format_integer (users->measured);
  g_autofree char *target = vigie_format_percent (deployment->target, 0);
  /* "<5" is of several, whatever it hides. */
  gulong plural = (gulong) (untrained > 0 ? MAX (untrained, self->facts->small_group) : 0);

  if (users->users < 0)
    return g_strdup (_ ("Nobody has counted its users, so whether they are trained is not measured."));
  if (users->measured == 0)
    return g_strdup (_ ("Whether its users are trained is not measured."));
  if (users->measured < self->facts->small_group)
    return g_strdup (_ ("Its users are too few for their number to be shown; not all are trained."));
  /* Translators: %1$s untrained people, %2$s all of them, %3$s the share who must be trained */
  return g_strdup_printf (ngettext ("%1$s user of %2$s is not trained, for a target of %3$s.",
                                    "%1$s users of %2$s are not trained, for a target of %3$s.", plural),
                          count, total, target);
}

static void
gather_go_lives (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first,
                       ngettext ("Confirm or postpone %s go-live whose users are not ready",
                                 "Confirm or postpone %s go-lives whose users are not ready", n),
                       count);
}

/*
 * Raised for a deployment not yet in production whose go-live is planned within 90 days, or is past, where
 * a profession does not meet the target for a module that it must hold, or nothing is known of it.
 */
void
vigie_agenda_add_go_lives (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];
      VigieDate planned = deployment->fact->planned_on;
      gint64 days = (gint64) planned - self->facts->as_of;
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;
      VigieAgendaItem *item;

      if (deployment->group >= VIGIE_STAGE_GROUP_PRODUCTION || planned == VIGIE_DATE_NONE || days < 0 ||
          days > VIGIE_DAYS_AHEAD || deployment->readiness >= deployment->target)
        continue;
      name = vigie_deployment_dup_title (self, i);
      day = vigie_format_date (planned);
      item = vigie_agenda_append (self, "go-live", "deployment", deployment->fact->code);
      item->urgency = (int) (URGENCY_GO_LIVE + URGENCY_GO_LIVE_NEARNESS * (VIGIE_DAYS_AHEAD - days) / VIGIE_DAYS_AHEAD);
      item->judgement = isnan (deployment->readiness) ? VIGIE_JUDGEMENT_NOT_MEASURED
                        : days <= GO_LIVE_URGENT_DAYS ? VIGIE_JUDGEMENT_BAD
                                                      : VIGIE_JUDGEMENT_WARNING;
      /* Translators: %1$s is an AI system and its site, %2$s a day */
      item->title = g_strdup_printf (_ ("Confirm or postpone the go-live of %1$s on %2$s"), name, day);
      item->reason = explain_readiness (self, deployment);
      item->suggestion = g_strdup (_ ("Open training sessions before that day, or move it."));
      item->due_on = planned;
      item->people = deployment->users.measured - deployment->users.trained;
      item->page = "systems";
    }
  gather_go_lives (self, first);
}

static const VigieSafeguardKind key_safeguards[] = {
  VIGIE_SAFEGUARD_KIND_DPIA,
  VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT,
  VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION,
};

static const char *const missing_rules[] = { "missing-dpia", "missing-human-oversight", "missing-patient-information" };

static char *
dup_missing_title (VigieSafeguardKind kind, const char *name)
{
  if (kind == VIGIE_SAFEGUARD_KIND_DPIA)
    /* Translators: %s is an AI system and its site */
    return g_strdup_printf (_ ("Complete the impact assessment of %s"), name);
  if (kind == VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT)
    /* Translators: %s is an AI system and its site */
    return g_strdup_printf (_ ("Name who oversees %s"), name);
  /* Translators: %s is an AI system and its site */
  return g_strdup_printf (_ ("Have patients informed of %s"), name);
}

static void
gather_missing (VigieOverview *self, guint first, VigieSafeguardKind kind)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  if (kind == VIGIE_SAFEGUARD_KIND_DPIA)
    /* Translators: %s is how many systems, each once at each site */
    vigie_agenda_gather (self, first,
                         ngettext ("Complete the impact assessment of %s system in production",
                                   "Complete the impact assessment of %s systems in production", n),
                         count);
  else if (kind == VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT)
    /* Translators: %s is how many systems, each once at each site */
    vigie_agenda_gather (
      self, first,
      ngettext ("Name who oversees %s system in production", "Name who oversees %s systems in production", n), count);
  else
    /* Translators: %s is how many systems, each once at each site */
    vigie_agenda_gather (self, first,
                         ngettext ("Have patients informed of %s system in production",
                                   "Have patients informed of %s systems in production", n),
                         count);
}

static void
add_missing (VigieOverview *self, gsize index, const char *rule, VigieSafeguardKind kind, int status)
{
  const VigieDeploymentPicture *deployment = &self->picture->deployments[index];
  g_autofree char *name = vigie_deployment_dup_title (self, index);
  VigieAgendaItem *item = vigie_agenda_append (self, rule, "deployment", deployment->fact->code);

  item->urgency = URGENCY_SAFEGUARD;
  item->judgement = VIGIE_JUDGEMENT_BAD;
  item->title = dup_missing_title (kind, name);
  /* Translators: %1$s is a safeguard, such as “Human oversight”, %2$s how it stands, such as “Missing” */
  item->reason =
    g_strdup_printf (_ ("It is in production. %1$s: %2$s."), vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, (int) kind),
                     vigie_enum_label (VIGIE_TYPE_SAFEGUARD_STATUS, status));
  item->suggestion = g_strdup (_ ("Set an owner and a date, or restrict its use until then."));
  item->people = MAX (deployment->users.users, 0);
  item->page = "systems";
}

/*
 * Raised for a deployment in production where the impact assessment, human oversight or the information
 * of patients is recorded as missing or in progress: a rule each, as each is another person's to mend.
 */
void
vigie_agenda_add_missing_safeguards (VigieOverview *self)
{
  for (gsize k = 0; k < G_N_ELEMENTS (key_safeguards); k++)
    {
      guint first = self->agenda->len;

      for (gsize i = 0; i < self->facts->n_deployments; i++)
        {
          int status = vigie_picture_safeguard (self->picture, (int) i, key_safeguards[k]);

          if (self->picture->deployments[i].group == VIGIE_STAGE_GROUP_PRODUCTION &&
              (status == VIGIE_SAFEGUARD_STATUS_MISSING || status == VIGIE_SAFEGUARD_STATUS_IN_PROGRESS))
            add_missing (self, i, missing_rules[k], key_safeguards[k], status);
        }
      gather_missing (self, first, key_safeguards[k]);
    }
}

static gboolean
is_unrecorded (const VigieOverview *self, gsize deployment)
{
  int class = self->picture->deployments[deployment].system->ai_act_class;
  gboolean classified = class >= 0 && class != VIGIE_AI_ACT_CLASS_UNKNOWN;

  for (gsize k = 0; k < G_N_ELEMENTS (key_safeguards); k++)
    {
      VigieDuty duty = vigie_picture_duty (self->picture, (int) deployment, key_safeguards[k]);

      if (duty.status < 0 && (!classified || (duty.sure && duty.state == VIGIE_DUTY_NOT_ASSESSED)))
        return TRUE;
    }
  return FALSE;
}

static void
gather_unrecorded (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first,
                       ngettext ("Have the safeguards of %s deployment in production recorded",
                                 "Have the safeguards of %s deployments in production recorded", n),
                       count);
}

/*
 * Raised for a deployment in production of which it is not recorded whether a safeguard is in place that
 * the law asks for, or may ask for as the system is not classified.
 */
void
vigie_agenda_add_unrecorded_safeguards (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];
      g_autofree char *name = NULL;
      VigieAgendaItem *item;

      if (deployment->group != VIGIE_STAGE_GROUP_PRODUCTION || !is_unrecorded (self, i))
        continue;
      name = vigie_deployment_dup_title (self, i);
      item = vigie_agenda_append (self, "unrecorded-safeguards", "deployment", deployment->fact->code);
      item->urgency = URGENCY_UNRECORDED;
      item->judgement = VIGIE_JUDGEMENT_NOT_MEASURED;
      /* Translators: %s is an AI system and its site */
      item->title = g_strdup_printf (_ ("Have the safeguards of %s recorded"), name);
      item->reason = g_strdup (_ ("Whether an impact assessment, human oversight and the information of patients are "
                                  "in place is not recorded; that is not measured, not missing."));
      item->suggestion = g_strdup (_ ("Ask each owner for the three answers before the next meeting."));
      item->people = MAX (deployment->users.users, 0);
      item->page = "systems";
    }
  gather_unrecorded (self, first);
}

static void
gather_untrained_users (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many systems, each once at each site */
  vigie_agenda_gather (self, first,
                       ngettext ("Train the users of %s system at work, or restrict its use",
                                 "Train the users of %s systems at work, or restrict their use", n),
                       count);
}

/*
 * Raised for a deployment in production whose users are known to be trained to less than the target.
 */
void
vigie_agenda_add_untrained_users (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];
      g_autofree char *name = NULL;
      VigieAgendaItem *item;

      if (deployment->group != VIGIE_STAGE_GROUP_PRODUCTION || deployment->users.measured == 0 ||
          deployment->users.competence >= deployment->target)
        continue;
      name = vigie_deployment_dup_title (self, i);
      item = vigie_agenda_append (self, "untrained-users", "deployment", deployment->fact->code);
      item->urgency = URGENCY_UNTRAINED + (deployment->users.competence < deployment->target / 2 ? 5 : 0);
      item->judgement = VIGIE_JUDGEMENT_BAD;
      /* Translators: %s is an AI system and its site */
      item->title = g_strdup_printf (_ ("Train the users of %s, or restrict its use"), name);
      item->reason = explain_readiness (self, deployment);
      item->suggestion = g_strdup (_ ("Plan sessions for the professions that lack them, and set a date."));
      item->people = deployment->users.measured - deployment->users.trained;
      item->page = "training";
    }
  gather_untrained_users (self, first);
}
