// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A deck beside the day that changes are told from: under the answer of each figure stand what it was then and which
 * events made it so, and its chart has the marks of that day.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-deck-private.h"

#define MOST_EVENTS 2
#define SINCE_LINES 4
#define SINCE_GAP 10.0

/* Of one overview the earlier day is added up once; the figures of a meeting may be of several. */
typedef struct
{
  VigieOverview *overview; /* borrowed from a figure */
  VigieOverview *previous;
} Pair;

static void
pair_clear (gpointer data)
{
  g_clear_pointer (&((Pair *) data)->previous, vigie_overview_unref);
}

static VigieOverview *
find_previous (GArray *pairs, VigieOverview *overview)
{
  Pair pair = { overview, NULL };

  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, Pair, i).overview == overview)
      return g_array_index (pairs, Pair, i).previous;
  pair.previous = vigie_overview_dup_previous (overview);
  g_array_append_val (pairs, pair);
  return pair.previous;
}

static void
compare_figure (VigieDeckSlide *slide, GArray *pairs)
{
  VigieOverview *overview = vigie_figure_get_overview (slide->figure);
  guint kind = (guint) vigie_figure_kind_from_id (vigie_figure_get_id (slide->figure));
  VigieFigure *compared = vigie_figure_new_beside (kind, overview, find_previous (pairs, overview));
  g_autofree char *words = slide->words;

  vigie_figure_unref (slide->figure);
  slide->figure = compared;
  slide->earlier = vigie_figure_dup_earlier_sentence (compared);
  slide->events = vigie_figure_dup_events (compared, MOST_EVENTS);
  slide->words = g_strjoin (" ", words, slide->earlier != NULL ? slide->earlier : slide->events,
                            slide->earlier != NULL ? slide->events : NULL, NULL);
}

/**
 * vigie_deck_compare:
 *
 * Returns: (transfer full): the same slides, with what each figure was on the day that changes are told from
 */
VigieDeck *
vigie_deck_compare (VigieDeck *self)
{
  VigieDeck *deck = vigie_deck_new_empty (self->overview, self->proceedings);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  g_array_set_clear_func (pairs, pair_clear);
  for (guint i = 0; i < self->slides->len; i++)
    {
      VigieDeckSlide slide = g_array_index (self->slides, VigieDeckSlide, i);

      slide.id = g_strdup (slide.id);
      slide.title = g_strdup (slide.title);
      slide.words = g_strdup (slide.words);
      slide.kicker = g_strdup (slide.kicker);
      slide.heading = g_strdup (slide.heading);
      slide.earlier = slide.events = NULL;
      if (slide.figure != NULL)
        {
          vigie_figure_ref (slide.figure);
          compare_figure (&slide, pairs);
        }
      vigie_deck_add_slide (deck, slide);
    }
  return deck;
}

static void
compare_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  g_task_return_pointer (task, vigie_deck_compare (data), (GDestroyNotify) vigie_deck_unref);
}

/**
 * vigie_deck_compare_async:
 *
 * As vigie_deck_compare(), in a thread: to add up an earlier day of a large register takes longer than a frame.
 */
void
vigie_deck_compare_async (VigieDeck *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_deck_compare_async);
  g_task_set_task_data (task, vigie_deck_ref (self), (GDestroyNotify) vigie_deck_unref);
  g_task_run_in_thread (task, compare_in_thread);
}

VigieDeck *
vigie_deck_compare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vigie_deck_lay_out_since:
 *
 * Says under the heading what a figure was at the last meeting and what has happened since; what is left is the room.
 */
void
vigie_deck_lay_out_since (VigieSlide *slide, const VigieDeckSlide *it)
{
  VigieBox box = slide->room;

  if (it->earlier == NULL && it->events == NULL)
    return;
  box.y += vigie_slide_text (slide, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT, SINCE_LINES, it->earlier);
  box.y += vigie_slide_text (slide, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, SINCE_LINES, it->events);
  box.y += vigie_scene_builder_em (slide->builder, SINCE_GAP);
  slide->room.height = MAX (vigie_box_bottom (&slide->room) - box.y, 1);
  slide->room.y = box.y;
}
