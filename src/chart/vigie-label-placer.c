// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-label-placer.h"

#include <math.h>

/*
 * Where labels go beside their points. The places are tried in the order that Imhof gives for maps (1975): right of
 * the point first, above before below. The one who calls places the most important label first.
 */

struct _VigieLabelPlacer
{
  GArray *blocked;
};

/**
 * vigie_label_placer_new:
 *
 * Returns: (transfer full): a placer of labels
 */
VigieLabelPlacer *
vigie_label_placer_new (void)
{
  VigieLabelPlacer *self = g_new0 (VigieLabelPlacer, 1);

  self->blocked = g_array_new (FALSE, FALSE, sizeof (VigieBox));

  return self;
}

/**
 * vigie_label_placer_free:
 * @self: (transfer full): a placer
 */
void
vigie_label_placer_free (VigieLabelPlacer *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->blocked);
  g_free (self);
}

/**
 * vigie_label_placer_block:
 * @self: a placer
 * @box: where no label may be
 */
void
vigie_label_placer_block (VigieLabelPlacer *self, const VigieBox *box)
{
  g_array_append_val (self->blocked, *box);
}

static gboolean
is_free (VigieLabelPlacer *self, const VigieBox *room, const VigieBox *box)
{
  if (!vigie_box_within (box, room, 0))
    return FALSE;

  for (guint i = 0; i < self->blocked->len; i++)
    {
      if (vigie_box_overlaps (box, &g_array_index (self->blocked, VigieBox, i), 0))
        return FALSE;
    }

  return TRUE;
}

/**
 * vigie_label_placer_place:
 * @self: a placer
 * @room: where the label may be
 * @x: of the point, in points
 * @y: of the point, in points
 * @radius: how far the label stays from @x, @y
 * @width: of the label
 * @height: of the label
 * @box: (out): where it goes
 *
 * Finds a free place beside a point, and blocks it.
 *
 * Returns: whether there is one
 */
gboolean
vigie_label_placer_place (VigieLabelPlacer *self, const VigieBox *room, double x, double y, double radius, double width,
                          double height, VigieBox *box)
{
  const double slant = radius * M_SQRT1_2;
  const VigieBox places[] = {
    { x + radius, y - height / 2, width, height },
    { x + slant, y - slant - height, width, height },
    { x + slant, y + slant, width, height },
    { x - width / 2, y - radius - height, width, height },
    { x - radius - width, y - height / 2, width, height },
    { x - slant - width, y - slant - height, width, height },
    { x - slant - width, y + slant, width, height },
    { x - width / 2, y + radius, width, height },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (is_free (self, room, &places[i]))
        {
          *box = places[i];
          vigie_label_placer_block (self, box);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vigie_spread:
 * @middles: (array length=n) (inout): where labels along a line would like their middles, in rising order; where they go
 * @lengths: (array length=n): their lengths along the line
 * @n: how many
 * @from: where the line starts
 * @to: where it ends
 * @gap: what stays free between two
 *
 * Moves labels apart along a line, each as little as it takes when one goes from the start to the end and back.
 *
 * Returns: whether there is room for all; where there is not, @middles is of no use
 */
gboolean
vigie_spread (double *middles, const double *lengths, guint n, double from, double to, double gap)
{
  double edge = from;

  for (guint i = 0; i < n; i++)
    {
      middles[i] = MAX (middles[i], edge + lengths[i] / 2);
      edge = middles[i] + lengths[i] / 2 + gap;
    }

  edge = to;
  for (guint i = n; i > 0; i--)
    {
      middles[i - 1] = MIN (middles[i - 1], edge - lengths[i - 1] / 2);
      edge = middles[i - 1] - lengths[i - 1] / 2 - gap;
    }

  return n == 0 || edge + gap >= from - 1e-6;
}
