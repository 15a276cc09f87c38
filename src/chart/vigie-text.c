// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-text.h"

#include <math.h>
#include <pango/pangocairo.h>

/*
 * Measuring and drawing use the same layout, made with options that do not depend on the surface (no hinting, glyphs
 * at fractions of a point), so that a text has one width on screen, wall and paper.
 *
 * To shape a text takes longer than all else that a chart does, and the same labels come again with every width,
 * every answer and every slide: each thread keeps those that it made, up to a number, by what they were made of.
 */

#define MOST_KEPT 4096

typedef struct
{
  PangoContext *context;
  GHashTable *layouts; /* of Key to PangoLayout */
} Kept;

typedef struct
{
  char *text;
  VigieFont font;
  double wrap_width;
  int max_lines;
  VigieAlign align;
} Key;

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

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ g_double_hash (&key->font.size) * 31 ^ g_double_hash (&key->wrap_width) * 131 ^
         (guint) key->max_lines << 8 ^ (guint) key->font.role << 4 ^ (guint) key->align << 1 ^ (guint) key->font.strong;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->font.size == second->font.size && first->font.role == second->font.role &&
         first->font.strong == second->font.strong && first->wrap_width == second->wrap_width &&
         first->max_lines == second->max_lines && first->align == second->align &&
         g_str_equal (first->text, second->text);
}

static Key *
copy_key (const Key *key)
{
  Key *copy = g_memdup2 (key, sizeof *key);

  copy->text = g_strdup (key->text);
  return copy;
}

static void
free_key (gpointer data)
{
  g_free (((Key *) data)->text);
  g_free (data);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_hash_table_unref (kept->layouts);
  g_object_unref (kept->context);
  g_free (kept);
}

static Kept *
get_kept (void)
{
  static GPrivate private = G_PRIVATE_INIT (free_kept);
  Kept *kept = g_private_get (&private);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      kept->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      vigie_text_prepare_context (kept->context);
      kept->layouts = g_hash_table_new_full (hash_key, equal_keys, free_key, g_object_unref);
      g_private_set (&private, kept);
    }
  return kept;
}

/**
 * vigie_text_align:
 * @layout: with its text
 * @align: on which edge its lines stand, whatever is written
 *
 * Pango has left and right the other way round in a text that is read from right to left.
 */
void
vigie_text_align (PangoLayout *layout, VigieAlign align)
{
  /* Not pango_layout_get_direction(), which shapes the whole text. */
  gboolean turned = pango_find_base_dir (pango_layout_get_text (layout), -1) == PANGO_DIRECTION_RTL;

  if (align == VIGIE_ALIGN_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else
    pango_layout_set_alignment (layout, (align == VIGIE_ALIGN_START) != turned ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

static PangoLayout *
create_layout (PangoContext *context, const Key *key)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = create_attributes (&key->font);

  pango_layout_set_text (layout, key->text, -1);
  pango_layout_set_attributes (layout, attributes);
  vigie_text_align (layout, key->align);
  if (key->wrap_width >= 0)
    {
      pango_layout_set_width (layout, (int) ceil (key->wrap_width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -key->max_lines);
    }
  return layout;
}

static PangoLayout *
get_layout (const Key *key)
{
  Kept *kept = get_kept ();
  PangoLayout *layout = g_hash_table_lookup (kept->layouts, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (kept->layouts) >= MOST_KEPT)
    g_hash_table_remove_all (kept->layouts);
  layout = create_layout (kept->context, key);
  g_hash_table_insert (kept->layouts, copy_key (key), layout);
  return layout;
}

/* A negative width is any. */
static gboolean
is_one_line_within (PangoLayout *layout, double width)
{
  PangoRectangle logical;

  if (pango_layout_get_line_count (layout) > 1)
    return FALSE;
  pango_layout_get_extents (layout, NULL, &logical);
  return width < 0 || logical.width <= (int) ceil (width * PANGO_SCALE);
}

/**
 * vigie_text_get_layout:
 * @text: UTF-8
 * @font: size and weight
 * @wrap_width: the width the text may take, in points; negative for any
 * @max_lines: the lines it may take, at least 1; what is left over ends in "…"
 * @align: how its lines stand to each other
 *
 * Returns: (transfer none): the text, laid out; it is not to be changed, and of use until the next is asked for by
 *   this thread
 */
PangoLayout *
vigie_text_get_layout (const char *text, const VigieFont *font, double wrap_width, int max_lines, VigieAlign align)
{
  const Key line = { (char *) text, *font, -1, 1, VIGIE_ALIGN_START };
  const Key key = { (char *) text, *font, MAX (wrap_width, -1), MAX (max_lines, 1), align };
  PangoLayout *layout;

  /* Most labels fit whatever the width: they are shaped once, and not anew for each. */
  layout = get_layout (&line);
  return is_one_line_within (layout, wrap_width) ? layout : get_layout (&key);
}

/**
 * vigie_text_measure:
 * @text: UTF-8
 * @font: size and weight
 * @wrap_width: the width the text may take, in points; negative for any
 * @max_lines: the lines it may take, at least 1
 *
 * Returns: its size
 */
VigieTextExtents
vigie_text_measure (const char *text, const VigieFont *font, double wrap_width, int max_lines)
{
  PangoLayout *layout = vigie_text_get_layout (text, font, wrap_width, max_lines, VIGIE_ALIGN_START);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (VigieTextExtents) {
    .width = (double) logical.width / PANGO_SCALE,
    .height = (double) logical.height / PANGO_SCALE,
    .baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE,
    .n_lines = pango_layout_get_line_count (layout),
    .ellipsized = pango_layout_is_ellipsized (layout),
  };
}
