// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieApplication: what is one for all windows: options, style, preferences, shortcuts, about.
 *
 * For those who work on Vigie, and for pictures of it: --page, --window-size and --color-scheme open a
 * window of its own that way, and leave the person's settings alone.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-application.h"

#include "vigie-clock.h"
#include "vigie-config.h"
#include "vigie-language.h"
#include "vigie-preferences.h"
#include "vigie-search-provider.h"
#include "vigie-window.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

struct _VigieApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  VigieHeadStart *head_start;
  VigieSearchProvider *search_provider;
  char *first_page;
  int width;
  int height;
  gboolean style_is_given;
  gboolean kiosk;
};

G_DEFINE_FINAL_TYPE (VigieApplication, vigie_application, ADW_TYPE_APPLICATION)

#define MINIMUM_WIDTH 360
#define MINIMUM_HEIGHT 294
#define MAXIMUM_SIDE 10000

static const GOptionEntry options[] = {
  { "lang", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Language of the window: en, fr, de, es, it or nl"), N_ ("LANG") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Page to open: overview, systems, training, barriers…"), N_ ("PAGE") },
  { "window-size", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Size of the window, such as 1280x800"), N_ ("SIZE") },
  { "color-scheme", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Style of the window: light, dark or contrast"),
    N_ ("STYLE") },
  { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open one more window"), NULL },
  { "kiosk", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the slides by themselves, on the whole screen"), NULL },
  G_OPTION_ENTRY_NULL,
};

static VigieWindow *
open_window (VigieApplication *self)
{
  VigieWindow *window = vigie_window_new (ADW_APPLICATION (self));

  if (self->width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
  else
    vigie_window_remember_size (window, self->settings);
  if (self->first_page != NULL)
    vigie_window_show_page (window, self->first_page);
  if (self->kiosk)
    vigie_window_begin_kiosk (window);
  return window;
}

static void
vigie_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (open_window (VIGIE_APPLICATION (application)));
      vigie_window_set_store (VIGIE_WINDOW (window), NULL, NULL);
    }
  gtk_window_present (window);
}

/* A table goes into the register that is shown, or that is named before it. A window that is on the shelf takes the
   first register; others get a window each. */
static void
vigie_application_open (GApplication *application, GFile **files, int n_files, const char *hint G_GNUC_UNUSED)
{
  VigieApplication *self = VIGIE_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    {
      VigieWindow *window;

      if (vigie_window_is_table (files[i]) && VIGIE_IS_WINDOW (active))
        {
          vigie_window_import (VIGIE_WINDOW (active), files[i]);
          gtk_window_present (active);
          continue;
        }
      window = i == 0 && VIGIE_IS_WINDOW (active) && vigie_window_is_on_shelf (VIGIE_WINDOW (active))
                 ? VIGIE_WINDOW (active)
                 : open_window (self);

      vigie_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
      active = GTK_WINDOW (window);
    }
}

static gboolean
take_size (VigieApplication *self, const char *text)
{
  char *end = NULL;
  gint64 width = g_ascii_strtoll (text, &end, 10);
  gint64 height = *end == 'x' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

  if (*end != '\0' || width < MINIMUM_WIDTH || width > MAXIMUM_SIDE || height < MINIMUM_HEIGHT || height > MAXIMUM_SIDE)
    return FALSE;
  self->width = (int) width;
  self->height = (int) height;
  return TRUE;
}

/* High contrast is the system's to choose: libadwaita takes it from here only before it starts. */
static gboolean
take_style (VigieApplication *self, const char *style)
{
  if (g_str_equal (style, "contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  else if (!g_str_equal (style, "light") && !g_str_equal (style, "dark"))
    return FALSE;
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", g_str_equal (style, "dark") ? "prefer-dark" : "default", TRUE);
  self->style_is_given = TRUE;
  return TRUE;
}

static int
refuse_option (const char *option, const char *value)
{
  /* Translators: %1$s is a wrong value, %2$s an option such as --window-size */
  g_printerr ("vigie: ");
  g_printerr (_ ("“%1$s” is no value of %2$s; see “vigie --help”"), value, option);
  g_printerr ("\n");
  return 2;
}

/* Of the instance that runs already; the first one opens a window anyway. */
static gboolean
wants_new_window (GApplication *application, GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "new-window") || !g_application_register (application, NULL, NULL) ||
      !g_application_get_is_remote (application))
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  return TRUE;
}

static int
vigie_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  VigieApplication *self = VIGIE_APPLICATION (application);
  const char *size = NULL;
  const char *style = NULL;

  g_variant_dict_lookup (given, "page", "s", &self->first_page);
  g_variant_dict_lookup (given, "window-size", "&s", &size);
  g_variant_dict_lookup (given, "color-scheme", "&s", &style);
  if (size != NULL && !take_size (self, size))
    return refuse_option ("--window-size", size);
  if (style != NULL && !take_style (self, style))
    return refuse_option ("--color-scheme", style);
  self->kiosk = g_variant_dict_contains (given, "kiosk");
  if (size != NULL || style != NULL || self->kiosk)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return wants_new_window (application, given) ? 0 : -1;
}

static void
apply_style (VigieApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int choice = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[choice]);
}

static void
new_window_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieWindow *window = open_window (VIGIE_APPLICATION (data));

  vigie_window_set_store (window, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/* Such as the wall of a committee. */
static GtkWindow *
find_other_window (GtkApplication *application)
{
  for (GList *window = gtk_application_get_windows (application); window != NULL; window = window->next)
    if (!VIGIE_IS_WINDOW (window->data))
      return window->data;
  return NULL;
}

static void
quit_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  g_autoptr (GList) windows = NULL;
  GtkWindow *other;

  while ((other = find_other_window (GTK_APPLICATION (data))) != NULL)
    gtk_window_destroy (other);
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));
  for (GList *window = windows; window != NULL; window = window->next)
    vigie_window_leave (VIGIE_WINDOW (window->data));
}

static void
preferences_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  adw_dialog_present (vigie_preferences_new (self->settings), GTK_WIDGET (window));
}

static void
shortcuts_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (VIGIE_RESOURCE_PREFIX "/ui/vigie-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, gtk_application_get_active_window (GTK_APPLICATION (data)));
  gtk_window_present (shortcuts);
}

static void
about_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", VIGIE_APPLICATION_NAME, "application-icon", VIGIE_APPLICATION_ID, "version",
                VIGIE_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: those who wrote the program */
                "developer-name", _ ("The Vigie contributors"),
                /* Translators: your name, to be shown in the program */
                "translator-credits", _ ("translator-credits"), "comments",
                _ ("Where AI is at work in a hospital, who is trained for it, and what must be decided."), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "quit", .activate = quit_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "about", .activate = about_action },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question", "<Control>slash" } },
  { "win.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.print", { "<Control>p" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.search", { "<Control>f" } },
  { "win.select-rows", { "<Control><Shift>a" } },
  { "win.begin-committee", { "F5" } },
  { "win.fullscreen", { "F11" } },
  { "win.toggle-sidebar", { "F9" } },
};

static void
vigie_application_startup (GApplication *application)
{
  VigieApplication *self = VIGIE_APPLICATION (application);

  G_APPLICATION_CLASS (vigie_application_parent_class)->startup (application);
  /* GTK has that of its own language, which need not be ours. */
  gtk_widget_set_default_direction (vigie_language_is_right_to_left () ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_window_set_default_icon_name (VIGIE_APPLICATION_ID);
  g_set_application_name (VIGIE_APPLICATION_NAME);
  self->settings = g_settings_new (VIGIE_SCHEMA_ID);
  if (!self->style_is_given)
    {
      g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_style), self,
                               G_CONNECT_SWAPPED);
      apply_style (self);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].accels);
}

/* Systems are found by the search of the desktop. */
static gboolean
vigie_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path,
                                 GError **error)
{
  VigieApplication *self = VIGIE_APPLICATION (application);

  if (!G_APPLICATION_CLASS (vigie_application_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  self->search_provider = vigie_search_provider_new (GTK_APPLICATION (application));
  return vigie_search_provider_export (self->search_provider, connection, VIGIE_RESOURCE_PREFIX "/SearchProvider",
                                       error);
}

static void
vigie_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  VigieApplication *self = VIGIE_APPLICATION (application);

  if (self->search_provider != NULL)
    vigie_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);
  G_APPLICATION_CLASS (vigie_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
vigie_application_finalize (GObject *object)
{
  VigieApplication *self = VIGIE_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->first_page);
  g_clear_object (&self->head_start);
  G_OBJECT_CLASS (vigie_application_parent_class)->finalize (object);
}

static void
vigie_application_class_init (VigieApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vigie_application_finalize;
  application_class->activate = vigie_application_activate;
  application_class->open = vigie_application_open;
  application_class->handle_local_options = vigie_application_handle_local_options;
  application_class->startup = vigie_application_startup;
  application_class->dbus_register = vigie_application_dbus_register;
  application_class->dbus_unregister = vigie_application_dbus_unregister;
}

static void
vigie_application_init (VigieApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * vigie_application_find_language:
 *
 * Returns: (transfer none) (nullable): what --lang is given as, which is needed before options are parsed
 */
const char *
vigie_application_find_language (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], "--lang="))
        return argv[i] + strlen ("--lang=");
      if (g_str_equal (argv[i], "--lang") && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

/**
 * vigie_application_new:
 *
 * Returns: (transfer full): the application
 */
VigieApplication *
vigie_application_new (void)
{
  return g_object_new (VIGIE_TYPE_APPLICATION, "application-id", VIGIE_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", VIGIE_RESOURCE_PREFIX, NULL);
}

/**
 * vigie_application_get_settings:
 *
 * Returns: (transfer none): the settings of the person
 */
GSettings *
vigie_application_get_settings (VigieApplication *self)
{
  g_return_val_if_fail (VIGIE_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * vigie_application_begin_early:
 *
 * Begins to open the register among the arguments, where there is one, while GTK starts.
 */
void
vigie_application_begin_early (VigieApplication *self, int argc, char **argv)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_clock_today (), NULL, NULL);

  g_return_if_fail (VIGIE_IS_APPLICATION (self));

  for (int i = 1; i < argc && self->head_start == NULL; i++)
    if (g_file_test (argv[i], G_FILE_TEST_IS_REGULAR))
      self->head_start = vigie_head_start_new (argv[i], scope);
}

/**
 * vigie_application_take_head_start:
 *
 * Returns: (transfer full) (nullable): the head start that opens the file at @path; %NULL where there is
 *   none, or it has been taken
 */
VigieHeadStart *
vigie_application_take_head_start (VigieApplication *self, const char *path)
{
  g_return_val_if_fail (VIGIE_IS_APPLICATION (self), NULL);

  if (self->head_start == NULL || !vigie_head_start_is_for (self->head_start, path))
    return NULL;
  return g_steal_pointer (&self->head_start);
}
