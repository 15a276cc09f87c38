// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-robot.h"
#include "vigie-test.h"

G_BEGIN_DECLS

/**
 * VigieWindowTest:
 * @folder: of its own, removed with all that is in it
 * @path: of the register in it, which is not made yet
 *
 * What a test of the real window starts from.
 */
typedef struct
{
  char *folder;
  char *path;
} VigieWindowTest;

void vigie_window_test_init (int *argc, char ***argv);
const char *vigie_window_test_get_language (void);

void vigie_window_test_set_up (VigieWindowTest *self);
void vigie_window_test_tear_down (VigieWindowTest *self);
VigieRobot *vigie_window_test_start (VigieWindowTest *self, const char *size, const char *page, const char *table);

void vigie_window_test_press (VigieRobot *robot, const char *mnemonic);
void vigie_window_test_wait (VigieRobot *robot, AtspiRole role, const char *mnemonic);
void vigie_window_test_choose (VigieRobot *robot, const char *row, const char *choice);

G_END_DECLS
