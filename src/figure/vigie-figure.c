// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFigure: a question and its answer. What all figures have in common: the table, the sources and
 * the words for what is not measured or not shown.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-private.h"

#include "vigie-definitions.h"
#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_BOXED_TYPE (VigieFigure, vigie_figure, vigie_figure_ref, vigie_figure_unref)

guint
vigie_figure_n_kinds (void)
{
  return vigie_figure_registry_n ();
}

const char *
vigie_figure_kind_id (guint kind)
{
  return vigie_figure_registry_get (kind)->id;
}

/**
 * vigie_figure_kind_title:
 *
 * Returns: (transfer none): what it is called, in the reader's language
 */
const char *
vigie_figure_kind_title (guint kind)
{
  return gettext (vigie_figure_registry_get (kind)->title);
}

/**
 * vigie_figure_kind_question:
 *
 * Returns: (transfer none): what it asks, in the reader's language
 */
const char *
vigie_figure_kind_question (guint kind)
{
  return gettext (vigie_figure_registry_get (kind)->question);
}

/**
 * vigie_figure_kind_definition:
 *
 * Returns: (transfer none): how what it shows is counted, in the reader's language
 */
const char *
vigie_figure_kind_definition (guint kind)
{
  return vigie_definition_get (vigie_figure_registry_get (kind)->definition);
}

/**
 * vigie_figure_kind_from_id:
 *
 * Returns: the kind of that id; −1 where there is none
 */
int
vigie_figure_kind_from_id (const char *id)
{
  for (guint kind = 0; kind < vigie_figure_registry_n (); kind++)
    if (g_strcmp0 (vigie_figure_registry_get (kind)->id, id) == 0)
      return (int) kind;
  return -1;
}

static void
clear_column (gpointer data)
{
  g_free (((VigieFigureColumn *) data)->label);
}

/* The clear function of an array of VigieFigureCell. */
void
vigie_figure_clear_cell (gpointer data)
{
  VigieFigureCell *cell = data;

  g_free (cell->text);
  g_free (cell->raw);
}

/**
 * vigie_figure_new:
 * @kind: less than vigie_figure_n_kinds()
 * @overview: the numbers it is made of
 *
 * Answers a question.
 *
 * Returns: (transfer full): the figure
 */
VigieFigure *
vigie_figure_new (guint kind, VigieOverview *overview)
{
  VigieFigure *self;

  g_return_val_if_fail (kind < vigie_figure_registry_n (), NULL);
  g_return_val_if_fail (overview != NULL, NULL);

  self = g_new0 (VigieFigure, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = vigie_figure_registry_get (kind);
  self->overview = vigie_overview_ref (overview);
  self->picture = vigie_overview_get_picture (overview);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->credits = g_ptr_array_new_with_free_func (g_free);
  self->briefs = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, TRUE, sizeof (VigieFigureColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_array_new (FALSE, TRUE, sizeof (VigieFigureCell));
  g_array_set_clear_func (self->cells, vigie_figure_clear_cell);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->kind->build (self);
  return self;
}

VigieFigure *
vigie_figure_ref (VigieFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_figure_unref (VigieFigure *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->data != NULL)
    self->kind->free_data (self->data);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->cells);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->credits);
  g_ptr_array_unref (self->briefs);
  g_ptr_array_unref (self->sources);
  g_free (self->sentence);
  g_clear_pointer (&self->earlier, vigie_figure_unref);
  vigie_overview_unref (self->overview);
  g_free (self);
}

const char *
vigie_figure_get_id (const VigieFigure *self)
{
  return self->kind->id;
}

const char *
vigie_figure_get_title (const VigieFigure *self)
{
  return gettext (self->kind->title);
}

const char *
vigie_figure_get_question (const VigieFigure *self)
{
  return gettext (self->kind->question);
}

/**
 * vigie_figure_get_sentence:
 *
 * Returns: (transfer none): the answer in one sentence, made from the data
 */
const char *
vigie_figure_get_sentence (const VigieFigure *self)
{
  return self->sentence;
}

/**
 * vigie_figure_get_definition:
 *
 * Returns: (transfer none): how what it shows is counted
 */
const char *
vigie_figure_get_definition (const VigieFigure *self)
{
  return vigie_definition_get (self->kind->definition);
}

const char *
vigie_figure_get_page (const VigieFigure *self)
{
  return self->kind->page;
}

/**
 * vigie_figure_foresees:
 *
 * Returns: whether its answer depends on what the scope assumes, a #VigieWhatIf
 */
gboolean
vigie_figure_foresees (const VigieFigure *self)
{
  return self->kind->foresees;
}

/**
 * vigie_figure_is_empty:
 *
 * Returns: whether there is nothing to show: its sentence says so
 */
gboolean
vigie_figure_is_empty (const VigieFigure *self)
{
  return self->empty;
}

VigieOverview *
vigie_figure_get_overview (const VigieFigure *self)
{
  return self->overview;
}

guint
vigie_figure_get_n_sources (const VigieFigure *self)
{
  return self->sources->len;
}

/**
 * vigie_figure_get_source:
 *
 * Returns: (transfer none): where something shown beside our own numbers comes from, its year, its n and
 *   what it may not be taken for
 */
const char *
vigie_figure_get_source (const VigieFigure *self, guint index)
{
  g_return_val_if_fail (index < self->sources->len, NULL);

  return g_ptr_array_index (self->sources, index);
}

guint
vigie_figure_get_n_columns (const VigieFigure *self)
{
  return self->columns->len;
}

const VigieFigureColumn *
vigie_figure_get_column (const VigieFigure *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, VigieFigureColumn, column);
}

guint
vigie_figure_get_n_rows (const VigieFigure *self)
{
  return self->keys->len;
}

const VigieFigureCell *
vigie_figure_get_cell (const VigieFigure *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->keys->len && column < self->columns->len, NULL);

  return &g_array_index (self->cells, VigieFigureCell, row * self->columns->len + column);
}

/**
 * vigie_figure_get_row_key:
 *
 * Returns: (transfer none) (nullable): the code of the record that the row is about
 */
const char *
vigie_figure_get_row_key (const VigieFigure *self, guint row)
{
  g_return_val_if_fail (row < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, row);
}

static char *
format_more (double n, gpointer data G_GNUC_UNUSED)
{
  g_autofree char *count = vigie_format_integer ((gint64) n);

  /* Translators: rows of a chart that have no room there; %s is how many */
  return g_strdup_printf (ngettext ("and %s more, in the table", "and %s more, in the table", (gulong) n), count);
}

/**
 * vigie_figure_layout:
 * @frame: the room; where it says nothing of numbers, they are written in the reader's language
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_figure_layout (const VigieFigure *self, const VigieFrame *frame)
{
  VigieFrame telling = *frame;

  telling.format_more = format_more;
  return self->kind->layout (self, &telling);
}

void
vigie_figure_add_column (VigieFigure *self, const char *name, const char *label, gboolean numeric)
{
  VigieFigureColumn column = { name, g_strdup (label), numeric };

  g_array_append_val (self->columns, column);
}

/**
 * vigie_figure_add_row:
 * @key: (nullable): the code of the record it is about
 *
 * Begins a row: a cell for each column follows.
 */
void
vigie_figure_add_row (VigieFigure *self, const char *key)
{
  g_ptr_array_add (self->keys, g_strdup (key));
}

/**
 * vigie_figure_add_text:
 * @text: (nullable): for people; %NULL is not measured
 * @raw: (nullable): for machines
 */
void
vigie_figure_add_text (VigieFigure *self, const char *text, const char *raw)
{
  VigieFigureCell cell = { g_strdup (text != NULL ? text : VIGIE_NOT_MEASURED), g_strdup (raw) };

  g_array_append_val (self->cells, cell);
}

/**
 * vigie_figure_add_count:
 * @count: −1 is not measured
 */
void
vigie_figure_add_count (VigieFigure *self, gint64 count)
{
  g_autofree char *text = vigie_format_integer (count);
  g_autofree char *raw = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  vigie_figure_add_text (self, count >= 0 ? text : NULL, count >= 0 ? raw : NULL);
}

/**
 * vigie_figure_add_share:
 * @share: NaN is not measured
 */
void
vigie_figure_add_share (VigieFigure *self, double share, int decimals)
{
  g_autofree char *text = vigie_format_percent (share, decimals);
  char raw[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (raw, sizeof raw, "%.4f", share);
  vigie_figure_add_text (self, text, isnan (share) ? NULL : raw);
}

/**
 * vigie_figure_add_hours:
 * @hours: NaN is not measured
 */
void
vigie_figure_add_hours (VigieFigure *self, double hours)
{
  g_autofree char *text = vigie_hours_dup (hours, 1);
  char raw[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (raw, sizeof raw, "%.4f", hours);
  vigie_figure_add_text (self, text, isnan (hours) ? NULL : raw);
}

/**
 * vigie_figure_add_hidden:
 * @size: people in the group that is not shown
 */
void
vigie_figure_add_hidden (VigieFigure *self, gint64 size)
{
  g_autofree char *text = vigie_figure_dup_hidden (self, size);

  vigie_figure_add_text (self, text, text);
}

void
vigie_figure_add_source (VigieFigure *self, const char *source)
{
  g_ptr_array_add (self->sources, g_strdup (source));
}

/**
 * vigie_figure_dup_hidden:
 * @size: people in the group that is not shown
 *
 * Returns: (transfer full): what stands in place of a small group's number, "<5"; of a larger one that
 *   would give a small one away, that it is hidden
 */
char *
vigie_figure_dup_hidden (const VigieFigure *self, gint64 size)
{
  g_autofree char *threshold = vigie_format_integer (self->picture->facts->small_group);

  if (size >= self->picture->facts->small_group)
    /* Translators: in place of a number that is not shown, as short as can be */
    return g_strdup (C_ ("number", "hidden"));
  /* Translators: fewer than so many people, as short as can be */
  return g_strdup_printf (C_ ("people", "<%s"), threshold);
}

/**
 * vigie_figure_dup_hidden_note:
 *
 * Returns: (transfer full): what a hidden number means
 */
char *
vigie_figure_dup_hidden_note (const VigieFigure *self)
{
  g_autofree char *threshold = vigie_format_integer (self->picture->facts->small_group);

  /* Translators: why a number is not shown; %s is a small number of people */
  return g_strdup_printf (_ ("not shown: small groups (fewer than %s people)"), threshold);
}

const char *
vigie_profession_label (const VigieFactProfession *profession)
{
  return vigie_language_pick (profession->label_fr, profession->label_en);
}

/**
 * vigie_hours_dup:
 * @hours: NaN is not measured
 *
 * Returns: (transfer full): `3.4 h`
 */
char *
vigie_hours_dup (double hours, int decimals)
{
  g_autofree char *number = vigie_format_decimal (hours, decimals);

  if (isnan (hours))
    return g_steal_pointer (&number);
  /* Translators: a number of hours, as short as can be, with a no-break space */
  return g_strdup_printf (C_ ("hours", "%s\u00a0h"), number);
}

char *
vigie_figure_format_hours (double value, gpointer data G_GNUC_UNUSED)
{
  return vigie_hours_dup (value, 0);
}

char *
vigie_figure_format_share (double value, gpointer data G_GNUC_UNUSED)
{
  return vigie_format_percent (value, 0);
}

char *
vigie_figure_format_count (double value, gpointer data G_GNUC_UNUSED)
{
  return vigie_format_integer ((gint64) llround (value));
}

/**
 * vigie_figure_dup_deployment_name:
 * @deployment: index of a deployment
 *
 * Returns: (transfer full): what is deployed, and at which establishment
 */
char *
vigie_figure_dup_deployment_name (const VigieFigure *self, int deployment)
{
  const VigieFacts *facts = self->picture->facts;
  const VigieFactDeployment *fact = &facts->deployments[deployment];
  const VigieFactUnit *site = &facts->units[facts->units[fact->unit].site];
  const char *where = site->short_name != NULL ? site->short_name : site->name != NULL ? site->name : site->code;

  /* Translators: an AI system and the establishment where it goes live; or both, and the day */
  return g_strdup_printf (C_ ("go-live", "%1$s, %2$s"), facts->systems[fact->system].name, where);
}
