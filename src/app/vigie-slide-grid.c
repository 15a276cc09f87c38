// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSlideGrid: all slides of a deck in small, to go to one of them. The pictures come one after the other,
 * so that the grid is there with the key.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-slide-grid.h"

#include <glib/gi18n.h>

#include "vigie-scene-texture.h"

/* Laid out as for a wall of this size, and shown at a quarter of it. */
#define WALL_WIDTH 1280
#define WALL_HEIGHT 720
#define SMALLER 0.25
#define TITLE_CHARS 30

struct _VigieSlideGrid
{
  AdwBin parent_instance;

  /* owned */
  VigieDeck *deck;
  GPtrArray *pictures; /* borrowed, a slide each */
  guint draw_source;
  guint next;

  /* borrowed */
  GtkFlowBox *box;
  const VigiePalette *palette;
};

G_DEFINE_FINAL_TYPE (VigieSlideGrid, vigie_slide_grid, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
draw_next_cb (gpointer data)
{
  VigieSlideGrid *self = data;
  g_autoptr (VigieScene) scene = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (self->next >= self->pictures->len)
    {
      self->draw_source = 0;
      return G_SOURCE_REMOVE;
    }
  scene = vigie_deck_layout (self->deck, self->next, WALL_WIDTH, WALL_HEIGHT, 1);
  texture = vigie_scene_texture_new_slide (scene, self->palette,
                                           SMALLER * gtk_widget_get_scale_factor (GTK_WIDGET (self)), NULL);
  gtk_picture_set_paintable (g_ptr_array_index (self->pictures, self->next), GDK_PAINTABLE (texture));
  self->next++;
  return G_SOURCE_CONTINUE;
}

static void
activated_cb (VigieSlideGrid *self, GtkFlowBoxChild *child)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (guint) gtk_flow_box_child_get_index (child));
}

static GtkWidget *
create_child (VigieSlideGrid *self, guint slide)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_picture_new ();
  /* Translators: the number of a slide and its title */
  g_autofree char *title =
    g_strdup_printf (C_ ("slide", "%1$u  %2$s"), slide + 1, vigie_deck_get_slide_title (self->deck, slide));
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_set_size_request (picture, (int) (WALL_WIDTH * SMALLER), (int) (WALL_HEIGHT * SMALLER));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_ptr_array_add (self->pictures, picture);
  return child;
}

static void
vigie_slide_grid_dispose (GObject *object)
{
  VigieSlideGrid *self = VIGIE_SLIDE_GRID (object);

  g_clear_handle_id (&self->draw_source, g_source_remove);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  G_OBJECT_CLASS (vigie_slide_grid_parent_class)->dispose (object);
}

static void
vigie_slide_grid_class_init (VigieSlideGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_slide_grid_dispose;

  /**
   * VigieSlideGrid::chosen:
   * @slide: from 0
   *
   * Someone wants a slide.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", VIGIE_TYPE_SLIDE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vigie_slide_grid_init (VigieSlideGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_flow_box_new ();

  self->pictures = g_ptr_array_new ();
  self->box = GTK_FLOW_BOX (box);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_SINGLE);
  gtk_flow_box_set_max_children_per_line (self->box, 12);
  gtk_flow_box_set_row_spacing (self->box, 12);
  gtk_flow_box_set_column_spacing (self->box, 12);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "vigie-slide-grid");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Slides"), -1);
  g_signal_connect_swapped (box, "child-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * vigie_slide_grid_show_deck:
 * @palette: of the wall
 * @slide: the one that is shown, from 0
 */
void
vigie_slide_grid_show_deck (VigieSlideGrid *self, VigieDeck *deck, const VigiePalette *palette, guint slide)
{
  GtkFlowBoxChild *shown;

  g_return_if_fail (VIGIE_IS_SLIDE_GRID (self) && deck != NULL);

  vigie_deck_ref (deck);
  g_clear_pointer (&self->deck, vigie_deck_unref);
  self->deck = deck;
  self->palette = palette;
  self->next = 0;
  g_ptr_array_set_size (self->pictures, 0);
  gtk_flow_box_remove_all (self->box);
  for (guint i = 0; i < vigie_deck_get_n_slides (deck); i++)
    gtk_flow_box_append (self->box, create_child (self, i));
  shown = gtk_flow_box_get_child_at_index (self->box, (int) slide);
  gtk_flow_box_select_child (self->box, shown);
  /* To be focused is not enough for the arrow keys: the box goes from where it was entered. */
  gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
  if (self->draw_source == 0)
    self->draw_source = g_idle_add (draw_next_cb, self);
}
