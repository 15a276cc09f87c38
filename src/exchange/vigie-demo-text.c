// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The story of the demonstration is written in the files of data/demo, with every date and code said from today:
 *
 *   "@-61"      a date: 61 days ago, on the working day before where that is a week-end
 *   {Y-61}      the year of that date
 *   {support}   a word of the group that is written: the short name of the site of that role, p for the
 *               prefix of its codes, v and w for the variant of a system in codes and names
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-config.h"
#include "vigie-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define FOLDER VIGIE_RESOURCE_PREFIX "/demo/"
#define DAYS_OF_WEEK 7
/* 1970-01-01 was a Thursday. */
#define MONDAY_TO_EPOCH 3
#define SATURDAY 5

/**
 * vigie_demo_working_day:
 *
 * Returns: @date, or the Friday before where it is a Saturday or a Sunday
 */
VigieDate
vigie_demo_working_day (VigieDate date)
{
  int day = ((date + MONDAY_TO_EPOCH) % DAYS_OF_WEEK + DAYS_OF_WEEK) % DAYS_OF_WEEK;

  return day < SATURDAY ? date : date - (day - SATURDAY + 1);
}

static VigieDate
date_from_today (const VigieDemoText *self, const char *days, const char **end)
{
  return vigie_demo_working_day (self->today + (VigieDate) g_ascii_strtoll (days, (char **) end, 10));
}

/* What stands in braces; NULL where it is no word of ours. */
static char *
dup_word (const VigieDemoText *self, const char *word)
{
  const char *end;
  int year, month, day;

  if (word[0] != 'Y' || (word[1] != '-' && !g_ascii_isdigit (word[1])))
    return g_strdup (g_hash_table_lookup (self->words, word));
  vigie_date_get_ymd (date_from_today (self, word + 1, &end), &year, &month, &day);
  return g_strdup_printf ("%d", year);
}

static const char *
expand_braces (const VigieDemoText *self, const char *at, GString *out)
{
  const char *end = strchr (at, '}');
  g_autofree char *word = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
  g_autofree char *value = word != NULL && g_ascii_isalpha (*word) ? dup_word (self, word) : NULL;

  if (value == NULL)
    {
      g_string_append_c (out, *at);
      return at + 1;
    }
  g_string_append (out, value);
  return end + 1;
}

static const char *
expand_date (const VigieDemoText *self, const char *at, GString *out)
{
  char iso[VIGIE_DATE_ISO_SIZE];
  const char *end;

  vigie_date_to_iso (date_from_today (self, at + 2, &end), iso);
  g_string_append_printf (out, "\"%s", iso);
  return end;
}

/**
 * vigie_demo_text_expand:
 *
 * Returns: (transfer full): @text with its dates and words filled in
 */
char *
vigie_demo_text_expand (const VigieDemoText *self, const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      if (*text == '{')
        text = expand_braces (self, text, out);
      else if (text[0] == '"' && text[1] == '@')
        text = expand_date (self, text, out);
      else
        g_string_append_c (out, *text++);
    }
  return g_string_free (out, FALSE);
}

/**
 * vigie_demo_text_dup:
 * @name: of a file in data/demo/
 *
 * Returns: (transfer full): the text of the file, filled in; %NULL with @error
 */
char *
vigie_demo_text_dup (const VigieDemoText *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *template = NULL;

  if (bytes == NULL)
    return NULL;
  template = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return vigie_demo_text_expand (self, template);
}

/**
 * vigie_demo_text_load:
 *
 * Returns: (transfer full): what the file holds, filled in; %NULL with @error
 */
JsonNode *
vigie_demo_text_load (const VigieDemoText *self, const char *name, GError **error)
{
  g_autofree char *text = vigie_demo_text_dup (self, name, error);

  return text != NULL ? json_from_string (text, error) : NULL;
}

static char *
dup_value (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  return g_strdup_printf ("%" PRId64, json_node_get_int (node));
}

/**
 * vigie_demo_fill:
 * @object: values by the names of fields
 *
 * Sets fields of @record.
 */
gboolean
vigie_demo_fill (VigieRecord *record, JsonObject *object, GError **error)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int field = vigie_entity_find_field (entity, name);
      g_autofree char *text = JSON_NODE_HOLDS_VALUE (node) ? dup_value (node) : NULL;

      if (field < 0 || text == NULL)
        {
          g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                       /* Translators: %1$s is a kind of record, %2$s a field: the program's own data is damaged */
                       _ ("the demonstration's data is damaged: %1$s, %2$s"), entity->nick, name);
          return FALSE;
        }
      if (!vigie_record_set_from_text (record, (guint) field, text, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * vigie_demo_set:
 * @text: (nullable): a value that the program itself made; %NULL leaves the field not measured
 */
void
vigie_demo_set (VigieRecord *record, guint field, const char *text)
{
  if (text != NULL)
    vigie_record_set_text (record, field, text);
}
