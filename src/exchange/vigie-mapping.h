// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-exchange-error.h"
#include "vigie-native.h"

G_BEGIN_DECLS

/**
 * VigieMapFormat:
 * @VIGIE_MAP_NATIVE: as vigie_native_parse() reads it
 * @VIGIE_MAP_ONE_LINE: a text whose line breaks become spaces
 * @VIGIE_MAP_LIST: a text made of a list that was written as `['a', 'b']`: `a; b`
 * @VIGIE_MAP_MONTH: a date known to the month only, as its first day
 * @VIGIE_MAP_DAY: the day of a moment such as `28/11/26 14:30`, day before month
 * @VIGIE_MAP_MONTH_DAY: the same, month before day, as in the United States
 * @VIGIE_MAP_DURATION: minutes, from hours and minutes such as `1:30` or `1 h 30`
 * @VIGIE_MAP_HOURS: minutes, from a number of hours such as `1,5`
 */
typedef enum
{
  VIGIE_MAP_NATIVE,
  VIGIE_MAP_ONE_LINE,
  VIGIE_MAP_LIST,
  VIGIE_MAP_MONTH,
  VIGIE_MAP_DAY,
  VIGIE_MAP_MONTH_DAY,
  VIGIE_MAP_DURATION,
  VIGIE_MAP_HOURS,
} VigieMapFormat;

typedef struct _VigieMatch VigieMatch;

/**
 * VigieMapPart:
 * @text: a literal, or the name of a column
 *
 * A piece of a template. A digest is made of the cells of several columns, which follow it.
 */
typedef struct
{
  enum
  {
    VIGIE_MAP_PART_LITERAL,
    VIGIE_MAP_PART_COLUMN,
    VIGIE_MAP_PART_DIGEST,
  } kind;
  char *text;
  char **columns;
} VigieMapPart;

/**
 * VigieMapField:
 * @field: index in the entity
 * @column: (nullable): the column it is read from
 * @constant: (nullable): the canonical text it always has
 * @template: (nullable) (element-type VigieMapPart): what it is put together from
 * @values: (nullable): folded text of the source to canonical text; "" is *not measured*
 * @otherwise: (nullable): the canonical text of any other value; "" is *not measured*; %NULL refuses it
 *
 * Where the value of a field comes from: one of @column, @constant and @template.
 */
typedef struct
{
  guint field;
  char *column;
  char *constant;
  GPtrArray *template;
  GHashTable *values;
  char *otherwise;
  VigieMapFormat format;
  VigieNativeStyle style;
} VigieMapField;

/**
 * VigieMapCondition:
 * @values: (nullable): folded texts one of which the cell must have; where %NULL the cell must be filled,
 *   or blank where @blank
 */
typedef struct
{
  char *column;
  GHashTable *values;
  gboolean blank;
} VigieMapCondition;

/**
 * VigieMapRecord:
 * @when: (element-type VigieMapCondition): which must all hold
 * @fields: (element-type VigieMapField)
 *
 * A record that a row makes.
 */
typedef struct
{
  const VigieEntity *entity;
  GPtrArray *when;
  GPtrArray *fields;
} VigieMapRecord;

/**
 * VigieMapping:
 * @name: of the mapping, for messages
 * @columns: the name of a column to a #GStrv of other names that it has in other forms of the table
 * @keep: (element-type VigieMapCondition): rows where they do not all hold are passed over
 * @records: (element-type VigieMapRecord): in the order in which they are put
 * @principal: index of the record that a row is: whether it was added says whether the row was
 *
 * How the rows of a table become records of the register. It is not changed once made.
 */
typedef struct
{
  char *name;
  char *kind;
  GHashTable *columns;
  GPtrArray *keep;
  GPtrArray *records;
  guint principal;
} VigieMapping;

VigieMapping *vigie_mapping_new (const char *name);
VigieMapping *vigie_mapping_load (GBytes *bytes, const char *name, GError **error);
VigieMapping *vigie_mapping_new_native (const char *kind, const char *file, const char *const *columns, GError **error);
VigieMapping *vigie_mapping_new_matched (const char *kind, const char *file, const char *const *columns,
                                         const VigieMatch *matches, GHashTable *constants, GError **error);
char *vigie_mapping_dup_json (const VigieMapping *self);
const char *vigie_map_format_get_name (VigieMapFormat format);
gboolean vigie_map_format_from_name (const char *name, const VigieField *field, VigieMapFormat *format);
void vigie_mapping_free (VigieMapping *self);

VigieMapRecord *vigie_mapping_add_record (VigieMapping *self, const VigieEntity *entity);
VigieMapField *vigie_map_record_add_field (VigieMapRecord *self, guint field);
VigieMapCondition *vigie_map_condition_new (const char *column);

char *vigie_map_field_convert (const VigieMapField *self, const VigieField *field, const char *source, GError **error);
gboolean vigie_map_field_read (const VigieMapField *self, const VigieField *field, const char *source,
                               VigieValue *value, GError **error);
GPtrArray *vigie_map_template_parse (const char *template);

const VigieEntity *vigie_kind_to_entity (const char *kind);
char *vigie_kind_dup_names (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieMapping, vigie_mapping_free)

G_END_DECLS
