// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The life of a deployment as steps, each with the day it was reached: what is past, where it stands, what is to come.
 * Accessibility: a list whose items say the stage, its day and whether it is the present one.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-stage-stepper.h"

#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-record.h"
#include "vigie-stage-event.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define STEP_WIDTH 92

typedef enum
{
  STEP_PAST,
  STEP_PRESENT,
  STEP_AHEAD,
} StepState;

static int
stage_of (VigieRecord *event)
{
  return (int) vigie_record_get_number (event, VIGIE_STAGE_EVENT_STAGE, -1);
}

/* The latest day on which it entered a stage. */
static VigieDate
find_day (GPtrArray *events, int stage)
{
  for (guint i = events->len; i-- > 0;)
    if (stage_of (g_ptr_array_index (events, i)) == stage)
      return vigie_record_get_date (g_ptr_array_index (events, i), VIGIE_STAGE_EVENT_OCCURRED_ON);
  return VIGIE_DATE_NONE;
}

static void
add_step (GtkWidget *box, int stage, StepState state, VigieDate day, gboolean planned)
{
  static const char *const styles[] = { "past", "present", "ahead" };
  const char *name = vigie_enum_label (VIGIE_TYPE_STAGE, stage);
  g_autofree char *date = day != VIGIE_DATE_NONE ? vigie_format_date (day) : NULL;
  /* Translators: of a stage that is to be reached; %s is a day */
  g_autofree char *told = date != NULL && planned ? g_strdup_printf (_ ("planned %s"), date) : g_strdup (date);
  g_autofree char *spoken = NULL;
  GtkWidget *step = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 2, NULL);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *day_label = gtk_label_new (told != NULL ? told : "");

  gtk_widget_add_css_class (step, "vigie-step");
  gtk_widget_add_css_class (step, styles[state]);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (day_label), 0);
  gtk_widget_add_css_class (label, state == STEP_PRESENT ? "heading" : "body");
  gtk_widget_add_css_class (day_label, "caption");
  gtk_widget_add_css_class (day_label, "dimmed");
  gtk_widget_set_size_request (step, STEP_WIDTH, -1);
  gtk_widget_set_valign (step, GTK_ALIGN_START);
  spoken = state == STEP_PRESENT ? g_strdup_printf (_ ("%1$s, present stage, %2$s"), name, told != NULL ? told : "")
           : told != NULL        ? g_strdup_printf (_ ("%1$s, %2$s"), name, told)
                                 : g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (step), label);
  gtk_box_append (GTK_BOX (step), day_label);
  adw_wrap_box_append (ADW_WRAP_BOX (box), step);
}

/**
 * vigie_stage_stepper_new:
 * @events: (element-type VigieRecord): stage events, the oldest first
 * @planned_on: of the go-live; or %VIGIE_DATE_NONE
 *
 * Returns: (transfer floating): the steps of a life
 */
GtkWidget *
vigie_stage_stepper_new (GPtrArray *events, VigieDate planned_on)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  int present = events->len > 0 ? stage_of (g_ptr_array_index (events, events->len - 1)) : -1;
  int last = present == VIGIE_STAGE_RESTRICTED ? VIGIE_STAGE_RESTRICTED : VIGIE_STAGE_LIVE;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 10);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (box), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stages"), -1);
  for (int stage = VIGIE_STAGE_IDEA; stage <= VIGIE_STAGE_VALIDATION; stage++)
    {
      VigieDate day = find_day (events, stage);
      StepState state = stage == present ? STEP_PRESENT : stage < present ? STEP_PAST : STEP_AHEAD;

      add_step (box, stage, state, state == STEP_AHEAD ? VIGIE_DATE_NONE : day, FALSE);
    }
  add_step (box, last,
            present == last  ? STEP_PRESENT
            : present > last ? STEP_PAST
                             : STEP_AHEAD,
            present >= last ? find_day (events, last) : planned_on, present < last);
  if (present > VIGIE_STAGE_RESTRICTED)
    add_step (box, present, STEP_PRESENT, find_day (events, present), FALSE);
  return box;
}
