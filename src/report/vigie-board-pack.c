// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-board-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vigie-config.h"
#include "vigie-format.h"
#include "vigie-output.h"
#include "vigie-pack-private.h"
#include "vigie-pdf-finish.h"

/*
 * The board pack: what a committee reads before it meets, on paper. Every number in it comes from one overview, and
 * every chart and sentence from the figures, so that it says what the window says.
 */

#define SECONDS_PER_DAY 86400
/* Of the time that a pack takes: the trial, the print, and the post-pass with saving. */
#define TRIAL_SHARE 0.3
#define PRINT_SHARE 0.6

typedef struct
{
  VigieBoardPackOptions options;
  GCancellable *cancellable;
  double start; /* of this run, in the whole */
  double share;
} Run;

char *
vigie_pack_dup_place (VigieFigure *figure)
{
  return g_strconcat ("figure-", vigie_figure_get_id (figure), NULL);
}

gboolean
vigie_pack_has (const VigiePack *self, const char *section)
{
  return vigie_board_pack_has_section (self->sections, section);
}

/**
 * vigie_pack_has_changes:
 *
 * Returns: whether anything that is told has happened since the last committee
 */
gboolean
vigie_pack_has_changes (const VigiePack *self)
{
  return self->changes->len > 0 && vigie_pack_has (self, VIGIE_PACK_CHANGES);
}

/**
 * vigie_pack_say_more:
 * @shown: how many rows a table has
 * @n: how many there are
 *
 * Says over a table that it is not the whole: nobody reads thousands of rows on paper.
 */
void
vigie_pack_say_more (VigieFlow *flow, guint shown, guint n)
{
  g_autofree char *shown_text = vigie_format_integer (shown);
  g_autofree char *all_text = vigie_format_integer (n);
  g_autofree char *text = NULL;

  if (shown >= n)
    return;
  /* Translators: over a table: %1$s of %2$s rows are printed */
  text = g_strdup_printf (_ ("The first %1$s of %2$s rows; all of them are in the register."), shown_text, all_text);
  vigie_flow_text (flow, VIGIE_SHEET_P, VIGIE_LETTERING_CELL, text);
  vigie_flow_skip (flow, 4);
}

/**
 * vigie_pack_begin_section:
 * @flow: (out): at the place after the title
 * @place: its name, for links
 * @title: its title
 *
 * Begins a section on a new page.
 */
void
vigie_pack_begin_section (VigiePack *self, VigieFlow *flow, const char *place, const char *title)
{
  vigie_sheet_add_page (self->sheet, TRUE);
  vigie_flow_init (flow, self->sheet);
  vigie_flow_set_continued (flow, title);
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_SECTION);
  vigie_sheet_mark_place (self->sheet, place, flow->y);
  vigie_flow_text (flow, VIGIE_SHEET_H2, VIGIE_LETTERING_TITLE, title);
  vigie_flow_skip (flow, 10);
}

void
vigie_pack_end_section (VigiePack *self)
{
  vigie_sheet_end (self->sheet, VIGIE_SHEET_SECTION);
}

/* Figures to be made, each by whoever comes to it first. */
typedef struct
{
  VigieOverview *overview;
  VigieOverview *previous;
  guint *kinds;
  VigieFigure **figures;
  gint n;
  gint next;
} FigureOrder;

static gpointer
make_figures (gpointer data)
{
  FigureOrder *order = data;

  for (gint i = g_atomic_int_add (&order->next, 1); i < order->n; i = g_atomic_int_add (&order->next, 1))
    order->figures[i] = vigie_figure_new_beside (order->kinds[i], order->overview, order->previous);
  return NULL;
}

/* What each adds up is its own matter, so that two cores make them in half the time. */
static void
add_figures (VigiePack *self, VigieOverview *previous)
{
  g_autofree guint *kinds = g_new (guint, vigie_figure_n_kinds ());
  g_autofree VigieFigure **figures = g_new0 (VigieFigure *, vigie_figure_n_kinds ());
  FigureOrder order = { self->overview, previous, kinds, figures, 0, 0 };
  GThread *thread;

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    if (vigie_pack_has (self, vigie_figure_kind_id (kind)))
      kinds[order.n++] = kind;
  thread = g_thread_new ("vigie-figures", make_figures, &order);
  make_figures (&order);
  g_thread_join (thread);
  for (gint i = 0; i < order.n; i++)
    g_ptr_array_add (self->figures, figures[i]);
}

static void
pack_init (VigiePack *self, VigieOverview *overview, const VigieBoardPackOptions *options)
{
  g_autofree char *date = vigie_format_date_long (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));
  g_autoptr (VigieOverview) previous = options->compared ? vigie_overview_dup_previous (overview) : NULL;

  self->overview = overview;
  self->sections = options->sections;
  self->compared = options->compared;
  self->logo = options->logo;
  self->organisation = vigie_overview_get_organisation (overview);
  if (self->organisation == NULL)
    self->organisation = vigie_overview_get_scope_name (overview);
  self->title = g_strdup (C_ ("report", "AI and skills: board pack"));
  self->as_of = g_steal_pointer (&date);
  self->changes = vigie_overview_list_changes (overview);
  self->apart = g_ptr_array_new ();
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_figure_unref);
  add_figures (self, previous);
}

static void
pack_clear (VigiePack *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->apart, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->as_of, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigiePack, pack_clear)

static void
tell_progress (const Run *run, double fraction)
{
  if (run->options.progress != NULL)
    run->options.progress (run->start + run->share * fraction, run->options.progress_data);
}

static void
set_furniture (VigiePack *self)
{
  g_autofree char *head = NULL;
  g_autofree char *head_end = NULL;

  /* Translators: the head of a page: the organisation, and the part of it that the report is about. */
  head = g_strdup_printf (C_ ("running head", "%1$s · %2$s"), self->organisation,
                          vigie_overview_get_scope_name (self->overview));
  /* Translators: the head of a page: %s is the day that its numbers are of. */
  head_end = g_strdup_printf (C_ ("running head", "As of %s"), self->as_of);
  vigie_sheet_set_furniture (self->sheet, head, head_end, self->title);
}

static void
add_outline (VigiePack *self)
{
  int figures = 0;

  if (vigie_pack_has (self, VIGIE_PACK_ESSENTIALS))
    vigie_sheet_add_outline (self->sheet, 0, C_ ("report", "The essentials"), VIGIE_PLACE_SUMMARY);
  if (vigie_pack_has_changes (self))
    {
      g_autofree char *title = vigie_pack_dup_changes_title (self->overview);

      vigie_sheet_add_outline (self->sheet, 0, title, VIGIE_PLACE_CHANGES);
    }
  if (vigie_pack_has (self, VIGIE_PACK_DECISIONS))
    vigie_sheet_add_outline (self->sheet, 0, C_ ("report", "What needs a decision"), VIGIE_PLACE_AGENDA);
  for (guint i = 0; i < self->figures->len; i++)
    {
      VigieFigure *figure = g_ptr_array_index (self->figures, i);
      g_autofree char *place = vigie_pack_dup_place (figure);

      if (i == 0)
        figures = vigie_sheet_add_outline (self->sheet, 0, C_ ("report", "Figures"), place);
      vigie_sheet_add_outline (self->sheet, figures, vigie_figure_get_title (figure), place);
    }
  if (vigie_pack_has_tables (self))
    vigie_sheet_add_outline (self->sheet, 0, C_ ("report", "Tables"), VIGIE_PLACE_TABLES);
  if (vigie_pack_has_systems (self))
    vigie_sheet_add_outline (self->sheet, 0, C_ ("report", "AI systems"), VIGIE_PLACE_SYSTEMS);
  if (vigie_pack_has (self, VIGIE_PACK_DEFINITIONS))
    vigie_sheet_add_outline (self->sheet, 0, C_ ("report", "Definitions and sources"), VIGIE_PLACE_ANNEX);
}

static gboolean
print_pages (VigiePack *self, const Run *run, GError **error)
{
  set_furniture (self);
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_DOCUMENT);
  vigie_pack_print_cover (self);
  g_ptr_array_set_size (self->apart, 0);
  if (vigie_pack_has (self, VIGIE_PACK_ESSENTIALS))
    vigie_pack_print_summary (self);
  vigie_pack_print_changes (self);
  if (vigie_pack_has (self, VIGIE_PACK_DECISIONS))
    vigie_pack_print_agenda (self);
  for (guint i = 0; i < self->figures->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      vigie_pack_print_figure (self, g_ptr_array_index (self->figures, i));
      tell_progress (run, (i + 1.0) / self->figures->len);
    }
  vigie_pack_print_tables (self);
  vigie_pack_print_systems (self);
  if (vigie_pack_has (self, VIGIE_PACK_DEFINITIONS))
    vigie_pack_print_annex (self);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_end_pages (self->sheet);
  add_outline (self);
  return TRUE;
}

static VigiePdfNotes *
create_notes (const VigiePack *self, const VigieBoardPackOptions *options)
{
  VigiePdfNotes *notes = vigie_pdf_notes_new ();
  VigieDate as_of = vigie_scope_get_as_of (vigie_overview_get_scope (self->overview));

  notes->title = g_strdup (self->title);
  notes->author = g_strdup (self->organisation);
  /* Translators: what the report is about: the part of the organisation, and a date. */
  notes->subject =
    g_strdup_printf (C_ ("report", "%1$s, as of %2$s"), vigie_overview_get_scope_name (self->overview), self->as_of);
  notes->keywords = g_strdup (C_ ("report", "artificial intelligence, training, governance, hospital"));
  notes->creator = g_strdup (VIGIE_APPLICATION_NAME " " VIGIE_VERSION);
  notes->language = g_strdup (vigie_language_get_tag ());
  notes->created = options->created != 0 ? options->created : (gint64) as_of * SECONDS_PER_DAY;
  return notes;
}

static VigieSheet *
print_trial (VigiePack *self, Run *run, GError **error)
{
  g_autoptr (VigieSheet) trial = vigie_sheet_new_trial ();
  gboolean printed;

  run->share = TRIAL_SHARE;
  self->sheet = trial;
  printed = print_pages (self, run, error);
  self->sheet = NULL;
  run->start += run->share;
  return printed ? g_steal_pointer (&trial) : NULL;
}

static GBytes *
print_pack (VigiePack *self, Run *run, GError **error)
{
  g_autoptr (VigiePdfNotes) notes = create_notes (self, &run->options);
  g_autoptr (VigieSheet) trial = print_trial (self, run, error);
  g_autoptr (VigieSheet) sheet = NULL;
  g_autoptr (GBytes) drawn = NULL;

  if (trial == NULL)
    return NULL;
  sheet = vigie_sheet_new (notes);
  vigie_sheet_set_places (sheet, trial);
  run->share = PRINT_SHARE;
  self->sheet = sheet;
  if (print_pages (self, run, error))
    drawn = vigie_sheet_finish (sheet, error);
  self->sheet = NULL;
  return drawn != NULL ? vigie_pdf_finish (drawn, notes, error) : NULL;
}

static GPtrArray *
draw_pack (VigiePack *self, Run *run, GError **error)
{
  g_autoptr (VigieSheet) trial = print_trial (self, run, error);
  g_autoptr (VigieSheet) sheet = NULL;
  GPtrArray *pages = NULL;

  if (trial == NULL)
    return NULL;
  sheet = vigie_sheet_new_pages ();
  vigie_sheet_set_places (sheet, trial);
  run->share = 1 - TRIAL_SHARE;
  self->sheet = sheet;
  if (print_pages (self, run, error))
    pages = vigie_sheet_steal_pages (sheet);
  self->sheet = NULL;
  return pages;
}

static gboolean
save (GBytes *pdf, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);

  if (vigie_output_write (path, pdf, &reason))
    return TRUE;
  g_set_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_SAVE,
               /* Translators: the system's reason, which names the file, and the file's folder. */
               _ ("The board pack could not be saved: %1$s. See that the folder “%2$s” exists, may be written to and "
                  "has room, or choose another."),
               reason->message, shown_folder);
  return FALSE;
}

/**
 * vigie_board_pack_write:
 * @overview: the numbers; its language is that of the process
 * @path: the file; one that is there is replaced once the new one is whole, a device or a pipe written to
 * @options: (nullable): how it is made
 * @cancellable: (nullable): to stop it before the next figure
 *
 * Writes the board pack: A4 landscape, tagged PDF with an outline. It may be called in any thread.
 *
 * Returns: whether it was written; else %VIGIE_REPORT_ERROR or %G_IO_ERROR_CANCELLED, and no file
 */
gboolean
vigie_board_pack_write (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options,
                        GCancellable *cancellable, GError **error)
{
  Run run = { .cancellable = cancellable };
  g_auto (VigiePack) pack = { 0 };
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (overview != NULL && path != NULL, FALSE);

  if (options != NULL)
    run.options = *options;
  pack_init (&pack, overview, &run.options);
  pdf = print_pack (&pack, &run, error);
  if (pdf == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) || !save (pdf, path, error))
    return FALSE;
  if (run.options.progress != NULL)
    run.options.progress (1, run.options.progress_data);
  return TRUE;
}

/**
 * vigie_board_pack_draw:
 * @overview: the numbers; its language is that of the process
 * @options: (nullable): how it is made
 * @cancellable: (nullable): to stop it before the next figure
 *
 * Draws the pages that vigie_board_pack_write() writes, for a printer. It may be called in any thread.
 *
 * Returns: (transfer container) (element-type cairo_surface_t): a recording a page of %VIGIE_SHEET_WIDTH by
 *   %VIGIE_SHEET_HEIGHT points; %NULL with %G_IO_ERROR_CANCELLED
 */
GPtrArray *
vigie_board_pack_draw (VigieOverview *overview, const VigieBoardPackOptions *options, GCancellable *cancellable,
                       GError **error)
{
  Run run = { .cancellable = cancellable };
  g_auto (VigiePack) pack = { 0 };

  g_return_val_if_fail (overview != NULL, NULL);

  if (options != NULL)
    run.options = *options;
  pack_init (&pack, overview, &run.options);
  return draw_pack (&pack, &run, error);
}
