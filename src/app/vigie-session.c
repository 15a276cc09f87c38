// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSession: an open register as the pages of a window see it: the store, what is asked about, and
 * the overview that answers it.
 *
 * A change of the scope or of the register asks anew, and so does what another program writes and the next day, where
 * today was asked about. While an answer is on its way the old one stays,
 * and an answer to a question that is no longer asked is dropped.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-session.h"

#include "vigie-clock.h"

#define LOOK_SECONDS 5

struct _VigieSession
{
  GObject parent_instance;

  VigieStore *store;
  VigieScope *scope;
  VigieOverview *overview;
  char *failure;
  VigieDate today;

  guint look_timeout;
  GCancellable *cancellable;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (VigieSession, vigie_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STORE,
  PROP_SCOPE,
  PROP_OVERVIEW,
  PROP_LOADING,
  PROP_FAILURE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_loading (VigieSession *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_failure (VigieSession *self, const char *failure)
{
  if (g_set_str (&self->failure, failure))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

static void
overview_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load_finish (result, &error);

  /* Cancelled: the question has changed, and its own answer is on its way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_loading (self, FALSE);
  set_failure (self, error != NULL ? error->message : NULL);
  if (overview == NULL)
    return;
  g_clear_pointer (&self->overview, vigie_overview_unref);
  self->overview = g_steal_pointer (&overview);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERVIEW]);
}

static void
load (VigieSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_loading (self, TRUE);
  vigie_overview_load_async (self->store, self->scope, self->cancellable, overview_loaded_cb, g_object_ref (self));
}

/**
 * vigie_session_begin_day:
 * @today: the day that it is
 *
 * Goes on with @today where the day before it was asked about.
 */
void
vigie_session_begin_day (VigieSession *self, VigieDate today)
{
  VigieDate former = self->today;
  g_autoptr (VigieScope) scope = NULL;

  g_return_if_fail (VIGIE_IS_SESSION (self));

  if (today == former)
    return;
  self->today = today;
  vigie_store_set_day (self->store, today);
  if (vigie_scope_get_as_of (self->scope) != former)
    return;
  scope = vigie_scope_with_date (self->scope, today);
  vigie_session_set_scope (self, scope);
}

/* A register is read on one screen while it is kept on another, and a window is left open over night. */
static gboolean
look_cb (gpointer data)
{
  VigieSession *self = data;

  vigie_session_begin_day (self, vigie_clock_today ());
  vigie_store_look_elsewhere (self->store);
  return G_SOURCE_CONTINUE;
}

static void
vigie_session_constructed (GObject *object)
{
  VigieSession *self = VIGIE_SESSION (object);

  G_OBJECT_CLASS (vigie_session_parent_class)->constructed (object);
  self->today = vigie_clock_today ();
  vigie_store_set_day (self->store, self->today);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  vigie_store_look_elsewhere (self->store);
  self->look_timeout = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  if (self->overview == NULL)
    load (self);
}

static void
vigie_session_dispose (GObject *object)
{
  VigieSession *self = VIGIE_SESSION (object);

  g_clear_handle_id (&self->look_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->overview, vigie_overview_unref);
  g_clear_pointer (&self->scope, vigie_scope_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_session_parent_class)->dispose (object);
}

static void
vigie_session_finalize (GObject *object)
{
  g_free (VIGIE_SESSION (object)->failure);
  G_OBJECT_CLASS (vigie_session_parent_class)->finalize (object);
}

static void
vigie_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VigieSession *self = VIGIE_SESSION (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_SCOPE:
      g_value_set_boxed (value, self->scope);
      break;
    case PROP_OVERVIEW:
      g_value_set_boxed (value, self->overview);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vigie_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VigieSession *self = VIGIE_SESSION (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_OVERVIEW:
      self->overview = g_value_dup_boxed (value);
      break;
    case PROP_SCOPE:
      if (self->scope == NULL)
        self->scope = g_value_dup_boxed (value);
      else
        vigie_session_set_scope (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vigie_session_class_init (VigieSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = vigie_session_constructed;
  object_class->dispose = vigie_session_dispose;
  object_class->finalize = vigie_session_finalize;
  object_class->get_property = vigie_session_get_property;
  object_class->set_property = vigie_session_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, VIGIE_TYPE_STORE, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SCOPE] = g_param_spec_boxed ("scope", NULL, NULL, VIGIE_TYPE_SCOPE, write | G_PARAM_CONSTRUCT);
  properties[PROP_OVERVIEW] =
    g_param_spec_boxed ("overview", NULL, NULL, VIGIE_TYPE_OVERVIEW, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vigie_session_init (VigieSession *self G_GNUC_UNUSED)
{
}

/**
 * vigie_session_new:
 *
 * @overview: (nullable): what @store is known to answer about @scope; %NULL asks it at once
 *
 * Returns: (transfer full): a session on @store
 */
VigieSession *
vigie_session_new (VigieStore *store, VigieScope *scope, VigieOverview *overview)
{
  g_return_val_if_fail (VIGIE_IS_STORE (store) && scope != NULL, NULL);

  return g_object_new (VIGIE_TYPE_SESSION, "store", store, "scope", scope, "overview", overview, NULL);
}

VigieStore *
vigie_session_get_store (VigieSession *self)
{
  g_return_val_if_fail (VIGIE_IS_SESSION (self), NULL);

  return self->store;
}

VigieScope *
vigie_session_get_scope (VigieSession *self)
{
  g_return_val_if_fail (VIGIE_IS_SESSION (self), NULL);

  return self->scope;
}

/**
 * vigie_session_set_scope:
 *
 * Asks about @scope; nothing happens where that is asked already.
 */
void
vigie_session_set_scope (VigieSession *self, VigieScope *scope)
{
  g_return_if_fail (VIGIE_IS_SESSION (self) && scope != NULL);

  if (vigie_scope_equal (self->scope, scope))
    return;
  vigie_scope_ref (scope);
  vigie_scope_unref (self->scope);
  self->scope = scope;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
  load (self);
}

/**
 * vigie_session_get_overview:
 *
 * Returns: (transfer none) (nullable): the latest answer; %NULL before the first
 */
VigieOverview *
vigie_session_get_overview (VigieSession *self)
{
  g_return_val_if_fail (VIGIE_IS_SESSION (self), NULL);

  return self->overview;
}

VigieDate
vigie_session_get_as_of (VigieSession *self)
{
  g_return_val_if_fail (VIGIE_IS_SESSION (self), VIGIE_DATE_NONE);

  return vigie_scope_get_as_of (self->scope);
}

/**
 * vigie_session_get_today:
 *
 * Returns: the day that it is
 */
VigieDate
vigie_session_get_today (VigieSession *self)
{
  g_return_val_if_fail (VIGIE_IS_SESSION (self), VIGIE_DATE_NONE);

  return self->today;
}
