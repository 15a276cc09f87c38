// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieDemoScale:
 * @VIGIE_DEMO_SCALE_SMALL: three establishments, about 600 staff
 * @VIGIE_DEMO_SCALE_GHT: a hospital group of twelve establishments, about 4,800 staff
 * @VIGIE_DEMO_SCALE_CHU: a university hospital, about 10,000 staff
 * @VIGIE_DEMO_SCALE_NATIONAL: about 1,000 establishments, 1.2 million staff, 20,000 systems
 */
typedef enum
{
  VIGIE_DEMO_SCALE_SMALL,
  VIGIE_DEMO_SCALE_GHT,
  VIGIE_DEMO_SCALE_CHU,
  VIGIE_DEMO_SCALE_NATIONAL,
} VigieDemoScale;

#define VIGIE_DEMO_STAFF_MIN 50
#define VIGIE_DEMO_STAFF_MAX 5000000

/**
 * VigieDemoCompletion:
 * @store: the register, with all of its records
 * @today: the day on which the story stands
 *
 * Adds to a demonstration, before it is moved into its place, what follows from its records: it is made of figures, which
 * are not known here.
 *
 * Returns: %FALSE with @error
 */
typedef gboolean (*VigieDemoCompletion) (VigieStore *store, VigieDate today, GCancellable *cancellable, GError **error);

/**
 * VigieDemoOptions:
 * @staff: people in post today, about; 0 for those of the scale
 * @seed: another seed gives another group of the same story
 * @today: the day on which the story stands
 * @complete: (nullable): what completes it
 */
typedef struct
{
  VigieDemoScale scale;
  gint64 staff;
  guint64 seed;
  VigieDate today;
  VigieDemoCompletion complete;
} VigieDemoOptions;

/**
 * VigieDemoObserver:
 * @fraction: 0 to 1
 * @n: records written
 *
 * Is told how far the work is, in the thread of the store.
 *
 * Returns: %FALSE to give up
 */
typedef gboolean (*VigieDemoObserver) (double fraction, gint64 n, gpointer data);

typedef struct _VigieDemo VigieDemo;

gboolean vigie_demo_scale_from_nick (const char *nick, VigieDemoScale *scale);

VigieDemo *vigie_demo_new (const VigieDemoOptions *options, GError **error);
void vigie_demo_free (VigieDemo *self);
VigieRecord *vigie_demo_next (gpointer self, GError **error);
double vigie_demo_get_fraction (const VigieDemo *self);

gboolean vigie_demo_create (const char *path, const VigieDemoOptions *options, VigieDemoObserver observer,
                            gpointer data, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieDemo, vigie_demo_free)

G_END_DECLS
