// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie controls FILE [--format text|json] [--as-of DATE] [-o OUT]
 *
 * The form of the JSON answer:
 *
 *   { "as_of", "errors", "warnings", "information",
 *     "controls": [ { "rule", "gravity", "entity", "record", "field" (where it is one), "wrong",
 *                     "remedy" } ] }
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-control-words.h"
#include "vigie-format.h"
#include "vigie-numbers.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static char *format;
static char *as_of;
static char *output;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (the default) or json"), N_ ("FORMAT") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Terms counted to that day; to today where it is not given"),
    N_ ("DATE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output where it is not given"),
    N_ ("OUT") },
  G_OPTION_ENTRY_NULL,
};

static guint
count_gravity (GPtrArray *controls, VigieControlGravity gravity)
{
  guint n = 0;

  for (guint i = 0; i < controls->len; i++)
    n += ((const VigieControl *) g_ptr_array_index (controls, i))->rule->gravity == gravity;
  return n;
}

static void
append_rule (GString *out, const VigieControlRule *rule)
{
  g_string_append_c (out, '\n');
  /* Translators: something wrong in a register: %1$s is such as “Error”, %2$s what is wrong */
  g_string_append_printf (out, _ ("%1$s: %2$s"), vigie_control_gravity_label (rule->gravity),
                          vigie_control_wrong (rule));
  g_string_append_printf (out, "\n→ %s\n", vigie_control_remedy (rule));
}

static GBytes *
write_text (GPtrArray *controls)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *count = vigie_format_integer (controls->len);
  const VigieControlRule *rule = NULL;

  if (controls->len == 0)
    g_string_append (out, _ ("No control finds anything to mend."));
  else
    /* Translators: %s is how many */
    g_string_append_printf (
      out, ngettext ("The controls find %s thing to mend", "The controls find %s things to mend", controls->len),
      count);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < controls->len; i++)
    {
      const VigieControl *control = g_ptr_array_index (controls, i);
      g_autofree char *name = vigie_control_dup_name (control);

      if (control->rule != rule)
        append_rule (out, control->rule);
      g_string_append_printf (out, "   - %s\n", name);
      rule = control->rule;
    }
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_count (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_control (JsonBuilder *builder, const VigieControl *control)
{
  const VigieControlRule *rule = control->rule;

  json_builder_begin_object (builder);
  add_text (builder, "rule", rule->id);
  add_text (builder, "gravity", vigie_control_gravity_nick (rule->gravity));
  add_text (builder, "entity", rule->entity->nick);
  add_text (builder, "record", control->record);
  if (rule->field != VIGIE_CONTROL_NO_FIELD)
    add_text (builder, "field", rule->entity->fields[rule->field].name);
  add_text (builder, "wrong", vigie_control_wrong (rule));
  add_text (builder, "remedy", vigie_control_remedy (rule));
  json_builder_end_object (builder);
}

static GBytes *
write_json (GPtrArray *controls, VigieDate day)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *iso = vigie_date_dup_iso (day);
  g_autofree char *text = NULL;
  char *ended;

  json_builder_begin_object (builder);
  add_text (builder, "as_of", iso);
  add_count (builder, "errors", count_gravity (controls, VIGIE_CONTROL_ERROR));
  add_count (builder, "warnings", count_gravity (controls, VIGIE_CONTROL_WARNING));
  add_count (builder, "information", count_gravity (controls, VIGIE_CONTROL_INFORMATION));
  json_builder_set_member_name (builder, "controls");
  json_builder_begin_array (builder);
  for (guint i = 0; i < controls->len; i++)
    add_control (builder, g_ptr_array_index (controls, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  ended = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (ended, strlen (ended));
}

static gboolean
run (char **arguments, GError **error)
{
  gboolean json = g_strcmp0 (format, "json") == 0;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GPtrArray) controls = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VigieDate day;

  if (format != NULL && !json && !g_str_equal (format, "text"))
    /* Translators: %1$s is what was given, %2$s a list of what may be given */
    return vigie_command_usage (error, _ ("--format: “%1$s” is none of %2$s"), format, "text, json");
  if (!vigie_command_parse_date ("--as-of", as_of, &day, error))
    return FALSE;
  store = vigie_store_open (arguments[0], VIGIE_OPEN_READ, NULL, error);
  controls = store != NULL ? vigie_store_control (store, day, NULL, error) : NULL;
  if (controls == NULL)
    return FALSE;
  bytes = json ? write_json (controls, day) : write_text (controls);
  return vigie_numbers_hand_out (bytes, output, error);
}

const VigieCommand vigie_command_controls = {
  .name = "controls",
  .summary = N_ ("Tell what records contradict each other, are out of date or lack, and what to do about it."),
  .usage = N_ ("FILE [--format text|json]"),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
