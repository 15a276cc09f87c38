// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieHeadlineCard: one number at the top of the overview: what it counts, out of what, how it has
 * changed since the last committee, and how it is counted. It leads to the rows behind it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-headline-card.h"

#include "vigie-config.h"
#include "vigie-judgement.h"

#include <glib/gi18n.h>
#include <math.h>

#define DEFINITION_LEAST_CHARS 24
#define DEFINITION_MOST_CHARS 40

struct _VigieHeadlineCard
{
  GtkFlowBoxChild parent_instance;

  /* template */
  GtkOverlay *overlay;
  GtkButton *button;
  GtkLabel *name_label;
  GtkLabel *value_label;
  GtkLabel *detail_label;
  GtkBox *change_box;
  GtkImage *change_icon;
  GtkLabel *change_label;

  /* borrowed */
  GtkWidget *definition_button;
  const char *style;

  /* owned */
  char *definition_label;
  char *definition;
};

G_DEFINE_FINAL_TYPE (VigieHeadlineCard, vigie_headline_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
show_change (VigieHeadlineCard *self, const VigieHeadline *headline)
{
  const char *style = vigie_judgement_get_style (headline->change);
  gboolean judged = headline->change == VIGIE_JUDGEMENT_GOOD || headline->change == VIGIE_JUDGEMENT_BAD ||
                    headline->change == VIGIE_JUDGEMENT_WARNING;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->change_box), self->style);
  self->style = judged ? style : "dimmed";
  gtk_widget_add_css_class (GTK_WIDGET (self->change_box), self->style);
  gtk_widget_set_visible (GTK_WIDGET (self->change_box), headline->change_text != NULL);
  gtk_label_set_label (self->change_label, headline->change_text != NULL ? headline->change_text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->change_icon), judged);
  gtk_image_set_from_icon_name (self->change_icon, vigie_judgement_get_icon (headline->change));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change_icon), vigie_judgement_get_trend (headline->change));
}

static void
describe (VigieHeadlineCard *self, const VigieHeadline *headline)
{
  g_autofree char *label = NULL;

  /* Translators: a number for a screen reader; %1$s is what is counted, %2$s the number */
  label = g_strdup_printf (C_ ("spoken number", "%1$s: %2$s"), headline->label, headline->value_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  headline->change_text != NULL ? headline->change_text : "", -1);
}

static void
popover_closed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

/* Made when it is asked for: eight of them would be made at the start for one that is read. */
static void
definition_clicked_cb (VigieHeadlineCard *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (self->definition);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), DEFINITION_LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), DEFINITION_MOST_CHARS);
  gtk_widget_add_css_class (label, "vigie-definition");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_widget_set_parent (popover, self->definition_button);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
show_definition_button (VigieHeadlineCard *self)
{
  g_autofree char *label = NULL;

  /* Translators: %s is what is counted */
  label = g_strdup_printf (_ ("Definition of “%s”"), self->definition_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->definition_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->definition_button, self->definition != NULL);
}

static void
vigie_headline_card_finalize (GObject *object)
{
  VigieHeadlineCard *self = VIGIE_HEADLINE_CARD (object);

  g_free (self->definition_label);
  g_free (self->definition);
  G_OBJECT_CLASS (vigie_headline_card_parent_class)->finalize (object);
}

static void
vigie_headline_card_dispose (GObject *object)
{
  /* The overlay is both the flow box child's and the template's: each would take it out. */
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VIGIE_TYPE_HEADLINE_CARD);
  G_OBJECT_CLASS (vigie_headline_card_parent_class)->dispose (object);
}

static void
vigie_headline_card_class_init (VigieHeadlineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_headline_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = vigie_headline_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-headline-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, overlay);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, button);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, value_label);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, change_box);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, change_icon);
  gtk_widget_class_bind_template_child (widget_class, VigieHeadlineCard, change_label);
}

static void
vigie_headline_card_init (VigieHeadlineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vigie_headline_card_new:
 * @headline: not needed any more afterwards
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
vigie_headline_card_new (const VigieHeadline *headline)
{
  VigieHeadlineCard *self = g_object_new (VIGIE_TYPE_HEADLINE_CARD, NULL);

  vigie_headline_card_show (self, headline);
  return GTK_WIDGET (self);
}

/**
 * vigie_headline_card_show:
 * @headline: not needed any more afterwards
 *
 * Shows another number, or another value of the same.
 */
void
vigie_headline_card_show (VigieHeadlineCard *self, const VigieHeadline *headline)
{
  g_return_if_fail (VIGIE_IS_HEADLINE_CARD (self) && headline != NULL);

  gtk_label_set_label (self->name_label, headline->label);
  gtk_label_set_label (self->value_label, headline->value_text);
  gtk_label_set_label (self->detail_label, headline->detail != NULL ? headline->detail : "");
  g_set_str (&self->definition, headline->definition);
  g_set_str (&self->definition_label, headline->label);
  if (self->definition_button != NULL)
    show_definition_button (self);
  if (isnan (headline->value))
    gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value_label), "dimmed");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), NULL);
  if (headline->page != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", headline->page);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show-page");
    }
  show_change (self, headline);
  describe (self, headline);
}

/**
 * vigie_headline_card_add_definition:
 *
 * Adds the button that tells how the number is counted, where there is none yet: one asks for it after having
 * read the number, so that it need not delay the first picture of the page.
 */
void
vigie_headline_card_add_definition (VigieHeadlineCard *self)
{
  static const char *const styles[] = { "flat", "circular", "vigie-quiet", NULL };

  g_return_if_fail (VIGIE_IS_HEADLINE_CARD (self));

  if (self->definition_button != NULL)
    return;
  self->definition_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "vigie-definition-symbolic", "tooltip-text",
                                          _ ("Definition"), "css-classes", styles, "halign", GTK_ALIGN_END, "valign",
                                          GTK_ALIGN_START, "margin-top", 2, "margin-end", 2, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->definition_button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  g_signal_connect_swapped (self->definition_button, "clicked", G_CALLBACK (definition_clicked_cb), self);
  gtk_overlay_add_overlay (self->overlay, self->definition_button);
  show_definition_button (self);
}
