// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFigureCard: one governance question and its answer: title, sentence, chart or table, definition
 * and sources.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-figure-card.h"

#include "vigie-chart.h"
#include "vigie-config.h"
#include "vigie-deployment.h"
#include "vigie-figure-save.h"
#include "vigie-figure-rows.h"
#include "vigie-figure-table.h"
#include "vigie-matters-dialog.h"
#include "vigie-menu-names.h"
#include "vigie-open-record.h"
#include "vigie-since-popover.h"
#include "vigie-system.h"
#include "vigie-what-if-popover.h"

#include <glib/gi18n.h>

#define DEFINITION_CHARS 48
#define LEAST_DEFINITION_CHARS 28

struct _VigieFigureCard
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *title_label;
  GtkLabel *sentence_label;
  GtkMenuButton *what_if_button;
  GtkMenuButton *since_button;
  GtkToggleButton *table_button;
  GtkMenuButton *definition_button;
  GtkMenuButton *save_button;
  GtkStack *stack;
  VigieChart *chart;
  GtkScrolledWindow *table_window;

  /* owned */
  VigieFigure *figure;
  VigieFigure *compared; /* the same with an earlier day behind it, once it was asked for */
  VigieSession *session;

  GTask *comparing; /* borrowed: the last that was begun; NULL once it is done */
  gboolean compares;
};

G_DEFINE_FINAL_TYPE (VigieFigureCard, vigie_figure_card, ADW_TYPE_BIN)

static VigieFigure *
get_shown (VigieFigureCard *self)
{
  return self->compares && self->compared != NULL ? self->compared : self->figure;
}

/* The table is made when it is first wanted. */
static void
show_form (VigieFigureCard *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  if (self->figure == NULL || vigie_figure_is_empty (self->figure))
    return;
  if (table && gtk_scrolled_window_get_child (self->table_window) == NULL)
    {
      GtkWidget *view = vigie_figure_table_new (get_shown (self));

      gtk_scrolled_window_set_child (self->table_window, view);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_RELATION_DETAILS, view, NULL, -1);
    }
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

static void
table_toggled_cb (VigieFigureCard *self)
{
  show_form (self);
}

static void
table_wanted_cb (VigieFigureCard *self)
{
  gtk_toggle_button_set_active (self->table_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table_button));
}

/* One record is shown at once; several are listed first. */
static void
datum_activated_cb (VigieFigureCard *self, const char *label, const char *key)
{
  VigieStore *store = vigie_session_get_store (self->session);
  g_autoptr (GPtrArray) rows = vigie_figure_dup_rows (self->figure, key);
  const VigieFigureRow *first = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  /* A mark of one system, or of one of its deployments, leads to it. */
  if (rows->len == 1 || (first != NULL && g_str_equal (first->code, key) &&
                         (first->entity == &vigie_system_entity || first->entity == &vigie_deployment_entity)))
    vigie_open_record (GTK_WIDGET (self), store, first->entity, first->code);
  else if (rows->len > 1)
    vigie_matters_dialog_present_rows (GTK_WIDGET (self), store, vigie_figure_get_title (self->figure), label, rows);
}

/* Made when it is first wanted: it is a hundred widgets. */
static void
make_what_if_popover (GtkMenuButton *button, gpointer data)
{
  VigieFigureCard *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, vigie_what_if_popover_new (self->session));
}

/* --- against an earlier day ------------------------------------------------------------------------- */

static void
show_shown (VigieFigureCard *self)
{
  if (!vigie_figure_is_empty (self->figure))
    vigie_chart_set_figure (self->chart, get_shown (self));
  gtk_scrolled_window_set_child (self->table_window, NULL);
  show_form (self);
}

static void
compare_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  const VigieFigure *figure = data;
  guint kind = (guint) vigie_figure_kind_from_id (vigie_figure_get_id (figure));

  g_task_return_pointer (task, vigie_figure_new_since (kind, vigie_figure_get_overview (figure)),
                         (GDestroyNotify) vigie_figure_unref);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieFigureCard *self = VIGIE_FIGURE_CARD (source);
  g_autoptr (VigieFigure) compared = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkPopover *popover;

  /* Of another answer by now, or the card is gone. */
  if (compared == NULL || self->comparing != G_TASK (result) || self->figure == NULL)
    return;
  self->comparing = NULL;
  self->compared = g_steal_pointer (&compared);
  popover = gtk_menu_button_get_popover (self->since_button);
  if (popover != NULL)
    vigie_since_popover_show (VIGIE_SINCE_POPOVER (popover), self->compared);
  if (self->compares)
    show_shown (self);
}

/* Adding up an earlier day of a large register takes longer than a frame. */
static void
compare (VigieFigureCard *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, compared_cb, NULL);

  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, vigie_figure_ref (self->figure), (GDestroyNotify) vigie_figure_unref);
  self->comparing = task;
  g_task_run_in_thread (task, compare_in_thread);
}

static void
compare_toggled_cb (VigieFigureCard *self, gboolean compares)
{
  self->compares = compares;
  show_shown (self);
}

static void
make_since_popover (GtkMenuButton *button, gpointer data)
{
  VigieFigureCard *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = vigie_since_popover_new (self->session, self->figure, self->compares);
  g_signal_connect_object (popover, "compare-toggled", G_CALLBACK (compare_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  if (self->compared != NULL)
    vigie_since_popover_show (VIGIE_SINCE_POPOVER (popover), self->compared);
  else if (self->comparing == NULL)
    compare (self);
}

static void
forget_comparison (VigieFigureCard *self)
{
  self->comparing = NULL;
  g_clear_pointer (&self->compared, vigie_figure_unref);
}

static void
save_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieFigureCard *self = VIGIE_FIGURE_CARD (widget);

  vigie_figure_save_async (get_shown (self), g_variant_get_string (parameter, NULL), widget);
}

/* --- what is made when it is first wanted: sixteen cards would have as many of each ------------------- */

static GtkWidget *
new_paragraph (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), DEFINITION_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static char *
dup_sources (VigieFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vigie_figure_get_n_sources (figure); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", vigie_figure_get_source (figure, i));
  return g_string_free_and_steal (text);
}

static void
make_definition_popover (GtkMenuButton *button, gpointer data)
{
  VigieFigureCard *self = data;
  g_autofree char *sources = dup_sources (self->figure);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *definition = new_paragraph (vigie_figure_get_definition (self->figure), NULL);

  gtk_label_set_width_chars (GTK_LABEL (definition), LEAST_DEFINITION_CHARS);
  gtk_box_append (GTK_BOX (box), new_heading (_ ("Definition")));
  gtk_box_append (GTK_BOX (box), definition);
  if (*sources != '\0')
    {
      GtkWidget *heading = new_heading (C_ ("figure", "Notes and sources"));

      gtk_widget_set_margin_top (heading, 6);
      gtk_box_append (GTK_BOX (box), heading);
      gtk_box_append (GTK_BOX (box), new_paragraph (sources, "caption"));
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
make_save_menu (GtkMenuButton *button, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = g_menu_new ();
  g_menu_append (menu, _ ("As _Vector Picture (SVG)…"), "figure.save::svg");
  g_menu_append (menu, _ ("As P_icture (PNG)…"), "figure.save::png");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
name_buttons (VigieFigureCard *self, const char *title)
{
  /* Translators: what a button does, for a screen reader; %s is the title of a figure */
  g_autofree char *table = g_strdup_printf (_ ("Show “%s” as a table"), title);
  /* Translators: what a button does, for a screen reader; %s is the title of a figure */
  g_autofree char *since = g_strdup_printf (_ ("Since the last meeting, in “%s”"), title);
  /* Translators: %s is the title of a figure */
  g_autofree char *definition = g_strdup_printf (_ ("Definition and sources of “%s”"), title);
  /* Translators: what a button does, for a screen reader; %s is the title of a figure */
  g_autofree char *save = g_strdup_printf (_ ("Save “%s”"), title);
  /* Translators: what a button does, for a screen reader: it opens assumptions; %s is the title of a figure */
  g_autofree char *what_if = g_strdup_printf (_ ("What if, in “%s”"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->what_if_button), GTK_ACCESSIBLE_PROPERTY_LABEL, what_if, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->since_button), GTK_ACCESSIBLE_PROPERTY_LABEL, since, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button), GTK_ACCESSIBLE_PROPERTY_LABEL, table, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->definition_button), GTK_ACCESSIBLE_PROPERTY_LABEL, definition,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button), GTK_ACCESSIBLE_PROPERTY_LABEL, save, -1);
}

static void
vigie_figure_card_dispose (GObject *object)
{
  VigieFigureCard *self = VIGIE_FIGURE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_FIGURE_CARD);
  forget_comparison (self);
  g_clear_pointer (&self->figure, vigie_figure_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_figure_card_parent_class)->dispose (object);
}

static void
vigie_figure_card_class_init (VigieFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_figure_card_dispose;
  g_type_ensure (VIGIE_TYPE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, what_if_button);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, since_button);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, definition_button);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, save_button);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, stack);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, chart);
  gtk_widget_class_bind_template_child (widget_class, VigieFigureCard, table_window);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, datum_activated_cb);
  gtk_widget_class_install_action (widget_class, "figure.save", "s", save_action);
}

static void
vigie_figure_card_init (VigieFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->what_if_button, make_what_if_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->since_button, make_since_popover, self, NULL);
  vigie_menu_names_follow (self->save_button);
  gtk_menu_button_set_create_popup_func (self->definition_button, make_definition_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->save_button, make_save_menu, self, NULL);
}

/**
 * vigie_figure_card_new:
 * @session: the register that @figure answers about
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
vigie_figure_card_new (VigieSession *session, VigieFigure *figure)
{
  VigieFigureCard *self = g_object_new (VIGIE_TYPE_FIGURE_CARD, NULL);

  self->session = g_object_ref (session);
  vigie_figure_card_set_figure (self, figure);
  return GTK_WIDGET (self);
}

/**
 * vigie_figure_card_set_figure:
 *
 * Shows another answer; as a table still, where that was wanted.
 */
void
vigie_figure_card_set_figure (VigieFigureCard *self, VigieFigure *figure)
{
  gboolean empty;

  g_return_if_fail (VIGIE_IS_FIGURE_CARD (self) && figure != NULL);

  forget_comparison (self);
  gtk_menu_button_set_popover (self->since_button, NULL);
  g_clear_pointer (&self->figure, vigie_figure_unref);
  self->figure = vigie_figure_ref (figure);
  empty = vigie_figure_is_empty (figure);
  gtk_label_set_label (self->title_label, vigie_figure_get_title (figure));
  gtk_label_set_label (self->sentence_label, vigie_figure_get_sentence (figure));
  name_buttons (self, vigie_figure_get_title (figure));
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->table_button), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->what_if_button), !empty && vigie_figure_foresees (figure));
  gtk_widget_set_visible (GTK_WIDGET (self->since_button),
                          vigie_overview_get_since (vigie_figure_get_overview (figure)) != VIGIE_DATE_NONE);
  vigie_chart_set_figure (self->chart, empty ? NULL : figure);
  if (self->compares)
    compare (self);
  gtk_scrolled_window_set_child (self->table_window, NULL);
  show_form (self);
}
