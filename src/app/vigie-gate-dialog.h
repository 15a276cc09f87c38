// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieGatePassed:
 * @decision: (nullable): the decision to go ahead although not all is there; it belongs in the register with the change
 *
 * Called where a deployment may go into production.
 */
typedef void (*VigieGatePassed) (VigieRecord *decision, gpointer data);

gboolean vigie_gate_dialog_is_asked (VigieRecord *record);
void vigie_gate_dialog_ask (GtkWidget *parent, VigieStore *store, VigieRecord *stage_event, VigieGatePassed passed,
                            gpointer data, GDestroyNotify destroy);

G_END_DECLS
