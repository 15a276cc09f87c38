// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A figure as JSON. Version 1 is:
 *
 *   { "vigie": 1, "figure": ID, "title", "question", "sentence", "definition", "as_of": ISO date,
 *     "scope": { "name", "site": code or null, "profession": code or null },
 *     "columns": [ { "name", "label", "numeric" } ],
 *     "rows": [ { "key": code or null, "cells": { COLUMN: { "value", "text" } } } ],
 *     "sources": [ text ] }
 *
 * A value is a number, a text, or null where it is not measured; of a small group that is not shown it
 * is the text that says so.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-write.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FORM_VERSION 1

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_value (JsonBuilder *builder, const char *raw, gboolean numeric)
{
  char *end = NULL;
  double number = raw != NULL ? g_ascii_strtod (raw, &end) : 0;

  if (raw == NULL)
    json_builder_add_null_value (builder);
  else if (!numeric || *end != '\0')
    json_builder_add_string_value (builder, raw);
  else if (strchr (raw, '.') == NULL)
    json_builder_add_int_value (builder, g_ascii_strtoll (raw, NULL, 10));
  else
    json_builder_add_double_value (builder, number);
}

static void
add_scope (JsonBuilder *builder, const VigieFigure *figure)
{
  VigieOverview *overview = vigie_figure_get_overview (figure);
  VigieScope *scope = vigie_overview_get_scope (overview);
  g_autofree char *day = vigie_date_dup_iso (vigie_scope_get_as_of (scope));

  add_string (builder, "as_of", day);
  json_builder_set_member_name (builder, "scope");
  json_builder_begin_object (builder);
  add_string (builder, "name", vigie_overview_get_scope_name (overview));
  add_string (builder, "site", vigie_scope_get_site (scope));
  add_string (builder, "profession", vigie_scope_get_profession (scope));
  json_builder_end_object (builder);
}

static void
add_columns (JsonBuilder *builder, const VigieFigure *figure)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
    {
      const VigieFigureColumn *column = vigie_figure_get_column (figure, c);

      json_builder_begin_object (builder);
      add_string (builder, "name", column->name);
      add_string (builder, "label", column->label);
      json_builder_set_member_name (builder, "numeric");
      json_builder_add_boolean_value (builder, column->numeric);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder *builder, const VigieFigure *figure, guint row)
{
  json_builder_begin_object (builder);
  add_string (builder, "key", vigie_figure_get_row_key (figure, row));
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_object (builder);
  for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
    {
      const VigieFigureColumn *column = vigie_figure_get_column (figure, c);
      const VigieFigureCell *cell = vigie_figure_get_cell (figure, row, c);

      json_builder_set_member_name (builder, column->name);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "value");
      add_value (builder, cell->raw, column->numeric);
      add_string (builder, "text", cell->text);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* Where the figure is compared: the earlier day, what it said then, and the events since. */
static void
add_since (JsonBuilder *builder, const VigieFigure *figure)
{
  g_autofree char *sentence = vigie_figure_dup_earlier_sentence (figure);
  g_autofree char *day = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (sentence == NULL)
    return;
  day = vigie_date_dup_iso (vigie_overview_get_since (vigie_figure_get_overview (figure)));
  changes = vigie_figure_list_changes (figure);
  json_builder_set_member_name (builder, "since");
  json_builder_begin_object (builder);
  add_string (builder, "day", day);
  add_string (builder, "sentence", sentence);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      const VigieChange *change = g_ptr_array_index (changes, i);
      g_autofree char *on = change->on != VIGIE_DATE_NONE ? vigie_date_dup_iso (change->on) : NULL;

      json_builder_begin_object (builder);
      add_string (builder, "on", on);
      add_string (builder, "text", change->text);
      add_string (builder, "entity", change->entity);
      add_string (builder, "key", change->key);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_figure (JsonBuilder *builder, const VigieFigure *figure)
{
  json_builder_set_member_name (builder, "vigie");
  json_builder_add_int_value (builder, FORM_VERSION);
  add_string (builder, "figure", vigie_figure_get_id (figure));
  add_string (builder, "title", vigie_figure_get_title (figure));
  add_string (builder, "question", vigie_figure_get_question (figure));
  add_string (builder, "sentence", vigie_figure_get_sentence (figure));
  add_string (builder, "definition", vigie_figure_get_definition (figure));
  add_since (builder, figure);
  add_scope (builder, figure);
  add_columns (builder, figure);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    add_row (builder, figure, row);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < vigie_figure_get_n_sources (figure); i++)
    json_builder_add_string_value (builder, vigie_figure_get_source (figure, i));
  json_builder_end_array (builder);
}

/**
 * vigie_figure_write_json:
 *
 * Returns: (transfer full): the figure as the head of this file says
 */
GBytes *
vigie_figure_write_json (const VigieFigure *figure)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  char *ended;

  json_builder_begin_object (builder);
  add_figure (builder, figure);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  ended = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (ended, strlen (ended));
}
