// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-command.h"

G_BEGIN_DECLS

/* Every verb, in the order of the alphabet, one a line. Each stands in vigie-command-NAME.c. */
extern const VigieCommand vigie_command_agenda;
extern const VigieCommand vigie_command_backup;
extern const VigieCommand vigie_command_check;
extern const VigieCommand vigie_command_controls;
extern const VigieCommand vigie_command_demo;
extern const VigieCommand vigie_command_export;
extern const VigieCommand vigie_command_figure;
extern const VigieCommand vigie_command_import;
extern const VigieCommand vigie_command_log;
extern const VigieCommand vigie_command_minutes;
extern const VigieCommand vigie_command_new;
extern const VigieCommand vigie_command_overview;
extern const VigieCommand vigie_command_redo;
extern const VigieCommand vigie_command_report;
extern const VigieCommand vigie_command_restore;
extern const VigieCommand vigie_command_sheet;
extern const VigieCommand vigie_command_slides;
extern const VigieCommand vigie_command_undo;

G_END_DECLS
