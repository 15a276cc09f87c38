// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"

G_BEGIN_DECLS

/* What the verbs that answer with numbers have in common. */

VigieOverview *vigie_numbers_load (const char *path, const char *site, const char *profession, const char *as_of,
                                   const char *known_on, const char *since, const VigieWhatIf *what_if, GError **error);
GBytes *vigie_numbers_write_json (VigieOverview *overview, gboolean agenda_only);
GBytes *vigie_numbers_write_text (VigieOverview *overview, gboolean agenda_only);
GBytes *vigie_numbers_write_ics (VigieOverview *overview, gboolean agenda_only);

/**
 * VigieNumbersForm:
 * @nick: as `--format` names it
 * @write: writes the overview in that form
 * @agenda_only: what @write is told
 */
typedef struct
{
  const char *nick;
  GBytes *(*write) (VigieOverview *overview, gboolean agenda_only);
  gboolean agenda_only;
} VigieNumbersForm;

/* What such a verb is asked about, and where the answer goes; a verb that has them says so in its more_options. */
extern const GOptionEntry vigie_numbers_options[];

gboolean vigie_numbers_answer (const char *path, const char *format, const VigieNumbersForm *forms, GError **error);
gboolean vigie_numbers_hand_out (GBytes *bytes, const char *path, GError **error);

G_END_DECLS
