// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What stands in a column: whether it can be the values of a field, in which form dates and durations are written,
 * and which value of the register each of its words is.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-draft.h"

#include "vigie-catalogue.h"
#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-fold.h"
#include "vigie-format.h"

#include <string.h>

/* How many values are looked at to see what a column is, and how many names of records are known. */
#define VALUES_RATED 30
#define RECORDS_MAX 20000
/* A shorter word stands in too many others to be one of them. */
#define WORD_LEAST 3

/* --- what the register knows ----------------------------------------------------------------------- */

static void
add_known (GHashTable *known, const char *name, const char *code)
{
  g_autofree char *folded = name != NULL ? vigie_text_fold (name) : NULL;

  if (folded != NULL && *folded != '\0' && !g_hash_table_contains (known, folded))
    g_hash_table_insert (known, g_steal_pointer (&folded), g_strdup (code));
}

/* In the language of the program where there is one in it. */
static void
add_title (GHashTable *titles, const char *code, const char *title)
{
  if (title != NULL && code != NULL)
    g_hash_table_replace (titles, g_strdup (code), g_strdup (title));
}

/* A record by its code and by each of its names, in whatever language the table is. */
static void
add_names (GHashTable *known, GHashTable *titles, VigieRecord *record)
{
  static const char *const names[] = { "code", "short_name", "name", "title", "label_en", "label_fr" };
  const char *other = vigie_language_get () == VIGIE_LANGUAGE_FR ? "label_en" : "label_fr";
  const VigieEntity *entity = vigie_record_get_entity (record);
  int code = vigie_entity_find_field (entity, "code");

  for (gsize i = 0; code >= 0 && i < G_N_ELEMENTS (names); i++)
    {
      int field = vigie_entity_find_field (entity, names[i]);

      if (field < 0)
        continue;
      add_known (known, vigie_record_get_text (record, (guint) field), vigie_record_get_text (record, (guint) code));
      if (i > 0 && (!g_str_equal (names[i], other) ||
                    !g_hash_table_contains (titles, vigie_record_get_text (record, (guint) code))))
        add_title (titles, vigie_record_get_text (record, (guint) code), vigie_record_get_text (record, (guint) field));
    }
}

/**
 * vigie_draft_get_known:
 *
 * Returns: (transfer none): codes and names of the records of @entity, folded, to the code of each. None of the staff:
 *   a reference of one is taken as it comes
 */
GHashTable *
vigie_draft_get_known (VigieDraft *self, const VigieEntity *entity)
{
  VigieQuery query = { .entity = entity, .sort_field = -1, .limit = RECORDS_MAX };
  GHashTable *known = g_hash_table_lookup (self->known, entity);
  GHashTable *titles;
  g_autoptr (GPtrArray) records = NULL;

  if (known != NULL)
    return known;
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->known, (gpointer) entity, known);
  g_hash_table_insert (self->titles, (gpointer) entity, titles);
  if (entity != &vigie_staff_entity && self->store != NULL)
    records = vigie_store_list (self->store, &query, NULL, NULL, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_names (known, titles, g_ptr_array_index (records, i));
  return known;
}

/**
 * vigie_draft_get_title:
 *
 * Returns: (transfer none) (nullable): what people call the record of that code
 */
const char *
vigie_draft_get_title (VigieDraft *self, const VigieEntity *entity, const char *code)
{
  vigie_draft_get_known (self, entity);
  return g_hash_table_lookup (g_hash_table_lookup (self->titles, entity), code);
}

/* --- whether values are those of a field ----------------------------------------------------------- */

static gboolean
can_be (VigieDraft *self, const VigieField *field, VigieMapFormat format, const char *value)
{
  const VigieMapField map = { .format = format, .style = VIGIE_NATIVE_PERSON };
  g_autofree char *text = NULL;

  if (field->type == VIGIE_FIELD_REFERENCE)
    {
      text = vigie_text_fold (value);
      return g_hash_table_contains (vigie_draft_get_known (self, field->reference), text);
    }
  text = vigie_map_field_convert (&map, field, value, NULL);
  return text != NULL;
}

static double
rate (VigieDraft *self, guint column, const VigieField *field, VigieMapFormat format)
{
  const char *values[VALUES_RATED];
  guint n = vigie_table_sample_get_values (self->sample, column, values, VALUES_RATED);
  guint n_can = 0;

  for (guint i = 0; i < n; i++)
    n_can += can_be (self, field, format, values[i]);
  return n > 0 ? (double) n_can / n : 0;
}

static VigieMapFormat
find_format (VigieDraft *self, guint column, const VigieField *field, double *best)
{
  static const VigieMapFormat days[] = { VIGIE_MAP_NATIVE, VIGIE_MAP_DAY, VIGIE_MAP_MONTH_DAY, VIGIE_MAP_MONTH };
  static const VigieMapFormat times[] = { VIGIE_MAP_NATIVE, VIGIE_MAP_DURATION };
  const VigieMapFormat *formats = field->type == VIGIE_FIELD_DATE ? days : times;
  gsize n = field->type == VIGIE_FIELD_DATE     ? G_N_ELEMENTS (days)
            : field->unit == VIGIE_UNIT_MINUTES ? G_N_ELEMENTS (times)
                                                : 1;
  VigieMapFormat found = VIGIE_MAP_NATIVE;

  *best = -1;
  for (gsize i = 0; i < n; i++)
    {
      double share = rate (self, column, field, formats[i]);

      if (share <= *best)
        continue;
      *best = share;
      found = formats[i];
    }
  return found;
}

/**
 * vigie_draft_rate_values:
 *
 * Returns: the share of the column's values that can be values of @field, 0 to 1, in the form that suits them best;
 *   0 for a text, which anything is
 */
double
vigie_draft_rate_values (VigieDraft *self, guint column, const VigieField *field)
{
  double best;

  if (field->type == VIGIE_FIELD_TEXT)
    return 0;
  find_format (self, column, field, &best);
  return best;
}

/* --- which value a word is ------------------------------------------------------------------------- */

static gboolean
is_word_in (const char *word, const char *text)
{
  const char *at = strlen (word) >= WORD_LEAST ? strstr (text, word) : NULL;

  return at != NULL && (at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[strlen (word)]);
}

static gboolean
resembles (const char *name, const char *folded)
{
  g_autofree char *own = vigie_text_fold (name);

  return is_word_in (own, folded) || is_word_in (folded, own);
}

/* The value of an enumeration whose label has a word in common with the text; NULL where none or several have. */
static const char *
guess_enum (const VigieField *field, const char *folded)
{
  GType type = field->enum_type ();
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const char *found = NULL;

  for (guint i = 0; i < class->n_values; i++)
    {
      const char *context;
      const char *label = vigie_enum_get_text (type, class->values[i].value, &context);

      if (!resembles (class->values[i].value_nick, folded) && !resembles (label, folded) &&
          !resembles (vigie_catalogue_lookup (VIGIE_LANGUAGE_FR, context, label), folded))
        continue;
      if (found != NULL)
        return NULL;
      found = class->values[i].value_nick;
    }
  return found;
}

/* What is surely or probably meant; NULL where a person has to say. */
static char *
dup_meant (VigieDraft *self, const VigieField *field, const char *value)
{
  const VigieMapField map = { .style = VIGIE_NATIVE_PERSON };
  g_autofree char *folded = vigie_text_fold (value);

  if (field->type == VIGIE_FIELD_REFERENCE)
    return g_strdup (g_hash_table_lookup (vigie_draft_get_known (self, field->reference), folded));
  if (can_be (self, field, VIGIE_MAP_NATIVE, value))
    return vigie_map_field_convert (&map, field, value, NULL);
  return field->type == VIGIE_FIELD_ENUM ? g_strdup (guess_enum (field, folded)) : NULL;
}

/* Whether a code stands as it is in the register, which then finds it. */
static gboolean
is_read_as_is (VigieDraft *self, const VigieField *field, const char *value)
{
  g_autofree char *folded = NULL;

  if (field->type != VIGIE_FIELD_REFERENCE)
    return can_be (self, field, VIGIE_MAP_NATIVE, value);
  folded = vigie_text_fold (value);
  return g_strcmp0 (g_hash_table_lookup (vigie_draft_get_known (self, field->reference), folded), value) == 0;
}

static void
settle_values (VigieDraft *self, VigieMatch *match, guint column, const VigieField *field)
{
  GPtrArray *values = g_ptr_array_index (self->sample->values, column);
  gboolean all = TRUE;

  if (values == NULL || field->reference == &vigie_staff_entity)
    return;
  for (guint i = 0; i < values->len; i++)
    all &= is_read_as_is (self, field, g_ptr_array_index (values, i));
  if (all)
    return;
  match->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < values->len; i++)
    {
      char *meant = dup_meant (self, field, g_ptr_array_index (values, i));

      if (meant != NULL)
        g_hash_table_replace (match->values, vigie_text_fold (g_ptr_array_index (values, i)), meant);
    }
}

/* "Durée (h)", "Nb heures": numbers of hours. */
static gboolean
counts_hours (const char *column)
{
  g_autofree char *folded = vigie_text_fold (column);

  return strstr (folded, "heure") != NULL || strstr (folded, "(h)") != NULL || strstr (folded, "hour") != NULL;
}

/**
 * vigie_draft_settle:
 *
 * Finds in which form a column is written that is a field, and what its words are in the register.
 */
void
vigie_draft_settle (VigieDraft *self, guint column)
{
  VigieMatch *match = &self->matches[column];
  const VigieField *field = match->entity != NULL ? &match->entity->fields[match->field] : NULL;
  double best;

  g_clear_pointer (&match->values, g_hash_table_unref);
  match->format = VIGIE_MAP_NATIVE;
  if (field == NULL || field->type == VIGIE_FIELD_TEXT)
    return;
  if (field->type == VIGIE_FIELD_DATE || field->type == VIGIE_FIELD_INTEGER)
    match->format = find_format (self, column, field, &best);
  else
    settle_values (self, match, column, field);
  if (field->unit == VIGIE_UNIT_MINUTES && match->format == VIGIE_MAP_NATIVE &&
      counts_hours (self->sample->columns[column]))
    match->format = VIGIE_MAP_HOURS;
}
