// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"

G_BEGIN_DECLS

/**
 * VigieProceedings:
 *
 * All that the register holds of one meeting: its agenda, who sat in it, what it saw and what it decided. Immutable,
 * counted by reference, readable from any thread.
 */
typedef struct _VigieProceedings VigieProceedings;

#define VIGIE_TYPE_PROCEEDINGS (vigie_proceedings_get_type ())
GType vigie_proceedings_get_type (void) G_GNUC_CONST;

/**
 * VigieProceedingsItem:
 * @record: the point of the agenda
 * @exhibit: (nullable): what the meeting saw of it, frozen
 * @decisions: (element-type VigieRecord): taken on it
 * @actions: (element-type VigieRecord): owed from it
 *
 * A point of an agenda and what came of it.
 */
typedef struct
{
  VigieRecord *record;
  VigieRecord *exhibit;
  GPtrArray *decisions;
  GPtrArray *actions;
} VigieProceedingsItem;

VigieProceedings *vigie_proceedings_load (VigieStore *store, const char *meeting, GCancellable *cancellable,
                                          GError **error);
VigieProceedings *vigie_proceedings_load_last (VigieStore *store, VigieProceedings *meeting, GCancellable *cancellable,
                                               GError **error);
VigieProceedings *vigie_proceedings_load_day (VigieStore *store, VigieDate day, GCancellable *cancellable,
                                              GError **error);
void vigie_proceedings_load_async (VigieStore *store, const char *meeting, VigieDate day, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
VigieProceedings *vigie_proceedings_load_finish (GAsyncResult *result, GError **error);
VigieProceedings *vigie_proceedings_ref (VigieProceedings *self);
void vigie_proceedings_unref (VigieProceedings *self);

VigieRecord *vigie_proceedings_get_meeting (const VigieProceedings *self);
const char *vigie_proceedings_get_code (const VigieProceedings *self);
VigieDate vigie_proceedings_get_held_on (const VigieProceedings *self);
char *vigie_proceedings_dup_title (const VigieProceedings *self);
guint vigie_proceedings_get_n_items (const VigieProceedings *self);
const VigieProceedingsItem *vigie_proceedings_get_item (const VigieProceedings *self, guint index);
int vigie_proceedings_find_item (const VigieProceedings *self, const char *code);
GPtrArray *vigie_proceedings_get_attendance (const VigieProceedings *self);
GPtrArray *vigie_proceedings_get_other_decisions (const VigieProceedings *self);
char *vigie_proceedings_dup_free_code (const VigieProceedings *self, char kind);
char *vigie_proceedings_dup_code_after (const VigieProceedings *self, char kind, guint skipped);
gint64 vigie_proceedings_get_next_sort (const VigieProceedings *self);
gint64 vigie_proceedings_sum_minutes (const VigieProceedings *self);
VigieScope *vigie_proceedings_dup_scope (const VigieProceedings *self, guint item, VigieDate latest);

GPtrArray *vigie_proceedings_propose (const VigieProceedings *self, const VigieOverview *overview,
                                      const VigieProceedings *last);
void vigie_proceedings_propose_async (VigieStore *store, const char *meeting, VigieOverview *overview,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_proceedings_propose_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieProceedings, vigie_proceedings_unref)

G_END_DECLS
