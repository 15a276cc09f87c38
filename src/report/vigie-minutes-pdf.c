// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-minutes-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-config.h"
#include "vigie-flow.h"
#include "vigie-format.h"
#include "vigie-pdf-finish.h"
#include "vigie-print-table.h"
#include "vigie-scene-draw.h"

/* Minutes as a tagged PDF, by the same paper, type and tables as the board pack. */

#define SECONDS_PER_DAY 86400
#define POINTS_PER_PIXEL 0.7
/* A chart takes what a page has left, and begins a new one where that is too little. */
#define LEAST_CHART 195.0
#define MOST_CHART 330.0
#define SOURCE_ROOM 22.0
#define CELL_LINES 6
/* A heading is never the last thing on a page. */
#define HEADING_ROOM 80.0
#define LINE_ROOM 28.0

static const struct
{
  VigieSheetRole role;
  VigieLettering lettering;
  double before;
  double after;
  double room;
} styles[] = {
  [VIGIE_MINUTES_TITLE] = { VIGIE_SHEET_H1, VIGIE_LETTERING_TITLE, 0, 6, 0 },
  [VIGIE_MINUTES_POINT] = { VIGIE_SHEET_H2, VIGIE_LETTERING_HEADLINE, 18, 4, HEADING_ROOM },
  [VIGIE_MINUTES_HEADING] = { VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, 10, 3, HEADING_ROOM / 2 },
  [VIGIE_MINUTES_ANSWER] = { VIGIE_SHEET_P, VIGIE_LETTERING_LEAD, 4, 6, HEADING_ROOM / 2 },
  [VIGIE_MINUTES_TEXT] = { VIGIE_SHEET_P, VIGIE_LETTERING_BODY, 0, 4, 0 },
  [VIGIE_MINUTES_NOTE] = { VIGIE_SHEET_P, VIGIE_LETTERING_NOTE, 2, 4, 0 },
  [VIGIE_MINUTES_ENTRY] = { VIGIE_SHEET_P, VIGIE_LETTERING_BODY, 0, 3, 0 },
  [VIGIE_MINUTES_FIGURE] = { 0 },
  [VIGIE_MINUTES_TABLE] = { 0 },
};

static const char *
get_text (guint row, guint column, gpointer data)
{
  const VigieMinutesBlock *block = data;
  char **cells = g_ptr_array_index (block->rows, row);

  return cells[column];
}

static void
print_table (VigieSheet *sheet, VigieFlow *flow, VigieMinutesBlock *block)
{
  guint n = g_strv_length (block->columns);
  g_autofree VigiePrintColumn *columns = g_new0 (VigiePrintColumn, MAX (n, 1));
  VigiePrintTable table = { .columns = columns,
                            .n_columns = n,
                            .n_rows = block->rows->len,
                            .max_lines = CELL_LINES,
                            .get_text = get_text,
                            .data = block };
  g_autoptr (VigieTableLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    columns[i] = (VigiePrintColumn) { .label = block->columns[i], .strong = i == 0 };
  layout = vigie_table_layout_new (&table, sheet, flow->room.width);
  vigie_table_layout_print (layout, flow);
  vigie_flow_skip (flow, 6);
}

static VigieScene *
lay_out_chart (const VigieMinutesBlock *block, double width, double height)
{
  VigieFrame frame = { .width = width / POINTS_PER_PIXEL,
                       .height = height / POINTS_PER_PIXEL,
                       .text_scale = 1,
                       .mirrored = vigie_language_is_right_to_left () };

  return vigie_figure_layout (block->figure, &frame);
}

/* As high as it wants to be, where there is room for that. */
static double
choose_height (const VigieMinutesBlock *block, const VigieFlow *flow)
{
  double most = CLAMP (vigie_flow_get_left (flow) - SOURCE_ROOM, LEAST_CHART, MOST_CHART);
  g_autoptr (VigieScene) scene = lay_out_chart (block, flow->room.width, LEAST_CHART);

  return CLAMP (vigie_scene_get_preferred_height (scene) * POINTS_PER_PIXEL, LEAST_CHART, most);
}

static void
print_figure (VigieSheet *sheet, VigieFlow *flow, const VigieMinutesBlock *block)
{
  g_autoptr (VigieScene) scene = NULL;
  double height;
  VigieBox box;

  vigie_flow_need (flow, LEAST_CHART);
  height = choose_height (block, flow);
  scene = lay_out_chart (block, flow->room.width, height);
  box = (VigieBox) { flow->room.x, flow->y, flow->room.width, height };
  if (!vigie_sheet_is_trial (sheet))
    {
      vigie_sheet_begin_figure (sheet, block->text, &box);
      vigie_sheet_draw (sheet, scene, &box, POINTS_PER_PIXEL);
      vigie_sheet_end_figure (sheet);
    }
  vigie_flow_skip (flow, height + 6);
}

static void
print_block (VigieSheet *sheet, VigieFlow *flow, VigieMinutesBlock *block, double room)
{
  g_autofree char *entry = NULL;

  if (block->shown)
    return;
  if (block->kind == VIGIE_MINUTES_TABLE)
    print_table (sheet, flow, block);
  else if (block->kind == VIGIE_MINUTES_FIGURE)
    print_figure (sheet, flow, block);
  else
    {
      /* Translators: one of a list; keep the dot. */
      entry = block->kind == VIGIE_MINUTES_ENTRY ? g_strdup_printf (C_ ("minutes", "• %s"), block->text) : NULL;
      vigie_flow_need (flow, styles[block->kind].before + room);
      vigie_flow_skip (flow, styles[block->kind].before);
      vigie_flow_text (flow, styles[block->kind].role, styles[block->kind].lettering,
                       entry != NULL ? entry : block->text);
      vigie_flow_skip (flow, styles[block->kind].after);
    }
}

/* What introduces a figure, a heading or an answer, stays with it. */
static double
find_room (const GPtrArray *blocks, guint index)
{
  const VigieMinutesBlock *block = g_ptr_array_index (blocks, index);
  double room = styles[block->kind].room;
  double before_figure = 0;

  if (block->kind >= VIGIE_MINUTES_FIGURE || room <= 0)
    return room;
  for (guint i = index; i < MIN (blocks->len, index + 4); i++)
    {
      if (((const VigieMinutesBlock *) g_ptr_array_index (blocks, i))->kind == VIGIE_MINUTES_FIGURE)
        return before_figure + LEAST_CHART;
      before_figure += LINE_ROOM;
    }
  return room;
}

static void
print_all (VigieSheet *sheet, GPtrArray *blocks, const char *head, const char *day, const char *title)
{
  g_auto (VigieFlow) flow = { 0 };

  vigie_sheet_set_furniture (sheet, head, day, title);
  vigie_sheet_begin (sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_add_page (sheet, TRUE);
  vigie_flow_init (&flow, sheet);
  vigie_sheet_begin (sheet, VIGIE_SHEET_SECTION);
  for (guint i = 0; i < blocks->len; i++)
    print_block (sheet, &flow, g_ptr_array_index (blocks, i), find_room (blocks, i));
  vigie_sheet_end (sheet, VIGIE_SHEET_SECTION);
  vigie_sheet_end (sheet, VIGIE_SHEET_DOCUMENT);
  vigie_sheet_end_pages (sheet);
}

static VigiePdfNotes *
create_notes (const char *title, const char *author, VigieDate day, gint64 created)
{
  VigiePdfNotes *notes = vigie_pdf_notes_new ();

  notes->title = g_strdup (title);
  notes->author = g_strdup (author);
  notes->subject = g_strdup (title);
  notes->keywords = g_strdup (C_ ("report", "artificial intelligence, training, governance, hospital"));
  notes->creator = g_strdup (VIGIE_APPLICATION_NAME " " VIGIE_VERSION);
  notes->language = g_strdup (vigie_language_get_tag ());
  notes->created = created != 0 ? created : (gint64) day * SECONDS_PER_DAY;
  return notes;
}

/**
 * vigie_minutes_write_pdf:
 * @deck: of a meeting
 * @created: seconds since 1970-01-01 UTC, which the file says it was made at; 0 is the start of the day of the meeting
 *
 * Returns: (transfer full): its minutes as a tagged PDF; %NULL with @error
 */
GBytes *
vigie_minutes_write_pdf (const VigieDeck *deck, gint64 created, GError **error)
{
  VigieProceedings *proceedings = vigie_deck_get_proceedings (deck);
  VigieDate held_on = vigie_proceedings_get_held_on (proceedings);
  g_autoptr (GPtrArray) blocks = vigie_minutes_list_blocks (deck);
  const char *title = ((const VigieMinutesBlock *) g_ptr_array_index (blocks, 0))->text;
  VigieOverview *overview = vigie_deck_get_overview (deck);
  const char *organisation = vigie_overview_get_organisation (overview);
  const char *head = organisation != NULL ? organisation : vigie_overview_get_scope_name (overview);
  g_autofree char *day = vigie_format_date_long (held_on);
  g_autoptr (VigiePdfNotes) notes = create_notes (title, head, held_on, created);
  g_autoptr (VigieSheet) trial = vigie_sheet_new_trial ();
  g_autoptr (VigieSheet) sheet = NULL;
  g_autoptr (GBytes) drawn = NULL;

  print_all (trial, blocks, head, day, title);
  sheet = vigie_sheet_new (notes);
  vigie_sheet_set_places (sheet, trial);
  print_all (sheet, blocks, head, day, title);
  drawn = vigie_sheet_finish (sheet, error);
  return drawn != NULL ? vigie_pdf_finish (drawn, notes, error) : NULL;
}
