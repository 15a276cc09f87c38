// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRow: a row of a list, which may be there before its record.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-row.h"

struct _VigieRow
{
  GObject parent_instance;

  VigieRecord *record;
};

G_DEFINE_FINAL_TYPE (VigieRow, vigie_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
vigie_row_dispose (GObject *object)
{
  g_clear_object (&VIGIE_ROW (object)->record);
  G_OBJECT_CLASS (vigie_row_parent_class)->dispose (object);
}

static void
vigie_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, VIGIE_ROW (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vigie_row_class_init (VigieRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vigie_row_dispose;
  object_class->get_property = vigie_row_get_property;
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, VIGIE_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vigie_row_init (VigieRow *self G_GNUC_UNUSED)
{
}

/**
 * vigie_row_get_record:
 *
 * Returns: (transfer none) (nullable): what the row shows; %NULL until it has come
 */
VigieRecord *
vigie_row_get_record (VigieRow *self)
{
  g_return_val_if_fail (VIGIE_IS_ROW (self), NULL);

  return self->record;
}

/**
 * vigie_row_set_record:
 *
 * Shows what has come.
 */
void
vigie_row_set_record (VigieRow *self, VigieRecord *record)
{
  g_return_if_fail (VIGIE_IS_ROW (self));

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
