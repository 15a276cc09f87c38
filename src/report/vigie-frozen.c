// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a meeting saw, as JSON that is kept with its SHA-256. Version 1 is:
 *
 *   { "vigie": 1, "title", "sentence", "definition", "scope", "as_of": ISO date, "columns": [ text ],
 *     "rows": [ [ text ] ], "omitted": number }
 *
 * Texts are those that were shown, in the language of the meeting: it is a copy, not data to be counted again.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-frozen.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "vigie-report-error.h"

#define FORM_VERSION 1
/* A table of thousands of rows is not read in a meeting. */
#define MOST_ROWS 200

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

static void
begin (JsonBuilder *builder, VigieOverview *overview, const char *title, const char *sentence, const char *definition)
{
  g_autofree char *day = vigie_date_dup_iso (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "vigie");
  json_builder_add_int_value (builder, FORM_VERSION);
  add_text (builder, "title", title);
  add_text (builder, "sentence", sentence);
  add_text (builder, "definition", definition);
  add_text (builder, "scope", vigie_overview_get_scope_name (overview));
  add_text (builder, "as_of", day);
}

static char *
end (JsonBuilder *builder, guint omitted)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_set_member_name (builder, "omitted");
  json_builder_add_int_value (builder, omitted);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * vigie_frozen_dup_figure:
 *
 * Returns: (transfer full): the figure as it is now
 */
char *
vigie_frozen_dup_figure (const VigieFigure *figure)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  guint n_columns = vigie_figure_get_n_columns (figure);
  guint n_rows = vigie_figure_get_n_rows (figure);

  begin (builder, vigie_figure_get_overview (figure), vigie_figure_get_title (figure),
         vigie_figure_get_sentence (figure), vigie_figure_get_definition (figure));
  begin_array (builder, "columns");
  for (guint c = 0; c < n_columns; c++)
    json_builder_add_string_value (builder, vigie_figure_get_column (figure, c)->label);
  json_builder_end_array (builder);
  begin_array (builder, "rows");
  for (guint r = 0; r < MIN (n_rows, MOST_ROWS); r++)
    {
      begin_array (builder, NULL);
      for (guint c = 0; c < n_columns; c++)
        json_builder_add_string_value (builder, vigie_figure_get_cell (figure, r, c)->text);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  return end (builder, n_rows > MOST_ROWS ? n_rows - MOST_ROWS : 0);
}

/**
 * vigie_frozen_dup_matter:
 *
 * Returns: (transfer full): the matter as it is now
 */
char *
vigie_frozen_dup_matter (VigieOverview *overview, const VigieAgendaItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  guint n_rows = item->rows != NULL ? item->rows->len : 0;

  begin (builder, overview, item->title, item->reason, NULL);
  begin_array (builder, "columns");
  json_builder_add_string_value (builder, C_ ("agenda", "Matter"));
  json_builder_add_string_value (builder, C_ ("agenda", "Why"));
  json_builder_end_array (builder);
  begin_array (builder, "rows");
  for (guint r = 0; r < MIN (n_rows, MOST_ROWS); r++)
    {
      const VigieAgendaItem *row = g_ptr_array_index (item->rows, r);

      begin_array (builder, NULL);
      json_builder_add_string_value (builder, row->title);
      json_builder_add_string_value (builder, row->reason);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  return end (builder, n_rows > MOST_ROWS ? n_rows - MOST_ROWS : 0);
}

static GStrv
read_texts (JsonArray *array)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_strv_builder_add (texts, JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                                   ? json_node_get_string (node)
                                   : "");
    }
  return g_strv_builder_end (texts);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static char *
dup_text (JsonObject *object, const char *name)
{
  const char *text = json_object_get_string_member_with_default (object, name, NULL);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

/* A row that has fewer cells than there are columns is no row. */
static void
read_rows (VigieFrozen *self, JsonArray *rows)
{
  guint n_columns = g_strv_length (self->columns);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);

      if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == n_columns)
        g_ptr_array_add (self->rows, read_texts (json_node_get_array (node)));
    }
}

/**
 * vigie_frozen_parse:
 * @json: as it is kept
 *
 * Returns: (transfer full): what was shown; %NULL with @error where it is not of the form that the head of this file says
 */
VigieFrozen *
vigie_frozen_parse (const char *json, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (json, error);
  g_autofree char *day = NULL;
  JsonObject *object;
  VigieFrozen *self;

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_DRAW,
                           _ ("What the meeting saw is kept in a form that this version does not read"));
      return NULL;
    }
  object = json_node_get_object (root);
  self = g_new0 (VigieFrozen, 1);
  self->title = dup_text (object, "title");
  self->sentence = dup_text (object, "sentence");
  self->definition = dup_text (object, "definition");
  self->scope = dup_text (object, "scope");
  day = dup_text (object, "as_of");
  self->as_of = day != NULL ? vigie_date_parse_iso (day) : VIGIE_DATE_NONE;
  self->columns = read_texts (get_array (object, "columns"));
  self->rows = g_ptr_array_new_with_free_func (free_row);
  read_rows (self, get_array (object, "rows"));
  self->omitted = (guint) json_object_get_int_member_with_default (object, "omitted", 0);
  return self;
}

void
vigie_frozen_free (VigieFrozen *self)
{
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->definition);
  g_free (self->scope);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
