// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * When do we reach the target at this pace; what expires; what changes with more sessions a month? Trainings required
 * and held month by month, what expires for certain, and what follows at the pace of the last months.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"
#include "vigie-figure-trajectory-private.h"

#include "vigie-format.h"
#include "vigie-time-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARKER_CODE "FORMATION-28H-2028"
#define N_BACK VIGIE_TRAJECTORY_BACK
#define N_AHEAD VIGIE_TRAJECTORY_AHEAD

static void
free_data (gpointer pointer)
{
  VigieTrajectoryAnswer *data = pointer;

  g_free (data->trajectory);
  g_free (data);
}

static const VigieFactMilestone *
find_marker (const VigieFacts *facts)
{
  for (gsize i = 0; i < facts->n_milestones; i++)
    if (g_str_equal (facts->milestones[i].code, MARKER_CODE))
      return &facts->milestones[i];
  return NULL;
}

/* Without a day that was asked for, the target is held against the marker. */
static VigieTrajectoryAnswer *
collect (const VigieFigure *self)
{
  VigieTrajectoryAnswer *data = g_new0 (VigieTrajectoryAnswer, 1);

  data->marker = find_marker (self->picture->facts);
  data->what_if = *vigie_scope_get_what_if (vigie_overview_get_scope (self->overview));
  if (data->what_if.target_date == VIGIE_DATE_NONE && data->marker != NULL)
    data->what_if.target_date = data->marker->applies_on;
  data->trajectory = vigie_trajectory_new (self->picture, &data->what_if);
  return data;
}

static gboolean
is_empty (const VigieTrajectory *trajectory)
{
  return trajectory->hidden || isnan (trajectory->today.rate);
}

/* Table */

static void
add_month (VigieFigure *self, VigieDate day, const char *kind, const char *kind_nick)
{
  g_autofree char *iso = vigie_date_dup_iso (day);
  g_autofree char *text = vigie_format_date (day);

  vigie_figure_add_row (self, iso);
  vigie_figure_add_text (self, text, iso);
  vigie_figure_add_text (self, kind, kind_nick);
}

static void
add_shares (VigieFigure *self, const double *shares, gsize n)
{
  for (gsize i = 0; i < n; i++)
    vigie_figure_add_share (self, shares[i], 1);
}

static void
add_history_rows (VigieFigure *self, const VigieTrajectory *trajectory)
{
  const double none[4] = { NAN, NAN, NAN, NAN };

  for (int month = trajectory->first_month; month < N_BACK; month++)
    {
      gboolean measured = trajectory->required[month] > 0;

      add_month (self, trajectory->ends[month], C_ ("kind", "measured"), "measured");
      vigie_figure_add_count (self, measured ? trajectory->required[month] : -1);
      vigie_figure_add_count (self, measured ? trajectory->held[month] : -1);
      vigie_figure_add_share (
        self, measured ? (double) trajectory->held[month] / (double) trajectory->required[month] : NAN, 1);
      vigie_figure_add_count (self, trajectory->gained[month]);
      vigie_figure_add_count (self, -1);
      add_shares (self, none, G_N_ELEMENTS (none));
    }
}

static void
add_today_row (VigieFigure *self, const VigieTrajectory *trajectory)
{
  const double none[4] = { NAN, NAN, NAN, NAN };

  add_month (self, self->picture->facts->as_of, C_ ("kind", "today"), "today");
  vigie_figure_add_count (self, trajectory->today.required);
  vigie_figure_add_count (self, trajectory->today.valid);
  vigie_figure_add_share (self, trajectory->today.rate, 1);
  vigie_figure_add_count (self, -1);
  vigie_figure_add_count (self, -1);
  add_shares (self, none, G_N_ELEMENTS (none));
}

static void
add_ahead_rows (VigieFigure *self, const VigieTrajectory *trajectory)
{
  for (int month = 0; month < N_AHEAD; month++)
    {
      const double shares[] = { trajectory->middle.rates[month], trajectory->slow.rates[month],
                                trajectory->fast.rates[month],
                                trajectory->asked ? trajectory->changed.rates[month] : NAN };

      /* On the last day of a month the month of the day is over: there is nothing ahead in it. */
      if (trajectory->ends[N_BACK + month] == self->picture->facts->as_of)
        continue;
      add_month (self, trajectory->ends[N_BACK + month], C_ ("kind", "forecast"), "forecast");
      vigie_figure_add_count (self, -1);
      vigie_figure_add_count (self, -1);
      vigie_figure_add_share (self, NAN, 1);
      vigie_figure_add_count (self, -1);
      vigie_figure_add_count (self, trajectory->expiring[month]);
      add_shares (self, shares, G_N_ELEMENTS (shares));
    }
}

static void
add_columns (VigieFigure *self)
{
  vigie_figure_add_column (self, "day", C_ ("column", "On"), FALSE);
  vigie_figure_add_column (self, "kind", C_ ("column", "Kind"), FALSE);
  vigie_figure_add_column (self, "required", C_ ("column", "Required"), TRUE);
  vigie_figure_add_column (self, "valid", C_ ("column", "Held"), TRUE);
  vigie_figure_add_column (self, "rate", C_ ("column", "Share held"), TRUE);
  vigie_figure_add_column (self, "gained", C_ ("column", "Trainings gained"), TRUE);
  vigie_figure_add_column (self, "expiring", C_ ("column", "Expiring in the month"), TRUE);
  vigie_figure_add_column (self, "expected", C_ ("column", "Expected at this pace"), TRUE);
  vigie_figure_add_column (self, "slow", C_ ("column", "With slow months"), TRUE);
  vigie_figure_add_column (self, "fast", C_ ("column", "With fast months"), TRUE);
  vigie_figure_add_column (self, "assumed", C_ ("column", "As assumed"), TRUE);
}

static void
add_pace_source (VigieFigure *self, const VigieTrajectory *trajectory)
{
  g_autofree char *slow = vigie_figure_format_count (trajectory->slow.pace, NULL);
  g_autofree char *middle = vigie_figure_format_count (trajectory->middle.pace, NULL);
  g_autofree char *fast = vigie_figure_format_count (trajectory->fast.pace, NULL);
  g_autofree char *months = vigie_format_integer (trajectory->n_pace_months);
  g_autofree char *turnover = vigie_format_percent (trajectory->turnover, 1);
  g_autofree char *source = NULL;

  if (isnan (trajectory->turnover))
    /* Translators: %1$s, %2$s and %3$s are numbers of trainings, %4$s a number of months, more than one */
    source = g_strdup_printf (_ ("Pace: %2$s trainings a month (quartiles %1$s and %3$s) over the last %4$s whole "
                                 "months. Departures are not measured: no end of a job is recorded."),
                              slow, middle, fast, months);
  else
    /* Translators: as above; %5$s is a share */
    source = g_strdup_printf (_ ("Pace: %2$s trainings a month (quartiles %1$s and %3$s) over the last %4$s whole "
                                 "months. Departures: %5$s of people a month."),
                              slow, middle, fast, months, turnover);
  vigie_figure_add_source (self, source);
}

static void
add_sources (VigieFigure *self, const VigieTrajectoryAnswer *data)
{
  if (data->trajectory->forecast)
    add_pace_source (self, data->trajectory);
  if (data->trajectory->counted > 0)
    {
      g_autofree char *counted = vigie_format_integer (data->trajectory->counted);
      g_autofree char *note =
        /* Translators: %s is a number of people × modules */
        g_strdup_printf (ngettext ("Of %s training required only counts are known, handed over by a site: it is taken "
                                   "to be renewed as it expires.",
                                   "Of %s trainings required only counts are known, handed over by a site: they are "
                                   "taken to be renewed as they expire.",
                                   (gulong) data->trajectory->counted),
                         counted);

      vigie_figure_add_source (self, note);
    }
  if (data->marker != NULL)
    {
      g_autofree char *day = vigie_format_date (data->marker->applies_on);
      g_autofree char *source =
        /* Translators: %1$s is a day, %2$s what happens on it, %3$s a legal text */
        g_strdup_printf (_ ("%1$s: %2$s. %3$s."), day,
                         vigie_language_pick (data->marker->label_fr, data->marker->label_en),
                         vigie_language_pick (data->marker->text_fr, data->marker->text_en));

      vigie_figure_add_source (self, source);
    }
}

static void
build (VigieFigure *self)
{
  VigieTrajectoryAnswer *data = collect (self);

  self->data = data;
  self->empty = is_empty (data->trajectory);
  self->sentence = vigie_trajectory_tell (data);
  add_columns (self);
  if (self->empty)
    return;
  add_history_rows (self, data->trajectory);
  add_today_row (self, data->trajectory);
  add_ahead_rows (self, data->trajectory);
  add_sources (self, data);
}

/* Chart */

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static char *
describe_held (gint64 held, gint64 required)
{
  g_autofree char *share = vigie_format_percent ((double) held / (double) required, 0);
  g_autofree char *held_text = vigie_format_integer (held);
  g_autofree char *required_text = vigie_format_integer (required);

  /* Translators: %1$s is a share, %2$s trainings held of %3$s required */
  return g_strdup_printf (_ ("%1$s (%2$s of %3$s required)"), share, held_text, required_text);
}

/* What was expected of the day of a row on the earlier day, beside what is known or expected of it now. */
static char *
describe_with_earlier (const VigieFigure *self, const char *key, char *now)
{
  g_autofree char *described = now;
  double then = vigie_figure_get_earlier (self, key, "expected");
  g_autofree char *share = isnan (then) ? NULL : vigie_format_percent (then, 0);
  /* Translators: %s is a share */
  g_autofree char *expected = isnan (then) ? NULL : g_strdup_printf (C_ ("compared", "%s expected"), share);

  return vigie_figure_dup_with_earlier (self, described, expected);
}

static gsize
list_history (const VigieFigure *self, const VigieTrajectory *trajectory, VigieTimePoint *points, GPtrArray *texts)
{
  VigieDate as_of = self->picture->facts->as_of;
  gsize n = 0;

  for (int month = trajectory->first_month; month < N_BACK; month++)
    {
      gint64 required = trajectory->required[month];
      const char *key = keep (texts, vigie_date_dup_iso (trajectory->ends[month]));

      points[n++] = (VigieTimePoint) {
        .date = trajectory->ends[month],
        .value = required > 0 ? (double) trajectory->held[month] / (double) required : NAN,
        .label = keep (texts, vigie_format_month (trajectory->ends[month])),
        .description =
          required > 0
            ? keep (texts, describe_with_earlier (self, key, describe_held (trajectory->held[month], required)))
            : NULL,
        .key = key,
      };
    }
  points[n++] = (VigieTimePoint) {
    .date = as_of,
    .value = trajectory->today.rate,
    .label = keep (texts, vigie_format_date (as_of)),
    .description = keep (texts, describe_held (trajectory->today.valid, trajectory->today.required)),
    .key = keep (texts, vigie_date_dup_iso (as_of)),
  };
  return n;
}

static char *
describe_forecast (const VigieTrajectory *trajectory, int month)
{
  g_autofree char *middle = vigie_format_percent (trajectory->middle.rates[month], 0);
  g_autofree char *slow = vigie_format_percent (trajectory->slow.rates[month], 0);
  g_autofree char *fast = vigie_format_percent (trajectory->fast.rates[month], 0);
  g_autofree char *changed = vigie_format_percent (trajectory->changed.rates[month], 0);

  if (trajectory->asked)
    /* Translators: all are shares; %1$s is expected between %2$s and %3$s, %4$s under what is assumed */
    return g_strdup_printf (_ ("%1$s expected (%2$s to %3$s), %4$s as assumed"), middle, slow, fast, changed);
  /* Translators: all are shares; %1$s is expected between %2$s and %3$s */
  return g_strdup_printf (_ ("%1$s expected (%2$s to %3$s)"), middle, slow, fast);
}

/* From the end of the next month on: that of the month of the day would stand on today. */
static gsize
list_forecast (const VigieFigure *self, const VigieTrajectory *trajectory, VigieTimeForecast *forecast,
               GPtrArray *texts)
{
  gsize n = 0;

  for (int month = 1; trajectory->forecast && month < N_AHEAD; month++)
    {
      VigieDate end = trajectory->ends[N_BACK + month];
      const char *key = keep (texts, vigie_date_dup_iso (end));

      forecast[n++] = (VigieTimeForecast) {
        .point = { .date = end,
                   .value = trajectory->middle.rates[month],
                   .label = keep (texts, vigie_format_month (end)),
                   .description =
                     keep (texts, describe_with_earlier (self, key, describe_forecast (trajectory, month))),
                   .key = key },
        .low = trajectory->slow.rates[month],
        .high = trajectory->fast.rates[month],
        .other = trajectory->asked ? trajectory->changed.rates[month] : NAN,
      };
    }
  return n;
}

/* What the earlier day measured and what followed from it then, with what was assumed beyond the register. */
static gsize
list_earlier (const VigieFigure *self, VigieTimePoint *points, GPtrArray *texts)
{
  const VigieTrajectoryAnswer *data = self->earlier != NULL ? self->earlier->data : NULL;
  gsize n = 0;

  if (data == NULL || self->earlier->empty)
    return 0;
  points[n++] = (VigieTimePoint) {
    .date = self->earlier->picture->facts->as_of,
    .value = data->trajectory->today.rate,
    .label = keep (texts, vigie_format_date (self->earlier->picture->facts->as_of)),
    .description = keep (texts, describe_held (data->trajectory->today.valid, data->trajectory->today.required)),
  };
  for (int month = 1; data->trajectory->forecast && month < N_AHEAD; month++)
    points[n++] = (VigieTimePoint) { .date = data->trajectory->ends[N_BACK + month],
                                     .value = data->trajectory->middle.rates[month] };
  return n;
}

static gsize
list_bars (const VigieTrajectory *trajectory, VigieTimeBar *bars, GPtrArray *texts)
{
  for (int month = 0; month < N_AHEAD; month++)
    {
      VigieDate end = trajectory->ends[N_BACK + month];
      g_autofree char *count = vigie_format_integer (trajectory->expiring[month]);

      bars[month] = (VigieTimeBar) {
        .from = vigie_date_month_start (end),
        .to = end,
        .count = (double) trajectory->expiring[month],
        .label = keep (texts, vigie_format_month (end)),
        .description =
          /* Translators: %s is a number of trainings */
        keep (texts,
              g_strdup_printf (
                ngettext ("%s training expires", "%s trainings expire", (gulong) trajectory->expiring[month]), count)),
        .key = keep (texts, vigie_date_dup_iso (end)),
      };
    }
  return N_AHEAD;
}

static char *
dup_assumption (const VigieWhatIf *what_if)
{
  g_autofree char *sessions = vigie_format_integer (what_if->more_sessions);
  g_autofree char *seats = vigie_format_integer (what_if->seats);
  g_autofree char *users = vigie_format_integer (what_if->new_users);

  if (what_if->new_users > 0 && what_if->more_sessions > 0)
    /* Translators: %1$s is a number of sessions a month, %2$s of seats in each, %3$s of people */
    return g_strdup_printf (ngettext ("With %1$s more session a month of %2$s seats, and %3$s new users",
                                      "With %1$s more sessions a month of %2$s seats, and %3$s new users",
                                      (gulong) what_if->more_sessions),
                            sessions, seats, users);
  if (what_if->new_users > 0)
    /* Translators: %s is a number of people */
    return g_strdup_printf (ngettext ("With %s new user", "With %s new users", (gulong) what_if->new_users), users);
  /* Translators: %1$s is a number of sessions a month, %2$s of seats in each */
  return g_strdup_printf (ngettext ("With %1$s more session a month of %2$s seats",
                                    "With %1$s more sessions a month of %2$s seats", (gulong) what_if->more_sessions),
                          sessions, seats);
}

static const char *
keep_marker_label (const VigieTrajectoryAnswer *data, GPtrArray *texts)
{
  g_autofree char *month = NULL;

  if (data->marker == NULL)
    return NULL;
  month = vigie_format_month (data->marker->applies_on);
  /* Translators: over a line in a chart: %s is a month; students who begin now learn 28 hours of digital health */
  return keep (texts, g_strdup_printf (C_ ("legend", "%s: first graduates of the 28 hours"), month));
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const VigieTrajectoryAnswer *data = self->data;
  const VigieTrajectory *trajectory = data->trajectory;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieTimePoint history[N_BACK + 1];
  VigieTimeForecast forecast[N_AHEAD];
  VigieTimeBar bars[N_AHEAD];
  VigieTimePoint earlier[N_AHEAD + 1];
  VigieTimeLines lines = { .history = history, .forecast = forecast, .bars = bars, .empty_text = self->sentence };
  g_autofree char *target = vigie_format_percent (trajectory->today.target, 0);
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_share;
  if (self->empty)
    return vigie_time_lines_layout (&lines, &shared);
  lines.n_history = list_history (self, trajectory, history, texts);
  lines.n_forecast = list_forecast (self, trajectory, forecast, texts);
  lines.n_bars = list_bars (trajectory, bars, texts);
  lines.earlier = earlier;
  lines.n_earlier = list_earlier (self, earlier, texts);
  lines.earlier_label = lines.n_earlier > 0 ? keep (texts, vigie_figure_dup_earlier_label (self)) : NULL;
  lines.from = history[0].date;
  lines.to = trajectory->ends[VIGIE_FACTS_MONTHS - 1];
  lines.target = trajectory->today.target;
  lines.marker = data->marker != NULL ? data->marker->applies_on : VIGIE_DATE_NONE;
  lines.history_label = C_ ("legend", "Share of required trainings held");
  lines.middle_label = C_ ("legend", "At this pace");
  lines.band_label = C_ ("legend", "Slow to fast months (quartiles)");
  lines.other_label = trajectory->asked ? keep (texts, dup_assumption (&data->what_if)) : NULL;
  lines.bars_label = _ ("Trainings held today that expire, by month");
  /* Translators: over a line in a chart; %s is a share */
  lines.target_label = keep (texts, g_strdup_printf (C_ ("legend", "Target %s"), target));
  lines.today_label = keep (texts, vigie_format_date (self->picture->facts->as_of));
  lines.marker_label = keep_marker_label (data, texts);
  lines.history_end = keep (texts, vigie_format_percent (trajectory->today.rate, 0));
  lines.middle_end = keep (texts, vigie_format_percent (trajectory->middle.rates[N_AHEAD - 1], 0));
  lines.other_end =
    trajectory->asked ? keep (texts, vigie_format_percent (trajectory->changed.rates[N_AHEAD - 1], 0)) : NULL;
  lines.note = keep (texts, vigie_trajectory_tell_no_forecast ());
  lines.format_count = vigie_figure_format_count;
  return vigie_time_lines_layout (&lines, &shared);
}

static const char *const compared[] = { "expected", NULL };

const VigieFigureKind vigie_figure_training_trajectory = {
  .id = "training-trajectory",
  .title = N_ ("Training: where we are heading"),
  .question = N_ ("When do we reach the target at this pace, and what expires?"),
  .definition = "training-trajectory",
  .page = "training",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_month_modules,
  .compared = compared,
  .foresees = TRUE,
  .moved_by = VIGIE_MOVED_BY (TRAINING),
  .free_data = free_data,
};
