// SPDX-License-Identifier: GPL-3.0-or-later

#include "fake-overview.h"

#include "chart-samples.h"

/* Stands in for the libraries of src/insight and src/figure, function by function. */

#define LONG \
  "Un texte aussi long qu’un établissement l’écrirait un jour de grande précision, avec le pôle, le service, l’unité " \
  "fonctionnelle, le porteur et l’échéance, pour que la page ait à le couper à la ligne"

struct _VigieOverview
{
  FakePlan plan;
  VigieScope *scope;
  VigieHeadline *headlines;
  VigieAgendaItem *agenda;
  char text[64];
};

struct _VigieFigure
{
  VigieOverview *overview;
  guint kind;
  char id[32];
  char title[64];
  char sentence[512];
  gboolean compared;
  VigieFigureColumn *columns;
  VigieFigureCell *cells;
  GPtrArray *words;
};

static FakePlan current;

static char *
keep (GPtrArray *words, char *text)
{
  g_ptr_array_add (words, text);
  return text;
}

VigieOverview *
fake_overview_new (const FakePlan *plan)
{
  VigieOverview *self = g_atomic_rc_box_new0 (VigieOverview);

  self->plan = current = *plan;
  self->scope = vigie_scope_new (vigie_date_new (2026, 11, 23), NULL, NULL);
  self->headlines = g_new0 (VigieHeadline, MAX (plan->n_headlines, 1));
  self->agenda = g_new0 (VigieAgendaItem, MAX (plan->n_matters, 1));
  for (guint i = 0; i < plan->n_headlines; i++)
    self->headlines[i] = (VigieHeadline) {
      .id = "headline",
      .label = plan->verbose ? (char *) LONG : (char *) "Systèmes en production",
      .value_text = i == 1 ? (char *) "—" : (char *) "82 %",
      .detail = (char *) "sur 32 systèmes",
      .change_text = i == 2 ? NULL : (char *) "+3 depuis le 12 oct. 2026",
      .change = (VigieJudgement) (i % 4),
      .definition = plan->verbose ? (char *) LONG ". " LONG : (char *) "Ce qui est compté, et sur quoi.",
    };
  for (guint i = 0; i < plan->n_matters; i++)
    self->agenda[i] = (VigieAgendaItem) {
      .id = (char *) "matter",
      .judgement = i < 2 ? VIGIE_JUDGEMENT_BAD : VIGIE_JUDGEMENT_WARNING,
      .title = (char *) "Alerte sepsis : 212 utilisateurs sans formation valide",
      .reason = plan->verbose ? (char *) LONG
                              : (char *) "En production depuis le 3 mars 2026 ; 48 % des 408 utilisateurs formés.",
      .suggestion = i % 3 == 2 ? NULL : (char *) "Suspendre l’extension et ouvrir deux sessions avant le 15 décembre.",
      .due_on = i % 2 == 0 ? vigie_date_new (2026, 12, 15) : VIGIE_DATE_NONE,
    };
  return self;
}

static void
clear_overview (gpointer data)
{
  VigieOverview *self = data;

  vigie_scope_unref (self->scope);
  g_free (self->headlines);
  g_free (self->agenda);
}

VigieOverview *
vigie_overview_ref (VigieOverview *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vigie_overview_unref (VigieOverview *self)
{
  g_atomic_rc_box_release_full (self, clear_overview);
}

VigieScope *
vigie_overview_get_scope (const VigieOverview *self)
{
  return self->scope;
}

const char *
vigie_overview_get_organisation (const VigieOverview *self)
{
  if (self->plan.anonymous)
    return NULL;
  return self->plan.verbose ? "Groupement hospitalier de territoire des Deux Rives et du Haut-Pays & associés"
                            : "GHT des Deux Rives";
}

const VigiePicture *
vigie_overview_get_picture (const VigieOverview *self G_GNUC_UNUSED)
{
  return NULL;
}

const char *
vigie_overview_get_scope_name (const VigieOverview *self)
{
  return "Tout le groupement";
}

char *
vigie_overview_dup_late (const VigieOverview *self G_GNUC_UNUSED)
{
  return NULL;
}

VigieDate
vigie_overview_get_since (const VigieOverview *self)
{
  return self->plan.since;
}

guint
vigie_overview_get_n_headlines (const VigieOverview *self)
{
  return self->plan.n_headlines;
}

const VigieHeadline *
vigie_overview_get_headline (const VigieOverview *self, guint index)
{
  return &self->headlines[index];
}

guint
vigie_overview_get_n_agenda (const VigieOverview *self)
{
  return self->plan.n_matters;
}

const VigieAgendaItem *
vigie_overview_get_agenda_item (const VigieOverview *self, guint index)
{
  return &self->agenda[index];
}

static void
free_change (gpointer data)
{
  VigieChange *change = data;

  g_free (change->text);
  g_free (change);
}

GPtrArray *
vigie_overview_list_changes (const VigieOverview *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);

  for (guint i = 0; i < self->plan.n_changes; i++)
    {
      VigieChange *change = g_new0 (VigieChange, 1);

      *change = (VigieChange) { .kind = VIGIE_CHANGE_INCIDENT,
                                .on = i % 2 == 0 ? vigie_date_new (2026, 11, 2) : VIGIE_DATE_NONE,
                                .judgement = i < 3 ? VIGIE_JUDGEMENT_BAD : VIGIE_JUDGEMENT_GOOD,
                                .headline = "headline",
                                .text = g_strdup_printf ("Événement numéro %u", i + 1) };
      g_ptr_array_add (changes, change);
    }
  return changes;
}

const char *
vigie_change_kind_label (VigieChangeKind kind G_GNUC_UNUSED)
{
  return "Incident";
}

const char *
vigie_figure_kind_id (guint kind G_GNUC_UNUSED)
{
  return "figure";
}

int
vigie_figure_kind_from_id (const char *id)
{
  return g_str_equal (id, "figure") ? 0 : -1;
}

guint
vigie_figure_n_kinds (void)
{
  return current.n_figures;
}

VigieFigure *
vigie_figure_new (guint kind, VigieOverview *overview)
{
  VigieFigure *self = g_atomic_rc_box_new0 (VigieFigure);
  const FakePlan *plan = &overview->plan;

  self->overview = vigie_overview_ref (overview);
  self->kind = kind;
  self->words = g_ptr_array_new_with_free_func (g_free);
  g_snprintf (self->id, sizeof self->id, "question-%u", kind + 1);
  g_snprintf (self->title, sizeof self->title, "Figure numéro %u", kind + 1);
  g_snprintf (self->sentence, sizeof self->sentence,
              plan->verbose ? "Phrase %u : " LONG ", " LONG "."
                            : "Phrase %u : 7 systèmes sur 12 ont des utilisateurs non formés.",
              kind + 1);
  self->columns = g_new0 (VigieFigureColumn, MAX (plan->n_columns, 1));
  self->cells = g_new0 (VigieFigureCell, MAX (plan->n_columns * plan->n_rows, 1));
  for (guint column = 0; column < plan->n_columns; column++)
    self->columns[column] =
      (VigieFigureColumn) { "column", keep (self->words, g_strdup_printf ("Colonne %u", column + 1)), column > 0 };
  for (guint i = 0; i < plan->n_columns * plan->n_rows; i++)
    self->cells[i].text =
      keep (self->words, i % plan->n_columns == 0 ? g_strdup_printf ("Ligne %u", i / plan->n_columns + 1)
                                                  : g_strdup_printf ("%u", i));
  return self;
}

VigieOverview *
vigie_overview_dup_previous (const VigieOverview *self)
{
  return g_atomic_rc_box_acquire ((VigieOverview *) self);
}

VigieFigure *
vigie_figure_new_beside (guint kind, VigieOverview *overview, VigieOverview *previous)
{
  VigieFigure *self = vigie_figure_new (kind, overview);

  self->compared = previous != NULL;
  return self;
}

char *
vigie_figure_dup_earlier_sentence (const VigieFigure *self)
{
  return self->compared ? g_strdup_printf ("Ce qu’elle disait, %u.", self->kind + 1) : NULL;
}

char *
vigie_figure_dup_events (const VigieFigure *self, guint most)
{
  return self->compared ? g_strdup_printf ("Depuis : %u événements.", most) : NULL;
}

static void
clear_figure (gpointer data)
{
  VigieFigure *self = data;

  vigie_overview_unref (self->overview);
  g_ptr_array_unref (self->words);
  g_free (self->columns);
  g_free (self->cells);
}

void
vigie_figure_unref (VigieFigure *self)
{
  g_atomic_rc_box_release_full (self, clear_figure);
}

const char *
vigie_figure_get_id (const VigieFigure *self)
{
  return self->id;
}

const char *
vigie_figure_get_title (const VigieFigure *self)
{
  return self->title;
}

const char *
vigie_figure_get_question (const VigieFigure *self)
{
  return "Où en sont nos systèmes d’IA ?";
}

const char *
vigie_figure_get_sentence (const VigieFigure *self)
{
  return self->sentence;
}

const char *
vigie_figure_get_definition (const VigieFigure *self)
{
  return self->overview->plan.verbose ? LONG ". " LONG ". " LONG "."
                                      : "Utilisateurs formés sur utilisateurs tenus de l’être.";
}

guint
vigie_figure_get_n_sources (const VigieFigure *self)
{
  return self->kind % 2;
}

const char *
vigie_figure_get_source (const VigieFigure *self, guint index)
{
  return "FHF, baromètre de juillet 2025, 110 établissements publics : 65 %.";
}

guint
vigie_figure_get_n_columns (const VigieFigure *self)
{
  return self->overview->plan.n_columns;
}

const VigieFigureColumn *
vigie_figure_get_column (const VigieFigure *self, guint column)
{
  return &self->columns[column];
}

guint
vigie_figure_get_n_rows (const VigieFigure *self)
{
  return self->overview->plan.n_rows;
}

const VigieFigureCell *
vigie_figure_get_cell (const VigieFigure *self, guint row, guint column)
{
  return &self->cells[row * self->overview->plan.n_columns + column];
}

VigieScene *
vigie_figure_layout (const VigieFigure *self, const VigieFrame *frame)
{
  return samples[self->kind % n_samples].layout (frame);
}
