-- SPDX-License-Identifier: GPL-3.0-or-later
-- Completions come by the million, and this index was a third of the work of adding one. What asks by module asks for
-- all modules at once, or has it from what is added up.
DROP INDEX completion_module;

PRAGMA user_version = 10;
