// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Is what we decided getting done? The share done of all actions decided, month by month, with how many were decided;
 * and who owes what.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-math.h"
#include "vigie-stacked-bars.h"
#include "vigie-time-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MONTHS 24
#define MOST_OWNERS 10

typedef struct
{
  guint decided;
  guint done;
  guint owed; /* overdue ones with them */
  guint overdue;
} Count;

typedef struct
{
  const char *owner; /* NULL where nobody is named */
  Count count;
} OwnerCount;

typedef struct
{
  VigieDate starts[MONTHS];
  VigieDate ends[MONTHS]; /* of the last the day itself */
  Count months[MONTHS];   /* what had been decided and done by its end */
  guint decided[MONTHS];  /* in the month */
  GArray *owners;         /* of OwnerCount */
  Count now;
} ActionData;

static void
free_data (gpointer pointer)
{
  ActionData *data = pointer;

  g_array_unref (data->owners);
  g_free (data);
}

/* What was given up is neither done nor owed. */
static gboolean
is_counted (const VigieFactAction *action)
{
  return action->status != VIGIE_ACTION_STATUS_DROPPED;
}

/* Where nobody recorded when it was done, it counts as done today alone. */
static gboolean
is_done (const VigieFacts *facts, const VigieFactAction *action, VigieDate day)
{
  if (action->open)
    return FALSE;
  return action->done_on != VIGIE_DATE_NONE ? action->done_on <= day : day == facts->as_of;
}

static void
add (Count *count, const VigieFacts *facts, const VigieFactAction *action, VigieDate day)
{
  gboolean done = is_done (facts, action, day);

  if (!is_counted (action) || action->opened_on > day)
    return;
  count->decided++;
  count->done += done;
  count->owed += !done;
  count->overdue += !done && action->due_on != VIGIE_DATE_NONE && action->due_on < day;
}

static OwnerCount *
find_owner (GArray *owners, const char *owner)
{
  OwnerCount count = { .owner = owner };

  for (guint i = 0; i < owners->len; i++)
    if (g_strcmp0 (g_array_index (owners, OwnerCount, i).owner, owner) == 0)
      return &g_array_index (owners, OwnerCount, i);
  g_array_append_val (owners, count);
  return &g_array_index (owners, OwnerCount, owners->len - 1);
}

static gint
compare_owners (gconstpointer a, gconstpointer b)
{
  const OwnerCount *first = a;
  const OwnerCount *second = b;

  if (first->count.overdue != second->count.overdue)
    return first->count.overdue > second->count.overdue ? -1 : 1;
  if (first->count.owed != second->count.owed)
    return first->count.owed > second->count.owed ? -1 : 1;
  return g_strcmp0 (first->owner, second->owner);
}

static ActionData *
collect (const VigieFacts *facts)
{
  ActionData *data = g_new0 (ActionData, 1);
  VigieDate first = vigie_date_month_start (facts->as_of);

  data->owners = g_array_new (FALSE, FALSE, sizeof (OwnerCount));
  for (int month = 0; month < MONTHS; month++)
    {
      data->starts[month] = vigie_date_add_months (first, month - MONTHS + 1);
      data->ends[month] = month + 1 < MONTHS ? vigie_date_add_months (first, month - MONTHS + 2) - 1 : facts->as_of;
    }
  for (gsize i = 0; i < facts->n_actions; i++)
    {
      const VigieFactAction *action = &facts->actions[i];

      for (int month = 0; month < MONTHS; month++)
        {
          add (&data->months[month], facts, action, data->ends[month]);
          data->decided[month] +=
            is_counted (action) && action->opened_on >= data->starts[month] && action->opened_on <= data->ends[month];
        }
      if (is_counted (action))
        add (&find_owner (data->owners, action->owner)->count, facts, action, facts->as_of);
    }
  data->now = data->months[MONTHS - 1];
  g_array_sort (data->owners, compare_owners);
  return data;
}

static const OwnerCount *
owner_at (const ActionData *data, guint index)
{
  return &g_array_index (data->owners, OwnerCount, index);
}

static const char *
owner_label (const OwnerCount *count)
{
  return count->owner != NULL ? count->owner : C_ ("actions", "Nobody named");
}

static char *
create_sentence (const ActionData *data)
{
  g_autofree char *done = vigie_format_integer (data->now.done);
  g_autofree char *decided = vigie_format_integer (data->now.decided);
  g_autofree char *overdue = vigie_format_integer (data->now.overdue);
  g_autofree char *share = vigie_format_percent (vigie_ratio (data->now.done, data->now.decided), 0);
  g_autofree char *most = NULL;

  if (data->now.decided == 0)
    return g_strdup (_ ("No action is recorded here."));
  if (data->now.overdue == 0)
    /* Translators: %1$s of %2$s actions, which is the share %3$s */
    return g_strdup_printf (ngettext ("Done: %1$s of %2$s action decided (%3$s); none is overdue.",
                                      "Done: %1$s of %2$s actions decided (%3$s); none is overdue.", data->now.decided),
                            done, decided, share);
  most = vigie_format_integer (owner_at (data, 0)->count.overdue);
  /* Translators: as before; %4$s are overdue, most of them, %6$s, of the owner %5$s */
  return g_strdup_printf (
    ngettext ("Done: %1$s of %2$s action decided (%3$s); overdue: %4$s, most of all: %5$s (%6$s).",
              "Done: %1$s of %2$s actions decided (%3$s); overdue: %4$s, most of all: %5$s (%6$s).", data->now.decided),
    done, decided, share, overdue, owner_label (owner_at (data, 0)), most);
}

static void
add_counts (VigieFigure *self, const Count *count)
{
  vigie_figure_add_count (self, count->decided);
  vigie_figure_add_count (self, count->done);
  vigie_figure_add_share (self, vigie_ratio (count->done, count->decided), 0);
  vigie_figure_add_count (self, count->owed);
  vigie_figure_add_count (self, count->overdue);
}

static void
build (VigieFigure *self)
{
  ActionData *data = collect (self->picture->facts);

  self->data = data;
  self->empty = data->now.decided == 0;
  self->sentence = create_sentence (data);
  vigie_figure_add_column (self, "item", C_ ("column", "Owner, or by the end of"), FALSE);
  vigie_figure_add_column (self, "decided", C_ ("column", "Decided"), TRUE);
  vigie_figure_add_column (self, "done", C_ ("column", "Done"), TRUE);
  vigie_figure_add_column (self, "share", C_ ("column", "Share done"), TRUE);
  vigie_figure_add_column (self, "owed", C_ ("column", "Still owed"), TRUE);
  vigie_figure_add_column (self, "overdue", C_ ("column", "Overdue"), TRUE);
  for (guint i = 0; i < data->owners->len && !self->empty; i++)
    {
      vigie_figure_add_row (self, owner_at (data, i)->owner != NULL ? owner_at (data, i)->owner : "nobody");
      vigie_figure_add_text (self, owner_label (owner_at (data, i)), owner_at (data, i)->owner);
      add_counts (self, &owner_at (data, i)->count);
    }
  for (int month = 0; month < MONTHS && !self->empty; month++)
    {
      g_autofree char *label = vigie_format_month (data->starts[month]);
      g_autofree char *key = vigie_date_dup_iso (data->starts[month]);

      key[strlen ("YYYY-MM")] = '\0';
      vigie_figure_add_row (self, key);
      vigie_figure_add_text (self, label, key);
      add_counts (self, &data->months[month]);
    }
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static const char *
keep_actions (GPtrArray *texts, guint n)
{
  return keep (texts, g_strdup_printf (ngettext ("%u action", "%u actions", n), n));
}

static const char *
keep_done (GPtrArray *texts, const Count *count)
{
  g_autofree char *share = vigie_format_percent (vigie_ratio (count->done, count->decided), 0);

  /* Translators: %1$u of %2$u actions, which is the share %3$s */
  return keep (texts, g_strdup_printf (C_ ("actions", "%1$u of %2$u done, %3$s"), count->done, count->decided, share));
}

static char *
dup_month_key (VigieDate day)
{
  char *key = vigie_date_dup_iso (day);

  key[strlen ("YYYY-MM")] = '\0';
  return key;
}

static VigieScene *
layout_months (const VigieFigure *self, const VigieFrame *frame)
{
  const ActionData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieTimePoint history[MONTHS];
  VigieTimeBar bars[MONTHS];
  const ActionData *earlier = self->earlier != NULL ? self->earlier->data : NULL;
  VigieTimePoint then = { .value = NAN };
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_share;
  if (earlier != NULL)
    then = (VigieTimePoint) { .date = earlier->ends[MONTHS - 1],
                              .value = vigie_ratio (earlier->now.done, earlier->now.decided),
                              .label = keep (texts, vigie_format_date (earlier->ends[MONTHS - 1])),
                              .description = keep_done (texts, &earlier->now) };
  for (int month = 0; month < MONTHS; month++)
    {
      const char *label = keep (texts, vigie_format_month (data->starts[month]));
      const char *key = keep (texts, dup_month_key (data->starts[month]));

      history[month] = (VigieTimePoint) {
        .date = data->ends[month],
        .value = vigie_ratio (data->months[month].done, data->months[month].decided),
        .label = label,
        .description = keep_done (texts, &data->months[month]),
        .key = keep (texts, vigie_date_dup_iso (data->ends[month])),
      };
      bars[month] = (VigieTimeBar) {
        .from = data->starts[month],
        .to = data->ends[month],
        .count = data->decided[month],
        .label = label,
        .description = keep_actions (texts, data->decided[month]),
        .key = key,
      };
    }
  return vigie_time_lines_layout (
    &(VigieTimeLines) {
      .history = history,
      .n_history = self->empty ? 0 : MONTHS,
      .bars = bars,
      .n_bars = self->empty ? 0 : MONTHS,
      .from = data->starts[0],
      .to = data->ends[MONTHS - 1],
      .target = NAN,
      .marker = VIGIE_DATE_NONE,
      .history_label = C_ ("legend", "Share done of all actions decided"),
      .bars_label = _ ("Actions decided, by month"),
      .today_label = keep (texts, vigie_format_date (data->ends[MONTHS - 1])),
      .history_end = keep (texts, vigie_format_percent (vigie_ratio (data->now.done, data->now.decided), 0)),
      .format_count = vigie_figure_format_count,
      .empty_text = self->sentence,
      .earlier = &then,
      .n_earlier = 1,
      .earlier_label = keep (texts, vigie_figure_dup_earlier_label (self)),
    },
    &shared);
}

static VigieStackedRow
create_bar (const OwnerCount *owner, VigieStackedSegment *segments, GPtrArray *texts)
{
  const guint values[] = { owner->count.overdue, owner->count.owed - owner->count.overdue, owner->count.done };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    segments[i] = (VigieStackedSegment) {
      .value = values[i],
      .text = keep (texts, vigie_format_integer (values[i])),
      .description = keep_actions (texts, values[i]),
      .key = owner->owner != NULL ? owner->owner : "nobody",
    };
  return (VigieStackedRow) {
    .label = owner_label (owner),
    .segments = segments,
    .total_text = keep (texts, vigie_format_integer (owner->count.decided)),
    .description = keep_actions (texts, owner->count.decided),
    .key = owner->owner != NULL ? owner->owner : "nobody",
  };
}

static VigieScene *
layout_owners (const VigieFigure *self, const VigieFrame *frame)
{
  const ActionData *data = self->data;
  const VigieStackedSeries series[] = {
    { C_ ("actions", "overdue"), VIGIE_PAINT_BAD, VIGIE_PATTERN_LINES },
    { C_ ("actions", "owed, not yet due"), VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },
    { C_ ("actions", "done"), VIGIE_PAINT_NEUTRAL, VIGIE_PATTERN_SOLID },
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieStackedSegment segments[MOST_OWNERS][G_N_ELEMENTS (series)];
  VigieStackedRow rows[MOST_OWNERS];
  guint n = MIN (data->owners->len, MOST_OWNERS);
  VigieFrame counted = *frame;

  counted.format = vigie_figure_format_count;
  for (guint i = 0; i < n; i++)
    {
      rows[i] = create_bar (owner_at (data, i), segments[i], texts);
      vigie_figure_set_earlier_bar (self, &rows[i], "decided", texts);
    }
  return vigie_stacked_bars_layout (
    &(VigieStackedBars) {
      .series = series,
      .n_series = G_N_ELEMENTS (series),
      .rows = rows,
      .n_rows = n,
      .planned_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    &counted);
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  if (self->empty)
    return layout_months (self, frame);
  return vigie_figure_layout_parts (self, layout_months, _ ("By owner"), layout_owners, frame);
}

static const char *const compared[] = { "owed", "overdue", NULL };

const VigieFigureKind vigie_figure_actions = {
  .id = "actions",
  .title = N_ ("Actions decided and done"),
  .question = N_ ("Is what we decided getting done?"),
  .definition = "actions",
  .page = "decisions",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_actions,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (ACTION) | VIGIE_MOVED_BY (DECISION),
  .free_data = free_data,
};
