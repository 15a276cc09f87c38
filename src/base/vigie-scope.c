// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-scope.h"

struct _VigieScope
{
  gatomicrefcount ref_count;
  VigieDate as_of;
  VigieDate since;
  VigieDate known_on;
  char *site;
  char *profession;
  VigieWhatIf what_if;
};

G_DEFINE_BOXED_TYPE (VigieScope, vigie_scope, vigie_scope_ref, vigie_scope_unref)

/**
 * vigie_scope_new:
 * @as_of: the day asked about, not %VIGIE_DATE_NONE
 * @site: (nullable): the code of an organisation unit, with all below it; %NULL for the whole group
 * @profession: (nullable): the code of a profession; %NULL for all
 *
 * Returns: (transfer full): a new scope
 */
VigieScope *
vigie_scope_new (VigieDate as_of, const char *site, const char *profession)
{
  VigieScope *self;

  g_return_val_if_fail (as_of != VIGIE_DATE_NONE, NULL);

  self = g_new0 (VigieScope, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->as_of = as_of;
  self->since = VIGIE_DATE_NONE;
  self->known_on = VIGIE_DATE_NONE;
  self->what_if = VIGIE_WHAT_IF_NONE;
  self->site = g_strdup (site);
  self->profession = g_strdup (profession);
  return self;
}

VigieScope *
vigie_scope_ref (VigieScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_scope_unref (VigieScope *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->site);
  g_free (self->profession);
  g_free (self);
}

static VigieScope *
copy (const VigieScope *self)
{
  VigieScope *scope = vigie_scope_new (self->as_of, self->site, self->profession);

  scope->since = self->since;
  scope->known_on = self->known_on;
  scope->what_if = self->what_if;
  return scope;
}

/**
 * vigie_scope_with_date:
 *
 * Returns: (transfer full): the same scope on another day, with no day that changes are asked since
 */
VigieScope *
vigie_scope_with_date (const VigieScope *self, VigieDate as_of)
{
  VigieScope *scope;

  g_return_val_if_fail (self != NULL, NULL);

  scope = copy (self);
  scope->as_of = as_of;
  scope->since = VIGIE_DATE_NONE;
  return scope;
}

/**
 * vigie_scope_with_since:
 * @since: a day before that of the scope; %VIGIE_DATE_NONE is the last meeting held before it
 *
 * Returns: (transfer full): the same scope, with changes told since @since
 */
VigieScope *
vigie_scope_with_since (const VigieScope *self, VigieDate since)
{
  VigieScope *scope;

  g_return_val_if_fail (self != NULL, NULL);

  scope = copy (self);
  scope->since = since;
  return scope;
}

/**
 * vigie_scope_with_known_on:
 * @known_on: a day; %VIGIE_DATE_NONE is the day of the scope
 *
 * Returns: (transfer full): the same scope, made of what was entered by the end of @known_on
 */
VigieScope *
vigie_scope_with_known_on (const VigieScope *self, VigieDate known_on)
{
  VigieScope *scope;

  g_return_val_if_fail (self != NULL, NULL);

  scope = copy (self);
  scope->known_on = known_on;
  return scope;
}

/**
 * vigie_scope_get_known_on:
 *
 * Returns: the day by the end of which facts were entered; %VIGIE_DATE_NONE for the day asked about, so that the
 *   picture of a past day does not change when more is entered later
 */
VigieDate
vigie_scope_get_known_on (const VigieScope *self)
{
  g_return_val_if_fail (self != NULL, VIGIE_DATE_NONE);

  return self->known_on;
}

/**
 * vigie_scope_with_what_if:
 * @what_if: what forecasts assume
 *
 * Returns: (transfer full): the same scope, asked with those assumptions
 */
VigieScope *
vigie_scope_with_what_if (const VigieScope *self, const VigieWhatIf *what_if)
{
  VigieScope *scope;

  g_return_val_if_fail (self != NULL && what_if != NULL, NULL);

  scope = copy (self);
  scope->what_if = *what_if;
  return scope;
}

/**
 * vigie_scope_get_what_if:
 *
 * Returns: (transfer none): what forecasts assume beyond things going on as they are
 */
const VigieWhatIf *
vigie_scope_get_what_if (const VigieScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->what_if;
}

/**
 * vigie_scope_get_since:
 *
 * Returns: the day that changes are asked since; %VIGIE_DATE_NONE for the last meeting held before the day
 */
VigieDate
vigie_scope_get_since (const VigieScope *self)
{
  g_return_val_if_fail (self != NULL, VIGIE_DATE_NONE);

  return self->since;
}

VigieDate
vigie_scope_get_as_of (const VigieScope *self)
{
  g_return_val_if_fail (self != NULL, VIGIE_DATE_NONE);

  return self->as_of;
}

const char *
vigie_scope_get_site (const VigieScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->site;
}

const char *
vigie_scope_get_profession (const VigieScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->profession;
}

gboolean
vigie_scope_equal (const VigieScope *a, const VigieScope *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->as_of == b->as_of && a->since == b->since && a->known_on == b->known_on &&
         g_strcmp0 (a->site, b->site) == 0 && g_strcmp0 (a->profession, b->profession) == 0 &&
         a->what_if.more_sessions == b->what_if.more_sessions && a->what_if.seats == b->what_if.seats &&
         a->what_if.new_users == b->what_if.new_users && a->what_if.new_users_on == b->what_if.new_users_on &&
         a->what_if.target_date == b->what_if.target_date;
}
