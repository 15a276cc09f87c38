// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What belongs to a system: what falls due, the barriers that weigh on it, incidents, actions, decisions, costs and
 * benefits of its deployments, its history and its place on the map of trust.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-parts.h"

#include "vigie-action.h"
#include "vigie-barrier-link.h"
#include "vigie-barrier.h"
#include "vigie-benefit.h"
#include "vigie-chart.h"
#include "vigie-cost.h"
#include "vigie-decision.h"
#include "vigie-deployment.h"
#include "vigie-enums.h"
#include "vigie-field-text.h"
#include "vigie-figure.h"
#include "vigie-format.h"
#include "vigie-incident.h"
#include "vigie-system-rows.h"
#include "vigie-system.h"

#include <glib/gi18n.h>

/* Of a long list the first are shown and the rest is counted. */
#define ROWS_MAX 8
#define DUES_MAX 10

#define ROWS_AT_ONCE 5

static GtkWidget *
make_rest (guint n)
{
  g_autofree char *number = vigie_format_integer (n);
  /* Translators: of a long list; %s is how many are not shown */
  g_autofree char *text = g_strdup_printf (ngettext ("And %s more", "And %s more", n), number);

  return vigie_system_note_new (text);
}

/* Of @n, at most so many, and then how many more there are. */
static void
add_rows (GtkWidget *group, VigieSession *session, VigieDossier *dossier, guint n, guint most,
          GtkWidget *(*make) (const VigieSystemRows *rows, guint index), gconstpointer kind)
{
  const VigieSystemRows rows = { .session = session,
                                 .dossier = dossier,
                                 .make = make,
                                 .n = n > most ? most + 1 : n,
                                 .at_once = ROWS_AT_ONCE,
                                 .kind = kind };

  vigie_system_group_add_rows (group, &rows);
}

/* --- what falls due -------------------------------------------------------------------------------- */

static GtkWidget *
make_due (const VigieSystemRows *rows, guint index)
{
  VigieDate as_of = vigie_session_get_as_of (rows->session);
  const VigieDossierDue *due = vigie_dossier_get_due (rows->dossier, index);
  g_autofree char *day = vigie_format_date (due->on);
  /* Translators: %s is a day that has passed by */
  g_autofree char *late = g_strdup_printf (_ ("%s, passed"), day);
  GtkWidget *row;

  if (index == DUES_MAX)
    return make_rest (vigie_dossier_get_n_dues (rows->dossier) - DUES_MAX);
  row = vigie_system_row_new (due->text, due->on < as_of ? late : day);
  adw_action_row_add_prefix (
    ADW_ACTION_ROW (row), vigie_system_mark_new (due->on < as_of ? VIGIE_JUDGEMENT_WARNING : VIGIE_JUDGEMENT_NEUTRAL));
  if (due->entity != NULL)
    vigie_system_row_lead_to (row, vigie_session_get_store (rows->session), due->entity, due->code);
  return row;
}

/**
 * vigie_system_dues_new:
 *
 * Returns: (transfer floating): what falls due, by day
 */
GtkWidget *
vigie_system_dues_new (VigieSession *session, VigieDossier *dossier)
{
  GtkWidget *group = vigie_system_group_new (_ ("What Falls Due"), NULL);
  guint n = vigie_dossier_get_n_dues (dossier);

  add_rows (group, session, dossier, n, DUES_MAX, make_due, NULL);
  if (n == 0)
    vigie_system_group_add_note (group, _ ("Nothing falls due."));
  return group;
}

/* --- risks ----------------------------------------------------------------------------------------- */

static char *
dup_risk (const VigieDossierRisk *risk)
{
  const char *effect = risk->effect >= 0 ? vigie_enum_label (VIGIE_TYPE_LINK_EFFECT, risk->effect) : NULL;
  const char *level = risk->score >= 0 ? vigie_level_label (vigie_level_from_score (risk->score)) : _ ("not rated");

  if (effect == NULL)
    return g_strdup (level);
  /* Translators: of a barrier: %1$s is what it does to a system, such as “blocks”, %2$s its level, such as “high” */
  return g_strdup_printf (C_ ("risk", "%1$s · level: %2$s"), effect, level);
}

static GtkWidget *
make_risk (const VigieSystemRows *rows, guint index)
{
  const VigieFacts *facts = vigie_overview_get_picture (vigie_dossier_get_overview (rows->dossier))->facts;
  const VigieDossierRisk *risk = vigie_dossier_get_risk (rows->dossier, index);
  const VigieFactBarrier *barrier = &facts->barriers[risk->barrier];
  g_autofree char *text = dup_risk (risk);
  GtkWidget *row = vigie_system_row_new (barrier->title, text);

  vigie_system_row_lead_to (row, vigie_session_get_store (rows->session), &vigie_barrier_entity, barrier->code);
  return row;
}

/**
 * vigie_system_risks_new:
 *
 * Returns: (transfer floating): the barriers that weigh on a system
 */
GtkWidget *
vigie_system_risks_new (VigieSession *session, VigieDossier *dossier)
{
  VigieStore *store = vigie_session_get_store (session);
  GtkWidget *group = vigie_system_group_new (_ ("Risks and Barriers"), NULL);
  guint n = vigie_dossier_get_n_risks (dossier);
  g_autoptr (VigieRecord) start = vigie_record_new (&vigie_barrier_link_entity);

  vigie_record_set_text (start, VIGIE_BARRIER_LINK_SYSTEM,
                         vigie_record_get_text (vigie_dossier_get_record (dossier), VIGIE_SYSTEM_CODE));
  vigie_system_group_add_adder (group, store, start, VIGIE_BARRIER_LINK_SYSTEM);
  add_rows (group, session, dossier, n, G_MAXUINT, make_risk, NULL);
  if (n == 0)
    vigie_system_group_add_note (group, _ ("No barrier that stands weighs on it."));
  return group;
}

/* --- records of its deployments -------------------------------------------------------------------- */

typedef struct
{
  const char *title;
  const VigieEntity *entity;
  guint deployment;
  guint name;     /* the field of the title */
  int beside;     /* another, beside it; -1 none */
  int details[3]; /* fields under it; -1 none */
  const char *none;
} Part;

static const Part parts[VIGIE_N_DOSSIER_PARTS] = {
  [VIGIE_DOSSIER_INCIDENTS] = { N_ ("Incidents"),
                                &vigie_incident_entity,
                                VIGIE_INCIDENT_DEPLOYMENT,
                                VIGIE_INCIDENT_DESCRIPTION,
                                -1,
                                { VIGIE_INCIDENT_OCCURRED_ON, VIGIE_INCIDENT_SEVERITY, VIGIE_INCIDENT_STATUS },
                                N_ ("No incident is recorded.") },
  [VIGIE_DOSSIER_ACTIONS] = { N_ ("Actions"),
                              &vigie_action_entity,
                              VIGIE_ACTION_DEPLOYMENT,
                              VIGIE_ACTION_TITLE,
                              -1,
                              { VIGIE_ACTION_OWNER, VIGIE_ACTION_STATUS, VIGIE_ACTION_DUE_ON },
                              N_ ("No action is recorded.") },
  [VIGIE_DOSSIER_DECISIONS] = { N_ ("Decisions"),
                                &vigie_decision_entity,
                                VIGIE_DECISION_DEPLOYMENT,
                                VIGIE_DECISION_TEXT,
                                -1,
                                { VIGIE_DECISION_DECIDED_ON, VIGIE_DECISION_KIND, VIGIE_DECISION_STATUS },
                                N_ ("No decision is recorded.") },
  [VIGIE_DOSSIER_COSTS] = { N_ ("Costs"),
                            &vigie_cost_entity,
                            VIGIE_COST_DEPLOYMENT,
                            VIGIE_COST_YEAR,
                            VIGIE_COST_KIND,
                            { VIGIE_COST_PLANNED_CENTS, VIGIE_COST_ACTUAL_CENTS, -1 },
                            N_ ("No cost is recorded.") },
  [VIGIE_DOSSIER_BENEFITS] = { N_ ("Benefits"),
                               &vigie_benefit_entity,
                               VIGIE_BENEFIT_DEPLOYMENT,
                               VIGIE_BENEFIT_KIND,
                               -1,
                               { VIGIE_BENEFIT_UNIT, VIGIE_BENEFIT_TARGET, VIGIE_BENEFIT_ACTUAL },
                               N_ ("No benefit is recorded.") },
};

/* Where the deployment of @record is at work; %NULL where there is but one. */
static const char *
place_of (VigieDossier *dossier, VigieRecord *record, const Part *part)
{
  const char *code = vigie_record_get_text (record, part->deployment);
  guint n = vigie_dossier_get_n_deployments (dossier);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      const VigieDossierDeployment *deployment = vigie_dossier_get_deployment (dossier, i);

      if (g_strcmp0 (vigie_record_get_text (deployment->record, VIGIE_DEPLOYMENT_CODE), code) == 0)
        return deployment->place;
    }
  return NULL;
}

static char *
dup_title (VigieRecord *record, const Part *part)
{
  g_autofree char *title = vigie_field_text_dup (record, part->name);
  g_autofree char *beside = part->beside >= 0 ? vigie_field_text_dup (record, (guint) part->beside) : NULL;

  return beside != NULL ? g_strjoin (" · ", title, beside, NULL) : g_steal_pointer (&title);
}

static char *
dup_details (VigieDossier *dossier, VigieRecord *record, const Part *part)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  const char *place = place_of (dossier, record, part);

  if (place != NULL)
    g_strv_builder_add (texts, place);
  for (gsize i = 0; i < G_N_ELEMENTS (part->details); i++)
    {
      guint field = (guint) part->details[i];
      g_autofree char *value = NULL;

      if (part->details[i] < 0 || !vigie_record_is_measured (record, field))
        continue;
      value = vigie_field_text_dup (record, field);
      g_strv_builder_take (texts, g_strdup_printf (C_ ("form", "%1$s: %2$s"),
                                                   vigie_field_get_label (&part->entity->fields[field]), value));
    }
  list = g_strv_builder_end (texts);
  return g_strjoinv (" · ", list);
}

/* Σ planned and Σ spent, over the years. */
static char *
dup_cost_sums (VigieDossier *dossier)
{
  gint64 planned = vigie_dossier_sum_costs (dossier, FALSE);
  gint64 spent = vigie_dossier_sum_costs (dossier, TRUE);
  g_autofree char *planned_text = planned >= 0 ? vigie_format_money (planned) : g_strdup (VIGIE_NOT_MEASURED);
  g_autofree char *spent_text = spent >= 0 ? vigie_format_money (spent) : g_strdup (VIGIE_NOT_MEASURED);

  if (planned < 0 && spent < 0)
    return NULL;
  /* Translators: amounts of money over all years recorded */
  return g_strdup_printf (_ ("planned %1$s, spent %2$s over the years recorded"), planned_text, spent_text);
}

static GtkWidget *
make_record (const VigieSystemRows *rows, guint index)
{
  const Part *part = rows->kind;
  GPtrArray *records = vigie_dossier_get_part (rows->dossier, (VigieDossierPart) (part - parts));
  VigieRecord *record = g_ptr_array_index (records, index);
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;
  GtkWidget *row;

  if (index == ROWS_MAX)
    return make_rest (records->len - ROWS_MAX);
  title = dup_title (record, part);
  details = dup_details (rows->dossier, record, part);
  row = vigie_system_row_new (title, details);
  vigie_system_row_lead_to_record (row, vigie_session_get_store (rows->session), record);
  return row;
}

/**
 * vigie_system_records_new:
 *
 * Returns: (transfer floating): the records of one kind of the deployments of a system
 */
GtkWidget *
vigie_system_records_new (VigieSession *session, VigieDossier *dossier, VigieDossierPart kind)
{
  const Part *part = &parts[kind];
  VigieStore *store = vigie_session_get_store (session);
  GPtrArray *records = vigie_dossier_get_part (dossier, kind);
  g_autofree char *sums = kind == VIGIE_DOSSIER_COSTS ? dup_cost_sums (dossier) : NULL;
  GtkWidget *group = vigie_system_group_new (_ (part->title), sums);

  if (vigie_dossier_get_n_deployments (dossier) > 0)
    {
      g_autoptr (VigieRecord) start = vigie_record_new (part->entity);
      gboolean one = vigie_dossier_get_n_deployments (dossier) == 1;

      vigie_record_set_text (
        start, part->deployment,
        vigie_record_get_text (vigie_dossier_get_deployment (dossier, 0)->record, VIGIE_DEPLOYMENT_CODE));
      /* Where there are several, the first is proposed and another can be chosen. */
      vigie_system_group_add_adder (group, store, start, one ? part->deployment : (guint) -1);
    }
  add_rows (group, session, dossier, records->len, ROWS_MAX, make_record, part);
  if (records->len == 0)
    vigie_system_group_add_note (group, _ (part->none));
  return group;
}

/* --- its place on the figures ---------------------------------------------------------------------- */

static gboolean
is_drawn (const VigieFigure *figure, const char *code)
{
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    if (g_strcmp0 (vigie_figure_get_row_key (figure, row), code) == 0)
      return TRUE;
  return FALSE;
}

static void
datum_activated_cb (GtkWidget *chart, const char *label G_GNUC_UNUSED, const char *key)
{
  gtk_widget_activate_action (chart, "win.show-system", "s", key);
}

/**
 * vigie_system_place_new:
 *
 * Returns: (transfer floating) (nullable): the map of trust with the system picked out; %NULL where it is not on it
 */
GtkWidget *
vigie_system_place_new (VigieSession *session G_GNUC_UNUSED, VigieDossier *dossier)
{
  const char *code = vigie_record_get_text (vigie_dossier_get_record (dossier), VIGIE_SYSTEM_CODE);
  g_autoptr (VigieFigure) figure =
    vigie_figure_new ((guint) vigie_figure_kind_from_id ("trust-map"), vigie_dossier_get_overview (dossier));
  GtkWidget *group;
  GtkWidget *card;
  GtkWidget *chart;

  if (!is_drawn (figure, code))
    return NULL;
  group = vigie_system_group_new (_ ("Its Place on the Map of Trust"), NULL);
  card = adw_bin_new ();
  chart = g_object_new (VIGIE_TYPE_CHART, NULL);
  vigie_chart_set_figure (VIGIE_CHART (chart), figure);
  vigie_chart_pick_out (VIGIE_CHART (chart), code);
  g_signal_connect (chart, "datum-activated", G_CALLBACK (datum_activated_cb), NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "vigie-figure");
  adw_bin_set_child (ADW_BIN (card), chart);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), card);
  return group;
}

/* --- history --------------------------------------------------------------------------------------- */

/* The day of "2026-03-01T09:30:00Z". */
static VigieDate
day_of (const char *time)
{
  g_autofree char *day = time != NULL ? g_strndup (time, 10) : NULL;

  return day != NULL ? vigie_date_parse_iso (day) : VIGIE_DATE_NONE;
}

static char *
dup_who_and_when (const VigieJournalEntry *entry)
{
  VigieDate day = day_of (entry->entered_at);
  g_autofree char *date = day != VIGIE_DATE_NONE ? vigie_format_date_long (day) : NULL;

  if (date == NULL)
    return g_strdup (entry->author != NULL ? entry->author : "");
  if (entry->author == NULL)
    return g_steal_pointer (&date);
  /* Translators: when something was entered, and by whom */
  return g_strdup_printf (C_ ("history", "%1$s, %2$s"), date, entry->author);
}

static GtkWidget *
make_entry (const VigieSystemRows *rows, guint index)
{
  const VigieJournalEntry *entry = g_ptr_array_index (vigie_dossier_get_history (rows->dossier), index);
  g_autofree char *sentence = vigie_journal_entry_dup_sentence (entry);
  g_autofree char *who = dup_who_and_when (entry);

  return vigie_system_row_new (sentence, who);
}

/**
 * vigie_system_history_new:
 *
 * Returns: (transfer floating): what was entered of a system, the latest first
 */
GtkWidget *
vigie_system_history_new (VigieSession *session, VigieDossier *dossier)
{
  GPtrArray *history = vigie_dossier_get_history (dossier);
  GtkWidget *group = vigie_system_group_new (_ ("History"), NULL);

  add_rows (group, session, dossier, history->len, G_MAXUINT, make_entry, NULL);
  if (history->len == 0)
    vigie_system_group_add_note (group, _ ("Nothing was changed of it since it was entered with other records."));
  return group;
}
