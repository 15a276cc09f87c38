// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What falls due is told by the desktop, once a day and only where that was asked for: off by default, and only while
 * the program runs.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-due-notifier.h"

#include "vigie-clock.h"
#include "vigie-format.h"

#include <glib/gi18n.h>

/* What falls due within so many days, or has been passed by. */
#define DAYS_AHEAD 7
#define NAMED_MAX 3

static char *
dup_body (GPtrArray *due)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (due->len, NAMED_MAX); i++)
    {
      const VigieAgendaItem *item = g_ptr_array_index (due, i);
      g_autofree char *day = vigie_format_date (item->due_on);

      g_string_append (text, i > 0 ? "\n" : "");
      /* Translators: in a notification: %1$s is a day, %2$s what must be decided by then */
      g_string_append_printf (text, _ ("%1$s: %2$s"), day, item->title);
    }
  return g_string_free_and_steal (text);
}

/* Of today, of the whole, and not told today yet. */
static gboolean
is_to_be_told (GSettings *settings, const VigieOverview *overview, const char *today)
{
  VigieScope *scope = vigie_overview_get_scope (overview);
  g_autofree char *told_on = g_settings_get_string (settings, "notified-on");

  return g_settings_get_boolean (settings, "notify-due") && vigie_scope_get_as_of (scope) == vigie_clock_today () &&
         vigie_scope_get_site (scope) == NULL && vigie_scope_get_profession (scope) == NULL &&
         !g_str_equal (told_on, today);
}

/**
 * vigie_due_notifier_tell:
 * @settings: whether it is wanted, and when it was last done
 *
 * Tells what falls due, where that is wanted and was not done today.
 */
void
vigie_due_notifier_tell (GApplication *application, GSettings *settings, const VigieOverview *overview)
{
  g_autofree char *today = vigie_date_dup_iso (vigie_clock_today ());
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (!is_to_be_told (settings, overview, today))
    return;
  due = vigie_overview_list_due (overview, vigie_clock_today () + DAYS_AHEAD);
  if (due->len == 0)
    return;
  number = vigie_format_integer (due->len);
  /* Translators: title of a notification; %s is how many */
  title =
    g_strdup_printf (ngettext ("%s matter falls due this week", "%s matters fall due this week", due->len), number);
  body = dup_body (due);
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_application_send_notification (application, "due", notification);
  g_settings_set_string (settings, "notified-on", today);
}
