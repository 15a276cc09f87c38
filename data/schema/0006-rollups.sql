-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Training, added up as records change: src/store/vigie-rollups.c. Nothing here is a record of its own:
-- `vigie check` recounts it, and `vigie check --repair` makes it anew.

-- How many people of a profession of a unit came to hold a module, or ceased to, day by day. Module 0 is
-- being in post. The series is packed as src/store/vigie-series.c says.
CREATE TABLE rollup_training (
  org_unit_id INTEGER NOT NULL,
  profession_id INTEGER NOT NULL,
  module_id INTEGER NOT NULL,
  series BLOB NOT NULL,
  PRIMARY KEY (org_unit_id, profession_id, module_id)
) STRICT, WITHOUT ROWID;

-- Whether rollups tell what the records do; a register that was brought up to this schema is yet to be counted.
CREATE TABLE rollup_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  counted INTEGER NOT NULL CHECK (counted IN (0, 1))
) STRICT;
INSERT INTO rollup_state (id, counted) VALUES (1, 0);

PRAGMA user_version = 6;
