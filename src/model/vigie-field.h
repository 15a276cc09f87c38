// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

#include "vigie-date.h"

G_BEGIN_DECLS

typedef struct _VigieEntity VigieEntity;

typedef enum
{
  VIGIE_FIELD_TEXT,
  VIGIE_FIELD_INTEGER,
  VIGIE_FIELD_DATE,
  VIGIE_FIELD_BOOLEAN,
  VIGIE_FIELD_ENUM,
  VIGIE_FIELD_REFERENCE,
} VigieFieldType;

typedef enum
{
  VIGIE_UNIT_NONE,
  VIGIE_UNIT_PEOPLE,
  VIGIE_UNIT_MINUTES,
  VIGIE_UNIT_DAYS,
  VIGIE_UNIT_MONTHS,
  VIGIE_UNIT_PERCENT,
  VIGIE_UNIT_PERMILLE,
  VIGIE_UNIT_CENTS,
  VIGIE_UNIT_YEAR, /* of the calendar: written without grouping */
} VigieUnit;

/**
 * VigieFieldFlags:
 * @VIGIE_FIELD_REQUIRED: a record without it is refused
 * @VIGIE_FIELD_KEY: part of what makes a record the same record
 * @VIGIE_FIELD_SEARCHABLE: found by search
 * @VIGIE_FIELD_CREATES: a reference to a record that does not exist creates it
 * @VIGIE_FIELD_LONG: a text of sentences, typed on several lines
 * @VIGIE_FIELD_PERSONAL: personal data: never shown in a figure, never printed
 */
typedef enum
{
  VIGIE_FIELD_REQUIRED = 1 << 0,
  VIGIE_FIELD_KEY = 1 << 1,
  VIGIE_FIELD_SEARCHABLE = 1 << 2,
  VIGIE_FIELD_CREATES = 1 << 3,
  VIGIE_FIELD_PERSONAL = 1 << 4,
  VIGIE_FIELD_LONG = 1 << 5,
} VigieFieldFlags;

/**
 * VigieField:
 * @name: the stable name in SQL, JSON and CSV
 * @label: for people, untranslated, in the message context "field"
 * @enum_type: gives the enumeration of an %VIGIE_FIELD_ENUM
 * @reference: the entity that a %VIGIE_FIELD_REFERENCE names by its code
 * @minimum: of an integer; no range is checked where both bounds are 0
 * @maximum: of an integer; of a text the most bytes, %VIGIE_TEXT_MAX where it is 0
 *
 * A field of an entity: all that import, export, journal and forms need to know of it.
 */
typedef struct
{
  const char *name;
  const char *label;
  VigieFieldType type;
  GType (*enum_type) (void);
  const VigieEntity *reference;
  VigieUnit unit;
  gint64 minimum;
  gint64 maximum;
  VigieFieldFlags flags;
} VigieField;

/**
 * VigieValue:
 *
 * One value of a record: an interned text where the field is text or a reference; a number
 * otherwise (a date as #VigieDate, a boolean as 0 or 1, an enumeration as its value).
 */
typedef struct
{
  gboolean measured;
  gint64 number;
  char *text;
} VigieValue;

#define VIGIE_MODEL_ERROR (vigie_model_error_quark ())
GQuark vigie_model_error_quark (void);

typedef enum
{
  VIGIE_MODEL_ERROR_REQUIRED,
  VIGIE_MODEL_ERROR_VALUE,
  VIGIE_MODEL_ERROR_RANGE,
} VigieModelError;

/** The most bytes that a text may hold. */
#define VIGIE_TEXT_MAX 20000

gboolean vigie_field_parse (const VigieField *self, const char *text, VigieValue *value, GError **error);
char *vigie_field_dup_canonical (const VigieField *self, const VigieValue *value);
char *vigie_field_display (const VigieField *self, const VigieValue *value);
const char *vigie_field_get_label (const VigieField *self);
gsize vigie_field_get_text_max (const VigieField *self);
gboolean vigie_field_holds_text (const VigieField *self);

void vigie_value_clear (VigieValue *self);
gboolean vigie_value_equal (const VigieValue *a, const VigieValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigieValue, vigie_value_clear)

G_END_DECLS
