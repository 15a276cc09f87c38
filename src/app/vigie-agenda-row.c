// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieAgendaRow: something that needs a decision: how urgent it is and until when, what it is, why, and
 * what would answer it. It leads to the rows behind it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-agenda-row.h"

#include "vigie-config.h"
#include "vigie-format.h"
#include "vigie-judgement.h"

#include <glib/gi18n.h>

struct _VigieAgendaRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkImage *icon;
  GtkLabel *urgency_label;
  GtkLabel *due_label;
  GtkLabel *title_label;
  GtkLabel *reason_label;
  GtkLabel *suggestion_label;
  GtkImage *next_icon;
};

G_DEFINE_FINAL_TYPE (VigieAgendaRow, vigie_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* GTK gives a row of a list no name where labels inside it are to be its name. */
static void
name_row (VigieAgendaRow *self)
{
  g_autofree char *name =
    g_strdup_printf ("%s %s %s", gtk_label_get_label (self->urgency_label), gtk_label_get_label (self->title_label),
                     gtk_label_get_label (self->due_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_due (VigieAgendaRow *self, VigieDate due_on)
{
  g_autofree char *date = due_on != VIGIE_DATE_NONE ? vigie_format_date (due_on) : NULL;
  g_autofree char *text = NULL;

  /* Translators: %s is the date until which something must be decided */
  if (date != NULL)
    text = g_strdup_printf (_ ("due %s"), date);
  show_text (self->due_label, text);
}

static void
show_item (VigieAgendaRow *self, const VigieAgendaItem *item)
{
  const char *style = vigie_judgement_get_style (item->judgement);

  gtk_image_set_from_icon_name (self->icon, vigie_judgement_get_icon (item->judgement));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), style);
  gtk_widget_add_css_class (GTK_WIDGET (self->urgency_label), style);
  show_text (self->urgency_label, vigie_judgement_get_urgency (item->judgement));
  show_due (self, item->due_on);
  show_text (self->title_label, item->title);
  show_text (self->reason_label, item->reason);
  show_text (self->suggestion_label, item->suggestion);
  name_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->next_icon), item->page != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), item->page != NULL);
}

static void
vigie_agenda_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VIGIE_TYPE_AGENDA_ROW);
  G_OBJECT_CLASS (vigie_agenda_row_parent_class)->dispose (object);
}

static void
vigie_agenda_row_class_init (VigieAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_agenda_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, icon);
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, urgency_label);
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, suggestion_label);
  gtk_widget_class_bind_template_child (widget_class, VigieAgendaRow, next_icon);
}

static void
vigie_agenda_row_init (VigieAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vigie_agenda_row_new:
 * @item: not needed any more afterwards
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vigie_agenda_row_new (const VigieAgendaItem *item)
{
  VigieAgendaRow *self;

  g_return_val_if_fail (item != NULL, NULL);

  self = g_object_new (VIGIE_TYPE_AGENDA_ROW, NULL);
  show_item (self, item);
  return GTK_WIDGET (self);
}
