// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include "vigie-date.h"

G_BEGIN_DECLS

/**
 * VigieAnswer:
 * @id: stable
 * @next: (nullable): the id of the question that follows; %NULL at the end
 * @ai_act_class: a #VigieAiActClass that it leads to; -1 none, so with the next three
 * @ai_act_route: a #VigieAiActRoute
 * @ai_act_role: a #VigieAiActRole
 * @md_class: a #VigieMdClass
 * @reason_fr: (nullable): why it leads there
 * @article: (nullable): where that stands
 */
typedef struct
{
  char *id;
  char *label_fr;
  char *label_en;
  char *next;
  int ai_act_class;
  int ai_act_route;
  int ai_act_role;
  int md_class;
  char *reason_fr;
  char *reason_en;
  char *article;
} VigieAnswer;

/**
 * VigieQuestion:
 * @help_fr: (nullable): what is meant
 * @article: (nullable): where it is asked from
 * @ai_act_only: whether it need not be asked once the system is known to be prohibited, or outside the AI Act
 * @answers: (element-type VigieAnswer): of which one is given
 */
typedef struct
{
  char *id;
  char *text_fr;
  char *text_en;
  char *help_fr;
  char *help_en;
  char *article;
  gboolean ai_act_only;
  GPtrArray *answers;
} VigieQuestion;

/**
 * VigieQuestionnaire:
 * @version: of its wording
 * @checked_on: the day on which it was compared with the law
 * @questions: (element-type VigieQuestion): the first is asked first
 *
 * Questions that lead to a class under the AI Act and the rules on medical devices.
 */
typedef struct
{
  char *version;
  VigieDate checked_on;
  char *source_fr;
  char *source_en;
  GPtrArray *questions;
} VigieQuestionnaire;

/**
 * VigieClassification:
 * @ai_act_class: a #VigieAiActClass: the gravest that an answer leads to; -1 none yet, so with the next three
 * @reasons: (element-type VigieAnswer): the answers that say why, in the order they were given; borrowed
 *
 * What the answers lead to: a proposal, and no legal advice.
 */
typedef struct
{
  int ai_act_class;
  int ai_act_route;
  int ai_act_role;
  int md_class;
  GPtrArray *reasons;
} VigieClassification;

VigieQuestionnaire *vigie_questionnaire_new (void);
void vigie_questionnaire_free (VigieQuestionnaire *self);
VigieQuestion *vigie_questionnaire_add (VigieQuestionnaire *self, const char *id);
VigieAnswer *vigie_question_add (VigieQuestion *self, const char *id);
const VigieQuestion *vigie_questionnaire_find (const VigieQuestionnaire *self, const char *id);
gboolean vigie_questionnaire_check (const VigieQuestionnaire *self, const char **question, const char **next);

const VigieQuestion *vigie_questionnaire_walk (const VigieQuestionnaire *self, const guint *given, guint n_given,
                                               VigieClassification *classification);
void vigie_classification_clear (VigieClassification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieQuestionnaire, vigie_questionnaire_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigieClassification, vigie_classification_clear)

G_END_DECLS
