// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A figure as text for a terminal: question, answer, table, definition, sources.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-write.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>

#define WIDEST_COLUMN 48
#define COLUMN_GAP 2

static glong
width_of (const char *text)
{
  return MIN (g_utf8_strlen (text, -1), WIDEST_COLUMN);
}

static void
append_padding (GString *out, glong n)
{
  for (glong i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
append_cell (GString *out, const char *text, glong width, gboolean numeric)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > WIDEST_COLUMN)
    {
      g_autofree char *start = g_utf8_substring (text, 0, WIDEST_COLUMN - 1);

      cut = g_strconcat (start, "…", NULL);
      text = cut;
    }
  if (numeric)
    append_padding (out, width - width_of (text));
  g_string_append (out, text);
  if (!numeric)
    append_padding (out, width - width_of (text));
  append_padding (out, COLUMN_GAP);
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const VigieFigure *figure)
{
  guint n_columns = vigie_figure_get_n_columns (figure);
  g_autofree glong *widths = g_new0 (glong, n_columns);

  for (guint c = 0; c < n_columns; c++)
    {
      widths[c] = width_of (vigie_figure_get_column (figure, c)->label);
      for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
        widths[c] = MAX (widths[c], width_of (vigie_figure_get_cell (figure, row, c)->text));
    }
  for (guint c = 0; c < n_columns; c++)
    append_cell (out, vigie_figure_get_column (figure, c)->label, widths[c],
                 vigie_figure_get_column (figure, c)->numeric);
  end_line (out);
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    {
      for (guint c = 0; c < n_columns; c++)
        append_cell (out, vigie_figure_get_cell (figure, row, c)->text, widths[c],
                     vigie_figure_get_column (figure, c)->numeric);
      end_line (out);
    }
}

/* What the answer was, and what has happened since. */
static void
append_since (GString *out, const VigieFigure *figure, const char *earlier)
{
  g_autoptr (GPtrArray) changes = vigie_figure_list_changes (figure);
  g_autofree char *day = vigie_format_date (vigie_overview_get_since (vigie_figure_get_overview (figure)));

  g_string_append_printf (out, "%s\n", earlier);
  if (changes->len > 0)
    {
      /* Translators: a heading over events; %s is an earlier day */
      g_string_append_printf (out, _ ("Since %s:"), day);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const VigieChange *change = g_ptr_array_index (changes, i);
      g_autofree char *on = change->on != VIGIE_DATE_NONE ? vigie_format_date (change->on) : NULL;

      g_string_append_printf (out, "  %s%s%s\n", on != NULL ? on : "", on != NULL ? "  " : "", change->text);
    }
}

/**
 * vigie_figure_write_text:
 *
 * Returns: (transfer full): the figure as text in UTF-8
 */
GBytes *
vigie_figure_write_text (const VigieFigure *figure)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *earlier = vigie_figure_dup_earlier_sentence (figure);

  g_string_append_printf (out, "%s\n%s\n", vigie_figure_get_question (figure), vigie_figure_get_sentence (figure));
  if (earlier != NULL)
    append_since (out, figure, earlier);
  g_string_append_c (out, '\n');
  if (vigie_figure_get_n_rows (figure) > 0)
    {
      append_table (out, figure);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "%s\n", vigie_figure_get_definition (figure));
  for (guint i = 0; i < vigie_figure_get_n_sources (figure); i++)
    g_string_append_printf (out, "[%u] %s\n", i + 1, vigie_figure_get_source (figure, i));
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
