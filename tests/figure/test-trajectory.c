// SPDX-License-Identifier: GPL-3.0-or-later

/* What the trajectory of trainings says where there is little to go by, and what an assumption changes. */

#include "vigie-small-register.h"

#include "vigie-figure.h"
#include "vigie-format.h"

#include <string.h>

#define TODAY "2026-11-23"

/* A hundred people; each month, from @first months ago on, @pace of them take a training that holds for ever. */
static void
put_training (VigieStore *store, int first, int pace)
{
  static const char *const base[] = {
    "org_unit|code=S|name=S|kind=site",
    "profession|code=IDE|label_fr=Infirmier|label_en=Nurse|family=nursing",
    "module|code=M01|label_fr=Culture IA|family=culture|competency=fundamentals",
    "requirement|code=R|module=M01|obligation=mandatory|target_percent=80",
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  int person = 0;

  vigie_test_put_lines (store, base, G_N_ELEMENTS (base));
  for (int i = 0; i < 100; i++)
    g_ptr_array_add (lines, g_strdup_printf ("job|staff=P%02d|starts_on=2020-01-01|org_unit=S|profession=IDE", i));
  for (int month = first; month >= 1; month--)
    for (int i = 0; i < pace; i++)
      {
        g_autofree char *day = vigie_date_dup_iso (vigie_date_add_months (vigie_date_parse_iso ("2026-11-15"), -month));

        g_ptr_array_add (lines, g_strdup_printf ("completion|staff=P%02d|module=M01|completed_on=%s", person++, day));
      }
  vigie_test_put_lines (store, (const char *const *) lines->pdata, lines->len);
}

static VigieFigure *
answer (VigieStore *store, const char *profession, const VigieWhatIf *what_if)
{
  g_autoptr (VigieScope) plain = vigie_scope_new (vigie_date_parse_iso (TODAY), NULL, profession);
  g_autoptr (VigieScope) scope = vigie_scope_with_what_if (plain, what_if);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return vigie_figure_new ((guint) vigie_figure_kind_from_id ("training-trajectory"), overview);
}

static void
assert_sentence (VigieStore *store, const VigieWhatIf *what_if, const char *english, const char *french)
{
  g_autoptr (VigieFigure) figure = answer (store, NULL, what_if);

  g_assert_cmpstr (vigie_figure_get_sentence (figure), ==,
                   vigie_language_get () == VIGIE_LANGUAGE_FR ? french : english);
}

/* Five months: no forecast, and words for it; what was measured is shown. */
static void
test_little (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieFrame frame = { .width = 900, .height = 500, .text_scale = 1 };
  g_autoptr (VigieFigure) figure = NULL;
  g_autoptr (VigieScene) scene = NULL;

  put_training (fixture->store, 5, 4);
  figure = answer (fixture->store, NULL, &VIGIE_WHAT_IF_NONE);
  scene = vigie_figure_layout (figure, &frame);
  assert_sentence (
    fixture->store, &VIGIE_WHAT_IF_NONE,
    "Fewer than 6 whole months of training are recorded: too few for a forecast. No training held today "
    "expires within 12 months.",
    "Moins de 6 mois entiers de formation sont enregistrés\u00a0: trop peu pour une prévision. Aucune formation "
    "détenue aujourd’hui n’expire d’ici 12 mois.");
  g_assert_false (vigie_figure_is_empty (figure));
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    g_assert_cmpint (vigie_scene_get_mark (scene, i)->kind, !=, VIGIE_MARK_AREA);
}

/* 24 of 100 today, 4 a month and 80 to reach: 56 ÷ 4 months after the 7 of 30 days that are left of November. */
static void
test_reached (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieWhatIf more = VIGIE_WHAT_IF_NONE;

  put_training (fixture->store, 6, 4);
  assert_sentence (fixture->store, &VIGIE_WHAT_IF_NONE,
                   "At this pace the training target of 80% (today 24%) is reached in Jan 2028. No training held today "
                   "expires within 12 months.",
                   "À ce rythme, la cible de formation de 80\u00a0% (24\u00a0% aujourd’hui) est atteinte en janv. "
                   "2028. Aucune formation détenue aujourd’hui n’expire d’ici 12 mois.");
  /* One session of 10 more: 14 a month, 56 of them in four months. And by the end of May 2027: 56 ÷ 6 7/30 = 8.98. */
  more.more_sessions = 1;
  more.seats = 10;
  more.target_date = vigie_date_parse_iso ("2027-05-31");
  assert_sentence (
    fixture->store, &more,
    "At this pace the training target of 80% (today 24%) is reached in Jan 2028. With what is assumed: in Mar 2027. To reach it by 31\u00a0May 2027 "
    "takes 9 trainings a month instead of 4. No training held today expires within 12 months.",
    "À ce rythme, la cible de formation de 80\u00a0% (24\u00a0% aujourd’hui) est atteinte en janv. "
    "2028. Avec l’hypothèse "
    "retenue\u00a0: en mars 2027. L’atteindre pour le 31\u00a0mai 2027 demande 9 formations par mois au "
    "lieu de 4. Aucune formation détenue aujourd’hui n’expire d’ici 12 mois.");
}

/* A group of three is told from nothing: neither sentence nor table nor scene shows its trainings. */
static void
test_hidden (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieFrame frame = { .width = 900, .height = 500, .text_scale = 1 };
  g_autoptr (VigieFigure) figure = NULL;
  g_autoptr (VigieScene) scene = NULL;

  vigie_test_fill_small_register (fixture->store);
  figure = answer (fixture->store, "PHA", &VIGIE_WHAT_IF_NONE);
  scene = vigie_figure_layout (figure, &frame);
  g_assert_true (vigie_figure_is_empty (figure));
  g_assert_cmpuint (vigie_figure_get_n_rows (figure), ==, 0);
  g_assert_cmpuint (vigie_scene_get_n_data (scene), ==, 0);
  g_assert_null (strpbrk (vigie_figure_get_sentence (figure), "0123456789"));
}

int
main (int argc, char *argv[])
{
  vigie_language_init (argc > 1 && g_str_equal (argv[argc - 1], "fr") ? "fr" : "en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/trajectory/little", VigieTestFixture, NULL, vigie_test_set_up, test_little, vigie_test_tear_down);
  g_test_add ("/trajectory/reached", VigieTestFixture, NULL, vigie_test_set_up, test_reached, vigie_test_tear_down);
  g_test_add ("/trajectory/hidden", VigieTestFixture, NULL, vigie_test_set_up, test_hidden, vigie_test_tear_down);
  return g_test_run ();
}
