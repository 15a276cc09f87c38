// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-exhibit.h"

#include "vigie-agenda-item.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_EXHIBIT_AGENDA_ITEM] = {
    .name = "agenda_item",
    .label = NC_ ("field", "Agenda item"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_agenda_item_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_EXHIBIT_FROZEN_ON] = {
    .name = "frozen_on",
    .label = NC_ ("field", "Frozen on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_EXHIBIT_CONTENT] = {
    .name = "content",
    .label = NC_ ("field", "Content"),
    .type = VIGIE_FIELD_TEXT,
    .maximum = VIGIE_EXHIBIT_MAX,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_LONG,
  },
  [VIGIE_EXHIBIT_SHA256] = {
    .name = "sha256",
    .label = NC_ ("field", "SHA-256"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

const VigieEntity vigie_exhibit_entity = {
  .nick = "exhibit",
  .label = N_ ("Exhibit"),
  .label_plural = N_ ("Exhibits"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
