// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What was typed into a form is not lost by a slip: one that may not be closed asks first, and its draft goes with it only
 * where it is given up on purpose or saved.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-form-guard.h"

#include <glib/gi18n.h>

#define DRAFT "vigie-form-draft"

static void
answered_cb (AdwDialog *dialog, const char *response)
{
  if (g_str_equal (response, "discard"))
    vigie_form_guard_close (dialog);
}

static void
close_attempt_cb (AdwDialog *dialog)
{
  AdwAlertDialog *question;

  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Discard What Was Entered?"), NULL));
  adw_alert_dialog_add_responses (question, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (dialog));
}

/**
 * vigie_form_guard_attach:
 * @draft: of what stands in @dialog
 *
 * Has @dialog ask before it is closed while #AdwDialog:can-close is %FALSE, which it is to be once something was typed.
 */
void
vigie_form_guard_attach (AdwDialog *dialog, VigieFormDraft *draft)
{
  g_object_set_data_full (G_OBJECT (dialog), DRAFT, g_object_ref (draft), g_object_unref);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
}

/**
 * vigie_form_guard_close:
 *
 * Closes @dialog for good: what stands in it was saved, or is given up.
 */
void
vigie_form_guard_close (AdwDialog *dialog)
{
  vigie_form_draft_drop (g_object_get_data (G_OBJECT (dialog), DRAFT));
  adw_dialog_force_close (dialog);
}
