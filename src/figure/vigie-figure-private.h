// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"
#include "vigie-picture.h"
#include "vigie-stacked-bars.h"

G_BEGIN_DECLS

/* Shared by the figures, one file a question, and the registry that lists them. */

/**
 * VigieFigureKind:
 * @id: stable: it names files, bookmarks and arguments
 * @title: what it is called, marked N_()
 * @question: what it answers, marked N_()
 * @definition: id of its definition
 * @page: (nullable): the page of the window that shows the rows behind it
 * @build: works out sentence, table, sources and data
 * @layout: lays the data out
 * @list_rows: adds the records that the mark with a key is made of, as #VigieFigureRow
 * @compared: (nullable) (array zero-terminated=1): names of the columns that are told of an earlier day as well
 * @moved_by: the kinds of events that it may change with, a bit each
 * @foresees: whether it answers what follows from what is assumed beyond the register
 * @free_data: frees the data
 *
 * One governance question. A new one is one file that exports such a descriptor and one line in
 * vigie-figure-registry.c.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *question;
  const char *definition;
  const char *page;
  void (*build) (VigieFigure *figure);
  VigieScene *(*layout) (const VigieFigure *figure, const VigieFrame *frame);
  void (*list_rows) (const VigieFigure *figure, const char *key, GPtrArray *rows);
  const char *const *compared;
  guint moved_by;
  gboolean foresees;
  GDestroyNotify free_data;
} VigieFigureKind;

/**
 * VIGIE_MOVED_BY:
 * @event: the end of the name of a #VigieChangeKind
 *
 * The bit of a kind of events.
 */
#define VIGIE_MOVED_BY(event) (1u << VIGIE_CHANGE_##event)

extern const VigieFigureKind vigie_figure_barriers_benchmark;
extern const VigieFigureKind vigie_figure_budget;
extern const VigieFigureKind vigie_figure_deployment_domain;
extern const VigieFigureKind vigie_figure_deployment_stage;
extern const VigieFigureKind vigie_figure_incidents;
extern const VigieFigureKind vigie_figure_readiness_gate;
extern const VigieFigureKind vigie_figure_risk_matrix;
extern const VigieFigureKind vigie_figure_actions;
extern const VigieFigureKind vigie_figure_deployment_timeline;
extern const VigieFigureKind vigie_figure_safeguards;
extern const VigieFigureKind vigie_figure_sites_compare;
extern const VigieFigureKind vigie_figure_skills_gap;
extern const VigieFigureKind vigie_figure_training_coverage;
extern const VigieFigureKind vigie_figure_training_hours;
extern const VigieFigureKind vigie_figure_training_trajectory;
extern const VigieFigureKind vigie_figure_trust_map;

const VigieFigureKind *vigie_figure_registry_get (guint kind);
guint vigie_figure_registry_n (void);

struct _VigieFigure
{
  gatomicrefcount ref_count;
  const VigieFigureKind *kind;
  VigieOverview *overview;
  const VigiePicture *picture;
  VigieFigure *earlier; /* the same on an earlier day; NULL where nothing is compared */

  /* made by build() */
  char *sentence;
  gpointer data;
  gboolean empty;
  GPtrArray *sources; /* of char * */
  GPtrArray *credits; /* of char *: where it was published, for the foot of a picture */
  GPtrArray *briefs;  /* of char *: the same, in a few words each */
  GArray *columns;    /* of VigieFigureColumn */
  GArray *cells;      /* of VigieFigureCell, row by row */
  GPtrArray *keys;    /* of char *, one a row, NULL for none */
};

typedef VigieScene *(*VigieFigurePart) (const VigieFigure *self, const VigieFrame *frame);

VigieScene *vigie_figure_layout_parts (const VigieFigure *self, VigieFigurePart upper, const char *title,
                                       VigieFigurePart lower, const VigieFrame *frame);

double vigie_figure_get_earlier (const VigieFigure *self, const char *key, const char *column);
char *vigie_figure_dup_earlier_label (const VigieFigure *self);
char *vigie_figure_dup_with_earlier (const VigieFigure *self, const char *now, const char *then);
char *vigie_figure_dup_with_share (const VigieFigure *self, const char *now, double then);
void vigie_figure_set_earlier_bar (const VigieFigure *self, VigieStackedRow *row, const char *column, GPtrArray *texts);

void vigie_figure_clear_cell (gpointer data);
void vigie_figure_add_column (VigieFigure *self, const char *name, const char *label, gboolean numeric);
void vigie_figure_add_row (VigieFigure *self, const char *key);
void vigie_figure_add_text (VigieFigure *self, const char *text, const char *raw);
void vigie_figure_add_count (VigieFigure *self, gint64 count);
void vigie_figure_add_share (VigieFigure *self, double share, int decimals);
void vigie_figure_add_hours (VigieFigure *self, double hours);
void vigie_figure_add_hidden (VigieFigure *self, gint64 size);
void vigie_figure_add_source (VigieFigure *self, const char *source);
void vigie_figure_add_benchmark_source (VigieFigure *self, const VigieFactBenchmark *benchmark);
void vigie_figure_add_publication_source (VigieFigure *self, const VigieFactBenchmark *benchmark);

char *vigie_figure_dup_deployment_name (const VigieFigure *self, int deployment);
char *vigie_figure_dup_hidden (const VigieFigure *self, gint64 size);
char *vigie_figure_dup_hidden_note (const VigieFigure *self);
const char *vigie_profession_label (const VigieFactProfession *profession);
char *vigie_benchmark_dup_short (const VigieFactBenchmark *benchmark);
const VigieFactBenchmark *vigie_figure_find_benchmark (const VigieFigure *self, const char *code);
char *vigie_hours_dup (double hours, int decimals);
char *vigie_figure_format_hours (double value, gpointer data);
char *vigie_figure_format_share (double value, gpointer data);
char *vigie_figure_format_count (double value, gpointer data);

G_END_DECLS
