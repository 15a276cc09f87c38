// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which character separates the cells of a CSV file, found in its first records.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-csv-reader.h"

#define RECORDS_LOOKED_AT 50

/* How the records look when they are split at one delimiter. */
typedef struct
{
  guint columns;
  guint records;
  guint alike;
} Look;

static void
end_record (Look *self, guint cells)
{
  if (self->records == 0)
    self->columns = cells;
  self->alike += cells == self->columns;
  self->records++;
}

static Look
look_at (const char *text, gsize size, char delimiter)
{
  Look look = { 0 };
  gboolean quoted = FALSE;
  gboolean at_start = TRUE;
  gboolean blank = TRUE;
  guint cells = 1;

  for (gsize i = 0; i < size && look.records < RECORDS_LOOKED_AT; i++)
    {
      char c = text[i];
      gboolean ends = !quoted && (c == '\n' || (c == '\r' && (i + 1 == size || text[i + 1] != '\n')));

      blank &= ends || c == '\r';
      if (quoted || (c == '"' && at_start))
        {
          quoted = quoted ? c != '"' : TRUE;
          at_start = !quoted;
          continue;
        }
      at_start = c == delimiter || c == '\n' || c == '\r';
      if (c == delimiter)
        cells++;
      else if (ends)
        {
          if (!blank)
            end_record (&look, cells);
          cells = 1;
          blank = TRUE;
        }
    }
  if (look.records == 0)
    end_record (&look, cells);
  return look;
}

/* More than one column, then the greater share of records alike, then more columns. */
static gboolean
is_better (const Look *a, const Look *b)
{
  guint64 share_a = (guint64) a->alike * b->records;
  guint64 share_b = (guint64) b->alike * a->records;

  if ((a->columns > 1) != (b->columns > 1))
    return a->columns > 1;
  if (share_a != share_b)
    return share_a > share_b;
  return a->columns > b->columns;
}

/**
 * vigie_csv_sniff_delimiter:
 * @text: (array length=size): the beginning of a file, from the first record on
 *
 * Returns: `;`, `,` or a tab; `,` where the table has but one column
 */
char
vigie_csv_sniff_delimiter (const char *text, gsize size)
{
  static const char candidates[] = { ',', ';', '\t' };
  char best = candidates[0];
  Look best_look = look_at (text, size, best);

  for (gsize i = 1; i < G_N_ELEMENTS (candidates); i++)
    {
      Look look = look_at (text, size, candidates[i]);

      if (!is_better (&look, &best_look))
        continue;
      best = candidates[i];
      best_look = look;
    }
  return best;
}
