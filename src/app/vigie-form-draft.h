// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_FORM_DRAFT (vigie_form_draft_get_type ())
G_DECLARE_FINAL_TYPE (VigieFormDraft, vigie_form_draft, VIGIE, FORM_DRAFT, GObject)

VigieFormDraft *vigie_form_draft_new (const char *path, VigieRecord *record, VigieRecordEdit kind, int given);
void vigie_form_draft_keep (VigieFormDraft *self, GHashTable *texts);
void vigie_form_draft_drop (VigieFormDraft *self);

const VigieEntity *vigie_form_draft_get_entity (VigieFormDraft *self);
VigieRecordEdit vigie_form_draft_get_kind (VigieFormDraft *self);
int vigie_form_draft_get_given (VigieFormDraft *self);
VigieRecord *vigie_form_draft_make_key (VigieFormDraft *self);
GHashTable *vigie_form_draft_get_texts (VigieFormDraft *self);

void vigie_form_drafts_find_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *vigie_form_drafts_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
