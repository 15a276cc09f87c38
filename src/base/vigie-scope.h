// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

#include "vigie-date.h"

G_BEGIN_DECLS

/**
 * VigieWhatIf:
 * @more_sessions: training sessions a month on top of what there is
 * @seats: people trained in each of them
 * @new_users: people whom a go-live will oblige to hold one training more, which none of them holds yet
 * @new_users_on: the day of it; %VIGIE_DATE_NONE is the day asked about
 * @target_date: the day by which the training target should be reached; %VIGIE_DATE_NONE is none
 *
 * What a forecast assumes beyond things going on as they are; all 0 and %VIGIE_DATE_NONE is nothing.
 */
typedef struct
{
  int more_sessions;
  int seats;
  int new_users;
  VigieDate new_users_on;
  VigieDate target_date;
} VigieWhatIf;

/** What nothing is assumed is. */
#define VIGIE_WHAT_IF_NONE ((VigieWhatIf) { .new_users_on = VIGIE_DATE_NONE, .target_date = VIGIE_DATE_NONE })

/**
 * VigieScope:
 *
 * What a question is asked about: a day, a part of the organisation and a profession. Immutable,
 * counted by reference.
 */
typedef struct _VigieScope VigieScope;

#define VIGIE_TYPE_SCOPE (vigie_scope_get_type ())
GType vigie_scope_get_type (void) G_GNUC_CONST;

VigieScope *vigie_scope_new (VigieDate as_of, const char *site, const char *profession);
VigieScope *vigie_scope_ref (VigieScope *self);
void vigie_scope_unref (VigieScope *self);
VigieScope *vigie_scope_with_date (const VigieScope *self, VigieDate as_of);
VigieScope *vigie_scope_with_since (const VigieScope *self, VigieDate since);
VigieScope *vigie_scope_with_what_if (const VigieScope *self, const VigieWhatIf *what_if);
const VigieWhatIf *vigie_scope_get_what_if (const VigieScope *self);
VigieDate vigie_scope_get_since (const VigieScope *self);
VigieScope *vigie_scope_with_known_on (const VigieScope *self, VigieDate known_on);
VigieDate vigie_scope_get_known_on (const VigieScope *self);
VigieDate vigie_scope_get_as_of (const VigieScope *self);
const char *vigie_scope_get_site (const VigieScope *self);
const char *vigie_scope_get_profession (const VigieScope *self);
gboolean vigie_scope_equal (const VigieScope *a, const VigieScope *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieScope, vigie_scope_unref)

G_END_DECLS
