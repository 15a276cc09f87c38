// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014):
 * eight bytes of state and whole numbers only, so that the same seed gives the same register on every
 * machine. Each person draws from a stream of their own, so that adding one moves no other.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#define GOLDEN_GAMMA G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64 z)
{
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * vigie_demo_random_init:
 * @a: with @b and @c, which of the streams of @seed
 */
void
vigie_demo_random_init (VigieDemoRandom *self, guint64 seed, guint64 a, guint64 b, guint64 c)
{
  self->state = mix (mix (mix (mix (seed + GOLDEN_GAMMA) + a) + b) + c);
}

guint64
vigie_demo_random_next (VigieDemoRandom *self)
{
  self->state += GOLDEN_GAMMA;
  return mix (self->state);
}

/**
 * vigie_demo_random_between:
 *
 * Returns: a number from @low to @high, both included
 */
int
vigie_demo_random_between (VigieDemoRandom *self, int low, int high)
{
  guint64 width = (guint64) ((gint64) high - low + 1);

  g_return_val_if_fail (low <= high, low);

  return low + (int) (vigie_demo_random_next (self) % width);
}
