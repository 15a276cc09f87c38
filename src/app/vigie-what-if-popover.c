// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieWhatIfPopover: what a forecast assumes beyond things going on as they are. The figures answer while
 * one changes it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-what-if-popover.h"

#include "vigie-config.h"

#include <adwaita.h>

/* A held button counts once. */
#define SETTLE_MS 200

struct _VigieWhatIfPopover
{
  GtkPopover parent_instance;

  /* template */
  AdwSpinRow *sessions_row;
  AdwSpinRow *seats_row;
  AdwSpinRow *users_row;
  AdwSpinRow *users_months_row;
  AdwSpinRow *target_months_row;

  /* owned */
  VigieSession *session;

  guint settle_timeout;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (VigieWhatIfPopover, vigie_what_if_popover, GTK_TYPE_POPOVER)

static int
get (AdwSpinRow *row)
{
  return (int) adw_spin_row_get_value (row);
}

static gboolean
settled_cb (gpointer data)
{
  VigieWhatIfPopover *self = data;
  VigieScope *scope = vigie_session_get_scope (self->session);
  VigieDate as_of = vigie_scope_get_as_of (scope);
  VigieWhatIf what_if = VIGIE_WHAT_IF_NONE;
  g_autoptr (VigieScope) assuming = NULL;

  self->settle_timeout = 0;
  what_if.more_sessions = get (self->sessions_row);
  what_if.seats = what_if.more_sessions > 0 ? get (self->seats_row) : 0;
  what_if.new_users = get (self->users_row);
  if (what_if.new_users > 0 && get (self->users_months_row) > 0)
    what_if.new_users_on = vigie_date_add_months (as_of, get (self->users_months_row));
  if (get (self->target_months_row) > 0)
    what_if.target_date = vigie_date_add_months (as_of, get (self->target_months_row));
  assuming = vigie_scope_with_what_if (scope, &what_if);
  vigie_session_set_scope (self->session, assuming);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (VigieWhatIfPopover *self)
{
  if (self->filling || self->session == NULL)
    return;
  g_clear_handle_id (&self->settle_timeout, g_source_remove);
  self->settle_timeout = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
cleared_cb (VigieWhatIfPopover *self)
{
  adw_spin_row_set_value (self->sessions_row, 0);
  adw_spin_row_set_value (self->users_row, 0);
  adw_spin_row_set_value (self->users_months_row, 0);
  adw_spin_row_set_value (self->target_months_row, 0);
}

static int
months_until (VigieDate from, VigieDate day)
{
  int months = 0;

  while (day != VIGIE_DATE_NONE && months < 24 && vigie_date_add_months (from, months) < day)
    months++;
  return months;
}

static void
show (VigieWhatIfPopover *self)
{
  VigieScope *scope = vigie_session_get_scope (self->session);
  const VigieWhatIf *what_if = vigie_scope_get_what_if (scope);
  VigieDate as_of = vigie_scope_get_as_of (scope);

  if (self->settle_timeout != 0)
    return;
  self->filling = TRUE;
  adw_spin_row_set_value (self->sessions_row, what_if->more_sessions);
  if (what_if->seats > 0)
    adw_spin_row_set_value (self->seats_row, what_if->seats);
  adw_spin_row_set_value (self->users_row, what_if->new_users);
  if (what_if->new_users > 0)
    adw_spin_row_set_value (self->users_months_row, months_until (as_of, what_if->new_users_on));
  adw_spin_row_set_value (self->target_months_row, months_until (as_of, what_if->target_date));
  self->filling = FALSE;
}

static void
vigie_what_if_popover_dispose (GObject *object)
{
  VigieWhatIfPopover *self = VIGIE_WHAT_IF_POPOVER (object);

  g_clear_handle_id (&self->settle_timeout, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_WHAT_IF_POPOVER);
  G_OBJECT_CLASS (vigie_what_if_popover_parent_class)->dispose (object);
}

static void
vigie_what_if_popover_class_init (VigieWhatIfPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_what_if_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-what-if-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieWhatIfPopover, sessions_row);
  gtk_widget_class_bind_template_child (widget_class, VigieWhatIfPopover, seats_row);
  gtk_widget_class_bind_template_child (widget_class, VigieWhatIfPopover, users_row);
  gtk_widget_class_bind_template_child (widget_class, VigieWhatIfPopover, users_months_row);
  gtk_widget_class_bind_template_child (widget_class, VigieWhatIfPopover, target_months_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
}

static void
vigie_what_if_popover_init (VigieWhatIfPopover *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

/**
 * vigie_what_if_popover_new:
 * @session: whose scope it shows and changes
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
vigie_what_if_popover_new (VigieSession *session)
{
  VigieWhatIfPopover *self = g_object_new (VIGIE_TYPE_WHAT_IF_POPOVER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::scope", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
