// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The guided classification: which question follows an answer, and what the answers lead to. What is asked and where it
 * leads is data (data/reference/classification.json); this only walks.
 */

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-questionnaire.h"

#include "vigie-enums.h"

static void
answer_free (gpointer data)
{
  VigieAnswer *answer = data;

  g_free (answer->id);
  g_free (answer->label_fr);
  g_free (answer->label_en);
  g_free (answer->next);
  g_free (answer->reason_fr);
  g_free (answer->reason_en);
  g_free (answer->article);
  g_free (answer);
}

static void
question_free (gpointer data)
{
  VigieQuestion *question = data;

  g_free (question->id);
  g_free (question->text_fr);
  g_free (question->text_en);
  g_free (question->help_fr);
  g_free (question->help_en);
  g_free (question->article);
  g_ptr_array_unref (question->answers);
  g_free (question);
}

VigieQuestionnaire *
vigie_questionnaire_new (void)
{
  VigieQuestionnaire *self = g_new0 (VigieQuestionnaire, 1);

  self->checked_on = VIGIE_DATE_NONE;
  self->questions = g_ptr_array_new_with_free_func (question_free);
  return self;
}

void
vigie_questionnaire_free (VigieQuestionnaire *self)
{
  g_free (self->version);
  g_free (self->source_fr);
  g_free (self->source_en);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/**
 * vigie_questionnaire_add:
 *
 * Returns: (transfer none): a question without answers, which comes after those there are
 */
VigieQuestion *
vigie_questionnaire_add (VigieQuestionnaire *self, const char *id)
{
  VigieQuestion *question = g_new0 (VigieQuestion, 1);

  question->id = g_strdup (id);
  question->answers = g_ptr_array_new_with_free_func (answer_free);
  g_ptr_array_add (self->questions, question);
  return question;
}

/**
 * vigie_question_add:
 *
 * Returns: (transfer none): an answer that ends the questionnaire and leads to nothing
 */
VigieAnswer *
vigie_question_add (VigieQuestion *self, const char *id)
{
  VigieAnswer *answer = g_new0 (VigieAnswer, 1);

  answer->id = g_strdup (id);
  answer->ai_act_class = answer->ai_act_route = answer->ai_act_role = answer->md_class = -1;
  g_ptr_array_add (self->answers, answer);
  return answer;
}

static int
find_place (const VigieQuestionnaire *self, const char *id)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (g_strcmp0 (((const VigieQuestion *) g_ptr_array_index (self->questions, i))->id, id) == 0)
      return (int) i;
  return -1;
}

/**
 * vigie_questionnaire_find:
 *
 * Returns: (transfer none) (nullable): the question of that id
 */
const VigieQuestion *
vigie_questionnaire_find (const VigieQuestionnaire *self, const char *id)
{
  int place = find_place (self, id);

  return place >= 0 ? g_ptr_array_index (self->questions, place) : NULL;
}

/**
 * vigie_questionnaire_check:
 * @question: (out): where it is not in order, the id of a question
 * @next: (out): and of the one that its answer leads to
 *
 * Returns: whether every answer leads to a later question or to the end, so that any way through it ends
 */
gboolean
vigie_questionnaire_check (const VigieQuestionnaire *self, const char **question, const char **next)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const VigieQuestion *asked = g_ptr_array_index (self->questions, i);

      for (guint j = 0; j < asked->answers->len; j++)
        {
          const VigieAnswer *answer = g_ptr_array_index (asked->answers, j);

          if (answer->next == NULL || find_place (self, answer->next) > (int) i)
            continue;
          *question = asked->id;
          *next = answer->next;
          return FALSE;
        }
    }
  return TRUE;
}

/* The gravest first. */
static int
rank_of (int ai_act_class)
{
  static const int ranks[VIGIE_AI_ACT_CLASS_COUNT] = {
    [VIGIE_AI_ACT_CLASS_PROHIBITED] = 0,  [VIGIE_AI_ACT_CLASS_OUT] = 1,     [VIGIE_AI_ACT_CLASS_HIGH] = 2,
    [VIGIE_AI_ACT_CLASS_HIGH_EXEMPT] = 3, [VIGIE_AI_ACT_CLASS_LIMITED] = 4, [VIGIE_AI_ACT_CLASS_MINIMAL] = 5,
    [VIGIE_AI_ACT_CLASS_UNKNOWN] = 6,
  };

  return ai_act_class >= 0 ? ranks[ai_act_class] : VIGIE_AI_ACT_CLASS_COUNT;
}

/* What is prohibited, or outside the AI Act, is so whatever else is answered. */
static gboolean
is_settled (const VigieClassification *classification)
{
  return classification->ai_act_class == VIGIE_AI_ACT_CLASS_PROHIBITED ||
         classification->ai_act_class == VIGIE_AI_ACT_CLASS_OUT;
}

/* The gravest class holds, with the route that led to it. */
static void
take (VigieClassification *classification, const VigieAnswer *answer)
{
  gboolean settled = is_settled (classification);

  if (answer->ai_act_class >= 0 && rank_of (answer->ai_act_class) < rank_of (classification->ai_act_class))
    {
      classification->ai_act_class = answer->ai_act_class;
      classification->ai_act_route = answer->ai_act_route;
    }
  if (answer->ai_act_role >= 0)
    classification->ai_act_role = answer->ai_act_role;
  if (answer->md_class >= 0)
    classification->md_class = answer->md_class;
  /* A reason for a class that does not come to hold is none. */
  if (answer->reason_fr != NULL && !(settled && answer->ai_act_class >= 0))
    g_ptr_array_add (classification->reasons, (gpointer) answer);
}

/**
 * vigie_questionnaire_walk:
 * @given: (array length=n_given): the index of the answer given to each question that was asked, in the order of asking
 * @classification: (out caller-allocates): what they lead to
 *
 * Returns: (transfer none) (nullable): the question that is asked next; %NULL at the end
 */
const VigieQuestion *
vigie_questionnaire_walk (const VigieQuestionnaire *self, const guint *given, guint n_given,
                          VigieClassification *classification)
{
  const VigieQuestion *question = self->questions->len > 0 ? g_ptr_array_index (self->questions, 0) : NULL;

  *classification = (VigieClassification) {
    .ai_act_class = -1, .ai_act_route = -1, .ai_act_role = -1, .md_class = -1, .reasons = g_ptr_array_new ()
  };
  for (guint i = 0; i < n_given && question != NULL; i++)
    {
      const VigieAnswer *answer;

      g_return_val_if_fail (given[i] < question->answers->len, question);
      answer = g_ptr_array_index (question->answers, given[i]);
      take (classification, answer);
      question = answer->next != NULL ? vigie_questionnaire_find (self, answer->next) : NULL;
      if (question != NULL && question->ai_act_only && is_settled (classification))
        question = NULL;
    }
  return question;
}

void
vigie_classification_clear (VigieClassification *self)
{
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
}
