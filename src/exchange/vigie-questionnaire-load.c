// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The questionnaire of the guided classification as JSON: data/reference/classification.json, which the program carries
 * with it. It is read strictly: what is missing or leads nowhere is told with its question.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-questionnaire-load.h"

#include "vigie-config.h"
#include "vigie-enums.h"
#include "vigie-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define RESOURCE VIGIE_RESOURCE_PREFIX "/reference/classification.json"

static gboolean
refuse (const char *name, const char *place, const char *reason, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               /* Translators: %1$s is a file, %2$s a place in it, %3$s what is wrong */
               _ ("“%1$s”, %2$s: %3$s"), name, place, reason);
  return FALSE;
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gboolean
take_text (JsonObject *object, const char *member, char **text, gboolean required, const char *name, const char *place,
           GError **error)
{
  const char *found = get_text (object, member);

  *text = g_strdup (found);
  if (required && (found == NULL || *found == '\0'))
    {
      g_autofree char *reason = g_strdup_printf (_ ("“%s” is missing"), member);

      return refuse (name, place, reason, error);
    }
  return TRUE;
}

static gboolean
take_enum (JsonObject *object, const char *member, GType type, int *value, const char *name, const char *place,
           GError **error)
{
  const char *nick = get_text (object, member);
  g_autofree char *reason = NULL;

  if (nick == NULL || vigie_enum_from_nick (type, nick, value))
    return TRUE;
  reason = g_strdup_printf (_ ("“%1$s” is no value of “%2$s”"), nick, member);
  return refuse (name, place, reason, error);
}

static gboolean
load_answer (VigieQuestion *question, JsonObject *object, const char *name, GError **error)
{
  const char *id = get_text (object, "id");
  g_autofree char *place = g_strdup_printf ("%s/%s", question->id, id != NULL ? id : "?");
  VigieAnswer *answer = vigie_question_add (question, id);

  return take_text (object, "label_fr", &answer->label_fr, TRUE, name, place, error) &&
         take_text (object, "label_en", &answer->label_en, TRUE, name, place, error) &&
         take_text (object, "next", &answer->next, FALSE, name, place, error) &&
         take_text (object, "reason_fr", &answer->reason_fr, FALSE, name, place, error) &&
         take_text (object, "reason_en", &answer->reason_en, answer->reason_fr != NULL, name, place, error) &&
         take_text (object, "article", &answer->article, answer->reason_fr != NULL, name, place, error) &&
         take_enum (object, "class", VIGIE_TYPE_AI_ACT_CLASS, &answer->ai_act_class, name, place, error) &&
         take_enum (object, "route", VIGIE_TYPE_AI_ACT_ROUTE, &answer->ai_act_route, name, place, error) &&
         take_enum (object, "role", VIGIE_TYPE_AI_ACT_ROLE, &answer->ai_act_role, name, place, error) &&
         take_enum (object, "md_class", VIGIE_TYPE_MD_CLASS, &answer->md_class, name, place, error);
}

static gboolean
load_question (VigieQuestionnaire *self, JsonObject *object, const char *name, GError **error)
{
  const char *id = get_text (object, "id");
  VigieQuestion *question = vigie_questionnaire_add (self, id);
  JsonArray *answers =
    json_object_has_member (object, "answers") ? json_object_get_array_member (object, "answers") : NULL;

  if (id == NULL || answers == NULL || json_array_get_length (answers) < 2)
    return refuse (name, id != NULL ? id : "questions", _ ("a question has an id and two answers or more"), error);
  if (!take_text (object, "text_fr", &question->text_fr, TRUE, name, id, error) ||
      !take_text (object, "text_en", &question->text_en, TRUE, name, id, error) ||
      !take_text (object, "help_fr", &question->help_fr, FALSE, name, id, error) ||
      !take_text (object, "help_en", &question->help_en, question->help_fr != NULL, name, id, error) ||
      !take_text (object, "article", &question->article, FALSE, name, id, error))
    return FALSE;
  question->ai_act_only = json_object_get_boolean_member_with_default (object, "ai_act_only", FALSE);
  for (guint i = 0; i < json_array_get_length (answers); i++)
    if (!load_answer (question, json_array_get_object_element (answers, i), name, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_all (VigieQuestionnaire *self, JsonObject *object, const char *name, GError **error)
{
  JsonArray *questions =
    json_object_has_member (object, "questions") ? json_object_get_array_member (object, "questions") : NULL;
  const char *checked_on = get_text (object, "checked_on");
  const char *question, *next;

  if (questions == NULL || json_array_get_length (questions) == 0)
    return refuse (name, "questionnaire", _ ("it asks nothing"), error);
  self->checked_on = checked_on != NULL ? vigie_date_parse_iso (checked_on) : VIGIE_DATE_NONE;
  if (!take_text (object, "version", &self->version, TRUE, name, "questionnaire", error) ||
      !take_text (object, "source_fr", &self->source_fr, TRUE, name, "questionnaire", error) ||
      !take_text (object, "source_en", &self->source_en, TRUE, name, "questionnaire", error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (questions); i++)
    if (!load_question (self, json_array_get_object_element (questions, i), name, error))
      return FALSE;
  if (!vigie_questionnaire_check (self, &question, &next))
    {
      g_autofree char *reason = g_strdup_printf (_ ("an answer leads to “%s”, which is no later question"), next);

      return refuse (name, question, reason, error);
    }
  return TRUE;
}

/**
 * vigie_questionnaire_load_bytes:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the questionnaire that @bytes hold; %NULL with @error, which names the place
 */
VigieQuestionnaire *
vigie_questionnaire_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VigieQuestionnaire) self = vigie_questionnaire_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode *root;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, data != NULL ? data : "", (gssize) size, error))
    return NULL;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || !json_object_has_member (object, "questionnaire"))
    {
      refuse (name, "questionnaire", _ ("it asks nothing"), error);
      return NULL;
    }
  if (!load_all (self, json_object_get_object_member (object, "questionnaire"), name, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vigie_questionnaire_load:
 *
 * Returns: (transfer full): the questionnaire that the program carries with it; %NULL with @error
 */
VigieQuestionnaire *
vigie_questionnaire_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? vigie_questionnaire_load_bytes (bytes, "classification.json", error) : NULL;
}
