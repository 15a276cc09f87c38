// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"

G_BEGIN_DECLS

typedef struct _VigieKeyPlaces VigieKeyPlaces;

VigieKeyPlaces *vigie_key_places_new (void);
void vigie_key_places_free (VigieKeyPlaces *self);
const char *vigie_key_places_add (VigieKeyPlaces *self, VigieRecord *record, const char *key, const char *place);

G_END_DECLS
