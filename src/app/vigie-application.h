// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-head-start.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_APPLICATION (vigie_application_get_type ())
G_DECLARE_FINAL_TYPE (VigieApplication, vigie_application, VIGIE, APPLICATION, AdwApplication)

const char *vigie_application_find_language (int argc, char **argv);
VigieApplication *vigie_application_new (void);
GSettings *vigie_application_get_settings (VigieApplication *self);
void vigie_application_begin_early (VigieApplication *self, int argc, char **argv);
VigieHeadStart *vigie_application_take_head_start (VigieApplication *self, const char *path);

G_END_DECLS
