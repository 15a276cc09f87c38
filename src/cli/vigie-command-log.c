// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie log FILE [--format text|json] [--entity E] [--record R] [--words W] [--author A] [--since D] [--until D]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-changeset.h"
#include "vigie-entities.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#define FORM_VERSION 1

static char *format;
static char *entity;
static char *record;
static char *words;
static char *since;
static char *until;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (the default) or json"), N_ ("FORMAT") },
  { "entity", 0, 0, G_OPTION_ARG_STRING, &entity, N_ ("Only changes of these records: system, staff, …"),
    N_ ("ENTITY") },
  { "record", 0, 0, G_OPTION_ARG_STRING, &record, N_ ("Only changes of one record, and of what is named by it"),
    N_ ("CODE") },
  { "words", 0, 0, G_OPTION_ARG_STRING, &words, N_ ("Only what is told with these words, or by an author of that name"),
    N_ ("WORDS") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("Only what was entered on that day or later (UTC)"), N_ ("DATE") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("Only what was entered on that day or before (UTC)"), N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

static void
print_text (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const VigieJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *sentence = vigie_journal_entry_dup_sentence (entry);

      g_print ("%" PRId64 "\t%s\t%s\t%s\n", entry->seq, entry->entered_at != NULL ? entry->entered_at : "–",
               entry->author != NULL ? entry->author : "–", sentence);
    }
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_changes (JsonBuilder *builder, const VigieJournalEntry *entry)
{
  static const char *const names[VIGIE_N_CHANGES] = { "added", "changed", "deleted" };

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_object (builder);
  for (const VigieEntity *const *e = vigie_entities (); *e != NULL; e++)
    {
      gint64 counts[VIGIE_N_CHANGES];
      gint64 sum = 0;

      for (guint i = 0; i < VIGIE_N_CHANGES; i++)
        sum += counts[i] = vigie_journal_entry_count (entry, *e, i);
      if (sum == 0)
        continue;
      json_builder_set_member_name (builder, (*e)->nick);
      json_builder_begin_object (builder);
      for (guint i = 0; i < VIGIE_N_CHANGES; i++)
        add_number (builder, names[i], counts[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_entry (JsonBuilder *builder, const VigieJournalEntry *entry)
{
  g_autofree char *sentence = vigie_journal_entry_dup_sentence (entry);

  json_builder_begin_object (builder);
  add_number (builder, "entry", entry->seq);
  add_text (builder, "entered_at", entry->entered_at);
  add_text (builder, "author", entry->author);
  add_text (builder, "kind", vigie_journal_kind_to_nick (entry->kind));
  json_builder_set_member_name (builder, "target");
  if (entry->target != 0)
    json_builder_add_int_value (builder, entry->target);
  else
    json_builder_add_null_value (builder);
  add_text (builder, "file", entry->file);
  add_text (builder, "record", entry->record);
  add_text (builder, "sentence", sentence);
  add_changes (builder, entry);
  add_text (builder, "hash", entry->hash);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_number (builder, "vigie", FORM_VERSION);
  json_builder_set_member_name (builder, "journal");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_entry (builder, g_ptr_array_index (entries, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static gboolean
check_day (const char *option, const char *text, GError **error)
{
  VigieDate day;

  return text == NULL || vigie_command_parse_date (option, text, &day, error);
}

static gboolean
read_query (VigieJournalQuery *query, const char *const *codes, GError **error)
{
  *query = (VigieJournalQuery) { .author = vigie_command_get_author (),
                                 .since = since,
                                 .until = until,
                                 .words = words,
                                 .codes = codes[0] != NULL ? codes : NULL };
  if (entity != NULL)
    query->entity = vigie_entity_from_nick (entity);
  if (entity != NULL && query->entity == NULL)
    {
      g_autofree char *nicks = vigie_entity_dup_nicks ();

      /* Translators: %1$s is what was given, %2$s a list of what there is */
      return vigie_command_usage (error, _ ("--entity: “%1$s” is none of %2$s"), entity, nicks);
    }
  return check_day ("--since", since, error) && check_day ("--until", until, error);
}

static gboolean
run (char **arguments, GError **error)
{
  gboolean json = g_strcmp0 (format, "json") == 0;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const char *const codes[] = { record, NULL };
  VigieJournalQuery query;

  if (format != NULL && !json && !g_str_equal (format, "text"))
    /* Translators: %s is what was given */
    return vigie_command_usage (error, _ ("--format: “%s” is neither text nor json"), format);
  if (!read_query (&query, codes, error))
    return FALSE;
  store = vigie_command_open (arguments[0], VIGIE_OPEN_READ, error);
  if (store != NULL)
    entries = vigie_store_log (store, &query, NULL, error);
  if (entries == NULL)
    return FALSE;
  if (json)
    print_json (entries);
  else
    print_text (entries);
  return TRUE;
}

const VigieCommand vigie_command_log = {
  .name = "log",
  .summary = N_ ("Tell what was changed in a register, when and by whom, the newest first."),
  .usage = N_ ("FILE [--format text|json]"),
  .description = N_ ("With --author, only what that person changed."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
