// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a list is narrowed to, as a value, and as a text that a view keeps or a person types: `stage=pilot`,
 * `due_on=2026-01-01..2026-03-31`, `due_on=..2026-03-31`, and `due_on=` for what is not measured.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-filter.h"

#include "vigie-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * vigie_filter_new:
 * @value: (nullable): canonical text; %NULL for what is not measured
 */
VigieFilter *
vigie_filter_new (guint field, const char *value)
{
  VigieFilter *self = g_new0 (VigieFilter, 1);

  self->field = field;
  self->value = g_strdup (value);
  return self;
}

/**
 * vigie_filter_new_range:
 * @from: (nullable): canonical text
 * @to: (nullable): canonical text
 */
VigieFilter *
vigie_filter_new_range (guint field, const char *from, const char *to)
{
  VigieFilter *self = g_new0 (VigieFilter, 1);

  self->field = field;
  self->is_range = TRUE;
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  return self;
}

void
vigie_filter_free (VigieFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->value);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static gboolean
has_range (const VigieField *field)
{
  return field->type == VIGIE_FIELD_INTEGER || field->type == VIGIE_FIELD_DATE;
}

/* The canonical text of a part of a filter; NULL where it says nothing. */
static gboolean
take_part (const VigieField *field, const char *text, char **part, GError **error)
{
  g_auto (VigieValue) value = { 0 };

  if (!vigie_field_parse (field, text, &value, error))
    return FALSE;
  *part = vigie_field_dup_canonical (field, &value);
  return TRUE;
}

static gboolean
read_range (VigieFilter *self, const VigieField *field, const char *text, const char *dots, GError **error)
{
  g_autofree char *from = g_strndup (text, (gsize) (dots - text));

  self->is_range = TRUE;
  return take_part (field, from, &self->from, error) && take_part (field, dots + 2, &self->to, error);
}

/**
 * vigie_filter_parse:
 * @entity: whose records are filtered
 * @text: as vigie_filter_dup_text() writes it
 *
 * Returns: (transfer full): the filter; %NULL with @error, which says what is wrong with @text
 */
VigieFilter *
vigie_filter_parse (const VigieEntity *entity, const char *text, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
  int field = vigie_entity_find_field (entity, name);
  g_autoptr (VigieFilter) self = NULL;
  const char *dots;

  if (sign == NULL || field < 0)
    {
      g_autofree char *names = vigie_entity_dup_field_names (entity);

      g_set_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_VALUE,
                   /* Translators: %1$s is what was given, %2$s a list of names */
                   _ ("“%1$s” is not FIELD=VALUE; the fields are: %2$s"), text, names);
      return NULL;
    }
  self = vigie_filter_new ((guint) field, NULL);
  dots = has_range (&entity->fields[field]) ? strstr (sign + 1, "..") : NULL;
  if (dots != NULL ? read_range (self, &entity->fields[field], sign + 1, dots, error)
                   : take_part (&entity->fields[field], sign + 1, &self->value, error))
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * vigie_filter_dup_text:
 *
 * Returns: (transfer full): what vigie_filter_parse() reads back
 */
char *
vigie_filter_dup_text (const VigieFilter *self, const VigieEntity *entity)
{
  const char *name = entity->fields[self->field].name;

  if (!self->is_range)
    return g_strdup_printf ("%s=%s", name, self->value != NULL ? self->value : "");
  return g_strdup_printf ("%s=%s..%s", name, self->from != NULL ? self->from : "", self->to != NULL ? self->to : "");
}

static char *
display_part (const VigieField *field, const char *text)
{
  g_auto (VigieValue) value = { 0 };

  return vigie_field_parse (field, text, &value, NULL) ? vigie_field_display (field, &value) : g_strdup (text);
}

/**
 * vigie_filter_display:
 * @title: (nullable): what people call what @value names
 *
 * Returns: (transfer full): the filter for a person, in the reader's language: "Stage: Pilot"
 */
char *
vigie_filter_display (const VigieFilter *self, const VigieEntity *entity, const char *title)
{
  const VigieField *field = &entity->fields[self->field];
  const char *label = vigie_field_get_label (field);
  g_autofree char *from = self->from != NULL ? display_part (field, self->from) : NULL;
  g_autofree char *to = self->to != NULL ? display_part (field, self->to) : NULL;
  g_autofree char *value = self->value != NULL ? display_part (field, self->value) : NULL;

  if (from != NULL && to != NULL)
    /* Translators: a filter of a list: %1$s is a field, %2$s the least and %3$s the greatest value */
    return g_strdup_printf (C_ ("filter", "%1$s: %2$s to %3$s"), label, from, to);
  if (from != NULL)
    /* Translators: a filter of a list: %1$s is a field, %2$s the least value */
    return g_strdup_printf (C_ ("filter", "%1$s: from %2$s"), label, from);
  if (to != NULL)
    /* Translators: a filter of a list: %1$s is a field, %2$s the greatest value */
    return g_strdup_printf (C_ ("filter", "%1$s: up to %2$s"), label, to);
  if (self->is_range)
    /* Translators: a filter of a list that keeps rows where %s is known */
    return g_strdup_printf (C_ ("filter", "%s: known"), label);
  if (value == NULL)
    /* Translators: a filter of a list that keeps rows where %s is not known */
    return g_strdup_printf (C_ ("filter", "%s: not measured"), label);
  /* Translators: a filter of a list: %1$s is a field, %2$s its value */
  return g_strdup_printf (C_ ("filter", "%1$s: %2$s"), label, title != NULL ? title : value);
}

gboolean
vigie_filter_equal (const VigieFilter *a, const VigieFilter *b)
{
  return a->field == b->field && a->is_range == b->is_range && g_strcmp0 (a->value, b->value) == 0 &&
         g_strcmp0 (a->from, b->from) == 0 && g_strcmp0 (a->to, b->to) == 0;
}

/**
 * vigie_filters_copy:
 * @filters: (nullable) (element-type VigieFilter)
 *
 * Returns: (transfer full) (nullable) (element-type VigieFilter): the same filters, of which no one else has a part
 */
GPtrArray *
vigie_filters_copy (GPtrArray *filters)
{
  GPtrArray *copy;

  if (filters == NULL)
    return NULL;
  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_filter_free);
  for (guint i = 0; i < filters->len; i++)
    {
      const VigieFilter *filter = g_ptr_array_index (filters, i);
      VigieFilter *same = vigie_filter_new_range (filter->field, filter->from, filter->to);

      same->is_range = filter->is_range;
      same->value = g_strdup (filter->value);
      g_ptr_array_add (copy, same);
    }
  return copy;
}
