// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-words.h"

#include <string.h>

/* Each before the next, as a dictionary has them. */
static void
test_order (void)
{
  static const char *const sorted[] = {
    "",       "Achat",  "bloc",   "Coeliaque", "Cœur",  "Coffre",     "Déploi-Code",
    "Dérive", "Dictée", "Équipe", "équipes",   "Fuite", "île",        "Ilot",
    "œdème",  "Offre",  "Straße", "Strate",    "Zèbre", "zèbres\xff", "zèbres\xff\xfe",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (sorted); k++)
      {
        int expected = (i > k) - (i < k);
        int order = vigie_words_collate (sorted[i], sorted[k]);

        if ((order > 0) - (order < 0) != expected)
          g_error ("“%s” and “%s”: %d", sorted[i], sorted[k], order);
      }
}

/* An accent of its own, and the letter that has it: the same letters, told apart so that the order is one. */
static void
test_same_letters (void)
{
  static const char *const same[] = { "e\xcc\x81té", "été", "Été", "ETE", "ete" };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_cmpint (vigie_words_collate (same[i], "etd"), >, 0);
      g_assert_cmpint (vigie_words_collate (same[i], "etea"), <, 0);
      for (gsize k = 0; k < G_N_ELEMENTS (same); k++)
        g_assert_true ((vigie_words_collate (same[i], same[k]) == 0) == (i == k));
    }
}

/* Values of a file: not ended by a zero, and not always text. */
static void
test_lengths (void)
{
  g_assert_cmpint (vigie_words_compare ("abcé", 3, "abcd", 3), ==, 0);
  g_assert_cmpint (vigie_words_compare ("é", 1, "é", 2), !=, 0);
  g_assert_cmpint (vigie_words_compare ("a\0b", 3, "a\0c", 3), <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/order", test_order);
  g_test_add_func ("/words/same-letters", test_same_letters);
  g_test_add_func ("/words/lengths", test_lengths);
  return g_test_run ();
}
