// SPDX-License-Identifier: GPL-3.0-or-later

/* What figures say, in the language of the process (the first argument), and what they are handed on as. */

#include "vigie-small-register.h"

#include "vigie-demo.h"
#include "vigie-figure-export.h"
#include "vigie-figure-rows.h"
#include "vigie-format.h"

#include <string.h>

static VigieFigure *
answer (VigieStore *store, const char *id, const char *site)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), site, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return vigie_figure_new ((guint) vigie_figure_kind_from_id (id), overview);
}

static const char *
choose (const char *english, const char *french)
{
  return vigie_language_get () == VIGIE_LANGUAGE_FR ? french : english;
}

/* @n systems in production and one under study, at one site. */
static void
put_systems (VigieStore *store, int n)
{
  static const char *const base[] = {
    "org_unit|code=S|name=S|kind=site",
    "system|code=X|name=X",
    "deployment|code=DX|system=X|org_unit=S",
    "stage_event|deployment=DX|occurred_on=2026-01-01|stage=study|basis=event",
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  vigie_test_put_lines (store, base, G_N_ELEMENTS (base));
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (lines, g_strdup_printf ("system|code=S%d|name=S%d", i, i));
      g_ptr_array_add (lines, g_strdup_printf ("deployment|code=D%d|system=S%d|org_unit=S", i, i));
      g_ptr_array_add (lines,
                       g_strdup_printf ("stage_event|deployment=D%d|occurred_on=2026-01-01|stage=live|basis=event", i));
    }
  if (n > 0)
    vigie_test_put_lines (store, (const char *const *) lines->pdata, lines->len);
}

static void
test_plurals (VigieTestFixture *fixture, gconstpointer data)
{
  static const char *const english[] = {
    "No AI system is in production yet; 1 is known.",
    "1 of 2 AI systems is in production, retired ones left out.",
    "2 of 3 AI systems are in production, retired ones left out.",
  };
  static const char *const french[] = {
    "Aucun système d’IA n’est encore en production\u00a0; 1 est connu.",
    "1 système d’IA sur 2 est en production, systèmes retirés exclus.",
    "2 systèmes d’IA sur 3 sont en production, systèmes retirés exclus.",
  };
  int n = GPOINTER_TO_INT (data);
  g_autoptr (VigieFigure) figure = NULL;

  put_systems (fixture->store, n);
  figure = answer (fixture->store, "deployment-stage", NULL);
  g_assert_cmpstr (vigie_figure_get_sentence (figure), ==, choose (english[n], french[n]));
}

static void
test_sentences (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *id;
    const char *english;
    const char *french;
  } rows[] = {
    { "deployment-stage",
      "2 of 4 AI systems are in production, at 2 of our 3 establishments (67%, where the FHF’s barometer found 65%).",
      "2 systèmes d’IA sur 4 sont en production, dans 2 de nos 3 établissements (67\u00a0%, contre 65\u00a0% au baromètre "
      "de la FHF)." },
    { "trust-map",
      "0 of 3 systems in use stand on both pillars, trained users and evidence of reliability. 1 is not measured on one "
      "of them or on both.",
      "0 système en usage sur 3 repose sur les deux piliers, utilisateurs formés et preuves de fiabilité. 1 n’est pas "
      "mesuré sur l’un ou sur les deux." },
    { "training-hours",
      "In 36 months our staff had 0.5\u00a0h of training on AI a head, from 0.0\u00a0h (Director) to 0.4\u00a0h (Nurse).",
      "En 36\u00a0mois, notre personnel a suivi 0,5\u00a0h de formation à l’IA par personne, de 0,0\u00a0h (Directeur) à "
      "0,4\u00a0h (Infirmier)." },
    { "barriers-benchmark",
      "On 1 of 2 barriers our staff differ from the survey’s users, most of all: Security and cybersecurity (75% here, 63% "
      "there).",
      "Sur 1 frein comparé parmi 2, notre personnel s’écarte des utilisateurs de l’enquête\u00a0; l’écart le plus "
      "net\u00a0: Sécurité et cybersécurité (75\u00a0% ici, 63\u00a0% là-bas)." },
    { "incidents", "3 incidents since Dec 2025 (serious: 1; still open: 3), most with: OsteoVue (3).",
      "3 incidents depuis déc. 2025 (graves\u00a0: 1\u00a0; encore ouverts\u00a0: 3), le plus souvent avec\u00a0: OsteoVue (3)." },
    { "sites-compare",
      "2 of the 2 establishments measured are below their training target; farthest from it: CHB, 43% held for 80%.",
      "2 des 2 établissements mesurés sont sous leur objectif de formation\u00a0; le plus éloigné\u00a0: CHB, 43\u00a0% acquis pour 80\u00a0%." },
    { "risk-matrix", "High or critical: 1 of 1 barrier rated; lowered by action: 0. The gravest: Fuites de données.",
      "Élevés ou critiques\u00a0: 1 sur 1 frein coté\u00a0; abaissés par l’action\u00a0: 0. Le plus grave\u00a0: Fuites de données." },
    { "actions", "Done: 1 of 3 actions decided (33%); overdue: 1, most of all: Cadre (1).",
      "Faites\u00a0: 1 sur 3 actions décidées (33\u00a0%)\u00a0; en retard\u00a0: 1, surtout\u00a0: Cadre (1)." },
  };

  vigie_test_fill_small_register (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VigieFigure) figure = answer (fixture->store, rows[i].id, NULL);

      g_assert_cmpstr (vigie_figure_get_sentence (figure), ==, choose (rows[i].english, rows[i].french));
    }
}

static void
test_empty (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieFrame frame = { .width = 640, .height = 400, .text_scale = 1 };

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = answer (fixture->store, vigie_figure_kind_id (kind), NULL);
      g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);

      g_assert_true (vigie_figure_is_empty (figure));
      g_assert_cmpuint (strlen (vigie_figure_get_sentence (figure)), >, 10);
      g_assert_cmpuint (vigie_figure_get_n_rows (figure), ==, 0);
      g_assert_cmpuint (vigie_scene_get_n_data (scene), ==, 0);
    }
}

/* Three pharmacists must not be seen, nor the doctors that would give them away beside a total. */
static void
test_small_groups (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieFigure) figure = NULL;
  guint hidden = 0;

  vigie_test_fill_small_register (fixture->store);
  figure = answer (fixture->store, "training-coverage", NULL);
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    {
      const char *key = vigie_figure_get_row_key (figure, row);

      if (g_strcmp0 (key, "PHA") != 0 && g_strcmp0 (key, "MED") != 0)
        continue;
      hidden++;
      for (guint c = 1; c < vigie_figure_get_n_columns (figure); c++)
        g_assert_cmpstr (vigie_figure_get_cell (figure, row, c)->text, ==,
                         g_str_equal (key, "PHA") ? choose ("<5", "<\u00a05") : choose ("hidden", "masqué"));
    }
  g_assert_cmpuint (hidden, ==, 2);
}

static const char *
find_raw (const VigieFigure *figure, const char *key, const char *column)
{
  for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
    for (guint c = 0; c < vigie_figure_get_n_columns (figure); c++)
      if (g_strcmp0 (vigie_figure_get_row_key (figure, row), key) == 0 &&
          g_str_equal (vigie_figure_get_column (figure, c)->name, column))
        return vigie_figure_get_cell (figure, row, c)->raw;
  g_error ("%s has no “%s” of “%s”", vigie_figure_get_id (figure), column, key);
}

/* A group that may be seen today was too small at the last meeting, and what it held then is not told now either. */
static void
test_small_before (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *id;
    const char *grown;
    const char *as_large;
  } rows[] = { { "training-coverage", "PHA", "IDE" }, { "sites-compare", "CAP", "CHU" } };
  static const char *const base[] = {
    "org_unit|code=CAP|name=Hôpital du Cap|kind=site|parent=GHT",
    "job|staff=CAP0|starts_on=2020-01-01|org_unit=CAP|profession=IDE",
    "job|staff=CAP1|starts_on=2020-01-01|org_unit=CAP|profession=IDE",
  };
  g_autoptr (GPtrArray) newcomers = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 6; i++)
    g_ptr_array_add (newcomers,
                     g_strdup_printf ("job|staff=NEW%d|starts_on=2026-11-02|org_unit=CAP|profession=PHA", i));
  vigie_test_fill_small_register (fixture->store);
  vigie_test_put_lines (fixture->store, base, G_N_ELEMENTS (base));
  vigie_test_put_lines (fixture->store, (const char *const *) newcomers->pdata, newcomers->len);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VigieFigure) figure = answer (fixture->store, rows[i].id, NULL);

      g_assert_cmpstr (find_raw (figure, rows[i].grown, "required"), !=, "<5");
      g_assert_nonnull (find_raw (figure, rows[i].grown, "required"));
      g_assert_null (find_raw (figure, rows[i].grown, "previous_rate"));
      g_assert_nonnull (find_raw (figure, rows[i].as_large, "previous_rate"));
    }
}

static char *export (const VigieFigure *figure, VigieFigureFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vigie_figure_export (figure, format, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_csv_formulas (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "system|code=X|name==HYPERLINK(\"http://x\", \"y\")",
    "deployment|code=DX|system=X|org_unit=S",
    "stage_event|deployment=DX|occurred_on=2026-01-01|stage=live|basis=event",
  };
  g_autoptr (VigieFigure) figure = NULL;
  g_autofree char *csv = NULL;

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  figure = answer (fixture->store, "trust-map", NULL);
  csv = export (figure, VIGIE_FIGURE_FORMAT_CSV);
  g_assert_true (g_str_has_prefix (csv, "\ufeffsystem,system_label,stage,stage_label,users,"));
  g_assert_nonnull (strstr (csv, "\r\nX,\"'=HYPERLINK(\"\"http://x\"\", \"\"y\"\")\",production,"));
}

static void
test_same_bytes (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_fill_small_register (fixture->store);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = answer (fixture->store, vigie_figure_kind_id (kind), NULL);
      g_autofree char *first = export (figure, VIGIE_FIGURE_FORMAT_SVG);
      g_autofree char *second = export (figure, VIGIE_FIGURE_FORMAT_SVG);
      g_autofree char *json = export (figure, VIGIE_FIGURE_FORMAT_JSON);

      g_assert_cmpstr (first, ==, second);
      g_assert_nonnull (strstr (first, "<svg"));
      g_assert_nonnull (strstr (json, "\"vigie\" : 1"));
    }
}

/* From a phone to the wall: nothing outside the scene, every datum of the data reached. */
static void
test_sizes (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const VigieFrame frames[] = {
    { .width = 320, .height = 480, .text_scale = 1 },
    { .width = 960, .height = 600, .text_scale = 1 },
    { .width = 1920, .height = 1080, .text_scale = 2 },
  };

  vigie_test_fill_small_register (fixture->store);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    for (gsize f = 0; f < G_N_ELEMENTS (frames); f++)
      {
        g_autoptr (VigieFigure) figure = answer (fixture->store, vigie_figure_kind_id (kind), NULL);
        VigieFrame frame = frames[f];
        g_autoptr (VigieScene) asked = vigie_figure_layout (figure, &frame);
        g_autoptr (VigieScene) scene = NULL;
        VigieBox whole;

        frame.height = MAX (frame.height, vigie_scene_get_preferred_height (asked));
        scene = vigie_figure_layout (figure, &frame);
        whole = (VigieBox) { 0, 0, frame.width, frame.height };
        g_test_message ("%s at %g × %g", vigie_figure_get_id (figure), frame.width, frame.height);
        g_assert_cmpuint (vigie_scene_get_n_omitted (scene), ==, 0);
        g_assert_cmpuint (vigie_scene_get_n_data (scene), >, 0);
        for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
          g_assert_true (vigie_box_within (&vigie_scene_get_mark (scene, i)->box, &whole, 1));
        for (guint i = 0; i < vigie_scene_get_n_data (scene); i++)
          {
            g_autofree char *spoken = vigie_scene_dup_sentence (scene, (int) i);

            g_assert_cmpuint (strlen (spoken), >, 3);
          }
      }
}

/* Every mark that shows something leads to records of the register. */
static void
test_rows (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieFrame frame = { .width = 960, .height = 2000, .text_scale = 1 };
  guint n_keys = 0;

  vigie_test_fill_small_register (fixture->store);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = answer (fixture->store, vigie_figure_kind_id (kind), NULL);
      g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);
      guint n_rows = 0, n_data = vigie_scene_get_n_data (scene);

      for (guint i = 0; i < n_data; i++)
        {
          const VigieDatum *datum = vigie_scene_get_datum (scene, (int) i);
          g_autoptr (GPtrArray) rows = vigie_figure_dup_rows (figure, datum->key);

          g_test_message ("%s: %s, %s: %s, %u rows", vigie_figure_get_id (figure), datum->label, datum->value_text,
                          datum->key, rows->len);
          g_assert_nonnull (datum->key);
          /* What counts something is made of something. */
          if (datum->value_text[0] != '0' && strstr (datum->label, "0 ") != datum->label)
            g_assert_cmpuint (rows->len, >, 0);
          n_rows += rows->len;
          for (guint j = 0; j < rows->len; j++)
            {
              const VigieFigureRow *row = g_ptr_array_index (rows, j);
              g_autoptr (VigieRecord) key = vigie_record_new (row->entity);
              g_autoptr (VigieRecord) record = NULL;

              vigie_record_set_text (key, 0, row->code);
              record = vigie_store_find (fixture->store, key, NULL, NULL);
              g_assert_nonnull (record);
              g_assert_nonnull (row->title);
            }
        }
      g_assert_cmpuint (n_rows, >, 0);
      n_keys += vigie_scene_get_n_keys (scene);
    }
  g_assert_cmpuint (n_keys, >, 20);
}

/* One system was piloted in spring and put in production in autumn: the same figure, on both days. */
static void
test_since (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "system|code=A|name=Alpha",
    "deployment|code=DA|system=A|org_unit=S",
    "stage_event|deployment=DA|occurred_on=2026-01-01|stage=pilot|basis=event",
    "stage_event|deployment=DA|occurred_on=2026-09-01|stage=live|basis=event",
    "system|code=B|name=Beta",
    "deployment|code=DB|system=B|org_unit=S",
    "stage_event|deployment=DB|occurred_on=2026-01-01|stage=live|basis=event",
  };
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  g_autoptr (VigieScope) since = vigie_scope_with_since (scope, vigie_date_parse_iso ("2026-06-01"));
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = NULL;
  guint kind = (guint) vigie_figure_kind_from_id ("deployment-stage");

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  overview = vigie_overview_load (fixture->store, since, NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (VigieFigure) plain = vigie_figure_new (kind, overview);
    g_autoptr (VigieFigure) figure = vigie_figure_new_since (kind, overview);
    g_autofree char *sentence = vigie_figure_dup_earlier_sentence (figure);
    g_autofree char *none = vigie_figure_dup_earlier_sentence (plain);
    g_autoptr (GPtrArray) changes = vigie_figure_list_changes (figure);
    guint n = vigie_figure_get_n_columns (figure);
    gint64 now = 0, then = 0;

    g_assert_null (none);
    g_assert_cmpuint (n, ==, vigie_figure_get_n_columns (plain) + 1);
    g_assert_cmpstr (vigie_figure_get_column (figure, n - 1)->name, ==, "systems_before");
    for (guint row = 0; row < vigie_figure_get_n_rows (figure); row++)
      if (g_strcmp0 (vigie_figure_get_row_key (figure, row), "production") == 0)
        {
          now = g_ascii_strtoll (vigie_figure_get_cell (figure, row, 2)->raw, NULL, 10);
          then = g_ascii_strtoll (vigie_figure_get_cell (figure, row, n - 1)->raw, NULL, 10);
        }
    g_assert_cmpint (now, ==, 2);
    g_assert_cmpint (then, ==, 1);
    g_assert_nonnull (strstr (sentence, "2026"));
    g_assert_nonnull (strstr (sentence, choose ("1 of 2", "1 ")));
    g_assert_cmpuint (changes->len, ==, 1);
    g_assert_nonnull (strstr (((const VigieChange *) g_ptr_array_index (changes, 0))->text, "Alpha"));
  }
}

/* Where its legend is, or over the first marks. */
static gboolean
explains (const VigieScene *scene, const char *day)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);

      if (mark->kind == VIGIE_MARK_TEXT && strstr (mark->text, day) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A datum says what it was on the earlier day. */
static gboolean
tells_of (const VigieScene *scene, const char *day)
{
  for (guint i = 0; i < vigie_scene_get_n_data (scene); i++)
    {
      const VigieDatum *datum = vigie_scene_get_datum (scene, (int) i);

      if (datum->value_text != NULL && strstr (datum->value_text, day) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Each kind of chart shows the earlier day, from a phone to the wall: a mark that its legend explains and that stays in
 * the scene, and words for who does not see it. */
static void
test_earlier_marks (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const VigieFrame frames[] = {
    { .width = 320, .height = 480, .text_scale = 1 },
    { .width = 960, .height = 600, .text_scale = 1 },
    { .width = 1920, .height = 1080, .text_scale = 2 },
  };
  static const struct
  {
    const char *id;
    gboolean in_words;
  } rows[] = {
    { "deployment-stage", TRUE }, { "deployment-domain", TRUE }, { "deployment-timeline", TRUE },
    { "readiness-gate", TRUE },   { "trust-map", TRUE },         { "safeguards", TRUE },
    { "skills-gap", TRUE },       { "training-coverage", TRUE }, { "training-trajectory", FALSE },
    { "training-hours", TRUE },   { "sites-compare", TRUE },     { "barriers-benchmark", TRUE },
    { "risk-matrix", TRUE },      { "actions", FALSE },          { "incidents", TRUE },
    { "budget", TRUE },
  };
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_GHT, .seed = 1, .today = vigie_date_new (2026, 11, 28) };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
  g_autoptr (VigieScope) today = vigie_scope_new (options.today, NULL, NULL);
  g_autoptr (VigieScope) scope = vigie_scope_with_since (today, vigie_date_new (2026, 6, 12));
  g_autofree char *day = vigie_format_date (vigie_date_new (2026, 6, 12));
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieOverview) previous = NULL;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (fixture);
  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, vigie_figure_n_kinds ());
  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  previous = vigie_overview_dup_previous (overview);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (frames); f++)
      {
        guint kind = (guint) vigie_figure_kind_from_id (rows[i].id);
        g_autoptr (VigieFigure) plain = vigie_figure_new (kind, overview);
        g_autoptr (VigieFigure) figure = vigie_figure_new_beside (kind, overview, previous);
        g_autoptr (VigieScene) asked = vigie_figure_layout (figure, &frames[f]);
        const VigieFrame frame = { .width = frames[f].width,
                                   .height = MAX (frames[f].height, vigie_scene_get_preferred_height (asked)),
                                   .text_scale = frames[f].text_scale };
        g_autoptr (VigieScene) without = vigie_figure_layout (plain, &frame);
        g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);
        VigieBox whole = { 0, 0, frame.width, frame.height };

        g_test_message ("%s at %g", rows[i].id, frames[f].width);
        g_assert_false (tells_of (without, day));
        g_assert_cmpuint (vigie_scene_get_n_omitted (scene), ==, 0);
        for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
          g_assert_true (vigie_box_within (&vigie_scene_get_mark (scene, m)->box, &whole, 1));
        if (frames[f].width < 900)
          continue;
        g_assert_true (explains (scene, day));
        /* Two have the earlier day always. */
        if (!g_str_equal (rows[i].id, "training-coverage") && !g_str_equal (rows[i].id, "sites-compare"))
          g_assert_false (explains (without, day));
        if (rows[i].in_words)
          g_assert_true (tells_of (scene, day));
      }
  g_clear_pointer (&previous, vigie_overview_unref);
  g_clear_pointer (&overview, vigie_overview_unref);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

/* What an earlier day could tell over time is told of it, too: hours, costs, and what was expected then. */
static void
test_earlier_over_time (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieScope) today = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  g_autoptr (VigieScope) scope = vigie_scope_with_since (today, vigie_date_parse_iso ("2026-10-01"));
  g_autoptr (VigieScope) then = vigie_scope_with_date (today, vigie_date_parse_iso ("2026-10-01"));
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieOverview) of_then = NULL;
  g_autoptr (VigieOverview) previous = NULL;

  vigie_test_fill_small_register (fixture->store);
  overview = vigie_overview_load (fixture->store, scope, NULL, &error);
  g_assert_no_error (error);
  of_then = vigie_overview_load (fixture->store, then, NULL, &error);
  g_assert_no_error (error);
  previous = vigie_overview_dup_previous (overview);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) asked = vigie_figure_new (kind, of_then);
      g_autoptr (VigieFigure) earlier = vigie_figure_new (kind, previous);

      g_test_message ("%s", vigie_figure_kind_id (kind));
      g_assert_cmpstr (vigie_figure_get_sentence (earlier), ==, vigie_figure_get_sentence (asked));
    }
}

int
main (int argc, char *argv[])
{
  vigie_language_init (argc > 1 && g_str_equal (argv[argc - 1], "fr") ? "fr" : "en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/figure/since", VigieTestFixture, NULL, vigie_test_set_up, test_since, vigie_test_tear_down);
  g_test_add ("/figure/plurals/none", VigieTestFixture, GINT_TO_POINTER (0), vigie_test_set_up, test_plurals,
              vigie_test_tear_down);
  g_test_add ("/figure/plurals/one", VigieTestFixture, GINT_TO_POINTER (1), vigie_test_set_up, test_plurals,
              vigie_test_tear_down);
  g_test_add ("/figure/plurals/two", VigieTestFixture, GINT_TO_POINTER (2), vigie_test_set_up, test_plurals,
              vigie_test_tear_down);
  g_test_add ("/figure/sentences", VigieTestFixture, NULL, vigie_test_set_up, test_sentences, vigie_test_tear_down);
  g_test_add ("/figure/empty", VigieTestFixture, NULL, vigie_test_set_up, test_empty, vigie_test_tear_down);
  g_test_add ("/figure/small-groups", VigieTestFixture, NULL, vigie_test_set_up, test_small_groups,
              vigie_test_tear_down);
  g_test_add ("/figure/earlier-marks", VigieTestFixture, NULL, vigie_test_set_up, test_earlier_marks,
              vigie_test_tear_down);
  g_test_add ("/figure/earlier-over-time", VigieTestFixture, NULL, vigie_test_set_up, test_earlier_over_time,
              vigie_test_tear_down);
  g_test_add ("/figure/small-before", VigieTestFixture, NULL, vigie_test_set_up, test_small_before,
              vigie_test_tear_down);
  g_test_add ("/figure/csv-formulas", VigieTestFixture, NULL, vigie_test_set_up, test_csv_formulas,
              vigie_test_tear_down);
  g_test_add ("/figure/same-bytes", VigieTestFixture, NULL, vigie_test_set_up, test_same_bytes, vigie_test_tear_down);
  g_test_add ("/figure/sizes", VigieTestFixture, NULL, vigie_test_set_up, test_sizes, vigie_test_tear_down);
  g_test_add ("/figure/rows", VigieTestFixture, NULL, vigie_test_set_up, test_rows, vigie_test_tear_down);
  return g_test_run ();
}
