// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

#include "vigie-demo.h"

G_BEGIN_DECLS

/* A source of chance whose every number is known from where it begins. */
typedef struct
{
  guint64 state;
} VigieDemoRandom;

void vigie_demo_random_init (VigieDemoRandom *self, guint64 seed, guint64 a, guint64 b, guint64 c);
guint64 vigie_demo_random_next (VigieDemoRandom *self);
int vigie_demo_random_between (VigieDemoRandom *self, int low, int high);

/* What a template is filled in with. */
typedef struct
{
  VigieDate today;
  GHashTable *words;
} VigieDemoText;

VigieDate vigie_demo_working_day (VigieDate date);
char *vigie_demo_text_expand (const VigieDemoText *self, const char *text);
char *vigie_demo_text_dup (const VigieDemoText *self, const char *name, GError **error);
JsonNode *vigie_demo_text_load (const VigieDemoText *self, const char *name, GError **error);
gboolean vigie_demo_fill (VigieRecord *record, JsonObject *object, GError **error);
void vigie_demo_set (VigieRecord *record, guint field, const char *text);

/* Where some of the people of a site work. */
typedef struct
{
  char *key;
  char *code;
  gboolean clinical;
  char **home;
} VigieDemoPlace;

/* A training that the users of one system at one site in one profession took. */
typedef struct
{
  guint site;
  guint profession;
  guint module;
  gint64 holders;
  VigieDate since;
} VigieDemoTool;

typedef struct
{
  char *code;
  char *role;
  char *short_name;
  int skill;
  gboolean counts;
  GPtrArray *places;
  gint64 *heads;
} VigieDemoSite;

typedef struct
{
  char *code;
  int held_percent;
} VigieDemoProfession;

typedef struct
{
  char *code;
  int minutes;
  int validity;
  int points;
  VigieDate launched;
} VigieDemoModule;

/* What one group of establishments is made of, while its records are written. */
struct _VigieDemo
{
  VigieDemoOptions options;
  GQueue pending;
  guint step;
  guint group;
  guint n_groups;
  guint n_variants;
  gint64 group_staff;

  /* The same for every group. */
  GArray *professions;
  GArray *modules;
  guint n_reference_modules;
  GPtrArray *requirements;
  int lapsed_percent;
  int recent_percent;
  int recent_days;
  guint recent_profession;

  /* Of the group being written. */
  VigieDemoText text;
  char *prefix;
  GPtrArray *sites;
  GArray *tools;
  GArray *duties; /* of the people being written */

  /* Where in it the work is. */
  guint variant;
  guint site;
  guint profession;
  gint64 person;
  guint serial;
  gint64 n_people;
  gint64 people_done;
};

void vigie_demo_push (VigieDemo *self, VigieRecord *record);
VigieDemoSite *vigie_demo_site (const VigieDemo *self, guint index);
VigieDemoSite *vigie_demo_find_site (const VigieDemo *self, const char *role, guint *index);
VigieDemoProfession *vigie_demo_profession (const VigieDemo *self, guint index);
VigieDemoModule *vigie_demo_module (const VigieDemo *self, guint index);
int vigie_demo_find_profession (const VigieDemo *self, const char *code);
const char *vigie_demo_place_of (const VigieDemoSite *site, const char *profession, guint64 draw);

/* Steps: each adds some records and says whether it has more to add. */
typedef gboolean (*VigieDemoStep) (VigieDemo *self, gboolean *more, GError **error);

gboolean vigie_demo_load_training (VigieDemo *self, GError **error);
gboolean vigie_demo_begin_group (VigieDemo *self, GError **error);
void vigie_demo_end_group (VigieDemo *self);
gboolean vigie_demo_add_organisation (VigieDemo *self, gboolean *more, GError **error);
gboolean vigie_demo_add_systems (VigieDemo *self, gboolean *more, GError **error);
gboolean vigie_demo_add_counts (VigieDemo *self, gboolean *more, GError **error);
gboolean vigie_demo_add_staff (VigieDemo *self, gboolean *more, GError **error);
gboolean vigie_demo_add_governance (VigieDemo *self, gboolean *more, GError **error);

gboolean vigie_demo_add_deployment (VigieDemo *self, const char *system, const char *code, int module,
                                    JsonObject *object, JsonObject *owners, GError **error);

void vigie_demo_add_costs (VigieDemo *self, VigieRecord *deployment, gboolean ended);
gboolean vigie_demo_add_benefits (VigieDemo *self, const char *deployment, JsonObject *object, GError **error);

/* What someone of a profession at a site should hold, and the share who do. */
typedef struct
{
  guint module;
  int percent;
} VigieDemoDuty;

/* One person: a reference, and the days between which they are in post as far as the story goes. */
typedef struct
{
  const char *code;
  gint64 rank;
  VigieDate start;
  VigieDate end;
  VigieDemoRandom random;
} VigieDemoPerson;

GArray *vigie_demo_duties (const VigieDemo *self, guint site, guint profession);
gint64 vigie_demo_valid_on (const VigieDemo *self, const VigieDemoDuty *duty, gint64 heads, VigieDate date);
void vigie_demo_add_trainings (VigieDemo *self, VigieDemoPerson *person, GArray *duties);
void vigie_demo_add_tool_trainings (VigieDemo *self, VigieDemoPerson *person);

G_END_DECLS
