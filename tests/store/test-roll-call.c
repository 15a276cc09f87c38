// SPDX-License-Identifier: GPL-3.0-or-later

/* A list of those who attended a session, looked up as it was pasted. */

#include "vigie-small-register.h"

#include "vigie-roll-call.h"

static void
set_up (VigieTestFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "profession|code=P|label_fr=P|family=nursing",
    "module|code=M|label_fr=M|family=law|competency=privacy|validity_months=12",
    "module|code=EVER|label_fr=E|family=law|competency=privacy",
    "job|staff=A|starts_on=2020-01-01|org_unit=S|profession=P",
    "job|staff=B|starts_on=2020-01-01|org_unit=S|profession=P",
    "job|staff=C|starts_on=2020-01-01|org_unit=S|profession=P",
    "job|staff=D|starts_on=2020-01-01|org_unit=S|profession=P",
    "completion|staff=A|module=M|completed_on=2025-11-23",
    "completion|staff=B|module=M|completed_on=2025-11-24",
    "completion|staff=C|module=M|completed_on=2026-11-23",
    "completion|staff=D|module=M|completed_on=2026-01-10|expires_on=2026-03-01",
    "completion|staff=D|module=EVER|completed_on=2019-01-10",
  };

  vigie_test_set_up (fixture, data);
  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
}

static void
assert_codes (GPtrArray *codes, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (codes, i));
  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  const char *name;
  const char *module;
  const char *text;
  const char *present;
  const char *unknown;
  const char *doubled;
  const char *valid;
  const char *recorded;
} Case;

/* On 23 November 2026: A’s year ended that day, B’s ends the next, C was recorded on it, D’s ended early. */
static const Case cases[] = {
  { "nothing", "M", " \n,;", "", "", "", "", "" },
  { "lines", "M", "A\nB\r\nC\nD", "A B C D", "", "", "B", "C" },
  { "a-row-of-a-table", "M", "A\tB;C, D", "A B C D", "", "", "B", "C" },
  { "doubled", "M", "A A B A", "A B", "", "A", "B", "" },
  { "unknown", "M", "X A Y X", "A", "X Y", "X", "", "" },
  { "for-ever", "EVER", "A D", "A D", "", "", "D", "" },
  { "not-sql", "M", "A'--\n%\nA", "A", "A'-- %", "", "", "" },
};

static void
test_case (VigieTestFixture *fixture, gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRollCall) roll = vigie_store_call_roll (
    fixture->store, wanted->module, vigie_date_parse_iso (VIGIE_SMALL_TODAY), wanted->text, NULL, &error);

  g_assert_no_error (error);
  assert_codes (roll->present, wanted->present);
  assert_codes (roll->unknown, wanted->unknown);
  assert_codes (roll->doubled, wanted->doubled);
  assert_codes (roll->valid, wanted->valid);
  assert_codes (roll->recorded, wanted->recorded);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/roll-call/%s", cases[i].name);

      g_test_add (path, VigieTestFixture, &cases[i], set_up, test_case, vigie_test_tear_down);
    }
  return g_test_run ();
}
