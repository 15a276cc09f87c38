// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie demo FILE [--scale small|ght|chu|national] [--staff N] [--seed S] [--today DATE]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-progress.h"

#include "vigie-config.h"
#include "vigie-demo.h"
#include "vigie-recording.h"

#include <glib/gi18n-lib.h>
#include <signal.h>

#define DEFAULT_SEED 1

static char *scale;
static gint64 staff;
static gint64 seed = DEFAULT_SEED;
static char *today;

static const GOptionEntry options[] = {
  { "scale", 0, 0, G_OPTION_ARG_STRING, &scale, N_ ("How large: small, ght, chu or national (ght where not given)"),
    N_ ("SCALE") },
  { "staff", 0, 0, G_OPTION_ARG_INT64, &staff, N_ ("How many people in post, about"), N_ ("N") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Another number makes other people in the same story"), N_ ("S") },
  { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_ ("The day on which the story stands (today where not given)"),
    N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

static volatile sig_atomic_t interrupted;

static void
interrupted_cb (int number G_GNUC_UNUSED)
{
  interrupted = 1;
}

static gboolean
observe (double fraction, gint64 n, gpointer data)
{
  vigie_progress_tell (fraction, n, data);
  return !interrupted;
}

static gboolean
read_options (VigieDemoOptions *demo, GError **error)
{
  demo->scale = VIGIE_DEMO_SCALE_GHT;
  demo->staff = staff;
  demo->seed = (guint64) seed;
  if (scale != NULL && !vigie_demo_scale_from_nick (scale, &demo->scale))
    return vigie_command_usage (error, _ ("--scale: “%s” is none of small, ght, chu, national"), scale);
  /* A hundred groups would be added up as of a hundred days. */
  demo->complete = demo->scale != VIGIE_DEMO_SCALE_NATIONAL ? vigie_recording_found_past : NULL;
  if (staff != 0 && (staff < VIGIE_DEMO_STAFF_MIN || staff > VIGIE_DEMO_STAFF_MAX))
    /* Translators: the least and the most number of people that may be asked for */
    return vigie_command_usage (error, _ ("--staff: from %1$d to %2$d people"), VIGIE_DEMO_STAFF_MIN,
                                VIGIE_DEMO_STAFF_MAX);
  return vigie_command_parse_date ("--today", today, &demo->today, error);
}

static gboolean
run (char **arguments, GError **error)
{
  struct sigaction stop = { .sa_handler = interrupted_cb };
  VigieDemoOptions demo;
  VigieProgress *progress;
  gboolean done;

  if (!read_options (&demo, error))
    return FALSE;
  sigaction (SIGINT, &stop, NULL);
  sigaction (SIGTERM, &stop, NULL);
  progress = vigie_progress_new ();
  done = vigie_demo_create (arguments[0], &demo, observe, progress, NULL, error);
  vigie_progress_end (progress);
  vigie_progress_free (progress);
  return done;
}

const VigieCommand vigie_command_demo = {
  .name = "demo",
  .summary = N_ ("Make a register of a hospital group that does not exist, to try Vigie with."),
  .usage = N_ ("FILE [--scale SCALE] [--staff N] [--seed S] [--today DATE]"),
  .description = N_ ("The same options make the same register. Establishments, systems and suppliers are invented; "
                     "staff are references without names. small has about 600 people, ght 4,800, chu 10,000 and "
                     "national 1.2 million, which takes many minutes."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
