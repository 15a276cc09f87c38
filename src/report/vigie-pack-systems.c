// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-format.h"
#include "vigie-print-table.h"
#include "vigie-words.h"

/* The annex of AI systems: a line each, those in use first and of those the ones with most users. */

#define CELL_LINES 3
#define NAME_WIDTH 130.0
#define TEXT_WIDTH 120.0
/* Of a register with more, the first are printed, as with other tables. */
#define MOST_ROWS 120u
#define FIRST_ROWS 40u

enum
{
  COLUMN_NAME,
  COLUMN_VENDOR,
  COLUMN_DOMAIN,
  COLUMN_STAGE,
  COLUMN_CLASS,
  COLUMN_DEPLOYMENTS,
  COLUMN_USERS,
  COLUMN_TRAINED,
  COLUMN_RELIABILITY,
  N_COLUMNS
};

typedef struct
{
  const VigiePicture *picture;
  GPtrArray *systems; /* of const VigieSystemPicture * */
  GPtrArray *words;   /* row by row */
} Systems;

static guint
get_rank (const VigieSystemPicture *system)
{
  static const guint ranks[VIGIE_N_STAGE_GROUPS] = {
    [VIGIE_STAGE_GROUP_PRODUCTION] = 0, [VIGIE_STAGE_GROUP_PILOT] = 1,     [VIGIE_STAGE_GROUP_PREPARATION] = 2,
    [VIGIE_STAGE_GROUP_STUDY] = 3,      [VIGIE_STAGE_GROUP_SUSPENDED] = 4, [VIGIE_STAGE_GROUP_ENDED] = 5,
    [VIGIE_STAGE_GROUP_UNKNOWN] = 6,
  };

  return ranks[system->group];
}

static int
compare_systems (gconstpointer a, gconstpointer b)
{
  const VigieSystemPicture *first = *(const VigieSystemPicture *const *) a;
  const VigieSystemPicture *second = *(const VigieSystemPicture *const *) b;

  if (get_rank (first) != get_rank (second))
    return get_rank (first) < get_rank (second) ? -1 : 1;
  if (first->users.users != second->users.users)
    return first->users.users > second->users.users ? -1 : 1;
  return vigie_words_collate (first->fact->name, second->fact->name);
}

static char *
dup_label (GType type, int value)
{
  return g_strdup (value >= 0 ? vigie_enum_label (type, value) : VIGIE_NOT_MEASURED);
}

static char *
dup_count (gint64 count)
{
  return count >= 0 ? vigie_format_integer (count) : g_strdup (VIGIE_NOT_MEASURED);
}

/* Its users as the map of trust has them: of few neither the number nor the share is shown. */
static void
add_users (Systems *self, const VigieSystemPicture *system)
{
  gint64 small = self->picture->facts->small_group;

  if (system->users.measured > 0 && system->users.measured < small)
    {
      g_autofree char *threshold = vigie_format_integer (small);
      /* Translators: fewer than so many people, as short as can be */
      g_autofree char *hidden = g_strdup_printf (C_ ("people", "<%s"), threshold);

      g_ptr_array_add (self->words, g_strdup (hidden));
      g_ptr_array_add (self->words, g_steal_pointer (&hidden));
      return;
    }
  g_ptr_array_add (self->words, dup_count (system->users.users));
  g_ptr_array_add (self->words, vigie_format_percent (system->users.competence, 0));
}

static void
add_words (Systems *self, const VigieSystemPicture *system)
{
  const VigieFactSystem *fact = system->fact;

  g_ptr_array_add (self->words, g_strdup (fact->name));
  g_ptr_array_add (self->words, g_strdup (fact->vendor != NULL ? fact->vendor : VIGIE_NOT_MEASURED));
  g_ptr_array_add (self->words, dup_label (VIGIE_TYPE_USE_DOMAIN, fact->use_domain));
  g_ptr_array_add (self->words, g_strdup (vigie_stage_group_label (system->group)));
  g_ptr_array_add (self->words, dup_label (VIGIE_TYPE_AI_ACT_CLASS, fact->ai_act_class));
  g_ptr_array_add (self->words, vigie_format_integer (system->n_deployments));
  add_users (self, system);
  g_ptr_array_add (self->words, vigie_format_percent (system->reliability, 0));
}

static const char *
get_text (guint row, guint column, gpointer data)
{
  return g_ptr_array_index (((const Systems *) data)->words, row * N_COLUMNS + column);
}

static void
systems_init (Systems *self, const VigiePicture *picture)
{
  guint n;

  self->picture = picture;
  self->systems = g_ptr_array_new ();
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < picture->n_systems; i++)
    g_ptr_array_add (self->systems, &picture->systems[i]);
  g_ptr_array_sort (self->systems, compare_systems);
  n = self->systems->len > MOST_ROWS ? FIRST_ROWS : self->systems->len;
  for (guint i = 0; i < n; i++)
    add_words (self, g_ptr_array_index (self->systems, i));
}

static void
systems_clear (Systems *self)
{
  g_clear_pointer (&self->systems, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Systems, systems_clear)

static void
print_table (VigiePack *self, VigieFlow *flow, Systems *systems)
{
  const VigiePrintColumn columns[N_COLUMNS] = {
    [COLUMN_NAME] = { .label = C_ ("annex", "AI system"), .strong = TRUE, .widest = NAME_WIDTH },
    [COLUMN_VENDOR] = { .label = C_ ("annex", "Vendor"), .widest = TEXT_WIDTH },
    [COLUMN_DOMAIN] = { .label = C_ ("annex", "Domain"), .widest = TEXT_WIDTH },
    [COLUMN_STAGE] = { .label = C_ ("annex", "Furthest stage") },
    [COLUMN_CLASS] = { .label = C_ ("annex", "AI Act"), .widest = TEXT_WIDTH },
    [COLUMN_DEPLOYMENTS] = { .label = C_ ("annex", "Deployments"), .numeric = TRUE },
    [COLUMN_USERS] = { .label = C_ ("annex", "Users"), .numeric = TRUE },
    [COLUMN_TRAINED] = { .label = C_ ("annex", "Trained users"), .numeric = TRUE },
    [COLUMN_RELIABILITY] = { .label = C_ ("annex", "Evidence of reliability"), .numeric = TRUE },
  };
  VigiePrintTable table = { columns, N_COLUMNS, systems->words->len / N_COLUMNS, CELL_LINES, get_text, NULL, systems };
  g_autoptr (VigieTableLayout) layout = NULL;

  vigie_pack_say_more (flow, table.n_rows, systems->systems->len);
  layout = vigie_table_layout_new (&table, self->sheet, flow->room.width);
  vigie_table_layout_print (layout, flow);
}

/**
 * vigie_pack_has_systems:
 *
 * Returns: whether the annex tells of any AI system
 */
gboolean
vigie_pack_has_systems (const VigiePack *self)
{
  const VigiePicture *picture = vigie_overview_get_picture (self->overview);

  return picture != NULL && picture->n_systems > 0 && vigie_pack_has (self, VIGIE_PACK_SYSTEMS);
}

/**
 * vigie_pack_print_systems:
 *
 * Prints what is known of every AI system, where there is any.
 */
void
vigie_pack_print_systems (VigiePack *self)
{
  g_auto (VigieFlow) flow = { 0 };
  g_auto (Systems) systems = { 0 };

  if (!vigie_pack_has_systems (self))
    return;
  systems_init (&systems, vigie_overview_get_picture (self->overview));
  vigie_pack_begin_section (self, &flow, VIGIE_PLACE_SYSTEMS, C_ ("report", "AI systems"));
  print_table (self, &flow, &systems);
  vigie_pack_end_section (self);
}
