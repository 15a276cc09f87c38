// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-picture.h"
#include "vigie-scope.h"
#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieOverview:
 *
 * Every number that is shown anywhere, for one scope as of one day. Immutable, counted by reference,
 * readable from any thread.
 */
typedef struct _VigieOverview VigieOverview;

#define VIGIE_TYPE_OVERVIEW (vigie_overview_get_type ())
GType vigie_overview_get_type (void) G_GNUC_CONST;

/**
 * VigieJudgement:
 *
 * What a value or its change means: never a colour alone, so it has words and a symbol too.
 */
typedef enum
{
  VIGIE_JUDGEMENT_NEUTRAL,
  VIGIE_JUDGEMENT_GOOD,
  VIGIE_JUDGEMENT_WARNING,
  VIGIE_JUDGEMENT_BAD,
  VIGIE_JUDGEMENT_NOT_MEASURED,
} VigieJudgement;

/**
 * VigieHeadline:
 * @id: stable, such as `in-production`
 * @label: what is counted, in the reader's language
 * @value: the number for machines; NaN is not measured
 * @value_text: the number for people, with its unit
 * @detail: (nullable): what it is out of, such as "of 367 systems"
 * @change_text: (nullable): its change since the last committee, such as "+3 since 12 Oct 2026"
 * @change: whether that change is good
 * @definition: how it is counted, in one or two sentences
 * @page: (nullable): the page that shows the rows behind it: `systems`, `training`, `barriers`
 *
 * One of the few numbers at the top of the overview.
 */
typedef struct
{
  const char *id;
  char *label;
  double value;
  char *value_text;
  char *detail;
  char *change_text;
  VigieJudgement change;
  char *definition;
  const char *page;
} VigieHeadline;

/**
 * VigieAgendaItem:
 * @id: stable for the same matter from day to day, such as `untrained-users/DEP-012`, or, of a group, its rule
 * @rule: which rule raised it, such as `untrained-users`
 * @urgency: higher is more urgent; the list is in that order
 * @judgement: how grave it is
 * @title: what must be decided, in one line
 * @reason: why, with the numbers
 * @suggestion: (nullable): an action that would answer it
 * @due_on: when it falls due, or %VIGIE_DATE_NONE; of a group, of the row that falls due first
 * @people: how many people are concerned, 0 where nobody counted; of a group, Σ over its rows
 * @page: (nullable): the page that shows the rows behind it
 * @entity: (nullable): the nick of the entity of the record that it is about
 * @key: (nullable): the code of that record
 * @rows: (nullable) (element-type VigieAgendaItem): of a group, the single matters, the most urgent first
 *
 * Something that needs a decision. What one rule says of several records is one matter.
 */
typedef struct
{
  char *id;
  const char *rule;
  int urgency;
  VigieJudgement judgement;
  char *title;
  char *reason;
  char *suggestion;
  VigieDate due_on;
  gint64 people;
  const char *page;
  const char *entity;
  char *key;
  GPtrArray *rows;
  guint raised_by; /* private */
} VigieAgendaItem;

typedef enum
{
  VIGIE_CHANGE_STAGE,
  VIGIE_CHANGE_INCIDENT,
  VIGIE_CHANGE_DECISION,
  VIGIE_CHANGE_ACTION,
  VIGIE_CHANGE_BARRIER,
  VIGIE_CHANGE_TRAINING,
  VIGIE_CHANGE_SAFEGUARD,
} VigieChangeKind;

/**
 * VigieChange:
 * @on: when it happened, or %VIGIE_DATE_NONE where it is no matter of one day
 * @judgement: whether it is good
 * @headline: (nullable): the id of the headline that it moves
 * @text: what happened, in one line
 * @entity: (nullable): the nick of the entity of the record that it is about
 * @key: (nullable): the code of that record
 *
 * Something that has happened since the last meeting.
 */
typedef struct
{
  VigieChangeKind kind;
  VigieDate on;
  VigieJudgement judgement;
  const char *headline;
  char *text;
  const char *entity;
  char *key;
} VigieChange;

VigieOverview *vigie_overview_load (VigieStore *store, VigieScope *scope, GCancellable *cancellable, GError **error);
void vigie_overview_load_async (VigieStore *store, VigieScope *scope, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
VigieOverview *vigie_overview_load_finish (GAsyncResult *result, GError **error);

VigieOverview *vigie_overview_ref (VigieOverview *self);
void vigie_overview_unref (VigieOverview *self);

VigieScope *vigie_overview_get_scope (const VigieOverview *self);
const char *vigie_overview_get_organisation (const VigieOverview *self);
const char *vigie_overview_get_scope_name (const VigieOverview *self);
VigieDate vigie_overview_get_known_on (const VigieOverview *self);
gint64 vigie_overview_get_n_late (const VigieOverview *self);
char *vigie_overview_dup_late (const VigieOverview *self);
VigieDate vigie_overview_get_since (const VigieOverview *self);
const VigiePicture *vigie_overview_get_picture (const VigieOverview *self);
const VigiePicture *vigie_overview_get_previous (const VigieOverview *self);
VigieOverview *vigie_overview_dup_previous (const VigieOverview *self);
guint vigie_overview_get_n_headlines (const VigieOverview *self);
const VigieHeadline *vigie_overview_get_headline (const VigieOverview *self, guint index);
guint vigie_overview_get_n_agenda (const VigieOverview *self);
const VigieAgendaItem *vigie_overview_get_agenda_item (const VigieOverview *self, guint index);
GPtrArray *vigie_overview_list_changes (const VigieOverview *self);
const char *vigie_change_kind_label (VigieChangeKind kind);
GPtrArray *vigie_overview_list_due (const VigieOverview *self, VigieDate until);
gboolean vigie_overview_is_empty (const VigieOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieOverview, vigie_overview_unref)

G_END_DECLS
