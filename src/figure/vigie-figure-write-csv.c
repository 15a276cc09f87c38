// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A figure's table as CSV (RFC 4180), in UTF-8 with a byte order mark, without which Excel takes it for
 * the code page of the machine. A column of numbers holds plain numbers; a column of words has a second
 * one beside it, of the same name and `_label`, with the words in the reader's language.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-write.h"

#include <string.h>

static gboolean
is_number (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0';
}

/* A spreadsheet would run what begins like a formula: a leading apostrophe makes it words again. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !is_number (text);
}

static void
append_cell (GString *csv, const char *text)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n' && !g_str_has_suffix (csv->str, "\ufeff"))
    g_string_append_c (csv, ',');
  if (text == NULL)
    return;
  if (!is_formula (text) && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append (csv, is_formula (text) ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_header (GString *csv, const VigieFigure *figure)
{
  for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
    {
      const VigieFigureColumn *column = vigie_figure_get_column (figure, c);
      g_autofree char *label = g_strconcat (column->name, "_label", NULL);

      append_cell (csv, column->name);
      if (!column->numeric)
        append_cell (csv, label);
    }
  g_string_append (csv, "\r\n");
}

/**
 * vigie_figure_write_csv:
 *
 * What is not measured is an empty cell; of a small group that is not shown the cell says so.
 *
 * Returns: (transfer full): the table
 */
GBytes *
vigie_figure_write_csv (const VigieFigure *figure)
{
  g_autoptr (GString) csv = g_string_new ("\ufeff");

  append_header (csv, figure);
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    {
      for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
        {
          const VigieFigureCell *cell = vigie_figure_get_cell (figure, row, c);

          append_cell (csv, cell->raw);
          if (!vigie_figure_get_column (figure, c)->numeric)
            append_cell (csv, cell->text);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
