// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieHeadings: what columns are called that hold a field: the field's own name, its label in French or in English,
 * and the names that data/reference/headings lists, which human resources and training platforms use.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-headings.h"

#include "vigie-catalogue.h"
#include "vigie-config.h"
#include "vigie-fold.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define RESOURCE VIGIE_RESOURCE_PREFIX "/reference/headings/headings.json"
/* A shorter word stands in too many names to say anything: `id`, `to`, `n°`. */
#define PART_LEAST 4

/* The names of a field, folded; the first two are its labels. */
typedef struct
{
  char *name;
  GPtrArray *labels;
  GPtrArray *others;
} Names;

struct _VigieHeadings
{
  GHashTable *others; /* "entity.field" → GPtrArray of folded names */
  GHashTable *names;  /* VigieField → Names, once asked for */
  GHashTable *folded; /* name of a column → folded, without what stands in brackets */
};

static void
names_free (gpointer data)
{
  Names *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

static void
read_names (JsonObject *object G_GNUC_UNUSED, const char *field, JsonNode *node, gpointer data)
{
  VigieHeadings *self = data;
  JsonArray *list = json_node_get_array (node);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (names, vigie_text_fold (json_array_get_string_element (list, i)));
  g_hash_table_insert (self->others, g_strdup (field), names);
}

/**
 * vigie_headings_new:
 *
 * Returns: (transfer full): what columns are called
 */
VigieHeadings *
vigie_headings_new (void)
{
  VigieHeadings *self = g_new0 (VigieHeadings, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, names_free);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* The program carries the file with it. */
  if (data == NULL || !json_parser_load_from_data (parser, data, (gssize) size, NULL))
    g_return_val_if_reached (self);
  json_object_foreach_member (
    json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "headings"), read_names, self);
  return self;
}

void
vigie_headings_free (VigieHeadings *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->others);
  g_hash_table_unref (self->folded);
  g_free (self);
}

static const Names *
get_names (VigieHeadings *self, const VigieEntity *entity, guint index)
{
  const VigieField *field = &entity->fields[index];
  Names *names = g_hash_table_lookup (self->names, field);
  g_autofree char *full = NULL;
  GPtrArray *others;

  if (names != NULL)
    return names;
  full = g_strdup_printf ("%s.%s", entity->nick, field->name);
  others = g_hash_table_lookup (self->others, full);
  names = g_new0 (Names, 1);
  names->name = vigie_text_fold (field->name);
  names->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names->labels, vigie_text_fold (field->label));
  g_ptr_array_add (names->labels, vigie_text_fold (vigie_catalogue_lookup (VIGIE_LANGUAGE_FR, "field", field->label)));
  names->others = others != NULL ? g_ptr_array_ref (others) : NULL;
  g_hash_table_insert (self->names, (gpointer) field, names);
  return names;
}

/* `Date_de_formation (jj/mm/aaaa) *` is "date de formation" too. */
static const char *
get_folded (VigieHeadings *self, const char *column)
{
  char *folded = g_hash_table_lookup (self->folded, column);
  char *bracket;

  if (folded != NULL)
    return folded;
  folded = vigie_text_fold (column);
  g_strdelimit (folded, "_:*", ' ');
  bracket = strchr (folded, '(');
  if (bracket != NULL && bracket > folded)
    *bracket = '\0';
  g_strstrip (folded);
  g_hash_table_insert (self->folded, g_strdup (column), folded);
  return folded;
}

static gboolean
lists (GPtrArray *names, const char *text)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), text))
      return TRUE;
  return FALSE;
}

static gboolean
is_boundary (char c)
{
  return c == '\0' || (!g_ascii_isalnum (c) && (guchar) c < 0x80);
}

/* Whether a name stands in @text as whole words. */
static gboolean
holds (GPtrArray *names, const char *text)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *at = strlen (name) >= PART_LEAST ? strstr (text, name) : NULL;

      if (at != NULL && (at == text || is_boundary (at[-1])) && is_boundary (at[strlen (name)]))
        return TRUE;
    }
  return FALSE;
}

/**
 * vigie_headings_compare:
 * @column: the name of a column
 * @style: (out): how its numbers are meant, where it is the field
 *
 * Returns: how the name says that the column is the field
 */
VigieNaming
vigie_headings_compare (VigieHeadings *self, const VigieEntity *entity, guint field, const char *column,
                        VigieNativeStyle *style)
{
  const Names *names = get_names (self, entity, field);
  g_autofree char *whole = vigie_text_fold (column);
  g_autofree char *full = g_strdup_printf ("%s.%s", entity->nick, entity->fields[field].name);
  const char *folded = get_folded (self, column);

  *style = VIGIE_NATIVE_MACHINE;
  if (g_str_equal (whole, names->name) || g_str_equal (whole, full))
    return VIGIE_NAMING_OWN;
  *style = VIGIE_NATIVE_PERSON;
  if (*folded == '\0')
    return VIGIE_NAMING_NONE;
  if (lists (names->labels, whole) || lists (names->labels, folded))
    return VIGIE_NAMING_OWN;
  if (lists (names->others, whole) || lists (names->others, folded))
    return VIGIE_NAMING_OTHER;
  return holds (names->labels, folded) || holds (names->others, folded) ? VIGIE_NAMING_PART : VIGIE_NAMING_NONE;
}
