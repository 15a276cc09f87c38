// SPDX-License-Identifier: GPL-3.0-or-later

/* The commands of a committee's window, and the keys that give them; of a slide's marks, VigieSlideView has its own. */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-committee-window-private.h"

#include <glib/gi18n.h>

#define AUTOMATIC_SECONDS 20
#define LARGER_STEP 0.2

static guint
count_slides (VigieCommitteeWindow *self)
{
  return vigie_deck_get_n_slides (vigie_slide_view_get_deck (self->view));
}

static void
set_number (VigieCommitteeWindow *self, const char *number)
{
  g_string_assign (self->number, number);
  gtk_label_set_label (self->number_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), *number != '\0');
}

/**
 * vigie_committee_window_show_slide:
 * @slide: from 0
 *
 * Shows a slide, whatever was shown before.
 */
void
vigie_committee_window_show_slide (VigieCommitteeWindow *self, guint slide)
{
  set_number (self, "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
  vigie_slide_view_show_slide (self->view, slide);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  vigie_committee_window_tell_presenter (self);
}

/**
 * vigie_committee_window_next:
 *
 * Goes on; a blank wall shows its slide again before it does.
 */
void
vigie_committee_window_next (VigieCommitteeWindow *self)
{
  guint slide = vigie_slide_view_get_slide (self->view);

  vigie_committee_window_show_slide (self,
                                     vigie_slide_view_get_blank (self->view) != VIGIE_BLANK_NO ? slide : slide + 1);
}

static void
previous (VigieCommitteeWindow *self)
{
  guint slide = vigie_slide_view_get_slide (self->view);

  vigie_committee_window_show_slide (
    self, vigie_slide_view_get_blank (self->view) != VIGIE_BLANK_NO || slide == 0 ? slide : slide - 1);
}

static void
first (VigieCommitteeWindow *self)
{
  vigie_committee_window_show_slide (self, 0);
}

static void
last (VigieCommitteeWindow *self)
{
  vigie_committee_window_show_slide (self, count_slides (self) - 1);
}

/* The slide whose number was typed, or else the next. */
static void
jump (VigieCommitteeWindow *self)
{
  guint64 number = g_ascii_strtoull (self->number->str, NULL, 10);

  if (self->number->len == 0)
    vigie_committee_window_next (self);
  else
    vigie_committee_window_show_slide (self, (guint) CLAMP (number, 1, count_slides (self)) - 1);
}

static void
toggle_blank (VigieCommitteeWindow *self, VigieBlank blank)
{
  vigie_slide_view_set_blank (self->view, vigie_slide_view_get_blank (self->view) == blank ? VIGIE_BLANK_NO : blank);
  gtk_revealer_set_reveal_child (self->bar, FALSE);
}

static void
blacken (VigieCommitteeWindow *self)
{
  toggle_blank (self, VIGIE_BLANK_BLACK);
}

static void
whiten (VigieCommitteeWindow *self)
{
  toggle_blank (self, VIGIE_BLANK_WHITE);
}

static void
toggle_grid (VigieCommitteeWindow *self)
{
  if (vigie_committee_window_shows_grid (self))
    {
      vigie_committee_window_show_slide (self, vigie_slide_view_get_slide (self->view));
      return;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->grid));
  vigie_slide_grid_show_deck (self->grid, vigie_slide_view_get_deck (self->view),
                              vigie_slide_view_get_palette (self->view), vigie_slide_view_get_slide (self->view));
}

static void
toggle_dark (VigieCommitteeWindow *self)
{
  vigie_slide_view_set_dark (self->view, !vigie_slide_view_get_dark (self->view));
  vigie_committee_window_tell_presenter (self);
}

static void
enlarge (VigieCommitteeWindow *self)
{
  vigie_slide_view_set_larger (self->view, vigie_slide_view_get_larger (self->view) + LARGER_STEP);
}

static void
reduce (VigieCommitteeWindow *self)
{
  vigie_slide_view_set_larger (self->view, vigie_slide_view_get_larger (self->view) - LARGER_STEP);
}

/**
 * vigie_committee_window_advance:
 *
 * Shows the slide that comes by itself; not while somebody is typing, or choosing a slide.
 */
void
vigie_committee_window_advance (VigieCommitteeWindow *self)
{
  if (!vigie_quick_entry_is_open (vigie_committee_window_get_entry (self)) &&
      !vigie_committee_window_shows_grid (self) && self->number->len == 0)
    vigie_committee_window_show_slide (self, (vigie_slide_view_get_slide (self->view) + 1) % count_slides (self));
}

static gboolean
automatic_cb (gpointer data)
{
  vigie_committee_window_advance (data);
  return G_SOURCE_CONTINUE;
}

/**
 * vigie_committee_window_set_automatic:
 *
 * For a screen in a lobby: slide after slide, and from the first again.
 */
void
vigie_committee_window_set_automatic (VigieCommitteeWindow *self, gboolean automatic)
{
  g_return_if_fail (VIGIE_IS_COMMITTEE_WINDOW (self));

  g_clear_handle_id (&self->automatic_timeout, g_source_remove);
  if (automatic)
    self->automatic_timeout = g_timeout_add_seconds (AUTOMATIC_SECONDS, automatic_cb, self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           automatic ? _ ("Slides advance by themselves") : _ ("Slides advance by hand"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
toggle_automatic (VigieCommitteeWindow *self)
{
  vigie_committee_window_set_automatic (self, self->automatic_timeout == 0);
}

static void
open_entry (VigieCommitteeWindow *self, VigieResolutionKind kind)
{
  VigieStore *store = vigie_session_get_store (self->session);

  if (vigie_store_is_read_only (store))
    return;
  set_number (self, "");
  vigie_slide_view_set_blank (self->view, VIGIE_BLANK_NO);
  vigie_quick_entry_open (vigie_committee_window_get_entry (self), vigie_store_get_path (store), kind);
}

static void
decide (VigieCommitteeWindow *self)
{
  open_entry (self, VIGIE_RESOLUTION_DECISION);
}

static void
act (VigieCommitteeWindow *self)
{
  open_entry (self, VIGIE_RESOLUTION_ACTION);
}

/* What was said so far stands above the line, so that nobody types it again. */
static void
note (VigieCommitteeWindow *self)
{
  VigieDeck *deck = vigie_slide_view_get_deck (self->view);
  VigieProceedings *proceedings = deck != NULL ? vigie_deck_get_proceedings (deck) : NULL;

  open_entry (self, VIGIE_RESOLUTION_NOTE);
  if (deck != NULL && vigie_quick_entry_is_open (vigie_committee_window_get_entry (self)))
    vigie_quick_entry_tell (vigie_committee_window_get_entry (self),
                            vigie_recording_get_discussion (proceedings != NULL ? proceedings : self->proceedings, deck,
                                                            vigie_slide_view_get_slide (self->view)));
}

static void
light (VigieCommitteeWindow *self)
{
  vigie_slide_view_toggle_spotlight (self->view);
}

static void
toggle_help (VigieCommitteeWindow *self)
{
  gboolean shown = !gtk_widget_get_visible (GTK_WIDGET (self->help));

  gtk_widget_set_visible (GTK_WIDGET (self->help), shown);
  if (shown)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->help), vigie_committee_help_get_words (self->help),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Out of what was entered last: the help, a number, the grid, a blank wall, and then the committee. */
static void
escape (VigieCommitteeWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->help)))
    toggle_help (self);
  else if (self->number->len > 0)
    set_number (self, "");
  else if (vigie_committee_window_shows_grid (self))
    toggle_grid (self);
  else if (vigie_slide_view_get_blank (self->view) != VIGIE_BLANK_NO)
    vigie_slide_view_set_blank (self->view, VIGIE_BLANK_NO);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
leave (VigieCommitteeWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- keys ------------------------------------------------------------------------------------------- */

/* What clickers send, what other programs for slides understand, and the first letters of the commands. */
static const struct
{
  guint key;
  void (*command) (VigieCommitteeWindow *self);
  gboolean in_grid;
} keys[] = {
  { GDK_KEY_Page_Down, vigie_committee_window_next, FALSE },
  { GDK_KEY_KP_Page_Down, vigie_committee_window_next, FALSE },
  { GDK_KEY_Right, vigie_committee_window_next, FALSE },
  { GDK_KEY_Down, vigie_committee_window_next, FALSE },
  { GDK_KEY_space, vigie_committee_window_next, FALSE },
  { GDK_KEY_n, vigie_committee_window_next, FALSE },
  { GDK_KEY_Page_Up, previous, FALSE },
  { GDK_KEY_KP_Page_Up, previous, FALSE },
  { GDK_KEY_Left, previous, FALSE },
  { GDK_KEY_Up, previous, FALSE },
  { GDK_KEY_BackSpace, previous, FALSE },
  { GDK_KEY_p, previous, FALSE },
  { GDK_KEY_Home, first, FALSE },
  { GDK_KEY_End, last, FALSE },
  { GDK_KEY_Return, jump, FALSE },
  { GDK_KEY_KP_Enter, jump, FALSE },
  { GDK_KEY_b, blacken, FALSE },
  { GDK_KEY_period, blacken, FALSE },
  { GDK_KEY_w, whiten, FALSE },
  { GDK_KEY_comma, whiten, FALSE },
  { GDK_KEY_g, toggle_grid, TRUE },
  { GDK_KEY_t, toggle_dark, FALSE },
  { GDK_KEY_plus, enlarge, FALSE },
  { GDK_KEY_KP_Add, enlarge, FALSE },
  { GDK_KEY_equal, enlarge, FALSE },
  { GDK_KEY_minus, reduce, FALSE },
  { GDK_KEY_KP_Subtract, reduce, FALSE },
  { GDK_KEY_k, toggle_automatic, FALSE },
  { GDK_KEY_o, vigie_committee_window_change_screen, TRUE },
  { GDK_KEY_l, light, FALSE },
  { GDK_KEY_c, vigie_committee_window_toggle_compared, FALSE },
  { GDK_KEY_question, toggle_help, TRUE },
  { GDK_KEY_F1, toggle_help, TRUE },
  { GDK_KEY_h, toggle_help, TRUE },
  { GDK_KEY_d, decide, FALSE },
  { GDK_KEY_a, act, FALSE },
  { GDK_KEY_m, note, FALSE },
  { GDK_KEY_s, vigie_committee_window_toggle_presenter, FALSE },
  { GDK_KEY_Escape, escape, TRUE },
  { GDK_KEY_F5, leave, TRUE },
};

static gboolean
take_digit (VigieCommitteeWindow *self, guint key)
{
  const guint digit = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : key - GDK_KEY_0;
  g_autofree char *number = NULL;

  if (digit > 9)
    return FALSE;
  number = g_strdup_printf ("%s%u", self->number->len < 3 ? self->number->str : "", digit);
  set_number (self, number);
  return TRUE;
}

/* Over the slides stand the overview, the help, and the number of a slide that one is typing. */
static gboolean
is_for_marks (VigieCommitteeWindow *self, guint key)
{
  gboolean ends_number = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Escape;

  return !vigie_committee_window_shows_grid (self) && !gtk_widget_get_visible (GTK_WIDGET (self->help)) &&
         !(ends_number && self->number->len > 0);
}

/**
 * vigie_committee_window_take_key:
 *
 * Does what a key says, pressed on the wall or beside it.
 *
 * Returns: whether it says anything
 */
gboolean
vigie_committee_window_take_key (VigieCommitteeWindow *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  guint plain = gdk_keyval_to_lower (key);

  /* What is typed in the line is for the line. */
  if (vigie_quick_entry_is_open (vigie_committee_window_get_entry (self)))
    return GDK_EVENT_PROPAGATE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_for_marks (self, plain) && vigie_slide_view_take_key (self->view, plain))
    {
      gtk_revealer_set_reveal_child (self->bar, FALSE);
      return GDK_EVENT_STOP;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == plain && (keys[i].in_grid || !vigie_committee_window_shows_grid (self)))
      {
        keys[i].command (self);
        return GDK_EVENT_STOP;
      }
  return !vigie_committee_window_shows_grid (self) && take_digit (self, key);
}

/**
 * vigie_committee_window_bind_commands:
 *
 * Gives the buttons of the bar their commands.
 */
void
vigie_committee_window_bind_commands (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "decide_cb", G_CALLBACK (decide));
  gtk_widget_class_bind_template_callback_full (widget_class, "next_cb", G_CALLBACK (vigie_committee_window_next));
  gtk_widget_class_bind_template_callback_full (widget_class, "previous_cb", G_CALLBACK (previous));
  gtk_widget_class_bind_template_callback_full (widget_class, "grid_cb", G_CALLBACK (toggle_grid));
  gtk_widget_class_bind_template_callback_full (widget_class, "dark_cb", G_CALLBACK (toggle_dark));
  gtk_widget_class_bind_template_callback_full (widget_class, "enlarge_cb", G_CALLBACK (enlarge));
  gtk_widget_class_bind_template_callback_full (widget_class, "blacken_cb", G_CALLBACK (blacken));
  gtk_widget_class_bind_template_callback_full (widget_class, "help_cb", G_CALLBACK (toggle_help));
  gtk_widget_class_bind_template_callback_full (widget_class, "leave_cb", G_CALLBACK (leave));
}
