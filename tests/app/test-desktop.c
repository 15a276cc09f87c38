// SPDX-License-Identifier: GPL-3.0-or-later

/* What the desktop asks of the program and is told by it: the search of GNOME Shell, and a notification. */

#include "vigie-robot.h"
#include "vigie-test.h"

#include "vigie-config.h"
#include "vigie-demo.h"
#include "vigie-entities.h"
#include "vigie-format.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *language;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL, .seed = 1 };
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  VigieDemoOptions today = options;

  /* What falls due must fall due now: the program has a clock. */
  today.today =
    vigie_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  g_assert_true (vigie_demo_create (fixture->path, &today, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  vigie_test_put (
    store, vigie_test_record (&vigie_system_entity, "code", "ZZ-1", "name", "Zygomatique", "vendor", "Radiance", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const char *
language_option (void)
{
  return g_str_equal (language, "fr") ? "--lang=fr" : "--lang=en";
}

/* --- the search ------------------------------------------------------------------------------------ */

static GVariant *
call (GDBusProxy *provider, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  /* A program that is slow to start, as one with sanitizers is, answers in the end: the test as a whole has its time. */
  GVariant *answer =
    g_dbus_proxy_call_sync (provider, method, parameters, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static GStrv
search (GDBusProxy *provider, const char *first, const char *second)
{
  const char *const terms[] = { first, second, NULL };
  g_autoptr (GVariant) answer = call (provider, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  GStrv found = NULL;

  g_variant_get (answer, "(^as)", &found);
  return found;
}

static void
assert_meta (GDBusProxy *provider, const char *identifier)
{
  const char *const identifiers[] = { identifier, NULL };
  g_autoptr (GVariant) answer = call (provider, "GetResultMetas", g_variant_new ("(^as)", identifiers));
  g_autoptr (GVariant) metas = g_variant_get_child_value (answer, 0);
  g_autoptr (GVariant) meta = NULL;
  const char *name = NULL;
  const char *description = NULL;

  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
  meta = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
  g_assert_true (g_variant_lookup (meta, "description", "&s", &description));
  g_assert_cmpstr (name, ==, "Zygomatique");
  g_assert_cmpstr (description, ==, "Radiance");
}

/* Found by the beginnings of words, told, and shown when it is chosen. */
static void
test_search (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const arguments[] = { language_option (), fixture->path, NULL };
  g_autoptr (VigieRobot) robot = vigie_robot_start (arguments);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusProxy) provider = g_dbus_proxy_new_for_bus_sync (
    G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL, VIGIE_APPLICATION_ID, VIGIE_RESOURCE_PREFIX "/SearchProvider",
    "org.gnome.Shell.SearchProvider2", NULL, &error);
  const char *const terms[] = { "zygo", NULL };
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) none = NULL;

  g_assert_no_error (error);
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, _ ("Overview")));
  found = search (provider, "zygo", "radi");
  none = search (provider, "zygo", "nowhere");
  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_clear_pointer (&found, g_strfreev);
  found = search (provider, "zygo", NULL);
  assert_meta (provider, found[0]);
  g_variant_unref (call (provider, "ActivateResult", g_variant_new ("(s^asu)", found[0], terms, 0)));
  g_object_unref (vigie_robot_wait (robot, ATSPI_ROLE_LABEL, "ZZ-1"));
  g_variant_unref (call (provider, "LaunchSearch", g_variant_new ("(^asu)", terms, 0)));
  vigie_robot_wait_gone (robot, ATSPI_ROLE_LABEL, "ZZ-1");
}

/* --- the notification ------------------------------------------------------------------------------ */

static const char notifications_xml[] = "<node><interface name='org.freedesktop.Notifications'>"
                                        "<method name='Notify'>"
                                        "<arg type='s' direction='in'/><arg type='u' direction='in'/>"
                                        "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                        "<arg type='s' direction='in'/><arg type='as' direction='in'/>"
                                        "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
                                        "<arg type='u' direction='out'/></method>"
                                        "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
                                        "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
                                        "<method name='GetServerInformation'><arg type='s' direction='out'/>"
                                        "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
                                        "<arg type='s' direction='out'/></method>"
                                        "</interface></node>";

typedef struct
{
  char *title;
  char *body;
  guint n;
  gboolean owned;
} Told;

static void
called_cb (GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED, const char *path G_GNUC_UNUSED,
           const char *interface G_GNUC_UNUSED, const char *method, GVariant *parameters,
           GDBusMethodInvocation *invocation, gpointer data)
{
  Told *told = data;
  GVariant *answer = NULL;

  if (g_str_equal (method, "Notify"))
    {
      g_set_str (&told->title, NULL);
      g_set_str (&told->body, NULL);
      g_variant_get_child (parameters, 3, "s", &told->title);
      g_variant_get_child (parameters, 4, "s", &told->body);
      told->n++;
      answer = g_variant_new ("(u)", 1);
    }
  else if (g_str_equal (method, "GetCapabilities"))
    answer = g_variant_new ("(as)", NULL);
  else if (g_str_equal (method, "GetServerInformation"))
    answer = g_variant_new ("(ssss)", "test", "vigie", "1", "1.2");
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
owned_cb (GDBusConnection *connection G_GNUC_UNUSED, const char *name G_GNUC_UNUSED, gpointer data)
{
  ((Told *) data)->owned = TRUE;
}

static gboolean
is_owned (gpointer told)
{
  return ((Told *) told)->owned;
}

static gboolean
is_told (gpointer told)
{
  return ((Told *) told)->n > 0;
}

static char *
dup_settings_file (void)
{
  return g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
}

/* Settings that are in a file, where the program and the test see the same. */
static void
wish_notifications (void)
{
  g_autofree char *file = dup_settings_file ();
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *group = g_strdup (VIGIE_RESOURCE_PREFIX + 1);
  g_autofree char *text = g_strdup_printf ("[%s]\nnotify-due=true\n", group);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
}

static gboolean
is_noted (gpointer day)
{
  g_autofree char *file = dup_settings_file ();
  g_autofree char *text = NULL;

  return g_file_get_contents (file, &text, NULL, NULL) && strstr (text, day) != NULL;
}

/* What falls due is told by the desktop, and that it was told today is remembered. */
static void
test_notification (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  const char *const arguments[] = { language_option (), fixture->path, NULL };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (notifications_xml, NULL);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (VigieRobot) robot = NULL;
  Told told = { 0 };
  guint object, owner;

  object = g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications", node->interfaces[0], &vtable,
                                              &told, NULL, NULL);
  owner = g_bus_own_name_on_connection (bus, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb,
                                        NULL, &told, NULL);
  vigie_robot_wait_until (is_owned, &told);
  wish_notifications ();
  robot = vigie_robot_start (arguments);
  vigie_robot_wait_until (is_told, &told);
  g_test_message ("%s: %s", told.title, told.body);
  g_assert_cmpuint (g_utf8_strlen (told.title, -1), >, 5);
  g_assert_nonnull (strchr (told.body, ':'));
  vigie_robot_wait_until (is_noted, day);
  g_assert_cmpuint (told.n, ==, 1);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_bus_unown_name (owner);
  g_dbus_connection_unregister_object (bus, object);
  g_free (told.title);
  g_free (told.body);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  language = argc > 1 ? argv[1] : "en";
  vigie_language_init (language);
  /* The accessibility library warns of things that went while it looked at them, which is no fault. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (atspi_init (), ==, 0);
  g_test_add ("/app/desktop/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/app/desktop/notification", Fixture, NULL, set_up, test_notification, tear_down);
  return g_test_run ();
}
