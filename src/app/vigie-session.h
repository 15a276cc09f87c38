// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SESSION (vigie_session_get_type ())
G_DECLARE_FINAL_TYPE (VigieSession, vigie_session, VIGIE, SESSION, GObject)

VigieSession *vigie_session_new (VigieStore *store, VigieScope *scope, VigieOverview *overview);
VigieStore *vigie_session_get_store (VigieSession *self);
VigieScope *vigie_session_get_scope (VigieSession *self);
void vigie_session_set_scope (VigieSession *self, VigieScope *scope);
VigieOverview *vigie_session_get_overview (VigieSession *self);
VigieDate vigie_session_get_as_of (VigieSession *self);
VigieDate vigie_session_get_today (VigieSession *self);
void vigie_session_begin_day (VigieSession *self, VigieDate today);

G_END_DECLS
