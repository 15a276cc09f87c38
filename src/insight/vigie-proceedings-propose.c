// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The agenda that a meeting might have: what the last meeting of its body left open, then what the rules of the agenda
 * raise, the most urgent first, each with the figure that shows it.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-proceedings.h"

#include <glib/gi18n-lib.h>

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"

#define MOST_MATTERS 8
#define MINUTES_INFO 5
#define MINUTES_DECISION 15

/* Which figure shows what a rule is about. */
static const struct
{
  const char *rule;
  const char *figure;
} shown_by[] = {
  { "prohibited", "deployment-stage" },
  { "go-live", "readiness-gate" },
  { "unrecorded-safeguards", "safeguards" },
  { "untrained-users", "trust-map" },
  { "expiring-validity", "training-trajectory" },
  { "falling-coverage", "training-trajectory" },
  { "serious-incident", "incidents" },
  { "overdue-action", "actions" },
  { "worse-barrier", "risk-matrix" },
  { "benchmark-passed", "barriers-benchmark" },
  { "milestone", "deployment-stage" },
};

static const char *
find_figure (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown_by); i++)
    if (g_str_equal (shown_by[i].rule, rule))
      return shown_by[i].figure;
  return g_str_has_prefix (rule, "missing-") ? "safeguards" : NULL;
}

typedef struct
{
  const VigieProceedings *meeting;
  GPtrArray *records;
  gint64 sort;
  guint number;
} Proposal;

static gboolean
is_there (const Proposal *self, const char *matter)
{
  for (guint i = 0; i < vigie_proceedings_get_n_items (self->meeting); i++)
    if (g_strcmp0 (
          vigie_record_get_text (vigie_proceedings_get_item (self->meeting, i)->record, VIGIE_AGENDA_ITEM_MATTER),
          matter) == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_code (Proposal *self)
{
  for (;;)
    {
      g_autofree char *code = g_strdup_printf ("%s-P%u", vigie_proceedings_get_code (self->meeting), ++self->number);

      if (vigie_proceedings_find_item (self->meeting, code) < 0)
        return g_steal_pointer (&code);
    }
}

static void
add (Proposal *self, const char *title, VigieAgendaPurpose purpose, const char *figure, const char *matter)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_agenda_item_entity);
  g_autofree char *code = NULL;

  if (is_there (self, matter))
    return;
  code = dup_code (self);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_CODE, code);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_MEETING, vigie_proceedings_get_code (self->meeting));
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_SORT, self->sort++);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_TITLE, title);
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_PURPOSE, purpose);
  if (figure != NULL)
    vigie_record_set_text (record, VIGIE_AGENDA_ITEM_FIGURE, figure);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_MATTER, matter);
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET,
                           purpose == VIGIE_AGENDA_PURPOSE_INFO ? MINUTES_INFO : MINUTES_DECISION);
  g_ptr_array_add (self->records, g_steal_pointer (&record));
}

static gboolean
has_deferral (const VigieProceedingsItem *item)
{
  for (guint i = 0; i < item->decisions->len; i++)
    if (vigie_record_get_number (g_ptr_array_index (item->decisions, i), VIGIE_DECISION_KIND, -1) ==
        VIGIE_DECISION_KIND_DEFER)
      return TRUE;
  return FALSE;
}

/* A point that was to be decided and was not, or was put off. */
static void
add_open_points (Proposal *self, const VigieProceedings *last)
{
  g_autofree char *day = vigie_format_date (vigie_proceedings_get_held_on (last));

  for (guint i = 0; i < vigie_proceedings_get_n_items (last); i++)
    {
      const VigieProceedingsItem *item = vigie_proceedings_get_item (last, i);
      const char *code = vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_CODE);
      g_autofree char *title = NULL;

      if (vigie_record_get_number (item->record, VIGIE_AGENDA_ITEM_PURPOSE, -1) != VIGIE_AGENDA_PURPOSE_DECISION ||
          (item->decisions->len > 0 && !has_deferral (item)))
        continue;
      /* Translators: a point of an agenda that comes back: %1$s is its title, %2$s the day of the last meeting */
      title = g_strdup_printf (_ ("%1$s (left open on %2$s)"),
                               vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_TITLE), day);
      add (self, title, VIGIE_AGENDA_PURPOSE_DECISION, vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_FIGURE),
           code);
    }
}

static void
add_matters (Proposal *self, const VigieOverview *overview)
{
  for (guint i = 0; i < MIN (vigie_overview_get_n_agenda (overview), MOST_MATTERS); i++)
    {
      const VigieAgendaItem *matter = vigie_overview_get_agenda_item (overview, i);

      add (self, matter->title,
           matter->judgement == VIGIE_JUDGEMENT_BAD || matter->judgement == VIGIE_JUDGEMENT_WARNING
             ? VIGIE_AGENDA_PURPOSE_DECISION
             : VIGIE_AGENDA_PURPOSE_INFO,
           find_figure (matter->rule), matter->id);
    }
}

/**
 * vigie_proceedings_propose:
 * @self: a meeting to be prepared
 * @overview: what needs a decision
 * @last: (nullable): the last meeting of the same body
 *
 * Returns: (transfer full) (element-type VigieRecord): points to add to the agenda, after those that it has
 */
GPtrArray *
vigie_proceedings_propose (const VigieProceedings *self, const VigieOverview *overview, const VigieProceedings *last)
{
  Proposal proposal = { self, g_ptr_array_new_with_free_func (g_object_unref), vigie_proceedings_get_next_sort (self),
                        0 };

  if (last != NULL)
    add_open_points (&proposal, last);
  add_matters (&proposal, overview);
  return proposal.records;
}

typedef struct
{
  char *meeting;
  VigieOverview *overview;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->meeting);
  vigie_overview_unref (question->overview);
  g_free (question);
}

static void
propose_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  g_autoptr (VigieProceedings) meeting = vigie_proceedings_load (source, question->meeting, cancellable, &error);
  g_autoptr (VigieProceedings) last =
    meeting != NULL ? vigie_proceedings_load_last (source, meeting, cancellable, &error) : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, vigie_proceedings_propose (meeting, question->overview, last),
                           (GDestroyNotify) g_ptr_array_unref);
}

/**
 * vigie_proceedings_propose_async:
 * @meeting: the code of a meeting
 *
 * As vigie_proceedings_propose() with the last meeting of the same body, without waiting.
 */
void
vigie_proceedings_propose_async (VigieStore *store, const char *meeting, VigieOverview *overview,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, vigie_proceedings_propose_async);
  question->meeting = g_strdup (meeting);
  question->overview = vigie_overview_ref (overview);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, propose_in_thread);
}

GPtrArray *
vigie_proceedings_propose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
