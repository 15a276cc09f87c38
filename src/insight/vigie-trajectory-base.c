// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What trajectories of a picture have in common: month by month, people and what they held, added up over the cells of
 * coverage. They are whole numbers, so that after a change what it is about is taken away and added anew.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-trajectory-private.h"

#include <string.h>

#define N_AHEAD VIGIE_TRAJECTORY_AHEAD
#define N_BACK VIGIE_TRAJECTORY_BACK

/* What is gathered of one cell: its people and holders in every month. */
typedef struct
{
  gint64 required[VIGIE_FACTS_MONTHS];
  gint64 held[VIGIE_FACTS_MONTHS];
  gboolean measured[VIGIE_FACTS_MONTHS];
} Series;

/* Cells of a picture are added to sums, or taken away from them. */
typedef struct
{
  const VigiePicture *picture;
  VigieTrajectoryBase *sums;
  int sign;
  gsize at; /* the row that was found last: cells come in much the same order */
} Gathering;

static int
compare_history (const VigieFactHistory *row, int unit, int profession, int module)
{
  if (row->unit != unit)
    return row->unit - unit;
  return row->profession != profession ? row->profession - profession : row->module - module;
}

static gsize
search_history (const VigieFacts *facts, int unit, int profession, int module)
{
  gsize low = 0, high = facts->n_history;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (compare_history (&facts->history[middle], unit, profession, module) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

#define STEPS_AHEAD 8

static const VigieFactHistory *
find_history (Gathering *self, int unit, int profession, int module)
{
  const VigieFacts *facts = self->picture->facts;
  gsize at = self->at;

  for (int i = 0; i < STEPS_AHEAD && at < facts->n_history; i++, at++)
    if (compare_history (&facts->history[at], unit, profession, module) >= 0)
      break;
  /* Only what comes just after what is less is known to be the first that is not. */
  if (at == self->at || at == facts->n_history || at == self->at + STEPS_AHEAD)
    at = search_history (facts, unit, profession, module);
  self->at = at;
  return at < facts->n_history && compare_history (&facts->history[at], unit, profession, module) == 0
           ? &facts->history[at]
           : NULL;
}

static const VigieFactPosts *
find_posts (const VigieFacts *facts, int unit, int profession)
{
  for (gsize low = 0, high = facts->n_posts; low < high;)
    {
      gsize middle = (low + high) / 2;
      const VigieFactPosts *found = &facts->posts[middle];

      if (found->unit == unit && found->profession == profession)
        return found;
      if (found->unit < unit || (found->unit == unit && found->profession < profession))
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* What began to hold counts once, however many cells a row is asked for. */
static void
unpack (Gathering *self, const VigieFactHistory *history, VigieHistoryMonths *months)
{
  const VigieFacts *facts = self->picture->facts;
  guint32 *uses = &self->sums->uses[history - facts->history];
  gboolean first = self->sign > 0 ? (*uses)++ == 0 : --(*uses) == 0;

  vigie_facts_get_history (facts, history, months);
  for (int month = 0; first && month < N_BACK; month++)
    self->sums->gained[month] += self->sign * months->gained[month];
}

/* People of a unit and profession: what they must hold whatever they use. */
static void
gather_profession (Gathering *self, const VigieCoverageCell *cell, Series *series)
{
  const VigieFacts *facts = self->picture->facts;
  const VigieFactHistory *history = find_history (self, cell->unit, cell->profession, cell->module);
  const VigieFactPosts *posts = find_posts (facts, cell->unit, cell->profession);
  gboolean by_reference = vigie_picture_is_by_reference (self->picture, cell->unit, cell->profession);
  VigieHistoryMonths months;

  if (history != NULL)
    unpack (self, history, &months);
  if (!by_reference)
    self->sums->counted += self->sign * cell->required;
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    {
      gint64 heads = month >= N_BACK ? cell->required : posts != NULL ? posts->heads[month] : 0;
      gint64 valid = history != NULL ? months.valid[month] : by_reference ? 0 : -1;

      series->measured[month] = heads >= 0 && valid >= 0;
      series->required[month] = heads;
      series->held[month] = MIN (valid, heads);
    }
}

/* Users of a system: of the people from whom they come, as many as there are users. */
static void
gather_users (Gathering *self, const VigieCoverageCell *cell, Series *series)
{
  gsize n;
  const int *units = vigie_picture_list_units (self->picture, cell->unit, &n);

  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    {
      series->measured[month] = TRUE;
      series->required[month] = cell->required;
      series->held[month] = 0;
    }
  for (gsize i = 0; i < n; i++)
    {
      const VigieFactHistory *history = vigie_picture_is_reached (self->picture, cell->unit, units[i])
                                          ? find_history (self, units[i], cell->profession, cell->module)
                                          : NULL;
      VigieHistoryMonths months;

      if (history == NULL)
        continue;
      unpack (self, history, &months);
      for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
        series->held[month] += MAX (months.valid[month], 0);
    }
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    series->held[month] = MIN (series->held[month], cell->required);
}

/* There are some ten of them. */
static VigieModulesAhead *
find_ahead (GArray *ahead, int validity_months)
{
  VigieModulesAhead *found;

  for (guint i = 0; i < ahead->len; i++)
    if (g_array_index (ahead, VigieModulesAhead, i).validity_months == validity_months)
      return &g_array_index (ahead, VigieModulesAhead, i);
  g_array_set_size (ahead, ahead->len + 1);
  found = &g_array_index (ahead, VigieModulesAhead, ahead->len - 1);
  found->validity_months = validity_months;
  return found;
}

static void
add_series (Gathering *self, int module, const Series *series)
{
  VigieTrajectoryBase *sums = self->sums;
  VigieModulesAhead *ahead =
    find_ahead (sums->ahead, (int) MAX (self->picture->facts->modules[module].validity_months, 0));

  ahead->n_cells += self->sign;
  for (int month = 0; month < N_BACK; month++)
    if (series->measured[month])
      {
        sums->n_measured[month] += self->sign;
        sums->required[month] += self->sign * series->required[month];
        sums->held[month] += self->sign * series->held[month];
      }
  for (int month = 0; month < N_AHEAD; month++)
    if (series->measured[N_BACK + month])
      {
        ahead->required[month] += (double) (self->sign * series->required[N_BACK + month]);
        ahead->known[month] += (double) (self->sign * series->held[N_BACK + month]);
      }
}

static void
gather_cell (Gathering *self, const VigieCoverageCell *cell)
{
  Series series;

  if (cell->valid < 0)
    return;
  if (cell->system < 0)
    gather_profession (self, cell, &series);
  else
    gather_users (self, cell, &series);
  add_series (self, cell->module, &series);
}

static GMutex base_lock;

static void
clear_base (gpointer data)
{
  VigieTrajectoryBase *self = data;

  g_array_unref (self->ahead);
  g_free (self->uses);
}

void
vigie_trajectory_base_unref (VigieTrajectoryBase *self)
{
  g_atomic_rc_box_release_full (self, clear_base);
}

static VigieTrajectoryBase *
make_base (const VigiePicture *picture)
{
  VigieTrajectoryBase *self = g_atomic_rc_box_new0 (VigieTrajectoryBase);
  Gathering gathering = { picture, self, 1, 0 };

  self->ahead = g_array_new (FALSE, TRUE, sizeof (VigieModulesAhead));
  self->uses = g_new0 (guint32, picture->facts->n_history + 1);
  for (gsize i = 0; i < picture->n_cells; i++)
    gather_cell (&gathering, &picture->cells[i]);
  return self;
}

/* Adds to sums, or takes away from them, what is not the same in two pictures. */
static void
gather_changed (VigieTrajectoryBase *sums, const VigiePicture *picture, const VigiePictureChange *change, int sign)
{
  Gathering gathering = { picture, sums, sign, 0 };

  for (gsize i = 0; change->groups->len > 0 && i < picture->first_cell[0]; i++)
    if (vigie_picture_change_has_group (change, picture->cells[i].unit, picture->cells[i].profession,
                                        picture->cells[i].module))
      gather_cell (&gathering, &picture->cells[i]);
  for (gsize deployment = 0; deployment < picture->facts->n_deployments; deployment++)
    for (gsize i = picture->first_cell[deployment];
         change->deployments[deployment] && i < picture->first_cell[deployment + 1]; i++)
      gather_cell (&gathering, &picture->cells[i]);
}

/* Of rows that stand in another place; what is new is used by cells that are yet to be added. */
static void
move_uses (VigieTrajectoryBase *self, const VigieFacts *from, const VigieFacts *to)
{
  guint32 *uses = g_new0 (guint32, to->n_history + 1);

  for (gsize i = 0, at = 0; i < to->n_history; i++)
    {
      const VigieFactHistory *row = &to->history[i];

      while (at < from->n_history && compare_history (&from->history[at], row->unit, row->profession, row->module) < 0)
        at++;
      if (at < from->n_history && compare_history (&from->history[at], row->unit, row->profession, row->module) == 0)
        uses[i] = self->uses[at];
    }
  g_free (self->uses);
  self->uses = uses;
}

static VigieTrajectoryBase *
renew_base (VigieTrajectoryBase *base, const VigiePicture *former, const VigiePicture *picture,
            const VigiePictureChange *change)
{
  VigieTrajectoryBase *self = g_atomic_rc_box_dup (sizeof *self, base);

  self->ahead = g_array_copy (base->ahead);
  self->uses = g_memdup2 (base->uses, (former->facts->n_history + 1) * sizeof *self->uses);
  gather_changed (self, former, change, -1);
  if (!change->same_history_places)
    move_uses (self, former->facts, picture->facts);
  gather_changed (self, picture, change, 1);
  return self;
}

/**
 * vigie_trajectory_renew:
 * @former: of the same day, whose trajectories another thread may be making
 *
 * Has from @former what its trajectories have in common, but for what changed.
 */
void
vigie_trajectory_renew (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change)
{
  const VigieFacts *a = self->facts, *b = former->facts;
  VigieTrajectoryBase *base = NULL;

  if (a->posts != b->posts || a->as_of != b->as_of)
    return;
  g_mutex_lock (&base_lock);
  if (former->trajectory != NULL)
    base = g_atomic_rc_box_acquire (former->trajectory);
  g_mutex_unlock (&base_lock);
  if (base == NULL)
    return;
  self->trajectory = change->any ? renew_base (base, former, self, change) : g_atomic_rc_box_acquire (base);
  vigie_trajectory_base_unref (base);
}

/**
 * vigie_trajectory_get_base:
 *
 * Two threads may make the same: then one of them is kept.
 *
 * Returns: (transfer full): the sums of @picture
 */
VigieTrajectoryBase *
vigie_trajectory_get_base (const VigiePicture *picture)
{
  VigiePicture *keeper = (VigiePicture *) picture;
  VigieTrajectoryBase *base = NULL;

  g_mutex_lock (&base_lock);
  if (picture->trajectory != NULL)
    base = g_atomic_rc_box_acquire (picture->trajectory);
  g_mutex_unlock (&base_lock);
  if (base != NULL)
    return base;
  base = make_base (picture);
  g_mutex_lock (&base_lock);
  if (keeper->trajectory == NULL)
    keeper->trajectory = g_atomic_rc_box_acquire (base);
  g_mutex_unlock (&base_lock);
  return base;
}
