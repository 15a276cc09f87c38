// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-deck.h"
#include "vigie-palette.h"

G_BEGIN_DECLS

/**
 * VigieSlidePictures:
 *
 * The slides of a deck as they are drawn for one wall: the one that is shown, and those beside it, which are drawn in
 * a thread before they are asked for.
 */
typedef struct _VigieSlidePictures VigieSlidePictures;

/**
 * VigieSlidePicture:
 * @scene: its marks
 * @texture: it, in device pixels
 *
 * A slide as it is drawn.
 */
typedef struct
{
  VigieScene *scene;
  GdkTexture *texture;
} VigieSlidePicture;

/**
 * VigieSlideWall:
 * @width: in points
 * @height: in points
 * @scale: device pixels a point
 * @larger: what text is enlarged by
 * @palette: of the room
 *
 * What slides are drawn for.
 */
typedef struct
{
  int width;
  int height;
  double scale;
  double larger;
  const VigiePalette *palette;
} VigieSlideWall;

VigieSlidePictures *vigie_slide_pictures_new (void);
void vigie_slide_pictures_free (VigieSlidePictures *self);
void vigie_slide_pictures_set (VigieSlidePictures *self, VigieDeck *deck, const VigieSlideWall *wall);
const VigieSlidePicture *vigie_slide_pictures_get (VigieSlidePictures *self, guint slide);
gboolean vigie_slide_pictures_has (VigieSlidePictures *self, guint slide);
void vigie_slide_pictures_prepare (VigieSlidePictures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSlidePictures, vigie_slide_pictures_free)

G_END_DECLS
