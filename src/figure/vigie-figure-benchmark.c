// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What others published, put beside our own numbers: always with its source, year, population and caveat.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-private.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>

/**
 * vigie_figure_find_benchmark:
 *
 * Returns: (transfer none) (nullable): the benchmark of that code; %NULL where the register has none, or
 *   no value for it
 */
const VigieFactBenchmark *
vigie_figure_find_benchmark (const VigieFigure *self, const char *code)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_benchmarks; i++)
    if (g_str_equal (facts->benchmarks[i].code, code) &&
        (facts->benchmarks[i].permille >= 0 || facts->benchmarks[i].hours >= 0))
      return &facts->benchmarks[i];
  return NULL;
}

static char *
describe_population (const VigieFactBenchmark *benchmark)
{
  const char *population = vigie_language_pick (benchmark->population_fr, benchmark->population_en);
  g_autofree char *n = vigie_format_integer (benchmark->n);

  if (population != NULL && benchmark->n >= 0)
    /* Translators: whom a published figure is about: %1$s how many, %2$s who they are */
    return g_strdup_printf (_ ("n = %1$s, %2$s"), n, population);
  if (benchmark->n >= 0)
    /* Translators: %s is a number of people or establishments asked */
    return g_strdup_printf (_ ("n = %s"), n);
  return g_strdup (population != NULL ? population : _ ("number asked not published"));
}

/* Each publication once. */
static void
add_credit (VigieFigure *self, const VigieFactBenchmark *benchmark)
{
  g_autofree char *n = vigie_format_integer (benchmark->n);
  g_autofree char *brief = vigie_benchmark_dup_short (benchmark);
  g_autofree char *credit = NULL;

  if (benchmark->permille < 0)
    /* Translators: under a chart: %s is where something was published */
    credit = g_strdup_printf (_ ("%s."), benchmark->source);
  else if (benchmark->n >= 0)
    /* Translators: under a chart: %1$s is where something was published, %2$s how many were asked */
    credit = g_strdup_printf (_ ("%1$s (n = %2$s)."), benchmark->source, n);
  else
    /* Translators: under a chart: %s is where something was published */
    credit = g_strdup_printf (_ ("%s (number asked not published)."), benchmark->source);
  for (guint i = 0; i < self->credits->len; i++)
    if (g_str_equal (g_ptr_array_index (self->credits, i), credit))
      return;
  g_ptr_array_add (self->credits, g_steal_pointer (&credit));
  g_ptr_array_add (self->briefs, g_strdup_printf (_ ("%s."), brief));
}

/**
 * vigie_figure_add_benchmark_source:
 *
 * Adds where a benchmark comes from, with its value, population and caveat, to the sources.
 */
void
vigie_figure_add_benchmark_source (VigieFigure *self, const VigieFactBenchmark *benchmark)
{
  g_autofree char *value = benchmark->permille >= 0
                             ? vigie_format_percent ((double) benchmark->permille / 1000, benchmark->permille % 10 != 0)
                             : vigie_hours_dup ((double) benchmark->hours, 0);
  g_autofree char *population = describe_population (benchmark);
  const char *caveat = vigie_language_pick (benchmark->caveat_fr, benchmark->caveat_en);
  const char *label = vigie_language_pick (benchmark->label_fr, benchmark->label_en);
  g_autofree char *source = NULL;
  g_autofree char *whole = NULL;

  /* Translators: %1$s is what was published, %2$s its value, %3$s whom it is about, %4$s where it was published */
  source = g_strdup_printf (_ ("%1$s: %2$s (%3$s). %4$s."), label, value, population, benchmark->source);
  whole = caveat != NULL ? g_strdup_printf ("%s %s", source, caveat) : g_steal_pointer (&source);
  vigie_figure_add_source (self, whole);
  add_credit (self, benchmark);
}

/**
 * vigie_figure_add_publication_source:
 *
 * Adds where several benchmarks come from, once, without their values.
 */
void
vigie_figure_add_publication_source (VigieFigure *self, const VigieFactBenchmark *benchmark)
{
  g_autofree char *population = describe_population (benchmark);
  const char *caveat = vigie_language_pick (benchmark->caveat_fr, benchmark->caveat_en);
  g_autofree char *source = NULL;
  g_autofree char *whole = NULL;

  /* Translators: %1$s is where something was published, %2$s whom it is about */
  source = g_strdup_printf (_ ("%1$s (%2$s)."), benchmark->source, population);
  whole = caveat != NULL ? g_strdup_printf ("%s %s", source, caveat) : g_steal_pointer (&source);
  add_credit (self, benchmark);
  for (guint i = 0; i < self->sources->len; i++)
    if (g_str_equal (g_ptr_array_index (self->sources, i), whole))
      return;
  vigie_figure_add_source (self, whole);
}

/**
 * vigie_benchmark_dup_short:
 *
 * Returns: (transfer full): its source, as short as its publisher's name and the year
 */
char *
vigie_benchmark_dup_short (const VigieFactBenchmark *benchmark)
{
  g_auto (GStrv) parts = g_strsplit (benchmark->source, ",", 2);
  int year, month, day;

  if (benchmark->published_on == VIGIE_DATE_NONE)
    return g_strdup (g_strstrip (parts[0]));
  vigie_date_get_ymd (benchmark->published_on, &year, &month, &day);
  return g_strdup_printf ("%s %d", g_strstrip (parts[0]), year);
}
