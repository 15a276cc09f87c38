// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieBulkLeft:
 * @number: of the row in its file
 * @first: the number of an earlier row of the same record; 0 where none is known
 *
 * A row that is left to vigie_table_put().
 */
typedef struct
{
  guint32 number;
  guint32 first;
} VigieBulkLeft;

G_END_DECLS
