// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What protection is missing on which system? Systems in pilot or production by safeguard.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-state-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  int system;
  VigieDuty duties[VIGIE_SAFEGUARD_KIND_COUNT];
  guint counts[VIGIE_N_DUTY_STATES];
} SafeguardRow;

typedef struct
{
  SafeguardRow *rows;
  gsize n_rows;
  int columns[VIGIE_SAFEGUARD_KIND_COUNT];
  gsize n_columns;
} SafeguardData;

static const char *const state_nicks[VIGIE_N_DUTY_STATES] = {
  "missing", "in_progress", "not_assessed", "later", "met", "not_due",
};

static const char *const state_labels[VIGIE_N_DUTY_STATES] = {
  NC_ ("duty", "missing"),   NC_ ("duty", "in progress"), NC_ ("duty", "not assessed"),
  NC_ ("duty", "due later"), NC_ ("duty", "in place"),    NC_ ("duty", "not due"),
};

static const char *
state_label (VigieDutyState state)
{
  return g_dpgettext2 (NULL, "duty", state_labels[state]);
}

static void
free_data (gpointer pointer)
{
  SafeguardData *data = pointer;

  g_free (data->rows);
  g_free (data);
}

/* A system stands as its deployment that stands worst. */
static void
add_deployment (const VigiePicture *picture, int deployment, SafeguardRow *row)
{
  for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    {
      VigieDuty duty = vigie_picture_duty (picture, deployment, (VigieSafeguardKind) kind);

      if (duty.state < row->duties[kind].state ||
          (duty.state == row->duties[kind].state && row->duties[kind].status < 0))
        row->duties[kind] = duty;
    }
}

static gboolean
is_shown (VigieStageGroup group)
{
  return group == VIGIE_STAGE_GROUP_PILOT || group == VIGIE_STAGE_GROUP_PRODUCTION;
}

/* Where most is missing first, then where most is in progress, and so on. */
static int
compare_rows (const void *a, const void *b)
{
  const SafeguardRow *first = a;
  const SafeguardRow *second = b;

  for (int state = 0; state < VIGIE_DUTY_MET; state++)
    if (first->counts[state] != second->counts[state])
      return first->counts[state] > second->counts[state] ? -1 : 1;
  return first->system - second->system;
}

static SafeguardData *
collect (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  SafeguardData *data = g_new0 (SafeguardData, 1);

  data->rows = g_new0 (SafeguardRow, picture->n_systems);
  for (gsize i = 0; i < picture->n_systems; i++)
    {
      SafeguardRow *row = &data->rows[data->n_rows];
      const int *deployments;
      gsize n;

      if (!is_shown (picture->systems[i].group))
        continue;
      row->system = (int) i;
      for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
        row->duties[kind] = (VigieDuty) { .state = VIGIE_DUTY_NOT_DUE, .status = -1 };
      deployments = vigie_picture_list_deployments (picture, (int) (picture->systems[i].fact - facts->systems), &n);
      for (gsize d = 0; d < n; d++)
        if (is_shown (picture->deployments[deployments[d]].group))
          add_deployment (picture, deployments[d], row);
      for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
        row->counts[row->duties[kind].state]++;
      data->n_rows++;
    }
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  return data;
}

static guint
count_in (const SafeguardData *data, int kind, VigieDutyState state)
{
  guint n = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    n += data->rows[i].duties[kind].state == state ? 1 : 0;
  return n;
}

/* A safeguard that nothing asks of any system here has no column. */
static void
keep_columns (SafeguardData *data)
{
  for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    if (count_in (data, kind, VIGIE_DUTY_NOT_DUE) < data->n_rows)
      data->columns[data->n_columns++] = kind;
}

/* What the sentence says, of systems in production: those in pilot have time to mend it. */
typedef struct
{
  guint systems;
  guint lacking;
  guint unknown; /* of those that lack nothing known */
  int worst;
  guint worst_systems;
} Answer;

static gboolean
is_lacking (VigieDutyState state)
{
  return state == VIGIE_DUTY_MISSING || state == VIGIE_DUTY_IN_PROGRESS;
}

static Answer
find_answer (const VigieFigure *self, const SafeguardData *data)
{
  Answer answer = { .worst = -1 };
  guint lacking[VIGIE_SAFEGUARD_KIND_COUNT] = { 0 };

  for (gsize i = 0; i < data->n_rows; i++)
    {
      const SafeguardRow *row = &data->rows[i];

      if (self->picture->systems[row->system].group != VIGIE_STAGE_GROUP_PRODUCTION)
        continue;
      answer.systems++;
      if (row->counts[VIGIE_DUTY_MISSING] + row->counts[VIGIE_DUTY_IN_PROGRESS] > 0)
        answer.lacking++;
      else if (row->counts[VIGIE_DUTY_NOT_ASSESSED] > 0)
        answer.unknown++;
      for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
        lacking[kind] += is_lacking (row->duties[kind].state) ? 1 : 0;
    }
  for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    if (lacking[kind] > answer.worst_systems)
      {
        answer.worst = kind;
        answer.worst_systems = lacking[kind];
      }
  return answer;
}

static char *
create_sentence (const VigieFigure *self, const SafeguardData *data)
{
  Answer answer = find_answer (self, data);
  g_autofree char *systems = vigie_format_integer (answer.systems);
  g_autofree char *lacking = vigie_format_integer (answer.lacking);
  g_autofree char *unknown = vigie_format_integer (answer.unknown);
  g_autofree char *worst = vigie_format_integer (answer.worst_systems);

  if (data->n_rows == 0)
    return g_strdup (_ ("No AI system is in pilot or production here."));
  if (answer.systems == 0)
    return g_strdup (_ ("No AI system is in production yet; what those in pilot lack is below."));
  if (answer.lacking > 0)
    /* Translators: %1$s of %2$s systems; %3$s is a safeguard, which %4$s systems lack */
    return g_strdup_printf (
      ngettext ("%1$s of %2$s AI systems in production lacks a protection that is due. Most often "
                "not in place: %3$s (%4$s).",
                "%1$s of %2$s AI systems in production lack at least one protection that is due. "
                "Most often not in place: %3$s (%4$s).",
                answer.lacking),
      lacking, systems, vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, answer.worst), worst);
  if (answer.unknown > 0)
    return g_strdup_printf (ngettext ("Of %1$s of %2$s AI systems in production it is not recorded whether every "
                                      "protection that is due is in place.",
                                      "Of %1$s of %2$s AI systems in production it is not recorded whether every "
                                      "protection that is due is in place.",
                                      answer.unknown),
                            unknown, systems);
  return g_strdup_printf (ngettext ("The %s AI system in production has every protection that is due.",
                                    "All %s AI systems in production have every protection that is due.",
                                    answer.systems),
                          systems);
}

static char *
dup_duty (const VigieDuty *duty)
{
  g_autofree char *day = NULL;

  if (duty->state != VIGIE_DUTY_LATER)
    return g_strdup (state_label (duty->state));
  day = vigie_format_date (duty->rule->applies_on);
  /* Translators: of a protection; %s is a day */
  return g_strdup_printf (_ ("due from %s"), day);
}

static gboolean
is_recorded_lacking (const VigieDuty *duty)
{
  return duty->status == VIGIE_SAFEGUARD_STATUS_MISSING || duty->status == VIGIE_SAFEGUARD_STATUS_IN_PROGRESS;
}

/* With what was recorded, where that is not what decides, and with the reason: the law and its article. */
static char *
dup_spoken (const VigieDuty *duty, gboolean with_law)
{
  g_autofree char *state = dup_duty (duty);
  g_autofree char *today = NULL;

  if ((duty->state == VIGIE_DUTY_LATER || duty->state == VIGIE_DUTY_NOT_DUE) && is_recorded_lacking (duty))
    /* Translators: of a protection: “due from 2 Dec 2027, recorded as missing” */
    today = g_strdup_printf (
      _ ("%1$s, recorded as %2$s"), state,
      state_label (duty->status == VIGIE_SAFEGUARD_STATUS_MISSING ? VIGIE_DUTY_MISSING : VIGIE_DUTY_IN_PROGRESS));
  else
    today = g_steal_pointer (&state);
  if (duty->rule == NULL || !with_law)
    return g_steal_pointer (&today);
  /* Translators: how a protection stands, the law that asks for it and its article */
  return g_strdup_printf (C_ ("duty", "%1$s (%2$s, %3$s)"), today,
                          vigie_language_pick (duty->rule->text_fr, duty->rule->text_en), duty->rule->article);
}

static void
add_row (VigieFigure *self, const SafeguardData *data, const SafeguardRow *row)
{
  const VigieSystemPicture *system = &self->picture->systems[row->system];

  vigie_figure_add_row (self, system->fact->code);
  vigie_figure_add_text (self, system->fact->name, system->fact->code);
  vigie_figure_add_text (self, vigie_stage_group_label (system->group), vigie_stage_group_nick (system->group));
  vigie_figure_add_count (self, row->counts[VIGIE_DUTY_MISSING]);
  for (gsize c = 0; c < data->n_columns; c++)
    {
      const VigieDuty *duty = &row->duties[data->columns[c]];
      g_autofree char *text = dup_spoken (duty, FALSE);

      vigie_figure_add_text (self, text, state_nicks[duty->state]);
    }
}

static gboolean
is_shown_rule (const SafeguardData *data, const VigieFactDuty *rule)
{
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].duties[rule->kind].rule == rule)
      return TRUE;
  return FALSE;
}

static gboolean
is_same_law (const VigieFactDuty *a, const VigieFactDuty *b)
{
  return a->applies_on == b->applies_on && a->legal_status == b->legal_status && g_str_equal (a->text_fr, b->text_fr);
}

/* The protections that a law asks for from one day on, each with its article; NULL where @first is not its first rule. */
static char *
list_protections (const VigieFacts *facts, const SafeguardData *data, gsize first)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int last = -1;

  for (gsize i = 0; i < facts->n_duties; i++)
    {
      const VigieFactDuty *rule = &facts->duties[i];
      g_autofree char *item = NULL;

      if (!is_shown_rule (data, rule) || !is_same_law (rule, &facts->duties[first]))
        continue;
      if (i < first)
        return NULL;
      if (rule->kind == last)
        continue;
      last = rule->kind;
      /* Translators: a protection and the article that asks for it */
      item = g_strdup_printf (C_ ("law", "%1$s (%2$s)"), vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, rule->kind),
                              rule->article);
      if (list->len > 0)
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, item);
    }
  return list->len > 0 ? g_string_free_and_steal (g_steal_pointer (&list)) : NULL;
}

/* Why each protection is due: every rule that decides a cell, by law and by the day from which it applies. */
static void
add_rules (VigieFigure *self, const SafeguardData *data)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_duties; i++)
    {
      const VigieFactDuty *rule = &facts->duties[i];
      g_autofree char *protections = is_shown_rule (data, rule) ? list_protections (facts, data, i) : NULL;
      g_autofree char *day = vigie_format_date (rule->applies_on);
      g_autofree char *source = NULL;

      if (protections == NULL)
        continue;
      /* Translators: a law, the day from which it applies, its legal status, and what it asks for */
      source = g_strdup_printf (_ ("%1$s, from %2$s (%3$s): %4$s."), vigie_language_pick (rule->text_fr, rule->text_en),
                                day, vigie_enum_label (VIGIE_TYPE_LEGAL_STATUS, rule->legal_status), protections);
      vigie_figure_add_source (self, source);
    }
}

static void
build (VigieFigure *self)
{
  SafeguardData *data = collect (self->picture);

  keep_columns (data);
  self->data = data;
  self->empty = data->n_rows == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "system", C_ ("column", "AI system"), FALSE);
  vigie_figure_add_column (self, "stage", C_ ("column", "Stage"), FALSE);
  vigie_figure_add_column (self, "missing", C_ ("column", "Missing"), TRUE);
  for (gsize c = 0; c < data->n_columns; c++)
    vigie_figure_add_column (self, vigie_enum_to_nick (VIGIE_TYPE_SAFEGUARD_KIND, data->columns[c]),
                             vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, data->columns[c]), FALSE);
  for (gsize i = 0; i < data->n_rows; i++)
    add_row (self, data, &data->rows[i]);
  add_rules (self, data);
}

static char *
format_more (double value, gpointer data G_GNUC_UNUSED)
{
  gulong n = (gulong) value;
  g_autofree char *count = vigie_format_integer ((gint64) n);

  /* Translators: rows of a chart that have no room */
  return g_strdup_printf (ngettext ("and %s more system, in the table", "and %s more systems, in the table", n), count);
}

static VigieMatrixCell
create_cell (const VigieFigure *self, const SafeguardRow *row, int kind, GPtrArray *texts)
{
  const VigieDuty *duty = &row->duties[kind];
  VigieMatrixCell cell = { .state = duty->state, .key = self->picture->systems[row->system].fact->code };

  if (duty->state == VIGIE_DUTY_LATER)
    {
      int year, month, day;

      vigie_date_get_ymd (duty->rule->applies_on, &year, &month, &day);
      g_ptr_array_add (texts, g_strdup_printf ("%d", year));
      cell.text = texts->pdata[texts->len - 1];
    }
  g_ptr_array_add (texts, dup_spoken (duty, TRUE));
  cell.description = texts->pdata[texts->len - 1];
  return cell;
}

/* A system that was not shown on the earlier day, such as one in study, has no state of it. */
static const SafeguardRow *
find_earlier (const VigieFigure *self, const char *code)
{
  const SafeguardData *data = self->earlier != NULL ? self->earlier->data : NULL;

  for (gsize i = 0; data != NULL && i < data->n_rows; i++)
    if (g_strcmp0 (self->earlier->picture->systems[data->rows[i].system].fact->code, code) == 0)
      return &data->rows[i];
  return NULL;
}

static void
add_earlier (const VigieFigure *self, const SafeguardRow *then, int kind, const VigieMatrixState *states,
             VigieMatrixCell *cell, GPtrArray *texts)
{
  if (then == NULL || then->duties[kind].state == cell->state)
    return;
  cell->before = &states[then->duties[kind].state];
  g_ptr_array_add (texts, vigie_figure_dup_with_earlier (self, cell->description, cell->before->label));
  cell->description = texts->pdata[texts->len - 1];
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const SafeguardData *data = self->data;
  const VigieMatrixState states[VIGIE_N_DUTY_STATES] = {
    [VIGIE_DUTY_MISSING] = { state_label (VIGIE_DUTY_MISSING), VIGIE_SYMBOL_SQUARE, 1, { .fill = VIGIE_PAINT_BAD } },
    [VIGIE_DUTY_IN_PROGRESS] = { state_label (VIGIE_DUTY_IN_PROGRESS),
                                 VIGIE_SYMBOL_TRIANGLE_UP,
                                 0.95,
                                 { .fill = VIGIE_PAINT_WARNING } },
    [VIGIE_DUTY_NOT_ASSESSED] = { state_label (VIGIE_DUTY_NOT_ASSESSED),
                                  VIGIE_SYMBOL_SQUARE,
                                  0,
                                  { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH } },
    [VIGIE_DUTY_LATER] = { state_label (VIGIE_DUTY_LATER),
                           VIGIE_SYMBOL_DIAMOND,
                           0.75,
                           { .fill = VIGIE_PAINT_NEUTRAL } },
    [VIGIE_DUTY_MET] = { state_label (VIGIE_DUTY_MET), VIGIE_SYMBOL_CIRCLE, 0.65, { .fill = VIGIE_PAINT_GOOD } },
    [VIGIE_DUTY_NOT_DUE] = { state_label (VIGIE_DUTY_NOT_DUE),
                             VIGIE_SYMBOL_CIRCLE,
                             1,
                             { .fill = VIGIE_PAINT_TEXT_MUTED },
                             TRUE },
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieMatrixCell *cells = g_new0 (VigieMatrixCell, data->n_rows * data->n_columns);
  g_autofree const char **rows = g_new0 (const char *, data->n_rows + 1);
  const char *columns[VIGIE_SAFEGUARD_KIND_COUNT] = { 0 };
  g_autofree char *earlier = vigie_figure_dup_earlier_label (self);

  for (gsize c = 0; c < data->n_columns; c++)
    columns[c] = vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, data->columns[c]);
  for (gsize i = 0; i < data->n_rows; i++)
    {
      const VigieFactSystem *system = self->picture->systems[data->rows[i].system].fact;
      const SafeguardRow *then = find_earlier (self, system->code);

      rows[i] = system->name;
      for (gsize c = 0; c < data->n_columns; c++)
        {
          VigieMatrixCell *cell = &cells[i * data->n_columns + c];

          *cell = create_cell (self, &data->rows[i], data->columns[c], texts);
          add_earlier (self, then, data->columns[c], states, cell, texts);
        }
    }
  return vigie_state_matrix_layout (
    &(VigieStateMatrix) {
      .states = states,
      .n_states = VIGIE_N_DUTY_STATES,
      .row_labels = rows,
      .n_rows = data->n_rows,
      .column_labels = columns,
      .n_columns = data->n_columns,
      .cells = cells,
      .count_label = C_ ("column", "Missing"),
      .format_more = format_more,
      .format_count = vigie_figure_format_count,
      .axis_title = _ ("AI systems"),
      .before_label = earlier,
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    frame);
}

static const char *const compared[] = { "missing", NULL };

const VigieFigureKind vigie_figure_safeguards = {
  .id = "safeguards",
  .title = N_ ("Safeguards due by system"),
  .question = N_ ("What protection is missing on which system?"),
  .definition = "safeguards-due",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_deployments,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (SAFEGUARD) | VIGIE_MOVED_BY (STAGE),
  .free_data = free_data,
};
