// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie-window: the window program. `vigie` becomes it where it is given no verb.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-application.h"
#include "vigie-drawing.h"
#include "vigie-format.h"
#include "vigie-watchdog.h"

int
main (int argc, char *argv[])
{
  g_autoptr (VigieApplication) application = NULL;
  int status;

  /* The language is ours to set, before the first word of GTK's own. */
  gtk_disable_setlocale ();
  vigie_language_init (vigie_application_find_language (argc, argv));
  application = vigie_application_new ();
  vigie_application_begin_early (application, argc, argv);
  vigie_watchdog_start (g_getenv ("VIGIE_WATCHDOG"));
  status = g_application_run (G_APPLICATION (application), argc, argv);
  vigie_watchdog_end ();
  vigie_drawing_wait ();
  return status;
}
