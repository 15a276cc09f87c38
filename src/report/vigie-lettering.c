// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-lettering.h"

#include "vigie-text.h"

#include <math.h>
#include <string.h>

/*
 * Sizes in points. The steps are about a quarter apart, so that a reader tells each from the next without thinking, and
 * nothing is under 7.5 points, which paper still carries at arm's length.
 */
typedef struct
{
  double size;
  PangoWeight weight;
  VigiePaint paint;
  gboolean tabular;
  double tracking; /* points added between letters; large type wants less air, small capitals more */
} Letter;

static const Letter letters[VIGIE_N_LETTERINGS] = {
  [VIGIE_LETTERING_DISPLAY] = { 38, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT, FALSE, -0.6 },
  [VIGIE_LETTERING_TITLE] = { 22, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT, FALSE, -0.25 },
  [VIGIE_LETTERING_HEADLINE] = { 17, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT, FALSE, -0.15 },
  [VIGIE_LETTERING_HEADING] = { 10.5, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT, FALSE, 0 },
  [VIGIE_LETTERING_KICKER] = { 9.5, PANGO_WEIGHT_SEMIBOLD, VIGIE_PAINT_BLUE, FALSE, 0.1 },
  [VIGIE_LETTERING_LEAD] = { 11.5, PANGO_WEIGHT_NORMAL, VIGIE_PAINT_TEXT, FALSE, 0 },
  [VIGIE_LETTERING_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, VIGIE_PAINT_TEXT, FALSE, 0 },
  [VIGIE_LETTERING_NOTE] = { 7.5, PANGO_WEIGHT_NORMAL, VIGIE_PAINT_TEXT_MUTED, FALSE, 0.05 },
  [VIGIE_LETTERING_NOTE_HEAD] = { 7.5, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT_MUTED, FALSE, 0.05 },
  [VIGIE_LETTERING_NUMBER] = { 28, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT, TRUE, -0.5 },
  [VIGIE_LETTERING_SMALL] = { 7.5, PANGO_WEIGHT_NORMAL, VIGIE_PAINT_TEXT, TRUE, 0.05 },
  [VIGIE_LETTERING_CELL] = { 8.5, PANGO_WEIGHT_NORMAL, VIGIE_PAINT_TEXT, TRUE, 0 },
  [VIGIE_LETTERING_CELL_STRONG] = { 8.5, PANGO_WEIGHT_SEMIBOLD, VIGIE_PAINT_TEXT, TRUE, 0 },
  [VIGIE_LETTERING_CELL_HEAD] = { 8, PANGO_WEIGHT_BOLD, VIGIE_PAINT_TEXT_MUTED, FALSE, 0 },
  [VIGIE_LETTERING_FURNITURE] = { 7.5, PANGO_WEIGHT_NORMAL, VIGIE_PAINT_TEXT_MUTED, TRUE, 0.05 },
};

/**
 * vigie_lettering_get_size:
 * @lettering: a step of the scale
 *
 * Returns: the size of its type, in points
 */
double
vigie_lettering_get_size (VigieLettering lettering)
{
  g_return_val_if_fail ((guint) lettering < VIGIE_N_LETTERINGS, 0);

  return letters[lettering].size;
}

/**
 * vigie_lettering_get_paint:
 * @lettering: a step of the scale
 *
 * Returns: what it is printed in
 */
VigiePaint
vigie_lettering_get_paint (VigieLettering lettering)
{
  g_return_val_if_fail ((guint) lettering < VIGIE_N_LETTERINGS, VIGIE_PAINT_TEXT);

  return letters[lettering].paint;
}

static PangoAttrList *
create_attributes (const Letter *letter, guint n_strong)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *strong;

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) round (letter->size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (letter->weight));
  if (letter->tracking < 0 || letter->tracking > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) round (letter->tracking * PANGO_SCALE)));
  if (letter->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (n_strong == 0)
    return attributes;
  strong = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  strong->end_index = n_strong;
  pango_attr_list_change (attributes, strong);
  return attributes;
}

/* A note is set in a narrow column: a word that is written with a hyphen stays in one piece. */
static void
keep_hyphenated (PangoAttrList *attributes, const char *text)
{
  for (const char *hyphen = strchr (text, '-'); hyphen != NULL; hyphen = strchr (hyphen + 1, '-'))
    {
      const char *before = g_utf8_find_prev_char (text, hyphen);
      const char *after = hyphen + 1;
      PangoAttribute *whole;

      if (before == NULL || !g_unichar_isalpha (g_utf8_get_char (before)) ||
          !g_unichar_isalpha (g_utf8_get_char (after)))
        continue;
      whole = pango_attr_allow_breaks_new (FALSE);
      whole->start_index = (guint) (before - text);
      whole->end_index = (guint) (g_utf8_next_char (after) - text);
      pango_attr_list_insert (attributes, whole);
    }
}

/**
 * vigie_lettering_layout:
 * @lettering: a step of the scale
 * @context: a context that vigie_text_prepare_context() has seen
 * @text: UTF-8
 * @n_strong: how many bytes at its beginning stand out
 * @width: the width that the text may take, in points; negative for any
 * @max_lines: the lines that it may take before it ends in "…"; 0 for any number
 * @align: how its lines stand to each other
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
vigie_lettering_layout (VigieLettering lettering, PangoContext *context, const char *text, guint n_strong, double width,
                        int max_lines, VigieAlign align)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_val_if_fail ((guint) lettering < VIGIE_N_LETTERINGS, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  layout = pango_layout_new (context);
  attributes = create_attributes (&letters[lettering], n_strong);
  if (lettering == VIGIE_LETTERING_NOTE)
    keep_hyphenated (attributes, text);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  vigie_text_align (layout, align);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (width >= 0 && max_lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -max_lines);
    }
  return g_steal_pointer (&layout);
}
