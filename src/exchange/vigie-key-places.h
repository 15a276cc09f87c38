// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"

G_BEGIN_DECLS

typedef struct _VigieKeyPlaces VigieKeyPlaces;

VigieKeyPlaces *vigie_key_places_new (void);
void vigie_key_places_free (VigieKeyPlaces *self);
guint32 vigie_key_places_add (VigieKeyPlaces *self, VigieRecord *record, guint32 number);

G_END_DECLS
