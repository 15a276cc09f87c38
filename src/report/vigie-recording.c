// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a meeting leaves in the register: the point that a slide is about, what was seen of it, what was resolved. All
 * of a resolution are records to put at once, so that one undo takes it back.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-recording.h"

#include <glib/gi18n-lib.h>

#include "vigie-entities.h"
#include "vigie-enums.h"

typedef struct
{
  const VigieProceedings *proceedings; /* NULL where no meeting was prepared */
  GPtrArray *records;
  char *meeting;
  char *item;
  VigieDate today;
} Recording;

static VigieRecord *
add (Recording *self, const VigieEntity *entity)
{
  VigieRecord *record = vigie_record_new (entity);

  g_ptr_array_add (self->records, record);
  return record;
}

/* A meeting that nobody prepared is one of the AI committee, today. */
static void
add_meeting (Recording *self)
{
  g_autofree char *day = vigie_date_dup_iso (self->today);
  VigieRecord *record = NULL;

  if (self->proceedings != NULL)
    {
      VigieRecord *meeting = vigie_proceedings_get_meeting (self->proceedings);

      self->meeting = g_strdup (vigie_proceedings_get_code (self->proceedings));
      if (vigie_record_get_number (meeting, VIGIE_MEETING_STATUS, -1) != VIGIE_MEETING_STATUS_PLANNED)
        return;
      record = add (self, &vigie_meeting_entity);
      vigie_record_set_number (record, VIGIE_MEETING_BODY, vigie_record_get_number (meeting, VIGIE_MEETING_BODY, 0));
      vigie_record_set_date (record, VIGIE_MEETING_HELD_ON, vigie_proceedings_get_held_on (self->proceedings));
    }
  else
    {
      self->meeting = g_strdup_printf ("COMIA-%s", day);
      record = add (self, &vigie_meeting_entity);
      vigie_record_set_number (record, VIGIE_MEETING_BODY, VIGIE_GOVERNANCE_BODY_COMIA);
      vigie_record_set_date (record, VIGIE_MEETING_HELD_ON, self->today);
    }
  vigie_record_set_text (record, VIGIE_MEETING_CODE, self->meeting);
  vigie_record_set_number (record, VIGIE_MEETING_STATUS, VIGIE_MEETING_STATUS_IN_SESSION);
}

static char *
dup_free_code (const Recording *self, char kind)
{
  if (self->proceedings != NULL)
    return vigie_proceedings_dup_free_code (self->proceedings, kind);
  return g_strdup_printf ("%s-%c1", self->meeting, kind);
}

/* The point that shows what the slide shows; NULL where none does. */
static const char *
find_item (const Recording *self, const char *slide)
{
  static const guint fields[] = { VIGIE_AGENDA_ITEM_FIGURE, VIGIE_AGENDA_ITEM_MATTER };

  for (guint i = 0; self->proceedings != NULL && i < vigie_proceedings_get_n_items (self->proceedings); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (fields); f++)
      {
        VigieRecord *record = vigie_proceedings_get_item (self->proceedings, i)->record;

        if (g_strcmp0 (vigie_record_get_text (record, fields[f]), slide) == 0)
          return vigie_record_get_text (record, VIGIE_AGENDA_ITEM_CODE);
      }
  return NULL;
}

static const char *
find_item_of_slide (const Recording *self, const VigieDeck *deck, guint slide)
{
  const char *known = vigie_deck_get_slide_item (deck, slide);

  return known != NULL ? known : find_item (self, vigie_deck_get_slide_id (deck, slide));
}

/* A slide that is on no agenda becomes a point of it, for information until something is decided. */
static VigieRecord *
add_item (Recording *self, const VigieDeck *deck, guint slide, VigieAgendaPurpose purpose)
{
  const char *known = find_item_of_slide (self, deck, slide);
  VigieRecord *record;

  if (known != NULL)
    {
      self->item = g_strdup (known);
      return NULL;
    }
  self->item = dup_free_code (self, 'P');
  record = add (self, &vigie_agenda_item_entity);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_CODE, self->item);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_MEETING, self->meeting);
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_SORT,
                           self->proceedings != NULL ? vigie_proceedings_get_next_sort (self->proceedings) : 1);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_TITLE, vigie_deck_get_slide_title (deck, slide));
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_PURPOSE, purpose);
  if (vigie_deck_get_slide_figure (deck, slide) != NULL)
    vigie_record_set_text (record, VIGIE_AGENDA_ITEM_FIGURE, vigie_deck_get_slide_id (deck, slide));
  else
    vigie_record_set_text (record, VIGIE_AGENDA_ITEM_MATTER, vigie_deck_get_slide_id (deck, slide));
  return record;
}

static VigieRecord *
find_point (const VigieProceedings *proceedings, const char *code)
{
  int item = proceedings != NULL && code != NULL ? vigie_proceedings_find_item (proceedings, code) : -1;

  return item >= 0 ? vigie_proceedings_get_item (proceedings, (guint) item)->record : NULL;
}

/* A line under what was said of the point before; what it is otherwise stays. */
static void
add_note (Recording *self, VigieRecord *fresh, const char *text)
{
  static const guint kept[] = { VIGIE_AGENDA_ITEM_CODE, VIGIE_AGENDA_ITEM_MEETING, VIGIE_AGENDA_ITEM_TITLE };
  VigieRecord *point = find_point (self->proceedings, self->item);
  const char *before = point != NULL ? vigie_record_get_text (point, VIGIE_AGENDA_ITEM_DISCUSSION) : NULL;
  g_autofree char *discussion = before != NULL ? g_strjoin ("\n", before, text, NULL) : g_strdup (text);
  VigieRecord *record = fresh;

  if (record == NULL)
    {
      g_return_if_fail (point != NULL);
      record = add (self, &vigie_agenda_item_entity);
      for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
        vigie_record_set_text (record, kept[i], vigie_record_get_text (point, kept[i]));
      vigie_record_set_number (record, VIGIE_AGENDA_ITEM_SORT,
                               vigie_record_get_number (point, VIGIE_AGENDA_ITEM_SORT, 1));
      vigie_record_set_number (record, VIGIE_AGENDA_ITEM_PURPOSE,
                               vigie_record_get_number (point, VIGIE_AGENDA_ITEM_PURPOSE, VIGIE_AGENDA_PURPOSE_INFO));
    }
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_DISCUSSION, discussion);
}

/**
 * vigie_recording_get_discussion:
 * @proceedings: (nullable): the meeting
 * @slide: the slide that is shown, from 0
 *
 * Returns: (transfer none) (nullable): what was said so far of the point that the slide is about
 */
const char *
vigie_recording_get_discussion (const VigieProceedings *proceedings, const VigieDeck *deck, guint slide)
{
  const Recording self = { .proceedings = proceedings };
  VigieRecord *point = find_point (proceedings, find_item_of_slide (&self, deck, slide));

  return point != NULL ? vigie_record_get_text (point, VIGIE_AGENDA_ITEM_DISCUSSION) : NULL;
}

static void
add_exhibit (Recording *self, const char *item, const VigieDeck *deck, guint slide)
{
  g_autofree char *content = vigie_deck_dup_frozen (deck, slide);
  g_autofree char *hash = NULL;
  VigieRecord *record;

  if (content == NULL)
    return;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  record = add (self, &vigie_exhibit_entity);
  vigie_record_set_text (record, VIGIE_EXHIBIT_AGENDA_ITEM, item);
  vigie_record_set_date (record, VIGIE_EXHIBIT_FROZEN_ON, self->today);
  vigie_record_set_text (record, VIGIE_EXHIBIT_CONTENT, content);
  vigie_record_set_text (record, VIGIE_EXHIBIT_SHA256, hash);
}

static char *
add_decision (Recording *self, const VigieResolution *resolution)
{
  g_autofree char *code = dup_free_code (self, 'D');
  VigieRecord *record = add (self, &vigie_decision_entity);

  vigie_record_set_text (record, VIGIE_DECISION_CODE, code);
  vigie_record_set_text (record, VIGIE_DECISION_MEETING, self->meeting);
  vigie_record_set_text (record, VIGIE_DECISION_AGENDA_ITEM, self->item);
  vigie_record_set_number (record, VIGIE_DECISION_KIND, VIGIE_DECISION_KIND_GO);
  vigie_record_set_text (record, VIGIE_DECISION_TEXT, resolution->text);
  vigie_record_set_date (record, VIGIE_DECISION_DECIDED_ON, self->today);
  vigie_record_set_number (record, VIGIE_DECISION_STATUS, VIGIE_DECISION_STATUS_IN_FORCE);
  if (resolution->votes_for >= 0)
    vigie_record_set_number (record, VIGIE_DECISION_VOTES_FOR, resolution->votes_for);
  if (resolution->votes_against >= 0)
    vigie_record_set_number (record, VIGIE_DECISION_VOTES_AGAINST, resolution->votes_against);
  if (resolution->abstentions >= 0)
    vigie_record_set_number (record, VIGIE_DECISION_ABSTENTIONS, resolution->abstentions);
  return g_steal_pointer (&code);
}

static void
add_action (Recording *self, const VigieResolution *resolution, const char *decision)
{
  g_autofree char *code = dup_free_code (self, 'A');
  VigieRecord *record = add (self, &vigie_action_entity);

  vigie_record_set_text (record, VIGIE_ACTION_CODE, code);
  vigie_record_set_text (record, VIGIE_ACTION_TITLE, resolution->text);
  vigie_record_set_number (record, VIGIE_ACTION_KIND, VIGIE_ACTION_KIND_ORGANISE);
  vigie_record_set_number (record, VIGIE_ACTION_STATUS, VIGIE_ACTION_STATUS_TODO);
  vigie_record_set_date (record, VIGIE_ACTION_OPENED_ON, self->today);
  vigie_record_set_text (record, VIGIE_ACTION_AGENDA_ITEM, self->item);
  if (resolution->owner != NULL)
    vigie_record_set_text (record, VIGIE_ACTION_OWNER, resolution->owner);
  if (resolution->due_on != VIGIE_DATE_NONE)
    {
      vigie_record_set_date (record, VIGIE_ACTION_DUE_ON, resolution->due_on);
      vigie_record_set_date (record, VIGIE_ACTION_DUE_ON_INITIAL, resolution->due_on);
    }
  if (decision != NULL)
    vigie_record_set_text (record, VIGIE_ACTION_DECISION, decision);
}

static gboolean
decision_is_owed (const VigieResolution *resolution)
{
  return resolution->kind == VIGIE_RESOLUTION_DECISION &&
         (resolution->owner != NULL || resolution->due_on != VIGIE_DATE_NONE);
}

/**
 * vigie_recording_resolve:
 * @proceedings: (nullable): the meeting; %NULL where none was prepared for the day
 * @slide: the slide that is shown, from 0
 * @today: the day it is resolved on
 *
 * A decision that someone owes or that has a date is also an action, which names it. A note is a line more of what was
 * said of its point.
 *
 * Returns: (transfer full) (element-type VigieRecord): all that is to be put, at once
 */
GPtrArray *
vigie_recording_resolve (const VigieProceedings *proceedings, const VigieDeck *deck, guint slide,
                         const VigieResolution *resolution, VigieDate today)
{
  Recording self = { proceedings, g_ptr_array_new_with_free_func (g_object_unref), NULL, NULL, today };
  g_autofree char *decision = NULL;
  VigieRecord *fresh;

  add_meeting (&self);
  fresh =
    add_item (&self, deck, slide,
              resolution->kind == VIGIE_RESOLUTION_NOTE ? VIGIE_AGENDA_PURPOSE_INFO : VIGIE_AGENDA_PURPOSE_DECISION);
  if (resolution->kind == VIGIE_RESOLUTION_NOTE)
    add_note (&self, fresh, resolution->text);
  else
    add_exhibit (&self, self.item, deck, slide);
  if (resolution->kind == VIGIE_RESOLUTION_DECISION)
    decision = add_decision (&self, resolution);
  if (resolution->kind == VIGIE_RESOLUTION_ACTION || decision_is_owed (resolution))
    add_action (&self, resolution, decision);
  g_free (self.meeting);
  g_free (self.item);
  return self.records;
}

/* What the meeting saw of each point of its agenda that was not frozen yet. */
static void
add_exhibits (Recording *self, const VigieDeck *deck)
{
  for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
    {
      const char *code = vigie_deck_get_slide_item (deck, slide);
      int item = code != NULL ? vigie_proceedings_find_item (self->proceedings, code) : -1;

      if (item >= 0 && vigie_proceedings_get_item (self->proceedings, (guint) item)->exhibit == NULL &&
          vigie_deck_get_slide_figure (deck, slide) != NULL)
        add_exhibit (self, code, deck, slide);
    }
}

/**
 * vigie_recording_close:
 * @today: the day it ends on
 *
 * Freezes what the meeting saw of each point of its agenda that was not frozen yet, and opens its minutes.
 *
 * Returns: (transfer full) (element-type VigieRecord): all that is to be put, at once
 */
GPtrArray *
vigie_recording_close (const VigieProceedings *proceedings, const VigieDeck *deck, VigieDate today)
{
  Recording self = { proceedings, g_ptr_array_new_with_free_func (g_object_unref), NULL, NULL, today };
  VigieRecord *meeting = vigie_proceedings_get_meeting (proceedings);
  VigieRecord *record = add (&self, &vigie_meeting_entity);

  vigie_record_set_text (record, VIGIE_MEETING_CODE, vigie_proceedings_get_code (proceedings));
  vigie_record_set_number (record, VIGIE_MEETING_BODY, vigie_record_get_number (meeting, VIGIE_MEETING_BODY, 0));
  vigie_record_set_date (record, VIGIE_MEETING_HELD_ON, vigie_proceedings_get_held_on (proceedings));
  vigie_record_set_number (record, VIGIE_MEETING_STATUS, VIGIE_MEETING_STATUS_MINUTES_DRAFT);
  add_exhibits (&self, deck);
  return self.records;
}

/* What a meeting saw that is over, as the register tells of its day. */
static GPtrArray *
freeze_meeting (VigieStore *store, const char *code, VigieDate held_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (held_on, NULL, NULL);
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, cancellable, error);
  g_autoptr (VigieDeck) deck =
    overview != NULL ? vigie_deck_load (store, overview, code, held_on, cancellable, error) : NULL;
  Recording self = { NULL, NULL, NULL, NULL, held_on };

  if (deck == NULL)
    return NULL;
  self.proceedings = vigie_deck_get_proceedings (deck);
  self.records = g_ptr_array_new_with_free_func (g_object_unref);
  add_exhibits (&self, deck);
  return self.records;
}

static gboolean
has_agenda (VigieStore *store, const char *code, GCancellable *cancellable)
{
  g_autoptr (VigieProceedings) proceedings = vigie_proceedings_load (store, code, cancellable, NULL);

  return proceedings != NULL && vigie_proceedings_get_n_items (proceedings) > 0;
}

/**
 * vigie_recording_found_past:
 * @store: a register that is being filled for the first time
 * @today: the day on which it stands
 *
 * Freezes what the meetings saw that are over by then, each as of its day: a register that begins with a past has the
 * exhibits of that past.
 *
 * Returns: %FALSE with @error
 */
gboolean
vigie_recording_found_past (VigieStore *store, VigieDate today, GCancellable *cancellable, GError **error)
{
  VigieQuery query = { .entity = &vigie_meeting_entity, .sort_field = VIGIE_MEETING_HELD_ON };
  g_autoptr (GPtrArray) meetings = vigie_store_list (store, &query, NULL, cancellable, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      VigieRecord *meeting = g_ptr_array_index (meetings, i);
      const char *code = vigie_record_get_text (meeting, VIGIE_MEETING_CODE);
      VigieDate held_on = vigie_record_get_date (meeting, VIGIE_MEETING_HELD_ON);
      g_autoptr (GPtrArray) records = NULL;

      if (held_on >= today || !has_agenda (store, code, cancellable))
        continue;
      records = freeze_meeting (store, code, held_on, cancellable, error);
      if (records == NULL || (records->len > 0 && !vigie_store_found (store, records, error)))
        return FALSE;
    }
  return meetings != NULL;
}
