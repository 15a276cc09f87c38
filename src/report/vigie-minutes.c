// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The minutes of a meeting as a list of blocks: who sat in it, each point with what was seen and what came of it, and
 * all decisions and actions once more in one table.
 *
 * What was seen is the frozen copy. Its chart is drawn from the register as of that day, and only where the register
 * still says what the copy says; where the copy differs, its table stands alone. A point of which nothing was frozen
 * is told from the register as of the day of the meeting, and the minutes say so.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-minutes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <inttypes.h>

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-meeting-words.h"

/* What is longer or wider than can be read at a glance stays in the frozen copy. */
#define MOST_ROWS 15
#define MOST_COLUMNS 10

typedef struct
{
  const VigieDeck *deck;
  const VigieProceedings *proceedings;
  VigieOverview *overview;
  GPtrArray *blocks;
} Minutes;

static void
block_free (gpointer data)
{
  VigieMinutesBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->figure, vigie_figure_unref);
  g_strfreev (block->columns);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static VigieMinutesBlock *
add (Minutes *self, VigieMinutesKind kind, const char *text)
{
  VigieMinutesBlock *block = g_new0 (VigieMinutesBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static void
add_head (Minutes *self)
{
  VigieRecord *meeting = vigie_proceedings_get_meeting (self->proceedings);
  g_autofree char *name = vigie_proceedings_dup_title (self->proceedings);
  g_autofree char *body = vigie_record_display (meeting, VIGIE_MEETING_BODY);
  g_autofree char *day = vigie_format_date_long (vigie_proceedings_get_held_on (self->proceedings));
  g_autofree char *status = vigie_record_display (meeting, VIGIE_MEETING_STATUS);
  /* Translators: the title of a document; %s is a meeting */
  g_autofree char *title = g_strdup_printf (_ ("Minutes: %s"), name);
  const char *place = vigie_record_get_text (meeting, VIGIE_MEETING_PLACE);
  g_autofree char *where = place != NULL
                             /* Translators: %1$s is a body such as “AI committee”, %2$s a day, %3$s a place, %4$s such
                                as “Minutes in draft” */
                             ? g_strdup_printf (_ ("%1$s, %2$s, %3$s. %4$s."), body, day, place, status)
                             /* Translators: %1$s is a body such as “AI committee”, %2$s a day, %3$s such as “Minutes in
                                draft” */
                             : g_strdup_printf (C_ ("minutes", "%1$s, %2$s. %3$s."), body, day, status);

  add (self, VIGIE_MINUTES_TITLE, title);
  if (vigie_overview_get_organisation (self->overview) != NULL)
    add (self, VIGIE_MINUTES_TEXT, vigie_overview_get_organisation (self->overview));
  add (self, VIGIE_MINUTES_TEXT, where);
}

/* Functions by how they were represented. */
static void
add_attendance (Minutes *self)
{
  GPtrArray *attendance = vigie_proceedings_get_attendance (self->proceedings);

  if (attendance->len == 0)
    return;
  add (self, VIGIE_MINUTES_POINT, C_ ("minutes", "Attendance"));
  for (int presence = 0; presence < VIGIE_PRESENCE_COUNT; presence++)
    {
      g_autoptr (GString) functions = g_string_new (NULL);

      for (guint i = 0; i < attendance->len; i++)
        {
          VigieRecord *record = g_ptr_array_index (attendance, i);

          if (vigie_record_get_number (record, VIGIE_ATTENDANCE_PRESENCE, -1) == presence)
            g_string_append_printf (functions, "%s%s", functions->len > 0 ? " ; " : "",
                                    vigie_record_get_text (record, VIGIE_ATTENDANCE_FUNCTION));
        }
      if (functions->len > 0)
        {
          /* Translators: who sat in a meeting: %1$s is such as “Excused”, %2$s a list of functions */
          g_autofree char *line = g_strdup_printf (C_ ("minutes", "%1$s: %2$s"),
                                                   vigie_enum_label (VIGIE_TYPE_PRESENCE, presence), functions->str);

          add (self, VIGIE_MINUTES_ENTRY, line);
        }
    }
}

static void
add_frozen_table (Minutes *self, const VigieFrozen *frozen, gboolean shown)
{
  VigieMinutesBlock *block;
  guint n = MIN (frozen->rows->len, MOST_ROWS);
  guint rest = frozen->rows->len - n + frozen->omitted;

  if (frozen->rows->len == 0)
    return;
  block = add (self, VIGIE_MINUTES_TABLE, NULL);
  block->shown = shown;
  block->columns = g_strdupv (frozen->columns);
  block->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (block->rows, g_strdupv (g_ptr_array_index (frozen->rows, i)));
  if (rest > 0)
    {
      /* Translators: rows of a table that are left out */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u row more", "and %u rows more", rest), rest);

      add (self, VIGIE_MINUTES_NOTE, more)->shown = shown;
    }
}

static void
add_source (Minutes *self, const VigieFrozen *frozen, VigieRecord *exhibit)
{
  g_autofree char *day = vigie_format_date_long (frozen->as_of);
  g_autofree char *note = NULL;

  if (exhibit != NULL)
    /* Translators: under a figure in minutes: %1$s is a site or the whole group, %2$s a day, %3$s a long code */
    note = g_strdup_printf (_ ("%1$s, as of %2$s. Frozen as the meeting saw it, SHA-256 %3$s."), frozen->scope, day,
                            vigie_record_get_text (exhibit, VIGIE_EXHIBIT_SHA256));
  else
    /* Translators: under a figure in minutes: %1$s is a site or the whole group, %2$s a day */
    note = g_strdup_printf (_ ("%1$s, as of %2$s. Not frozen in the meeting: told from the register as of that day."),
                            frozen->scope, day);
  add (self, VIGIE_MINUTES_NOTE, note);
}

static void
add_seen (Minutes *self, const VigieProceedingsItem *item, guint slide)
{
  VigieFigure *figure = vigie_deck_get_slide_figure (self->deck, slide);
  g_autofree char *now = vigie_deck_dup_frozen (self->deck, slide);
  const char *content = item->exhibit != NULL ? vigie_record_get_text (item->exhibit, VIGIE_EXHIBIT_CONTENT) : now;
  g_autoptr (VigieFrozen) frozen = content != NULL ? vigie_frozen_parse (content, NULL) : NULL;
  gboolean unchanged =
    frozen != NULL && figure != NULL && g_strcmp0 (frozen->sentence, vigie_figure_get_sentence (figure)) == 0;

  if (frozen == NULL)
    return;
  add (self, VIGIE_MINUTES_ANSWER, frozen->sentence);
  if (unchanged)
    add (self, VIGIE_MINUTES_FIGURE, frozen->sentence)->figure = vigie_figure_ref (figure);
  if (!unchanged || g_strv_length (frozen->columns) <= MOST_COLUMNS)
    add_frozen_table (self, frozen, unchanged);
  add_source (self, frozen, item->exhibit);
}

static void
add_entry (Minutes *self, const char *text, char *detail)
{
  g_autofree char *owned = detail;
  g_autofree char *line = owned != NULL
                            /* Translators: %1$s is a decision or an action, %2$s how it was voted or who owes it */
                            ? g_strdup_printf (C_ ("minutes", "%1$s (%2$s)"), text, owned)
                            : NULL;

  add (self, VIGIE_MINUTES_ENTRY, line != NULL ? line : text);
}

static void
add_outcome (Minutes *self, const GPtrArray *decisions, const GPtrArray *actions)
{
  if (decisions->len > 0)
    add (self, VIGIE_MINUTES_HEADING, C_ ("minutes", "Decisions"));
  for (guint i = 0; i < decisions->len; i++)
    {
      VigieRecord *decision = g_ptr_array_index (decisions, i);

      add_entry (self, vigie_record_get_text (decision, VIGIE_DECISION_TEXT), vigie_meeting_dup_vote (decision));
    }
  if (actions->len > 0)
    add (self, VIGIE_MINUTES_HEADING, C_ ("minutes", "Actions"));
  for (guint i = 0; i < actions->len; i++)
    {
      VigieRecord *action = g_ptr_array_index (actions, i);

      add_entry (self, vigie_record_get_text (action, VIGIE_ACTION_TITLE), vigie_meeting_dup_owed (action));
    }
}

/* Each note is a paragraph of its own, in whatever format. */
static void
add_paragraphs (Minutes *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add (self, VIGIE_MINUTES_TEXT, lines[i]);
}

static void
add_point (Minutes *self, guint index)
{
  const VigieProceedingsItem *item = vigie_proceedings_get_item (self->proceedings, index);
  g_autofree char *purpose = vigie_record_display (item->record, VIGIE_AGENDA_ITEM_PURPOSE);
  const char *discussion = vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_DISCUSSION);
  g_autofree char *title = g_strdup_printf (C_ ("slide", "%1$u. %2$s"), index + 1,
                                            vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_TITLE));
  int slide = vigie_deck_find_slide (self->deck, vigie_record_get_text (item->record, VIGIE_AGENDA_ITEM_CODE));

  add (self, VIGIE_MINUTES_POINT, title);
  add (self, VIGIE_MINUTES_NOTE, purpose);
  if (slide >= 0)
    add_seen (self, item, (guint) slide);
  if (discussion != NULL)
    {
      add (self, VIGIE_MINUTES_HEADING, C_ ("minutes", "Discussion"));
      add_paragraphs (self, discussion);
    }
  add_outcome (self, item->decisions, item->actions);
}

static void
add_row (GPtrArray *rows, VigieRecord *record, gboolean is_action)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  char *detail = is_action ? vigie_meeting_dup_owed (record) : vigie_meeting_dup_vote (record);

  g_strv_builder_add (row, vigie_record_get_text (record, 0));
  g_strv_builder_add (row, is_action ? C_ ("minutes", "Action") : C_ ("minutes", "Decision"));
  g_strv_builder_add (row, vigie_record_get_text (record, is_action ? VIGIE_ACTION_TITLE : VIGIE_DECISION_TEXT));
  g_strv_builder_take (row, detail != NULL ? detail : g_strdup (""));
  g_ptr_array_add (rows, g_strv_builder_end (row));
}

/* All decisions, then all that is owed. */
static void
add_summary (Minutes *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  const char *columns[] = { C_ ("minutes", "Code"), C_ ("minutes", "Kind"), C_ ("minutes", "Text"),
                            C_ ("minutes", "Vote, or owner and date"), NULL };
  GPtrArray *others = vigie_proceedings_get_other_decisions (self->proceedings);
  VigieMinutesBlock *block;

  for (int actions = 0; actions < 2; actions++)
    {
      for (guint i = 0; i < vigie_proceedings_get_n_items (self->proceedings); i++)
        {
          const VigieProceedingsItem *item = vigie_proceedings_get_item (self->proceedings, i);
          const GPtrArray *records = actions != 0 ? item->actions : item->decisions;

          for (guint j = 0; j < records->len; j++)
            add_row (rows, g_ptr_array_index (records, j), actions != 0);
        }
      for (guint i = 0; actions == 0 && i < others->len; i++)
        add_row (rows, g_ptr_array_index (others, i), FALSE);
    }
  add (self, VIGIE_MINUTES_POINT, C_ ("minutes", "Decisions and actions"));
  if (rows->len == 0)
    {
      add (self, VIGIE_MINUTES_TEXT, _ ("Nothing was resolved."));
      return;
    }
  block = add (self, VIGIE_MINUTES_TABLE, NULL);
  block->columns = g_strdupv ((char **) columns);
  block->rows = g_steal_pointer (&rows);
}

/**
 * vigie_minutes_list_blocks:
 * @deck: of a meeting
 *
 * Returns: (transfer full) (element-type VigieMinutesBlock): the minutes, from first to last
 */
GPtrArray *
vigie_minutes_list_blocks (const VigieDeck *deck)
{
  Minutes self = { deck, vigie_deck_get_proceedings (deck), vigie_deck_get_overview (deck),
                   g_ptr_array_new_with_free_func (block_free) };
  GPtrArray *others = vigie_proceedings_get_other_decisions (self.proceedings);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  add_head (&self);
  add_attendance (&self);
  for (guint i = 0; i < vigie_proceedings_get_n_items (self.proceedings); i++)
    add_point (&self, i);
  if (others->len > 0)
    {
      add (&self, VIGIE_MINUTES_POINT, C_ ("minutes", "Other business"));
      add_outcome (&self, others, none);
    }
  add_summary (&self);
  return self.blocks;
}

static const char *const nicks[] = {
  [VIGIE_MINUTES_MARKDOWN] = "md",
  [VIGIE_MINUTES_PDF] = "pdf",
  [VIGIE_MINUTES_ODT] = "odt",
  [VIGIE_MINUTES_FODT] = "fodt",
};

/**
 * vigie_minutes_format_from_nick:
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
vigie_minutes_format_from_nick (const char *nick, VigieMinutesFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      {
        *format = (VigieMinutesFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * vigie_minutes_format_from_path:
 * @path: (nullable): of a file
 *
 * Returns: what the end of its name says; Markdown where it says nothing
 */
VigieMinutesFormat
vigie_minutes_format_from_path (const char *path)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  VigieMinutesFormat format = VIGIE_MINUTES_MARKDOWN;

  if (dot != NULL)
    vigie_minutes_format_from_nick (dot + 1, &format);
  return format;
}

/**
 * vigie_minutes_write:
 * @deck: of a meeting
 *
 * Returns: (transfer full): its minutes; %NULL with @error
 */
GBytes *
vigie_minutes_write (const VigieDeck *deck, VigieMinutesFormat format, GError **error)
{
  switch (format)
    {
    case VIGIE_MINUTES_PDF:
      return vigie_minutes_write_pdf (deck, 0, error);
    case VIGIE_MINUTES_ODT:
    case VIGIE_MINUTES_FODT:
      return vigie_minutes_write_odt (deck, format == VIGIE_MINUTES_FODT, error);
    case VIGIE_MINUTES_MARKDOWN:
    default:
      return vigie_minutes_write_markdown (deck);
    }
}
