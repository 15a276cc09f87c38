// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Where a system is at work: each deployment with the steps of its life, and the next a click away. A step into
 * production goes through the gate. What was entered can be undone.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-parts.h"

#include "vigie-clock.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-gate-dialog.h"
#include "vigie-stage-event.h"
#include "vigie-stage-stepper.h"
#include "vigie-system-rows.h"
#include "vigie-system.h"

#include <glib/gi18n.h>

/* --- a step ---------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *from;
  VigieStore *store;
  VigieRecord *event;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->from);
  g_object_unref (step->store);
  g_object_unref (step->event);
  g_free (step);
}

static void
tell (GtkWidget *from, const char *title, gboolean undoable)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL);
  if (undoable)
    g_object_set (toast, "button-label", _ ("_Undo"), "action-name", "win.undo", NULL);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Step *step = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *stage = vigie_record_display (step->event, VIGIE_STAGE_EVENT_STAGE);
  /* Translators: %s is the stage that a deployment has been moved to */
  g_autofree char *title = g_strdup_printf (_ ("Stage recorded: %s"), stage);

  if (vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    tell (step->from, title, TRUE);
  else
    tell (step->from, error->message, FALSE);
  step_free (step);
}

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

/* A decision that it takes is entered with it, and undone with it. */
static void
passed_cb (VigieRecord *decision, gpointer data)
{
  const Step *asked = data;
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  Step *step = g_new0 (Step, 1);

  step->from = g_object_ref (asked->from);
  step->store = g_object_ref (asked->store);
  step->event = g_object_ref (asked->event);
  if (decision != NULL)
    g_ptr_array_add (records, g_object_ref (decision));
  g_ptr_array_add (records, g_object_ref (asked->event));
  vigie_store_put_async (asked->store, next_record, NULL, records, (GDestroyNotify) g_ptr_array_unref,
                         VIGIE_PUT_DEFAULT, NULL, put_cb, step);
}

/**
 * vigie_system_deployments_set_stage:
 * @from: a widget of the window that stays
 * @deployment: its code
 * @stage: the nick of a stage, which it enters today
 *
 * Enters that a deployment has reached a stage, through the gate where it goes into production.
 */
void
vigie_system_deployments_set_stage (GtkWidget *from, VigieStore *store, const char *deployment, const char *stage)
{
  g_autoptr (VigieRecord) event = vigie_record_new (&vigie_stage_event_entity);
  Step *step;
  int value;

  if (!vigie_enum_from_nick (VIGIE_TYPE_STAGE, stage, &value))
    return;
  vigie_record_set_text (event, VIGIE_STAGE_EVENT_DEPLOYMENT, deployment);
  vigie_record_set_date (event, VIGIE_STAGE_EVENT_OCCURRED_ON, vigie_clock_today ());
  vigie_record_set_number (event, VIGIE_STAGE_EVENT_STAGE, value);
  vigie_record_set_number (event, VIGIE_STAGE_EVENT_BASIS, VIGIE_STAGE_BASIS_EVENT);
  step = g_new0 (Step, 1);
  step->from = g_object_ref (from);
  step->store = g_object_ref (store);
  step->event = g_steal_pointer (&event);
  if (vigie_gate_dialog_is_asked (step->event))
    vigie_gate_dialog_ask (from, store, step->event, passed_cb, step, step_free);
  else
    {
      passed_cb (NULL, step);
      step_free (step);
    }
}

/* --- what is shown --------------------------------------------------------------------------------- */

static int
find_next (int present)
{
  if (present < VIGIE_STAGE_LIVE)
    return present + 1;
  return present == VIGIE_STAGE_RESTRICTED || present == VIGIE_STAGE_SUSPENDED ? VIGIE_STAGE_LIVE : -1;
}

static GMenu *
make_menu (const char *code, int present, int next)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (int stage = 0; stage < VIGIE_STAGE_COUNT; stage++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (stage == present || stage == next)
        continue;
      item = g_menu_item_new (vigie_enum_label (VIGIE_TYPE_STAGE, stage), NULL);
      g_menu_item_set_action_and_target (item, "system.set-stage", "(ss)", code,
                                         vigie_enum_to_nick (VIGIE_TYPE_STAGE, stage));
      g_menu_append_item (stages, item);
    }
  {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ ("On Another _Day…"), NULL);

    g_menu_item_set_action_and_target (item, "system.enter-stage", "s", code);
    g_menu_append_item (more, item);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stages));
  return menu;
}

/* Made when it is first wanted, for a menu is tens of widgets, and a page may have as many deployments. */
static void
make_stage_menu (GtkMenuButton *button, gpointer data)
{
  GtkWidget *split = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_SPLIT_BUTTON);
  int present = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "vigie-stage"));
  g_autoptr (GMenu) menu = make_menu (data, present, find_next (present));

  if (split != NULL && adw_split_button_get_menu_model (ADW_SPLIT_BUTTON (split)) == NULL)
    adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (split), G_MENU_MODEL (menu));
  else if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
give_stage_menu (GtkWidget *button, const char *code, int present)
{
  g_object_set_data (G_OBJECT (button), "vigie-stage", GINT_TO_POINTER (present));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_stage_menu, g_strdup (code), g_free);
}

/* The part of a split button that opens the menu. */
static GtkWidget *
find_dropdown (GtkWidget *split)
{
  GtkWidget *child = gtk_widget_get_first_child (split);

  while (child != NULL && !GTK_IS_MENU_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
make_next_button (const char *code, int present)
{
  int next = find_next (present);
  GtkWidget *button;
  g_autofree char *label = NULL;

  if (next < 0)
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Change Stage"));
      give_stage_menu (button, code, present);
      return button;
    }
  /* Translators: a button that records that a deployment enters a stage today; %s is the stage */
  label = g_strdup_printf (_ ("Next: %s"), vigie_enum_label (VIGIE_TYPE_STAGE, next));
  button = adw_split_button_new ();
  adw_split_button_set_label (ADW_SPLIT_BUTTON (button), label);
  adw_split_button_set_can_shrink (ADW_SPLIT_BUTTON (button), TRUE);
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (button), _ ("Another Stage"));
  give_stage_menu (find_dropdown (button), code, present);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "system.set-stage");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", code, vigie_enum_to_nick (VIGIE_TYPE_STAGE, next));
  return button;
}

/* Owner, oversight and users, where they are known. */
static char *
dup_details (const VigieDossier *dossier, const VigieDossierDeployment *deployment)
{
  const VigieFacts *facts = vigie_overview_get_picture (vigie_dossier_get_overview (dossier))->facts;
  const VigieDeploymentPicture *picture =
    &vigie_overview_get_picture (vigie_dossier_get_overview (dossier))->deployments[deployment->index];
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  gint64 users = picture->users.users;

  if (picture->fact->owner != NULL)
    /* Translators: %s is who is responsible for a deployment, by function */
    g_strv_builder_take (parts, g_strdup_printf (_ ("owner: %s"), picture->fact->owner));
  if (picture->fact->oversight != NULL)
    /* Translators: %s is who oversees the use of an AI system, by function */
    g_strv_builder_take (parts, g_strdup_printf (_ ("human oversight: %s"), picture->fact->oversight));
  if (users >= facts->small_group)
    {
      g_autofree char *number = vigie_format_integer (users);

      g_strv_builder_take (parts, g_strdup_printf (ngettext ("%s user", "%s users", (gulong) users), number));
    }
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

static GtkWidget *
make_deployment (const VigieSystemRows *rows, guint index)
{
  VigieDossier *dossier = rows->dossier;
  const VigieDossierDeployment *deployment = vigie_dossier_get_deployment (dossier, index);
  VigieStore *store = vigie_session_get_store (rows->session);
  const char *code = vigie_record_get_text (deployment->record, VIGIE_DEPLOYMENT_CODE);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *details_button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *details = dup_details (dossier, deployment);
  /* Translators: what a button does, for a screen reader; %s is a place */
  g_autofree char *spoken = g_strdup_printf (_ ("Details of the deployment: %s"), deployment->place);
  int present = deployment->events->len > 0
                  ? (int) vigie_record_get_number (g_ptr_array_index (deployment->events, deployment->events->len - 1),
                                                   VIGIE_STAGE_EVENT_STAGE, -1)
                  : -1;

  gtk_box_append (GTK_BOX (texts), vigie_system_label_new (deployment->place, "heading"));
  if (*details != '\0')
    gtk_box_append (GTK_BOX (texts), vigie_system_label_new (details, "dimmed"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (details_button, "flat");
  gtk_widget_set_valign (details_button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (details_button, _ ("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (details_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (details_button), "system.show-deployment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (details_button), "s", code);
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), details_button);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box),
                  vigie_stage_stepper_new (deployment->events,
                                           vigie_record_get_date (deployment->record, VIGIE_DEPLOYMENT_PLANNED_ON)));
  if (!vigie_store_is_read_only (store))
    {
      GtkWidget *button = make_next_button (code, present);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "vigie-deployment");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_name (row, code);
  return row;
}

static GtkWidget *
make_deployment_or_rest (const VigieSystemRows *rows, guint index)
{
  guint more = vigie_dossier_get_n_more_deployments (rows->dossier);
  g_autofree char *number = vigie_format_integer (more);
  /* Translators: of a long list; %s is how many are not shown */
  g_autofree char *text = g_strdup_printf (ngettext ("And %s more", "And %s more", more), number);

  return index < vigie_dossier_get_n_deployments (rows->dossier) ? make_deployment (rows, index)
                                                                 : vigie_system_note_new (text);
}

/**
 * vigie_system_deployments_new:
 *
 * Returns: (transfer floating): the deployments of a system
 */
GtkWidget *
vigie_system_deployments_new (VigieSession *session, VigieDossier *dossier)
{
  GtkWidget *group = vigie_system_group_new (_ ("Where It Is at Work"), NULL);
  g_autoptr (VigieRecord) start = vigie_record_new (&vigie_deployment_entity);
  const VigieSystemRows rows = { .session = session,
                                 .dossier = dossier,
                                 .make = make_deployment_or_rest,
                                 .n = vigie_dossier_get_n_deployments (dossier) +
                                      (vigie_dossier_get_n_more_deployments (dossier) > 0 ? 1 : 0),
                                 .at_once = 1 };

  vigie_record_set_text (start, VIGIE_DEPLOYMENT_SYSTEM,
                         vigie_record_get_text (vigie_dossier_get_record (dossier), VIGIE_SYSTEM_CODE));
  vigie_system_group_add_adder (group, vigie_session_get_store (session), start, VIGIE_DEPLOYMENT_SYSTEM);
  vigie_system_group_add_rows (group, &rows);
  if (vigie_dossier_get_n_deployments (dossier) == 0)
    vigie_system_group_add_note (group, _ ("It is not deployed in what is looked at."));
  return group;
}
