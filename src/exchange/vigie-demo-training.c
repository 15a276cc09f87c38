// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How training spreads in the demonstration. Of each profession at each site a share holds a module today.
 * Where someone stands between 0 and that share says when they first took it: early for the first ones,
 * and since the module began. They renew it as it expires, some late. A few beyond that share let it lapse.
 * One profession, nurses, caught up in the last weeks.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-seed.h"

#include <math.h>

#define WHOLE 1000
/* Fibonacci hashing: successive people fall evenly over the whole range, however few they are. */
#define GOLDEN_STEP 2654435769u
#define MODULE_STEP 97u
/* The latest first training, in days before today; the shortest time in post before one. */
#define SETTLED_DAYS 20
#define ARRIVAL_DAYS 15
#define RENEWAL_GAP 30
/* A nation began earlier than any of its groups, so that it has renewed more: some ten trainings a head. */
#define NATIONAL_LEAD 5

static void
load_professions (VigieDemo *self, GPtrArray *records, JsonObject *training)
{
  JsonObject *held = json_object_get_object_member (training, "held_percent");

  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);
      VigieDemoProfession profession;

      if (vigie_record_get_entity (record) != &vigie_profession_entity)
        continue;
      profession.code = g_strdup (vigie_record_get_text (record, VIGIE_PROFESSION_CODE));
      profession.held_percent = (int) json_object_get_int_member_with_default (held, profession.code, 50);
      g_array_append_val (self->professions, profession);
    }
}

static void
load_modules (VigieDemo *self, GPtrArray *records, JsonObject *training)
{
  JsonObject *modules = json_object_get_object_member (training, "modules");
  VigieDate lead = self->options.scale == VIGIE_DEMO_SCALE_NATIONAL ? NATIONAL_LEAD : 1;

  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);
      JsonObject *object;
      VigieDemoModule module;

      if (vigie_record_get_entity (record) != &vigie_module_entity)
        continue;
      module.code = g_strdup (vigie_record_get_text (record, VIGIE_MODULE_CODE));
      module.minutes = (int) vigie_record_get_number (record, VIGIE_MODULE_DURATION_MIN, 60);
      module.validity = (int) vigie_record_get_number (record, VIGIE_MODULE_VALIDITY_MONTHS, 0);
      object = json_object_get_object_member (modules, module.code);
      module.points = (int) json_object_get_int_member (object, "points");
      module.launched = self->options.today + lead * (VigieDate) json_object_get_int_member (object, "launched");
      g_array_append_val (self->modules, module);
    }
  self->n_reference_modules = self->modules->len;
}

/**
 * vigie_demo_load_training:
 *
 * Reads what is the same for every group: professions, modules, who should hold which, and how many do.
 */
gboolean
vigie_demo_load_training (VigieDemo *self, GError **error)
{
  g_autoptr (GPtrArray) records = vigie_seed_records (error);
  g_autoptr (JsonNode) root = records != NULL ? vigie_demo_text_load (&self->text, "training.json", error) : NULL;
  JsonObject *training = root != NULL ? json_node_get_object (root) : NULL;
  JsonObject *recent;

  if (training == NULL)
    return FALSE;
  load_professions (self, records, training);
  load_modules (self, records, training);
  for (guint i = 0; i < records->len; i++)
    if (vigie_record_get_entity (g_ptr_array_index (records, i)) == &vigie_requirement_entity)
      g_ptr_array_add (self->requirements, g_object_ref (g_ptr_array_index (records, i)));
  recent = json_object_get_object_member (training, "recent");
  self->lapsed_percent = (int) json_object_get_int_member (training, "lapsed_percent");
  self->recent_percent = (int) json_object_get_int_member (recent, "percent");
  self->recent_days = (int) json_object_get_int_member (recent, "days");
  self->recent_profession =
    (guint) vigie_demo_find_profession (self, json_object_get_string_member (recent, "profession"));
  return TRUE;
}

static guint
find_module (const VigieDemo *self, const char *code)
{
  for (guint i = 0; i < self->n_reference_modules; i++)
    if (g_str_equal (vigie_demo_module (self, i)->code, code))
      return i;
  g_return_val_if_reached (0);
}

/**
 * vigie_demo_duties:
 *
 * Returns: (transfer full) (element-type VigieDemoDuty): what those of a profession at a site should hold
 */
GArray *
vigie_demo_duties (const VigieDemo *self, guint site, guint profession)
{
  GArray *duties = g_array_new (FALSE, FALSE, sizeof (VigieDemoDuty));
  const VigieDemoProfession *of = vigie_demo_profession (self, profession);

  for (guint i = 0; i < self->requirements->len; i++)
    {
      VigieRecord *requirement = g_ptr_array_index (self->requirements, i);
      const char *code = vigie_record_get_text (requirement, VIGIE_REQUIREMENT_PROFESSION);
      VigieDemoDuty duty;

      if (code != NULL && !g_str_equal (code, of->code))
        continue;
      duty.module = find_module (self, vigie_record_get_text (requirement, VIGIE_REQUIREMENT_MODULE));
      duty.percent = CLAMP (
        of->held_percent + vigie_demo_module (self, duty.module)->points + vigie_demo_site (self, site)->skill, 2, 99);
      g_array_append_val (duties, duty);
    }
  return duties;
}

/* The day on which the share @v of those who hold a module had taken it: a little faster at first. */
static VigieDate
day_of_share (const VigieDemo *self, const VigieDemoModule *module, int v)
{
  gint64 span = self->options.today - SETTLED_DAYS - module->launched;

  return module->launched + (VigieDate) (span * (3 * WHOLE * v + (gint64) v * v) / (4 * WHOLE * WHOLE));
}

/**
 * vigie_demo_valid_on:
 *
 * Returns: how many of @heads held the module of @duty on @date, for a site that hands over counts
 */
gint64
vigie_demo_valid_on (const VigieDemo *self, const VigieDemoDuty *duty, gint64 heads, VigieDate date)
{
  const VigieDemoModule *module = vigie_demo_module (self, duty->module);
  double span = self->options.today - SETTLED_DAYS - module->launched;
  double x = CLAMP ((double) (date - module->launched) / MAX (span, 1.0), 0.0, 1.0);

  /* The inverse of day_of_share(): x = (3v + v²) ÷ 4. */
  return llround ((double) heads * duty->percent / 100.0 * (sqrt (2.25 + 4 * x) - 1.5));
}

static void
add_completion (VigieDemo *self, VigieDemoPerson *person, const VigieDemoModule *module, VigieDate date)
{
  VigieRecord *record = vigie_record_new (&vigie_completion_entity);

  vigie_demo_set (record, VIGIE_COMPLETION_STAFF, person->code);
  vigie_demo_set (record, VIGIE_COMPLETION_MODULE, module->code);
  vigie_record_set_date (record, VIGIE_COMPLETION_COMPLETED_ON, date);
  vigie_record_set_number (record, VIGIE_COMPLETION_MINUTES, module->minutes);
  if (vigie_demo_random_between (&person->random, 0, 2) > 0)
    vigie_record_set_number (record, VIGIE_COMPLETION_SCORE, vigie_demo_random_between (&person->random, 60, 100));
  vigie_demo_push (self, record);
}

static VigieDate
day_of_renewal (VigieDemoPerson *person, VigieDate expiry)
{
  VigieDate renewal = vigie_demo_random_between (&person->random, 0, 9) < 8
                        ? expiry - vigie_demo_random_between (&person->random, 0, 45)
                        : expiry + vigie_demo_random_between (&person->random, 3, 60);

  return renewal < person->end ? renewal : person->end - vigie_demo_random_between (&person->random, 1, 14);
}

/* A first training and its renewals, up to the end: whoever renews holds it then. */
static void
add_history (VigieDemo *self, VigieDemoPerson *person, const VigieDemoModule *module, VigieDate first)
{
  VigieDate date = vigie_demo_working_day (first);

  for (;;)
    {
      VigieDate expiry = module->validity > 0 ? vigie_date_add_months (date, module->validity) : G_MAXINT32;
      VigieDate renewal;

      add_completion (self, person, module, date);
      if (expiry > person->end)
        return;
      renewal = vigie_demo_working_day (day_of_renewal (person, expiry));
      if (renewal < date + RENEWAL_GAP)
        return;
      date = renewal;
    }
}

/* Nobody is trained before they arrive; %VIGIE_DATE_NONE for those who have just arrived, or left before. */
static VigieDate
after_arrival (VigieDemoPerson *person, VigieDate date)
{
  if (date < person->start + ARRIVAL_DAYS)
    date = person->start + vigie_demo_random_between (&person->random, ARRIVAL_DAYS, 90);
  if (date < person->end)
    return date;
  if (person->start > person->end - ARRIVAL_DAYS - SETTLED_DAYS)
    return VIGIE_DATE_NONE;
  return person->end - vigie_demo_random_between (&person->random, 2, SETTLED_DAYS - 2);
}

static gboolean
is_recent (const VigieDemo *self, const VigieDemoDuty *duty, int v)
{
  return self->profession == self->recent_profession && v > WHOLE - self->recent_percent * WHOLE / duty->percent;
}

static void
add_lapsed (VigieDemo *self, VigieDemoPerson *person, const VigieDemoModule *module)
{
  VigieDate earliest = MAX (module->launched, person->start + ARRIVAL_DAYS);
  VigieDate latest = vigie_date_add_months (person->end, -module->validity) - SETTLED_DAYS;

  if (module->validity > 0 && earliest < latest)
    add_completion (self, person, module,
                    vigie_demo_working_day (vigie_demo_random_between (&person->random, earliest, latest)));
}

static void
add_training (VigieDemo *self, VigieDemoPerson *person, const VigieDemoDuty *duty)
{
  const VigieDemoModule *module = vigie_demo_module (self, duty->module);
  guint32 offset = (self->site * 31u + self->profession) * GOLDEN_STEP / 7u + duty->module * MODULE_STEP * 1000u;
  guint32 at = (guint32) person->rank * GOLDEN_STEP + offset;
  int place = (int) ((guint64) at * 100 * WHOLE >> 32);
  int held = duty->percent * WHOLE;
  VigieDate first;

  if (place >= held)
    {
      if (place < held + self->lapsed_percent * WHOLE)
        add_lapsed (self, person, module);
      return;
    }
  first = is_recent (self, duty, place / duty->percent)
            ? self->options.today - vigie_demo_random_between (&person->random, 3, self->recent_days)
            : day_of_share (self, module, place / duty->percent);
  first = after_arrival (person, first);
  if (first != VIGIE_DATE_NONE)
    add_history (self, person, module, first);
}

/**
 * vigie_demo_add_trainings:
 *
 * Adds what someone took of what their profession should hold.
 */
void
vigie_demo_add_trainings (VigieDemo *self, VigieDemoPerson *person, GArray *duties)
{
  for (guint i = 0; i < duties->len; i++)
    add_training (self, person, &g_array_index (duties, VigieDemoDuty, i));
}

/**
 * vigie_demo_add_tool_trainings:
 *
 * Adds the systems that someone in post was trained to use: the first of their profession at a site.
 */
void
vigie_demo_add_tool_trainings (VigieDemo *self, VigieDemoPerson *person)
{
  for (guint i = 0; i < self->tools->len; i++)
    {
      const VigieDemoTool *tool = &g_array_index (self->tools, VigieDemoTool, i);
      VigieDate first;

      if (tool->site != self->site || tool->profession != self->profession || person->rank >= tool->holders)
        continue;
      first = after_arrival (person, tool->since + vigie_demo_random_between (&person->random, -40, 30));
      if (first == VIGIE_DATE_NONE)
        first = person->end - 1;
      add_history (self, person, vigie_demo_module (self, tool->module), first);
    }
}
