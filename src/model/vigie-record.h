// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_RECORD (vigie_record_get_type ())
G_DECLARE_FINAL_TYPE (VigieRecord, vigie_record, VIGIE, RECORD, GObject)

VigieRecord *vigie_record_new (const VigieEntity *entity);
const VigieEntity *vigie_record_get_entity (VigieRecord *self);

gboolean vigie_record_set_from_text (VigieRecord *self, guint field, const char *text, GError **error);
void vigie_record_take_value (VigieRecord *self, guint field, VigieValue *value);
void vigie_record_set_text (VigieRecord *self, guint field, const char *text);
void vigie_record_set_number (VigieRecord *self, guint field, gint64 number);
void vigie_record_set_date (VigieRecord *self, guint field, VigieDate date);
void vigie_record_unset (VigieRecord *self, guint field);

const VigieValue *vigie_record_get_value (VigieRecord *self, guint field);
gboolean vigie_record_is_measured (VigieRecord *self, guint field);
const char *vigie_record_get_text (VigieRecord *self, guint field);
gint64 vigie_record_get_number (VigieRecord *self, guint field, gint64 fallback);
VigieDate vigie_record_get_date (VigieRecord *self, guint field);
void vigie_record_set_title (VigieRecord *self, guint field, const char *title);
const char *vigie_record_get_title (VigieRecord *self, guint field);
void vigie_record_set_entered_on (VigieRecord *self, VigieDate day);
VigieDate vigie_record_get_entered_on (VigieRecord *self);
char *vigie_record_display (VigieRecord *self, guint field);

gboolean vigie_record_validate (VigieRecord *self, GError **error);
const VigieOrder *vigie_record_find_disorder (VigieRecord *self);
gboolean vigie_record_equal (VigieRecord *self, VigieRecord *other);
guint64 vigie_record_hash_key (VigieRecord *self);
char *vigie_record_dup_key (VigieRecord *self);

G_END_DECLS
