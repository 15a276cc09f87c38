// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

#include "vigie-mark.h"

G_BEGIN_DECLS

/**
 * VigieDatum:
 * @label: what it is, "Pharmacists, generative AI"
 * @value_text: what is known of it, "82 % (412 of 500)"
 * @key: (nullable): leads to the rows behind it; the chart does not read it
 * @row: its place from top to bottom, for the arrow keys
 * @column: its place across, as one reads, for the arrow keys
 * @bounds: where its marks are; the builder works it out
 *
 * One thing a chart says. Pointer, keyboard and screen reader all say it by @label and @value_text.
 */
typedef struct
{
  const char *label;
  const char *value_text;
  const char *key;
  int row;
  int column;
  VigieBox bounds;
} VigieDatum;

/**
 * VigieKey:
 * @label: what it means, as the legend says
 * @box: where it stands in the legend, in points
 * @symbol: the symbol that it shows, or -1 where it shows an area or a line
 * @style: how the marks that it explains are drawn
 *
 * One entry of a legend, which explains at least one datum of the scene.
 */
typedef struct
{
  const char *label;
  VigieBox box;
  int symbol;
  VigieStyle style;
} VigieKey;

/**
 * VigieDirection:
 * @VIGIE_DIRECTION_LEFT: the datum to the left
 * @VIGIE_DIRECTION_RIGHT: the datum to the right
 * @VIGIE_DIRECTION_UP: the datum above
 * @VIGIE_DIRECTION_DOWN: the datum below
 * @VIGIE_DIRECTION_ROW_START: the first of the row (Home)
 * @VIGIE_DIRECTION_ROW_END: the last of the row (End)
 * @VIGIE_DIRECTION_FIRST: the first of all (Ctrl+Home)
 * @VIGIE_DIRECTION_LAST: the last of all (Ctrl+End)
 */
typedef enum
{
  VIGIE_DIRECTION_LEFT,
  VIGIE_DIRECTION_RIGHT,
  VIGIE_DIRECTION_UP,
  VIGIE_DIRECTION_DOWN,
  VIGIE_DIRECTION_ROW_START,
  VIGIE_DIRECTION_ROW_END,
  VIGIE_DIRECTION_FIRST,
  VIGIE_DIRECTION_LAST,
} VigieDirection;

/**
 * VIGIE_MINIMUM_TARGET:
 *
 * The least width and height of what one points at, in points (WCAG 2.2, criterion 2.5.8).
 */
#define VIGIE_MINIMUM_TARGET 24.0

/**
 * VIGIE_NO_DATUM:
 *
 * The datum of a mark that shows none, and what is found where there is none.
 */
#define VIGIE_NO_DATUM (-1)

/**
 * VIGIE_NO_KEY:
 *
 * What is found where no entry of a legend stands.
 */
#define VIGIE_NO_KEY (-1)

#define VIGIE_TYPE_SCENE (vigie_scene_get_type ())

typedef struct _VigieScene VigieScene;

GType vigie_scene_get_type (void) G_GNUC_CONST;
VigieScene *vigie_scene_ref (VigieScene *self);
void vigie_scene_unref (VigieScene *self);

double vigie_scene_get_width (const VigieScene *self);
double vigie_scene_get_height (const VigieScene *self);
double vigie_scene_get_preferred_height (const VigieScene *self);

guint vigie_scene_get_n_marks (const VigieScene *self);
const VigieMark *vigie_scene_get_mark (const VigieScene *self, guint index);
guint vigie_scene_get_n_omitted (const VigieScene *self);

guint vigie_scene_get_n_data (const VigieScene *self);
const VigieDatum *vigie_scene_get_datum (const VigieScene *self, int index);
char *vigie_scene_dup_sentence (const VigieScene *self, int index);
int vigie_scene_pick (const VigieScene *self, double x, double y);
int vigie_scene_neighbour (const VigieScene *self, int index, VigieDirection direction);

guint vigie_scene_get_n_keys (const VigieScene *self);
const VigieKey *vigie_scene_get_key (const VigieScene *self, int index);
int vigie_scene_pick_key (const VigieScene *self, double x, double y);
gboolean vigie_scene_key_shows (const VigieScene *self, int key, int datum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieScene, vigie_scene_unref)

G_END_DECLS
