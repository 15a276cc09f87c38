// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieQuickEntry: one line in which a decision, an action or a note is typed while a slide is shown: what, by whom, by
 * when, how it was voted. Enter in any of them is enough; Escape leaves it. A decision or an action that is being typed
 * is kept as the draft of a record.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-quick-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vigie-action.h"
#include "vigie-decision.h"
#include "vigie-form-draft.h"
#include "vigie-typed.h"

struct _VigieQuickEntry
{
  AdwBin parent_instance;

  VigieResolutionKind kind_of;
  gboolean left; /* what stands in it was left, and not recorded */

  /* owned */
  char *path;            /* of the register */
  VigieFormDraft *draft; /* NULL where nothing is typed */

  /* borrowed */
  GtkRevealer *revealer;
  GtkLabel *kind;
  GtkLabel *message;
  GtkEntry *text;
  GtkEntry *owner;
  GtkEntry *due;
  GtkEntry *votes;
};

G_DEFINE_FINAL_TYPE (VigieQuickEntry, vigie_quick_entry, ADW_TYPE_BIN)

enum
{
  SIGNAL_ENTERED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (VigieQuickEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
drop_draft (VigieQuickEntry *self)
{
  if (self->draft != NULL)
    vigie_form_draft_drop (self->draft);
  g_clear_object (&self->draft);
}

/* The vote stays out of it: it is typed as one, and is three fields of the record. */
static void
typed_cb (VigieQuickEntry *self)
{
  gboolean is_action = self->kind_of == VIGIE_RESOLUTION_ACTION;
  const VigieEntity *entity = is_action ? &vigie_action_entity : &vigie_decision_entity;
  guint text = is_action ? VIGIE_ACTION_TITLE : VIGIE_DECISION_TEXT;

  if (!vigie_quick_entry_is_open (self) || self->kind_of == VIGIE_RESOLUTION_NOTE)
    return;
  if (self->draft == NULL)
    {
      g_autoptr (VigieRecord) record = vigie_record_new (entity);

      self->draft = vigie_form_draft_new (self->path, record, VIGIE_RECORD_ADD, -1);
    }
  vigie_form_draft_set_text (self->draft, entity->fields[text].name, gtk_editable_get_text (GTK_EDITABLE (self->text)));
  if (!is_action)
    return;
  vigie_form_draft_set_text (self->draft, entity->fields[VIGIE_ACTION_OWNER].name,
                             gtk_editable_get_text (GTK_EDITABLE (self->owner)));
  vigie_form_draft_set_text (self->draft, entity->fields[VIGIE_ACTION_DUE_ON].name,
                             gtk_editable_get_text (GTK_EDITABLE (self->due)));
}

static gboolean
key_pressed_cb (VigieQuickEntry *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  vigie_quick_entry_leave (self);
  return GDK_EVENT_STOP;
}

static GtkEntry *
add_entry (VigieQuickEntry *self, GtkWidget *box, const char *label, int width_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_widget_set_hexpand (entry, width_chars < 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_ENTRY (entry);
}

static void
vigie_quick_entry_finalize (GObject *object)
{
  VigieQuickEntry *self = VIGIE_QUICK_ENTRY (object);

  if (self->draft != NULL)
    vigie_form_draft_flush (self->draft);
  g_clear_object (&self->draft);
  g_free (self->path);
  G_OBJECT_CLASS (vigie_quick_entry_parent_class)->finalize (object);
}

static void
vigie_quick_entry_class_init (VigieQuickEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_quick_entry_finalize;
  /**
   * VigieQuickEntry::entered:
   *
   * What was typed is to be kept.
   */
  signals[SIGNAL_ENTERED] =
    g_signal_new ("entered", VIGIE_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * VigieQuickEntry::left:
   *
   * The line is closed; the keyboard is to go elsewhere.
   */
  signals[SIGNAL_LEFT] =
    g_signal_new ("left", VIGIE_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "quickentry");
}

static void
vigie_quick_entry_init (VigieQuickEntry *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->kind = GTK_LABEL (gtk_label_new (NULL));
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (column, "vigie-quick-entry");
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), "heading");
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->kind));
  self->text = add_entry (self, line, _ ("What is resolved"), -1);
  self->owner = add_entry (self, line, _ ("Function that owes it"), 16);
  self->due = add_entry (self, line, _ ("By (date)"), 12);
  self->votes = add_entry (self, line, _ ("For/against/abst."), 12);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->message));
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, column);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
name_text (VigieQuickEntry *self, const char *label)
{
  gtk_entry_set_placeholder_text (self->text, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * vigie_quick_entry_open:
 * @path: of the register
 * @kind: what is typed
 *
 * Opens an empty line, or the one that was left.
 */
void
vigie_quick_entry_open (VigieQuickEntry *self, const char *path, VigieResolutionKind kind)
{
  const char *const names[] = {
    [VIGIE_RESOLUTION_DECISION] = C_ ("minutes", "Decision"),
    [VIGIE_RESOLUTION_ACTION] = C_ ("minutes", "Action"),
    [VIGIE_RESOLUTION_NOTE] = C_ ("minutes", "Discussion"),
  };
  gboolean is_note = kind == VIGIE_RESOLUTION_NOTE;
  gboolean again = self->left && kind == self->kind_of;
  GtkEntry *entries[] = { self->text, self->owner, self->due, self->votes };

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  drop_draft (self);
  self->left = FALSE;
  g_set_str (&self->path, path);
  self->kind_of = kind;
  for (gsize i = 0; !again && i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  gtk_label_set_label (self->kind, names[kind]);
  name_text (self, is_note ? _ ("What is said") : _ ("What is resolved"));
  gtk_widget_set_visible (GTK_WIDGET (self->owner), !is_note);
  gtk_widget_set_visible (GTK_WIDGET (self->due), !is_note);
  gtk_widget_set_visible (GTK_WIDGET (self->votes), kind == VIGIE_RESOLUTION_DECISION);
  vigie_quick_entry_tell (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (again)
    typed_cb (self);
}

/**
 * vigie_quick_entry_leave:
 *
 * Closes the line; what stands in it is there again when it is opened for the same.
 */
void
vigie_quick_entry_leave (VigieQuickEntry *self)
{
  vigie_quick_entry_close (self);
  self->left = *gtk_editable_get_text (GTK_EDITABLE (self->text)) != '\0';
}

/**
 * vigie_quick_entry_close:
 *
 * Closes the line, whose text is done with.
 */
void
vigie_quick_entry_close (VigieQuickEntry *self)
{
  self->left = FALSE;
  drop_draft (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

gboolean
vigie_quick_entry_is_open (VigieQuickEntry *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * vigie_quick_entry_tell:
 * @message: (nullable): what is wrong, in words; %NULL where nothing is
 */
void
vigie_quick_entry_tell (VigieQuickEntry *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static const char *
get_typed (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

/* Up to three numbers, whatever stands between them. */
static gboolean
read_votes (const char *text, VigieResolution *resolution)
{
  gint64 *votes[] = { &resolution->votes_for, &resolution->votes_against, &resolution->abstentions };
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (votes); i++)
    *votes[i] = text != NULL ? 0 : -1;
  while (text != NULL && *text != '\0')
    {
      char *end = NULL;

      if (!g_ascii_isdigit (*text))
        {
          if (g_ascii_isalpha (*text) || n > G_N_ELEMENTS (votes))
            return FALSE;
          text++;
          continue;
        }
      if (n == G_N_ELEMENTS (votes))
        return FALSE;
      *votes[n] = (gint64) g_ascii_strtoull (text, &end, 10);
      if (*votes[n++] > 100000)
        return FALSE;
      text = end;
    }
  return TRUE;
}

/**
 * vigie_quick_entry_read:
 * @resolution: (out caller-allocates): what was typed; its texts are the line's
 *
 * Returns: whether it can be kept; else what is wrong is told beside the line, and it has the keyboard
 */
gboolean
vigie_quick_entry_read (VigieQuickEntry *self, VigieResolution *resolution)
{
  const char *due = get_typed (self->due);

  *resolution = (VigieResolution) {
    .kind = self->kind_of, .text = get_typed (self->text), .owner = get_typed (self->owner), .due_on = VIGIE_DATE_NONE
  };
  if (resolution->text == NULL)
    {
      vigie_quick_entry_tell (self, self->kind_of == VIGIE_RESOLUTION_NOTE ? _ ("Type what is said.")
                                                                           : _ ("Type what is resolved."));
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      return FALSE;
    }
  if (due != NULL)
    resolution->due_on = vigie_parse_typed_date (due);
  if (due != NULL && resolution->due_on == VIGIE_DATE_NONE)
    {
      vigie_quick_entry_tell (self, _ ("That is no date: type it as 15/12/2026 or 2026-12-15."));
      gtk_widget_grab_focus (GTK_WIDGET (self->due));
      return FALSE;
    }
  if (!read_votes (self->kind_of == VIGIE_RESOLUTION_DECISION ? get_typed (self->votes) : NULL, resolution))
    {
      vigie_quick_entry_tell (self, _ ("Type the vote as three numbers: for, against, abstentions, as in 9/1/2."));
      gtk_widget_grab_focus (GTK_WIDGET (self->votes));
      return FALSE;
    }
  return TRUE;
}
