// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How lists were looked at last, and the views that a person gave a name. They are kept with the person's settings and not
 * in the register: how one looks at facts is no fact, must not stand in the journal that can never be changed, and must not
 * make two copies of a register differ; and one who may only read a register has views too.
 *
 * A view is a text of lines: `search=words`, `where=FILTER` as vigie_filter_parse() reads it, `group=FIELD`,
 * `sort=FIELD` or `sort=-FIELD`. What a later Vigie does not know any more is passed over.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-memory.h"

#include "vigie-config.h"
#include "vigie-words.h"

#include <gio/gio.h>
#include <string.h>

#define KEY "list-views"
#define KEY_SHOWN "lists"

VigieListView *
vigie_list_view_new (void)
{
  VigieListView *self = g_new0 (VigieListView, 1);

  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_filter_free);
  self->group_field = self->sort_field = -1;
  return self;
}

void
vigie_list_view_free (VigieListView *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  g_ptr_array_unref (self->filters);
  g_free (self);
}

/**
 * vigie_list_view_dup_text:
 * @entity: of the rows of the list
 *
 * Returns: (transfer full): what vigie_list_view_parse() reads back
 */
char *
vigie_list_view_dup_text (const VigieListView *self, const VigieEntity *entity)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->search != NULL && *self->search != '\0')
    g_string_append_printf (text, "search=%s\n", self->search);
  for (guint i = 0; i < self->filters->len; i++)
    {
      g_autofree char *filter = vigie_filter_dup_text (g_ptr_array_index (self->filters, i), entity);

      g_string_append_printf (text, "where=%s\n", filter);
    }
  if (self->group_field >= 0)
    g_string_append_printf (text, "group=%s\n", entity->fields[self->group_field].name);
  if (self->sort_field >= 0)
    g_string_append_printf (text, "sort=%s%s\n", self->descending ? "-" : "", entity->fields[self->sort_field].name);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
take_line (VigieListView *self, const VigieEntity *entity, const char *line)
{
  if (g_str_has_prefix (line, "search="))
    g_set_str (&self->search, line + strlen ("search="));
  else if (g_str_has_prefix (line, "where="))
    {
      VigieFilter *filter = vigie_filter_parse (entity, line + strlen ("where="), NULL);

      if (filter != NULL)
        g_ptr_array_add (self->filters, filter);
    }
  else if (g_str_has_prefix (line, "group="))
    self->group_field = vigie_entity_find_field (entity, line + strlen ("group="));
  else if (g_str_has_prefix (line, "sort="))
    {
      line += strlen ("sort=");
      self->descending = *line == '-';
      self->sort_field = vigie_entity_find_field (entity, line + self->descending);
    }
}

/**
 * vigie_list_view_parse:
 * @text: (nullable)
 *
 * Returns: (transfer full): the view, as far as it is known
 */
VigieListView *
vigie_list_view_parse (const VigieEntity *entity, const char *text)
{
  VigieListView *self = vigie_list_view_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    take_line (self, entity, lines[i]);
  return self;
}

/* --- where they are kept -------------------------------------------------------------------------- */

/* Replaces or takes out the view of that name. */
static void
write_view (const char *list, const char *name, const char *view)
{
  g_autoptr (GSettings) settings = g_settings_new (VIGIE_SCHEMA_ID);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sss)"));
  GVariantIter iter;
  const char *other_list, *other_name, *other_view;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &other_list, &other_name, &other_view))
    if (!g_str_equal (list, other_list) || !g_str_equal (name, other_name))
      g_variant_builder_add (&builder, "(sss)", other_list, other_name, other_view);
  if (view != NULL)
    g_variant_builder_add (&builder, "(sss)", list, name, view);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * vigie_list_memory_keep:
 * @list: which list
 * @name: of the view, or %VIGIE_LIST_LAST
 * @view: as vigie_list_view_dup_text() writes it
 */
void
vigie_list_memory_keep (const char *list, const char *name, const char *view)
{
  write_view (list, name, view);
}

void
vigie_list_memory_forget (const char *list, const char *name)
{
  write_view (list, name, NULL);
}

/**
 * vigie_list_memory_dup:
 *
 * Returns: (transfer full) (nullable): the view of that name
 */
char *
vigie_list_memory_dup (const char *list, const char *name)
{
  g_autoptr (GSettings) settings = g_settings_new (VIGIE_SCHEMA_ID);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *other_list, *other_name, *view;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &other_list, &other_name, &view))
    if (g_str_equal (list, other_list) && g_str_equal (name, other_name))
      return g_strdup (view);
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return vigie_words_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * vigie_list_memory_dup_names:
 *
 * Returns: (transfer full): the names of the views of @list, in alphabetical order
 */
GStrv
vigie_list_memory_dup_names (const char *list)
{
  g_autoptr (GSettings) settings = g_settings_new (VIGIE_SCHEMA_ID);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  GVariantIter iter;
  const char *other_list, *name, *view;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &other_list, &name, &view))
    if (g_str_equal (list, other_list) && *name != '\0')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return (GStrv) g_ptr_array_steal (names, NULL);
}

/**
 * vigie_list_memory_keep_shown:
 * @list: which list of a page is shown
 * @others: (array zero-terminated=1): all lists of the page
 */
void
vigie_list_memory_keep_shown (const char *list, const char *const *others)
{
  g_autoptr (GSettings) settings = g_settings_new (VIGIE_SCHEMA_ID);
  g_auto (GStrv) kept = g_settings_get_strv (settings, KEY_SHOWN);
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  for (guint i = 0; kept[i] != NULL; i++)
    if (!g_strv_contains (others, kept[i]))
      g_strv_builder_add (shown, kept[i]);
  g_strv_builder_add (shown, list);
  now = g_strv_builder_end (shown);
  g_settings_set_strv (settings, KEY_SHOWN, (const char *const *) now);
}

/**
 * vigie_list_memory_was_shown:
 *
 * Returns: whether @list is the one of its page that was shown last
 */
gboolean
vigie_list_memory_was_shown (const char *list)
{
  g_autoptr (GSettings) settings = g_settings_new (VIGIE_SCHEMA_ID);
  g_auto (GStrv) kept = g_settings_get_strv (settings, KEY_SHOWN);

  return g_strv_contains ((const char *const *) kept, list);
}
