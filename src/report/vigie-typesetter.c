// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-typesetter.h"

#include "vigie-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/*
 * To shape text takes longer than all else that a report does, and every text comes several times: it is measured for
 * one place and another, printed on trial and then for good. So it is shaped once for each width that it is broken at,
 * and where it fits in one line once for all of them.
 */

#define MOST_KEPT 16384

/* On a layout: the width of its longest word. */
static G_DEFINE_QUARK (vigie-longest-word, word);

struct _VigieTypesetter
{
  PangoContext *context;
  GHashTable *layouts; /* of VigieSetting to PangoLayout */
};

static guint
hash_setting (gconstpointer data)
{
  const VigieSetting *setting = data;

  return g_str_hash (setting->text) ^ g_double_hash (&setting->width) * 131 ^ (guint) setting->lettering << 8 ^
         setting->n_strong << 16 ^ (guint) setting->max_lines << 4 ^ (guint) setting->align;
}

static gboolean
equal_settings (gconstpointer a, gconstpointer b)
{
  const VigieSetting *first = a;
  const VigieSetting *second = b;

  return first->lettering == second->lettering && first->n_strong == second->n_strong &&
         first->width == second->width && first->max_lines == second->max_lines && first->align == second->align &&
         g_str_equal (first->text, second->text);
}

static VigieSetting *
copy_setting (const VigieSetting *setting)
{
  VigieSetting *copy = g_memdup2 (setting, sizeof *setting);

  copy->text = g_strdup (setting->text);
  return copy;
}

static void
free_setting (gpointer data)
{
  VigieSetting *setting = data;

  g_free ((char *) setting->text);
  g_free (setting);
}

/**
 * vigie_typesetter_new:
 *
 * Returns: (transfer full): one that has set nothing yet, for one thread
 */
VigieTypesetter *
vigie_typesetter_new (void)
{
  VigieTypesetter *self = g_rc_box_new0 (VigieTypesetter);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  vigie_text_prepare_context (self->context);
  self->layouts = g_hash_table_new_full (hash_setting, equal_settings, free_setting, g_object_unref);
  return self;
}

VigieTypesetter *
vigie_typesetter_ref (VigieTypesetter *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VigieTypesetter *self = data;

  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
}

void
vigie_typesetter_unref (VigieTypesetter *self)
{
  g_rc_box_release_full (self, clear);
}

static PangoLayout *
shape (VigieTypesetter *self, const VigieSetting *setting)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, setting);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_KEPT)
    g_hash_table_remove_all (self->layouts);
  layout = vigie_lettering_layout (setting->lettering, self->context, setting->text, setting->n_strong, setting->width,
                                   setting->max_lines, setting->align);
  g_hash_table_insert (self->layouts, copy_setting (setting), layout);
  return layout;
}

static gboolean
is_one_line_within (PangoLayout *layout, double width)
{
  PangoRectangle logical;

  if (pango_layout_get_line_count (layout) > 1)
    return FALSE;
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width <= (int) ceil (width * PANGO_SCALE);
}

/**
 * vigie_typesetter_set:
 *
 * Returns: (transfer none): the text, laid out; it is not to be changed, and of use until the next is asked for. Of one
 *   line that fits, its width is not set: it begins where it is printed
 */
PangoLayout *
vigie_typesetter_set (VigieTypesetter *self, const VigieSetting *setting)
{
  VigieSetting line = { setting->lettering, setting->text, setting->n_strong, -1, 0, VIGIE_ALIGN_START };
  PangoLayout *layout = shape (self, &line);

  return setting->width < 0 || is_one_line_within (layout, setting->width) ? layout : shape (self, setting);
}

static int
find_x (PangoLayout *layout, int index)
{
  int x = 0;

  pango_layout_index_to_line_x (layout, index, FALSE, NULL, &x);
  return x;
}

/* Between two places where a line may be broken, in Pango's units. */
static int
find_longest_word (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n = 0;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n);
  const char *p = text;
  int begin = 0, end = 0, widest = 0;

  for (int i = 0; i < n; i++, p = *p != '\0' ? g_utf8_next_char (p) : p)
    {
      int index = (int) (p - text);

      if (i > 0 && (attributes[i].is_line_break || i + 1 == n))
        {
          widest = MAX (widest, abs (find_x (layout, end) - find_x (layout, begin)));
          begin = end = index;
        }
      if (i + 1 < n && !attributes[i].is_white)
        end = (int) (g_utf8_next_char (p) - text);
    }
  return widest;
}

/**
 * vigie_typesetter_measure_word:
 *
 * Returns: the width of the longest word of @text, between two places where a line may be broken, in points
 */
double
vigie_typesetter_measure_word (VigieTypesetter *self, VigieLettering lettering, const char *text)
{
  PangoLayout *layout =
    vigie_typesetter_set (self, &(VigieSetting) { .lettering = lettering, .text = text, .width = -1 });
  gpointer known = g_object_get_qdata (G_OBJECT (layout), word_quark ());
  int widest = GPOINTER_TO_INT (known) > 0 ? GPOINTER_TO_INT (known) : find_longest_word (layout);

  g_object_set_qdata (G_OBJECT (layout), word_quark (), GINT_TO_POINTER (widest));
  return (double) widest / PANGO_SCALE;
}
