// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VIGIE_TYPE_FIGURE_PICKER (vigie_figure_picker_get_type ())
G_DECLARE_FINAL_TYPE (VigieFigurePicker, vigie_figure_picker, VIGIE, FIGURE_PICKER, AdwDialog)

VigieFigurePicker *vigie_figure_picker_new (const char *const *taken);
GStrv vigie_figure_picker_dup_chosen (VigieFigurePicker *self);

G_END_DECLS
