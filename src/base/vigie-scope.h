// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

#include "vigie-date.h"

G_BEGIN_DECLS

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
VigieDate vigie_scope_get_since (const VigieScope *self);
VigieDate vigie_scope_get_as_of (const VigieScope *self);
const char *vigie_scope_get_site (const VigieScope *self);
const char *vigie_scope_get_profession (const VigieScope *self);
gboolean vigie_scope_equal (const VigieScope *a, const VigieScope *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieScope, vigie_scope_unref)

G_END_DECLS
