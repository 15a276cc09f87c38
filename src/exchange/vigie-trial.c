// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieTrial: what an import would do, before it does it: how many rows would be added, changed, left as they are and
 * refused, and the first rows as they would be taken, with what is wrong beside the cell where it is wrong.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-trial.h"

#include "vigie-fold.h"
#include "vigie-mapped-rows.h"

static void
row_free (gpointer data)
{
  VigieTrialRow *row = data;

  for (guint i = 0; i < row->n_columns; i++)
    {
      g_free (row->texts[i]);
      g_free (row->faults[i]);
    }
  g_free (row->texts);
  g_free (row->faults);
  g_free (row->fault);
  g_free (row);
}

static int
find_column (VigieDraft *draft, const char *name)
{
  g_autofree char *folded = name != NULL ? vigie_text_fold (name) : NULL;

  for (guint i = 0; folded != NULL && i < draft->sample->n_columns; i++)
    {
      g_autofree char *own = vigie_text_fold (draft->sample->columns[i]);

      if (g_str_equal (own, folded))
        return (int) i;
    }
  return -1;
}

/* Tells a fault beside its cell, or else of the row. */
static void
tell (VigieDraft *draft, VigieTrialRow *row, const VigieFault *fault)
{
  int column = find_column (draft, fault->column);
  char **place = column >= 0 ? &row->faults[column] : &row->fault;

  if (*place == NULL)
    *place = g_strdup (fault->reason);
  if (column >= 0 && row->texts[column] == NULL)
    row->texts[column] = g_strdup (fault->value != NULL ? fault->value : "");
}

static void
show_record (VigieDraft *draft, VigieTrialRow *row, VigieRecord *record)
{
  const VigieEntity *entity = vigie_record_get_entity (record);

  for (guint i = 0; i < row->n_columns; i++)
    if (draft->matches[i].entity == entity && row->texts[i] == NULL)
      row->texts[i] = vigie_record_display (record, draft->matches[i].field);
}

static VigieTrialRow *
make_row (VigieDraft *draft, const VigieRow *from)
{
  VigieTrialRow *row = g_new0 (VigieTrialRow, 1);

  row->line = from->number;
  row->n_columns = draft->sample->n_columns;
  row->texts = g_new0 (char *, row->n_columns + 1);
  row->faults = g_new0 (char *, row->n_columns + 1);
  for (guint i = 0; i < from->faults->len; i++)
    tell (draft, row, g_ptr_array_index (from->faults, i));
  for (guint i = 0; i < from->records->len; i++)
    show_record (draft, row, g_ptr_array_index (from->records, i));
  return row;
}

static VigieMappedRows *
open_rows (VigieDraft *draft, const VigieTableOptions *options, GError **error)
{
  VigieMapping *mapping = vigie_draft_make_mapping (draft, error);
  g_autoptr (VigieTableSource) table = mapping != NULL ? vigie_table_source_open (draft->file, options, error) : NULL;

  if (table != NULL)
    return vigie_mapped_rows_new (table, mapping, error);
  g_clear_pointer (&mapping, vigie_mapping_free);
  return NULL;
}

/**
 * vigie_draft_open_import:
 * @options: (nullable): as the draft was made with
 *
 * Returns: (transfer full): the import that the draft says, of which nothing is done yet; %NULL with @error
 */
VigieImport *
vigie_draft_open_import (VigieDraft *draft, const VigieTableOptions *options, GError **error)
{
  g_autoptr (VigieMappedRows) rows = open_rows (draft, options, error);

  return rows != NULL ? vigie_import_new (VIGIE_ROW_SOURCE (rows)) : NULL;
}

static gboolean
read_rows (VigieTrial *self, VigieDraft *draft, const VigieTableOptions *options, GError **error)
{
  g_autoptr (VigieMappedRows) rows = open_rows (draft, options, error);
  g_autoptr (GError) local = NULL;
  const VigieRow *row;

  if (rows == NULL)
    return FALSE;
  while (self->rows->len < VIGIE_SAMPLE_ROWS && (row = vigie_row_source_next (VIGIE_ROW_SOURCE (rows), &local)) != NULL)
    g_ptr_array_add (self->rows, make_row (draft, row));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What the register itself refuses of the rows that are shown. */
static void
tell_faults (VigieTrial *self, VigieDraft *draft)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      const VigieFault *fault = g_ptr_array_index (self->faults, i);
      guint64 line = g_ascii_strtoull (fault->place, NULL, 10);

      for (guint j = 0; j < self->rows->len; j++)
        if (((VigieTrialRow *) g_ptr_array_index (self->rows, j))->line == line)
          tell (draft, g_ptr_array_index (self->rows, j), fault);
    }
}

/**
 * vigie_trial_new:
 * @options: (nullable): as the draft was made with
 *
 * Tries an import and writes nothing. It may take some time: call it in a thread, in which @draft is not changed.
 *
 * Returns: (transfer full): what it would do; %NULL with @error
 */
VigieTrial *
vigie_trial_new (VigieDraft *draft, const VigieTableOptions *options, VigieStore *store, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (VigieTrial) self = g_new0 (VigieTrial, 1);
  g_autoptr (VigieImport) import = NULL;
  const VigieImportReport *report;

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_fault_free);
  if (!read_rows (self, draft, options, error))
    return NULL;
  import = vigie_draft_open_import (draft, options, error);
  if (import == NULL || !vigie_import_run (import, store, TRUE, cancellable, error))
    return NULL;
  report = vigie_import_get_report (import);
  for (guint i = 0; i < G_N_ELEMENTS (self->outcomes); i++)
    self->outcomes[i] = report->rows[i];
  for (guint i = 0; i < report->faults->len; i++)
    {
      const VigieFault *fault = g_ptr_array_index (report->faults, i);

      g_ptr_array_add (self->faults, vigie_fault_new (fault->place, fault->column, fault->value, fault->reason));
    }
  self->n_faults = report->n_faults;
  tell_faults (self, draft);
  return g_steal_pointer (&self);
}

void
vigie_trial_free (VigieTrial *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->faults);
  g_free (self);
}
