// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Tables that need no mapping: their columns are the fields of the kind, by name or by label in French
 * or in English. A column that is no field is refused rather than passed over: it may be a misspelt
 * one, or hold what a register must not, such as names of persons. A file with more columns takes a
 * mapping.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapping.h"

#include "vigie-draft.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The kinds that have a name of their own; any other kind is an entity. */
static const struct
{
  const char *name;
  const VigieEntity *entity;
} kinds[] = {
  { "projects", &vigie_system_entity },        { "staff", &vigie_job_entity },
  { "completions", &vigie_completion_entity }, { "counts", &vigie_completion_count_entity },
  { "barriers", &vigie_barrier_entity },       { "survey", &vigie_survey_result_entity },
  { "incidents", &vigie_incident_entity },     { "actions", &vigie_action_entity },
  { "decisions", &vigie_decision_entity },     { "meetings", &vigie_meeting_entity },
  { "sites", &vigie_org_unit_entity },         { "professions", &vigie_profession_entity },
  { "modules", &vigie_module_entity },         { "requirements", &vigie_requirement_entity },
  { "users", &vigie_user_group_entity },
};

/* Other names of columns, where a label alone would not do. */
static const struct
{
  const VigieEntity *entity;
  guint field;
  const char *name;
} aliases[] = {
  { &vigie_job_entity, VIGIE_JOB_STAFF, "code" },
  { &vigie_job_entity, VIGIE_JOB_STAFF, "matricule" },
  { &vigie_completion_entity, VIGIE_COMPLETION_STAFF, "matricule" },
  { &vigie_stage_event_entity, VIGIE_STAGE_EVENT_OCCURRED_ON, "since" },
  { &vigie_stage_event_entity, VIGIE_STAGE_EVENT_OCCURRED_ON, "depuis" },
  { &vigie_deployment_entity, VIGIE_DEPLOYMENT_CODE, "deployment" },
};

typedef struct
{
  const char *file;
  const char *const *columns;
  char **folded;
  gboolean *used;
  const VigieMatch *matches; /* one a column, where it is known which field it is; else %NULL */
  GHashTable *constants;     /* "entity.field" to the text that it has in every row; may be %NULL */
} Table;

/**
 * vigie_kind_to_entity:
 * @kind: (nullable): what `--kind` says
 *
 * Returns: (transfer none) (nullable): what a row of that kind is; %NULL where there is no such kind
 */
const VigieEntity *
vigie_kind_to_entity (const char *kind)
{
  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, kind))
      return kinds[i].entity;
  return g_strcmp0 (kind, "staff") != 0 ? vigie_entity_from_nick (kind) : NULL;
}

/**
 * vigie_kind_dup_names:
 *
 * Returns: (transfer full): every kind that has a name of its own, joined by ", ", for messages
 */
char *
vigie_kind_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].name);
  return g_string_free_and_steal (names);
}

static gboolean
is_alias (const VigieEntity *entity, guint field, const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (aliases[i].entity == entity && aliases[i].field == field && g_str_equal (aliases[i].name, folded))
      return TRUE;
  return FALSE;
}

/* Whether the column is the field: by its own name, or with the entity before it, as in system.code. */
static gboolean
names_field (const VigieEntity *entity, guint field, const char *folded, VigieNativeStyle *style)
{
  g_autofree char *full = g_strdup_printf ("%s.%s", entity->nick, entity->fields[field].name);

  *style = VIGIE_NATIVE_MACHINE;
  return g_str_equal (full, folded) || is_alias (entity, field, folded) ||
         vigie_native_names_field (&entity->fields[field], folded, style);
}

/* The column of a field: its index, -1 where there is none, -2 with @error where there are two. */
static int
find_column (Table *table, const VigieEntity *entity, guint field, VigieNativeStyle *style, GError **error)
{
  int found = -1;

  for (int i = 0; table->columns[i] != NULL; i++)
    {
      VigieNativeStyle this_style;

      if (table->used[i] || !names_field (entity, field, table->folded[i], &this_style))
        continue;
      if (found >= 0)
        {
          g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN,
                       /* Translators: %1$s is a file, %2$s and %3$s columns, %4$s a field */
                       _ ("“%1$s”: the columns “%2$s” and “%3$s” are both the field “%4$s”. Remove one."), table->file,
                       table->columns[found], table->columns[i], entity->fields[field].name);
          return -2;
        }
      found = i;
      *style = this_style;
    }
  if (found >= 0)
    table->used[found] = TRUE;
  return found;
}

static gboolean
refuse_missing (const Table *table, const VigieEntity *entity, guint field, GError **error)
{
  g_autofree char *found = g_strjoinv (", ", (char **) table->columns);
  g_autofree char *fields = vigie_entity_dup_field_names (entity);

  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN,
               /* Translators: %1$s is a file, %2$s a field, %3$s its label, %4$s and %5$s lists */
               _ ("“%1$s” has no column “%2$s” (%3$s). Its columns are: %4$s. The fields are: %5$s."), table->file,
               entity->fields[field].name, vigie_field_get_label (&entity->fields[field]), found, fields);
  return FALSE;
}

static gboolean
refuse_unknown (const Table *table, const VigieEntity *entity, GError **error)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  g_autofree char *fields = vigie_entity_dup_field_names (entity);

  for (gsize i = 0; table->columns[i] != NULL; i++)
    if (!table->used[i] && *table->columns[i] != '\0')
      g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", table->columns[i]);
  if (unknown->len == 0)
    return TRUE;
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN,
               /* Translators: %1$s is a file, %2$s and %3$s are lists */
               _ ("“%1$s” has columns that are no fields: %2$s. The fields are: %3$s. "
                  "Remove those columns, or import with a mapping, which passes over them."),
               table->file, unknown->str, fields);
  return FALSE;
}

/* How a column is read, as it was found out or chosen. */
static void
take_match (VigieMapField *map, const VigieMatch *match)
{
  GHashTableIter iter;
  gpointer key, value;

  map->style = match->style;
  map->format = match->format;
  if (match->values == NULL)
    return;
  map->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, match->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (map->values, g_strdup (key), g_strdup (value));
}

static const char *
find_constant (const Table *table, const VigieEntity *entity, guint field)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", entity->nick, entity->fields[field].name);

  return table->constants != NULL ? g_hash_table_lookup (table->constants, name) : NULL;
}

/* Whether the field is the same in every row. */
static gboolean
add_constant (VigieMapRecord *record, const Table *table, guint field)
{
  const char *constant = find_constant (table, record->entity, field);

  if (constant == NULL)
    return FALSE;
  vigie_map_record_add_field (record, field)->constant = g_strdup (constant);
  return TRUE;
}

/* Adds what is read from a column for each field that has one, and none of those in @given. */
static gboolean
add_columns (VigieMapRecord *record, Table *table, guint64 given, GError **error)
{
  const VigieEntity *entity = record->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      VigieNativeStyle style;
      VigieMapField *map;
      int column;

      if (given & (G_GUINT64_CONSTANT (1) << i))
        continue;
      column = find_column (table, entity, i, &style, error);
      if (column == -2)
        return FALSE;
      if (column == -1)
        {
          if (!add_constant (record, table, i) && (entity->fields[i].flags & VIGIE_FIELD_REQUIRED) != 0)
            return refuse_missing (table, entity, i, error);
          continue;
        }
      map = vigie_map_record_add_field (record, i);
      map->column = g_strdup (table->columns[column]);
      map->style = style;
      if (table->matches != NULL)
        take_match (map, &table->matches[column]);
    }
  return TRUE;
}

static void
add_template (VigieMapRecord *record, guint field, const char *template)
{
  vigie_map_record_add_field (record, field)->template = vigie_map_template_parse (template);
}

static const char *
column_of (const VigieMapRecord *record, guint field)
{
  for (guint i = 0; i < record->fields->len; i++)
    {
      const VigieMapField *map = g_ptr_array_index (record->fields, i);

      if (map->field == field)
        return map->column;
    }
  return NULL;
}

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* The code of a deployment: what its own column holds, else made of the system and the site, which a column has or
   which is one in every row. */
static char *
dup_deployment_template (Table *table, const char *system, const char *site)
{
  const char *constant = find_constant (table, &vigie_deployment_entity, VIGIE_DEPLOYMENT_ORG_UNIT);

  for (int i = 0; table->columns[i] != NULL; i++)
    if (!table->used[i] && (g_str_equal (table->folded[i], "deployment.code") ||
                            is_alias (&vigie_deployment_entity, VIGIE_DEPLOYMENT_CODE, table->folded[i])))
      {
        table->used[i] = TRUE;
        return g_strdup_printf ("{%s}", table->columns[i]);
      }
  return site != NULL ? g_strdup_printf ("{%s}@{%s}", system, site) : g_strdup_printf ("{%s}@%s", system, constant);
}

/* Where the system is at work, in a row that names a site. Returns the template of its code. */
static char *
add_deployment (VigieMapping *mapping, Table *table, const char *system, GError **error)
{
  VigieMapRecord *record = vigie_mapping_add_record (mapping, &vigie_deployment_entity);
  const char *site;
  char *template;

  if (!add_columns (record, table, BIT (VIGIE_DEPLOYMENT_CODE) | BIT (VIGIE_DEPLOYMENT_SYSTEM), error))
    return NULL;
  site = column_of (record, VIGIE_DEPLOYMENT_ORG_UNIT);
  template = dup_deployment_template (table, system, site);
  add_template (record, VIGIE_DEPLOYMENT_CODE, template);
  vigie_map_record_add_field (record, VIGIE_DEPLOYMENT_SYSTEM)->column = g_strdup (system);
  if (site != NULL)
    g_ptr_array_add (record->when, vigie_map_condition_new (site));
  return template;
}

static gboolean
add_stage (VigieMapping *mapping, Table *table, const char *deployment_template, GError **error)
{
  VigieMapRecord *record = vigie_mapping_add_record (mapping, &vigie_stage_event_entity);

  if (!add_columns (record, table, BIT (VIGIE_STAGE_EVENT_DEPLOYMENT) | BIT (VIGIE_STAGE_EVENT_BASIS), error))
    return FALSE;
  add_template (record, VIGIE_STAGE_EVENT_DEPLOYMENT, deployment_template);
  vigie_map_record_add_field (record, VIGIE_STAGE_EVENT_BASIS)->constant =
    g_strdup (vigie_enum_to_nick (VIGIE_TYPE_STAGE_BASIS, VIGIE_STAGE_BASIS_EVENT));
  if (column_of (record, VIGIE_STAGE_EVENT_STAGE) != NULL)
    g_ptr_array_add (record->when, vigie_map_condition_new (column_of (record, VIGIE_STAGE_EVENT_STAGE)));
  return TRUE;
}

static gboolean
has_column (const Table *table, const VigieEntity *entity, guint field)
{
  VigieNativeStyle style;

  for (gsize i = 0; table->columns[i] != NULL; i++)
    if (names_field (entity, field, table->folded[i], &style))
      return TRUE;
  return find_constant (table, entity, field) != NULL;
}

/* Names of columns stand in the template of a deployment's code, between braces. */
static gboolean
check_names (const Table *table, GError **error)
{
  for (gsize i = 0; table->columns[i] != NULL; i++)
    if (strpbrk (table->columns[i], "{}") != NULL)
      {
        g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN,
                     /* Translators: %1$s is a file, %2$s a column */
                     _ ("“%1$s”: the name of the column “%2$s” holds a brace. Rename it."), table->file,
                     table->columns[i]);
        return FALSE;
      }
  return TRUE;
}

/* What a row of a table of projects makes beside the system: its deployment and the stage of that. */
static gboolean
add_project (VigieMapping *mapping, const VigieMapRecord *system, Table *table, GError **error)
{
  const char *code = column_of (system, VIGIE_SYSTEM_CODE);
  g_autofree char *template = NULL;

  if (!has_column (table, &vigie_deployment_entity, VIGIE_DEPLOYMENT_ORG_UNIT))
    return TRUE;
  if (!check_names (table, error))
    return FALSE;
  template = add_deployment (mapping, table, code, error);
  if (template == NULL)
    return FALSE;
  return !has_column (table, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_STAGE) ||
         add_stage (mapping, table, template, error);
}

/* The records that a row of @kind makes. */
static VigieMapping *
make (const char *kind, const VigieEntity *entity, Table *table, GError **error)
{
  g_autoptr (VigieMapping) mapping = vigie_mapping_new (kind);
  VigieMapRecord *record = vigie_mapping_add_record (mapping, entity);

  mapping->kind = g_strdup (kind);
  if (!add_columns (record, table, 0, error))
    return NULL;
  if (entity == &vigie_system_entity && !add_project (mapping, record, table, error))
    return NULL;
  return g_steal_pointer (&mapping);
}

/**
 * vigie_mapping_new_native:
 * @kind: what a row is
 * @file: the table, for messages
 * @columns: (array zero-terminated=1): its columns
 *
 * Returns: (transfer full): how such a table becomes records; %NULL with @error, which says which
 *   column is missing or is no field, and which there are
 */
VigieMapping *
vigie_mapping_new_native (const char *kind, const char *file, const char *const *columns, GError **error)
{
  const VigieEntity *entity = vigie_kind_to_entity (kind);
  guint n = g_strv_length ((char **) columns);
  g_auto (GStrv) folded = g_new0 (char *, n + 1);
  g_autofree gboolean *used = g_new0 (gboolean, n + 1);
  Table table = { .file = file, .columns = columns, .folded = folded, .used = used };
  g_autoptr (VigieMapping) mapping = NULL;

  g_return_val_if_fail (entity != NULL, NULL);

  for (guint i = 0; i < n; i++)
    folded[i] = vigie_text_fold (columns[i]);
  mapping = make (kind, entity, &table, error);
  return mapping != NULL && refuse_unknown (&table, entity, error) ? g_steal_pointer (&mapping) : NULL;
}

/* A column that is a field of a deployment is of none where the row names no site. */
static gboolean
refuse_unused (const Table *table, GError **error)
{
  for (gsize i = 0; table->columns[i] != NULL; i++)
    if (table->matches[i].entity != NULL && !table->used[i])
      return refuse_missing (table, &vigie_deployment_entity, VIGIE_DEPLOYMENT_ORG_UNIT, error);
  return TRUE;
}

/**
 * vigie_mapping_new_matched:
 * @matches: which field each of @columns is, and how it is read
 * @constants: "entity.field" to the canonical text that it has in every row
 *
 * As vigie_mapping_new_native(), where it is known which field each column is; the others are passed over.
 *
 * Returns: (transfer full): how such a table becomes records; %NULL with @error, which says what is missing
 */
VigieMapping *
vigie_mapping_new_matched (const char *kind, const char *file, const char *const *columns, const VigieMatch *matches,
                           GHashTable *constants, GError **error)
{
  const VigieEntity *entity = vigie_kind_to_entity (kind);
  guint n = g_strv_length ((char **) columns);
  g_auto (GStrv) folded = g_new0 (char *, n + 1);
  g_autofree gboolean *used = g_new0 (gboolean, n + 1);
  Table table = { file, columns, folded, used, matches, constants };
  g_autoptr (VigieMapping) mapping = NULL;

  g_return_val_if_fail (entity != NULL, NULL);

  for (guint i = 0; i < n; i++)
    folded[i] = matches[i].entity != NULL
                  ? g_strdup_printf ("%s.%s", matches[i].entity->nick, matches[i].entity->fields[matches[i].field].name)
                  : g_strdup ("");
  mapping = make (kind, entity, &table, error);
  return mapping != NULL && refuse_unused (&table, error) ? g_steal_pointer (&mapping) : NULL;
}
