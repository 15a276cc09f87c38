// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieMeetingDialog: the agenda of a meeting while it is prepared. Points are proposed, added, edited, and put in
 * order by dragging them, by their buttons or by Alt and the arrow keys; each change is one that can be undone.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-meeting-dialog.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "vigie-clock.h"
#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-figure.h"
#include "vigie-figure-picker.h"
#include "vigie-form-dialog.h"
#include "vigie-recording.h"
#include "vigie-text-scale.h"

#define DIALOG_WIDTH 640
#define DIALOG_HEIGHT 720

struct _VigieMeetingDialog
{
  AdwDialog parent_instance;

  /* owned */
  VigieSession *session;
  char *meeting;
  VigieProceedings *proceedings;

  /* borrowed */
  AdwToolbarView *view;
  AdwBanner *banner;
  int focused; /* the point that gets the keyboard when the list is made anew; -1 none */
};

G_DEFINE_FINAL_TYPE (VigieMeetingDialog, vigie_meeting_dialog, ADW_TYPE_DIALOG)

static VigieStore *
store_of (VigieMeetingDialog *self)
{
  return vigie_session_get_store (self->session);
}

static void
tell (VigieMeetingDialog *self, const char *message)
{
  adw_banner_set_title (self->banner, message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    tell (self, error->message);
}

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

/* Takes over @records. */
static void
put (VigieMeetingDialog *self, GPtrArray *records)
{
  adw_banner_set_revealed (self->banner, FALSE);
  vigie_store_put_async (store_of (self), next_record, NULL, records, (GDestroyNotify) g_ptr_array_unref,
                         VIGIE_PUT_DEFAULT, NULL, put_cb, g_object_ref (self));
}

/* --- order ------------------------------------------------------------------------------------------ */

static VigieRecord *
dup_with_sort (VigieRecord *of, gint64 sort)
{
  VigieRecord *record = vigie_record_new (&vigie_agenda_item_entity);
  static const guint texts[] = { VIGIE_AGENDA_ITEM_CODE, VIGIE_AGENDA_ITEM_MEETING, VIGIE_AGENDA_ITEM_TITLE };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    vigie_record_set_text (record, texts[i], vigie_record_get_text (of, texts[i]));
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_PURPOSE,
                           vigie_record_get_number (of, VIGIE_AGENDA_ITEM_PURPOSE, 0));
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_SORT, sort);
  return record;
}

/* The points between, and the moved one, are numbered anew, in one change. */
static void
move (VigieMeetingDialog *self, int from, int to)
{
  int n = (int) vigie_proceedings_get_n_items (self->proceedings);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GPtrArray *records;

  if (to < 0 || to >= n || from == to || vigie_store_is_read_only (store_of (self)))
    return;
  for (int i = 0; i < n; i++)
    g_ptr_array_add (order, vigie_proceedings_get_item (self->proceedings, (guint) i)->record);
  g_ptr_array_insert (order, to, g_ptr_array_steal_index (order, (guint) from));
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < n; i++)
    if (vigie_record_get_number (g_ptr_array_index (order, i), VIGIE_AGENDA_ITEM_SORT, 0) != i + 1)
      g_ptr_array_add (records, dup_with_sort (g_ptr_array_index (order, i), i + 1));
  self->focused = to;
  put (self, records);
}

static int
index_of (GtkWidget *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "index"));
}

static void
up_clicked_cb (VigieMeetingDialog *self, GtkWidget *button)
{
  int index = index_of (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));

  move (self, index, index - 1);
}

static void
down_clicked_cb (VigieMeetingDialog *self, GtkWidget *button)
{
  int index = index_of (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));

  move (self, index, index + 1);
}

static gboolean
row_key_pressed_cb (VigieMeetingDialog *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state,
                    GtkEventController *controller)
{
  int index = index_of (gtk_event_controller_get_widget (controller));

  if ((state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move (self, index, key == GDK_KEY_Up ? index - 1 : index + 1);
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_INT, index_of (row));
}

/* What is carried is the row itself. */
static void
drag_begin_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
dropped_cb (VigieMeetingDialog *self, const GValue *value, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
            GtkDropTarget *target)
{
  move (self, g_value_get_int (value), index_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))));
  return TRUE;
}

/* --- the list --------------------------------------------------------------------------------------- */

static void
row_activated_cb (VigieMeetingDialog *self, GtkWidget *row)
{
  vigie_form_dialog_present_edit (GTK_WIDGET (self->view), store_of (self),
                                  vigie_proceedings_get_item (self->proceedings, (guint) index_of (row))->record,
                                  VIGIE_NO_FIELD);
}

static char *
dup_subtitle (VigieRecord *record)
{
  const char *id = vigie_record_get_text (record, VIGIE_AGENDA_ITEM_FIGURE);
  int kind = id != NULL ? vigie_figure_kind_from_id (id) : -1;
  g_autofree char *purpose = vigie_record_display (record, VIGIE_AGENDA_ITEM_PURPOSE);
  g_autofree char *minutes = vigie_record_is_measured (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET)
                               ? g_strdup_printf (C_ ("slide", "%" PRId64 " min"),
                                                  vigie_record_get_number (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET, 0))
                               : NULL;
  const char *parts[4] = { purpose };
  guint n = 1;

  if (minutes != NULL)
    parts[n++] = minutes;
  if (kind >= 0)
    parts[n++] = vigie_figure_kind_title ((guint) kind);
  return g_strjoinv (" · ", (char **) parts);
}

static void
add_button (VigieMeetingDialog *self, GtkWidget *row, const char *icon, const char *tip, GCallback callback,
            gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
make_movable (VigieMeetingDialog *self, GtkWidget *row, gboolean first, gboolean last)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_add_css_class (handle, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (row_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  add_button (self, row, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (up_clicked_cb), !first);
  add_button (self, row, "go-down-symbolic", _ ("Move Down"), G_CALLBACK (down_clicked_cb), !last);
}

static GtkWidget *
create_row (VigieMeetingDialog *self, guint index)
{
  VigieRecord *record = vigie_proceedings_get_item (self->proceedings, index)->record;
  g_autofree char *title =
    g_strdup_printf (C_ ("slide", "%1$u. %2$s"), index + 1, vigie_record_get_text (record, VIGIE_AGENDA_ITEM_TITLE));
  g_autofree char *subtitle = dup_subtitle (record);
  GtkWidget *row = adw_action_row_new ();

  g_object_set_data (G_OBJECT (row), "index", GINT_TO_POINTER ((int) index));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (vigie_store_is_read_only (store_of (self)))
    return row;
  make_movable (self, row, index == 0, index + 1 == vigie_proceedings_get_n_items (self->proceedings));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* A meeting that is planned or in session can end. */
static gboolean
can_end (VigieMeetingDialog *self)
{
  return !vigie_store_is_read_only (store_of (self)) &&
         vigie_record_get_number (vigie_proceedings_get_meeting (self->proceedings), VIGIE_MEETING_STATUS, -1) <=
           VIGIE_MEETING_STATUS_IN_SESSION;
}

/* With how long it takes, where that is planned. */
static char *
dup_agenda_title (const VigieProceedings *proceedings)
{
  gint64 minutes = vigie_proceedings_sum_minutes (proceedings);

  if (minutes == 0)
    return g_strdup (C_ ("slide", "Agenda"));
  return g_strdup_printf (ngettext ("Agenda: %" PRId64 " minute", "Agenda: %" PRId64 " minutes", (gulong) minutes),
                          minutes);
}

static void
show_agenda (VigieMeetingDialog *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = vigie_proceedings_dup_title (self->proceedings);
  g_autofree char *day =
    vigie_record_display (vigie_proceedings_get_meeting (self->proceedings), VIGIE_MEETING_HELD_ON);
  /* Translators: %1$s is a meeting, %2$s its day */
  g_autofree char *heading = g_strdup_printf (C_ ("slide", "%1$s, %2$s"), title, day);
  guint n = vigie_proceedings_get_n_items (self->proceedings);
  g_autofree char *agenda = dup_agenda_title (self->proceedings);

  adw_dialog_set_title (ADW_DIALOG (self), heading);
  adw_preferences_group_set_title (group, agenda);
  if (n == 0)
    adw_preferences_group_set_description (
      group,
      _ ("Nothing is on it yet. Propose fills it from what the last meeting left open and what needs a decision."));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = create_row (self, i);

      adw_preferences_group_add (group, row);
      if ((int) i == self->focused)
        adw_dialog_set_focus (ADW_DIALOG (self), row);
    }
  self->focused = -1;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.end", can_end (self));
  adw_preferences_page_add (page, group);
  adw_toolbar_view_set_content (self->view, GTK_WIDGET (page));
}

static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;
  VigieProceedings *proceedings = vigie_proceedings_load_finish (result, &error);

  if (self->session == NULL)
    {
      g_clear_pointer (&proceedings, vigie_proceedings_unref);
      return;
    }
  if (proceedings == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->proceedings, vigie_proceedings_unref);
  self->proceedings = proceedings;
  show_agenda (self);
}

static void
load (VigieMeetingDialog *self)
{
  vigie_proceedings_load_async (store_of (self), self->meeting, VIGIE_DATE_NONE, NULL, loaded_cb, g_object_ref (self));
}

/* --- actions ---------------------------------------------------------------------------------------- */

static void
proposed_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = vigie_proceedings_propose_finish (result, &error);

  if (self->session == NULL)
    return;
  if (records == NULL)
    tell (self, error->message);
  else if (records->len == 0)
    tell (self, _ ("All that could be proposed is on the agenda already."));
  else
    put (self, g_steal_pointer (&records));
}

static void
propose_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (widget);
  VigieOverview *overview = vigie_session_get_overview (self->session);

  if (overview != NULL)
    vigie_proceedings_propose_async (store_of (self), self->meeting, overview, proposed_cb, g_object_ref (self));
}

static void
add_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (widget);
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_agenda_item_entity);
  g_autofree char *code = NULL;

  if (self->proceedings == NULL)
    return;
  code = vigie_proceedings_dup_free_code (self->proceedings, 'P');
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_CODE, code);
  vigie_record_set_text (record, VIGIE_AGENDA_ITEM_MEETING, self->meeting);
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_SORT, vigie_proceedings_get_next_sort (self->proceedings));
  vigie_record_set_number (record, VIGIE_AGENDA_ITEM_PURPOSE, VIGIE_AGENDA_PURPOSE_INFO);
  vigie_form_dialog_present_new (GTK_WIDGET (self->view), store_of (self), record, VIGIE_AGENDA_ITEM_MEETING);
}

/* A point each, titled as the figure is, in one change. */
static void
figures_chosen_cb (VigieMeetingDialog *self, VigieFigurePicker *picker)
{
  g_auto (GStrv) chosen = vigie_figure_picker_dup_chosen (picker);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 sort = vigie_proceedings_get_next_sort (self->proceedings);

  for (gsize i = 0; chosen[i] != NULL; i++)
    {
      VigieRecord *record = vigie_record_new (&vigie_agenda_item_entity);
      g_autofree char *code = vigie_proceedings_dup_code_after (self->proceedings, 'P', (guint) i);

      vigie_record_set_text (record, VIGIE_AGENDA_ITEM_CODE, code);
      vigie_record_set_text (record, VIGIE_AGENDA_ITEM_MEETING, self->meeting);
      vigie_record_set_number (record, VIGIE_AGENDA_ITEM_SORT, sort + (gint64) i);
      vigie_record_set_text (record, VIGIE_AGENDA_ITEM_TITLE,
                             vigie_figure_kind_title ((guint) vigie_figure_kind_from_id (chosen[i])));
      vigie_record_set_number (record, VIGIE_AGENDA_ITEM_PURPOSE, VIGIE_AGENDA_PURPOSE_INFO);
      vigie_record_set_text (record, VIGIE_AGENDA_ITEM_FIGURE, chosen[i]);
      g_ptr_array_add (records, record);
    }
  put (self, records);
}

static void
figures_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (widget);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) taken = NULL;
  VigieFigurePicker *picker;

  if (self->proceedings == NULL)
    return;
  for (guint i = 0; i < vigie_proceedings_get_n_items (self->proceedings); i++)
    {
      VigieRecord *record = vigie_proceedings_get_item (self->proceedings, i)->record;

      if (vigie_record_is_measured (record, VIGIE_AGENDA_ITEM_FIGURE))
        g_strv_builder_add (builder, vigie_record_get_text (record, VIGIE_AGENDA_ITEM_FIGURE));
    }
  taken = g_strv_builder_end (builder);
  picker = vigie_figure_picker_new ((const char *const *) taken);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (figures_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (picker), GTK_WIDGET (self->view));
}

static void
present_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (widget);

  gtk_widget_activate_action (widget, "win.present-meeting", "s", self->meeting);
}

static void
minutes_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (widget);

  gtk_widget_activate_action (widget, "win.save-minutes", "s", self->meeting);
}

static void
deck_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDeck) deck = vigie_deck_load_finish (result, &error);

  if (self->session == NULL)
    return;
  if (deck == NULL)
    tell (self, error->message);
  else
    put (self, vigie_recording_close (vigie_deck_get_proceedings (deck), deck, vigie_clock_today ()));
}

/* What the meeting saw is kept as it was, and its minutes are opened. */
static void
end_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (widget);
  VigieOverview *overview = vigie_session_get_overview (self->session);

  if (overview != NULL)
    vigie_deck_load_async (store_of (self), overview, self->meeting, vigie_clock_today (), NULL, deck_loaded_cb,
                           g_object_ref (self));
}

static void
vigie_meeting_dialog_dispose (GObject *object)
{
  VigieMeetingDialog *self = VIGIE_MEETING_DIALOG (object);

  g_clear_pointer (&self->proceedings, vigie_proceedings_unref);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_meeting_dialog_parent_class)->dispose (object);
}

static void
vigie_meeting_dialog_class_init (VigieMeetingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_meeting_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "meeting.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "meeting.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "meeting.figures", NULL, figures_action);
  gtk_widget_class_install_action (widget_class, "meeting.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "meeting.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "meeting.minutes", NULL, minutes_action);
}

static void
vigie_meeting_dialog_init (VigieMeetingDialog *self)
{
  self->focused = 0;
  self->view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
}

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_bars (VigieMeetingDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *bar = adw_wrap_box_new ();
  GtkWidget *present = new_button (_ ("P_resent"), "meeting.present");
  gboolean writable = !vigie_store_is_read_only (store_of (self));

  gtk_widget_add_css_class (present, "suggested-action");
  /* On a narrow window the buttons take more than one line. */
  gtk_widget_add_css_class (bar, "toolbar");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), new_button (_ ("_Propose"), "meeting.propose"));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), new_button (_ ("_Add…"), "meeting.add"));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), new_button (_ ("_Figures…"), "meeting.figures"));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), new_button (_ ("_Minutes…"), "meeting.minutes"));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), new_button (_ ("_End"), "meeting.end"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.end", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.propose", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.figures", writable);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), present);
  adw_toolbar_view_add_top_bar (self->view, header);
  adw_toolbar_view_add_top_bar (self->view, GTK_WIDGET (self->banner));
  adw_toolbar_view_add_bottom_bar (self->view, bar);
}

/**
 * vigie_meeting_dialog_present:
 * @parent: a widget of the window
 * @session: the register
 * @meeting: the code of a meeting
 *
 * Lets a meeting be prepared.
 */
void
vigie_meeting_dialog_present (GtkWidget *parent, VigieSession *session, const char *meeting)
{
  VigieMeetingDialog *self = g_object_new (VIGIE_TYPE_MEETING_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->meeting = g_strdup (meeting);
  add_bars (self);
  load (self);
  g_signal_connect_object (store_of (self), "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
