// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSlidePictures: a slide of a wall takes some hundredths of a second to lay out and to draw, which is more than
 * a frame. So the next slide and the one before are made in a thread while the shown one is looked at; a key then
 * finds a texture. What the thread brings for another deck or another wall is dropped.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-slide-pictures.h"

#include "vigie-drawing.h"
#include "vigie-scene-texture.h"

#define N_KEPT 3

typedef struct
{
  guint slide;
  VigieSlidePicture picture;
} Kept;

struct _VigieSlidePictures
{
  /* owned */
  VigieDeck *deck;
  Kept kept[N_KEPT];
  GCancellable *cancellable; /* while the thread is at work */

  VigieSlideWall wall;
  guint shown;
};

typedef struct
{
  VigieDeck *deck;
  VigieSlideWall wall;
  guint slide;
} Job;

static void
picture_clear (VigieSlidePicture *picture)
{
  g_clear_pointer (&picture->scene, vigie_scene_unref);
  g_clear_object (&picture->texture);
}

static void
picture_free (gpointer data)
{
  picture_clear (data);
  g_free (data);
}

static void
job_free (gpointer data)
{
  vigie_deck_unref (((Job *) data)->deck);
  g_free (data);
}

static VigieSlidePicture
draw (VigieDeck *deck, guint slide, const VigieSlideWall *wall)
{
  VigieSlidePicture picture = { .scene = vigie_deck_layout (deck, slide, wall->width, wall->height, wall->larger) };

  picture.texture = vigie_scene_texture_new_slide (picture.scene, wall->palette, wall->scale, NULL);
  return picture;
}

static Kept *
find (VigieSlidePictures *self, guint slide)
{
  for (guint i = 0; i < N_KEPT; i++)
    if (self->kept[i].picture.texture != NULL && self->kept[i].slide == slide)
      return &self->kept[i];
  return NULL;
}

/* Takes the place of one that is not beside the slide shown. */
static const VigieSlidePicture *
keep (VigieSlidePictures *self, guint slide, VigieSlidePicture picture)
{
  Kept *place = &self->kept[0];

  for (guint i = 0; i < N_KEPT; i++)
    {
      place = &self->kept[i];
      if (place->picture.texture == NULL || place->slide + 1 < self->shown || place->slide > self->shown + 1)
        break;
    }
  picture_clear (&place->picture);
  *place = (Kept) { slide, picture };
  return &place->picture;
}

static void
draw_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  const Job *job = data;
  VigieSlidePicture *picture = g_new (VigieSlidePicture, 1);

  *picture = draw (job->deck, job->slide, &job->wall);
  g_task_return_pointer (task, picture, picture_free);
}

static void
drawn_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  VigieSlidePictures *self = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree VigieSlidePicture *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Nobody waits any more for what was cancelled: self may be gone. */
  if (picture == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (find (self, job->slide) != NULL)
    picture_clear (picture);
  else
    keep (self, job->slide, *picture);
  vigie_slide_pictures_prepare (self);
}

static void
stop (VigieSlidePictures *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (VigieSlidePictures *self)
{
  stop (self);
  for (guint i = 0; i < N_KEPT; i++)
    picture_clear (&self->kept[i].picture);
}

VigieSlidePictures *
vigie_slide_pictures_new (void)
{
  return g_new0 (VigieSlidePictures, 1);
}

void
vigie_slide_pictures_free (VigieSlidePictures *self)
{
  forget (self);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  g_free (self);
}

/**
 * vigie_slide_pictures_set:
 *
 * From now on pictures are of @deck for @wall; those that were made for another are forgotten.
 */
void
vigie_slide_pictures_set (VigieSlidePictures *self, VigieDeck *deck, const VigieSlideWall *wall)
{
  if (self->deck == deck && self->wall.width == wall->width && self->wall.height == wall->height &&
      self->wall.scale == wall->scale && self->wall.larger == wall->larger && self->wall.palette == wall->palette)
    return;
  forget (self);
  vigie_deck_ref (deck);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  self->deck = deck;
  self->wall = *wall;
}

/**
 * vigie_slide_pictures_get:
 * @slide: which is shown now
 *
 * Returns: (transfer none): its picture, drawn at once where it was not yet; the next call may drop it
 */
const VigieSlidePicture *
vigie_slide_pictures_get (VigieSlidePictures *self, guint slide)
{
  Kept *kept;

  self->shown = slide;
  kept = find (self, slide);
  return kept != NULL ? &kept->picture : keep (self, slide, draw (self->deck, slide, &self->wall));
}

/**
 * vigie_slide_pictures_has:
 *
 * Returns: whether a slide can be shown without drawing it
 */
gboolean
vigie_slide_pictures_has (VigieSlidePictures *self, guint slide)
{
  return find (self, slide) != NULL;
}

/**
 * vigie_slide_pictures_prepare:
 *
 * Has the slides beside the one shown drawn in a thread, one after the other: the next, then the one before.
 */
void
vigie_slide_pictures_prepare (VigieSlidePictures *self)
{
  guint n = vigie_deck_get_n_slides (self->deck);
  g_autoptr (GTask) task = NULL;
  guint wanted;
  Job *job;

  if (self->cancellable != NULL)
    return;
  if (self->shown + 1 < n && find (self, self->shown + 1) == NULL)
    wanted = self->shown + 1;
  else if (self->shown > 0 && find (self, self->shown - 1) == NULL)
    wanted = self->shown - 1;
  else
    return;
  job = g_new0 (Job, 1);
  *job = (Job) { vigie_deck_ref (self->deck), self->wall, wanted };
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, drawn_cb, self);
  g_task_set_source_tag (task, vigie_slide_pictures_prepare);
  g_task_set_task_data (task, job, job_free);
  vigie_drawing_run_in_thread (task, draw_in_thread);
}
