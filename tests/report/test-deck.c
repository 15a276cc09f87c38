// SPDX-License-Identifier: GPL-3.0-or-later

/* The slides of a committee: what there is of them, and whether they can be read from the back of a room. */

#include "vigie-small-register.h"

#include "vigie-deck.h"
#include "vigie-demo.h"
#include "vigie-figure.h"
#include "vigie-format.h"
#include "vigie-palette.h"
#include "vigie-text.h"

#include <string.h>

#define LEAST_CONTRAST 7.0
#define DEMO_DAY "2026-11-23"

static VigieDeck *
load_deck (VigieStore *store)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (DEMO_DAY), NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return vigie_deck_new (overview);
}

static VigieDeck *
load_demo (const char *folder)
{
  VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_GHT, .seed = 1, .today = vigie_date_parse_iso (DEMO_DAY) };
  g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = NULL;

  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  return load_deck (store);
}

static void
assert_legible (const VigieScene *scene, const VigieMark *mark, double least, const char *id)
{
  static const VigiePaletteKind rooms[] = { VIGIE_PALETTE_CONTRAST, VIGIE_PALETTE_CONTRAST_DARK };

  if (mark->font.size < least - 1e-6)
    g_error ("%s: “%s” is %.1f px high, less than %.1f", id, mark->text, mark->font.size, least);
  if (mark->box.x < -0.5 || mark->box.y < -0.5 || vigie_box_right (&mark->box) > vigie_scene_get_width (scene) + 0.5 ||
      vigie_box_bottom (&mark->box) > vigie_scene_get_height (scene) + 0.5)
    g_error ("%s: “%s” leaves the slide", id, mark->text);
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      const VigiePalette *palette = vigie_palette_get (rooms[i]);
      VigiePaint on = mark->on != VIGIE_PAINT_NONE ? mark->on : VIGIE_PAINT_BACKGROUND;
      double contrast = vigie_colour_contrast (vigie_palette_text_colour (palette, mark->style.fill, mark->on),
                                               vigie_palette_colour (palette, on));

      if (contrast < LEAST_CONTRAST)
        g_error ("%s: “%s” has a contrast of %.1f", id, mark->text, contrast);
    }
}

/* On a projector of long ago, a screen of today, and a large one, and when somebody asks for larger text. */
static void
test_legible (void)
{
  static const struct
  {
    double width, height, larger;
  } walls[] = { { 1024, 768, 1 }, { 1920, 1080, 1 }, { 3840, 2160, 1 }, { 1920, 1080, 1.8 } };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieDeck) deck = load_demo (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
      {
        g_autoptr (VigieScene) scene =
          vigie_deck_layout (deck, slide, walls[i].width, walls[i].height, walls[i].larger);
        guint n_texts = 0;

        for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
          if (vigie_scene_get_mark (scene, m)->kind == VIGIE_MARK_TEXT)
            {
              assert_legible (scene, vigie_scene_get_mark (scene, m), walls[i].height / 40 * walls[i].larger,
                              vigie_deck_get_slide_id (deck, slide));
              n_texts++;
            }
        g_assert_cmpuint (n_texts, >, 2);
      }
  vigie_test_remove_folder (folder);
}

/* What the slide says at the top is said whole: the answer is why it is shown. */
static void
test_whole_heading (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieDeck) deck = load_demo (folder);

  for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
    {
      g_autoptr (VigieScene) scene = vigie_deck_layout (deck, slide, 1920, 1080, 1);
      const char *words = vigie_deck_get_slide_words (deck, slide);
      gboolean found = FALSE;

      for (guint m = 0; m < vigie_scene_get_n_marks (scene) && slide > 0; m++)
        {
          const VigieMark *mark = vigie_scene_get_mark (scene, m);

          if (mark->kind == VIGIE_MARK_TEXT && g_str_has_prefix (words, mark->text))
            {
              VigieTextExtents extents =
                vigie_text_measure (mark->text, &mark->font, mark->wrap_width, mark->max_lines);

              g_assert_false (extents.ellipsized);
              found = TRUE;
            }
        }
      g_assert_true (found || slide == 0);
    }
  vigie_test_remove_folder (folder);
}

/* Whose numbers they are, of which day, and who published the others stands at the foot, and is not cut. */
static void
test_whole_foot (void)
{
  static const double walls[][2] = { { 1024, 768 }, { 1920, 1080 }, { 3840, 2160 } };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieDeck) deck = load_demo (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
      {
        g_autoptr (VigieScene) scene = vigie_deck_layout (deck, slide, walls[i][0], walls[i][1], 1);
        guint n = 0;

        for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
          {
            const VigieMark *mark = vigie_scene_get_mark (scene, m);

            if (mark->kind != VIGIE_MARK_TEXT || strstr (mark->text, "Val d’Orcenne") == NULL ||
                mark->box.y < walls[i][1] / 2)
              continue;
            if (vigie_text_measure (mark->text, &mark->font, mark->wrap_width, mark->max_lines).ellipsized)
              g_error ("%s: “%s” is cut", vigie_deck_get_slide_id (deck, slide), mark->text);
            n++;
          }
        g_assert_cmpuint (n, ==, 1);
      }
  vigie_test_remove_folder (folder);
}

static void
assert_slide_legible (const VigieScene *scene, double least, const char *id)
{
  for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
    if (vigie_scene_get_mark (scene, m)->kind == VIGIE_MARK_TEXT)
      assert_legible (scene, vigie_scene_get_mark (scene, m), least, id);
}

/* Every record behind a mark is shown once, whatever the wall has room for at a time. */
static void
assert_rows_shown (const VigieDeck *deck, guint slide, const VigieDatum *datum, const GPtrArray *rows)
{
  guint first = 0;

  while (first < rows->len)
    {
      guint shown = 0;
      g_autoptr (VigieScene) scene =
        vigie_deck_layout_rows (deck, slide, datum->label, rows, first, 1024, 768, 1, &shown);

      g_assert_cmpuint (shown, >, 0);
      assert_slide_legible (scene, 768.0 / 40, datum->key);
      first += shown;
    }
  g_assert_cmpuint (first, ==, rows->len);
}

/* A mark of a figure, and a matter of the agenda, lead to what lies behind them. */
static void
test_behind (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieDeck) deck = load_demo (folder);
  guint n_figures = 0;

  for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
    {
      g_autoptr (VigieScene) scene = vigie_deck_layout (deck, slide, 1024, 768, 1);
      gboolean leads = FALSE;

      for (guint i = 0; i < vigie_scene_get_n_data (scene); i++)
        {
          const VigieDatum *datum = vigie_scene_get_datum (scene, (int) i);
          g_autoptr (GPtrArray) rows = vigie_deck_dup_rows (deck, slide, datum->key);

          assert_rows_shown (deck, slide, datum, rows);
          leads = leads || rows->len > 0;
          if (g_str_equal (vigie_deck_get_slide_id (deck, slide), "agenda"))
            g_assert_cmpint (vigie_deck_find_slide (deck, datum->key), >, (int) slide);
        }
      n_figures += leads && vigie_deck_get_slide_figure (deck, slide) != NULL;
    }
  g_assert_cmpuint (n_figures, >=, vigie_figure_n_kinds () / 2);
  vigie_test_remove_folder (folder);
}

/* What a figure hides for a small group is not told behind its marks either. */
static void
test_small_groups (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieDeck) deck = load_demo (folder);
  g_autoptr (GRegex) few = g_regex_new ("\\bof [1-4]\\)", 0, 0, NULL);
  guint n_rows = 0;

  for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
    {
      g_autoptr (VigieScene) scene = vigie_deck_layout (deck, slide, 1920, 1080, 1);

      for (guint i = 0; i < vigie_scene_get_n_data (scene); i++)
        {
          const char *key = vigie_scene_get_datum (scene, (int) i)->key;
          const VigieFigure *figure = vigie_deck_get_slide_figure (deck, slide);
          g_autoptr (GPtrArray) rows = vigie_deck_dup_rows (deck, slide, key);

          if (figure == NULL ||
              !g_str_equal (vigie_figure_get_definition (figure),
                            vigie_figure_kind_definition ((guint) vigie_figure_kind_from_id ("training-coverage"))))
            continue;
          for (guint r = 0; r < rows->len; r++, n_rows++)
            {
              const VigieDeckRow *row = g_ptr_array_index (rows, r);

              g_assert_false (row->detail != NULL && g_regex_match (few, row->detail, 0, NULL));
            }
        }
    }
  g_assert_cmpuint (n_rows, >, 0);
  vigie_test_remove_folder (folder);
}

static void
test_order (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieDeck) deck = load_demo (folder);
  int first = -1;

  g_assert_cmpstr (vigie_deck_get_slide_id (deck, 0), ==, "essentials");
  g_assert_cmpstr (vigie_deck_get_slide_id (deck, 1), ==, "changes");
  g_assert_cmpstr (vigie_deck_get_slide_id (deck, 2), ==, "agenda");
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      int slide = vigie_deck_find_slide (deck, vigie_figure_kind_id (kind));

      g_assert_cmpint (slide, >, first);
      first = slide;
    }
  g_assert_cmpint (first, ==, (int) vigie_deck_get_n_slides (deck) - 1);
  g_assert_cmpint (vigie_deck_find_slide (deck, "no-such-slide"), ==, -1);
  vigie_test_remove_folder (folder);
}

/* Of a register with nothing in it there is still something to show, and no empty charts. */
static void
test_empty (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  VigieStore *store = vigie_test_new_store (folder);
  g_autoptr (VigieDeck) deck = load_deck (store);

  g_assert_cmpint (vigie_deck_find_slide (deck, "trust-map"), ==, -1);
  for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
    {
      g_autoptr (VigieScene) scene = vigie_deck_layout (deck, slide, 1024, 768, 1);

      g_assert_cmpuint (vigie_scene_get_n_marks (scene), >, 0);
    }
  g_clear_pointer (&deck, vigie_deck_unref);
  g_assert_finalize_object (store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init (argc > 1 ? argv[1] : "en");
  g_test_add_func ("/deck/order", test_order);
  g_test_add_func ("/deck/legible", test_legible);
  g_test_add_func ("/deck/whole-heading", test_whole_heading);
  g_test_add_func ("/deck/whole-foot", test_whole_foot);
  g_test_add_func ("/deck/behind", test_behind);
  g_test_add_func ("/deck/small-groups", test_small_groups);
  g_test_add_func ("/deck/empty", test_empty);
  return g_test_run ();
}
