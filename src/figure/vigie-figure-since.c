// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a figure said on an earlier day: the same figure, made of the numbers of that day, stands behind it. Its values
 * are a column of the table each, marks of the chart where it has room for them, and a sentence; the events between the
 * two days say why.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-private.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static int
find_column (const VigieFigure *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (vigie_figure_get_column (self, i)->name, name))
      return (int) i;
  return -1;
}

static int
find_row (const VigieFigure *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->keys->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->keys, i), key) == 0)
      return (int) i;
  return -1;
}

static const VigieFigureCell *
find_cell (const VigieFigure *self, const char *key, const char *column)
{
  int c = find_column (self, column);
  int row = find_row (self, key);

  return c >= 0 && row >= 0 ? vigie_figure_get_cell (self, (guint) row, (guint) c) : NULL;
}

/* What stands in place of the number of a small group, for people and for machines. */
static gboolean
is_hidden (const VigieFigureCell *cell)
{
  char *end = NULL;

  if (cell->raw == NULL || !g_str_equal (cell->raw, cell->text))
    return FALSE;
  g_ascii_strtod (cell->raw, &end);
  return *end != '\0';
}

/* A group that is not shown today is not told of the earlier day either: it could be inferred from it. */
static void
add_earlier_cell (const VigieFigure *self, guint row, const char *column, GArray *cells)
{
  const VigieFigureCell *now = vigie_figure_get_cell (self, row, (guint) find_column (self, column));
  const VigieFigureCell *then = find_cell (self->earlier, vigie_figure_get_row_key (self, row), column);
  const VigieFigureCell *told = is_hidden (now) ? now : then;
  VigieFigureCell cell = { g_strdup (told != NULL ? told->text : VIGIE_NOT_MEASURED),
                           told != NULL ? g_strdup (told->raw) : NULL };

  g_array_append_val (cells, cell);
}

static void
add_earlier_columns (VigieFigure *self)
{
  guint n_columns = self->columns->len;
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (VigieFigureCell));
  g_autofree char *day = vigie_format_date (vigie_overview_get_since (self->overview));

  for (guint row = 0; row < self->keys->len; row++)
    {
      g_array_append_vals (cells, vigie_figure_get_cell (self, row, 0), n_columns);
      for (gsize i = 0; self->kind->compared[i] != NULL; i++)
        add_earlier_cell (self, row, self->kind->compared[i], cells);
    }
  for (gsize i = 0; self->kind->compared[i] != NULL; i++)
    {
      const VigieFigureColumn *now =
        vigie_figure_get_column (self, (guint) find_column (self, self->kind->compared[i]));
      /* Translators: the head of a column: %1$s is what is told, %2$s an earlier day that it is told of */
      g_autofree char *label = g_strdup_printf (C_ ("column", "%1$s, %2$s"), now->label, day);
      g_autofree char *name = g_strconcat (now->name, "_before", NULL);

      vigie_figure_add_column (self, g_intern_string (name), label, now->numeric);
    }
  /* The cells went over to the wider table as they are. */
  g_array_set_clear_func (self->cells, NULL);
  g_array_set_size (self->cells, 0);
  g_array_append_vals (self->cells, cells->data, cells->len);
  g_array_set_clear_func (self->cells, vigie_figure_clear_cell);
}

/**
 * vigie_figure_new_beside:
 * @kind: less than vigie_figure_n_kinds()
 * @overview: the numbers it is made of, which know the day that changes are told from
 * @previous: (nullable): of vigie_overview_dup_previous(); %NULL where there is no such day
 *
 * Answers a question, and what the answer was on the day that changes are told from.
 *
 * Returns: (transfer full): the figure; where there is no such day as vigie_figure_new()
 */
VigieFigure *
vigie_figure_new_beside (guint kind, VigieOverview *overview, VigieOverview *previous)
{
  VigieFigure *self = vigie_figure_new (kind, overview);

  if (previous == NULL || self->kind->compared == NULL)
    return self;
  self->earlier = vigie_figure_new (kind, previous);
  if (self->keys->len > 0)
    add_earlier_columns (self);
  return self;
}

/**
 * vigie_figure_new_since:
 *
 * As vigie_figure_new_beside(), of one figure alone.
 */
VigieFigure *
vigie_figure_new_since (guint kind, VigieOverview *overview)
{
  g_autoptr (VigieOverview) previous = vigie_overview_dup_previous (overview);

  return vigie_figure_new_beside (kind, overview, previous);
}

/**
 * vigie_figure_get_earlier:
 * @key: (nullable): of a row
 * @column: its name, one of those that are compared
 *
 * Returns: what the row said on the earlier day; NaN where that is not known, not shown or not asked
 */
double
vigie_figure_get_earlier (const VigieFigure *self, const char *key, const char *column)
{
  const VigieFigureCell *now, *then;

  if (self->earlier == NULL)
    return NAN;
  now = find_cell (self, key, column);
  then = find_cell (self->earlier, key, column);
  if (now == NULL || then == NULL || then->raw == NULL || is_hidden (now) || is_hidden (then))
    return NAN;
  return g_ascii_strtod (then->raw, NULL);
}

/**
 * vigie_figure_dup_earlier_label:
 *
 * Returns: (transfer full) (nullable): what a mark of the earlier day means, for a legend; %NULL where there is none
 */
char *
vigie_figure_dup_earlier_label (const VigieFigure *self)
{
  g_autofree char *day = NULL;

  if (self->earlier == NULL)
    return NULL;
  day = vigie_format_date (vigie_overview_get_since (self->overview));
  /* Translators: %s is the day of the last meeting */
  return g_strdup_printf (C_ ("legend", "on %s"), day);
}

/**
 * vigie_figure_dup_with_earlier:
 * @now: what a mark says
 * @then: (nullable): what it said on the earlier day; %NULL where that is not known
 *
 * Returns: (transfer full): both in words, for those who do not see the mark of the earlier day
 */
char *
vigie_figure_dup_with_earlier (const VigieFigure *self, const char *now, const char *then)
{
  g_autofree char *day = NULL;

  if (self->earlier == NULL || then == NULL)
    return g_strdup (now);
  day = vigie_format_date (vigie_overview_get_since (self->overview));
  /* Translators: what a mark of a chart says, an earlier day, and what it said on that day */
  return g_strdup_printf (C_ ("compared", "%1$s; on %2$s: %3$s"), now, day, then);
}

/**
 * vigie_figure_dup_with_share:
 * @now: what a mark says
 * @then: the share of the earlier day, 0 to 1; NaN where it is not known
 *
 * As vigie_figure_dup_with_earlier().
 */
char *
vigie_figure_dup_with_share (const VigieFigure *self, const char *now, double then)
{
  g_autofree char *text = isnan (then) ? NULL : vigie_format_percent (then, 0);

  return vigie_figure_dup_with_earlier (self, now, text);
}

/**
 * vigie_figure_set_earlier_bar:
 * @row: a bar with a key, whose length is a count
 * @column: the name of the column with that count
 * @texts: keeps what is written
 *
 * Puts around a bar the outline of what it was on the earlier day, and says so.
 */
void
vigie_figure_set_earlier_bar (const VigieFigure *self, VigieStackedRow *row, const char *column, GPtrArray *texts)
{
  double then = vigie_figure_get_earlier (self, row->key, column);
  g_autofree char *text = NULL;

  if (isnan (then))
    return;
  text = vigie_format_integer ((gint64) then);
  row->planned = then;
  g_ptr_array_add (
    texts, vigie_figure_dup_with_earlier (self, row->description != NULL ? row->description : row->total_text, text));
  row->description = texts->pdata[texts->len - 1];
}

/**
 * vigie_figure_dup_earlier_sentence:
 *
 * Returns: (transfer full) (nullable): the answer of the earlier day, with the day; %NULL where nothing is compared
 */
char *
vigie_figure_dup_earlier_sentence (const VigieFigure *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->earlier == NULL)
    return NULL;
  day = vigie_format_date (vigie_overview_get_since (self->overview));
  if (g_str_equal (self->earlier->sentence, self->sentence))
    /* Translators: of the answer to a question; %s is an earlier day */
    return g_strdup_printf (_ ("The answer was the same on %s."), day);
  /* Translators: %1$s is an earlier day, %2$s the answer to a question on that day, a sentence */
  return g_strdup_printf (_ ("On %1$s: %2$s"), day, self->earlier->sentence);
}

/**
 * vigie_figure_list_changes:
 *
 * Returns: (transfer container) (element-type VigieChange): the events since the day that changes are told from which
 *   may have made the figure what it is, what is worse first
 */
GPtrArray *
vigie_figure_list_changes (const VigieFigure *self)
{
  GPtrArray *changes;

  g_return_val_if_fail (self != NULL, NULL);

  changes = vigie_overview_list_changes (self->overview);
  for (guint i = changes->len; i > 0; i--)
    {
      const VigieChange *change = g_ptr_array_index (changes, i - 1);

      if ((self->kind->moved_by & (1u << change->kind)) == 0)
        g_ptr_array_remove_index (changes, i - 1);
    }
  return changes;
}

/**
 * vigie_figure_dup_events:
 * @most: how many are told at most
 *
 * Returns: (transfer full) (nullable): the first of vigie_figure_list_changes() in a sentence; %NULL where there is none
 */
char *
vigie_figure_dup_events (const VigieFigure *self, guint most)
{
  g_autoptr (GPtrArray) changes = vigie_figure_list_changes (self);
  g_autoptr (GString) events = g_string_new (NULL);
  g_autofree char *day = vigie_format_date (vigie_overview_get_since (self->overview));

  if (changes->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (changes->len, most); i++)
    g_string_append_printf (events, "%s%s", i > 0 ? " · " : "",
                            ((const VigieChange *) g_ptr_array_index (changes, i))->text);
  if (changes->len > most)
    {
      g_string_append (events, " · ");
      g_string_append_printf (events, ngettext ("and %u more", "and %u more", changes->len - most),
                              changes->len - most);
    }
  /* Translators: %1$s is the day of the last meeting, %2$s events, set apart by dots */
  return g_strdup_printf (_ ("Since %1$s: %2$s"), day, events->str);
}
