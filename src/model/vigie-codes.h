// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieCodes:
 *
 * Different texts, numbered from 0 in the order in which they were added.
 */
typedef struct _VigieCodes VigieCodes;

/** No such text. */
#define VIGIE_CODES_NONE G_MAXUINT32

VigieCodes *vigie_codes_new (void);
void vigie_codes_free (VigieCodes *self);

guint32 vigie_codes_find (const VigieCodes *self, const char *text);
guint32 vigie_codes_find_near (const VigieCodes *self, const char *text, guint32 near);
guint32 vigie_codes_add (VigieCodes *self, const char *text);
guint vigie_codes_get_size (const VigieCodes *self);
const char *vigie_codes_get (const VigieCodes *self, guint32 number);
void vigie_codes_clear (VigieCodes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieCodes, vigie_codes_free)

G_END_DECLS
