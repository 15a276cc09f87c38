// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether a register is whole: the file by SQLite's own check, which looks at pages, indexes, the full
 * text index and types; its schema against the one that this program makes; references; what holds for
 * a value, between the fields of a record and between records; that search finds every record; that
 * what was added up is what the records add up to; and that the journal is what was written.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-check.h"

#include "vigie-entities.h"
#include "vigie-facts-rows.h"
#include "vigie-journal.h"
#include "vigie-migrations.h"
#include "vigie-rollups.h"
#include "vigie-schema.h"
#include "vigie-table-sql.h"
#include "vigie-table.h"
#include "vigie-wholeness.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many findings of one kind are told: a damaged file has no end of them. */
#define FINDINGS_MAX 100
#define LIMIT " LIMIT 100"
#define WORDS_MAX "2000"

typedef struct
{
  VigieConnection *connection;
  GPtrArray *findings;
} Check;

/* What holds between records. Each statement gives the ids of those that break it. */
static const struct
{
  const VigieEntity *entity;
  guint field;
  const char *sql;
  const char *message;
} rules[] = {
  { &vigie_org_unit_entity, VIGIE_ORG_UNIT_PARENT,
    "WITH RECURSIVE up (id, above) AS ("
    " SELECT id, parent_id FROM org_unit WHERE parent_id IS NOT NULL"
    " UNION SELECT up.id, o.parent_id FROM up JOIN org_unit o ON o.id = up.above WHERE o.parent_id IS NOT NULL)"
    " SELECT DISTINCT id FROM up WHERE id = above" LIMIT,
    N_ ("it is part of itself") },
  { &vigie_evidence_entity, VIGIE_EVIDENCE_DEPLOYMENT,
    "SELECT e.id FROM evidence e JOIN deployment d ON d.id = e.deployment_id WHERE d.system_id <> e.system_id" LIMIT,
    N_ ("the deployment is of another system than the evidence") },
  { &vigie_survey_result_entity, VIGIE_SURVEY_RESULT_ANSWERS,
    "SELECT r.id FROM survey_result r JOIN survey s ON s.id = r.survey_id WHERE r.answers > s.answers" LIMIT,
    N_ ("more answers than the survey had") },
};

void
vigie_finding_free (VigieFinding *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->kind);
  g_free (self->record);
  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

static void
add_finding (Check *self, const char *kind, const char *record, const char *field, const char *message)
{
  VigieFinding *finding = g_new0 (VigieFinding, 1);

  finding->kind = g_strdup (kind);
  finding->record = g_strdup (record);
  finding->field = g_strdup (field);
  finding->message = g_strdup (message);
  g_ptr_array_add (self->findings, finding);
}

/* The key of a record as people know it; its row where it has none that can be read. */
static char *
dup_key (Check *self, const VigieEntity *entity, gint64 id)
{
  g_autofree char *sql = vigie_table_sql_read (entity);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (self->connection, sql, NULL);
  g_autoptr (VigieRecord) record = NULL;

  if (statement == NULL)
    return g_strdup_printf ("%" PRId64, id);
  vigie_statement_bind_integer (statement, 1, id);
  if (!vigie_statement_step (statement, NULL))
    return g_strdup_printf ("%" PRId64, id);
  record = vigie_table_read_row (entity, statement, 0);
  return vigie_record_dup_key (record);
}

static void
add_record (Check *self, const VigieEntity *entity, gint64 id, const char *field, const char *message)
{
  g_autofree char *key = dup_key (self, entity, id);

  add_finding (self, entity->nick, key, field, message);
}

static gboolean
succeed (GError *failure, GError **error)
{
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Runs @sql, whose first column is an id, and adds a finding for each row. */
static gboolean
add_each (Check *self, const VigieEntity *entity, const char *sql, const char *field, const char *message,
          GError **error)
{
  GError *local = NULL;
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (self->connection, sql, &local);

  while (statement != NULL && vigie_statement_step (statement, &local))
    add_record (self, entity, vigie_statement_get_integer (statement, 0), field, message);
  return succeed (local, error);
}

static gboolean
check_integrity (Check *self, GError **error)
{
  GError *local = NULL;
  g_autoptr (VigieStatement) statement = NULL;
  guint before = self->findings->len;

  statement = vigie_connection_prepare (self->connection, "PRAGMA integrity_check", &local);
  while (statement != NULL && vigie_statement_step (statement, &local))
    /* That a CHECK is broken is told by our own statements, which name the record and the field. */
    if (vigie_wholeness_is_damage (vigie_statement_get_text (statement, 0)))
      add_finding (self, NULL, NULL, NULL, vigie_statement_get_text (statement, 0));
  return succeed (local, error) && self->findings->len == before;
}

static gboolean
check_schema (Check *self, GError **error)
{
  g_autoptr (GPtrArray) faults = vigie_schema_find_faults (self->connection, VIGIE_SCHEMA_VERSION, error);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const VigieSchemaFault *fault = g_ptr_array_index (faults, i);

      add_finding (self, NULL, NULL, fault->name, fault->message);
    }
  return faults != NULL && faults->len == 0;
}

static gboolean
check_references (Check *self, GError **error)
{
  GError *local = NULL;
  g_autoptr (VigieStatement) statement = NULL;
  guint n = 0;

  statement = vigie_connection_prepare (self->connection,
                                        "SELECT c.\"table\", c.rowid, f.\"from\""
                                        " FROM pragma_foreign_key_check c"
                                        " JOIN pragma_foreign_key_list (c.\"table\") f ON f.id = c.fkid",
                                        &local);
  while (statement != NULL && n++ < FINDINGS_MAX && vigie_statement_step (statement, &local))
    {
      const VigieEntity *entity = vigie_entity_from_nick (vigie_statement_get_text (statement, 0));

      if (entity != NULL)
        add_record (self, entity, vigie_statement_get_integer (statement, 1), vigie_statement_get_text (statement, 2),
                    _ ("it names a record that does not exist"));
    }
  return succeed (local, error);
}

/* What holds for a value, from the field table: SQLite says of a CHECK only its table. */
static char *
dup_value_rule (const VigieField *field)
{
  g_autoptr (GString) nicks = NULL;
  g_autoptr (GEnumClass) class = NULL;

  switch (field->type)
    {
    case VIGIE_FIELD_TEXT:
      return g_strdup_printf ("length (%s) NOT BETWEEN 1 AND %zu", field->name, vigie_field_get_text_max (field));
    case VIGIE_FIELD_DATE:
      return g_strdup_printf ("date (%1$s) IS NOT %1$s", field->name);
    case VIGIE_FIELD_BOOLEAN:
      return g_strdup_printf ("%s NOT IN (0, 1)", field->name);
    case VIGIE_FIELD_INTEGER:
      if (field->minimum == 0 && field->maximum == 0)
        return NULL;
      return g_strdup_printf ("%s NOT BETWEEN %" PRId64 " AND %" PRId64, field->name, field->minimum, field->maximum);
    case VIGIE_FIELD_ENUM:
      class = g_type_class_ref (field->enum_type ());
      nicks = g_string_new (NULL);
      for (guint i = 0; i < class->n_values; i++)
        g_string_append_printf (nicks, "%s'%s'", i > 0 ? ", " : "", class->values[i].value_nick);
      return g_strdup_printf ("%s NOT IN (%s)", field->name, nicks->str);
    case VIGIE_FIELD_REFERENCE:
    default:
      return NULL;
    }
}

static gboolean
check_value (Check *self, const VigieEntity *entity, const VigieField *field, GError **error)
{
  g_autofree char *rule = dup_value_rule (field);
  g_autofree char *sql = NULL;

  if (rule == NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT id FROM %s WHERE %s IS NOT NULL AND %s" LIMIT, entity->nick, field->name, rule);
  return add_each (self, entity, sql, field->name, _ ("it holds what is no value of the field"), error);
}

static gboolean
check_order (Check *self, const VigieEntity *entity, const VigieOrder *order, GError **error)
{
  const char *lesser = entity->fields[order->lesser].name;
  const char *greater = entity->fields[order->greater].name;
  g_autofree char *sql = NULL;
  g_autofree char *message = NULL;

  sql = g_strdup_printf ("SELECT id FROM %s WHERE %s < %s" LIMIT, entity->nick, greater, lesser);
  /* Translators: %s is another field of the same record */
  message = g_strdup_printf (_ ("it is less than, or before, %s"), lesser);
  return add_each (self, entity, sql, greater, message, error);
}

static int
find_searched_text (const VigieEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == VIGIE_FIELD_TEXT && (entity->fields[i].flags & VIGIE_FIELD_SEARCHABLE) != 0)
      return (int) i;
  return -1;
}

/* As a phrase of the full text index; %NULL where it has no word. */
static char *
dup_phrase (const char *text)
{
  gboolean any = FALSE;
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  for (const char *c = text; c != NULL && *c != '\0' && !any; c = g_utf8_next_char (c))
    any = g_unichar_isalnum (g_utf8_get_char_validated (c, -1));
  if (!any)
    return NULL;
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  return g_strdup_printf ("\"%s\"", doubled);
}

/* That a record is in the index does not say that its words are: they are looked for, of so many records at most. */
static gboolean
check_words (Check *self, const VigieEntity *entity, GError **error)
{
  const int field = find_searched_text (entity);
  g_autofree char *sql = NULL;
  g_autoptr (VigieStatement) records = NULL;
  g_autoptr (VigieStatement) find = NULL;
  GError *local = NULL;

  if (field < 0)
    return TRUE;
  sql = g_strdup_printf ("SELECT id, %1$s FROM %2$s WHERE %1$s IS NOT NULL"
                         " AND id %% (SELECT 1 + ifnull (max (id), 0) / " WORDS_MAX " FROM %2$s) = 0",
                         entity->fields[field].name, entity->nick);
  records = vigie_connection_prepare (self->connection, sql, error);
  find = records != NULL ? vigie_connection_prepare (self->connection,
                                                     "SELECT 1 FROM search WHERE search MATCH ?1 AND rowid = ?2", error)
                         : NULL;
  while (find != NULL && local == NULL && vigie_statement_step (records, &local))
    {
      gint64 id = vigie_statement_get_integer (records, 0);
      g_autofree char *phrase = dup_phrase (vigie_statement_get_text (records, 1));

      if (phrase == NULL)
        continue;
      vigie_statement_bind_text (find, 1, phrase);
      vigie_statement_bind_integer (find, 2, id * VIGIE_SEARCH_STRIDE + vigie_entity_search_number (entity));
      if (!vigie_statement_step (find, &local) && local == NULL)
        add_record (self, entity, id, entity->fields[field].name, _ ("search does not find it"));
      vigie_statement_reset (find);
    }
  return find != NULL && succeed (local, error);
}

static gboolean
check_search (Check *self, const VigieEntity *entity, GError **error)
{
  guint before = self->findings->len;
  const int number = vigie_entity_search_number (entity);
  g_autofree char *missing = NULL;
  g_autofree char *stray = NULL;

  missing = g_strdup_printf ("SELECT t.id FROM %s t"
                             " WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.rowid = t.id * %d + %d)" LIMIT,
                             entity->nick, VIGIE_SEARCH_STRIDE, number);
  stray = g_strdup_printf ("SELECT s.rowid / %1$d FROM search s WHERE s.rowid %% %1$d = %2$d"
                           " AND NOT EXISTS (SELECT 1 FROM %3$s t WHERE t.id = s.rowid / %1$d)" LIMIT,
                           VIGIE_SEARCH_STRIDE, number, entity->nick);
  return add_each (self, entity, missing, NULL, _ ("search does not find it"), error) &&
         add_each (self, entity, stray, NULL, _ ("search finds it, and it does not exist"), error) &&
         (self->findings->len > before || check_words (self, entity, error));
}

static gboolean
check_entity (Check *self, const VigieEntity *entity, GError **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (!check_value (self, entity, &entity->fields[i], error))
      return FALSE;
  for (guint i = 0; i < entity->n_orders; i++)
    if (!check_order (self, entity, &entity->orders[i], error))
      return FALSE;
  return !vigie_entity_is_searchable (entity) || check_search (self, entity, error);
}

static gboolean
check_records (Check *self, GError **error)
{
  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    if (!check_entity (self, *entity, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!add_each (self, rules[i].entity, rules[i].sql, rules[i].entity->fields[rules[i].field].name,
                   gettext (rules[i].message), error))
      return FALSE;
  return TRUE;
}

/* What a meeting saw is what it was. */
static gboolean
check_exhibits (Check *self, GError **error)
{
  GError *local = NULL;
  g_autoptr (VigieStatement) statement =
    vigie_connection_prepare (self->connection, "SELECT id, content, sha256 FROM exhibit", &local);

  while (statement != NULL && vigie_statement_step (statement, &local))
    {
      g_autofree char *hash =
        g_compute_checksum_for_string (G_CHECKSUM_SHA256, vigie_statement_get_text (statement, 1), -1);

      if (!g_str_equal (hash, vigie_statement_get_text (statement, 2)))
        add_record (self, &vigie_exhibit_entity, vigie_statement_get_integer (statement, 0), "content",
                    _ ("it is no longer what the meeting saw: its SHA-256 differs"));
    }
  return succeed (local, error);
}

/* What is wrong is no longer kept, and the register answers itself. */
static gboolean
check_kept (Check *self, GError **error)
{
  guint n_wrong = 0;
  gboolean done = vigie_connection_execute (self->connection, "BEGIN DEFERRED", error) &&
                  vigie_facts_rows_compare (self->connection, TRUE, &n_wrong, error);

  vigie_connection_rollback (self->connection);
  if (n_wrong > 0)
    add_finding (self, NULL, NULL, NULL,
                 _ ("it was changed by another program, past the journal: numbers may have been shown as they were "
                    "before, and are as they should from now on"));
  return done;
}

static void
check_journal (Check *self, GError **error)
{
  g_autofree char *fault = vigie_journal_find_fault (self->connection, error);

  if (fault != NULL)
    add_finding (self, NULL, NULL, _ ("journal"), fault);
}

/**
 * vigie_check_register:
 * @connection: to a register
 *
 * Looks for what no register should hold. Where the file or its schema is damaged it looks no further:
 * what the rest would say could not be relied on.
 *
 * Returns: (transfer full) (element-type VigieFinding): what was found, empty where the register is whole;
 *   %NULL with @error where the check could not be done
 */
GPtrArray *
vigie_check_register (VigieConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_finding_free);
  Check check = { connection, findings };
  GError *local = NULL;

  if (check_schema (&check, &local) && check_integrity (&check, &local) && check_references (&check, &local))
    if (check_records (&check, &local) && check_exhibits (&check, &local) &&
        vigie_rollups_compare (connection, findings, &local) && check_kept (&check, &local))
      check_journal (&check, &local);
  if (g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED))
    {
      add_finding (&check, NULL, NULL, NULL, local->message);
      g_clear_error (&local);
    }
  return succeed (local, error) ? g_steal_pointer (&findings) : NULL;
}
