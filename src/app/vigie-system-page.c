// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSystemPage: all that is known of one AI system, on a page of the window's navigation. It follows the overview of
 * its session: the parts are made anew when another has come, what had the keyboard has it again, and what was
 * unfolded is. While something is typed in it, what it shows stays.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-page.h"

#include "vigie-classify-dialog.h"
#include "vigie-config.h"
#include "vigie-context-menu.h"
#include "vigie-deployment.h"
#include "vigie-form-dialog.h"
#include "vigie-menu-names.h"
#include "vigie-record-dialog.h"
#include "vigie-slices.h"
#include "vigie-stage-event.h"
#include "vigie-system-parts.h"
#include "vigie-system-print.h"
#include "vigie-system-rows.h"
#include "vigie-system.h"

#include <glib/gi18n.h>
#include <string.h>

/* From the top. */
enum
{
  PART_HEAD,
  PART_PILLARS,
  PART_DEPLOYMENTS,
  PART_SAFEGUARDS,
  PART_DUES,
  PART_RISKS,
  PART_RECORDS,
  PART_PLACE = PART_RECORDS + VIGIE_N_DOSSIER_PARTS,
  PART_HISTORY,
  N_PARTS,
};

#define N_PARTS_SEEN_FIRST PART_PILLARS

struct _VigieSystemPage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwBanner *banner;
  GtkBox *box;
  GtkWidget *edit_button;
  GtkMenuButton *menu_button;
  GtkScrolledWindow *scrolled;

  /* borrowed */
  GtkWidget *parts[N_PARTS]; /* %NULL where the system has nothing of the kind, or it has yet to be made */

  /* owned */
  VigieSession *session;
  VigieDossier *dossier;
  GCancellable *cancellable;
  char *code;
  char *deployment;
  char *focused;       /* the name of the row that had the keyboard, until it has been made anew */
  GPtrArray *unfolded; /* the names of the rows that were unfolded */

  GtkWidget *growing; /* the part that was begun last, until it is whole */

  guint n_made;
};

G_DEFINE_FINAL_TYPE (VigieSystemPage, vigie_system_page, ADW_TYPE_NAVIGATION_PAGE)

static VigieStore *
get_store (VigieSystemPage *self)
{
  return vigie_session_get_store (self->session);
}

/* --- what is kept from one picture to the next ----------------------------------------------------- */

static gboolean
is_named (GtkWidget *widget)
{
  return g_strcmp0 (gtk_widget_get_name (widget), G_OBJECT_TYPE_NAME (widget)) != 0;
}

/* The name of the row that has the keyboard; %NULL where it is elsewhere. */
static char *
dup_focused (VigieSystemPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)))
    return NULL;
  while (focus != GTK_WIDGET (self->box) && !is_named (focus))
    focus = gtk_widget_get_parent (focus);
  return g_strdup (gtk_widget_get_name (focus));
}

static void
collect_unfolded (GtkWidget *widget, GPtrArray *names)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    {
      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget)))
        g_ptr_array_add (names, g_strdup (gtk_widget_get_name (widget)));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_unfolded (child, names);
}

static void
unfold (VigieSystemPage *self, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *row = vigie_system_find_row (GTK_WIDGET (self->box), g_ptr_array_index (names, i));

      if (row != NULL && ADW_IS_EXPANDER_ROW (row))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
}

/* --- the picture ----------------------------------------------------------------------------------- */

static GtkWidget *
new_part (VigieSystemPage *self, guint part)
{
  switch (part)
    {
    case PART_HEAD:
      return vigie_system_head_new (self->session, self->dossier);
    case PART_PILLARS:
      return vigie_system_pillars_new (self->session, self->dossier);
    case PART_DEPLOYMENTS:
      return vigie_system_deployments_new (self->session, self->dossier);
    case PART_SAFEGUARDS:
      return vigie_system_safeguards_new (self->session, self->dossier, self->deployment);
    case PART_DUES:
      return vigie_system_dues_new (self->session, self->dossier);
    case PART_RISKS:
      return vigie_system_risks_new (self->session, self->dossier);
    case PART_PLACE:
      return vigie_system_place_new (self->session, self->dossier);
    case PART_HISTORY:
      return vigie_system_history_new (self->session, self->dossier);
    default:
      return vigie_system_records_new (self->session, self->dossier, (VigieDossierPart) (part - PART_RECORDS));
    }
}

static void
put_part (VigieSystemPage *self, guint part, GtkWidget *widget)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < part; i++)
    if (self->parts[i] != NULL)
      before = self->parts[i];
  if (widget != NULL)
    gtk_box_insert_child_after (self->box, widget, before);
  if (self->parts[part] != NULL)
    gtk_box_remove (self->box, self->parts[part]);
  self->parts[part] = widget;
}

/* A dialog, or another page, may have it by now. */
static gboolean
may_take_keyboard (VigieSystemPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* What had the keyboard in the part before has it again. */
static void
refocus (VigieSystemPage *self, GtkWidget *part)
{
  GtkWidget *row = part != NULL ? vigie_system_find_row (part, self->focused) : NULL;

  if (row == NULL && self->n_made == N_PARTS)
    row = self->edit_button;
  if (row == NULL)
    return;
  if (may_take_keyboard (self))
    gtk_widget_grab_focus (row);
  g_clear_pointer (&self->focused, g_free);
}

/* The last part that was begun: some rows of it are made in each frame. A part that takes the place of its like does so
   when it is whole, lest the page become shorter for a moment, and be scrolled. */
static gboolean
grow_part (VigieSystemPage *self)
{
  guint part = self->n_made - 1;
  GtkWidget *widget = self->growing;

  if (widget == NULL)
    return FALSE;
  if (vigie_system_grow (widget))
    return TRUE;
  if (gtk_widget_get_parent (widget) == NULL)
    put_part (self, part, widget);
  if (part == PART_SAFEGUARDS && self->unfolded != NULL)
    unfold (self, self->unfolded);
  if (self->focused != NULL)
    refocus (self, widget);
  g_clear_object (&self->growing);
  return TRUE;
}

static void
make_next_part (VigieSystemPage *self)
{
  guint part = self->n_made++;
  GtkWidget *widget = new_part (self, part);

  g_clear_object (&self->growing);
  if (widget != NULL)
    self->growing = g_object_ref_sink (widget);
  if (widget == NULL || self->parts[part] == NULL)
    put_part (self, part, widget);
}

static gboolean
make_more (GtkWidget *widget, gpointer data G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (grow_part (self))
    return TRUE;
  if (self->n_made == N_PARTS)
    return FALSE;
  make_next_part (self);
  return TRUE;
}

/* The head comes at once, the rest some rows a frame: the whole is some hundreds of widgets. Where there is an older
   picture, each part takes the place of its like. */
static void
show_dossier (VigieSystemPage *self)
{
  g_autofree char *focused = dup_focused (self);

  g_clear_pointer (&self->unfolded, g_ptr_array_unref);
  self->unfolded = g_ptr_array_new_with_free_func (g_free);
  if (self->parts[PART_SAFEGUARDS] != NULL)
    collect_unfolded (self->parts[PART_SAFEGUARDS], self->unfolded);
  if (focused != NULL)
    g_set_str (&self->focused, focused);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), vigie_dossier_get_name (self->dossier));
  adw_banner_set_revealed (self->banner, FALSE);
  self->n_made = 0;
  while (self->n_made < N_PARTS_SEEN_FIRST)
    make_next_part (self);
  vigie_slices_begin (GTK_WIDGET (self), make_more, NULL, NULL);
}

/* Its shortcuts are those of what has the keyboard. */
static void
take_keyboard (VigieSystemPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A form that was asked for before the page was wholly there keeps it. */
  if (focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL)
    return;
  if (root != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieSystemPage) self = data;
  gboolean first = self->dossier == NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDossier) dossier = vigie_dossier_load_finish (result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dossier == NULL)
    {
      /* It was deleted, or its addition undone. */
      if (g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE))
        gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  g_clear_pointer (&self->dossier, vigie_dossier_unref);
  self->dossier = g_steal_pointer (&dossier);
  if (self->parts[PART_SAFEGUARDS] == NULL || !vigie_system_safeguards_is_dirty (self->parts[PART_SAFEGUARDS]))
    show_dossier (self);
  /* A window that opens on it gave the keyboard to something else before. */
  if (first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_keyboard (self);
}

static void
load (VigieSystemPage *self)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);

  if (overview == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vigie_dossier_load_async (get_store (self), overview, self->code, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- actions --------------------------------------------------------------------------------------- */

static void
edit_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (self->dossier != NULL)
    vigie_form_dialog_present_edit (widget, get_store (self), vigie_dossier_get_record (self->dossier), VIGIE_NO_FIELD);
}

static void
duplicate_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (self->dossier != NULL)
    vigie_record_dialog_present_copy (widget, get_store (self), vigie_dossier_get_record (self->dossier));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieSystemPage) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (!vigie_store_edit_record_finish (VIGIE_STORE (source), result, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                                 g_object_new (ADW_TYPE_TOAST, "title", _ ("Deleted"), "use-markup", FALSE,
                                               "button-label", _ ("_Undo"), "action-name", "win.undo", NULL));
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

/* Nobody is asked, for it can be undone. */
static void
delete_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (self->dossier != NULL)
    vigie_store_edit_record_async (get_store (self), vigie_dossier_get_record (self->dossier), VIGIE_RECORD_DELETE,
                                   deleted_cb, g_object_ref (self));
}

static void
set_stage_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);
  const char *deployment;
  const char *stage;

  g_variant_get (parameter, "(&s&s)", &deployment, &stage);
  vigie_system_deployments_set_stage (widget, get_store (self), deployment, stage);
}

static void
enter_stage_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);
  g_autoptr (VigieRecord) start = vigie_record_new (&vigie_stage_event_entity);

  vigie_record_set_text (start, VIGIE_STAGE_EVENT_DEPLOYMENT, g_variant_get_string (parameter, NULL));
  vigie_form_dialog_present_new (widget, get_store (self), start, VIGIE_STAGE_EVENT_DEPLOYMENT);
}

static void
show_deployment_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  vigie_record_dialog_present (widget, get_store (self), &vigie_deployment_entity,
                               g_variant_get_string (parameter, NULL));
}

static void
classify_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (self->dossier != NULL)
    vigie_classify_dialog_present (widget, self->session, vigie_dossier_get_record (self->dossier));
}

static void
save_sheet_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (self->dossier != NULL)
    vigie_system_print_save (widget, self->dossier);
}

static void
print_sheet_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (self->dossier != NULL)
    vigie_system_print (widget, self->dossier);
}

static void
show_history_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_activate_action (widget, "win.show-history", "s", VIGIE_SYSTEM_PAGE (widget)->code);
}

/* The same as behind the button. */
static GMenuModel *
make_context_menu (GtkWidget *page, GtkWidget *at G_GNUC_UNUSED)
{
  return g_object_ref (gtk_menu_button_get_menu_model (VIGIE_SYSTEM_PAGE (page)->menu_button));
}

static void
choose_deployment_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (widget);

  if (g_set_str (&self->deployment, g_variant_get_string (parameter, NULL)) && self->dossier != NULL)
    show_dossier (self);
}

/* --- life ------------------------------------------------------------------------------------------ */

static void
vigie_system_page_shown (AdwNavigationPage *page)
{
  take_keyboard (VIGIE_SYSTEM_PAGE (page));
}

static void
vigie_system_page_dispose (GObject *object)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->growing);
  memset (self->parts, 0, sizeof self->parts);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_SYSTEM_PAGE);
  g_clear_pointer (&self->dossier, vigie_dossier_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_system_page_parent_class)->dispose (object);
}

static void
vigie_system_page_finalize (GObject *object)
{
  VigieSystemPage *self = VIGIE_SYSTEM_PAGE (object);

  g_free (self->code);
  g_free (self->deployment);
  g_free (self->focused);
  g_clear_pointer (&self->unfolded, g_ptr_array_unref);
  G_OBJECT_CLASS (vigie_system_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "record.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "system.classify", NULL, classify_action);
  gtk_widget_class_install_action (widget_class, "system.show-history", NULL, show_history_action);
  gtk_widget_class_install_action (widget_class, "system.save-sheet", NULL, save_sheet_action);
  gtk_widget_class_install_action (widget_class, "system.print-sheet", NULL, print_sheet_action);
  gtk_widget_class_install_action (widget_class, "system.set-stage", "(ss)", set_stage_action);
  gtk_widget_class_install_action (widget_class, "system.enter-stage", "s", enter_stage_action);
  gtk_widget_class_install_action (widget_class, "system.show-deployment", "s", show_deployment_action);
  gtk_widget_class_install_action (widget_class, "system.choose-deployment", "s", choose_deployment_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "record.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "record.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "record.delete", NULL);
}

static void
vigie_system_page_class_init (VigieSystemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_system_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = vigie_system_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = vigie_system_page_shown;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-system-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieSystemPage, banner);
  gtk_widget_class_bind_template_child (widget_class, VigieSystemPage, box);
  gtk_widget_class_bind_template_child (widget_class, VigieSystemPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, VigieSystemPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VigieSystemPage, scrolled);
  install_actions (widget_class);
}

static void
vigie_system_page_init (VigieSystemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vigie_context_menu_attach (GTK_WIDGET (self), make_context_menu);
  vigie_menu_names_follow (self->menu_button);
}

/**
 * vigie_system_page_new:
 * @code: of the system
 * @deployment: (nullable): the code of the deployment whose safeguards are shown first
 *
 * Returns: (transfer floating): a page that follows the overview of @session
 */
AdwNavigationPage *
vigie_system_page_new (VigieSession *session, const char *code, const char *deployment)
{
  VigieSystemPage *self = g_object_new (VIGIE_TYPE_SYSTEM_PAGE, NULL);
  gboolean writable = !vigie_store_is_read_only (vigie_session_get_store (session));

  self->session = g_object_ref (session);
  self->code = g_strdup (code);
  self->deployment = g_strdup (deployment);
  gtk_widget_set_visible (self->edit_button, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.duplicate", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "system.classify", writable);
  g_signal_connect_object (session, "notify::overview", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}

const char *
vigie_system_page_get_code (VigieSystemPage *self)
{
  g_return_val_if_fail (VIGIE_IS_SYSTEM_PAGE (self), NULL);

  return self->code;
}
