// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a point of an agenda can show and be about: a figure, by its title, and a matter: what needs a decision today. That
 * of the point is among them even where it is settled by now, so that it stays what it is.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-form-agenda.h"

#include "vigie-agenda-item.h"
#include "vigie-clock.h"
#include "vigie-figure.h"
#include "vigie-overview.h"

#include <glib/gi18n.h>

static void
add (GPtrArray *titles, const char *code, const char *text)
{
  VigieTitle *title = g_new (VigieTitle, 1);

  *title = (VigieTitle) { g_strdup (code), g_strdup (text) };
  g_ptr_array_add (titles, title);
}

/**
 * vigie_form_figures_list:
 *
 * Returns: (transfer full) (element-type VigieTitle): every figure
 */
GPtrArray *
vigie_form_figures_list (void)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_title_free);

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    add (titles, vigie_figure_kind_id (kind), vigie_figure_kind_title (kind));
  return titles;
}

static void
add_own (GPtrArray *titles, VigieRecord *point)
{
  const char *own = vigie_record_get_text (point, VIGIE_AGENDA_ITEM_MATTER);
  const char *called = vigie_record_get_text (point, VIGIE_AGENDA_ITEM_TITLE);
  g_autofree char *text = NULL;

  for (guint i = 0; own != NULL && i < titles->len; i++)
    if (g_str_equal (((const VigieTitle *) g_ptr_array_index (titles, i))->code, own))
      return;
  if (own == NULL)
    return;
  /* Translators: %s is a matter that needed a decision once, and no longer does */
  text = g_strdup_printf (C_ ("matter", "%s (settled since)"), called != NULL ? called : own);
  add (titles, own, text);
}

static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load_finish (result, &error);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_title_free);

  if (overview == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < vigie_overview_get_n_agenda (overview); i++)
    {
      const VigieAgendaItem *matter = vigie_overview_get_agenda_item (overview, i);

      add (titles, matter->id, matter->title);
    }
  add_own (titles, g_task_get_task_data (task));
  g_task_return_pointer (task, g_steal_pointer (&titles), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * vigie_form_matters_list_async:
 * @store: the register
 * @point: a point of an agenda
 * @cancellable: (nullable): to stop it
 *
 * Lists what a point can be about.
 */
void
vigie_form_matters_list_async (VigieStore *store, VigieRecord *point, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_clock_today (), NULL, NULL);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_form_matters_list_async);
  g_task_set_task_data (task, g_object_ref (point), g_object_unref);
  vigie_overview_load_async (store, scope, cancellable, loaded_cb, task);
}

/**
 * vigie_form_matters_list_finish:
 *
 * Returns: (transfer full) (element-type VigieTitle): the most urgent first; %NULL with @error set
 */
GPtrArray *
vigie_form_matters_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
