// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-minutes-private.h"

#include <string.h>

/* Minutes as Markdown (CommonMark, with the tables of GitHub), which word processors and Pandoc read. */

/* What would mean something to Markdown is said to mean nothing. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n')
        g_string_append (out, "  ");
      else if (strchr ("\\`*_[]<>#|", *c) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
}

/* A cell stands on one line. */
static void
append_cell (GString *out, const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_string_append (out, " ");
  append_escaped (out, g_strdelimit (line, "\n", ' '));
  g_string_append (out, " |");
}

static void
append_table (GString *out, const VigieMinutesBlock *block)
{
  g_string_append_c (out, '|');
  for (guint c = 0; block->columns[c] != NULL; c++)
    append_cell (out, block->columns[c]);
  g_string_append (out, "\n|");
  for (guint c = 0; block->columns[c] != NULL; c++)
    g_string_append (out, " --- |");
  g_string_append_c (out, '\n');
  for (guint r = 0; r < block->rows->len; r++)
    {
      char **row = g_ptr_array_index (block->rows, r);

      g_string_append_c (out, '|');
      for (guint c = 0; row[c] != NULL; c++)
        append_cell (out, row[c]);
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}

static void
append_block (GString *out, const VigieMinutesBlock *block, const VigieMinutesBlock *next)
{
  static const struct
  {
    const char *before;
    const char *after;
  } forms[] = {
    [VIGIE_MINUTES_TITLE] = { "# ", "\n\n" },     [VIGIE_MINUTES_POINT] = { "## ", "\n\n" },
    [VIGIE_MINUTES_HEADING] = { "### ", "\n\n" }, [VIGIE_MINUTES_ANSWER] = { "**", "**\n\n" },
    [VIGIE_MINUTES_TEXT] = { "", "\n\n" },        [VIGIE_MINUTES_NOTE] = { "*", "*\n\n" },
    [VIGIE_MINUTES_ENTRY] = { "- ", "\n" },
  };

  if (block->kind == VIGIE_MINUTES_FIGURE)
    return;
  if (block->kind == VIGIE_MINUTES_TABLE)
    {
      append_table (out, block);
      return;
    }
  g_string_append (out, forms[block->kind].before);
  append_escaped (out, block->text);
  g_string_append (out, forms[block->kind].after);
  if (block->kind == VIGIE_MINUTES_ENTRY && (next == NULL || next->kind != VIGIE_MINUTES_ENTRY))
    g_string_append_c (out, '\n');
}

/**
 * vigie_minutes_write_markdown:
 * @deck: of a meeting
 *
 * Returns: (transfer full): its minutes as text in UTF-8
 */
GBytes *
vigie_minutes_write_markdown (const VigieDeck *deck)
{
  g_autoptr (GPtrArray) blocks = vigie_minutes_list_blocks (deck);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    append_block (out, g_ptr_array_index (blocks, i), i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL);
  /* One line end closes the file. */
  while (out->len > 1 && out->str[out->len - 2] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
