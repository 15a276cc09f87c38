// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-oracle.h"

#include <math.h>
#include <string.h>

#define PARTED_BY "\x1f"

static char *
read_sql (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "tests", "oracle", name, NULL);
  g_autoptr (GError) error = NULL;
  char *sql = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  return sql;
}

/**
 * vigie_oracle_ask:
 * @path: a register
 * @id: of a figure
 * @more: (nullable): a question asked after the one of @id
 * @as_of: a date
 *
 * Returns: (transfer full): rows of cells; the first row has the names of the columns
 */
GPtrArray *
vigie_oracle_ask (const char *path, const char *id, const char *more, const char *as_of)
{
  g_autofree char *file = g_strconcat (id, ".sql", NULL);
  g_autofree char *cells = read_sql ("cells.sql");
  g_autofree char *first = read_sql (file);
  g_autofree char *second = more != NULL ? read_sql (more) : g_strdup ("");
  g_autofree char *question = g_strconcat (first, second, NULL);
  g_autofree char *day = g_strdup_printf (".parameter set :as_of \"'%s'\"", as_of);
  g_autofree char *script =
    g_strconcat (day, "\n.mode list\n.headers on\n.separator \"\\037\"\n", cells, question, NULL);
  g_autofree char *uri = g_strconcat ("file:", path, "?mode=ro", NULL);
  g_autofree char *answer = NULL;
  g_autofree char *complaint = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) sqlite = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  sqlite =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                      &error, "sqlite3", "-bail", "-init", "/dev/null", uri, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (sqlite, script, NULL, &answer, &complaint, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_subprocess_get_successful (sqlite));
  lines = g_strsplit (g_strchomp (answer), "\n", 0);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], PARTED_BY, 0));
  return rows;
}

int
vigie_oracle_find_column (const VigieFigure *figure, const char *name)
{
  for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
    if (g_str_equal (vigie_figure_get_column (figure, c)->name, name))
      return (int) c;
  return -1;
}

int
vigie_oracle_find_row (const VigieFigure *figure, const char *key)
{
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    if (g_strcmp0 (vigie_figure_get_row_key (figure, row), key) == 0)
      return (int) row;
  return -1;
}

/* A small group is hidden and cannot be compared; how many are is asserted by the test of it. */
static gboolean
is_hidden (const VigieFigureCell *cell)
{
  return cell->raw != NULL && (*cell->raw == '<' || g_str_equal (cell->raw, "hidden"));
}

/* Shares have four decimals, and a tie of the fifth may be rounded either way. */
static gboolean
is_same (const char *ours, const char *theirs)
{
  if (ours == NULL || strchr (ours, '.') == NULL || strchr (theirs, '.') == NULL)
    return g_strcmp0 (ours != NULL ? ours : "", theirs) == 0;
  return fabs (g_ascii_strtod (ours, NULL) - g_ascii_strtod (theirs, NULL)) < 1.1e-4;
}

static void differ (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* All differences are told, and not only the first. */
static void
differ (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s", text);
  g_test_fail ();
}

/* A figure that has nothing to say has no rows at all. */
static gboolean
says_nothing (char **cells)
{
  for (gsize c = 1; cells[c] != NULL; c++)
    if (strspn (cells[c], "0.") != strlen (cells[c]))
      return FALSE;
  return TRUE;
}

static guint
compare_row (const VigieFigure *figure, char **names, char **cells)
{
  int row = vigie_oracle_find_row (figure, cells[0]);
  guint compared = 0;

  if (vigie_figure_get_n_rows (figure) == 0 && says_nothing (cells))
    return 0;
  if (row < 0)
    {
      differ ("%s: the oracle has a row “%s”, the figure has not", vigie_figure_get_id (figure), cells[0]);
      return 0;
    }
  for (gsize c = 1; names[c] != NULL; c++)
    {
      int column = vigie_oracle_find_column (figure, names[c]);
      const VigieFigureCell *cell;

      /* A column of which there is nothing to say has no place in the table. */
      if (column < 0)
        {
          if (*cells[c] != '\0')
            differ ("%s, %s, %s: the oracle says “%s”, the figure has no such column", vigie_figure_get_id (figure),
                    cells[0], names[c], cells[c]);
          continue;
        }
      cell = vigie_figure_get_cell (figure, (guint) row, (guint) column);
      if (is_hidden (cell))
        continue;
      if (!is_same (cell->raw, cells[c]))
        differ ("%s, %s, %s: the figure says “%s”, the oracle “%s”", vigie_figure_get_id (figure), cells[0], names[c],
                cell->raw, cells[c]);
      compared++;
    }
  return compared;
}

/* Stages that nothing is at, and months in which nothing happened, have rows of the figure. */
static gboolean
is_nothing (const VigieFigure *figure, guint row, char **names)
{
  for (gsize c = 1; names[c] != NULL; c++)
    {
      int column = vigie_oracle_find_column (figure, names[c]);
      const char *raw = column >= 0 ? vigie_figure_get_cell (figure, row, (guint) column)->raw : NULL;

      if (raw != NULL && strspn (raw, "0.") != strlen (raw))
        {
          g_test_message ("%s: %s", names[c], raw);
          return FALSE;
        }
    }
  return TRUE;
}

/* A total has no key. */
static gboolean
is_recounted (GPtrArray *rows, const char *key)
{
  for (guint i = 1; i < rows->len && key != NULL; i++)
    if (g_str_equal (((char **) g_ptr_array_index (rows, i))[0], key))
      return TRUE;
  return key == NULL;
}

static guint
compare_overview (VigieStore *store, VigieOverview *overview, const char *id, const char *as_of)
{
  g_autoptr (VigieFigure) figure = vigie_figure_new ((guint) vigie_figure_kind_from_id (id), overview);
  g_autoptr (GPtrArray) rows = vigie_oracle_ask (vigie_store_get_path (store), id, NULL, as_of);
  guint compared = 0;

  for (guint i = 1; i < rows->len; i++)
    compared += compare_row (figure, g_ptr_array_index (rows, 0), g_ptr_array_index (rows, i));
  for (guint row = 0; rows->len > 0 && row < vigie_figure_get_n_rows (figure); row++)
    if (!is_recounted (rows, vigie_figure_get_row_key (figure, row)) &&
        !is_nothing (figure, row, g_ptr_array_index (rows, 0)))
      differ ("%s: the figure has a row “%s”, the oracle has not", id, vigie_figure_get_row_key (figure, row));
  g_test_message ("%s on %s: %u cells compared", id, as_of, compared);
  return compared;
}

static VigieOverview *
load_overview (VigieStore *store, const char *as_of)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (as_of), NULL, NULL);
  g_autoptr (GError) error = NULL;
  VigieOverview *overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return overview;
}

/**
 * vigie_oracle_compare:
 * @id: of a figure
 *
 * Holds each row of the figure's table against a recount, of all sites and professions. The test fails where they
 * differ, or one has a row with numbers that the other has not; all differences are told.
 *
 * Returns: how many cells were compared
 */
guint
vigie_oracle_compare (VigieStore *store, const char *id, const char *as_of)
{
  g_autoptr (VigieOverview) overview = load_overview (store, as_of);

  return compare_overview (store, overview, id, as_of);
}

/**
 * vigie_oracle_compare_all:
 *
 * As vigie_oracle_compare(), for every figure.
 */
void
vigie_oracle_compare_all (VigieStore *store, const char *as_of)
{
  g_autoptr (VigieOverview) overview = load_overview (store, as_of);

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, overview);

      compare_overview (store, overview, vigie_figure_get_id (figure), as_of);
    }
}
