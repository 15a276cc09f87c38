// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A value of a record as the window shows it: with its unit, and without small groups.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-field-text.h"

#include "vigie-agenda-item.h"
#include "vigie-figure.h"

#include <glib/gi18n.h>

/* Fewer people than this are somebody: see the rule of small groups in src/insight/. */
#define SMALL_GROUP 5

static char *
dup_number (const VigieField *field, gint64 number, const char *text)
{
  gulong n = (gulong) CLAMP (number, 0, G_MAXINT);

  if (field->unit == VIGIE_UNIT_PEOPLE && number > 0 && number < SMALL_GROUP)
    /* Translators: shown instead of a number of people that is too small to be shown */
    return g_strdup (C_ ("people", "< 5"));
  if (field->unit == VIGIE_UNIT_MINUTES)
    /* Translators: a duration in minutes; %s is the number */
    return g_strdup_printf (C_ ("duration", "%s min"), text);
  if (field->unit == VIGIE_UNIT_MONTHS)
    /* Translators: a duration; %s is the number */
    return g_strdup_printf (ngettext ("%s month", "%s months", n), text);
  if (field->unit == VIGIE_UNIT_DAYS)
    /* Translators: a duration; %s is the number */
    return g_strdup_printf (ngettext ("%s day", "%s days", n), text);
  return g_strdup (text);
}

/* A figure is called by its title; one that this program does not know by its id. */
static char *
dup_figure (const char *id)
{
  int kind = vigie_figure_kind_from_id (id);

  return g_strdup (kind >= 0 ? vigie_figure_kind_title ((guint) kind) : id);
}

/**
 * vigie_field_text_dup:
 * @field: index of a field of @record
 *
 * Returns: (transfer full): its value for people; a dash where it is not measured
 */
char *
vigie_field_text_dup (VigieRecord *record, guint field)
{
  const VigieField *of = &vigie_record_get_entity (record)->fields[field];
  g_autofree char *text = vigie_record_display (record, field);

  if (of == &vigie_agenda_item_entity.fields[VIGIE_AGENDA_ITEM_FIGURE] && vigie_record_is_measured (record, field))
    return dup_figure (text);
  if (of == &vigie_agenda_item_entity.fields[VIGIE_AGENDA_ITEM_MATTER] && vigie_record_is_measured (record, field))
    /* Translators: of a point of an agenda: it stands there because the register says that it needs a decision */
    return g_strdup (C_ ("matter", "raised by the register"));
  if (of->type != VIGIE_FIELD_INTEGER || !vigie_record_is_measured (record, field))
    return g_steal_pointer (&text);
  return dup_number (of, vigie_record_get_number (record, field, 0), text);
}
