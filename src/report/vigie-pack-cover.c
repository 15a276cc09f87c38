// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-board-pack.h"
#include "vigie-format.h"
#include "vigie-logo.h"

/*
 * The cover: whose pack it is, of what and of when, to the left; what is in it, to the right.
 */

#define MARK_SIZE 60.0
#define LOGO_WIDTH 240.0
#define FACTS_HEIGHT 34.0
#define NUMBER_WIDTH 24.0
#define LEAST_PADDING 4.0
#define MOST_PADDING 10.0

static double
print_fact (VigieSheet *sheet, const VigieBox *column, double y, const char *label, const char *value)
{
  VigieBox box = { column->x, y, column->width, 0 };

  vigie_sheet_begin (sheet, VIGIE_SHEET_P);
  box.y += vigie_sheet_print (sheet, VIGIE_LETTERING_CELL_HEAD, label, &box, 1, VIGIE_ALIGN_START) + 3;
  box.y += vigie_sheet_print (sheet, VIGIE_LETTERING_LEAD, value, &box, 2, VIGIE_ALIGN_START);
  vigie_sheet_end (sheet, VIGIE_SHEET_P);
  return box.y - y;
}

static void
print_facts (VigiePack *self, double y)
{
  VigieDate since = vigie_overview_get_since (self->overview);
  g_autofree char *as_of = vigie_format_date_long (vigie_scope_get_as_of (vigie_overview_get_scope (self->overview)));
  g_autofree char *before = vigie_format_date_long (since);
  VigieBox columns[3] = { vigie_sheet_get_columns (self->sheet, 0, 3), vigie_sheet_get_columns (self->sheet, 3, 2),
                          vigie_sheet_get_columns (self->sheet, 5, 2) };

  vigie_sheet_rule (self->sheet, columns[0].x, vigie_box_right (&columns[2]), y, 0.9, VIGIE_PAINT_TEXT);
  y += 10;
  /* Translators: above the name of the part of the organisation that the report is about. */
  print_fact (self->sheet, &columns[0], y, C_ ("cover", "Scope"), vigie_overview_get_scope_name (self->overview));
  /* Translators: above the day that the numbers of the report are of. */
  print_fact (self->sheet, &columns[1], y, C_ ("cover", "Situation as of"), as_of);
  if (vigie_scope_get_since (vigie_overview_get_scope (self->overview)) != VIGIE_DATE_NONE)
    print_fact (self->sheet, &columns[2], y, C_ ("cover", "Changes since"), before);
  else
    print_fact (self->sheet, &columns[2], y, C_ ("cover", "Last committee"),
                since != VIGIE_DATE_NONE ? before : C_ ("cover", "None on record"));
}

/* That the picture of a past day leaves out what was not known then. */
static void
print_late (VigiePack *self, double y)
{
  g_autofree char *late = vigie_overview_dup_late (self->overview);
  VigieBox box = vigie_sheet_get_columns (self->sheet, 0, 7);

  if (late == NULL)
    return;
  box.y = y;
  vigie_sheet_print_as (self->sheet, VIGIE_SHEET_P, VIGIE_LETTERING_CELL, late, &box, 2);
}

typedef struct
{
  char *title;
  char *place;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry->place);
}

static void
add_entry (GArray *entries, const char *title, char *place)
{
  Entry entry = { g_strdup (title), place };

  g_array_append_val (entries, entry);
}

static GArray *
list_entries (VigiePack *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  if (vigie_pack_has (self, VIGIE_PACK_ESSENTIALS))
    add_entry (entries, C_ ("report", "The essentials"), g_strdup (VIGIE_PLACE_SUMMARY));
  if (vigie_pack_has_changes (self))
    {
      g_autofree char *title = vigie_pack_dup_changes_title (self->overview);

      add_entry (entries, title, g_strdup (VIGIE_PLACE_CHANGES));
    }
  if (vigie_pack_has (self, VIGIE_PACK_DECISIONS))
    add_entry (entries, C_ ("report", "What needs a decision"), g_strdup (VIGIE_PLACE_AGENDA));
  for (guint i = 0; i < self->figures->len; i++)
    {
      VigieFigure *figure = g_ptr_array_index (self->figures, i);

      add_entry (entries, vigie_figure_get_title (figure), vigie_pack_dup_place (figure));
    }
  if (vigie_pack_has_tables (self))
    add_entry (entries, C_ ("report", "Tables"), g_strdup (VIGIE_PLACE_TABLES));
  if (vigie_pack_has_systems (self))
    add_entry (entries, C_ ("report", "AI systems"), g_strdup (VIGIE_PLACE_SYSTEMS));
  if (vigie_pack_has (self, VIGIE_PACK_DEFINITIONS))
    add_entry (entries, C_ ("report", "Definitions and sources"), g_strdup (VIGIE_PLACE_ANNEX));
  return entries;
}

/* Entries stand closer together where there are many, so that all of them stand on the cover. */
static double
choose_padding (VigiePack *self, const GArray *entries, double width, double height)
{
  double words = 0;

  for (guint i = 0; i < entries->len; i++)
    words += vigie_sheet_measure (self->sheet, VIGIE_LETTERING_BODY, g_array_index (entries, Entry, i).title, width, 2);
  return CLAMP ((height - words) / MAX (entries->len, 1), LEAST_PADDING, MOST_PADDING);
}

/* One line of the contents: the title, and the page it is on, which is known once the trial has been. */
static double
print_entry (VigiePack *self, const VigieBox *column, double y, double padding, const Entry *entry)
{
  guint page = vigie_sheet_find_place (self->sheet, entry->place);
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : NULL;
  VigieBox box = { column->x, y + padding / 2, column->width - NUMBER_WIDTH - 4, 0 };
  VigieBox end = { vigie_box_right (column) - NUMBER_WIDTH, y + padding / 2, NUMBER_WIDTH, 0 };
  double height;

  vigie_sheet_begin (self->sheet, VIGIE_SHEET_P);
  vigie_sheet_begin_link (self->sheet, entry->place, entry->title);
  height = vigie_sheet_print (self->sheet, VIGIE_LETTERING_BODY, entry->title, &box, 2, VIGIE_ALIGN_START);
  vigie_sheet_print (self->sheet, VIGIE_LETTERING_CELL, number, &end, 1, VIGIE_ALIGN_END);
  vigie_sheet_end_link (self->sheet);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_P);
  y += height + padding;
  vigie_sheet_rule (self->sheet, column->x, vigie_box_right (column), y, 0.35, VIGIE_PAINT_GRID);
  return y;
}

static void
print_contents (VigiePack *self, double y)
{
  VigieBox column = vigie_sheet_get_columns (self->sheet, 8, 4);
  VigieBox head = { column.x, y, column.width, 0 };
  g_autoptr (GArray) entries = list_entries (self);
  double padding;

  y += vigie_sheet_print_as (self->sheet, VIGIE_SHEET_H2, VIGIE_LETTERING_HEADING, C_ ("report", "Contents"), &head, 1);
  y += 8;
  vigie_sheet_rule (self->sheet, column.x, vigie_box_right (&column), y, 0.9, VIGIE_PAINT_TEXT);
  padding =
    choose_padding (self, entries, column.width - NUMBER_WIDTH - 4, VIGIE_SHEET_HEIGHT - VIGIE_SHEET_MARGIN - y);
  for (guint i = 0; i < entries->len; i++)
    y = print_entry (self, &column, y, padding, &g_array_index (entries, Entry, i));
}

static void
print_title (VigieSheet *sheet, const VigieBox *place)
{
  VigieBox box = *place;

  vigie_sheet_begin (sheet, VIGIE_SHEET_H1);
  /* Translators: the first line of the title on the cover; the second says what kind of document it is. */
  box.y +=
    vigie_sheet_print (sheet, VIGIE_LETTERING_DISPLAY, C_ ("cover", "AI and skills"), &box, 2, VIGIE_ALIGN_START);
  vigie_sheet_print_painted (sheet, VIGIE_LETTERING_DISPLAY, VIGIE_PAINT_BLUE, C_ ("cover", "Board pack"), &box, 2,
                             VIGIE_ALIGN_START);
  vigie_sheet_end (sheet, VIGIE_SHEET_H1);
}

/* In its own proportions, as large as the place lets it; whether there is one. */
static gboolean
draw_logo (VigiePack *self, const VigieBox *place)
{
  cairo_t *cr = vigie_sheet_get_cairo (self->sheet);
  cairo_surface_t *logo = self->logo != NULL ? vigie_logo_decode (self->logo) : NULL;
  double scale;

  if (logo == NULL)
    return FALSE;
  scale =
    MIN (place->width / cairo_image_surface_get_width (logo), place->height / cairo_image_surface_get_height (logo));
  cairo_save (cr);
  cairo_translate (cr, place->x, place->y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (logo);
  return TRUE;
}

/**
 * vigie_pack_print_cover:
 *
 * Prints the first page.
 */
void
vigie_pack_print_cover (VigiePack *self)
{
  VigieBox column = vigie_sheet_get_columns (self->sheet, 0, 7);
  double top = VIGIE_SHEET_MARGIN + 24;
  VigieBox box = { column.x, top + MARK_SIZE + 62, column.width, 0 };

  vigie_sheet_add_page (self->sheet, FALSE);
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_SECTION);
  if (!draw_logo (self, &(VigieBox) { column.x, top, LOGO_WIDTH, MARK_SIZE }))
    vigie_pack_draw_mark (self->sheet, column.x, top, MARK_SIZE);
  box.y += vigie_sheet_print_as (self->sheet, VIGIE_SHEET_P, VIGIE_LETTERING_HEADLINE, self->organisation, &box, 3);
  box.y += 12;
  print_title (self->sheet, &box);
  print_facts (self, VIGIE_SHEET_HEIGHT - VIGIE_SHEET_MARGIN - FACTS_HEIGHT - 46);
  print_late (self, VIGIE_SHEET_HEIGHT - VIGIE_SHEET_MARGIN - 38);
  print_contents (self, top + 10);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_SECTION);
}
