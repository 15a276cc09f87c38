// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieScopeBar: what is asked about: which site, which profession, which day.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-scope-bar.h"

#include "vigie-config.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"

#include <glib/gi18n.h>

struct _VigieScopeBar
{
  AdwBin parent_instance;

  /* template */
  AdwWrapBox *box;
  GtkMenuButton *date_button;

  /* borrowed: made when what can be chosen is known, and when the date is first asked for */
  GtkDropDown *site_drop;
  GtkDropDown *profession_drop;
  GtkCalendar *calendar;

  /* owned */
  VigieSession *session;
  GPtrArray *site_codes;
  GPtrArray *profession_codes;

  guint choices_source;
  gboolean filling;
  gboolean date_only;
};

G_DEFINE_FINAL_TYPE (VigieScopeBar, vigie_scope_bar, ADW_TYPE_BIN)

static const char *
chosen_code (GtkDropDown *drop, GPtrArray *codes)
{
  guint selected = drop != NULL ? gtk_drop_down_get_selected (drop) : 0;

  return codes != NULL && selected < codes->len ? g_ptr_array_index (codes, selected) : NULL;
}

static void
ask (VigieScopeBar *self, VigieDate as_of)
{
  const VigieWhatIf *what_if = vigie_scope_get_what_if (vigie_session_get_scope (self->session));
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieScope) assuming = NULL;

  scope = vigie_scope_new (as_of, chosen_code (self->site_drop, self->site_codes),
                           chosen_code (self->profession_drop, self->profession_codes));
  assuming = vigie_scope_with_what_if (scope, what_if);
  vigie_session_set_scope (self->session, assuming);
}

static void
scope_chosen_cb (VigieScopeBar *self)
{
  if (self->session != NULL && !self->filling)
    ask (self, vigie_session_get_as_of (self->session));
}

static void
day_selected_cb (VigieScopeBar *self)
{
  if (self->session == NULL || self->filling)
    return;
  gtk_menu_button_popdown (self->date_button);
  ask (self, vigie_date_new (gtk_calendar_get_year (self->calendar), gtk_calendar_get_month (self->calendar) + 1,
                             gtk_calendar_get_day (self->calendar)));
}

static void
today_clicked_cb (VigieScopeBar *self)
{
  gtk_menu_button_popdown (self->date_button);
  ask (self, vigie_session_get_today (self->session));
}

static void
select_day (VigieScopeBar *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  if (self->calendar == NULL)
    return;
  vigie_date_get_ymd (vigie_session_get_as_of (self->session), &year, &month, &number);
  day = g_date_time_new_local (year, month, number, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
}

static void
show_date (VigieScopeBar *self)
{
  VigieDate as_of = vigie_session_get_as_of (self->session);
  g_autofree char *date = vigie_format_date (as_of);
  g_autofree char *label = NULL;

  /* Translators: %s is a date; the figures on screen are those of that day */
  label = g_strdup_printf (_ ("As of %s"), date);
  gtk_menu_button_set_label (self->date_button, label);
  select_day (self);
}

/* A calendar is a hundred widgets: too much to make at the start for a date that is seldom changed. */
static void
make_date_popover (GtkMenuButton *button, gpointer data)
{
  VigieScopeBar *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_label (_ ("Today"));

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  select_day (self);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* Sites are what a committee compares; departments below them are part of them. */
static gboolean
is_site (VigieRecord *record)
{
  gint64 kind = vigie_record_get_number (record, VIGIE_ORG_UNIT_KIND, -1);

  return kind == VIGIE_ORG_KIND_SITE || kind == VIGIE_ORG_KIND_EHPAD || kind == VIGIE_ORG_KIND_LEGAL;
}

/* A choice between everything and one is no choice. */
static void
show_choice (VigieScopeBar *self, GtkDropDown *drop)
{
  if (drop != NULL)
    gtk_widget_set_visible (GTK_WIDGET (drop),
                            !self->date_only && g_list_model_get_n_items (gtk_drop_down_get_model (drop)) > 2);
}

static GtkDropDown *
make_drop (VigieScopeBar *self, const char *label, GtkDropDown *after)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (drop), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_set_tooltip_text (drop, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (drop, "notify::selected-item", G_CALLBACK (scope_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_insert_child_after (self->box, drop, GTK_WIDGET (after));
  return GTK_DROP_DOWN (drop);
}

static void
fill (VigieScopeBar *self, GtkDropDown *drop, GPtrArray **codes, GPtrArray *records, const char *all)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean french = vigie_language_get () == VIGIE_LANGUAGE_FR;

  g_clear_pointer (codes, g_ptr_array_unref);
  *codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*codes, NULL);
  gtk_string_list_append (names, all);
  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);
      gboolean unit = vigie_record_get_entity (record) == &vigie_org_unit_entity;
      guint field = unit ? VIGIE_ORG_UNIT_NAME : french ? VIGIE_PROFESSION_LABEL_FR : VIGIE_PROFESSION_LABEL_EN;
      guint fallback = unit ? VIGIE_ORG_UNIT_NAME : VIGIE_PROFESSION_LABEL_FR;

      if (unit && !is_site (record))
        continue;
      g_ptr_array_add (*codes, g_strdup (vigie_record_get_text (record, 0)));
      gtk_string_list_append (
        names, vigie_record_get_text (record, vigie_record_is_measured (record, field) ? field : fallback));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (drop, G_LIST_MODEL (names));
  self->filling = FALSE;
  show_choice (self, drop);
}

static void
sites_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieScopeBar) self = data;
  g_autoptr (GPtrArray) records = vigie_store_list_finish (VIGIE_STORE (source), result, NULL, NULL);

  if (records == NULL || self->session == NULL)
    return;
  if (self->site_drop == NULL)
    self->site_drop = make_drop (self, _ ("Site"), NULL);
  fill (self, self->site_drop, &self->site_codes, records, _ ("All sites"));
}

static void
professions_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieScopeBar) self = data;
  g_autoptr (GPtrArray) records = vigie_store_list_finish (VIGIE_STORE (source), result, NULL, NULL);

  if (records == NULL || self->session == NULL)
    return;
  if (self->profession_drop == NULL)
    self->profession_drop = make_drop (self, _ ("Profession"), self->site_drop);
  fill (self, self->profession_drop, &self->profession_codes, records, _ ("All professions"));
}

static void
list_choices (VigieScopeBar *self)
{
  VigieStore *store = vigie_session_get_store (self->session);
  VigieQuery sites = { .entity = &vigie_org_unit_entity, .sort_field = VIGIE_ORG_UNIT_NAME };
  VigieQuery professions = { .entity = &vigie_profession_entity,
                             .sort_field = vigie_language_get () == VIGIE_LANGUAGE_FR ? VIGIE_PROFESSION_LABEL_FR
                                                                                      : VIGIE_PROFESSION_LABEL_EN };

  vigie_store_list_async (store, &sites, NULL, sites_listed_cb, g_object_ref (self));
  vigie_store_list_async (store, &professions, NULL, professions_listed_cb, g_object_ref (self));
}

static gboolean
list_choices_cb (gpointer data)
{
  VigieScopeBar *self = data;

  self->choices_source = 0;
  list_choices (self);
  return G_SOURCE_REMOVE;
}

static void
vigie_scope_bar_dispose (GObject *object)
{
  VigieScopeBar *self = VIGIE_SCOPE_BAR (object);

  /* The box is both AdwBin's child and the template's: each would take it out. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_SCOPE_BAR);
  self->calendar = NULL;
  self->site_drop = self->profession_drop = NULL;
  g_clear_handle_id (&self->choices_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->site_codes, g_ptr_array_unref);
  g_clear_pointer (&self->profession_codes, g_ptr_array_unref);
  G_OBJECT_CLASS (vigie_scope_bar_parent_class)->dispose (object);
}

static void
vigie_scope_bar_class_init (VigieScopeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_scope_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-scope-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieScopeBar, box);
  gtk_widget_class_bind_template_child (widget_class, VigieScopeBar, date_button);
}

static void
vigie_scope_bar_init (VigieScopeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->date_button, make_date_popover, self, NULL);
}

/**
 * vigie_scope_bar_set_session:
 * @session: (nullable): whose scope is shown and chosen
 */
void
vigie_scope_bar_set_session (VigieScopeBar *self, VigieSession *session)
{
  g_return_if_fail (VIGIE_IS_SCOPE_BAR (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, show_date, self);
  g_set_object (&self->session, session);
  g_clear_handle_id (&self->choices_source, g_source_remove);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::scope", G_CALLBACK (show_date), self, G_CONNECT_SWAPPED);
  show_date (self);
  /* What can be chosen is read once what was asked has been painted. */
  self->choices_source = g_idle_add_full (G_PRIORITY_LOW, list_choices_cb, self, NULL);
}

/**
 * vigie_scope_bar_set_date_only:
 *
 * Hides what a page does not ask about.
 */
void
vigie_scope_bar_set_date_only (VigieScopeBar *self, gboolean date_only)
{
  g_return_if_fail (VIGIE_IS_SCOPE_BAR (self));

  self->date_only = date_only;
  show_choice (self, self->site_drop);
  show_choice (self, self->profession_drop);
}
