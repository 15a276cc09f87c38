// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieReportError:
 * @VIGIE_REPORT_ERROR_DRAW: the document could not be drawn
 * @VIGIE_REPORT_ERROR_FINISH: the document could not be completed
 * @VIGIE_REPORT_ERROR_SAVE: the document could not be saved where it was asked for
 * @VIGIE_REPORT_ERROR_SECTION: there is no such section
 * @VIGIE_REPORT_ERROR_LOGO: a picture cannot be the logo
 */
typedef enum
{
  VIGIE_REPORT_ERROR_DRAW,
  VIGIE_REPORT_ERROR_FINISH,
  VIGIE_REPORT_ERROR_SAVE,
  VIGIE_REPORT_ERROR_SECTION,
  VIGIE_REPORT_ERROR_LOGO,
} VigieReportError;

#define VIGIE_REPORT_ERROR (vigie_report_error_quark ())
GQuark vigie_report_error_quark (void);

G_END_DECLS
