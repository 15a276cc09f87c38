// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scale.h"
#include "vigie-scene-builder.h"

G_BEGIN_DECLS

/**
 * VigieRows:
 * @room: where the rows are, names and all
 * @plot: where their marks are
 * @scale: the rows from top to bottom
 * @lead: from the start of a step to its marks, where names are above
 * @names_above: whether names are above their marks rather than beside them
 * @name_width: the width of the names
 * @name_lines: how many lines a name may take
 * @preferred_height: the height at which every row has room
 *
 * The common form of charts with one row an item: name, marks, numbers.
 */
typedef struct
{
  VigieBox room;
  VigieBox plot;
  VigieBandScale scale;
  double lead;
  gboolean names_above;
  double name_width;
  int name_lines;
  double preferred_height;
} VigieRows;

VigieBox vigie_rows_room (VigieSceneBuilder *builder, double header, double foot);
void vigie_rows_init (VigieRows *self, VigieSceneBuilder *builder, const VigieBox *room, guint n_rows,
                      double longest_name, double right_width);
guint vigie_rows_fit (const VigieRows *self, VigieSceneBuilder *builder, gsize n_rows);
VigieFrame vigie_rows_frame_of_fewer (VigieSceneBuilder *builder);
VigieScene *vigie_rows_and_more (VigieSceneBuilder *builder, VigieScene *fewer, gsize n_more);
VigieBox vigie_rows_band (const VigieRows *self, guint index);
void vigie_rows_name (const VigieRows *self, VigieSceneBuilder *builder, guint index, const char *name, int datum);
void vigie_rows_not_measured (const VigieRows *self, VigieSceneBuilder *builder, guint index, const VigieBox *slot,
                              const char *text, int datum);

G_END_DECLS
