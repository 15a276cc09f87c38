// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-native.h"

G_BEGIN_DECLS

/**
 * VigieNaming:
 *
 * How the name of a column says which field it is, from the least sure.
 */
typedef enum
{
  VIGIE_NAMING_NONE,
  VIGIE_NAMING_PART,
  VIGIE_NAMING_OTHER,
  VIGIE_NAMING_OWN,
} VigieNaming;

typedef struct _VigieHeadings VigieHeadings;

VigieHeadings *vigie_headings_new (void);
void vigie_headings_free (VigieHeadings *self);
VigieNaming vigie_headings_compare (VigieHeadings *self, const VigieEntity *entity, guint field, const char *column,
                                    VigieNativeStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieHeadings, vigie_headings_free)

G_END_DECLS
