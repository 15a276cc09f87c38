// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/* What stands in a ZIP archive, such as a workbook. */

char *zip_probe_dup_part (const char *bytes, gsize size, const char *name);
