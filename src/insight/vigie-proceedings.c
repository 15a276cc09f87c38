// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-proceedings.h"

#include <glib/gi18n-lib.h>

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"

struct _VigieProceedings
{
  gatomicrefcount ref_count;
  VigieRecord *meeting;
  GPtrArray *items;           /* VigieProceedingsItem */
  GPtrArray *attendance;      /* VigieRecord */
  GPtrArray *other_decisions; /* VigieRecord, on no point of the agenda */
};

G_DEFINE_BOXED_TYPE (VigieProceedings, vigie_proceedings, vigie_proceedings_ref, vigie_proceedings_unref)

static void
item_free (gpointer data)
{
  VigieProceedingsItem *item = data;

  g_object_unref (item->record);
  g_clear_object (&item->exhibit);
  g_ptr_array_unref (item->decisions);
  g_ptr_array_unref (item->actions);
  g_free (item);
}

/* The records of @entity that name @code in @field. */
static GPtrArray *
list_named (VigieStore *store, const VigieEntity *entity, guint field, const char *code, int sort,
            GCancellable *cancellable, GError **error)
{
  VigieQuery query = { .entity = entity, .named_by = field, .named = code, .sort_field = sort };

  return vigie_store_list (store, &query, NULL, cancellable, error);
}

static gboolean
load_exhibit (VigieStore *store, VigieProceedingsItem *item, const char *code, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) exhibits =
    list_named (store, &vigie_exhibit_entity, VIGIE_EXHIBIT_AGENDA_ITEM, code, -1, cancellable, error);

  if (exhibits == NULL)
    return FALSE;
  if (exhibits->len > 0)
    item->exhibit = g_object_ref (g_ptr_array_index (exhibits, 0));
  return TRUE;
}

/* What was decided on the point, and all that is owed from it. */
static gboolean
load_outcome (VigieStore *store, VigieProceedingsItem *item, GCancellable *cancellable, GError **error)
{
  const char *code = vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_CODE);

  item->decisions =
    list_named (store, &vigie_decision_entity, VIGIE_DECISION_AGENDA_ITEM, code, -1, cancellable, error);
  if (item->decisions == NULL)
    return FALSE;
  item->actions = list_named (store, &vigie_action_entity, VIGIE_ACTION_AGENDA_ITEM, code, -1, cancellable, error);
  return item->actions != NULL && load_exhibit (store, item, code, cancellable, error);
}

static gboolean
load_items (VigieProceedings *self, VigieStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records =
    list_named (store, &vigie_agenda_item_entity, VIGIE_AGENDA_ITEM_MEETING, vigie_proceedings_get_code (self),
                VIGIE_AGENDA_ITEM_SORT, cancellable, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      VigieProceedingsItem *item = g_new0 (VigieProceedingsItem, 1);

      item->record = g_object_ref (g_ptr_array_index (records, i));
      if (!load_outcome (store, item, cancellable, error))
        {
          g_clear_pointer (&item->decisions, g_ptr_array_unref);
          g_clear_pointer (&item->actions, g_ptr_array_unref);
          g_object_unref (item->record);
          g_free (item);
          return FALSE;
        }
      g_ptr_array_add (self->items, item);
    }
  return records != NULL;
}

static gboolean
load_others (VigieProceedings *self, VigieStore *store, GCancellable *cancellable, GError **error)
{
  const char *code = vigie_proceedings_get_code (self);
  g_autoptr (GPtrArray) decisions = NULL;

  self->attendance =
    list_named (store, &vigie_attendance_entity, VIGIE_ATTENDANCE_MEETING, code, -1, cancellable, error);
  if (self->attendance == NULL)
    return FALSE;
  decisions = list_named (store, &vigie_decision_entity, VIGIE_DECISION_MEETING, code, -1, cancellable, error);
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    if (!vigie_record_is_measured (g_ptr_array_index (decisions, i), VIGIE_DECISION_AGENDA_ITEM))
      g_ptr_array_add (self->other_decisions, g_object_ref (g_ptr_array_index (decisions, i)));
  return decisions != NULL;
}

static VigieProceedings *
load (VigieStore *store, VigieRecord *meeting, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieProceedings) self = g_new0 (VigieProceedings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->meeting = g_object_ref (meeting);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->other_decisions = g_ptr_array_new_with_free_func (g_object_unref);
  if (!load_items (self, store, cancellable, error) || !load_others (self, store, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vigie_proceedings_load:
 * @meeting: its code
 *
 * Reads all of a meeting, and waits for it.
 *
 * Returns: (transfer full): the proceedings; %NULL with @error, %VIGIE_STORE_ERROR_UNKNOWN_REFERENCE where there is no
 *   such meeting
 */
VigieProceedings *
vigie_proceedings_load (VigieStore *store, const char *meeting, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_meeting_entity);
  g_autoptr (VigieRecord) record = NULL;
  GError *local = NULL;

  vigie_record_set_text (key, VIGIE_MEETING_CODE, meeting);
  record = vigie_store_find (store, key, cancellable, &local);
  if (record != NULL)
    return load (store, record, cancellable, error);
  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error (
      error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
      /* Translators: %s is the code of a meeting */
      _ ("There is no meeting “%s” in the register; “vigie minutes FILE --list” tells those that there are."), meeting);
  return NULL;
}

/* Meetings, the latest first. */
static GPtrArray *
list_meetings (VigieStore *store, GCancellable *cancellable, GError **error)
{
  VigieQuery query = { .entity = &vigie_meeting_entity, .sort_field = VIGIE_MEETING_HELD_ON, .descending = TRUE };

  return vigie_store_list (store, &query, NULL, cancellable, error);
}

/**
 * vigie_proceedings_load_last:
 * @meeting: a meeting
 *
 * Returns: (transfer full) (nullable): the meeting of the same body that was held before @meeting; %NULL where there
 *   was none, or with @error
 */
VigieProceedings *
vigie_proceedings_load_last (VigieStore *store, VigieProceedings *meeting, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) meetings = list_meetings (store, cancellable, error);
  gint64 body = vigie_record_get_number (meeting->meeting, VIGIE_MEETING_BODY, -1);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (meetings, i);

      if (vigie_record_get_date (record, VIGIE_MEETING_HELD_ON) < vigie_proceedings_get_held_on (meeting) &&
          vigie_record_get_number (record, VIGIE_MEETING_BODY, -1) == body &&
          vigie_record_get_number (record, VIGIE_MEETING_STATUS, -1) != VIGIE_MEETING_STATUS_PLANNED)
        return load (store, record, cancellable, error);
    }
  return NULL;
}

/**
 * vigie_proceedings_load_day:
 *
 * Returns: (transfer full) (nullable): the meeting that is held on @day and whose minutes are not approved; %NULL
 *   where there is none, or with @error
 */
VigieProceedings *
vigie_proceedings_load_day (VigieStore *store, VigieDate day, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) meetings = list_meetings (store, cancellable, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (meetings, i);

      if (vigie_record_get_date (record, VIGIE_MEETING_HELD_ON) == day &&
          vigie_record_get_number (record, VIGIE_MEETING_STATUS, -1) != VIGIE_MEETING_STATUS_APPROVED)
        return load (store, record, cancellable, error);
    }
  return NULL;
}

typedef struct
{
  char *meeting;
  VigieDate day;
} Question;

static void
question_free (gpointer data)
{
  g_free (((Question *) data)->meeting);
  g_free (data);
}

/* Several questions, one after the other: in a thread that may wait for the register. */
static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  VigieProceedings *proceedings = question->meeting != NULL
                                    ? vigie_proceedings_load (source, question->meeting, cancellable, &error)
                                    : vigie_proceedings_load_day (source, question->day, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, proceedings, (GDestroyNotify) vigie_proceedings_unref);
}

/**
 * vigie_proceedings_load_async:
 * @meeting: (nullable): its code
 * @day: where @meeting is %NULL: the day of the meeting
 *
 * As vigie_proceedings_load() or vigie_proceedings_load_day(), without waiting.
 */
void
vigie_proceedings_load_async (VigieStore *store, const char *meeting, VigieDate day, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, vigie_proceedings_load_async);
  question->meeting = g_strdup (meeting);
  question->day = day;
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, load_in_thread);
}

VigieProceedings *
vigie_proceedings_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

VigieProceedings *
vigie_proceedings_ref (VigieProceedings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_proceedings_unref (VigieProceedings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->attendance, g_ptr_array_unref);
  g_ptr_array_unref (self->other_decisions);
  g_ptr_array_unref (self->items);
  g_object_unref (self->meeting);
  g_free (self);
}

VigieRecord *
vigie_proceedings_get_meeting (const VigieProceedings *self)
{
  return self->meeting;
}

const char *
vigie_proceedings_get_code (const VigieProceedings *self)
{
  return vigie_record_get_text (self->meeting, VIGIE_MEETING_CODE);
}

VigieDate
vigie_proceedings_get_held_on (const VigieProceedings *self)
{
  return vigie_record_get_date (self->meeting, VIGIE_MEETING_HELD_ON);
}

/**
 * vigie_proceedings_dup_title:
 *
 * Returns: (transfer full): what the meeting is called: its title, or else its body
 */
char *
vigie_proceedings_dup_title (const VigieProceedings *self)
{
  const char *title = vigie_record_get_text (self->meeting, VIGIE_MEETING_TITLE);

  return title != NULL ? g_strdup (title) : vigie_record_display (self->meeting, VIGIE_MEETING_BODY);
}

guint
vigie_proceedings_get_n_items (const VigieProceedings *self)
{
  return self->items->len;
}

/**
 * vigie_proceedings_get_item:
 *
 * Returns: (transfer none): a point of the agenda, in its order
 */
const VigieProceedingsItem *
vigie_proceedings_get_item (const VigieProceedings *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * vigie_proceedings_find_item:
 *
 * Returns: the number of the point @code, from 0; -1 where there is none
 */
int
vigie_proceedings_find_item (const VigieProceedings *self, const char *code)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (vigie_record_get_text (vigie_proceedings_get_item (self, i)->record, VIGIE_AGENDA_ITEM_CODE),
                   code) == 0)
      return (int) i;
  return -1;
}

GPtrArray *
vigie_proceedings_get_attendance (const VigieProceedings *self)
{
  return self->attendance;
}

/**
 * vigie_proceedings_get_other_decisions:
 *
 * Returns: (transfer none) (element-type VigieRecord): decisions of the meeting that are on no point of its agenda
 */
GPtrArray *
vigie_proceedings_get_other_decisions (const VigieProceedings *self)
{
  return self->other_decisions;
}

static gboolean
holds_code (const GPtrArray *records, const char *code)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (vigie_record_get_text (g_ptr_array_index (records, i), 0), code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (const VigieProceedings *self, const char *code)
{
  if (vigie_proceedings_find_item (self, code) >= 0 || holds_code (self->other_decisions, code))
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    if (holds_code (vigie_proceedings_get_item (self, i)->decisions, code) ||
        holds_code (vigie_proceedings_get_item (self, i)->actions, code))
      return TRUE;
  return FALSE;
}

/**
 * vigie_proceedings_dup_free_code:
 * @kind: `D` for a decision, `A` for an action, `P` for a point of the agenda
 *
 * Returns: (transfer full): a code that none of the meeting's has, such as `COMIA-6-D1`
 */
char *
vigie_proceedings_dup_free_code (const VigieProceedings *self, char kind)
{
  return vigie_proceedings_dup_code_after (self, kind, 0);
}

/**
 * vigie_proceedings_dup_code_after:
 * @kind: `D` for a decision, `A` for an action, `P` for a point of the agenda
 * @skipped: how many free codes are spoken for
 *
 * Returns: (transfer full): the free code after those
 */
char *
vigie_proceedings_dup_code_after (const VigieProceedings *self, char kind, guint skipped)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%c%u", vigie_proceedings_get_code (self), kind, n);

      if (!is_taken (self, code) && skipped-- == 0)
        return g_steal_pointer (&code);
    }
}

gint64
vigie_proceedings_get_next_sort (const VigieProceedings *self)
{
  gint64 last = 0;

  for (guint i = 0; i < self->items->len; i++)
    last =
      MAX (last, vigie_record_get_number (vigie_proceedings_get_item (self, i)->record, VIGIE_AGENDA_ITEM_SORT, 0));
  return last + 1;
}

/**
 * vigie_proceedings_sum_minutes:
 *
 * Returns: how long all points of the agenda are to take, as far as that was planned
 */
gint64
vigie_proceedings_sum_minutes (const VigieProceedings *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->items->len; i++)
    sum += vigie_record_get_number (vigie_proceedings_get_item (self, i)->record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET, 0);
  return sum;
}

/**
 * vigie_proceedings_dup_scope:
 * @item: which point of the agenda
 * @latest: the day of the meeting, or today where it is still to come
 *
 * Returns: (transfer full): what the figure of the point is about
 */
VigieScope *
vigie_proceedings_dup_scope (const VigieProceedings *self, guint item, VigieDate latest)
{
  VigieRecord *record = vigie_proceedings_get_item (self, item)->record;
  VigieDate as_of = vigie_record_get_date (record, VIGIE_AGENDA_ITEM_AS_OF);

  return vigie_scope_new (as_of != VIGIE_DATE_NONE ? as_of : latest,
                          vigie_record_get_text (record, VIGIE_AGENDA_ITEM_ORG_UNIT),
                          vigie_record_get_text (record, VIGIE_AGENDA_ITEM_PROFESSION));
}
