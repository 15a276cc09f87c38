// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie import FILE --kind KIND SOURCE [--mapping MAP.json] [--dry-run] [--entered-on DATE] [--rejects OUT.csv]
 * [--sheet NAME] [--save-mapping OUT.json]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-import-draft.h"
#include "vigie-progress.h"

#include "vigie-config.h"
#include "vigie-trial.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many faults are told; --rejects lists them all. */
#define FAULTS_TOLD 10

static char *kind;
static char *mapping;
static char *rejects;
static char *sheet;
static char *entered_on;
static char *save_mapping;
static gboolean dry_run;

static const GOptionEntry options[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("What a row is: all, projects, staff, completions, barriers, …"),
    N_ ("KIND") },
  { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &mapping, N_ ("How columns become fields, where they are not named alike"),
    N_ ("MAP.json") },
  { "save-mapping", 0, 0, G_OPTION_ARG_FILENAME, &save_mapping,
    N_ ("Find out how columns become fields, and keep that in this file"), N_ ("OUT.json") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Tell what would happen, and write nothing"), NULL },
  { "entered-on", 0, 0, G_OPTION_ARG_STRING, &entered_on,
    N_ ("The day on which this is entered; today where it is not given"), N_ ("DATE") },
  { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &rejects, N_ ("List every refused row in this file"), N_ ("OUT.csv") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet,
    N_ ("The sheet of a workbook; the first with a table where it is not given"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

static void
tell_fault (const VigieFault *fault)
{
  g_autofree char *message = NULL;

  if (fault->column != NULL && fault->value != NULL)
    /* Translators: a refused row: %1$s is its line, %2$s a column, %3$s what stands there, %4$s why */
    message = g_strdup_printf (_ ("line %1$s, column “%2$s”, “%3$s”: %4$s"), fault->place, fault->column, fault->value,
                               fault->reason);
  else if (fault->column != NULL)
    /* Translators: a refused row: %1$s is its line, %2$s a column, %3$s why */
    message = g_strdup_printf (_ ("line %1$s, column “%2$s”: %3$s"), fault->place, fault->column, fault->reason);
  else
    /* Translators: a refused row: %1$s is its line, %2$s why */
    message = g_strdup_printf (_ ("line %1$s: %2$s"), fault->place, fault->reason);
  vigie_command_tell (message);
}

static gboolean
refuse (VigieImport *import, const VigieImportReport *report, GError **error)
{
  const char *name = vigie_row_source_get_name (vigie_import_get_rows (import));
  gint64 refused = report->rows[VIGIE_OUTCOME_REFUSED];
  guint told = MIN (report->faults->len, FAULTS_TOLD);

  for (guint i = 0; i < told; i++)
    tell_fault (g_ptr_array_index (report->faults, i));
  if (report->n_faults > told && rejects == NULL)
    vigie_command_tell (_ ("… and more; --rejects OUT.csv lists them all"));
  g_set_error (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_REFUSED,
               /* Translators: %2$s is a file */
               ngettext ("%1$" PRId64 " row of “%2$s” is refused, so nothing was written",
                         "%1$" PRId64 " rows of “%2$s” are refused, so nothing was written", (gulong) refused),
               refused, name);
  return FALSE;
}

static void
print_report (const VigieImportReport *report)
{
  const gint64 *rows = report->rows;

  if (rows[VIGIE_OUTCOME_REFUSED] > 0)
    g_print (_ ("%1$" PRId64 " added, %2$" PRId64 " changed, %3$" PRId64 " unchanged, %4$" PRId64 " refused"),
             rows[VIGIE_OUTCOME_ADDED], rows[VIGIE_OUTCOME_CHANGED], rows[VIGIE_OUTCOME_UNCHANGED],
             rows[VIGIE_OUTCOME_REFUSED]);
  else
    /* Translators: numbers of rows */
    g_print (_ ("%1$" PRId64 " added, %2$" PRId64 " changed, %3$" PRId64 " unchanged"), rows[VIGIE_OUTCOME_ADDED],
             rows[VIGIE_OUTCOME_CHANGED], rows[VIGIE_OUTCOME_UNCHANGED]);
  g_print ("\n");
  if (dry_run)
    g_print ("%s\n", _ ("This was a dry run: nothing was written."));
}

/* A mapping that keeps no row is the wrong one for the file, more often than not. */
static void
tell_where_empty (VigieImport *import, const VigieImportReport *report)
{
  g_autofree char *message = NULL;
  gint64 n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (report->rows); i++)
    n += report->rows[i];
  if (n > 0)
    return;
  message = g_strdup_printf (_ ("“%s” has no row to import: it has none, or the mapping keeps none of them"),
                             vigie_row_source_get_name (vigie_import_get_rows (import)));
  vigie_command_tell (message);
}

static gboolean
import_into (VigieImport *import, VigieStore *store, GError **error)
{
  const VigieImportReport *report = vigie_import_get_report (import);
  g_autoptr (GFile) rejects_file = rejects != NULL ? g_file_new_for_commandline_arg (rejects) : NULL;
  VigieProgress *progress = vigie_progress_new ();
  gboolean done;

  vigie_import_set_rejects (import, rejects_file);
  vigie_import_set_progress (import, vigie_progress_tell, progress, vigie_progress_free);
  done = vigie_import_run (import, store, dry_run, NULL, error);
  vigie_progress_end (progress);
  vigie_command_tell_notices (store);
  if (!done)
    return FALSE;
  print_report (report);
  tell_where_empty (import, report);
  return report->rows[VIGIE_OUTCOME_REFUSED] == 0 || refuse (import, report, error);
}

/* A mapping file, or the name of one that the program carries with it, such as us-federal-2025-va. */
static GFile *
find_mapping (void)
{
  g_autoptr (GFile) file = mapping != NULL ? g_file_new_for_commandline_arg (mapping) : NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GFile) shipped = NULL;

  if (file == NULL || g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);
  uri = g_strdup_printf ("resource://" VIGIE_RESOURCE_PREFIX "/reference/mappings/%s.json", mapping);
  shipped = g_file_new_for_uri (uri);
  return g_file_query_exists (shipped, NULL) ? g_steal_pointer (&shipped) : g_steal_pointer (&file);
}

static VigieImport *
open_import (GFile *source, GFile *mapping_file, GError **error)
{
  const VigieTableOptions table_options = { .sheet = sheet };
  g_autoptr (VigieTableSource) table = NULL;
  GPtrArray *notices;

  if (g_str_equal (kind, "all"))
    return vigie_import_open (kind, source, mapping_file, error);
  table = vigie_table_source_open (source, &table_options, error);
  notices = table != NULL ? vigie_table_source_get_notices (table) : NULL;
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    vigie_command_tell (g_ptr_array_index (notices, i));
  return table != NULL ? vigie_import_open_table (kind, table, mapping_file, error) : NULL;
}

/* What the table is, is found out: told, and kept where that is asked for. */
static VigieImport *
open_draft (GFile *source, VigieStore *store, GError **error)
{
  const VigieTableOptions table_options = { .sheet = sheet };
  g_autoptr (VigieDraft) draft = vigie_draft_new (source, &table_options, kind, store, NULL, error);

  if (draft == NULL)
    return NULL;
  vigie_import_draft_tell (draft);
  if (save_mapping != NULL && !vigie_import_draft_save (draft, save_mapping, error))
    return NULL;
  return vigie_draft_open_import (draft, &table_options, error);
}

static gboolean
check_options (GError **error)
{
  if (kind == NULL && !dry_run)
    return vigie_command_usage (error, _ ("--kind says what a row of the file is; --dry-run finds it out and tells. "
                                          "See “vigie import --help”"));
  if (mapping != NULL && (save_mapping != NULL || kind == NULL))
    return vigie_command_usage (error, _ ("--mapping says what the columns are, of the kind that --kind says"));
  if (kind == NULL || g_str_equal (kind, "all") || vigie_kind_to_entity (kind) != NULL)
    return TRUE;
  return save_mapping == NULL || vigie_command_usage (error, _ ("there is no kind “%s”"), kind);
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (arguments[1]);
  g_autoptr (GFile) mapping_file = find_mapping ();
  g_autoptr (VigieImport) import = NULL;
  g_autoptr (VigieStore) store = NULL;
  gboolean found_out = kind == NULL || save_mapping != NULL;
  VigieDate day;

  if (!vigie_command_parse_date ("--entered-on", entered_on, &day, error) || !check_options (error))
    return FALSE;
  /* A file that cannot be read is told before the register is opened to be written to. */
  if (!found_out && (import = open_import (source, mapping_file, error)) == NULL)
    return FALSE;
  store = vigie_command_open (arguments[0], VIGIE_OPEN_EDIT, error);
  if (store == NULL)
    return FALSE;
  vigie_store_set_day (store, day);
  if (found_out && (import = open_draft (source, store, error)) == NULL)
    return FALSE;
  return import_into (import, store, error);
}

const VigieCommand vigie_command_import = {
  .name = "import",
  .summary = N_ ("Read a table into a register: every row of it, or none."),
  .usage = N_ ("FILE --kind KIND SOURCE"),
  .description = N_ (
    "The kinds are: all (a register’s own records in JSON), projects, staff, completions, counts, barriers, survey, "
    "incidents, actions, decisions, meetings, sites, professions, modules, requirements, users. Columns are named as "
    "the fields are, or by their labels in any language of the window; a mapping reads any other table. What a table is "
    "that neither explains is found out with --save-mapping, or with --dry-run and no --kind.\n"
    "Where a row is refused, nothing is written."),
  .options = options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
