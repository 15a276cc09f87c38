// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Is it safe in use? Incidents of the last twelve months by month and severity, and the systems that had most, with
 * how many that is for the people who use them.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-math.h"
#include "vigie-stacked-bars.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTHS 12
#define MOST_SYSTEMS 6
#define PER_USERS 1000
/* Of fewer users a single incident makes any rate. */
#define RATE_LEAST_USERS 100
#define RATE_LEAST_WIDTH 600

typedef enum
{
  GRAVITY_SERIOUS,
  GRAVITY_MODERATE,
  GRAVITY_MINOR,
  N_GRAVITIES,
} Gravity;

typedef struct
{
  guint incidents[N_GRAVITIES];
  guint total;
  guint open;
} Count;

typedef struct
{
  const VigieSystemPicture *system;
  gint64 users; /* in production; -1 nobody counted */
  Count count;
} SystemCount;

typedef struct
{
  VigieDate months[MONTHS]; /* the first day of each, the oldest first */
  Count by_month[MONTHS];
  GArray *systems; /* of SystemCount, those with most first */
  Count all;
} IncidentData;

static void
free_data (gpointer pointer)
{
  IncidentData *data = pointer;

  g_array_unref (data->systems);
  g_free (data);
}

static Gravity
gravity_of (gint64 severity)
{
  if (severity >= 4)
    return GRAVITY_SERIOUS;
  return severity == 3 ? GRAVITY_MODERATE : GRAVITY_MINOR;
}

static const char *
gravity_label (Gravity gravity)
{
  if (gravity == GRAVITY_SERIOUS)
    return C_ ("incidents", "Serious (4–5)");
  return gravity == GRAVITY_MODERATE ? C_ ("incidents", "Moderate (3)") : C_ ("incidents", "Minor (1–2)");
}

static const char *
gravity_nick (Gravity gravity)
{
  static const char *const nicks[N_GRAVITIES] = { "serious", "moderate", "minor" };

  return nicks[gravity];
}

static void
add (Count *count, const VigieFactIncident *incident)
{
  count->incidents[gravity_of (incident->severity)]++;
  count->total++;
  count->open += incident->open;
}

/* Which of the months a day is in; -1 before the first of them. */
static int
month_of (const IncidentData *data, VigieDate day)
{
  int month = MONTHS - 1;

  while (month >= 0 && day < data->months[month])
    month--;
  return month;
}

static gint64
count_users (const VigiePicture *picture, int system)
{
  gint64 users = -1;
  gsize n;
  const int *deployments = vigie_picture_list_deployments (picture, system, &n);

  for (gsize i = 0; i < n; i++)
    {
      const VigieDeploymentPicture *deployment = &picture->deployments[deployments[i]];

      if (deployment->group == VIGIE_STAGE_GROUP_PRODUCTION && deployment->users.users >= 0)
        users = MAX (users, 0) + deployment->users.users;
    }
  return users;
}

static gint
compare_systems (gconstpointer a, gconstpointer b)
{
  const SystemCount *first = a;
  const SystemCount *second = b;

  if (first->count.total != second->count.total)
    return first->count.total > second->count.total ? -1 : 1;
  if (first->count.incidents[GRAVITY_SERIOUS] != second->count.incidents[GRAVITY_SERIOUS])
    return first->count.incidents[GRAVITY_SERIOUS] > second->count.incidents[GRAVITY_SERIOUS] ? -1 : 1;
  return g_strcmp0 (first->system->fact->code, second->system->fact->code);
}

static IncidentData *
collect (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  g_autofree Count *by_system = g_new0 (Count, facts->n_systems + 1);
  IncidentData *data = g_new0 (IncidentData, 1);

  for (int month = 0; month < MONTHS; month++)
    data->months[month] = vigie_date_add_months (vigie_date_month_start (facts->as_of), month - MONTHS + 1);
  for (gsize i = 0; i < facts->n_incidents; i++)
    {
      const VigieFactIncident *incident = &facts->incidents[i];
      int month = month_of (data, incident->occurred_on);

      if (month < 0 || incident->deployment < 0)
        continue;
      add (&data->by_month[month], incident);
      add (&data->all, incident);
      add (&by_system[facts->deployments[incident->deployment].system], incident);
    }
  data->systems = g_array_new (FALSE, FALSE, sizeof (SystemCount));
  for (gsize i = 0; i < picture->n_systems; i++)
    {
      int system = (int) (picture->systems[i].fact - facts->systems);
      SystemCount count = { &picture->systems[i], count_users (picture, system), by_system[system] };

      if (count.count.total > 0)
        g_array_append_val (data->systems, count);
    }
  g_array_sort (data->systems, compare_systems);
  return data;
}

static const SystemCount *
system_at (const IncidentData *data, guint index)
{
  return &g_array_index (data->systems, SystemCount, index);
}

static gboolean
has_rate (const SystemCount *count)
{
  return count->users >= RATE_LEAST_USERS;
}

static char *
create_sentence (const VigieFigure *self, const IncidentData *data)
{
  g_autofree char *from = vigie_format_month (data->months[0]);
  g_autofree char *n = vigie_format_integer (data->all.total);
  g_autofree char *serious = vigie_format_integer (data->all.incidents[GRAVITY_SERIOUS]);
  g_autofree char *open = vigie_format_integer (data->all.open);
  g_autofree char *most = NULL;

  if (self->picture->n_systems == 0)
    return g_strdup (_ ("No AI system is recorded yet."));
  if (data->all.total == 0)
    /* Translators: %s is a month */
    return g_strdup_printf (_ ("No incident is recorded since %s, which is not to say that there was none."), from);
  most = vigie_format_integer (system_at (data, 0)->count.total);
  /* Translators: a number of incidents, a month, how many are serious and open, the system with most and its number */
  return g_strdup_printf (
    ngettext ("%1$s incident since %2$s (serious: %3$s; still open: %4$s), with: %5$s (%6$s).",
              "%1$s incidents since %2$s (serious: %3$s; still open: %4$s), most with: %5$s (%6$s).", data->all.total),
    n, from, serious, open, system_at (data, 0)->system->fact->name, most);
}

static void
add_counts (VigieFigure *self, const Count *count)
{
  vigie_figure_add_count (self, count->total);
  for (int gravity = 0; gravity < N_GRAVITIES; gravity++)
    vigie_figure_add_count (self, count->incidents[gravity]);
  vigie_figure_add_count (self, count->open);
}

static void
add_month_row (VigieFigure *self, const IncidentData *data, int month)
{
  g_autofree char *label = vigie_format_month (data->months[month]);
  g_autofree char *key = vigie_date_dup_iso (data->months[month]);

  key[strlen ("YYYY-MM")] = '\0';
  vigie_figure_add_row (self, key);
  vigie_figure_add_text (self, label, key);
  add_counts (self, &data->by_month[month]);
  vigie_figure_add_text (self, "", NULL);
  vigie_figure_add_text (self, "", NULL);
}

static double
rate_of (const SystemCount *count)
{
  return PER_USERS * vigie_ratio (count->count.total, count->users);
}

static void
add_system_row (VigieFigure *self, const SystemCount *count)
{
  const VigieFactSystem *system = count->system->fact;
  g_autofree char *rate = has_rate (count) ? vigie_format_decimal (rate_of (count), 1) : NULL;
  char raw[G_ASCII_DTOSTR_BUF_SIZE];

  vigie_figure_add_row (self, system->code);
  vigie_figure_add_text (self, system->name, system->code);
  add_counts (self, &count->count);
  if (count->users > 0 && count->users < self->picture->facts->small_group)
    vigie_figure_add_hidden (self, count->users);
  else
    vigie_figure_add_count (self, count->users);
  vigie_figure_add_text (self, rate, rate != NULL ? g_ascii_formatd (raw, sizeof raw, "%.4f", rate_of (count)) : NULL);
}

static void
build (VigieFigure *self)
{
  IncidentData *data = collect (self->picture);

  self->data = data;
  self->empty = self->picture->n_systems == 0 || data->all.total == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "item", C_ ("column", "Month, or AI system"), FALSE);
  vigie_figure_add_column (self, "incidents", C_ ("column", "Incidents"), TRUE);
  for (int gravity = 0; gravity < N_GRAVITIES; gravity++)
    vigie_figure_add_column (self, gravity_nick ((Gravity) gravity), gravity_label ((Gravity) gravity), TRUE);
  vigie_figure_add_column (self, "open", C_ ("column", "Still open"), TRUE);
  vigie_figure_add_column (self, "users", C_ ("column", "Users in production"), TRUE);
  vigie_figure_add_column (self, "per_1000_users", C_ ("column", "Incidents for 1,000 users"), TRUE);
  for (int month = 0; month < MONTHS && !self->empty; month++)
    add_month_row (self, data, month);
  for (guint i = 0; i < data->systems->len && !self->empty; i++)
    add_system_row (self, system_at (data, i));
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static const char *
keep_count (GPtrArray *texts, guint n)
{
  return keep (texts, g_strdup_printf (ngettext ("%u incident", "%u incidents", n), n));
}

static VigieStackedRow
create_bar (const Count *count, const char *label, const char *key, VigieStackedSegment *segments, GPtrArray *texts)
{
  for (int gravity = 0; gravity < N_GRAVITIES; gravity++)
    segments[gravity] = (VigieStackedSegment) {
      .value = count->incidents[gravity],
      .text = keep (texts, vigie_format_integer (count->incidents[gravity])),
      .description = keep_count (texts, count->incidents[gravity]),
      .key = key,
    };
  return (VigieStackedRow) {
    .label = label,
    .segments = segments,
    .total_text = keep (texts, vigie_format_integer (count->total)),
    .description = keep_count (texts, count->total),
    .key = key,
  };
}

static VigieScene *
layout_bars (const VigieFigure *self, VigieStackedRow *rows, gsize n_rows, gboolean in_order, GPtrArray *texts,
             const VigieFrame *frame)
{
  static const struct
  {
    VigiePaint paint;
    VigiePattern pattern;
  } looks[N_GRAVITIES] = {
    { VIGIE_PAINT_BAD, VIGIE_PATTERN_SOLID },
    { VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },
    { VIGIE_PAINT_NEUTRAL, VIGIE_PATTERN_SOLID },
  };
  VigieStackedSeries series[N_GRAVITIES];
  VigieFrame counted = *frame;

  counted.format = vigie_figure_format_count;
  for (gsize i = 0; i < n_rows; i++)
    vigie_figure_set_earlier_bar (self, &rows[i], "incidents", texts);
  for (int gravity = 0; gravity < N_GRAVITIES; gravity++)
    series[gravity] =
      (VigieStackedSeries) { gravity_label ((Gravity) gravity), looks[gravity].paint, looks[gravity].pattern };
  return vigie_stacked_bars_layout (
    &(VigieStackedBars) {
      .series = series,
      .n_series = N_GRAVITIES,
      .rows = rows,
      .n_rows = n_rows,
      .in_order = in_order,
      .planned_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    &counted);
}

static VigieScene *
layout_months (const VigieFigure *self, const VigieFrame *frame)
{
  const IncidentData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieStackedSegment segments[MONTHS][N_GRAVITIES];
  VigieStackedRow rows[MONTHS];

  for (int month = 0; month < MONTHS; month++)
    {
      char *key = vigie_date_dup_iso (data->months[month]);

      key[strlen ("YYYY-MM")] = '\0';
      rows[month] = create_bar (&data->by_month[month], keep (texts, vigie_format_month (data->months[month])),
                                keep (texts, key), segments[month], texts);
    }
  return layout_bars (self, rows, self->empty ? 0 : MONTHS, TRUE, texts, frame);
}

static const char *
keep_rate (const SystemCount *count, GPtrArray *texts)
{
  g_autofree char *n = vigie_format_integer (count->count.total);
  g_autofree char *rate = NULL;

  if (!has_rate (count))
    return keep (texts, g_strdup (n));
  rate = vigie_format_decimal (rate_of (count), 1);
  /* Translators: at the end of a bar: incidents, and how many that is for 1,000 users */
  return keep (texts, g_strdup_printf (_ ("%1$s · %2$s for 1,000 users"), n, rate));
}

static VigieScene *
layout_systems (const VigieFigure *self, const VigieFrame *frame)
{
  const IncidentData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieStackedSegment segments[MOST_SYSTEMS][N_GRAVITIES];
  VigieStackedRow rows[MOST_SYSTEMS];
  guint n = MIN (data->systems->len, MOST_SYSTEMS);

  for (guint i = 0; i < n; i++)
    {
      const SystemCount *count = system_at (data, i);

      rows[i] = create_bar (&count->count, count->system->fact->name, count->system->fact->code, segments[i], texts);
      rows[i].description = keep_rate (count, texts);
      if (frame->width >= RATE_LEAST_WIDTH * frame->text_scale)
        rows[i].total_text = rows[i].description;
    }
  return layout_bars (self, rows, n, FALSE, texts, frame);
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  if (self->empty)
    return layout_months (self, frame);
  return vigie_figure_layout_parts (self, layout_months, _ ("AI systems with most incidents"), layout_systems, frame);
}

static const char *const compared[] = { "incidents", "open", NULL };

const VigieFigureKind vigie_figure_incidents = {
  .id = "incidents",
  .title = N_ ("Incidents by month and severity"),
  .question = N_ ("Is it safe in use?"),
  .definition = "incidents",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_incidents,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (INCIDENT),
  .free_data = free_data,
};
