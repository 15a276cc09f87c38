// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_MEETING_DIALOG (vigie_meeting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieMeetingDialog, vigie_meeting_dialog, VIGIE, MEETING_DIALOG, AdwDialog)

void vigie_meeting_dialog_present (GtkWidget *parent, VigieSession *session, const char *meeting);

G_END_DECLS
