// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-exchange-error.h"
#include "vigie-record.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_ROW_SOURCE (vigie_row_source_get_type ())
G_DECLARE_INTERFACE (VigieRowSource, vigie_row_source, VIGIE, ROW_SOURCE, GObject)

/**
 * VigieFault:
 * @place: where the row is: the number of a line, or `entity[index]` in JSON
 * @column: (nullable): the column, or the field where no column has it
 * @value: (nullable): what stands there
 * @reason: why it is refused
 */
typedef struct
{
  char *place;
  char *column;
  char *value;
  char *reason;
} VigieFault;

VigieFault *vigie_fault_new (const char *place, const char *column, const char *value, const char *reason);
void vigie_fault_free (VigieFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFault, vigie_fault_free)

/**
 * VigieRow:
 * @list: (nullable): what list of the file it is of, where there are several
 * @number: which of the list it is, or in which line it begins; from 1
 * @records: (element-type VigieRecord): what it makes, in the order in which they are put
 * @origins: for each record, what it is made by: for the source itself
 * @principal: index of the record that the row is; -1 where it makes no such record
 * @faults: (element-type VigieFault): why it is refused; then its records are not put
 *
 * A row that becomes records. It is the source's own and holds until the next one.
 */
typedef struct
{
  const char *list;
  guint32 number;
  GPtrArray *records;
  GArray *origins;
  int principal;
  GPtrArray *faults;
} VigieRow;

struct _VigieRowSourceInterface
{
  GTypeInterface parent_iface;

  const char *(*get_name) (VigieRowSource *self);
  const VigieRow *(*next) (VigieRowSource *self, GError **error);
  void (*locate) (VigieRowSource *self, guint record, int field, char **column, char **value);
  double (*get_progress) (VigieRowSource *self);
};

const char *vigie_row_source_get_name (VigieRowSource *self);
const VigieRow *vigie_row_source_next (VigieRowSource *self, GError **error);
void vigie_row_source_locate (VigieRowSource *self, guint record, int field, char **column, char **value);
double vigie_row_source_get_progress (VigieRowSource *self);

char *vigie_row_dup_place (const VigieRow *self, guint32 number);
void vigie_row_init (VigieRow *self);
void vigie_row_reset (VigieRow *self);
void vigie_row_clear (VigieRow *self);

G_END_DECLS
