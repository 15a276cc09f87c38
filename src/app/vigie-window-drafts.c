// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A form that was being filled when the program ended is offered again when its register is opened.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-edit-several-dialog.h"
#include "vigie-form-dialog.h"
#include "vigie-format.h"
#include "vigie-roll-call-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  VigieWindow *window;
  VigieStore *store;
  GPtrArray *drafts; /* that are still to be offered */
} Offer;

static void
offer_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Offer *offer = data;

  g_object_unref (offer->window);
  g_object_unref (offer->store);
  g_ptr_array_unref (offer->drafts);
  g_free (offer);
}

static gboolean
is_shown (VigieWindow *self, VigieStore *store)
{
  return self->session != NULL && vigie_session_get_store (self->session) == store;
}

static void offer_next (VigieWindow *self, VigieStore *store, GPtrArray *drafts);

static void
present (Offer *offer, VigieFormDraft *draft)
{
  GtkWidget *parent = GTK_WIDGET (offer->window->view_stack);

  switch (vigie_form_draft_get_form (draft))
    {
    case VIGIE_DRAFT_SEVERAL:
      vigie_edit_several_dialog_present_draft (parent, offer->store, draft);
      break;
    case VIGIE_DRAFT_SESSION:
      vigie_roll_call_dialog_present_draft (parent, offer->store, draft);
      break;
    case VIGIE_DRAFT_RECORD:
    default:
      vigie_form_dialog_present_draft (parent, offer->store, draft);
    }
}

/* As the form is called. */
static char *
dup_title (VigieFormDraft *draft)
{
  const VigieEntity *entity = vigie_form_draft_get_entity (draft);

  switch (vigie_form_draft_get_form (draft))
    {
    case VIGIE_DRAFT_SEVERAL:
      {
        g_autoptr (GPtrArray) keys = vigie_form_draft_make_keys (draft);
        g_autofree char *number = vigie_format_integer (keys->len);

        /* Translators: title of a form; %1$s is a kind of record in the plural, %2$s how many are changed */
        return g_strdup_printf (_ ("%1$s: Change %2$s"), vigie_entity_get_label_plural (entity), number);
      }
    case VIGIE_DRAFT_SESSION:
      return g_strdup (_ ("Record a Session"));
    case VIGIE_DRAFT_RECORD:
    default:
      return g_strdup_printf (vigie_form_draft_get_kind (draft) == VIGIE_RECORD_ADD ? _ ("New: %s") : _ ("Change: %s"),
                              vigie_entity_get_label (entity));
    }
}

/* What is put off is offered the next time. */
static void
answered_cb (Offer *offer, const char *response)
{
  g_autoptr (VigieFormDraft) draft = g_ptr_array_steal_index (offer->drafts, 0);

  if (g_str_equal (response, "discard"))
    vigie_form_draft_drop (draft);
  if (g_str_equal (response, "continue") && is_shown (offer->window, offer->store))
    present (offer, draft);
  else
    offer_next (offer->window, offer->store, offer->drafts);
}

static void
offer_next (VigieWindow *self, VigieStore *store, GPtrArray *drafts)
{
  VigieFormDraft *draft;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  AdwAlertDialog *question;
  Offer *offer;

  if (drafts->len == 0 || !is_shown (self, store))
    return;
  draft = g_ptr_array_index (drafts, 0);
  title = dup_title (draft);
  /* Translators: %s is the title of a form, as in: New: AI system */
  body = g_strdup_printf (_ ("“%s” was being entered when Vigie ended. What stood in the form was kept."), title);
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Go On Where You Stopped?"), body));
  adw_alert_dialog_add_responses (question, "later", _ ("_Later"), "discard", _ ("_Discard"), "continue",
                                  _ ("_Continue"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (question, "continue", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "continue");
  adw_alert_dialog_set_close_response (question, "later");
  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (self);
  offer->store = g_object_ref (store);
  offer->drafts = g_ptr_array_ref (drafts);
  g_signal_connect_data (question, "response", G_CALLBACK (answered_cb), offer, offer_free, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

typedef struct
{
  VigieWindow *window;
  VigieStore *store;
} Search;

static void
found_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autofree Search *search = data;
  g_autoptr (VigieWindow) self = search->window;
  g_autoptr (VigieStore) store = search->store;
  g_autoptr (GPtrArray) drafts = vigie_form_drafts_find_finish (result, NULL);

  if (drafts != NULL)
    offer_next (self, store, drafts);
}

/**
 * vigie_window_offer_drafts:
 * @store: (nullable): the register that is shown from now on
 *
 * Offers the forms again that were being filled for a register, where it can be changed.
 */
void
vigie_window_offer_drafts (VigieWindow *self, VigieStore *store)
{
  Search *search;

  if (store == NULL || vigie_store_is_read_only (store))
    return;
  search = g_new0 (Search, 1);
  search->window = g_object_ref (self);
  search->store = g_object_ref (store);
  vigie_form_drafts_find_async (vigie_store_get_path (store), self->cancellable, found_cb, search);
}
