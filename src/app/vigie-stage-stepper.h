// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-date.h"

G_BEGIN_DECLS

GtkWidget *vigie_stage_stepper_new (GPtrArray *events, VigieDate planned_on);

G_END_DECLS
