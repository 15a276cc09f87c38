// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Where in the hospital is AI at work? Systems by what they are used for, and by establishment, the longest bar first,
 * each by how far it is.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-stacked-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More establishments than this are in the table alone: a wall has no room for their names. */
#define MOST_SITES 12

/* What has ended is at work no more, and where no stage was recorded nobody knows. */
static const VigieStageGroup groups[] = {
  VIGIE_STAGE_GROUP_PRODUCTION, VIGIE_STAGE_GROUP_PILOT,   VIGIE_STAGE_GROUP_PREPARATION,
  VIGIE_STAGE_GROUP_STUDY,      VIGIE_STAGE_GROUP_UNKNOWN,
};

#define N_GROUPS G_N_ELEMENTS (groups)

/**
 * Place:
 * @key: a domain, the code of an establishment, or NULL where no domain was recorded
 *
 * A domain or an establishment, and how many systems are how far there.
 */
typedef struct
{
  const char *key;
  const char *label;
  guint systems[N_GROUPS];
  guint total;
} Place;

typedef struct
{
  GArray *domains;
  GArray *sites;
  gboolean shown[N_GROUPS]; /* whether there is any system of that group */
} DomainData;

static void
free_data (gpointer pointer)
{
  DomainData *data = pointer;

  g_array_unref (data->domains);
  g_array_unref (data->sites);
  g_free (data);
}

static int
group_index (VigieStageGroup group)
{
  for (gsize i = 0; i < N_GROUPS; i++)
    if (groups[i] == group)
      return (int) i;
  return -1;
}

static void
add_system (Place *place, int group)
{
  place->systems[group]++;
  place->total++;
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  for (gsize i = 0; i < N_GROUPS; i++)
    if (first->systems[i] != second->systems[i])
      return first->systems[i] > second->systems[i] ? -1 : 1;
  return g_strcmp0 (first->label, second->label);
}

static GArray *
count_domains (const VigiePicture *picture)
{
  Place places[VIGIE_USE_DOMAIN_COUNT + 1] = { 0 };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Place));

  for (gsize i = 0; i < picture->n_systems; i++)
    {
      int group = group_index (picture->systems[i].group);
      int domain = picture->systems[i].fact->use_domain;

      if (group >= 0)
        add_system (&places[domain >= 0 ? domain : VIGIE_USE_DOMAIN_COUNT], group);
    }
  for (int domain = 0; domain <= VIGIE_USE_DOMAIN_COUNT; domain++)
    {
      gboolean known = domain < VIGIE_USE_DOMAIN_COUNT;

      places[domain].key = known ? vigie_enum_to_nick (VIGIE_TYPE_USE_DOMAIN, domain) : "unknown";
      places[domain].label = known ? vigie_enum_label (VIGIE_TYPE_USE_DOMAIN, domain) : C_ ("domain", "Not recorded");
      if (places[domain].total > 0)
        g_array_append_val (found, places[domain]);
    }
  g_array_sort (found, compare_places);
  return found;
}

/* A system counts once at an establishment, by its furthest deployment there. */
static GHashTable *
find_furthest (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  GHashTable *furthest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < facts->n_deployments; i++)
    {
      const VigieFactDeployment *deployment = &facts->deployments[i];
      gint64 key = (gint64) facts->units[deployment->unit].site * (gint64) facts->n_systems + deployment->system;
      int group = group_index (picture->deployments[i].group);
      int before = GPOINTER_TO_INT (g_hash_table_lookup (furthest, &key)) - 1;

      if (group >= 0 && (before < 0 || group < before))
        g_hash_table_insert (furthest, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (group + 1));
    }
  return furthest;
}

static GArray *
count_sites (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  g_autoptr (GHashTable) furthest = find_furthest (picture);
  g_autofree Place *places = g_new0 (Place, facts->n_units);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Place));
  GHashTableIter iter;
  gpointer key, group;

  g_hash_table_iter_init (&iter, furthest);
  while (g_hash_table_iter_next (&iter, &key, &group))
    add_system (&places[*(gint64 *) key / (gint64) facts->n_systems], GPOINTER_TO_INT (group) - 1);
  for (gsize i = 0; i < facts->n_units; i++)
    {
      const VigieFactUnit *unit = &facts->units[i];

      places[i].key = unit->code;
      places[i].label = unit->short_name != NULL ? unit->short_name : unit->name != NULL ? unit->name : unit->code;
      if (places[i].total > 0)
        g_array_append_val (found, places[i]);
    }
  g_array_sort (found, compare_places);
  return found;
}

static const Place *
place_at (GArray *places, guint index)
{
  return &g_array_index (places, Place, index);
}

static guint
count_at_work (GArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += place_at (places, i)->systems[0] > 0 && !g_str_equal (place_at (places, i)->key, "unknown");
  return n;
}

/* The domain with most in production whose name is known: no sentence says "most of all: not recorded". */
static const Place *
find_first (GArray *domains)
{
  for (guint i = 0; i < domains->len; i++)
    if (!g_str_equal (place_at (domains, i)->key, "unknown"))
      return place_at (domains, i);
  return NULL;
}

static char *
create_sentence (const VigieFigure *self, const DomainData *data)
{
  guint n = count_at_work (data->domains);
  guint n_sites = vigie_picture_count_sites (self->picture, FALSE);
  const Place *first = find_first (data->domains);
  g_autofree char *n_text = vigie_format_integer (n);
  g_autofree char *systems = NULL;
  g_autofree char *sites = vigie_format_integer (vigie_picture_count_sites (self->picture, TRUE));
  g_autofree char *all_sites = vigie_format_integer (n_sites);

  if (data->domains->len == 0)
    return g_strdup (_ ("No AI system is recorded yet."));
  if (n == 0)
    return g_strdup (_ ("No AI system is in production in a domain that is recorded."));
  systems = vigie_format_integer (first->systems[0]);
  if (n_sites < 2)
    /* Translators: %1$s domains of use; the domain %2$s has most systems in production, %3$s */
    return g_strdup_printf (
      ngettext ("AI is at work in %1$s domain: %2$s (systems in production: %3$s).",
                "AI is at work in %1$s domains, most of all in: %2$s (systems in production: %3$s).", n),
      n_text, first->label, systems);
  /* Translators: as before; a system is in production at %4$s of %5$s establishments */
  return g_strdup_printf (
    ngettext ("AI is at work in %1$s domain, at %4$s of our %5$s establishments: %2$s (systems in production: %3$s).",
              "AI is at work in %1$s domains, at %4$s of our %5$s establishments, most of all in: %2$s (systems in "
              "production: %3$s).",
              n),
    n_text, first->label, systems, sites, all_sites);
}

static void
add_rows (VigieFigure *self, GArray *places, const char *kind, const char *kind_label)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = place_at (places, i);

      vigie_figure_add_row (self, place->key);
      vigie_figure_add_text (self, kind_label, kind);
      vigie_figure_add_text (self, place->label, place->key);
      vigie_figure_add_count (self, place->total);
      for (gsize group = 0; group < N_GROUPS; group++)
        vigie_figure_add_count (self, place->systems[group]);
    }
}

static void
build (VigieFigure *self)
{
  DomainData *data = g_new0 (DomainData, 1);

  data->domains = count_domains (self->picture);
  data->sites = count_sites (self->picture);
  for (guint i = 0; i < data->domains->len; i++)
    for (gsize group = 0; group < N_GROUPS; group++)
      data->shown[group] |= place_at (data->domains, i)->systems[group] > 0;
  self->data = data;
  self->empty = data->domains->len == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "by", C_ ("column", "By"), FALSE);
  vigie_figure_add_column (self, "place", C_ ("column", "Domain or establishment"), FALSE);
  vigie_figure_add_column (self, "systems", C_ ("column", "Systems"), TRUE);
  for (gsize group = 0; group < N_GROUPS; group++)
    vigie_figure_add_column (self, vigie_stage_group_nick (groups[group]), vigie_stage_group_label (groups[group]),
                             TRUE);
  add_rows (self, data->domains, "domain", C_ ("row", "Domain"));
  add_rows (self, data->sites, "establishment", C_ ("row", "Establishment"));
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static VigieStackedRow
create_bar (const VigieFigure *self, const Place *place, VigieStackedSegment *segments, GPtrArray *texts)
{
  const DomainData *data = self->data;
  gsize n_segments = 0;

  for (gsize group = 0; group < N_GROUPS; group++)
    {
      guint n = place->systems[group];

      if (!data->shown[group])
        continue;
      segments[n_segments++] = (VigieStackedSegment) {
        .value = n,
        .text = keep (texts, vigie_format_integer (n)),
        .description = keep (texts, g_strdup_printf (ngettext ("%u system", "%u systems", n), n)),
        .key = place->key,
      };
    }
  return (VigieStackedRow) {
    .label = place->label,
    .segments = segments,
    .total_text = keep (texts, vigie_format_integer (place->total)),
    .description = keep (texts, g_strdup_printf (ngettext ("%u system", "%u systems", place->total), place->total)),
    .key = place->key,
  };
}

static VigieScene *
layout_places (const VigieFigure *self, GArray *places, guint most, const VigieFrame *frame)
{
  static const struct
  {
    VigiePaint paint;
    VigiePattern pattern;
  } looks[N_GROUPS] = {
    { VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },         { VIGIE_PAINT_GREEN, VIGIE_PATTERN_SOLID },
    { VIGIE_PAINT_PURPLE, VIGIE_PATTERN_SOLID },       { VIGIE_PAINT_NEUTRAL, VIGIE_PATTERN_OUTLINE },
    { VIGIE_PAINT_NOT_MEASURED, VIGIE_PATTERN_HATCH },
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const DomainData *data = self->data;
  guint n = MIN (places->len, most);
  gsize n_series = 0;
  g_autofree VigieStackedSegment *segments = g_new0 (VigieStackedSegment, (n + 1) * N_GROUPS);
  g_autofree VigieStackedRow *rows = g_new0 (VigieStackedRow, n + 1);
  VigieStackedSeries series[N_GROUPS];
  VigieFrame counted = *frame;

  counted.format = vigie_figure_format_count;
  for (gsize group = 0; group < N_GROUPS; group++)
    if (data->shown[group])
      series[n_series++] =
        (VigieStackedSeries) { vigie_stage_group_label (groups[group]), looks[group].paint, looks[group].pattern };
  for (guint i = 0; i < n; i++)
    {
      rows[i] = create_bar (self, place_at (places, i), &segments[i * N_GROUPS], texts);
      vigie_figure_set_earlier_bar (self, &rows[i], "systems", texts);
    }
  return vigie_stacked_bars_layout (
    &(VigieStackedBars) {
      .series = series,
      .n_series = n_series,
      .rows = rows,
      .n_rows = n,
      .planned_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    &counted);
}

static char *
dup_sites_title (guint n)
{
  g_autofree char *number = NULL;

  if (n <= MOST_SITES)
    return g_strdup (_ ("By establishment"));
  number = vigie_format_integer (n - MOST_SITES);
  /* Translators: %s establishments have no bar */
  return g_strdup_printf (ngettext ("By establishment; %s more is in the table",
                                    "By establishment; %s more are in the table", n - MOST_SITES),
                          number);
}

static VigieScene *
layout_domains (const VigieFigure *self, const VigieFrame *frame)
{
  return layout_places (self, ((const DomainData *) self->data)->domains, G_MAXUINT, frame);
}

static VigieScene *
layout_sites (const VigieFigure *self, const VigieFrame *frame)
{
  return layout_places (self, ((const DomainData *) self->data)->sites, MOST_SITES, frame);
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const DomainData *data = self->data;
  g_autofree char *title = dup_sites_title (data->sites->len);

  if (data->sites->len < 2)
    return layout_domains (self, frame);
  return vigie_figure_layout_parts (self, layout_domains, title, layout_sites, frame);
}

static const char *const compared[] = { "systems", NULL };

const VigieFigureKind vigie_figure_deployment_domain = {
  .id = "deployment-domain",
  .title = N_ ("AI systems by domain and establishment"),
  .question = N_ ("Where in the hospital is AI at work?"),
  .definition = "deployment-domain",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_place,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (STAGE),
  .free_data = free_data,
};
