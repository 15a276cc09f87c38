// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The gate before production: what is missing is shown before a deployment is entered as in production. One
 * may go ahead all the same, by a decision that says why; it is entered with the change, as one.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-gate-dialog.h"

#include "vigie-decision.h"
#include "vigie-enums.h"
#include "vigie-gate.h"
#include "vigie-overview.h"
#include "vigie-stage-event.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *parent;
  VigieRecord *event;
  VigieGatePassed passed;
  gpointer data;
  GDestroyNotify destroy;

  GtkEditable *reason; /* borrowed from the dialog */
  char *missing;
} Question;

static void
question_free (Question *question)
{
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_object_unref (question->parent);
  g_object_unref (question->event);
  g_free (question->missing);
  g_free (question);
}

static void
question_closure_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  question_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* A decision of the day of the go-live; its code follows from what it decides, so that it is the only one. */
static VigieRecord *
new_decision (const Question *question)
{
  VigieRecord *decision = vigie_record_new (&vigie_decision_entity);
  const char *deployment = vigie_record_get_text (question->event, VIGIE_STAGE_EVENT_DEPLOYMENT);
  VigieDate day = vigie_record_get_date (question->event, VIGIE_STAGE_EVENT_OCCURRED_ON);
  g_autofree char *iso = vigie_date_dup_iso (day);
  g_autofree char *code = g_strdup_printf ("%s-%s", deployment, iso);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (question->reason)));

  vigie_record_set_text (decision, VIGIE_DECISION_CODE, code);
  vigie_record_set_number (decision, VIGIE_DECISION_KIND, VIGIE_DECISION_KIND_DEROGATE);
  vigie_record_set_text (decision, VIGIE_DECISION_TEXT, reason);
  vigie_record_set_text (decision, VIGIE_DECISION_RATIONALE, question->missing);
  vigie_record_set_date (decision, VIGIE_DECISION_DECIDED_ON, day);
  vigie_record_set_text (decision, VIGIE_DECISION_DEPLOYMENT, deployment);
  vigie_record_set_number (decision, VIGIE_DECISION_STATUS, VIGIE_DECISION_STATUS_IN_FORCE);
  return decision;
}

static void
answered_cb (Question *question, const char *response)
{
  g_autoptr (VigieRecord) decision = NULL;

  if (!g_str_equal (response, "go"))
    return;
  decision = new_decision (question);
  question->passed (decision, question->data);
}

static void
reason_changed_cb (AdwAlertDialog *dialog, GtkEditable *reason)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (reason)));

  adw_alert_dialog_set_response_enabled (dialog, "go", *text != '\0');
}

/* "AIPD: in progress", a line each. */
static char *
dup_missing (const VigieGate *gate)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    if (gate->states[i] < VIGIE_GATE_READY)
      {
        g_string_append (text, text->len > 0 ? "\n" : "");
        g_string_append_printf (text, C_ ("form", "%1$s: %2$s"), vigie_gate_criterion_label ((VigieGateCriterion) i),
                                vigie_gate_state_label (gate->states[i]));
      }
  return g_string_free_and_steal (text);
}

/* Takes over @question. */
static void
present (Question *question, const VigieGate *gate)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Not Ready for Production"), NULL));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *reason = adw_entry_row_new ();

  question->missing = dup_missing (gate);
  question->reason = GTK_EDITABLE (reason);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _ ("Who Decides to Go Ahead, and Why"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  adw_alert_dialog_set_body (dialog, question->missing);
  adw_alert_dialog_set_extra_child (dialog, group);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go", _ ("_Go Ahead"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (dialog, "go", FALSE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (reason, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_closure_free,
                         G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), question->parent);
  gtk_widget_grab_focus (reason);
}

/* Where the numbers cannot be had, the change is not stopped by that. */
static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load_finish (result, &error);
  VigieGate gate;

  if (overview == NULL)
    g_warning ("%s", error->message);
  if (gtk_widget_get_root (question->parent) == NULL)
    return;
  if (overview != NULL &&
      vigie_picture_find_gate (vigie_overview_get_picture (overview),
                               vigie_record_get_text (question->event, VIGIE_STAGE_EVENT_DEPLOYMENT), &gate) &&
      gate.verdict < VIGIE_GATE_READY)
    present (g_steal_pointer (&question), &gate);
  else
    question->passed (NULL, question->data);
}

/**
 * vigie_gate_dialog_is_asked:
 *
 * Returns: whether @record brings a deployment into production
 */
gboolean
vigie_gate_dialog_is_asked (VigieRecord *record)
{
  gint64 stage;

  if (vigie_record_get_entity (record) != &vigie_stage_event_entity)
    return FALSE;
  stage = vigie_record_get_number (record, VIGIE_STAGE_EVENT_STAGE, -1);
  return stage == VIGIE_STAGE_LIVE || stage == VIGIE_STAGE_RESTRICTED;
}

/**
 * vigie_gate_dialog_ask:
 * @parent: a widget of the window
 * @stage_event: which brings a deployment into production
 * @passed: called where it may, with what it takes; not called where it is given up
 * @destroy: (nullable): frees @data
 *
 * Shows what is missing on the day of @stage_event, where something is.
 */
void
vigie_gate_dialog_ask (GtkWidget *parent, VigieStore *store, VigieRecord *stage_event, VigieGatePassed passed,
                       gpointer data, GDestroyNotify destroy)
{
  g_autoptr (VigieScope) scope =
    vigie_scope_new (vigie_record_get_date (stage_event, VIGIE_STAGE_EVENT_OCCURRED_ON), NULL, NULL);
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (parent);
  question->event = g_object_ref (stage_event);
  question->passed = passed;
  question->data = data;
  question->destroy = destroy;
  vigie_overview_load_async (store, scope, NULL, loaded_cb, question);
}
