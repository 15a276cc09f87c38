// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which systems deserve trust today? The two pillars crossed: trained users and evidence of reliability,
 * for every system in pilot or production.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-math.h"
#include "vigie-quadrant.h"
#include "vigie-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where no requirement sets a target. */
#define DEFAULT_TARGET 0.8
/* More systems of which neither pillar is measured would only be a heap in a corner: the table has them. */
#define MOST_UNMEASURED_DRAWN 12

typedef struct
{
  const VigieSystemPicture *system;
  gboolean hidden;   /* its users are too few to be shown */
  double competence; /* NaN where hidden or not measured */
  double reliability;
} TrustItem;

typedef struct
{
  TrustItem *items;
  gsize n_items;
  double target;
  gsize n_drawn; /* the first so many are on the map */
  guint trusted;
  guint unmeasured;
} TrustData;

static void
free_data (gpointer pointer)
{
  TrustData *data = pointer;

  g_free (data->items);
  g_free (data);
}

static gboolean
is_in_use (const VigieSystemPicture *system)
{
  return system->group == VIGIE_STAGE_GROUP_PRODUCTION || system->group == VIGIE_STAGE_GROUP_PILOT;
}

/* Σ target × users ÷ Σ users of what is in use: one line for the whole map. */
static double
find_target (const VigiePicture *picture)
{
  double targets = 0, users = 0;

  for (gsize i = 0; i < picture->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &picture->deployments[i];

      if ((deployment->group != VIGIE_STAGE_GROUP_PRODUCTION && deployment->group != VIGIE_STAGE_GROUP_PILOT) ||
          isnan (deployment->target) || deployment->users.users <= 0)
        continue;
      targets += deployment->target * (double) deployment->users.users;
      users += (double) deployment->users.users;
    }
  return users > 0 ? targets / users : DEFAULT_TARGET;
}

/* First those that fall shortest: of what is measured the least of the two pillars, then the unmeasured. */
static double
worth (const TrustItem *item)
{
  if (isnan (item->competence) || isnan (item->reliability))
    return isnan (item->competence) && isnan (item->reliability) ? 4 : 3;
  return fmin (item->competence, item->reliability);
}

static int
compare_items (const void *a, const void *b)
{
  const TrustItem *first = a;
  const TrustItem *second = b;
  double difference = worth (first) - worth (second);

  if (fabs (difference) > 1e-12)
    return difference > 0 ? 1 : -1;
  return vigie_words_collate (first->system->fact->name, second->system->fact->name);
}

/* Those of which neither pillar is measured come last. */
static gsize
count_drawn (const TrustData *data)
{
  gsize measured = 0;

  while (measured < data->n_items &&
         !(isnan (data->items[measured].competence) && isnan (data->items[measured].reliability)))
    measured++;
  return measured > 0 && data->n_items - measured <= MOST_UNMEASURED_DRAWN ? data->n_items : measured;
}

static TrustData *
collect (const VigieFigure *self)
{
  const VigiePicture *picture = self->picture;
  TrustData *data = g_new0 (TrustData, 1);

  data->items = g_new0 (TrustItem, picture->n_systems);
  data->target = find_target (picture);
  for (gsize i = 0; i < picture->n_systems; i++)
    {
      const VigieSystemPicture *system = &picture->systems[i];
      TrustItem *item = &data->items[data->n_items];

      if (!is_in_use (system))
        continue;
      item->system = system;
      item->hidden = system->users.measured > 0 && system->users.measured < picture->facts->small_group;
      item->competence = item->hidden ? NAN : system->users.competence;
      item->reliability = system->reliability;
      data->n_items++;
      if (isnan (item->competence) || isnan (item->reliability))
        data->unmeasured++;
      else
        data->trusted += item->competence >= data->target && item->reliability >= VIGIE_RELIABLE_FROM;
    }
  if (data->n_items > 0)
    qsort (data->items, data->n_items, sizeof *data->items, compare_items);
  data->n_drawn = count_drawn (data);
  return data;
}

static char *
create_sentence (const TrustData *data)
{
  g_autofree char *trusted = vigie_format_integer (data->trusted);
  g_autofree char *total = vigie_format_integer ((gint64) data->n_items);
  g_autofree char *unmeasured = vigie_format_integer (data->unmeasured);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (data->n_items == 0)
    return g_strdup (_ ("No AI system is in pilot or production."));
  if (data->unmeasured == data->n_items)
    return g_strdup_printf (
      ngettext ("The trust that %s system in use deserves is not measured: nothing is recorded of "
                "its users’ training, or of the evidence that it is reliable.",
                "The trust that %s systems in use deserve is not measured: nothing is recorded of "
                "their users’ training, or of the evidence that they are reliable.",
                (gulong) data->n_items),
      total);
  first = g_strdup_printf (ngettext ("%1$s of %2$s systems in use stands on both pillars, trained users and evidence "
                                     "of reliability.",
                                     "%1$s of %2$s systems in use stand on both pillars, trained users and evidence "
                                     "of reliability.",
                                     data->trusted),
                           trusted, total);
  if (data->unmeasured == 0)
    return g_steal_pointer (&first);
  second = g_strdup_printf (ngettext ("%s is not measured on one of them or on both.",
                                      "%s are not measured on one of them or on both.", data->unmeasured),
                            unmeasured);
  /* Translators: two sentences, one after the other */
  return g_strdup_printf (C_ ("sentences", "%1$s %2$s"), first, second);
}

static void
add_rows (VigieFigure *self, const TrustData *data)
{
  for (gsize i = 0; i < data->n_items; i++)
    {
      const TrustItem *item = &data->items[i];
      const VigieSystemPicture *system = item->system;

      vigie_figure_add_row (self, system->fact->code);
      vigie_figure_add_text (self, system->fact->name, system->fact->code);
      vigie_figure_add_text (self, vigie_stage_group_label (system->group), vigie_stage_group_nick (system->group));
      if (item->hidden)
        {
          vigie_figure_add_hidden (self, system->users.measured);
          vigie_figure_add_hidden (self, system->users.measured);
          vigie_figure_add_hidden (self, system->users.measured);
        }
      else
        {
          vigie_figure_add_count (self, system->users.users);
          vigie_figure_add_count (self, system->users.measured > 0 ? system->users.trained : -1);
          vigie_figure_add_share (self, item->competence, 0);
        }
      vigie_figure_add_share (self, item->reliability, 0);
    }
}

/* What the score of reliability is made of: in the register, and never hidden. */
static void
add_weights (VigieFigure *self)
{
  const VigieFacts *facts = self->picture->facts;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *source = NULL;

  for (gsize i = 0; i < facts->n_weights; i++)
    {
      const VigieFactWeight *weight = &facts->weights[i];
      const char *kind = vigie_enum_label (VIGIE_TYPE_EVIDENCE_KIND, weight->kind);
      g_autofree char *number = vigie_format_integer (weight->weight);
      g_autofree char *item = NULL;

      if (weight->weight == 0)
        continue;
      if (weight->medical_device_only)
        /* Translators: a kind of evidence and its weight */
        item = g_strdup_printf (_ ("%1$s %2$s (medical devices only)"), kind, number);
      else
        /* Translators: a kind of evidence and its weight */
        item = g_strdup_printf (C_ ("weight", "%1$s %2$s"), kind, number);
      if (list->len > 0)
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, item);
    }
  /* Translators: %s is a list of kinds of evidence, each with its weight */
  source = g_strdup_printf (_ ("Weights of evidence: %s."), list->str);
  vigie_figure_add_source (self, source);
}

static void
build (VigieFigure *self)
{
  TrustData *data = collect (self);

  self->data = data;
  self->empty = data->n_items == 0;
  self->sentence = create_sentence (data);
  vigie_figure_add_column (self, "system", C_ ("column", "AI system"), FALSE);
  vigie_figure_add_column (self, "stage", C_ ("column", "Stage"), FALSE);
  vigie_figure_add_column (self, "users", C_ ("column", "Users"), TRUE);
  vigie_figure_add_column (self, "trained", C_ ("column", "Trained"), TRUE);
  vigie_figure_add_column (self, "competence", C_ ("column", "Trained users"), TRUE);
  vigie_figure_add_column (self, "reliability", C_ ("column", "Evidence of reliability"), TRUE);
  add_rows (self, data);
  if (!self->empty)
    add_weights (self);
}

static char *
describe (const VigieFigure *self, const TrustItem *item)
{
  const VigieUsers *users = &item->system->users;
  g_autofree char *competence = vigie_format_percent (item->competence, 0);
  g_autofree char *reliability = vigie_format_percent (item->reliability, 0);
  g_autofree char *trained = vigie_format_integer (users->trained);
  g_autofree char *measured = vigie_format_integer (users->measured);
  g_autofree char *hidden = vigie_figure_dup_hidden_note (self);
  g_autofree char *first = NULL;

  if (item->hidden)
    /* Translators: %s says why */
    first = g_strdup_printf (_ ("trained users %s"), hidden);
  else if (isnan (item->competence))
    first = g_strdup (_ ("trained users not measured"));
  else
    /* Translators: %1$s is a share, %2$s of %3$s people */
    first = g_strdup_printf (_ ("trained users %1$s (%2$s of %3$s)"), competence, trained, measured);
  if (isnan (item->reliability))
    /* Translators: %s is what is known of its users */
    return g_strdup_printf (_ ("%s; evidence of reliability not measured"), first);
  /* Translators: %1$s is what is known of its users, %2$s a share */
  return g_strdup_printf (_ ("%1$s; evidence of reliability %2$s"), first, reliability);
}

/* Of a group that is not shown now it is not told what was so then, either. */
static char *
describe_both (const VigieFigure *self, const TrustItem *item)
{
  const TrustData *before = self->earlier != NULL ? self->earlier->data : NULL;
  g_autofree char *now = describe (self, item);
  g_autofree char *then = NULL;

  for (gsize i = 0; before != NULL && !item->hidden && i < before->n_items; i++)
    if (g_strcmp0 (before->items[i].system->fact->code, item->system->fact->code) == 0)
      then = describe (self->earlier, &before->items[i]);
  return vigie_figure_dup_with_earlier (self, now, then);
}

enum
{
  SERIES_PRODUCTION,
  SERIES_PILOT,
};

static VigieQuadrantItem *
create_items (const VigieFigure *self, GPtrArray *texts)
{
  const TrustData *data = self->data;
  VigieQuadrantItem *items = g_new0 (VigieQuadrantItem, data->n_drawn);

  for (gsize i = 0; i < data->n_drawn; i++)
    {
      const TrustItem *item = &data->items[i];
      char *description = describe_both (self, item);
      gint64 users = item->system->users.users;

      g_ptr_array_add (texts, description);
      items[i] = (VigieQuadrantItem) {
        .x = item->competence,
        .y = item->reliability,
        .previous_x = vigie_figure_get_earlier (self, item->system->fact->code, "competence"),
        .previous_y = vigie_figure_get_earlier (self, item->system->fact->code, "reliability"),
        .size = users >= 0 && !item->hidden ? (double) users : NAN,
        .series = item->system->group == VIGIE_STAGE_GROUP_PRODUCTION ? SERIES_PRODUCTION : SERIES_PILOT,
        .label = item->system->fact->name,
        .description = description,
        /* Those that fall short of a pillar are named before those that do not. */
        .priority = isnan (item->competence) || isnan (item->reliability) ? 0.1 : 2 - worth (item),
        .key = item->system->fact->code,
      };
    }
  return items;
}

/* A round number of users, about the size of the largest system; 0 where nobody counted any. */
static gint64
find_round_size (const TrustData *data)
{
  gint64 most = 0, round = 1;

  for (gsize i = 0; i < data->n_items; i++)
    most = MAX (most, data->items[i].system->users.users);
  if (most == 0)
    return 0;
  while (round * 10 <= most)
    round *= 10;
  return most >= 5 * round ? 5 * round : round;
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const TrustData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieQuadrantItem *items = create_items (self, texts);
  g_autofree char *target = vigie_format_percent (data->target, 0);
  g_autofree char *reliable = vigie_format_percent (VIGIE_RELIABLE_FROM, 0);
  /* Translators: %s is a share */
  g_autofree char *x_label = g_strdup_printf (_ ("target %s"), target);
  /* Translators: %s is a share: from there up a system counts as reliable */
  g_autofree char *y_label = g_strdup_printf (_ ("reliable from %s"), reliable);
  g_autofree char *previous = vigie_figure_dup_earlier_label (self);
  gint64 round = find_round_size (data);
  g_autofree char *users = vigie_format_integer (round);
  g_autofree char *size_label = g_strdup_printf (ngettext ("%s user", "%s users", (gulong) round), users);
  const VigieQuadrantSeries series[] = {
    [SERIES_PRODUCTION] = { vigie_stage_group_label (VIGIE_STAGE_GROUP_PRODUCTION), VIGIE_SYMBOL_CIRCLE,
                            VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },
    [SERIES_PILOT] = { vigie_stage_group_label (VIGIE_STAGE_GROUP_PILOT), VIGIE_SYMBOL_DIAMOND, VIGIE_PAINT_VERMILLION,
                       VIGIE_PATTERN_SOLID },
  };
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_share;
  return vigie_quadrant_layout (
    &(VigieQuadrant) {
      .items = items,
      .n_items = data->n_drawn,
      .series = series,
      .n_series = G_N_ELEMENTS (series),
      .sizes = &(VigieQuadrantSize) { (double) round, size_label },
      .n_sizes = round > 0 ? 1 : 0,
      .x_title = C_ ("axis", "Trained users"),
      .y_title = C_ ("axis", "Evidence of reliability"),
      .x_threshold = data->target,
      .y_threshold = VIGIE_RELIABLE_FROM,
      .x_threshold_label = x_label,
      .y_threshold_label = y_label,
      .top_left_label = C_ ("quadrant", "Train the users"),
      .top_right_label = C_ ("quadrant", "Trust deserved"),
      .bottom_left_label = C_ ("quadrant", "Train and assess"),
      .bottom_right_label = C_ ("quadrant", "Assess the system"),
      .previous_label = previous,
      .x_not_measured_text = C_ ("quadrant", "Training not measured"),
      .y_not_measured_text = C_ ("quadrant", "Reliability not measured"),
      .empty_text = self->sentence,
    },
    &shared);
}

static const char *const compared[] = { "competence", "reliability", NULL };

const VigieFigureKind vigie_figure_trust_map = {
  .id = "trust-map",
  .title = N_ ("Map of trust"),
  .question = N_ ("Which systems deserve trust today?"),
  .definition = "trust-map",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_deployments,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (TRAINING) | VIGIE_MOVED_BY (SAFEGUARD) | VIGIE_MOVED_BY (STAGE),
  .free_data = free_data,
};
