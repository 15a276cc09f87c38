// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * An overview as text for a terminal.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-numbers.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>

#define INDENT "  "

static void
append_head (GString *out, VigieOverview *overview)
{
  const char *organisation = vigie_overview_get_organisation (overview);
  g_autofree char *day = vigie_format_date_long (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));
  g_autofree char *late = vigie_overview_dup_late (overview);
  g_autofree char *since = NULL;

  if (organisation != NULL)
    g_string_append_printf (out, "%s\n", organisation);
  /* Translators: %1$s is the whole group, a site or a profession; %2$s a day */
  g_string_append_printf (out, _ ("%1$s, as of %2$s"), vigie_overview_get_scope_name (overview), day);
  g_string_append_c (out, '\n');
  if (late != NULL)
    g_string_append_printf (out, "%s\n", late);
  if (vigie_overview_get_since (overview) == VIGIE_DATE_NONE)
    return;
  since = vigie_format_date_long (vigie_overview_get_since (overview));
  /* Translators: %s is a day */
  g_string_append_printf (out, _ ("Changes since %s"), since);
  g_string_append_c (out, '\n');
}

static void
append_headlines (GString *out, VigieOverview *overview)
{
  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (overview, i);

      /* Translators: a number: %1$s is what is counted, %2$s how many */
      g_string_append_printf (out, C_ ("number", "%1$s: %2$s"), headline->label, headline->value_text);
      if (headline->detail != NULL)
        g_string_append_printf (out, " %s", headline->detail);
      if (headline->change_text != NULL)
        g_string_append_printf (out, " (%s)", headline->change_text);
      g_string_append_printf (out, "\n" INDENT "%s\n", headline->definition);
    }
}

/* What happened, and what it means, as far as it has a sign. */
static void
append_changes (GString *out, VigieOverview *overview)
{
  g_autoptr (GPtrArray) changes = vigie_overview_list_changes (overview);
  g_autofree char *since = NULL;

  if (changes->len == 0)
    return;
  since = vigie_format_date_long (vigie_overview_get_since (overview));
  g_string_append_c (out, '\n');
  /* Translators: above the events since then; %s is a day */
  g_string_append_printf (out, _ ("What has changed since %s"), since);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < changes->len; i++)
    {
      const VigieChange *change = g_ptr_array_index (changes, i);
      g_autofree char *day = change->on != VIGIE_DATE_NONE ? vigie_format_date (change->on) : NULL;

      g_string_append (out, INDENT);
      if (day != NULL)
        /* Translators: an event: %1$s is what happened, %2$s the day */
        g_string_append_printf (out, C_ ("change", "%1$s (%2$s)"), change->text, day);
      else
        g_string_append (out, change->text);
      g_string_append_c (out, '\n');
    }
}

static void
append_stages (GString *out, const VigiePicture *picture)
{
  g_string_append_printf (out, "\n%s\n", _ ("AI systems by stage"));
  for (int group = 0; group < VIGIE_N_STAGE_GROUPS; group++)
    {
      guint n = vigie_picture_count_systems (picture, (VigieStageGroup) group);
      g_autofree char *count = vigie_format_integer (n);

      if (n > 0)
        {
          g_string_append (out, INDENT);
          g_string_append_printf (out, C_ ("number", "%1$s: %2$s"), vigie_stage_group_label ((VigieStageGroup) group),
                                  count);
          g_string_append_c (out, '\n');
        }
    }
}

static void
append_row (GString *out, const VigieAgendaItem *row)
{
  g_string_append_printf (out, "   - %s\n     %s\n", row->title, row->reason);
}

static void
append_agenda (GString *out, VigieOverview *overview)
{
  guint n = vigie_overview_get_n_agenda (overview);
  g_autofree char *count = vigie_format_integer (n);

  if (n == 0)
    {
      g_string_append_printf (out, "\n%s\n", _ ("Nothing needs a decision."));
      return;
    }
  g_string_append_c (out, '\n');
  g_string_append_printf (out, ngettext ("%s matter needs a decision", "%s matters need a decision", n), count);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n; i++)
    {
      const VigieAgendaItem *item = vigie_overview_get_agenda_item (overview, i);

      g_string_append_printf (out, "%u. %s\n   %s\n", i + 1, item->title, item->reason);
      if (item->suggestion != NULL)
        g_string_append_printf (out, "   → %s\n", item->suggestion);
      for (guint row = 0; item->rows != NULL && row < item->rows->len; row++)
        append_row (out, g_ptr_array_index (item->rows, row));
    }
}

/**
 * vigie_numbers_write_text:
 * @agenda_only: what needs a decision, and not the numbers
 *
 * Returns: (transfer full): the overview as text in UTF-8
 */
GBytes *
vigie_numbers_write_text (VigieOverview *overview, gboolean agenda_only)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, overview);
  if (!agenda_only)
    {
      g_string_append_c (out, '\n');
      append_headlines (out, overview);
      append_changes (out, overview);
      append_stages (out, vigie_overview_get_picture (overview));
    }
  append_agenda (out, overview);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
