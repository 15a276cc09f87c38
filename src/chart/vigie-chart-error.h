// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VIGIE_CHART_ERROR:
 *
 * The domain of what may go wrong when a scene becomes a file.
 */
#define VIGIE_CHART_ERROR (vigie_chart_error_quark ())

/**
 * VigieChartError:
 * @VIGIE_CHART_ERROR_SIZE: the scene at this scale is larger than the format can be
 * @VIGIE_CHART_ERROR_DRAW: drawing failed
 * @VIGIE_CHART_ERROR_WRITE: the file could not be written
 */
typedef enum
{
  VIGIE_CHART_ERROR_SIZE,
  VIGIE_CHART_ERROR_DRAW,
  VIGIE_CHART_ERROR_WRITE,
} VigieChartError;

GQuark vigie_chart_error_quark (void);

G_END_DECLS
