// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSearchProvider: AI systems in the search of GNOME Shell, by org.gnome.Shell.SearchProvider2. It searches the
 * register that a window shows, the one used last where there are several; where none is open, the one of the shelf
 * that was used last, which it only reads. Nothing runs for it before it is asked.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-search-provider.h"

#include "vigie-shelf.h"
#include "vigie-system.h"
#include "vigie-window.h"

#define RESULTS_MAX 8
#define SEPARATOR "\n"

static const char interface_xml[] = "<node>"
                                    "<interface name='org.gnome.Shell.SearchProvider2'>"
                                    "<method name='GetInitialResultSet'>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='as' name='results' direction='out'/>"
                                    "</method>"
                                    "<method name='GetSubsearchResultSet'>"
                                    "<arg type='as' name='previous_results' direction='in'/>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='as' name='results' direction='out'/>"
                                    "</method>"
                                    "<method name='GetResultMetas'>"
                                    "<arg type='as' name='identifiers' direction='in'/>"
                                    "<arg type='aa{sv}' name='metas' direction='out'/>"
                                    "</method>"
                                    "<method name='ActivateResult'>"
                                    "<arg type='s' name='identifier' direction='in'/>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='u' name='timestamp' direction='in'/>"
                                    "</method>"
                                    "<method name='LaunchSearch'>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='u' name='timestamp' direction='in'/>"
                                    "</method>"
                                    "</interface>"
                                    "</node>";

struct _VigieSearchProvider
{
  GObject parent_instance;

  /* borrowed */
  GtkApplication *application;

  /* owned */
  GDBusConnection *connection;
  VigieStore *kept;  /* of the shelf, where no window shows a register */
  GHashTable *found; /* of what was found last: its identifier to its record */
  guint registration;
};

G_DEFINE_FINAL_TYPE (VigieSearchProvider, vigie_search_provider, G_TYPE_OBJECT)

/* --- a search -------------------------------------------------------------------------------------- */

typedef struct
{
  VigieSearchProvider *provider;
  GDBusMethodInvocation *invocation;
  char *words;
} Search;

static void
search_free (Search *search)
{
  g_application_release (G_APPLICATION (search->provider->application));
  g_object_unref (search->provider);
  g_object_unref (search->invocation);
  g_free (search->words);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void
answer_nothing (Search *search)
{
  g_dbus_method_invocation_return_value (g_object_ref (search->invocation), g_variant_new ("(as)", NULL));
}

static char *
dup_identifier (VigieStore *store, VigieRecord *record)
{
  return g_strconcat (vigie_record_get_text (record, VIGIE_SYSTEM_CODE), SEPARATOR, vigie_store_get_path (store), NULL);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  g_autoptr (GPtrArray) records = vigie_store_list_finish (VIGIE_STORE (source), result, NULL, NULL);
  GVariantBuilder builder;

  if (records == NULL)
    {
      answer_nothing (search);
      return;
    }
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  g_hash_table_remove_all (search->provider->found);
  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);
      char *identifier = dup_identifier (VIGIE_STORE (source), record);

      g_variant_builder_add (&builder, "s", identifier);
      g_hash_table_insert (search->provider->found, identifier, g_object_ref (record));
    }
  g_dbus_method_invocation_return_value (g_object_ref (search->invocation), g_variant_new ("(as)", &builder));
}

static void
search_in (Search *search, VigieStore *store)
{
  VigieQuery query = {
    .entity = &vigie_system_entity, .search = search->words, .sort_field = VIGIE_SYSTEM_NAME, .limit = RESULTS_MAX
  };

  vigie_store_list_async (store, &query, NULL, listed_cb, search);
}

static void
opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  g_autoptr (VigieStore) store = vigie_store_open_finish (result, NULL);

  if (store == NULL)
    {
      answer_nothing (search);
      return;
    }
  g_set_object (&search->provider->kept, store);
  search_in (g_steal_pointer (&search), store);
}

static void
shelf_listed_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  g_autoptr (GPtrArray) entries = vigie_shelf_list_finish (result, NULL);
  const VigieShelfEntry *latest = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const VigieShelfEntry *entry = g_ptr_array_index (entries, i);

      if (latest == NULL || entry->used_at > latest->used_at)
        latest = entry;
    }
  if (latest == NULL)
    {
      answer_nothing (search);
      return;
    }
  vigie_store_open_async (latest->path, VIGIE_OPEN_READ, NULL, opened_cb, g_steal_pointer (&search));
}

/* The window used last comes first. */
static VigieStore *
find_shown (VigieSearchProvider *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (VIGIE_IS_WINDOW (l->data) && vigie_window_get_store (VIGIE_WINDOW (l->data)) != NULL)
      return vigie_window_get_store (VIGIE_WINDOW (l->data));
  return NULL;
}

/* Takes over @words. */
static void
begin_search (VigieSearchProvider *self, GDBusMethodInvocation *invocation, char *words)
{
  Search *search = g_new0 (Search, 1);
  VigieStore *store = find_shown (self);

  search->provider = g_object_ref (self);
  search->invocation = g_object_ref (invocation);
  search->words = words;
  g_application_hold (G_APPLICATION (self->application));
  if (store != NULL)
    g_clear_object (&self->kept);
  else
    store = self->kept;
  if (store != NULL)
    search_in (search, store);
  else
    vigie_shelf_list_async (NULL, shelf_listed_cb, search);
}

/* --- what was found -------------------------------------------------------------------------------- */

static GVariant *
create_metas (VigieSearchProvider *self, const char *const *identifiers)
{
  GVariantBuilder metas;
  g_autoptr (GIcon) icon = g_themed_icon_new (g_application_get_application_id (G_APPLICATION (self->application)));

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; identifiers[i] != NULL; i++)
    {
      VigieRecord *record = g_hash_table_lookup (self->found, identifiers[i]);
      g_autoptr (GVariant) look = g_icon_serialize (icon);
      const char *vendor;

      if (record == NULL)
        continue;
      vendor = vigie_record_get_text (record, VIGIE_SYSTEM_VENDOR);
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (identifiers[i]));
      g_variant_builder_add (&metas, "{sv}", "name",
                             g_variant_new_string (vigie_record_get_text (record, VIGIE_SYSTEM_NAME)));
      if (vendor != NULL)
        g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (vendor));
      g_variant_builder_add (&metas, "{sv}", "icon", look);
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static VigieWindow *
find_window (VigieSearchProvider *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (VIGIE_IS_WINDOW (l->data) && vigie_window_get_store (VIGIE_WINDOW (l->data)) != NULL &&
        g_str_equal (vigie_store_get_path (vigie_window_get_store (VIGIE_WINDOW (l->data))), path))
      return VIGIE_WINDOW (l->data);
  return NULL;
}

static void
show_page (VigieSearchProvider *self, const char *path, const char *page)
{
  VigieWindow *window = find_window (self, path);

  if (window == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      window = vigie_window_new (ADW_APPLICATION (self->application));
      vigie_window_show_page (window, page);
      vigie_window_open (window, file);
    }
  else
    vigie_window_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate (VigieSearchProvider *self, const char *identifier)
{
  g_auto (GStrv) parts = g_strsplit (identifier, SEPARATOR, 2);
  g_autofree char *page = NULL;

  if (g_strv_length (parts) != 2)
    return;
  page = g_strconcat ("systems/", parts[0], NULL);
  show_page (self, parts[1], page);
}

static void
launch (VigieSearchProvider *self)
{
  VigieStore *store = find_shown (self);

  if (store == NULL)
    store = self->kept;
  if (store != NULL)
    show_page (self, vigie_store_get_path (store), "systems");
  else
    g_application_activate (G_APPLICATION (self->application));
}

/* --- the bus --------------------------------------------------------------------------------------- */

static void
called_cb (GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED, const char *path G_GNUC_UNUSED,
           const char *interface G_GNUC_UNUSED, const char *method, GVariant *parameters,
           GDBusMethodInvocation *invocation, gpointer data)
{
  VigieSearchProvider *self = data;

  if (g_str_equal (method, "GetInitialResultSet") || g_str_equal (method, "GetSubsearchResultSet"))
    {
      gboolean first = g_str_equal (method, "GetInitialResultSet");
      g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, first ? 0 : 1);
      g_auto (GStrv) words = g_variant_dup_strv (terms, NULL);

      begin_search (self, invocation, g_strjoinv (" ", words));
      g_object_unref (invocation);
      return;
    }
  if (g_str_equal (method, "GetResultMetas"))
    {
      g_autoptr (GVariant) list = g_variant_get_child_value (parameters, 0);
      g_autofree const char **identifiers = g_variant_get_strv (list, NULL);

      g_dbus_method_invocation_return_value (invocation, create_metas (self, identifiers));
      return;
    }
  if (g_str_equal (method, "ActivateResult"))
    {
      const char *identifier;

      g_variant_get_child (parameters, 0, "&s", &identifier);
      activate (self, identifier);
    }
  else
    launch (self);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static const GDBusInterfaceVTable vtable = { .method_call = called_cb };

/**
 * vigie_search_provider_export:
 * @path: where on the bus it is found, as data/vigie.search-provider.ini.in says
 *
 * Returns: whether it can be asked from now on
 */
gboolean
vigie_search_provider_export (VigieSearchProvider *self, GDBusConnection *connection, const char *path, GError **error)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (node == NULL)
    return FALSE;
  self->registration =
    g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration != 0)
    self->connection = g_object_ref (connection);
  return self->registration != 0;
}

void
vigie_search_provider_unexport (VigieSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}

static void
vigie_search_provider_finalize (GObject *object)
{
  VigieSearchProvider *self = VIGIE_SEARCH_PROVIDER (object);

  vigie_search_provider_unexport (self);
  g_clear_object (&self->kept);
  g_clear_pointer (&self->found, g_hash_table_unref);
  G_OBJECT_CLASS (vigie_search_provider_parent_class)->finalize (object);
}

static void
vigie_search_provider_class_init (VigieSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_search_provider_finalize;
}

static void
vigie_search_provider_init (VigieSearchProvider *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * vigie_search_provider_new:
 * @application: outlives it
 *
 * Returns: (transfer full): a provider that is not on the bus yet
 */
VigieSearchProvider *
vigie_search_provider_new (GtkApplication *application)
{
  VigieSearchProvider *self = g_object_new (VIGIE_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}
