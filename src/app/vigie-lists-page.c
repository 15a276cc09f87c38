// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieListsPage: the lists of one subject, such as the modules, the requirements and the completions of training, one of
 * them at a time. A list is made when it is shown first.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-lists-page.h"

#include "vigie-choice-row.h"
#include "vigie-config.h"
#include "vigie-list-memory.h"

struct _VigieListsPage
{
  AdwBin parent_instance;

  /* template */
  GtkWidget *switcher;
  GtkDropDown *choice;
  AdwViewStack *stack;

  /* borrowed */
  const VigieListKind *const *kinds;

  /* owned */
  VigieSession *session;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (VigieListsPage, vigie_lists_page, ADW_TYPE_BIN)

static const VigieListKind *
find_kind (VigieListsPage *self, const char *nick)
{
  for (guint i = 0; self->kinds[i] != NULL; i++)
    if (g_strcmp0 (self->kinds[i]->searched->nick, nick) == 0)
      return self->kinds[i];
  return NULL;
}

/* Names side by side where the window is wide, else behind one. */
static void
show_switcher (VigieListsPage *self)
{
  gboolean several = self->kinds[1] != NULL;

  gtk_widget_set_visible (self->switcher, several && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), several && self->narrow);
}

static void
fill_choice (VigieListsPage *self, const VigieListKind *const *kinds)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (names, vigie_entity_get_label_plural (kinds[i]->searched));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  vigie_choice_let_be_narrow (self->choice);
}

static void
chosen_cb (VigieListsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);

  if (self->kinds != NULL && chosen != GTK_INVALID_LIST_POSITION)
    adw_view_stack_set_visible_child_name (self->stack, self->kinds[chosen]->searched->nick);
}

static void
follow_stack (VigieListsPage *self)
{
  const char *nick = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; self->kinds[i] != NULL; i++)
    if (g_strcmp0 (self->kinds[i]->searched->nick, nick) == 0)
      gtk_drop_down_set_selected (self->choice, i);
}

/* A person comes back to the list that was left. */
static void
keep_shown (VigieListsPage *self)
{
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (self->kinds[1] == NULL)
    return;
  for (guint i = 0; self->kinds[i] != NULL; i++)
    g_strv_builder_add (nicks, self->kinds[i]->searched->nick);
  all = g_strv_builder_end (nicks);
  vigie_list_memory_keep_shown (adw_view_stack_get_visible_child_name (self->stack), (const char *const *) all);
}

/* As pages of the window do: what is not seen is not styled. */
static void
let_others_rest (VigieListsPage *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      const char *nick = self->kinds[i]->searched->nick;
      GtkWidget *list = adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (self->stack, nick)));

      if (list != NULL)
        gtk_widget_set_visible (list, g_str_equal (nick, shown));
    }
}

static void
shown_cb (VigieListsPage *self)
{
  AdwBin *place = self->kinds != NULL ? ADW_BIN (adw_view_stack_get_visible_child (self->stack)) : NULL;
  GtkWidget *list;

  if (place == NULL)
    return;
  keep_shown (self);
  follow_stack (self);
  let_others_rest (self);
  if (adw_bin_get_child (place) != NULL)
    return;
  list = vigie_list_page_new (self->session, find_kind (self, adw_view_stack_get_visible_child_name (self->stack)));
  vigie_list_page_set_narrow (VIGIE_LIST_PAGE (list), self->narrow);
  adw_bin_set_child (place, list);
}

static void
vigie_lists_page_dispose (GObject *object)
{
  VigieListsPage *self = VIGIE_LISTS_PAGE (object);

  /* While lists are taken down others come to be shown, which nobody has chosen. */
  self->kinds = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_LISTS_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_lists_page_parent_class)->dispose (object);
}

static void
vigie_lists_page_class_init (VigieListsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_lists_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieListsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, VigieListsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, VigieListsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
vigie_lists_page_init (VigieListsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vigie_lists_page_new:
 * @kinds: (transfer none): the lists, ended by %NULL; it must live as long as the page
 * @narrow: whether the window is narrow now
 * @shown: (nullable): the nick of the entity whose list is shown first; %NULL for the one that was shown last
 *
 * Returns: (transfer floating): a page of them
 */
GtkWidget *
vigie_lists_page_new (VigieSession *session, const VigieListKind *const *kinds, gboolean narrow, const char *shown)
{
  VigieListsPage *self = g_object_new (VIGIE_TYPE_LISTS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->narrow = narrow;
  for (guint i = 0; kinds[i] != NULL; i++)
    adw_view_stack_add_titled (self->stack, adw_bin_new (), kinds[i]->searched->nick,
                               vigie_entity_get_label_plural (kinds[i]->searched));
  for (guint i = 0; kinds[i] != NULL; i++)
    if (shown != NULL ? g_str_equal (kinds[i]->searched->nick, shown)
                      : vigie_list_memory_was_shown (kinds[i]->searched->nick))
      adw_view_stack_set_visible_child_name (self->stack, kinds[i]->searched->nick);
  fill_choice (self, kinds);
  self->kinds = kinds;
  show_switcher (self);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);
  return GTK_WIDGET (self);
}

/**
 * vigie_lists_page_get_list:
 *
 * Returns: (transfer none): the list that is shown
 */
VigieListPage *
vigie_lists_page_get_list (VigieListsPage *self)
{
  g_return_val_if_fail (VIGIE_IS_LISTS_PAGE (self), NULL);

  return VIGIE_LIST_PAGE (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->stack))));
}

/**
 * vigie_lists_page_show:
 * @nick: of the entity whose list is wanted; others are ignored
 */
void
vigie_lists_page_show (VigieListsPage *self, const char *nick)
{
  g_return_if_fail (VIGIE_IS_LISTS_PAGE (self));

  if (find_kind (self, nick) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, nick);
}

/**
 * vigie_lists_page_set_narrow:
 *
 * As vigie_list_page_set_narrow(), of each list.
 */
void
vigie_lists_page_set_narrow (VigieListsPage *self, gboolean narrow)
{
  g_return_if_fail (VIGIE_IS_LISTS_PAGE (self));

  self->narrow = narrow;
  show_switcher (self);
  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, self->kinds[i]->searched->nick));
      GtkWidget *list = adw_bin_get_child (place);

      if (list != NULL)
        vigie_list_page_set_narrow (VIGIE_LIST_PAGE (list), narrow);
    }
}

/**
 * vigie_lists_page_take_down:
 *
 * Takes down some rows of a page that has been left, so that the loop is not kept for all of it.
 *
 * Returns: whether there were any
 */
gboolean
vigie_lists_page_take_down (VigieListsPage *self)
{
  g_return_val_if_fail (VIGIE_IS_LISTS_PAGE (self), FALSE);

  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, self->kinds[i]->searched->nick));
      GtkWidget *list = adw_bin_get_child (place);

      if (list != NULL && vigie_list_page_take_down (VIGIE_LIST_PAGE (list)))
        return TRUE;
    }
  return FALSE;
}
