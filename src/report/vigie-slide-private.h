// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"
#include "vigie-proceedings.h"
#include "vigie-scene-builder.h"

G_BEGIN_DECLS

/**
 * VigieSlide:
 * @builder: what is laid out with
 * @overview: the numbers
 * @proceedings: (nullable): the meeting
 * @point: (nullable): the point of its agenda that the slide is about
 * @room: what is left under the title and over the foot
 * @n_data: how many things one can point at so far
 *
 * A slide while it is laid out.
 */
typedef struct
{
  VigieSceneBuilder *builder;
  VigieOverview *overview;
  const VigieProceedings *proceedings;
  const VigieProceedingsItem *point;
  VigieBox room;
  int n_data;
} VigieSlide;

int vigie_slide_add_datum (VigieSlide *self, const VigieBox *box, const char *label, const char *value,
                           const char *key);
double vigie_slide_text (VigieSlide *self, const VigieBox *box, VigieTextRole role, gboolean strong, VigiePaint paint,
                         int max_lines, const char *text);
double vigie_slide_large_text (VigieSlide *self, const VigieBox *box, double larger, VigiePaint paint, int max_lines,
                               const char *text);

void vigie_slide_lay_out_essentials (VigieSlide *self);
void vigie_slide_lay_out_changes (VigieSlide *self);
void vigie_slide_lay_out_cover (VigieSlide *self);
void vigie_slide_lay_out_points (VigieSlide *self);
void vigie_slide_lay_out_point (VigieSlide *self);
void vigie_slide_lay_out_outcome (VigieSlide *self);
void vigie_slide_lay_out_agenda (VigieSlide *self);
void vigie_slide_lay_out_matter (VigieSlide *self, const VigieAgendaItem *item);
void vigie_slide_lay_out_figure (VigieSlide *self, const VigieFigure *figure);
guint vigie_slide_lay_out_rows (VigieSlide *self, const GPtrArray *rows, guint first);

guint vigie_slide_count_matters (const VigieOverview *overview);
char *vigie_slide_dup_when (const VigieAgendaItem *item);

G_END_DECLS
