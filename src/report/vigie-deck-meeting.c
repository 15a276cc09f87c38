// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The deck of a meeting: its cover, its agenda, what has changed since the last one, then each point of the agenda
 * with its figure or its matter, and, where the point is for decision, what was resolved.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-deck-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"

static void
add_cover (VigieDeck *self)
{
  g_autofree char *title = vigie_proceedings_dup_title (self->proceedings);
  g_autofree char *day = vigie_format_date_long (vigie_proceedings_get_held_on (self->proceedings));

  vigie_deck_add_slide (self, (VigieDeckSlide) { .id = g_strdup ("cover"),
                                                 .title = g_strdup (title),
                                                 /* Translators: %1$s is a meeting, %2$s its day */
                                                 .words = g_strdup_printf (C_ ("slide", "%1$s, %2$s"), title, day),
                                                 .lay_out = vigie_slide_lay_out_cover });
}

static char *
describe_points (const VigieProceedings *proceedings)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < vigie_proceedings_get_n_items (proceedings); i++)
    g_string_append_printf (
      words, "%s%u. %s.", i > 0 ? " " : "", i + 1,
      vigie_record_get_text (vigie_proceedings_get_item (proceedings, i)->record, VIGIE_AGENDA_ITEM_TITLE));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_points (VigieDeck *self)
{
  gint64 minutes = vigie_proceedings_sum_minutes (self->proceedings);

  if (vigie_proceedings_get_n_items (self->proceedings) == 0)
    return;
  vigie_deck_add_slide (
    self, (VigieDeckSlide) { .id = g_strdup ("agenda"),
                             .title = g_strdup (C_ ("slide", "Agenda")),
                             .words = describe_points (self->proceedings),
                             .heading = minutes > 0
                                          ? g_strdup_printf (ngettext ("Agenda: %" PRId64 " minute",
                                                                       "Agenda: %" PRId64 " minutes", (gulong) minutes),
                                                             minutes)
                                          : g_strdup (C_ ("slide", "Agenda")),
                             .lay_out = vigie_slide_lay_out_points });
}

static const VigieAgendaItem *
find_matter (VigieOverview *overview, const char *id)
{
  for (guint i = 0; id != NULL && i < vigie_overview_get_n_agenda (overview); i++)
    if (g_str_equal (vigie_overview_get_agenda_item (overview, i)->id, id))
      return vigie_overview_get_agenda_item (overview, i);
  return NULL;
}

static void
add_point (VigieDeck *self, guint index, VigieFigure *figure)
{
  const VigieProceedingsItem *point = vigie_proceedings_get_item (self->proceedings, index);
  const char *title = vigie_record_get_text (point->record, VIGIE_AGENDA_ITEM_TITLE);
  const VigieAgendaItem *matter =
    find_matter (self->overview, vigie_record_get_text (point->record, VIGIE_AGENDA_ITEM_MATTER));
  VigieDeckSlide slide = { .id = g_strdup (vigie_record_get_text (point->record, VIGIE_AGENDA_ITEM_CODE)),
                           .title = g_strdup (title),
                           .point = point,
                           /* Translators: a point of an agenda: its number and its title */
                           .kicker = g_strdup_printf (C_ ("slide", "%1$u. %2$s"), index + 1, title) };

  if (figure != NULL)
    {
      slide.figure = vigie_figure_ref (figure);
      slide.heading = g_strdup (vigie_figure_get_sentence (figure));
    }
  else if (matter != NULL)
    {
      slide.item = matter;
      slide.heading = g_strdup (matter->title);
      slide.words = g_strjoin (" ", matter->title, matter->reason, matter->suggestion, NULL);
    }
  else
    {
      slide.heading = g_strdup (title);
      g_clear_pointer (&slide.kicker, g_free);
      slide.lay_out = vigie_slide_lay_out_point;
    }
  vigie_deck_add_slide (self, slide);
}

/* What was resolved on a point, in the words that the slide has. */
static char *
describe_outcome (const VigieProceedingsItem *point)
{
  g_autoptr (GString) words = g_string_new (vigie_record_get_text (point->record, VIGIE_AGENDA_ITEM_TITLE));

  for (guint i = 0; i < point->decisions->len; i++)
    g_string_append_printf (words, "%s%s", words->str[words->len - 1] == '.' ? " " : ". ",
                            vigie_record_get_text (g_ptr_array_index (point->decisions, i), VIGIE_DECISION_TEXT));
  for (guint i = 0; i < point->actions->len; i++)
    g_string_append_printf (words, "%s%s", words->str[words->len - 1] == '.' ? " " : ". ",
                            vigie_record_get_text (g_ptr_array_index (point->actions, i), VIGIE_ACTION_TITLE));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_outcome (VigieDeck *self, guint index)
{
  const VigieProceedingsItem *point = vigie_proceedings_get_item (self->proceedings, index);
  const char *title = vigie_record_get_text (point->record, VIGIE_AGENDA_ITEM_TITLE);
  gboolean resolved = point->decisions->len + point->actions->len > 0;

  if (!resolved &&
      vigie_record_get_number (point->record, VIGIE_AGENDA_ITEM_PURPOSE, -1) != VIGIE_AGENDA_PURPOSE_DECISION)
    return;
  vigie_deck_add_slide (
    self, (VigieDeckSlide) {
            .id = g_strconcat (vigie_record_get_text (point->record, VIGIE_AGENDA_ITEM_CODE), "/outcome", NULL),
            /* Translators: the slide on which a decision is taken; %s is the point of the agenda */
            .title = g_strdup_printf (C_ ("slide", "Decision: %s"), title),
            .words = describe_outcome (point),
            .kicker = g_strdup_printf (C_ ("slide", "%1$u. %2$s"), index + 1, title),
            .heading = g_strdup (resolved ? C_ ("slide", "Decided") : C_ ("slide", "To be decided")),
            .point = point,
            .lay_out = vigie_slide_lay_out_outcome });
}

/**
 * vigie_deck_new_for_meeting:
 * @overview: the numbers
 * @figures: (element-type VigieFigure): one a point of the agenda, %NULL where it shows none
 *
 * Returns: (transfer full): the slides of a meeting, in the order of its agenda
 */
VigieDeck *
vigie_deck_new_for_meeting (VigieOverview *overview, VigieProceedings *proceedings, GPtrArray *figures)
{
  VigieDeck *self = vigie_deck_new_empty (overview, proceedings);

  add_cover (self);
  add_points (self);
  vigie_deck_add_changes (self);
  for (guint i = 0; i < vigie_proceedings_get_n_items (proceedings); i++)
    {
      add_point (self, i, g_ptr_array_index (figures, i));
      add_outcome (self, i);
    }
  return self;
}

static void
unref_figure (gpointer figure)
{
  if (figure != NULL)
    vigie_figure_unref (figure);
}

/* The figure of a point; NULL where it has none, or none with anything to say, or with @error. */
static VigieFigure *
load_figure (VigieStore *store, VigieOverview *overview, VigieProceedings *proceedings, guint item, VigieDate latest,
             GCancellable *cancellable, GError **error)
{
  VigieRecord *record = vigie_proceedings_get_item (proceedings, item)->record;
  const char *id = vigie_record_get_text (record, VIGIE_AGENDA_ITEM_FIGURE);
  int kind = id != NULL ? vigie_figure_kind_from_id (id) : -1;
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieOverview) own = NULL;
  g_autoptr (VigieFigure) figure = NULL;

  if (kind < 0)
    return NULL;
  scope = vigie_proceedings_dup_scope (proceedings, item, latest);
  own = vigie_scope_equal (scope, vigie_overview_get_scope (overview))
          ? vigie_overview_ref (overview)
          : vigie_overview_load (store, scope, cancellable, error);
  if (own == NULL)
    return NULL;
  figure = vigie_figure_new ((guint) kind, own);
  return vigie_figure_is_empty (figure) ? NULL : g_steal_pointer (&figure);
}

/**
 * vigie_deck_load:
 * @overview: the numbers of the whole
 * @meeting: the code of a meeting
 * @today: the day; a figure is as of the day of the meeting, and of today where that is still to come
 *
 * Returns: (transfer full): the slides of @meeting; %NULL with @error
 */
VigieDeck *
vigie_deck_load (VigieStore *store, VigieOverview *overview, const char *meeting, VigieDate today,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieProceedings) proceedings = vigie_proceedings_load (store, meeting, cancellable, error);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (unref_figure);
  GError *local = NULL;

  if (proceedings == NULL)
    return NULL;
  for (guint i = 0; local == NULL && i < vigie_proceedings_get_n_items (proceedings); i++)
    g_ptr_array_add (figures,
                     load_figure (store, overview, proceedings, i,
                                  MIN (vigie_proceedings_get_held_on (proceedings), today), cancellable, &local));
  if (local == NULL)
    return vigie_deck_new_for_meeting (overview, proceedings, figures);
  g_propagate_error (error, local);
  return NULL;
}

typedef struct
{
  VigieOverview *overview;
  char *meeting;
  VigieDate today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  vigie_overview_unref (question->overview);
  g_free (question->meeting);
  g_free (question);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  VigieDeck *deck =
    vigie_deck_load (source, question->overview, question->meeting, question->today, cancellable, &error);

  if (deck != NULL)
    g_task_return_pointer (task, deck, (GDestroyNotify) vigie_deck_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vigie_deck_load_async:
 *
 * As vigie_deck_load(), without waiting.
 */
void
vigie_deck_load_async (VigieStore *store, VigieOverview *overview, const char *meeting, VigieDate today,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, vigie_deck_load_async);
  question->overview = vigie_overview_ref (overview);
  question->meeting = g_strdup (meeting);
  question->today = today;
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, load_in_thread);
}

VigieDeck *
vigie_deck_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
