// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The two pillars of a system side by side, each with what it is made of: the evidence of its reliability, and its users
 * by profession. Small groups are not shown.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-parts.h"

#include "vigie-definitions.h"
#include "vigie-evidence.h"
#include "vigie-format.h"
#include "vigie-system-rows.h"
#include "vigie-system.h"

#include <glib/gi18n.h>
#include <math.h>

#define PILLAR_WIDTH 300
#define BAR_WIDTH 64
#define ROWS_AT_ONCE 3

static GtkWidget *
make_pillar (const char *title, double value, const char *bound, VigieJudgement judgement, const char *definition)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = isnan (value) ? g_strdup (VIGIE_NOT_MEASURED) : vigie_format_percent (value, 0);
  GtkWidget *value_label = vigie_system_label_new (number, "vigie-value");
  GtkWidget *mark = vigie_system_mark_new (judgement);
  GtkWidget *heading = vigie_system_label_new (title, "title-4");

  gtk_widget_set_size_request (box, PILLAR_WIDTH, -1);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), value_label);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_widget_set_tooltip_text (heading, definition);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), vigie_system_label_new (bound, "dimmed"));
  return box;
}

static void
add_rows (GtkWidget *group, VigieSession *session, VigieDossier *dossier, guint n,
          GtkWidget *(*make) (const VigieSystemRows *rows, guint index))
{
  const VigieSystemRows rows = {
    .session = session, .dossier = dossier, .make = make, .n = n, .at_once = ROWS_AT_ONCE
  };

  vigie_system_group_add_rows (group, &rows);
}

static VigieJudgement
judge (double value, double bound)
{
  if (isnan (value))
    return VIGIE_JUDGEMENT_NOT_MEASURED;
  return value >= bound ? VIGIE_JUDGEMENT_GOOD : VIGIE_JUDGEMENT_BAD;
}

/* --- reliability ----------------------------------------------------------------------------------- */

static VigieJudgement
judge_hold (VigieEvidenceHold hold)
{
  static const VigieJudgement judgements[] = {
    [VIGIE_EVIDENCE_HOLD_ABSENT] = VIGIE_JUDGEMENT_NOT_MEASURED,
    [VIGIE_EVIDENCE_HOLD_LAPSED] = VIGIE_JUDGEMENT_WARNING,
    [VIGIE_EVIDENCE_HOLD_UNFAVOURABLE] = VIGIE_JUDGEMENT_BAD,
    [VIGIE_EVIDENCE_HOLD_RESERVED] = VIGIE_JUDGEMENT_WARNING,
    [VIGIE_EVIDENCE_HOLD_FAVOURABLE] = VIGIE_JUDGEMENT_GOOD,
  };

  return judgements[hold];
}

static GtkWidget *
make_evidence (const VigieSystemRows *rows, guint index)
{
  const VigieDossierEvidence *evidence = vigie_dossier_get_evidence (rows->dossier, index);
  g_autofree char *hold = vigie_dossier_dup_hold (evidence);
  GtkWidget *row = vigie_system_row_new (vigie_enum_label (VIGIE_TYPE_EVIDENCE_KIND, (int) evidence->kind), hold);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), vigie_system_mark_new (judge_hold (evidence->hold)));
  if (evidence->record != NULL)
    vigie_system_row_lead_to_record (row, vigie_session_get_store (rows->session), evidence->record);
  return row;
}

static GtkWidget *
make_reliability (VigieSession *session, VigieDossier *dossier)
{
  VigieStore *store = vigie_session_get_store (session);
  const VigieSystemPicture *numbers = vigie_dossier_get_numbers (dossier);
  double value = numbers != NULL ? numbers->reliability : NAN;
  g_autofree char *bound = vigie_format_percent (VIGIE_RELIABLE_FROM, 0);
  /* Translators: %s is a share: from there up a system counts as reliable */
  g_autofree char *told = g_strdup_printf (_ ("reliable from %s"), bound);
  GtkWidget *pillar = make_pillar (_ ("Evidence of Reliability"), value, told, judge (value, VIGIE_RELIABLE_FROM),
                                   vigie_definition_get ("reliability"));
  GtkWidget *group = vigie_system_group_new (_ ("Evidence"), NULL);
  g_autoptr (VigieRecord) start = vigie_record_new (&vigie_evidence_entity);

  vigie_record_set_text (start, VIGIE_EVIDENCE_SYSTEM,
                         vigie_record_get_text (vigie_dossier_get_record (dossier), VIGIE_SYSTEM_CODE));
  vigie_system_group_add_adder (group, store, start, VIGIE_EVIDENCE_SYSTEM);
  add_rows (group, session, dossier, vigie_dossier_get_n_evidence (dossier), make_evidence);
  gtk_box_append (GTK_BOX (pillar), group);
  return pillar;
}

/* --- skills ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_bar (double share, double target)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share);
  gtk_widget_add_css_class (bar, share >= target ? "vigie-met" : "vigie-short");
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  /* The words beside it say it all. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return bar;
}

static GtkWidget *
make_users (const VigieSystemRows *rows, guint index)
{
  const VigieFacts *facts = vigie_overview_get_picture (vigie_dossier_get_overview (rows->dossier))->facts;
  const VigieDossierUsers *users = vigie_dossier_get_users (rows->dossier, index);
  const VigieFactProfession *profession = &facts->professions[users->profession];
  g_autofree char *text = vigie_dossier_dup_users (rows->dossier, users);
  GtkWidget *row = vigie_system_row_new (vigie_language_pick (profession->label_fr, profession->label_en), text);

  if (!users->hidden && users->trained >= 0 && !isnan (users->target))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_bar ((double) users->trained / (double) users->users, users->target));
  return row;
}

static GtkWidget *
make_skills (VigieSession *session, VigieDossier *dossier)
{
  const VigieSystemPicture *numbers = vigie_dossier_get_numbers (dossier);
  double target = vigie_dossier_get_target (dossier);
  double value = numbers != NULL && !vigie_dossier_hides_users (dossier) ? numbers->users.competence : NAN;
  g_autofree char *share = isnan (target) ? NULL : vigie_format_percent (target, 0);
  /* Translators: %s is a share */
  g_autofree char *told =
    share != NULL ? g_strdup_printf (_ ("target %s"), share) : g_strdup (_ ("nothing is required"));
  GtkWidget *pillar =
    make_pillar (_ ("Trained Users"), value, told, judge (value, target), vigie_definition_get ("competence"));
  GtkWidget *group = vigie_system_group_new (_ ("Users by Profession"), NULL);

  add_rows (group, session, dossier, vigie_dossier_get_n_users (dossier), make_users);
  if (vigie_dossier_get_n_users (dossier) == 0)
    vigie_system_group_add_note (group, _ ("Nobody has counted its users."));
  gtk_box_append (GTK_BOX (pillar), group);
  return pillar;
}

/**
 * vigie_system_pillars_new:
 *
 * Returns: (transfer floating): the two pillars of a system, side by side where there is room
 */
GtkWidget *
vigie_system_pillars_new (VigieSession *session, VigieDossier *dossier)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 24);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (box), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_skills (session, dossier));
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_reliability (session, dossier));
  return box;
}
