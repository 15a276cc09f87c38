// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Every page and dialog can be read: in a language that is longer than any and brackets what it has translated, from
 * right to left, with text twice as large, at 360 pixels, and with enough contrast in every style, of where the keyboard
 * is, too. Tab comes to all of it, and nothing of it moves where animations are off. The first argument says which; a
 * catalogue of the made-up language is the second.
 */

#include "vigie-keyboard.h"
#include "vigie-sight.h"
#include "vigie-tour.h"
#include "vigie-test.h"

#include "vigie-cell.h"
#include "vigie-chart.h"
#include "vigie-demo.h"
#include "vigie-format.h"
#include "vigie-language.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define TODAY vigie_date_new (2026, 11, 28)
#define LEAST_CONTRAST 4.5
#define LEAST_OF_LARGE 3.0
#define LARGE_PX 24

static const char *mode;
static GHashTable *known; /* what comes from the register, and not from the program */

static void
complain (const char *where, GtkWidget *widget, const char *text, const char *what)
{
  g_autofree char *path = vigie_tour_dup_path (widget);

  g_test_message ("%s: “%s” %s (%s)", where, text, what, path);
  g_test_fail ();
}

/* --- what is translated ------------------------------------------------------------------------------ */

static void know_cb (JsonArray *array G_GNUC_UNUSED, guint index G_GNUC_UNUSED, JsonNode *node, gpointer data);

static void
know (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), know_cb, NULL);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *at = values; at != NULL; at = at->next)
        know (at->data);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_hash_table_add (known, g_strdup (json_node_get_string (node)));
}

static void
know_cb (JsonArray *array G_GNUC_UNUSED, guint index G_GNUC_UNUSED, JsonNode *node, gpointer data G_GNUC_UNUSED)
{
  know (node);
}

static void
know_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (g_str_has_suffix (name, ".json") && json_parser_load_from_file (parser, path, NULL))
        know (json_parser_get_root (parser));
    }
}

/* All that is in the register: its records as the command line hands them out. */
static void
know_register (const char *path, const char *folder)
{
  g_autofree char *out = g_build_filename (folder, "all.json", NULL);
  const char *const export[] = { g_getenv ("VIGIE"), "export", path, "--format", "json", "-o", out, NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) export, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (json_parser_load_from_file (parser, out, &error));
  know (json_parser_get_root (parser));
}

/* GTK's and libadwaita's own, in their own catalogues; and the program's name. */
static void
know_toolkit (void)
{
  static const char *const words[] = { "Preferences", "Details",     "Credits",  "Legal",    "Troubleshooting",
                                       "Close",       "Back",        "Minimize", "Maximize", "Search",
                                       "Restore",     "Clear Entry", "Vigie",    "Menu" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_hash_table_add (known, g_strdup (words[i]));
  /* Each language is offered by its own name, in every language. */
  for (guint language = 0; language < VIGIE_N_LANGUAGES; language++)
    g_hash_table_add (known, g_strdup (vigie_language_get_name_of ((VigieLanguage) language)));
}

/* What the program says stands in brackets, and those of a sentence may stand in those of another. */
static char *
dup_outside_brackets (const char *text)
{
  GString *out = g_string_new (NULL);
  int depth = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      depth += *at == '[';
      if (depth == 0)
        g_string_append_c (out, *at);
      depth -= *at == ']' && depth > 0;
    }
  return g_string_free_and_steal (out);
}

/* A code, a number or a sign. */
static gboolean
has_word (const char *text)
{
  guint lower = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      lower = g_unichar_islower (g_utf8_get_char (at)) ? lower + 1 : 0;
      if (lower >= 3)
        return TRUE;
    }
  return FALSE;
}

/* Of the register, or made of pieces that are. */
static gboolean
is_known (const char *text)
{
  g_auto (GStrv) pieces = NULL;

  if (g_hash_table_contains (known, text))
    return TRUE;
  pieces = g_regex_split_simple ("[\\n·|]| [—–] |,( |$)|: | \\(|\\)", text, 0, 0);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (has_word (g_strstrip (pieces[i])) && !g_hash_table_contains (known, pieces[i]))
      return FALSE;
  return TRUE;
}

static void
assert_translated (const char *where, GtkWidget *widget, const char *text)
{
  g_autofree char *outside = text != NULL ? dup_outside_brackets (text) : NULL;

  if (outside != NULL && has_word (outside) && !is_known (text) && !is_known (g_strstrip (outside)))
    complain (where, widget, text, "is not translated");
}

/* --- what is cut off ----------------------------------------------------------------------------------- */

static gboolean
is_cell (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL;
}

/* The name of the register, and what a person wrote, may be longer than any window; libadwaita cuts buttons in rows. On a
   telephone the title of a dialog stands between two buttons. */
static gboolean
may_be_cut (GtkWidget *widget, const char *text)
{
  return is_cell (widget) || gtk_widget_get_ancestor (widget, ADW_TYPE_BUTTON_ROW) != NULL ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW_TITLE) != NULL ||
         (g_str_equal (mode, "narrow") && gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL) ||
         (is_known (text) && has_word (text));
}

static void
assert_whole (const char *where, GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !may_be_cut (GTK_WIDGET (label), gtk_label_get_text (label)))
    complain (where, GTK_WIDGET (label), gtk_label_get_text (label), "is cut short");
  if (width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 || height > gtk_widget_get_height (GTK_WIDGET (label)) + 1)
    complain (where, GTK_WIDGET (label), gtk_label_get_text (label), "is larger than its place");
}

static void
assert_fits (const char *where, GtkWidget *widget, int width)
{
  if (gtk_widget_get_width (widget) > width)
    {
      g_test_message ("%s: the window is %d wide, not %d", where, gtk_widget_get_width (widget), width);
      g_test_fail ();
    }
}

/* --- what can be told from what it stands on ------------------------------------------------------------ */

typedef struct
{
  const char *where;
  int width;
  VigieSight *sight;
} Looking;

/* What is seen of it, and lies under nothing. */
static gboolean
is_seen (GtkWidget *label, const VigieSight *sight, graphene_rect_t *bounds)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (label));
  GtkWidget *found;

  if (!gtk_widget_compute_bounds (label, window, bounds) || bounds->origin.x < 0 || bounds->origin.y < 0 ||
      bounds->origin.x + bounds->size.width > (float) sight->width ||
      bounds->origin.y + bounds->size.height > (float) sight->height)
    return FALSE;
  found = gtk_widget_pick (window, bounds->origin.x + bounds->size.width / 2,
                           bounds->origin.y + bounds->size.height / 2, GTK_PICK_NON_TARGETABLE | GTK_PICK_INSENSITIVE);
  return found == label || (found != NULL && gtk_widget_is_ancestor (found, label));
}

static void
assert_contrast (const Looking *looking, GtkWidget *widget, const char *text, int line_height)
{
  graphene_rect_t bounds;
  double found;

  if (!gtk_widget_is_sensitive (widget) || !is_seen (widget, looking->sight, &bounds))
    return;
  found = vigie_sight_measure_contrast (looking->sight, &bounds);
  if (found < (line_height >= 2 * LARGE_PX ? LEAST_OF_LARGE : LEAST_CONTRAST))
    {
      g_autofree char *what = g_strdup_printf ("has a contrast of %.2f", found);

      complain (looking->where, widget, text, what);
    }
}

static void
assert_label_contrast (const Looking *looking, GtkLabel *label)
{
  int height = 0;

  pango_layout_get_pixel_size (gtk_label_get_layout (label), NULL, &height);
  height /= pango_layout_get_line_count (gtk_label_get_layout (label));
  assert_contrast (looking, GTK_WIDGET (label), gtk_label_get_text (label), height);
}

/* -------------------------------------------------------------------------------------------------------- */

/* One that may be cut, for it tells its whole text where the pointer rests. */
static void
look_at_cell (const Looking *looking, VigieCell *cell, gboolean pseudo)
{
  const char *text = vigie_cell_get_text (cell);

  if (*text == '\0')
    return;
  if (pseudo)
    assert_translated (looking->where, GTK_WIDGET (cell), text);
  if (looking->sight != NULL)
    assert_contrast (looking, GTK_WIDGET (cell), text, gtk_widget_get_height (GTK_WIDGET (cell)));
}

static gboolean
look_cb (GtkWidget *widget, gpointer data)
{
  Looking *looking = data;
  gboolean pseudo = g_str_has_prefix (mode, "pseudo") || g_str_equal (mode, "rtl");

  if (pseudo)
    assert_translated (looking->where, widget, gtk_widget_get_tooltip_text (widget));
  if (g_str_equal (mode, "rtl"))
    {
      /* Numbers are written from left to right everywhere, which GTK sees to. */
      gboolean number = GTK_IS_TEXT (widget) && GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (widget));

      if (!number && gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
        complain (looking->where, widget, "", "is not mirrored");
    }
  if (GTK_IS_TEXT (widget) && pseudo)
    assert_translated (looking->where, widget, gtk_text_get_placeholder_text (GTK_TEXT (widget)));
  if (VIGIE_IS_CELL (widget))
    look_at_cell (looking, VIGIE_CELL (widget), pseudo);
  if (!GTK_IS_LABEL (widget) || *gtk_label_get_text (GTK_LABEL (widget)) == '\0')
    return TRUE;
  if (pseudo)
    assert_translated (looking->where, widget, gtk_label_get_text (GTK_LABEL (widget)));
  if (looking->sight != NULL)
    assert_label_contrast (looking, GTK_LABEL (widget));
  else
    assert_whole (looking->where, GTK_LABEL (widget));
  return TRUE;
}

static void
visit_cb (GtkWidget *window, const char *where, gpointer data)
{
  Looking looking = { .where = where, .width = GPOINTER_TO_INT (data) };

  g_test_message ("%s", where);
  assert_fits (where, window, looking.width);
  if (!g_str_has_prefix (mode, "contrast"))
    {
      vigie_tour_walk (window, look_cb, &looking);
      return;
    }
  looking.sight = vigie_sight_new (window, NULL);
  vigie_tour_walk (window, look_cb, &looking);
  vigie_sight_free (looking.sight);
  if (g_str_equal (mode, "contrast-light") && g_str_equal (where, "shelf"))
    vigie_tour_watch (window);
  if (g_str_equal (mode, "contrast-light"))
    vigie_keyboard_walk (window, where);
  vigie_keyboard_look (window, where);
}

/* The catalogue of the made-up language, as if it were that of English. */
static void
speak (const char *catalogue, const char *folder)
{
  g_autofree char *messages = g_build_filename (folder, "en", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "vigie.mo", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (catalogue);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  g_setenv ("VIGIE_LOCALEDIR", folder, TRUE);
}

static void
test_tour (gconstpointer data)
{
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL, .seed = 1, .today = TODAY };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "r.vigie", NULL);
  VigieTour tour = *(const VigieTour *) data;
  g_autoptr (GError) error = NULL;

  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  know_register (path, folder);
  tour.path = path;
  vigie_tour (&tour, visit_cb, GINT_TO_POINTER (tour.width));
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  /* Without a compositor a window has a border of 5 pixels. */
  static const VigieTour wide = { 1280, 100, NULL }, narrow = { 370, 100, NULL }, large = { 1024, 200, NULL };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *data = g_build_filename (g_getenv ("VIGIE_DATADIR"), "demo", NULL);
  g_autofree char *reference = g_build_filename (g_getenv ("VIGIE_DATADIR"), "reference", NULL);
  gboolean contrasts;
  int result;

  mode = argv[1];
  contrasts = g_str_has_prefix (mode, "contrast");
  g_test_init (&argc, &argv, NULL);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  know_folder (data);
  know_folder (reference);
  know_toolkit ();
  if (g_str_has_prefix (mode, "pseudo") || g_str_equal (mode, "rtl"))
    speak (argv[2], folder);
  if (g_str_equal (mode, "contrast-high"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", g_str_equal (mode, "contrast-dark") ? "prefer-dark" : "default", TRUE);
  gtk_disable_setlocale ();
  vigie_language_init (g_str_equal (mode, "large") || g_str_equal (mode, "narrow") ? "de" : "en");
  g_assert_cmpint (vigie_language_is_right_to_left (), ==, g_str_equal (mode, "rtl"));
  adw_init ();
  g_test_add_data_func ("/app/legible/tour",
                        g_str_has_suffix (mode, "narrow")          ? &narrow
                        : g_str_equal (mode, "large") || contrasts ? &large
                                                                   : &wide,
                        test_tour);
  result = g_test_run ();
  g_hash_table_unref (known);
  vigie_test_remove_folder (folder);
  return result;
}
