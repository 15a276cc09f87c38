// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The safeguards of a system, as a checklist of one deployment: what is due and how it stands, the gravest first, with the
 * law that asks for it. A row unfolds, and there its status, document, date and owner are changed in place; what is
 * typed is kept as a draft until it is saved. Where there are several deployments, one is chosen.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-parts.h"

#include "vigie-choice-row.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"
#include "vigie-form-dialog.h"
#include "vigie-form-row.h"
#include "vigie-format.h"
#include "vigie-safeguard.h"
#include "vigie-system-rows.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 3

typedef struct
{
  VigieStore *store;
  VigieRecord *record; /* as it is now; without a status where nothing was recorded */
  gboolean recorded;
  GPtrArray *rows;       /* of VigieFormRow; made when it is unfolded */
  GtkWidget *button;     /* borrowed */
  VigieFormDraft *draft; /* NULL where nothing is typed */
  gboolean dirty;
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  if (item->draft != NULL)
    vigie_form_draft_flush (item->draft);
  g_clear_object (&item->draft);
  g_object_unref (item->store);
  g_object_unref (item->record);
  g_clear_pointer (&item->rows, g_ptr_array_unref);
  g_free (item);
}

static Item *
item_of (GtkWidget *expander)
{
  return g_object_get_data (G_OBJECT (expander), "item");
}

/* --- editing --------------------------------------------------------------------------------------- */

static const guint edited[] = { VIGIE_SAFEGUARD_STATUS, VIGIE_SAFEGUARD_REFERENCE, VIGIE_SAFEGUARD_DONE_ON,
                                VIGIE_SAFEGUARD_VALID_UNTIL, VIGIE_SAFEGUARD_OWNER };

static void
keep_draft (Item *item)
{
  if (item->draft == NULL)
    item->draft =
      vigie_form_draft_new (vigie_store_get_path (item->store), item->record, VIGIE_RECORD_REPLACE, VIGIE_NO_FIELD);
  for (guint i = 0; i < item->rows->len; i++)
    {
      g_autofree char *text = vigie_form_row_dup_text (g_ptr_array_index (item->rows, i));

      vigie_form_draft_set_text (item->draft, vigie_safeguard_entity.fields[edited[i]].name, text);
    }
}

static void
row_changed_cb (GtkWidget *expander)
{
  Item *item = item_of (expander);

  keep_draft (item);
  item->dirty = TRUE;
  gtk_widget_set_sensitive (item->button, TRUE);
}

static void
tell (GtkWidget *widget, const char *title, gboolean undoable)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL);
  if (undoable)
    g_object_set (toast, "button-label", _ ("_Undo"), "action-name", "win.undo", NULL);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) expander = data;
  g_autoptr (GError) error = NULL;

  if (vigie_store_edit_record_finish (VIGIE_STORE (source), result, &error))
    {
      if (item_of (expander)->draft != NULL)
        vigie_form_draft_drop (item_of (expander)->draft);
      g_clear_object (&item_of (expander)->draft);
      tell (expander, _ ("Saved"), TRUE);
    }
  else
    {
      row_changed_cb (expander);
      tell (expander, error->message, FALSE);
    }
}

/* All is read, so that all that is wrong is told. */
static void
save_clicked_cb (GtkWidget *expander)
{
  Item *item = item_of (expander);
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_safeguard_entity);
  gboolean good = TRUE;

  vigie_record_set_text (record, VIGIE_SAFEGUARD_DEPLOYMENT,
                         vigie_record_get_text (item->record, VIGIE_SAFEGUARD_DEPLOYMENT));
  vigie_record_set_number (record, VIGIE_SAFEGUARD_KIND,
                           vigie_record_get_number (item->record, VIGIE_SAFEGUARD_KIND, 0));
  for (guint i = 0; i < item->rows->len; i++)
    good = vigie_form_row_read (g_ptr_array_index (item->rows, i), record) && good;
  if (good && vigie_record_find_disorder (record) != NULL)
    {
      const char *before = vigie_field_get_label (&vigie_safeguard_entity.fields[VIGIE_SAFEGUARD_DONE_ON]);
      /* Translators: what is wrong with a field of a form: %s is another field */
      g_autofree char *told = g_strdup_printf (_ ("before “%s”"), before);

      vigie_form_row_tell (g_ptr_array_index (item->rows, 3), told);
      good = FALSE;
    }
  if (!good)
    return;
  item->dirty = FALSE;
  gtk_widget_set_sensitive (item->button, FALSE);
  vigie_store_edit_record_async (item->store, record, item->recorded ? VIGIE_RECORD_REPLACE : VIGIE_RECORD_ADD,
                                 saved_cb, g_object_ref (expander));
}

/* The fields of sixteen safeguards are a hundred widgets: those of one are made when it is unfolded. */
static void
unfolded_cb (GtkWidget *expander)
{
  Item *item = item_of (expander);

  if (item->rows != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)))
    return;
  item->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (edited); i++)
    {
      VigieFormRow *row = vigie_form_row_new (item->store, item->record, edited[i], FALSE);

      g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), expander, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), vigie_form_row_get_widget (row));
      g_ptr_array_add (item->rows, row);
    }
  item->button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->button), _ ("_Save"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (item->button), TRUE);
  gtk_widget_add_css_class (item->button, "suggested-action");
  gtk_widget_set_sensitive (item->button, FALSE);
  g_signal_connect_object (item->button, "activated", G_CALLBACK (save_clicked_cb), expander, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), item->button);
}

/* --- what is shown --------------------------------------------------------------------------------- */

/* What is not due is no success. */
static GtkWidget *
make_mark (VigieDutyState state)
{
  static const VigieJudgement judgements[VIGIE_N_DUTY_STATES] = {
    [VIGIE_DUTY_MISSING] = VIGIE_JUDGEMENT_BAD,
    [VIGIE_DUTY_IN_PROGRESS] = VIGIE_JUDGEMENT_WARNING,
    [VIGIE_DUTY_NOT_ASSESSED] = VIGIE_JUDGEMENT_NOT_MEASURED,
    [VIGIE_DUTY_LATER] = VIGIE_JUDGEMENT_NEUTRAL,
    [VIGIE_DUTY_MET] = VIGIE_JUDGEMENT_GOOD,
    [VIGIE_DUTY_NOT_DUE] = VIGIE_JUDGEMENT_GOOD,
  };
  GtkWidget *mark = vigie_system_mark_new (judgements[state]);

  if (state == VIGIE_DUTY_NOT_DUE)
    {
      gtk_widget_remove_css_class (mark, "success");
      gtk_widget_add_css_class (mark, "dimmed");
    }
  return mark;
}

static void
append (GString *text, const char *separator, const char *part)
{
  g_string_append (text, text->len > 0 ? separator : "");
  g_string_append (text, part);
}

/* "in place, since 3 Mar 2026, DPO · document AIPD-12 · asked for by art. 26(9)" */
static char *
dup_summary (const VigieDuty *duty, VigieRecord *record)
{
  GString *text = g_string_new (NULL);
  g_autofree char *state = vigie_duty_dup_state (duty);
  VigieDate done = vigie_record_get_date (record, VIGIE_SAFEGUARD_DONE_ON);
  const char *owner = vigie_record_get_text (record, VIGIE_SAFEGUARD_OWNER);
  const char *document = vigie_record_get_text (record, VIGIE_SAFEGUARD_REFERENCE);

  append (text, "", state);
  if (done != VIGIE_DATE_NONE)
    {
      g_autofree char *day = vigie_format_date (done);
      /* Translators: of a safeguard; %s is a day */
      g_autofree char *since = g_strdup_printf (C_ ("safeguard", "since %s"), day);

      append (text, C_ ("list", ", "), since);
    }
  if (owner != NULL)
    append (text, C_ ("list", ", "), owner);
  if (document != NULL)
    {
      /* Translators: of a safeguard; %s is the reference of a document */
      g_autofree char *part = g_strdup_printf (C_ ("safeguard", "document %s"), document);

      append (text, " · ", part);
    }
  if (duty->rule != NULL)
    {
      const char *law = vigie_language_pick (duty->rule->text_fr, duty->rule->text_en);
      /* Translators: of a safeguard; %1$s is an article, %2$s the law that it is of */
      g_autofree char *part = g_strdup_printf (duty->sure ? C_ ("safeguard", "asked for by %1$s, %2$s")
                                                          : C_ ("safeguard", "perhaps asked for by %1$s, %2$s"),
                                               duty->rule->article, law);

      append (text, " · ", part);
    }
  return g_string_free_and_steal (text);
}

static VigieRecord *
find_record (const VigieDossierDeployment *deployment, int kind)
{
  for (guint i = 0; i < deployment->safeguards->len; i++)
    if (vigie_record_get_number (g_ptr_array_index (deployment->safeguards, i), VIGIE_SAFEGUARD_KIND, -1) == kind)
      return g_ptr_array_index (deployment->safeguards, i);
  return NULL;
}

static GtkWidget *
make_row (VigieStore *store, const VigieDossierDeployment *deployment, int kind, const VigieDuty *duty)
{
  VigieRecord *record = find_record (deployment, kind);
  gboolean writable = !vigie_store_is_read_only (store);
  GtkWidget *row = writable ? adw_expander_row_new () : adw_action_row_new ();
  Item *item = g_new0 (Item, 1);
  g_autofree char *summary = NULL;
  g_autofree char *name = NULL;

  item->store = g_object_ref (store);
  item->recorded = record != NULL;
  item->record = record != NULL ? g_object_ref (record) : vigie_record_new (&vigie_safeguard_entity);
  if (record == NULL)
    {
      vigie_record_set_text (item->record, VIGIE_SAFEGUARD_DEPLOYMENT,
                             vigie_record_get_text (deployment->record, VIGIE_DEPLOYMENT_CODE));
      vigie_record_set_number (item->record, VIGIE_SAFEGUARD_KIND, kind);
    }
  summary = dup_summary (duty, item->record);
  name = vigie_record_dup_key (item->record);
  g_object_set_data_full (G_OBJECT (row), "item", item, item_free);
  gtk_widget_set_name (row, name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, kind));
  g_object_set (row, "subtitle", summary, NULL);
  if (!writable)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_mark (duty->state));
      return row;
    }
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_mark (duty->state));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (unfolded_cb), NULL);
  return row;
}

/* The safeguard at @index of those that are asked for, perhaps asked for, or recorded; the gravest first. */
static int
find_kind (const VigiePicture *picture, const VigieDossierDeployment *deployment, guint index, VigieDuty *duty)
{
  guint n = 0;

  for (int state = 0; state < VIGIE_N_DUTY_STATES; state++)
    for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
      {
        *duty = vigie_picture_duty (picture, deployment->index, (VigieSafeguardKind) kind);
        if ((int) duty->state == state && (duty->state != VIGIE_DUTY_NOT_DUE || duty->status >= 0) && n++ == index)
          return kind;
      }
  return -1;
}

static GtkWidget *
make_safeguard (const VigieSystemRows *rows, guint index)
{
  const VigiePicture *picture = vigie_overview_get_picture (vigie_dossier_get_overview (rows->dossier));
  const VigieDossierDeployment *deployment = rows->kind;
  VigieDuty duty;
  int kind = find_kind (picture, deployment, index, &duty);

  return make_row (vigie_session_get_store (rows->session), deployment, kind, &duty);
}

static void
add_rows (GtkWidget *group, VigieSession *session, VigieDossier *dossier, const VigieDossierDeployment *deployment)
{
  const VigiePicture *picture = vigie_overview_get_picture (vigie_dossier_get_overview (dossier));
  VigieSystemRows rows = {
    .session = session, .dossier = dossier, .make = make_safeguard, .at_once = ROWS_AT_ONCE, .kind = deployment
  };
  VigieDuty duty;

  while (find_kind (picture, deployment, rows.n, &duty) >= 0)
    rows.n++;
  vigie_system_group_add_rows (group, &rows);
  if (rows.n == 0)
    vigie_system_group_add_note (group, _ ("No rule of the register asks for a safeguard, and none is recorded."));
}

static guint
count_lacking (const VigiePicture *picture, const VigieDossierDeployment *deployment)
{
  guint lacking = 0;

  for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    lacking +=
      vigie_picture_duty (picture, deployment->index, (VigieSafeguardKind) kind).state <= VIGIE_DUTY_IN_PROGRESS;
  return lacking;
}

static void
chosen_cb (GtkWidget *choice)
{
  GPtrArray *codes = g_object_get_data (G_OBJECT (choice), "codes");
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  if (selected < codes->len)
    gtk_widget_activate_action (choice, "system.choose-deployment", "s", g_ptr_array_index (codes, selected));
}

/* Which deployment it is about. */
static void
add_choice (GtkWidget *group, VigieDossier *dossier, const VigiePicture *picture, guint chosen)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *choice;

  for (guint i = 0; i < vigie_dossier_get_n_deployments (dossier); i++)
    {
      const VigieDossierDeployment *deployment = vigie_dossier_get_deployment (dossier, i);
      guint lacking = count_lacking (picture, deployment);
      g_autofree char *number = vigie_format_integer (lacking);
      g_autofree char *text = NULL;

      /* Translators: %1$s is a place, %2$s how many safeguards are not in place there */
      text = lacking > 0 ? g_strdup_printf (ngettext ("%1$s (%2$s lacking)", "%1$s (%2$s lacking)", lacking),
                                            deployment->place, number)
                         : g_strdup (deployment->place);
      gtk_string_list_append (places, text);
      g_ptr_array_add (codes, g_strdup (vigie_record_get_text (deployment->record, VIGIE_DEPLOYMENT_CODE)));
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&places)), NULL);
  vigie_choice_let_be_narrow (GTK_DROP_DOWN (choice));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_name (choice, "deployment-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vigie_entity_get_label (&vigie_deployment_entity), -1);
  g_object_set_data_full (G_OBJECT (choice), "codes", codes, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), choice);
}

/**
 * vigie_system_safeguards_new:
 * @deployment: (nullable): the code of the deployment to show first
 *
 * Returns: (transfer floating): the checklist of safeguards
 */
GtkWidget *
vigie_system_safeguards_new (VigieSession *session, VigieDossier *dossier, const char *deployment)
{
  const VigiePicture *picture = vigie_overview_get_picture (vigie_dossier_get_overview (dossier));
  GtkWidget *group = vigie_system_group_new (_ ("Safeguards"), NULL);
  guint chosen = 0;

  for (guint i = 0; i < vigie_dossier_get_n_deployments (dossier); i++)
    if (g_strcmp0 (vigie_record_get_text (vigie_dossier_get_deployment (dossier, i)->record, VIGIE_DEPLOYMENT_CODE),
                   deployment) == 0)
      chosen = i;
  if (vigie_dossier_get_n_deployments (dossier) == 0)
    {
      vigie_system_group_add_note (group,
                                   _ ("Safeguards are those of a deployment: it has none in what is looked at."));
      return group;
    }
  if (vigie_dossier_get_n_deployments (dossier) > 1)
    add_choice (group, dossier, picture, chosen);
  add_rows (group, session, dossier, vigie_dossier_get_deployment (dossier, chosen));
  return group;
}

static gboolean
find_dirty (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    return item_of (widget) != NULL && item_of (widget)->dirty;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_dirty (child))
      return TRUE;
  return FALSE;
}

/**
 * vigie_system_safeguards_is_dirty:
 *
 * Returns: whether something is typed there that was not saved
 */
gboolean
vigie_system_safeguards_is_dirty (GtkWidget *safeguards)
{
  return find_dirty (safeguards);
}
