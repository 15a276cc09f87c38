// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieReportError:
 * @VIGIE_REPORT_ERROR_DRAW: the document could not be drawn
 * @VIGIE_REPORT_ERROR_FINISH: the document could not be completed
 * @VIGIE_REPORT_ERROR_SAVE: the document could not be saved where it was asked for
 */
typedef enum
{
  VIGIE_REPORT_ERROR_DRAW,
  VIGIE_REPORT_ERROR_FINISH,
  VIGIE_REPORT_ERROR_SAVE,
} VigieReportError;

#define VIGIE_REPORT_ERROR (vigie_report_error_quark ())
GQuark vigie_report_error_quark (void);

G_END_DECLS
