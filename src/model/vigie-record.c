// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRecord: one record of an entity, a value a field.
 *
 * It is filled by its maker and not changed once shared, so that it may be read from any thread.
 */

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _VigieRecord
{
  GObject parent_instance;

  const VigieEntity *entity;
  VigieValue *values;
  char **titles; /* made where there is one; as many as there are fields */
  VigieDate entered_on;
};

G_DEFINE_FINAL_TYPE (VigieRecord, vigie_record, G_TYPE_OBJECT)

static void
vigie_record_finalize (GObject *object)
{
  VigieRecord *self = VIGIE_RECORD (object);

  for (guint i = 0; self->entity != NULL && i < self->entity->n_fields; i++)
    {
      vigie_value_clear (&self->values[i]);
      if (self->titles != NULL)
        g_free (self->titles[i]);
    }
  g_free (self->titles);
  g_free (self->values);
  G_OBJECT_CLASS (vigie_record_parent_class)->finalize (object);
}

static void
vigie_record_class_init (VigieRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_record_finalize;
}

static void
vigie_record_init (VigieRecord *self G_GNUC_UNUSED)
{
}

/**
 * vigie_record_new:
 *
 * Returns: (transfer full): a record of @entity in which nothing is measured
 */
VigieRecord *
vigie_record_new (const VigieEntity *entity)
{
  VigieRecord *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_object_new (VIGIE_TYPE_RECORD, NULL);
  self->entity = entity;
  self->entered_on = VIGIE_DATE_NONE;
  self->values = g_new0 (VigieValue, entity->n_fields);
  return self;
}

/**
 * vigie_record_get_entity:
 *
 * Returns: (transfer none): what @self is a record of
 */
const VigieEntity *
vigie_record_get_entity (VigieRecord *self)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self), NULL);

  return self->entity;
}

/**
 * vigie_record_set_from_text:
 * @field: index of a field of its entity
 * @text: (nullable): canonical text, see vigie_field_parse()
 *
 * Returns: %FALSE with @error where @text is no value of the field; the old value then stays
 */
gboolean
vigie_record_set_from_text (VigieRecord *self, guint field, const char *text, GError **error)
{
  g_auto (VigieValue) value = { 0 };

  g_return_val_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields, FALSE);

  if (!vigie_field_parse (&self->entity->fields[field], text, &value, error))
    return FALSE;
  vigie_record_take_value (self, field, &value);
  return TRUE;
}

/**
 * vigie_record_take_value:
 * @field: index of a field of its entity
 * @value: (transfer full): a value that vigie_field_parse() made for that field; it is left empty
 */
void
vigie_record_take_value (VigieRecord *self, guint field, VigieValue *value)
{
  g_return_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields);

  vigie_value_clear (&self->values[field]);
  self->values[field] = *value;
  *value = (VigieValue) { 0 };
}

/**
 * vigie_record_set_text:
 * @field: a text or reference field
 * @text: (nullable): %NULL or empty is *not measured*
 */
void
vigie_record_set_text (VigieRecord *self, guint field, const char *text)
{
  g_return_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields);
  g_return_if_fail (vigie_field_holds_text (&self->entity->fields[field]));

  vigie_value_clear (&self->values[field]);
  if (text == NULL || *text == '\0')
    return;
  self->values[field].measured = TRUE;
  self->values[field].text = g_ref_string_new (text);
}

/**
 * vigie_record_set_number:
 * @field: an integer, boolean or enumeration field
 */
void
vigie_record_set_number (VigieRecord *self, guint field, gint64 number)
{
  g_return_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields);
  g_return_if_fail (!vigie_field_holds_text (&self->entity->fields[field]));

  self->values[field].measured = TRUE;
  self->values[field].number = number;
}

/**
 * vigie_record_set_date:
 * @field: a date field
 * @date: %VIGIE_DATE_NONE is *not measured*
 */
void
vigie_record_set_date (VigieRecord *self, guint field, VigieDate date)
{
  g_return_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields);
  g_return_if_fail (self->entity->fields[field].type == VIGIE_FIELD_DATE);

  if (date == VIGIE_DATE_NONE)
    vigie_record_unset (self, field);
  else
    vigie_record_set_number (self, field, date);
}

/**
 * vigie_record_unset:
 *
 * Makes the field *not measured*.
 */
void
vigie_record_unset (VigieRecord *self, guint field)
{
  g_return_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields);

  vigie_value_clear (&self->values[field]);
}

/**
 * vigie_record_get_value:
 *
 * Returns: (transfer none): the value of a field
 */
const VigieValue *
vigie_record_get_value (VigieRecord *self, guint field)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields, NULL);

  return &self->values[field];
}

gboolean
vigie_record_is_measured (VigieRecord *self, guint field)
{
  return vigie_record_get_value (self, field)->measured;
}

/**
 * vigie_record_get_text:
 *
 * Returns: (transfer none) (nullable): the text, or the code that a reference names
 */
const char *
vigie_record_get_text (VigieRecord *self, guint field)
{
  return vigie_record_get_value (self, field)->text;
}

/**
 * vigie_record_get_number:
 *
 * Returns: the number, or @fallback where it is not measured
 */
gint64
vigie_record_get_number (VigieRecord *self, guint field, gint64 fallback)
{
  const VigieValue *value = vigie_record_get_value (self, field);

  return value->measured ? value->number : fallback;
}

/**
 * vigie_record_get_date:
 *
 * Returns: the day, or %VIGIE_DATE_NONE where it is not measured
 */
VigieDate
vigie_record_get_date (VigieRecord *self, guint field)
{
  return (VigieDate) vigie_record_get_number (self, field, VIGIE_DATE_NONE);
}

/**
 * vigie_record_set_entered_on:
 * @day: on which the record was entered; %VIGIE_DATE_NONE where nothing is said of it
 *
 * Notes what is known of the record beside its fields.
 */
void
vigie_record_set_entered_on (VigieRecord *self, VigieDate day)
{
  g_return_if_fail (VIGIE_IS_RECORD (self));

  self->entered_on = day;
}

VigieDate
vigie_record_get_entered_on (VigieRecord *self)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self), VIGIE_DATE_NONE);

  return self->entered_on;
}

/**
 * vigie_record_set_title:
 * @field: a reference field
 * @title: (nullable): what people call what it names
 *
 * Says what is shown in place of a code. It is no part of the record: neither kept nor compared.
 */
void
vigie_record_set_title (VigieRecord *self, guint field, const char *title)
{
  g_return_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields);
  g_return_if_fail (self->entity->fields[field].type == VIGIE_FIELD_REFERENCE);

  if (self->titles == NULL)
    self->titles = g_new0 (char *, self->entity->n_fields);
  g_set_str (&self->titles[field], title);
}

/**
 * vigie_record_get_title:
 *
 * Returns: (transfer none) (nullable): what people call what a reference field names, where that was asked for
 */
const char *
vigie_record_get_title (VigieRecord *self, guint field)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self) && field < self->entity->n_fields, NULL);

  return self->titles != NULL ? self->titles[field] : NULL;
}

/**
 * vigie_record_display:
 *
 * Returns: (transfer full): the value for a person: a name rather than a code, where it is known
 */
char *
vigie_record_display (VigieRecord *self, guint field)
{
  const char *title = vigie_record_get_title (self, field);

  if (title != NULL)
    return g_strdup (title);
  return vigie_field_display (&self->entity->fields[field], vigie_record_get_value (self, field));
}

/**
 * vigie_record_validate:
 *
 * Returns: %FALSE with the first required field that is missing
 */
gboolean
vigie_record_validate (VigieRecord *self, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self), FALSE);

  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VigieField *field = &self->entity->fields[i];

      if ((field->flags & VIGIE_FIELD_REQUIRED) == 0 || self->values[i].measured)
        continue;
      /* Translators: %1$s is an entity, %2$s a field */
      g_set_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_REQUIRED, _ ("%1$s: %2$s is required and is empty"),
                   self->entity->nick, field->name);
      return FALSE;
    }
  return TRUE;
}

/**
 * vigie_record_find_disorder:
 *
 * Returns: (transfer none) (nullable): the first order of its entity that its values break and that is
 *   not one of counts
 */
const VigieOrder *
vigie_record_find_disorder (VigieRecord *self)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self), NULL);

  for (guint i = 0; i < self->entity->n_orders; i++)
    {
      const VigieOrder *order = &self->entity->orders[i];
      const VigieValue *lesser = &self->values[order->lesser];
      const VigieValue *greater = &self->values[order->greater];

      if (!order->counted && lesser->measured && greater->measured && lesser->number > greater->number)
        return order;
    }
  return NULL;
}

/**
 * vigie_record_equal:
 *
 * Returns: whether both are of one entity and every value is the same
 */
gboolean
vigie_record_equal (VigieRecord *self, VigieRecord *other)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (self) && VIGIE_IS_RECORD (other), FALSE);

  if (self->entity != other->entity)
    return FALSE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (!vigie_value_equal (&self->values[i], &other->values[i]))
      return FALSE;
  return TRUE;
}

/* FNV-1a, 64 bits */
static guint64
digest (guint64 hash, gconstpointer data, gsize size)
{
  const guchar *bytes = data;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/**
 * vigie_record_hash_key:
 *
 * Returns: a digest of the entity and the key fields. That two of a million keys have the same by chance is one in
 *   37 million
 */
guint64
vigie_record_hash_key (VigieRecord *self)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  g_return_val_if_fail (VIGIE_IS_RECORD (self), 0);

  hash = digest (hash, self->entity->nick, strlen (self->entity->nick) + 1);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VigieField *field = &self->entity->fields[i];
      const VigieValue *value = &self->values[i];

      if ((field->flags & VIGIE_FIELD_KEY) == 0)
        continue;
      hash = digest (hash, &value->measured, sizeof value->measured);
      if (value->measured && vigie_field_holds_text (field))
        hash = digest (hash, value->text, strlen (value->text) + 1);
      else if (value->measured)
        hash = digest (hash, &value->number, sizeof value->number);
    }
  return hash;
}

/**
 * vigie_record_dup_key:
 *
 * Returns: (transfer full): what makes it that record, for messages: its key fields joined by " / "
 */
char *
vigie_record_dup_key (VigieRecord *self)
{
  GString *key;

  g_return_val_if_fail (VIGIE_IS_RECORD (self), NULL);

  key = g_string_new (NULL);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if ((self->entity->fields[i].flags & VIGIE_FIELD_KEY) == 0)
        continue;
      text = vigie_field_dup_canonical (&self->entity->fields[i], &self->values[i]);
      g_string_append_printf (key, "%s%s", key->len > 0 ? " / " : "", text != NULL ? text : "");
    }
  return g_string_free_and_steal (key);
}
