// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The head of a system's page: what it is, how it is classed, and whether it deserves trust.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-parts.h"

#include "vigie-enums.h"
#include "vigie-field-text.h"
#include "vigie-judgement.h"
#include "vigie-system-rows.h"
#include "vigie-system.h"

#include <glib/gi18n.h>

/* "Radiance · Imaging" */
static char *
dup_origin (VigieRecord *record)
{
  static const guint fields[] = { VIGIE_SYSTEM_VENDOR, VIGIE_SYSTEM_USE_DOMAIN };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (vigie_record_is_measured (record, fields[i]))
      g_strv_builder_take (parts, vigie_field_text_dup (record, fields[i]));
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

static void
add_chip (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "vigie-chip");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
}

static void
add_field_chip (GtkWidget *box, VigieRecord *record, guint field)
{
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (!vigie_record_is_measured (record, field))
    return;
  value = vigie_field_text_dup (record, field);
  text = g_strdup_printf (C_ ("form", "%1$s: %2$s"),
                          vigie_field_get_label (&vigie_record_get_entity (record)->fields[field]), value);
  add_chip (box, text, NULL);
}

static gboolean
is_classified (VigieRecord *record)
{
  gint64 class = vigie_record_get_number (record, VIGIE_SYSTEM_AI_ACT_CLASS, VIGIE_AI_ACT_CLASS_UNKNOWN);

  return class != VIGIE_AI_ACT_CLASS_UNKNOWN;
}

static const char *
class_style (VigieRecord *record)
{
  switch (vigie_record_get_number (record, VIGIE_SYSTEM_AI_ACT_CLASS, -1))
    {
    case VIGIE_AI_ACT_CLASS_PROHIBITED:
      return "error";
    case VIGIE_AI_ACT_CLASS_HIGH:
      return "warning";
    default:
      return NULL;
    }
}

static void
add_class (GtkWidget *box, VigieRecord *record, gboolean writable)
{
  g_autofree char *class = vigie_field_text_dup (record, VIGIE_SYSTEM_AI_ACT_CLASS);
  g_autofree char *route = vigie_field_text_dup (record, VIGIE_SYSTEM_AI_ACT_ROUTE);
  gint64 by = vigie_record_get_number (record, VIGIE_SYSTEM_AI_ACT_ROUTE, -1);
  /* What is bound to transparency is so by one article. */
  gboolean has_route = by == VIGIE_AI_ACT_ROUTE_ANNEX1 || by == VIGIE_AI_ACT_ROUTE_ANNEX3;
  g_autofree char *text = NULL;
  GtkWidget *button;

  if (!is_classified (record))
    text = g_strdup (_ ("AI Act: not classified"));
  else if (has_route)
    /* Translators: %1$s is a class such as “High risk”, %2$s by which route, such as “Annex I” */
    text = g_strdup_printf (_ ("AI Act: %1$s (%2$s)"), class, route);
  else
    /* Translators: %s is a class such as “High risk” */
    text = g_strdup_printf (_ ("AI Act: %s"), class);
  add_chip (box, text, class_style (record));
  if (is_classified (record) || !writable)
    return;
  button = gtk_button_new_with_mnemonic (_ ("Cl_assify…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "system.classify");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "vigie-more");
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

static GtkWidget *
make_chips (VigieSession *session, VigieDossier *dossier)
{
  VigieRecord *record = vigie_dossier_get_record (dossier);
  const VigieSystemPicture *numbers = vigie_dossier_get_numbers (dossier);
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  if (numbers != NULL)
    add_chip (box, vigie_stage_group_label (numbers->group), "accent");
  add_class (box, record, !vigie_store_is_read_only (vigie_session_get_store (session)));
  add_field_chip (box, record, VIGIE_SYSTEM_AI_ACT_ROLE);
  add_field_chip (box, record, VIGIE_SYSTEM_MD_CLASS);
  add_field_chip (box, record, VIGIE_SYSTEM_CE_STATUS);
  add_field_chip (box, record, VIGIE_SYSTEM_HOSTING);
  add_chip (box, vigie_record_get_text (record, VIGIE_SYSTEM_CODE), "dimmed");
  return box;
}

static GtkWidget *
make_judgement (VigieDossier *dossier)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = vigie_system_label_new (vigie_dossier_get_sentence (dossier), "title-4");
  GtkWidget *mark = vigie_system_mark_new (vigie_dossier_get_judgement (dossier));

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "vigie-judgement");
  gtk_widget_add_css_class (box, vigie_judgement_get_style (vigie_dossier_get_judgement (dossier)));
  gtk_image_set_pixel_size (GTK_IMAGE (mark), 24);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * vigie_system_head_new:
 *
 * Returns: (transfer floating): the head of a system's page
 */
GtkWidget *
vigie_system_head_new (VigieSession *session, VigieDossier *dossier)
{
  VigieRecord *record = vigie_dossier_get_record (dossier);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *name = vigie_system_label_new (vigie_dossier_get_name (dossier), "title-1");
  g_autofree char *origin = dup_origin (record);
  const char *purpose = vigie_record_get_text (record, VIGIE_SYSTEM_PURPOSE);

  if (purpose == NULL)
    purpose = vigie_record_get_text (record, VIGIE_SYSTEM_DESCRIPTION);
  gtk_box_append (GTK_BOX (box), name);
  if (*origin != '\0')
    gtk_box_append (GTK_BOX (box), vigie_system_label_new (origin, "dimmed"));
  if (purpose != NULL)
    gtk_box_append (GTK_BOX (box), vigie_system_label_new (purpose, NULL));
  gtk_box_append (GTK_BOX (box), make_chips (session, dossier));
  gtk_box_append (GTK_BOX (box), make_judgement (dossier));
  return box;
}
