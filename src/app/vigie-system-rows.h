// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-dossier.h"
#include "vigie-judgement.h"
#include "vigie-session.h"

G_BEGIN_DECLS

/**
 * VigieSystemRows:
 * @make: makes row @index of @n
 * @at_once: how many are made in one frame
 * @kind: what @make knows them by
 *
 * The rows of a group: a page is some hundreds of widgets, and a frame has time for a few.
 */
typedef struct _VigieSystemRows VigieSystemRows;
struct _VigieSystemRows
{
  VigieSession *session;
  VigieDossier *dossier;
  GtkWidget *(*make) (const VigieSystemRows *rows, guint index);
  guint n;
  guint at_once;
  gconstpointer kind;
};

GtkWidget *vigie_system_group_new (const char *title, const char *description);
void vigie_system_group_add_adder (GtkWidget *group, VigieStore *store, VigieRecord *start, guint given);
void vigie_system_group_add_note (GtkWidget *group, const char *text);
void vigie_system_group_add_rows (GtkWidget *group, const VigieSystemRows *rows);
gboolean vigie_system_grow (GtkWidget *part);
GtkWidget *vigie_system_note_new (const char *text);
GtkWidget *vigie_system_find_row (GtkWidget *part, const char *name);
GtkWidget *vigie_system_row_new (const char *title, const char *subtitle);
void vigie_system_row_lead_to (GtkWidget *row, VigieStore *store, const VigieEntity *entity, const char *code);
void vigie_system_row_lead_to_record (GtkWidget *row, VigieStore *store, VigieRecord *record);
GtkWidget *vigie_system_mark_new (VigieJudgement judgement);
GtkWidget *vigie_system_label_new (const char *text, const char *style);

G_END_DECLS
