// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-overview.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieFigure:
 *
 * One governance question, answered from an overview: a sentence, a table and a chart. Immutable,
 * counted by reference.
 */
typedef struct _VigieFigure VigieFigure;

#define VIGIE_TYPE_FIGURE (vigie_figure_get_type ())
GType vigie_figure_get_type (void) G_GNUC_CONST;

/**
 * VigieFigureColumn:
 * @name: stable, for CSV and JSON
 * @label: for people
 * @numeric: set to the right
 */
typedef struct
{
  const char *name;
  char *label;
  gboolean numeric;
} VigieFigureColumn;

/**
 * VigieFigureCell:
 * @text: for people; a dash where it is not measured
 * @raw: (nullable): for machines: a plain number, an ISO date, a code; %NULL where it is not measured; of a
 *   small group that is not shown the same as @text
 */
typedef struct
{
  char *text;
  char *raw;
} VigieFigureCell;

guint vigie_figure_n_kinds (void);
const char *vigie_figure_kind_id (guint kind);
const char *vigie_figure_kind_title (guint kind);
const char *vigie_figure_kind_question (guint kind);
const char *vigie_figure_kind_definition (guint kind);
int vigie_figure_kind_from_id (const char *id);

VigieFigure *vigie_figure_new (guint kind, VigieOverview *overview);
VigieFigure *vigie_figure_new_since (guint kind, VigieOverview *overview);
VigieFigure *vigie_figure_new_beside (guint kind, VigieOverview *overview, VigieOverview *previous);
VigieFigure *vigie_figure_ref (VigieFigure *self);
void vigie_figure_unref (VigieFigure *self);

const char *vigie_figure_get_id (const VigieFigure *self);
const char *vigie_figure_get_title (const VigieFigure *self);
const char *vigie_figure_get_question (const VigieFigure *self);
const char *vigie_figure_get_sentence (const VigieFigure *self);
char *vigie_figure_dup_earlier_sentence (const VigieFigure *self);
GPtrArray *vigie_figure_list_changes (const VigieFigure *self);
char *vigie_figure_dup_events (const VigieFigure *self, guint most);
const char *vigie_figure_get_definition (const VigieFigure *self);
const char *vigie_figure_get_page (const VigieFigure *self);
gboolean vigie_figure_is_empty (const VigieFigure *self);
gboolean vigie_figure_foresees (const VigieFigure *self);
VigieOverview *vigie_figure_get_overview (const VigieFigure *self);

guint vigie_figure_get_n_sources (const VigieFigure *self);
const char *vigie_figure_get_source (const VigieFigure *self, guint index);

guint vigie_figure_get_n_columns (const VigieFigure *self);
const VigieFigureColumn *vigie_figure_get_column (const VigieFigure *self, guint column);
guint vigie_figure_get_n_rows (const VigieFigure *self);
const VigieFigureCell *vigie_figure_get_cell (const VigieFigure *self, guint row, guint column);
const char *vigie_figure_get_row_key (const VigieFigure *self, guint row);

VigieScene *vigie_figure_layout (const VigieFigure *self, const VigieFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFigure, vigie_figure_unref)

G_END_DECLS
