// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Where do skills fall short? Of what each profession must hold in each field of competence, the share
 * that it lacks.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-heat-map.h"
#include "vigie-math.h"
#include "vigie-suppress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  gint64 required;
  gint64 valid;
  gint64 not_measured;
  double targets; /* Σ target × required */
  gint64 people;  /* the most who must hold any one module of the field */
  gboolean hidden;
} SkillCell;

typedef struct
{
  int profession;
  gint64 lacking;
  SkillCell cells[VIGIE_COMPETENCY_COUNT];
} SkillRow;

typedef struct
{
  SkillRow *rows;
  gsize n_rows;
  int columns[VIGIE_COMPETENCY_COUNT];
  gsize n_columns;
  gint64 required;
  gint64 lacking;
} SkillData;

static void
free_data (gpointer pointer)
{
  SkillData *data = pointer;

  g_free (data->rows);
  g_free (data);
}

static void
add_cell (SkillCell *cell, const VigieCoverageCell *coverage)
{
  if (coverage->valid < 0)
    {
      cell->not_measured += coverage->required;
      return;
    }
  cell->required += coverage->required;
  cell->valid += coverage->valid;
  cell->targets += coverage->target * (double) coverage->required;
}

static gboolean
is_asked (const SkillCell *cell)
{
  return cell->required > 0 || cell->not_measured > 0;
}

/* Over all sites together, as the share that is shown: one site short of it does not flag the profession. */
static gboolean
misses_target (const SkillCell *cell)
{
  return (double) cell->valid < cell->targets - 1e-9;
}

static double
share_lacking (const SkillCell *cell)
{
  return vigie_ratio (cell->required - cell->valid, cell->required);
}

/* Where most is missing first. */
static int
compare_rows (const void *a, const void *b)
{
  const SkillRow *first = a;
  const SkillRow *second = b;

  if (first->lacking != second->lacking)
    return first->lacking > second->lacking ? -1 : 1;
  return first->profession - second->profession;
}

/* A profession counts by its people, and not by its people × modules, which would make a small one look large. */
static void
count_people (const VigiePicture *picture, SkillData *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    {
      gint64 heads = vigie_picture_count_heads (picture, data->rows[i].profession);

      for (int c = 0; c < VIGIE_COMPETENCY_COUNT; c++)
        {
          SkillCell *cell = &data->rows[i].cells[c];

          cell->people = heads > 0 ? MIN (heads, cell->required) : cell->required;
        }
    }
}

static void
hide_small (const VigieFacts *facts, SkillData *data)
{
  g_autofree gint64 *sizes = g_new0 (gint64, data->n_rows);
  g_autofree gboolean *hidden = g_new0 (gboolean, data->n_rows);

  for (int c = 0; c < VIGIE_COMPETENCY_COUNT; c++)
    {
      for (gsize i = 0; i < data->n_rows; i++)
        sizes[i] = data->rows[i].cells[c].people;
      vigie_suppress (sizes, data->n_rows, facts->small_group, hidden);
      for (gsize i = 0; i < data->n_rows; i++)
        data->rows[i].cells[c].hidden = hidden[i];
    }
}

static void
keep_rows_and_columns (SkillData *data)
{
  gsize n = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    {
      gboolean asked = FALSE;

      for (int c = 0; c < VIGIE_COMPETENCY_COUNT; c++)
        asked |= is_asked (&data->rows[i].cells[c]);
      if (asked)
        data->rows[n++] = data->rows[i];
    }
  data->n_rows = n;
  for (int c = 0; c < VIGIE_COMPETENCY_COUNT; c++)
    for (gsize i = 0; i < data->n_rows; i++)
      if (is_asked (&data->rows[i].cells[c]))
        {
          data->columns[data->n_columns++] = c;
          break;
        }
}

static SkillData *
collect (const VigieFigure *self)
{
  const VigiePicture *picture = self->picture;
  SkillData *data = g_new0 (SkillData, 1);

  data->n_rows = picture->facts->n_professions;
  data->rows = g_new0 (SkillRow, data->n_rows);
  for (gsize i = 0; i < data->n_rows; i++)
    data->rows[i].profession = (int) i;
  for (gsize i = 0; i < picture->n_cells; i++)
    {
      const VigieCoverageCell *cell = &picture->cells[i];
      int competency = picture->facts->modules[cell->module].competency;

      add_cell (&data->rows[cell->profession].cells[competency], cell);
      if (cell->valid < 0)
        continue;
      data->rows[cell->profession].lacking += cell->required - cell->valid;
      data->required += cell->required;
      data->lacking += cell->required - cell->valid;
    }
  keep_rows_and_columns (data);
  count_people (picture, data);
  hide_small (picture->facts, data);
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  return data;
}

/* The cell where most people × modules are missing. */
static const SkillCell *
find_worst (const SkillData *data, int *profession, int *competency)
{
  const SkillCell *worst = NULL;

  for (gsize i = 0; i < data->n_rows; i++)
    for (gsize c = 0; c < data->n_columns; c++)
      {
        const SkillCell *cell = &data->rows[i].cells[data->columns[c]];

        if (cell->hidden || cell->required == 0 ||
            (worst != NULL && cell->required - cell->valid <= worst->required - worst->valid))
          continue;
        worst = cell;
        *profession = data->rows[i].profession;
        *competency = data->columns[c];
      }
  return worst;
}

static char *
create_sentence (const VigieFigure *self, const SkillData *data)
{
  int profession = 0, competency = 0;
  const SkillCell *worst = find_worst (data, &profession, &competency);
  g_autofree char *lacking = vigie_format_integer (data->lacking);
  g_autofree char *required = vigie_format_integer (data->required);
  g_autofree char *share = vigie_format_percent (vigie_ratio (data->lacking, data->required), 0);
  g_autofree char *cell_share = NULL;

  if (data->n_rows == 0)
    return g_strdup (_ ("No training requirement applies to anybody recorded here."));
  if (worst == NULL)
    return g_strdup (_ ("Whether the trainings required are held is not measured, or the groups are too small to be "
                        "shown."));
  if (data->lacking == 0)
    return g_strdup_printf (
      ngettext ("The %s training required is held.", "All %s trainings required are held.", (gulong) data->required),
      required);
  cell_share = vigie_format_percent (share_lacking (worst), 0);
  /* Translators: %1$s of %2$s trainings, which is the share %3$s; most of them in profession %4$s and field %5$s, where the
     share missing is %6$s */
  return g_strdup_printf (ngettext ("%1$s of %2$s trainings required is missing (%3$s), most of all: %4$s, %5$s (%6$s "
                                    "missing).",
                                    "%1$s of %2$s trainings required are missing (%3$s), most of all: %4$s, %5$s (%6$s "
                                    "missing).",
                                    (gulong) data->lacking),
                          lacking, required, share,
                          vigie_profession_label (&self->picture->facts->professions[profession]),
                          vigie_enum_label (VIGIE_TYPE_COMPETENCY, competency), cell_share);
}

static void
add_cell_text (VigieFigure *self, const SkillCell *cell)
{
  if (!is_asked (cell))
    vigie_figure_add_text (self, "", NULL);
  else if (cell->hidden)
    vigie_figure_add_hidden (self, cell->people);
  else
    vigie_figure_add_share (self, share_lacking (cell), 0);
}

static gboolean
is_any_hidden (const SkillData *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    for (int c = 0; c < VIGIE_COMPETENCY_COUNT; c++)
      if (data->rows[i].cells[c].hidden)
        return TRUE;
  return FALSE;
}

static void
build (VigieFigure *self)
{
  SkillData *data = collect (self);

  self->data = data;
  self->empty = data->n_rows == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "profession", C_ ("column", "Profession"), FALSE);
  for (gsize c = 0; c < data->n_columns; c++)
    vigie_figure_add_column (self, vigie_enum_to_nick (VIGIE_TYPE_COMPETENCY, data->columns[c]),
                             vigie_enum_label (VIGIE_TYPE_COMPETENCY, data->columns[c]), TRUE);
  for (gsize i = 0; i < data->n_rows; i++)
    {
      const VigieFactProfession *profession = &self->picture->facts->professions[data->rows[i].profession];

      vigie_figure_add_row (self, profession->code);
      vigie_figure_add_text (self, vigie_profession_label (profession), profession->code);
      for (gsize c = 0; c < data->n_columns; c++)
        add_cell_text (self, &data->rows[i].cells[data->columns[c]]);
    }
  if (is_any_hidden (data))
    {
      g_autofree char *note = vigie_figure_dup_hidden_note (self);

      vigie_figure_add_source (self, note);
    }
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static VigieHeatCell
create_heat_cell (const VigieFigure *self, const SkillRow *row, int competency, GPtrArray *texts)
{
  const SkillCell *cell = &row->cells[competency];
  const char *key = self->picture->facts->professions[row->profession].code;
  g_autofree char *lacking = vigie_format_integer (cell->required - cell->valid);
  g_autofree char *required = vigie_format_integer (cell->required);
  const char *share;

  if (!is_asked (cell))
    return (VigieHeatCell) { .value = NAN, .absent = TRUE, .description = _ ("nothing required"), .key = key };
  if (cell->hidden)
    return (VigieHeatCell) {
      .value = NAN,
      .hidden = TRUE,
      .text = keep (texts, vigie_figure_dup_hidden (self, cell->people)),
      .description = keep (texts, vigie_figure_dup_hidden_note (self)),
      .key = key,
    };
  if (cell->required == 0)
    return (VigieHeatCell) { .value = NAN, .text = VIGIE_NOT_MEASURED, .description = _ ("not measured"), .key = key };
  share = keep (texts, vigie_format_percent (share_lacking (cell), 0));
  return (VigieHeatCell) {
    .value = share_lacking (cell),
    .flagged = misses_target (cell),
    .text = share,
    /* Translators: %1$s is a share, %2$s trainings missing of %3$s required */
    .description = keep (texts, g_strdup_printf (_ ("%1$s missing (%2$s of %3$s required)"), share, lacking, required)),
    .key = key,
  };
}

/* Beside the same cell of the earlier day, where that could be shown as well; what is not seen in the numbers is none. */
static void
add_earlier (const VigieFigure *self, const SkillRow *row, int competency, VigieHeatCell *heat, GPtrArray *texts)
{
  const SkillData *data = self->earlier != NULL ? self->earlier->data : NULL;

  for (gsize i = 0; data != NULL && i < data->n_rows; i++)
    {
      const SkillCell *then = &data->rows[i].cells[competency];

      if (g_strcmp0 (self->earlier->picture->facts->professions[data->rows[i].profession].code,
                     self->picture->facts->professions[row->profession].code) != 0)
        continue;
      if (isnan (heat->value) || !is_asked (then) || then->hidden || then->required == 0)
        return;
      heat->change = (round (100 * heat->value) - round (100 * share_lacking (then))) / 100;
      heat->description = keep (texts, vigie_figure_dup_with_share (self, heat->description, share_lacking (then)));
      return;
    }
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const SkillData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieHeatCell *cells = g_new0 (VigieHeatCell, data->n_rows * data->n_columns);
  g_autofree const char **rows = g_new0 (const char *, data->n_rows + 1);
  const char *columns[VIGIE_COMPETENCY_COUNT] = { 0 };
  g_autofree char *hidden = vigie_figure_dup_hidden_note (self);
  g_autofree char *day = vigie_format_date (vigie_overview_get_since (self->overview));

  for (gsize c = 0; c < data->n_columns; c++)
    columns[c] = vigie_enum_label (VIGIE_TYPE_COMPETENCY, data->columns[c]);
  for (gsize i = 0; i < data->n_rows; i++)
    {
      rows[i] = vigie_profession_label (&self->picture->facts->professions[data->rows[i].profession]);
      for (gsize c = 0; c < data->n_columns; c++)
        {
          VigieHeatCell *cell = &cells[i * data->n_columns + c];

          *cell = create_heat_cell (self, &data->rows[i], data->columns[c], texts);
          add_earlier (self, &data->rows[i], data->columns[c], cell, texts);
        }
    }
  return vigie_heat_map_layout (
    &(VigieHeatMap) {
      .row_labels = rows,
      .n_rows = data->n_rows,
      .column_labels = columns,
      .n_columns = data->n_columns,
      .cells = cells,
      .scale = VIGIE_HEAT_SEQUENTIAL,
      .minimum = 0,
      .maximum = 1,
      .low_label = C_ ("legend", "nothing missing"),
      .high_label = C_ ("legend", "all missing"),
      .flag_label = C_ ("legend", "target not met"),
      .less_label = keep (texts, g_strdup_printf (C_ ("legend", "less than on %s"), day)),
      .more_label = keep (texts, g_strdup_printf (C_ ("legend", "more than on %s"), day)),
      .not_measured_text = _ ("not measured"),
      .hidden_text = hidden,
      .empty_text = self->sentence,
    },
    frame);
}

static const char *const compared[] = { NULL };

const VigieFigureKind vigie_figure_skills_gap = {
  .id = "skills-gap",
  .title = N_ ("Skills missing by profession"),
  .question = N_ ("Where do skills fall short?"),
  .definition = "skills-gap",
  .page = "training",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_modules,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (TRAINING),
  .free_data = free_data,
};
