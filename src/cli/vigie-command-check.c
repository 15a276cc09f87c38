// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie check FILE [--repair] [--rescue OUT]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-progress.h"
#include "vigie-rescue.h"
#include "vigie-store.h"

#include <glib/gi18n-lib.h>

/* How many lost records of a kind are told by their keys. */
#define KEYS_TOLD 50

static gboolean repair;
static char *rescue;

static const GOptionEntry options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair,
    N_ ("First add up anew what is kept added up; records stay as they are"), NULL },
  { "rescue", 0, 0, G_OPTION_ARG_FILENAME, &rescue,
    N_ ("Save what can be read of a damaged register in this new one, and tell what is lost"), N_ ("OUT") },
  G_OPTION_ENTRY_NULL,
};

static void
print_finding (const VigieFinding *finding)
{
  if (finding->kind != NULL && finding->field != NULL)
    /* Translators: something wrong in a register: %1$s is a kind of record, %2$s its code, %3$s a field, %4$s what */
    g_print (_ ("%1$s “%2$s”, field “%3$s”: %4$s"), finding->kind, finding->record, finding->field, finding->message);
  else if (finding->kind != NULL)
    /* Translators: something wrong in a register: %1$s is a kind of record, %2$s its code, %3$s what */
    g_print (_ ("%1$s “%2$s”: %3$s"), finding->kind, finding->record, finding->message);
  else if (finding->field != NULL)
    /* Translators: something wrong in a file: %1$s is a part of its schema, %2$s what */
    g_print (_ ("%1$s: %2$s"), finding->field, finding->message);
  else
    g_print ("%s", finding->message);
  g_print ("\n");
}

static const char *
get_label (const char *table)
{
  const VigieEntity *entity = vigie_entity_from_nick (table);

  if (entity != NULL)
    return vigie_entity_get_label_plural (entity);
  if (g_str_equal (table, "entry_batch"))
    /* Translators: on which days records were entered; followed by “: 12 saved” */
    return _ ("Days of entry");
  if (g_str_equal (table, "journal"))
    /* Translators: followed by “: 12 saved” */
    return _ ("Entries of the journal");
  if (g_str_equal (table, "journal_part"))
    /* Translators: by which entries of the journal can be undone; followed by “: 12 saved” */
    return _ ("Changes kept in the journal");
  /* Translators: followed by “: 1 saved” */
  return _ ("End of the journal");
}

static void
print_lost (const VigieRescuedTable *table)
{
  const char *label = get_label (table->table);
  g_autofree char *saved = vigie_format_integer (table->saved);
  g_autofree char *lost = vigie_format_integer (table->lost + table->refused);

  /* Translators: of a damaged register: %1$s is a kind of record, as “Incidents”, %2$s and %3$s are numbers */
  g_print (_ ("%1$s: %2$s saved, %3$s lost"), label, saved, lost);
  if (table->uncertain)
    /* Translators: follows “12 lost”, where it is not known how many there were */
    g_print (" %s", _ ("(perhaps more: how many there were cannot be read)"));
  g_print ("\n");
  for (guint i = 0; i < MIN (table->keys->len, KEYS_TOLD); i++)
    g_print ("   - %s\n", (const char *) g_ptr_array_index (table->keys, i));
  if (table->lost > KEYS_TOLD)
    g_print ("   - …\n");
}

static void
print_rescue (const char *path, GPtrArray *tables)
{
  g_autofree char *saved = NULL;
  gint64 n = 0;
  gboolean all = TRUE;

  for (guint i = 0; i < tables->len; i++)
    {
      const VigieRescuedTable *table = g_ptr_array_index (tables, i);

      n += table->saved;
      if (table->lost + table->refused == 0 && !table->uncertain)
        continue;
      all = FALSE;
      print_lost (table);
    }
  saved = vigie_format_integer (n);
  if (all)
    /* Translators: %1$s is a register, %2$s a number, %3$s a new register */
    g_print (_ ("All of “%1$s” could be read: %2$s rows are saved in “%3$s”."), path, saved, rescue);
  else
    /* Translators: %1$s is a number, %2$s a damaged register, %3$s a new register */
    g_print (_ ("%1$s rows of “%2$s” are saved in “%3$s”; what is lost stands above. “vigie check” tells which records "
                "name a lost one."),
             saved, path, rescue);
  g_print ("\n");
}

static gboolean
run_rescue (const char *path, GError **error)
{
  VigieProgress *progress = vigie_progress_new ();
  g_autoptr (GPtrArray) tables = vigie_rescue (path, rescue, vigie_progress_tell, progress, NULL, error);

  vigie_progress_end (progress);
  vigie_progress_free (progress);
  if (tables != NULL)
    print_rescue (path, tables);
  return tables != NULL;
}

static gboolean
run (char **arguments, GError **error)
{
  VigieOpenMode mode = repair ? VIGIE_OPEN_EDIT : VIGIE_OPEN_INSPECT;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (rescue != NULL && repair)
    return vigie_command_usage (error, _ ("--rescue leaves the register as it is: it goes without --repair"));
  if (rescue != NULL)
    return run_rescue (arguments[0], error);
  store = vigie_store_open (arguments[0], mode, NULL, error);
  if (store != NULL && (!repair || vigie_store_repair (store, NULL, error)))
    findings = vigie_store_check (store, NULL, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    print_finding (g_ptr_array_index (findings, i));
  if (findings->len == 0)
    {
      g_print (_ ("“%s” is whole."), arguments[0]);
      g_print ("\n");
      return TRUE;
    }
  g_set_error (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_REFUSED,
               /* Translators: %1$s is a file */
               ngettext ("“%1$s” is not whole: %2$u finding", "“%1$s” is not whole: %2$u findings", findings->len),
               arguments[0], findings->len);
  return FALSE;
}

const VigieCommand vigie_command_check = {
  .name = "check",
  .summary = N_ ("Look whether a register is whole: file, schema, references, records, search and sums."),
  .usage = N_ ("FILE [--repair] [--rescue OUT]"),
  .description =
    N_ ("A damaged register is not opened but for this. With --rescue it is read page by page, around those "
        "that cannot be read, and stays as it is; what is lost is told by its codes. A backup, where "
        "there is one, may hold more: see “vigie backup FILE --list”."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
