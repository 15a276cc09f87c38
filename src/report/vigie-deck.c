// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-deck-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-figure-export.h"
#include "vigie-figure-rows.h"
#include "vigie-agenda-item.h"
#include "vigie-format.h"
#include "vigie-frozen.h"

/* A slide has its words at the top, as large as the room allows, and where they are from at the foot. */

#define MARGIN 22.0
#define TITLE_LINES 3
#define MOST_LINES 6
#define TITLE_GAP 10.0
#define FOOT_GAP 8.0
#define FOOT_LINES 2
#define NUMBER_WIDTH 70.0
#define MATTER_LARGER 1.25

G_DEFINE_BOXED_TYPE (VigieDeck, vigie_deck, vigie_deck_ref, vigie_deck_unref)

static void
slide_clear (gpointer data)
{
  VigieDeckSlide *slide = data;

  g_free (slide->id);
  g_free (slide->title);
  g_free (slide->words);
  g_free (slide->kicker);
  g_free (slide->heading);
  g_free (slide->earlier);
  g_free (slide->events);
  g_clear_pointer (&slide->figure, vigie_figure_unref);
}

static char *
create_foot (VigieOverview *overview)
{
  const char *organisation = vigie_overview_get_organisation (overview);
  g_autofree char *day = vigie_format_date (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));

  if (organisation != NULL)
    return g_strdup_printf (_ ("%1$s, %2$s, %3$s."), organisation, vigie_overview_get_scope_name (overview), day);
  return g_strdup_printf (C_ ("footnote", "%1$s, %2$s."), vigie_overview_get_scope_name (overview), day);
}

/**
 * vigie_deck_add_slide:
 * @slide: (transfer full): what it owns is owned by the deck from then on
 */
void
vigie_deck_add_slide (VigieDeck *self, VigieDeckSlide slide)
{
  if (slide.words == NULL)
    slide.words = g_strdup (slide.heading);
  g_array_append_val (self->slides, slide);
}

static char *
describe_headlines (VigieOverview *overview)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (overview, i);

      g_string_append_printf (words, i > 0 ? " " : "");
      /* Translators: a number for a screen reader; %1$s is what is counted, %2$s the number, %3$s out of what */
      g_string_append_printf (words, C_ ("slide", "%1$s: %2$s %3$s."), headline->label, headline->value_text,
                              headline->detail != NULL ? headline->detail : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_essentials (VigieDeck *self)
{
  VigieDate since = vigie_overview_get_since (self->overview);
  g_autofree char *day = vigie_format_date (since);

  vigie_deck_add_slide (
    self, (VigieDeckSlide) { .id = g_strdup ("essentials"),
                             .title = g_strdup (C_ ("report", "The essentials")),
                             .words = describe_headlines (self->overview),
                             /* Translators: %s is the date of the last committee */
                             .heading = since != VIGIE_DATE_NONE
                                          ? g_strdup_printf (_ ("Where we stand, and what has changed since %s"), day)
                                          : g_strdup (_ ("Where we stand")),
                             .lay_out = vigie_slide_lay_out_essentials });
}

static char *
describe_changes (const GPtrArray *changes)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (words, "%s%s.", i > 0 ? " " : "",
                            ((const VigieChange *) g_ptr_array_index (changes, i))->text);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * vigie_deck_add_changes:
 *
 * Adds the slide that says which events made the headlines what they are, where there are any.
 */
void
vigie_deck_add_changes (VigieDeck *self)
{
  g_autoptr (GPtrArray) changes = vigie_overview_list_changes (self->overview);
  g_autofree char *day = vigie_format_date (vigie_overview_get_since (self->overview));

  if (changes->len == 0)
    return;
  vigie_deck_add_slide (
    self,
    (VigieDeckSlide) { .id = g_strdup ("changes"),
                       .title = g_strdup (C_ ("report", "What has changed")),
                       .words = describe_changes (changes),
                       /* Translators: %2$s is the date of the last committee */
                       .heading = g_strdup_printf (
                         ngettext ("%1$u event since %2$s", "%1$u events since %2$s", changes->len), changes->len, day),
                       .lay_out = vigie_slide_lay_out_changes });
}

static void
add_agenda (VigieDeck *self)
{
  guint n = vigie_overview_get_n_agenda (self->overview);
  g_autofree char *day = vigie_format_date (vigie_scope_get_as_of (vigie_overview_get_scope (self->overview)));

  vigie_deck_add_slide (
    self,
    (VigieDeckSlide) {
      .id = g_strdup ("agenda"),
      .title = g_strdup (C_ ("report", "What needs a decision")),
      .heading = n > 0 ? g_strdup_printf (ngettext ("%u matter needs a decision", "%u matters need a decision", n), n)
                       : g_strdup_printf (_ ("Nothing that Vigie watches needs a decision as of %s."), day),
      .lay_out = vigie_slide_lay_out_agenda });
  for (guint i = 0; i < vigie_slide_count_matters (self->overview); i++)
    {
      const VigieAgendaItem *item = vigie_overview_get_agenda_item (self->overview, i);

      vigie_deck_add_slide (
        self, (VigieDeckSlide) { .id = g_strdup (item->id),
                                 .title = g_strdup (item->title),
                                 .words = g_strjoin (" ", item->title, item->reason, item->suggestion, NULL),
                                 .heading = g_strdup (item->title),
                                 .item = item });
    }
}

static void
add_figures (VigieDeck *self)
{
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      VigieFigure *figure = vigie_figure_new (kind, self->overview);

      if (vigie_figure_is_empty (figure))
        {
          vigie_figure_unref (figure);
          continue;
        }
      vigie_deck_add_slide (self, (VigieDeckSlide) { .id = g_strdup (vigie_figure_get_id (figure)),
                                                     .title = g_strdup (vigie_figure_get_title (figure)),
                                                     .heading = g_strdup (vigie_figure_get_sentence (figure)),
                                                     .figure = figure });
    }
}

/**
 * vigie_deck_new_empty:
 * @proceedings: (nullable): the meeting that the deck is for
 *
 * Returns: (transfer full): a deck without slides
 */
VigieDeck *
vigie_deck_new_empty (VigieOverview *overview, VigieProceedings *proceedings)
{
  VigieDeck *self = g_new0 (VigieDeck, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->overview = vigie_overview_ref (overview);
  self->proceedings = proceedings != NULL ? vigie_proceedings_ref (proceedings) : NULL;
  self->slides = g_array_new (FALSE, TRUE, sizeof (VigieDeckSlide));
  g_array_set_clear_func (self->slides, slide_clear);
  self->foot = create_foot (overview);
  return self;
}

/**
 * vigie_deck_new:
 * @overview: the numbers, as of a day and of a scope
 *
 * A figure that has nothing to say has no slide.
 *
 * Returns: (transfer full): the slides of @overview, in the order of a meeting
 */
VigieDeck *
vigie_deck_new (VigieOverview *overview)
{
  VigieDeck *self;

  g_return_val_if_fail (overview != NULL, NULL);

  self = vigie_deck_new_empty (overview, NULL);
  add_essentials (self);
  vigie_deck_add_changes (self);
  add_agenda (self);
  add_figures (self);
  return self;
}

VigieDeck *
vigie_deck_ref (VigieDeck *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_deck_unref (VigieDeck *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->slides);
  g_clear_pointer (&self->proceedings, vigie_proceedings_unref);
  vigie_overview_unref (self->overview);
  g_free (self->foot);
  g_free (self);
}

static const VigieDeckSlide *
get_slide (const VigieDeck *self, guint slide)
{
  return &g_array_index (self->slides, VigieDeckSlide, slide);
}

/**
 * vigie_deck_get_n_slides:
 *
 * Returns: how many slides there are, at least 2
 */
guint
vigie_deck_get_n_slides (const VigieDeck *self)
{
  return self->slides->len;
}

/**
 * vigie_deck_get_slide_id:
 *
 * Returns: (transfer none): what the slide is known by when the numbers change: `essentials`, `agenda`, the id of
 *   a matter or of a figure
 */
const char *
vigie_deck_get_slide_id (const VigieDeck *self, guint slide)
{
  g_return_val_if_fail (self != NULL && slide < self->slides->len, NULL);

  return get_slide (self, slide)->id;
}

/**
 * vigie_deck_get_slide_title:
 *
 * Returns: (transfer none): the slide in few words
 */
const char *
vigie_deck_get_slide_title (const VigieDeck *self, guint slide)
{
  g_return_val_if_fail (self != NULL && slide < self->slides->len, NULL);

  return get_slide (self, slide)->title;
}

/**
 * vigie_deck_get_slide_words:
 *
 * Returns: (transfer none): what the slide says, for those who do not see it
 */
const char *
vigie_deck_get_slide_words (const VigieDeck *self, guint slide)
{
  g_return_val_if_fail (self != NULL && slide < self->slides->len, NULL);

  return get_slide (self, slide)->words;
}

/**
 * vigie_deck_find_slide:
 *
 * Returns: the number of the slide @id, from 0; -1 where there is none
 */
int
vigie_deck_find_slide (const VigieDeck *self, const char *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->slides->len; i++)
    if (g_strcmp0 (get_slide (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

/**
 * vigie_deck_get_overview:
 *
 * Returns: (transfer none): the numbers of the whole
 */
VigieOverview *
vigie_deck_get_overview (const VigieDeck *self)
{
  return self->overview;
}

/**
 * vigie_deck_get_proceedings:
 *
 * Returns: (transfer none) (nullable): the meeting that the deck is for
 */
VigieProceedings *
vigie_deck_get_proceedings (const VigieDeck *self)
{
  return self->proceedings;
}

/**
 * vigie_deck_get_slide_item:
 *
 * Returns: (transfer none) (nullable): the code of the point of the agenda that the slide is about
 */
const char *
vigie_deck_get_slide_item (const VigieDeck *self, guint slide)
{
  const VigieDeckSlide *it = get_slide (self, slide);

  return it->point != NULL ? vigie_record_get_text (it->point->record, VIGIE_AGENDA_ITEM_CODE) : NULL;
}

/**
 * vigie_deck_get_slide_figure:
 *
 * Returns: (transfer none) (nullable): the figure that the slide shows
 */
VigieFigure *
vigie_deck_get_slide_figure (const VigieDeck *self, guint slide)
{
  return get_slide (self, slide)->figure;
}

/**
 * vigie_deck_get_slide_notes:
 *
 * Returns: (transfer none) (nullable): what the presenter means to say
 */
const char *
vigie_deck_get_slide_notes (const VigieDeck *self, guint slide)
{
  const VigieDeckSlide *it = get_slide (self, slide);

  return it->point != NULL ? vigie_record_get_text (it->point->record, VIGIE_AGENDA_ITEM_NOTES) : NULL;
}

/**
 * vigie_deck_dup_frozen:
 *
 * Returns: (transfer full) (nullable): what the slide shows, to be kept as it is; %NULL of one that shows no numbers
 */
char *
vigie_deck_dup_frozen (const VigieDeck *self, guint slide)
{
  const VigieDeckSlide *it = get_slide (self, slide);

  if (it->figure != NULL)
    return vigie_frozen_dup_figure (it->figure);
  return it->item != NULL ? vigie_frozen_dup_matter (self->overview, it->item) : NULL;
}

/* Where the numbers are from, and which slide it is; returns the height. */
static double
lay_out_foot (const VigieDeck *self, VigieSlide *slide, guint index, const char *number)
{
  VigieSceneBuilder *builder = slide->builder;
  const VigieFigure *figure = get_slide (self, index)->figure;
  double number_width = vigie_scene_builder_em (builder, NUMBER_WIDTH);
  g_autofree char *note = figure != NULL ? vigie_figure_dup_footnote (figure) : g_strdup (self->foot);
  g_autofree char *brief = figure != NULL ? vigie_figure_dup_brief_footnote (figure) : NULL;
  double two_lines = FOOT_LINES * vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);
  VigieTextSpec spec = { .x = slide->room.x,
                         .y = vigie_box_bottom (&slide->room),
                         .anchor = VIGIE_ANCHOR_BOTTOM,
                         .role = VIGIE_TEXT_NOTE,
                         .paint = VIGIE_PAINT_TEXT_MUTED,
                         .width = slide->room.width - number_width,
                         .max_lines = MOST_LINES };
  double height = vigie_scene_builder_text_box (builder, note, &spec).height;

  /* What others published is told in full in the board pack; nothing is cut. */
  if (brief != NULL && height > two_lines * 1.1)
    {
      g_set_str (&note, brief);
      height = vigie_scene_builder_text_box (builder, note, &spec).height;
    }
  vigie_scene_builder_text (builder, note, &spec, VIGIE_NO_DATUM);
  spec.x = vigie_box_right (&slide->room);
  spec.align = VIGIE_ALIGN_END;
  spec.width = number_width;
  spec.max_lines = 1;
  if (number != NULL)
    vigie_scene_builder_text (builder, number, &spec, VIGIE_NO_DATUM);
  return height + vigie_scene_builder_em (builder, FOOT_GAP);
}

/* Which point of the agenda it is; returns the height. */
static double
lay_out_kicker (VigieSlide *slide, const char *kicker)
{
  return vigie_slide_text (slide, &slide->room, VIGIE_TEXT_LABEL, TRUE, VIGIE_PAINT_TEXT_MUTED, 1, kicker);
}

/* An answer too long for three lines of a title is set smaller, and said whole; returns the height. A cover has its
   title where it wants it. */
static double
lay_out_heading (VigieSlide *slide, const char *heading)
{
  VigieTextSpec spec = {
    .role = VIGIE_TEXT_TITLE, .strong = TRUE, .width = slide->room.width, .max_lines = MOST_LINES
  };
  double three = TITLE_LINES * vigie_scene_builder_line_height (slide->builder, VIGIE_TEXT_TITLE);

  if (heading == NULL)
    return 0;
  if (vigie_scene_builder_text_box (slide->builder, heading, &spec).height > three * 1.05)
    spec.role = VIGIE_TEXT_SENTENCE;
  return vigie_slide_text (slide, &slide->room, spec.role, TRUE, VIGIE_PAINT_TEXT, MOST_LINES, heading);
}

/* Everything but what a slide is about: what is left is its room. */
static VigieSlide
begin_slide (const VigieDeck *self, VigieSceneBuilder *builder, guint index, const char *number, const char *kicker,
             const char *heading)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (builder);
  double margin = MIN (vigie_scene_builder_em (builder, MARGIN), frame->height / 12);
  VigieSlide slide = { .builder = builder,
                       .overview = self->overview,
                       .proceedings = self->proceedings,
                       .point = get_slide (self, index)->point,
                       .room = { margin, margin, frame->width - 2 * margin, frame->height - 2 * margin } };
  double kicker_height, title;

  slide.room.height -= lay_out_foot (self, &slide, index, number);
  kicker_height = lay_out_kicker (&slide, kicker);
  slide.room.y += kicker_height;
  slide.room.height -= kicker_height;
  title = lay_out_heading (&slide, heading) + vigie_scene_builder_em (builder, TITLE_GAP);
  slide.room.y += title;
  slide.room.height = MAX (slide.room.height - title, 1);
  return slide;
}

/**
 * vigie_deck_layout:
 * @slide: from 0
 * @width: of the wall, in pixels
 * @height: of the wall, in pixels
 * @larger: what text is enlarged by; at 1 the smallest is 1/40 of the height
 *
 * Its data are the marks of its chart or, where it tells of matters, those: what lies behind one is found by its key.
 *
 * Returns: (transfer full): the slide
 */
VigieScene *
vigie_deck_layout (const VigieDeck *self, guint slide, double width, double height, double larger)
{
  const VigieDeckSlide *it;
  VigieFrame frame;
  VigieSlide laid_out;
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL && slide < self->slides->len, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && larger >= 1, NULL);

  it = get_slide (self, slide);
  vigie_frame_init_projected (&frame, width, height);
  frame.mirrored = vigie_language_is_right_to_left ();
  /* One matter leaves room for larger words. */
  frame.text_scale *= it->item != NULL ? larger * MATTER_LARGER : larger;
  builder = vigie_scene_builder_new (&frame);
  /* Translators: the number of a slide and how many there are */
  number = g_strdup_printf (C_ ("slide", "%1$u / %2$u"), slide + 1, self->slides->len);
  laid_out = begin_slide (self, builder, slide, number, it->kicker, it->heading);
  vigie_deck_lay_out_since (&laid_out, it);
  if (it->figure != NULL)
    vigie_slide_lay_out_figure (&laid_out, it->figure);
  else if (it->item != NULL)
    vigie_slide_lay_out_matter (&laid_out, it->item);
  else
    it->lay_out (&laid_out);
  return vigie_scene_builder_end (builder);
}

static void
deck_row_free (gpointer data)
{
  VigieDeckRow *row = data;

  g_free (row->title);
  g_free (row->detail);
  g_free (row);
}

static void
add_row (GPtrArray *rows, const char *title, const char *detail)
{
  VigieDeckRow *row = g_new0 (VigieDeckRow, 1);

  row->title = g_strdup (title);
  row->detail = g_strdup (detail);
  g_ptr_array_add (rows, row);
}

/**
 * vigie_deck_dup_rows:
 * @slide: from 0
 * @key: (nullable): of a mark of that slide
 *
 * Returns: (transfer container) (element-type VigieDeckRow): the records that the mark is made of, small groups told
 *   as such; empty where it is made of none
 */
GPtrArray *
vigie_deck_dup_rows (const VigieDeck *self, guint slide, const char *key)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (deck_row_free);
  const VigieDeckSlide *it;

  g_return_val_if_fail (self != NULL && slide < self->slides->len, rows);

  it = get_slide (self, slide);
  if (it->figure != NULL)
    {
      g_autoptr (GPtrArray) found = vigie_figure_dup_rows (it->figure, key);

      for (guint i = 0; i < found->len; i++)
        add_row (rows, ((const VigieFigureRow *) g_ptr_array_index (found, i))->title,
                 ((const VigieFigureRow *) g_ptr_array_index (found, i))->detail);
    }
  else if (it->item != NULL && it->item->rows != NULL)
    for (guint i = 0; i < it->item->rows->len; i++)
      add_row (rows, ((const VigieAgendaItem *) g_ptr_array_index (it->item->rows, i))->title,
               ((const VigieAgendaItem *) g_ptr_array_index (it->item->rows, i))->reason);
  return rows;
}

/**
 * vigie_deck_layout_rows:
 * @slide: the slide that one came from
 * @heading: the mark, in words
 * @rows: (element-type VigieDeckRow): what it is made of, at least one
 * @first: the first of @rows to show
 * @width: of the wall, in pixels
 * @height: of the wall, in pixels
 * @larger: what text is enlarged by
 * @n_shown: (out): how many there was room for, at least 1
 *
 * Returns: (transfer full): a slide of the records behind a mark
 */
VigieScene *
vigie_deck_layout_rows (const VigieDeck *self, guint slide, const char *heading, const GPtrArray *rows, guint first,
                        double width, double height, double larger, guint *n_shown)
{
  VigieFrame frame;
  VigieSlide laid_out;
  g_autoptr (VigieSceneBuilder) builder = NULL;

  g_return_val_if_fail (self != NULL && slide < self->slides->len && first < rows->len, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && larger >= 1, NULL);

  vigie_frame_init_projected (&frame, width, height);
  frame.text_scale *= larger;
  builder = vigie_scene_builder_new (&frame);
  laid_out = begin_slide (self, builder, slide, NULL, vigie_deck_get_slide_title (self, slide), heading);
  *n_shown = vigie_slide_lay_out_rows (&laid_out, rows, first);
  return vigie_scene_builder_end (builder);
}
