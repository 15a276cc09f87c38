// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What needs a decision: matters that fixed rules raise, the most urgent first. Each rule stands in the
 * file of its concern and says in its comment when it raises a matter.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-format.h"

void
vigie_agenda_item_free (VigieAgendaItem *item)
{
  g_free (item->id);
  g_free (item->title);
  g_free (item->reason);
  g_free (item->suggestion);
  g_free (item->key);
  g_free (item);
}

/**
 * vigie_agenda_append:
 * @rule: a constant text
 * @key: (nullable): the code of the record it is about
 *
 * Returns: (transfer none): a new item, to be filled
 */
VigieAgendaItem *
vigie_agenda_append (VigieOverview *self, const char *rule, const char *key)
{
  VigieAgendaItem *item = g_new0 (VigieAgendaItem, 1);

  item->id = key != NULL ? g_strdup_printf ("%s/%s", rule, key) : g_strdup (rule);
  item->rule = rule;
  item->key = g_strdup (key);
  item->due_on = VIGIE_DATE_NONE;
  g_ptr_array_add (self->agenda, item);
  return item;
}

/**
 * vigie_deployment_dup_title:
 *
 * Returns: (transfer full): the name of its system and, where there are several sites, of its site
 */
char *
vigie_deployment_dup_title (const VigieOverview *self, gsize deployment)
{
  const VigieFacts *facts = self->facts;
  const VigieDeploymentPicture *picture = &self->picture->deployments[deployment];
  const VigieFactUnit *unit = &facts->units[picture->fact->unit];

  if (facts->n_units < 2 || picture->fact->unit == facts->scope_unit)
    return g_strdup (picture->system->name);
  /* Translators: where a system is at work: %1$s is an AI system, %2$s a site */
  return g_strdup_printf (C_ ("deployment", "%1$s, %2$s"), picture->system->name,
                          unit->short_name != NULL ? unit->short_name : unit->name);
}

/**
 * vigie_overview_dup_people:
 *
 * Returns: (transfer full): a number of people for people to read; of a small group, that it is small
 */
char *
vigie_overview_dup_people (const VigieOverview *self, gint64 people)
{
  g_autofree char *threshold = vigie_format_integer (self->facts->small_group);

  if (people > 0 && people < self->facts->small_group)
    /* Translators: fewer than so many people, as short as can be */
    return g_strdup_printf (C_ ("people", "<%s"), threshold);
  return vigie_format_integer (people);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const VigieAgendaItem *first = *(const VigieAgendaItem *const *) a;
  const VigieAgendaItem *second = *(const VigieAgendaItem *const *) b;

  if (first->urgency != second->urgency)
    return second->urgency - first->urgency;
  if (first->people != second->people)
    return first->people > second->people ? -1 : 1;
  return strcmp (first->id, second->id);
}

/**
 * vigie_overview_add_agenda:
 *
 * Applies every rule.
 */
void
vigie_overview_add_agenda (VigieOverview *self)
{
  vigie_agenda_add_prohibited (self);
  vigie_agenda_add_incidents (self);
  vigie_agenda_add_go_lives (self);
  vigie_agenda_add_missing_safeguards (self);
  vigie_agenda_add_unrecorded_safeguards (self);
  vigie_agenda_add_untrained_users (self);
  vigie_agenda_add_worse_barriers (self);
  vigie_agenda_add_overdue_actions (self);
  vigie_agenda_add_expiring_validity (self);
  vigie_agenda_add_milestones (self);
  g_ptr_array_sort (self->agenda, compare_items);
}
