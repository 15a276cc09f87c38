// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VIGIE_EXCHANGE_ERROR (vigie_exchange_error_quark ())
GQuark vigie_exchange_error_quark (void);

/**
 * VigieExchangeError:
 * @VIGIE_EXCHANGE_ERROR_FORMAT: the file is not what it was read as
 * @VIGIE_EXCHANGE_ERROR_ENCODING: its characters cannot be read
 * @VIGIE_EXCHANGE_ERROR_LIMIT: something in it is larger than any table or register is
 * @VIGIE_EXCHANGE_ERROR_COLUMN: a column is missing, unknown or given twice
 * @VIGIE_EXCHANGE_ERROR_MAPPING: the mapping cannot be followed
 * @VIGIE_EXCHANGE_ERROR_KIND: no such kind of records
 * @VIGIE_EXCHANGE_ERROR_VALUE: a value is not one of its field
 * @VIGIE_EXCHANGE_ERROR_REFUSED: rows were refused, so nothing was written
 */
typedef enum
{
  VIGIE_EXCHANGE_ERROR_FORMAT,
  VIGIE_EXCHANGE_ERROR_ENCODING,
  VIGIE_EXCHANGE_ERROR_LIMIT,
  VIGIE_EXCHANGE_ERROR_COLUMN,
  VIGIE_EXCHANGE_ERROR_MAPPING,
  VIGIE_EXCHANGE_ERROR_KIND,
  VIGIE_EXCHANGE_ERROR_VALUE,
  VIGIE_EXCHANGE_ERROR_REFUSED,
} VigieExchangeError;

G_END_DECLS
