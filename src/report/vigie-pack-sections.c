// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-board-pack.h"

#include <glib/gi18n-lib.h>

#include "vigie-figure.h"

/* What a board pack is made of; the cover is always there. */

static const struct
{
  const char *id;
  const char *title;
} sections[] = {
  { VIGIE_PACK_ESSENTIALS, NC_ ("report", "The essentials") },
  { VIGIE_PACK_CHANGES, NC_ ("report", "What has changed") },
  { VIGIE_PACK_DECISIONS, NC_ ("report", "What needs a decision") },
  { VIGIE_PACK_FIGURES, NC_ ("report", "Figures") },
  { VIGIE_PACK_TABLES, NC_ ("report", "Tables") },
  { VIGIE_PACK_SYSTEMS, NC_ ("report", "AI systems") },
  { VIGIE_PACK_DEFINITIONS, NC_ ("report", "Definitions and sources") },
};

guint
vigie_board_pack_n_sections (void)
{
  return G_N_ELEMENTS (sections);
}

const char *
vigie_board_pack_section_id (guint section)
{
  return sections[section].id;
}

const char *
vigie_board_pack_section_title (guint section)
{
  return g_dpgettext2 (NULL, "report", sections[section].title);
}

/**
 * vigie_board_pack_is_usual:
 * @id: of a section or of a figure
 *
 * Returns: whether it is in a pack of which nobody chose the sections. Tables for which a figure's page has no room are
 *   not: a committee is not sent fifteen pages of numbers unless it asks for them
 */
gboolean
vigie_board_pack_is_usual (const char *id)
{
  return !g_str_equal (id, VIGIE_PACK_TABLES);
}

/**
 * vigie_board_pack_has_section:
 * @chosen: (nullable): ids of sections and of figures; %NULL is the usual
 * @id: of a section or of a figure
 *
 * Returns: whether it is in a pack of the chosen sections; all figures are where the section of them is
 */
gboolean
vigie_board_pack_has_section (const char *const *chosen, const char *id)
{
  if (chosen == NULL)
    return vigie_board_pack_is_usual (id);
  if (g_strv_contains (chosen, id))
    return TRUE;
  return vigie_figure_kind_from_id (id) >= 0 && g_strv_contains (chosen, VIGIE_PACK_FIGURES);
}

/**
 * vigie_board_pack_check_sections:
 * @chosen: ids of sections and of figures
 *
 * Returns: whether there is at least one and each is one; else %VIGIE_REPORT_ERROR_SECTION, which names those there are
 */
gboolean
vigie_board_pack_check_sections (const char *const *chosen, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const char *unknown = chosen[0] == NULL ? "" : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", sections[i].id);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    g_string_append_printf (known, ", %s", vigie_figure_kind_id (kind));
  for (gsize i = 0; chosen[i] != NULL && unknown == NULL; i++)
    {
      gboolean found = vigie_figure_kind_from_id (chosen[i]) >= 0;

      for (gsize j = 0; j < G_N_ELEMENTS (sections); j++)
        found = found || g_str_equal (sections[j].id, chosen[i]);
      unknown = found ? NULL : chosen[i];
    }
  if (unknown == NULL)
    return TRUE;
  g_set_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_SECTION,
               /* Translators: %1$s is what was given, %2$s a list of ids */
               _ ("“%1$s” is no section of the board pack; there are: %2$s"), unknown, known->str);
  return FALSE;
}
