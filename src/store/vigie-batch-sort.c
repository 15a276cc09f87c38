// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The rows of a batch in the order of their key, which is the order of the index that they go into: so each page of it
 * is written once. What differs in a million keys is some thirty bits; with the number of the row behind them they are
 * sorted as one number, digit by digit.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-batch-sort.h"

#include "vigie-memory.h"

#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

typedef struct
{
  guint place;
  gint32 least;
  guint bits;
} Key;

static guint
list_keys (const VigieBatch *batch, Key *keys)
{
  guint n = 0;

  for (guint i = 0; i < batch->entity->n_fields; i++)
    if ((batch->entity->fields[i].flags & VIGIE_FIELD_KEY) != 0)
      keys[n++] = (Key) { .place = batch->places[i] };
  return n;
}

static guint
count_bits (guint64 value)
{
  return value != 0 ? 64 - (guint) __builtin_clzll (value) : 0;
}

/* How many bits the keys take together. */
static guint
measure (const VigieBatch *batch, const guint32 *rows, guint n, Key *keys, guint n_keys)
{
  g_autofree gint32 *most = g_new (gint32, n_keys);
  guint bits = 0;

  for (guint k = 0; k < n_keys; k++)
    keys[k].least = most[k] = vigie_batch_get_row (batch, rows[0])[keys[k].place];
  for (guint i = 1; i < n; i++)
    {
      const gint32 *row = vigie_batch_get_row (batch, rows[i]);

      for (guint k = 0; k < n_keys; k++)
        {
          gint32 value = row[keys[k].place];

          keys[k].least = MIN (keys[k].least, value);
          most[k] = MAX (most[k], value);
        }
    }
  for (guint k = 0; k < n_keys; k++)
    {
      keys[k].bits = count_bits ((guint64) ((gint64) most[k] - keys[k].least));
      bits += keys[k].bits;
    }
  return bits;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const VigieBatch *batch = data;
  const guint32 first = *(const guint32 *) a;
  const guint32 second = *(const guint32 *) b;

  for (guint i = 0; i < batch->entity->n_fields; i++)
    {
      gint32 one = vigie_batch_get (batch, first, i);
      gint32 other = vigie_batch_get (batch, second, i);

      if ((batch->entity->fields[i].flags & VIGIE_FIELD_KEY) != 0 && one != other)
        return one < other ? -1 : 1;
    }
  return (first > second) - (first < second);
}

static gboolean
has_repeats (const VigieBatch *batch, const guint32 *rows, guint n)
{
  for (guint i = 1; i < n; i++)
    if (vigie_batch_same_key (batch, rows[i - 1], rows[i]))
      return TRUE;
  return FALSE;
}

/* Numbers that are sorted by the bits from @from to @to, the others staying in the order they have. */
typedef struct
{
  guint64 *numbers;
  guint64 *room; /* as large */
  guint n;
  guint from;
  guint to;
  guint (*counts)[N_DIGITS]; /* of each digit how often each of its values is there */
} Sorting;

static void
count_digits (Sorting *self, guint64 number)
{
  for (guint shift = self->from, digit = 0; shift < self->to; shift += DIGIT_BITS, digit++)
    self->counts[digit][number >> shift & (N_DIGITS - 1)]++;
}

/* The result is in @numbers. */
static void
sort_numbers (Sorting *self)
{
  for (guint shift = self->from, digit = 0; shift < self->to; shift += DIGIT_BITS, digit++)
    {
      guint *starts = self->counts[digit];
      guint64 *swap = self->numbers;
      guint sum = 0;

      for (guint i = 0; i < N_DIGITS; i++)
        {
          guint count = starts[i];

          starts[i] = sum;
          sum += count;
        }
      for (guint i = 0; i < self->n; i++)
        self->room[starts[self->numbers[i] >> shift & (N_DIGITS - 1)]++] = self->numbers[i];
      self->numbers = self->room;
      self->room = swap;
    }
}

static guint64 *
new_numbers (guint n)
{
  guint64 *numbers = g_new (guint64, n);

  vigie_memory_expect_large (numbers, n * sizeof *numbers);
  return numbers;
}

/* Makes the numbers; returns whether they are in order. */
static gboolean
pack (Sorting *self, const VigieBatch *batch, const guint32 *rows, const Key *keys, guint n_keys)
{
  gboolean in_order = TRUE;

  for (guint i = 0; i < self->n; i++)
    {
      const gint32 *row = vigie_batch_get_row (batch, rows[i]);
      guint64 number = 0;

      for (guint k = 0; k < n_keys; k++)
        number = number << keys[k].bits | (guint64) ((gint64) row[keys[k].place] - keys[k].least);
      self->numbers[i] = number << self->from | rows[i];
      in_order = in_order && (i == 0 || self->numbers[i - 1] < self->numbers[i]);
      count_digits (self, self->numbers[i]);
    }
  return in_order;
}

/* Returns whether two are of one key. */
static gboolean
sort_packed (const VigieBatch *batch, guint32 *rows, guint n, const Key *keys, guint n_keys, guint bits, guint row_bits)
{
  Sorting sorting = { .numbers = new_numbers (n), .n = n, .from = row_bits, .to = row_bits + bits };
  gboolean repeats = FALSE;

  sorting.counts = g_malloc0 (((gsize) bits / DIGIT_BITS + 1) * sizeof *sorting.counts);
  if (!pack (&sorting, batch, rows, keys, n_keys))
    {
      sorting.room = new_numbers (n);
      sort_numbers (&sorting);
    }
  for (guint i = 0; i < n; i++)
    {
      repeats = repeats || (i > 0 && sorting.numbers[i] >> row_bits == sorting.numbers[i - 1] >> row_bits);
      rows[i] = (guint32) (sorting.numbers[i] & ((G_GUINT64_CONSTANT (1) << row_bits) - 1));
    }
  g_free (sorting.counts);
  g_free (sorting.room);
  g_free (sorting.numbers);
  return repeats;
}

/**
 * vigie_batch_sort:
 * @batch: of which something is said of each key
 * @rows: (array length=n): which rows, from the first to the last; put in the order of their keys, those of one key
 *   from the first to the last
 *
 * Returns: whether any key is that of more than one of them
 */
gboolean
vigie_batch_sort (const VigieBatch *batch, guint32 *rows, guint n)
{
  g_autofree Key *keys = g_new (Key, batch->entity->n_fields);
  guint n_keys = list_keys (batch, keys);
  guint row_bits = count_bits (batch->n_rows);
  guint bits;

  if (n < 2)
    return FALSE;
  bits = measure (batch, rows, n, keys, n_keys);
  if (bits + row_bits <= 64)
    return sort_packed (batch, rows, n, keys, n_keys, bits, row_bits);
  g_sort_array (rows, n, sizeof *rows, compare_rows, (gpointer) batch);
  return has_repeats (batch, rows, n);
}

/**
 * vigie_batch_same_key:
 *
 * Returns: whether rows @a and @b are of one record
 */
gboolean
vigie_batch_same_key (const VigieBatch *batch, guint32 a, guint32 b)
{
  for (guint i = 0; i < batch->entity->n_fields; i++)
    if ((batch->entity->fields[i].flags & VIGIE_FIELD_KEY) != 0 &&
        vigie_batch_get (batch, a, i) != vigie_batch_get (batch, b, i))
      return FALSE;
  return TRUE;
}
