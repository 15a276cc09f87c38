// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-dossier.h"

G_BEGIN_DECLS

/* Shared by the files that make a dossier. */

struct _VigieDossier
{
  gatomicrefcount ref_count;
  VigieOverview *overview;
  const VigiePicture *picture; /* of @overview */
  VigieRecord *record;
  int index;                         /* of the system in the facts; -1 where they do not have it */
  const VigieSystemPicture *numbers; /* NULL where it has no deployment in scope */
  double target;
  VigieJudgement judgement;
  char *sentence;
  GPtrArray *deployments;
  guint n_more_deployments;
  GPtrArray *evidence_records;
  GArray *evidence;
  GArray *users;
  GArray *risks;
  GPtrArray *dues;
  GPtrArray *parts[VIGIE_N_DOSSIER_PARTS];
  GPtrArray *history;
};

gboolean vigie_dossier_read (VigieDossier *self, VigieStore *store, GCancellable *cancellable, GError **error);
void vigie_dossier_add_evidence (VigieDossier *self);
void vigie_dossier_add_users (VigieDossier *self);
void vigie_dossier_add_sentence (VigieDossier *self);
void vigie_dossier_add_dues (VigieDossier *self);
gboolean vigie_dossier_is_in_use (const VigieDossier *self);

G_END_DECLS
