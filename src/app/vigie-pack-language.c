// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A board pack in a language that is not the window's. A process speaks one language, so another makes it: the program
 * of the command line, asked about the same register, day and part of the organisation.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-pack-language.h"

#include "vigie-application.h"

#include <glib/gi18n.h>

#include "vigie-config.h"

#define KEY "pack-language"

static GSettings *
get_settings (void)
{
  return vigie_application_get_settings (VIGIE_APPLICATION (g_application_get_default ()));
}

static void
chosen_cb (GtkWidget *row)
{
  g_settings_set_string (get_settings (), KEY, vigie_language_get_tag_of (vigie_pack_language_row_get (row)));
}

/**
 * vigie_pack_language_row_new:
 *
 * Returns: (transfer floating): a choice of every language, each by its own name; what is chosen is remembered
 */
GtkWidget *
vigie_pack_language_row_new (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *remembered = g_settings_get_string (get_settings (), KEY);
  guint chosen = vigie_language_get ();

  for (guint language = 0; language < VIGIE_N_LANGUAGES; language++)
    {
      gtk_string_list_append (names, vigie_language_get_name_of ((VigieLanguage) language));
      if (g_str_equal (vigie_language_get_tag_of ((VigieLanguage) language), remembered))
        chosen = language;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("board pack", "Language"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  return row;
}

/**
 * vigie_pack_language_row_get:
 * @row: (nullable): of vigie_pack_language_row_new()
 *
 * Returns: the language chosen; without a row that of the program
 */
VigieLanguage
vigie_pack_language_row_get (GtkWidget *row)
{
  guint selected = row != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (row)) : vigie_language_get ();

  return selected < VIGIE_N_LANGUAGES ? (VigieLanguage) selected : vigie_language_get ();
}

/* --- the other process -------------------------------------------------------------------------------- */

static void
add_option (GStrvBuilder *arguments, const char *name, const char *value)
{
  if (value != NULL)
    g_strv_builder_take (arguments, g_strconcat (name, "=", value, NULL));
}

static void
add_day (GStrvBuilder *arguments, const char *name, VigieDate day)
{
  g_autofree char *iso = day != VIGIE_DATE_NONE ? vigie_date_dup_iso (day) : NULL;

  add_option (arguments, name, iso);
}

static void
add_count (GStrvBuilder *arguments, const char *name, int count)
{
  g_autofree char *text = count > 0 ? g_strdup_printf ("%d", count) : NULL;

  add_option (arguments, name, text);
}

static void
add_scope (GStrvBuilder *arguments, const VigieScope *scope)
{
  const VigieWhatIf *what_if = vigie_scope_get_what_if (scope);

  add_option (arguments, "--site", vigie_scope_get_site (scope));
  add_option (arguments, "--profession", vigie_scope_get_profession (scope));
  add_day (arguments, "--as-of", vigie_scope_get_as_of (scope));
  add_day (arguments, "--known-on", vigie_scope_get_known_on (scope));
  add_day (arguments, "--since", vigie_scope_get_since (scope));
  add_count (arguments, "--more-sessions", what_if->more_sessions);
  add_count (arguments, "--seats", what_if->more_sessions > 0 ? what_if->seats : 0);
  add_count (arguments, "--new-users", what_if->new_users);
  add_day (arguments, "--new-users-on", what_if->new_users > 0 ? what_if->new_users_on : VIGIE_DATE_NONE);
  add_day (arguments, "--target-date", what_if->target_date);
}

static GStrv
list_arguments (VigieOverview *overview, const char *source, const char *path, const VigieBoardPackOptions *options,
                const char *logo, VigieLanguage language)
{
  const char *command = g_getenv ("VIGIE_COMMAND");
  g_autofree char *installed = g_build_filename (VIGIE_BINDIR, "vigie", NULL);
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_autofree char *sections =
    options->sections != NULL ? g_strjoinv (",", (char **) (gpointer) options->sections) : NULL;

  g_strv_builder_add_many (arguments, command != NULL ? command : installed, "report", NULL);
  add_option (arguments, "--output", path);
  add_option (arguments, "--lang", vigie_language_get_tag_of (language));
  add_option (arguments, "--sections", sections);
  add_option (arguments, "--logo", options->logo != NULL ? logo : NULL);
  if (options->compared)
    g_strv_builder_add (arguments, "--compared");
  add_scope (arguments, vigie_overview_get_scope (overview));
  g_strv_builder_add_many (arguments, "--", source, NULL);
  return g_strv_builder_end (arguments);
}

/* It says in one line why it could not. */
static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *complaint = NULL;
  GError *error = NULL;

  if (!g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, NULL, &complaint, &error))
    {
      g_subprocess_force_exit (G_SUBPROCESS (source));
      g_task_return_error (task, error);
    }
  else if (g_subprocess_get_successful (G_SUBPROCESS (source)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_FAILED, g_strstrip (complaint));
}

/**
 * vigie_pack_language_write_async:
 * @overview: the day and the part of the organisation that it is of
 * @source: the register
 * @path: the file
 * @options: how it is made; its progress is not told
 * @logo: where the logo of @options is
 * @language: which one
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 *
 * Does vigie_board_pack_write() in another language than the program's.
 */
void
vigie_pack_language_write_async (VigieOverview *overview, const char *source, const char *path,
                                 const VigieBoardPackOptions *options, const char *logo, VigieLanguage language,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_auto (GStrv) arguments = list_arguments (overview, source, path, options, logo, language);
  g_autoptr (GSubprocess) process = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, vigie_pack_language_write_async);
  process = g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  if (process == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_subprocess_communicate_utf8_async (process, NULL, cancellable, ended_cb, g_steal_pointer (&task));
}

/**
 * vigie_pack_language_write_finish:
 * @result: as handed to the callback
 *
 * Returns: whether it was written; else %FALSE with @error
 */
gboolean
vigie_pack_language_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
