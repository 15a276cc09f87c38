// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-figure.h"

G_BEGIN_DECLS

/**
 * VigieFigureRow:
 * @entity: whose record it is
 * @code: of the record
 * @title: the record as a person calls it
 * @detail: (nullable): what of it the mark is made of
 *
 * A record behind a mark of a chart.
 */
typedef struct
{
  const VigieEntity *entity;
  char *code;
  char *title;
  char *detail;
} VigieFigureRow;

GPtrArray *vigie_figure_dup_rows (const VigieFigure *self, const char *key);

G_END_DECLS
