// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCommitteeHelp: the keys of a committee, over the slide, in two columns: those that one goes through the slides
 * with, and those that one shows something with.
 *
 * CSS: a `committeehelp` node. Accessibility: a group, described by all that it says.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-committee-help.h"

#include <glib/gi18n.h>

#define COLUMN_GAP 48
#define ROW_GAP 6
#define N_COLUMNS 2
#define KEY_CHARS 13
#define MEANING_CHARS 18

struct _VigieCommitteeHelp
{
  AdwBin parent_instance;

  GString *words;
};

G_DEFINE_FINAL_TYPE (VigieCommitteeHelp, vigie_committee_help, ADW_TYPE_BIN)

/* A letter is the same in every language. Translators: the names of keys, as they stand on the keyboard */
static const struct
{
  int column;
  const char *keys;
  const char *meaning;
} lines[] = {
  { 0, NC_ ("keys", "Page Down, Space"), N_ ("Next slide") },
  { 0, NC_ ("keys", "Page Up, Backspace"), N_ ("Previous slide") },
  { 0, NC_ ("keys", "12 Enter"), N_ ("Go to slide 12") },
  { 0, "G", N_ ("All slides") },
  { 0, "B, W", N_ ("Black or white screen") },
  { 0, "K", N_ ("Advance by itself") },
  { 0, "D, A, M", N_ ("Record a decision, an action, a note") },
  { 0, "S", N_ ("Presenter window") },
  { 0, "O", N_ ("Other screen") },
  { 0, NC_ ("keys", "Esc, F5"), N_ ("Back, leave") },
  { 1, NC_ ("keys", "Tab, then arrows"), N_ ("Go to a mark") },
  { 1, NC_ ("keys", "Enter, or click"), N_ ("What lies behind it") },
  { 1, NC_ ("keys", "Z, Ctrl+scroll, pinch"), N_ ("Zoom in and out") },
  { 1, "C", N_ ("What has changed since last time") },
  { 1, "L", N_ ("Spotlight at the pointer") },
  { 1, "+, −", N_ ("Larger or smaller text") },
  { 1, "T", N_ ("Dark or light room") },
  { 1, "?", N_ ("These keys") },
};

static void
vigie_committee_help_finalize (GObject *object)
{
  g_string_free (VIGIE_COMMITTEE_HELP (object)->words, TRUE);
  G_OBJECT_CLASS (vigie_committee_help_parent_class)->finalize (object);
}

static void
vigie_committee_help_class_init (VigieCommitteeHelpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_committee_help_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "committeehelp");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The letters are large, and both columns have to stand beside each other on a wall of 4:3. */
static void
wrap (GtkLabel *label, int chars)
{
  gtk_label_set_xalign (label, 0);
  gtk_label_set_yalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  /* As wide as that and no narrower: the height that is asked for is that of the width it gets. */
  gtk_label_set_width_chars (label, chars);
  gtk_label_set_max_width_chars (label, chars);
}

static void
add_line (VigieCommitteeHelp *self, GtkGrid *grid, int row, const char *keys, const char *meaning)
{
  GtkWidget *key_label = gtk_label_new (keys);
  GtkWidget *meaning_label = gtk_label_new (meaning);

  wrap (GTK_LABEL (key_label), KEY_CHARS);
  wrap (GTK_LABEL (meaning_label), MEANING_CHARS);
  gtk_widget_add_css_class (key_label, "heading");
  gtk_grid_attach (grid, key_label, 0, row, 1, 1);
  gtk_grid_attach (grid, meaning_label, 1, row, 1, 1);
  /* Translators: keys and what they do, for a screen reader */
  g_string_append_printf (self->words, C_ ("keys", "%1$s: %2$s. "), keys, meaning);
}

static void
vigie_committee_help_init (VigieCommitteeHelp *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_GAP);
  GtkWidget *columns[N_COLUMNS];
  int n_lines[N_COLUMNS] = { 0 };

  self->words = g_string_new (NULL);
  for (int i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = gtk_grid_new ();
      gtk_grid_set_column_spacing (GTK_GRID (columns[i]), COLUMN_GAP / 2);
      gtk_grid_set_row_spacing (GTK_GRID (columns[i]), ROW_GAP);
      gtk_box_append (GTK_BOX (box), columns[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (self, GTK_GRID (columns[lines[i].column]), n_lines[lines[i].column]++,
              g_dpgettext2 (NULL, "keys", lines[i].keys), gettext (lines[i].meaning));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Keys"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words->str, -1);
}

/**
 * vigie_committee_help_get_words:
 *
 * Returns: (transfer none): all that it says
 */
const char *
vigie_committee_help_get_words (VigieCommitteeHelp *self)
{
  g_return_val_if_fail (VIGIE_IS_COMMITTEE_HELP (self), NULL);

  return self->words->str;
}

/**
 * vigie_committee_help_get_n_lines:
 *
 * Returns: how many lines it has, each of keys and what they do
 */
guint
vigie_committee_help_get_n_lines (void)
{
  return G_N_ELEMENTS (lines);
}
