// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart-samples.h"

#include <math.h>

#include "vigie-bullet-bars.h"
#include "vigie-dot-plot.h"
#include "vigie-dumbbell.h"
#include "vigie-heat-map.h"
#include "vigie-quadrant.h"
#include "vigie-stacked-bars.h"
#include "vigie-gantt.h"
#include "vigie-risk-matrix.h"
#include "vigie-state-matrix.h"
#include "vigie-time-lines.h"

#define NNBSP "\u202f"

const Sample samples[] = {
  { "stacked-bars", sample_stacked_bars, 0 },
  { "quadrant", sample_quadrant, 14 },
  { "quadrant-many", sample_quadrant_many, 240 },
  { "heat-map", sample_heat_map, 72 },
  { "heat-diverging", sample_heat_diverging, 80 },
  { "bullet-bars", sample_bullet_bars, 9 },
  { "dumbbell", sample_dumbbell, 6 },
  { "dot-plot", sample_dot_plot, 7 },
  { "gantt", sample_gantt, 20 },
  { "risk-matrix", sample_risk_matrix, 12 },
  { "state-matrix", sample_state_matrix, 0 },
  { "time-lines", sample_time_lines, 31 + 24 + 25 },
};
const guint n_samples = G_N_ELEMENTS (samples);

char *
sample_format_share (double value, gpointer data)
{
  return g_strdup_printf ("%.0f" NNBSP "%%", value * 100);
}

char *
sample_format_count (double value, gpointer data)
{
  return g_strdup_printf ("%.0f", value);
}

static VigieFrame
with_format (const VigieFrame *frame, VigieFormatFunc format)
{
  VigieFrame copy = *frame;

  copy.format = format;

  return copy;
}

VigieScene *
sample_stacked_bars (const VigieFrame *frame)
{
  static const VigieStackedSeries series[] = {
    { "Risque élevé, annexe I (dispositif médical)", VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },
    { "Risque élevé, annexe III", VIGIE_PAINT_VERMILLION, VIGIE_PATTERN_SOLID },
    { "Transparence (art. 50)", VIGIE_PAINT_GREEN, VIGIE_PATTERN_SOLID },
    { "Risque minimal", VIGIE_PAINT_PURPLE, VIGIE_PATTERN_SOLID },
    { "Non classé", VIGIE_PAINT_NEUTRAL, VIGIE_PATTERN_HATCH },
  };
  static const VigieStackedSegment segments[][5] = {
    { { 2, "2" }, { 1, "1" }, { 3, "3" }, { 4, "4" }, { 6, "6" } },
    { { 5, "5" }, { 2, "2" }, { 2, "2" }, { 1, "1" }, { 0, "0" } },
    { { 8, "8" }, { 1, "1" }, { 4, "4" }, { 2, "2" }, { 1, "1" } },
    { { 12, "12" }, { 3, "3" }, { 6, "6" }, { 9, "9" }, { 2, "2" } },
    { { 1, "1" }, { 0, "0" }, { 1, "1" }, { 0, "0" }, { 0, "0" } },
    { { NAN }, { NAN }, { NAN }, { NAN }, { NAN } },
  };
  static const VigieStackedRow rows[] = {
    { "Idée", segments[0], "16" },
    { "Expérimentation", segments[1], "10" },
    { "En cours de déploiement dans les services", segments[2], "16" },
    { "En production", segments[3], "32", "32 systèmes" },
    { "Suspendu ou mis sous réserve", segments[4], "2" },
    { "Établissements sans réponse", segments[5], NULL },
  };
  static const VigieStackedBenchmark benchmarks[] = {
    { 10, "FHF 2025, médiane : 10 systèmes",
      "FHF, baromètre de juillet 2025, 110 établissements publics : moins de 10 applications déployées en général." },
  };
  static const VigieStackedBars data = {
    .series = series,
    .n_series = G_N_ELEMENTS (series),
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .benchmarks = benchmarks,
    .n_benchmarks = G_N_ELEMENTS (benchmarks),
    .axis_title = "nombre de systèmes",
    .not_measured_text = "non mesuré",
    .empty_text = "Aucun système d’IA n’est encore inscrit.",
  };
  VigieFrame own = with_format (frame, sample_format_count);

  return vigie_stacked_bars_layout (&data, &own);
}

static const VigieQuadrantSeries quadrant_series[] = {
  { "Risque élevé, annexe I", VIGIE_SYMBOL_CIRCLE, VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },
  { "Risque élevé, annexe III", VIGIE_SYMBOL_DIAMOND, VIGIE_PAINT_VERMILLION, VIGIE_PATTERN_SOLID },
  { "Transparence", VIGIE_SYMBOL_SQUARE, VIGIE_PAINT_GREEN, VIGIE_PATTERN_SOLID },
  { "Risque minimal", VIGIE_SYMBOL_TRIANGLE_UP, VIGIE_PAINT_PURPLE, VIGIE_PATTERN_SOLID },
};

static const VigieQuadrantSize quadrant_sizes[] = {
  { 50, "50 utilisateurs" },
  { 500, "500" },
};

static VigieScene *
layout_quadrant (const VigieQuadrantItem *items, gsize n_items, const VigieFrame *frame)
{
  const VigieQuadrant data = {
    .items = items,
    .n_items = n_items,
    .series = quadrant_series,
    .n_series = G_N_ELEMENTS (quadrant_series),
    .sizes = quadrant_sizes,
    .n_sizes = G_N_ELEMENTS (quadrant_sizes),
    .x_title = "Utilisateurs formés et à jour →",
    .y_title = "↑ Preuves de fiabilité",
    .x_threshold = 0.8,
    .y_threshold = 0.7,
    .x_threshold_label = "cible 80" NNBSP "%",
    .y_threshold_label = "seuil 70" NNBSP "%",
    .top_left_label = "Fiable, utilisateurs à former",
    .top_right_label = "Dignes de confiance",
    .bottom_left_label = "Ni prouvé, ni maîtrisé",
    .bottom_right_label = "Maîtrisé, à évaluer",
    .x_not_measured_text = "Formation non mesurée",
    .y_not_measured_text = "Fiabilité non mesurée",
    .empty_text = "Aucun système n’est en production.",
  };
  VigieFrame own = with_format (frame, sample_format_share);

  return vigie_quadrant_layout (&data, &own);
}

VigieScene *
sample_quadrant (const VigieFrame *frame)
{
  static const VigieQuadrantItem items[] = {
    { 0.92, 0.88, 120, 0, "Détection de fractures", "92 % formés, 88 % de preuves, 120 utilisateurs", 10 },
    { 0.55, 0.82, 45, 0, "Seconde lecture mammographie", NULL, 9 },
    { 0.85, 0.40, 260, 0, "Alerte sepsis", NULL, 9 },
    { 0.35, 0.30, 800, 2, "Synthèse de courriers médicaux", NULL, 12 },
    { 0.20, 0.15, 540, 2, "Scribe ambiant", NULL, 11 },
    { 0.97, 0.95, 30, 0, "Contourage radiothérapie", NULL, 5 },
    { 0.70, 0.60, 300, 1, "Tri aux urgences", NULL, 8 },
    { 0.10, 0.55, 80, 1, "Tri de candidatures", NULL, 7 },
    { 0.62, 0.75, 60, 3, "Prévision de lits", NULL, 4 },
    { 0.64, 0.73, 50, 3, "Programmation des blocs opératoires", NULL, 4 },
    { NAN, 0.65, 200, 3, "Codage PMSI", NULL, 6 },
    { NAN, 0.20, 350, 2, "Assistant bureautique", NULL, 6 },
    { 0.45, NAN, 90, 0, "Analyse d’ordonnances", NULL, 6 },
    { NAN, NAN, 25, 2, "Traduction", NULL, 2 },
  };

  return layout_quadrant (items, G_N_ELEMENTS (items), frame);
}

VigieScene *
sample_quadrant_many (const VigieFrame *frame)
{
  enum
  {
    N = 240
  };
  VigieQuadrantItem items[N];
  char names[N][40];
  guint32 seed = 12345;

  for (guint i = 0; i < N; i++)
    {
      double random[3];

      for (guint j = 0; j < 3; j++)
        {
          seed = seed * 1664525u + 1013904223u;
          random[j] = (seed >> 8) / 16777216.0;
        }
      g_snprintf (names[i], sizeof names[i], "Système d’imagerie n° %u", i + 1);
      items[i] = (VigieQuadrantItem) {
        .x = i % 17 == 3 ? NAN : random[0],
        .y = i % 23 == 5 ? NAN : sqrt (random[1]),
        .size = pow (random[2], 4) * 900,
        .series = i % 4,
        .label = names[i],
        .priority = random[2],
      };
    }

  return layout_quadrant (items, N, frame);
}

VigieScene *
sample_heat_map (const VigieFrame *frame)
{
  static const char *const rows[] = {
    "Médecin",       "Pharmacien",           "Infirmier (IDE)",
    "Aide-soignant", "Cadre de santé",       "Manipulateur d’électroradiologie médicale",
    "Directeur",     "Ingénieur biomédical",
  };
  static const char *const columns[] = {
    "Principes et limites",
    "Biais et preuves",
    "Données et secret professionnel",
    "Cybersécurité",
    "Supervision humaine",
    "Information du patient",
    "IA générative (A.V.E.C.)",
    "Réglementation",
    "Vigilance",
  };
  enum
  {
    R = G_N_ELEMENTS (rows),
    C = G_N_ELEMENTS (columns)
  };
  VigieHeatCell cells[R * C];
  char texts[R * C][16];
  VigieHeatMap data = {
    .row_labels = rows,
    .n_rows = R,
    .column_labels = columns,
    .n_columns = C,
    .cells = cells,
    .maximum = 1,
    .low_label = "0" NNBSP "%",
    .high_label = "100" NNBSP "% formés",
    .flag_label = "cible non atteinte",
    .not_measured_text = "non mesuré",
    .hidden_text = "moins de 5 personnes",
    .empty_text = "Aucune formation n’est encore requise.",
  };

  for (guint i = 0; i < R * C; i++)
    {
      double value = ((i * 37) % 101) / 100.0;

      g_snprintf (texts[i], sizeof texts[i], "%.0f" NNBSP "%%", value * 100);
      cells[i] = (VigieHeatCell) { .value = value, .text = texts[i], .flagged = value < 0.3 };
      if (i % 11 == 4)
        cells[i] = (VigieHeatCell) { .value = NAN, .text = "–" };
      if (i % 13 == 7)
        cells[i] = (VigieHeatCell) { .value = NAN, .hidden = TRUE, .text = "<5" };
    }

  return vigie_heat_map_layout (&data, frame);
}

VigieScene *
sample_heat_diverging (const VigieFrame *frame)
{
  static const char *const rows[] = {
    "Médecin", "Pharmacien", "Sage-femme", "IDE", "Aide-soignant", "Cadre de santé", "Directeur", "DSI",
  };
  static const char *const columns[] = {
    "Limites", "Biais",      "Données",   "Cyber",    "Supervision",
    "Patient", "Générative", "Règlement", "Pilotage", "Vigilance",
  };
  enum
  {
    R = G_N_ELEMENTS (rows),
    C = G_N_ELEMENTS (columns)
  };
  VigieHeatCell cells[R * C];
  char texts[R * C][16];
  VigieHeatMap data = {
    .row_labels = rows,
    .n_rows = R,
    .column_labels = columns,
    .n_columns = C,
    .cells = cells,
    .scale = VIGIE_HEAT_DIVERGING,
    .minimum = -2,
    .maximum = 2,
    .low_label = "au-dessus du requis",
    .high_label = "sous le requis",
    .not_measured_text = "non mesuré",
    .empty_text = "Aucune compétence n’est encore requise.",
  };

  for (guint i = 0; i < R * C; i++)
    {
      double value = (((int) i * 29) % 41 - 20) / 10.0;

      g_snprintf (texts[i], sizeof texts[i], "%s%.1f", value < 0 ? "−" : "+", fabs (value));
      cells[i] = (VigieHeatCell) { .value = value, .text = texts[i] };
      if (i % 19 == 4)
        cells[i] = (VigieHeatCell) { .value = NAN, .text = "–" };
    }

  return vigie_heat_map_layout (&data, frame);
}

VigieScene *
sample_bullet_bars (const VigieFrame *frame)
{
  static const VigieBulletRow rows[] = {
    { "Médecin", 0.62, 0.9, 0.55, FALSE, "62" NNBSP "%", "412 / 664" },
    { "Pharmacien", 0.94, 0.9, 0.90, FALSE, "94" NNBSP "%", "34 / 36" },
    { "Infirmier en soins généraux", 0.48, 0.9, 0.31, FALSE, "48" NNBSP "%", "1" NNBSP "204 / 2" NNBSP "508" },
    { "Manipulateur d’électroradiologie médicale", 0.88, 0.9, 0.86, FALSE, "88" NNBSP "%", "141 / 160" },
    { "Aide-soignant", 0.22, 0.9, 0.18, FALSE, "22" NNBSP "%", "401 / 1" NNBSP "822" },
    { "Orthoptiste", NAN, 0.9, NAN, TRUE, "<5", NULL },
    { "Cadre de santé", 0.71, 0.9, NAN, FALSE, "71" NNBSP "%", "88 / 124" },
    { "Technicien de laboratoire", NAN, 0.9, NAN, FALSE, "–", NULL },
    { "Directeur", 1.0, 0.9, 0.7, FALSE, "100" NNBSP "%", "12 / 12" },
  };
  static const double bands[] = { 0.5, 0.75 };
  static const VigieBulletBars data = {
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .bands = bands,
    .n_bands = G_N_ELEMENTS (bands),
    .target_label = "Cible 90" NNBSP "%",
    .previous_label = "au comité du 12 juin 2026",
    .not_measured_text = "non mesuré",
    .hidden_text = "moins de 5 personnes",
    .empty_text = "Aucune formation n’est encore requise.",
  };
  VigieFrame own = with_format (frame, sample_format_share);

  return vigie_bullet_bars_layout (&data, &own);
}

VigieScene *
sample_dumbbell (const VigieFrame *frame)
{
  static const VigieDumbbellRow rows[] = {
    { "Sécurité et cybersécurité", 0.58, 0.51, 0.65, 0.632, FALSE, "58" NNBSP "%", "63,2" NNBSP "%", "−5 pts",
      "n = 212" },
    { "Fiabilité et performance", 0.71, 0.64, 0.77, 0.565, FALSE, "71" NNBSP "%", "56,5" NNBSP "%", "+15 pts",
      "n = 212" },
    { "Absence de réglementation claire", 0.33, 0.27, 0.40, 0.504, FALSE, "33" NNBSP "%", "50,4" NNBSP "%", "−17 pts",
      "n = 212" },
    { "Manque de compétences spécialisées", 0.69, 0.62, 0.75, 0.47, FALSE, "69" NNBSP "%", "47" NNBSP "%", "+22 pts",
      "n = 212" },
    { "Coût et complexité d’intégration dans le système d’information", NAN, NAN, NAN, 0.418, FALSE, NULL,
      "41,8" NNBSP "%", NULL, NULL },
    { "Perte d’autonomie professionnelle", 0.41, NAN, NAN, NAN, FALSE, "41" NNBSP "%", NULL, NULL, "n = 198" },
  };
  static const VigieDumbbell data = {
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .local_label = "Nos agents, intervalle à 95" NNBSP "%",
    .benchmark_label = "Hub France IA 2025",
    .axis_title = "part des répondants qui citent ce frein",
    .note =
      "Hub France IA, 2025, 1" NNBSP "000 utilisateurs de tous secteurs : des perceptions et des craintes, non des "
      "vérités absolues. Nos agents : enquête interne de septembre 2026, participation ouverte.",
    .not_measured_text = "non mesuré",
    .hidden_text = "moins de 5 réponses",
    .empty_text = "Aucune enquête n’est encore inscrite.",
  };
  VigieFrame own = with_format (frame, sample_format_share);

  return vigie_dumbbell_layout (&data, &own);
}

VigieScene *
sample_dot_plot (const VigieFrame *frame)
{
  static const VigieDotRow rows[] = {
    { "Pharmacien", 5.2, 5.5, 3.8, 7, TRUE, FALSE, "5,2" NNBSP "h", "n = 27" },
    { "Manipulateur d’électroradiologie médicale", 5, 5.2, 3.7, 6.3, TRUE, FALSE, "5,0" NNBSP "h", "n = 93" },
    { "Médecin", 2.5, 2.1, 0, 4.7, TRUE, FALSE, "2,5" NNBSP "h", "n = 351" },
    { "Audioprothésiste", 3, 3, 2, 4, TRUE, TRUE, "<5", NULL },
    { "Ingénieur biomédical", 7.9, 8.7, 7.2, 9.9, FALSE, FALSE, "7,9" NNBSP "h", "n = 14" },
    { "Agent logistique ou technique", 0, NAN, NAN, NAN, FALSE, FALSE, "0,0" NNBSP "h", "n = 1" NNBSP "557" },
    { "Interne", NAN, NAN, NAN, NAN, FALSE, FALSE, NULL, NULL },
  };
  static const VigieDotPlot data = {
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .reference = 28,
    .reference_label = "Référence pour les étudiants : 28 h",
    .value_label = "Moyenne",
    .middle_label = "Médiane",
    .range_label = "Moitié centrale",
    .axis_title = "Heures de formation à l’IA par personne",
    .not_measured_text = "non mesuré",
    .hidden_text = "moins de 5 personnes",
    .empty_text = "Personne n’est encore inscrit.",
  };
  VigieFrame own = with_format (frame, sample_format_count);

  return vigie_dot_plot_layout (&data, &own);
}

static char *
format_more (double value, gpointer data G_GNUC_UNUSED)
{
  return g_strdup_printf ("et %.0f autres systèmes, dans le tableau", value);
}

VigieScene *
sample_state_matrix (const VigieFrame *frame)
{
  static const VigieMatrixState states[] = {
    { "manque", VIGIE_SYMBOL_SQUARE, 1, { .fill = VIGIE_PAINT_BAD }, FALSE },
    { "en cours", VIGIE_SYMBOL_TRIANGLE_UP, 0.9, { .fill = VIGIE_PAINT_WARNING }, FALSE },
    { "non évalué",
      VIGIE_SYMBOL_SQUARE,
      0,
      { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH },
      FALSE },
    { "exigé plus tard", VIGIE_SYMBOL_DIAMOND, 0.8, { .fill = VIGIE_PAINT_NEUTRAL }, FALSE },
    { "en place", VIGIE_SYMBOL_CIRCLE, 0.7, { .fill = VIGIE_PAINT_GOOD }, FALSE },
    { "non exigé", VIGIE_SYMBOL_CIRCLE, 1, { .fill = VIGIE_PAINT_TEXT_MUTED }, TRUE },
  };
  static const char *const columns[] = {
    "Supervision humaine",    "AIPD",
    "Information du patient", "Surveillance en usage",
    "Journaux conservés",     "Hébergement HDS",
    "Transparence (art. 50)", "Procédure d’arrêt",
  };
  enum
  {
    R = 60,
    C = G_N_ELEMENTS (columns)
  };
  char names[R][48];
  const char *rows[R];
  VigieMatrixCell cells[R * C];

  for (guint i = 0; i < R; i++)
    {
      g_snprintf (names[i], sizeof names[i], "Système d’aide au diagnostic n° %u", i + 1);
      rows[i] = names[i];
    }
  for (guint i = 0; i < R * C; i++)
    {
      guint state = (i * 31 / 7) % 6;

      cells[i] = (VigieMatrixCell) { .state = state, .text = state == 3 ? "2028" : NULL };
    }

  return vigie_state_matrix_layout (
    &(VigieStateMatrix) {
      .states = states,
      .n_states = G_N_ELEMENTS (states),
      .row_labels = rows,
      .n_rows = R,
      .column_labels = columns,
      .n_columns = C,
      .cells = cells,
      .count_label = "Manque",
      .format_more = format_more,
      .axis_title = "systèmes d’IA",
      .not_measured_text = "non mesuré",
    },
    frame);
}

/* Some begun before the first day, one planned for a day that has passed. */
VigieScene *
sample_gantt (const VigieFrame *frame)
{
  static const VigieGanttState states[] = {
    { "non formés", VIGIE_SYMBOL_SQUARE, { .fill = VIGIE_PAINT_BAD } },
    { "presque formés", VIGIE_SYMBOL_TRIANGLE_UP, { .fill = VIGIE_PAINT_WARNING } },
    { "formés", VIGIE_SYMBOL_CIRCLE, { .fill = VIGIE_PAINT_GOOD } },
  };
  VigieGanttRow rows[20];
  VigieDate today = vigie_date_new (2026, 11, 23);
  VigieGantt data = {
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .states = states,
    .n_states = G_N_ELEMENTS (states),
    .from = vigie_date_add_months (today, -6),
    .to = vigie_date_add_months (today, 12),
    .today = today,
    .today_label = "23 nov. 2026",
    .past_label = "étape en cours",
    .ahead_label = "d’ici la mise en production",
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (rows); i++)
    rows[i] = (VigieGanttRow) {
      .label = i % 2 ? "Sentinelle Sepsis, CH d’Orcenne" : "IRM",
      .from = i % 5 == 0 ? VIGIE_DATE_NONE : today - 40 * i,
      .to = today - 20 + 19 * i,
      .state = (guint) i % 3,
      .value_text = "63" NNBSP "%",
      .description = "14 déc. 2026, non formés",
    };
  return vigie_gantt_layout (&data, frame);
}

/* More than there is room for, several in one cell. */
VigieScene *
sample_risk_matrix (const VigieFrame *frame)
{
  VigieRiskItem items[15];
  VigieRiskMatrix data = {
    .items = items,
    .n_items = G_N_ELEMENTS (items),
    .level_labels = { "faible", "modéré", "élevé", "critique" },
    .likelihood_title = "Probabilité",
    .impact_title = "Impact",
    .before_label = "brut",
    .now_label = "actuel",
    .target_label = "visé",
    .format_more = format_more,
  };

  for (int i = 0; i < VIGIE_RISK_STEPS * VIGIE_RISK_STEPS; i++)
    data.levels[i / VIGIE_RISK_STEPS][i % VIGIE_RISK_STEPS] = (guint) i * 4 / 25;
  for (int i = 0; i < (int) G_N_ELEMENTS (items); i++)
    items[i] = (VigieRiskItem) {
      .label = i % 2 ? "Attaque par la chaîne d’un fournisseur" : "Coût récurrent",
      .before = { 5 - i % 3, 5 - i % 2 },
      .now = { 4 - i % 3, 4 - i % 2 },
      .target = { i % 4, i % 3 },
      .description = "actuel : 12, élevé",
    };
  return vigie_risk_matrix_layout (&data, frame);
}

static VigieDate
end_of_month (int months)
{
  return vigie_date_add_months (vigie_date_new (2026, 12, 1), months) - 1;
}

VigieScene *
sample_time_lines (const VigieFrame *frame)
{
  enum
  {
    HISTORY = 31,
    AHEAD = 25
  };
  VigieTimePoint history[HISTORY];
  VigieTimeForecast forecast[AHEAD];
  VigieTimeBar bars[AHEAD];
  VigieTimeLines data = {
    .history = history,
    .n_history = HISTORY,
    .forecast = forecast,
    .n_forecast = AHEAD - 1,
    .bars = bars,
    .n_bars = AHEAD,
    .from = end_of_month (-30),
    .to = end_of_month (24),
    .target = 0.9,
    .marker = vigie_date_new (2028, 1, 1),
    .history_label = "Mesuré",
    .middle_label = "Au rythme des 12 derniers mois",
    .band_label = "Entre un mois lent et un mois rapide",
    .other_label = "Avec 4 sessions de 12 places en plus par mois",
    .bars_label = "Formations qui expirent, par mois",
    .target_label = "Cible 90" NNBSP "%",
    .today_label = "23 nov. 2026",
    .marker_label = "2028 : premiers diplômés formés",
    .history_end = "62" NNBSP "%",
    .middle_end = "81" NNBSP "%",
    .other_end = "83" NNBSP "%",
    .format_count = sample_format_count,
    .empty_text = "Aucune formation n’est encore requise.",
  };
  VigieFrame own = with_format (frame, sample_format_share);

  for (int i = 0; i < HISTORY; i++)
    history[i] = (VigieTimePoint) {
      .date = i == HISTORY - 1 ? vigie_date_new (2026, 11, 23) : end_of_month (i - 30),
      .value = 0.62 * i / (HISTORY - 1),
      .label = "un mois",
      .description = "mesuré",
    };
  for (int i = 0; i < AHEAD; i++)
    {
      int next = i + 1;
      double middle = 0.62 + 0.19 * i / (AHEAD - 1);

      forecast[i] = (VigieTimeForecast) { { end_of_month (next), middle, "un mois", "attendu", NULL },
                                          middle - 0.003 * i,
                                          middle + 0.004 * i,
                                          middle + 0.001 * i };
      bars[i] = (VigieTimeBar) {
        vigie_date_month_start (end_of_month (i)), end_of_month (i), (i * 53) % 171, "un mois", "formations", NULL
      };
    }
  return vigie_time_lines_layout (&data, &own);
}
