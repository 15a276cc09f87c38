// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The preferences, which apply at once.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-preferences.h"

#include "vigie-config.h"

static gboolean
style_to_position (GValue *value, GVariant *variant, gpointer data)
{
  static const char *const nicks[] = { "system", "light", "dark" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), nicks[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_style (const GValue *value, const GVariantType *type G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  static const char *const nicks[] = { "system", "light", "dark" };

  return g_variant_new_string (nicks[MIN (g_value_get_uint (value), G_N_ELEMENTS (nicks) - 1)]);
}

/**
 * vigie_preferences_new:
 *
 * Returns: (transfer floating): a dialog that changes @settings
 */
AdwDialog *
vigie_preferences_new (GSettings *settings)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (VIGIE_RESOURCE_PREFIX "/ui/vigie-preferences.ui");
  AdwDialog *dialog = ADW_DIALOG (gtk_builder_get_object (builder, "preferences"));
  GObject *style = gtk_builder_get_object (builder, "style_row");

  g_settings_bind_with_mapping (settings, "color-scheme", style, "selected", G_SETTINGS_BIND_DEFAULT, style_to_position,
                                position_to_style, NULL, NULL);
  g_settings_bind (settings, "notify-due", gtk_builder_get_object (builder, "due_row"), "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_object_force_floating (g_object_ref (G_OBJECT (dialog)));
  return dialog;
}
