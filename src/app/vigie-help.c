// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Opens a page of the help: in the desktop's reader of help where there is one, else as HTML in whatever shows
 * that. In a sandbox there is no reader, and the portal opens the page.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-help.h"

#include "vigie-config.h"
#include "vigie-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
tell (GtkWindow *parent, const char *reason)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The help cannot be shown"), reason);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  gboolean done = GTK_IS_URI_LAUNCHER (launcher)
                    ? gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error)
                    : gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error);

  if (!done && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (parent, error->message);
}

/* The page in the reader's language, else in English. */
static GFile *
find_html (const char *page)
{
  const char *folder = g_getenv ("VIGIE_HELPDIR");
  const char *const languages[] = { vigie_language_get_tag (), "en" };
  g_autofree char *name = g_strdup_printf ("%s.html", page);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GFile) file =
        g_file_new_build_filename (folder != NULL ? folder : VIGIE_HELPDIR, languages[i], name, NULL);

      if (g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
  return NULL;
}

/**
 * vigie_help_show:
 * @parent: the window that asks
 * @page: a page of the help, such as `index` or `figures`
 *
 * Opens it; where it cannot be shown, says why.
 */
void
vigie_help_show (GtkWindow *parent, const char *page)
{
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_uri_scheme ("help");

  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (reader != NULL)
    {
      g_autofree char *uri = g_strdup_printf ("help:vigie/%s", page);
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (launcher, parent, NULL, launched_cb, g_object_ref (parent));
    }
  else
    {
      g_autoptr (GFile) file = find_html (page);
      g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

      if (file == NULL)
        tell (parent, _ ("It is not installed with this build. It is also in the folder data/help of the sources."));
      else
        gtk_file_launcher_launch (launcher, parent, NULL, launched_cb, g_object_ref (parent));
    }
}
