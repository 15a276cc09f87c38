// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_COMMITTEE_WINDOW (vigie_committee_window_get_type ())
G_DECLARE_FINAL_TYPE (VigieCommitteeWindow, vigie_committee_window, VIGIE, COMMITTEE_WINDOW, GtkWindow)

VigieCommitteeWindow *vigie_committee_window_present (GtkWindow *parent, VigieSession *session);
void vigie_committee_window_present_meeting (GtkWindow *parent, VigieSession *session, const char *meeting);
void vigie_committee_window_set_automatic (VigieCommitteeWindow *self, gboolean automatic);

G_END_DECLS
