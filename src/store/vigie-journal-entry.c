// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * An entry of the journal, and the sentence that tells it in the reader's language.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-journal-entry.h"

#include "vigie-changeset.h"
#include "vigie-entities.h"
#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const char *const kind_nicks[] = { "founding", "edit", "import", "undo", "redo" };

void
vigie_journal_entry_free (VigieJournalEntry *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->of, vigie_journal_entry_free);
  g_free (self->entered_at);
  g_free (self->author);
  g_free (self->file);
  g_free (self->record);
  g_free (self->counts);
  g_free (self->previous);
  g_free (self->hash);
  g_free (self);
}

const char *
vigie_journal_kind_to_nick (VigieJournalKind kind)
{
  return kind_nicks[kind];
}

/**
 * vigie_journal_kind_from_nick:
 *
 * Returns: %FALSE where @nick is none
 */
gboolean
vigie_journal_kind_from_nick (const char *nick, VigieJournalKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_nicks); i++)
    if (g_strcmp0 (nick, kind_nicks[i]) == 0)
      {
        *kind = (VigieJournalKind) i;
        return TRUE;
      }
  return FALSE;
}

/* Adds up @change of the items that are of @entity, or of any; @only is the entity where all are of one. */
static gint64
add_up (const VigieJournalEntry *self, const VigieEntity *entity, guint change, const VigieEntity **only)
{
  g_auto (GStrv) items = g_strsplit (self->counts != NULL ? self->counts : "", ";", -1);
  gint64 sum = 0;

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], " ", -1);
      const VigieEntity *found =
        g_strv_length (words) == 1 + VIGIE_N_CHANGES ? vigie_entity_from_nick (words[0]) : NULL;

      if (found == NULL || (entity != NULL && found != entity))
        continue;
      sum += g_ascii_strtoll (words[1 + change], NULL, 10);
      if (only != NULL)
        *only = i == 0 ? found : NULL;
    }
  return sum;
}

/**
 * vigie_journal_entry_count:
 * @entity: (nullable): whose records; %NULL for all
 * @change: a #VigieChangeKind
 *
 * Returns: how many rows were so changed
 */
gint64
vigie_journal_entry_count (const VigieJournalEntry *self, const VigieEntity *entity, guint change)
{
  g_return_val_if_fail (self != NULL && change < VIGIE_N_CHANGES, 0);

  return add_up (self, entity, change, NULL);
}

/* As in: 1,000 added, 3 changed, 2 deleted. */
static char *
dup_numbers (const VigieJournalEntry *self)
{
  g_autofree char *added = vigie_format_integer (vigie_journal_entry_count (self, NULL, VIGIE_CHANGE_ADDED));
  g_autofree char *changed = vigie_format_integer (vigie_journal_entry_count (self, NULL, VIGIE_CHANGE_CHANGED));
  g_autofree char *deleted = vigie_format_integer (vigie_journal_entry_count (self, NULL, VIGIE_CHANGE_DELETED));

  if (vigie_journal_entry_count (self, NULL, VIGIE_CHANGE_DELETED) > 0)
    /* Translators: numbers of records in a change */
    return g_strdup_printf (_ ("added: %1$s, changed: %2$s, deleted: %3$s"), added, changed, deleted);
  if (vigie_journal_entry_count (self, NULL, VIGIE_CHANGE_CHANGED) == 0)
    /* Translators: a number of records */
    return g_strdup_printf (_ ("added: %s"), added);
  /* Translators: numbers of records in a change */
  return g_strdup_printf (_ ("added: %1$s, changed: %2$s"), added, changed);
}

static char *
dup_edit_sentence (const VigieJournalEntry *self)
{
  const VigieEntity *entity = NULL;
  gint64 added = add_up (self, NULL, VIGIE_CHANGE_ADDED, &entity);
  g_autofree char *numbers = NULL;

  if (self->record != NULL && entity != NULL && vigie_journal_entry_count (self, NULL, VIGIE_CHANGE_DELETED) > 0)
    /* Translators: %1$s is the code of a record, %2$s what it is, as in: Deletion of “IA-12” (AI system) */
    return g_strdup_printf (_ ("Deletion of “%1$s” (%2$s)"), self->record, vigie_entity_get_label (entity));
  if (self->record != NULL && entity != NULL)
    /* Translators: %1$s is the code of a record, %2$s what it is, as in: Addition of “IA-12” (AI system) */
    return g_strdup_printf (added > 0 ? _ ("Addition of “%1$s” (%2$s)") : _ ("Change of “%1$s” (%2$s)"), self->record,
                            vigie_entity_get_label (entity));
  numbers = dup_numbers (self);
  if (entity != NULL)
    /* Translators: %1$s is a kind of record in the plural, %2$s as in “added: 3, changed: 1” */
    return g_strdup_printf (_ ("Entry of %1$s (%2$s)"), vigie_entity_get_label_plural (entity), numbers);
  /* Translators: %s as in “added: 3, changed: 1” */
  return g_strdup_printf (_ ("Entry of records (%s)"), numbers);
}

/**
 * vigie_journal_entry_dup_sentence:
 *
 * Returns: (transfer full): what was done, in the language of the program: it is made here and never stored
 */
char *
vigie_journal_entry_dup_sentence (const VigieJournalEntry *self)
{
  g_autofree char *inner = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == VIGIE_JOURNAL_UNDO || self->kind == VIGIE_JOURNAL_REDO)
    inner = self->of != NULL ? vigie_journal_entry_dup_sentence (self->of) : g_strdup_printf ("%" PRId64, self->target);
  else
    inner = dup_numbers (self);
  switch (self->kind)
    {
    case VIGIE_JOURNAL_UNDO:
      /* Translators: %1$s is what was undone, %2$s the number of its entry in the journal */
      return g_strdup_printf (_ ("Undone: %1$s, no. %2$" PRId64), inner, self->target);
    case VIGIE_JOURNAL_REDO:
      /* Translators: %1$s is what was done again, %2$s the number of its entry in the journal */
      return g_strdup_printf (_ ("Redone: %1$s, no. %2$" PRId64), inner, self->target);
    case VIGIE_JOURNAL_FOUNDING:
      /* Translators: %s as in “added: 300” */
      return g_strdup_printf (_ ("Register made (%s)"), inner);
    case VIGIE_JOURNAL_IMPORT:
      /* Translators: %1$s is a file, %2$s as in “added: 3, changed: 1” */
      return g_strdup_printf (_ ("Import of “%1$s” (%2$s)"), self->file != NULL ? self->file : "–", inner);
    case VIGIE_JOURNAL_EDIT:
    default:
      return dup_edit_sentence (self);
    }
}
