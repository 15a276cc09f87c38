// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VIGIE_TYPE_COMMITTEE_HELP (vigie_committee_help_get_type ())
G_DECLARE_FINAL_TYPE (VigieCommitteeHelp, vigie_committee_help, VIGIE, COMMITTEE_HELP, AdwBin)

guint vigie_committee_help_get_n_lines (void);
const char *vigie_committee_help_get_words (VigieCommitteeHelp *self);

G_END_DECLS
