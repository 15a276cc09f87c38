// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A figure handed on: as a picture with its words, as a table for a spreadsheet or a program, as text.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-export.h"

#include "vigie-figure-private.h"
#include "vigie-figure-write.h"
#include "vigie-format.h"
#include "vigie-heading.h"

#include <glib/gi18n-lib.h>

#define USUAL_WIDTH 960.0
#define LEAST_HEIGHT 420.0
#define MOST_HEIGHT 4000.0

static const char *const nicks[] = {
  [VIGIE_FIGURE_FORMAT_SVG] = "svg", [VIGIE_FIGURE_FORMAT_PNG] = "png",   [VIGIE_FIGURE_FORMAT_PDF] = "pdf",
  [VIGIE_FIGURE_FORMAT_CSV] = "csv", [VIGIE_FIGURE_FORMAT_JSON] = "json", [VIGIE_FIGURE_FORMAT_TEXT] = "text",
};

/**
 * vigie_figure_format_from_nick:
 * @nick: `svg`, `png`, `pdf`, `csv`, `json` or `text`
 *
 * Returns: whether there is such a format
 */
gboolean
vigie_figure_format_from_nick (const char *nick, VigieFigureFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      {
        *format = (VigieFigureFormat) i;
        return TRUE;
      }
  return FALSE;
}

const char *
vigie_figure_format_extension (VigieFigureFormat format)
{
  return format == VIGIE_FIGURE_FORMAT_TEXT ? "txt" : nicks[format];
}

static char *
dup_note (const VigieFigure *self, const GPtrArray *credits)
{
  VigieOverview *overview = vigie_figure_get_overview (self);
  const char *organisation = vigie_overview_get_organisation (overview);
  g_autofree char *day = vigie_format_date (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));
  g_autoptr (GString) note = g_string_new (NULL);

  if (organisation != NULL)
    /* Translators: under a chart: %1$s whose numbers, %2$s of which site or profession, %3$s on which day */
    g_string_printf (note, _ ("%1$s, %2$s, %3$s."), organisation, vigie_overview_get_scope_name (overview), day);
  else
    /* Translators: under a chart: %1$s of which site or profession, %2$s on which day */
    g_string_printf (note, C_ ("footnote", "%1$s, %2$s."), vigie_overview_get_scope_name (overview), day);
  for (guint i = 0; i < credits->len; i++)
    g_string_append_printf (note, " %s", (const char *) g_ptr_array_index (credits, i));
  return g_string_free_and_steal (g_steal_pointer (&note));
}

/**
 * vigie_figure_dup_footnote:
 *
 * Returns: (transfer full): what stands in small under a picture: scope, day, and where others published; the
 *   whole of the sources is in the text and in the board pack
 */
char *
vigie_figure_dup_footnote (const VigieFigure *self)
{
  return dup_note (self, self->credits);
}

/**
 * vigie_figure_dup_brief_footnote:
 *
 * Returns: (transfer full): as vigie_figure_dup_footnote(), with no more of others than who published and when
 */
char *
vigie_figure_dup_brief_footnote (const VigieFigure *self)
{
  return dup_note (self, self->briefs);
}

static VigieScene *
lay_out (const VigieFigure *self, const VigieHeading *heading, const VigieFrame *outer)
{
  VigieFrame inner;
  g_autoptr (VigieScene) chart = NULL;

  vigie_heading_get_room (heading, outer, &inner);
  chart = vigie_figure_layout (self, &inner);
  return vigie_scene_with_heading (chart, heading, outer);
}

static VigieScene *
lay_out_picture (const VigieFigure *self, const VigieFigurePicture *picture)
{
  g_autofree char *footnote = vigie_figure_dup_footnote (self);
  g_autofree char *earlier = vigie_figure_dup_earlier_sentence (self);
  g_autofree char *sentence = g_strjoin (" ", vigie_figure_get_sentence (self), earlier, NULL);
  VigieHeading heading = { vigie_figure_get_title (self), sentence, footnote };
  VigieFrame frame = {
    .width = picture->width > 0 ? picture->width : USUAL_WIDTH,
    .height = picture->height > 0 ? picture->height : LEAST_HEIGHT,
    .text_scale = 1,
    .mirrored = vigie_language_is_right_to_left (),
  };
  g_autoptr (VigieScene) scene = lay_out (self, &heading, &frame);
  double preferred = vigie_scene_get_preferred_height (scene);

  if (picture->height > 0 || preferred <= frame.height)
    return g_steal_pointer (&scene);
  frame.height = MIN (preferred, MOST_HEIGHT);
  return lay_out (self, &heading, &frame);
}

static GBytes *
draw (const VigieFigure *self, VigieSurfaceFormat format, const VigieFigurePicture *picture, GError **error)
{
  static const VigieFigurePicture usual = { 0 };
  const VigieFigurePicture *chosen = picture != NULL ? picture : &usual;
  g_autoptr (VigieScene) scene = lay_out_picture (self, chosen);
  /* The day of the picture rather than that of its making: the same numbers make the same file. */
  g_autofree char *created =
    vigie_date_dup_iso (vigie_scope_get_as_of (vigie_overview_get_scope (vigie_figure_get_overview (self))));
  VigieSurfaceOptions options = {
    .palette = vigie_palette_get (chosen->palette),
    .scale = chosen->scale,
    .title = vigie_figure_get_title (self),
    .description = vigie_figure_get_sentence (self),
    .language = vigie_language_get_tag (),
    .created = created,
  };

  return vigie_scene_render (scene, format, &options, error);
}

/**
 * vigie_figure_export:
 * @picture: (nullable): how it is drawn; %NULL for the usual
 *
 * Returns: (transfer full): the bytes of a file; %NULL with @error where a picture cannot be drawn
 */
GBytes *
vigie_figure_export (const VigieFigure *self, VigieFigureFormat format, const VigieFigurePicture *picture,
                     GError **error)
{
  switch (format)
    {
    case VIGIE_FIGURE_FORMAT_SVG:
      return draw (self, VIGIE_SURFACE_SVG, picture, error);
    case VIGIE_FIGURE_FORMAT_PNG:
      return draw (self, VIGIE_SURFACE_PNG, picture, error);
    case VIGIE_FIGURE_FORMAT_PDF:
      return draw (self, VIGIE_SURFACE_PDF, picture, error);
    case VIGIE_FIGURE_FORMAT_CSV:
      return vigie_figure_write_csv (self);
    case VIGIE_FIGURE_FORMAT_JSON:
      return vigie_figure_write_json (self);
    case VIGIE_FIGURE_FORMAT_TEXT:
    default:
      return vigie_figure_write_text (self);
    }
}
