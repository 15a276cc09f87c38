// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The agenda as an iCalendar object (RFC 5545): a VTODO a matter, and one a row of it, which is related to
 * it. The same register asked about the same day gives the same bytes, and a matter keeps its UID from day
 * to day, so that a calendar that reads the file again has each matter once.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-numbers.h"

#include "vigie-config.h"
#include "vigie-format.h"

/* RFC 5545, 3.1: lines should not be longer, in octets and without the line break. */
#define LINE_OCTETS 75
#define UID_DIGITS 32
/* RFC 5545, 3.8.1.9 */
#define PRIORITY_HIGH 1
#define PRIORITY_MEDIUM 5
#define PRIORITY_LOW 9

/* Ends a content line, folded between characters. */
static void
add_line (GString *out, const char *line)
{
  gsize octets = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize size = (gsize) (g_utf8_next_char (p) - p);

      if (octets + size > LINE_OCTETS)
        {
          g_string_append (out, "\r\n ");
          octets = 1;
        }
      g_string_append_len (out, p, (gssize) size);
      octets += size;
    }
  g_string_append (out, "\r\n");
}

static void
add_property (GString *out, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  add_line (out, line);
}

/* RFC 5545, 3.3.11 */
static char *
escape (const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (escaped, "\\n");
      else if (*p == '\\' || *p == ';' || *p == ',')
        g_string_append_printf (escaped, "\\%c", *p);
      else if (!g_ascii_iscntrl (*p))
        g_string_append_c (escaped, *p);
    }
  return g_string_free_and_steal (g_steal_pointer (&escaped));
}

static const char *
get_language (void)
{
  return vigie_language_get_tag ();
}

static void
add_text (GString *out, const char *name, const char *text)
{
  g_autofree char *escaped = escape (text);
  g_autofree char *line = g_strdup_printf ("%s;LANGUAGE=%s:%s", name, get_language (), escaped);

  add_line (out, line);
}

/* Of one register, scope and matter, whatever the day and the language. */
static char *
dup_uid (VigieOverview *overview, const VigieAgendaItem *item)
{
  const char *organisation = vigie_overview_get_organisation (overview);
  VigieScope *scope = vigie_overview_get_scope (overview);
  const char *site = vigie_scope_get_site (scope);
  const char *profession = vigie_scope_get_profession (scope);
  g_autofree char *whole = g_strdup_printf ("%s\n%s\n%s\n%s", organisation != NULL ? organisation : "",
                                            site != NULL ? site : "", profession != NULL ? profession : "", item->id);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  return g_strdup_printf ("%.*s@vigie", UID_DIGITS, digest);
}

static char *
dup_date (VigieDate date)
{
  g_autofree char *iso = vigie_date_dup_iso (date);
  g_auto (GStrv) parts = g_strsplit (iso, "-", 3);

  return g_strjoinv ("", parts);
}

static int
get_priority (VigieJudgement judgement)
{
  switch (judgement)
    {
    case VIGIE_JUDGEMENT_BAD:
      return PRIORITY_HIGH;
    case VIGIE_JUDGEMENT_WARNING:
      return PRIORITY_MEDIUM;
    case VIGIE_JUDGEMENT_NEUTRAL:
    case VIGIE_JUDGEMENT_GOOD:
    case VIGIE_JUDGEMENT_NOT_MEASURED:
    default:
      return PRIORITY_LOW;
    }
}

static void
add_due (GString *out, VigieDate due_on)
{
  g_autofree char *day = NULL;

  if (due_on == VIGIE_DATE_NONE)
    return;
  day = dup_date (due_on);
  add_property (out, "DUE;VALUE=DATE", day);
}

static void
add_matter (GString *out, VigieOverview *overview, const VigieAgendaItem *item, const char *parent)
{
  g_autofree char *uid = dup_uid (overview, item);
  g_autofree char *day = dup_date (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));
  g_autofree char *stamp = g_strconcat (day, "T000000Z", NULL);
  g_autofree char *priority = g_strdup_printf ("%d", get_priority (item->judgement));
  g_autofree char *description =
    g_strconcat (item->reason, item->suggestion != NULL ? "\n" : NULL, item->suggestion, NULL);

  add_property (out, "BEGIN", "VTODO");
  add_property (out, "UID", uid);
  add_property (out, "DTSTAMP", stamp);
  add_due (out, item->due_on);
  add_text (out, "SUMMARY", item->title);
  add_text (out, "DESCRIPTION", description);
  add_property (out, "PRIORITY", priority);
  add_property (out, "STATUS", "NEEDS-ACTION");
  if (parent != NULL)
    add_property (out, "RELATED-TO;RELTYPE=PARENT", parent);
  add_property (out, "END", "VTODO");
  for (guint i = 0; item->rows != NULL && i < item->rows->len; i++)
    add_matter (out, overview, g_ptr_array_index (item->rows, i), uid);
}

/**
 * vigie_numbers_write_ics:
 * @agenda_only: %TRUE: a calendar has no room for numbers
 *
 * Returns: (transfer full): the agenda as an iCalendar object, stamped with the beginning of the day that
 *   was asked about
 */
GBytes *
vigie_numbers_write_ics (VigieOverview *overview, gboolean agenda_only)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (agenda_only, NULL);

  add_property (out, "BEGIN", "VCALENDAR");
  add_property (out, "VERSION", "2.0");
  add_property (out, "PRODID", "-//Vigie//Vigie " VIGIE_VERSION "//EN");
  add_property (out, "CALSCALE", "GREGORIAN");
  for (guint i = 0; i < vigie_overview_get_n_agenda (overview); i++)
    add_matter (out, overview, vigie_overview_get_agenda_item (overview, i), NULL);
  add_property (out, "END", "VCALENDAR");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
