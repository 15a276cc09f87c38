// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCell: a line of text in a list. A list keeps some two hundred rows of cells, most of them out of sight, and
 * measures them all: a GtkLabel lays its text out for that, and finds the metrics of the font, each for itself. A cell
 * takes its room from what the font is like, which is found once, and lays out only what is drawn.
 *
 * Words are cut where the column is too narrow, and told whole where the pointer rests; numbers and dates are never cut.
 *
 * Accessibility: a label, that says what it was told to.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-cell.h"

/* Of widths of whole texts; there are as many days in eleven years. */
#define MOST_WIDTHS 4096

struct _VigieCell
{
  GtkWidget parent_instance;

  char *text;
  PangoLayout *layout; /* of the text at @width; %NULL until it is drawn */
  int width;
  int least_chars; /* 0 where the text is whole */
  int natural_chars;
  gboolean is_number;
};

G_DEFINE_FINAL_TYPE (VigieCell, vigie_cell, GTK_TYPE_WIDGET)

/* What the font of lists is like: one for all cells, until another is chosen. */
static struct
{
  PangoFontDescription *font;
  GHashTable *widths[2]; /* of whole texts; of numbers */
  int char_width;
  int height;
  int baseline;
} metrics;

static PangoLayout *
new_layout (VigieCell *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (self->is_number)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

static void
find_metrics (VigieCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  PangoFontMetrics *found;

  if (metrics.font != NULL && pango_font_description_equal (metrics.font, font))
    return;
  g_clear_pointer (&metrics.font, pango_font_description_free);
  metrics.font = pango_font_description_copy (font);
  for (gsize i = 0; i < G_N_ELEMENTS (metrics.widths); i++)
    {
      g_clear_pointer (&metrics.widths[i], g_hash_table_unref);
      metrics.widths[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  found = pango_context_get_metrics (context, NULL, NULL);
  metrics.char_width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (found),
                                               pango_font_metrics_get_approximate_digit_width (found)));
  metrics.baseline = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (found));
  metrics.height = metrics.baseline + PANGO_PIXELS_CEIL (pango_font_metrics_get_descent (found));
  pango_font_metrics_unref (found);
}

static int
measure_text (VigieCell *self)
{
  g_autoptr (PangoLayout) layout = new_layout (self);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_text_width (VigieCell *self)
{
  GHashTable *widths = metrics.widths[self->is_number];
  gpointer width;

  if (!g_hash_table_lookup_extended (widths, self->text, NULL, &width))
    {
      if (g_hash_table_size (widths) >= MOST_WIDTHS)
        g_hash_table_remove_all (widths);
      width = GINT_TO_POINTER (measure_text (self));
      g_hash_table_insert (widths, g_strdup (self->text), width);
    }
  return GPOINTER_TO_INT (width);
}

static void
vigie_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size G_GNUC_UNUSED, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  VigieCell *self = VIGIE_CELL (widget);

  find_metrics (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = metrics.height;
      *minimum_baseline = *natural_baseline = metrics.baseline;
    }
  else if (self->least_chars == 0)
    *minimum = *natural = get_text_width (self);
  else
    {
      *minimum = self->least_chars * metrics.char_width;
      *natural = MAX (self->natural_chars, self->least_chars) * metrics.char_width;
    }
}

static void
forget_layout (VigieCell *self)
{
  g_clear_object (&self->layout);
}

static void
vigie_cell_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED, int baseline G_GNUC_UNUSED)
{
  VigieCell *self = VIGIE_CELL (widget);

  if (self->width != width)
    forget_layout (self);
  self->width = width;
}

static void
ensure_layout (VigieCell *self)
{
  if (self->layout != NULL)
    return;
  self->layout = new_layout (self);
  if (self->least_chars > 0)
    {
      pango_layout_set_width (self->layout, self->width * PANGO_SCALE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
}

static void
vigie_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VigieCell *self = VIGIE_CELL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoRectangle logical;
  graphene_point_t place;
  GdkRGBA colour;

  if (*self->text == '\0')
    return;
  ensure_layout (self);
  gtk_widget_get_color (widget, &colour);
  pango_layout_get_pixel_extents (self->layout, NULL, &logical);
  place.x = (float) (self->is_number != mirrored ? self->width - logical.width : 0);
  place.x -= (float) logical.x;
  place.y = (float) (metrics.baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* To set a tooltip would have GTK ask the display where the pointer is, for each cell. */
static gboolean
vigie_cell_query_tooltip (GtkWidget *widget, int x G_GNUC_UNUSED, int y G_GNUC_UNUSED, gboolean keyboard G_GNUC_UNUSED,
                          GtkTooltip *tooltip)
{
  VigieCell *self = VIGIE_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

/* The font or its size may have become another. */
static void
vigie_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vigie_cell_parent_class)->css_changed (widget, change);
  forget_layout (VIGIE_CELL (widget));
}

static void
vigie_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (vigie_cell_parent_class)->system_setting_changed (widget, setting);
  forget_layout (VIGIE_CELL (widget));
}

static void
vigie_cell_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vigie_cell_parent_class)->unmap (widget);
  forget_layout (VIGIE_CELL (widget));
}

static void
vigie_cell_dispose (GObject *object)
{
  forget_layout (VIGIE_CELL (object));
  G_OBJECT_CLASS (vigie_cell_parent_class)->dispose (object);
}

static void
vigie_cell_finalize (GObject *object)
{
  g_free (VIGIE_CELL (object)->text);
  G_OBJECT_CLASS (vigie_cell_parent_class)->finalize (object);
}

static void
vigie_cell_class_init (VigieCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vigie_cell_dispose;
  object_class->finalize = vigie_cell_finalize;
  widget_class->measure = vigie_cell_measure;
  widget_class->size_allocate = vigie_cell_size_allocate;
  widget_class->snapshot = vigie_cell_snapshot;
  widget_class->query_tooltip = vigie_cell_query_tooltip;
  widget_class->css_changed = vigie_cell_css_changed;
  widget_class->system_setting_changed = vigie_cell_system_setting_changed;
  widget_class->unmap = vigie_cell_unmap;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
vigie_cell_init (VigieCell *self)
{
  self->text = g_strdup ("");
}

/**
 * vigie_cell_new_words:
 * @least_chars: the room that it always has, in characters
 * @natural_chars: the room that it would like
 *
 * Returns: (transfer floating): a cell of words
 */
GtkWidget *
vigie_cell_new_words (int least_chars, int natural_chars)
{
  VigieCell *self = g_object_new (VIGIE_TYPE_CELL, "has-tooltip", TRUE, NULL);

  self->least_chars = least_chars;
  self->natural_chars = natural_chars;
  return GTK_WIDGET (self);
}

/**
 * vigie_cell_new_whole:
 * @is_number: whether it stands at the end, under its like
 *
 * Returns: (transfer floating): a cell of a number or a date
 */
GtkWidget *
vigie_cell_new_whole (gboolean is_number)
{
  VigieCell *self = g_object_new (VIGIE_TYPE_CELL, NULL);

  self->is_number = is_number;
  return GTK_WIDGET (self);
}

/**
 * vigie_cell_set_text:
 * @text: (nullable): what is shown
 * @said: what a screen reader says
 */
void
vigie_cell_set_text (VigieCell *self, const char *text, const char *said)
{
  g_return_if_fail (VIGIE_IS_CELL (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  if (!g_set_str (&self->text, text != NULL ? text : ""))
    return;
  forget_layout (self);
  /* Words have their room whatever they are. */
  if (self->least_chars == 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
vigie_cell_get_text (VigieCell *self)
{
  g_return_val_if_fail (VIGIE_IS_CELL (self), NULL);

  return self->text;
}
