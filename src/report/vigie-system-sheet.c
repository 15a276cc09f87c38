// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-system-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-config.h"
#include "vigie-deployment.h"
#include "vigie-drawing.h"
#include "vigie-format.h"
#include "vigie-output.h"
#include "vigie-pack-private.h"
#include "vigie-pdf-finish.h"
#include "vigie-print-table.h"
#include "vigie-report-error.h"
#include "vigie-stage-event.h"
#include "vigie-system.h"

/*
 * The sheet of one AI system: on one page of A4 what a committee asks of it. Whether it deserves trust and why, at the
 * left; where it is at work, what protects and what falls due, at the right. What has no room is counted.
 */

#define SECONDS_PER_DAY 86400
#define GAP 12.0
#define HEADING_GAP 4.0
#define CELL_LINES 2
#define HALF 6
#define ROWS_MAX 7

/* --- tables ---------------------------------------------------------------------------------------- */

/* Cells in the order of reading. */
typedef struct
{
  GPtrArray *cells;
  guint n_columns;
} Grid;

static const char *
get_text (guint row, guint column, gpointer data)
{
  const Grid *grid = data;

  return g_ptr_array_index (grid->cells, row * grid->n_columns + column);
}

/* Takes over @text. */
static void
add_cell (GPtrArray *cells, char *text)
{
  g_ptr_array_add (cells, text);
}

/* A heading, and a table or why there is none; @rest rows have no room. */
static void
print_grid (VigieFlow *flow, const char *heading, GPtrArray *cells, const VigiePrintColumn *columns, guint n_columns,
            guint rest, const char *none)
{
  Grid grid = { cells, n_columns };
  VigiePrintTable table = { columns, n_columns, cells->len / n_columns, CELL_LINES, get_text, NULL, &grid };

  vigie_flow_text (flow, VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, heading);
  vigie_flow_skip (flow, HEADING_GAP);
  if (cells->len == 0)
    vigie_flow_text (flow, VIGIE_SHEET_P, VIGIE_LETTERING_CELL, none);
  else
    {
      g_autoptr (VigieTableLayout) layout = vigie_table_layout_new (&table, flow->sheet, flow->room.width);

      vigie_table_layout_print (layout, flow);
    }
  if (rest > 0)
    {
      g_autofree char *number = vigie_format_integer (rest);
      /* Translators: of a long list; %s is how many are not shown */
      g_autofree char *text = g_strdup_printf (ngettext ("And %s more", "And %s more", rest), number);

      vigie_flow_skip (flow, HEADING_GAP);
      vigie_flow_text (flow, VIGIE_SHEET_P, VIGIE_LETTERING_NOTE, text);
    }
  vigie_flow_skip (flow, GAP);
}

static guint
count_rest (guint n)
{
  return n > ROWS_MAX ? n - ROWS_MAX : 0;
}

/* --- the two pillars ------------------------------------------------------------------------------- */

static char *
dup_share (double share)
{
  return isnan (share) ? g_strdup (VIGIE_NOT_MEASURED) : vigie_format_percent (share, 0);
}

static void
print_users (VigieFlow *flow, const VigieDossier *dossier)
{
  const VigieFacts *facts = vigie_overview_get_picture (vigie_dossier_get_overview (dossier))->facts;
  const VigieSystemPicture *numbers = vigie_dossier_get_numbers (dossier);
  const VigiePrintColumn columns[] = { { .label = C_ ("column", "Profession"), .strong = TRUE },
                                       { .label = C_ ("column", "Users") } };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *competence =
    dup_share (numbers != NULL && !vigie_dossier_hides_users (dossier) ? numbers->users.competence : NAN);
  g_autofree char *target = dup_share (vigie_dossier_get_target (dossier));
  /* Translators: the first pillar of trust: %1$s is the share of trained users, %2$s the target */
  g_autofree char *heading = g_strdup_printf (_ ("Trained users: %1$s (target %2$s)"), competence, target);
  guint n = vigie_dossier_get_n_users (dossier);

  for (guint i = 0; i < MIN (n, ROWS_MAX); i++)
    {
      const VigieDossierUsers *users = vigie_dossier_get_users (dossier, i);
      const VigieFactProfession *profession = &facts->professions[users->profession];

      add_cell (cells, g_strdup (vigie_language_pick (profession->label_fr, profession->label_en)));
      add_cell (cells, vigie_dossier_dup_users (dossier, users));
    }
  print_grid (flow, heading, cells, columns, G_N_ELEMENTS (columns), count_rest (n),
              _ ("Nobody has counted its users."));
}

static void
print_evidence (VigieFlow *flow, const VigieDossier *dossier)
{
  const VigieSystemPicture *numbers = vigie_dossier_get_numbers (dossier);
  const VigiePrintColumn columns[] = { { .label = C_ ("column", "Evidence"), .strong = TRUE },
                                       { .label = C_ ("column", "How it stands") } };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *score = dup_share (numbers != NULL ? numbers->reliability : NAN);
  g_autofree char *bound = vigie_format_percent (VIGIE_RELIABLE_FROM, 0);
  /* Translators: the second pillar of trust: %1$s is a score, %2$s from where it counts as reliable */
  g_autofree char *heading = g_strdup_printf (_ ("Evidence of reliability: %1$s (reliable from %2$s)"), score, bound);
  guint n = vigie_dossier_get_n_evidence (dossier);

  for (guint i = 0; i < MIN (n, ROWS_MAX); i++)
    {
      const VigieDossierEvidence *evidence = vigie_dossier_get_evidence (dossier, i);

      add_cell (cells, g_strdup (vigie_enum_label (VIGIE_TYPE_EVIDENCE_KIND, (int) evidence->kind)));
      add_cell (cells, vigie_dossier_dup_hold (evidence));
    }
  print_grid (flow, heading, cells, columns, G_N_ELEMENTS (columns), count_rest (n),
              _ ("No kind of evidence counts for it."));
}

/* --- where, what protects, what falls due ---------------------------------------------------------- */

static void
print_deployments (VigieFlow *flow, const VigieDossier *dossier)
{
  const VigieFacts *facts = vigie_overview_get_picture (vigie_dossier_get_overview (dossier))->facts;
  const VigiePrintColumn columns[] = { { .label = C_ ("column", "Site"), .strong = TRUE },
                                       { .label = C_ ("column", "Stage") },
                                       { .label = C_ ("column", "Since") },
                                       { .label = C_ ("column", "Owner") } };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = vigie_dossier_get_n_deployments (dossier);

  for (guint i = 0; i < MIN (n, ROWS_MAX); i++)
    {
      const VigieDossierDeployment *deployment = vigie_dossier_get_deployment (dossier, i);
      const VigieFactDeployment *fact = &facts->deployments[deployment->index];

      add_cell (cells, g_strdup (deployment->place));
      add_cell (cells,
                g_strdup (fact->stage >= 0 ? vigie_enum_label (VIGIE_TYPE_STAGE, fact->stage) : VIGIE_NOT_MEASURED));
      add_cell (cells,
                fact->since != VIGIE_DATE_NONE ? vigie_format_date (fact->since) : g_strdup (VIGIE_NOT_MEASURED));
      add_cell (cells, g_strdup (fact->owner != NULL ? fact->owner : VIGIE_NOT_MEASURED));
    }
  print_grid (flow, _ ("Where It Is at Work"), cells, columns, G_N_ELEMENTS (columns),
              count_rest (n) + vigie_dossier_get_n_more_deployments (dossier),
              _ ("It is not deployed in what is looked at."));
}

/* Of all deployments shown what is due and not in place, the gravest first. */
static void
print_safeguards (VigieFlow *flow, const VigieDossier *dossier)
{
  const VigiePicture *picture = vigie_overview_get_picture (vigie_dossier_get_overview (dossier));
  const VigiePrintColumn columns[] = { { .label = C_ ("column", "Safeguard"), .strong = TRUE },
                                       { .label = C_ ("column", "Site") },
                                       { .label = C_ ("column", "How it stands") } };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (int state = VIGIE_DUTY_MISSING; state <= VIGIE_DUTY_NOT_ASSESSED; state++)
    for (guint i = 0; i < vigie_dossier_get_n_deployments (dossier); i++)
      for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
        {
          const VigieDossierDeployment *deployment = vigie_dossier_get_deployment (dossier, i);
          VigieDuty duty = vigie_picture_duty (picture, deployment->index, (VigieSafeguardKind) kind);

          if ((int) duty.state != state || n++ >= ROWS_MAX)
            continue;
          add_cell (cells, g_strdup (vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, kind)));
          add_cell (cells, g_strdup (deployment->place));
          add_cell (cells, vigie_duty_dup_state (&duty));
        }
  print_grid (flow, _ ("Safeguards That Are Not in Place"), cells, columns, G_N_ELEMENTS (columns), count_rest (n),
              _ ("All that is due is in place."));
}

static void
print_dues (VigieFlow *flow, const VigieDossier *dossier)
{
  const VigiePrintColumn columns[] = { { .label = C_ ("column", "Day"), .strong = TRUE },
                                       { .label = C_ ("column", "What") } };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = vigie_dossier_get_n_dues (dossier);

  for (guint i = 0; i < MIN (n, ROWS_MAX); i++)
    {
      const VigieDossierDue *due = vigie_dossier_get_due (dossier, i);

      add_cell (cells, vigie_format_date (due->on));
      add_cell (cells, g_strdup (due->text));
    }
  print_grid (flow, _ ("What Falls Due"), cells, columns, G_N_ELEMENTS (columns), count_rest (n),
              _ ("Nothing falls due."));
}

/* --- the page -------------------------------------------------------------------------------------- */

/* "Radiance · High risk (Annex I) · IIa · IA-2026-003" */
static char *
dup_origin (const VigieDossier *dossier)
{
  static const guint fields[] = { VIGIE_SYSTEM_VENDOR,      VIGIE_SYSTEM_USE_DOMAIN, VIGIE_SYSTEM_AI_ACT_CLASS,
                                  VIGIE_SYSTEM_AI_ACT_ROLE, VIGIE_SYSTEM_MD_CLASS,   VIGIE_SYSTEM_CODE };
  VigieRecord *record = vigie_dossier_get_record (dossier);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = NULL;

      if (!vigie_record_is_measured (record, fields[i]))
        continue;
      value = vigie_record_display (record, fields[i]);
      if (fields[i] == VIGIE_SYSTEM_AI_ACT_CLASS || fields[i] == VIGIE_SYSTEM_MD_CLASS)
        g_strv_builder_take (parts,
                             g_strdup_printf (C_ ("form", "%1$s: %2$s"),
                                              vigie_field_get_label (&vigie_system_entity.fields[fields[i]]), value));
      else
        g_strv_builder_add (parts, value);
    }
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

static void
set_furniture (VigieSheet *sheet, const VigieDossier *dossier)
{
  VigieOverview *overview = vigie_dossier_get_overview (dossier);
  const char *organisation = vigie_overview_get_organisation (overview);
  g_autofree char *day = vigie_format_date_long (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));
  /* Translators: the head of a page: %s is the day that its numbers are of. */
  g_autofree char *head_end = g_strdup_printf (C_ ("running head", "As of %s"), day);

  vigie_sheet_set_furniture (sheet, organisation != NULL ? organisation : vigie_overview_get_scope_name (overview),
                             head_end, vigie_dossier_get_name (dossier));
}

static void
print_page (VigieSheet *sheet, const VigieDossier *dossier)
{
  g_auto (VigieFlow) flow = { 0 };
  g_auto (VigieFlow) left = { 0 };
  g_auto (VigieFlow) right = { 0 };
  g_autofree char *origin = dup_origin (dossier);

  set_furniture (sheet, dossier);
  vigie_sheet_begin (sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_add_page (sheet, TRUE);
  vigie_flow_init (&flow, sheet);
  vigie_sheet_mark_place (sheet, "system", flow.y);
  vigie_flow_text (&flow, VIGIE_SHEET_H1, VIGIE_LETTERING_TITLE, vigie_dossier_get_name (dossier));
  vigie_flow_text (&flow, VIGIE_SHEET_P, VIGIE_LETTERING_CELL, origin);
  vigie_flow_skip (&flow, HEADING_GAP);
  vigie_flow_text (&flow, VIGIE_SHEET_P, VIGIE_LETTERING_LEAD, vigie_dossier_get_sentence (dossier));
  vigie_flow_skip (&flow, GAP);
  vigie_sheet_rule (sheet, flow.room.x, vigie_box_right (&flow.room), flow.y - GAP / 2, 0.9, VIGIE_PAINT_TEXT);
  vigie_flow_init (&left, sheet);
  vigie_flow_init (&right, sheet);
  left.room = vigie_sheet_get_columns (sheet, 0, HALF);
  right.room = vigie_sheet_get_columns (sheet, HALF, VIGIE_SHEET_COLUMNS - HALF);
  left.y = right.y = flow.y;
  print_users (&left, dossier);
  print_evidence (&left, dossier);
  print_deployments (&right, dossier);
  print_safeguards (&right, dossier);
  /* Under the lower of the two halves there is mostly less room than beside it. */
  print_dues (left.y <= right.y ? &left : &right, dossier);
  vigie_sheet_end (sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_end_pages (sheet);
  vigie_sheet_add_outline (sheet, 0, vigie_dossier_get_name (dossier), "system");
}

static VigiePdfNotes *
create_notes (const VigieDossier *dossier, gint64 created)
{
  VigiePdfNotes *notes = vigie_pdf_notes_new ();
  VigieOverview *overview = vigie_dossier_get_overview (dossier);
  VigieDate as_of = vigie_scope_get_as_of (vigie_overview_get_scope (overview));
  const char *organisation = vigie_overview_get_organisation (overview);

  /* Translators: title of a document; %s is the name of an AI system */
  notes->title = g_strdup_printf (C_ ("report", "AI system: %s"), vigie_dossier_get_name (dossier));
  notes->author = g_strdup (organisation != NULL ? organisation : vigie_overview_get_scope_name (overview));
  notes->subject = g_strdup (vigie_dossier_get_sentence (dossier));
  notes->keywords = g_strdup (C_ ("report", "artificial intelligence, training, governance, hospital"));
  notes->creator = g_strdup (VIGIE_APPLICATION_NAME " " VIGIE_VERSION);
  notes->language = g_strdup (vigie_language_get_tag ());
  notes->created = created != 0 ? created : (gint64) as_of * SECONDS_PER_DAY;
  return notes;
}

/**
 * vigie_system_sheet_write:
 * @path: the file; one that is there is replaced once the new one is whole
 * @created: seconds since 1970-01-01 UTC, which the file says it was made at; 0 is the start of the day it is as of
 *
 * Writes the sheet of an AI system as a tagged PDF, in the language of the process. It may be called in any thread.
 *
 * Returns: whether it was written; else %VIGIE_REPORT_ERROR, and no file
 */
gboolean
vigie_system_sheet_write (VigieDossier *dossier, const char *path, gint64 created, GError **error)
{
  g_autoptr (VigiePdfNotes) notes = create_notes (dossier, created);
  g_autoptr (VigieSheet) trial = vigie_sheet_new_trial ();
  g_autoptr (VigieSheet) sheet = vigie_sheet_new (notes);
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) reason = NULL;

  print_page (trial, dossier);
  vigie_sheet_set_places (sheet, trial);
  print_page (sheet, dossier);
  drawn = vigie_sheet_finish (sheet, error);
  pdf = drawn != NULL ? vigie_pdf_finish (drawn, notes, error) : NULL;
  if (pdf == NULL)
    return FALSE;
  if (vigie_output_write (path, pdf, &reason))
    return TRUE;
  g_set_error (
    error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_SAVE,
    /* Translators: the system's reason, which names the file. */
    _ ("The sheet could not be saved: %s. See that its folder exists, may be written to and has room, or choose "
       "another."),
    reason->message);
  return FALSE;
}

/**
 * vigie_system_sheet_draw:
 *
 * Draws the page that vigie_system_sheet_write() writes, for a printer.
 *
 * Returns: (transfer container) (element-type cairo_surface_t): a recording of %VIGIE_SHEET_WIDTH by
 *   %VIGIE_SHEET_HEIGHT points
 */
GPtrArray *
vigie_system_sheet_draw (VigieDossier *dossier)
{
  g_autoptr (VigieSheet) trial = vigie_sheet_new_trial ();
  g_autoptr (VigieSheet) sheet = vigie_sheet_new_pages ();

  print_page (trial, dossier);
  vigie_sheet_set_places (sheet, trial);
  print_page (sheet, dossier);
  return vigie_sheet_steal_pages (sheet);
}

typedef struct
{
  VigieDossier *dossier;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  vigie_dossier_unref (job->dossier);
  g_free (job->path);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;

  if (vigie_system_sheet_write (job->dossier, job->path, 0, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vigie_system_sheet_write_async:
 *
 * As vigie_system_sheet_write(), without waiting.
 */
void
vigie_system_sheet_write_async (VigieDossier *dossier, const char *path, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dossier = vigie_dossier_ref (dossier);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, vigie_system_sheet_write_async);
  g_task_set_task_data (task, job, job_free);
  vigie_drawing_run_in_thread (task, write_in_thread);
}

gboolean
vigie_system_sheet_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
