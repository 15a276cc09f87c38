// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What needs a decision: matters that fixed rules raise, the most urgent first. Each rule stands in the
 * file of its concern and says in its comment when it raises a matter.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-overview-private.h"
#include "vigie-picture-private.h"

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
  g_clear_pointer (&item->rows, g_ptr_array_unref);
  g_free (item);
}

/**
 * vigie_agenda_append:
 * @rule: a constant text
 * @entity: (nullable): the nick of an entity, a constant text
 * @key: (nullable): the code of the record of it that the matter is about
 *
 * Returns: (transfer none): a new item, to be filled
 */
VigieAgendaItem *
vigie_agenda_append (VigieOverview *self, const char *rule, const char *entity, const char *key)
{
  VigieAgendaItem *item = g_new0 (VigieAgendaItem, 1);

  item->id = key != NULL ? g_strdup_printf ("%s/%s", rule, key) : g_strdup (rule);
  item->rule = rule;
  item->raised_by = self->rule;
  item->entity = entity;
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

static VigieJudgement
find_gravest (const GPtrArray *rows)
{
  static const VigieJudgement gravest_first[] = { VIGIE_JUDGEMENT_BAD, VIGIE_JUDGEMENT_WARNING,
                                                  VIGIE_JUDGEMENT_NOT_MEASURED };

  for (gsize j = 0; j < G_N_ELEMENTS (gravest_first); j++)
    for (guint i = 0; i < rows->len; i++)
      if (((const VigieAgendaItem *) g_ptr_array_index (rows, i))->judgement == gravest_first[j])
        return gravest_first[j];
  return VIGIE_JUDGEMENT_NEUTRAL;
}

static void
sum_up (VigieAgendaItem *item)
{
  const VigieAgendaItem *first = g_ptr_array_index (item->rows, 0);

  item->urgency = first->urgency;
  item->judgement = find_gravest (item->rows);
  item->page = first->page;
  item->suggestion = g_strdup (first->suggestion);
  /* Translators: of several matters, the most urgent one: %1$s is what must be decided, %2$s why, in a sentence */
  item->reason = g_strdup_printf (_ ("The most urgent: %1$s. %2$s"), first->title, first->reason);
  for (guint i = 0; i < item->rows->len; i++)
    {
      const VigieAgendaItem *row = g_ptr_array_index (item->rows, i);

      item->people += row->people;
      if (row->due_on != VIGIE_DATE_NONE && (item->due_on == VIGIE_DATE_NONE || row->due_on < item->due_on))
        item->due_on = row->due_on;
    }
}

/**
 * vigie_agenda_gather:
 * @first: how many matters there were before a rule was applied
 * @title: what must be decided of all that it raised
 *
 * Makes one matter of what one rule raised, with a row each. A matter that stands alone stays as it is.
 */
void
vigie_agenda_gather (VigieOverview *self, guint first, const char *title, ...)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_agenda_item_free);
  VigieAgendaItem *item;
  va_list values;

  if (self->agenda->len < first + 2)
    return;
  while (self->agenda->len > first)
    g_ptr_array_add (rows, g_ptr_array_steal_index (self->agenda, first));
  g_ptr_array_sort (rows, compare_items);
  item = vigie_agenda_append (self, ((VigieAgendaItem *) g_ptr_array_index (rows, 0))->rule, NULL, NULL);
  item->rows = g_steal_pointer (&rows);
  va_start (values, title);
  item->title = g_strdup_vprintf (title, values);
  va_end (values);
  sum_up (item);
}

/* What the matters of a rule are made of, beside the settings and the day. */
typedef enum
{
  FROM_ANYTHING = 1 << 0,
  FROM_DEPLOYMENTS = 1 << 1, /* with all that says how far their users are trained */
  FROM_SAFEGUARDS = 1 << 2,
  FROM_INCIDENTS = 1 << 3,
  FROM_HISTORY = 1 << 4,
} Sources;

static const struct
{
  void (*add) (VigieOverview *self);
  Sources sources;
} rules[] = {
  { vigie_agenda_add_prohibited, FROM_DEPLOYMENTS },
  { vigie_agenda_add_incidents, FROM_DEPLOYMENTS | FROM_INCIDENTS },
  { vigie_agenda_add_go_lives, FROM_DEPLOYMENTS },
  { vigie_agenda_add_missing_safeguards, FROM_DEPLOYMENTS | FROM_SAFEGUARDS },
  { vigie_agenda_add_unrecorded_safeguards, FROM_DEPLOYMENTS | FROM_SAFEGUARDS },
  { vigie_agenda_add_untrained_users, FROM_DEPLOYMENTS },
  { vigie_agenda_add_worse_barriers, FROM_ANYTHING },
  { vigie_agenda_add_overdue_actions, FROM_ANYTHING },
  { vigie_agenda_add_expiring_validity, FROM_DEPLOYMENTS },
  { vigie_agenda_add_falling_coverage, FROM_DEPLOYMENTS | FROM_HISTORY },
  { vigie_agenda_add_passed_benchmarks, FROM_ANYTHING },
  { vigie_agenda_add_milestones, FROM_ANYTHING },
};

/* What is no longer the same as when @former was made. */
static Sources
find_changes (const VigieOverview *self, const VigieOverview *former)
{
  const VigieFacts *a = self->facts, *b = former != NULL ? former->facts : NULL;
  Sources changed = FROM_ANYTHING;

  if (former == NULL || former->language != self->language || a->small_group != b->small_group ||
      !vigie_picture_has_same_deployments (self->picture, former->picture))
    return ~0u;
  if (a->safeguards != b->safeguards || a->duties != b->duties)
    changed |= FROM_SAFEGUARDS;
  if (a->incidents != b->incidents)
    changed |= FROM_INCIDENTS;
  if (a->history != b->history || a->posts != b->posts)
    changed |= FROM_HISTORY;
  return changed;
}

static VigieAgendaItem *
copy_item (const VigieAgendaItem *item)
{
  VigieAgendaItem *copy = g_memdup2 (item, sizeof *item);

  copy->id = g_strdup (item->id);
  copy->title = g_strdup (item->title);
  copy->reason = g_strdup (item->reason);
  copy->suggestion = g_strdup (item->suggestion);
  copy->key = g_strdup (item->key);
  copy->rows = item->rows != NULL ? g_ptr_array_ref (item->rows) : NULL;
  return copy;
}

/* The rows of a matter are shared: a rule may raise thousands. */
static void
copy_rule (VigieOverview *self, const VigieOverview *former, guint rule)
{
  for (guint i = 0; i < former->agenda->len; i++)
    {
      const VigieAgendaItem *item = g_ptr_array_index (former->agenda, i);

      if (item->raised_by == rule)
        g_ptr_array_add (self->agenda, copy_item (item));
    }
}

/**
 * vigie_overview_add_agenda:
 * @former: (nullable): of the same scope before a change
 *
 * Applies every rule whose answer is not the one that @former has.
 */
void
vigie_overview_add_agenda (VigieOverview *self, const VigieOverview *former)
{
  Sources changed = find_changes (self, former);

  for (self->rule = 0; self->rule < G_N_ELEMENTS (rules); self->rule++)
    if ((rules[self->rule].sources & changed) != 0)
      rules[self->rule].add (self);
    else
      copy_rule (self, former, self->rule);
  g_ptr_array_sort (self->agenda, compare_items);
}

static void
add_due (GPtrArray *due, VigieAgendaItem *item, VigieDate until)
{
  if (item->rows != NULL)
    for (guint i = 0; i < item->rows->len; i++)
      add_due (due, g_ptr_array_index (item->rows, i), until);
  else if (item->due_on != VIGIE_DATE_NONE && item->due_on <= until)
    g_ptr_array_add (due, item);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const VigieAgendaItem *first = *(const VigieAgendaItem *const *) a;
  const VigieAgendaItem *second = *(const VigieAgendaItem *const *) b;

  if (first->due_on != second->due_on)
    return first->due_on < second->due_on ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

/**
 * vigie_overview_list_due:
 * @until: a day
 *
 * Returns: (transfer full) (element-type VigieAgendaItem): the single matters of the agenda that fall due by @until, those
 *   whose day has passed with them; the earliest first, borrowed from @self
 */
GPtrArray *
vigie_overview_list_due (const VigieOverview *self, VigieDate until)
{
  GPtrArray *due = g_ptr_array_new ();

  for (guint i = 0; i < self->agenda->len; i++)
    add_due (due, g_ptr_array_index (self->agenda, i), until);
  g_ptr_array_sort (due, compare_due);
  return due;
}
