// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieClassifyDialog: the guided classification of an AI system. It asks one question a page; the last page proposes a
 * class, with its reasons and what it obliges to. What is taken over is written with the answers as a piece of
 * evidence, in one change. It is no legal advice, and says so.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-classify-dialog.h"

#include "vigie-clock.h"
#include "vigie-enums.h"
#include "vigie-evidence.h"
#include "vigie-format.h"
#include "vigie-questionnaire-load.h"
#include "vigie-system-rows.h"
#include "vigie-system.h"
#include "vigie-text-scale.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 620
#define DIALOG_HEIGHT 680
#define MOST_QUESTIONS 32

struct _VigieClassifyDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwNavigationView *pages;
  AdwBanner *banner;       /* of the last page */
  GtkWidget *class_switch; /* of the last page; %NULL where nothing is to be chosen */
  GtkWidget *device_switch;

  /* owned */
  VigieSession *session;
  VigieRecord *system;
  VigieQuestionnaire *questionnaire;
  VigieClassification proposal;
  AdwToastOverlay *overlay;
  guint given[MOST_QUESTIONS];
  guint n_given;
};

G_DEFINE_FINAL_TYPE (VigieClassifyDialog, vigie_classify_dialog, ADW_TYPE_DIALOG)

static AdwNavigationPage *make_next_page (VigieClassifyDialog *self);

static VigieStore *
get_store (VigieClassifyDialog *self)
{
  return vigie_session_get_store (self->session);
}

/* --- a question ------------------------------------------------------------------------------------ */

static void
answered_cb (GtkWidget *row)
{
  VigieClassifyDialog *self = VIGIE_CLASSIFY_DIALOG (gtk_widget_get_ancestor (row, VIGIE_TYPE_CLASSIFY_DIALOG));

  if (self->n_given >= MOST_QUESTIONS)
    return;
  self->given[self->n_given++] = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "answer"));
  adw_navigation_view_push (self->pages, make_next_page (self));
}

/* One goes back to answer otherwise. */
static void
popped_cb (VigieClassifyDialog *self)
{
  if (self->n_given > 0)
    self->n_given--;
}

static GtkWidget *
make_column (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return box;
}

static AdwNavigationPage *
make_page (const char *title, GtkWidget *column, GtkWidget **view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *header = adw_header_bar_new ();

  *view = adw_toolbar_view_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (*view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (*view), scrolled);
  return adw_navigation_page_new (*view, title);
}

static AdwNavigationPage *
make_question_page (VigieClassifyDialog *self, const VigieQuestion *question)
{
  GtkWidget *column = make_column ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *view;
  g_autofree char *number = vigie_format_integer (self->n_given + 1);
  /* Translators: title of a page; %s is the number of a question */
  g_autofree char *title = g_strdup_printf (_ ("Question %s"), number);
  const char *help = vigie_language_pick (question->help_fr, question->help_en);

  gtk_box_append (GTK_BOX (column),
                  vigie_system_label_new (vigie_language_pick (question->text_fr, question->text_en), "title-2"));
  if (help != NULL)
    gtk_box_append (GTK_BOX (column), vigie_system_label_new (help, NULL));
  if (question->article != NULL)
    gtk_box_append (GTK_BOX (column), vigie_system_label_new (question->article, "dimmed"));
  for (guint i = 0; i < question->answers->len; i++)
    {
      const VigieAnswer *answer = g_ptr_array_index (question->answers, i);
      GtkWidget *row = vigie_system_row_new (vigie_language_pick (answer->label_fr, answer->label_en), NULL);

      g_object_set_data (G_OBJECT (row), "answer", GUINT_TO_POINTER (i));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (answered_cb), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (column), group);
  return make_page (title, column, &view);
}

/* --- what is written ------------------------------------------------------------------------------- */

/* "Questionnaire 2026-11. …? …. …? …." */
static char *
dup_statement (VigieClassifyDialog *self)
{
  GString *text = g_string_new (NULL);
  const VigieQuestion *question = g_ptr_array_index (self->questionnaire->questions, 0);

  /* Translators: how a system was classified; %s is the version of a questionnaire */
  g_string_append_printf (text, _ ("Guided classification, questionnaire %s."), self->questionnaire->version);
  for (guint i = 0; i < self->n_given && question != NULL; i++)
    {
      const VigieAnswer *answer = g_ptr_array_index (question->answers, self->given[i]);

      g_string_append_printf (text, "\n%s → %s", vigie_language_pick (question->text_fr, question->text_en),
                              vigie_language_pick (answer->label_fr, answer->label_en));
      question = answer->next != NULL ? vigie_questionnaire_find (self->questionnaire, answer->next) : NULL;
    }
  return g_string_free_and_steal (text);
}

static VigieRecord *
new_evidence (VigieClassifyDialog *self)
{
  VigieRecord *evidence = vigie_record_new (&vigie_evidence_entity);
  const char *system = vigie_record_get_text (self->system, VIGIE_SYSTEM_CODE);
  VigieDate today = vigie_clock_today ();
  g_autofree char *iso = vigie_date_dup_iso (today);
  g_autofree char *code = g_strdup_printf ("CLA-%s-%s", system, iso);
  g_autofree char *statement = dup_statement (self);

  vigie_record_set_text (evidence, VIGIE_EVIDENCE_CODE, code);
  vigie_record_set_text (evidence, VIGIE_EVIDENCE_SYSTEM, system);
  vigie_record_set_number (evidence, VIGIE_EVIDENCE_KIND, VIGIE_EVIDENCE_KIND_OTHER);
  vigie_record_set_number (evidence, VIGIE_EVIDENCE_RESULT, VIGIE_EVIDENCE_RESULT_DECLARED);
  vigie_record_set_text (evidence, VIGIE_EVIDENCE_STATEMENT, statement);
  vigie_record_set_date (evidence, VIGIE_EVIDENCE_OBTAINED_ON, today);
  vigie_record_set_text (evidence, VIGIE_EVIDENCE_REFERENCE, self->questionnaire->version);
  return evidence;
}

static gboolean
is_on (GtkWidget *row)
{
  return row != NULL && adw_switch_row_get_active (ADW_SWITCH_ROW (row));
}

static VigieRecord *
new_system (VigieClassifyDialog *self)
{
  VigieRecord *system = vigie_record_new (&vigie_system_entity);

  vigie_record_set_text (system, VIGIE_SYSTEM_CODE, vigie_record_get_text (self->system, VIGIE_SYSTEM_CODE));
  vigie_record_set_text (system, VIGIE_SYSTEM_NAME, vigie_record_get_text (self->system, VIGIE_SYSTEM_NAME));
  if (is_on (self->class_switch))
    {
      vigie_record_set_number (system, VIGIE_SYSTEM_AI_ACT_CLASS, self->proposal.ai_act_class);
      vigie_record_set_number (system, VIGIE_SYSTEM_AI_ACT_ROUTE, self->proposal.ai_act_route);
      if (self->proposal.ai_act_role >= 0)
        vigie_record_set_number (system, VIGIE_SYSTEM_AI_ACT_ROLE, self->proposal.ai_act_role);
    }
  if (is_on (self->device_switch))
    vigie_record_set_number (system, VIGIE_SYSTEM_MD_CLASS, self->proposal.md_class);
  return system;
}

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieClassifyDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  if (self->overlay != NULL)
    adw_toast_overlay_add_toast (self->overlay,
                                 g_object_new (ADW_TYPE_TOAST, "title", _ ("Classification recorded"), "use-markup",
                                               FALSE, "button-label", _ ("_Undo"), "action-name", "win.undo", NULL));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
record_clicked_cb (VigieClassifyDialog *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, new_system (self));
  g_ptr_array_add (records, new_evidence (self));
  vigie_store_put_async (get_store (self), next_record, NULL, records, (GDestroyNotify) g_ptr_array_unref,
                         VIGIE_PUT_DEFAULT, NULL, written_cb, g_object_ref (self));
}

/* --- the proposal ---------------------------------------------------------------------------------- */

/* What is asked of a system that is classed so. */
static GtkWidget *
make_duties (VigieClassifyDialog *self)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);
  VigieFactSystem classed = { .ai_act_class = self->proposal.ai_act_class,
                              .ai_act_route = self->proposal.ai_act_route,
                              .md_class = self->proposal.md_class,
                              .personal_data =
                                (int) vigie_record_get_number (self->system, VIGIE_SYSTEM_PERSONAL_DATA, -1),
                              .health_data =
                                (int) vigie_record_get_number (self->system, VIGIE_SYSTEM_HEALTH_DATA, -1) };
  GtkWidget *group = vigie_system_group_new (_ ("What It Obliges To"), NULL);
  g_autoptr (GPtrArray) duties = NULL;

  if (overview == NULL)
    return group;
  duties = vigie_facts_list_duties (vigie_overview_get_picture (overview)->facts, &classed);
  for (guint i = 0; i < duties->len; i++)
    {
      const VigieFactDuty *duty = g_ptr_array_index (duties, i);
      g_autofree char *day = vigie_format_date (duty->applies_on);
      /* Translators: of a duty: %1$s is an article, %2$s the law, %3$s the day from which it applies */
      g_autofree char *law = g_strdup_printf (_ ("%1$s, %2$s · applies from %3$s"), duty->article,
                                              vigie_language_pick (duty->text_fr, duty->text_en), day);

      adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        vigie_system_row_new (vigie_language_pick (duty->definition_fr, duty->definition_en), law));
    }
  if (duties->len == 0)
    vigie_system_group_add_note (group, _ ("No rule of the register asks for a safeguard on that ground."));
  return group;
}

static GtkWidget *
make_reasons (VigieClassifyDialog *self)
{
  GtkWidget *group = vigie_system_group_new (_ ("Why"), NULL);

  for (guint i = 0; i < self->proposal.reasons->len; i++)
    {
      const VigieAnswer *answer = g_ptr_array_index (self->proposal.reasons, i);

      adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        vigie_system_row_new (vigie_language_pick (answer->reason_fr, answer->reason_en), answer->article));
    }
  return group;
}

static GtkWidget *
add_switch (GtkWidget *group, const char *title, const char *value, gboolean on)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), on);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* Which of the two is taken over. A class on a certificate weighs more than a proposal. */
static GtkWidget *
make_choice (VigieClassifyDialog *self)
{
  GtkWidget *group = vigie_system_group_new (
    _ ("Proposal"), _ ("A proposal to be checked, and no legal advice. What is switched on is written to the system."));
  const char *class = vigie_enum_label (VIGIE_TYPE_AI_ACT_CLASS, self->proposal.ai_act_class);
  const char *route = vigie_enum_label (VIGIE_TYPE_AI_ACT_ROUTE, self->proposal.ai_act_route);
  gboolean by_annex = self->proposal.ai_act_route == VIGIE_AI_ACT_ROUTE_ANNEX1 ||
                      self->proposal.ai_act_route == VIGIE_AI_ACT_ROUTE_ANNEX3;
  /* Translators: a class under the AI Act, and by which annex */
  g_autofree char *classed = by_annex ? g_strdup_printf (C_ ("class", "%1$s (%2$s)"), class, route) : g_strdup (class);
  gint64 known = vigie_record_get_number (self->system, VIGIE_SYSTEM_MD_CLASS, VIGIE_MD_CLASS_UNKNOWN);

  self->class_switch =
    add_switch (group, vigie_field_get_label (&vigie_system_entity.fields[VIGIE_SYSTEM_AI_ACT_CLASS]), classed, TRUE);
  self->device_switch =
    self->proposal.md_class < 0
      ? NULL
      : add_switch (group, vigie_field_get_label (&vigie_system_entity.fields[VIGIE_SYSTEM_MD_CLASS]),
                    vigie_enum_label (VIGIE_TYPE_MD_CLASS, self->proposal.md_class), known == VIGIE_MD_CLASS_UNKNOWN);
  return group;
}

static char *
dup_source (VigieClassifyDialog *self)
{
  g_autofree char *day = vigie_format_date (self->questionnaire->checked_on);

  /* Translators: %1$s is a version, %2$s the laws it goes by, %3$s the day on which it was compared with them */
  return g_strdup_printf (_ ("Questionnaire %1$s, after %2$s. Checked on %3$s."), self->questionnaire->version,
                          vigie_language_pick (self->questionnaire->source_fr, self->questionnaire->source_en), day);
}

static AdwNavigationPage *
make_proposal_page (VigieClassifyDialog *self)
{
  GtkWidget *column = make_column ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Record the Classification"));
  g_autofree char *source = dup_source (self);
  GtkWidget *view;
  AdwNavigationPage *page = make_page (_ ("Proposal"), column, &view);

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (column), make_choice (self));
  gtk_box_append (GTK_BOX (column), make_reasons (self));
  gtk_box_append (GTK_BOX (column), make_duties (self));
  gtk_box_append (GTK_BOX (column), vigie_system_label_new (source, "caption"));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 9);
  gtk_widget_set_margin_bottom (button, 9);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (record_clicked_cb), self);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), button);
  return page;
}

/* The question that the answers so far lead to, or the proposal. */
static AdwNavigationPage *
make_next_page (VigieClassifyDialog *self)
{
  const VigieQuestion *question;

  vigie_classification_clear (&self->proposal);
  question = vigie_questionnaire_walk (self->questionnaire, self->given, self->n_given, &self->proposal);
  return question != NULL ? make_question_page (self, question) : make_proposal_page (self);
}

/* --- life ------------------------------------------------------------------------------------------ */

static void
vigie_classify_dialog_dispose (GObject *object)
{
  VigieClassifyDialog *self = VIGIE_CLASSIFY_DIALOG (object);

  vigie_classification_clear (&self->proposal);
  g_clear_pointer (&self->questionnaire, vigie_questionnaire_free);
  g_clear_object (&self->overlay);
  g_clear_object (&self->system);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_classify_dialog_parent_class)->dispose (object);
}

static void
vigie_classify_dialog_class_init (VigieClassifyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_classify_dialog_dispose;
}

static void
vigie_classify_dialog_init (VigieClassifyDialog *self)
{
  self->pages = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->pages));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Guided Classification"));
  g_signal_connect_swapped (self->pages, "popped", G_CALLBACK (popped_cb), self);
}

/**
 * vigie_classify_dialog_present:
 * @parent: a widget of the window
 * @system: an AI system
 *
 * Asks what class a system has, and writes what is taken over.
 */
void
vigie_classify_dialog_present (GtkWidget *parent, VigieSession *session, VigieRecord *system)
{
  VigieClassifyDialog *self = g_object_new (VIGIE_TYPE_CLASSIFY_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GError) error = NULL;

  g_object_ref_sink (self);
  self->session = g_object_ref (session);
  self->system = g_object_ref (system);
  self->overlay = overlay != NULL ? g_object_ref (ADW_TOAST_OVERLAY (overlay)) : NULL;
  self->questionnaire = vigie_questionnaire_load (&error);
  if (self->questionnaire == NULL)
    g_error ("%s", error->message); /* what the program carries with it is whole: a test reads it */
  adw_navigation_view_push (self->pages, make_next_page (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
  g_object_unref (self);
}
