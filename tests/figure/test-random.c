// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Every figure of registers made by chance from the entities' field tables: nobody in them, one person, everything
 * expired, everything still to come, and days that calendars stumble over. Each is recounted by the oracle.
 */

#include "vigie-chance.h"
#include "vigie-oracle.h"
#include "vigie-test.h"

#include "vigie-format.h"

#define REGISTERS 50

static const char *const asked[] = { "2026-11-23", "2026-02-28", "2024-02-29", "2026-03-29", "2028-02-29" };

static void
test_registers (gconstpointer data)
{
  guint32 first = (guint32) g_ascii_strtoull (data, NULL, 10);

  for (guint32 seed = first; seed < first + REGISTERS; seed++)
    {
      g_autofree char *folder = vigie_test_dup_folder ();
      VigieStore *store = vigie_test_new_store (folder);
      g_autoptr (VigieChance) chance = vigie_chance_new (seed);

      vigie_chance_add_register (chance);
      g_assert_true (vigie_chance_put (chance, store));
      g_test_message ("register %u", seed);
      vigie_oracle_compare_all (store, asked[seed % G_N_ELEMENTS (asked)]);
      g_assert_finalize_object (store);
      vigie_test_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;

  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  path = g_strconcat ("/random/from-", argv[1], NULL);
  g_test_add_data_func (path, argv[1], test_registers);
  return g_test_run ();
}
