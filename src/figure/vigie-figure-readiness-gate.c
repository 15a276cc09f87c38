// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which next go-lives are ready, and what is missing?
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-gate.h"
#include "vigie-state-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

static char *
list_missing (const VigieGate *gate)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    if (gate->states[i] < VIGIE_GATE_READY)
      g_string_append_printf (list, "%s%s", list->len > 0 ? C_ ("list", ", ") : "",
                              vigie_gate_criterion_label ((VigieGateCriterion) i));
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* The first that is not ready: what a committee has to speak of. */
static const VigieGate *
find_next (const VigieFigure *self)
{
  for (guint i = 0; i < count_gates (self); i++)
    if (gate_at (self, i)->verdict != VIGIE_GATE_READY)
      return gate_at (self, i);
  return NULL;
}

static char *
create_sentence (const VigieFigure *self)
{
  guint n = count_gates (self), ready = 0;
  const VigieGate *next = find_next (self);
  g_autofree char *n_text = vigie_format_integer (n);
  g_autofree char *ready_text = NULL;
  g_autofree char *day = NULL;
  g_autofree char *missing = NULL;

  for (guint i = 0; i < n; i++)
    ready += gate_at (self, i)->verdict == VIGIE_GATE_READY;
  if (n == 0)
    return g_strdup (_ ("No go-live is planned within 12 months."));
  if (next == NULL)
    return g_strdup_printf (ngettext ("The %s go-live planned within 12 months is ready.",
                                      "All %s go-lives planned within 12 months are ready.", n),
                            n_text);
  ready_text = vigie_format_integer (ready);
  day = vigie_format_date (self->picture->facts->deployments[next->deployment].planned_on);
  missing = list_missing (next);
  /* Translators: of %1$s go-lives %2$s are ready; the next that is not is that of the system %3$s on the day %4$s, for
   * want of the list %5$s */
  return g_strdup_printf (
    ngettext (
      "Of %1$s go-live planned within 12 months, ready: %2$s. %3$s, on %4$s, still needs: %5$s.",
      "Of %1$s go-lives planned within 12 months, ready: %2$s. The next that is not, %3$s on %4$s, still needs: "
      "%5$s.",
      n),
    n_text, ready_text, self->picture->deployments[next->deployment].system->name, day, missing);
}

static void
add_row (VigieFigure *self, const VigieGate *gate)
{
  const VigieFactDeployment *fact = &self->picture->facts->deployments[gate->deployment];
  const VigieDeploymentPicture *deployment = &self->picture->deployments[gate->deployment];
  g_autofree char *name = vigie_figure_dup_deployment_name (self, gate->deployment);
  g_autofree char *day = vigie_format_date (fact->planned_on);
  g_autofree char *iso = vigie_date_dup_iso (fact->planned_on);

  vigie_figure_add_row (self, fact->code);
  vigie_figure_add_text (self, name, fact->code);
  vigie_figure_add_text (self, day, iso);
  vigie_figure_add_text (self, vigie_gate_state_label (gate->verdict), vigie_gate_state_nick (gate->verdict));
  if (deployment->users.users > 0 && deployment->users.users < self->picture->facts->small_group)
    vigie_figure_add_hidden (self, deployment->users.users);
  else
    vigie_figure_add_share (self, deployment->readiness, 0);
  vigie_figure_add_share (self, deployment->target, 0);
  vigie_figure_add_share (self, gate->reliability, 0);
  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    vigie_figure_add_text (self, vigie_gate_state_label (gate->states[i]), vigie_gate_state_nick (gate->states[i]));
}

static void
build (VigieFigure *self)
{
  self->data = vigie_picture_dup_gates (self->picture);
  self->empty = count_gates (self) == 0;
  self->sentence = create_sentence (self);
  vigie_figure_add_column (self, "deployment", C_ ("column", "Go-live"), FALSE);
  vigie_figure_add_column (self, "planned_on", C_ ("column", "Planned on"), FALSE);
  vigie_figure_add_column (self, "verdict", C_ ("column", "Verdict"), FALSE);
  vigie_figure_add_column (self, "readiness", C_ ("column", "Least coverage"), TRUE);
  vigie_figure_add_column (self, "target", C_ ("column", "Target"), TRUE);
  vigie_figure_add_column (self, "reliability", C_ ("column", "Reliability"), TRUE);
  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    vigie_figure_add_column (self, vigie_gate_criterion_nick ((VigieGateCriterion) i),
                             vigie_gate_criterion_label ((VigieGateCriterion) i), FALSE);
  for (guint i = 0; i < count_gates (self); i++)
    add_row (self, gate_at (self, i));
}

static char *
format_more (double value, gpointer data G_GNUC_UNUSED)
{
  gulong n = (gulong) value;
  g_autofree char *count = vigie_format_integer ((gint64) n);

  /* Translators: rows of a chart that have no room */
  return g_strdup_printf (ngettext ("and %s more go-live, in the table", "and %s more go-lives, in the table", n),
                          count);
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
    {
      const VigieGate *gate = gate_at (self->earlier, i);

      if (g_strcmp0 (self->earlier->picture->deployments[gate->deployment].fact->code, code) == 0)
        return gate;
    }
  return NULL;
}

static void
add_earlier (const VigieFigure *self, const VigieMatrixState *states, VigieMatrixCell *cells, GPtrArray *texts)
{
  const VigieGate *earlier = find_earlier (self, cells[0].key);

  for (int i = 0; earlier != NULL && i < VIGIE_N_GATE_CRITERIA; i++)
    if (earlier->states[i] != cells[i].state)
      {
        const char *now = cells[i].description != NULL ? cells[i].description : states[cells[i].state].label;

        cells[i].before = &states[earlier->states[i]];
        cells[i].description = keep (texts, vigie_figure_dup_with_earlier (self, now, cells[i].before->label));
      }
}

static void
add_cells (const VigieFigure *self, const VigieGate *gate, VigieMatrixCell *cells, GPtrArray *texts)
{
  const VigieDeploymentPicture *deployment = &self->picture->deployments[gate->deployment];
  gboolean shown = deployment->users.users < 0 || deployment->users.users >= self->picture->facts->small_group;

  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    cells[i] = (VigieMatrixCell) { .state = gate->states[i], .key = deployment->fact->code };
  if (shown && !isnan (deployment->readiness) && !isnan (deployment->target))
    cells[VIGIE_GATE_USERS].text = keep (texts, vigie_format_percent (deployment->readiness, 0));
  if (!isnan (gate->reliability))
    cells[VIGIE_GATE_RELIABILITY].text = keep (texts, vigie_format_percent (gate->reliability, 0));
  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    if (cells[i].text != NULL)
      /* Translators: how far something is, and its share */
      cells[i].description = keep (texts, g_strdup_printf (C_ ("go-live", "%1$s (%2$s)"),
                                                           vigie_gate_state_label (gate->states[i]), cells[i].text));
}

static const char *
keep_row_label (const VigieFigure *self, const VigieGate *gate, GPtrArray *texts)
{
  g_autofree char *name = vigie_figure_dup_deployment_name (self, gate->deployment);
  g_autofree char *day = vigie_format_date (self->picture->facts->deployments[gate->deployment].planned_on);

  /* Translators: an AI system and the establishment where it goes live; or both, and the day */
  return keep (texts, g_strdup_printf (C_ ("go-live", "%1$s, %2$s"), name, day));
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const VigieMatrixState states[VIGIE_N_GATE_STATES] = {
    [VIGIE_GATE_MISSING] = { vigie_gate_state_label (VIGIE_GATE_MISSING),
                             VIGIE_SYMBOL_SQUARE,
                             1,
                             { .fill = VIGIE_PAINT_BAD } },
    [VIGIE_GATE_NEARLY] = { vigie_gate_state_label (VIGIE_GATE_NEARLY),
                            VIGIE_SYMBOL_TRIANGLE_UP,
                            0.95,
                            { .fill = VIGIE_PAINT_WARNING } },
    [VIGIE_GATE_UNKNOWN] = { vigie_gate_state_label (VIGIE_GATE_UNKNOWN),
                             VIGIE_SYMBOL_SQUARE,
                             0,
                             { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH } },
    [VIGIE_GATE_READY] = { vigie_gate_state_label (VIGIE_GATE_READY),
                           VIGIE_SYMBOL_CIRCLE,
                           0.65,
                           { .fill = VIGIE_PAINT_GOOD } },
    [VIGIE_GATE_NOT_ASKED] = { vigie_gate_state_label (VIGIE_GATE_NOT_ASKED),
                               VIGIE_SYMBOL_CIRCLE,
                               1,
                               { .fill = VIGIE_PAINT_TEXT_MUTED },
                               TRUE },
  };
  guint n = count_gates (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieMatrixCell *cells = g_new0 (VigieMatrixCell, n * VIGIE_N_GATE_CRITERIA + 1);
  g_autofree const char **rows = g_new0 (const char *, n + 1);
  const char *columns[VIGIE_N_GATE_CRITERIA];

  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    columns[i] = vigie_gate_criterion_label ((VigieGateCriterion) i);
  for (guint i = 0; i < n; i++)
    {
      rows[i] = keep_row_label (self, gate_at (self, i), texts);
      add_cells (self, gate_at (self, i), &cells[i * VIGIE_N_GATE_CRITERIA], texts);
      add_earlier (self, states, &cells[i * VIGIE_N_GATE_CRITERIA], texts);
    }
  return vigie_state_matrix_layout (
    &(VigieStateMatrix) {
      .states = states,
      .n_states = VIGIE_N_GATE_STATES,
      .row_labels = rows,
      .n_rows = n,
      .column_labels = columns,
      .n_columns = VIGIE_N_GATE_CRITERIA,
      .cells = cells,
      .format_more = format_more,
      .format_count = vigie_figure_format_count,
      .axis_title = _ ("go-lives"),
      .before_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    frame);
}

static const char *const compared[] = { "readiness", NULL };

const VigieFigureKind vigie_figure_readiness_gate = {
  .id = "readiness-gate",
  .title = N_ ("Next go-lives and what they need"),
  .question = N_ ("Which next go-lives are ready, and what is missing?"),
  .definition = "readiness-gate",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_deployments,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (STAGE) | VIGIE_MOVED_BY (TRAINING) | VIGIE_MOVED_BY (SAFEGUARD),
  .free_data = free_data,
};
