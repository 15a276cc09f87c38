// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The demonstration's people: a reference, jobs that begin and end, and what they were trained in. Some
 * sites hand over counts instead. One person, or one profession of one site, a step.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"

/* How far the story goes back. */
#define STORY_DAYS 900
#define LEFT_PERCENT 16
#define ARRIVED_PERCENT 20
#define MOVED_PERCENT 2
/* References follow one another, as a human resources department gives them. */
#define FIRST_REFERENCE 100000
#define DAYS_BETWEEN_COUNTS 91
#define N_COUNTS 10
#define DAYS_OF_MONTH 30

static gint64
count_heads (const VigieDemo *self)
{
  return vigie_demo_site (self, self->site)->heads[self->profession];
}

/* Moves to the next profession, and after the last one to the next site. */
static gboolean
next_profession (VigieDemo *self)
{
  self->person = 0;
  g_clear_pointer (&self->duties, g_array_unref);
  if (++self->profession == self->professions->len)
    {
      self->profession = 0;
      self->site++;
    }
  return self->site < self->sites->len;
}

static VigieDate
day_of_arrival (VigieDemoRandom *random, VigieDate today)
{
  int days = vigie_demo_random_between (random, 0, 99) < ARRIVED_PERCENT
               ? vigie_demo_random_between (random, 5, STORY_DAYS)
               : vigie_demo_random_between (random, STORY_DAYS, 9 * STORY_DAYS);
  VigieDate arrival = today - days;

  /* Most posts begin with a month. */
  return vigie_demo_random_between (random, 0, 3) > 0 ? vigie_date_month_start (arrival) : arrival;
}

static void
add_job (VigieDemo *self, const char *staff, const char *unit, VigieDate start, VigieDate end)
{
  VigieRecord *record = vigie_record_new (&vigie_job_entity);

  vigie_demo_set (record, VIGIE_JOB_STAFF, staff);
  vigie_demo_set (record, VIGIE_JOB_ORG_UNIT, unit);
  vigie_demo_set (record, VIGIE_JOB_PROFESSION, vigie_demo_profession (self, self->profession)->code);
  vigie_record_set_date (record, VIGIE_JOB_STARTS_ON, start);
  if (end != VIGIE_DATE_NONE)
    vigie_record_set_date (record, VIGIE_JOB_ENDS_ON, end);
  vigie_demo_push (self, record);
}

/* Some came from the support establishment: they keep their reference, and a job follows another. */
static void
add_jobs (VigieDemo *self, VigieDemoPerson *person, gboolean left)
{
  const VigieDemoSite *site = vigie_demo_site (self, self->site);
  const VigieDemoSite *support = vigie_demo_site (self, 0);
  const char *profession = vigie_demo_profession (self, self->profession)->code;
  guint64 draw = vigie_demo_random_next (&person->random);
  const char *unit = vigie_demo_place_of (site, profession, draw);
  VigieDate start = person->start;

  if (!left && self->site > 0 && support->heads[self->profession] > 0 &&
      vigie_demo_random_between (&person->random, 0, 99) < MOVED_PERCENT &&
      person->start < self->options.today - STORY_DAYS)
    {
      start = self->options.today - vigie_demo_random_between (&person->random, 40, 700);
      add_job (self, person->code, vigie_demo_place_of (support, profession, draw), person->start, start - 1);
    }
  add_job (self, person->code, unit, start, left ? person->end : VIGIE_DATE_NONE);
}

static void
add_person (VigieDemo *self, gboolean left)
{
  VigieDate today = self->options.today;
  g_autofree char *code = g_strdup_printf ("M%07u", FIRST_REFERENCE + self->serial++);
  VigieDemoPerson person = { .code = code, .rank = self->person, .end = today };

  vigie_demo_random_init (&person.random, self->options.seed, self->group,
                          ((guint64) self->site << 8) | self->profession, (guint64) self->person);
  if (left)
    {
      person.rank = vigie_demo_random_between (&person.random, 0, 9999);
      person.end = today - vigie_demo_random_between (&person.random, 8, STORY_DAYS);
      person.start = person.end - vigie_demo_random_between (&person.random, 200, 4 * STORY_DAYS);
    }
  else
    person.start = day_of_arrival (&person.random, today);
  add_jobs (self, &person, left);
  if (self->duties == NULL)
    self->duties = vigie_demo_duties (self, self->site, self->profession);
  vigie_demo_add_trainings (self, &person, self->duties);
  if (!left)
    vigie_demo_add_tool_trainings (self, &person);
}

/**
 * vigie_demo_add_staff:
 *
 * Adds one person of a site that knows its staff by reference.
 */
gboolean
vigie_demo_add_staff (VigieDemo *self, gboolean *more, GError **error G_GNUC_UNUSED)
{
  gint64 heads = count_heads (self);
  gint64 people = heads + heads * LEFT_PERCENT / 100;

  if (vigie_demo_site (self, self->site)->counts)
    {
      self->people_done += heads;
      *more = next_profession (self);
      return TRUE;
    }
  if (self->person < people)
    {
      add_person (self, self->person >= heads);
      self->people_done += self->person < heads ? 1 : 0;
      self->person++;
    }
  *more = self->person < people || next_profession (self);
  return TRUE;
}

static void
add_headcount (VigieDemo *self, VigieDate from, VigieDate to, gint64 heads)
{
  VigieRecord *record = vigie_record_new (&vigie_headcount_entity);

  vigie_demo_set (record, VIGIE_HEADCOUNT_ORG_UNIT, vigie_demo_site (self, self->site)->code);
  vigie_demo_set (record, VIGIE_HEADCOUNT_PROFESSION, vigie_demo_profession (self, self->profession)->code);
  vigie_record_set_date (record, VIGIE_HEADCOUNT_VALID_FROM, from);
  if (to != VIGIE_DATE_NONE)
    vigie_record_set_date (record, VIGIE_HEADCOUNT_VALID_TO, to);
  vigie_record_set_number (record, VIGIE_HEADCOUNT_HEADS, heads);
  vigie_demo_push (self, record);
}

static void
add_count (VigieDemo *self, guint module, VigieDate date, gint64 valid, gint64 heads)
{
  VigieRecord *record = vigie_record_new (&vigie_completion_count_entity);
  const VigieDemoModule *of = vigie_demo_module (self, module);
  gint64 trained = MIN (heads, valid + heads * self->lapsed_percent / 100);

  vigie_demo_set (record, VIGIE_COMPLETION_COUNT_ORG_UNIT, vigie_demo_site (self, self->site)->code);
  vigie_demo_set (record, VIGIE_COMPLETION_COUNT_PROFESSION, vigie_demo_profession (self, self->profession)->code);
  vigie_demo_set (record, VIGIE_COMPLETION_COUNT_MODULE, of->code);
  vigie_record_set_date (record, VIGIE_COMPLETION_COUNT_AS_OF, date);
  vigie_record_set_number (record, VIGIE_COMPLETION_COUNT_TRAINED, trained);
  vigie_record_set_number (record, VIGIE_COMPLETION_COUNT_VALID, valid);
  if (of->validity > 0)
    vigie_record_set_number (record, VIGIE_COMPLETION_COUNT_EXPIRING_90,
                             valid * 90 / ((gint64) of->validity * DAYS_OF_MONTH));
  vigie_record_set_number (record, VIGIE_COMPLETION_COUNT_MINUTES_TOTAL, trained * of->minutes);
  vigie_demo_push (self, record);
}

static void
add_counts_on (VigieDemo *self, GArray *duties, gint64 heads, VigieDate date)
{
  for (guint i = 0; i < duties->len; i++)
    {
      const VigieDemoDuty *duty = &g_array_index (duties, VigieDemoDuty, i);

      if (date >= vigie_demo_module (self, duty->module)->launched)
        add_count (self, duty->module, date, vigie_demo_valid_on (self, duty, heads, date), heads);
    }
  for (guint i = 0; i < self->tools->len; i++)
    {
      const VigieDemoTool *tool = &g_array_index (self->tools, VigieDemoTool, i);

      if (tool->site == self->site && tool->profession == self->profession && date >= tool->since)
        add_count (self, tool->module, date, MIN (tool->holders, heads), heads);
    }
}

/**
 * vigie_demo_add_counts:
 *
 * Adds, for one profession of a site that hands over counts only, its people and those trained, a quarter
 * a count.
 */
gboolean
vigie_demo_add_counts (VigieDemo *self, gboolean *more, GError **error G_GNUC_UNUSED)
{
  VigieDate today = self->options.today;
  gint64 heads = count_heads (self);
  g_autoptr (GArray) duties = NULL;

  if (vigie_demo_site (self, self->site)->counts && heads > 0)
    {
      duties = vigie_demo_duties (self, self->site, self->profession);
      add_headcount (self, today - STORY_DAYS - DAYS_BETWEEN_COUNTS, today - STORY_DAYS / 2 - 1,
                     MAX (1, heads * 97 / 100));
      add_headcount (self, today - STORY_DAYS / 2, VIGIE_DATE_NONE, heads);
      for (int i = N_COUNTS - 1; i >= 0; i--)
        add_counts_on (self, duties, MAX (1, i * DAYS_BETWEEN_COUNTS > STORY_DAYS / 2 ? heads * 97 / 100 : heads),
                       vigie_demo_working_day (today - 6 - i * DAYS_BETWEEN_COUNTS));
    }
  *more = next_profession (self);
  return TRUE;
}
