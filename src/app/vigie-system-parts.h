// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-dossier.h"
#include "vigie-session.h"

G_BEGIN_DECLS

/*
 * The parts of a system's page, from the top. Each is made anew from a dossier, and says nothing that the dossier does
 * not hold.
 */
GtkWidget *vigie_system_head_new (VigieSession *session, VigieDossier *dossier);
GtkWidget *vigie_system_deployments_new (VigieSession *session, VigieDossier *dossier);
GtkWidget *vigie_system_pillars_new (VigieSession *session, VigieDossier *dossier);
GtkWidget *vigie_system_safeguards_new (VigieSession *session, VigieDossier *dossier, const char *deployment);
GtkWidget *vigie_system_dues_new (VigieSession *session, VigieDossier *dossier);
GtkWidget *vigie_system_risks_new (VigieSession *session, VigieDossier *dossier);
GtkWidget *vigie_system_records_new (VigieSession *session, VigieDossier *dossier, VigieDossierPart part);
GtkWidget *vigie_system_place_new (VigieSession *session, VigieDossier *dossier);
GtkWidget *vigie_system_history_new (VigieSession *session, VigieDossier *dossier);

void vigie_system_deployments_set_stage (GtkWidget *from, VigieStore *store, const char *deployment, const char *stage);
gboolean vigie_system_safeguards_is_dirty (GtkWidget *safeguards);

G_END_DECLS
