// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A disk that fails or is full at the first, the second, the third … of all the calls by which an import, an edit, an
 * undo, a migration, a backup, a restore, a repair or the making of a register changes it. Each time there is a reason in
 * words, the register holds what it held before or what it was to hold, it is whole, and nothing half made is left.
 * With VIGIE_ALL_FAULTS=1, as ./dev fuzz has it, each call fails in each of the four ways; else the first ones and every
 * fifth of the rest, in one of them in turn.
 */

#include "disk-rounds.h"
#include "faulty-vfs.h"

#include "vigie-format.h"

#define FIRST_CALLS 6
#define STRIDE 5

/* Returns: whether there was such a call. */
static gboolean
run_round (Rounds *rounds, guint nth, FaultKind kind, gboolean lasting)
{
  g_autoptr (GError) error = NULL;
  gboolean done;
  guint n_calls;

  rounds_begin (rounds);
  faulty_vfs_arm (nth, kind, lasting);
  done = rounds->operation->run (rounds, &error);
  /* A disk that goes on failing fails when the register is closed, too. */
  n_calls = lasting ? 0 : faulty_vfs_disarm ();
  g_clear_object (&rounds->store);
  if (lasting)
    n_calls = faulty_vfs_disarm ();
  if (n_calls < nth)
    {
      g_assert_true (done);
      return FALSE;
    }
  if (!done)
    rounds_assert_told (rounds, error, nth);
  rounds_assert_outcome (rounds, done, lasting, nth);
  return TRUE;
}

static void
sweep (Rounds *rounds, gconstpointer data G_GNUC_UNUSED)
{
  gboolean all = g_getenv ("VIGIE_ALL_FAULTS") != NULL;
  guint nth = 0;
  gboolean any = TRUE;

  while (any)
    {
      any = FALSE;
      nth += all || nth < FIRST_CALLS ? 1 : STRIDE;
      for (guint way = 0; way < 4; way++)
        if (all || way == nth % 4)
          any = run_round (rounds, nth, way & 1 ? FAULT_FULL : FAULT_IO, (way & 2) != 0) || any;
    }
  g_test_message ("%s: up to %u calls", rounds->operation->name, nth - 1);
  g_assert_cmpuint (nth, >, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  faulty_vfs_install ();
  for (gsize i = 0; i < ROUNDS_N_OPERATIONS; i++)
    {
      g_autofree char *path = g_strconcat ("/faults/io/", rounds_operations[i].name, NULL);

      g_test_add (path, Rounds, &rounds_operations[i], rounds_set_up, sweep, rounds_tear_down);
    }
  return g_test_run ();
}
