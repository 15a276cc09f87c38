// SPDX-License-Identifier: GPL-3.0-or-later

/* The guided classification: every way through the questionnaire, and what it leads to. */

#include "vigie-test.h"

#include "vigie-enums.h"
#include "vigie-exchange-error.h"
#include "vigie-questionnaire-load.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *answers[12]; /* ids, one a question */
  const char *class;
  const char *route; /* NULL: none said */
  const char *md_class;
} Path;

/* Each as the articles have it; see the questions. */
static const Path paths[] = {
  { "not-ai", { "deployer", "no", "no" }, "out", "none", "none" },
  { "not-ai-device", { "deployer", "no", "device", "serious" }, "out", "none", "IIb" },
  { "research", { "provider", "yes", "yes", "no" }, "out", "none", "none" },
  { "prohibited", { "deployer", "yes", "no", "yes", "no" }, "prohibited", "none", "none" },
  { "prohibited-device", { "deployer", "yes", "no", "yes", "device", "death" }, "prohibited", "none", "III" },
  { "class-III", { "deployer", "yes", "no", "no", "device", "death", "none" }, "high", "annex1", "III" },
  { "class-IIb", { "deployer", "yes", "no", "no", "device", "serious", "none" }, "high", "annex1", "IIb" },
  { "vital", { "deployer", "yes", "no", "no", "device", "vital", "none" }, "high", "annex1", "IIb" },
  { "class-IIa", { "deployer", "yes", "no", "no", "device", "decision", "none" }, "high", "annex1", "IIa" },
  { "monitor", { "deployer", "yes", "no", "no", "device", "monitor", "none" }, "high", "annex1", "IIa" },
  { "device-that-talks", { "deployer", "yes", "no", "no", "device", "decision", "dialogue" }, "high", "annex1", "IIa" },
  { "class-I", { "deployer", "yes", "no", "no", "device", "other", "none", "none" }, "minimal", "none", "I" },
  { "class-I-triage",
    { "deployer", "yes", "no", "no", "device", "other", "emergency", "no", "no", "none" },
    "high",
    "annex3",
    "I" },
  { "ivd-A", { "deployer", "yes", "no", "no", "ivd", "a", "none", "none" }, "minimal", "none", "ivd_A" },
  { "ivd-B", { "deployer", "yes", "no", "no", "ivd", "b", "none" }, "high", "annex1", "ivd_B" },
  { "ivd-C", { "deployer", "yes", "no", "no", "ivd", "c", "none" }, "high", "annex1", "ivd_C" },
  { "ivd-D", { "deployer", "yes", "no", "no", "ivd", "d", "none" }, "high", "annex1", "ivd_D" },
  { "rostering", { "deployer", "yes", "no", "no", "no", "staff", "yes", "none" }, "high", "annex3", "none" },
  { "narrow-task",
    { "deployer", "yes", "no", "no", "no", "staff", "no", "yes", "none" },
    "high_exempt",
    "annex3",
    "none" },
  { "narrow-that-talks",
    { "deployer", "yes", "no", "no", "no", "benefits", "no", "yes", "dialogue" },
    "high_exempt",
    "annex3",
    "none" },
  { "biometrics",
    { "deployer", "yes", "no", "no", "no", "biometrics", "no", "no", "emotions" },
    "high",
    "annex3",
    "none" },
  { "students", { "deployer", "yes", "no", "no", "no", "education", "yes", "none" }, "high", "annex3", "none" },
  { "infrastructure",
    { "deployer", "yes", "no", "no", "no", "infrastructure", "no", "no", "none" },
    "high",
    "annex3",
    "none" },
  { "chatbot", { "deployer", "yes", "no", "no", "no", "none", "dialogue" }, "limited", "art50", "none" },
  { "scribe", { "deployer", "yes", "no", "no", "no", "none", "content" }, "limited", "art50", "none" },
  { "emotions", { "deployer", "yes", "no", "no", "no", "none", "emotions" }, "limited", "art50", "none" },
  { "beds", { "provider", "yes", "no", "no", "no", "none", "none" }, "minimal", "none", "none" },
};

static guint
find_answer (const VigieQuestion *question, const char *id)
{
  for (guint i = 0; i < question->answers->len; i++)
    if (g_str_equal (((const VigieAnswer *) g_ptr_array_index (question->answers, i))->id, id))
      return i;
  g_error ("“%s” has no answer “%s”", question->id, id);
}

static const char *
nick (GType type, int value)
{
  return value >= 0 ? vigie_enum_to_nick (type, value) : NULL;
}

static void
test_path (gconstpointer data)
{
  const Path *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieQuestionnaire) questionnaire = vigie_questionnaire_load (&error);
  guint given[G_N_ELEMENTS (path->answers)];
  guint n = 0;
  g_auto (VigieClassification) found = { 0 };
  const VigieQuestion *question;

  g_assert_no_error (error);
  question = vigie_questionnaire_walk (questionnaire, given, 0, &found);
  for (; path->answers[n] != NULL; n++)
    {
      g_assert_nonnull (question);
      given[n] = find_answer (question, path->answers[n]);
      vigie_classification_clear (&found);
      question = vigie_questionnaire_walk (questionnaire, given, n + 1, &found);
    }
  g_assert_null (question);
  g_assert_cmpstr (nick (VIGIE_TYPE_AI_ACT_CLASS, found.ai_act_class), ==, path->class);
  g_assert_cmpstr (nick (VIGIE_TYPE_AI_ACT_ROUTE, found.ai_act_route), ==, path->route);
  g_assert_cmpstr (nick (VIGIE_TYPE_MD_CLASS, found.md_class), ==, path->md_class);
  g_assert_cmpstr (nick (VIGIE_TYPE_AI_ACT_ROLE, found.ai_act_role), ==, path->answers[0]);
  /* Nothing is proposed without a reason and its article. */
  g_assert_cmpuint (found.reasons->len, >, 0);
  for (guint i = 0; i < found.reasons->len; i++)
    g_assert_nonnull (((const VigieAnswer *) g_ptr_array_index (found.reasons, i))->article);
}

typedef struct
{
  const VigieQuestionnaire *questionnaire;
  GHashTable *answered; /* "question/answer" */
  guint ways;
} Search;

/* Any way through it ends, within a dozen questions, and in a class. */
static void
search (Search *self, guint *given, guint n)
{
  g_auto (VigieClassification) found = { 0 };
  const VigieQuestion *question = vigie_questionnaire_walk (self->questionnaire, given, n, &found);

  g_assert_cmpuint (n, <, 12);
  if (question == NULL)
    {
      g_assert_cmpint (found.ai_act_class, >=, 0);
      g_assert_cmpint (found.ai_act_route, >=, 0);
      g_assert_cmpint (found.ai_act_role, >=, 0);
      g_assert_cmpint (found.md_class, >=, 0);
      self->ways++;
      return;
    }
  for (guint i = 0; i < question->answers->len; i++)
    {
      const VigieAnswer *answer = g_ptr_array_index (question->answers, i);

      g_hash_table_add (self->answered, g_strdup_printf ("%s/%s", question->id, answer->id));
      given[n] = i;
      search (self, given, n + 1);
    }
}

static void
test_every_way (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieQuestionnaire) questionnaire = vigie_questionnaire_load (&error);
  g_autoptr (GHashTable) answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search all = { .questionnaire = questionnaire, .answered = answered };
  guint given[16];
  guint n_answers = 0;

  g_assert_no_error (error);
  search (&all, given, 0);
  g_test_message ("%u ways", all.ways);
  for (guint i = 0; i < questionnaire->questions->len; i++)
    n_answers += ((const VigieQuestion *) g_ptr_array_index (questionnaire->questions, i))->answers->len;
  /* No question and no answer that nobody comes to. */
  g_assert_cmpuint (g_hash_table_size (answered), ==, n_answers);
  g_assert_cmpuint (all.ways, >, G_N_ELEMENTS (paths));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    const char *told;
  } cases[] = {
    { "{}", "asks nothing" },
    { "{\"questionnaire\":{\"questions\":[]}}", "asks nothing" },
    { "{\"questionnaire\":{\"version\":\"1\",\"source_fr\":\"a\",\"source_en\":\"a\",\"questions\":[{\"id\":\"q\","
      "\"text_fr\":\"a\",\"text_en\":\"a\",\"answers\":[]}]}}",
      "two answers" },
    { "{\"questionnaire\":{\"version\":\"1\",\"source_fr\":\"a\",\"source_en\":\"a\",\"questions\":[{\"id\":\"q\","
      "\"text_fr\":\"a\",\"text_en\":\"a\",\"answers\":[{\"id\":\"x\",\"label_fr\":\"a\",\"label_en\":\"a\","
      "\"class\":\"grave\"},{\"id\":\"y\",\"label_fr\":\"a\",\"label_en\":\"a\"}]}]}}",
      "grave" },
    { "{\"questionnaire\":{\"version\":\"1\",\"source_fr\":\"a\",\"source_en\":\"a\",\"questions\":[{\"id\":\"q\","
      "\"text_fr\":\"a\",\"text_en\":\"a\",\"answers\":[{\"id\":\"x\",\"label_fr\":\"a\",\"label_en\":\"a\","
      "\"next\":\"q\"},{\"id\":\"y\",\"label_fr\":\"a\",\"label_en\":\"a\"}]}]}}",
      "no later question" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;

      g_assert_null (vigie_questionnaire_load_bytes (bytes, "q.json", &error));
      g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, cases[i].told));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/questionnaire/path/%s", paths[i].name);

      g_test_add_data_func (name, &paths[i], test_path);
    }
  g_test_add_func ("/exchange/questionnaire/every-way", test_every_way);
  g_test_add_func ("/exchange/questionnaire/refused", test_refused);
  return g_test_run ();
}
