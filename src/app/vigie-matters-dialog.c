// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieMattersDialog: records that need something done, in groups that say what and why. A row opens its
 * record, at the field to mend where it is one. It shows the rows of a matter of the agenda, and what the
 * controls find.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-matters-dialog.h"

#include "vigie-control-words.h"
#include "vigie-entities.h"
#include "vigie-figure-rows.h"
#include "vigie-form-dialog.h"
#include "vigie-format.h"
#include "vigie-open-record.h"
#include "vigie-record-dialog.h"
#include "vigie-slices.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 640
#define DIALOG_HEIGHT 720
/* More rows of one kind are counted, not shown: nobody mends them one by one. */
#define ROWS_MAX 100
#define ROWS_AT_ONCE 4

struct _VigieMattersDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwPreferencesPage *page;

  AdwPreferencesGroup *group; /* that was added last */

  /* owned */
  VigieStore *store;
  GPtrArray *matters; /* (element-type Matter): groups, each before its rows */
  guint n_shown;      /* of them; the rest is shown in a moment */
};

G_DEFINE_FINAL_TYPE (VigieMattersDialog, vigie_matters_dialog, ADW_TYPE_DIALOG)

/* What is said, and for a row where it leads. */
typedef struct
{
  gboolean is_group;
  char *title;
  char *text;                /* may be %NULL, as in a group the title */
  const VigieEntity *entity; /* %NULL where it leads nowhere */
  char *code;
  int field;
} Matter;

static void
matter_free (gpointer data)
{
  Matter *matter = data;

  g_free (matter->title);
  g_free (matter->text);
  g_free (matter->code);
  g_free (matter);
}

static void
row_activated_cb (GtkWidget *row, const Matter *place)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (row, VIGIE_TYPE_MATTERS_DIALOG);

  /* What is to be mended is shown field by field. */
  if (place->field >= 0)
    vigie_record_dialog_present_at (dialog, VIGIE_MATTERS_DIALOG (dialog)->store, place->entity, place->code,
                                    place->field);
  else
    vigie_open_record (dialog, VIGIE_MATTERS_DIALOG (dialog)->store, place->entity, place->code);
}

static gboolean
has_code (const VigieEntity *entity)
{
  return entity != NULL && g_str_equal (entity->fields[0].name, "code");
}

/* libadwaita cuts the title of a group short; this one is a sentence, and is read whole. */
static gboolean
let_title_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (let_title_wrap (child))
      return TRUE;
  return FALSE;
}

static void
show_group (VigieMattersDialog *self, const Matter *matter)
{
  g_autofree char *title_markup = matter->title != NULL ? g_markup_escape_text (matter->title, -1) : NULL;
  g_autofree char *markup = matter->text != NULL ? g_markup_escape_text (matter->text, -1) : NULL;

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title_markup != NULL)
    {
      adw_preferences_group_set_title (self->group, title_markup);
      let_title_wrap (GTK_WIDGET (self->group));
    }
  adw_preferences_group_set_description (self->group, markup);
  adw_preferences_page_add (self->page, self->group);
}

static void
show_row (VigieMattersDialog *self, Matter *matter)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), matter->title);
  if (matter->text != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), matter->text);
  if (has_code (matter->entity) && matter->code != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), matter);
    }
  adw_preferences_group_add (self->group, row);
}

static gboolean
show_more (GtkWidget *dialog, gpointer data G_GNUC_UNUSED)
{
  VigieMattersDialog *self = VIGIE_MATTERS_DIALOG (dialog);
  guint end = MIN (self->n_shown + ROWS_AT_ONCE, self->matters->len);

  for (; self->n_shown < end; self->n_shown++)
    {
      Matter *matter = g_ptr_array_index (self->matters, self->n_shown);

      if (matter->is_group)
        show_group (self, matter);
      else
        show_row (self, matter);
    }
  return end < self->matters->len;
}

/* There may be hundreds. */
static void
show_matters (VigieMattersDialog *self)
{
  if (show_more (GTK_WIDGET (self), NULL))
    vigie_slices_begin (GTK_WIDGET (self), show_more, NULL, NULL);
}

static void
add_group (VigieMattersDialog *self, const char *title, const char *text)
{
  Matter *matter = g_new0 (Matter, 1);

  *matter = (Matter) { .is_group = TRUE, .title = g_strdup (title), .text = g_strdup (text) };
  g_ptr_array_add (self->matters, matter);
}

/* @entity, @code and @field: where it leads; NULL where it leads nowhere */
static void
add_row (VigieMattersDialog *self, const char *title, const char *text, const VigieEntity *entity, const char *code,
         int field)
{
  Matter *matter = g_new0 (Matter, 1);

  *matter = (Matter) {
    .title = g_strdup (title), .text = g_strdup (text), .entity = entity, .code = g_strdup (code), .field = field
  };
  g_ptr_array_add (self->matters, matter);
}

static void
add_rest (VigieMattersDialog *self, guint n)
{
  g_autofree char *number = vigie_format_integer (n);
  g_autofree char *text = NULL;

  /* Translators: of a long list; %s is how many are not shown */
  text = g_strdup_printf (ngettext ("And %s more", "And %s more", n), number);
  add_row (self, text, NULL, NULL, NULL, VIGIE_NO_FIELD);
}

static VigieMattersDialog *
matters_dialog_new (VigieStore *store, const char *title)
{
  VigieMattersDialog *self = g_object_new (VIGIE_TYPE_MATTERS_DIALOG, "title", title, "content-width", DIALOG_WIDTH,
                                           "content-height", DIALOG_HEIGHT, NULL);

  self->store = g_object_ref (store);
  return self;
}

static void
vigie_matters_dialog_dispose (GObject *object)
{
  VigieMattersDialog *self = VIGIE_MATTERS_DIALOG (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_matters_dialog_parent_class)->dispose (object);
}

/* Rows point to theirs as long as they live. */
static void
vigie_matters_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (VIGIE_MATTERS_DIALOG (object)->matters);
  G_OBJECT_CLASS (vigie_matters_dialog_parent_class)->finalize (object);
}

static void
vigie_matters_dialog_class_init (VigieMattersDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_matters_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vigie_matters_dialog_finalize;
}

static void
vigie_matters_dialog_init (VigieMattersDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->matters = g_ptr_array_new_with_free_func (matter_free);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * vigie_matters_dialog_present_agenda:
 * @parent: a widget of the window to present it in
 * @item: a matter with rows
 *
 * Shows the single matters that @item is made of.
 */
void
vigie_matters_dialog_present_agenda (GtkWidget *parent, VigieStore *store, const VigieAgendaItem *item)
{
  VigieMattersDialog *self;

  g_return_if_fail (item->rows != NULL);

  self = matters_dialog_new (store, item->title);
  add_group (self, item->title, item->suggestion);
  for (guint i = 0; i < MIN (item->rows->len, ROWS_MAX); i++)
    {
      const VigieAgendaItem *matter = g_ptr_array_index (item->rows, i);
      const VigieEntity *entity = matter->entity != NULL ? vigie_entity_from_nick (matter->entity) : NULL;

      add_row (self, matter->title, matter->reason, entity, matter->key, VIGIE_NO_FIELD);
    }
  if (item->rows->len > ROWS_MAX)
    add_rest (self, item->rows->len - ROWS_MAX);
  show_matters (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * vigie_matters_dialog_present_rows:
 * @parent: a widget of the window to present it in
 * @title: of the figure
 * @subject: the mark of it whose rows they are
 * @rows: (element-type VigieFigureRow): the records that the mark is made of
 */
void
vigie_matters_dialog_present_rows (GtkWidget *parent, VigieStore *store, const char *title, const char *subject,
                                   GPtrArray *rows)
{
  VigieMattersDialog *self = matters_dialog_new (store, title);

  add_group (self, subject, NULL);
  for (guint i = 0; i < MIN (rows->len, ROWS_MAX); i++)
    {
      const VigieFigureRow *row = g_ptr_array_index (rows, i);

      add_row (self, row->title, row->detail, row->entity, row->code, VIGIE_NO_FIELD);
    }
  if (rows->len > ROWS_MAX)
    add_rest (self, rows->len - ROWS_MAX);
  show_matters (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

static void
show_rule (VigieMattersDialog *self, GPtrArray *controls, guint first, guint end)
{
  const VigieControlRule *rule = ((const VigieControl *) g_ptr_array_index (controls, first))->rule;
  g_autofree char *title = NULL;

  /* Translators: something wrong in a register: %1$s is such as “Error”, %2$s what is wrong */
  title = g_strdup_printf (_ ("%1$s: %2$s"), vigie_control_gravity_label (rule->gravity), vigie_control_wrong (rule));
  add_group (self, title, vigie_control_remedy (rule));
  for (guint i = first; i < MIN (end, first + ROWS_MAX); i++)
    {
      const VigieControl *control = g_ptr_array_index (controls, i);
      g_autofree char *name = vigie_control_dup_name (control);

      add_row (self, name, NULL, rule->entity, control->record, rule->field);
    }
  if (end - first > ROWS_MAX)
    add_rest (self, end - first - ROWS_MAX);
}

static void
show_controls (VigieMattersDialog *self, GPtrArray *controls)
{
  guint first = 0;

  if (controls->len == 0)
    add_group (self, _ ("No control finds anything to mend."), NULL);
  for (guint i = 1; i <= controls->len; i++)
    {
      const VigieControl *before = g_ptr_array_index (controls, first);

      if (i < controls->len && ((const VigieControl *) g_ptr_array_index (controls, i))->rule == before->rule)
        continue;
      show_rule (self, controls, first, i);
      first = i;
    }
}

static void
controlled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieMattersDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) controls = vigie_store_control_finish (VIGIE_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  if (controls != NULL)
    show_controls (self, controls);
  else
    add_group (self, _ ("The Register Could Not Be Controlled"), error->message);
  show_matters (self);
}

/**
 * vigie_matters_dialog_present_controls:
 * @parent: a widget of the window to present it in
 * @as_of: the day that terms are counted to
 *
 * Shows what the controls find, rule by rule, as soon as they have.
 */
void
vigie_matters_dialog_present_controls (GtkWidget *parent, VigieStore *store, VigieDate as_of)
{
  VigieMattersDialog *self = matters_dialog_new (store, _ ("Controls"));

  vigie_store_control_async (store, as_of, NULL, controlled_cb, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
