// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-text.h"

#include <math.h>
#include <pango/pangocairo.h>

/*
 * Measuring and drawing build their layouts by the same function and with the same options, all of them independent
 * of the surface (no hinting, glyphs at fractions of a point), so that a text has one width on screen, wall and paper.
 */

struct _VigieTextMeasure
{
  PangoContext *context;
};

static const PangoWeight weights[] = {
  [VIGIE_TEXT_TITLE] = PANGO_WEIGHT_BOLD,   [VIGIE_TEXT_SENTENCE] = PANGO_WEIGHT_NORMAL,
  [VIGIE_TEXT_HEADING] = PANGO_WEIGHT_BOLD, [VIGIE_TEXT_LABEL] = PANGO_WEIGHT_NORMAL,
  [VIGIE_TEXT_VALUE] = PANGO_WEIGHT_NORMAL, [VIGIE_TEXT_NOTE] = PANGO_WEIGHT_NORMAL,
};

/**
 * vigie_text_prepare_context:
 * @context: a Pango context
 *
 * Makes text in @context come out at the same size on every surface.
 */
void
vigie_text_prepare_context (PangoContext *context)
{
  g_autoptr (PangoFontDescription) description = NULL;
  cairo_font_options_t *options;

  g_return_if_fail (PANGO_IS_CONTEXT (context));

  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  description = pango_font_description_from_string (VIGIE_FONT_FAMILY);
  pango_context_set_font_description (context, description);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
}

static PangoAttrList *
create_attributes (const VigieFont *font)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoWeight weight = font->strong ? PANGO_WEIGHT_BOLD : weights[font->role];

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) round (font->size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  if (font->role == VIGIE_TEXT_VALUE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  return attributes;
}

/**
 * vigie_text_layout_new:
 * @context: a context that vigie_text_prepare_context() has seen
 * @text: UTF-8
 * @font: size and weight
 * @wrap_width: the width the text may take, in points; negative for any
 * @max_lines: the lines it may take, at least 1; what is left over ends in "…"
 * @align: how its lines stand to each other
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
vigie_text_layout_new (PangoContext *context, const char *text, const VigieFont *font, double wrap_width, int max_lines,
                       VigieAlign align)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = create_attributes (font);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, alignments[align]);

  if (wrap_width >= 0)
    {
      pango_layout_set_width (layout, (int) ceil (wrap_width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -MAX (max_lines, 1));
    }

  return g_steal_pointer (&layout);
}

/**
 * vigie_text_measure_new:
 *
 * Returns: (transfer full): what tells how large a text will be; of use on the thread that made it
 */
VigieTextMeasure *
vigie_text_measure_new (void)
{
  VigieTextMeasure *self = g_new0 (VigieTextMeasure, 1);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  vigie_text_prepare_context (self->context);

  return self;
}

/**
 * vigie_text_measure_free:
 * @self: (transfer full): a measure
 */
void
vigie_text_measure_free (VigieTextMeasure *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->context);
  g_free (self);
}

/**
 * vigie_text_measure_extents:
 * @self: a measure
 * @text: UTF-8
 * @font: size and weight
 * @wrap_width: the width the text may take, in points; negative for any
 * @max_lines: the lines it may take, at least 1
 * @extents: (out): its size
 */
void
vigie_text_measure_extents (VigieTextMeasure *self, const char *text, const VigieFont *font, double wrap_width,
                            int max_lines, VigieTextExtents *extents)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  g_return_if_fail (self != NULL && text != NULL && font != NULL && extents != NULL);

  layout = vigie_text_layout_new (self->context, text, font, wrap_width, max_lines, VIGIE_ALIGN_START);
  pango_layout_get_extents (layout, NULL, &logical);

  *extents = (VigieTextExtents) {
    .width = (double) logical.width / PANGO_SCALE,
    .height = (double) logical.height / PANGO_SCALE,
    .baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE,
    .n_lines = pango_layout_get_line_count (layout),
    .ellipsized = pango_layout_is_ellipsized (layout),
  };
}
