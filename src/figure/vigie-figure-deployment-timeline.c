// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What goes live when, and will its users be trained by then?
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-gantt.h"
#include "vigie-gate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A wall has room for no more names; the table has all. */
#define MOST_ROWS 24
#define MONTHS_BACK 6
#define LEAST_MONTHS 3

static void
free_data (gpointer pointer)
{
  g_array_unref (pointer);
}

static const VigieGate *
gate_at (const VigieFigure *self, guint index)
{
  return &g_array_index ((GArray *) self->data, VigieGate, index);
}

static guint
count_gates (const VigieFigure *self)
{
  return ((GArray *) self->data)->len;
}

static const VigieFactDeployment *
fact_of (const VigieFigure *self, const VigieGate *gate)
{
  return &self->picture->facts->deployments[gate->deployment];
}

static char *
create_sentence (const VigieFigure *self)
{
  guint n = count_gates (self), counts[VIGIE_N_GATE_STATES] = { 0 }, late = 0;
  g_autofree char *n_text = vigie_format_integer (n);
  g_autofree char *ready = NULL;
  g_autofree char *unready = NULL;
  g_autofree char *late_text = NULL;

  for (guint i = 0; i < n; i++)
    {
      counts[gate_at (self, i)->states[VIGIE_GATE_USERS]]++;
      late += fact_of (self, gate_at (self, i))->planned_on < self->picture->facts->as_of;
    }
  if (n == 0)
    return g_strdup (_ ("No go-live is planned within 12 months."));
  ready = vigie_format_integer (counts[VIGIE_GATE_READY] + counts[VIGIE_GATE_NOT_ASKED]);
  unready = vigie_format_integer (counts[VIGIE_GATE_MISSING] + counts[VIGIE_GATE_NEARLY]);
  if (late == 0)
    /* Translators: of %1$s go-lives the users of %2$s are trained, and those of %3$s are not */
    return g_strdup_printf (
      ngettext ("%1$s go-live is planned within 12 months. Users trained: at %2$s; not yet: at %3$s.",
                "%1$s go-lives are planned within 12 months. Users trained: at %2$s; not yet: at %3$s.", n),
      n_text, ready, unready);
  late_text = vigie_format_integer (late);
  /* Translators: as before; the day of %4$s has passed */
  return g_strdup_printf (
    ngettext (
      "%1$s go-live is planned within 12 months. Users trained: at %2$s; not yet: at %3$s; day already past: %4$s.",
      "%1$s go-lives are planned within 12 months. Users trained: at %2$s; not yet: at %3$s; day already past: "
      "%4$s.",
      n),
    n_text, ready, unready, late_text);
}

static gboolean
shows_readiness (const VigieFigure *self, const VigieGate *gate)
{
  gint64 users = self->picture->deployments[gate->deployment].users.users;

  return users <= 0 || users >= self->picture->facts->small_group;
}

static void
add_row (VigieFigure *self, const VigieGate *gate)
{
  const VigieFactDeployment *fact = fact_of (self, gate);
  const VigieDeploymentPicture *deployment = &self->picture->deployments[gate->deployment];
  g_autofree char *name = vigie_figure_dup_deployment_name (self, gate->deployment);
  g_autofree char *since = fact->since != VIGIE_DATE_NONE ? vigie_format_date (fact->since) : NULL;
  g_autofree char *since_iso = fact->since != VIGIE_DATE_NONE ? vigie_date_dup_iso (fact->since) : NULL;
  g_autofree char *day = vigie_format_date (fact->planned_on);
  g_autofree char *iso = vigie_date_dup_iso (fact->planned_on);

  vigie_figure_add_row (self, fact->code);
  vigie_figure_add_text (self, name, fact->code);
  vigie_figure_add_text (self, vigie_stage_group_label (deployment->group), vigie_stage_group_nick (deployment->group));
  vigie_figure_add_text (self, since, since_iso);
  vigie_figure_add_text (self, day, iso);
  if (shows_readiness (self, gate))
    vigie_figure_add_share (self, deployment->readiness, 0);
  else
    vigie_figure_add_hidden (self, deployment->users.users);
  vigie_figure_add_share (self, deployment->target, 0);
  vigie_figure_add_text (self, vigie_gate_state_label (gate->states[VIGIE_GATE_USERS]),
                         vigie_gate_state_nick (gate->states[VIGIE_GATE_USERS]));
}

static void
build (VigieFigure *self)
{
  self->data = vigie_picture_dup_gates (self->picture);
  self->empty = count_gates (self) == 0;
  self->sentence = create_sentence (self);
  vigie_figure_add_column (self, "deployment", C_ ("column", "Go-live"), FALSE);
  vigie_figure_add_column (self, "stage", C_ ("column", "Stage"), FALSE);
  vigie_figure_add_column (self, "since", C_ ("column", "Since"), FALSE);
  vigie_figure_add_column (self, "planned_on", C_ ("column", "Planned on"), FALSE);
  vigie_figure_add_column (self, "readiness", C_ ("column", "Least coverage"), TRUE);
  vigie_figure_add_column (self, "target", C_ ("column", "Target"), TRUE);
  vigie_figure_add_column (self, "users", vigie_gate_criterion_label (VIGIE_GATE_USERS), FALSE);
  for (guint i = 0; i < count_gates (self); i++)
    add_row (self, gate_at (self, i));
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static const VigieGate *
find_earlier (const VigieFigure *self, const char *code)
{
  for (guint i = 0; self->earlier != NULL && i < count_gates (self->earlier); i++)
    if (g_strcmp0 (fact_of (self->earlier, gate_at (self->earlier, i))->code, code) == 0)
      return gate_at (self->earlier, i);
  return NULL;
}

static char *
describe (const VigieFigure *self, const VigieGate *gate, gboolean shown)
{
  const char *state = vigie_gate_state_label (gate->states[VIGIE_GATE_USERS]);
  double readiness = self->picture->deployments[gate->deployment].readiness;
  g_autofree char *day = vigie_format_date (fact_of (self, gate)->planned_on);
  g_autofree char *share = NULL;

  if (!shown || isnan (readiness))
    /* Translators: the day of a go-live, and whether its users are trained */
    return g_strdup_printf (C_ ("go-live", "%1$s, users trained: %2$s"), day, state);
  share = vigie_format_percent (readiness, 0);
  /* Translators: the day of a go-live, whether its users are trained, and the least coverage */
  return g_strdup_printf (C_ ("go-live", "%1$s, users trained: %2$s (%3$s)"), day, state, share);
}

static VigieGanttRow
create_row (const VigieFigure *self, const VigieGate *gate, GPtrArray *texts)
{
  const VigieFactDeployment *fact = fact_of (self, gate);
  const VigieDeploymentPicture *deployment = &self->picture->deployments[gate->deployment];
  const VigieGate *earlier = find_earlier (self, fact->code);
  gboolean shown = shows_readiness (self, gate);
  g_autofree char *now = describe (self, gate, shown);
  g_autofree char *then = NULL;
  const char *share = NULL;

  if (earlier != NULL)
    then = describe (self->earlier, earlier, shown && shows_readiness (self->earlier, earlier));
  if (shown && !isnan (deployment->readiness))
    share = keep (texts, vigie_format_percent (deployment->readiness, 0));
  return (VigieGanttRow) {
    .label = keep (texts, vigie_figure_dup_deployment_name (self, gate->deployment)),
    .from = fact->since,
    .to = fact->planned_on,
    .state = gate->states[VIGIE_GATE_USERS],
    .value_text = share,
    .description = keep (texts, vigie_figure_dup_with_earlier (self, now, then)),
    .key = fact->code,
    .before = earlier != NULL ? fact_of (self->earlier, earlier)->planned_on : VIGIE_DATE_NONE,
    .before_state = earlier != NULL ? earlier->states[VIGIE_GATE_USERS] : 0,
  };
}

/* A month more than the last go-live asks for, so that it does not stand at the edge. */
static VigieDate
find_end (const VigieFigure *self)
{
  VigieDate end = vigie_date_add_months (self->picture->facts->as_of, LEAST_MONTHS);
  guint n = count_gates (self);

  return n > 0 ? MAX (end, vigie_date_add_months (fact_of (self, gate_at (self, n - 1))->planned_on, 1)) : end;
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const VigieGanttState states[VIGIE_N_GATE_STATES] = {
    [VIGIE_GATE_MISSING] = { C_ ("go-live", "users not trained"), VIGIE_SYMBOL_SQUARE, { .fill = VIGIE_PAINT_BAD } },
    [VIGIE_GATE_NEARLY] = { C_ ("go-live", "nearly trained"),
                            VIGIE_SYMBOL_TRIANGLE_UP,
                            { .fill = VIGIE_PAINT_WARNING } },
    [VIGIE_GATE_UNKNOWN] = { vigie_gate_state_label (VIGIE_GATE_UNKNOWN),
                             VIGIE_SYMBOL_CIRCLE,
                             { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH } },
    [VIGIE_GATE_READY] = { C_ ("go-live", "users trained"), VIGIE_SYMBOL_CIRCLE, { .fill = VIGIE_PAINT_GOOD } },
    [VIGIE_GATE_NOT_ASKED] = { C_ ("go-live", "no training required"),
                               VIGIE_SYMBOL_DIAMOND,
                               { .fill = VIGIE_PAINT_NEUTRAL } },
  };
  const VigieFacts *facts = self->picture->facts;
  guint n = MIN (count_gates (self), MOST_ROWS);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieGanttRow *rows = g_new0 (VigieGanttRow, n + 1);

  for (guint i = 0; i < n; i++)
    rows[i] = create_row (self, gate_at (self, i), texts);
  return vigie_gantt_layout (
    &(VigieGantt) {
      .rows = rows,
      .n_rows = n,
      .states = states,
      .n_states = VIGIE_N_GATE_STATES,
      .from = vigie_date_add_months (facts->as_of, -MONTHS_BACK),
      .to = find_end (self),
      .today = facts->as_of,
      .today_label = keep (texts, vigie_format_date (facts->as_of)),
      .past_label = C_ ("legend", "in its present stage"),
      .ahead_label = C_ ("legend", "until it goes live"),
      .before_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .empty_text = self->sentence,
    },
    frame);
}

static const char *const compared[] = { "readiness", NULL };

const VigieFigureKind vigie_figure_deployment_timeline = {
  .id = "deployment-timeline",
  .title = N_ ("Go-lives to come and their users"),
  .question = N_ ("What goes live when, and will its users be trained by then?"),
  .definition = "deployment-timeline",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_deployments,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (STAGE) | VIGIE_MOVED_BY (TRAINING),
  .free_data = free_data,
};
