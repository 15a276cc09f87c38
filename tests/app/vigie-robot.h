// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

/**
 * VigieRobot:
 *
 * The window program as someone meets it who cannot see: started, looked at and used through the
 * accessibility bus and the keyboard. Whatever is waited for must come within a deadline.
 */
typedef struct _VigieRobot VigieRobot;

VigieRobot *vigie_robot_start (const char *const *arguments);
VigieRobot *vigie_robot_meet (const char *name, const char *window);
void vigie_robot_stop (VigieRobot *self);
void vigie_robot_kill (VigieRobot *self);

AtspiAccessible *vigie_robot_wait (VigieRobot *self, AtspiRole role, const char *name);
AtspiAccessible *vigie_robot_wait_in (AtspiAccessible *root, AtspiRole role, const char *name);

/**
 * VigieRobotCheck:
 *
 * Returns: whether what is waited for is so
 */
typedef gboolean (*VigieRobotCheck) (gpointer data);

void vigie_robot_wait_until (VigieRobotCheck check, gpointer data);
void vigie_robot_wait_gone (VigieRobot *self, AtspiRole role, const char *name);
void vigie_robot_wait_announced (VigieRobot *self, const char *words);
char *vigie_robot_dup_name (const char *mnemonic);
GHashTable *vigie_robot_dup_names (VigieRobot *self, AtspiRole role);

AtspiAccessible *vigie_robot_get_application (VigieRobot *self);

void vigie_robot_follow (VigieRobot *self, const char *window);
void vigie_robot_press (AtspiAccessible *button);
void vigie_robot_tab_to (VigieRobot *self, AtspiAccessible *thing);
void vigie_robot_walk_to (VigieRobot *self, AtspiAccessible *row);
void vigie_robot_key (VigieRobot *self, const char *key);
void vigie_robot_type (VigieRobot *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRobot, vigie_robot_stop)

G_END_DECLS
