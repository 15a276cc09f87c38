-- SPDX-License-Identifier: GPL-3.0-or-later
-- A published figure may be a number of hours, as the 28 hours of the national reference are.
ALTER TABLE benchmark ADD COLUMN value_hours INTEGER CHECK (value_hours BETWEEN 0 AND 100000);

PRAGMA user_version = 2;
