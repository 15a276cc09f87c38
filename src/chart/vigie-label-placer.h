// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-box.h"

G_BEGIN_DECLS

typedef struct _VigieLabelPlacer VigieLabelPlacer;

VigieLabelPlacer *vigie_label_placer_new (void);
void vigie_label_placer_free (VigieLabelPlacer *self);
void vigie_label_placer_block (VigieLabelPlacer *self, const VigieBox *box);
gboolean vigie_label_placer_place (VigieLabelPlacer *self, const VigieBox *room, double x, double y, double radius,
                                   double width, double height, VigieBox *box);

gboolean vigie_spread (double *middles, const double *lengths, guint n, double from, double to, double gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieLabelPlacer, vigie_label_placer_free)

G_END_DECLS
