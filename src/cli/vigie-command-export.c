// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie export FILE --format FORMAT -o OUT [--kind KIND] [--site S] [--where FIELD=VALUE]… [--search WORDS] [--excel]
 * vigie export --schema [-o OUT]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-export.h"
#include "vigie-mapping.h"
#include "vigie-numbers.h"
#include "vigie-org-unit.h"
#include "vigie-progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *format;
static char *output;
static char *kind;
static char *site;
static char *search;
static char *as_of;
static char **where;
static gboolean excel;
static gboolean schema;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("json, the whole register; or csv or xlsx"), N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output where it is not given"),
    N_ ("OUT") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("Only these records: projects, staff, completions, barriers, …"),
    N_ ("KIND") },
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Only this site and all below it"), N_ ("CODE") },
  { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &where,
    N_ ("Only records whose field has that value, as in status=todo, due_on=2026-01-01..2026-06-30, or closed_on= for "
        "what is not known; may be given again"),
    N_ ("FIELD=VALUE") },
  { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_ ("Only records in which all these words begin a word"),
    N_ ("WORDS") },
  { "excel", 0, 0, G_OPTION_ARG_NONE, &excel,
    N_ ("A CSV as a French Excel has it: semicolons, decimal comma, days as 23/11/2026, words"), NULL },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of,
    N_ ("The day that a workbook says it is of; today where it is not given"), N_ ("DATE") },
  { "schema", 0, 0, G_OPTION_ARG_NONE, &schema, N_ ("Write the JSON Schema of the whole register instead"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
choose_format (VigieExportFormat *chosen, GError **error)
{
  static const struct
  {
    const char *nick;
    VigieExportFormat format;
  } formats[] = {
    { "json", VIGIE_EXPORT_JSON },
    { "csv", VIGIE_EXPORT_CSV },
    { "xlsx", VIGIE_EXPORT_XLSX },
  };

  if (format == NULL)
    return vigie_command_usage (error, _ ("--format says what is written: json, csv or xlsx"));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].nick, format))
      {
        *chosen = excel && formats[i].format == VIGIE_EXPORT_CSV ? VIGIE_EXPORT_CSV_EXCEL : formats[i].format;
        return !excel || *chosen == VIGIE_EXPORT_CSV_EXCEL ||
               vigie_command_usage (error, _ ("--excel is about CSV; a workbook is Excel’s own"));
      }
  /* Translators: %s is what was given */
  return vigie_command_usage (error, _ ("--format: “%s” is none of json, csv, xlsx"), format);
}

static gboolean
check_choice (VigieExportFormat chosen, GError **error)
{
  gboolean one = kind != NULL && !g_str_equal (kind, "all");

  if (!one && (site != NULL || search != NULL || where != NULL))
    return vigie_command_usage (error, _ ("--site, --where and --search narrow down records of one kind: give --kind"));
  if (!one && (chosen == VIGIE_EXPORT_CSV || chosen == VIGIE_EXPORT_CSV_EXCEL))
    return vigie_command_usage (error, _ ("a CSV file holds one kind of records: give --kind"));
  return TRUE;
}

static gboolean
add_filters (VigieQuery *query, GPtrArray *filters, GError **error)
{
  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    {
      g_autoptr (GError) reason = NULL;
      VigieFilter *filter = vigie_filter_parse (query->entity, where[i], &reason);

      if (filter == NULL)
        return vigie_command_usage (error, "--where: %s", reason->message);
      g_ptr_array_add (filters, filter);
    }
  query->filters = filters;
  return TRUE;
}

static gboolean
check_site (VigieStore *store, GError **error)
{
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_org_unit_entity);
  g_autoptr (VigieRecord) found = NULL;
  GError *local = NULL;

  vigie_record_set_text (key, VIGIE_ORG_UNIT_CODE, site);
  found = vigie_store_find (store, key, NULL, &local);
  if (found != NULL)
    return TRUE;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_set_error (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_REFUSED,
               /* Translators: %s is a code that was given */
               _ ("--site: the register has no unit of the code “%s”"), site);
  return FALSE;
}

/* What is to be written: one kind, narrowed down, or all. */
static VigieExport *
new_export (VigieExportFormat chosen, VigieDate day, VigieStore *store, GError **error)
{
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_filter_free);
  VigieQuery query = { .entity = vigie_kind_to_entity (kind), .site = site, .search = search, .sort_field = -1 };
  VigieExport *export;

  if (kind == NULL || g_str_equal (kind, "all"))
    return vigie_export_new_whole (chosen, day);
  if (query.entity == NULL)
    {
      g_autofree char *kinds = vigie_kind_dup_names ();

      /* Translators: %1$s is what was given, %2$s a list of words */
      vigie_command_usage (error, _ ("--kind: there is no kind “%1$s”; the kinds are: all, %2$s"), kind, kinds);
      return NULL;
    }
  if (site != NULL && !vigie_query_has_sites (query.entity))
    {
      /* Translators: %s is a kind of records */
      vigie_command_usage (error, _ ("--site: records of the kind “%s” are of no site"), kind);
      return NULL;
    }
  if ((site != NULL && !check_site (store, error)) || !add_filters (&query, filters, error))
    return NULL;
  export = vigie_export_new (chosen, day);
  vigie_export_add (export, &query);
  return export;
}

static gboolean
write_schema (GError **error)
{
  g_autofree char *text = vigie_json_schema_write ();
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));

  return vigie_numbers_hand_out (bytes, output, error);
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output != NULL ? output : "/dev/stdout");
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (VigieExport) export = NULL;
  VigieExportFormat chosen = VIGIE_EXPORT_JSON;
  VigieProgress *progress;
  VigieDate day;
  gboolean done;

  if (schema)
    return write_schema (error);
  if (arguments[0] == NULL)
    return vigie_command_usage (error, _ ("say which register: vigie export FILE"));
  if (!choose_format (&chosen, error) || !check_choice (chosen, error) ||
      !vigie_command_parse_date ("--as-of", as_of, &day, error))
    return FALSE;
  store = vigie_command_open (arguments[0], VIGIE_OPEN_READ, error);
  export = store != NULL ? new_export (chosen, day, store, error) : NULL;
  if (export == NULL)
    return FALSE;
  progress = vigie_progress_new ();
  vigie_export_set_progress (export, vigie_progress_tell, progress, vigie_progress_free);
  done = vigie_export_run (export, store, file, NULL, error);
  vigie_progress_end (progress);
  return done;
}

const VigieCommand vigie_command_export = {
  .name = "export",
  .summary = N_ ("Write the records of a register for other programs, or for another register."),
  .usage = N_ ("FILE --format json|csv|xlsx -o OUT [--kind KIND]"),
  .description =
    N_ ("JSON is the whole register, which “vigie import --kind all” takes back; its form is told by --schema. The "
        "journal of who changed what stays with the register: “vigie backup” copies that too.\n"
        "A CSV of one kind can be changed and imported again. A text that a workbook would take for a formula has an "
        "apostrophe before it, which the import takes off.\n"
        "Staff are written by their reference, as they stand in the register: such a file is personal data."),
  .options = options,
  .min_arguments = 0,
  .max_arguments = 1,
  .run = run,
};
