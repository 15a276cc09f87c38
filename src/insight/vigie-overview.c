// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieOverview: the facts of a day, the picture computed from them, that of the last meeting before, and
 * what a director wants of them first: headlines with their change, and what needs a decision.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-facts-kept.h"
#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vigie-format.h"

G_DEFINE_BOXED_TYPE (VigieOverview, vigie_overview, vigie_overview_ref, vigie_overview_unref)

static char *
create_scope_name (const VigieFacts *facts)
{
  const char *site = facts->scope_unit >= 0 ? facts->units[facts->scope_unit].name : NULL;
  const char *profession = facts->scope_profession >= 0
                             ? vigie_language_pick (facts->professions[facts->scope_profession].label_fr,
                                                    facts->professions[facts->scope_profession].label_en)
                             : NULL;

  if (site == NULL && profession == NULL)
    return g_strdup (_ ("Whole group"));
  if (profession == NULL)
    return g_strdup (site);
  if (site == NULL)
    return g_strdup (profession);
  /* Translators: what the numbers are about: %1$s is a site, %2$s a profession */
  return g_strdup_printf (C_ ("scope", "%1$s, %2$s"), site, profession);
}

/* Of fewer rows a picture is made as fast as a thread. */
#define MANY_ROWS 20000

typedef struct
{
  const VigieFacts *facts;
  const VigiePicture *former;
} PictureOrder;

static gpointer
make_picture (gpointer data)
{
  const PictureOrder *order = data;

  return vigie_picture_new (order->facts, order->former);
}

/* Of a large register both at once. */
static void
make_pictures (VigieOverview *self, const VigieOverview *former)
{
  VigieFacts *previous = self->facts->previous;
  PictureOrder order = { previous, former != NULL ? former->previous : NULL };
  GThread *thread = NULL;

  if (previous != NULL && former == NULL && previous->n_coverage > MANY_ROWS)
    thread = g_thread_new ("vigie-picture", make_picture, &order);
  self->picture = vigie_picture_new (self->facts, former != NULL ? former->picture : NULL);
  if (previous != NULL)
    self->previous = thread != NULL ? g_thread_join (thread) : make_picture (&order);
}

/**
 * vigie_overview_new:
 * @facts: (transfer full): of @scope
 * @former: (nullable): of the same scope before a change; what did not change is had from it
 *
 * Returns: (transfer full): the overview of those facts
 */
VigieOverview *
vigie_overview_new (VigieScope *scope, VigieFacts *facts, const VigieOverview *former)
{
  VigieOverview *self = g_new0 (VigieOverview, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->scope = vigie_scope_ref (scope);
  self->language = g_intern_string (vigie_language_get_tag ());
  self->facts = facts;
  make_pictures (self, former);
  self->scope_name = create_scope_name (facts);
  self->headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_headline_free);
  self->agenda = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_agenda_item_free);
  vigie_overview_add_headlines (self, former);
  vigie_overview_add_agenda (self, former);
  return self;
}

/* What was made of the same facts before, else anew. */
static VigieOverview *
make_once (VigieScope *scope, VigieFacts *facts)
{
  g_autoptr (VigieOverview) made = vigie_facts_dup_made (facts);
  g_autoptr (VigieOverview) former = NULL;

  if (made != NULL && g_str_equal (made->language, vigie_language_get_tag ()) && vigie_scope_equal (made->scope, scope))
    {
      vigie_facts_unref (facts);
      return g_steal_pointer (&made);
    }
  g_clear_pointer (&made, vigie_overview_unref);
  former = vigie_facts_take_former (facts);
  made = vigie_overview_new (scope, facts, former);
  vigie_facts_set_made (facts, VIGIE_TYPE_OVERVIEW, made);
  return g_steal_pointer (&made);
}

/**
 * vigie_overview_load:
 * @scope: the day, site and profession asked about
 *
 * Reads what is needed and computes every number, and waits for it. A site or a profession that does not
 * exist is %VIGIE_STORE_ERROR_UNKNOWN_REFERENCE.
 *
 * Returns: (transfer full): the overview; %NULL with @error set
 */
VigieOverview *
vigie_overview_load (VigieStore *store, VigieScope *scope, GCancellable *cancellable, GError **error)
{
  VigieFacts *facts = vigie_facts_load (store, scope, cancellable, error);

  return facts != NULL ? make_once (scope, facts) : NULL;
}

typedef struct
{
  VigieScope *scope;
  VigieFacts *facts;
} Computation;

static void
computation_free (gpointer data)
{
  Computation *computation = data;

  vigie_scope_unref (computation->scope);
  g_clear_pointer (&computation->facts, vigie_facts_unref);
  g_free (computation);
}

/* In a thread of its own: adding up must hold back neither the window nor the thread of the register. */
static void
compute_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  Computation *computation = data;

  g_task_return_pointer (task, make_once (computation->scope, g_steal_pointer (&computation->facts)),
                         (GDestroyNotify) vigie_overview_unref);
}

static void
facts_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Computation *computation = g_task_get_task_data (task);
  GError *error = NULL;

  computation->facts = vigie_facts_load_finish (result, &error);
  if (computation->facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, compute_in_thread);
}

/**
 * vigie_overview_load_async:
 *
 * As vigie_overview_load(), without waiting.
 */
void
vigie_overview_load_async (VigieStore *store, VigieScope *scope, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Computation *computation = g_new0 (Computation, 1);

  g_task_set_source_tag (task, vigie_overview_load_async);
  computation->scope = vigie_scope_ref (scope);
  g_task_set_task_data (task, computation, computation_free);
  vigie_facts_load_async (store, scope, cancellable, facts_loaded_cb, task);
}

VigieOverview *
vigie_overview_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

VigieOverview *
vigie_overview_ref (VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_overview_unref (VigieOverview *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->agenda);
  g_ptr_array_unref (self->headlines);
  g_free (self->scope_name);
  g_clear_pointer (&self->previous, vigie_picture_free);
  vigie_picture_free (self->picture);
  vigie_facts_unref (self->facts);
  vigie_scope_unref (self->scope);
  g_free (self);
}

VigieScope *
vigie_overview_get_scope (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scope;
}

/**
 * vigie_overview_get_organisation:
 *
 * Returns: (transfer none) (nullable): whose register it is
 */
const char *
vigie_overview_get_organisation (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts->organisation;
}

/**
 * vigie_overview_get_scope_name:
 *
 * Returns: (transfer none): what the numbers are about, for people: a site, a profession, the whole group
 */
const char *
vigie_overview_get_scope_name (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scope_name;
}

/**
 * vigie_overview_get_known_on:
 *
 * Returns: the day by the end of which all that numbers are made of was entered
 */
VigieDate
vigie_overview_get_known_on (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, VIGIE_DATE_NONE);

  return self->facts->known_on;
}

/**
 * vigie_overview_get_n_late:
 *
 * Returns: how many facts hold by the day asked about, and are left out since they were entered later
 */
gint64
vigie_overview_get_n_late (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->facts->n_late;
}

/**
 * vigie_overview_dup_late:
 *
 * Returns: (transfer full) (nullable): a sentence on what is left out since it was entered later; %NULL where nothing is
 */
char *
vigie_overview_dup_late (const VigieOverview *self)
{
  g_autofree char *known_on = NULL;
  gint64 n;

  g_return_val_if_fail (self != NULL, NULL);

  n = self->facts->n_late;
  if (n == 0)
    return NULL;
  known_on = vigie_format_date_long (self->facts->known_on);
  /* Translators: of the picture of a past day; %2$s is a day */
  return g_strdup_printf (ngettext ("%1$" PRId64 " fact that holds by then was entered after %2$s and is left out.",
                                    "%1$" PRId64 " facts that hold by then were entered after %2$s and are left out.",
                                    (gulong) n),
                          n, known_on);
}

/**
 * vigie_overview_get_since:
 *
 * Returns: the day that changes are told from: the last meeting held before; %VIGIE_DATE_NONE where there
 *   was none
 */
VigieDate
vigie_overview_get_since (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, VIGIE_DATE_NONE);

  return self->facts->previous_meeting;
}

/**
 * vigie_overview_get_picture:
 *
 * Returns: (transfer none): every number of the day
 */
const VigiePicture *
vigie_overview_get_picture (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->picture;
}

/**
 * vigie_overview_get_previous:
 *
 * Returns: (transfer none) (nullable): every number of the day of the last meeting before
 */
const VigiePicture *
vigie_overview_get_previous (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->previous;
}

/**
 * vigie_overview_dup_previous:
 *
 * Returns: (transfer full) (nullable): all that was so on the day that changes are told from, as it was known by then;
 *   %NULL where there is no such day. Waits for what is told over time; from any thread but that of the store
 */
VigieOverview *
vigie_overview_dup_previous (const VigieOverview *self)
{
  g_autoptr (VigieScope) alone = NULL;
  g_autoptr (VigieScope) before = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->facts->previous == NULL)
    return NULL;
  alone = vigie_scope_with_since (self->scope, VIGIE_DATE_NONE);
  before = vigie_scope_with_date (alone, self->facts->previous_meeting);
  return vigie_overview_new (before, vigie_facts_ref ((VigieFacts *) vigie_facts_get_day_before (self->facts)), NULL);
}

guint
vigie_overview_get_n_headlines (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->headlines->len;
}

const VigieHeadline *
vigie_overview_get_headline (const VigieOverview *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->headlines->len, NULL);

  return g_ptr_array_index (self->headlines, index);
}

guint
vigie_overview_get_n_agenda (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->agenda->len;
}

/**
 * vigie_overview_get_agenda_item:
 *
 * Returns: (transfer none): what needs a decision, the most urgent first
 */
const VigieAgendaItem *
vigie_overview_get_agenda_item (const VigieOverview *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->agenda->len, NULL);

  return g_ptr_array_index (self->agenda, index);
}

/**
 * vigie_overview_is_empty:
 *
 * Returns: whether nothing was entered yet: no system, no people and no barrier in scope
 */
gboolean
vigie_overview_is_empty (const VigieOverview *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->picture->n_systems == 0 && self->facts->n_heads == 0 && self->facts->n_barriers == 0;
}
