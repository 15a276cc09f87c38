// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What `vigie import` found out of a table that no mapping explains: told on standard error, kept as a mapping.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-import-draft.h"

#include "vigie-command.h"

#include <glib/gi18n-lib.h>

static void
tell_column (VigieDraft *draft, guint column)
{
  const VigieMatch *match = &draft->matches[column];
  const char *name = draft->sample->columns[column];
  g_autoptr (GPtrArray) undecided = vigie_draft_list_undecided (draft, column);
  g_autofree char *message = NULL;

  if (match->entity == NULL)
    /* Translators: %s is a column */
    message = g_strdup_printf (_ ("“%s” is passed over"), name);
  else
    /* Translators: %1$s is a column, %2$s.%3$s a field, %4$d a share of 100, %5$s a sentence that says why */
    message =
      g_strdup_printf (_ ("“%1$s” is %2$s.%3$s (%4$d %% sure): %5$s"), name, match->entity->nick,
                       match->entity->fields[match->field].name, (int) (match->confidence * 100), match->reason);
  vigie_command_tell (message);
  for (guint i = 0; i < undecided->len; i++)
    {
      g_autofree char *value =
        /* Translators: %1$s is a column, %2$s a value that stands there */
        g_strdup_printf (_ ("“%1$s”: what “%2$s” is remains to be said in the mapping"), name,
                         (const char *) g_ptr_array_index (undecided, i));

      vigie_command_tell (value);
    }
}

/**
 * vigie_import_draft_tell:
 *
 * Tells what a row is taken for, and each column.
 */
void
vigie_import_draft_tell (VigieDraft *draft)
{
  /* Translators: %1$s is a file, %2$s a kind of rows, %3$d a share of 100 */
  g_autofree char *message = g_strdup_printf (_ ("the rows of “%1$s” are %2$s (%3$d %% sure)"), draft->sample->name,
                                              draft->kind, (int) (draft->kind_confidence * 100));

  vigie_command_tell (message);
  for (gsize i = 0; draft->sample->notices[i] != NULL; i++)
    vigie_command_tell (draft->sample->notices[i]);
  for (guint i = 0; i < draft->sample->n_columns; i++)
    if (*draft->sample->columns[i] != '\0')
      tell_column (draft, i);
}

/**
 * vigie_import_draft_save:
 *
 * Writes the mapping that the draft says, for `--mapping`.
 *
 * Returns: %FALSE with @error
 */
gboolean
vigie_import_draft_save (VigieDraft *draft, const char *path, GError **error)
{
  g_autoptr (VigieMapping) mapping = vigie_draft_make_mapping (draft, error);
  g_autofree char *json = mapping != NULL ? vigie_mapping_dup_json (mapping) : NULL;

  return json != NULL && g_file_set_contents (path, json, -1, error);
}
