// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib.h>

#include "vigie-pdf-private.h"

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
} Row;

static const Row rows[] = {
  { "nothing is drawn", "1 0 0 -1 0 595 cm\nq\nQ\n", "1 0 0 -1 0 595 cm\nq\nQ\n" },
  { "text of an element stays", "/P << /MCID 0 >> BDC\nBT\n(a)Tj\nET\nEMC\n",
    "/P << /MCID 0 >> BDC\nBT\n(a)Tj\nET\nEMC\n" },
  { "a rule without an element", "q\n0 0 5 5 re f\nQ\n", "/Artifact BMC\nq\n0 0 5 5 re f\nQ\nEMC\n" },
  { "text between two elements",
    "/H1 << /MCID 0 >> BDC\n(a)Tj\nEMC\nBT\n(head)Tj\nET\n/P << /MCID 1 >> BDC\n(b)Tj\nEMC\n",
    "/H1 << /MCID 0 >> BDC\n(a)Tj\nEMC\n/Artifact BMC\nBT\n(head)Tj\nET\nEMC\n/P << /MCID 1 >> BDC\n(b)Tj\nEMC\n" },
  { "what a table draws itself", "/Table << /MCID 7 >> BDC\n0 0 5 5 re f\nEMC\n",
    "/Artifact BMC\n0 0 5 5 re f\nEMC\n" },
  { "a table's cell is no artifact", "/TD << /MCID 7 >> BDC\n(1)Tj\nEMC\n", "/TD << /MCID 7 >> BDC\n(1)Tj\nEMC\n" },
  { "state alone is no artifact", "0 0 0 RG 2 w\n/a0 gs\n", "0 0 0 RG 2 w\n/a0 gs\n" },
  { "words that look like operators", "(S)Tj\n", "/Artifact BMC\n(S)Tj\nEMC\n" },
  { "a space that is spelt out in an element",
    "/P << /MCID 0 >> BDC\nBT\n(a)Tj\n/Span << /ActualText <feff0020> >> BDC\n(b)Tj\nEMC\n(c)Tj\nET\nEMC\n",
    "/P << /MCID 0 >> BDC\nBT\n(a)Tj\n/Span << /ActualText <feff0020> >> BDC\n(b)Tj\nEMC\n(c)Tj\nET\nEMC\n" },
  { "a space that is spelt out in none", "BT\n/Span << /ActualText <feff0020> >> BDC\n(b)Tj\nEMC\nET\n",
    "/Artifact BMC\nBT\n/Span << /ActualText <feff0020> >> BDC\n(b)Tj\nEMC\nET\nEMC\n" },
  { "a last line without its end", "0 0 5 5 re f", "/Artifact BMC\n0 0 5 5 re f\nEMC\n" },
};

static void
test_rewrite (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) after = vigie_pdf_rewrite_content (rows[i].before, strlen (rows[i].before));

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (after->str, ==, rows[i].after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/artifacts/rewrite", test_rewrite);
  return g_test_run ();
}
