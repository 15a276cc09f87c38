// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieDraftForm:
 * @VIGIE_DRAFT_RECORD: one record, field by field
 * @VIGIE_DRAFT_SEVERAL: one field of several records
 * @VIGIE_DRAFT_SESSION: a training session and who attended
 *
 * What form a draft is of.
 */
typedef enum
{
  VIGIE_DRAFT_RECORD,
  VIGIE_DRAFT_SEVERAL,
  VIGIE_DRAFT_SESSION,
} VigieDraftForm;

#define VIGIE_TYPE_FORM_DRAFT (vigie_form_draft_get_type ())
G_DECLARE_FINAL_TYPE (VigieFormDraft, vigie_form_draft, VIGIE, FORM_DRAFT, GObject)

VigieFormDraft *vigie_form_draft_new (const char *path, VigieRecord *record, VigieRecordEdit kind, int given);
VigieFormDraft *vigie_form_draft_new_several (const char *path, GPtrArray *keys);
VigieFormDraft *vigie_form_draft_new_session (const char *path);
void vigie_form_draft_set_text (VigieFormDraft *self, const char *name, const char *text);
void vigie_form_draft_flush (VigieFormDraft *self);
void vigie_form_draft_drop (VigieFormDraft *self);

VigieDraftForm vigie_form_draft_get_form (VigieFormDraft *self);
const VigieEntity *vigie_form_draft_get_entity (VigieFormDraft *self);
VigieRecordEdit vigie_form_draft_get_kind (VigieFormDraft *self);
int vigie_form_draft_get_given (VigieFormDraft *self);
VigieRecord *vigie_form_draft_make_key (VigieFormDraft *self);
GPtrArray *vigie_form_draft_make_keys (VigieFormDraft *self);
GHashTable *vigie_form_draft_get_texts (VigieFormDraft *self);

void vigie_form_drafts_find_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *vigie_form_drafts_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
