// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The lists of the pages. The SQL of a list selects `id`, `search_id` (the id of what is searched) and
 * a column for each of its fields, as of the day ?5 and in the language ?6.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-list.h"

#include "vigie-barrier.h"
#include "vigie-enums.h"
#include "vigie-module.h"
#include "vigie-staff.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>

static const VigieField system_fields[] = {
  [VIGIE_SYSTEM_LIST_CODE] = { .name = "code", .label = NC_ ("field", "Code"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_SYSTEM_LIST_DEPLOYMENT] = { .name = "deployment",
                                     .label = NC_ ("field", "Deployment"),
                                     .type = VIGIE_FIELD_TEXT },
  [VIGIE_SYSTEM_LIST_NAME] = { .name = "name", .label = NC_ ("field", "AI system"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_SYSTEM_LIST_VENDOR] = { .name = "vendor", .label = NC_ ("field", "Vendor"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_SYSTEM_LIST_USE_DOMAIN] = { .name = "use_domain",
                                     .label = NC_ ("field", "Domain of use"),
                                     .type = VIGIE_FIELD_ENUM,
                                     .enum_type = vigie_use_domain_get_type },
  [VIGIE_SYSTEM_LIST_AI_ACT_CLASS] = { .name = "ai_act_class",
                                       .label = NC_ ("field", "AI Act class"),
                                       .type = VIGIE_FIELD_ENUM,
                                       .enum_type = vigie_ai_act_class_get_type },
  [VIGIE_SYSTEM_LIST_SITE] = { .name = "site", .label = NC_ ("field", "Site"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_SYSTEM_LIST_STAGE] = { .name = "stage",
                                .label = NC_ ("field", "Stage"),
                                .type = VIGIE_FIELD_ENUM,
                                .enum_type = vigie_stage_get_type },
  [VIGIE_SYSTEM_LIST_SINCE] = { .name = "since", .label = NC_ ("field", "Since"), .type = VIGIE_FIELD_DATE },
  [VIGIE_SYSTEM_LIST_PLANNED_ON] = { .name = "planned_on",
                                     .label = NC_ ("field", "Planned go-live"),
                                     .type = VIGIE_FIELD_DATE },
  [VIGIE_SYSTEM_LIST_USERS] = { .name = "users",
                                .label = NC_ ("field", "Users"),
                                .type = VIGIE_FIELD_INTEGER,
                                .unit = VIGIE_UNIT_PEOPLE },
};

const VigieList vigie_system_list = {
  .entity = { .nick = "system_list",
              .label = N_ ("AI system"),
              .label_plural = N_ ("AI systems"),
              .fields = system_fields,
              .n_fields = G_N_ELEMENTS (system_fields) },
  .searched = &vigie_system_entity,
};

/* A stage is the latest event up to the day; users are the latest count of each profession up to it. */
static const char system_sql[] =
  "SELECT ifnull (d.id, -s.id) AS id, s.id AS search_id, s.code AS code, d.code AS deployment, s.name AS name,"
  " s.vendor AS vendor, s.use_domain AS use_domain, s.ai_act_class AS ai_act_class,"
  " ifnull (o.short_name, o.name) AS site, e.stage AS stage,"
  " CASE e.basis WHEN 'observed' THEN NULL ELSE e.occurred_on END AS since, d.planned_on AS planned_on,"
  " (SELECT sum (u.users_active) FROM user_group u WHERE u.deployment_id = d.id AND u.as_of ="
  "   (SELECT max (v.as_of) FROM user_group v WHERE v.deployment_id = u.deployment_id"
  "    AND v.profession_id = u.profession_id AND v.as_of <= ?5)) AS users"
  " FROM system s LEFT JOIN deployment d ON d.system_id = s.id LEFT JOIN org_unit o ON o.id = d.org_unit_id"
  " LEFT JOIN stage_event e ON e.id = (SELECT x.id FROM stage_event x WHERE x.deployment_id = d.id"
  "   AND x.occurred_on <= ?5 ORDER BY x.occurred_on DESC LIMIT 1)"
  " WHERE ?6 IS NOT NULL";

static const VigieField module_fields[] = {
  [VIGIE_MODULE_LIST_CODE] = { .name = "code", .label = NC_ ("field", "Code"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_MODULE_LIST_TITLE] = { .name = "title", .label = NC_ ("field", "Module"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_MODULE_LIST_COMPETENCY] = { .name = "competency",
                                     .label = NC_ ("field", "Competency"),
                                     .type = VIGIE_FIELD_ENUM,
                                     .enum_type = vigie_competency_get_type },
  [VIGIE_MODULE_LIST_DURATION] = { .name = "duration_min",
                                   .label = NC_ ("field", "Duration"),
                                   .type = VIGIE_FIELD_INTEGER,
                                   .unit = VIGIE_UNIT_MINUTES },
  [VIGIE_MODULE_LIST_VALIDITY] = { .name = "validity_months",
                                   .label = NC_ ("field", "Validity"),
                                   .type = VIGIE_FIELD_INTEGER,
                                   .unit = VIGIE_UNIT_MONTHS },
  [VIGIE_MODULE_LIST_TRAINED] = { .name = "trained",
                                  .label = NC_ ("field", "Ever trained"),
                                  .type = VIGIE_FIELD_INTEGER,
                                  .unit = VIGIE_UNIT_PEOPLE },
};

const VigieList vigie_module_list = {
  .entity = { .nick = "module_list",
              .label = N_ ("Training module"),
              .label_plural = N_ ("Training modules"),
              .fields = module_fields,
              .n_fields = G_N_ELEMENTS (module_fields) },
  .searched = &vigie_module_entity,
};

/* Fewer than five people are never told apart from none: they are not shown. */
static const char module_sql[] =
  "WITH trained AS MATERIALIZED (SELECT module_id, count (*) AS n FROM"
  "  (SELECT DISTINCT staff_id, module_id FROM completion WHERE completed_on <= ?5) GROUP BY module_id)"
  " SELECT m.id AS id, m.id AS search_id, m.code AS code,"
  " CASE ?6 WHEN 'fr' THEN m.label_fr ELSE ifnull (m.label_en, m.label_fr) END AS title, m.competency AS competency,"
  " m.duration_min AS duration_min, m.validity_months AS validity_months, nullif (max (4,"
  "  ifnull ((SELECT t.n FROM trained t WHERE t.module_id = m.id), 0)"
  "  + (SELECT ifnull (sum (k.trained), 0) FROM completion_count k WHERE k.module_id = m.id AND k.as_of ="
  "     (SELECT max (l.as_of) FROM completion_count l WHERE l.org_unit_id = k.org_unit_id"
  "      AND l.profession_id = k.profession_id AND l.module_id = k.module_id AND l.as_of <= ?5))), 4) AS trained"
  " FROM module m";

static const VigieField barrier_fields[] = {
  [VIGIE_BARRIER_LIST_CODE] = { .name = "code", .label = NC_ ("field", "Code"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_BARRIER_LIST_TITLE] = { .name = "title", .label = NC_ ("field", "Title"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_BARRIER_LIST_FAMILY] = { .name = "family",
                                  .label = NC_ ("field", "Family"),
                                  .type = VIGIE_FIELD_ENUM,
                                  .enum_type = vigie_barrier_family_get_type },
  [VIGIE_BARRIER_LIST_LIKELIHOOD] = { .name = "likelihood",
                                      .label = NC_ ("field", "Likelihood"),
                                      .type = VIGIE_FIELD_INTEGER },
  [VIGIE_BARRIER_LIST_IMPACT] = { .name = "impact", .label = NC_ ("field", "Impact"), .type = VIGIE_FIELD_INTEGER },
  [VIGIE_BARRIER_LIST_STATUS] = { .name = "status",
                                  .label = NC_ ("field", "Status"),
                                  .type = VIGIE_FIELD_ENUM,
                                  .enum_type = vigie_barrier_status_get_type },
  [VIGIE_BARRIER_LIST_OWNER] = { .name = "owner",
                                 .label = NC_ ("field", "Owner (function)"),
                                 .type = VIGIE_FIELD_TEXT },
  [VIGIE_BARRIER_LIST_NEXT_REVIEW_ON] = { .name = "next_review_on",
                                          .label = NC_ ("field", "Next review"),
                                          .type = VIGIE_FIELD_DATE },
};

const VigieList vigie_barrier_list = {
  .entity = { .nick = "barrier_list",
              .label = N_ ("Barrier"),
              .label_plural = N_ ("Barriers"),
              .fields = barrier_fields,
              .n_fields = G_N_ELEMENTS (barrier_fields) },
  .searched = &vigie_barrier_entity,
};

static const char barrier_sql[] =
  "SELECT b.id AS id, b.id AS search_id, b.code AS code, b.title AS title, b.family AS family,"
  " r.likelihood AS likelihood, r.impact AS impact, b.status AS status, b.owner AS owner,"
  " b.next_review_on AS next_review_on"
  " FROM barrier b LEFT JOIN rating r ON r.id = (SELECT x.id FROM rating x WHERE x.barrier_id = b.id"
  "   AND x.tier = 'current' AND x.rated_on <= ?5 ORDER BY x.rated_on DESC LIMIT 1)"
  " WHERE ifnull (b.opened_on, '') <= ?5 AND ?6 IS NOT NULL";

static const VigieField staff_fields[] = {
  [VIGIE_STAFF_LIST_CODE] = { .name = "code", .label = NC_ ("field", "Staff reference"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_STAFF_LIST_SITE] = { .name = "site", .label = NC_ ("field", "Site"), .type = VIGIE_FIELD_TEXT },
  [VIGIE_STAFF_LIST_PROFESSION] = { .name = "profession",
                                    .label = NC_ ("field", "Profession"),
                                    .type = VIGIE_FIELD_TEXT },
  [VIGIE_STAFF_LIST_STARTS_ON] = { .name = "starts_on", .label = NC_ ("field", "Since"), .type = VIGIE_FIELD_DATE },
  [VIGIE_STAFF_LIST_ENDS_ON] = { .name = "ends_on", .label = NC_ ("field", "Until"), .type = VIGIE_FIELD_DATE },
};

const VigieList vigie_staff_list = {
  .entity = { .nick = "staff_list",
              .label = N_ ("Staff reference"),
              .label_plural = N_ ("Staff references"),
              .fields = staff_fields,
              .n_fields = G_N_ELEMENTS (staff_fields) },
  .searched = &vigie_staff_entity,
};

/* The job that was begun last up to the day; where none was begun yet, there is a reference and nothing else. */
static const char staff_sql[] =
  "SELECT s.id AS id, s.id AS search_id, s.code AS code, ifnull (o.short_name, o.name) AS site,"
  " CASE ?6 WHEN 'fr' THEN p.label_fr ELSE ifnull (p.label_en, p.label_fr) END AS profession,"
  " j.starts_on AS starts_on, j.ends_on AS ends_on"
  " FROM staff s LEFT JOIN job j ON j.id = (SELECT x.id FROM job x WHERE x.staff_id = s.id AND x.starts_on <= ?5"
  "   ORDER BY x.starts_on DESC LIMIT 1)"
  " LEFT JOIN org_unit o ON o.id = j.org_unit_id LEFT JOIN profession p ON p.id = j.profession_id";

/**
 * vigie_list_get_sql:
 *
 * Returns: (transfer none): the query of @self, to stand in parentheses in place of a table
 */
const char *
vigie_list_get_sql (const VigieList *self)
{
  static const struct
  {
    const VigieList *list;
    const char *sql;
  } queries[] = {
    { &vigie_system_list, system_sql },
    { &vigie_module_list, module_sql },
    { &vigie_barrier_list, barrier_sql },
    { &vigie_staff_list, staff_sql },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    if (queries[i].list == self)
      return queries[i].sql;
  g_return_val_if_reached (NULL);
}
