// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which barriers threaten us most, before and after action?
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-risk-matrix.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

typedef struct
{
  const VigieBarrierPicture *barrier;
  VigieRiskPlace places[VIGIE_RATING_TIER_COUNT];
} RiskRow;

typedef struct
{
  RiskRow *rows;
  gsize n_rows;
  gsize n_rated; /* those of a current rating, which come first */
} RiskData;

static void
free_data (gpointer pointer)
{
  RiskData *data = pointer;

  g_free (data->rows);
  g_free (data);
}

static int
score (const RiskRow *row, int tier)
{
  return row->barrier->score[tier];
}

/* The highest now first, of those alike the highest before; what nobody has rated last. */
static int
compare_rows (const void *a, const void *b)
{
  const RiskRow *first = a;
  const RiskRow *second = b;

  if (score (first, VIGIE_RATING_TIER_CURRENT) != score (second, VIGIE_RATING_TIER_CURRENT))
    return score (second, VIGIE_RATING_TIER_CURRENT) - score (first, VIGIE_RATING_TIER_CURRENT);
  if (score (first, VIGIE_RATING_TIER_INHERENT) != score (second, VIGIE_RATING_TIER_INHERENT))
    return score (second, VIGIE_RATING_TIER_INHERENT) - score (first, VIGIE_RATING_TIER_INHERENT);
  return g_strcmp0 (first->barrier->fact->code, second->barrier->fact->code);
}

static RiskData *
collect (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  RiskData *data = g_new0 (RiskData, 1);

  data->rows = g_new0 (RiskRow, facts->n_barriers + 1);
  for (gsize i = 0; i < facts->n_barriers; i++)
    {
      RiskRow *row = &data->rows[data->n_rows];

      if (!facts->barriers[i].open)
        continue;
      *row = (RiskRow) { .barrier = &picture->barriers[i] };
      for (gsize r = 0; r < facts->n_ratings; r++)
        if (facts->ratings[r].barrier == (int) i)
          row->places[facts->ratings[r].tier] =
            (VigieRiskPlace) { facts->ratings[r].likelihood, facts->ratings[r].impact };
      data->n_rows++;
    }
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  while (data->n_rated < data->n_rows && score (&data->rows[data->n_rated], VIGIE_RATING_TIER_CURRENT) > 0)
    data->n_rated++;
  return data;
}

static gboolean
is_grave (const RiskRow *row)
{
  return vigie_level_from_score (score (row, VIGIE_RATING_TIER_CURRENT)) >= VIGIE_LEVEL_HIGH;
}

static char *
create_sentence (const RiskData *data)
{
  g_autofree char *grave_text = NULL;
  g_autofree char *rated_text = vigie_format_integer ((gint64) data->n_rated);
  g_autofree char *lowered_text = NULL;
  guint grave = 0, lowered = 0;

  for (gsize i = 0; i < data->n_rated; i++)
    {
      grave += is_grave (&data->rows[i]);
      lowered += score (&data->rows[i], VIGIE_RATING_TIER_INHERENT) > score (&data->rows[i], VIGIE_RATING_TIER_CURRENT);
    }
  if (data->n_rows == 0)
    return g_strdup (_ ("No barrier stands on this day."));
  if (data->n_rated == 0)
    return g_strdup (_ ("Barriers are recorded, and none has been rated."));
  lowered_text = vigie_format_integer (lowered);
  if (grave == 0)
    /* Translators: %1$s barriers rated; action has lowered %2$s of them */
    return g_strdup_printf (ngettext ("The %1$s barrier rated is neither high nor critical; lowered by action: %2$s.",
                                      "None of %1$s barriers rated is high or critical; lowered by action: %2$s.",
                                      data->n_rated),
                            rated_text, lowered_text);
  grave_text = vigie_format_integer (grave);
  /* Translators: %1$s of %2$s barriers; action has lowered %3$s of them; %4$s is the one that threatens most */
  return g_strdup_printf (
    ngettext ("High or critical: %1$s of %2$s barrier rated; lowered by action: %3$s. The gravest: %4$s.",
              "High or critical: %1$s of %2$s barriers rated; lowered by action: %3$s. The gravest: %4$s.",
              data->n_rated),
    grave_text, rated_text, lowered_text, data->rows[0].barrier->fact->title);
}

static void
add_score (VigieFigure *self, int value)
{
  g_autofree char *text = NULL;
  g_autofree char *raw = NULL;

  if (value > 0)
    {
      text = g_strdup_printf (C_ ("risk", "%1$d (%2$s)"), value, vigie_level_label (vigie_level_from_score (value)));
      raw = g_strdup_printf ("%d", value);
    }
  vigie_figure_add_text (self, text, raw);
}

/* "450 hours freed a year; 7 days gained", never added up across units. */
static char *
dup_values (GArray *values, gboolean raw)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const VigieBlockedValue *value = &g_array_index (values, VigieBlockedValue, i);
      g_autofree char *number =
        raw ? g_strdup_printf ("%" G_GINT64_FORMAT, value->target) : vigie_format_integer (value->target);

      g_string_append_printf (text, "%s%s %s", i > 0 ? raw ? "; " : C_ ("list", "; ") : "", number, value->unit);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_blocked (VigieFigure *self, const VigieBarrierPicture *barrier)
{
  g_autoptr (GArray) values = NULL;
  guint n = vigie_picture_list_blocked (self->picture, (int) (barrier - self->picture->barriers), &values);
  g_autofree char *text = dup_values (values, FALSE);
  g_autofree char *raw = dup_values (values, TRUE);

  vigie_figure_add_count (self, n);
  vigie_figure_add_text (self, text, values->len > 0 ? raw : NULL);
}

static void
build (VigieFigure *self)
{
  static const int tiers[] = { VIGIE_RATING_TIER_INHERENT, VIGIE_RATING_TIER_CURRENT, VIGIE_RATING_TIER_RESIDUAL };
  RiskData *data = collect (self->picture);

  self->data = data;
  self->empty = data->n_rated == 0;
  self->sentence = create_sentence (data);
  vigie_figure_add_column (self, "barrier", C_ ("column", "Barrier"), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (tiers); i++)
    vigie_figure_add_column (self, vigie_enum_to_nick (VIGIE_TYPE_RATING_TIER, tiers[i]),
                             vigie_enum_label (VIGIE_TYPE_RATING_TIER, tiers[i]), TRUE);
  vigie_figure_add_column (self, "blocked", C_ ("column", "Deployments it blocks"), TRUE);
  vigie_figure_add_column (self, "value", C_ ("column", "What they are to bring"), FALSE);
  vigie_figure_add_column (self, "owner", C_ ("column", "Owner"), FALSE);
  for (gsize i = 0; i < data->n_rows; i++)
    {
      const VigieFactBarrier *barrier = data->rows[i].barrier->fact;

      vigie_figure_add_row (self, barrier->code);
      vigie_figure_add_text (self, barrier->title, barrier->code);
      for (gsize tier = 0; tier < G_N_ELEMENTS (tiers); tier++)
        add_score (self, score (&data->rows[i], tiers[tier]));
      add_blocked (self, data->rows[i].barrier);
      vigie_figure_add_text (self, barrier->owner, barrier->owner);
    }
}

static char *
format_more (double value, gpointer data G_GNUC_UNUSED)
{
  gulong n = (gulong) value;
  g_autofree char *count = vigie_format_integer ((gint64) n);

  /* Translators: items of a chart that have no room */
  return g_strdup_printf (ngettext ("and %s more barrier, in the table", "and %s more barriers, in the table", n),
                          count);
}

/* "now 12 (high), inherent 20 (critical), …", for the reader of one mark. */
static char *
dup_description (const VigieFigure *self, const RiskRow *row)
{
  static const int tiers[] = { VIGIE_RATING_TIER_CURRENT, VIGIE_RATING_TIER_INHERENT, VIGIE_RATING_TIER_RESIDUAL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) values = NULL;
  guint blocked;

  for (gsize i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      int value = score (row, tiers[i]);
      g_autofree char *part = NULL;

      if (value <= 0)
        continue;
      /* Translators: a kind of rating of a barrier, its score and its level */
      part = g_strdup_printf (C_ ("risk", "%1$s: %2$d, %3$s"), vigie_enum_label (VIGIE_TYPE_RATING_TIER, tiers[i]),
                              value, vigie_level_label (vigie_level_from_score (value)));
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("list", "; ") : "", part);
    }
  blocked = vigie_picture_list_blocked (self->picture, (int) (row->barrier - self->picture->barriers), &values);
  if (blocked > 0)
    {
      g_autofree char *number = vigie_format_integer (blocked);

      g_string_append (text, C_ ("list", "; "));
      /* Translators: a barrier; %s deployments cannot go ahead because of it */
      g_string_append_printf (text, ngettext ("blocks %s deployment", "blocks %s deployments", blocked), number);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Beside an earlier day the ring is where the barrier stood then, which is what has moved since; else where it stood
   before anything was done. */
static VigieRiskPlace
find_before (const VigieFigure *self, const RiskRow *row)
{
  const RiskData *earlier = self->earlier != NULL ? self->earlier->data : NULL;

  if (earlier == NULL)
    return row->places[VIGIE_RATING_TIER_INHERENT];
  for (gsize i = 0; i < earlier->n_rated; i++)
    if (g_strcmp0 (earlier->rows[i].barrier->fact->code, row->barrier->fact->code) == 0)
      return earlier->rows[i].places[VIGIE_RATING_TIER_CURRENT];
  return (VigieRiskPlace) { 0, 0 };
}

static char *
dup_description_of_both (const VigieFigure *self, const RiskRow *row)
{
  VigieRiskPlace before = find_before (self, row);
  int score_then = before.likelihood * before.impact;
  g_autofree char *now = dup_description (self, row);
  g_autofree char *then = NULL;

  if (self->earlier != NULL && score_then > 0)
    /* Translators: the score of a barrier and its level */
    then =
      g_strdup_printf (C_ ("risk", "%1$d, %2$s"), score_then, vigie_level_label (vigie_level_from_score (score_then)));
  return vigie_figure_dup_with_earlier (self, now, then);
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const RiskData *data = self->data;
  g_autofree char *earlier = vigie_figure_dup_earlier_label (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieRiskItem *items = g_new0 (VigieRiskItem, data->n_rated + 1);
  VigieRiskMatrix matrix = {
    .items = items,
    .n_items = data->n_rated,
    .likelihood_title = _ ("Likelihood, from 1 to 5"),
    .impact_title = _ ("Impact, from 1 to 5"),
    .before_label = earlier != NULL ? earlier : vigie_enum_label (VIGIE_TYPE_RATING_TIER, VIGIE_RATING_TIER_INHERENT),
    .now_label = vigie_enum_label (VIGIE_TYPE_RATING_TIER, VIGIE_RATING_TIER_CURRENT),
    .target_label = vigie_enum_label (VIGIE_TYPE_RATING_TIER, VIGIE_RATING_TIER_RESIDUAL),
    .format_more = format_more,
    .empty_text = self->sentence,
  };

  for (int level = 0; level < VIGIE_RISK_LEVELS; level++)
    matrix.level_labels[level] = vigie_level_label ((VigieLevel) level);
  for (int likelihood = 1; likelihood <= VIGIE_RISK_STEPS; likelihood++)
    for (int impact = 1; impact <= VIGIE_RISK_STEPS; impact++)
      matrix.levels[likelihood - 1][impact - 1] = vigie_level_from_score (likelihood * impact);
  for (gsize i = 0; i < data->n_rated; i++)
    {
      const RiskRow *row = &data->rows[i];

      g_ptr_array_add (texts, dup_description_of_both (self, row));
      items[i] = (VigieRiskItem) {
        .label = row->barrier->fact->title,
        .before = find_before (self, row),
        .now = row->places[VIGIE_RATING_TIER_CURRENT],
        .target = row->places[VIGIE_RATING_TIER_RESIDUAL],
        .description = texts->pdata[texts->len - 1],
        .key = row->barrier->fact->code,
      };
    }
  return vigie_risk_matrix_layout (&matrix, frame);
}

static const char *const compared[] = { "current", NULL };

const VigieFigureKind vigie_figure_risk_matrix = {
  .id = "risk-matrix",
  .title = N_ ("Barriers by likelihood and impact"),
  .question = N_ ("Which barriers threaten us most, before and after action?"),
  .definition = "risk-matrix",
  .page = "barriers",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_barriers,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (BARRIER) | VIGIE_MOVED_BY (ACTION),
  .free_data = free_data,
};
